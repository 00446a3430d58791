//! The edge, through a small context of notes.
#![cfg(test)]

mod ahead;
mod edge;

mod notes;

//! The edge, through a small context of notes.
#![cfg(test)]

mod edge;

mod notes;

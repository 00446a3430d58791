//! The whole program, over the invented county.
#![cfg(test)]

mod crawl;
mod marks;
mod matrix;
mod statements;
mod world;

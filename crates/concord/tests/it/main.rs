//! The whole program, over the invented county.
#![cfg(test)]
#![expect(clippy::print_stderr, reason = "the matrix says how much it tried")]

mod crawl;
mod decide;
mod doctor;
mod hostile;
mod ledger;
mod marks;
mod matrix;
mod refusals;
mod statements;
mod verify;
mod world;

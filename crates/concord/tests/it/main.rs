//! The whole program, over the invented county.
#![cfg(test)]
#![expect(clippy::print_stderr, reason = "the matrix says how much it tried")]

mod county;
mod crawl;
mod decide;
mod demo;
mod doctor;
mod hostile;
mod kept;
mod killed;
mod ledger;
mod marks;
mod matrix;
mod refusals;
mod statements;
mod verify;
mod world;

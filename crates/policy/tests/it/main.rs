//! The engine from outside: the worked cases, the laws that it must obey, a second evaluator, and the
//! same answers from two databases.
#![cfg(test)]

mod book;
mod cases;
mod change;
mod generate;
mod pages;
mod properties;
mod read;
mod wire;

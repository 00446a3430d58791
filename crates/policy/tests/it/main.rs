//! The engine from outside: the worked cases, the laws that it must obey, a second evaluator, and the
//! same answers from two databases.
#![cfg(test)]

mod book;
mod canary;
mod cases;
mod change;
mod doubt;
mod errors;
mod generate;
mod outside;
mod pages;
mod properties;
mod read;
mod second;
mod sql;
mod wire;

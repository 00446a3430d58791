//! The two gates, and several servers behind them, on both databases.
#![cfg(test)]

mod fixture;
mod gates;
mod log;
mod servers;
mod settled;
mod slow;
mod together;
mod way;

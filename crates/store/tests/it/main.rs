//! The two gates, on both databases.
#![cfg(test)]

mod gates;

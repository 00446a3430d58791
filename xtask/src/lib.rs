//! What maintainers run: the rules that are tests, the whole test run, the benchmarks.

pub mod bench;
pub mod coverage;
pub mod crash;
pub mod needs;
pub mod postgres;
pub mod readers;
pub mod steps;
pub mod test;
pub mod tidy;

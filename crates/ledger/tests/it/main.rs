//! The ledger against third parties, against its own definition, and against those who tamper.
#![cfg(test)]

mod canonical;
mod ml_dsa;
mod proofs;
mod sequencing;
mod strangers;
mod support;
mod tampering;
mod third_party;
mod witnessing;

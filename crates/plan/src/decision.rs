//! Decisions: how the partners' positions become an outcome.

pub mod count;

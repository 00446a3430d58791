//! The invented Riverbend County: made from a seed, relative to today, by the same commands that
//! people use.

mod chance;
mod content;
mod story;

pub use content::Content;

//! What everybody may see of meetings, where the partnership opened them: those that the public may
//! come to, once they are posted, with their agendas, and minutes that were approved. Names of people
//! are not among it.

pub mod commands;
pub(crate) mod feed;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod settings;

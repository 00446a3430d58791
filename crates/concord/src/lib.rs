//! The program: every command, its configuration, and the list that all contexts stand in.

pub mod arguments;
pub mod commands;
pub mod configuration;
pub mod contexts;
pub mod demo;
pub mod failure;
pub mod installation;
pub mod logs;
pub mod metrics;
pub mod out;
pub mod settings;
pub mod witness;

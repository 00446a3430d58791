//! Where commands write: results on standard output, progress on standard error.

use std::{
    fmt,
    io::{self, Write},
};

/// Writes one line of a result.
///
/// # Errors
/// When standard output can't be written to; a closed pipe is one of the reasons.
pub fn line(text: fmt::Arguments<'_>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_fmt(text)?;
    out.write_all(b"\n")
}

/// Writes a value as JSON, indented, for programs and patient people.
///
/// # Errors
/// When standard output can't be written to.
pub fn json<T: serde::Serialize>(value: &T) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, value)?;
    out.write_all(b"\n")
}

/// Tells how far a long command has come. That nobody can read it is no reason to stop.
pub fn progress(text: fmt::Arguments<'_>) {
    let mut err = io::stderr().lock();
    drop(err.write_fmt(text).and_then(|()| err.write_all(b"\n")));
}

/// Writes a line of a result: `say!("{count} rows")?`.
macro_rules! say {
    ($($text:tt)*) => { $crate::out::line(format_args!($($text)*)) };
}

/// Tells how far a command has come: `tell!("step 2 of 3")`.
macro_rules! tell {
    ($($text:tt)*) => { $crate::out::progress(format_args!($($text)*)) };
}

pub(crate) use {say, tell};

//! Concord: the shared workspace of an interagency partnership.

use std::process::ExitCode;

use concord::{commands, out};
use mimalloc::MiMalloc;

/// Rows and pages are many small pieces, made on one thread and dropped on another: with the system's
/// allocator a page costs a tenth more.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    match commands::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(story) = failure.story() {
                out::progress(format_args!("concord: {story}"));
            }
            failure.code()
        }
    }
}

//! Concord: the shared workspace of an interagency partnership.

use std::process::ExitCode;

use concord::{commands, out};

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

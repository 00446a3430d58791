//! From a request to the input of a command.

use web::{Failure, Request};

use super::commands::Target;

/// Which draft a request is for, and how its caller last saw it.
pub(crate) fn target(request: &Request) -> Result<Target, Failure> {
    Ok(Target { id: request.param("id")?, seen: request.revision()? })
}

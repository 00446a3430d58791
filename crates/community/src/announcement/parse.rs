//! From a form or a JSON body to the input of a command: the same for pages and the API.

use base::{OrganizationId, Reason, Title};
use web::{Failure, Input, Request};

use super::{Body, News, commands::Target};

/// Which announcement a request is for, and how its caller last saw it.
pub(crate) fn target(request: &Request) -> Result<Target, Failure> {
    Ok(Target { id: request.param("id")?, seen: request.revision()? })
}

/// What is announced. `everybody` are those who should read it when nobody is chosen.
pub(crate) fn news(
    input: &mut Input,
    everybody: Vec<OrganizationId>,
) -> Result<(News, Option<OrganizationId>), Failure> {
    let (title, body) = text(input);
    let (read_by, chosen) = (input.optional("read_by"), input.all("audience"));
    let organization = input.optional("organization");
    input.check()?;
    let (Some(title), Some(body)) = (title, body) else { return Err(input.invalid().into()) };
    let audience = if chosen.is_empty() { everybody } else { chosen };
    Ok((News { title, body, read_by, audience }, organization))
}

/// What is announced, in a few words and in full.
pub(crate) fn text(input: &mut Input) -> (Option<Title>, Option<Body>) {
    (input.required("title"), input.required("body"))
}

/// Why something is done.
pub(crate) fn why(input: &mut Input) -> Result<Reason, Failure> {
    let why = input.required("why");
    input.check()?;
    why.ok_or_else(|| input.invalid().into())
}

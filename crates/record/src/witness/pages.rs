//! Witnesses in forms, and what one sends by itself.

use base::WebLink;
use store::Cx;
use web::{Failure, Input, Request, Response};

use super::{Name, ask, commands::Named, key};

/// The most characters of a key's line: ML-DSA's are long.
type KeyLine = base::Line<4000>;

/// A witness as a form or a program names it.
pub(crate) fn named(input: &mut Input) -> Result<Named, Failure> {
    let name = input.required::<Name>("name");
    let line = input.required::<KeyLine>("key");
    let address = input.optional::<WebLink>("address");
    let verifier = match line.as_ref().map(|line| key(line.as_str())) {
        Some(None) => {
            input.refuse("key", "witness_key", Vec::new());
            None
        }
        other => other.flatten(),
    };
    input.check()?;
    match (name, verifier) {
        (Some(name), Some(key)) => Ok(Named { name, verifier: key.to_string(), address }),
        _ => Err(input.invalid().into()),
    }
}

/// `POST /public/{partnership}/log/cosignatures`: a witness that cannot be reached brings its line.
pub(crate) async fn bring(cx: Cx, request: Request) -> Result<Response, Failure> {
    let bytes = request.bytes();
    let body = String::from_utf8_lossy(&bytes);
    let taken = ask::take(&cx, request.param_text("partnership"), &body).await?;
    Ok(web::text(format!("{taken}\n")))
}

//! A file of one's own, as a download would give it to the same person: for what is done with the
//! whole of it.

use std::sync::Weak;

use axum::body::Body;
use bytes::Bytes;
use http::{Method, header};
use http_body_util::{BodyExt as _, Limited};
use store::Cx;
use tower::ServiceExt as _;

use crate::{Failure, Request, app::Inner, failure::EdgeError};

/// The program's own addresses. Kept with the store.
pub(crate) struct Own(pub(crate) Weak<Inner>);

/// A file that was asked for.
#[derive(Debug)]
pub struct OwnFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Bytes,
}

/// The largest file.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Asks one of the program's own downloads, as who sends this request: every check is made again.
///
/// # Errors
/// What the download itself would answer; missing when it is no download.
pub async fn own_file(cx: &Cx, request: &Request, path: &str) -> Result<OwnFile, Failure> {
    let own = cx.extension::<Own>().and_then(|own| own.0.upgrade()).ok_or(EdgeError::NoPage)?;
    let mut asked = http::Request::builder().method(Method::GET).uri(path);
    if let Some(headers) = asked.headers_mut() {
        headers.clone_from(&request.credentials.headers);
        for name in [header::IF_NONE_MATCH, header::CONTENT_LENGTH, header::CONTENT_TYPE] {
            headers.remove(name);
        }
    }
    let asked = asked.body(Body::empty()).map_err(|_wrong| EdgeError::NoPage)?;
    let (mut parts, body) = asked.into_parts();
    parts.extensions.insert(cx.language());
    let asked = http::Request::from_parts(parts, body);
    let answer = own.router().oneshot(asked).await.unwrap_or_else(|never| match never {});
    let name = name_of(&answer).ok_or(EdgeError::NoPage)?;
    let read = Limited::new(answer.into_body(), MOST_BYTES).collect().await;
    let bytes = read.map_err(|_broken| EdgeError::TooLarge { limit: MOST_BYTES })?.to_bytes();
    Ok(OwnFile { name, bytes })
}

/// What a download calls its file; nothing when it is none.
fn name_of(answer: &http::Response<Body>) -> Option<String> {
    let disposition = answer.headers().get(header::CONTENT_DISPOSITION)?.to_str().ok()?;
    let rest = disposition.strip_prefix("attachment; filename=\"")?;
    let name = rest.split('"').next().filter(|_| answer.status().is_success())?;
    Some(name.to_owned())
}

//! Answers.

use askama::Template as _;
use axum::body::Body;
use base::Revision;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode, header};
use serde::Serialize;
use store::Cx;

use crate::{Failure, Request, Shell, failure::EdgeError};

/// An answer on its way.
#[derive(Debug)]
pub struct Response(pub(crate) http::Response<Body>);

impl Response {
    pub(crate) fn new(status: StatusCode, media_type: &'static str, body: impl Into<Body>) -> Self {
        let mut response = http::Response::new(body.into());
        *response.status_mut() = status;
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        Self(response)
    }

    /// The same with a header; one that cannot be written is left out.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_str(value)) {
            self.0.headers_mut().append(name, value);
        }
        self
    }

    /// The same with a cookie, written as `Set-Cookie` wants it.
    #[must_use]
    pub fn cookie(self, cookie: &str) -> Self {
        self.header("set-cookie", cookie)
    }

    /// The same with the record's revision as its `ETag`.
    #[must_use]
    pub fn etag(self, revision: Revision) -> Self {
        self.header("etag", &format!("\"{revision}\""))
    }

    /// A redirect that tells, on the page that follows, what was done: a key that ends in `-notice`.
    #[must_use]
    pub fn notice(self, key: &str) -> Self {
        self.add_to_location("done", key)
    }

    /// A redirect that offers to take back what was done, for ten minutes.
    #[must_use]
    pub fn undo(self, path: &str) -> Self {
        self.add_to_location("undo", path)
    }

    /// The same with another status, for a form that is shown again or a page of a problem.
    #[must_use]
    pub fn with_status_of(mut self, failure: &Failure) -> Self {
        *self.0.status_mut() = failure.status();
        self
    }

    /// The same, shown once: the answer to a repeated request does not hold it. For new secrets.
    #[must_use]
    pub fn unkept(mut self) -> Self {
        self.0.extensions_mut().insert(Unkept);
        self
    }

    fn add_to_location(mut self, name: &str, value: &str) -> Self {
        let Some(location) = self.0.headers().get(header::LOCATION) else { return self };
        let location = location.to_str().unwrap_or_default();
        let (address, fragment) = location.split_once('#').unwrap_or((location, ""));
        let joint = if address.contains('?') { '&' } else { '?' };
        let mut next = format!("{address}{joint}{name}={}", encode(value));
        if !fragment.is_empty() {
            next.push('#');
            next.push_str(fragment);
        }
        if let Ok(next) = HeaderValue::from_str(&next) {
            self.0.headers_mut().insert(header::LOCATION, next);
        }
        self
    }
}

/// Marks an answer that must not be stored for a repeat.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unkept;

/// What a page shows within its frame. The frame is the same for all and is put around it here: a template
/// that had it in itself would be compiled with it, once for each page.
pub trait PageTemplate {
    /// The frame.
    fn shell(&self) -> &Shell;

    /// What stands between the breadcrumbs and the foot: all that htmx asks for.
    ///
    /// # Errors
    /// When the template fails.
    fn main(&self) -> askama::Result<String>;

    /// What stands above the breadcrumbs, over the whole width; most pages have nothing there.
    ///
    /// # Errors
    /// When the template fails.
    fn hero(&self) -> askama::Result<String> {
        Ok(String::new())
    }
}

/// Says that a template with a `shell` is what a page shows.
#[macro_export]
macro_rules! page {
    ($($template:ty),+ $(,)?) => {$(
        impl $crate::PageTemplate for $template {
            fn shell(&self) -> &$crate::Shell {
                &self.shell
            }

            fn main(&self) -> ::askama::Result<String> {
                $crate::rendered(self)
            }
        }
    )+};
}

#[derive(askama::Template)]
#[template(path = "shell.html")]
struct Frame<'a> {
    shell: &'a Shell,
    hero: String,
    main: String,
}

/// More than most pages take between their frames.
const MAIN_BYTES: usize = 64 * 1024;

/// What a template makes, in room that seldom has to grow.
///
/// # Errors
/// When the template fails.
pub fn rendered(template: &impl askama::Template) -> askama::Result<String> {
    let mut html = String::with_capacity(MAIN_BYTES);
    template.render_into(&mut html)?;
    Ok(html)
}

/// More than the frame takes of most pages, so that none is moved while it is written.
const FRAME_BYTES: usize = 24 * 1024;

/// A page in its frame.
pub(crate) fn whole(page: &impl PageTemplate) -> askama::Result<String> {
    let frame = Frame { shell: page.shell(), hero: page.hero()?, main: page.main()? };
    let mut html = String::with_capacity(frame.hero.len() + frame.main.len() + FRAME_BYTES);
    frame.render_into(&mut html)?;
    Ok(html)
}

/// Answers with a page, or with the part of it that htmx asks for.
///
/// # Errors
/// When the template fails: a fault.
pub fn page(request: &Request, page: &impl PageTemplate) -> Result<Response, Failure> {
    let html = if request.is_partial() { page.main() } else { whole(page) };
    let html = html.map_err(EdgeError::from)?;
    Ok(Response::new(StatusCode::OK, "text/html; charset=utf-8", html)
        .header("cache-control", "no-store")
        .header("vary", "HX-Request-Type"))
}

/// After a form: the browser reads the next page with `GET`. `path` has no language's prefix.
#[must_use]
pub fn redirect(cx: &Cx, path: &str) -> Response {
    Response::new(StatusCode::SEE_OTHER, "text/plain; charset=utf-8", "")
        .header("location", &format!("{}{path}", cx.language().prefix()))
}

/// Answers with JSON.
///
/// # Errors
/// When it cannot be written: a fault.
pub fn json<T: Serialize>(value: &T) -> Result<Response, Failure> {
    let body = serde_json::to_vec(value).map_err(store::Error::from)?;
    Ok(Response::new(StatusCode::OK, "application/json", body).header("cache-control", "no-store"))
}

/// Answers that it is done, where there is nothing else to say.
#[must_use]
pub fn no_content() -> Response {
    let mut response = http::Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    Response(response)
}

/// Answers with something new and its address under `/api/v1`.
///
/// # Errors
/// When it cannot be written: a fault.
pub fn created<T: Serialize>(path: &str, value: &T) -> Result<Response, Failure> {
    let mut response = json(value)?.header("location", &format!("/api/v1{path}"));
    *response.0.status_mut() = StatusCode::CREATED;
    Ok(response)
}

/// Answers with one page of a list: `{"items": […], "next": "…"}`, the address of the next one
/// in `Link` (RFC 8288).
///
/// # Errors
/// When it cannot be written: a fault.
pub fn listing<T: Serialize>(
    request: &Request,
    page: &store::Page<T>,
) -> Result<Response, Failure> {
    #[derive(Serialize)]
    struct Listing<'a, T> {
        items: &'a [T],
        next: Option<&'a str>,
    }
    let response = json(&Listing { items: &page.items, next: page.next.as_deref() })?;
    let Some(next) = &page.next else { return Ok(response) };
    let mut query: Vec<String> = crate::request::pairs(request.query.as_bytes())
        .unwrap_or_default()
        .into_iter()
        .filter(|(name, _)| name != "after")
        .map(|(name, value)| format!("{}={}", encode(&name), encode(&value)))
        .collect();
    query.push(format!("after={}", encode(next)));
    Ok(response.header("link", &format!("<{}?{}>; rel=\"next\"", request.path, query.join("&"))))
}

/// Answers with a file to be saved, never shown inside the site.
#[must_use]
pub fn download(name: &str, media_type: &'static str, body: impl Into<Bytes>) -> Response {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || "._- ".contains(c) { c } else { '_' })
        .collect();
    let disposition =
        format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", encode(name));
    Response::new(StatusCode::OK, media_type, Body::from(body.into()))
        .header("content-disposition", &disposition)
        .header("content-security-policy", "default-src 'none'; sandbox")
        .header("cache-control", "no-store")
}

/// Answers with a file to be saved that is made while it is sent, so that no more than a piece of
/// it is in memory. A piece that fails breaks the answer off, which the browser tells.
pub fn download_stream(
    name: &str,
    media_type: &'static str,
    pieces: impl futures_util::Stream<Item = Result<Bytes, Failure>> + Send + 'static,
) -> Response {
    use futures_util::StreamExt as _;
    let pieces = pieces.map(|piece| {
        piece.map_err(|failure| {
            failure.log("download", "");
            std::io::Error::other("the file could not be finished")
        })
    });
    let mut response = download(name, media_type, Bytes::new());
    *response.0.body_mut() = Body::from_stream(pieces);
    response
}

/// Answers with a table to be saved.
#[must_use]
pub fn csv(name: &str, body: String) -> Response {
    download(name, "text/csv; charset=utf-8", body)
}

/// How long others may keep an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cached {
    /// Nobody keeps it.
    Never,
    /// For a moment: it changes.
    Shortly,
    /// For ever: what stands there never changes.
    Forever,
}

/// Answers with bytes that programs of strangers read as they are.
#[must_use]
pub fn open_bytes(media_type: &'static str, body: impl Into<Bytes>, cached: Cached) -> Response {
    let kept = match cached {
        Cached::Never => "no-store",
        Cached::Shortly => "public, max-age=5",
        Cached::Forever => "public, max-age=31536000, immutable",
    };
    Response::new(StatusCode::OK, media_type, Body::from(body.into()))
        .header("content-security-policy", "default-src 'none'; sandbox")
        .header("cache-control", kept)
}

/// Answers with plain text.
#[must_use]
pub fn text(body: String) -> Response {
    Response::new(StatusCode::OK, "text/plain; charset=utf-8", body)
        .header("cache-control", "no-store")
}

/// Percent-encodes all but the unreserved characters of RFC 3986.
pub(crate) fn encode(text: &str) -> String {
    use std::fmt::Write as _;
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else if write!(encoded, "%{byte:02X}").is_err() {
            break; // Writing to a string does not fail.
        }
    }
    encoded
}

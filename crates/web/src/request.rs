//! A request, read whole, as every handler gets it.

use std::{collections::HashMap, net::IpAddr, str::FromStr, sync::Arc};

use base::{Actor, Instant, Revision};
use bytes::Bytes;
use futures_util::future::BoxFuture;
use http::{HeaderMap, header};
use store::Cx;

use crate::{Failure, Input, Invalid, Shell, failure::EdgeError};

/// What a request proves about who sends it.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// Its headers.
    pub headers: HeaderMap,
    /// The address it came from, behind the proxies that are trusted.
    pub source: IpAddr,
    /// Whether it came over TLS.
    pub https: bool,
    /// When.
    pub now: Instant,
}

/// Who sends it.
pub struct Authenticated {
    /// The actor.
    pub actor: Actor,
    /// Cookies to set or clear with the answer.
    pub set_cookies: Vec<String>,
    /// Writes down that they were here. Not while a look of the request is open: that may hold the
    /// last connection.
    pub upkeep: Option<BoxFuture<'static, ()>>,
}

impl std::fmt::Debug for Authenticated {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Authenticated").field("actor", &self.actor).finish_non_exhaustive()
    }
}

/// Finds out who sends a request, which looks at the data by this context.
pub type Authenticate = Arc<
    dyn Fn(Cx, Credentials) -> BoxFuture<'static, Result<Authenticated, Failure>> + Send + Sync,
>;

impl Credentials {
    /// A header as text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// A cookie's value.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find_map(|(found, value)| if found == name { Some(value) } else { None })
    }

    /// The token of `Authorization: Bearer`.
    #[must_use]
    pub fn bearer(&self) -> Option<&str> {
        let value = self.header("authorization")?;
        let (scheme, token) = value.split_once(' ')?;
        if scheme.eq_ignore_ascii_case("bearer") { Some(token.trim()) } else { None }
    }
}

/// One request to one route.
#[derive(Debug)]
pub struct Request {
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) params: HashMap<String, String>,
    pub(crate) credentials: Credentials,
    pub(crate) body: Body,
}

/// The body, as far as its type says how to read it.
#[derive(Debug, Clone)]
pub(crate) enum Body {
    Empty,
    Form(Input),
    Json(Bytes),
    Other(Bytes),
}

impl Request {
    /// A part of the address, such as `{id}`.
    ///
    /// # Errors
    /// What cannot be an identifier names nothing: missing.
    pub fn param<T: FromStr>(&self, name: &str) -> Result<T, Failure> {
        let text = self.params.get(name).ok_or(EdgeError::NoPage)?;
        text.parse().map_err(|_unreadable| EdgeError::NoPage.into())
    }

    /// A part of the address as it is.
    #[must_use]
    pub fn param_text(&self, name: &str) -> &str {
        self.params.get(name).map_or("", String::as_str)
    }

    /// The values behind the question mark.
    #[must_use]
    pub fn query(&self) -> Input {
        // That it is UTF-8 was seen to before the handler ran.
        Input::from_pairs(pairs(self.query.as_bytes()).unwrap_or_default())
    }

    /// The addresses of the first page of a list, when this is not it, and of the next one, with the
    /// filters of this one. In the language of the page.
    #[must_use]
    pub fn pager(&self, shell: &Shell, next: Option<&str>) -> (Option<String>, Option<String>) {
        let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
        let kept: Vec<&str> = self
            .query
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.ends_with('='))
            .filter(|pair| !matches!(name(pair).as_str(), "after" | "done" | "undo"))
            .collect();
        let address = |mark: Option<&str>| {
            let mark = mark.map(|mark| format!("after={mark}"));
            let pairs: Vec<&str> = kept.iter().copied().chain(mark.as_deref()).collect();
            let path = shell.href(&self.path);
            if pairs.is_empty() { path } else { format!("{path}?{}", pairs.join("&")) }
        };
        let first = self.query().text("after").is_some().then(|| address(None));
        (first, next.map(|mark| address(Some(mark))))
    }

    /// The query as it came.
    #[must_use]
    pub fn query_text(&self) -> &str {
        &self.query
    }

    /// The form, or the JSON object, that was sent.
    ///
    /// # Errors
    /// When the body is of another type or cannot be read.
    pub fn input(&self) -> Result<Input, Failure> {
        match &self.body {
            Body::Empty => Ok(Input::default()),
            Body::Form(input) => Ok(input.clone()),
            Body::Json(bytes) => {
                let value: serde_json::Value =
                    serde_json::from_slice(bytes).map_err(|error| json_problem(&error))?;
                if !value.is_object() {
                    return Err(Invalid::field("", "json_object").into());
                }
                Ok(Input::from_json(value))
            }
            Body::Other(_) => Err(EdgeError::MediaType.into()),
        }
    }

    /// The JSON body as an input, once its members and types are those of `T`.
    ///
    /// # Errors
    /// When it is no JSON, or a member is unknown, lacking or of another type.
    pub fn json<T: serde::de::DeserializeOwned>(&self) -> Result<Input, Failure> {
        let Body::Json(bytes) = &self.body else { return Err(EdgeError::NotJson.into()) };
        serde_json::from_slice::<T>(bytes).map_err(|error| json_problem(&error))?;
        self.input()
    }

    /// The body's bytes, for types that are neither forms nor JSON.
    #[must_use]
    pub fn bytes(&self) -> Bytes {
        match &self.body {
            Body::Json(bytes) | Body::Other(bytes) => bytes.clone(),
            Body::Empty | Body::Form(_) => Bytes::new(),
        }
    }

    /// A header as text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.credentials.header(name)
    }

    /// A cookie's value.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.credentials.cookie(name)
    }

    /// The address that it came from.
    #[must_use]
    pub const fn source(&self) -> IpAddr {
        self.credentials.source
    }

    /// Whether it came over TLS.
    #[must_use]
    pub const fn is_https(&self) -> bool {
        self.credentials.https
    }

    /// The path without the language's prefix.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether only the main part of the page is wanted: htmx says so.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.header("hx-request-type") == Some("partial")
    }

    /// The revision that the caller saw: `If-Match`, or the form's `revision`.
    ///
    /// # Errors
    /// When it is no revision.
    pub fn revision(&self) -> Result<Option<Revision>, Failure> {
        if let Some(header) = self.credentials.headers.get(header::IF_MATCH) {
            // One that is no text is a condition too: it must not pass for none.
            let header = header.to_str().unwrap_or_default();
            let number = header.trim().trim_start_matches("W/").trim_matches('"').parse();
            return number
                .map(Some)
                .map_err(|_wrong| Invalid::field("If-Match", "revision").into());
        }
        match &self.body {
            Body::Form(_) | Body::Json(_) => {
                let input = self.input()?;
                let number = input.text("revision").map(str::parse).transpose();
                number.map_err(|_wrong| Invalid::field("revision", "revision").into())
            }
            Body::Empty | Body::Other(_) => Ok(None),
        }
    }
}

fn json_problem(error: &serde_json::Error) -> Failure {
    let mut invalid = Invalid::field("", "json");
    let place = vec![
        ("line", error.line().to_string()),
        ("column", error.column().to_string()),
        ("problem", error.to_string()),
    ];
    if let Some(first) = invalid.fields.first_mut() {
        first.args = place;
    }
    invalid.into()
}

/// The pairs of `application/x-www-form-urlencoded` (WHATWG URL, section 5.1), when all of it is UTF-8.
pub(crate) fn pairs(text: &[u8]) -> Result<Vec<(String, String)>, std::string::FromUtf8Error> {
    let decode = |part: &[u8]| {
        let mut bytes = Vec::with_capacity(part.len());
        let mut rest = part;
        while let Some((&first, after)) = rest.split_first() {
            rest = after;
            let hex = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
            match first {
                b'+' => bytes.push(b' '),
                b'%' => match (hex(rest.first()), hex(rest.get(1))) {
                    (Some(high), Some(low)) => {
                        bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                        rest = rest.get(2..).unwrap_or_default();
                    }
                    _ => bytes.push(b'%'),
                },
                other => bytes.push(other),
            }
        }
        String::from_utf8(bytes)
    };
    text.split(|byte| *byte == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| match pair.iter().position(|byte| *byte == b'=') {
            Some(at) => {
                let (name, value) = pair.split_at(at);
                Ok((decode(name)?, decode(value.get(1..).unwrap_or_default())?))
            }
            None => Ok((decode(pair)?, String::new())),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_decoded_as_browsers_encode_them() {
        let found = pairs(b"a=1+2&b=%C3%B1%25&c&=x&d=%zz&a=3").unwrap();
        let expected = [("a", "1 2"), ("b", "ñ%"), ("c", ""), ("", "x"), ("d", "%zz"), ("a", "3")];
        let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(found, expected);
        for wrong in ["a=%ff", "%c0%af=1", "a=%ed%a0%80"] {
            assert!(pairs(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}

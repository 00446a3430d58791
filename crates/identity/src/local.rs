//! Where to go after signing in: a page of ours, never another site.

use std::{fmt, str::FromStr};

/// A path on this site that may follow a sign-in, without a language's prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalPath(String);

/// A text that does not stay on this site.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a path on this site, such as `/me`")]
pub struct NotLocal;

impl LocalPath {
    /// The person's own page, where one goes when nothing else was asked for.
    #[must_use]
    pub fn home() -> Self {
        Self("/me".to_owned())
    }

    /// What was asked for when it is local, and home otherwise.
    #[must_use]
    pub fn or_home(text: Option<&str>) -> Self {
        text.and_then(|text| text.parse().ok()).unwrap_or_else(Self::home)
    }

    /// The path, with its query.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for LocalPath {
    type Err = NotLocal;

    fn from_str(text: &str) -> Result<Self, NotLocal> {
        // `//evil.example` and `/\evil.example` are other sites to a browser, and it drops tabs
        // and line ends before it looks.
        let printable = text.chars().all(|c| !c.is_control() && c != '\\' && !c.is_whitespace());
        let fine = text.starts_with('/') && !text.starts_with("//") && text.len() <= 2000;
        let own = text.strip_prefix("/es").filter(|rest| rest.starts_with('/')).unwrap_or(text);
        // Coming back to these would end the session or go in circles.
        let path = own.split(['?', '#']).next().unwrap_or_default();
        let again = ["/sign-in", "/sign-out", "/step-up", "/recover"].iter().any(|door| {
            path == *door || path.strip_prefix(door).is_some_and(|r| r.starts_with('/'))
        });
        let fine = fine && !own.starts_with("//");
        if fine && printable && !again { Ok(Self(own.to_owned())) } else { Err(NotLocal) }
    }
}

impl fmt::Display for LocalPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_this_site_are_taken() {
        for text in ["/me", "/p/riverbend/commitments?who=me&view=board", "/p/x#late", "/"] {
            assert_eq!(text.parse::<LocalPath>().unwrap().as_str(), text);
        }
        assert_eq!("/es/me".parse::<LocalPath>().unwrap().as_str(), "/me");
        for text in [
            "",
            "me",
            "//evil.example",
            "/\\evil.example",
            "/es//evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/me\r\nSet-Cookie: a=b",
            "/ me",
        ] {
            assert!(text.parse::<LocalPath>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_sign_in_never_leads_back_to_a_sign_in() {
        for text in ["/sign-out", "/sign-in?next=/me", "/es/step-up", "/sign-in/link/abc"] {
            assert!(text.parse::<LocalPath>().is_err(), "{text}");
        }
        assert!("/sign-ins".parse::<LocalPath>().is_ok());
    }
}

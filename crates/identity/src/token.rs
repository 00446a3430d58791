//! API tokens: what a person lets a program do in their name.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod form;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;

use std::{fmt, str::FromStr};

use ::store::Access;
use base::{Instant, Line, PartnershipId};

base::id! {
    /// Names a token.
    pub TokenId = "tok";
}

/// What its owner calls a token: the program that uses it.
pub(crate) type TokenName = Line<60>;

/// How many a person may have.
pub(crate) const MOST: usize = 50;

/// How often a token's use is written down.
pub(crate) const USED_SECONDS: i64 = 3_600;

/// A part of the API that a token opens, such as `commitments:read`. Writing includes reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TokenScope {
    area: String,
    access: Access,
}

/// A text that is no scope.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an area and what is allowed in it, such as `commitments:read`")]
pub(crate) struct NoScope;

impl TokenScope {
    /// The scope that covers the permissions of an area.
    pub(crate) fn of(area: &str, access: Access) -> Self {
        Self { area: area.to_owned(), access }
    }

    /// The area, such as `commitments`.
    pub(crate) fn area(&self) -> &str {
        &self.area
    }

    /// Looking, or changing too.
    pub(crate) const fn access(&self) -> Access {
        self.access
    }
}

impl FromStr for TokenScope {
    type Err = NoScope;

    fn from_str(text: &str) -> Result<Self, NoScope> {
        let (area, access) = text.split_once(':').ok_or(NoScope)?;
        let letters = |c: u8| c.is_ascii_lowercase() || c == b'_';
        if area.is_empty() || area.len() > 40 || !area.bytes().all(letters) {
            return Err(NoScope);
        }
        match access {
            "read" => Ok(Self::of(area, Access::Read)),
            "write" => Ok(Self::of(area, Access::Write)),
            _ => Err(NoScope),
        }
    }
}

impl fmt::Display for TokenScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let access = match self.access {
            Access::Read => "read",
            Access::Write => "write",
        };
        write!(f, "{}:{access}", self.area)
    }
}

/// What a token is made of.
#[derive(Debug, Clone)]
pub(crate) struct NewToken {
    pub(crate) name: TokenName,
    pub(crate) scopes: Vec<TokenScope>,
    /// The only partnership that it opens; `None` for all of the person's.
    pub(crate) partnership: Option<PartnershipId>,
    pub(crate) ends_at: Option<Instant>,
}

/// A token as its owner sees it.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) id: TokenId,
    pub(crate) name: TokenName,
    pub(crate) scopes: Vec<String>,
    pub(crate) partnership: Option<PartnershipId>,
    pub(crate) made_at: Instant,
    pub(crate) used_at: Option<Instant>,
    pub(crate) ends_at: Option<Instant>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_an_area_and_an_access() {
        for text in ["commitments:read", "my_work:write"] {
            assert_eq!(text.parse::<TokenScope>().unwrap().to_string(), text);
        }
        for text in
            ["", "commitments", "commitments:", ":read", "commitments:delete", "A:read", "a b:read"]
        {
            assert!(text.parse::<TokenScope>().is_err(), "{text}");
        }
    }
}

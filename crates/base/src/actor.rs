//! Who acts.

use crate::{Instant, Language, PersonId, SessionId};

crate::words! {
    /// What a person may be in a partnership, for an organization.
    pub enum Role {
        /// Keeps the plan, meetings, agreements and reports moving.
        Coordinator = "coordinator",
        /// Answers for an organization and may bind it.
        Lead = "lead",
        /// Works for an organization.
        Member = "member",
        /// Answers for an organization's data.
        Steward = "steward",
        /// Reads and talks, where the partnership opens it.
        Guest = "guest",
    }
}

/// Who asks for something to be read or done.
#[derive(Debug, Clone)]
pub enum Actor {
    /// Nobody that we know.
    Nobody,
    /// A person who signed in, or a program with that person's token.
    Person(SignedIn),
    /// A job or a command of the operator, by name.
    System(&'static str),
}

/// A person who has proved who they are.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The person.
    pub person: PersonId,
    /// The name that colleagues see.
    pub name: crate::Private<String>,
    /// The language they chose.
    pub language: Option<Language>,
    /// The session, when it is a browser and not a token.
    pub session: Option<SessionId>,
    /// When they last proved who they are.
    pub authenticated_at: Instant,
    /// Whether that proof resists phishing (a passkey).
    pub strong: bool,
    /// What a token is limited to, as `area:read` and `area:write`; `None` for a session.
    pub scopes: Option<Vec<String>>,
    /// The one partnership that a token opens; `None` for a session.
    pub partnership: Option<crate::PartnershipId>,
}

impl Actor {
    /// The person, when it is one.
    #[must_use]
    pub const fn person(&self) -> Option<&SignedIn> {
        match self {
            Self::Person(person) => Some(person),
            Self::Nobody | Self::System(_) => None,
        }
    }
}

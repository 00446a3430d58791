//! How a question is decided, and what that needs.

use base::{OrganizationId, Title};

use super::{
    Electorate, Proposal,
    count::{Method, Quorum, Threshold},
};

/// How a question is decided, with what that needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// One proposal, for or against.
    Proposal {
        /// By which share it is adopted.
        threshold: Threshold,
        /// What is proposed.
        text: Proposal,
        /// Who may answer.
        by: Electorate,
        /// How many must.
        quorum: Quorum,
    },
    /// Options to be ranked. Their order is published: it parts equals that nothing else parts.
    Ranked {
        /// The options.
        options: Vec<Title>,
        /// Who may answer.
        by: Electorate,
        /// How many must.
        quorum: Quorum,
    },
    /// One organization decides, after hearing those who are named.
    Advice {
        /// The options.
        options: Vec<Title>,
        /// Who decides.
        decider: OrganizationId,
        /// Who is heard first.
        advisers: Vec<OrganizationId>,
    },
}

impl Way {
    /// Its method.
    #[must_use]
    pub const fn method(&self) -> Method {
        match self {
            Self::Proposal { threshold: Threshold::Consent, .. } => Method::Consent,
            Self::Proposal { threshold: Threshold::Majority, .. } => Method::Majority,
            Self::Proposal { threshold: Threshold::TwoThirds, .. } => Method::TwoThirds,
            Self::Ranked { .. } => Method::Ranked,
            Self::Advice { .. } => Method::Advice,
        }
    }

    /// The options; none where one proposal is on the table.
    #[must_use]
    pub fn options(&self) -> &[Title] {
        match self {
            Self::Proposal { .. } => &[],
            Self::Ranked { options, .. } | Self::Advice { options, .. } => options,
        }
    }

    /// The proposal; none where options are on the table.
    #[must_use]
    pub const fn text(&self) -> Option<&Proposal> {
        match self {
            Self::Proposal { text, .. } => Some(text),
            Self::Ranked { .. } | Self::Advice { .. } => None,
        }
    }

    /// Who may answer; on advice those who are named.
    #[must_use]
    pub const fn electorate(&self) -> Option<Electorate> {
        match self {
            Self::Proposal { by, .. } | Self::Ranked { by, .. } => Some(*by),
            Self::Advice { .. } => None,
        }
    }

    /// How many must answer; on advice all who are named.
    #[must_use]
    pub const fn quorum(&self) -> Quorum {
        match self {
            Self::Proposal { quorum, .. } | Self::Ranked { quorum, .. } => *quorum,
            Self::Advice { .. } => Quorum::All,
        }
    }

    /// Who is heard first, on advice.
    #[must_use]
    pub fn advisers(&self) -> &[OrganizationId] {
        match self {
            Self::Advice { advisers, .. } => advisers,
            Self::Proposal { .. } | Self::Ranked { .. } => &[],
        }
    }

    /// Who decides, on advice.
    #[must_use]
    pub const fn decider(&self) -> Option<OrganizationId> {
        match self {
            Self::Advice { decider, .. } => Some(*decider),
            Self::Proposal { .. } | Self::Ranked { .. } => None,
        }
    }
}

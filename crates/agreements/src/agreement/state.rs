//! Whether an agreement binds, and how far its next version is.

use base::Date;

/// Whether an agreement binds, and in which version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has signed all of it yet.
    New,
    /// It binds, within its dates.
    InForce {
        /// The version.
        version: i64,
    },
    /// It rests.
    Suspended {
        /// The version that rests.
        version: i64,
    },
    /// It was ended.
    Terminated {
        /// The version that was in force; none when there was none.
        version: Option<i64>,
    },
}

base::words! {
    /// How far a version is that is not in force yet.
    pub enum Stage {
        /// It is being written.
        Draft = "draft",
        /// The parties read it.
        Review = "review",
        /// It is out for signature.
        Out = "out",
    }
}

base::words! {
    /// How an agreement looks in the register.
    pub enum Shown {
        /// It is being written.
        Draft = "draft",
        /// The parties read it.
        Review = "review",
        /// It is out for signature.
        Out = "out",
        /// It is signed, and its first day has not come.
        Ahead = "ahead",
        /// It is in force.
        Active = "active",
        /// It rests.
        Suspended = "suspended",
        /// Its last day has passed.
        Expired = "expired",
        /// It was ended.
        Terminated = "terminated",
    }
}

impl Standing {
    /// The version that is or was in force.
    #[must_use]
    pub const fn version(self) -> Option<i64> {
        match self {
            Self::New => None,
            Self::InForce { version } | Self::Suspended { version } => Some(version),
            Self::Terminated { version } => version,
        }
    }

    /// The word that is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::InForce { .. } => "in_force",
            Self::Suspended { .. } => "suspended",
            Self::Terminated { .. } => "terminated",
        }
    }

    pub(crate) fn read(word: &str, version: Option<i64>) -> Option<Self> {
        match (word, version) {
            ("new", None) => Some(Self::New),
            ("in_force", Some(version)) => Some(Self::InForce { version }),
            ("suspended", Some(version)) => Some(Self::Suspended { version }),
            ("terminated", version) => Some(Self::Terminated { version }),
            _ => None,
        }
    }

    /// How it looks on a day. An end is derived from its date and never stored.
    #[must_use]
    pub fn shown(
        self,
        stage: Option<Stage>,
        (effective, ends): (Date, Option<Date>),
        today: Date,
    ) -> Shown {
        match (self, stage) {
            (Self::Terminated { .. }, _) => Shown::Terminated,
            (Self::Suspended { .. }, _) => Shown::Suspended,
            (Self::InForce { .. }, _) if ends.is_some_and(|ends| ends < today) => Shown::Expired,
            (Self::InForce { .. }, _) if effective > today => Shown::Ahead,
            (Self::InForce { .. }, _) => Shown::Active,
            (Self::New, Some(Stage::Out)) => Shown::Out,
            (Self::New, Some(Stage::Review)) => Shown::Review,
            (Self::New, Some(Stage::Draft) | None) => Shown::Draft,
        }
    }
}

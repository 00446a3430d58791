//! What was done with an agreement.

use base::{Date, Instant, OrganizationId, PersonId};

base::words! {
    /// What was done with an agreement.
    pub enum ActName {
        /// The first version was begun.
        Drafted = "drafted",
        /// What is being written was changed.
        Revised = "revised",
        /// The parties were asked to read it.
        Presented = "presented",
        /// It went out for signature.
        SentOut = "sent_out",
        /// It was taken back before all had signed.
        Recalled = "recalled",
        /// A party signed.
        Signed = "signed",
        /// All have signed.
        EnteredForce = "entered_force",
        /// It was signed on paper, and written down here.
        Recorded = "recorded",
        /// The next version was begun.
        Amended = "amended",
        /// One of the four questions was answered.
        Answered = "answered",
        /// A party proposed a change.
        Proposed = "proposed",
        /// The change was accepted.
        Accepted = "accepted",
        /// The change was declined.
        Declined = "declined",
        /// The party took its proposal back.
        Withdrawn = "withdrawn",
        /// The parties looked at it again.
        Reviewed = "reviewed",
        /// It was let rest.
        Suspended = "suspended",
        /// It was put in force again.
        Resumed = "resumed",
        /// It was ended.
        Terminated = "terminated",
    }
}

/// One line of the history.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its number.
    pub number: i64,
    /// What was done.
    pub act: ActName,
    /// With which version.
    pub version: Option<i64>,
    /// When.
    pub at: Instant,
    /// On which day.
    pub on: Date,
    /// By whom; the program itself when there is none.
    pub person: Option<PersonId>,
    /// For whom.
    pub organization: Option<OrganizationId>,
    /// What was said.
    pub words: Option<String>,
}

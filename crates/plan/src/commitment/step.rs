//! What was done to a commitment, by whom and when: the leaves of its history.

use base::{Date, Instant, OrganizationId, PersonId, Reason, Title};

use super::{Carrier, Note, Side, Terms};

/// Who speaks, for which organization and side, at which moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// The person.
    pub person: PersonId,
    /// The organization they speak for.
    pub organization: OrganizationId,
    /// That organization's part in this commitment.
    pub side: Side,
    /// The moment.
    pub at: Instant,
    /// The calendar date of that moment where the partnership is.
    pub on: Date,
}

/// One thing done to a commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Its maker offered it.
    Offered {
        /// What is offered.
        terms: Terms,
        /// Who would be in charge.
        in_charge: Carrier,
    },
    /// The one who would receive it asked for it.
    Asked {
        /// What is asked.
        terms: Terms,
    },
    /// The terms were answered with others.
    Countered {
        /// The other terms.
        terms: Terms,
        /// Why.
        why: Option<Reason>,
    },
    /// The terms were agreed to.
    Accepted {
        /// Who is in charge, when the promiser answers.
        in_charge: Option<Carrier>,
    },
    /// The terms were refused.
    Declined {
        /// Why.
        why: Reason,
    },
    /// The terms were taken back.
    Withdrawn {
        /// Why.
        why: Option<Reason>,
    },
    /// Its maker said that it is done.
    ClaimedDone {
        /// What they said with it.
        note: Option<Note>,
    },
    /// The one who waits said that it was kept.
    Confirmed {
        /// A word of thanks.
        thanks: Option<Note>,
    },
    /// The one who waits said that something is missing.
    NotYet {
        /// What.
        why: Reason,
    },
    /// Its maker moved the date.
    Moved {
        /// The new date.
        to: Date,
        /// Why.
        why: Reason,
    },
    /// It was said that it will not come.
    Broken {
        /// Why.
        why: Reason,
    },
    /// Another person was put in charge.
    HandedOver {
        /// Who.
        to: Carrier,
    },
    /// Its maker said what is in the way.
    Explained {
        /// What.
        why: Reason,
    },
    /// A coordinator reminded those who act next.
    Reminded,
    /// Evidence was added.
    EvidenceAdded {
        /// What it is called.
        label: Title,
    },
    /// Evidence was taken away.
    EvidenceRemoved {
        /// What it was called.
        label: Title,
    },
    /// A step was taken back.
    Undone {
        /// Which.
        step: u32,
    },
}

base::words! {
    /// The name of an [`Act`], without what it carries.
    pub enum ActName {
        /// Its maker offered it.
        Offered = "offered",
        /// The one who would receive it asked for it.
        Asked = "asked",
        /// The terms were answered with others.
        Countered = "countered",
        /// The terms were agreed to.
        Accepted = "accepted",
        /// The terms were refused.
        Declined = "declined",
        /// The terms were taken back.
        Withdrawn = "withdrawn",
        /// Its maker said that it is done.
        ClaimedDone = "claimed_done",
        /// The one who waits said that it was kept.
        Confirmed = "confirmed",
        /// The one who waits said that something is missing.
        NotYet = "not_yet",
        /// Its maker moved the date.
        Moved = "moved",
        /// It was said that it will not come.
        Broken = "broken",
        /// Another person was put in charge.
        HandedOver = "handed_over",
        /// Its maker said what is in the way.
        Explained = "explained",
        /// A coordinator reminded those who act next.
        Reminded = "reminded",
        /// Evidence was added.
        EvidenceAdded = "evidence_added",
        /// Evidence was taken away.
        EvidenceRemoved = "evidence_removed",
        /// A step was taken back.
        Undone = "undone",
    }
}

impl Act {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> ActName {
        match self {
            Self::Offered { .. } => ActName::Offered,
            Self::Asked { .. } => ActName::Asked,
            Self::Countered { .. } => ActName::Countered,
            Self::Accepted { .. } => ActName::Accepted,
            Self::Declined { .. } => ActName::Declined,
            Self::Withdrawn { .. } => ActName::Withdrawn,
            Self::ClaimedDone { .. } => ActName::ClaimedDone,
            Self::Confirmed { .. } => ActName::Confirmed,
            Self::NotYet { .. } => ActName::NotYet,
            Self::Moved { .. } => ActName::Moved,
            Self::Broken { .. } => ActName::Broken,
            Self::HandedOver { .. } => ActName::HandedOver,
            Self::Explained { .. } => ActName::Explained,
            Self::Reminded => ActName::Reminded,
            Self::EvidenceAdded { .. } => ActName::EvidenceAdded,
            Self::EvidenceRemoved { .. } => ActName::EvidenceRemoved,
            Self::Undone { .. } => ActName::Undone,
        }
    }

    /// What was said with it, whatever it is called there.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Countered { why, .. } | Self::Withdrawn { why } => {
                why.as_ref().map(Reason::as_str)
            }
            Self::Declined { why }
            | Self::NotYet { why }
            | Self::Moved { why, .. }
            | Self::Broken { why }
            | Self::Explained { why } => Some(why.as_str()),
            Self::ClaimedDone { note } | Self::Confirmed { thanks: note } => {
                note.as_ref().map(Note::as_str)
            }
            Self::EvidenceAdded { label } | Self::EvidenceRemoved { label } => Some(label.as_str()),
            Self::Offered { .. }
            | Self::Asked { .. }
            | Self::Accepted { .. }
            | Self::HandedOver { .. }
            | Self::Reminded
            | Self::Undone { .. } => None,
        }
    }

    /// The terms that it puts on the table.
    #[must_use]
    pub const fn terms(&self) -> Option<&Terms> {
        if let Self::Offered { terms, .. } | Self::Asked { terms } | Self::Countered { terms, .. } =
            self
        {
            Some(terms)
        } else {
            None
        }
    }

    /// The date that it promises.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        if let Self::Moved { to, .. } = self { Some(*to) } else { self.terms().map(|t| t.due) }
    }

    /// Whom it puts in charge.
    #[must_use]
    pub const fn in_charge(&self) -> Option<Carrier> {
        if let Self::Offered { in_charge: who, .. }
        | Self::HandedOver { to: who }
        | Self::Accepted { in_charge: Some(who) } = self
        {
            Some(*who)
        } else {
            None
        }
    }

    /// What the evidence is called, when it is about evidence.
    #[must_use]
    pub const fn label(&self) -> Option<&Title> {
        if let Self::EvidenceAdded { label } | Self::EvidenceRemoved { label } = self {
            Some(label)
        } else {
            None
        }
    }

    /// The step that it takes back.
    #[must_use]
    pub const fn undone(&self) -> Option<u32> {
        if let Self::Undone { step } = self { Some(*step) } else { None }
    }
}

/// An act with its place in the history and its voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its place, from 1.
    pub number: u32,
    /// Who, for whom, when.
    pub voice: Voice,
    /// What.
    pub act: Act,
}

impl Step {
    pub(super) const fn first(voice: Voice, act: Act) -> Self {
        Self { number: 1, voice, act }
    }
}

//! What can go wrong in what partners do together, in words that people can act on.

use base::{FieldProblem, Kind, Problem};

use crate::{
    announcement::AnnouncementError, calendar::CalendarError, disagreement::DisagreementError,
    draft::DraftError, gathering::GatheringError, meeting::MeetingError, talk::TalkError,
};

/// What can go wrong in what partners do together.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Fields that the rules refuse.
    #[error("some fields need another value")]
    Fields(Vec<FieldProblem>),
    /// What is wrong with talk.
    #[error(transparent)]
    Talk(#[from] TalkError),
    /// What is wrong with announcements.
    #[error(transparent)]
    Announcement(#[from] AnnouncementError),
    /// What is wrong with the register of disagreements.
    #[error(transparent)]
    Disagreement(#[from] DisagreementError),
    /// What is wrong with meetings.
    #[error(transparent)]
    Meeting(#[from] MeetingError),
    /// What is wrong with drafts.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// What is wrong with calendars.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// What is wrong with events.
    #[error(transparent)]
    Gathering(#[from] GatheringError),
    /// A table that could not be written.
    #[error("the table could not be written")]
    Table(#[from] csv::Error),
    /// Below: the data, the partnership, the people.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// What the partnership says.
    #[error(transparent)]
    Partnership(#[from] partnership::Error),
    /// What identity says.
    #[error(transparent)]
    Identity(#[from] identity::Error),
    /// What the plan says.
    #[error(transparent)]
    Plan(#[from] plan::Error),
}

impl Problem for Error {
    fn kind(&self) -> Kind {
        match self {
            Self::Fields(_) => Kind::Invalid,
            Self::Talk(error) => error.kind(),
            Self::Announcement(error) => error.kind(),
            Self::Disagreement(error) => error.kind(),
            Self::Draft(error) => error.kind(),
            Self::Table(_) => Kind::Fault,
            Self::Meeting(error) => error.kind(),
            Self::Calendar(error) => error.kind(),
            Self::Gathering(error) => error.kind(),
            Self::Store(error) => error.kind(),
            Self::Partnership(error) => error.kind(),
            Self::Identity(error) => error.kind(),
            Self::Plan(error) => error.kind(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Fields(_) => "community_fields",
            Self::Talk(error) => error.code(),
            Self::Announcement(error) => error.code(),
            Self::Disagreement(error) => error.code(),
            Self::Draft(error) => error.code(),
            Self::Table(_) => "community_table",
            Self::Meeting(error) => error.code(),
            Self::Calendar(error) => error.code(),
            Self::Gathering(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::Partnership(error) => error.code(),
            Self::Identity(error) => error.code(),
            Self::Plan(error) => error.code(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Fields(_) | Self::Table(_) => Vec::new(),
            Self::Talk(error) => error.args(),
            Self::Announcement(error) => error.args(),
            Self::Disagreement(error) => error.args(),
            Self::Draft(error) => error.args(),
            Self::Meeting(error) => error.args(),
            Self::Calendar(error) => error.args(),
            Self::Gathering(error) => error.args(),
            Self::Store(error) => error.args(),
            Self::Partnership(error) => error.args(),
            Self::Identity(error) => error.args(),
            Self::Plan(error) => error.args(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        match self {
            Self::Fields(fields) => fields,
            Self::Talk(error) => error.fields(),
            Self::Announcement(error) => error.fields(),
            Self::Disagreement(error) => error.fields(),
            Self::Draft(error) => error.fields(),
            Self::Table(_) => &[],
            Self::Meeting(error) => error.fields(),
            Self::Calendar(error) => error.fields(),
            Self::Gathering(error) => error.fields(),
            Self::Store(error) => error.fields(),
            Self::Partnership(error) => error.fields(),
            Self::Identity(error) => error.fields(),
            Self::Plan(error) => error.fields(),
        }
    }
}

impl Error {
    /// A field that the rules refuse.
    #[must_use]
    pub fn field(field: &str, code: &'static str) -> Self {
        Self::Fields(vec![FieldProblem { field: field.to_owned(), code, args: Vec::new() }])
    }
}

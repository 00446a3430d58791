//! What can go wrong with announcements, in words that people can act on.

use base::{Date, FieldProblem, Kind, Problem};

/// What can go wrong with announcements.
#[derive(Debug, thiserror::Error)]
pub enum AnnouncementError {
    /// There is no such announcement here, or none that the caller may know of.
    #[error("there is no such announcement in this partnership")]
    Missing,
    /// Somebody changed it since the caller read it.
    #[error("this announcement changed since you opened it; read it again")]
    Changed,
    /// Fields that the rules refuse.
    #[error("some fields need another value")]
    Fields(Vec<FieldProblem>),
    /// Neither a coordinator nor somebody who leads the organization that announced it.
    #[error("only a coordinator or a lead of the organization that announced it may do this")]
    NotYours,
    /// The caller works for none of those who should read it.
    #[error("you work for none of the organizations that should read this")]
    NotAwaited,
    /// It was taken back.
    #[error("this announcement was taken back")]
    Withdrawn,
    /// Everybody has read it.
    #[error("everybody has read this")]
    AllRead,
    /// A second reminder on one day.
    #[error("they were reminded today; wait until tomorrow")]
    RemindedToday,
    /// A change that changes nothing.
    #[error("nothing was changed")]
    SameText,
}

impl AnnouncementError {
    /// A field that the rules refuse.
    pub(crate) fn field(field: &str, code: &'static str) -> Self {
        Self::Fields(vec![FieldProblem { field: field.to_owned(), code, args: Vec::new() }])
    }

    /// A day that is over.
    pub(crate) fn past(today: Date) -> Self {
        let args = vec![("today", today.to_string())];
        Self::Fields(vec![FieldProblem {
            field: "read_by".to_owned(),
            code: "announcement_date_past",
            args,
        }])
    }
}

impl Problem for AnnouncementError {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing => Kind::Missing,
            Self::Changed => Kind::Stale,
            Self::Fields(_) => Kind::Invalid,
            Self::NotYours | Self::NotAwaited => Kind::Forbidden,
            Self::Withdrawn | Self::AllRead | Self::RemindedToday | Self::SameText => {
                Kind::Conflict
            }
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "announcement_missing",
            Self::Changed => "announcement_changed",
            Self::Fields(_) => "announcement_fields",
            Self::NotYours => "announcement_not_yours",
            Self::NotAwaited => "announcement_not_awaited",
            Self::Withdrawn => "announcement_withdrawn",
            Self::AllRead => "announcement_all_read",
            Self::RemindedToday => "announcement_reminded_today",
            Self::SameText => "announcement_same",
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        if let Self::Fields(fields) = self { fields } else { &[] }
    }
}

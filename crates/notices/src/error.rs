//! What can go wrong with notices and with the links in mails.

use base::{FieldProblem, Kind, Problem};

/// Why a notice, a choice or a link did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The data could not be reached, or may not be.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A mail could not be sent.
    #[error(transparent)]
    Identity(#[from] identity::Error),
    /// No notice of the caller's.
    #[error("this notice is not among yours; it may be older than half a year")]
    NoticeMissing,
    /// No kept reply of the caller's.
    #[error("this reply is not kept any more; it was taken or thrown away")]
    ReplyMissing,
    /// The link was used, was ended, its time is over, or it never was one.
    #[error("this link ended; sign in to do it on the page")]
    AnswerEnded,
}

impl Problem for Error {
    fn kind(&self) -> Kind {
        match self {
            Self::Store(error) => error.kind(),
            Self::Identity(error) => error.kind(),
            Self::NoticeMissing | Self::ReplyMissing | Self::AnswerEnded => Kind::Missing,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Identity(error) => error.code(),
            Self::NoticeMissing => "notice_missing",
            Self::ReplyMissing => "reply_missing",
            Self::AnswerEnded => "answer_ended",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Store(error) => error.args(),
            Self::Identity(error) => error.args(),
            Self::NoticeMissing | Self::ReplyMissing | Self::AnswerEnded => Vec::new(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        match self {
            Self::Store(error) => error.fields(),
            Self::Identity(error) => error.fields(),
            Self::NoticeMissing | Self::ReplyMissing | Self::AnswerEnded => &[],
        }
    }
}

//! What can go wrong with agreements, consents and decisions, in words that people can act on.

use base::{Date, FieldProblem, Kind, Problem};

use crate::{
    agreement::{Broken, DraftError},
    request::RequestError,
};

/// What can go wrong with agreements.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such agreement in this partnership.
    #[error("there is no such agreement in this partnership")]
    Missing,
    /// Somebody changed this agreement since you opened it.
    #[error(
        "somebody changed this agreement since you opened it; look at it as it is now, then decide again"
    )]
    Changed,
    /// No version of this agreement is being written.
    #[error("no version of this agreement is being written")]
    NoDraft,
    /// The next version of this agreement was begun already.
    #[error("the next version of this agreement was begun already")]
    HasDraft,
    /// This version is out for signature and cannot be changed.
    #[error("this version is out for signature and cannot be changed; take it back first")]
    IsOut,
    /// No version of this agreement is out for signature.
    #[error("no version of this agreement is out for signature")]
    NotOut,
    /// The parties have not been asked to read this version.
    #[error("the parties have not been asked to read this version; ask them first")]
    NotReviewed,
    /// This agreement is not in force.
    #[error("this agreement is not in force")]
    NotInForce,
    /// This agreement rests.
    #[error("this agreement rests; put it in force again first")]
    Suspended,
    /// This agreement does not rest.
    #[error("this agreement does not rest")]
    NotSuspended,
    /// This agreement was ended.
    #[error("this agreement was ended")]
    Terminated,
    /// This kind of agreement needs one above it that is in force.
    #[error("this kind of agreement needs one above it that is in force")]
    UpperWanted,
    /// An agreement of that kind cannot stand above this one.
    #[error("an agreement of that kind cannot stand above this one")]
    UpperKind,
    /// Nobody waits for a signature of this party.
    #[error("nobody waits for a signature of this party")]
    NotAwaited,
    /// Another person was named to sign for this party.
    #[error("another person was named to sign for this party")]
    NotSignatory,
    /// Others sign before you.
    #[error("others sign before you; you are told when it is your turn")]
    NotYourTurn,
    /// The text is not the one you were shown.
    #[error("the text is not the one you were shown; read it again, then sign")]
    OtherText,
    /// Only a person who speaks for the right party may do this.
    #[error("only a person who speaks for the right party may do this")]
    NotYours,
    /// There is no such client here, or none that you may know of.
    #[error("there is no such client here, or none that you may know of")]
    ClientMissing,
    /// There is no such consent here, or none that you may know of.
    #[error("there is no such consent here, or none that you may know of")]
    ConsentMissing,
    /// This consent was taken back already.
    #[error("this consent was taken back already")]
    ConsentRevoked,
    /// Nothing is known of the person who would ask.
    #[error("nothing is known of the person who would ask")]
    UserMissing,
    /// What stands there cannot be changed.
    #[error("this record came from elsewhere or was destroyed; it cannot be changed")]
    RecordFixed,
    /// What can go wrong before an agreement is signed.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// What can go wrong with requests and receipts.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// Mail could not be laid down.
    #[error(transparent)]
    Identity(#[from] identity::Error),
    /// The signatory's authority has ended.
    #[error("your authority to sign ended on {until}; ask for a new one to be recorded")]
    AuthorityEnded {
        /// Its last day.
        until: Date,
    },
    /// The signed version was changed outside the program.
    #[error("this version is not what was signed ({what}); nothing goes under it")]
    Broken {
        /// What does not fit.
        what: Broken,
    },
    /// Fields that the rules refuse.
    #[error("some fields need another value")]
    Fields(Vec<FieldProblem>),
    /// A table that could not be written.
    #[error("the table could not be written")]
    Table(#[from] csv::Error),
    /// Below: the data, the partnership, the people.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// What the partnership says.
    #[error(transparent)]
    Partnership(#[from] partnership::Error),
    /// A stored agreement that no verbs could have made.
    #[error("a stored agreement or consent makes no sense")]
    Stored,
}

impl Problem for Error {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing | Self::ClientMissing | Self::ConsentMissing | Self::UserMissing => {
                Kind::Missing
            }
            Self::Changed => Kind::Stale,
            Self::NoDraft
            | Self::HasDraft
            | Self::IsOut
            | Self::NotOut
            | Self::NotReviewed
            | Self::NotInForce
            | Self::Suspended
            | Self::NotSuspended
            | Self::Terminated
            | Self::UpperWanted
            | Self::UpperKind
            | Self::NotAwaited
            | Self::NotYourTurn
            | Self::OtherText
            | Self::ConsentRevoked
            | Self::RecordFixed
            | Self::AuthorityEnded { .. }
            | Self::Broken { .. } => Kind::Conflict,
            Self::Draft(error) => error.kind(),
            Self::Request(error) => error.kind(),
            Self::Identity(error) => error.kind(),
            Self::NotSignatory | Self::NotYours => Kind::Forbidden,
            Self::Fields(_) => Kind::Invalid,
            Self::Stored | Self::Table(_) => Kind::Fault,
            Self::Store(error) => error.kind(),
            Self::Partnership(error) => error.kind(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "agreement_missing",
            Self::Changed => "agreement_changed",
            Self::NoDraft => "agreement_no_draft",
            Self::HasDraft => "agreement_has_draft",
            Self::IsOut => "agreement_is_out",
            Self::NotOut => "agreement_not_out",
            Self::NotReviewed => "agreement_not_reviewed",
            Self::NotInForce => "agreement_not_in_force",
            Self::Suspended => "agreement_suspended",
            Self::NotSuspended => "agreement_not_suspended",
            Self::Terminated => "agreement_terminated",
            Self::UpperWanted => "agreement_upper_wanted",
            Self::UpperKind => "agreement_upper_kind",
            Self::NotAwaited => "agreement_not_awaited",
            Self::NotSignatory => "agreement_not_signatory",
            Self::NotYourTurn => "agreement_not_your_turn",
            Self::OtherText => "agreement_other_text",
            Self::NotYours => "agreement_not_yours",
            Self::ClientMissing => "client_missing",
            Self::ConsentMissing => "consent_missing",
            Self::ConsentRevoked => "consent_already_revoked",
            Self::UserMissing => "data_user_missing",
            Self::RecordFixed => "record_fixed",
            Self::Draft(error) => error.code(),
            Self::Request(error) => error.code(),
            Self::Identity(error) => error.code(),
            Self::AuthorityEnded { .. } => "agreement_authority_ended",
            Self::Broken { .. } => "agreement_broken",
            Self::Fields(_) => "agreement_fields",
            Self::Stored | Self::Table(_) => "agreement_stored",
            Self::Store(error) => error.code(),
            Self::Partnership(error) => error.code(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::AuthorityEnded { until } => vec![("until", until.to_string())],
            Self::Broken { what } => vec![("what", what.to_string())],
            Self::Draft(error) => error.args(),
            Self::Request(error) => error.args(),
            Self::Identity(error) => error.args(),
            Self::Store(error) => error.args(),
            Self::Partnership(error) => error.args(),
            Self::Missing
            | Self::Changed
            | Self::NoDraft
            | Self::HasDraft
            | Self::IsOut
            | Self::NotOut
            | Self::NotReviewed
            | Self::NotInForce
            | Self::Suspended
            | Self::NotSuspended
            | Self::Terminated
            | Self::UpperWanted
            | Self::UpperKind
            | Self::NotAwaited
            | Self::NotSignatory
            | Self::NotYourTurn
            | Self::OtherText
            | Self::NotYours
            | Self::ClientMissing
            | Self::ConsentMissing
            | Self::ConsentRevoked
            | Self::UserMissing
            | Self::RecordFixed
            | Self::Fields(_)
            | Self::Table(_)
            | Self::Stored => Vec::new(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        match self {
            Self::Fields(fields) => fields,
            Self::Draft(error) => error.fields(),
            Self::Request(error) => error.fields(),
            Self::Identity(error) => error.fields(),
            Self::Store(error) => error.fields(),
            Self::Partnership(error) => error.fields(),
            Self::Missing
            | Self::Changed
            | Self::NoDraft
            | Self::HasDraft
            | Self::IsOut
            | Self::NotOut
            | Self::NotReviewed
            | Self::NotInForce
            | Self::Suspended
            | Self::NotSuspended
            | Self::Terminated
            | Self::UpperWanted
            | Self::UpperKind
            | Self::NotAwaited
            | Self::NotSignatory
            | Self::NotYourTurn
            | Self::OtherText
            | Self::NotYours
            | Self::ClientMissing
            | Self::ConsentMissing
            | Self::ConsentRevoked
            | Self::UserMissing
            | Self::RecordFixed
            | Self::AuthorityEnded { .. }
            | Self::Broken { .. }
            | Self::Table(_)
            | Self::Stored => &[],
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

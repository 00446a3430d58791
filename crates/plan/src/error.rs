//! What can go wrong with commitments, in words that people can act on.

use base::{Date, FieldProblem, Kind, Problem};

use crate::{
    commitment::StateName, decision::DecisionError, goal::GoalError, idea::IdeaError,
    responsibility::ResponsibilityError, risk::RiskError,
};

/// What can go wrong with commitments.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such commitment here, or none that the caller may know of.
    #[error("there is no such commitment in this partnership")]
    Missing,
    /// Somebody changed it since the caller read it.
    #[error("this commitment changed since you opened it; read it again, then answer")]
    Changed,
    /// Fields that the rules refuse.
    #[error("some fields need another value")]
    Fields(Vec<FieldProblem>),
    /// A promise to oneself.
    #[error("the one who promises and the one who waits must be two partners")]
    OneParty,
    /// No terms are on the table.
    #[error("nothing waits for an answer: this commitment is {state}")]
    NotWaiting {
        /// Where it stands.
        state: StateName,
    },
    /// It does not bind, or binds no more.
    #[error("this can only be done while the commitment is open; it is {state}")]
    NotOpen {
        /// Where it stands.
        state: StateName,
    },
    /// Nobody said that it is done.
    #[error("its maker has not said that it is done; it is {state}")]
    NotClaimed {
        /// Where it stands.
        state: StateName,
    },
    /// It is over.
    #[error("this commitment is over: it is {state}")]
    Over {
        /// How it ended.
        state: StateName,
    },
    /// Another side decides this.
    #[error("the other side decides this")]
    OtherSide,
    /// The caller speaks for none of those who may do this.
    #[error("only a person who speaks for the right partner may do this")]
    NotYours,
    /// Only a lead binds the agency by another's name.
    #[error("only a lead can put another person in charge; put yourself in charge")]
    LeadOnly,
    /// The person chosen does not work for the promiser.
    #[error("the person in charge must belong to the partner who promises")]
    NotTheirs,
    /// One person would stand on both sides.
    #[error("another person must answer: you cannot answer yourself")]
    SamePerson,
    /// The offered date went by while it waited.
    #[error("the date {due} has passed; answer with a new date")]
    OfferedDatePast {
        /// The date.
        due: Date,
    },
    /// A counter-offer of the same terms.
    #[error("the terms are the same; change the result or the date, or accept")]
    SameTerms,
    /// A move to the same date.
    #[error("the date is the same; choose another")]
    SameDate,
    /// A hand-over to the one who has it.
    #[error("this person is in charge already")]
    SameInCharge,
    /// A reason was given though nothing is in the way.
    #[error("nothing is late here, so no reason is asked")]
    NotStalled,
    /// A second reminder on one day.
    #[error("they were reminded today; wait until tomorrow")]
    RemindedToday,
    /// Nothing to take back.
    #[error("there is nothing to take back")]
    NothingToUndo,
    /// Another person's step.
    #[error("only the person who did it can take it back")]
    UndoNotYours,
    /// Ten minutes have passed.
    #[error("the 10 minutes to take it back have passed")]
    UndoTooLate,
    /// A table that could not be written.
    #[error("the table could not be written")]
    Table(#[from] csv::Error),
    /// So much evidence is kept already.
    #[error("a commitment keeps at most 30 pieces of evidence; take one away first")]
    EvidenceFull,
    /// Another person's evidence.
    #[error("only the person who added this can take it away")]
    EvidenceNotYours,
    /// What is wrong with the plan's items.
    #[error(transparent)]
    Goal(#[from] GoalError),
    /// What is wrong with decisions.
    #[error(transparent)]
    Decision(#[from] DecisionError),
    /// The messages could not be put together.
    #[error(transparent)]
    Catalog(#[from] web::CatalogError),
    /// What is wrong with ideas and recommendations.
    #[error(transparent)]
    Idea(#[from] IdeaError),
    /// What is wrong with risks and issues.
    #[error(transparent)]
    Risk(#[from] RiskError),
    /// What is wrong with responsibilities.
    #[error(transparent)]
    Responsibility(#[from] ResponsibilityError),
    /// Below: the data, the partnership, the people.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// What the partnership says.
    #[error(transparent)]
    Partnership(#[from] partnership::Error),
    /// What identity says.
    #[error(transparent)]
    Identity(#[from] identity::Error),
    /// A stored history that no verbs could have made.
    #[error("the stored history of a commitment makes no sense")]
    History,
}

impl Problem for Error {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing => Kind::Missing,
            Self::Changed => Kind::Stale,
            Self::Fields(_) => Kind::Invalid,
            Self::NotYours | Self::LeadOnly | Self::UndoNotYours | Self::EvidenceNotYours => {
                Kind::Forbidden
            }
            Self::Goal(error) => error.kind(),
            Self::Decision(error) => error.kind(),
            Self::Responsibility(error) => error.kind(),
            Self::Risk(error) => error.kind(),
            Self::Idea(error) => error.kind(),
            Self::Store(error) => error.kind(),
            Self::Partnership(error) => error.kind(),
            Self::Identity(error) => error.kind(),
            Self::History | Self::Table(_) | Self::Catalog(_) => Kind::Fault,
            Self::OneParty
            | Self::NotWaiting { .. }
            | Self::NotOpen { .. }
            | Self::NotClaimed { .. }
            | Self::Over { .. }
            | Self::OtherSide
            | Self::NotTheirs
            | Self::SamePerson
            | Self::OfferedDatePast { .. }
            | Self::SameTerms
            | Self::SameDate
            | Self::SameInCharge
            | Self::NotStalled
            | Self::RemindedToday
            | Self::NothingToUndo
            | Self::EvidenceFull
            | Self::UndoTooLate => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "commitment_missing",
            Self::Changed => "commitment_changed",
            Self::Fields(_) => "commitment_fields",
            Self::OneParty => "commitment_one_party",
            Self::NotWaiting { .. } => "commitment_not_waiting",
            Self::NotOpen { .. } => "commitment_not_open",
            Self::NotClaimed { .. } => "commitment_not_claimed",
            Self::Over { .. } => "commitment_over",
            Self::OtherSide => "commitment_other_side",
            Self::NotYours => "commitment_not_yours",
            Self::LeadOnly => "commitment_lead_only",
            Self::NotTheirs => "commitment_not_theirs",
            Self::SamePerson => "commitment_same_person",
            Self::OfferedDatePast { .. } => "commitment_offered_date_past",
            Self::SameTerms => "commitment_same_terms",
            Self::SameDate => "commitment_same_date",
            Self::SameInCharge => "commitment_same_in_charge",
            Self::NotStalled => "commitment_not_stalled",
            Self::RemindedToday => "commitment_reminded_today",
            Self::NothingToUndo => "commitment_nothing_to_undo",
            Self::UndoNotYours => "commitment_undo_not_yours",
            Self::UndoTooLate => "commitment_undo_too_late",
            Self::EvidenceFull => "evidence_full",
            Self::EvidenceNotYours => "evidence_not_yours",
            Self::Goal(error) => error.code(),
            Self::Decision(error) => error.code(),
            Self::Responsibility(error) => error.code(),
            Self::Risk(error) => error.code(),
            Self::Idea(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::Partnership(error) => error.code(),
            Self::Identity(error) => error.code(),
            Self::History | Self::Table(_) | Self::Catalog(_) => "commitment_history",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotWaiting { state }
            | Self::NotOpen { state }
            | Self::NotClaimed { state }
            | Self::Over { state } => vec![("state", state.to_string())],
            Self::OfferedDatePast { due } => vec![("due", due.to_string())],
            Self::Goal(error) => error.args(),
            Self::Decision(error) => error.args(),
            Self::Responsibility(error) => error.args(),
            Self::Risk(error) => error.args(),
            Self::Idea(error) => error.args(),
            Self::Store(error) => error.args(),
            Self::Partnership(error) => error.args(),
            Self::Identity(error) => error.args(),
            Self::Missing
            | Self::Changed
            | Self::Fields(_)
            | Self::OneParty
            | Self::OtherSide
            | Self::NotYours
            | Self::LeadOnly
            | Self::NotTheirs
            | Self::SamePerson
            | Self::SameTerms
            | Self::SameDate
            | Self::SameInCharge
            | Self::NotStalled
            | Self::RemindedToday
            | Self::NothingToUndo
            | Self::UndoNotYours
            | Self::UndoTooLate
            | Self::EvidenceFull
            | Self::EvidenceNotYours
            | Self::Table(_)
            | Self::Catalog(_)
            | Self::History => Vec::new(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        match self {
            Self::Fields(fields) => fields,
            Self::Goal(error) => error.fields(),
            Self::Decision(error) => error.fields(),
            Self::Responsibility(error) => error.fields(),
            Self::Risk(error) => error.fields(),
            Self::Idea(error) => error.fields(),
            Self::Store(error) => error.fields(),
            Self::Partnership(error) => error.fields(),
            Self::Identity(error) => error.fields(),
            Self::Missing
            | Self::Changed
            | Self::OneParty
            | Self::NotWaiting { .. }
            | Self::NotOpen { .. }
            | Self::NotClaimed { .. }
            | Self::Over { .. }
            | Self::OtherSide
            | Self::NotYours
            | Self::LeadOnly
            | Self::NotTheirs
            | Self::SamePerson
            | Self::OfferedDatePast { .. }
            | Self::SameTerms
            | Self::SameDate
            | Self::SameInCharge
            | Self::NotStalled
            | Self::RemindedToday
            | Self::NothingToUndo
            | Self::UndoNotYours
            | Self::UndoTooLate
            | Self::EvidenceFull
            | Self::EvidenceNotYours
            | Self::Table(_)
            | Self::Catalog(_)
            | Self::History => &[],
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

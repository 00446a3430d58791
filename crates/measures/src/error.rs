//! What can go wrong with measures and their numbers.

use base::{Date, FieldProblem, Kind, Problem};
use standards::{Frequency, Period};

use crate::import::ImportId;

/// A refusal or failure of this context.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The data could not be reached, or may not be.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The organizations or people could not be named.
    #[error(transparent)]
    Partnership(#[from] partnership::Error),
    /// What the plan says.
    #[error(transparent)]
    Plan(#[from] plan::Error),
    /// Another organization answers for the measure.
    #[error("only a coordinator, or the organization that answers for the measure, may do this")]
    NotYours,
    /// No such measure.
    #[error("measure `{slug}` was not found")]
    Missing {
        /// The one asked for.
        slug: String,
    },
    /// There is no number for the period.
    #[error("measure `{slug}` has no number for {period}")]
    NumberMissing {
        /// The measure.
        slug: String,
        /// The period.
        period: Period,
    },
    /// There is a number for the period already.
    #[error("there is a number for {period} already; correct that one")]
    PeriodTaken {
        /// The period.
        period: Period,
    },
    /// A period of another length than the measure's.
    #[error("{period} is no {frequency}")]
    PeriodOfOtherLength {
        /// The period.
        period: Period,
        /// What the measure is counted for.
        frequency: Frequency,
    },
    /// A period that has not begun.
    #[error("{period} has not begun")]
    PeriodInFuture {
        /// The period.
        period: Period,
    },
    /// A correction that changes nothing.
    #[error("the number for {period} is this one already")]
    NothingChanged {
        /// The period.
        period: Period,
    },
    /// The number was not taken back.
    #[error("the number for {period} was not taken back")]
    NotWithdrawn {
        /// The period.
        period: Period,
    },
    /// A story that says nothing.
    #[error("say what helps, what slows us down, or what comes next")]
    StoryEmpty,
    /// A story that is told already.
    #[error("the story is this one already")]
    StoryUnchanged,
    /// A correction without its reason.
    #[error("say why the number changes")]
    WhyMissing,
    /// Two targets for one day.
    #[error("there are two targets for {by}")]
    TargetTwice {
        /// The day.
        by: Date,
    },
    /// A target that lies before the start.
    #[error("the target for {by} lies before the start in {period}")]
    TargetBeforeBaseline {
        /// The target's day.
        by: Date,
        /// The start.
        period: Period,
    },
    /// More targets than are kept.
    #[error("a measure has at most {most} targets")]
    TooManyTargets {
        /// The most.
        most: usize,
    },
    /// Another frequency, while there are numbers.
    #[error("the measure has numbers for each {frequency}; define a new measure instead")]
    FrequencyFixed {
        /// The frequency of its numbers.
        frequency: Frequency,
    },
    /// Another measure has the code in this place.
    #[error("a measure has the code `{code}` in this place already")]
    CodeTaken {
        /// The code.
        code: String,
    },
    /// The organization is no member.
    #[error("the organization is no member of this partnership")]
    OrganizationMissing,
    /// The person has no role for the organization.
    #[error("this person does not work for the organization that answers for the measure")]
    KeeperMissing,
    /// The measure is out of use.
    #[error("measure `{slug}` is out of use")]
    RetiredAlready {
        /// The measure.
        slug: String,
    },
    /// The measure is in use.
    #[error("measure `{slug}` is in use")]
    NotRetired {
        /// The measure.
        slug: String,
    },
    /// No such import.
    #[error("import `{id}` was not found")]
    ImportMissing {
        /// The one asked for.
        id: ImportId,
    },
    /// The file of the import was taken or dropped.
    #[error("import `{id}` is closed; send the file again")]
    ImportClosed {
        /// The import.
        id: ImportId,
    },
    /// What was kept of an import cannot be read.
    #[error("import `{id}` cannot be read")]
    ImportUnreadable {
        /// The import.
        id: ImportId,
        /// Why.
        source: serde_json::Error,
    },
    /// A problem with the field that it shows at.
    #[error("{error}")]
    Placed {
        /// The problem.
        error: Box<Error>,
        /// The field.
        fields: Vec<FieldProblem>,
    },
    /// The messages could not be put together.
    #[error(transparent)]
    Catalog(#[from] web::CatalogError),
    /// A table could not be written.
    #[error("the table could not be written")]
    Table(#[from] csv::Error),
}

impl Error {
    /// The same with the field that a form, or a caller of the API, finds it at.
    #[must_use]
    pub(crate) fn placed(self) -> Self {
        let Some(field) = self.field() else { return self };
        let field = FieldProblem { field: field.to_owned(), code: self.code(), args: self.args() };
        Self::Placed { error: Box::new(self), fields: vec![field] }
    }

    /// The field that a form shows the problem at.
    const fn field(&self) -> Option<&'static str> {
        match self {
            Self::PeriodTaken { .. }
            | Self::PeriodOfOtherLength { .. }
            | Self::PeriodInFuture { .. } => Some("period"),
            Self::NothingChanged { .. } => Some("value"),
            Self::StoryEmpty | Self::StoryUnchanged => Some("helps"),
            Self::WhyMissing => Some("why"),
            Self::TargetTwice { .. }
            | Self::TargetBeforeBaseline { .. }
            | Self::TooManyTargets { .. } => Some("target_1_by"),
            Self::FrequencyFixed { .. } => Some("frequency"),
            Self::CodeTaken { .. } => Some("code"),
            Self::OrganizationMissing => Some("organization"),
            Self::KeeperMissing => Some("keeper"),
            Self::Store(_)
            | Self::Partnership(_)
            | Self::Plan(_)
            | Self::Placed { .. }
            | Self::NotYours
            | Self::Missing { .. }
            | Self::NumberMissing { .. }
            | Self::NotWithdrawn { .. }
            | Self::RetiredAlready { .. }
            | Self::NotRetired { .. }
            | Self::ImportMissing { .. }
            | Self::ImportClosed { .. }
            | Self::ImportUnreadable { .. }
            | Self::Catalog(_)
            | Self::Table(_) => None,
        }
    }
}

impl Problem for Error {
    fn kind(&self) -> Kind {
        match self {
            Self::Store(error) => error.kind(),
            Self::Partnership(error) => error.kind(),
            Self::Plan(error) => error.kind(),
            Self::Placed { error, .. } => error.kind(),
            Self::NotYours => Kind::Forbidden,
            Self::Missing { .. } | Self::NumberMissing { .. } | Self::ImportMissing { .. } => {
                Kind::Missing
            }
            Self::PeriodOfOtherLength { .. }
            | Self::PeriodInFuture { .. }
            | Self::WhyMissing
            | Self::StoryEmpty
            | Self::TargetTwice { .. }
            | Self::TargetBeforeBaseline { .. }
            | Self::TooManyTargets { .. }
            | Self::OrganizationMissing
            | Self::KeeperMissing => Kind::Invalid,
            Self::PeriodTaken { .. }
            | Self::NothingChanged { .. }
            | Self::NotWithdrawn { .. }
            | Self::StoryUnchanged
            | Self::FrequencyFixed { .. }
            | Self::CodeTaken { .. }
            | Self::RetiredAlready { .. }
            | Self::NotRetired { .. }
            | Self::ImportClosed { .. } => Kind::Conflict,
            Self::ImportUnreadable { .. } | Self::Catalog(_) | Self::Table(_) => Kind::Fault,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Partnership(error) => error.code(),
            Self::Plan(error) => error.code(),
            Self::Placed { error, .. } => error.code(),
            Self::NotYours => "measure_not_yours",
            Self::Missing { .. } => "measure_missing",
            Self::NumberMissing { .. } => "number_missing",
            Self::PeriodTaken { .. } => "period_taken",
            Self::PeriodOfOtherLength { frequency, .. } => match frequency {
                Frequency::Year => "period_no_year",
                Frequency::Quarter => "period_no_quarter",
                Frequency::Month => "period_no_month",
                Frequency::Day => "period_no_day",
            },
            Self::PeriodInFuture { .. } => "period_in_future",
            Self::NothingChanged { .. } => "number_unchanged",
            Self::NotWithdrawn { .. } => "number_not_withdrawn",
            Self::StoryEmpty => "story_empty",
            Self::StoryUnchanged => "story_unchanged",
            Self::WhyMissing => "number_why_missing",
            Self::TargetTwice { .. } => "target_twice",
            Self::TargetBeforeBaseline { .. } => "target_before_baseline",
            Self::TooManyTargets { .. } => "too_many_targets",
            Self::FrequencyFixed { .. } => "frequency_fixed",
            Self::CodeTaken { .. } => "measure_code_taken",
            Self::OrganizationMissing => "measure_organization_missing",
            Self::KeeperMissing => "measure_keeper_missing",
            Self::RetiredAlready { .. } => "measure_retired",
            Self::NotRetired { .. } => "measure_not_retired",
            Self::ImportMissing { .. } => "import_missing",
            Self::ImportClosed { .. } => "import_closed",
            Self::ImportUnreadable { .. } | Self::Catalog(_) | Self::Table(_) => "fault",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Store(error) => error.args(),
            Self::Partnership(error) => error.args(),
            Self::Plan(error) => error.args(),
            Self::TargetTwice { by } | Self::TargetBeforeBaseline { by, .. } => {
                vec![("by", by.to_string())]
            }
            Self::TooManyTargets { most } => vec![("most", most.to_string())],
            Self::CodeTaken { code } => vec![("code", code.clone())],
            Self::Placed { error, .. } => error.args(),
            Self::NotYours
            | Self::Missing { .. }
            | Self::NumberMissing { .. }
            | Self::PeriodTaken { .. }
            | Self::PeriodInFuture { .. }
            | Self::PeriodOfOtherLength { .. }
            | Self::NothingChanged { .. }
            | Self::NotWithdrawn { .. }
            | Self::StoryEmpty
            | Self::StoryUnchanged
            | Self::WhyMissing
            | Self::FrequencyFixed { .. }
            | Self::OrganizationMissing
            | Self::KeeperMissing
            | Self::RetiredAlready { .. }
            | Self::NotRetired { .. }
            | Self::ImportMissing { .. }
            | Self::ImportClosed { .. }
            | Self::ImportUnreadable { .. }
            | Self::Catalog(_)
            | Self::Table(_) => Vec::new(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        match self {
            Self::Placed { fields, .. } => fields,
            Self::Store(error) => error.fields(),
            Self::Partnership(error) => error.fields(),
            Self::Plan(error) => error.fields(),
            Self::NotYours
            | Self::Missing { .. }
            | Self::NumberMissing { .. }
            | Self::PeriodTaken { .. }
            | Self::PeriodOfOtherLength { .. }
            | Self::PeriodInFuture { .. }
            | Self::NothingChanged { .. }
            | Self::NotWithdrawn { .. }
            | Self::StoryEmpty
            | Self::StoryUnchanged
            | Self::WhyMissing
            | Self::TargetTwice { .. }
            | Self::TargetBeforeBaseline { .. }
            | Self::TooManyTargets { .. }
            | Self::FrequencyFixed { .. }
            | Self::CodeTaken { .. }
            | Self::OrganizationMissing
            | Self::KeeperMissing
            | Self::RetiredAlready { .. }
            | Self::NotRetired { .. }
            | Self::ImportMissing { .. }
            | Self::ImportClosed { .. }
            | Self::ImportUnreadable { .. }
            | Self::Catalog(_)
            | Self::Table(_) => &[],
        }
    }
}

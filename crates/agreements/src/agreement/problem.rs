//! What can go wrong before an agreement is signed, in words that people can act on.

use base::{Kind, Problem};

/// What can go wrong while an agreement is read and talked over, and with its papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// The four questions are not all answered.
    #[error("the four questions are not all answered; answer them first")]
    Unanswered,
    /// A party proposed a change that nobody has decided.
    #[error("a party proposed a change that nobody has decided; accept or decline it first")]
    ProposalsOpen,
    /// The parties are not reading this version.
    #[error(
        "changes are proposed while the parties read a version; ask for it to be shown to them"
    )]
    NotInReview,
    /// There is no such proposal.
    #[error("there is no such proposal")]
    ProposalMissing,
    /// It was decided or taken back.
    #[error("this proposal was decided or taken back already")]
    ProposalSettled,
    /// No file was kept with this version.
    #[error("no file was kept with this agreement")]
    PaperMissing,
    /// The file is not the one that was taken.
    #[error("the file is not the one that was taken; it is not given out")]
    PaperBroken,
    /// It wants no look at set times.
    #[error("this agreement does not say that it is looked at again")]
    NoReview,
    /// There are no two versions to lay side by side.
    #[error("there are no two versions to lay side by side")]
    NothingToCompare,
}

impl Problem for DraftError {
    fn kind(&self) -> Kind {
        match self {
            Self::ProposalMissing | Self::PaperMissing | Self::NothingToCompare => Kind::Missing,
            Self::Unanswered
            | Self::ProposalsOpen
            | Self::NotInReview
            | Self::ProposalSettled
            | Self::PaperBroken
            | Self::NoReview => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Unanswered => "agreement_unanswered",
            Self::ProposalsOpen => "agreement_proposals_open",
            Self::NotInReview => "agreement_not_in_review",
            Self::ProposalMissing => "proposal_missing",
            Self::ProposalSettled => "proposal_settled",
            Self::PaperMissing => "paper_missing",
            Self::PaperBroken => "paper_broken",
            Self::NoReview => "agreement_no_review",
            Self::NothingToCompare => "agreement_nothing_to_compare",
        }
    }
}

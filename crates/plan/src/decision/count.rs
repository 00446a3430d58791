//! Counting: from the positions that were given to the outcome, and to the figures that explain it.
//!
//! The rules are published, and each is the same whoever counts:
//! - **Quorum.** Who answers takes part, and who abstains answers. Below the quorum nothing is
//!   decided, however clear the answers are.
//! - **Consent.** Adopted when nobody objects and at least one partner supports it or can live
//!   with it.
//! - **Majority, two thirds.** Of those who are for or against; who abstains is neither. "Can live
//!   with it" is for. A majority is more than half, two thirds are at least two thirds.
//! - **Ranked choice.** Instant runoff. An option that leads more than half of the ballots that
//!   still name an option wins; until then the option that leads the fewest goes. When several
//!   lead equally few, the one goes that led fewer in the round before, and so on back to the
//!   first round; of those that were equal in every round, the one that stands last in the list
//!   that was published with the question.
//! - **Advice.** The one who decides has chosen, and has heard everybody who was named.

mod runoff;
#[cfg(test)]
mod tests;

pub use self::runoff::{Out, Ranking, RankingError, Round, Runoff, Tie, runoff};

base::words! {
    /// How a question is decided.
    pub enum Method {
        /// Nobody objects.
        Consent = "consent",
        /// More than half are for it.
        Majority = "majority",
        /// At least two thirds are for it.
        TwoThirds = "two_thirds",
        /// The options are ranked, and an instant runoff finds one.
        Ranked = "ranked",
        /// One decides, after hearing those who are named.
        Advice = "advice",
    }
}

base::words! {
    /// What a partner says to a proposal.
    pub enum Stance {
        /// Against it, with a reason.
        Object = "object",
        /// Takes part and is neither for it nor against it.
        Abstain = "abstain",
        /// Would have it otherwise, and stands by it.
        CanLiveWith = "can_live_with",
        /// For it.
        Support = "support",
    }
}

base::words! {
    /// How many of those who may answer must take part.
    pub enum Quorum {
        /// At least one.
        One = "one",
        /// At least a third.
        Third = "third",
        /// More than half.
        Half = "half",
        /// At least two thirds.
        TwoThirds = "two_thirds",
        /// Everybody.
        All = "all",
    }
}

/// What came of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The proposal holds.
    Adopted,
    /// The proposal does not hold.
    NotAdopted,
    /// This option of the list was chosen, counted from 0.
    Chosen(usize),
    /// Nothing was decided.
    Undecided(Gap),
}

base::words! {
    /// Why nothing was decided.
    pub enum Gap {
        /// Too few took part.
        NoQuorum = "no_quorum",
        /// Everybody who took part abstained.
        AllAbstained = "all_abstained",
        /// Somebody who was named was not heard.
        NotHeard = "not_heard",
        /// The one who decides did not choose.
        NotChosen = "not_chosen",
    }
}

/// How many may answer, how many did, and how many had to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turnout {
    /// May answer.
    pub roll: usize,
    /// Took part.
    pub took_part: usize,
    /// Had to take part.
    pub needed: usize,
}

/// How many said what to a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stances {
    /// Are for it.
    pub support: usize,
    /// Can live with it.
    pub can_live_with: usize,
    /// Are against it.
    pub object: usize,
    /// Are neither.
    pub abstain: usize,
}

/// What came of a proposal, with the figures that explain it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProposalCount {
    /// Who took part.
    pub turnout: Turnout,
    /// What they said.
    pub stances: Stances,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a ranked choice, with the rounds that explain it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedCount {
    /// Who took part.
    pub turnout: Turnout,
    /// How many of them named no option.
    pub abstained: usize,
    /// The rounds; there are none when the quorum was missed, so that no winner shows.
    pub runoff: Option<Runoff>,
    /// What came of it.
    pub outcome: Outcome,
}

/// By which share of those for and against a proposal is adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Threshold {
    /// Nobody is against it.
    Consent,
    /// More than half are for it.
    Majority,
    /// At least two thirds are for it.
    TwoThirds,
}

impl Method {
    /// The threshold of a method that answers one proposal with yes or no.
    #[must_use]
    pub const fn threshold(self) -> Option<Threshold> {
        match self {
            Self::Consent => Some(Threshold::Consent),
            Self::Majority => Some(Threshold::Majority),
            Self::TwoThirds => Some(Threshold::TwoThirds),
            Self::Ranked | Self::Advice => None,
        }
    }

    /// Whether more support can never turn a proposal or an option from won to lost. Instant runoff
    /// does not promise this, and neither do we.
    #[must_use]
    pub const fn is_monotone(self) -> bool {
        match self {
            Self::Consent | Self::Majority | Self::TwoThirds | Self::Advice => true,
            Self::Ranked => false,
        }
    }
}

impl Quorum {
    /// How many of `roll` must take part: never fewer than one.
    #[must_use]
    pub const fn needed(self, roll: usize) -> usize {
        let needed = match self {
            Self::One => 1,
            Self::Third => roll.div_ceil(3),
            Self::Half => roll / 2 + 1,
            // Two thirds, rounded up, without doubling the roll first.
            Self::TwoThirds => roll - roll / 3,
            Self::All => roll,
        };
        if needed == 0 { 1 } else { needed }
    }
}

impl Turnout {
    /// The turnout of a question.
    #[must_use]
    pub const fn of(quorum: Quorum, roll: usize, took_part: usize) -> Self {
        Self { roll, took_part, needed: quorum.needed(roll) }
    }

    /// Whether enough took part.
    #[must_use]
    pub const fn is_met(self) -> bool {
        self.took_part >= self.needed
    }
}

impl Stances {
    /// Counts what was said.
    #[must_use]
    pub fn of(given: &[Stance]) -> Self {
        let number = |stance: Stance| given.iter().filter(|one| **one == stance).count();
        Self {
            support: number(Stance::Support),
            can_live_with: number(Stance::CanLiveWith),
            object: number(Stance::Object),
            abstain: number(Stance::Abstain),
        }
    }

    /// How many are for it.
    #[must_use]
    pub const fn for_it(self) -> usize {
        self.support + self.can_live_with
    }

    /// How many are for it or against it.
    #[must_use]
    pub const fn for_or_against(self) -> usize {
        self.for_it() + self.object
    }

    /// Whether a proposal holds with these answers.
    #[must_use]
    pub const fn carry(self, threshold: Threshold) -> bool {
        let (yes, all) = (self.for_it(), self.for_or_against());
        yes > 0
            && match threshold {
                Threshold::Consent => self.object == 0,
                Threshold::Majority => yes * 2 > all,
                Threshold::TwoThirds => yes * 3 >= all * 2,
            }
    }
}

/// Counts the answers to a proposal.
#[must_use]
pub fn proposal(
    threshold: Threshold,
    quorum: Quorum,
    roll: usize,
    given: &[Stance],
) -> ProposalCount {
    let (turnout, stances) = (Turnout::of(quorum, roll, given.len()), Stances::of(given));
    let outcome = if !turnout.is_met() {
        Outcome::Undecided(Gap::NoQuorum)
    } else if stances.for_or_against() == 0 {
        Outcome::Undecided(Gap::AllAbstained)
    } else if stances.carry(threshold) {
        Outcome::Adopted
    } else {
        Outcome::NotAdopted
    };
    ProposalCount { turnout, stances, outcome }
}

/// Counts a ranked choice among `options`; a ballot that names none abstains.
#[must_use]
pub fn ranked(quorum: Quorum, roll: usize, options: usize, given: &[Ranking]) -> RankedCount {
    let turnout = Turnout::of(quorum, roll, given.len());
    let abstained = given.iter().filter(|ranking| ranking.is_empty()).count();
    if !turnout.is_met() {
        let outcome = Outcome::Undecided(Gap::NoQuorum);
        return RankedCount { turnout, abstained, runoff: None, outcome };
    }
    let runoff = runoff(options, given);
    let outcome = runoff.winner.map_or(Outcome::Undecided(Gap::AllAbstained), Outcome::Chosen);
    RankedCount { turnout, abstained, runoff: Some(runoff), outcome }
}

/// What the one who decides may have decided: they chose, and everybody named was heard.
#[must_use]
pub const fn advised(named: usize, heard: usize, chosen: Option<usize>) -> Outcome {
    match chosen {
        _ if heard < named => Outcome::Undecided(Gap::NotHeard),
        None => Outcome::Undecided(Gap::NotChosen),
        Some(option) => Outcome::Chosen(option),
    }
}

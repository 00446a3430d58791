//! Agreements as the engine reads them, and how long each stands.

use base::{Instant, OrganizationId};

use crate::{
    Action, AgreementKind, Assurance, Identifiability, OrganizationKind, Set, Status,
    world::{Classes, Purpose, Role},
};

base::id! {
    /// Names an agreement.
    pub AgreementId = "agr";
}

/// The machine part of an agreement, in the version that was signed last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// Its tier.
    pub kind: AgreementKind,
    /// Whether it stands.
    pub status: Status,
    /// From when.
    pub effective: Instant,
    /// Until when, exclusively; without an end when there is none.
    pub expires: Option<Instant>,
    /// Who signed this version.
    pub parties: Vec<OrganizationId>,
    /// The agreement of the tier above, without which this one does not stand.
    pub under: Option<AgreementId>,
    /// The most identifying form that it gives.
    pub identifiability: Identifiability,
    /// Whether the person acting needs current training.
    pub wants_training: bool,
    /// How sure the session must be of them.
    pub assurance: Assurance,
    /// Whether small counts are suppressed in what comes of it.
    pub suppresses_small_cells: bool,
    /// What it gives.
    pub grants: Vec<Grant>,
    /// Where it is stricter than the law.
    pub clauses: Vec<Clause>,
}

/// A clause that lets data go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Who gives.
    pub from: OrganizationId,
    /// Who gets.
    pub to: OrganizationId,
    /// For what.
    pub purposes: Vec<Purpose>,
    /// What: the minimum for these purposes.
    pub classes: Classes,
    /// How.
    pub actions: Set<Action>,
    /// In which roles; in any when there is none.
    pub roles: Option<Vec<Role>>,
}

/// A clause by which the parties withhold what the law would let go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// From whom: an organization of any of these kinds.
    pub against: Set<OrganizationKind>,
    /// What.
    pub classes: Classes,
    /// Whether a court's order that counsel has checked opens it nevertheless.
    pub yields_to_order: bool,
}

/// When an agreement stands, those above it included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    begins: Instant,
    ends: Instant,
    is_stopped: bool,
}

impl Standing {
    pub(crate) fn has_begun(&self, at: Instant) -> bool {
        at >= self.begins
    }

    pub(crate) fn is_in_force(&self, at: Instant) -> bool {
        self.has_begun(at) && at < self.ends && !self.is_stopped
    }

    /// How long each agreement stands; the list is in the order of the ids.
    pub(super) fn of_all(agreements: &[Agreement]) -> Vec<Self> {
        agreements.iter().map(|agreement| Self::below(agreement, agreements, Self::TIERS)).collect()
    }

    /// A prohibition stands until the agreement is terminated: time alone never opens anything.
    pub(super) fn of_clauses(agreement: &Agreement) -> Self {
        Self {
            begins: agreement.effective,
            ends: Instant::from_micros(i64::MAX),
            is_stopped: agreement.status == Status::Terminated,
        }
    }

    /// Charter, sharing agreement, license, and one to spare; a circle has more.
    const TIERS: u8 = 4;
    const NEVER: Self = Self {
        begins: Instant::from_micros(i64::MAX),
        ends: Instant::from_micros(i64::MIN),
        is_stopped: true,
    };

    fn below(agreement: &Agreement, all: &[Agreement], tiers: u8) -> Self {
        let own = Self::own(agreement);
        let Some(upper) = agreement.under else { return own };
        let upper = all
            .binary_search_by_key(&upper, |agreement| agreement.id)
            .ok()
            .and_then(|place| all.get(place))
            .filter(|_| tiers > 0);
        upper.map_or(Self::NEVER, |upper| own.and(Self::below(upper, all, tiers - 1)))
    }

    fn own(agreement: &Agreement) -> Self {
        Self {
            begins: agreement.effective,
            ends: agreement.expires.unwrap_or(Instant::from_micros(i64::MAX)),
            is_stopped: agreement.status != Status::Active,
        }
    }

    fn and(self, upper: Self) -> Self {
        Self {
            begins: self.begins.max(upper.begins),
            ends: self.ends.min(upper.ends),
            is_stopped: self.is_stopped || upper.is_stopped,
        }
    }
}

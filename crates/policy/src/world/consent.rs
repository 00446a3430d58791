//! What clients allowed.

use base::{Instant, OrganizationId};
use smallvec::SmallVec;

use crate::{
    Form, OrganizationKind, Set,
    world::{Classes, ClientId, Purpose},
};

base::id! {
    /// Names a consent.
    pub ConsentId = "cns";
}

/// A list that seldom holds more than so many: as many lie within what owns it, so that looking through
/// fifty consents follows no pointer.
pub type Few<T, const MOST: usize> = SmallVec<[T; MOST]>;

/// A consent as it was signed, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Its id.
    pub id: ConsentId,
    /// Whose records it is about.
    pub client: ClientId,
    /// Its form.
    pub form: Form,
    /// Who signed.
    pub signer: ClientId,
    /// Whether it is in writing.
    pub is_written: bool,
    /// Whether it has every element that its form needs.
    pub is_complete: bool,
    /// Who may disclose.
    pub from: Few<OrganizationId, 1>,
    /// To whom.
    pub to: Recipients,
    /// For what.
    pub purposes: Few<Purpose, 4>,
    /// What.
    pub classes: Classes,
    /// When it was signed.
    pub signed: Instant,
    /// When it ends by itself.
    pub expires: Expiry,
    /// When it was withdrawn.
    pub revoked: Option<Instant>,
    /// Until when it cannot be withdrawn; only a criminal justice consent has such a time.
    pub irrevocable_until: Option<Instant>,
}

/// Whom a consent names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recipients {
    /// By name.
    pub named: Few<OrganizationId, 1>,
    /// As a class, such as my treating providers.
    pub kinds: Set<OrganizationKind>,
}

/// When a consent ends by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expiry {
    /// It does not.
    Never,
    /// At this instant, which is outside it.
    At(Instant),
    /// With an event, from when that was recorded.
    Event(Option<Instant>),
}

impl Consent {
    pub(crate) fn names(&self, organization: OrganizationId, kinds: Set<OrganizationKind>) -> bool {
        self.to.named.contains(&organization) || self.to.kinds.meets(kinds)
    }

    /// Whether it says in itself when it ends, as a survivor's release must.
    pub(crate) const fn is_limited(&self) -> bool {
        matches!(self.expires, Expiry::At(_))
    }

    pub(crate) fn is_expired(&self, at: Instant) -> bool {
        match self.expires {
            Expiry::Never => false,
            Expiry::At(end) => at >= end,
            Expiry::Event(happened) => happened.is_some_and(|end| at >= end),
        }
    }

    /// Whether a withdrawal has taken effect.
    pub(crate) fn is_revoked(&self, at: Instant) -> bool {
        let earliest = self
            .irrevocable_until
            .filter(|_| self.form == Form::Part2CriminalJustice)
            .unwrap_or(Instant::from_micros(i64::MIN));
        self.revoked.is_some_and(|revoked| at >= revoked.max(earliest))
    }
}

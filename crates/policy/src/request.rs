//! What is asked: by whom, for what, about which records.

use base::{Instant, OrganizationId};

use crate::{
    Action, Class, Classes, ClientId, ConsentId, EmergencyKind, Identifiability, OrderKind, Person,
    Purpose, Regime, Set, Table,
};

/// A request for records that are known.
#[derive(Debug, Clone)]
pub struct Request {
    /// Who asks, and for what.
    pub pattern: RequestPattern,
    /// The labels of the records that are asked for.
    pub labels: Vec<Label>,
}

/// A request without its records: what a list needs to know.
#[derive(Debug, Clone)]
pub struct RequestPattern {
    /// When, by the database's transaction time.
    pub at: Instant,
    /// What is to be done.
    pub action: Action,
    /// For what; none when it is not one of the partnership's purposes.
    pub purpose: Option<Purpose>,
    /// Who acts.
    pub person: Person,
    /// From whom; from any holder when there is none.
    pub from: Option<OrganizationId>,
    /// To whom; none when a person asks about themselves, and only then.
    pub to: Option<OrganizationId>,
    /// In which form.
    pub identifiability: Identifiability,
    /// The court's papers, if there are any.
    pub process: LegalProcess,
    /// The emergency that is claimed, if one is.
    pub emergency: Option<Emergency>,
    /// The table of counts that would be given, if it is one.
    pub table: Option<Table>,
}

/// The marks on a record. Set by its origin; they only grow, and copies keep them. What is missing
/// cannot be evaluated, and denies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Label {
    /// What it is.
    pub class: Option<Class>,
    /// Who holds it.
    pub holder: Option<OrganizationId>,
    /// Who set the marks.
    pub origin: Option<OrganizationId>,
    /// Whom it is about; none only in what is held as counts or without identities.
    pub client: Option<ClientId>,
    /// The laws that ride on it.
    pub regimes: Option<Set<Regime>>,
    /// The form in which it is held.
    pub identifiability: Option<Identifiability>,
    /// The consent under which a copy came.
    pub consent: Option<ConsentId>,
    /// The purpose that a copy is bound to.
    pub bound_to: Option<Purpose>,
    /// When a copy must be destroyed.
    pub destroy_by: Option<Instant>,
}

/// What a court sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LegalProcess {
    /// Whether there is a subpoena.
    pub has_subpoena: bool,
    /// The order.
    pub order: Option<Order>,
}

/// A court's order, as counsel read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Its kind.
    pub kind: OrderKind,
    /// Whether counsel has checked it.
    pub is_checked: bool,
    /// What it says may go.
    pub scope: Classes,
    /// When it ends.
    pub expires: Option<Instant>,
}

/// An emergency as somebody attested it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emergency {
    /// Its kind.
    pub kind: EmergencyKind,
    /// Whose it is.
    pub client: ClientId,
    /// Whether somebody attested it.
    pub is_attested: bool,
    /// Whether consent could have been had.
    pub is_consent_obtainable: bool,
    /// When it was claimed; it opens the door for an hour.
    pub started: Instant,
}

impl LegalProcess {
    /// The order, while it lasts.
    pub(crate) fn order_at(&self, at: Instant) -> Option<&Order> {
        self.order.as_ref().filter(|order| order.expires.is_none_or(|end| at < end))
    }

    /// Whether the request came as one, with papers that last or not.
    pub(crate) const fn is_served(&self) -> bool {
        self.has_subpoena || self.order.is_some()
    }

    pub(crate) fn is_in_force(&self, at: Instant) -> bool {
        self.has_subpoena || self.order_at(at).is_some()
    }
}

impl Emergency {
    const SECONDS: i64 = 3600;

    pub(crate) fn is_open(&self, at: Instant) -> bool {
        self.started <= at && at < self.started.plus_seconds(Self::SECONDS)
    }
}

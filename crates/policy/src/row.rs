//! The two readings of a record: its label is known, and every question about it has an answer; or it
//! is not yet known, and every question becomes a condition. A rule asks only what stands here, so it
//! can always be read both ways.

use base::{Instant, OrganizationId, ToValue as _, Value};

use crate::{
    Class, ClassKind, Classes, Client, ClientId, Column, Consent, Identifiability, Label,
    Predicate, Purpose, Regime, Rule, Set, World,
};

/// What a question is answered with.
pub(crate) trait Truth: Sized {
    fn of(known: bool) -> Self;
    /// Both; the second is not asked when the first is known to fail.
    fn and(self, other: impl FnOnce() -> Self) -> Self;
    /// One of both at least.
    fn or(self, other: impl FnOnce() -> Self) -> Self;
    fn not(self) -> Self;
}

/// A record, and all that a rule may ask about it.
pub(crate) trait Row {
    type Truth: Truth;

    /// Whether every mark is there and known; the client too, unless the record is held as counts or
    /// without identities.
    fn is_understood(&self) -> Self::Truth;
    fn is_in(&self, classes: &Classes) -> Self::Truth;
    fn is_of(&self, kind: ClassKind) -> Self::Truth;
    /// Whether one of these laws rides on it.
    fn has(&self, regimes: Set<Regime>) -> Self::Truth;
    fn is_from(&self, origin: OrganizationId) -> Self::Truth;
    fn is_at_least(&self, form: Identifiability) -> Self::Truth;
    fn is_about(&self, client: ClientId) -> Self::Truth;
    /// Whether its client is one of those for whom this is true; they must be few.
    fn client_is(&self, test: &dyn Fn(&Client) -> bool) -> Self::Truth;
    fn is_in_custody_of(&self, agency: OrganizationId) -> Self::Truth;
    fn is_opted_out(&self) -> Self::Truth;
    /// Whether its client said that such records go to nobody, or not to this organization.
    fn is_restricted_to(&self, to: Option<OrganizationId>) -> Self::Truth;
    fn has_protected_address(&self) -> Self::Truth;
    /// Whether a consent of its client passes the test and covers its class.
    fn consents(&self, test: &dyn Fn(&Consent) -> bool) -> Self::Truth;
    /// Whether the consent that it came under does, and let its origin give it.
    fn came_under(&self, test: &dyn Fn(&Consent) -> bool) -> Self::Truth;
    fn is_bound_elsewhere(&self, purpose: Purpose) -> Self::Truth;
    fn is_overdue(&self, at: Instant) -> Self::Truth;
}

impl Truth for bool {
    fn of(known: bool) -> Self {
        known
    }

    fn and(self, other: impl FnOnce() -> Self) -> Self {
        self && other()
    }

    fn or(self, other: impl FnOnce() -> Self) -> Self {
        self || other()
    }

    fn not(self) -> Self {
        !self
    }
}

/// A record whose label is known.
pub(crate) struct Known<'w> {
    pub(crate) world: &'w World,
    pub(crate) label: &'w Label,
    pub(crate) client: Option<&'w Client>,
}

impl<'w> Known<'w> {
    pub(crate) fn new(world: &'w World, label: &'w Label) -> Self {
        Self { world, label, client: label.client.and_then(|client| world.client(client)) }
    }

    pub(crate) fn is_covered_by(&self, classes: &Classes, rule: Rule) -> bool {
        !self.world.holds(rule) || self.is_in(classes)
    }

    fn ask(&self, test: impl FnOnce(&Client) -> bool) -> bool {
        self.client.is_some_and(test)
    }

    fn kind(&self) -> Option<ClassKind> {
        self.label.class.and_then(|class| self.world.names.class_kind(class))
    }
}

impl Row for Known<'_> {
    type Truth = bool;

    fn is_understood(&self) -> bool {
        let label = self.label;
        let client = match label.client {
            Some(_) => self.client.is_some(),
            None => label.identifiability.is_some_and(|form| !form.is_personal()),
        };
        client
            && self.kind().is_some()
            && label.origin.is_some_and(|origin| self.world.kinds(origin).is_some())
            && label.regimes.is_some_and(|regimes| !regimes.is_empty() && regimes.is_known())
            && label.identifiability.is_some()
    }

    fn is_in(&self, classes: &Classes) -> bool {
        self.label.class.is_some_and(|class| classes.has(class))
    }

    fn is_of(&self, kind: ClassKind) -> bool {
        self.kind() == Some(kind)
    }

    fn has(&self, regimes: Set<Regime>) -> bool {
        self.label.regimes.is_some_and(|there| there.meets(regimes))
    }

    fn is_from(&self, origin: OrganizationId) -> bool {
        self.label.origin == Some(origin)
    }

    fn is_at_least(&self, form: Identifiability) -> bool {
        self.label.identifiability.is_some_and(|there| there >= form)
    }

    fn is_about(&self, client: ClientId) -> bool {
        self.label.client == Some(client)
    }

    fn client_is(&self, test: &dyn Fn(&Client) -> bool) -> bool {
        self.ask(test)
    }

    fn is_in_custody_of(&self, agency: OrganizationId) -> bool {
        self.ask(|client| client.custody == Some(agency))
    }

    fn is_opted_out(&self) -> bool {
        self.ask(|client| self.has(client.opt_outs))
    }

    fn is_restricted_to(&self, to: Option<OrganizationId>) -> bool {
        self.ask(|client| {
            client.restrictions.iter().any(|restriction| {
                self.label.class == Some(restriction.class)
                    && (restriction.to.is_none() || restriction.to == to)
            })
        })
    }

    fn has_protected_address(&self) -> bool {
        self.ask(|client| client.has_protected_address)
    }

    fn consents(&self, test: &dyn Fn(&Consent) -> bool) -> bool {
        self.label.client.is_some_and(|client| {
            self.world.consents_of(client).any(|consent| {
                test(consent) && self.is_covered_by(&consent.classes, Rule::ConsentClass)
            })
        })
    }

    fn came_under(&self, test: &dyn Fn(&Consent) -> bool) -> bool {
        self.label.consent.and_then(|id| self.world.consent(id)).is_some_and(|consent| {
            self.is_about(consent.client)
                && consent.from.iter().any(|origin| self.is_from(*origin))
                && self.is_covered_by(&consent.classes, Rule::ConsentClass)
                && test(consent)
        })
    }

    fn is_bound_elsewhere(&self, purpose: Purpose) -> bool {
        self.label.bound_to.is_some_and(|bound| bound != purpose)
    }

    fn is_overdue(&self, at: Instant) -> bool {
        self.label.destroy_by.is_some_and(|end| at >= end)
    }
}

impl Truth for Predicate {
    fn of(known: bool) -> Self {
        if known { Self::Always } else { Self::Never }
    }

    fn and(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::Never {
            return self;
        }
        match (self, other()) {
            (Self::Always, only) | (only, Self::Always) => only,
            (_, Self::Never) => Self::Never,
            (Self::All(mut parts), part) => {
                parts.push(part);
                Self::All(parts)
            }
            (one, part) => Self::All(vec![one, part]),
        }
    }

    fn or(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::Always {
            return self;
        }
        match (self, other()) {
            (Self::Never, only) | (only, Self::Never) => only,
            (_, Self::Always) => Self::Always,
            (Self::Any(mut parts), part) => {
                parts.push(part);
                Self::Any(parts)
            }
            (one, part) => Self::Any(vec![one, part]),
        }
    }

    fn not(self) -> Self {
        if self == Self::Always || self == Self::Never {
            return Self::of(self == Self::Never);
        }
        if let Self::Not(part) = self { *part } else { Self::Not(Box::new(self)) }
    }
}

/// A record that is not known yet.
pub(crate) struct Unknown<'w> {
    pub(crate) world: &'w World,
    pub(crate) clients: Clients,
}

/// What is known of the clients whose records these may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clients {
    /// They and their consents are those of the world.
    Named,
    /// Nothing: whatever they can have signed, they signed, and said no to nobody by name.
    Open,
}

impl Unknown<'_> {
    fn one_of(column: Column, values: Vec<Value>) -> Predicate {
        if values.is_empty() { Predicate::Never } else { Predicate::In(column, values) }
    }

    fn class_named<'n>(names: impl Iterator<Item = &'n str>) -> Predicate {
        Self::one_of(Column::Class, names.map(|name| Value::Text(name.to_owned())).collect())
    }

    fn any(parts: impl Iterator<Item = Predicate>) -> Predicate {
        parts.fold(Predicate::Never, |any, part| any.or(|| part))
    }

    fn is_covered_by(&self, classes: &Classes) -> Predicate {
        if self.world.holds(Rule::ConsentClass) { self.is_in(classes) } else { Predicate::Always }
    }
}

impl Row for Unknown<'_> {
    type Truth = Predicate;

    fn is_understood(&self) -> Predicate {
        let organizations = self.world.organizations();
        let is_nobody = || {
            Predicate::Missing(Column::Client)
                .and(|| self.is_at_least(Identifiability::Encoded).not())
        };
        Predicate::Missing(Column::OptOuts)
            .not()
            .or(is_nobody)
            .and(|| Self::class_named(self.world.names.classes_of(ClassKind::ALL)))
            .and(|| {
                Self::one_of(
                    Column::Origin,
                    organizations.iter().map(base::ToValue::to_value).collect(),
                )
            })
            .and(|| Predicate::Meets(Column::Regimes, Set::<Regime>::all().bits()))
            .and(|| Predicate::Meets(Column::Regimes, !Set::<Regime>::all().bits()).not())
            .and(|| Predicate::Missing(Column::Identifiability).not())
    }

    fn is_in(&self, classes: &Classes) -> Predicate {
        match classes {
            Classes::All => Predicate::Missing(Column::Class).not(),
            Classes::These(these) => Self::class_named(
                these.iter().filter_map(|class: &Class| self.world.names.of_class(*class)),
            ),
        }
    }

    fn is_of(&self, kind: ClassKind) -> Predicate {
        Self::class_named(self.world.names.classes_of(&[kind]))
    }

    fn has(&self, regimes: Set<Regime>) -> Predicate {
        Predicate::Meets(Column::Regimes, regimes.bits())
    }

    fn is_from(&self, origin: OrganizationId) -> Predicate {
        Self::one_of(Column::Origin, vec![origin.to_value()])
    }

    fn is_at_least(&self, form: Identifiability) -> Predicate {
        Predicate::AtLeast(Column::Identifiability, form as i64)
    }

    fn is_about(&self, client: ClientId) -> Predicate {
        Self::one_of(Column::Client, vec![client.to_value()])
    }

    fn client_is(&self, test: &dyn Fn(&Client) -> bool) -> Predicate {
        // Rules ask this to refuse: where nobody is named, nobody is refused. So are restrictions.
        let clients = self.world.clients().into_iter().filter(|client| test(client));
        Self::one_of(Column::Client, clients.map(|client| client.id.to_value()).collect())
    }

    fn is_in_custody_of(&self, agency: OrganizationId) -> Predicate {
        Self::one_of(Column::Custody, vec![agency.to_value()])
    }

    fn is_opted_out(&self) -> Predicate {
        Predicate::Overlap(Column::Regimes, Column::OptOuts)
    }

    fn is_restricted_to(&self, to: Option<OrganizationId>) -> Predicate {
        let of_client = |client: &Client| {
            let classes = client
                .restrictions
                .iter()
                .filter(|restriction| restriction.to.is_none() || restriction.to == to)
                .map(|restriction| restriction.class);
            self.is_in(&Classes::of(classes)).and(|| self.is_about(client.id))
        };
        Self::any(self.world.clients().into_iter().map(of_client))
    }

    fn has_protected_address(&self) -> Predicate {
        Self::one_of(Column::ProtectedAddress, vec![Value::Integer(1)])
    }

    fn consents(&self, test: &dyn Fn(&Consent) -> bool) -> Predicate {
        if self.clients == Clients::Open {
            return Predicate::Always;
        }
        let consents = self.world.consents.iter().filter(|consent| test(consent));
        // Consents to the same classes become one list of clients.
        let mut groups: Vec<(&Classes, Vec<Value>)> = Vec::new();
        for consent in consents {
            let client = consent.client.to_value();
            match groups.iter_mut().find(|(classes, _)| **classes == consent.classes) {
                Some((_, clients)) => clients.push(client),
                None => groups.push((&consent.classes, vec![client])),
            }
        }
        Self::any(groups.into_iter().map(|(classes, mut clients)| {
            clients.dedup();
            Self::one_of(Column::Client, clients).and(|| self.is_covered_by(classes))
        }))
    }

    fn came_under(&self, test: &dyn Fn(&Consent) -> bool) -> Predicate {
        if self.clients == Clients::Open {
            return Predicate::Missing(Column::Consent).not();
        }
        let consents = self.world.consents.iter().filter(|consent| test(consent));
        Self::any(consents.map(|consent| {
            let origins = consent.from.iter().map(base::ToValue::to_value).collect();
            Self::one_of(Column::Consent, vec![consent.id.to_value()])
                .and(|| self.is_about(consent.client))
                .and(|| Self::one_of(Column::Origin, origins))
                .and(|| self.is_covered_by(&consent.classes))
        }))
    }

    fn is_bound_elsewhere(&self, purpose: Purpose) -> Predicate {
        let name = self.world.names.of_purpose(purpose).unwrap_or_default();
        Predicate::Missing(Column::BoundTo)
            .or(|| Predicate::In(Column::BoundTo, vec![Value::Text(name.to_owned())]))
            .not()
    }

    fn is_overdue(&self, at: Instant) -> Predicate {
        // Overdue from its instant on: not destroy_by >= at + 1.
        Predicate::Missing(Column::DestroyBy)
            .or(|| Predicate::AtLeast(Column::DestroyBy, at.micros().saturating_add(1)))
            .not()
    }
}

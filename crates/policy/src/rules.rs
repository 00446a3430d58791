//! The conditions of the rules, in the order of the steps. Each is written once, over [`Row`], and so
//! read twice: for a record that is known and for one that is not.

use std::ops::ControlFlow;

use base::OrganizationId;

use crate::{
    Action, AgreementKind, ClassKind, Consent, Form, Identifiability, OrganizationKind, Purpose,
    PurposeKind, Regime, RequestPattern, Rule, Set, World,
    row::{Row, Truth},
};

mod consents;
mod doors;
mod grants;
mod laws;

pub(crate) use consents::{Route, closest as closest_consent, serving as serving_consent};
pub(crate) use doors::{Door, allowing as allowing_at_door};
pub(crate) use grants::{closest as closest_grant, covering};
pub(crate) use laws::allowing as allowing_laws;

/// Goes on to the next rule, or stops at the one that refused.
pub(crate) type Next = ControlFlow<Rule>;

/// Takes each rule with the condition on which it refuses, in order.
pub(crate) trait Examine<T>: FnMut(Rule, T) -> Next {}

impl<T, F: FnMut(Rule, T) -> Next> Examine<T> for F {}

/// What is known of a request before its record is: the parties, and the way that it takes.
pub(crate) struct Case<'w> {
    pub(crate) world: &'w World,
    pub(crate) asked: &'w RequestPattern,
    pub(crate) holder: OrganizationId,
    pub(crate) holder_kinds: Set<OrganizationKind>,
    /// Nothing when a person asks about themselves.
    pub(crate) to_kinds: Set<OrganizationKind>,
    pub(crate) purpose: Purpose,
    pub(crate) purpose_kind: PurposeKind,
    pub(crate) door: Door,
}

impl<'w> Case<'w> {
    /// The case of one holder; nothing when the request itself is not understood.
    pub(crate) fn new(
        world: &'w World,
        asked: &'w RequestPattern,
        holder: OrganizationId,
    ) -> Option<Self> {
        if asked.from.is_some_and(|from| from != holder) {
            return None;
        }
        let purpose = asked.purpose?;
        let purpose_kind = world.names.purpose_kind(purpose)?;
        let to_kinds = match asked.to {
            Some(to) => world.kinds(to)?,
            None if asked.action == Action::AccessOwn => Set::EMPTY,
            None => return None,
        };
        let holder_kinds = world.kinds(holder)?;
        let door = Door::of(asked, purpose_kind);
        Some(Self { world, asked, holder, holder_kinds, to_kinds, purpose, purpose_kind, door })
    }

    fn to_is(&self, kinds: &[OrganizationKind]) -> bool {
        self.to_kinds.meets(Set::of(kinds))
    }

    fn holder_is(&self, kind: OrganizationKind) -> bool {
        self.holder_kinds.has(kind)
    }

    /// A known condition, when the rule applies at all.
    fn unless(&self, rule: Rule, condition: bool) -> bool {
        condition || !self.world.holds(rule)
    }
}

/// Where the request asks to come in; nothing when its purpose is not known.
pub(crate) fn door_of(world: &World, asked: &RequestPattern) -> Option<Door> {
    Some(Door::of(asked, world.names.purpose_kind(asked.purpose?)?))
}

/// Examines every rule that may refuse, in order.
pub(crate) fn examine<R: Row>(case: &Case<'_>, row: &R, each: &mut impl Examine<R::Truth>) -> Next {
    each(Rule::NotUnderstood, row.is_understood().not())?;
    session(case, row, each)?;
    never(case, row, each)?;
    if case.door != Door::None {
        return doors::examine(case, row, each);
    }
    agreement(case, row, each)?;
    client(case, row, each)?;
    laws::examine(case, row, each)
}

fn session<R: Row>(case: &Case<'_>, row: &R, each: &mut impl Examine<R::Truth>) -> Next {
    let person = &case.asked.person;
    let works_for = |party: Option<OrganizationId>| {
        person.organization.is_some() && person.organization == party
    };
    let is_of_party = match (case.asked.action, case.purpose_kind) {
        (Action::AccessOwn, _) => person.client.is_some(),
        (Action::Report, _) | (_, PurposeKind::MandatedReport) => works_for(Some(case.holder)),
        _ => works_for(Some(case.holder)) || works_for(case.asked.to),
    };
    let is_abuser = || match person.client {
        Some(own) => row.client_is(&|client| client.alleged_abusers.contains(&own)),
        None => Truth::of(false),
    };
    each(Rule::StrangerActs, R::Truth::of(!is_of_party || person.is_locked).or(is_abuser))?;
    let related = person.relatives.iter();
    let related =
        related.fold(R::Truth::of(false), |any, relative| any.or(|| row.is_about(*relative)));
    each(Rule::RelativeActs, related)
}

fn never<R: Row>(case: &Case<'_>, row: &R, each: &mut impl Examine<R::Truth>) -> Next {
    let asked = case.asked;
    let is = |known: bool| R::Truth::of(known);
    let enters_shared = matches!(asked.action, Action::RecordIntoShared | Action::Link)
        && asked.identifiability != Identifiability::Aggregate;
    let own_consent = |forms: &'static [Form]| {
        row.consents(&|consent| consents::serves(case, consent, forms, Route::Direct))
    };
    each(Rule::ReidentifiedNever, row.is_at_least(asked.identifiability).not())?;
    each(
        Rule::VawaEncoded,
        is(asked.identifiability == Identifiability::Encoded).and(|| row.has(VAWA)),
    )?;
    each(Rule::VawaShared, is(enters_shared).and(|| row.has(VAWA)))?;
    each(
        Rule::CjisStranger,
        is(!case.to_is(&[OrganizationKind::CjisAuthorized])).and(|| row.has(law(Regime::Cjis))),
    )?;
    each(
        Rule::NotesWithoutConsent,
        is(asked.identifiability != Identifiability::Aggregate)
            .and(|| row.has(law(Regime::Part2Notes)))
            .and(|| own_consent(&[Form::Part2Notes]).not()),
    )?;
    each(
        Rule::ProceedingsWithoutOrder,
        is(case.purpose_kind == PurposeKind::Proceedings && !asked.process.is_in_force(asked.at))
            .and(|| row.has(PART2))
            .and(|| own_consent(&[Form::Part2Proceedings]).not()),
    )
}

fn agreement<R: Row>(case: &Case<'_>, row: &R, each: &mut impl Examine<R::Truth>) -> Next {
    each(Rule::StricterClause, grants::is_forbidden(case, row))?;
    each(Rule::CopyBound, row.is_bound_elsewhere(case.purpose))?;
    each(Rule::CopyOverdue, row.is_overdue(case.asked.at))?;
    each(Rule::NoAgreement, grants::is_covered(case, row, AgreementKind::ALL).not())
}

fn client<R: Row>(case: &Case<'_>, row: &R, each: &mut impl Examine<R::Truth>) -> Next {
    each(Rule::OptedOut, row.is_opted_out())?;
    each(Rule::Restricted, row.is_restricted_to(case.asked.to))?;
    let address = row.is_of(ClassKind::Address);
    each(Rule::AddressProtected, address.and(|| row.has_protected_address()))
}

/// One law.
pub(crate) const fn law(regime: Regime) -> Set<Regime> {
    Set::from_bits(1 << regime as u32)
}

const VAWA: Set<Regime> = law(Regime::Vawa);
const HIPAA: Set<Regime> = law(Regime::Hipaa);
/// Counseling notes are records of the program too.
const PART2: Set<Regime> = law(Regime::Part2).union(law(Regime::Part2Notes));

/// Every law but these.
fn laws_besides(these: Set<Regime>) -> Set<Regime> {
    Set::all().minus(law(Regime::None)).minus(these)
}

/// The forms of consent under Part 2 that name recipient, purpose and class.
const PART2_NAMED: &[Form] = &[Form::Part2Specific, Form::Part2Notes, Form::Part2Proceedings];
pub(crate) const PART2_FORMS: &[Form] = &[
    Form::Part2Tpo,
    Form::Part2Specific,
    Form::Part2CriminalJustice,
    Form::Part2Notes,
    Form::Part2Proceedings,
];

/// Whether the consent is of one of these forms.
fn is_of(consent: &Consent, forms: &[Form]) -> bool {
    forms.contains(&consent.form)
}

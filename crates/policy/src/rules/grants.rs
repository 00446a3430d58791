//! Step 4: whether an agreement gives it.

use crate::{
    Agreement, AgreementKind, Grant, Rule,
    row::{Known, Row, Truth},
    rules::Case,
    world::Standing,
};

/// Whether an agreement of one of these kinds, in force, gives the record.
pub(super) fn is_covered<R: Row>(case: &Case<'_>, row: &R, kinds: &[AgreementKind]) -> R::Truth {
    let grants = case.asked.to.into_iter().flat_map(|to| case.world.grants(case.holder, to));
    let giving = grants.filter(|(agreement, standing, grant)| {
        kinds.contains(&agreement.kind) && miss(case, (agreement, standing, grant), true).is_none()
    });
    giving.fold(R::Truth::of(false), |any, (_, _, grant)| {
        any.or(|| {
            if case.world.holds(Rule::BeyondPurpose) {
                row.is_in(&grant.classes)
            } else {
                R::Truth::of(true)
            }
        })
    })
}

/// Whether a clause of the holder's agreements withholds the record.
pub(super) fn is_forbidden<R: Row>(case: &Case<'_>, row: &R) -> R::Truth {
    let at = case.asked.at;
    let has_order = case.asked.process.order_at(at).is_some_and(|order| order.is_checked);
    let clauses = case.world.clauses(case.holder, at).filter(|clause| {
        clause.against.meets(case.to_kinds) && !(clause.yields_to_order && has_order)
    });
    clauses.fold(R::Truth::of(false), |any, clause| any.or(|| row.is_in(&clause.classes)))
}

/// The agreements that give the record.
pub(crate) fn covering<'w>(
    case: &Case<'w>,
    row: &Known<'_>,
) -> impl Iterator<Item = &'w Agreement> {
    let grants = case.asked.to.into_iter().flat_map(|to| case.world.grants(case.holder, to));
    grants
        .filter(|&grant| miss(case, grant, has_class(row, grant.2)).is_none())
        .map(|grant| grant.0)
}

/// Why no agreement gives the record: the reason of the grant that came closest.
pub(crate) fn closest(case: &Case<'_>, row: &Known<'_>) -> Rule {
    let grants = case.asked.to.into_iter().flat_map(|to| case.world.grants(case.holder, to));
    grants
        .filter_map(|grant| {
            let (at, rule) = miss(case, grant, has_class(row, grant.2))?;
            // What has ended is a near miss only when it would otherwise have been a hit.
            let is_alive = grant.1.is_in_force(case.asked.at);
            let is_vague = matches!(rule, Rule::OtherPurpose | Rule::BeyondPurpose);
            (is_alive || !is_vague).then_some((at, rule))
        })
        .max_by_key(|(at, rule)| (*at, *rule as u8))
        .map_or(Rule::NoAgreement, |(_, rule)| rule)
}

fn has_class(row: &Known<'_>, grant: &Grant) -> bool {
    row.is_in(&grant.classes)
}

/// The first rule by which the grant does not give the record, and how far it came.
fn miss(
    case: &Case<'_>,
    (agreement, standing, grant): (&Agreement, &Standing, &Grant),
    has_class: bool,
) -> Option<(usize, Rule)> {
    let asked = case.asked;
    let person = &asked.person;
    let has_purpose = grant.purposes.contains(&case.purpose);
    let has_signed = [grant.from, grant.to].iter().all(|party| agreement.parties.contains(party));
    let ended = match agreement.kind {
        AgreementKind::Dul => Rule::LicenseEnded,
        AgreementKind::Matching => Rule::MatchEnded,
        AgreementKind::Emou | AgreementKind::Dsa | AgreementKind::Qsoa => Rule::AgreementEnded,
    };
    let has_role = grant
        .roles
        .as_ref()
        .is_none_or(|roles| person.role.is_some_and(|role| roles.contains(&role)));
    let is_granted =
        grant.actions.has(asked.action) && has_role && person.assurance >= agreement.assurance;
    let is_trained = || person.trained_until.is_some_and(|end| asked.at < end);
    let conditions: [(Rule, &dyn Fn() -> bool); 9] = [
        (Rule::CharterMoves, &|| agreement.kind != AgreementKind::Emou),
        (Rule::NotSigned, &|| has_signed),
        (Rule::NotBegun, &|| standing.has_begun(asked.at)),
        (Rule::OtherPurpose, &|| has_purpose),
        (Rule::BeyondPurpose, &|| has_class),
        (ended, &|| !standing.has_begun(asked.at) || standing.is_in_force(asked.at)),
        (Rule::FormExceeds, &|| asked.identifiability <= agreement.identifiability),
        (Rule::GrantNarrower, &|| is_granted),
        (Rule::TrainingLapsed, &|| !agreement.wants_training || is_trained()),
    ];
    conditions
        .iter()
        .enumerate()
        .find(|(_, (rule, is_met))| !case.unless(*rule, is_met()))
        .map(|(at, (rule, _))| (at, *rule))
}

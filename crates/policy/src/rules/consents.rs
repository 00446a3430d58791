//! Whether a consent serves, and if none does, how near the nearest came.

use crate::{
    Consent, ConsentId, Form, Label, OrganizationKind, PurposeKind, Rule,
    row::Known,
    rules::{Case, PART2_NAMED, is_of, laws},
};

/// How a record leaves its holder under a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route {
    /// The holder is named as the one who discloses.
    Direct,
    /// The holder got it under the consent and passes it on.
    PassedOn,
}

/// Whether the consent lets the record go, but for its class and whom it is about.
pub(super) fn serves(case: &Case<'_>, consent: &Consent, forms: &[Form], route: Route) -> bool {
    // Most consents of a client name somebody else: that is seen first.
    is_candidate(case, consent, forms, route)
        && case.unless(Rule::ConsentRecipient, has_recipient(case, consent, route))
        && miss(case, consent, route, true).is_none()
}

/// Why no consent lets the record go: the reason of the one that came closest.
pub(crate) fn closest(case: &Case<'_>, row: &Known<'_>, forms: &[Form]) -> Option<Rule> {
    let client = row.label.client?;
    let consents = case.world.consents_of(client);
    consents
        .flat_map(|consent| [(consent, Route::Direct), (consent, Route::PassedOn)])
        .filter(|(consent, route)| {
            is_candidate(case, consent, forms, *route)
                && (*route == Route::Direct || came_under(row.label, consent))
        })
        .filter_map(|(consent, route)| {
            miss(case, consent, route, row.is_covered_by(&consent.classes, Rule::ConsentClass))
        })
        .max_by_key(|(at, _)| *at)
        .map(|(_, rule)| rule)
}

/// The consent that a rule let the record go under.
pub(crate) fn serving(case: &Case<'_>, row: &Known<'_>, rule: Rule) -> Option<ConsentId> {
    if rule == Rule::Part2Passed {
        return row.label.consent;
    }
    let forms: &[Form] = SERVED.iter().find(|(served, _)| *served == rule)?.1;
    let mut consents = case.world.consents_of(row.label.client?);
    consents
        .find(|consent| {
            row.is_covered_by(&consent.classes, Rule::ConsentClass)
                && serves(case, consent, forms, Route::Direct)
        })
        .map(|consent| consent.id)
}

/// The rules that rest on a consent, and its forms.
const SERVED: [(Rule, &[Form]); 5] = [
    (Rule::Part2Tpo, &[Form::Part2Tpo]),
    (Rule::Part2TpoOther, &[Form::Part2Tpo]),
    (Rule::Part2Specific, PART2_NAMED),
    (Rule::Part2Justice, &[Form::Part2CriminalJustice]),
    (Rule::VawaReleased, &[Form::VawaRelease]),
];

fn came_under(label: &Label, consent: &Consent) -> bool {
    label.consent == Some(consent.id)
        && label.origin.is_some_and(|origin| consent.from.contains(&origin))
}

fn is_candidate(case: &Case<'_>, consent: &Consent, forms: &[Form], route: Route) -> bool {
    let is_way = match route {
        Route::Direct => consent.from.contains(&case.holder),
        Route::PassedOn => {
            consent.form == Form::Part2Tpo
                && consent.names(case.holder, case.holder_kinds)
                && case.holder_is(OrganizationKind::HipaaCoveredEntity)
        }
    };
    is_way && is_of(consent, forms) && consent.signed <= case.asked.at
}

fn has_recipient(case: &Case<'_>, consent: &Consent, route: Route) -> bool {
    match route {
        Route::Direct => case.asked.to.is_some_and(|to| consent.names(to, case.to_kinds)),
        Route::PassedOn => {
            laws::is_treatment(case) && case.to_is(&[OrganizationKind::HipaaCoveredEntity])
        }
    }
}

/// The first rule by which the consent does not serve, and how far it came.
fn miss(
    case: &Case<'_>,
    consent: &Consent,
    route: Route,
    has_class: bool,
) -> Option<(usize, Rule)> {
    let at = case.asked.at;
    let has_purpose =
        consent.purposes.contains(&case.purpose) && may_serve(consent.form, case.purpose_kind);
    let has_signer = || {
        case.world.client(consent.client).is_some_and(|client| client.is_signed_by(consent.signer))
    };
    let has_elements = consent.is_written
        && consent.is_complete
        && (consent.form != Form::VawaRelease || consent.is_limited());
    let conditions: [(Rule, &dyn Fn() -> bool); 7] = [
        (Rule::ConsentPurpose, &|| has_purpose),
        (Rule::ConsentRecipient, &|| has_recipient(case, consent, route)),
        (Rule::ConsentSigner, &has_signer),
        (Rule::ConsentElements, &|| has_elements),
        (Rule::ConsentRevocation, &|| !consent.is_revoked(at)),
        (Rule::ConsentExpiry, &|| !consent.is_expired(at)),
        (Rule::ConsentClass, &|| has_class),
    ];
    conditions
        .iter()
        .enumerate()
        .find(|(_, (rule, is_met))| !case.unless(*rule, is_met()))
        .map(|(at, (rule, _))| (at, *rule))
}

/// Whether a consent of this form can be for such a purpose at all.
fn may_serve(form: Form, purpose: PurposeKind) -> bool {
    let is_against = purpose == PurposeKind::Proceedings;
    match form {
        Form::Part2Tpo => matches!(
            purpose,
            PurposeKind::Treatment | PurposeKind::Payment | PurposeKind::Operations
        ),
        Form::Part2CriminalJustice => purpose == PurposeKind::CourtSupervision,
        Form::Part2Proceedings => is_against,
        Form::Part2Specific | Form::Part2Notes => !is_against,
        Form::VawaRelease | Form::HipaaAuthorization | Form::Ferpa | Form::HmisRelease => true,
    }
}

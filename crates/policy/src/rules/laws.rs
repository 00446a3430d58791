//! Step 6: each law on the record finds its own basis.

use crate::{
    AgreementKind, Form, Identifiability, OrganizationKind, PurposeKind, Regime, Rule, Set,
    row::{Known, Row, Truth},
    rules::{
        Case, Examine, HIPAA, Next, PART2, PART2_FORMS, PART2_NAMED, Route, VAWA, consents, grants,
        law, laws_besides,
    },
};

/// The laws that let de-identified data go under a license.
fn licensable() -> Set<Regime> {
    Set::of(&[
        Regime::Hipaa,
        Regime::Part2,
        Regime::Part2Notes,
        Regime::Ferpa,
        Regime::Hmis,
        Regime::Snap,
    ])
}

pub(super) fn examine<R: Row>(case: &Case<'_>, row: &R, each: &mut impl Examine<R::Truth>) -> Next {
    let licensed = || is_licensed(case, row);
    let lacks = |regime: Regime, basis: &dyn Fn() -> R::Truth| {
        let open = || {
            let basis = basis();
            if licensable().has(regime) { basis.or(licensed) } else { basis }
        };
        row.has(law(regime)).and(|| open().not())
    };
    let ferpa_consent =
        || row.consents(&|consent| consents::serves(case, consent, &[Form::Ferpa], Route::Direct));
    // Those that refuse come first, so that nobody is asked to look at what is refused anyhow.
    each(Rule::Part2Unopened, lacks(Regime::Part2, &|| part2(case, row)))?;
    each(Rule::Part2Unopened, lacks(Regime::Part2Notes, &|| part2(case, row)))?;
    each(Rule::VawaUnopened, lacks(Regime::Vawa, &|| vawa(case, row)))?;
    each(Rule::FerpaUnopened, lacks(Regime::Ferpa, &|| ferpa(case, row).or(ferpa_consent)))?;
    each(Rule::PrivacyActUnopened, lacks(Regime::PrivacyAct, &|| privacy_act(case, row)))?;
    each(Rule::FerpaConsented, lacks(Regime::Ferpa, &|| ferpa(case, row)))?;
    each(Rule::HipaaUnopened, lacks(Regime::Hipaa, &|| hipaa(case, row)))?;
    each(Rule::HmisUnopened, lacks(Regime::Hmis, &|| R::Truth::of(is_noticed(case))))?;
    each(Rule::SnapUnopened, lacks(Regime::Snap, &|| R::Truth::of(is_for_meals(case))))
}

/// The rules that let the record go: the first that opens, for each law on it.
pub(crate) fn allowing(case: &Case<'_>, row: &Known<'_>) -> Vec<Rule> {
    let mut found = Vec::with_capacity(4);
    let mut add = |regimes: Set<Regime>, choices: &[(Rule, &dyn Fn() -> bool)]| {
        if row.has(regimes) {
            let opens = choices.iter().find(|(_, opens)| opens());
            // Where a rule was removed by a test, there may be none.
            found.extend(opens.map(|(rule, _)| *rule));
        }
    };
    let licensed = || is_licensed(case, row);
    let with = |forms: &'static [Form]| move || by_consent(case, row, forms);
    let tpo = with(&[Form::Part2Tpo]);
    let named = with(PART2_NAMED);
    let justice = with(&[Form::Part2CriminalJustice]);
    let passed = || passed_on(case, row);
    let is_covered = case.to_is(&[OrganizationKind::HipaaCoveredEntity]);
    add(
        HIPAA,
        &[
            (Rule::LicensedForm, &licensed),
            (Rule::HipaaTreatment, &|| is_treatment(case)),
            (Rule::HipaaCoordination, &|| is_coordination(case)),
            (Rule::Part2Specific, &named),
            (Rule::Part2Justice, &justice),
        ],
    );
    add(
        PART2,
        &[
            (Rule::LicensedForm, &licensed),
            (Rule::Part2Tpo, &|| is_covered && tpo()),
            (Rule::Part2TpoOther, &tpo),
            (Rule::Part2Passed, &passed),
            (Rule::Part2Specific, &named),
            (Rule::Part2Justice, &justice),
        ],
    );
    add(VAWA, &[(Rule::VawaReleased, &|| vawa(case, row))]);
    add(
        law(Regime::Ferpa),
        &[(Rule::LicensedForm, &licensed), (Rule::FerpaCustody, &|| ferpa(case, row))],
    );
    add(
        law(Regime::Hmis),
        &[(Rule::LicensedForm, &licensed), (Rule::HmisNoticed, &|| is_noticed(case))],
    );
    add(
        law(Regime::Snap),
        &[(Rule::LicensedForm, &licensed), (Rule::SnapMeals, &|| is_for_meals(case))],
    );
    add(law(Regime::PrivacyAct), &[(Rule::PrivacyActMatch, &|| privacy_act(case, row))]);
    add(law(Regime::Cjis), &[(Rule::CjisListed, &|| true)]);
    if !row.has(laws_besides(Set::EMPTY)) {
        found.push(if licensed() { Rule::LicensedForm } else { Rule::NoLaw });
    }
    found
}

fn is_licensed<R: Row>(case: &Case<'_>, row: &R) -> R::Truth {
    let is_form = matches!(
        case.asked.identifiability,
        Identifiability::Deidentified | Identifiability::Aggregate
    );
    R::Truth::of(is_form).and(|| grants::is_covered(case, row, &[AgreementKind::Dul]))
}

fn hipaa<R: Row>(case: &Case<'_>, row: &R) -> R::Truth {
    R::Truth::of(is_treatment(case) || is_coordination(case))
        .or(|| by_consent(case, row, PART2_NAMED))
        .or(|| by_consent(case, row, &[Form::Part2CriminalJustice]))
}

/// A provider gives to a provider, to treat.
pub(super) fn is_treatment(case: &Case<'_>) -> bool {
    case.purpose_kind == PurposeKind::Treatment
        && case.holder_is(OrganizationKind::HealthProvider)
        && case.to_is(&[OrganizationKind::HealthProvider])
}

/// A provider arranges a service.
fn is_coordination(case: &Case<'_>) -> bool {
    matches!(case.purpose_kind, PurposeKind::Treatment | PurposeKind::Service)
        && case.holder_is(OrganizationKind::HealthProvider)
        && case.to_is(&[OrganizationKind::SocialServices])
}

fn part2<R: Row>(case: &Case<'_>, row: &R) -> R::Truth {
    passed_on(case, row).or(|| by_consent(case, row, PART2_FORMS))
}

fn by_consent<R: Row>(case: &Case<'_>, row: &R, forms: &[Form]) -> R::Truth {
    row.consents(&|consent| consents::serves(case, consent, forms, Route::Direct))
}

fn passed_on<R: Row>(case: &Case<'_>, row: &R) -> R::Truth {
    row.came_under(&|consent| consents::serves(case, consent, &[Form::Part2Tpo], Route::PassedOn))
}

fn vawa<R: Row>(case: &Case<'_>, row: &R) -> R::Truth {
    by_consent(case, row, &[Form::VawaRelease])
}

fn ferpa<R: Row>(case: &Case<'_>, row: &R) -> R::Truth {
    let is_case = case.purpose_kind == PurposeKind::ChildWelfare
        && case.to_is(&[OrganizationKind::ChildWelfareAgency]);
    match case.asked.to {
        Some(to) if is_case => row.is_in_custody_of(to),
        _ => Truth::of(false),
    }
}

/// Whether the notice names such a purpose.
fn is_noticed(case: &Case<'_>) -> bool {
    matches!(
        case.purpose_kind,
        PurposeKind::Service
            | PurposeKind::Treatment
            | PurposeKind::Payment
            | PurposeKind::Operations
            | PurposeKind::Reporting
    )
}

fn is_for_meals(case: &Case<'_>) -> bool {
    case.purpose_kind == PurposeKind::SchoolMeals
        && case.to_is(&[OrganizationKind::EducationAgency])
}

fn privacy_act<R: Row>(case: &Case<'_>, row: &R) -> R::Truth {
    grants::is_covered(case, row, &[AgreementKind::Matching])
}

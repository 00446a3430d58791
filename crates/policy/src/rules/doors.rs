//! Step 3: doors that need no agreement. Which door a request knocks at follows from its action and
//! purpose alone, so more paper never leads it to another one. A door lets a law pass or does not;
//! it never asks for one, so that one more law on a record never opens anything.

use crate::{
    Action, Assurance, ClassKind, EmergencyKind, Identifiability, OrderKind, OrganizationKind,
    PurposeKind, Regime, RequestPattern, Rule, Set,
    row::{Known, Row, Truth},
    rules::{Case, Examine, HIPAA, Next, PART2, VAWA, grants, law, laws_besides},
};

/// Where a request asks to come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// The client asks about themselves.
    Subject,
    /// A law demands a report.
    Report,
    /// A court sent something.
    Court,
    /// A medical emergency.
    Medical,
    /// A threat.
    Threat,
    /// Totals.
    Totals,
    /// No door: it takes an agreement.
    None,
}

impl Door {
    pub(super) fn of(asked: &RequestPattern, purpose: PurposeKind) -> Self {
        let totals = if asked.identifiability == Identifiability::Aggregate {
            Self::Totals
        } else {
            Self::None
        };
        match purpose {
            _ if asked.action == Action::AccessOwn => Self::Subject,
            PurposeKind::MandatedReport => Self::Report,
            PurposeKind::Proceedings if asked.process.is_served() => Self::Court,
            PurposeKind::EmergencyTreatment => Self::Medical,
            PurposeKind::SafetyThreat => Self::Threat,
            PurposeKind::Treatment
            | PurposeKind::Payment
            | PurposeKind::Operations
            | PurposeKind::Service
            | PurposeKind::Proceedings
            | PurposeKind::CourtSupervision
            | PurposeKind::ChildWelfare
            | PurposeKind::SchoolMeals
            | PurposeKind::Benefits
            | PurposeKind::Research
            | PurposeKind::Reporting
            | PurposeKind::Matching
            | PurposeKind::Other => totals,
        }
    }
}

pub(super) fn examine<R: Row>(case: &Case<'_>, row: &R, each: &mut impl Examine<R::Truth>) -> Next {
    match case.door {
        Door::Subject => {
            let own = case.asked.person.client;
            let is_own = own.map_or_else(|| R::Truth::of(false), |own| row.is_about(own));
            // It goes to the person, and to no organization that they work for.
            let to_another = R::Truth::of(case.asked.to.is_some());
            each(Rule::AnothersReport, to_another.or(|| is_own.not()))
        }
        Door::Report => report(case, row, each),
        Door::Court => court(case, row, each),
        Door::Medical => medical(case, row, each),
        Door::Threat => threat(case, row, each),
        Door::Totals => {
            let is_controlled =
                case.asked.table.as_ref().is_some_and(crate::Table::shows_something);
            each(Rule::TotalsUncontrolled, R::Truth::of(!is_controlled))
        }
        Door::None => Next::Continue(()),
    }
}

fn report<R: Row>(case: &Case<'_>, row: &R, each: &mut impl Examine<R::Truth>) -> Next {
    let takers = [OrganizationKind::ChildWelfareAgency, OrganizationKind::LawEnforcement];
    let is_report = case.asked.action == Action::Report && case.to_is(&takers);
    each(Rule::ReportNotAsked, R::Truth::of(!is_report))?;
    let is_record = || row.is_of(ClassKind::Report).not();
    each(Rule::ReportOriginal, is_record().and(|| row.has(PART2)))?;
    each(Rule::ReportBeyond, is_record())?;
    let open = HIPAA.union(PART2);
    each(Rule::ReportSeveral, row.has(laws_besides(open.union(VAWA))).or(|| both(row, open, VAWA)))
}

fn court<R: Row>(case: &Case<'_>, row: &R, each: &mut impl Examine<R::Truth>) -> Next {
    let process = &case.asked.process;
    each(Rule::StricterClause, grants::is_forbidden(case, row))?;
    let Some(order) = process.order_at(case.asked.at) else {
        each(Rule::SubpoenaAlone, row.has(PART2))?;
        return each(Rule::SubpoenaReview, R::Truth::of(true));
    };
    each(Rule::OrderUnchecked, R::Truth::of(!order.is_checked))?;
    each(Rule::OrderScope, row.is_in(&order.scope).not())?;
    let hmis = law(Regime::Hmis);
    match order.kind {
        OrderKind::Part2Order => {
            each(Rule::OrderAlone, R::Truth::of(!process.has_subpoena))?;
            each(Rule::OrderSeveral, row.has(laws_besides(HIPAA.union(PART2))))
        }
        OrderKind::CourtOrder | OrderKind::Statute => {
            let is_alone = R::Truth::of(process.has_subpoena);
            each(Rule::SubpoenaAlone, is_alone.and(|| row.has(PART2)))?;
            let others = row.has(laws_besides(VAWA.union(hmis)));
            each(Rule::OrderSeveral, others.or(|| both(row, VAWA, hmis)))
        }
    }
}

fn medical<R: Row>(case: &Case<'_>, row: &R, each: &mut impl Examine<R::Truth>) -> Next {
    let is_staff = case.asked.person.is_medical && case.to_is(&[OrganizationKind::HealthProvider]);
    each(Rule::EmergencyStaff, R::Truth::of(!is_staff))?;
    each(Rule::EmergencyShown, is_shown(case, row, EmergencyKind::Medical).not())?;
    each(Rule::EmergencyProfile, row.is_in(&case.world.profiles.medical).not())?;
    each(Rule::EmergencyVawa, row.has(VAWA))?;
    each(Rule::EmergencySeveral, row.has(laws_besides(HIPAA.union(PART2))))
}

fn threat<R: Row>(case: &Case<'_>, row: &R, each: &mut impl Examine<R::Truth>) -> Next {
    each(Rule::ThreatShown, is_shown(case, row, EmergencyKind::Threat).not())?;
    each(Rule::ThreatProfile, row.is_in(&case.world.profiles.threat).not())?;
    each(Rule::ThreatPart2, row.has(PART2))?;
    each(Rule::ThreatVawa, row.has(VAWA))?;
    each(Rule::ThreatSeveral, row.has(laws_besides(law(Regime::Ferpa))))
}

/// Whether an emergency of this kind was attested for the record's client, by one who signed in just
/// now, for a disclosure and nothing more.
fn is_shown<R: Row>(case: &Case<'_>, row: &R, kind: EmergencyKind) -> R::Truth {
    let Some(emergency) = &case.asked.emergency else { return Truth::of(false) };
    let could_ask = kind == EmergencyKind::Medical && emergency.is_consent_obtainable;
    let is_shown = emergency.kind == kind
        && emergency.is_attested
        && !could_ask
        && emergency.is_open(case.asked.at)
        && case.asked.person.assurance == Assurance::FreshPhishingResistant
        && case.asked.action == Action::Disclose;
    R::Truth::of(is_shown).and(|| row.is_about(emergency.client))
}

fn both<R: Row>(row: &R, one: Set<Regime>, other: Set<Regime>) -> R::Truth {
    row.has(one).and(|| row.has(other))
}

/// The rules that let the record go at the door. What no law rides on goes by the door's own rule.
pub(crate) fn allowing(case: &Case<'_>, row: &Known<'_>) -> Vec<Rule> {
    let of = |laws: &[(Set<Regime>, Rule)], own: Rule| {
        let mut rules: Vec<Rule> =
            laws.iter().filter(|(law, _)| row.has(*law)).map(|(_, rule)| *rule).collect();
        if rules.is_empty() {
            rules.push(own);
        }
        rules
    };
    let kind = case.asked.process.order.as_ref().map(|order| order.kind);
    match case.door {
        Door::Subject => vec![Rule::OwnReport],
        Door::Report => of(
            &[(HIPAA, Rule::ReportHipaa), (PART2, Rule::ReportPart2), (VAWA, Rule::ReportVawa)],
            Rule::ReportPart2,
        ),
        Door::Court if kind == Some(OrderKind::Part2Order) => {
            of(&[(HIPAA, Rule::OrderHipaa), (PART2, Rule::OrderPart2)], Rule::OrderPart2)
        }
        Door::Court => {
            of(&[(VAWA, Rule::OrderVawa), (law(Regime::Hmis), Rule::OrderHmis)], Rule::OrderVawa)
        }
        Door::Medical => of(
            &[(HIPAA, Rule::EmergencyHipaa), (PART2, Rule::EmergencyPart2)],
            Rule::EmergencyPart2,
        ),
        Door::Threat => vec![Rule::ThreatFerpa],
        Door::Totals => totals(case, row),
        Door::None => Vec::new(),
    }
}

fn totals(case: &Case<'_>, row: &Known<'_>) -> Vec<Rule> {
    let is_of_survivors = case.holder_is(OrganizationKind::VictimServiceProvider) || row.has(VAWA);
    let mut rules = Vec::new();
    if is_of_survivors {
        rules.push(Rule::TotalsVawa);
    }
    if !is_of_survivors || row.has(laws_besides(VAWA)) {
        rules.push(Rule::TotalsOpen);
    }
    rules
}

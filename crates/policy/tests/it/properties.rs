//! P1 to P10 of the model, over random worlds. `CONCORD_POLICY_WORLDS` says how many.

use std::{cell::Cell, collections::BTreeSet};

use policy::{
    Basis, Column, Decision, Label, Regime, Request, RequestPattern, World, decide, filter, outline,
};
use rand::seq::SliceRandom as _;
use serde_json::Value;

use crate::{
    generate::Chance,
    read::{self, Said, said},
    wire::{self, Case, Maybe},
};

/// How many worlds: few every day, many when asked.
#[expect(clippy::disallowed_methods, reason = "a test may be told to take its time")]
pub(crate) fn worlds(name: &str, every_day: u64) -> u64 {
    std::env::var(name).map_or(every_day, |count| count.parse().unwrap())
}

/// Runs a test on each world; says which one failed.
fn each_world(every_day: u64, test: impl Fn(&mut Chance, &Case, &read::Case)) {
    for seed in 0..worlds("CONCORD_POLICY_WORLDS", every_day) {
        let mut chance = Chance::seeded(seed);
        let case = chance.case();
        let told = std::panic::AssertUnwindSafe(|| {
            test(&mut chance, &case, &read::case(&case).unwrap());
        });
        if let Err(cause) = std::panic::catch_unwind(told) {
            let why = cause.downcast_ref::<String>().map_or("", String::as_str);
            panic!("world {seed}: {why}\n{}", serde_json::to_string(&case).unwrap());
        }
    }
}

fn one(pattern: &RequestPattern, label: &Label) -> Request {
    Request { pattern: pattern.clone(), labels: vec![label.clone()] }
}

/// For each record, whether it may go.
fn permitted(world: &World, request: &Request) -> Vec<bool> {
    let goes = |label| !decide(world, &one(&request.pattern, label)).released.is_empty();
    request.labels.iter().map(goes).collect()
}

fn answered(case: &Case) -> Said {
    let read = read::case(case).unwrap();
    said(&decide(&read.world, &read.request), read.world.names())
}

/// That nothing goes now that did not go before.
fn no_more(before: &[bool], after: &[bool]) {
    assert!(before.iter().zip(after).all(|(before, after)| *before || !after));
}

fn permitted_in(case: &Case) -> Vec<bool> {
    let read = read::case(case).unwrap();
    permitted(&read.world, &read.request)
}

#[test]
fn p0_at_least_three_of_ten_requests_are_permitted() {
    let count = 3000;
    let permits = (0..count).filter(|seed| {
        let answer = answered(&Chance::seeded(*seed).case()).answer;
        answer == "permit"
    });
    let permits = permits.count() as u64;
    assert!(permits * 10 >= count * 3, "{permits} of {count}");
    assert!(permits * 10 <= count * 8, "{permits} of {count}");
}

#[test]
fn p1_less_paper_never_gives_more() {
    each_world(1200, |chance, case, read| {
        let before = permitted(&read.world, &read.request);
        let mut less = case.clone();
        let world = &mut less.world;
        match chance.below(4) {
            0 if !world.agreements.is_empty() => {
                let at = chance.below(world.agreements.len());
                world.agreements[at].grants.clear();
            }
            1 if !world.consents.is_empty() => {
                let at = chance.below(world.consents.len());
                world.consents.remove(at);
            }
            2 if !world.agreements.is_empty() => {
                let (at, class) = (chance.below(world.agreements.len()), chance.class());
                let clause = wire::Clause {
                    against: policy::OrganizationKind::ALL.to_vec(),
                    classes: vec![class],
                    yields_to_order: false,
                };
                world.agreements[at].clauses.push(clause);
            }
            _ => less.request.emergency = Maybe::NONE,
        }
        no_more(&before, &permitted_in(&less));
    });
}

#[test]
fn p2_one_more_law_on_a_record_never_gives_more() {
    each_world(1200, |_, _, read| {
        let before = permitted(&read.world, &read.request);
        for regime in Regime::ALL {
            let mut request = read.request.clone();
            for label in &mut request.labels {
                // No mark at all is an error, which the first mark mends.
                if let Some(regimes) = label.regimes.as_mut().filter(|there| !there.is_empty()) {
                    regimes.insert(*regime);
                }
            }
            no_more(&before, &permitted(&read.world, &request));
        }
    });
}

#[test]
fn p3_time_alone_never_turns_no_into_yes() {
    each_world(1200, |chance, case, read| {
        let (one, other) = (case.request.at, chance.time() + i64::from(chance.yes(30)));
        let (early, late) = (one.min(other), one.max(other));
        let mut starts: Vec<i64> =
            case.world.agreements.iter().map(|each| each.effective).collect();
        starts.extend(case.world.consents.iter().map(|each| each.signed));
        starts.extend(case.request.emergency.get().map(|each| each.started));
        if starts.iter().any(|start| early < *start && *start <= late) {
            return;
        }
        let at = |instant: i64| {
            let mut request = read.request.clone();
            request.pattern.at = wire::instant(instant);
            permitted(&read.world, &request)
        };
        no_more(&at(early), &at(late));
    });
}

/// The bases that the model lets each law rest on.
fn own_bases(regime: Regime) -> &'static [Basis] {
    use Basis::{
        AggregateRelease, AgreementOnly, FerpaChildWelfare, FerpaSafetyEmergency,
        HipaaCareCoordination, HipaaTreatment, HmisNotice, LicensedDeidentified, MatchingAgreement,
        Part2ChildAbuseReport, Part2ConsentSpecific, Part2ConsentTpo, Part2CourtOrder,
        Part2CriminalJusticeConsent, Part2MedicalEmergency, Part2RedisclosureHipaa,
        SnapDirectCertification, SubjectAccess, VawaAggregate, VawaCompelled, VawaRelease,
    };
    match regime {
        Regime::Hipaa => &[
            HipaaTreatment,
            HipaaCareCoordination,
            Part2ConsentSpecific,
            Part2CriminalJusticeConsent,
            Part2CourtOrder,
            Part2ChildAbuseReport,
            SubjectAccess,
            LicensedDeidentified,
            AggregateRelease,
        ],
        Regime::Part2 | Regime::Part2Notes => &[
            Part2ConsentTpo,
            Part2ConsentSpecific,
            Part2CriminalJusticeConsent,
            Part2RedisclosureHipaa,
            Part2MedicalEmergency,
            Part2CourtOrder,
            Part2ChildAbuseReport,
            SubjectAccess,
            LicensedDeidentified,
            AggregateRelease,
        ],
        Regime::Ferpa => &[
            FerpaChildWelfare,
            FerpaSafetyEmergency,
            SubjectAccess,
            LicensedDeidentified,
            AggregateRelease,
        ],
        Regime::Vawa => &[VawaRelease, VawaAggregate, VawaCompelled, SubjectAccess],
        Regime::Hmis => &[HmisNotice, SubjectAccess, LicensedDeidentified, AggregateRelease],
        Regime::Snap => {
            &[SnapDirectCertification, SubjectAccess, LicensedDeidentified, AggregateRelease]
        }
        Regime::PrivacyAct => &[MatchingAgreement, SubjectAccess, AggregateRelease],
        Regime::Cjis => &[AgreementOnly, AggregateRelease],
        Regime::None => Basis::ALL,
    }
}

fn every_law_has_its_basis(read: &read::Case, request: &Request) {
    for label in &request.labels {
        let decision = decide(&read.world, &one(&request.pattern, label));
        if decision.released.is_empty() {
            continue;
        }
        let laws = label.regimes.unwrap();
        for law in laws.iter() {
            let found = own_bases(law).iter().any(|basis| decision.bases.has(*basis));
            assert!(found, "{law} rests on nothing in {:?}", decision.bases);
        }
        let to = read.request.pattern.to;
        if laws.has(Regime::Cjis) {
            let authorized = ["pd", "da", "prob"].map(|party| Some(wire::id(party)));
            assert!(authorized.contains(&to) || laws.iter().count() == 0);
        }
    }
}

#[test]
fn p4_every_law_on_what_goes_has_a_basis_of_its_own() {
    each_world(1200, |chance, case, read| {
        every_law_has_its_basis_unless_kinds_changed(case, read, &read.request);
        let mut request = read.request.clone();
        let more = *chance.pick(Regime::ALL);
        for label in &mut request.labels {
            label.regimes.as_mut().into_iter().for_each(|regimes| regimes.insert(more));
        }
        every_law_has_its_basis_unless_kinds_changed(case, read, &request);
    });
}

/// A world may have authorized another organization.
fn every_law_has_its_basis_unless_kinds_changed(case: &Case, read: &read::Case, request: &Request) {
    let authorized: BTreeSet<&str> = case
        .world
        .organizations
        .iter()
        .filter(|each| each.kinds.contains(&policy::OrganizationKind::CjisAuthorized))
        .map(|each| each.id.as_str())
        .collect();
    if authorized == BTreeSet::from(["pd", "da", "prob"]) {
        every_law_has_its_basis(read, request);
    }
}

#[test]
fn p5_order_and_duplicates_do_not_matter() {
    each_world(1000, |chance, case, _| {
        let mut other = case.clone();
        let world = &mut other.world;
        world.agreements.extend_from_within(..world.agreements.len().min(1));
        world.consents.extend_from_within(..world.consents.len().min(1));
        world.clients.extend_from_within(..1);
        world.organizations.extend_from_within(..3);
        other.request.labels.extend_from_within(..1);
        world.agreements.shuffle(&mut chance.0);
        world.consents.shuffle(&mut chance.0);
        world.clients.shuffle(&mut chance.0);
        world.organizations.shuffle(&mut chance.0);
        other.request.labels.shuffle(&mut chance.0);
        for agreement in &mut world.agreements {
            agreement.grants.shuffle(&mut chance.0);
        }
        assert_eq!(answered(case), answered(&other));
    });
}

#[test]
fn p6_what_a_whole_owes_is_what_its_parts_owe() {
    each_world(1000, |chance, _, read| {
        let mut request = read.request.clone();
        let classes =
            read.request.labels.iter().filter_map(|label| label.class).collect::<Vec<_>>();
        let mut more = request.labels[0].clone();
        more.class = read.world.names().class(&chance.class()).or(classes.first().copied());
        request.labels.push(more);
        let parts =
            request.labels.iter().map(|label| decide(&read.world, &one(&request.pattern, label)));
        let parts: Vec<Decision> = parts.collect();
        let whole = decide(&read.world, &request);
        let owed = parts.iter().fold(policy::Set::EMPTY, |all, part| all.union(part.obligations));
        assert_eq!(whole.obligations, owed);
        let bases = parts.iter().fold(policy::Set::EMPTY, |all, part| all.union(part.bases));
        assert_eq!(whole.bases, bases);
    });
}

#[test]
fn p7_the_filter_is_the_decision() {
    each_world(1000, |chance, case, read| {
        let mut marks: Vec<wire::Label> = case.request.labels.clone();
        for _ in 0..8 {
            let mut label = case.request.labels[0].clone();
            chance.change_mark(&mut label);
            marks.push(label);
        }
        let labels: Vec<Label> =
            marks.iter().map(|mark| read::label(mark, read.world.names())).collect();
        for from in [read.request.pattern.from, None] {
            let pattern = RequestPattern { from, ..read.request.pattern.clone() };
            let request = Request { pattern, labels: labels.clone() };
            let condition = filter(&read.world, &request.pattern);
            let rows =
                labels.iter().map(|label| condition.holds(&|column| column.of(label, &read.world)));
            assert_eq!(permitted(&read.world, &request), rows.collect::<Vec<_>>(), "{condition:?}");
        }
    });
}

#[test]
fn p7_the_outline_leaves_out_nothing_that_goes() {
    let by_consent = Cell::new(0);
    each_world(1200, |chance, case, read| {
        let (mut nobody, asked) = (case.clone(), &read.request.pattern);
        nobody.world.clients.clear();
        nobody.world.consents.clear();
        let nobody = read::case(&nobody).unwrap().world;
        let (outline, alone) = (outline(&nobody, asked), filter(&nobody, asked));
        for label in &read.request.labels {
            let row = |column: Column| column.of(label, &read.world);
            let known: Vec<Column> = Column::ALL.into_iter().filter(|_| chance.yes(50)).collect();
            for condition in [&outline, &alone] {
                let given = condition.given(&|column| known.contains(&column).then(|| row(column)));
                assert_eq!(given.holds(&row), condition.holds(&row), "{given:?} of {condition:?}");
            }
            if decide(&read.world, &one(asked, label)).released.is_empty() {
                continue;
            }
            assert!(outline.holds(&row), "{outline:?}");
            if !alone.holds(&row) {
                by_consent.set(by_consent.get() + 1);
                assert!(label.consent.is_some() || somebody_signed(case), "{label:?}");
            }
        }
    });
    assert!(by_consent.get() > 20, "{by_consent:?} records went by a consent");
}

/// Whether a consent lets the holder give the one who asks something for the purpose: by this, a list looks for
/// clients.
fn somebody_signed(case: &Case) -> bool {
    let asked = &case.request;
    let to = case.world.organizations.iter().find(|each| asked.to == Maybe::Some(each.id.clone()));
    case.world.consents.iter().any(|consent| {
        let is_over = match &consent.expires {
            wire::Expiry::Never => false,
            wire::Expiry::At(end) => *end <= asked.at,
            wire::Expiry::Event(happened) => happened.get().is_some_and(|end| *end <= asked.at),
        };
        !is_over
            && consent.purposes.contains(&asked.purpose)
            && to.is_some_and(|to| {
                consent.to.contains(&to.id)
                    || to.kinds.iter().any(|kind| consent.to_kinds.contains(kind))
            })
    })
}

#[test]
fn p8_what_was_stored_gives_the_same_answer() {
    each_world(1000, |_, case, _| {
        let stored = serde_json::to_string(case).unwrap();
        let replayed: Case = serde_json::from_str(&stored).unwrap();
        assert_eq!(answered(case), answered(&replayed));
    });
}

#[test]
fn p9_an_answer_has_its_words() {
    each_world(1000, |_, _, read| {
        let decision = decide(&read.world, &read.request);
        let told = said(&decision, read.world.names());
        let is_word = |word: &String, of: &dyn Fn(&str) -> bool| assert!(of(word), "{word}");
        told.bases.iter().for_each(|word| is_word(word, &|word| word.parse::<Basis>().is_ok()));
        told.withheld
            .iter()
            .for_each(|(_, word)| is_word(word, &|word| word.parse::<policy::Reason>().is_ok()));
        told.obligations
            .iter()
            .for_each(|word| is_word(word, &|word| word.parse::<policy::Obligation>().is_ok()));
        match told.answer.as_str() {
            "permit" => assert!(told.withheld.is_empty() && !told.bases.is_empty()),
            "permit_partial" => assert!(!told.withheld.is_empty() && !told.bases.is_empty()),
            _ => assert!(!told.withheld.is_empty() && told.bases.is_empty()),
        }
        let outside = decision.for_outsider();
        assert!(!outside.is_incomplete || outside.answer == policy::Answer::PermitPartial);
    });
}

#[test]
fn p10_renaming_people_changes_nothing() {
    each_world(1000, |_, case, _| {
        let mut ids: BTreeSet<String> = BTreeSet::from(["worker".to_owned()]);
        ids.extend(case.world.organizations.iter().map(|each| each.id.clone()));
        ids.extend(case.world.clients.iter().map(|each| each.id.clone()));
        ids.extend(case.world.agreements.iter().map(|each| each.id.clone()));
        ids.extend(case.world.consents.iter().map(|each| each.id.clone()));
        let mut stored = serde_json::to_value(case).unwrap();
        rename(&mut stored, &ids);
        let renamed: Case = serde_json::from_value(stored).unwrap();
        assert_eq!(answered(case), answered(&renamed));
    });
}

fn rename(value: &mut Value, ids: &BTreeSet<String>) {
    match value {
        Value::String(text) if ids.contains(text) => *text = format!("renamed {text}"),
        Value::Array(list) => list.iter_mut().for_each(|each| rename(each, ids)),
        Value::Object(map) => map.values_mut().for_each(|each| rename(each, ids)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

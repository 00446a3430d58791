//! How long one decision takes, with its reasons, from 100 to 100,000 agreements and with 50 consents of
//! the client; in the same run, a look into a bare `HashMap` of as many keys, and with the feature `peers`
//! (`cargo xtask bench decide` sets it) the same requests to Rego and Cedar. Fails when it is slower
//! than the project promises for 200 clients in turn. Beside it, without a promise: 2,000 clients in turn,
//! whose 100,000 consents no processor cache holds.

use std::{
    collections::HashMap,
    error::Error,
    hint::black_box,
    io::Write as _,
    time::{Duration, Instant as Moment},
};

use base::{Id as _, Instant, OrganizationId, PersonId};
use policy::{
    Action, Agreement, AgreementId, AgreementKind, Answer, Assurance, ClassKind, Classes, Client,
    ClientId, Consent, ConsentId, Expiry, Form, Grant, Identifiability, Label, LegalProcess, Names,
    Organization, OrganizationKind, Paper, Person, Profiles, Purpose, PurposeKind, Recipients,
    Regime, Request, RequestPattern, Set, Status, World, decide,
};

const SIZES: [u128; 4] = [100, 1_000, 10_000, 100_000];
const CONSENTS: u128 = 50;
/// Four agreements between each pair of organizations.
const EACH: u128 = 4;
const ROUNDS: usize = 200_000;
const MEDIAN: Duration = Duration::from_micros(2);
const P99: Duration = Duration::from_micros(20);
/// How much slower the largest world may be than the smallest.
const FLAT: f64 = 2.0;
const NOW: Instant = Instant::from_micros(1_795_000_000_000_000);

type Done<T> = Result<T, Box<dyn Error>>;

#[cfg(feature = "peers")]
mod peers;

fn main() -> Done<()> {
    let mut out = std::io::stdout().lock();
    let mut medians = Vec::new();
    let mut is_fast = true;
    writeln!(
        out,
        "agreements   permit      p99   refuse   HashMap  ratio   2,000 clients      p99   peers"
    )?;
    for size in SIZES {
        let paper = paper(size).ok_or("the names of the benchmark are taken")?;
        let world = World::new(paper.clone());
        let many = requests(&world, size);
        let requests: Vec<Request> = many.iter().take(200).cloned().collect();
        let payment = world.names().purpose("payment");
        let refusals: Vec<Request> =
            requests.iter().map(|request| for_purpose(request.clone(), payment)).collect();
        for (list, expected) in [(&requests, Answer::Permit), (&refusals, Answer::Deny)] {
            if list.iter().any(|request| decide(&world, request).answer != expected) {
                return Err(format!("a request of the benchmark is not answered {expected}").into());
            }
        }
        let permit = measure(&requests, |request| decide(&world, request));
        let cold = measure(&many, |request| decide(&world, request));
        let refuse = measure(&refusals, |request| decide(&world, request));
        let keys: Vec<(u128, u128)> = (0..size).map(|n| (n, n + 1)).collect();
        let map: HashMap<(u128, u128), usize> = keys.iter().copied().zip(0..).collect();
        let bare = measure(&keys, |key| map.get(key).copied());
        let ratio = permit.median.as_secs_f64() / bare.median.as_secs_f64();
        let peers = beside(&paper, &requests, &refusals, &permit)?;
        writeln!(
            out,
            "{size:>10} {:>8} {:>8} {:>8} {:>9} {ratio:>6.1} {:>15} {:>8}   {peers}",
            nanos(permit.median),
            nanos(permit.p99),
            nanos(refuse.median),
            nanos(bare.median),
            nanos(cold.median),
            nanos(cold.p99),
        )?;
        is_fast &= permit.median <= MEDIAN && refuse.median <= MEDIAN && permit.p99 <= P99;
        medians.push(permit.median.as_secs_f64());
    }
    let first = medians.first().copied().unwrap_or(f64::INFINITY);
    let growth = medians.iter().copied().fold(0.0, f64::max) / first;
    is_fast &= growth <= FLAT;
    let verdict = if is_fast { "PASS" } else { "FAIL" };
    writeln!(
        out,
        "growth {growth:.2} (at most {FLAT}); median at most 2 µs, p99 20 µs: {verdict}"
    )?;
    if is_fast { Ok(()) } else { Err("a decision takes too long".into()) }
}

/// The same requests to Cedar and Rego, which must answer the same; how much longer they take.
#[cfg(feature = "peers")]
fn beside(
    paper: &Paper,
    permits: &[Request],
    refusals: &[Request],
    ours: &Measured,
) -> Done<String> {
    for (list, expected) in [(refusals, false), (permits, true)] {
        let mut peers = peers::Peers::new(paper, list)?;
        for place in 0..list.len() {
            let answers = [peers.rego(place), peers.cedar(place)];
            if answers != [expected; 2] {
                return Err(format!("request {place}: Rego and Cedar say {answers:?}").into());
            }
        }
        if expected {
            let places: Vec<usize> = (0..list.len()).collect();
            let rego = measure(&places, |place| peers.rego(*place));
            let cedar = measure(&places, |place| peers.cedar(*place));
            let ratio = |theirs: &Measured| theirs.median.as_secs_f64() / ours.median.as_secs_f64();
            return Ok(format!(
                "Rego {} p99 {}, ratio {:.1}; Cedar, handed the agreement and the consent, {} p99 {}, ratio {:.1}",
                nanos(rego.median),
                nanos(rego.p99),
                ratio(&rego),
                nanos(cedar.median),
                nanos(cedar.p99),
                ratio(&cedar),
            ));
        }
    }
    Err("there is nothing to ask".into())
}

#[cfg(not(feature = "peers"))]
#[expect(clippy::unnecessary_wraps, reason = "the same as with the peers")]
fn beside(_: &Paper, _: &[Request], _: &[Request], _: &Measured) -> Done<String> {
    Ok("beside Rego and Cedar with --features peers".to_owned())
}

fn nanos(time: Duration) -> String {
    format!("{} ns", time.as_nanos())
}

struct Measured {
    median: Duration,
    p99: Duration,
}

/// Each call is timed alone; what timing itself costs is taken off.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn measure<T, R>(inputs: &[T], mut call: impl FnMut(&T) -> R) -> Measured {
    let mut times = Vec::with_capacity(ROUNDS);
    let mut empty = Vec::with_capacity(ROUNDS);
    // A long prime step: the next input is never beside the last.
    for input in inputs.iter().cycle().step_by(7919).take(ROUNDS) {
        let start = Moment::now();
        black_box(input);
        empty.push(start.elapsed());
        let start = Moment::now();
        black_box(call(black_box(input)));
        times.push(start.elapsed());
    }
    empty.sort_unstable();
    times.sort_unstable();
    let at = |times: &[Duration], place: usize| times.get(place).copied().unwrap_or_default();
    let timing = at(&empty, ROUNDS / 2);
    let spent =
        |place: usize| at(&times, place).saturating_sub(timing).max(Duration::from_nanos(1));
    Measured { median: spent(ROUNDS / 2), p99: spent(ROUNDS / 100 * 99) }
}

/// Organizations in a row, each giving to the next; clients with 50 consents, of which the one that serves
/// is in the middle.
fn paper(size: u128) -> Option<Paper> {
    let mut names = Names::default();
    let class = names.name_class("sud_enrollment", ClassKind::Record)?;
    let other = names.name_class("sud_plan", ClassKind::Record)?;
    let treatment = names.name_purpose("treatment", PurposeKind::Treatment)?;
    names.name_purpose("payment", PurposeKind::Payment)?;
    let classes = Classes::of([class, other]);
    let kinds = Set::of(&[OrganizationKind::HipaaCoveredEntity, OrganizationKind::HealthProvider]);
    let organizations = 0..size.div_ceil(EACH) + CONSENTS + 2;
    let clients = 0..clients(size);
    let consents = clients
        .clone()
        .flat_map(|client| (0..CONSENTS).map(move |number| consent(client, number, treatment)));
    Some(Paper {
        organizations: organizations
            .map(|n| Organization { id: OrganizationId::from_bits(n), kinds })
            .collect(),
        agreements: (0..size).map(|n| agreement(n, treatment, &classes)).collect(),
        clients: clients.clone().map(client).collect(),
        consents: consents.collect(),
        profiles: Profiles::default(),
        names,
    })
}

const fn clients(size: u128) -> u128 {
    let pairs = size.div_ceil(EACH);
    if pairs < 2000 { pairs } else { 2000 }
}

fn agreement(n: u128, purpose: Purpose, classes: &Classes) -> Agreement {
    let (from, to) = (OrganizationId::from_bits(n / EACH), OrganizationId::from_bits(n / EACH + 1));
    Agreement {
        id: AgreementId::from_bits(n),
        kind: AgreementKind::Dsa,
        status: Status::Active,
        effective: NOW.plus_seconds(-1000),
        expires: Some(NOW.plus_seconds(1000)),
        parties: vec![from, to],
        under: None,
        identifiability: Identifiability::Identified,
        wants_training: true,
        assurance: Assurance::SecondFactor,
        suppresses_small_cells: false,
        grants: vec![Grant {
            from,
            to,
            purposes: vec![purpose],
            classes: classes.clone(),
            actions: Set::of(&[Action::Disclose]),
            roles: None,
        }],
        clauses: Vec::new(),
    }
}

fn consent(client: u128, number: u128, purpose: Purpose) -> Consent {
    let to = if number == CONSENTS / 2 { client + 1 } else { client + number + 2 };
    Consent {
        id: ConsentId::from_bits(client * CONSENTS + number),
        client: ClientId::from_bits(client),
        form: Form::Part2Tpo,
        signer: ClientId::from_bits(client),
        is_written: true,
        is_complete: true,
        from: [OrganizationId::from_bits(client)].into(),
        to: Recipients { named: [OrganizationId::from_bits(to)].into(), kinds: Set::EMPTY },
        purposes: [purpose].into_iter().collect(),
        classes: Classes::All,
        signed: NOW.plus_seconds(-500),
        expires: Expiry::At(NOW.plus_seconds(500)),
        revoked: None,
        irrevocable_until: None,
    }
}

fn client(n: u128) -> Client {
    Client {
        id: ClientId::from_bits(n),
        is_adult: true,
        consents_alone: false,
        guardians: Vec::new(),
        alleged_abusers: Vec::new(),
        custody: None,
        opt_outs: Set::EMPTY,
        has_protected_address: false,
        restrictions: Vec::new(),
    }
}

/// For each client, a record under HIPAA and Part 2.
fn requests(world: &World, size: u128) -> Vec<Request> {
    let names = world.names();
    let request = |n: u128| Request {
        pattern: RequestPattern {
            at: NOW,
            action: Action::Disclose,
            purpose: names.purpose("treatment"),
            person: Person {
                id: PersonId::from_bits(n),
                organization: Some(OrganizationId::from_bits(n + 1)),
                client: None,
                role: None,
                is_medical: true,
                assurance: Assurance::PhishingResistant,
                trained_until: Some(NOW.plus_seconds(100)),
                relatives: Vec::new(),
                is_locked: false,
            },
            from: Some(OrganizationId::from_bits(n)),
            to: Some(OrganizationId::from_bits(n + 1)),
            identifiability: Identifiability::Identified,
            process: LegalProcess::default(),
            emergency: None,
            table: None,
        },
        labels: vec![Label {
            class: names.class("sud_enrollment"),
            holder: Some(OrganizationId::from_bits(n)),
            origin: Some(OrganizationId::from_bits(n)),
            client: Some(ClientId::from_bits(n)),
            regimes: Some(Set::of(&[Regime::Hipaa, Regime::Part2])),
            identifiability: Some(Identifiability::Identified),
            ..Label::default()
        }],
    };
    (0..clients(size)).map(request).collect()
}

/// The same for another purpose, which no agreement names: refused, with the nearest reason.
fn for_purpose(mut request: Request, purpose: Option<Purpose>) -> Request {
    request.pattern.purpose = purpose;
    request
}

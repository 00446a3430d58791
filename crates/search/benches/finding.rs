//! How fast a word is found among 100,000 records in four partnerships: whole requests, on both
//! databases, with the rights in the question and the second look at each hit.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a measurement that stops where it fails, and says what it found"
)]

#[path = "../tests/it/things.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod things;

use std::{fmt::Write as _, sync::Arc, time::Instant as Moment};

use base::Role;
use search::{Home, Index, catch_up};
use store::testing::{Db, Kind};
use web::testing::{TestApp, TestPartnership};

/// Records in all partnerships together.
const RECORDS: usize = 100_000;
/// How many questions are asked.
const QUESTIONS: usize = 1_000;
/// What the project promises for 99 of 100.
const MOST_MS: f64 = 50.0;

/// Parts of words; two make a word, so that some words are in many records and some in few.
const PARTS: &[&str] = &[
    "hou", "sing", "bed", "room", "list", "lord", "rent", "wait", "data", "plan", "grant", "team",
    "court", "jail", "care", "food", "bus", "job", "night", "shel", "ter", "coun", "ty", "health",
    "youth", "fund", "form", "hour", "desk", "key", "law", "map",
];

#[tokio::main]
async fn main() {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        measure(kind).await;
    }
}

async fn measure(kind: Kind) {
    let app = TestApp::start(Db::new(kind), &[things::CONTEXT, search::CONTEXT]).await;
    let index = Arc::new(Index::open(Home::Memory).unwrap());
    app.store.keep(Arc::clone(&index));
    let mut places = Vec::new();
    for slug in ["riverbend", "northfork", "lakeside", "hilltop"] {
        places.push(app.partnership(slug).await);
    }
    let housing = app.system().new_id();
    let sam = app.person("Sam Okafor", &places[0], housing, Role::Member).await;
    for place in &places[1..3] {
        app.grant(&sam, place, housing, Role::Member).await;
    }
    let mut dice = Dice(7);
    for place in &places {
        fill(&app, place, RECORDS / places.len(), &mut dice).await;
        let first = things::Thing { id: "first", title: "first", ..things::Thing::default() };
        things::put(&app, place, first).await;
    }
    let began = Moment::now();
    let looked_at = catch_up(&app.store, &index).await.unwrap();
    println!("{kind:?}: {looked_at} records read in {:.1} s", began.elapsed().as_secs_f64());

    let mut times = Vec::new();
    for at in 0..QUESTIONS {
        let asked = match at % 4 {
            0 => dice.word(),
            1 => format!("{}+{}", dice.word(), dice.word()),
            // As somebody types.
            2 => dice.word().chars().take(4).collect(),
            _ => format!("{}&kind=thing&in=riverbend", dice.word()),
        };
        let path = format!("/api/v1/search?q={asked}");
        let began = Moment::now();
        app.get(&sam, &path).await.expect(200);
        times.push(began.elapsed().as_secs_f64() * 1_000.0);
    }
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    println!("{kind:?}: half {:.1} ms, p99 {:.1} ms, most {:.1} ms", at(50), at(99), at(100));
    assert!(at(99) < MOST_MS, "{kind:?}: 99 of 100 questions take {:.1} ms", at(99));
    app.close().await;
}

/// Rows without events: the first look at a partnership reads it whole.
async fn fill(app: &TestApp, place: &TestPartnership, count: usize, dice: &mut Dice) {
    for chunk in 0..count / 500 {
        let mut rows = String::from("INSERT INTO things (partnership, id, title, text) VALUES ");
        for row in 0..500 {
            let comma = if row == 0 { "" } else { "," };
            let title = dice.words(5);
            let text = dice.words(40);
            let id = chunk * 500 + row;
            write!(rows, "{comma}('{}', 't{id:06}', '{title}', '{text}')", place.id).unwrap();
        }
        app.store.batch(&rows).await.unwrap();
    }
}

/// The same numbers each time.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }

    /// The first parts come more often than the last ones.
    fn word(&mut self) -> String {
        let mut part = || PARTS[self.next(PARTS.len()).min(self.next(PARTS.len()))];
        format!("{}{}", part(), part())
    }

    fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }
}

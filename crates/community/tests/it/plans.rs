//! Every list reads no more than it shows: the databases say how they would read.

use base::{Instant, Role, Value};
use store::{
    Access, Cx, Permission,
    testing::{
        Kind,
        plans::{Texts, explained, must_follow_an_index},
    },
    values,
};
use web::testing::both_databases;

use super::*;

const LOOK: Permission = Permission::partnership("test.look", Access::Read, Role::ALL);

/// Enough rows that a scan would cost more than an index.
const ROWS: u32 = 30_000;

const TEXTS: Texts =
    Texts { statements: community::CONTEXT.statements, clauses: community::CONTEXT.clauses };

/// How rows are made, and what differs from row to row.
struct Series {
    rows: String,
    number: &'static str,
    day: &'static str,
    /// The organization of each.
    one_of: String,
}

fn series(county: &County, kind: Kind) -> Series {
    let one_of =
        format!("CASE n % 2 WHEN 0 THEN '{}' ELSE '{}' END", county.housing, county.health);
    match kind {
        Kind::Sqlite => Series {
            rows: format!(
                "WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {ROWS})"
            ),
            number: "printf('%026d', n)",
            day: "date('2025-01-01', '+' || (n % 730) || ' days')",
            one_of,
        },
        Kind::Postgres => Series {
            rows: format!("WITH s(n) AS (SELECT generate_series(1, {ROWS}))"),
            number: "lpad(CAST(n AS TEXT), 26, '0')",
            day: "CAST(DATE '2025-01-01' + n % 730 AS TEXT)",
            one_of,
        },
    }
}

/// Fills the tables of all lists, with a row of each for every number.
async fn fill(app: &TestApp, county: &County, kind: Kind) {
    let series = series(county, kind);
    let rows = said(county, &series).into_iter().chain(written(county, &series));
    for rows in rows.chain(met(county, &series)) {
        app.store.batch(&rows).await.unwrap();
    }
    app.store.batch("ANALYZE").await.unwrap();
}

/// What partners said to each other.
fn said(county: &County, series: &Series) -> [String; 4] {
    let Series { rows, number, day, one_of } = series;
    let (p, person) = (county.p.id, county.alicia.id);
    [
        format!(
            "INSERT INTO threads (partnership, id, subject_kind, subject, subject_name, person,
             organization, opened_at, last_at, posts, help, closed_at)
             {rows} SELECT '{p}', 'thr_' || {number},
             CASE n % 3 WHEN 0 THEN 'commitment' WHEN 1 THEN 'decision' ELSE 'measure' END,
             'sub_' || (n % 500), 'Subject', '{person}', {one_of}, n, n, 1,
             CASE n % 50 WHEN 0 THEN 1 ELSE 0 END, CASE n % 4 WHEN 0 THEN n END FROM s"
        ),
        format!(
            "INSERT INTO posts (partnership, thread, number, id, person, organization, at, body, names,
             state, appealed, agree, thanks, help, revision)
             {rows} SELECT '{p}', 'thr_' || {number}, 1, 'pst_' || {number}, '{person}', {one_of}, n,
             'Text', '', 'shown', FALSE, 0, 0, 0, 1 FROM s"
        ),
        format!(
            "INSERT INTO post_rulings (partnership, id, post, thread, act, person, organization, at, why)
             {rows} SELECT '{p}', 'rul_' || {number}, 'pst_' || {number}, 'thr_' || {number},
             'hidden', '{person}', {one_of}, n, 'Names a client' FROM s"
        ),
        format!(
            "INSERT INTO announcements (partnership, id, title, body, person, organization, at,
             remind_on, awaited, read, revision)
             {rows} SELECT '{p}', 'ann_' || {number}, 'Title', 'Text', '{person}', {one_of}, n,
             CASE n % 100 WHEN 0 THEN {day} END, 9, n % 10, 1 FROM s"
        ),
    ]
}

/// What they wrote together.
fn written(county: &County, series: &Series) -> [String; 3] {
    let Series { rows, number, day, one_of } = series;
    let (p, person) = (county.p.id, county.alicia.id);
    [
        format!(
            "INSERT INTO disagreements (partnership, id, question, subject_kind, subject, subject_name,
             person, organization, opened_on, state, day, revision)
             {rows} SELECT '{p}', 'dis_' || {number}, 'Question', 'commitment', 'sub_' || (n % 500),
             'Subject', '{person}', {one_of}, {day},
             CASE n % 5 WHEN 0 THEN 'open' WHEN 1 THEN 'withdrawn' ELSE 'settled' END, {day}, 1 FROM s"
        ),
        format!(
            "INSERT INTO drafts (partnership, id, title, kind, holder, person, opened_on, version, text,
             state, open_amendments, day, revision)
             {rows} SELECT '{p}', 'dft_' || {number}, 'Title',
             CASE n % 3 WHEN 0 THEN 'charter' WHEN 1 THEN 'plan' ELSE 'report' END, {one_of},
             '{person}', {day}, 1, 'Text',
             CASE n % 4 WHEN 0 THEN 'published' ELSE 'writing' END, n % 3, {day}, 1 FROM s"
        ),
        format!(
            "INSERT INTO public_documents (partnership, draft, place, title, holder, text, version,
             published_on)
             {rows} SELECT '{p}', 'dft_' || {number}, 'County', 'Title', 'Housing', 'Text', 1, {day}
             FROM s"
        ),
    ]
}

/// When they met.
fn met(county: &County, series: &Series) -> [String; 2] {
    let Series { rows, number, one_of, .. } = series;
    let (p, starts) = (county.p.id, "1700000000000000 + CAST(n AS BIGINT) * 3600000000");
    [
        format!(
            "INSERT INTO meetings (partnership, id, body, series, slot, title, held_on, clock, length,
             zone, starts, open, state, minutes, own, warned, revision)
             {rows} SELECT '{p}', 'mtg_' || {number}, 'bod_' || (n % 9),
             CASE n % 3 WHEN 0 THEN 'ser_' || (n % 21) END, CASE n % 3 WHEN 0 THEN {number} END,
             'Meeting ' || n, '2025-01-01', '09:00', 60, 'UTC', {starts}, TRUE,
             CASE WHEN n % 100 = 1 THEN 'planned' ELSE 'held' END,
             CASE n % 3 WHEN 0 THEN 'none' WHEN 1 THEN 'submitted' ELSE 'approved' END, FALSE, '', 1 FROM s"
        ),
        format!(
            "INSERT INTO gatherings (partnership, id, kind, title, held_on, clock, length, zone, starts,
             open, host, state, registered, waiting, checked_in, revision)
             {rows} SELECT '{p}', 'gth_' || {number},
             CASE n % 3 WHEN 0 THEN 'networking' WHEN 1 THEN 'cross_training' ELSE 'listening_session' END,
             'Event ' || n, '2025-01-01', '09:00', 60, 'UTC', {starts}, FALSE, {one_of}, 'planned',
             0, 0, 0, 1 FROM s"
        ),
    ]
}

/// No statement of these reads more than it shows, however many rows there are.
async fn must_all_follow_an_index(cx: &Cx, kind: Kind, cases: Vec<(&str, Vec<&str>, Vec<Value>)>) {
    for (name, clauses, values) in cases {
        let sql = TEXTS.with(name, &clauses, 0);
        let lines = explained((cx, LOOK), kind, &sql, values).await.unwrap();
        follows(kind, &format!("{name} {}", clauses.join(" ")), lines);
    }
}

/// Tables that are joined by their keys and that this test leaves with a few rows or none: whatever its
/// indexes, PostgreSQL reads such a table from end to end.
const BARE: &[&str] = &["people", "organizations", "post_reactions"];

fn follows(kind: Kind, name: &str, mut lines: Vec<String>) {
    lines.retain(|line| !BARE.iter().any(|bare| line.contains(&format!("Seq Scan on {bare} "))));
    must_follow_an_index(kind, name, &lines);
}

both_databases! {
    async fn what_partners_write_is_listed_in_the_order_of_an_index(db) {
        let kind = db.kind;
        let (app, county) = start(db).await;
        fill(&app, &county, kind).await;
        let cx = app.cx(&county.alicia, &county.p);
        let mark = |prefix: &str| format!("{prefix}_00000000000000000000015000");
        let (housing, day, limit) = (county.housing, "2026-05-12", 51_i64);
        let at = Instant::from_micros(15_000);
        let (thread, disagreement, draft) = (mark("thr"), mark("dis"), mark("dft"));
        let talk = "talk::lists::store::LIST";
        let announced = "announcement::store::LIST";
        let (register, drafts) = ("disagreement::store::LIST", "draft::store::LIST");
        let cases: Vec<(&str, Vec<&str>, Vec<Value>)> = vec![
            (talk, vec!["LAST_FIRST"], values![limit]),
            (talk, vec!["BEFORE", "LAST_FIRST"], values![at, thread, limit]),
            (talk, vec!["OF_KIND", "BEFORE", "LAST_FIRST"], values!["measure", at, thread, limit]),
            (talk, vec!["OF_KIND", "OF_RECORD", "LAST_FIRST"], values!["measure", "sub_3", limit]),
            (talk, vec!["IS_OPEN", "BEFORE", "LAST_FIRST"], values![at, thread, limit]),
            (talk, vec!["IS_CLOSED", "BEFORE", "LAST_FIRST"], values![at, thread, limit]),
            (talk, vec!["WITH_HELP", "BEFORE", "LAST_FIRST"], values![at, thread, limit]),
            (talk, vec!["BY", "BEFORE", "LAST_FIRST"], values![housing, at, thread, limit]),
            ("ruling::store::RECORD", vec!["BEFORE", "LAST_FIRST"], values![mark("rul"), limit]),
            (announced, vec!["LAST_FIRST"], values![limit]),
            (announced, vec!["BEFORE", "LAST_FIRST"], values![at, mark("ann"), limit]),
            (announced, vec!["BY", "BEFORE", "LAST_FIRST"], values![housing, at, mark("ann"), limit]),
            (announced, vec!["AWAITED", "BEFORE", "LAST_FIRST"], values![at, mark("ann"), limit]),
            ("announcement::store::TO_REMIND", vec![], values![day]),
            (register, vec!["LAST_FIRST"], values![limit]),
            (register, vec!["BEFORE", "LAST_FIRST"], values![day, disagreement, limit]),
            (register, vec!["IN_STATE", "BEFORE", "LAST_FIRST"], values!["open", day, disagreement, limit]),
            (register, vec!["ABOUT", "LAST_FIRST"], values!["commitment", "sub_3", limit]),
            (drafts, vec!["LAST_FIRST"], values![limit]),
            (drafts, vec!["BEFORE", "LAST_FIRST"], values![day, draft, limit]),
            (drafts, vec!["IN_STATE", "BEFORE", "LAST_FIRST"], values!["published", day, draft, limit]),
            (drafts, vec!["OF_KIND", "BEFORE", "LAST_FIRST"], values!["plan", day, draft, limit]),
            (drafts, vec!["HELD_BY", "BEFORE", "LAST_FIRST"], values![housing, day, draft, limit]),
        ];
        must_all_follow_an_index(&cx, kind, cases).await;
        app.close().await;
    }

    async fn the_answers_of_a_thread_are_read_by_their_numbers(db) {
        let kind = db.kind;
        let (app, county) = start(db).await;
        fill(&app, &county, kind).await;
        let cx = app.cx(&county.alicia, &county.p);
        let thread = "thr_00000000000000000000015000";
        let values = values![county.alicia.id, thread, 0_i64, 51_i64];
        let sql = TEXTS.with("talk::lists::store::POSTS", &["OF_THREAD"], 1);
        let lines = explained((&cx, LOOK), kind, &sql, values).await.unwrap();
        follows(kind, "POSTS", lines);
        app.close().await;
    }

    async fn meetings_and_events_are_listed_in_the_order_of_an_index(db) {
        let kind = db.kind;
        let (app, county) = start(db).await;
        fill(&app, &county, kind).await;
        let cx = app.cx(&county.alicia, &county.p);
        let (mark, other) = ("mtg_00000000000000000000015000", "gth_00000000000000000000015000");
        let (at, limit) = (1_754_000_000_000_000_i64, 26_i64);
        let (meetings, events) = ("meeting::store::LOAD", "gathering::store::LOAD");
        let cases: Vec<(&str, Vec<&str>, Vec<Value>)> = vec![
            (meetings, vec!["SINCE", "FIRST_FIRST"], values![at, limit]),
            (meetings, vec!["SINCE", "AFTER", "FIRST_FIRST"], values![at, at, mark, limit]),
            (meetings, vec!["UNTIL", "BEFORE", "LAST_FIRST"], values![at, at, mark, limit]),
            (meetings, vec!["OF_BODY", "UNTIL", "BEFORE", "LAST_FIRST"], values!["bod_3", at, at, mark, limit]),
            (meetings, vec!["OF_SERIES", "SINCE", "FIRST_FIRST"], values!["ser_3", at, limit]),
            (meetings, vec!["IN_STATE", "UNTIL", "BEFORE", "LAST_FIRST"], values!["held", at, at, mark, limit]),
            (meetings, vec!["WITH_MINUTES", "UNTIL", "BEFORE", "LAST_FIRST"], values!["approved", at, at, mark, limit]),
            (meetings, vec!["SINCE", "UNTIL", "FIRST_FIRST"], values![at, at, limit]),
            (events, vec!["SINCE", "FIRST_FIRST"], values![at, limit]),
            (events, vec!["UNTIL", "BEFORE", "LAST_FIRST"], values![at, at, other, limit]),
            (events, vec!["OF_KIND", "SINCE", "AFTER", "FIRST_FIRST"], values!["networking", at, at, other, limit]),
        ];
        must_all_follow_an_index(&cx, kind, cases).await;
        app.close().await;
    }
}

//! The plans that both databases choose: no list reads more than it shows, however many meetings and
//! events there are.

use base::{Role, Value};
use store::{
    Access, Permission,
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

async fn fill(app: &TestApp, county: &County, kind: Kind) {
    let (series, number) = match kind {
        Kind::Sqlite => (
            format!(
                "WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {ROWS})"
            ),
            "printf('%026d', n)",
        ),
        Kind::Postgres => (
            format!("WITH s(n) AS (SELECT generate_series(1, {ROWS}))"),
            "lpad(CAST(n AS TEXT), 26, '0')",
        ),
    };
    let p = county.p.id;
    let starts = "1700000000000000 + CAST(n AS BIGINT) * 3600000000";
    let meetings = format!(
        "INSERT INTO meetings (partnership, id, body, series, slot, title, held_on, clock, length,
         zone, starts, open, state, minutes, own, warned, revision)
         {series} SELECT '{p}', 'mtg_' || {number}, 'bod_' || (n % 9),
         CASE n % 3 WHEN 0 THEN 'ser_' || (n % 21) END, CASE n % 3 WHEN 0 THEN {number} END,
         'Meeting ' || n, '2025-01-01', '09:00', 60, 'UTC', {starts}, TRUE,
         CASE WHEN n % 100 = 1 THEN 'planned' ELSE 'held' END,
         CASE n % 3 WHEN 0 THEN 'none' WHEN 1 THEN 'submitted' ELSE 'approved' END, FALSE, '', 1 FROM s"
    );
    let gatherings = format!(
        "INSERT INTO gatherings (partnership, id, kind, title, held_on, clock, length, zone, starts,
         open, host, state, registered, waiting, checked_in, revision)
         {series} SELECT '{p}', 'gth_' || {number},
         CASE n % 3 WHEN 0 THEN 'networking' WHEN 1 THEN 'cross_training' ELSE 'listening_session' END,
         'Event ' || n, '2025-01-01', '09:00', 60, 'UTC', {starts}, FALSE, '{}', 'planned', 0, 0, 0, 1 FROM s",
        county.housing
    );
    for rows in [meetings, gatherings] {
        app.store.batch(&rows).await.unwrap();
    }
    app.store.batch("ANALYZE").await.unwrap();
}

both_databases! {
    async fn meetings_and_events_are_listed_in_the_order_of_an_index(db) {
        let kind = db.kind;
        let (app, county) = start(db).await;
        fill(&app, &county, kind).await;
        let cx = app.cx(&county.alicia, &county.p);
        let (mark, other, at, limit) = ("mtg_00000000000000000000015000", "gth_00000000000000000000015000", 1_754_000_000_000_000_i64, 26_i64);
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
        for (name, clauses, values) in cases {
            let sql = TEXTS.with(name, &clauses, 0);
            let lines = explained((&cx, LOOK), kind, &sql, values).await.unwrap();
            must_follow_an_index(kind, &format!("{name} {}", clauses.join(" ")), &lines);
        }
        app.close().await;
    }
}

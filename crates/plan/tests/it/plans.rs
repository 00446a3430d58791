//! The plans that both databases choose: no list reads more than it shows, however many
//! commitments there are.

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
const MINE: Permission = Permission::own("test.mine", Access::Read);

/// Enough rows that a scan would cost more than an index.
const ROWS: u32 = 30_000;

const TEXTS: Texts = Texts { statements: plan::CONTEXT.statements, clauses: plan::CONTEXT.clauses };

async fn fill(app: &TestApp, county: &County, kind: Kind) {
    let series = match kind {
        Kind::Sqlite => {
            format!(
                "WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {ROWS})"
            )
        }
        Kind::Postgres => format!("WITH s(n) AS (SELECT generate_series(1, {ROWS}))"),
    };
    let (p, housing, health, outreach) =
        (county.p.id, county.housing, county.health, county.outreach);
    let number = match kind {
        Kind::Sqlite => "printf('%026d', n)",
        Kind::Postgres => "lpad(CAST(n AS TEXT), 26, '0')",
    };
    let day = match kind {
        Kind::Sqlite => "date('2025-01-01', '+' || (n % 730) || ' days')",
        Kind::Postgres => "CAST(DATE '2025-01-01' + n % 730 AS TEXT)",
    };
    let rows = format!(
        "INSERT INTO commitments (partnership, id, promiser, receiver, origin, goal, created_at,
         title, due, deadline, state, shelf, day, turn_of, in_charge, moves, nudge_on,
         nudged_through, revision)
         {series} SELECT '{p}', 'cmt_' || {number},
         CASE n % 2 WHEN 0 THEN '{housing}' ELSE '{health}' END, '{outreach}', 'own_offer',
         'Goal ' || (n % 7), 0, 'Promise ' || n, {day}, {day},
         CASE WHEN n % 10 = 1 THEN 'proposed' WHEN n % 3 = 0 THEN 'kept' ELSE 'open' END,
         CASE WHEN n % 10 = 1 THEN 'offered' WHEN n % 3 = 0 THEN 'kept' ELSE 'active' END,
         {day}, CASE WHEN n % 20 = 1 THEN '{housing}' WHEN n % 20 = 11 THEN '{outreach}' END, CASE n % 4 WHEN 1 THEN 'per_00000000000000000000000001' ELSE '{}' END, 0,
         CASE n % 50 WHEN 0 THEN {day} ELSE NULL END, '2025-01-01', 1 FROM s",
        county.alicia.id
    );
    app.store.batch(&rows).await.unwrap();
    let words = format!(
        "INSERT INTO commitment_words (partnership, word, commitment)
         {series} SELECT '{p}', CASE n % 3 WHEN 0 THEN 'landlord' ELSE 'promis' END, 'cmt_' || {number} FROM s"
    );
    app.store.batch(&words).await.unwrap();
    app.store.batch("ANALYZE").await.unwrap();
}

async fn fill_decisions(app: &TestApp, county: &County, kind: Kind) {
    let (series, number, day) = match kind {
        Kind::Sqlite => (
            format!(
                "WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {ROWS})"
            ),
            "printf('%026d', n)",
            "date('2025-01-01', '+' || (n % 730) || ' days')",
        ),
        Kind::Postgres => (
            format!("WITH s(n) AS (SELECT generate_series(1, {ROWS}))"),
            "lpad(CAST(n AS TEXT), 26, '0')",
            "CAST(DATE '2025-01-01' + n % 730 AS TEXT)",
        ),
    };
    let (p, housing, health) = (county.p.id, county.housing, county.health);
    let rows = format!(
        "INSERT INTO decisions (partnership, id, title, method, state, owner, body, due, outcome,
         day, roll, answered, rounds, revision)
         {series} SELECT '{p}', 'dec_' || {number}, 'Question ' || n,
         CASE n % 5 WHEN 0 THEN 'consent' WHEN 1 THEN 'majority' ELSE 'ranked' END,
         CASE WHEN n % 100 = 1 THEN 'open' ELSE 'closed' END,
         CASE n % 2 WHEN 0 THEN '{housing}' ELSE '{health}' END, 'bod_' || (n % 9), {day},
         CASE WHEN n % 100 = 1 THEN NULL WHEN n % 3 = 0 THEN 'adopted' ELSE 'undecided' END,
         {day}, 9, 0, 1, 1 FROM s"
    );
    app.store.batch(&rows).await.unwrap();
    app.store.batch("ANALYZE").await.unwrap();
}

async fn fill_risks(app: &TestApp, county: &County, kind: Kind) {
    let (series, number, day) = match kind {
        Kind::Sqlite => (
            format!(
                "WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {ROWS})"
            ),
            "printf('%026d', n)",
            "date('2026-01-01', '+' || (n % 730) || ' days')",
        ),
        Kind::Postgres => (
            format!("WITH s(n) AS (SELECT generate_series(1, {ROWS}))"),
            "lpad(CAST(n AS TEXT), 26, '0')",
            "CAST(DATE '2026-01-01' + n % 730 AS TEXT)",
        ),
    };
    let (p, housing, health) = (county.p.id, county.housing, county.health);
    let rows = format!(
        "INSERT INTO risks (partnership, id, kind, title, likelihood, effect, level, owner,
         response, review_on, state, since, revision)
         {series} SELECT '{p}', 'rsk_' || {number},
         CASE n % 3 WHEN 0 THEN 'issue' ELSE 'risk' END, 'Trouble ' || n, 1 + n % 4, 1 + n % 3,
         (1 + n % 4) * (1 + n % 3), CASE n % 2 WHEN 0 THEN '{housing}' ELSE '{health}' END,
         'reduce', {day}, CASE WHEN n % 5 = 1 THEN 'open' ELSE 'closed' END, '2026-01-01', 1 FROM s"
    );
    app.store.batch(&rows).await.unwrap();
    app.store.batch("ANALYZE").await.unwrap();
}

async fn fill_ideas(app: &TestApp, county: &County, kind: Kind) {
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
    let (p, housing, health) = (county.p.id, county.housing, county.health);
    let rows = format!(
        "INSERT INTO ideas (partnership, id, kind, title, owner, state, since, revision)
         {series} SELECT '{p}', 'ide_' || {number},
         CASE n % 4 WHEN 0 THEN 'recommendation' ELSE 'idea' END, 'Thought ' || n,
         CASE n % 2 WHEN 0 THEN '{housing}' ELSE '{health}' END,
         CASE n % 5 WHEN 0 THEN 'kept' WHEN 1 THEN 'dropped' ELSE 'open' END, '2026-01-01', 1
         FROM s"
    );
    app.store.batch(&rows).await.unwrap();
    let words = format!(
        "INSERT INTO idea_words (partnership, word, idea)
         {series} SELECT '{p}', CASE n % 3 WHEN 0 THEN 'intake' ELSE 'form' END,
         'ide_' || {number} FROM s"
    );
    app.store.batch(&words).await.unwrap();
    app.store.batch("ANALYZE").await.unwrap();
}

both_databases! {
    async fn every_list_is_read_in_the_order_of_an_index(db) {
        let kind = db.kind;
        let (app, county) = start(db).await;
        fill(&app, &county, kind).await;
        let cx = app.cx(&county.alicia, &county.p);
        let (housing, outreach) = (county.housing, county.outreach);
        let mark = "cmt_00000000000000000000015000";
        let (a, k, day, limit) = ("active", "kept", "2026-05-12", 51_i64);
        let cases: Vec<(&str, Vec<&str>, Vec<Value>)> = vec![
            ("list::store::LIST", vec!["IN_SHELVES"], values![limit]),
            ("list::store::LIST", vec!["PAST_SHELF", "IN_SHELVES"], values![a, day, mark, limit]),
            ("list::store::LIST", vec!["ON_SHELF", "EARLIEST"], values![a, limit]),
            ("list::store::LIST", vec!["ON_SHELF", "PAST_DAY", "EARLIEST"], values![a, day, mark, limit]),
            ("list::store::LIST", vec!["ON_SHELF", "BEFORE_DAY", "LATEST"], values![k, day, mark, limit]),
            ("list::store::LIST", vec!["ON_SHELF", "SINCE", "UNTIL", "EARLIEST"], values![a, day, day, limit]),
            ("list::store::LIST", vec!["BY", "ON_SHELF", "PAST_DAY", "EARLIEST"], values![housing, a, day, mark, limit]),
            ("list::store::LIST", vec!["BY", "PAST_SHELF", "IN_SHELVES"], values![housing, a, day, mark, limit]),
            ("list::store::LIST", vec!["FOR", "ON_SHELF", "PAST_DAY", "EARLIEST"], values![outreach, a, day, mark, limit]),
            ("list::store::LIST", vec!["OF_PERSON", "ON_SHELF", "EARLIEST"], values![county.alicia.id, a, limit]),
            ("list::store::LIST", vec!["OF_GOAL", "ON_SHELF", "EARLIEST"], values!["Goal 3", a, limit]),
            ("list::store::FIND", vec!["NEWEST"], values!["landlord", limit]),
            ("list::store::FIND", vec!["OLDER", "NEWEST"], values!["landlord", mark, limit]),
            ("list::store::FIND", vec!["AND_WORD", "OLDER", "NEWEST"], values!["landlord", "promis", mark, limit]),
            ("NUDGES_DUE", vec![], values![day]),
        ];
        for (name, clauses, values) in cases {
            let given = usize::from(name.ends_with("FIND"));
            let sql = TEXTS.with(name, &clauses, given);
            let lines = explained((&cx, LOOK), kind, &sql, values).await.unwrap();
            must_follow_an_index(kind, &format!("{name} {}", clauses.join(" ")), &lines);
        }
        app.close().await;
    }

    async fn the_log_of_decisions_is_read_in_the_order_of_an_index(db) {
        let kind = db.kind;
        let (app, county) = start(db).await;
        fill_decisions(&app, &county, kind).await;
        let cx = app.cx(&county.alicia, &county.p);
        let (mark, day, limit) = ("dec_00000000000000000000015000", "2026-05-12", 51_i64);
        let cases: Vec<(Vec<&str>, Vec<Value>)> = vec![
            (vec!["LAST_FIRST"], values![limit]),
            (vec!["BEFORE", "LAST_FIRST"], values![day, mark, limit]),
            (vec!["IN_STATE", "BEFORE", "LAST_FIRST"], values!["closed", day, mark, limit]),
            (vec!["BY_METHOD", "BEFORE", "LAST_FIRST"], values!["consent", day, mark, limit]),
            (vec!["WITH", "BEFORE", "LAST_FIRST"], values!["adopted", day, mark, limit]),
            (vec!["OF", "BEFORE", "LAST_FIRST"], values![county.housing, day, mark, limit]),
            (vec!["IN_BODY", "BEFORE", "LAST_FIRST"], values!["bod_3", day, mark, limit]),
            (vec!["IN_STATE", "DUE_FIRST"], values!["open", limit]),
        ];
        for (clauses, values) in cases {
            let sql = TEXTS.with("decision::store::LIST", &clauses, 0);
            let lines = explained((&cx, LOOK), kind, &sql, values).await.unwrap();
            must_follow_an_index(kind, &clauses.join(" "), &lines);
        }
        app.close().await;
    }

    async fn the_list_of_risks_is_read_in_the_order_of_an_index(db) {
        let kind = db.kind;
        let (app, county) = start(db).await;
        fill_risks(&app, &county, kind).await;
        let cx = app.cx(&county.alicia, &county.p);
        let (mark, level, day, limit) = ("rsk_00000000000000000000015000", 6_i64, "2026-05-12", 51_i64);
        let cases: Vec<(Vec<&str>, Vec<Value>)> = vec![
            (vec!["IN_STATE", "HEAVIEST"], values!["open", limit]),
            (vec!["IN_STATE", "LIGHTER", "HEAVIEST"], values!["closed", level, mark, limit]),
            (vec!["IN_STATE", "OF_KIND", "LIGHTER", "HEAVIEST"], values!["closed", "issue", level, mark, limit]),
            (vec!["IN_STATE", "OF", "LIGHTER", "HEAVIEST"], values!["closed", county.housing, level, mark, limit]),
            (vec!["IN_STATE", "REVIEW_BY", "SOONEST"], values!["open", day, limit]),
        ];
        for (clauses, values) in cases {
            let sql = TEXTS.with("risk::store::LIST", &clauses, 0);
            let lines = explained((&cx, LOOK), kind, &sql, values).await.unwrap();
            must_follow_an_index(kind, &clauses.join(" "), &lines);
        }
        app.close().await;
    }

    async fn the_list_of_ideas_is_read_in_the_order_of_an_index(db) {
        let kind = db.kind;
        let (app, county) = start(db).await;
        fill_ideas(&app, &county, kind).await;
        let cx = app.cx(&county.alicia, &county.p);
        let (mark, limit) = ("ide_00000000000000000000015000", 51_i64);
        let cases: Vec<(Vec<&str>, Vec<Value>)> = vec![
            (vec!["NEWEST"], values![limit]),
            (vec!["OLDER", "NEWEST"], values![mark, limit]),
            (vec!["OF_KIND", "OLDER", "NEWEST"], values!["recommendation", mark, limit]),
            (vec!["IN_STATE", "OLDER", "NEWEST"], values!["kept", mark, limit]),
            (vec!["OF", "OLDER", "NEWEST"], values![county.housing, mark, limit]),
            (vec!["WORD", "OLDER", "NEWEST"], values!["intake", mark, limit]),
        ];
        for (clauses, values) in cases {
            let sql = TEXTS.with("idea::store::LIST", &clauses, 0);
            let lines = explained((&cx, LOOK), kind, &sql, values).await.unwrap();
            must_follow_an_index(kind, &clauses.join(" "), &lines);
        }
        app.close().await;
    }

    async fn the_counts_are_read_by_key(db) {
        let kind = db.kind;
        let (app, county) = start(db).await;
        fill(&app, &county, kind).await;
        let cx = app.cx(&county.alicia, &county.p);
        let (month, first, day) = ("2026-05", "2026-05-01", "2026-05-12");
        for (name, values) in [
            ("JUDGED", values!["2025-05", month, first, day]),
            ("JUDGED_ONE", values!["2025-05", month, first, day, ""]),
            ("OPEN", values!["", month, first, day, "2026-06-11", "2026-02-11"]),
        ] {
            let lines = explained((&cx, LOOK), kind, &TEXTS.with(name, &[], 0), values).await.unwrap();
            assert!(
                !lines.iter().any(|line| line.contains("commitments")),
                "no commitment is read: {}", lines.join("\n")
            );
            if kind == Kind::Sqlite {
                must_follow_an_index(kind, name, &lines);
            }
        }
        app.close().await;
    }

    async fn my_work_reads_up_to_the_last_day_that_it_shows(db) {
        let kind = db.kind;
        let (app, county) = start(db).await;
        fill(&app, &county, kind).await;
        let cx = app.cx(&county.alicia, &county.p);
        for (name, values) in
            [("OWED", values![]), ("AWAITED", values![]), ("STUCK", values!["2026-05-12"])]
        {
            let sql = TEXTS.with(name, &[], 0);
            let lines = explained((&cx, MINE), kind, &sql, values).await.unwrap();
            let (scans, bounds) = match kind {
                Kind::Sqlite => ("SCAN c ", "day<?"),
                Kind::Postgres => ("Seq Scan on commitment", "day <= COALESCE("),
            };
            let bound = lines.iter().any(|line| line.contains(bounds));
            let derived = kind == Kind::Sqlite && name == "STUCK"; // Its `c` is what the two sides gave.
            let scanned = !derived && lines.iter().any(|line| line.contains(scans));
            assert!(bound && !scanned, "{name}: {}", lines.join("\n"));
        }
        app.close().await;
    }
}

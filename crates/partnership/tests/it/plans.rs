//! The plans that both databases choose: the record and the search for people read no more than
//! they show.

use base::Role;
use partnership::{CONTEXT, testing::County};
use store::{
    Access, Permission,
    testing::{
        Kind,
        plans::{Texts, explained, must_follow_an_index},
    },
    values,
};
use web::testing::{TestApp, both_databases};

use crate::riverbend;

const LOOK: Permission = Permission::partnership("test.look", Access::Read, Role::ALL);
const TEXTS: Texts = Texts { statements: CONTEXT.statements, clauses: CONTEXT.clauses };

/// Enough rows that a scan would cost more than an index.
const ROWS: u32 = 30_000;

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
    let (p, health) = (county.p.id, county.health);
    for rows in [
        format!(
            "INSERT INTO events (partnership, seq, id, at, actor, kind, subject_kind, subject, body)
             {series} SELECT '{p}', 100000 + n, 'evt_' || {number}, n, 'per_' || (n % 40),
             'body.formed', CASE n % 9 WHEN 0 THEN 'seat' ELSE 'body' END, 'bod_' || n, '{{}}' FROM s"
        ),
        format!(
            "INSERT INTO event_parties (partnership, organization, seq)
             {series} SELECT '{p}', CASE n % 9 WHEN 0 THEN '{health}' ELSE 'org_' || n END, 100000 + n FROM s"
        ),
        format!(
            "INSERT INTO people (partnership, person, name, sort_key, since)
             {series} SELECT '{p}', 'per_' || {number}, 'Person ' || n, 'person ' || n, n FROM s"
        ),
        format!(
            "INSERT INTO people_words (partnership, word, person)
             {series} SELECT '{p}', CASE n % 3 WHEN 0 THEN 'nurse' ELSE 'person' || n END, 'per_' || {number} FROM s"
        ),
    ] {
        app.store.batch(&rows).await.unwrap();
    }
    app.store.batch("ANALYZE").await.unwrap();
}

both_databases! {
    async fn the_record_and_the_people_are_read_in_the_order_of_an_index(db) {
        let kind = db.kind;
        let (app, county) = riverbend(db).await;
        fill(&app, &county, kind).await;
        let cx = app.cx(&county.dana, &county.p);
        let (before, limit) = (120_000_i64, 51_i64);
        for (name, clauses, values) in [
            ("activity::store::LIST", vec!["LATEST"], values![limit]),
            ("activity::store::LIST", vec!["BEFORE", "LATEST"], values![before, limit]),
            ("activity::store::LIST", vec!["ABOUT", "BEFORE", "LATEST"], values!["seat", before, limit]),
            ("activity::store::LIST", vec!["BY", "BEFORE", "LATEST"], values!["per_7", before, limit]),
            ("activity::store::OF_ORGANIZATION", vec!["BEFORE_OF", "LATEST_OF"], values![county.health, before, limit]),
            ("person::store::LIST", vec!["BY_NAME"], values![limit]),
            ("person::store::LIST", vec!["AFTER", "BY_NAME"], values!["person 2", "per_2", limit]),
        ] {
            let given = usize::from(name.ends_with("OF_ORGANIZATION"));
            let sql = TEXTS.with(name, &clauses, given);
            let lines = explained((&cx, LOOK), kind, &sql, values).await.unwrap();
            must_follow_an_index(kind, &format!("{name} {}", clauses.join(" ")), &lines);
        }
        // What is found by a word is put in order after it is found; nothing else is read.
        let sql = TEXTS.with("person::store::LIST", &["FOUND_BY", "BY_NAME"], 0);
        let lines = explained((&cx, LOOK), kind, &sql, values!["person77", "person78", limit]).await;
        let lines = lines.unwrap().join("\n");
        assert!(!lines.contains("Seq Scan on people") && !lines.starts_with("SCAN"), "{lines}");
        app.close().await;
    }
}

//! The plans that both databases choose: no list reads more than it shows, however much there is.

use std::fmt::Write as _;

use base::{Role, Value};
use store::{Access, Clause, Permission, Statement, testing::Kind, values};
use web::testing::both_databases;

use super::stage::Stage;

const LOOK: Permission = Permission::partnership("test.look", Access::Read, Role::ALL);

/// Enough rows that a scan would cost more than an index.
const ROWS: u32 = 20_000;

fn statement(name: &str) -> &'static Statement {
    let all = agreements::CONTEXT.statements.iter().flat_map(|some| some.iter());
    all.copied().find(|statement| statement.name.ends_with(name)).unwrap()
}

fn clause(name: &str) -> &'static Clause {
    let all = agreements::CONTEXT.clauses.iter().flat_map(|some| some.iter());
    all.copied().find(|clause| clause.name.ends_with(name)).unwrap()
}

/// The text of a statement with clauses, after `given` parameters of its own.
fn text(name: &str, clauses: &[&str], given: usize) -> String {
    let mut text = statement(name).sql.to_owned();
    let mut next = given + 1;
    for name in clauses {
        let mut parts = clause(name).sql.split("$?");
        text.push(' ');
        text.push_str(parts.next().unwrap());
        for part in parts {
            next += 1;
            write!(text, "${next}{part}").unwrap();
        }
    }
    text
}

async fn fill(stage: &Stage, kind: Kind) {
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
    let county = &stage.county;
    let (p, health, housing) = (county.p.id, county.health, county.housing);
    let texts = [
        format!(
            "INSERT INTO receipts (partnership, id, request, at, answer, told, asker, organization,
             holder, client, purpose, asked, given, bases, obligations, exact, salt, details)
             {series} SELECT '{p}', 'rcp_' || {number}, 'req_' || {number}, n, 'permit', 'permit',
             'per_' || lpad_n, '{housing}', '{health}', 'cli_' || lpad_n, 'payment', '', '', '', '', '', '', ''
             FROM (SELECT n, CASE n % 50 WHEN 0 THEN '{}' ELSE {number} END AS lpad_n FROM s) x",
            "00000000000000000000000001"
        ),
        format!(
            "INSERT INTO receipt_parties (partnership, organization, part, at, receipt)
             {series} SELECT '{p}', CASE n % 9 WHEN 0 THEN '{health}' ELSE 'org_' || {number} END, 'gave',
             n, 'rcp_' || {number} FROM s"
        ),
        format!(
            "INSERT INTO duties (partnership, id, kind, organization, receipt, state, since, due_at)
             {series} SELECT '{p}', 'dty_' || {number}, 'review',
             CASE n % 9 WHEN 0 THEN '{health}' ELSE '{housing}' END, 'rcp_' || {number},
             CASE n % 40 WHEN 0 THEN 'open' ELSE 'done' END, n, n FROM s"
        ),
        format!(
            "INSERT INTO client_references (partnership, id, holder, is_adult, consents_alone, guardians,
             alleged_abusers, opt_outs, has_protected_address, since, file_number, opt_out_bits)
             {series} SELECT '{p}', 'cli_' || {number}, '{health}', TRUE, FALSE, '', '', '', FALSE, 0,
             'F-' || n, 0 FROM s"
        ),
        format!(
            "INSERT INTO client_records (partnership, id, holder, client, class, origin, regimes,
             identifiability, content, entered_at, opt_outs, protected_address)
             {series} SELECT '{p}', 'rec_' || {number}, CASE n % 9 WHEN 0 THEN '{health}' ELSE 'org_' || {number} END,
             'cli_' || {number}, 'diagnoses', '{health}', 1, 3, 'x', 0, 0, 0 FROM s"
        ),
        format!(
            "INSERT INTO consents (partnership, id, client, holder, form, signer, capacity, is_written,
             is_complete, gives, gets, gets_kinds, purposes, classes, language, signed_at, recorded_at)
             {series} SELECT '{p}', 'cns_' || {number}, 'cli_' || {number}, '{health}', 'ferpa',
             'cli_' || {number}, 'own', TRUE, TRUE, '', '', '', '', '', 'en', 0, 0 FROM s"
        ),
        "ANALYZE".to_owned(),
    ];
    for text in texts {
        stage.app.store.batch(&text).await.unwrap();
    }
}

async fn explained(stage: &Stage, kind: Kind, sql: &str, values: Vec<Value>) -> Vec<String> {
    let explain = match kind {
        Kind::Sqlite => "EXPLAIN QUERY PLAN",
        Kind::Postgres => "EXPLAIN",
    };
    let text: &'static str = Box::leak(format!("{explain} {sql}").into_boxed_str());
    let statement: &'static Statement = Box::leak(Box::new(Statement {
        name: "explain",
        sql: text,
        binding: store::Binding::Bound,
    }));
    let cx = stage.app.cx(&stage.tess, &stage.county.p);
    let tx = cx.read(LOOK).await.unwrap();
    let rows = tx.query(statement, values).await.unwrap();
    let column = match kind {
        Kind::Sqlite => "detail",
        Kind::Postgres => "QUERY PLAN",
    };
    rows.iter().map(|row| row.get(column).unwrap()).collect()
}

fn check(kind: Kind, name: &str, lines: &[String]) {
    for line in lines {
        let bad = match kind {
            // The kinds that were found before are read one after the other.
            Kind::Sqlite if ["SCAN kinds", "SCAN CONSTANT ROW"].contains(&line.as_str()) => false,
            Kind::Sqlite => line.starts_with("SCAN") || line.contains("TEMP B-TREE FOR ORDER BY"),
            Kind::Postgres => line.contains("Seq Scan on") || line.contains("Sort Key"),
        };
        assert!(!bad, "{name}: {}", lines.join("\n"));
    }
}

both_databases! {
    async fn no_list_reads_more_than_it_shows(db) {
        let kind = db.kind;
        let stage = Stage::set(db).await;
        fill(&stage, kind).await;
        let (health, tess) = (stage.county.health, stage.tess.id);
        let client = "cli_00000000000000000000000007".to_owned();
        let asked: [(&str, &[&str], Vec<Value>); 9] = [
            ("receipt::store::OF_SIDE", &["receipt::store::SIDE_BEFORE", "receipt::store::SIDE_LATEST"],
                values![health, "gave".to_owned(), 900_i64, "rcp_z".to_owned(), 51_i64]),
            ("receipt::store::OF_ASKER", &["receipt::store::MINE_LATEST"], values![tess, 51_i64]),
            ("receipt::store::OF_PERSON", &[], values![client, 0_i64]),
            ("duty::store::OF", &["duty::store::FIRST"], values![health, "open".to_owned(), 51_i64]),
            ("consent::store::CLIENTS", &["consent::store::LATEST"], values![health, 51_i64]),
            ("consent::store::OF_HOLDER", &["consent::store::NEWEST"], values![health, 51_i64]),
            ("consent::store::BY_NUMBER", &[], values![health, "F-7".to_owned()]),
            ("shared::store::LIST", &["shared::store::OF_KIND", "shared::store::LATEST"],
                values![format!("{health} {health} diagnoses 1 3 - "), 51_i64]),
            ("shared::store::KINDS", &[], Vec::new()),
        ];
        for (name, clauses, values) in asked {
            let own = values.len() - clauses.iter().map(|name| clause(name).sql.matches("$?").count()).sum::<usize>();
            let lines = explained(&stage, kind, &text(name, clauses, own), values).await;
            check(kind, name, &lines);
        }
        stage.app.close().await;
    }
}

//! How the databases read the lists, whatever the number of notices.

use base::Value as Sql;
use store::{Clause, Statement, testing::Kind as Database, values};
use web::testing::both_databases;

use super::*;

const MINE: Permission = Permission::own("test.mine", Access::Read);

fn statement(name: &str) -> &'static Statement {
    let all = notices::CONTEXT.statements.iter().flat_map(|some| some.iter());
    all.copied().find(|statement| statement.name.ends_with(&format!("::{name}"))).unwrap()
}

fn clause(name: &str) -> &'static Clause {
    let all = notices::CONTEXT.clauses.iter().flat_map(|some| some.iter());
    all.copied().find(|clause| clause.name.ends_with(&format!("::{name}"))).unwrap()
}

fn text(name: &str, clauses: &[&str]) -> String {
    let (mut text, mut next) = (statement(name).sql.to_owned(), 1);
    for name in clauses {
        let mut parts = clause(name).sql.split("$?");
        text.extend([" ", parts.next().unwrap()]);
        for part in parts {
            next += 1;
            text.extend(["$", &next.to_string(), part]);
        }
    }
    text
}

async fn fill(stage: &Stage, kind: Database) {
    let (series, number) = match kind {
        Database::Sqlite => (
            "WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 40000)",
            "printf('%026d', n)",
        ),
        Database::Postgres => {
            ("WITH s(n) AS (SELECT generate_series(1, 40000))", "lpad(CAST(n AS TEXT), 26, '0')")
        }
    };
    let (p, sam) = (stage.here.id, stage.sam.id);
    let rows = format!(
        "INSERT INTO notices (partnership, person, id, at, kind, message, args, title, link,
         subject_kind, subject, answers, mail, read_at)
         {series} SELECT '{p}', CASE n % 4 WHEN 0 THEN '{sam}' ELSE 'per_' || (n % 400) END,
         'ntc_' || {number}, n, CASE n % 3 WHEN 0 THEN 'needs_you' WHEN 1 THEN 'due_soon' ELSE 'to_know' END,
         'x', '{{}}', NULL, '/', 'thing', 'thing_' || (n % 500), '', 'sent',
         CASE WHEN n % 50 = 0 THEN NULL ELSE 1 END FROM s"
    );
    stage.app.store.batch(&rows).await.unwrap();
    stage.app.store.batch("ANALYZE").await.unwrap();
}

async fn explained(stage: &Stage, kind: Database, sql: &str, values: Vec<Sql>) -> Vec<String> {
    let (explain, column) = match kind {
        Database::Sqlite => ("EXPLAIN QUERY PLAN", "detail"),
        Database::Postgres => ("EXPLAIN", "QUERY PLAN"),
    };
    let text: &'static str = Box::leak(format!("{explain} {sql}").into_boxed_str());
    let binding = store::Binding::Bound;
    let statement: &'static Statement =
        Box::leak(Box::new(Statement { name: "explain", sql: text, binding }));
    let tx = stage.app.cx(&stage.sam, &stage.here).read(MINE).await.unwrap();
    let rows = tx.query(statement, values).await.unwrap();
    rows.iter().map(|row| row.get(column).unwrap()).collect()
}

both_databases! {
    async fn no_list_of_notices_reads_more_than_it_shows(db) {
        let kind = db.kind;
        let stage = Stage::set(db).await;
        fill(&stage, kind).await;
        let (mark, limit) = ("ntc_00000000000000000000020000", 26_i64);
        let cases: Vec<(&str, Vec<&str>, Vec<Sql>)> = vec![
            ("LIST", vec!["NEWEST"], values![limit]),
            ("LIST", vec!["OLDER", "NEWEST"], values![mark, limit]),
            ("LIST", vec!["UNREAD", "OLDER", "NEWEST"], values![mark, limit]),
            ("LIST", vec!["OF_KIND", "OLDER", "NEWEST"], values!["needs_you", mark, limit]),
            ("LIST", vec!["OF_PARTNERSHIP", "OLDER", "NEWEST"], values![stage.here.id, mark, limit]),
            ("WAITING", vec![], values![]),
        ];
        for (name, clauses, values) in cases {
            let lines = explained(&stage, kind, &text(name, &clauses), values).await;
            for line in &lines {
                let bad = match kind {
                    Database::Sqlite => line.starts_with("SCAN n") || line.contains("TEMP B-TREE FOR ORDER BY"),
                    Database::Postgres => line.contains("Seq Scan on notices"),
                };
                assert!(!bad, "{name} {clauses:?}: {}", lines.join("\n"));
            }
        }
        stage.app.close().await;
    }
}

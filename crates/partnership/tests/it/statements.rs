//! Every statement is good for both databases.

use web::testing::{TestApp, both_databases};

both_databases! {
    async fn every_statement_and_clause_prepares(db) {
        let app = TestApp::start(db, &[identity::CONTEXT, partnership::CONTEXT]).await;
        for statement in partnership::CONTEXT.statements.iter().flat_map(|all| all.iter()) {
            let prepared = app.store.prepare(statement.sql).await;
            assert!(prepared.is_ok(), "{}: {prepared:?}", statement.name);
        }
        for clause in partnership::CONTEXT.clauses.iter().flat_map(|all| all.iter()) {
            let sql = format!("{} {}", clause.of.sql, clause.sql);
            // Their own parameters come after those of the statement.
            let mut numbered = String::new();
            for (place, part) in sql.split("$?").enumerate() {
                if place > 0 {
                    numbered.push_str(&format!("${}", place + 2));
                }
                numbered.push_str(part);
            }
            let before = sql.contains("$2");
            let numbered = if before { numbered } else { numbered.replace("$3", "$2").replace("$4", "$3") };
            let prepared = app.store.prepare(&numbered).await;
            assert!(prepared.is_ok(), "{}: {prepared:?} {numbered}", clause.name);
        }
        app.close().await;
    }
}

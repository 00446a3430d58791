use store::testing::Db;
use web::testing::both_databases;

both_databases! {
    async fn every_statement_and_every_clause_prepares(db) {
        let store = db.open(store::Clock::System, 1).await.unwrap();
        store.migrate(&concord::contexts::migrations()).await.unwrap();
        let mut wrong = Vec::new();
        for context in concord::contexts::ALL {
            for statement in context.statements.iter().copied().flatten() {
                if let Err(error) = store.prepare(statement.sql).await {
                    wrong.push(format!("{}: {error:?}", statement.name));
                }
            }
            for clause in context.clauses.iter().copied().flatten() {
                let sql = with_clause(clause);
                if let Err(error) = store.prepare(&sql).await {
                    wrong.push(format!("{}: {error:?}", clause.name));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        db.close().await.unwrap();
    }
}

/// The clause behind its statement, its values numbered on.
fn with_clause(clause: &store::Clause) -> String {
    let mut next = (1..100).take_while(|n| clause.of.sql.contains(&format!("${n}"))).count();
    let mut sql = clause.of.sql.to_owned();
    sql.push(' ');
    let mut parts = clause.sql.split("$?");
    sql.push_str(parts.next().unwrap_or_default());
    for part in parts {
        next += 1;
        sql.extend(["$", &next.to_string(), part]);
    }
    sql
}

/// Both databases hold the same tables, columns and keys after all migrations.
#[test]
fn the_two_schemas_are_the_same() {
    store::testing::block_on(async {
        let (sqlite, postgres) =
            (Db::new(store::testing::Kind::Sqlite), Db::new(store::testing::Kind::Postgres));
        let mut shapes = Vec::new();
        for (db, sql) in [(&sqlite, SQLITE), (&postgres, POSTGRES)] {
            let store = db.open(store::Clock::System, 1).await.unwrap();
            store.migrate(&concord::contexts::migrations()).await.unwrap();
            let rows = store.ask(sql, Vec::new()).await.unwrap();
            let shape: Vec<String> = rows
                .iter()
                .map(|row| {
                    let text = |column: &str| row.get::<String>(column).unwrap().to_lowercase();
                    let needed: i64 = row.get("needed").unwrap();
                    let place: i64 = row.get("place").unwrap();
                    let kind = text("kind").replace("blob", "bytea");
                    format!("{}.{} {kind} {needed} {place}", text("name"), text("column_name"))
                })
                .collect();
            shapes.push(shape);
        }
        assert!(shapes[0].len() > 100, "{}", shapes[0].len());
        for (one, other) in shapes[0].iter().zip(&shapes[1]) {
            assert_eq!(one, other);
        }
        assert_eq!(shapes[0].len(), shapes[1].len());
        postgres.close().await.unwrap();
    });
}

const SQLITE: &str = "SELECT m.name AS name, c.name AS column_name, c.type AS kind,
        CASE WHEN c.\"notnull\" = 1 THEN 1 ELSE 0 END AS needed, c.pk AS place
    FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2";
const POSTGRES: &str = "SELECT CAST(c.table_name AS TEXT) AS name, CAST(c.column_name AS TEXT) AS column_name,
        CAST(c.data_type AS TEXT) AS kind,
        CASE WHEN c.is_nullable = 'NO' THEN CAST(1 AS BIGINT) ELSE 0 END AS needed,
        COALESCE((SELECT CAST(k.ordinal_position AS BIGINT) FROM information_schema.key_column_usage k
            JOIN information_schema.table_constraints t ON t.constraint_name = k.constraint_name
                AND t.table_schema = k.table_schema AND t.constraint_type = 'PRIMARY KEY'
            WHERE k.table_schema = c.table_schema AND k.table_name = c.table_name
                AND k.column_name = c.column_name LIMIT 1), 0) AS place
    FROM information_schema.columns c WHERE c.table_schema = current_schema()
    ORDER BY c.table_name COLLATE \"C\", c.column_name COLLATE \"C\"";

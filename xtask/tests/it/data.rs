//! Tables, statements, migrations and keys.

use crate::{bad, good};

const GRANTS: (&str, &str) = (
    "crates/store/migrations/20261123_1900_store.sql",
    "CREATE TABLE grants (\n    partnership TEXT NOT NULL,\n    person TEXT NOT NULL,\n    PRIMARY KEY (partnership, person)\n);\n",
);
const COMMITMENTS: (&str, &str) = (
    "crates/plan/migrations/20261123_2000_plan.sql",
    "CREATE TABLE commitments (partnership TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (partnership, id));\n",
);

#[test]
fn a_table_is_named_only_by_its_owner() {
    let joins = "statements! {\n    LIST = \"SELECT id\n        FROM commitments c JOIN grants g ON TRUE\";\n}\n";
    let lists = "statements! { LIST = \"SELECT 1 FROM commitments, grants\"; }\n";
    let stranger = "crates/plan/src/commitment/store.rs";
    let asks = format!(
        "{stranger}:3: the table `grants` of `store` is named here; ask `store` for a query"
    );
    bad("tables", &[GRANTS, COMMITMENTS, (stranger, joins)], &[&asks]);
    let asks = asks.replace(":3:", ":1:");
    bad("tables", &[GRANTS, COMMITMENTS, (stranger, lists)], &[&asks]);
    good(
        "tables",
        &[
            GRANTS,
            COMMITMENTS,
            (stranger, "statements! { LIST = \"SELECT id FROM commitments\"; }\n"),
        ],
    );
}

#[test]
fn a_reader_of_a_table_is_listed_and_does_not_change_it() {
    let readme = (
        "crates/store/README.md",
        "## Who else reads these tables\n\n| package | tables | for |\n| --- | --- | --- |\n| `plan` | `grants` | lists of `things` |\n",
    );
    let store = "crates/plan/src/commitment/store.rs";
    let joins = "statements! { LIST = \"SELECT id FROM grants\"; }\n";
    good("tables", &[GRANTS, readme, (store, joins)]);
    bad(
        "tables",
        &[GRANTS, readme, ("crates/plan/src/pages.rs", joins)],
        &[
            "crates/plan/src/pages.rs:1: the table `grants` of `store` is named here; move the statement",
        ],
    );
    bad(
        "tables",
        &[GRANTS, readme, (store, joins), ("crates/measures/src/store.rs", joins)],
        &[
            "crates/measures/src/store.rs:1: the table `grants` of `store` is named here; ask `store` for a query, or list `measures` as a reader",
        ],
    );
    let changes =
        "statements! { A = \"DELETE FROM grants\"; B = \"INSERT INTO grants (a) VALUES ($1)\"; }\n";
    bad(
        "tables",
        &[GRANTS, readme, (store, changes)],
        &[
            "crates/plan/src/commitment/store.rs:1: the table `grants` of `store` is changed here; ask `store` for a command",
            "crates/plan/src/commitment/store.rs:1: the table `grants` of `store` is changed",
        ],
    );
    bad(
        "tables",
        &[GRANTS, readme],
        &[
            "crates/store/README.md:5: `plan` is listed and does not read `grants`; take it off the list",
        ],
    );
}

#[test]
fn a_table_is_named_only_in_store_rs() {
    let code = "const COUNT: &str = \"SELECT 1 FROM commitments\";\n";
    bad(
        "tables",
        &[COMMITMENTS, ("crates/plan/src/commitment.rs", code)],
        &[
            "crates/plan/src/commitment.rs:1: the table `commitments` of `plan` is named here; move the statement",
        ],
    );
    let english =
        "/// Read FROM commitments.\nconst NOTE: &str = \"An update from commitments\";\n";
    good("tables", &[COMMITMENTS, ("crates/plan/src/commitment.rs", english)]);
}

#[test]
fn a_table_has_one_owner() {
    let again = ("crates/measures/migrations/20261123_2100_m.sql", COMMITMENTS.1);
    bad(
        "tables",
        &[COMMITMENTS, again],
        &[
            "crates/plan/migrations/20261123_2000_plan.sql:1: the table `commitments` is also made by `measures`",
            "crates/plan/migrations",
        ],
    );
}

#[test]
fn a_migration_leaves_the_tables_of_others_alone() {
    let alters = (
        "crates/plan/migrations/20261124_2000_grants.sql",
        "-- Adds.\nALTER TABLE grants ADD COLUMN note TEXT;\n",
    );
    bad(
        "tables",
        &[GRANTS, alters],
        &[
            "crates/plan/migrations/20261124_2000_grants.sql:2: a migration names the table `grants` of `store`",
        ],
    );
}

#[test]
fn sql_stands_in_store_rs() {
    let code = "fn f() { run(\"UPDATE things SET a = 1\"); }\n";
    bad(
        "sql",
        &[("crates/plan/src/commands.rs", code)],
        &["crates/plan/src/commands.rs:1: a statement outside store.rs"],
    );
    good(
        "sql",
        &[
            ("crates/plan/src/store.rs", code),
            ("crates/plan/src/pages.rs", "const HINT: &str = \"Select a person from the list\";"),
        ],
    );
}

#[test]
fn statements_are_listed_in_their_context() {
    let store = (
        "crates/plan/src/commitment/store.rs",
        "statements! { A = \"SELECT 1\"; }\nclauses! { B of A = \"LIMIT $?\"; }\n",
    );
    let context =
        |all: &str| format!("pub const CONTEXT: Context = Context {{ statements: &[{all}] }};");
    let half = context("commitment::store::ALL");
    bad(
        "statements",
        &[store, ("crates/plan/src/lib.rs", &half)],
        &[
            "crates/plan/src/commitment/store.rs:2: `clauses!` is not listed, so no test prepares it; add `commitment::store::CLAUSES`",
        ],
    );
    good(
        "statements",
        &[
            store,
            (
                "crates/plan/src/lib.rs",
                &context("commitment::store::ALL, commitment::store::CLAUSES"),
            ),
        ],
    );
}

#[test]
fn statements_without_a_partnership_are_excepted_by_name() {
    let store = (
        "crates/identity/src/account/store.rs",
        "installation_statements! { A = \"SELECT 1\"; }\n",
    );
    let readme = "# store\n\n## Exceptions\n\n| `crates/identity/src/account/store.rs` | accounts belong to nobody's partnership |\n";
    bad(
        "installation",
        &[store],
        &["crates/identity/src/account/store.rs:1: statements without a partnership"],
    );
    good("installation", &[store, ("crates/store/README.md", readme)]);
    bad(
        "installation",
        &[("crates/store/README.md", readme)],
        &[
            "crates/store/README.md:5: `crates/identity/src/account/store.rs` is excepted but has no such",
        ],
    );
}

#[test]
fn migrations_are_named_by_time_and_listed() {
    let sql = "CREATE TABLE a (partnership TEXT PRIMARY KEY);\n";
    let lib = ("crates/plan/src/lib.rs", "migrations![\"20261123_2000_plan\", \"1_plan\"]");
    bad(
        "migrations",
        &[lib, ("crates/plan/migrations/1_plan.sql", sql)],
        &["crates/plan/migrations/1_plan.sql:1: `1_plan` does not begin with its time"],
    );
    bad(
        "migrations",
        &[lib, ("crates/plan/migrations/20261123_2001_more.sql", sql)],
        &[
            "crates/plan/migrations/20261123_2001_more.sql:1: no code of `plan` lists this migration; add \"20261123_2001_more\"",
        ],
    );
    good("migrations", &[lib, ("crates/plan/migrations/20261123_2000_plan.sql", sql)]);
}

#[test]
fn migrations_are_forked_in_pairs_with_a_reason() {
    let lib = ("crates/plan/src/lib.rs", "migrations![\"20261123_2000_plan\"]");
    let (sqlite, postgres) = (
        "crates/plan/migrations/20261123_2000_plan.sqlite.sql",
        "crates/plan/migrations/20261123_2000_plan.postgres.sql",
    );
    bad(
        "migrations",
        &[lib, (sqlite, "CREATE TABLE a (b TEXT);")],
        &[
            "crates/plan/migrations/20261123_2000_plan.sqlite.sql:1: half of a fork",
            "crates/plan/migrations/20261123_2000_plan.sqlite.sql:1: a fork without its reason",
        ],
    );
    good("migrations", &[lib, (sqlite, "-- Why.\n"), (postgres, "-- Why.\n")]);
}

#[test]
fn migrations_speak_the_shared_dialect() {
    let sql = "CREATE TABLE a (\n    partnership TEXT,\n    at TIMESTAMP NOT NULL,\n    n INTEGER,\n    PRIMARY KEY (partnership)\n);\n";
    bad(
        "dialect",
        &[("crates/plan/migrations/20261123_2000_plan.sql", sql)],
        &[
            "crates/plan/migrations/20261123_2000_plan.sql:3: `TIMESTAMP` is not in",
            "crates/plan/migrations/20261123_2000_plan.sql:3: `at` has the type `TIMESTAMP`",
            "crates/plan/migrations/20261123_2000_plan.sql:4: `n` has the type `INTEGER`",
        ],
    );
    good(
        "dialect",
        &[GRANTS, COMMITMENTS, ("crates/plan/migrations/20261123_2000_x.sqlite.sql", sql)],
    );
}

#[test]
fn keys_begin_with_the_partnership() {
    let path = "crates/plan/migrations/20261123_2000_plan.sql";
    bad(
        "keys",
        &[(path, "CREATE TABLE a (id TEXT PRIMARY KEY);")],
        &["crates/plan/migrations/20261123_2000_plan.sql:1: a key of `a` begins with `id`"],
    );
    bad(
        "keys",
        &[(path, "CREATE TABLE a (partnership TEXT, id TEXT);")],
        &["crates/plan/migrations/20261123_2000_plan.sql:1: `a` has no primary key"],
    );
    let unique = "CREATE TABLE a (\n    partnership TEXT,\n    slug TEXT UNIQUE,\n    PRIMARY KEY (partnership, slug),\n    UNIQUE (slug, partnership)\n);\nCREATE UNIQUE INDEX a_slug ON a (slug);\n";
    bad(
        "keys",
        &[(path, unique)],
        &[
            "crates/plan/migrations/20261123_2000_plan.sql:3: a key of `a` begins with `slug`",
            "crates/plan/migrations/20261123_2000_plan.sql:5: a key of `a` begins with `slug`",
            "crates/plan/migrations/20261123_2000_plan.sql:7: a unique index of `a`",
        ],
    );
    good("keys", &[GRANTS, COMMITMENTS]);
}

#[test]
fn a_key_without_the_partnership_is_excepted_by_table() {
    let accounts = (
        "crates/identity/migrations/20261123_2000_a.sql",
        "CREATE TABLE accounts (id TEXT PRIMARY KEY);",
    );
    let readme = (
        "crates/store/README.md",
        "## Exceptions\n\n- `accounts`: a person signs in before any partnership\n",
    );
    good("keys", &[accounts, readme]);
    bad(
        "keys",
        &[readme],
        &["crates/store/README.md:3: `accounts` is excepted but no migration makes it"],
    );
}

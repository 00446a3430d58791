//! Packages, manifests and what stays at the edges.

use crate::{bad, good};

const INHERITS: &str = "[package]\nname = \"x\"\nversion.workspace = true\nedition.workspace = true\nrust-version.workspace = true\nlicense.workspace = true\npublish.workspace = true\n[lints]\nworkspace = true\n";

#[test]
fn a_package_may_not_know_of_one_above_it() {
    bad(
        "arrows",
        &[(
            "crates/store/Cargo.toml",
            "[dependencies]\nbase.workspace = true\nweb.workspace = true\n",
        )],
        &["crates/store/Cargo.toml:3: `store` may not know of `web`; record an event"],
    );
    bad(
        "arrows",
        &[("crates/plan/Cargo.toml", "[dev-dependencies]\nmeasures.workspace = true\n")],
        &["crates/plan/Cargo.toml:2: `plan` may not know of `measures`"],
    );
    bad(
        "arrows",
        &[("xtask/Cargo.toml", "[dependencies]\nstore.workspace = true\n")],
        &["xtask/Cargo.toml:2: `xtask` may not know of `store`"],
    );
    good(
        "arrows",
        &[
            (
                "crates/measures/Cargo.toml",
                "[dependencies]\nplan.workspace = true\nidentity.workspace = true\n",
            ),
            ("crates/concord/Cargo.toml", "[dependencies]\nmeasures.workspace = true\n"),
        ],
    );
}

#[test]
fn a_new_package_needs_a_level() {
    bad(
        "arrows",
        &[("crates/shared/Cargo.toml", "[package]\nname = \"shared\"\n")],
        &["crates/shared/Cargo.toml:1: the package `shared` has no level"],
    );
}

#[test]
fn databases_and_http_have_one_door() {
    bad(
        "gates",
        &[(
            "crates/plan/Cargo.toml",
            "[dependencies]\naxum.workspace = true\nrusqlite.workspace = true\n",
        )],
        &[
            "crates/plan/Cargo.toml:2: `plan` may not use `axum`",
            "crates/plan/Cargo.toml:3: `plan` may not use `rusqlite`; ask `store`",
        ],
    );
    good(
        "gates",
        &[
            ("crates/store/Cargo.toml", "[dependencies]\nrusqlite.workspace = true\n"),
            (
                "crates/concord/Cargo.toml",
                "[dependencies]\nclap.workspace = true\n[dev-dependencies]\ntokio-postgres.workspace = true\n",
            ),
        ],
    );
}

#[test]
fn manifests_inherit_from_the_workspace() {
    good("manifests", &[("crates/plan/Cargo.toml", INHERITS)]);
    let own = format!("{INHERITS}[dependencies]\nserde = \"1\"\n");
    bad(
        "manifests",
        &[("crates/plan/Cargo.toml", &own)],
        &["crates/plan/Cargo.toml:11: `serde` is not taken from the workspace"],
    );
    let itself = format!(
        "{INHERITS}[dev-dependencies]\nplan = {{ path = \".\", features = [\"testing\"] }}\n"
    );
    good("manifests", &[("crates/plan/Cargo.toml", &itself)]);
    let lax = INHERITS
        .replace("[lints]\nworkspace = true\n", "")
        .replace("version.workspace", "version-of");
    bad(
        "manifests",
        &[("crates/plan/Cargo.toml", &lax)],
        &[
            "crates/plan/Cargo.toml:1: `version` is not inherited",
            "crates/plan/Cargo.toml:1: `rust-version`",
            "crates/plan/Cargo.toml:1: the lints are not inherited",
        ],
    );
}

#[test]
fn a_package_has_a_readme_of_one_screen() {
    let manifest = ("crates/plan/Cargo.toml", "");
    bad(
        "readmes",
        &[manifest],
        &["crates/plan/README.md:1: the package says nothing about itself"],
    );
    bad(
        "readmes",
        &[manifest, ("crates/plan/README.md", &"x\n".repeat(81))],
        &["crates/plan/README.md:81: 81 lines"],
    );
    good("readmes", &[manifest, ("crates/plan/README.md", "# plan\n")]);
}

#[test]
fn a_context_stands_in_the_list() {
    let context =
        ("crates/plan/src/lib.rs", "pub const CONTEXT: web::Context = web::Context {};\n");
    bad(
        "contexts",
        &[context],
        &["crates/plan/src/lib.rs:1: `plan` is not in the list of contexts; add `plan::CONTEXT`"],
    );
    good(
        "contexts",
        &[
            context,
            ("crates/concord/src/contexts.rs", "pub const ALL: &[Context] = &[plan::CONTEXT];"),
        ],
    );
}

#[test]
fn http_stays_in_web_pages_and_api() {
    let handler = "async fn list() { let _ = axum::Json(()); }\n";
    bad(
        "http",
        &[("crates/plan/src/commands.rs", handler)],
        &["crates/plan/src/commands.rs:1: `axum` is named outside"],
    );
    bad(
        "http",
        &[("crates/plan/src/api.rs", "use http::StatusCode;\n")],
        &["crates/plan/src/api.rs:1: a status code is named outside `web`"],
    );
    good(
        "http",
        &[
            ("crates/plan/src/commitment/api.rs", handler),
            ("crates/plan/src/pages/list.rs", handler),
            ("crates/web/src/answer.rs", "use http::StatusCode;\n"),
            ("crates/plan/src/text.rs", "const LINK: &str = \"http::x\"; // axum::Json\n"),
            ("crates/plan/tests/it/main.rs", "use http::StatusCode;\n"),
        ],
    );
}

#[test]
fn the_environment_is_read_by_the_binary() {
    let reads = "fn home() { std::env::var_os(\"HOME\"); }\n";
    bad(
        "environment",
        &[("crates/web/src/app.rs", reads)],
        &["crates/web/src/app.rs:1: the environment is read outside `concord`"],
    );
    good(
        "environment",
        &[
            ("crates/concord/src/config.rs", reads),
            ("crates/web/src/testing.rs", reads),
            ("crates/web/src/a.rs", "const V: &str = env!(\"CARGO_PKG_VERSION\");"),
        ],
    );
}

#[test]
fn only_the_edges_of_a_context_serialize() {
    let derives = "#[derive(Debug, serde::Serialize)]\npub struct Offer;\n";
    bad(
        "serialization",
        &[("crates/plan/src/commitment.rs", derives)],
        &["crates/plan/src/commitment.rs:1: a type of the domain serializes itself"],
    );
    good(
        "serialization",
        &[
            ("crates/plan/src/commitment/events.rs", derives),
            ("crates/plan/src/api.rs", derives),
            ("crates/base/src/id.rs", derives),
        ],
    );
}

#[test]
fn an_engine_does_not_reach_for_the_world() {
    bad(
        "engines",
        &[("crates/standards/src/table.rs", "use std::fs;\npub async fn read() {}\n")],
        &[
            "crates/standards/src/table.rs:1: an engine reaches for the world",
            "crates/standards/src/table.rs:2:",
        ],
    );
    good(
        "engines",
        &[
            (
                "crates/standards/src/table.rs",
                "use std::fmt;\n#[cfg(test)]\nmod tests { use std::fs; }\n",
            ),
            ("crates/store/src/backup.rs", "use std::fs;\n"),
        ],
    );
}

#[test]
fn unsafe_code_has_one_home() {
    let code = "fn f() { unsafe { g() } }\n";
    bad(
        "unsafe",
        &[("crates/base/src/id.rs", code)],
        &["crates/base/src/id.rs:1: `unsafe` outside"],
    );
    good(
        "unsafe",
        &[
            ("crates/linkage/src/simd.rs", code),
            ("crates/base/src/id.rs", "// unsafe\nconst A: &str = \"unsafe\";"),
        ],
    );
}

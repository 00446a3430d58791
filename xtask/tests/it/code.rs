//! Lengths, habits and names.

use crate::{bad, good};

#[test]
fn a_file_has_at_most_500_lines() {
    bad(
        "files",
        &[("crates/plan/src/lib.rs", &"// x\n".repeat(501))],
        &["crates/plan/src/lib.rs:501: 501 lines are more than 500"],
    );
    good(
        "files",
        &[
            ("crates/plan/src/lib.rs", &"// x\n".repeat(500)),
            ("docs/data.csv", &"1,2\n".repeat(900)),
        ],
    );
}

#[test]
fn a_function_has_at_most_60_lines_of_code() {
    let long = |lines: usize| {
        format!(
            "both_databases! {{\n    async fn long(db: Db) {{\n{}    }}\n}}\n",
            "        step();\n        // why\n\n".repeat(lines)
        )
    };
    bad(
        "functions",
        &[("crates/plan/tests/it/main.rs", &long(61))],
        &["crates/plan/tests/it/main.rs:2: `long` has 61 lines of code"],
    );
    good("functions", &[("crates/plan/tests/it/main.rs", &long(60))]);
}

#[test]
fn tests_are_not_ignored_and_do_not_sleep() {
    let ignored = "#[test]\n#[ignore = \"slow\"]\nfn a_test() {}\n";
    bad(
        "tests",
        &[("crates/plan/tests/it/main.rs", ignored)],
        &["crates/plan/tests/it/main.rs:2: an ignored test"],
    );
    let sleeps = "#[cfg(test)]\nmod tests {\n    fn a() { tokio::time::sleep(x).await; }\n}\n";
    bad(
        "tests",
        &[("crates/plan/src/lib.rs", sleeps)],
        &["crates/plan/src/lib.rs:3: a test sleeps"],
    );
    bad(
        "tests",
        &[("crates/plan/tests/it/main.rs", "fn a() { sleep(x); }")],
        &["crates/plan/tests/it/main.rs:1: a test sleeps"],
    );
    good(
        "tests",
        &[(
            "crates/store/src/retry.rs",
            "async fn again() { sleep(x).await; }\n#[cfg(test)]\nmod tests {}\n",
        )],
    );
}

#[test]
fn browser_tests_do_not_wait_for_time_to_pass() {
    bad(
        "tests",
        &[("tests/browser/sign-in.mjs", "await page.waitForTimeout(500);\n")],
        &["tests/browser/sign-in.mjs:1: a browser test waits"],
    );
    good("tests", &[("tests/browser/sign-in.mjs", "await page.waitForURL('/me');\n")]);
}

#[test]
fn modules_are_named_after_themselves() {
    bad(
        "tests",
        &[("crates/plan/src/commitment/mod.rs", "")],
        &["crates/plan/src/commitment/mod.rs:1: `mod.rs` hides its name"],
    );
}

#[test]
fn names_say_what_a_thing_is() {
    bad(
        "names",
        &[("crates/plan/src/utils.rs", "pub struct PlanManager;\nfn get_plan() {}\n")],
        &[
            "crates/plan/src/utils.rs:1: a file named `utils`",
            "crates/plan/src/utils.rs:1: `PlanManager` does not say",
            "crates/plan/src/utils.rs:2: `get_plan` begins with",
        ],
    );
    good(
        "names",
        &[("crates/plan/src/commitment.rs", "pub struct Commitment;\nfn budget_of() {}\n")],
    );
}

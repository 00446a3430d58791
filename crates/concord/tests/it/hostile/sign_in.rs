//! The entrance: what strangers send to get in, or to send others away.

use super::table::{MARKUP, Row, Who};

pub(super) fn rows() -> Vec<Row> {
    [forms(), programs()].into_iter().flatten().collect()
}

fn form(name: &'static str, path: &str, body: &str) -> Row {
    Row::form(name, path, body).by(Who::Nobody)
}

fn json(name: &'static str, path: &str, body: &str) -> Row {
    Row::json(name, path, body).by(Who::Nobody)
}

fn forms() -> Vec<Row> {
    vec![
        form("a sign-in with nothing", "/sign-in", "").answers(422, "Fill this in"),
        form("a sign-in without a password", "/sign-in", "email=a%40b.gov")
            .answers(422, "Fill this in"),
        form("a sign-in with no address", "/sign-in", "email=nobody&password=x")
            .answers(422, "Enter an email address"),
        form("a sign-in that is SQL", "/sign-in", "email=%27+OR+1%3D1--&password=x")
            .answers(422, "Enter an email address"),
        form("a sign-in with markup", "/sign-in", &format!("email={MARKUP}&password=x"))
            .answers(422, "Enter an email address"),
        form("a sign-in with NUL in the password", "/sign-in", "email=a%40b.gov&password=a%00b")
            .answers(422, "password"),
        form(
            "a sign-in with a password of 900 kB",
            "/sign-in",
            &format!("email=a%40b.gov&password={}", "x".repeat(900_000)),
        )
        .answers(422, "password"),
        form("a sign-in with two passwords", "/sign-in", "email=a%40b.gov&password=a&password=b")
            .answers(422, "password is not right"),
        form("a link for no address", "/recover", "email=nobody")
            .answers(422, "Enter an email address"),
        form(
            "a link for an address with a line break",
            "/recover",
            "email=a%40b.gov%0aBcc:c%40d.gov",
        )
        .answers(422, "Remove the signs that can"),
        form("a link that is none", "/recover/x", "password=a&password_again=a")
            .answers(404, "Ask for a new one"),
        form("a sign-in link that is none, posted", "/sign-in/link/x", "")
            .answers(404, "Ask for a new one"),
        form("an invitation that is none, taken", "/invitations/x", "name=A")
            .answers(404, "Ask for a new one"),
        form("an account by nobody", "/me/account", "name=A").and_is_taken(303, ""),
        form("a measure by nobody", "{p}/measures", "title=T").and_is_taken(303, ""),
    ]
}

fn programs() -> Vec<Row> {
    vec![
        json("a sign-in for programs with nothing", "/api/v1/sign-in", "{}")
            .answers(422, "missing field"),
        json(
            "a sign-in for programs with a list",
            "/api/v1/sign-in",
            r#"{"email":["a@b.gov"],"password":"x"}"#,
        )
        .answers(422, "expected a string"),
        json(
            "a passkey that is none",
            "/api/v1/sign-in/passkeys",
            r#"{"challenge":"x","credential":"x"}"#,
        )
        .answers(422, "unknown field `challenge`"),
        json("a passkey that is empty", "/api/v1/sign-in/passkeys", "{}")
            .answers(422, "missing field"),
        json("a change by nobody", "{api}/measures", "{}").answers(401, "Sign in"),
        json("a change by nobody that is no JSON", "{api}/measures", "{").answers(401, "Sign in"),
        Row::json(
            "a token with scopes that are none",
            "/api/v1/me/tokens",
            r#"{"name":"t","scopes":["everything"]}"#,
        )
        .answers(422, "Write an access as area and right"),
        form("proof from nobody", "/step-up", "password=x").and_is_taken(303, ""),
    ]
}

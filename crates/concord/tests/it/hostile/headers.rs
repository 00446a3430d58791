//! Headers: revisions and keys that are none, other sites, languages, ranges, cookies, and too much.

use super::table::{MARKUP, Row, Who};

const OTHER_SITE: &str = "This came from another website";
const OFFER: &str = r#"{"side":"promiser","title":"A bed","due":"2026-07-01","promiser":"{housing}","receiver":"{health}"}"#;
const RETIRE: &str = r#"{"why":"merged"}"#;

pub(super) fn rows() -> Vec<Row> {
    [revisions(), keys(), other_sites(), oddities(), news_and_tokens()]
        .into_iter()
        .flatten()
        .collect()
}

fn revisions() -> Vec<Row> {
    let row = |name, value: &str| {
        Row::json(name, "{api}/measures/{measure}/retirement", RETIRE).header("if-match", value)
    };
    vec![
        row("a revision that is no number", "\"abc\"").answers(422, "the number of the version"),
        row("a revision that is empty", "").answers(422, "the number of the version"),
        row("a revision that overflows", "\"99999999999999999999999\"")
            .answers(422, "the number of the version"),
        row("a revision of an older time", "\"7\"").answers(412, "Somebody changed this"),
        row("a negative revision", "\"-1\"").answers(412, "Somebody changed this"),
        row("a list of revisions", "\"1\", \"2\"").answers(422, "the number of the version"),
        row("a revision that is any", "*").answers(422, "the number of the version"),
        row("a revision in quotes within quotes", "\"\"1'")
            .answers(422, "the number of the version"),
        row("a revision with bytes that are no text", "\"1\"")
            .header("if-match", vec![0xff, 0xfe])
            .answers(422, "the number of the version"),
        Row::form(
            "a revision in a form that is none",
            "{p}/measures/{measure}/numbers/2026-Q1",
            "value=1&why=x&revision=one",
        )
        .answers(422, "the number of the version"),
    ]
}

fn keys() -> Vec<Row> {
    let row = |name, value: Vec<u8>| {
        Row::json(name, "{api}/commitments", OFFER).header("idempotency-key", value)
    };
    vec![
        row("a key that is empty", Vec::new()).answers(422, "Send a key"),
        row("a key of 5,000 letters", vec![b'k'; 5_000]).answers(422, "Send a key"),
        row("a key that is no text", vec![0xff, 0xc0]).answers(422, "Send a key"),
        row("a key for a body that is none", b"one".to_vec()).body("{").answers(422, "JSON"),
        row("a key that is markup", MARKUP.as_bytes().to_vec()).and_is_taken(201, ""),
        row("the same key for another body", MARKUP.as_bytes().to_vec())
            .body(r#"{"side":"asker","title":"Two beds","due":"2026-07-01","promiser":"{health}","receiver":"{housing}"}"#)
            .answers(409, "Use a new one"),
        Row::form("a form's key of 5,000 letters", "{p}/measures", format!("once={}", "k".repeat(5_000))).answers(422, "Fill this in"),
        Row::form("a form's key with NUL", "{p}/measures", "once=a%00b&title=T").answers(422, "Choose one"),
    ]
}

fn other_sites() -> Vec<Row> {
    let form = |name| Row::form(name, "{p}/measures/{measure}/retire", "why=x");
    vec![
        form("a form from another site")
            .header("origin", "https://evil.example")
            .answers(403, OTHER_SITE),
        form("a form that the browser calls cross-site")
            .header("sec-fetch-site", "cross-site")
            .answers(403, OTHER_SITE),
        form("a form from a sister site")
            .header("sec-fetch-site", "same-site")
            .answers(403, OTHER_SITE),
        form("a form from no origin").header("origin", "null").answers(403, OTHER_SITE),
        form("a form from a name that begins like ours")
            .header("origin", "http://localhost.evil.example")
            .answers(403, OTHER_SITE),
        form("a form from another port")
            .header("origin", "http://localhost:9999")
            .answers(403, OTHER_SITE),
        Row::json("JSON from another site", "{api}/commitments", OFFER)
            .header("origin", "https://evil.example")
            .answers(403, OTHER_SITE),
        Row::json("JSON as plain text from another site", "{api}/commitments", OFFER)
            .header("content-type", "text/plain")
            .header("sec-fetch-site", "cross-site")
            .answers(403, OTHER_SITE),
        Row::form("signing out from another site", "/sign-out", "")
            .header("sec-fetch-site", "cross-site")
            .answers(403, OTHER_SITE),
        Row::get("DELETE from another site", "{api}/measures/{measure}/retirement")
            .method("DELETE")
            .header("origin", "https://evil.example")
            .answers(403, OTHER_SITE),
    ]
}

fn oddities() -> Vec<Row> {
    let page = |name| Row::get(name, "{p}/measures");
    vec![
        page("a type that nobody writes")
            .header("accept", "application/x-nothing")
            .and_is_taken(200, "Measures"),
        page("a wish for a type that is no type")
            .header("accept", "////;;;q=∞")
            .and_is_taken(200, "Measures"),
        page("a range of a page")
            .header("range", "bytes=0-0,-1,999999999999999999999-")
            .and_is_taken(200, "Measures"),
        page("a language that is no language")
            .header("accept-language", "x".repeat(8_000))
            .and_is_taken(200, "Measures"),
        page("an encoding that is none")
            .header("accept-encoding", "zip, *;q=NaN")
            .and_is_taken(200, "Measures"),
        page("a cookie of 30 kB")
            .header("cookie", format!("session={}", "x".repeat(30_000)))
            .and_is_taken(200, "Measures"),
        page("cookies without names")
            .header("cookie", "=;;=;a;=b; ; session")
            .and_is_taken(200, "Measures"),
        page("a cookie that is no text")
            .header("cookie", vec![b'a', b'=', 0xff, 0xfe])
            .and_is_taken(200, "Measures"),
        page("a partial page that is none")
            .header("hx-request-type", MARKUP)
            .and_is_taken(200, "Measures"),
        page("a forwarded address that is none")
            .header("x-forwarded-for", "1.2.3.4, ::::, <b>, unknown")
            .and_is_taken(200, "Measures"),
        page("a forwarded scheme that is none")
            .header("x-forwarded-proto", "gopher")
            .and_is_taken(200, "Measures"),
        page("a page that was seen, by a mark that is none")
            .header("if-none-match", "W/\"'\"\",,*,")
            .and_is_taken(200, "Measures"),
    ]
}

fn news_and_tokens() -> Vec<Row> {
    vec![
        Row::get("news since before all time", "{p}/live")
            .header("last-event-id", i64::MIN.to_string())
            .and_is_taken(200, "retry"),
        Row::get("news since the end of time", "{p}/live")
            .header("last-event-id", i64::MAX.to_string())
            .and_is_taken(200, "retry"),
        Row::get("news since markup", "{p}/live?since=%3Cimg%3E")
            .header("last-event-id", MARKUP)
            .and_is_taken(200, "retry"),
        Row::get("news to a stranger", "{p}/live").by(Who::Stranger).answers(404, "nothing here"),
        Row::get("news to nobody", "{p}/live").by(Who::Nobody).and_is_taken(303, ""),
        Row::get("a token that is none", "{api}/measures")
            .by(Who::Nobody)
            .header("authorization", "Bearer x")
            .answers(401, "Sign in"),
        Row::get("a token of 30 kB", "{api}/measures")
            .by(Who::Nobody)
            .header("authorization", format!("Bearer {}", "x".repeat(30_000)))
            .answers(401, "Sign in"),
        Row::get("a token that is no text", "{api}/measures")
            .by(Who::Nobody)
            .header("authorization", vec![b'B', 0xff])
            .answers(401, "Sign in"),
        Row::get("a password in a header", "{api}/measures")
            .by(Who::Nobody)
            .header("authorization", "Basic Og==")
            .answers(401, "Sign in"),
    ]
}

//! JSON and other bodies: not JSON, not an object, too deep, too large, of another type, members that
//! nobody knows, and bodies that unpack to more.

use super::table::{MARKUP, Row, Who};

const OFFERS: &str = "{api}/commitments";
const MEASURES: &str = "{api}/measures";
const UNREADABLE: &str = "This JSON can't be read";
const OBJECT: &str = "Send a JSON object";
const TYPE: &str = "Send this as a form or as JSON";

pub(super) fn rows() -> Vec<Row> {
    [not_json(), not_as_described(), other_types(), too_large()].into_iter().flatten().collect()
}

fn not_json() -> Vec<Row> {
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let deep_object = format!("{}1{}", r#"{"title":"#.repeat(50_000), "}".repeat(50_000));
    vec![
        Row::json("JSON that is empty", OFFERS, "").answers(422, UNREADABLE),
        Row::json("JSON that breaks off", OFFERS, r#"{"title": "A"#).answers(422, UNREADABLE),
        Row::json("JSON with a comma too many", OFFERS, r#"{"title": "A",}"#)
            .answers(422, UNREADABLE),
        Row::json("JSON with a comment", OFFERS, "{/* */}").answers(422, UNREADABLE),
        Row::json("JSON in single quotes", OFFERS, "{'title': 'A'}").answers(422, UNREADABLE),
        Row::json("JSON twice", OFFERS, "{}{}").answers(422, UNREADABLE),
        Row::json("JSON with NaN", MEASURES, r#"{"baseline_value": NaN}"#).answers(422, UNREADABLE),
        Row::json("JSON with a raw line break in a text", OFFERS, "{\"title\": \"A\nB\"}")
            .answers(422, UNREADABLE),
        Row::json("JSON with NUL", OFFERS, b"{\"title\": \"A\"}\0".to_vec())
            .answers(422, UNREADABLE),
        Row::json("JSON that is no UTF-8", OFFERS, b"{\"title\": \"\xff\xfe\"}".to_vec())
            .answers(422, UNREADABLE),
        Row::json("JSON in UTF-16", OFFERS, b"\xff\xfe{\0}\0".to_vec()).answers(422, UNREADABLE),
        Row::json("JSON after a byte order mark", OFFERS, "\u{feff}{}").answers(422, UNREADABLE),
        Row::json("JSON with half a surrogate", OFFERS, r#"{"title": "\ud800"}"#)
            .answers(422, UNREADABLE),
        Row::json("100,000 arrays in each other", OFFERS, deep).answers(422, UNREADABLE),
        Row::json("50,000 objects in each other", OFFERS, deep_object).answers(422, UNREADABLE),
        Row::json("JSON that is an array", OFFERS, "[1]").answers(422, UNREADABLE),
        Row::json("JSON that is a text", OFFERS, "\"x\"").answers(422, UNREADABLE),
        Row::json("JSON that is nothing", OFFERS, "null").answers(422, UNREADABLE),
        Row::json("JSON that is a number", "/api/v1/me/profile", "1e999")
            .method("PUT")
            .answers(422, UNREADABLE),
        Row::json("an array for a form", "{p}/measures", "[]").answers(422, OBJECT),
        Row::json("JSON that breaks off for a form", "{p}/measures", "{").answers(422, UNREADABLE),
    ]
}

fn not_as_described() -> Vec<Row> {
    let markup = format!(r#"{{"{MARKUP}": 1}}"#);
    vec![
        Row::json("a member that nobody knows", OFFERS, r#"{"admin": true}"#)
            .answers(422, "unknown field `admin`"),
        Row::json("a member that is markup", OFFERS, markup).answers(422, "unknown field"),
        Row::json("a member twice", MEASURES, r#"{"title": "A", "title": "B"}"#)
            .answers(422, "duplicate field `title`"),
        Row::json("a number for a text", MEASURES, r#"{"title": 7}"#)
            .answers(422, "expected a string"),
        Row::json("a text for a number", MEASURES, r#"{"due_days": "9"}"#)
            .answers(422, "expected u16"),
        Row::json("a negative count of days", MEASURES, r#"{"due_days": -1}"#)
            .answers(422, "expected u16"),
        Row::json("a list for a text", OFFERS, r#"{"title": ["A"]}"#)
            .answers(422, "expected a string"),
        Row::json("an object for a list", MEASURES, r#"{"targets": {"by": "2027-01-01"}}"#)
            .answers(422, "expected a sequence"),
        Row::json("half a target", MEASURES, r#"{"targets": [{"by": "2027-01-01"}]}"#)
            .answers(422, "missing field `value`"),
        Row::json(
            "a member that reaches for the prototype",
            OFFERS,
            r#"{"__proto__": {"admin": true}}"#,
        )
        .answers(422, "unknown field"),
        Row::json("a member that asks the database", OFFERS, r#"{"title": {"$gt": ""}}"#)
            .answers(422, "expected a string"),
        Row::json("members that lack", OFFERS, "{}").answers(422, "missing field"),
        Row::json(
            "a truth for a text",
            "{api}/commitments/{commitment}/refusals",
            r#"{"why": true}"#,
        )
        .by(Who::Alicia)
        .answers(422, "expected a string"),
        Row::json(
            "a document type of XML in a text",
            "{api}/measures/{measure}/story",
            r#"{"helps": "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"}"#,
        )
        .method("PUT")
        .and_is_taken(200, ""),
    ]
}

fn other_types() -> Vec<Row> {
    let gzip =
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xab\xae\x05\x00C\xbf\xa6\xa3\x02\x00\x00\x00"
            .to_vec();
    vec![
        Row::json("JSON as plain text", OFFERS, "{}")
            .header("content-type", "text/plain")
            .answers(415, "Send this as JSON"),
        Row::json("XML", OFFERS, "<offer/>")
            .header("content-type", "application/xml")
            .answers(415, "Send this as JSON"),
        Row::json("a form where JSON is wanted", OFFERS, "title=A")
            .header("content-type", "application/x-www-form-urlencoded")
            .answers(415, "Send this as JSON"),
        Row::json("a type that is no type", OFFERS, "{}")
            .header("content-type", "////")
            .answers(415, "Send this as JSON"),
        Row::json("a type that is no text", OFFERS, "{}")
            .header("content-type", vec![0xff, 0xfe])
            .answers(415, "Send this as JSON"),
        Row::json("a type of 8,000 letters", OFFERS, "{}")
            .header("content-type", "x".repeat(8_000))
            .answers(415, "Send this as JSON"),
        Row::form("a form as an image", "{p}/measures", "title=A")
            .header("content-type", "image/png")
            .answers(415, TYPE),
        Row::form("a body without a type", "{p}/measures", "title=A")
            .header("content-type", "")
            .answers(415, TYPE),
        Row::json("a packed body", OFFERS, gzip.clone())
            .header("content-encoding", "gzip")
            .answers(415, "without packing"),
        Row::json("a body packed twice", OFFERS, gzip.clone())
            .header("content-encoding", "gzip, br")
            .answers(415, "without packing"),
        Row::json("a body packed in a way that is none", OFFERS, "{}")
            .header("content-encoding", "zip-bomb")
            .answers(415, "without packing"),
        Row::form("a packed form", "{p}/measures", gzip)
            .header("content-encoding", "deflate")
            .answers(415, "without packing"),
        Row::json("a body that says it is not packed", MEASURES, "{}")
            .header("content-encoding", "identity")
            .answers(422, "missing field"),
    ]
}

fn too_large() -> Vec<Row> {
    let text = "x".repeat(2_000_000);
    vec![
        Row::json("JSON of 2 megabytes", OFFERS, format!(r#"{{"title": "{text}"}}"#)).answers(413, "Send at most 1 MB"),
        Row::form("a form of 2 megabytes", "{p}/measures", format!("title={text}")).answers(413, "Send at most 1 MB"),
        Row::form("a form of 2 megabytes as nobody", "/sign-in", format!("email={text}")).by(Who::Nobody).answers(413, "Send at most 1 MB"),
        Row::form("a form of 100,000 fields", "{p}/measures", "a=b&".repeat(100_000)).answers(422, "Fill this in"),
        Row::json("a title of 500,000 letters", MEASURES, format!(
            r#"{{"title":"{}","kind":"how_much","unit":"number","direction":"up","frequency":"year"}}"#, "x".repeat(500_000)
        )).answers(422, "Use at most 200 characters"),
        Row::json("a body for a page", "{p}/measures", "{}").method("GET").and_is_taken(200, "Measures"),
    ]
}

//! Text: bytes that are no text, signs that hide others, marks of order, and formulas for spreadsheets.

use super::table::{Row, Who};

const UNSEEN: &str = "Remove the signs that can't be seen";
const ASK: &str = "side=asker&due=2026-07-01&receiver={housing}&title=";

pub(super) fn rows() -> Vec<Row> {
    [forms(), programs(), harmless()].into_iter().flatten().collect()
}

fn forms() -> Vec<Row> {
    let title = |name, title: &[u8]| {
        let mut body = b"kind=how_much&unit=number&direction=up&frequency=year&title=".to_vec();
        body.extend_from_slice(title);
        Row::form(name, "{p}/measures", body)
    };
    vec![
        title("a title with NUL", b"A%00B").answers(422, UNSEEN),
        title("a title with a bell", b"A%07B").answers(422, UNSEEN),
        title("a title with a line break", b"A%0d%0aB").answers(422, UNSEEN),
        title("a title written backwards", b"A%e2%80%aeB").answers(422, UNSEEN),
        title("a title with hidden direction", b"A%e2%81%a6B").answers(422, UNSEEN),
        title("a title with a delete sign", b"A%7fB").answers(422, UNSEEN),
        title("a title that is no UTF-8", b"A%ff%feB").answers(400, "UTF-8"),
        title("a title of raw bytes", b"A\xff\xfe").answers(400, "UTF-8"),
        title("an overlong NUL", b"%c0%80").answers(400, "UTF-8"),
        title("half a surrogate in a title", b"%ed%a0%80").answers(400, "UTF-8"),
        title("a sign beyond Unicode", b"%f4%90%80%80").answers(400, "UTF-8"),
        title("a sign that breaks off", b"%f0%9f").answers(400, "UTF-8"),
        title("a title of blanks", b"+++%09+").answers(422, "Fill this in"),
        title("a title of blanks that are no spaces", "%c2%a0%e3%80%80".as_bytes())
            .answers(422, "Fill this in"),
        title("a title of 201 letters", "%c3%b1".repeat(201).as_bytes())
            .answers(422, "Use at most 200 characters. This has 201"),
        title("a form in Latin-1", b"Ni%f1o")
            .header("content-type", "application/x-www-form-urlencoded; charset=iso-8859-1")
            .answers(400, "UTF-8"),
        Row::form("a name that is no UTF-8", "{p}/measures", b"%ff=1".to_vec())
            .answers(400, "UTF-8"),
        Row::form(
            "a note written backwards",
            "{p}/measures/{measure}/numbers",
            "period=2025-Q4&value=1&note=A%e2%80%aeB",
        )
        .answers(422, UNSEEN),
        Row::form(
            "an address of mail with a line break",
            "{p}/invitations",
            "email=a%40b.gov%0d%0aBcc:x%40y.z&organization={housing}&role=member",
        )
        .answers(422, UNSEEN),
        Row::form(
            "a request that is text in a sign's half",
            "{p}/commitments/ask",
            format!("{ASK}%ed%bf%bf"),
        )
        .answers(400, "UTF-8"),
    ]
}

fn programs() -> Vec<Row> {
    let story = |name, text: &str| {
        let body = format!(r#"{{"helps":"{text}"}}"#);
        Row::json(name, "{api}/measures/{measure}/story", body).method("PUT")
    };
    vec![
        story("a text with NUL from a program", "A\\u0000B").answers(422, UNSEEN),
        story("a text written backwards from a program", "A\\u202eB").answers(422, UNSEEN),
        story("a text with an escape sign", "A\\u001b[31mB").answers(422, UNSEEN),
        story("a text of 2,001 signs", &"ñ".repeat(2_001)).answers(422, "Use at most 2,000 characters. This has 2,001"),
        Row::json("a place with NUL", "{api}/measures",
            r#"{"title":"T","kind":"how_much","unit":"number","direction":"up","frequency":"year","place":"A\u0000"}"#).answers(422, UNSEEN),
        Row::json("a mapping with NUL", "{api}/measure-imports",
            r#"{"file":"f.csv","content":"a,2024\n1,2\n","layout":"wide","prefix":"\u0000","columns":{"measure":"a\u0000"}}"#).and_is_taken(200, ""),
        Row::json("JSON that says it is Latin-1", "{api}/measures/{measure}/story", b"{\"helps\": \"Ni\xf1o\"}".to_vec())
            .method("PUT").header("content-type", "application/json; charset=iso-8859-1").answers(422, "This JSON can't be read"),
    ]
}

/// What looks dangerous and is only text: it is taken, and comes out harmless.
fn harmless() -> Vec<Row> {
    let offer = |name, title: &str| {
        let title = title.replace('"', "\\\"");
        let body = format!(
            r#"{{"side":"promiser","title":"{title}","due":"2026-07-01","promiser":"{{housing}}","receiver":"{{health}}"}}"#
        );
        Row::json(name, "{api}/commitments", body).by(Who::Alicia)
    };
    vec![
        offer("a formula for a title", "=HYPERLINK(\"http://evil.example\",\"A\")")
            .and_is_taken(201, ""),
        offer("a title that is markup", "<img src=x onerror=alert(1)>").and_is_taken(201, ""),
        offer("a title that is a template", "{{7*7}}${7*7}<%= 7*7 %>").and_is_taken(201, ""),
        offer("a title in many scripts", "نص 文字 🏠 n̴̨̛o̷").and_is_taken(201, ""),
        offer("a title that is SQL", "'); DROP TABLE commitments;--").and_is_taken(201, ""),
        Row::get("the formula in a table to be saved", "{p}/commitments.csv")
            .and_is_taken(200, "'=HYPERLINK"),
        Row::get("the markup on the board", "{p}/commitments?state=offered")
            .and_is_taken(200, "<img src=x onerror=alert(1)>"),
        Row::get("the markup in the record", "{p}/activity")
            .and_is_taken(200, "<img src=x onerror=alert(1)>"),
        Row::get("the SQL, which did nothing", "{p}/commitments?view=table")
            .and_is_taken(200, "DROP TABLE"),
    ]
}

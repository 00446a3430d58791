//! What partners write to each other and with each other: about nothing, for others, out of turn, and with markup.

use super::table::{MARKUP, Row, Who};

const CHOOSE: &str = "Choose one from the list";
const FILL: &str = "Fill this in";
const DATE: &str = "a date that is in the calendar";
/// An identifier of each kind that nobody has.
const THREAD: &str = "thr_01arz3ndektsv4rrffq69g5fav";
const DRAFT: &str = "drf_01arz3ndektsv4rrffq69g5fav";

pub(super) fn rows() -> Vec<Row> {
    [talk(), announcements(), disagreements(), drafts(), public()].into_iter().flatten().collect()
}

fn talk() -> Vec<Row> {
    let say = |name, about: &str, body: &str| {
        Row::json(name, "{api}/discussions", format!(r#"{{"about":"{about}","body":"{body}"}}"#))
    };
    let here = "commitment:{commitment}";
    vec![
        say("a message of nothing", here, " ").answers(422, FILL),
        say("a message of 10,001 characters", here, &"a".repeat(10_001))
            .answers(422, "Use at most 8,000"),
        say("a message about nothing", "", "A").answers(422, FILL),
        say("a message about a dragon", "dragon:1", "A").answers(404, "no such discussion"),
        say(
            "a message about a commitment that is not there",
            "commitment:cmt_01arz3ndektsv4rrffq69g5fav",
            "A",
        )
        .answers(404, "no such discussion"),
        say("a message about an address", "commitment:../../etc/passwd", "A")
            .answers(404, "no such discussion"),
        say("a guest's message where guests read", here, "A")
            .by(Who::Guest)
            .answers(403, "Guests read here"),
        say("a stranger's message", here, "A").by(Who::Stranger).answers(404, "nothing"),
        say("a message that is markup", here, MARKUP).and_is_taken(201, ""),
        say("a message that runs when it is pressed", here, "[x](javascript:alert(1))")
            .and_is_taken(201, ""),
        Row::get("the page with the markup", "{p}/commitments/{commitment}").answers(200, ""),
        Row::json(
            "a message for another organization",
            "{api}/discussions",
            format!(r#"{{"about":"{here}","body":"A","organization":"{{health}}"}}"#),
        )
        .by(Who::Alicia)
        .answers(422, CHOOSE),
        Row::json(
            "an answer to nothing",
            &format!("{{api}}/discussions/{THREAD}/posts"),
            r#"{"body":"A"}"#,
        )
        .answers(404, "no such discussion"),
        Row::get("a discussion of another kind", "{p}/discussions/{commitment}")
            .answers(404, "nothing"),
        Row::get("discussions filtered by what is none", "{p}/discussions?show=magic")
            .answers(200, ""),
        Row::get("discussions after a forged mark", "{api}/discussions?after=AAAA")
            .answers(422, "page"),
        Row::form("a door of nowhere", "{p}/discussions/settings", "where=dragon:1&guests=yes")
            .answers(404, "no such discussion"),
        Row::form("a door by a lead", "{p}/discussions/settings", "where=&guests=yes")
            .by(Who::Alicia)
            .answers(403, "Your role does not allow this"),
    ]
}

fn announcements() -> Vec<Row> {
    let announce = |name, rest: &str| {
        Row::form(name, "{p}/announcements/new", format!("body=B&{rest}")).by(Who::Alicia)
    };
    vec![
        announce("an announcement without a title", "title=").answers(422, FILL),
        announce(
            "an announcement to nobody known",
            "title=A&audience=org_01arz3ndektsv4rrffq69g5fav",
        )
        .answers(422, CHOOSE),
        announce("an announcement to read on February 30", "title=A&read_by=2026-02-30")
            .answers(422, DATE),
        announce("an announcement to read yesterday", "title=A&read_by=2026-05-11")
            .answers(422, "Enter May 12, 2026 or a later date"),
        announce("a guest's announcement", "title=A")
            .by(Who::Guest)
            .answers(403, "Your role does not allow this"),
    ]
}

fn disagreements() -> Vec<Row> {
    let open = |name, parties: &str| {
        let body = format!(
            r#"{{"about":"commitment:{{commitment}}","question":"Who pays?","parties":[{parties}]}}"#
        );
        Row::json(name, "{api}/disagreements", body)
    };
    vec![
        open("a disagreement with nobody", "").answers(422, "Choose two parties or more"),
        open("a disagreement with oneself", r#""{housing}","{housing}""#)
            .answers(422, "Choose two parties or more"),
        open("a disagreement with a person", r#""{housing}","{person}""#).answers(422, CHOOSE),
        open("a guest's disagreement", r#""{housing}","{health}""#)
            .by(Who::Guest)
            .answers(403, "Your role does not allow this"),
    ]
}

fn drafts() -> Vec<Row> {
    let begin =
        |name, rest: &str| Row::json(name, "{api}/drafts", format!(r#"{{"title":"A",{rest}}}"#));
    vec![
        begin("a draft of a kind that is none", r#""kind":"spell","text":"A""#)
            .answers(422, CHOOSE),
        begin("a draft without a text", r#""kind":"plan","text":"""#).answers(422, FILL),
        Row::json(
            "a draft of 60,001 characters",
            "{api}/drafts",
            format!(r#"{{"title":"A","kind":"plan","text":"{}"}}"#, "a".repeat(60_001)),
        )
        .answers(422, "Use at most 60,000"),
        begin("a draft that is markup", &format!(r#""kind":"plan","text":"{MARKUP}""#))
            .and_is_taken(201, ""),
        begin("a guest's draft", r#""kind":"plan","text":"A""#)
            .by(Who::Guest)
            .answers(403, "Your role does not allow this"),
        Row::json(
            "a version of nothing",
            &format!("{{api}}/drafts/{DRAFT}/versions"),
            r#"{"version":1,"text":"A"}"#,
        )
        .answers(404, "no such draft"),
        Row::get(
            "two versions of nothing",
            format!("{{p}}/drafts/{DRAFT}/compare?from=-1&to=99999999999999999999"),
        )
        .answers(404, "no such draft"),
    ]
}

fn public() -> Vec<Row> {
    vec![
        Row::get("documents of no partnership", "/public/no-such-place/documents")
            .by(Who::Nobody)
            .answers(404, "nothing"),
        Row::get(
            "a document that is not published",
            format!("/public/riverbend/documents/{DRAFT}"),
        )
        .by(Who::Nobody)
        .answers(404, "nothing"),
        Row::get("a document by a way out", "/public/riverbend/documents/..%2f..%2fme")
            .by(Who::Nobody)
            .answers(404, "nothing"),
    ]
}

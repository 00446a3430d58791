//! The log, its witnesses, what is destroyed and what is exported.

use super::table::{MARKUP, Row, Who};

const CHOOSE: &str = "Choose one from the list";
const FILL: &str = "Fill this in";
const LOG: &str = "/public/riverbend/log";

pub(super) fn rows() -> Vec<Row> {
    [watching(), looking(), keeping()].into_iter().flatten().collect()
}

fn watching() -> Vec<Row> {
    let witness = |name, body: &str| Row::form(name, "{p}/log/witnesses", body);
    vec![
        witness("a witness of nothing", "").answers(422, FILL),
        witness("a witness whose key is none", "name=A&key=hello")
            .answers(422, "Enter the key of a witness"),
        witness("a witness whose name would run", &format!("name={MARKUP}&key=x"))
            .answers(422, "Enter the key of a witness"),
        witness(
            "a witness at an address that would run",
            "name=A&key=x&address=javascript:alert(1)",
        )
        .answers(422, "Enter the key of a witness"),
        Row::form("a quorum below none", "{p}/log/quorum", "quorum=-1")
            .answers(409, "not larger than the number of witnesses"),
        Row::form("a quorum of more than there are", "{p}/log/quorum", "quorum=99")
            .answers(409, "not larger than the number of witnesses"),
        Row::form("a quorum that is no number", "{p}/log/quorum", "quorum=many")
            .answers(422, "whole number"),
        Row::json(
            "settings of the log with a member too much",
            "{api}/log",
            r#"{"open":true,"quorum":0,"key":"x"}"#,
        )
        .method("PUT")
        .answers(422, "unknown field"),
        Row::form(
            "a witness that is not there is removed",
            "{p}/log/witnesses/wit_01arz3ndektsv4rrffq69g5fav/remove",
            "",
        )
        .answers(404, "no such witness"),
        Row::form(
            "a cosignature of nobody",
            "/public/riverbend/log/cosignatures",
            "— x.example AAAA\n",
        )
        .header("content-type", "text/plain")
        .answers(200, "0"),
    ]
}

fn looking() -> Vec<Row> {
    vec![
        Row::get(
            "a receipt number that would run",
            format!("{LOG}/check?receipt=%3Cimg%20src=x%20onerror=alert(1)%3E"),
        )
        .answers(200, "There is no receipt"),
        Row::get(
            "a receipt number without an end",
            format!("{LOG}/check?receipt={}", "x".repeat(6000)),
        )
        .answers(200, "There is no receipt"),
        Row::file(
            "a receipt file that is a picture",
            "/public/riverbend/log/check",
            "a.png",
            b"\x89PNG\r\n\x1a\n",
        )
        .answers(200, "This is no receipt"),
        Row::file("a receipt file of nothing", "/public/riverbend/log/check", "a", b"")
            .answers(200, "This is no receipt"),
        Row::get("a tile outside the log", format!("{LOG}/tile/9/x999/999"))
            .answers(404, "no such piece"),
        Row::get("a tile that climbs", format!("{LOG}/tile/..%2f..%2fkey"))
            .answers(404, "no such piece"),
        Row::get("a tile of no entries", format!("{LOG}/tile/entries/000.p/0"))
            .answers(404, "no such piece"),
        Row::get("the log as nobody, where it is not open", LOG).by(Who::Nobody).answers(303, ""),
        Row::get("the log of a stranger", LOG).by(Who::Stranger).answers(404, "nothing here"),
        Row::get(
            "the proof of an event that is not there",
            "{p}/log/events/evt_01arz3ndektsv4rrffq69g5fav/proof",
        )
        .answers(404, "no such event"),
        Row::get("a proof as a guest", "{p}/log/events/evt_01arz3ndektsv4rrffq69g5fav")
            .by(Who::Guest)
            .answers(403, "role"),
    ]
}

fn keeping() -> Vec<Row> {
    let rule = |name, body: &str| Row::form(name, "{p}/retention/rules", body);
    vec![
        rule("a rule for nothing", "").answers(422, FILL),
        rule("a rule for a class that is none", "class=everything&days=1&why=x&sure=yes")
            .answers(422, CHOOSE),
        rule("a rule of less than no days", "class=invitations&days=-1&why=x&sure=yes")
            .answers(422, "number of days"),
        rule("a rule of a thousand years", "class=invitations&days=365250&why=x&sure=yes")
            .answers(422, "number of days"),
        Row::form(
            "a destruction by who may not",
            "{p}/retention/destroy",
            "class=invitations&id=inv_1&reason=x&sure=yes",
        )
        .answers(403, "role"),
        Row::form(
            "a rule that is not there is lifted",
            "{p}/retention/rules/lift",
            "class=invitations",
        )
        .answers(404, "no rule"),
        Row::get(
            "a certificate that is not there",
            "{p}/retention/certificates/dst_01arz3ndektsv4rrffq69g5fav",
        )
        .answers(404, "no such certificate"),
        Row::form("a signed copy of another place", "{p}/exports", "of=/p/northfork/people.csv")
            .answers(404, "no such export"),
        Row::form("a signed copy of a page", "{p}/exports", "of={p}/people")
            .answers(404, "nothing at this address"),
        Row::form(
            "a signed copy of an address elsewhere",
            "{p}/exports",
            "of=https://x.example/a.csv",
        )
        .answers(404, "no such export"),
        Row::form(
            "a signed copy of an address that climbs",
            "{p}/exports",
            "of={p}/../northfork/people.csv",
        )
        .answers(404, "no such export"),
        Row::form("a signed copy as a guest", "{p}/exports", "of={p}/decisions.csv")
            .by(Who::Guest)
            .answers(403, "role"),
    ]
}

//! Fields: those that lack, come twice, name what is not theirs, or what cannot be.

use super::table::{MARKUP, Row, Who};

const CHOOSE: &str = "Choose one from the list";
const FILL: &str = "Fill this in";
const DATE: &str = "a date that is in the calendar";

pub(super) fn rows() -> Vec<Row> {
    [offers(), dates(), measures(), numbers(), people(), states()].into_iter().flatten().collect()
}

fn offers() -> Vec<Row> {
    let offer = |name, rest: &str| {
        Row::form(name, "{p}/commitments/new", format!("origin=own_offer&{rest}")).by(Who::Alicia)
    };
    vec![
        offer("an offer of nothing", "").answers(422, FILL),
        offer("an offer to nobody", "title=A&due=2026-07-01&receiver=").answers(422, FILL),
        offer("an offer to another kind", "title=A&due=2026-07-01&receiver={commitment}").answers(422, CHOOSE),
        offer("an offer to an organization that is not here", "title=A&due=2026-07-01&receiver=org_01arz3ndektsv4rrffq69g5fav").answers(422, "Choose a par"),
        offer("an offer whose title comes twice", "title=A&title=B&due=2026-07-01&receiver={health}").answers(422, "once"),
        offer("an offer whose receiver comes twice", "title=A&due=2026-07-01&receiver={health}&receiver={housing}").answers(422, "once"),
        offer("an offer that says it is kept", "title=A&due=2026-07-01&receiver={health}&state=kept").and_is_taken(303, ""),
        Row::json("an offer for programs to another kind", "{api}/commitments",
            r#"{"side":"promiser","title":"A","due":"2026-07-01","promiser":"{housing}","receiver":"{person}"}"#).answers(422, CHOOSE),
        Row::json("an offer from a side that is none", "{api}/commitments",
            r#"{"side":"both","title":"A","due":"2026-07-01","promiser":"{housing}","receiver":"{health}"}"#).answers(422, CHOOSE),
        Row::json("an offer to oneself", "{api}/commitments",
            r#"{"side":"promiser","title":"A","due":"2026-07-01","promiser":"{housing}","receiver":"{housing}"}"#).answers(422, "Choose another partner: nobody promises to themselves"),
    ]
}

fn dates() -> Vec<Row> {
    let due = |name, due: &str| {
        let body = format!(
            r#"{{"side":"promiser","title":"A","due":"{due}","promiser":"{{housing}}","receiver":"{{health}}"}}"#
        );
        Row::json(name, "{api}/commitments", body)
    };
    vec![
        due("February 30", "2026-02-30").answers(422, DATE),
        due("February 29 of a year without", "2027-02-29").answers(422, DATE),
        due("the thirteenth month", "2026-13-01").answers(422, DATE),
        due("a day nought", "2026-00-00").answers(422, DATE),
        due("a date the other way round", "05/29/2026").answers(422, DATE),
        due("a date in words", "tomorrow").answers(422, DATE),
        due("a date with a time", "2026-07-01T00:00:00Z").answers(422, DATE),
        due("a year of 9 digits", "999999999-01-01").answers(422, DATE),
        due("a year before years", "-0001-01-01").answers(422, DATE),
        due("a date in full-width digits", "２０２６-07-01").answers(422, DATE),
        due("a date of yesterday", "2026-05-11").answers(422, "Enter May 12, 2026 or a later date"),
        due("a date in the year 9999", "9999-12-31").and_is_taken(201, ""),
        due("a date in the year 0", "0000-01-01")
            .answers(422, "Enter May 12, 2026 or a later date"),
        due("a date that is markup", MARKUP).answers(422, DATE),
        Row::form(
            "another date that is none",
            "{p}/commitments/{commitment}/date",
            "due=2026-02-30&why=x",
        )
        .by(Who::Alicia)
        .answers(422, DATE),
    ]
}

fn measures() -> Vec<Row> {
    let define = |name, rest: &str| {
        Row::form(
            name,
            "{p}/measures",
            format!("title=T&kind=how_much&unit=number&direction=up&frequency=year&{rest}"),
        )
    };
    vec![
        Row::form(
            "a measure of a kind that is none",
            "{p}/measures",
            "title=T&kind=magic&unit=number&direction=up&frequency=year",
        )
        .answers(422, CHOOSE),
        Row::form(
            "a measure in a unit that is none",
            "{p}/measures",
            "title=T&kind=how_much&unit=parsecs&direction=up&frequency=year",
        )
        .answers(422, CHOOSE),
        define("a code of signs only", "code=%21%21%21")
            .answers(422, "Enter a code with letters or digits"),
        define("a keeper who is a stranger", "organization={housing}&keeper={stranger}")
            .answers(422, "Choose a person who works for"),
        define("a keeper of nobody's measure", "keeper={person}")
            .answers(422, "Choose a person who works for"),
        define("an organization that is not here", "organization=org_01arz3ndektsv4rrffq69g5fav")
            .answers(422, "Choose a partner from the list"),
        define(
            "targets for one day",
            "target_1_by=2027-01-01&target_1_value=1&target_2_by=2027-01-01&target_2_value=2",
        )
        .answers(422, "There are two targets for"),
        define(
            "a target before the start",
            "target_1_by=2020-01-01&target_1_value=1&baseline_period=2024&baseline_value=2",
        )
        .answers(422, "lies before the start"),
        define("a start of another length", "baseline_period=2024-Q1&baseline_value=2")
            .answers(422, "Enter a year, such as 2026"),
        define("a place without its code", "place_name=Riverbend")
            .answers(422, "Enter the code of the place too"),
    ]
}

fn numbers() -> Vec<Row> {
    vec![
        Row::form(
            "a number for a time to come",
            "{p}/measures/{measure}/numbers",
            "period=2030-Q1&value=1",
        )
        .answers(422, "Enter a period that has begun"),
        Row::form(
            "a number for a period of another length",
            "{p}/measures/{measure}/numbers",
            "period=2024&value=1",
        )
        .answers(422, "Enter a quarter"),
        Row::form(
            "a number for a period that has one",
            "{p}/measures/{measure}/numbers",
            "period=2026-Q1&value=1",
        )
        .answers(409, "Correct that one instead"),
        Row::form(
            "a correction without a reason",
            "{p}/measures/{measure}/numbers/2026-Q1",
            "value=1&why=",
        )
        .answers(422, FILL),
        Row::form(
            "a correction that changes nothing",
            "{p}/measures/{measure}/numbers/2026-Q1",
            "value=84&finality=final&why=x",
        )
        .answers(409, "This is the number already"),
        Row::form(
            "a number taken back without a reason",
            "{p}/measures/{measure}/numbers/2026-Q1/withdraw",
            "why=",
        )
        .answers(422, FILL),
        Row::form(
            "a number put back that is there",
            "{p}/measures/{measure}/numbers/2026-Q1/withdraw/undo",
            "",
        )
        .answers(409, "was not taken back"),
        Row::form("a story that says nothing", "{p}/measures/{measure}/story", "helps=+&slows=")
            .answers(422, "Write at least one point"),
        Row::form("a measure by a guest", "{p}/measures", "title=T")
            .by(Who::Guest)
            .answers(403, "Your role does not allow this"),
        Row::form("a measure by a stranger", "{p}/measures", "title=T")
            .by(Who::Stranger)
            .answers(404, "nothing here"),
    ]
}

fn people() -> Vec<Row> {
    let invite = |name, rest: &str| {
        Row::form(name, "{p}/invitations", format!("organization={{housing}}&role=member&{rest}"))
    };
    vec![
        invite("an invitation to no address", "email=nobody")
            .answers(422, "Enter an email address"),
        invite("an invitation to two addresses", "email=a%40b.gov,c%40d.gov")
            .answers(422, "Enter an email address"),
        invite(
            "an invitation to an address that runs",
            "email=%3Cimg%20src=x%20onerror=alert(1)%3E%40b.gov",
        )
        .answers(422, "Enter an email address"),
        invite(
            "an invitation to an address of 400 letters",
            &format!("email={}%40b.gov", "a".repeat(400)),
        )
        .answers(422, "Use at most 254 characters"),
        Row::form(
            "an invitation to a role that is none",
            "{p}/invitations",
            "email=a%40b.gov&organization={housing}&role=emperor",
        )
        .answers(422, CHOOSE),
        Row::form("a group without a name", "{p}/bodies/new", "name=&kind=council")
            .answers(422, FILL),
        Row::form("a group of a kind that is none", "{p}/bodies/new", "name=A&kind=cabal")
            .answers(422, CHOOSE),
        Row::form("an organization without a name", "{p}/organizations/new", "").answers(422, FILL),
        Row::form(
            "a role for nobody",
            "{p}/roles/new",
            "person=x&organization={housing}&role=lead",
        )
        .answers(422, CHOOSE),
        Row::form(
            "settings with a time zone that is none",
            "{p}/settings",
            "name=R&zone=Mars%2FOlympus&language=en",
        )
        .answers(422, "Send the number of the version"),
        Row::json(
            "a profile with languages that are none",
            "/api/v1/me/profile",
            r#"{"languages":["klingon!!"]}"#,
        )
        .method("PUT")
        .answers(422, "Send the number of the version"),
        Row::json(
            "an account without a name",
            "/api/v1/me/account",
            r#"{"name":"  ","language":"en"}"#,
        )
        .method("PUT")
        .answers(422, FILL),
    ]
}

fn states() -> Vec<Row> {
    let verb = |name, verb: &str, body: &str| {
        Row::json(name, &format!("{{api}}/commitments/{{commitment}}/{verb}"), body)
    };
    vec![
        verb("accepting for another", "acceptances", "{}").by(Who::Alicia).answers(409, "accepted"),
        verb("confirming what is not done", "confirmations", "{}")
            .by(Who::Coordinator)
            .answers(403, "You do not speak for the partner"),
        verb("undoing what another did", "undos", "{}")
            .by(Who::Coordinator)
            .answers(403, "Only the person who did it can take it back"),
        verb("declining without a reason", "refusals", r#"{"reason":" "}"#)
            .by(Who::Guest)
            .answers(403, "Your role does not allow this"),
        verb("a verb that is none", "explosions", "{}").answers(404, "nothing at this address"),
        Row::json(
            "evidence that runs",
            "{api}/commitments/{commitment}/evidence",
            r#"{"link":"javascript:alert(1)"}"#,
        )
        .by(Who::Alicia)
        .answers(422, "Enter a web address that begins with https://"),
        Row::json(
            "evidence on this machine",
            "{api}/commitments/{commitment}/evidence",
            r#"{"link":"file:///etc/passwd"}"#,
        )
        .by(Who::Alicia)
        .answers(422, "Enter a web address that begins with https://"),
    ]
}

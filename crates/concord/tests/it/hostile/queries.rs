//! What stands behind the question mark: marks of pages that are forged, filters that are none, too
//! much of everything.

use super::table::{Row, Who};

const MOVED_ON: &str = "Start from its first page";

pub(super) fn rows() -> Vec<Row> {
    [forged_marks(), filters(), too_much(), notices()].into_iter().flatten().collect()
}

fn forged_marks() -> Vec<Row> {
    vec![
        Row::get("a mark that is no mark", "{api}/commitments?after=garbage")
            .answers(422, MOVED_ON),
        Row::get(
            "a mark that is an SQL fragment",
            "{api}/measures?after=%27%3B%20DROP%20TABLE%20measures",
        )
        .answers(422, MOVED_ON),
        Row::get("a mark of numbers for texts", "{api}/commitments?after=WzEsMl0")
            .answers(422, MOVED_ON),
        Row::get("a mark of nothings", "{api}/measures?after=W251bGwsbnVsbF0")
            .answers(422, MOVED_ON),
        Row::get("a mark of a truth", "{api}/activity?after=W3RydWVd").answers(422, MOVED_ON),
        Row::get("a mark of a text for a number", "{api}/activity?after=WyJ4Il0")
            .answers(422, MOVED_ON),
        Row::get("a mark of a fraction for a number", "{api}/activity?after=WzEuNV0")
            .answers(422, MOVED_ON),
        Row::get("a mark of too many parts", "{api}/people?after=WyJhIiwiYiIsImMiLCJkIl0")
            .answers(422, MOVED_ON),
        Row::get("a mark of objects", "{api}/people?after=W3t9LHt9XQ").answers(422, MOVED_ON),
        Row::get("a mark of numbers for people", "{api}/people?after=WzEsMl0")
            .answers(422, MOVED_ON),
        Row::get("a mark of numbers for imports", "{api}/measure-imports?after=WyJ4IiwxXQ")
            .answers(422, MOVED_ON),
        Row::get("a mark with padding", "{api}/measures?after=W10%3D").answers(422, MOVED_ON),
        Row::get("a mark that is no base64", "{api}/measures?after=%00%ff").answers(400, "UTF-8"),
        Row::get(
            "a mark of 60,000 letters",
            format!("{{api}}/measures?after={}", "A".repeat(60_000)),
        )
        .answers(422, MOVED_ON),
        Row::get("a forged mark on a page", "{p}/commitments?after=WzEsMl0").answers(422, MOVED_ON),
        Row::get("a forged mark on the measures' page", "{p}/measures?after=WzEsMl0")
            .answers(422, MOVED_ON),
        Row::get("a forged mark on the people's page", "{p}/people?after=WzEsMl0")
            .answers(422, MOVED_ON),
        Row::get("a forged mark on the record's page", "{p}/activity?after=x")
            .answers(422, MOVED_ON),
    ]
}

fn filters() -> Vec<Row> {
    vec![
        Row::get("a state that is none", "{api}/commitments?state=nonsense")
            .answers(422, "Choose one from the list"),
        Row::get("an organization that is none", "{api}/commitments?partner=x")
            .answers(422, "Choose one from the list"),
        Row::get("an organization of another kind", "{api}/measures?owner={person}")
            .answers(422, "Choose one from the list"),
        Row::get("a status that is none", "{api}/measures?status=splendid")
            .answers(422, "Choose one from the list"),
        Row::get("a state that is none on a page", "{p}/commitments?state=nonsense")
            .and_is_taken(200, "Commitments"),
        Row::get("words with NUL", "{p}/people?q=%00").answers(422, "can't be seen"),
        Row::get("words with NUL among measures", "{p}/measures?q=a%00b")
            .answers(422, "can't be seen"),
        Row::get("words with NUL for programs", "{api}/people?q=a%00")
            .answers(422, "can't be seen"),
        Row::get("words with wildcards", "{p}/people?q=%25_%5c").and_is_taken(200, ""),
        Row::get("words with a quote", "{p}/measures?q=%27%20OR%20%271%27=%271")
            .and_is_taken(200, "No measure fits"),
        Row::get("words that are markup", "{p}/measures?q=%3Cimg%20src=x%20onerror=alert(1)%3E")
            .and_is_taken(200, "No measure fits"),
        Row::get(
            "words that are markup among people",
            "{p}/people?q=%3Cimg%20src=x%20onerror=alert(1)%3E",
        )
        .and_is_taken(200, ""),
        Row::get("words that are no UTF-8", "{p}/people?q=%ff%fe").answers(400, "UTF-8"),
        Row::get("half a surrogate", "{p}/people?q=%ed%a0%80").answers(400, "UTF-8"),
        Row::get("an overlong slash", "{p}/people?q=%c0%af").answers(400, "UTF-8"),
        Row::get("a percent sign without digits", "{p}/people?q=100%").and_is_taken(200, ""),
        Row::get("a filter twice", "{api}/commitments?state=open&state=kept").answers(422, "once"),
        Row::get("a filter as a list", "{p}/commitments?state[]=open&state[$ne]=x")
            .and_is_taken(200, ""),
        Row::get("names without values", "{p}/commitments?&&=&=x&q").and_is_taken(200, ""),
        Row::get(
            "a form filled from outside with markup",
            "{p}/commitments/new?title=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
        )
        .and_is_taken(200, "What will be done"),
        Row::get(
            "a period that is none in the address",
            "{p}/measures/{measure}/numbers/new?period=soon",
        )
        .and_is_taken(200, ""),
    ]
}

fn too_much() -> Vec<Row> {
    let many = "a=b&".repeat(15_000);
    vec![
        Row::get("a search of 60 kB", format!("/search?q={}", "x".repeat(60_000)))
            .answers(422, "at most"),
        Row::get("a search for many words", format!("/search?q={}", "a%20".repeat(60)))
            .and_is_taken(200, ""),
        Row::get(
            "a search in a language of its own",
            "/search?q=title:x%20AND%20(NOT%20[a%20TO%20b]*~9",
        )
        .and_is_taken(200, "Nothing found"),
        Row::get("a search for markup", "/search?q=%3Cimg%20src=x%20onerror=alert(1)%3E")
            .and_is_taken(200, "Nothing found"),
        Row::get("a search from a forged mark", "/search?q=a&after=Wy0xXQ").answers(422, MOVED_ON),
        Row::get("a search from beyond all pages", "/search?q=a&after=WzEwMDAwMDAwXQ")
            .answers(422, MOVED_ON),
        Row::get("a search in a partnership of others", "/search?q=a&in=northfork")
            .and_is_taken(200, "Nothing found"),
        Row::get("notices of a kind that is none", "/me/notices?kind=loud")
            .answers(422, "Choose one from the list"),
        Row::get("a forged mark of notices", "/me/notices?after=WzFd").answers(422, MOVED_ON),
        Row::get("a query of 60 kB", format!("{{p}}/people?q={}", "x".repeat(60_000)))
            .answers(422, "at most"),
        Row::get(
            "a query of 60 kB for programs",
            format!("{{api}}/people?q={}", "x".repeat(60_000)),
        )
        .answers(422, "at most"),
        Row::get(
            "a query of 60 kB among measures",
            format!("{{p}}/measures?q={}", "x".repeat(60_000)),
        )
        .answers(422, "at most"),
        Row::get("15,000 values", format!("{{p}}/commitments?{many}")).and_is_taken(200, ""),
        Row::get("a limit that is none", "{api}/commitments?limit=-1").and_is_taken(200, ""),
    ]
}

fn notices() -> Vec<Row> {
    vec![
        Row::get("a notice that is markup", "{p}?done=%3Cimg%20src=x%20onerror=alert(1)%3E")
            .and_is_taken(200, ""),
        Row::get("a notice that is another message", "{p}?done=error-fault").and_is_taken(200, ""),
        Row::get("an undo elsewhere", "{p}?done=commitments-kept-notice&undo=//evil.example/undo")
            .and_is_taken(200, ""),
        Row::get(
            "an undo that runs",
            "{p}?done=commitments-kept-notice&undo=javascript:alert(1)/undo",
        )
        .and_is_taken(200, ""),
        Row::get("a way on elsewhere", "/sign-in?next=https://evil.example/")
            .by(Who::Nobody)
            .and_is_taken(200, ""),
    ]
}

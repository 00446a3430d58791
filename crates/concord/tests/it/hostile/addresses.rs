//! Addresses: identifiers that are none, of another kind or of another partnership; ways out of the
//! folder; methods that an address does not take.

use super::table::{Row, Who};

const NOTHING: &str = "There is nothing at this address.";
const UNSEEN: &str = "There is nothing here that you can see.";
const NO_METHOD: &str = "does not take";

pub(super) fn rows() -> Vec<Row> {
    [identifiers(), names(), ways_out(), methods()].into_iter().flatten().collect()
}

fn identifiers() -> Vec<Row> {
    let long = "a".repeat(5_000);
    vec![
        Row::get("an identifier that is none", "{p}/commitments/1").answers(404, NOTHING),
        Row::get("an identifier with a quote", "{p}/commitments/cmt_'%20OR%201=1--")
            .answers(404, NOTHING),
        Row::get("an identifier of another kind", "{p}/commitments/{housing}")
            .answers(404, NOTHING),
        Row::get("an identifier in capitals", "{p}/commitments/CMT_01ARZ3NDEKTSV4RRFFQ69G5FAV")
            .answers(404, NOTHING),
        Row::get("an identifier that overflows", "{p}/commitments/cmt_zzzzzzzzzzzzzzzzzzzzzzzzzz")
            .answers(404, NOTHING),
        Row::get("an identifier that nobody has", "{p}/commitments/cmt_01arz3ndektsv4rrffq69g5fav")
            .answers(404, "commitment"),
        Row::get("an identifier of 5,000 letters", format!("{{p}}/commitments/{long}"))
            .answers(404, NOTHING),
        Row::get("an identifier with NUL", "{p}/commitments/%00").answers(404, NOTHING),
        Row::get("an identifier that is no UTF-8", "{p}/commitments/%ff%fe").answers(404, NOTHING),
        Row::get("a template for an identifier", "{p}/commitments/%7B%7B7*7%7D%7D")
            .answers(404, NOTHING),
        Row::get("a person by a number", "{p}/people/0").answers(404, NOTHING),
        Row::get("a person of another partnership", "{p}/people/{stranger}").answers(404, "person"),
        Row::get("a partnership for an organization", "{p}/organizations/{partnership}")
            .answers(404, NOTHING),
    ]
}

fn names() -> Vec<Row> {
    vec![
        Row::get("a measure with NUL in its name", "{p}/measures/%00").answers(404, NOTHING),
        Row::get("a measure with a line break in its name", "{p}/measures/a%0d%0aSet-Cookie:x=1")
            .answers(404, "no such measure"),
        Row::get("a measure named by markup", "{p}/measures/%3Cimg%20src=x%20onerror=alert(1)%3E")
            .answers(404, "no such measure"),
        Row::get("a number for a period that is none", "{p}/measures/{measure}/numbers/soon")
            .answers(404, NOTHING),
        Row::get("a number for the thirteenth month", "{p}/measures/{measure}/numbers/2026-13")
            .answers(404, NOTHING),
        Row::get(
            "a number for a year of 20 digits",
            "{p}/measures/{measure}/numbers/20260000000000000000",
        )
        .answers(404, NOTHING),
        Row::get("an import of another kind", "{p}/measures/imports/{commitment}")
            .answers(404, NOTHING),
        Row::get("a program's identifier that is none", "{api}/commitments/1")
            .answers(404, NOTHING),
        Row::get("a program's identifier with NUL", "{api}/measures/%00").answers(404, NOTHING),
        Row::get("a partnership that is not there", "/p/nowhere").answers(404, UNSEEN),
        Row::get("a partnership with NUL", "/p/%00").answers(404, NOTHING),
        Row::get("a partnership in capitals", "/p/RIVERBEND").answers(404, UNSEEN),
        Row::get("a partnership that is markup", "/p/%3Cimg%20src=x%20onerror=alert(1)%3E")
            .answers(404, UNSEEN),
        Row::get("a partnership that is no UTF-8", "/p/%c0%af/measures").answers(404, NOTHING),
        Row::get("a partnership to a stranger", "{p}/commitments")
            .by(Who::Stranger)
            .answers(404, UNSEEN),
        Row::get("another partnership's board", "/p/northfork/commitments").answers(404, UNSEEN),
        Row::get("an invitation that is none", "/invitations/x")
            .by(Who::Nobody)
            .answers(404, "Ask for a new one"),
        Row::get("a sign-in link that is none", "/sign-in/link/%00")
            .by(Who::Nobody)
            .answers(404, NOTHING),
        Row::get("a role that is none", "{p}/people/{person}/roles/{housing}/emperor/end")
            .answers(404, NOTHING),
    ]
}

fn ways_out() -> Vec<Row> {
    vec![
        Row::get("a way out of the assets", "/assets/../../../etc/passwd").answers(404, NOTHING),
        Row::get("an encoded way out of the assets", "/assets/%2e%2e/%2e%2e/etc/passwd")
            .answers(404, NOTHING),
        Row::get("a doubly encoded way out", "/assets/%252e%252e%252fetc/passwd")
            .answers(404, NOTHING),
        Row::get("a way out with backslashes", "/assets/..%5c..%5cwindows%5cwin.ini")
            .answers(404, NOTHING),
        Row::get("a way out after NUL", "/assets/concord.css%00../../etc/passwd")
            .answers(404, NOTHING),
        Row::get("a way into another partnership", "{p}/../northfork").answers(404, NOTHING),
        Row::get("an address with two slashes", "//p/riverbend").answers(404, NOTHING),
        Row::get("an address that ends in a slash", "{p}/measures/").answers(404, NOTHING),
        Row::get("an address of 60,000 letters", format!("/{}", "x".repeat(60_000)))
            .answers(404, NOTHING),
        Row::get("the language twice", "/es/es{p}").answers(404, "No hay nada"),
        Row::get("a language that is none", "/xx{p}").answers(404, NOTHING),
        Row::get("a file of the server's folder", "/.env").answers(404, NOTHING),
        Row::get("a program's address that is none", "/api/v1/nothing").answers(404, NOTHING),
        Row::get("a version of the API that is none", "/api/v9/p/riverbend").answers(404, NOTHING),
    ]
}

fn methods() -> Vec<Row> {
    vec![
        Row::get("DELETE on a page", "{p}/measures").method("DELETE").answers(405, NO_METHOD),
        Row::get("PUT on a page", "{p}/commitments/{commitment}")
            .method("PUT")
            .answers(405, NO_METHOD),
        Row::get("PATCH where none is", "{api}/commitments/{commitment}")
            .method("PATCH")
            .answers(405, NO_METHOD),
        Row::get("TRACE", "{api}/commitments").method("TRACE").answers(405, NO_METHOD),
        Row::get("OPTIONS", "{api}/commitments").method("OPTIONS").answers(405, NO_METHOD),
        Row::get("a method that nobody knows", "{p}").method("BREW").answers(405, NO_METHOD),
        Row::get("GET where one only posts", "/sign-out").answers(405, NO_METHOD),
        Row::get("POST to the health check", "/healthz").method("POST").answers(404, NOTHING),
        Row::get("POST to a file", "/assets/concord.css").method("POST").answers(404, NOTHING),
        Row::form("a method in a field", "{p}/measures/{measure}", "_method=DELETE")
            .answers(405, NO_METHOD),
        Row::get("a method in a header", "{api}/measures/{measure}")
            .header("x-http-method-override", "DELETE")
            .and_is_taken(200, ""),
    ]
}

//! Routes, error codes, messages, links and notes.

use crate::{bad, good};

#[test]
fn a_route_declares_a_permission() {
    let routes = "fn routes(r: &mut Routes) {\n    r.page(\"/p/{partnership}\", &[], pages::show);\n    r.post(\"/p/{partnership}\", &[access::CHANGE], api::change);\n}\n";
    bad(
        "permissions",
        &[("crates/plan/src/lib.rs", routes)],
        &["crates/plan/src/lib.rs:2: `GET /p/{partnership}` has no permission"],
    );
    good("permissions", &[("crates/plan/src/lib.rs", &routes.replace("&[]", "&[access::READ]"))]);
}

#[test]
fn a_route_is_tried_by_those_who_may_not() {
    let lib = (
        "crates/plan/src/lib.rs",
        "fn routes(r: &mut Routes) {\n    r.form(\"/p/{partnership}/commitments\", &[access::OFFER], pages::offer);\n}\n",
    );
    bad(
        "refusals",
        &[lib],
        &["crates/plan/src/lib.rs:2: nobody was refused at `POST /p/{partnership}/commitments`"],
    );
    let get_only =
        ("crates/concord/tests/it/matrix/routes.txt", "GET /p/{partnership}/commitments\n");
    bad("refusals", &[lib, get_only], &["crates/plan/src/lib.rs:2: nobody was refused"]);
    good(
        "refusals",
        &[
            lib,
            (
                "crates/concord/tests/it/matrix/routes.txt",
                "POST /p/{partnership}/commitments commitments.offer\n",
            ),
        ],
    );
    good(
        "refusals",
        &[
            lib,
            (
                "crates/plan/tests/it/refusals.rs",
                "const PATH: &str = \"/p/{partnership}/commitments\";",
            ),
        ],
    );
}

const ERROR: (&str, &str) = (
    "crates/plan/src/error.rs",
    "pub enum Error {\n    /// The date went by.\n    #[error(\"too late\")]\n    TooLate { due: Date },\n    /// Ours.\n    #[error(transparent)]\n    Store(#[from] store::Error),\n}\nimpl Problem for Error {\n    fn kind(&self) -> Kind {\n        match self {\n            Self::TooLate { .. } => Kind::Conflict,\n            Self::Store(error) => error.kind(),\n        }\n    }\n    fn code(&self) -> &'static str {\n        match self {\n            Self::TooLate { .. } => \"too_late\",\n            Self::Store(error) => error.code(),\n        }\n    }\n}\n",
);
const ENGLISH: (&str, &str) =
    ("crates/plan/messages/en.ftl", "error-too-late = Choose a later date.\n");
const SPANISH: (&str, &str) =
    ("crates/plan/messages/es.ftl", "error-too-late = Elija una fecha posterior.\n");
const PAGE: (&str, &str) = (
    "docs/errors.md",
    "| code | kind | when | how to mend |\n|---|---|---|---|\n| `too_late` | conflict | The date went by | Choose a later date. |\n",
);

#[test]
fn an_error_code_is_documented_and_said_in_both_languages() {
    good("errors", &[ERROR, ENGLISH, SPANISH, PAGE]);
    bad(
        "errors",
        &[ERROR, ENGLISH, SPANISH],
        &[
            "crates/plan/src/error.rs:18: `too_late` is not in docs/errors.md; add the row: | `too_late` | conflict | The date went by | Choose a later date |",
        ],
    );
    bad(
        "errors",
        &[ERROR, ENGLISH, PAGE],
        &[
            "crates/plan/src/error.rs:18: `too_late` has no message in es; say how to mend it in crates/plan/messages: `error-too-late = …`",
        ],
    );
}

#[test]
fn the_page_on_errors_is_neither_wrong_nor_stale() {
    let wrong = PAGE.1.replace("conflict", "invalid");
    bad(
        "errors",
        &[ERROR, ENGLISH, SPANISH, (PAGE.0, &wrong)],
        &["docs/errors.md:3: `too_late` is said to be invalid; the code says conflict"],
    );
    let half = PAGE.1.replace("Choose a later date.", "…");
    bad(
        "errors",
        &[ERROR, ENGLISH, SPANISH, (PAGE.0, &half)],
        &["docs/errors.md:3: the row of `too_late` has 3 cells"],
    );
    bad(
        "errors",
        &[PAGE],
        &["docs/errors.md:3: no code gives `too_late` any more; delete the row"],
    );
    bad(
        "errors",
        &[ENGLISH],
        &["crates/plan/messages/en.ftl:1: no error has the message `error-too-late`"],
    );
}

#[test]
fn codes_of_fields_and_of_rows_are_documented_too() {
    let fields = "fn f() {\n    input.refuse(&name(), \"date_past\", vec![]);\n    Err(Error::field(\"email\", \"email_taken\"))\n}\nwords! {\n    pub enum Code {\n        /// No number.\n        NotANumber = \"not_a_number\",\n    }\n}\n";
    let catalog = "error-date-past = a\nerror-email-taken = b\nerror-not-a-number = c\n";
    let catalogs =
        [("crates/plan/messages/en.ftl", catalog), ("crates/plan/messages/es.ftl", catalog)];
    bad(
        "errors",
        &[("crates/plan/src/offer.rs", fields), catalogs[0], catalogs[1]],
        &[
            "crates/plan/src/offer.rs:2: `date_past` is not in docs/errors.md; add the row: | `date_past` | field | … | a |",
            "crates/plan/src/offer.rs:3: `email_taken` is not in",
            "crates/plan/src/offer.rs:8: `not_a_number` is not in docs/errors.md; add the row: | `not_a_number` | row | No number | c |",
        ],
    );
}

#[test]
fn codes_beside_their_kind_and_in_field_errors_are_found() {
    let code = "pub enum Error {\n    /// Gone.\n    Gone { id: Id },\n}\nfn words(error: &Error) -> (Kind, &'static str) {\n    match error {\n        Error::Gone { .. } => (Kind::SignIn, \"it_is_gone\"),\n    }\n}\ntrait FieldError {\n    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>);\n}\nfn flag() -> &'static str {\n    \"on\"\n}\nimpl FieldError for Wrong {\n    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {\n        match self {\n            Self::Long { max } => {\n                (\"too_long\", vec![(\"max\", max.to_string())])\n            }\n        }\n    }\n}\n";
    let catalog = "error-it-is-gone = a\nerror-too-long = b\n";
    bad(
        "errors",
        &[
            ("crates/plan/src/error.rs", code),
            ("crates/plan/messages/en.ftl", catalog),
            ("crates/plan/messages/es.ftl", catalog),
        ],
        &[
            "crates/plan/src/error.rs:7: `it_is_gone` is not in docs/errors.md; add the row: | `it_is_gone` | sign_in | Gone | a |",
            "crates/plan/src/error.rs:20: `too_long` is not in docs/errors.md; add the row: | `too_long` | field | … | b |",
        ],
    );
}

#[test]
fn a_row_to_paste_says_when_and_how_to_mend() {
    let code = "pub enum Error {\n    /// Ours.\n    #[error(transparent)]\n    Store(#[from] store::Error),\n    /// More than [`MOST`].\n    #[error(\n        \"too many\"\n    )]\n    Full { most: u32 },\n}\nimpl Problem for Error {\n    fn kind(&self) -> Kind {\n        match self {\n            Self::Store(error) => error.kind(),\n            Self::Full { .. } => Kind::Conflict,\n        }\n    }\n    fn code(&self) -> &'static str {\n        match self {\n            Self::Store(error) => error.code(),\n            Self::Full { .. } => \"full\",\n        }\n    }\n}\n";
    let catalog =
        "error-full = You have { $most ->\n    [one] one\n   *[other] { $most } of them\n}\n";
    bad(
        "errors",
        &[
            ("crates/plan/src/error.rs", code),
            ("crates/plan/messages/en.ftl", catalog),
            ("crates/plan/messages/es.ftl", catalog),
        ],
        &[
            "crates/plan/src/error.rs:21: `full` is not in docs/errors.md; add the row: | `full` | conflict | More than `MOST` | You have `most` of them |",
        ],
    );
}

#[test]
fn a_message_is_used_by_the_start_of_its_key() {
    let kinds = ("crates/plan/messages/en.ftl", "kind-goal = Goal\nplan-saved-notice = Saved\n");
    let done = ("crates/plan/templates/plan/a.html", "<a href=\"/me?done=plan-saved-notice\">");
    good(
        "messages",
        &[kinds, done, ("crates/plan/src/pages.rs", "fn f() { said(&shell, \"kind\", kind); }")],
    );
    bad(
        "messages",
        &[kinds, done, ("crates/plan/src/pages.rs", "fn f() { row.get(\"kind\"); }")],
        &["crates/plan/messages/en.ftl:1: nothing asks for the message `kind-goal`"],
    );
    let wrong = ("crates/plan/templates/plan/a.html", "\n<a href=\"/me?done=plan-savd-notice\">");
    bad(
        "messages",
        &[
            kinds,
            wrong,
            (
                "crates/plan/src/pages.rs",
                "const A: [&str; 2] = [\"plan-saved-notice\", \"kind-goal\"];",
            ),
        ],
        &["crates/plan/templates/plan/a.html:2: there is no message `plan-savd-notice`"],
    );
    let catalog = ("crates/plan/messages/en.ftl", "plan-kind-goal = Goal\nplan-kind-task = Task\n");
    good(
        "messages",
        &[catalog, ("crates/plan/src/pages.rs", "fn f() { word(shell, \"plan-kind\", kind); }")],
    );
    bad(
        "messages",
        &[
            catalog,
            (
                "crates/plan/src/pages.rs",
                "fn f() { word(shell, \"plan-kinds\", kind); format!(\"plan-kind-{}\", kind); }",
            ),
        ],
        &["crates/plan/src/pages.rs:1: there is no message `plan-kinds`"],
    );
    bad(
        "messages",
        &[catalog, ("crates/plan/src/pages.rs", "fn f() { shell.t(\"plan-kind\"); }")],
        &["crates/plan/src/pages.rs:1: there is no message `plan-kind`"],
    );
}

#[test]
fn both_catalogs_say_the_same() {
    let english = (
        "crates/plan/messages/en.ftl",
        "plan-title = Plan\nplan-count = { $count ->\n    [one] one\n   *[other] { $count }\n}\n",
    );
    let spanish =
        "plan-title = Plan\nplan-count = { $count ->\n    [one] uno\n   *[other] { $count }\n}\n";
    good("languages", &[english, ("crates/plan/messages/es.ftl", spanish)]);
    bad("languages", &[english], &["crates/plan/messages/es.ftl:1: the catalog is missing"]);
    bad(
        "languages",
        &[english, ("crates/plan/messages/es.ftl", "plan-count = { $count }\n")],
        &["crates/plan/messages/en.ftl:1: `plan-title` is missing in crates/plan/messages/es.ftl"],
    );
    bad(
        "languages",
        &[english, ("crates/plan/messages/es.ftl", "plan-title = Plan\nplan-count = muchos\n")],
        &["crates/plan/messages/es.ftl:2: `plan-count` does not use every variable"],
    );
}

#[test]
fn a_message_that_is_asked_for_exists() {
    let catalog = ("crates/plan/messages/en.ftl", "plan-title = Plan\nplan-state-open = Open\n");
    let code = "fn f() { shell.t(\"plan-title\"); format!(\"plan-state-{}\", state); }\n";
    good("messages", &[catalog, ("crates/plan/src/pages.rs", code)]);
    let template = "<h1>\n{{ shell.t(\"other-title\") }}</h1>{% call ui::text(form, \"plan-due\") %}\n<p class=\"plan-big\">";
    bad(
        "messages",
        &[
            catalog,
            ("crates/plan/src/pages.rs", code),
            ("crates/plan/templates/plan/list.html", template),
        ],
        &[
            "crates/plan/templates/plan/list.html:2: there is no message `other-title`",
            "crates/plan/templates/plan/list.html:2: there is no message `plan-due`",
        ],
    );
    bad(
        "messages",
        &[catalog, ("crates/plan/src/pages.rs", &code.replace("plan-state-", "plan-kind-"))],
        &[
            "crates/plan/src/pages.rs:1: there is no message `plan-kind-{}`",
            "crates/plan/messages/en.ftl:2: nothing asks for the message `plan-state-open`",
        ],
    );
}

#[test]
fn a_message_stands_in_one_catalog() {
    let code = ("crates/plan/src/pages.rs", "const TITLE: &str = \"plan-title\";");
    let catalog = ("crates/plan/messages/en.ftl", "plan-title = Plan\n");
    bad(
        "messages",
        &[code, catalog, ("crates/measures/messages/en.ftl", "plan-title = Plan\n")],
        &["crates/plan/messages/en.ftl:1: `plan-title` is also in crates/measures"],
    );
}

#[test]
fn links_lead_to_files_and_headings() {
    let other = ("docs/other.md", "# Other page\n\n## Two words, `code`\n");
    good(
        "links",
        &[
            other,
            (
                "README.md",
                "[a](docs/other.md#two-words-code) ![b](docs) [c](https://x.org) `[d](none.md)`\n```\n[e](none.md)\n```\n",
            ),
        ],
    );
    bad(
        "links",
        &[
            other,
            (
                "docs/README.md",
                "See [a](other.md#third),\n[b](../none.md) and [c](../../out.md).\n\n[d]: gone.md\n",
            ),
        ],
        &[
            "docs/README.md:1: `other.md#third` leads to no heading",
            "docs/README.md:2: `../none.md` leads to no file",
            "docs/README.md:4: `gone.md` leads to no file",
        ],
    );
}

#[test]
fn change_notes_say_their_sort() {
    bad(
        "notes",
        &[("changelog.d/demo.md", "x")],
        &["changelog.d/demo.md:1: `demo.md` does not say"],
    );
    good("notes", &[("changelog.d/demo.added.md", "x"), ("changelog.d/README.md", "x")]);
}

#[test]
fn decisions_are_numbered_and_complete() {
    let page =
        "# Why\n\n**Question.** a\n\n**Choice.** b\n\n**Cost.** c\n\n**What would change it.** d\n";
    good("decisions", &[("docs/decisions/0001-a.md", page), ("docs/decisions/0002-b.md", page)]);
    bad(
        "decisions",
        &[
            ("docs/decisions/0001-a.md", page),
            ("docs/decisions/0003-b.md", &page.replace("**Cost.** c\n", "")),
        ],
        &[
            "docs/decisions/0003-b.md:1: the number is taken, or one before it is missing; begin the name with 0002-",
            "docs/decisions/0003-b.md:1: the page lacks `**Cost.**`",
        ],
    );
}

#[test]
fn a_template_writes_only_markup_unescaped() {
    let page = |text: &'static str| [("crates/plan/templates/plan/list.html", text)];
    good("markup", &page("<p>{{ title }}{{ shell.icon(\"edit\").markup()|safe }}</p>\n"));
    let found = ["crates/plan/templates/plan/list.html:1: a text is written as markup"];
    bad("markup", &page("<p>{{ title|safe }}</p>\n"), &found);
    bad("markup", &page("<p>{{ main | safe }}</p>\n"), &found);
    good("markup", &[("crates/web/templates/shell.html", "{{ main|safe }}\n")]);
}

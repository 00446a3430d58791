//! *Copies that we hold*: what came from others, until when it is kept, and why it is here.

use askama::Template;
use store::Cx;
use web::{Failure, Input, Request, Response, Section, Shell};

use crate::{
    agreement::words::{self, Choice},
    record::{
        Record,
        pages::laws,
        queries::{self, Copies},
    },
};

/// The list.
#[derive(Template)]
#[template(path = "agreements/copies.html")]
struct CopiesPage {
    shell: Shell,
    base: String,
    organizations: Vec<Choice>,
    /// The one of them whose list it is.
    organization: String,
    rows: Vec<Row>,
    first: Option<String>,
    next: Option<String>,
}

struct Row {
    what: String,
    from: String,
    why: String,
    laws: String,
    until: String,
    receipt: Option<String>,
}

web::page!(CopiesPage);

/// `GET /p/{partnership}/copies`
pub(crate) async fn copies(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let of = input.optional("organization");
    let copies = queries::copies(&cx, of, input.text("after")).await?;
    web::page(&request, &page_of(&cx, &input, &copies))
}

fn page_of(cx: &Cx, input: &Input, copies: &Copies) -> CopiesPage {
    let place = &copies.place;
    let shell = Shell::new(cx, Some(place), "copies-title", Section::Agreements);
    let base = format!("/p/{}/copies", place.slug);
    let kept: Vec<(&str, String)> =
        input.text("organization").map(|of| ("organization", of.to_owned())).into_iter().collect();
    let to = |pairs: &[(&str, String)]| shell.href(&words::address(&base, pairs));
    let next = copies.page.next.as_ref().map(|mark| {
        let mut pairs = kept.clone();
        pairs.push(("after", mark.clone()));
        to(&pairs)
    });
    let name = |id: &base::OrganizationId| (id.to_string(), copies.directory.name(*id).to_owned());
    CopiesPage {
        organizations: copies.organizations.iter().map(name).collect(),
        organization: copies.organization.map(|of| of.to_string()).unwrap_or_default(),
        rows: copies.page.items.iter().map(|copy| row(&shell, copies, copy)).collect(),
        first: input.text("after").map(|_| to(&kept)),
        next,
        base,
        shell,
    }
}

fn row(shell: &Shell, copies: &Copies, copy: &Record) -> Row {
    let why = copy.bound_to.as_ref();
    Row {
        what: copies.vocabulary.class(copy.class.as_str(), shell.language()),
        from: copies.directory.name(copy.origin).to_owned(),
        why: why
            .map(|name| copies.vocabulary.purpose(name.as_str(), shell.language()))
            .unwrap_or_default(),
        laws: laws(shell, copy),
        until: match copy.destroy_by {
            Some(end) => shell.when(end),
            None => shell.t("agreements-no-end").into_owned(),
        },
        receipt: copy
            .receipt
            .map(|receipt| shell.href(&format!("/p/{}/receipts/{receipt}", copies.place.slug))),
    }
}

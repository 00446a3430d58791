//! *What others share with us*.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{Entry, Filter, PAGE, Shared, shared};
use crate::{
    access,
    agreement::words::{self, Choice},
};

/// The list.
#[derive(Template)]
#[template(path = "agreements/shared.html")]
struct SharedPage {
    shell: Shell,
    form: FormView,
    base: String,
    /// Where the copies that the organization holds are listed, for those who answer for them.
    copies: Option<String>,
    known: bool,
    asked: bool,
    short: String,
    purposes: Vec<Choice>,
    holders: Vec<Choice>,
    classes: Vec<Choice>,
    rows: Vec<Row>,
    first: Option<String>,
    next: Option<String>,
}

struct Row {
    class: String,
    holder: String,
    since: String,
    ask: String,
}

web::page!(SharedPage);

/// What a list is narrowed to.
pub(crate) fn filter(input: &mut Input) -> Filter {
    Filter {
        purpose: input.optional("purpose"),
        holder: input.optional("holder"),
        class: input.optional("class"),
    }
}

/// `GET /p/{partnership}/shared-with-us`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let filter = filter(&mut input);
    let shared = shared(&cx, &filter, input.text("after")).await?;
    web::page(&request, &page_of(&cx, &input, &filter, &shared))
}

fn page_of(cx: &Cx, input: &Input, filter: &Filter, shared: &Shared) -> SharedPage {
    let place = &shared.place;
    let shell = Shell::new(cx, Some(place), "shared-title", Section::Agreements);
    let base = format!("/p/{}/shared-with-us", place.slug);
    let kept: Vec<(&str, String)> = ["purpose", "holder", "class"]
        .into_iter()
        .filter_map(|name| input.text(name).map(|value| (name, value.to_owned())))
        .collect();
    let to = |pairs: &[(&str, String)]| shell.href(&words::address(&base, pairs));
    let next = shared.page.next.as_ref().map(|mark| {
        let mut pairs = kept.clone();
        pairs.push(("after", mark.clone()));
        to(&pairs)
    });
    let own = shared.user.as_ref().and_then(|user| user.organization);
    let holders = shared.directory.current().filter(|entry| Some(entry.id) != own);
    let is_all = next.is_none() && input.text("after").is_none();
    let short = match (filter.purpose.is_some(), shared.page.items.len()) {
        (false, _) => shell.t("shared-short-choose").into_owned(),
        (true, count) if is_all => shell.t1("shared-short", "count", count),
        (true, _) => shell.t1("shared-short-many", "count", PAGE),
    };
    let vocabulary = &shared.vocabulary;
    SharedPage {
        form: FormView::filled(input.typed()),
        copies: (!access::answering(&place.standing).is_empty())
            .then(|| shell.href(&format!("/p/{}/copies", place.slug))),
        known: shared.user.is_some(),
        asked: filter.purpose.is_some(),
        purposes: words::named(&shell, vocabulary.purposes()),
        holders: holders.map(|entry| (entry.id.to_string(), entry.name.clone())).collect(),
        classes: words::named(&shell, vocabulary.classes()),
        rows: shared.page.items.iter().map(|entry| row(&shell, shared, filter, entry)).collect(),
        first: input.text("after").map(|_| to(&kept)),
        short,
        next,
        base,
        shell,
    }
}

fn row(shell: &Shell, shared: &Shared, filter: &Filter, entry: &Entry) -> Row {
    let ask = [
        ("holder", entry.holder.to_string()),
        ("client", entry.client.to_string()),
        ("classes", entry.class.to_string()),
        ("purpose", filter.purpose.as_ref().map(ToString::to_string).unwrap_or_default()),
    ];
    let path = format!("/p/{}/requests/new", shared.place.slug);
    Row {
        class: shared.vocabulary.class(entry.class.as_str(), shell.language()),
        holder: shared.directory.name(entry.holder).to_owned(),
        since: shell.when(entry.since),
        ask: shell.href(&words::address(&path, &ask)),
    }
}

//! The list of receipts, for each side; for those who have no part in any, how many there are.

use askama::Template;
use policy::Answer;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::{
    agreement::words::{self, Choice, Status},
    receipt::{
        Receipt, export as table,
        queries::{self, Filter, Receipts, View},
    },
    request::pages::{answer, classes},
};

/// The list.
#[derive(Template)]
#[template(path = "agreements/receipts.html")]
struct ReceiptsPage {
    shell: Shell,
    form: FormView,
    base: String,
    short: String,
    heading: String,
    views: Vec<Choice>,
    view: String,
    organizations: Vec<Choice>,
    organization: String,
    answers: Vec<Choice>,
    agreements: Vec<Choice>,
    partners: Vec<Choice>,
    rows: Vec<Row>,
    narrowed: bool,
    first: Option<String>,
    next: Option<String>,
    export_href: String,
    counts: Vec<(String, String)>,
    emergencies: Vec<(String, String)>,
}

struct Row {
    href: String,
    code: String,
    mark: Status,
    between: String,
    asked: String,
    why: String,
    when: String,
}

web::page!(ReceiptsPage);

/// The fields of the filter.
const KEPT: [&str; 5] = ["view", "organization", "answer", "agreement", "partner"];

/// What the list is narrowed to.
pub(crate) fn filter(input: &mut Input) -> Filter {
    Filter {
        view: input.optional("view"),
        organization: input.optional("organization"),
        answer: input.optional("answer"),
        agreement: input.optional("agreement"),
        partner: input.optional("partner"),
    }
}

/// `GET /p/{partnership}/receipts`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let filter = filter(&mut input);
    let receipts = queries::receipts(&cx, &filter, input.text("after")).await?;
    web::page(&request, &page_of(&cx, &input, &receipts))
}

/// `GET /p/{partnership}/receipts.csv`
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let filter = filter(&mut input);
    input.check()?;
    let (name, bytes) = table::table(&cx, &filter).await?;
    Ok(web::download(&name, "text/csv; charset=utf-8", bytes))
}

fn page_of(cx: &Cx, input: &Input, receipts: &Receipts) -> ReceiptsPage {
    let place = &receipts.place;
    let shell = Shell::new(cx, Some(place), "receipts-title", Section::Agreements);
    let base = format!("/p/{}/receipts", place.slug);
    let pairs: Vec<(&str, String)> = KEPT
        .into_iter()
        .filter_map(|name| input.text(name).map(|value| (name, value.to_owned())))
        .collect();
    let to = |path: &str, pairs: &[(&str, String)]| shell.href(&words::address(path, pairs));
    let next = receipts.page.next.as_ref().map(|mark| {
        let mut all = pairs.clone();
        all.push(("after", mark.clone()));
        to(&base, &all)
    });
    let mut agreements: Vec<Choice> =
        receipts.titles.iter().map(|(id, title)| (id.to_string(), title.to_string())).collect();
    agreements.sort_by(|one, other| one.1.cmp(&other.1));
    let name =
        |id: &base::OrganizationId| (id.to_string(), receipts.directory.name(*id).to_owned());
    let heading = match receipts.view {
        Some(view) => words::said(&shell, "receipts-view", view),
        None => String::new(),
    };
    ReceiptsPage {
        form: FormView::filled(input.typed()),
        short: short(&shell, receipts),
        views: words::choices(&shell, "receipts-view", &receipts.views),
        view: receipts.view.map(|view| view.to_string()).unwrap_or_default(),
        organizations: receipts.organizations.iter().map(name).collect(),
        organization: receipts.organization.map(|of| of.to_string()).unwrap_or_default(),
        answers: words::choices(&shell, "agreements-answer", Answer::ALL),
        partners: words::partners(&receipts.directory),
        rows: receipts.page.items.iter().map(|one| row(&shell, receipts, one, &base)).collect(),
        narrowed: pairs.iter().any(|(name, _)| !["view", "organization"].contains(name)),
        first: input.text("after").map(|_| to(&base, &pairs)),
        export_href: to(&format!("{base}.csv"), &pairs),
        counts: counts(&shell, receipts),
        emergencies: emergencies(&shell, receipts),
        heading,
        agreements,
        next,
        base,
        shell,
    }
}

fn short(shell: &Shell, receipts: &Receipts) -> String {
    let total: i64 = receipts.counts.iter().map(|(_, count)| count).sum();
    let stopped = receipts.counts.iter().find(|(answer, _)| *answer == Answer::Deny);
    let stopped = stopped.map_or(0, |(_, count)| *count);
    shell.t2("receipts-short", "total", total, "stopped", stopped)
}

fn counts(shell: &Shell, receipts: &Receipts) -> Vec<(String, String)> {
    let line = |answer: &Answer| {
        let count = receipts.counts.iter().find(|(one, _)| one == answer);
        let count = count.map_or(0, |(_, count)| *count);
        (words::said(shell, "agreements-answer", *answer), shell.number(count))
    };
    Answer::ALL.iter().map(line).collect()
}

/// Of each agency: how often it broke the glass, for 1,000 times that it got something.
fn emergencies(shell: &Shell, receipts: &Receipts) -> Vec<(String, String)> {
    let line = |(of, total, opened): &(base::OrganizationId, i64, i64)| {
        let rate = crate::emergency::per_thousand(*opened, *total)?;
        let args =
            [("opened", (*opened).into()), ("total", (*total).into()), ("rate", rate.into())];
        let said = shell.tn("receipts-emergencies-line", &args);
        Some((receipts.directory.name(*of).to_owned(), said))
    };
    receipts.emergencies.iter().filter_map(line).collect()
}

fn row(shell: &Shell, receipts: &Receipts, receipt: &Receipt, base: &str) -> Row {
    let is_whole = receipts.view == Some(View::Gave);
    let said = if is_whole { receipt.answer } else { receipt.told };
    let name = |id| receipts.directory.name(id);
    let (from, to) = (name(receipt.holder), name(receipt.organization));
    Row {
        href: shell.href(&format!("{base}/{}", receipt.id)),
        code: receipt.code(),
        mark: answer(shell, said),
        between: shell.t2("receipts-from-to", "from", from, "to", to),
        asked: classes(shell, &receipts.vocabulary, &receipt.asked),
        why: receipts.vocabulary.purpose(receipt.purpose.as_str(), shell.language()),
        when: shell.when(receipt.at),
    }
}

//! *People we serve*: the clients of one's own organization as references, what is kept about each, what they
//! allowed, and who got what.

mod copies;
mod forms;

use askama::Template;
use policy::Regime;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

pub(crate) use self::copies::copies;
pub(crate) use self::forms::{
    add, add_record, change, correct, correct_form, destroy, edit_form, import, import_form,
    new_form, record_form,
};
use super::{
    Onward, Record,
    queries::{self, Clients, Kept},
};
use crate::{
    agreement::words::{self, Choice, Status},
    consent::{ClientReference, pages as consents},
    request::pages::{answer, classes},
};

/// The list.
#[derive(Template)]
#[template(path = "agreements/clients.html")]
struct ClientsPage {
    shell: Shell,
    form: FormView,
    base: String,
    consents: String,
    organizations: Vec<Choice>,
    /// The one of them whose list it is.
    organization: String,
    rows: Vec<Row>,
    narrowed: bool,
    first: Option<String>,
    next: Option<String>,
}

struct Row {
    href: String,
    number: String,
    marks: Vec<String>,
}

/// A client.
#[derive(Template)]
#[template(path = "agreements/client.html")]
struct ClientPage {
    shell: Shell,
    base: String,
    short: String,
    facts: Vec<(String, String)>,
    records: Vec<RecordView>,
    consents: Vec<consents::Row>,
    receipts: Vec<ReceiptRow>,
}

struct RecordView {
    class: String,
    content: String,
    laws: String,
    about: String,
    correct: Option<String>,
    destroy: Option<String>,
    why: Option<String>,
}

struct ReceiptRow {
    href: String,
    code: String,
    mark: Status,
    who: String,
    what: String,
    when: String,
}

web::page!(ClientsPage, ClientPage);

/// `GET /p/{partnership}/clients`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let of = input.optional("organization");
    let clients = queries::clients(&cx, of, input.text("q"), input.text("after")).await?;
    web::page(&request, &list_page(&cx, &input, &clients))
}

fn list_page(cx: &Cx, input: &Input, clients: &Clients) -> ClientsPage {
    let place = &clients.place;
    let shell = Shell::new(cx, Some(place), "clients-title", Section::Agreements);
    let base = format!("/p/{}/clients", place.slug);
    let kept: Vec<(&str, String)> = ["organization", "q"]
        .into_iter()
        .filter_map(|name| input.text(name).map(|value| (name, value.to_owned())))
        .collect();
    let to = |pairs: &[(&str, String)]| shell.href(&words::address(&base, pairs));
    let next = clients.page.next.as_ref().map(|mark| {
        let mut pairs = kept.clone();
        pairs.push(("after", mark.clone()));
        to(&pairs)
    });
    let row = |client: &ClientReference| Row {
        href: shell.href(&format!("{base}/{}", client.id)),
        number: number(&shell, client),
        marks: marks(&shell, client),
    };
    let name = |id: &base::OrganizationId| (id.to_string(), clients.directory.name(*id).to_owned());
    ClientsPage {
        form: FormView::filled(input.typed()),
        consents: shell.href(&format!("/p/{}/consents", place.slug)),
        organizations: clients.organizations.iter().map(name).collect(),
        organization: clients.organization.map(|of| of.to_string()).unwrap_or_default(),
        rows: clients.page.items.iter().map(row).collect(),
        narrowed: !kept.is_empty(),
        first: input.text("after").map(|_| to(&kept)),
        next,
        base,
        shell,
    }
}

/// The number of a client, or that they have none.
pub(crate) fn number(shell: &Shell, client: &ClientReference) -> String {
    client
        .file_number
        .as_ref()
        .map_or_else(|| shell.t("clients-no-number").into_owned(), ToString::to_string)
}

/// What a decision asks of a client, in words.
fn marks(shell: &Shell, client: &ClientReference) -> Vec<String> {
    let mut marks = Vec::new();
    if !client.is_adult {
        marks.push(shell.t("clients-minor").into_owned());
    }
    if client.has_protected_address {
        marks.push(shell.t("clients-protected").into_owned());
    }
    let laws = client.opt_outs.iter();
    marks.extend(laws.map(|law| {
        shell.t1("clients-opted-out", "law", words::said(shell, "agreements-law", law))
    }));
    marks
}

/// `GET /p/{partnership}/clients/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let kept = queries::client(&cx, request.param("id")?).await?;
    web::page(&request, &client_page(shell_of(&cx, &kept), &kept))
}

/// The shell of a page about one client.
pub(crate) fn shell_of(cx: &Cx, kept: &Kept) -> Shell {
    let place = &kept.place;
    let shell = Shell::new(cx, Some(place), "clients-title", Section::Agreements);
    let list = shell.t("clients-title").into_owned();
    let title = shell.t1("clients-file-of", "number", number(&shell, &kept.client));
    shell.titled(title).crumb(list, &format!("/p/{}/clients", place.slug))
}

fn client_page(shell: Shell, kept: &Kept) -> ClientPage {
    let base = format!("/p/{}/clients/{}", kept.place.slug, kept.client.id);
    let receipts = kept.receipts.iter().map(|receipt| ReceiptRow {
        href: shell.href(&format!("/p/{}/receipts/{}", kept.place.slug, receipt.id)),
        code: receipt.code(),
        mark: answer(&shell, receipt.answer),
        who: kept.directory.name(receipt.organization).to_owned(),
        what: classes(&shell, &kept.vocabulary, &receipt.asked),
        when: shell.when(receipt.at),
    });
    let names = (&kept.directory, &kept.vocabulary);
    let consents = kept
        .consents
        .iter()
        .map(|one| consents::row(&shell, names, (&kept.place.slug, kept.now), one));
    ClientPage {
        short: shell.t1("clients-short", "who", kept.directory.name(kept.client.holder)),
        facts: facts(&shell, kept),
        records: kept.records.iter().map(|record| record_view(&shell, kept, record)).collect(),
        consents: consents.collect(),
        receipts: receipts.collect(),
        base,
        shell,
    }
}

fn facts(shell: &Shell, kept: &Kept) -> Vec<(String, String)> {
    let (client, label) = (&kept.client, |key: &str| shell.t(key).into_owned());
    let mut facts = vec![
        (label("agreements-who-holds"), kept.directory.name(client.holder).to_owned()),
        (label("clients-number"), number(shell, client)),
        (label("clients-reference"), client.id.to_string()),
    ];
    let marks = marks(shell, client);
    if !marks.is_empty() {
        facts.push((label("clients-marks"), words::listed(shell, &marks)));
    }
    if let Some(custody) = client.custody {
        facts.push((label("clients-custody"), kept.directory.name(custody).to_owned()));
    }
    facts
}

fn record_view(shell: &Shell, kept: &Kept, record: &Record) -> RecordView {
    let path = format!("/p/{}/records/{}", kept.place.slug, record.id);
    let is_there = record.is_there(kept.now);
    let by = record.entered_by.map(|by| kept.people.name(by)).unwrap_or_default();
    let about = if record.is_copy() {
        shell.t2(
            "records-came",
            "from",
            kept.directory.name(record.origin),
            "when",
            shell.when(record.entered_at),
        )
    } else {
        shell.t2("records-entered", "who", by, "when", shell.when(record.entered_at))
    };
    let why = record
        .receipt
        .map(|receipt| shell.href(&format!("/p/{}/receipts/{receipt}", kept.place.slug)));
    RecordView {
        class: kept.vocabulary.class(record.class.as_str(), shell.language()),
        content: match record.content.as_ref().filter(|_| is_there) {
            Some(content) => content.expose().to_string(),
            None => shell.t("records-gone").into_owned(),
        },
        laws: laws(shell, record),
        about,
        correct: (is_there && !record.is_copy()).then(|| shell.href(&format!("{path}/edit"))),
        destroy: is_there.then(|| shell.href(&format!("{path}/destroy"))),
        why,
    }
}

/// The laws that ride on a record, and that it goes no further.
pub(crate) fn laws(shell: &Shell, record: &Record) -> String {
    let known = record.regimes.iter();
    let mut laws: Vec<String> =
        known.map(|law: Regime| words::said(shell, "agreements-law", law)).collect();
    if record.onward() == Onward::Never {
        laws.push(shell.t("records-stays").into_owned());
    }
    words::listed(shell, &laws)
}

/// The organizations of the reader as choices.
pub(crate) fn own(ground: &queries::ClientGround) -> Vec<Choice> {
    let name = |id: &base::OrganizationId| (id.to_string(), ground.directory.name(*id).to_owned());
    ground.organizations.iter().map(name).collect()
}

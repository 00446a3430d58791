//! The forms that write about clients: the reference, a record, a file of records.

use askama::Template;
use base::OrganizationId;
use policy::{ClientId, Regime};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{own, shell_of};
use crate::{
    access,
    agreement::{
        parse::given,
        words::{self, Choice},
    },
    consent::{change_client, enter_client},
    record::{
        RecordId, commands, import as file,
        import::Report,
        parse,
        queries::{self, ClientGround, Kept},
    },
};

/// The form of a client.
#[derive(Template)]
#[template(path = "agreements/client_form.html")]
struct ClientForm {
    shell: Shell,
    form: FormView,
    action: String,
    back: String,
    /// Empty when it is there already.
    holders: Vec<Choice>,
    partners: Vec<Choice>,
    laws: Vec<Choice>,
}

/// The form of a record.
#[derive(Template)]
#[template(path = "agreements/record_form.html")]
struct RecordForm {
    shell: Shell,
    form: FormView,
    action: String,
    home: String,
    /// Empty when it is there already.
    classes: Vec<Choice>,
    /// Whether it is destroyed, and not written.
    destroys: bool,
}

/// The form of a file, and what came of it.
#[derive(Template)]
#[template(path = "agreements/records_import.html")]
struct ImportPage {
    shell: Shell,
    form: FormView,
    action: String,
    back: String,
    holders: Vec<Choice>,
    report: Option<String>,
    refused: Vec<(usize, String, String)>,
}

web::page!(ClientForm, RecordForm, ImportPage);

fn new_shell(cx: &Cx, ground: &ClientGround, title: &str) -> Shell {
    let place = &ground.place;
    let shell = Shell::new(cx, Some(place), title, Section::Agreements);
    let list = shell.t("clients-title").into_owned();
    shell.crumb(list, &format!("/p/{}/clients", place.slug))
}

fn laws(shell: &Shell) -> Vec<Choice> {
    let laws = Regime::ALL.iter().filter(|law| **law != Regime::None);
    laws.map(|law| (law.to_string(), words::said(shell, "agreements-law", law))).collect()
}

/// `GET /p/{partnership}/clients/new`
pub(crate) async fn new_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::KEEP_CLIENTS).await?;
    let ground = queries::ground(&cx).await?;
    let shell = new_shell(&cx, &ground, "clients-add");
    web::page(&request, &new_page(shell, FormView::new(), &ground))
}

fn new_page(shell: Shell, form: FormView, ground: &ClientGround) -> ClientForm {
    let base = format!("/p/{}/clients", ground.place.slug);
    ClientForm {
        action: format!("{base}/new"),
        back: base,
        holders: own(ground),
        partners: words::partners(&ground.directory),
        laws: laws(&shell),
        form,
        shell,
    }
}

/// `POST /p/{partnership}/clients/new`
pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::KEEP_CLIENTS).await?;
    match add_it(&cx, &mut input).await {
        Ok(id) => {
            let path = format!("/p/{}/clients/{id}", request.param_text("partnership"));
            Ok(web::redirect(&cx, &path).notice("clients-added-notice"))
        }
        Err(failure) if failure.is_form() => {
            let ground = queries::ground(&cx).await?;
            let mut shell = new_shell(&cx, &ground, "clients-add");
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &new_page(shell, form, &ground))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn add_it(cx: &Cx, input: &mut Input) -> Result<ClientId, Failure> {
    let id = cx.new_id();
    let mut client = given(input, |input| parse::client(input, id, None))?;
    named(cx, client.holder, input, &mut client).await?;
    Ok(enter_client(cx, client).await?)
}

/// Those who may sign, and those who never may, by the numbers under which the holder keeps them.
async fn named(
    cx: &Cx,
    holder: OrganizationId,
    input: &mut Input,
    client: &mut crate::consent::ClientReference,
) -> Result<(), Failure> {
    let tx = cx.read(access::CLIENTS).await?;
    let guardians = parse::references(&tx, holder, input, "guardian_numbers").await?;
    let abusers = parse::references(&tx, holder, input, "abuser_numbers").await?;
    client.guardians.extend(guardians);
    client.alleged_abusers.extend(abusers);
    client.guardians.sort_unstable();
    client.guardians.dedup();
    client.alleged_abusers.sort_unstable();
    client.alleged_abusers.dedup();
    Ok(input.check()?)
}

/// `GET /p/{partnership}/clients/{id}/edit`
pub(crate) async fn edit_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::KEEP_CLIENTS).await?;
    let kept = queries::client(&cx, request.param("id")?).await?;
    let form = FormView::filled(parse::filled(&kept.client));
    web::page(&request, &edit_page(shell_of(&cx, &kept), form, &kept))
}

fn edit_page(shell: Shell, form: FormView, kept: &Kept) -> ClientForm {
    let base = format!("/p/{}/clients/{}", kept.place.slug, kept.client.id);
    ClientForm {
        action: format!("{base}/edit"),
        back: base,
        holders: Vec::new(),
        partners: words::partners(&kept.directory),
        laws: laws(&shell),
        form,
        shell,
    }
}

/// `POST /p/{partnership}/clients/{id}/edit`
pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::KEEP_CLIENTS).await?;
    let kept = queries::client(&cx, request.param("id")?).await?;
    match change_it(&cx, &mut input, &kept).await {
        Ok(()) => {
            let path =
                format!("/p/{}/clients/{}", request.param_text("partnership"), kept.client.id);
            Ok(web::redirect(&cx, &path).notice("clients-changed-notice"))
        }
        Err(failure) if failure.is_form() => {
            let mut shell = shell_of(&cx, &kept);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &edit_page(shell, form, &kept))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn change_it(cx: &Cx, input: &mut Input, kept: &Kept) -> Result<(), Failure> {
    let (id, holder) = (kept.client.id, kept.client.holder);
    let mut client = given(input, |input| parse::client(input, id, Some(holder)))?;
    named(cx, holder, input, &mut client).await?;
    Ok(change_client(cx, client).await?)
}

/// `GET /p/{partnership}/clients/{id}/records/new`
pub(crate) async fn record_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::KEEP_CLIENTS).await?;
    let kept = queries::client(&cx, request.param("id")?).await?;
    web::page(&request, &record_page(shell_of(&cx, &kept), FormView::new(), &kept))
}

fn record_page(shell: Shell, form: FormView, kept: &Kept) -> RecordForm {
    let base = format!("/p/{}/clients/{}", kept.place.slug, kept.client.id);
    let held = kept.holdings.iter().filter(|held| held.holder == kept.client.holder);
    let choice = |held: &crate::vocabulary::Holding| {
        let label = kept.vocabulary.class(held.class.as_str(), shell.language());
        (held.class.to_string(), label)
    };
    RecordForm {
        action: format!("{base}/records/new"),
        home: base,
        classes: held.map(choice).collect(),
        destroys: false,
        form,
        shell,
    }
}

/// `POST /p/{partnership}/clients/{id}/records/new`
pub(crate) async fn add_record(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::KEEP_CLIENTS).await?;
    let id: ClientId = request.param("id")?;
    match add_record_it(&cx, &mut input, id).await {
        Ok(()) => {
            let path = format!("/p/{}/clients/{id}", request.param_text("partnership"));
            Ok(web::redirect(&cx, &path).notice("records-kept-notice"))
        }
        Err(failure) if failure.is_form() => {
            let kept = queries::client(&cx, id).await?;
            let mut shell = shell_of(&cx, &kept);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &record_page(shell, form, &kept))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn add_record_it(cx: &Cx, input: &mut Input, id: ClientId) -> Result<(), Failure> {
    let new = given(input, |input| parse::record(input, id))?;
    commands::keep(cx, new).await?;
    Ok(())
}

/// `GET /p/{partnership}/records/{id}/edit`, and `/destroy`
pub(crate) async fn correct_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::KEEP_CLIENTS).await?;
    let (record, kept) = queries::record(&cx, request.param("id")?).await?;
    let content = record.content.as_ref().map(|content| content.expose().to_string());
    let form = FormView::filled([("content", content.unwrap_or_default())]);
    let destroys = destroys(&request);
    let page = correct_page(shell_of(&cx, &kept), form, (&kept, record.id), destroys);
    web::page(&request, &page)
}

fn destroys(request: &Request) -> bool {
    request.path().ends_with("/destroy")
}

fn correct_page(
    shell: Shell,
    form: FormView,
    (kept, id): (&Kept, RecordId),
    destroys: bool,
) -> RecordForm {
    let verb = if destroys { "destroy" } else { "edit" };
    RecordForm {
        action: format!("/p/{}/records/{id}/{verb}", kept.place.slug),
        home: format!("/p/{}/clients/{}", kept.place.slug, kept.client.id),
        classes: Vec::new(),
        destroys,
        form,
        shell,
    }
}

/// `POST /p/{partnership}/records/{id}/edit`
pub(crate) async fn correct(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::KEEP_CLIENTS).await?;
    let (record, kept) = queries::record(&cx, request.param("id")?).await?;
    let back = format!("/p/{}/clients/{}", request.param_text("partnership"), kept.client.id);
    match given(&mut input, parse::content) {
        Ok(content) => {
            commands::correct(&cx, record.id, content).await?;
            Ok(web::redirect(&cx, &back).notice("records-kept-notice"))
        }
        Err(failure) => {
            let mut shell = shell_of(&cx, &kept);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = correct_page(shell, form, (&kept, record.id), false);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
    }
}

/// `POST /p/{partnership}/records/{id}/destroy`
pub(crate) async fn destroy(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::KEEP_CLIENTS).await?;
    let (record, kept) = queries::record(&cx, request.param("id")?).await?;
    commands::destroy(&cx, record.id).await?;
    let back = format!("/p/{}/clients/{}", request.param_text("partnership"), kept.client.id);
    Ok(web::redirect(&cx, &back).notice("records-destroyed-notice"))
}

/// `GET /p/{partnership}/clients/import`
pub(crate) async fn import_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::KEEP_CLIENTS).await?;
    let ground = queries::ground(&cx).await?;
    let shell = new_shell(&cx, &ground, "records-import");
    web::page(&request, &import_page(shell, FormView::new(), &ground, None))
}

fn import_page(
    shell: Shell,
    form: FormView,
    ground: &ClientGround,
    report: Option<&Report>,
) -> ImportPage {
    let base = format!("/p/{}/clients", ground.place.slug);
    let said = report.map(|report| {
        let args = [
            ("rows", report.rows.into()),
            ("clients", report.clients.into()),
            ("added", report.added.into()),
            ("revised", report.revised.into()),
            ("unchanged", report.unchanged.into()),
            ("refused", report.refused.len().into()),
        ];
        let taken = report.refused.is_empty() && report.rows > 0;
        shell.tn(if taken { "records-import-taken" } else { "records-import-refused" }, &args)
    });
    let refused = report
        .into_iter()
        .flat_map(|report| &report.refused)
        .map(|problem| (problem.line, problem.column.to_owned(), shell.error(problem.code, &[])));
    ImportPage {
        action: format!("{base}/import"),
        back: base,
        holders: own(ground),
        report: said,
        refused: refused.collect(),
        form,
        shell,
    }
}

/// `POST /p/{partnership}/clients/import`
pub(crate) async fn import(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::KEEP_CLIENTS).await?;
    let ground = queries::ground(&cx).await?;
    let mut shell = new_shell(&cx, &ground, "records-import");
    match import_it(&cx, &mut input).await {
        Ok(report) => {
            let form = FormView::filled(input.typed());
            web::page(&request, &import_page(shell, form, &ground, Some(&report)))
        }
        Err(failure) if failure.is_form() => {
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = import_page(shell, form, &ground, None);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn import_it(cx: &Cx, input: &mut Input) -> Result<Report, Failure> {
    let (holder, bytes) = given(input, |input| {
        let holder = input.required::<OrganizationId>("holder");
        let Some(chosen) = input.file("file") else {
            input.refuse("file", "required", Vec::new());
            return None;
        };
        Some((holder?, chosen.bytes))
    })?;
    Ok(file::import(cx, holder, &bytes).await?)
}

//! Sending a file, seeing what would come of it, and what came of it.

use ::store::Cx;
use askama::Template;
use standards::{Direction, Kind, Layout, Part, Unit};
use web::{Failure, FormView, ImportProblem, ImportReport, Input, Request, Response, Shell};

use super::{
    ImportId, MAX_UPLOAD, Options, Source,
    commands::{self, Draft, Seen},
    parse,
    store::{Import, ImportState},
};
use crate::{
    Error, access,
    measure::{may_keep, pages::shell_of},
    words::{self, Choice},
};

/// How many problems the page shows; the report as a file has all.
const SHOWN: usize = 100;

/// The form that sends a file.
#[derive(Template)]
#[template(path = "measures/import.html")]
struct SendPage {
    shell: Shell,
    form: FormView,
    base: String,
    once: String,
}

/// A file that was sent.
#[derive(Template)]
#[template(path = "measures/imported.html")]
struct ImportPage {
    shell: Shell,
    form: FormView,
    base: String,
    own: String,
    file: String,
    state: ImportState,
    short: String,
    draft: Option<DraftView>,
    report: Option<ReportView>,
}

/// The files that were sent.
#[derive(Template)]
#[template(path = "measures/imports.html")]
struct ListPage {
    shell: Shell,
    base: String,
    rows: Vec<SentRow>,
    first: Option<String>,
    next: Option<String>,
}

web::page!(SendPage, ImportPage, ListPage);

/// What is asked about a file before it is taken.
struct DraftView {
    layouts: Vec<Choice>,
    parts: Vec<PartRow>,
    needs_columns: bool,
    columns: Vec<Choice>,
    units: Vec<Choice>,
    kinds: Vec<Choice>,
    directions: Vec<Choice>,
    organizations: Vec<Choice>,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    hidden: Vec<(String, String)>,
    can_take: bool,
}

/// The field that says which column is a part.
struct PartRow {
    name: String,
    label: String,
}

/// A report on the page.
struct ReportView {
    facts: Vec<(String, String)>,
    refused: Vec<ImportProblem>,
    refused_more: Option<String>,
    warnings: Vec<ImportProblem>,
    warnings_more: Option<String>,
}

/// A line of the list.
struct SentRow {
    href: String,
    file: String,
    when: String,
    state: String,
    result: String,
}

impl SendPage {
    fn to(&self, rest: &str) -> String {
        self.shell.href(&format!("{}{rest}", self.base))
    }
}

impl ListPage {
    fn to(&self, rest: &str) -> String {
        self.shell.href(&format!("{}{rest}", self.base))
    }
}

/// `GET /p/{partnership}/measures/import`
pub(crate) async fn send_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    let shell = send_shell(&cx).await?;
    web::page(&request, &send_page(&cx, shell, FormView::new()))
}

/// `POST /p/{partnership}/measures/imports`
pub(crate) async fn send(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let file = match input.file("file") {
        Some(file) if file.bytes.len() > MAX_UPLOAD => {
            let most = (MAX_UPLOAD / 1024 / 1024).to_string();
            input.refuse("file", "request_too_large", vec![("megabytes", most)]);
            None
        }
        Some(file) if file.bytes.is_empty() => {
            input.refuse("file", "import_file_empty", Vec::new());
            None
        }
        Some(file) => Some(file),
        None => {
            input.refuse("file", "import_file_missing", Vec::new());
            None
        }
    };
    let Some(file) = file else {
        let failure: Failure = input.invalid().into();
        let mut shell = send_shell(&cx).await?;
        let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
        let page = send_page(&cx, shell, form);
        return Ok(web::page(&request, &page)?.with_status_of(&failure));
    };
    let mut findings = standards::Findings::default();
    let table = standards::table::Table::read(&file.bytes, &mut findings);
    let columns: Vec<String> = table.names().map(str::to_owned).collect();
    let options = Options::of(parse::guessed(&columns));
    let name: String = file.name.chars().filter(|c| !c.is_control()).take(200).collect();
    let source = Source { name, bytes: file.bytes };
    let import = commands::send(&cx, source, options).await?;
    let base = format!("/p/{}/measures/imports", request.param_text("partnership"));
    Ok(web::redirect(&cx, &format!("{base}/{}", import.id)))
}

/// `GET /p/{partnership}/measures/imports`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let query = request.query();
    let after = query.text("after");
    let (place, page) = commands::sent(&cx, after).await?;
    let shell = shell_of(&cx, &place, "measures-imports");
    let base = format!("/p/{}/measures", place.slug);
    let here = format!("{base}/imports");
    let row = |import: &Import| SentRow {
        href: shell.href(&format!("{here}/{}", import.id)),
        file: import.file.clone(),
        when: shell.when(import.at),
        state: shell.t(&format!("measures-import-state-{}", import.state)).into_owned(),
        result: import.report.as_ref().map(|report| counted(&shell, report)).unwrap_or_default(),
    };
    let rows = page.items.iter().map(row).collect();
    let next = page.next.map(|mark| shell.href(&words::address(&here, &[("after", &mark)])));
    let first = after.map(|_| shell.href(&here));
    web::page(&request, &ListPage { shell, base, rows, first, next })
}

/// `GET /p/{partnership}/measures/imports/{id}`: while it is a draft, the query says how to take it.
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param::<ImportId>("id")?;
    let mut query = request.query();
    let options = match query.text("layout") {
        Some(_) => match parse::options(&mut query) {
            Some(options) => Some(options),
            None => return refused(&cx, &request, id, &query, query.invalid().into()).await,
        },
        None => None,
    };
    let seen = commands::look(&cx, id, options).await?;
    let organizations = organizations(&cx).await?;
    let shell =
        shell_of(&cx, &seen.place, "measures-import-title").titled(seen.import.file.clone());
    let form = FormView::filled(with_guesses(&seen));
    web::page(&request, &import_page(shell, form, &seen, organizations))
}

/// `POST /p/{partnership}/measures/imports/{id}/start`
pub(crate) async fn start(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param::<ImportId>("id")?;
    let mut input = request.input()?;
    let Some(options) = parse::options(&mut input) else {
        return refused(&cx, &request, id, &input, input.invalid().into()).await;
    };
    commands::start(&cx, id, &options).await?;
    let base = format!("/p/{}/measures/imports", request.param_text("partnership"));
    Ok(web::redirect(&cx, &format!("{base}/{id}")))
}

/// `POST /p/{partnership}/measures/imports/{id}/drop`
pub(crate) async fn forget(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::forget(&cx, request.param::<ImportId>("id")?).await?;
    let path = format!("/p/{}/measures/import", request.param_text("partnership"));
    Ok(web::redirect(&cx, &path).notice("measures-import-dropped-notice"))
}

/// `GET /p/{partnership}/measures/imports/{id}/report.json`
pub(crate) async fn report(cx: Cx, request: Request) -> Result<Response, Failure> {
    let seen = commands::look(&cx, request.param::<ImportId>("id")?, None).await?;
    let report = seen.import.report.or(seen.draft.map(|draft| draft.report));
    let text = serde_json::to_vec_pretty(&report.unwrap_or_default())
        .map_err(|source| Error::ImportUnreadable { id: seen.import.id, source })?;
    Ok(web::download("report.json", "application/json", text))
}

/// The page of a draft with what is wrong in its form.
async fn refused(
    cx: &Cx,
    request: &Request,
    id: ImportId,
    input: &Input,
    failure: Failure,
) -> Result<Response, Failure> {
    let seen = commands::look(cx, id, None).await?;
    let organizations = organizations(cx).await?;
    let shell = shell_of(cx, &seen.place, "measures-import-title");
    let mut shell = shell.titled(seen.import.file.clone());
    let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
    let page = import_page(shell, form, &seen, organizations);
    Ok(web::page(request, &page)?.with_status_of(&failure))
}

async fn send_shell(cx: &Cx) -> Result<Shell, Failure> {
    let tx = cx.read(access::IMPORTS).await.map_err(Error::from)?;
    Ok(shell_of(cx, &tx.place().map_err(Error::from)?, "measures-import-title"))
}

fn send_page(cx: &Cx, shell: Shell, form: FormView) -> SendPage {
    let slug = shell.place().map(|place| place.slug.clone()).unwrap_or_default();
    let base = format!("/p/{slug}/measures");
    SendPage { once: cx.new_id::<ImportId>().to_string(), base, form, shell }
}

async fn organizations(cx: &Cx) -> Result<Vec<Choice>, Failure> {
    let tx = cx.read(access::IMPORTS).await.map_err(Error::from)?;
    let place = tx.place().map_err(Error::from)?;
    let directory = partnership::directory(&tx).await?;
    let own = directory.current().filter(|one| may_keep(&place.standing, Some(one.id)));
    Ok(own.map(|one| (one.id.to_string(), one.name.clone())).collect())
}

/// What the form shows: the options, and the columns that would be taken for each part.
fn with_guesses(seen: &Seen) -> Vec<(String, String)> {
    let mut typed = parse::typed(&seen.import.options);
    if let Some(draft) = &seen.draft
        && !seen.import.options.is_published()
    {
        let mapping = seen.import.options.reading().mapping;
        for (part, column) in mapping.guessed(&draft.columns) {
            if !seen.import.options.columns.contains_key(&part) {
                typed.push((format!("column_{part}"), column));
            }
        }
    }
    typed
}

fn import_page(
    shell: Shell,
    form: FormView,
    seen: &Seen,
    organizations: Vec<Choice>,
) -> ImportPage {
    let base = format!("/p/{}/measures", seen.place.slug);
    let import = &seen.import;
    let report = import.report.as_ref().or(seen.draft.as_ref().map(|draft| &draft.report));
    let short = match import.state {
        ImportState::Draft => shell.t("measures-import-draft").into_owned(),
        ImportState::Waiting => shell.t("measures-import-waiting").into_owned(),
        ImportState::Failed => shell.t("measures-import-failed").into_owned(),
        ImportState::Dropped => shell.t("measures-import-dropped").into_owned(),
        ImportState::Done => match &import.report {
            Some(report) => counted(&shell, report),
            None => String::new(),
        },
    };
    ImportPage {
        own: format!("{base}/imports/{}", import.id),
        file: import.file.clone(),
        state: import.state,
        short,
        draft: seen.draft.as_ref().map(|draft| draft_view(&shell, import, draft, organizations)),
        report: report.map(|report| report_view(&shell, report)),
        base,
        form,
        shell,
    }
}

fn draft_view(
    shell: &Shell,
    import: &Import,
    draft: &Draft,
    organizations: Vec<Choice>,
) -> DraftView {
    let layout = |layout: Layout| shell.t(&format!("measures-layout-{layout}")).into_owned();
    let part = |part: Part| {
        let key = format!("measures-part-{}", part.as_str().replace('_', "-"));
        PartRow { name: format!("column_{part}"), label: key }
    };
    let rest_wanted = import.options.whole == super::Whole::TakeTheRest;
    let found = draft.report.added + draft.report.revised + draft.report.unchanged;
    DraftView {
        layouts: words::choices(Layout::ALL, layout),
        parts: Part::ALL.iter().map(|one| part(*one)).collect(),
        needs_columns: !import.options.is_published(),
        columns: draft
            .columns
            .iter()
            .filter(|name| !name.is_empty())
            .take(500)
            .map(|name| (name.clone(), name.clone()))
            .collect(),
        units: words::choices(Unit::ALL, |one| words::unit(shell, one)),
        kinds: words::choices(Kind::ALL, |one| words::kind(shell, one)),
        directions: words::choices(Direction::ALL, |one| words::direction(shell, one)),
        organizations,
        header: draft.columns.iter().take(8).cloned().collect(),
        rows: draft.rows.iter().map(|row| row.iter().take(8).cloned().collect()).collect(),
        hidden: parse::typed(&import.options),
        can_take: found > 0 && (draft.report.refused.is_empty() || rest_wanted),
    }
}

fn report_view(shell: &Shell, report: &ImportReport) -> ReportView {
    let fact = |key: &str, count: u64| (shell.t(key).into_owned(), shell.number(count));
    let count = |all: &[ImportProblem]| u64::try_from(all.len()).unwrap_or(u64::MAX);
    let more = |all: &[ImportProblem]| {
        let rest = all.len().saturating_sub(SHOWN);
        if rest > 0 { Some(shell.t1("measures-report-more", "count", rest)) } else { None }
    };
    ReportView {
        facts: vec![
            fact("measures-report-rows", report.rows_read),
            fact("measures-report-added", report.added),
            fact("measures-report-revised", report.revised),
            fact("measures-report-unchanged", report.unchanged),
            fact("measures-report-refused", count(&report.refused)),
        ],
        refused: report.refused.iter().take(SHOWN).cloned().collect(),
        refused_more: more(&report.refused),
        warnings: report.warnings.iter().take(SHOWN).cloned().collect(),
        warnings_more: more(&report.warnings),
    }
}

fn counted(shell: &Shell, report: &ImportReport) -> String {
    shell.tn(
        "measures-import-counted",
        &[
            ("added", report.added.into()),
            ("revised", report.revised.into()),
            ("unchanged", report.unchanged.into()),
        ],
    )
}

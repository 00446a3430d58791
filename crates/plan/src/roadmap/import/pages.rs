//! The page that takes the plan from a file, and says what came of it.

use askama::Template;
use base::FieldProblem;
use store::{Cx, Place};
use web::{Failure, FormView, ImportProblem, ImportReport, Request, Response, Section, Shell};

use super::{Mode, Source, run};
use crate::{access, goal::ItemId};

/// How many problems the page shows.
const SHOWN: usize = 100;

/// The form, and what came of a file.
#[derive(Template)]
#[template(path = "plan/roadmap_import.html")]
struct ImportPage {
    shell: Shell,
    form: FormView,
    once: String,
    base: String,
    example: String,
    report: Option<Told>,
}

/// What came of a file, as the page shows it.
struct Told {
    short: String,
    facts: Vec<(String, String)>,
    refused: Vec<ImportProblem>,
    warnings: Vec<ImportProblem>,
    more: usize,
}

web::page!(ImportPage);

/// `GET /p/{partnership}/roadmap/import`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let place = cx.read(access::LOOK_AT_PLANS).await?.place()?;
    let page = page_of(&cx, shell(&cx, &place), FormView::new(), &place, None);
    web::page(&request, &page)
}

/// `POST /p/{partnership}/roadmap/import`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let place = cx.read(access::LOOK_AT_PLANS).await?.place()?;
    let Some(file) = input.file("file") else {
        input.refuse("file", "required", Vec::new());
        let failure = Failure::from(input.invalid());
        let mut shell = shell(&cx, &place);
        let problems: Vec<FieldProblem> = failure.problems();
        let form = FormView::refused(&mut shell, input.typed(), &problems);
        let page = page_of(&cx, shell, form, &place, None);
        return Ok(web::page(&request, &page)?.with_status_of(&failure));
    };
    let mode = if input.text("mode") == Some("look") { Mode::DryRun } else { Mode::Write };
    let source = Source { name: file.name, bytes: file.bytes, from: None };
    let report = run(&cx, &source, mode).await?;
    let shell = shell(&cx, &place);
    let told = told(&shell, report, mode);
    web::page(&request, &page_of(&cx, shell, FormView::new(), &place, Some(told)))
}

fn shell(cx: &Cx, place: &std::sync::Arc<Place>) -> Shell {
    let shell = Shell::new(cx, Some(place), "roadmap-import", Section::Plan);
    let roadmap = shell.t("roadmap-title").into_owned();
    shell.crumb(roadmap, &format!("/p/{}/roadmap", place.slug))
}

fn page_of(
    cx: &Cx,
    shell: Shell,
    form: FormView,
    place: &Place,
    report: Option<Told>,
) -> ImportPage {
    let base = format!("/p/{}/roadmap", place.slug);
    ImportPage {
        once: cx.new_id::<ItemId>().to_string(),
        example: shell.href(&format!("{base}.csv")),
        base,
        form,
        report,
        shell,
    }
}

fn told(shell: &Shell, report: ImportReport, mode: Mode) -> Told {
    let key = match (mode, report.refused.is_empty(), report.added + report.revised) {
        (_, false, _) => "roadmap-import-refused",
        (_, true, 0) => "roadmap-import-nothing",
        (Mode::DryRun, true, _) => "roadmap-import-would",
        (Mode::Write, true, _) => "roadmap-import-taken",
    };
    let fact = |key: &str, count: u64| (shell.t(key).into_owned(), shell.number(count));
    let problems = u64::try_from(report.refused.len()).unwrap_or(u64::MAX);
    Told {
        short: shell.t(key).into_owned(),
        facts: vec![
            fact("roadmap-import-rows", report.rows_read),
            fact("roadmap-import-added", report.added),
            fact("roadmap-import-revised", report.revised),
            fact("roadmap-import-unchanged", report.unchanged),
            fact("roadmap-import-problems", problems),
        ],
        more: report.refused.len().saturating_sub(SHOWN),
        refused: report.refused.into_iter().take(SHOWN).collect(),
        warnings: report.warnings.into_iter().take(SHOWN).collect(),
    }
}

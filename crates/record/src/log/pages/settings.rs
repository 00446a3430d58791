//! Who may look at the log, and who confirms it.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{WitnessRow, witness_row};
use crate::{
    access,
    log::{View, commands, queries},
    witness::{self, pages as forms},
};

/// The settings of the log.
#[derive(Template)]
#[template(path = "record/settings.html")]
struct SettingsPage {
    shell: Shell,
    form: FormView,
    base: String,
    open: bool,
    public: String,
    witnesses: Vec<(String, WitnessRow, String)>,
    may: bool,
}

web::page!(SettingsPage);

/// `GET /p/{partnership}/log/settings`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    answer(&cx, &request, None).await
}

/// `POST /p/{partnership}/log/open`
pub(crate) async fn open(cx: Cx, request: Request) -> Result<Response, Failure> {
    let open = request.input()?.flag("open");
    commands::open(&cx, open).await?;
    let notice = if open { "log-opened-notice" } else { "log-closed-notice" };
    Ok(back(&cx, &request).notice(notice))
}

/// `POST /p/{partnership}/log/quorum`
pub(crate) async fn quorum(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let quorum = input.required::<i64>("quorum");
    let done = match quorum {
        Some(quorum) => commands::set_quorum(&cx, quorum).await.map_err(Failure::from),
        None => Err(input.invalid().into()),
    };
    taken(&cx, &request, &input, done, "log-quorum-notice").await
}

/// `POST /p/{partnership}/log/witnesses`
pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let done = match forms::named(&mut input) {
        Ok(named) => witness::commands::add(&cx, named).await.map(drop).map_err(Failure::from),
        Err(failure) => Err(failure),
    };
    taken(&cx, &request, &input, done, "log-witness-added-notice").await
}

/// `POST /p/{partnership}/log/witnesses/{id}/remove`
pub(crate) async fn remove(cx: Cx, request: Request) -> Result<Response, Failure> {
    witness::commands::remove(&cx, request.param("id")?).await?;
    Ok(back(&cx, &request).notice("log-witness-removed-notice"))
}

async fn taken(
    cx: &Cx,
    request: &Request,
    input: &Input,
    done: Result<(), Failure>,
    notice: &str,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(back(cx, request).notice(notice)),
        Err(failure) if failure.is_form() => {
            Ok(answer(cx, request, Some((input, &failure))).await?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

fn back(cx: &Cx, request: &Request) -> Response {
    web::redirect(cx, &format!("/p/{}/log/settings", request.param_text("partnership")))
}

async fn answer(
    cx: &Cx,
    request: &Request,
    refused: Option<(&Input, &Failure)>,
) -> Result<Response, Failure> {
    let tx = cx.read(access::SETTINGS).await?;
    let place = tx.place()?;
    let View { facts, witnesses, .. } = queries::own(&tx, cx).await?;
    drop(tx);
    let mut shell = Shell::new(cx, Some(&place), "log-settings-title", Section::Agreements);
    let form = match refused {
        Some((input, failure)) => FormView::refused(&mut shell, input.typed(), &failure.problems()),
        None => FormView::filled([("quorum", facts.quorum.to_string())]),
    };
    let log = shell.t("log-own-title").into_owned();
    let shell = shell.crumb(log, &format!("/p/{}/log", place.slug));
    let page = SettingsPage {
        base: format!("/p/{}/log", place.slug),
        open: facts.open,
        public: shell.href(&format!("/public/{}/log", place.slug)),
        witnesses: witnesses
            .iter()
            .map(|one| {
                let address = one.witness.address.clone().unwrap_or_default();
                (one.witness.id.to_string(), witness_row(&shell, one), address)
            })
            .collect(),
        may: cx.admits(access::SETTLE).await.is_ok(),
        form,
        shell,
    };
    web::page(request, &page)
}

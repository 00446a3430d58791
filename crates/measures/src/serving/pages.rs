//! What a measure serves in the plan, and the form that attaches it there.

use ::store::Cx;
use askama::Template;
use plan::goal::{Item, ItemId};
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::commands;
use crate::{
    Measure, access,
    measure::{pages::shell_of, queries},
    words::Choice,
};

/// What a measure serves, and what it could serve.
#[derive(Template)]
#[template(path = "measures/serves.html")]
struct ServesPage {
    shell: Shell,
    form: FormView,
    base: String,
    title: String,
    serves: Vec<Served>,
    items: Vec<Choice>,
    /// Whether the measure is in use.
    open: bool,
}

/// An item of the plan that a measure says the standing of.
pub(crate) struct Served {
    pub(crate) id: String,
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) layer: String,
}

web::page!(ServesPage);

/// `GET /p/{partnership}/measures/{slug}/serves`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::SERVE).await?;
    let form = FormView::filled(request.query().typed());
    web::page(&request, &page_of(&cx, &request, Typed::Nothing(form)).await?)
}

/// `POST /p/{partnership}/measures/{slug}/serves`
pub(crate) async fn serve(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let done: Result<Measure, Failure> = match input.required::<ItemId>("item") {
        Some(item) => {
            commands::serve(&cx, request.param_text("slug"), item).await.map_err(Failure::from)
        }
        None => Err(input.invalid().into()),
    };
    match done {
        Ok(measure) => Ok(back(&cx, &request, &measure).notice("measures-serves-notice")),
        Err(failure) if failure.is_form() => {
            let page = page_of(&cx, &request, Typed::Refused(&input, &failure)).await?;
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// `POST /p/{partnership}/measures/{slug}/serves/drop`
pub(crate) async fn serve_no_longer(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let item = input.required::<ItemId>("item").ok_or_else(|| input.invalid())?;
    let measure = commands::serve_no_longer(&cx, request.param_text("slug"), item).await?;
    Ok(back(&cx, &request, &measure).notice("measures-serves-not-notice"))
}

/// The items as a page lists them.
pub(crate) fn served(shell: &Shell, partnership: &str, items: &[Item]) -> Vec<Served> {
    let served = |item: &Item| Served {
        id: item.id.to_string(),
        href: shell.href(&format!("/p/{partnership}/goals/{}", item.id)),
        title: item.aim.title.to_string(),
        layer: layer(shell, item),
    };
    items.iter().map(served).collect()
}

/// What was typed into the form.
enum Typed<'a> {
    Nothing(FormView),
    Refused(&'a Input, &'a Failure),
}

async fn page_of(cx: &Cx, request: &Request, typed: Typed<'_>) -> Result<ServesPage, Failure> {
    let found = queries::serving(cx, request.param_text("slug")).await?;
    let base = format!("/p/{}/measures/{}", found.place.slug, found.measure.slug);
    let title = found.measure.definition.title.to_string();
    let mut shell = shell_of(cx, &found.place, "measures-serves-title").crumb(title.clone(), &base);
    let form = match typed {
        Typed::Nothing(form) => form,
        Typed::Refused(input, failure) => {
            FormView::refused(&mut shell, input.typed(), &failure.problems())
        }
    };
    let choice =
        |item: &Item| (item.id.to_string(), format!("{}: {}", layer(&shell, item), item.aim.title));
    Ok(ServesPage {
        serves: served(&shell, &found.place.slug, &found.serves),
        items: found.free.iter().map(choice).collect(),
        open: found.measure.state == crate::State::Active,
        form,
        base,
        title,
        shell,
    })
}

fn layer(shell: &Shell, item: &Item) -> String {
    shell.t(&format!("measures-serves-{}", item.layer)).into_owned()
}

fn back(cx: &Cx, request: &Request, measure: &Measure) -> Response {
    let partnership = request.param_text("partnership");
    web::redirect(cx, &format!("/p/{partnership}/measures/{}", measure.slug))
}

//! The form that adds an item to the plan.

use askama::Template;
use base::{OrganizationId, Role};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::{
    goal::{
        Item, ItemId, Layer, Term, commands, parse,
        queries::{self, Whole},
        words,
    },
    words::{self as plain, Choice},
};

/// The form of a new item.
#[derive(Template)]
#[template(path = "plan/goal_new.html")]
struct NewPage {
    shell: Shell,
    form: FormView,
    /// Sent with the form, so that a second send adds no second item.
    once: String,
    base: String,
    layer: Layer,
    hint: String,
    terms: Vec<Choice>,
    owners: Vec<Choice>,
    uppers: Vec<Choice>,
}

web::page!(NewPage);

/// `GET /p/{partnership}/goals/new`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    // The form is for those who may send it.
    cx.admits(crate::access::PLAN).await?;
    let whole = queries::whole(&cx).await?;
    let input = request.query();
    let layer = layer_of(&input);
    let form = FormView::filled(input.typed());
    web::page(&request, &page_of(&cx, shell(&cx, &whole, layer), form, &whole, layer))
}

/// `POST /p/{partnership}/goals/new`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let whole = queries::whole(&cx).await?;
    match add(&cx, &mut input, &whole).await {
        Ok(item) => {
            let path = format!("/p/{}/goals/{}", whole.place.slug, item.id);
            Ok(web::redirect(&cx, &path).notice("goals-added-notice"))
        }
        Err(failure) if failure.is_form() => {
            let layer = layer_of(&input);
            let mut shell = shell(&cx, &whole, layer);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = web::page(&request, &page_of(&cx, shell, form, &whole, layer))?;
            Ok(page.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn add(cx: &Cx, input: &mut Input, whole: &Whole) -> Result<Item, Failure> {
    let own = match owners(whole).as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let new = parse::new_item(input, own);
    input.check()?;
    let new = new.ok_or_else(|| input.invalid())?;
    Ok(commands::add(cx, new).await?)
}

fn layer_of(input: &Input) -> Layer {
    input.text("layer").and_then(|layer| layer.parse().ok()).unwrap_or(Layer::Goal)
}

/// The organizations for which the reader may plan: all for a coordinator, else their own.
pub(super) fn owners(whole: &Whole) -> Vec<OrganizationId> {
    let standing = &whole.place.standing;
    let all = whole.directory.current().map(|entry| entry.id);
    if standing.has(Role::Coordinator) {
        all.collect()
    } else {
        all.filter(|of| standing.leads(*of)).collect()
    }
}

fn shell(cx: &Cx, whole: &Whole, layer: Layer) -> Shell {
    let place = &whole.place;
    let shell = Shell::new(cx, Some(place), "goals-title", Section::Plan);
    let crumb = shell.t("goals-title").into_owned();
    let title = plain::said(&shell, "goals-add", layer);
    shell.titled(title).crumb(crumb, &format!("/p/{}/goals", place.slug))
}

fn page_of(cx: &Cx, shell: Shell, form: FormView, whole: &Whole, layer: Layer) -> NewPage {
    let own = owners(whole);
    let owner = |of: &OrganizationId| (of.to_string(), whole.directory.name(*of).to_owned());
    let upper = |item: &Item| {
        let layer = words::layer(&shell, item.layer);
        (item.id.to_string(), format!("{layer}: {}", item.aim.title))
    };
    let serves = layer.serves();
    let fits = |item: &&Item| item.is_open() && serves.contains(&item.layer);
    NewPage {
        once: cx.new_id::<ItemId>().to_string(),
        base: format!("/p/{}/goals", whole.place.slug),
        hint: plain::said(&shell, "goals-about", layer),
        terms: plain::choices(&shell, "goals-term", Term::ALL),
        owners: if own.len() > 1 { own.iter().map(owner).collect() } else { Vec::new() },
        uppers: whole.outline.all().filter(fits).map(upper).collect(),
        layer,
        form,
        shell,
    }
}

//! The forms of a measure: defining, changing, taking it out of use.

use ::store::Cx;
use askama::Template;
use base::{OrganizationId, Reason};
use partnership::Directory;
use standards::{Direction, Frequency, Kind, Unit};
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::shell_of;
use crate::{
    Error, access,
    measure::{
        Definition, Measure, MeasureId,
        commands::{self, Change},
        may_keep, parse, store,
    },
    words::{self, Choice},
};

/// The form that defines or changes a measure.
#[derive(Template)]
#[template(path = "measures/define.html")]
struct DefinePage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    is_new: bool,
    revision: String,
    once: String,
    kinds: Vec<Choice>,
    units: Vec<Choice>,
    directions: Vec<Choice>,
    frequencies: Vec<Choice>,
    organizations: Vec<Choice>,
    keepers: Vec<Choice>,
    rows: Vec<TargetRow>,
}

/// The fields of one target.
struct TargetRow {
    number: usize,
    by: String,
    value: String,
}

/// The page that asks why a measure goes out of use.
#[derive(Template)]
#[template(path = "measures/retire.html")]
struct RetirePage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    title: String,
}

web::page!(DefinePage, RetirePage);

/// What a form needs to know besides what was typed.
struct Around {
    shell: Shell,
    base: String,
    /// The measure to be changed.
    measure: Option<Measure>,
    organizations: Vec<Choice>,
    keepers: Vec<Choice>,
}

/// `GET /p/{partnership}/measures/new`
pub(crate) async fn define_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    let around = around(&cx, None).await?;
    let mut start = vec![("small_count".to_owned(), "11".to_owned())];
    // Somebody who acts for one organization defines its measures.
    if let [(only, _)] = around.organizations.as_slice() {
        start.push(("organization".to_owned(), only.clone()));
    }
    web::page(&request, &page_of(&cx, around, FormView::filled(start)))
}

/// `POST /p/{partnership}/measures`
pub(crate) async fn define(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let defined = match parse::definition(&mut input) {
        Some(definition) => define_with(&cx, definition).await,
        None => Err(input.invalid().into()),
    };
    match defined {
        Ok(measure) => {
            let path =
                format!("/p/{}/measures/{}", request.param_text("partnership"), measure.slug);
            Ok(web::redirect(&cx, &path).notice("measures-defined-notice"))
        }
        Err(failure) => again(&cx, &request, &input, None, failure).await,
    }
}

async fn define_with(cx: &Cx, definition: Definition) -> Result<Measure, Failure> {
    commands::define(cx, definition).await.map_err(|error| error.placed().into())
}

/// `GET /p/{partnership}/measures/{slug}/edit`
pub(crate) async fn change_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    let around = around(&cx, Some(request.param_text("slug"))).await?;
    let typed = around.measure.as_ref().map(|measure| parse::typed(&measure.definition));
    web::page(&request, &page_of(&cx, around, FormView::filled(typed.unwrap_or_default())))
}

/// `POST /p/{partnership}/measures/{slug}/edit`
pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let slug = request.param_text("slug");
    let changed = match (parse::definition(&mut input), request.revision()?) {
        (Some(definition), seen) => {
            let change = Change { slug: slug.to_owned(), definition, seen };
            commands::change(&cx, change).await.map_err(|error| error.placed().into())
        }
        (None, _) => Err(input.invalid().into()),
    };
    match changed {
        Ok(measure) => {
            let path =
                format!("/p/{}/measures/{}", request.param_text("partnership"), measure.slug);
            Ok(web::redirect(&cx, &path).notice("measures-changed-notice"))
        }
        Err(failure) => again(&cx, &request, &input, Some(slug), failure).await,
    }
}

/// `GET /p/{partnership}/measures/{slug}/retire`
pub(crate) async fn retire_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    let around = around(&cx, Some(request.param_text("slug"))).await?;
    web::page(&request, &retire_page(around, FormView::new()))
}

/// `POST /p/{partnership}/measures/{slug}/retire`
pub(crate) async fn retire(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let slug = request.param_text("slug");
    let retired = match input.required::<Reason>("why") {
        Some(why) => commands::retire(&cx, slug, why, None).await.map_err(Failure::from),
        None => Err(input.invalid().into()),
    };
    match retired {
        Ok(measure) => {
            let path =
                format!("/p/{}/measures/{}", request.param_text("partnership"), measure.slug);
            let undo = format!("{path}/retire/undo");
            Ok(web::redirect(&cx, &path).notice("measures-retired-notice").undo(&undo))
        }
        Err(failure) if failure.is_form() => {
            let mut around = around(&cx, Some(slug)).await?;
            let form = FormView::refused(&mut around.shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &retire_page(around, form))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// `POST /p/{partnership}/measures/{slug}/retire/undo`
pub(crate) async fn restore(cx: Cx, request: Request) -> Result<Response, Failure> {
    let measure = commands::restore(&cx, request.param_text("slug"), None).await?;
    let path = format!("/p/{}/measures/{}", request.param_text("partnership"), measure.slug);
    Ok(web::redirect(&cx, &path).notice("measures-restored-notice"))
}

/// The form again, with what was typed and what is wrong.
async fn again(
    cx: &Cx,
    request: &Request,
    input: &Input,
    slug: Option<&str>,
    failure: Failure,
) -> Result<Response, Failure> {
    if !failure.is_form() {
        return Err(failure);
    }
    let mut around = around(cx, slug).await?;
    let form = FormView::refused(&mut around.shell, input.typed(), &failure.problems());
    Ok(web::page(request, &page_of(cx, around, form))?.with_status_of(&failure))
}

async fn around(cx: &Cx, slug: Option<&str>) -> Result<Around, Failure> {
    let tx = cx.read(access::FORM).await.map_err(Error::from)?;
    let place = tx.place().map_err(Error::from)?;
    let measure = match slug {
        Some(slug) => Some(store::load(&tx, slug).await?),
        None => None,
    };
    if measure.as_ref().is_some_and(|measure| !measure.may_be_changed_by(&place.standing)) {
        return Err(Error::NotYours.into());
    }
    let directory = partnership::directory(&tx).await?;
    let organizations = own_organizations(&place, &directory);
    let mut keepers = Vec::new();
    for (id, name) in organizations.iter().take(20) {
        let Ok(id) = id.parse::<OrganizationId>() else { continue };
        let members = partnership::members(&tx, id).await?;
        keepers.extend(
            members.iter().map(|one| (one.id.to_string(), format!("{}, {name}", one.name()))),
        );
    }
    let base = format!("/p/{}/measures", place.slug);
    let title = if measure.is_some() { "measures-change" } else { "measures-define" };
    let mut shell = shell_of(cx, &place, title);
    if let Some(measure) = &measure {
        let path = format!("{base}/{}", measure.slug);
        shell = shell.crumb(measure.definition.title.to_string(), &path);
    }
    Ok(Around { shell, base, measure, organizations, keepers })
}

/// The organizations whose measures the reader may keep.
fn own_organizations(place: &::store::Place, directory: &Directory) -> Vec<Choice> {
    directory
        .current()
        .filter(|one| may_keep(&place.standing, Some(one.id)))
        .map(|one| (one.id.to_string(), one.name.clone()))
        .collect()
}

fn page_of(cx: &Cx, around: Around, form: FormView) -> DefinePage {
    let Around { shell, base, measure, organizations, keepers } = around;
    let own = measure.as_ref().map(|measure| format!("{base}/{}", measure.slug));
    let rows = (1..=parse::TARGET_ROWS).map(|number| TargetRow {
        number,
        by: format!("target_{number}_by"),
        value: format!("target_{number}_value"),
    });
    DefinePage {
        action: own.as_ref().map_or_else(|| base.clone(), |own| format!("{own}/edit")),
        cancel: own.unwrap_or(base),
        is_new: measure.is_none(),
        revision: measure.map(|measure| measure.revision.to_string()).unwrap_or_default(),
        once: cx.new_id::<MeasureId>().to_string(),
        kinds: words::choices(Kind::ALL, |one| words::kind(&shell, one)),
        units: words::choices(Unit::ALL, |one| words::unit(&shell, one)),
        directions: words::choices(Direction::ALL, |one| words::direction(&shell, one)),
        frequencies: words::choices(Frequency::ALL, |one| words::frequency(&shell, one)),
        organizations,
        keepers,
        rows: rows.collect(),
        form,
        shell,
    }
}

fn retire_page(around: Around, form: FormView) -> RetirePage {
    let measure = around.measure.as_ref();
    let slug = measure.map(|measure| measure.slug.as_str()).unwrap_or_default();
    let own = format!("{}/{slug}", around.base);
    let title = measure.map(|measure| measure.definition.title.to_string()).unwrap_or_default();
    let heading = around.shell.t("measures-retire").into_owned();
    RetirePage {
        action: format!("{own}/retire"),
        cancel: own,
        title,
        form,
        shell: around.shell.titled(heading),
    }
}

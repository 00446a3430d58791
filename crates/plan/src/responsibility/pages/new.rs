//! The form that names somebody for an item of the plan.

use askama::Template;
use base::FieldProblem;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::{
    access,
    goal::ItemId,
    responsibility::{
        Bearer, Duty, Responsibility, ResponsibilityError, ResponsibilityId, commands, parse,
        queries::{self, Choices},
    },
    words::{self as plain, Choice},
};

/// The form of a new responsibility.
#[derive(Template)]
#[template(path = "plan/responsibility_new.html")]
struct NewPage {
    shell: Shell,
    form: FormView,
    /// Sent with the form, so that a second send names nobody twice.
    once: String,
    base: String,
    title: String,
    /// Whether the reader keeps the item, or offers to help.
    keeps: bool,
    bearers: Vec<Choice>,
    duties: Vec<Choice>,
}

web::page!(NewPage);

/// `GET /p/{partnership}/goals/{id}/roles/new`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let choices = queries::choices(&cx, request.param("id")?).await?;
    may(&choices)?;
    let mut start: Vec<(String, String)> = request.query().typed().collect();
    // Who can name only one is asked nothing.
    if let [(only, _)] = bearers(&choices).as_slice() {
        start.push(("bearer".to_owned(), only.clone()));
    }
    web::page(&request, &page_of(&cx, shell(&cx, &choices), FormView::filled(start), &choices))
}

/// `POST /p/{partnership}/goals/{id}/roles/new`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let item: ItemId = request.param("id")?;
    match propose(&cx, &mut input, item).await {
        Ok(_) => {
            let path = format!("/p/{}/goals/{item}", request.param_text("partnership"));
            Ok(web::redirect(&cx, &path).notice("responsibilities-proposed-notice"))
        }
        Err(failure) if failure.is_form() => {
            let choices = queries::choices(&cx, item).await?;
            if may(&choices).is_err() {
                return Err(failure);
            }
            let mut shell = shell(&cx, &choices);
            let problems: Vec<FieldProblem> = failure.problems();
            let form = FormView::refused(&mut shell, input.typed(), &problems);
            let page = web::page(&request, &page_of(&cx, shell, form, &choices))?;
            Ok(page.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn propose(cx: &Cx, input: &mut Input, item: ItemId) -> Result<Responsibility, Failure> {
    let new = parse::new_role(input, Some(item));
    input.check()?;
    let new = new.ok_or_else(|| input.invalid())?;
    Ok(commands::propose(cx, new).await?)
}

/// Whether the reader can name anybody for an open item.
fn may(choices: &Choices) -> Result<(), crate::Error> {
    choices.item.must_be_open()?;
    if bearers(choices).is_empty() {
        return Err(ResponsibilityError::NotYours.into());
    }
    Ok(())
}

fn keeps(choices: &Choices) -> bool {
    access::plans_for(&choices.place.standing, choices.item.aim.owner).is_some()
}

/// Whom the reader may name: anybody for what they keep, and for the rest themselves.
fn bearers(choices: &Choices) -> Vec<Choice> {
    let names = &choices.names;
    let may = |bearer: Bearer, of: base::OrganizationId| {
        keeps(choices) || access::carries(&choices.place.standing, (bearer, of), &choices.held)
    };
    let organizations = names.directory.current().map(|entry| (entry.id, entry.name.clone()));
    let organizations = organizations
        .filter(|(of, _)| may(Bearer::Organization(*of), *of))
        .map(|(of, name)| (of.to_string(), name));
    let seats = names
        .seats
        .iter()
        .filter(|seat| !seat.closed && may(Bearer::Seat(seat.id), seat.organization))
        .map(|seat| {
            let short = names.directory.short_name(seat.organization);
            (seat.id.to_string(), format!("{}, {} ({short})", seat.title, seat.body))
        });
    organizations.chain(seats).collect()
}

fn shell(cx: &Cx, choices: &Choices) -> Shell {
    let (place, item) = (&choices.place, &choices.item);
    let shell = Shell::new(cx, Some(place), "responsibilities-new", Section::Plan);
    let goals = shell.t("goals-title").into_owned();
    let title = if keeps(choices) { "responsibilities-new" } else { "responsibilities-offer" };
    let title = shell.t(title).into_owned();
    shell
        .titled(title)
        .crumb(goals, &format!("/p/{}/goals", place.slug))
        .crumb(item.aim.title.as_str(), &format!("/p/{}/goals/{}", place.slug, item.id))
}

fn page_of(cx: &Cx, shell: Shell, form: FormView, choices: &Choices) -> NewPage {
    NewPage {
        once: cx.new_id::<ResponsibilityId>().to_string(),
        base: format!("/p/{}/goals/{}", choices.place.slug, choices.item.id),
        title: choices.item.aim.title.to_string(),
        keeps: keeps(choices),
        bearers: bearers(choices),
        duties: plain::choices(&shell, "responsibilities-duty", Duty::ALL),
        form,
        shell,
    }
}

//! The page of one organization.

use base::{OrganizationId, PersonId, Role};
use store::Cx;
use web::{Block, Failure, Request, Response, Section, Shell, page};

use super::queries::{self, Sheet, holder_of};
use crate::{BodyId, PersonEntry, forms, forms::said};

#[derive(askama::Template)]
#[template(path = "partnership/organization.html")]
struct OrganizationPage {
    shell: Shell,
    base: String,
    here: String,
    id: OrganizationId,
    kicker: String,
    short: String,
    about: Option<String>,
    website: Option<String>,
    facts: Vec<(String, String)>,
    people: Vec<(PersonId, String, String)>,
    seats: Vec<(BodyId, String)>,
    partnerships: i64,
    shared: Vec<(String, String)>,
    load: String,
    gone: bool,
    can_describe: bool,
    can_admit: bool,
    /// What other contexts say about it.
    others: Vec<Block>,
}

web::page!(OrganizationPage);

pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: OrganizationId = request.param("id")?;
    let sheet = queries::sheet(&cx, id).await?;
    let shared = queries::shared(&cx, id).await?;
    let place = &sheet.place;
    let (organization, membership) = (&sheet.member.organization, &sheet.member.membership);
    let entry = &organization.entry;
    let base = forms::base(place);
    let shell = Shell::new(&cx, Some(place), "organizations-page", Section::People);
    let all = shell.t("organizations-page").into_owned();
    let shell = shell.crumb(all, &format!("{base}/organizations")).titled(entry.name.to_string());
    let kind = said(&shell, "organization-kind", entry.kind);
    let sector = said(&shell, "sector", entry.sector);
    let load = shell.tn(
        "organization-load-here",
        &[
            ("people", sheet.people_count.into()),
            ("bodies", sheet.body_count.into()),
            ("promises", sheet.member.open_promises.into()),
        ],
    );
    let shared = shared.into_iter().filter(|(slug, _)| *slug != place.slug).collect();
    let shown = OrganizationPage {
        others: web::about(&cx, "organization", id).await?,
        here: format!("{base}/organizations/{id}"),
        id,
        kicker: shell.t2("organization-kicker", "kind", kind, "sector", sector),
        short: short(&shell, &sheet),
        about: entry.about.as_ref().map(ToString::to_string),
        website: entry.website.as_ref().map(ToString::to_string),
        facts: facts(&shell, &sheet),
        people: sheet.people.iter().map(|person| line(&shell, person, id)).collect(),
        seats: seats(&shell, &sheet),
        partnerships: organization.partnerships,
        shared,
        load,
        gone: membership.until.is_some(),
        can_describe: sheet.may_describe,
        can_admit: place.standing.has(Role::Coordinator),
        base,
        shell,
    };
    page(&request, &shown)
}

fn short(shell: &Shell, sheet: &Sheet) -> String {
    let membership = &sheet.member.membership;
    let part = said(shell, "part", membership.part);
    let since = shell.date(membership.since);
    match membership.until {
        None => shell.t2("organization-short", "part", part, "since", since),
        Some(until) => {
            let until = shell.date(until);
            shell.t2("organization-short-gone", "since", since, "until", until)
        }
    }
}

fn facts(shell: &Shell, sheet: &Sheet) -> Vec<(String, String)> {
    let entry = &sheet.member.organization.entry;
    let fact = |key: &str, text: String| (shell.t(key).into_owned(), text);
    let mut facts = vec![
        fact("organization-short-name", entry.short_name.to_string()),
        fact("organizations-kind", said(shell, "organization-kind", entry.kind)),
        fact("organizations-sector", said(shell, "sector", entry.sector)),
    ];
    facts.extend(entry.state.as_ref().map(|it| fact("organization-state", it.name())));
    facts.extend(entry.tribe.as_ref().map(|it| fact("organization-tribe", it.to_string())));
    facts
}

fn line(shell: &Shell, person: &PersonEntry, id: OrganizationId) -> (PersonId, String, String) {
    let work = person.works.iter().find(|work| work.organization == id);
    let roles = work.map(|work| forms::role_words(shell, &work.roles)).unwrap_or_default();
    let title = work.and_then(|work| work.title.clone());
    let detail = match title {
        Some(title) => format!("{title}. {roles}"),
        None => roles,
    };
    (person.id, person.name().to_owned(), detail)
}

fn seats(shell: &Shell, sheet: &Sheet) -> Vec<(BodyId, String)> {
    let name = |body: BodyId| {
        let found = sheet.bodies.iter().find(|(id, _)| *id == body);
        found.map_or("", |(_, name)| name)
    };
    let words = |seat: &crate::Seat| {
        let holder = holder_of(&sheet.people, seat.holder().map(|holder| holder.person));
        let nobody = shell.t("seats-nobody");
        let args = [
            ("body", name(seat.body).into()),
            ("title", seat.title.as_str().into()),
            ("holder", holder.unwrap_or(&nobody).into()),
        ];
        (seat.body, shell.tn("organization-seat", &args))
    };
    sheet.seats.iter().map(words).collect()
}

//! Pages of people: the list, one person, and one's own profile.

use std::sync::Arc;

use base::{OrganizationId, PersonId, Role, Title};
use store::{Cursor, Cx, KeyPart, Place};
use web::{Failure, FormView, Request, Response, Section, Shell, page};

use super::{
    Wanted, asked_for,
    queries::{self, Card},
};
use crate::{
    Directory, PersonEntry,
    forms::{self, Choice, choices},
};

/// How many people stand on a page.
const A_PAGE: i64 = 25;

#[derive(askama::Template)]
#[template(path = "partnership/people.html")]
struct ListPage {
    shell: Shell,
    base: String,
    form: FormView,
    directory: Directory,
    people: Vec<Line>,
    count: i64,
    can_invite: bool,
    first: Option<String>,
    next: Option<String>,
}

struct Line {
    id: PersonId,
    name: String,
    works: Vec<String>,
    roles: String,
    knows: String,
}

web::page!(ListPage);

impl ListPage {
    fn short(&self) -> String {
        let organizations = i64::try_from(self.directory.current().count()).unwrap_or_default();
        self.shell.t2("people-short", "people", self.count, "organizations", organizations)
    }

    fn caption(&self) -> String {
        self.shell.t("people-caption").into_owned()
    }

    #[expect(clippy::unused_self, reason = "a template calls methods")]
    fn columns(&self) -> [(&'static str, &'static str); 4] {
        [
            ("people-name", ""),
            ("people-organization", ""),
            ("people-roles", ""),
            ("people-knows", ""),
        ]
    }

    fn organizations(&self) -> Vec<Choice> {
        forms::organizations(&self.directory)
    }

    fn roles(&self) -> Vec<Choice> {
        choices(&self.shell, "word-role", Role::ALL)
    }
}

/// What the list's address asks for.
pub(super) fn wanted(request: &Request) -> Result<(Wanted, FormView), Failure> {
    let mut query = request.query();
    let words = query.optional::<Title>("q").map(|words| asked_for(words.as_str()));
    let words = words.unwrap_or_default();
    let organization = query.optional::<OrganizationId>("organization");
    let role = query.optional::<Role>("role");
    let after =
        query.text("after").map(|mark| Cursor::decode(mark, &[KeyPart::Text; 2])).transpose()?;
    query.check()?;
    let form = FormView::filled(query.typed());
    Ok((Wanted { words, organization, role, after, limit: A_PAGE }, form))
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (wanted, form) = wanted(&request)?;
    let listed = queries::page(&cx, &wanted).await?;
    let place = &listed.place;
    let shell = Shell::new(&cx, Some(place), "people-page", Section::People);
    let directory = listed.directory;
    let people = listed.page.items.iter().map(|card| line(&shell, &directory, card)).collect();
    let (first, next) = forms::pages(&request, &shell, listed.page.next.as_deref());
    let can_invite = place.standing.has(Role::Coordinator) || place.standing.has(Role::Lead);
    let (base, count) = (forms::base(place), listed.count);
    page(
        &request,
        &ListPage { shell, base, form, directory, people, count, can_invite, first, next },
    )
}

fn line(shell: &Shell, directory: &Directory, card: &Card) -> Line {
    let entry = &card.entry;
    let work = |work: &crate::Work| match &work.title {
        Some(title) => format!("{}, {title}", directory.name(work.organization)),
        None => directory.name(work.organization).to_owned(),
    };
    let mut roles: Vec<Role> = entry.works.iter().flat_map(|work| work.roles.clone()).collect();
    roles.sort_unstable();
    roles.dedup();
    let knows: Vec<&str> = card.known.iter().map(|(_, item)| item.as_str()).collect();
    Line {
        id: entry.id,
        name: entry.name().to_owned(),
        works: entry.works.iter().map(work).collect(),
        roles: forms::role_words(shell, &roles),
        knows: knows.join(", "),
    }
}

#[derive(askama::Template)]
#[template(path = "partnership/person.html")]
struct PersonPage {
    shell: Shell,
    base: String,
    id: PersonId,
    short: String,
    about: crate::About,
    known: Vec<(String, String)>,
    roles: Vec<RoleLine>,
    seats: Vec<crate::body::store::Held>,
    gone: bool,
    is_me: bool,
    can_offer: bool,
}

struct RoleLine {
    words: String,
    title: String,
    remove: Option<String>,
}

web::page!(PersonPage);

pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: PersonId = request.param("id")?;
    let sheet = queries::sheet(&cx, id).await?;
    let place = &sheet.place;
    let base = forms::base(place);
    let shell = Shell::new(&cx, Some(place), "people-page", Section::People);
    let all = shell.t("people-page").into_owned();
    let shell = shell.crumb(all, &format!("{base}/people")).titled(sheet.entry.name());
    let me = cx.actor().person().map(|person| person.person);
    let leads = place.standing.has(Role::Coordinator) || place.standing.has(Role::Lead);
    let is_me = me == Some(id);
    let known = known(&shell, &sheet.profile.about);
    let shown = PersonPage {
        id,
        short: short(&shell, &sheet.directory, &sheet.entry),
        roles: roles(&shell, place, &sheet.directory, &sheet.entry, is_me),
        about: sheet.profile.about,
        known,
        seats: sheet.seats,
        gone: sheet.entry.gone,
        is_me,
        can_offer: leads && !sheet.entry.gone,
        base,
        shell,
    };
    page(&request, &shown)
}

fn short(shell: &Shell, directory: &Directory, person: &PersonEntry) -> String {
    if person.gone {
        return shell.t1("person-short-gone", "name", person.name());
    }
    let organization = person.organization().map(|it| directory.name(it)).unwrap_or_default();
    match person.title() {
        Some(title) => shell.t2("person-short-title", "title", title, "organization", organization),
        None => shell.t2("person-short", "name", person.name(), "organization", organization),
    }
}

fn known(shell: &Shell, about: &crate::About) -> Vec<(String, String)> {
    let lists = about.known().into_iter().filter(|(_, items)| !items.is_empty());
    lists
        .map(|(kind, items)| {
            let items: Vec<&str> = items.iter().map(base::Line::as_str).collect();
            (forms::said(shell, "person-known", kind), items.join(", "))
        })
        .collect()
}

fn roles(
    shell: &Shell,
    place: &Arc<Place>,
    directory: &Directory,
    person: &PersonEntry,
    is_me: bool,
) -> Vec<RoleLine> {
    let mut lines = Vec::new();
    for work in &person.works {
        let authority = crate::role::commands::authority(&place.standing, work.organization);
        for role in &work.roles {
            let word = forms::said(shell, "word-role", *role);
            let organization = directory.name(work.organization);
            let path = format!(
                "{}/people/{}/roles/{}/{role}/end",
                forms::base(place),
                person.id,
                work.organization
            );
            lines.push(RoleLine {
                words: shell.t2("person-role", "role", word, "organization", organization),
                title: work.title.clone().unwrap_or_default(),
                remove: (is_me || authority.over(*role).is_ok()).then_some(path),
            });
        }
    }
    lines
}

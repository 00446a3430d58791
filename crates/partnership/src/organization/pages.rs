//! Pages of organizations and memberships.

use std::sync::Arc;

use ::store::{Cursor, Cx, KeyPart, Place};
use base::{Date, OrganizationId, Revision, Role};
use web::{Failure, FormView, Input, Request, Response, Section, Shell, page, redirect};

use super::{
    Wanted,
    commands::{self, AddOrganization, Known},
    queries,
    store::Member,
};
use crate::{
    Entry, Error, OrganizationKind, Part, Sector, access,
    forms::{self, Choice, choices, said},
    states,
};

/// How many organizations stand on a page.
const A_PAGE: i64 = 50;

#[derive(askama::Template)]
#[template(path = "partnership/organizations.html")]
struct ListPage {
    shell: Shell,
    base: String,
    form: FormView,
    organizations: Vec<Line>,
    current: i64,
    can_admit: bool,
    first: Option<String>,
    next: Option<String>,
}

struct Line {
    id: OrganizationId,
    name: String,
    short_name: String,
    part: String,
    kind: String,
    sector: String,
    since: String,
}

impl ListPage {
    fn short(&self) -> String {
        self.shell.t1("organizations-short", "count", self.current)
    }

    fn caption(&self) -> String {
        self.shell.t("organizations-caption").into_owned()
    }

    #[expect(clippy::unused_self, reason = "a template calls methods")]
    fn columns(&self) -> [(&'static str, &'static str); 5] {
        let part = |key| (key, "");
        [
            part("organizations-name"),
            part("organizations-part"),
            part("organizations-kind"),
            part("organizations-sector"),
            part("organizations-since"),
        ]
    }

    fn sectors(&self) -> Vec<Choice> {
        choices(&self.shell, "sector", Sector::ALL)
    }

    fn formers(&self) -> Vec<Choice> {
        vec![("yes".to_owned(), self.shell.t("organizations-with-former").into_owned())]
    }
}

/// What the list's address asks for.
pub(super) fn wanted(request: &Request) -> Result<(Wanted, FormView), Failure> {
    let mut query = request.query();
    let sector = query.optional::<Sector>("sector");
    let after =
        query.text("after").map(|mark| Cursor::decode(mark, &[KeyPart::Text; 2])).transpose()?;
    query.check()?;
    let form = FormView::filled(query.typed());
    Ok((Wanted { former: query.flag("former"), sector, after, limit: A_PAGE }, form))
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (wanted, form) = wanted(&request)?;
    let listed = queries::list(&cx, &wanted).await?;
    let place = &listed.place;
    let shell = Shell::new(&cx, Some(place), "organizations-page", Section::People);
    let line = |it: &Member| Line {
        id: it.organization.id,
        name: it.organization.entry.name.to_string(),
        short_name: it.organization.entry.short_name.to_string(),
        part: match it.membership.until {
            Some(until) => shell.t1("organizations-until", "date", shell.date(until)),
            None => said(&shell, "part", it.membership.part),
        },
        kind: said(&shell, "organization-kind", it.organization.entry.kind),
        sector: said(&shell, "sector", it.organization.entry.sector),
        since: shell.date(it.membership.since),
    };
    let organizations = listed.page.items.iter().map(line).collect();
    let (first, next) = forms::pages(&request, &shell, listed.page.next.as_deref());
    let can_admit = place.standing.has(Role::Coordinator);
    let (base, current) = (forms::base(place), listed.current);
    page(&request, &ListPage { shell, base, form, organizations, current, can_admit, first, next })
}

#[derive(askama::Template)]
#[template(path = "partnership/organization_form.html")]
struct FormPage {
    shell: Shell,
    form: FormView,
    adding: bool,
    known: bool,
    action: String,
    cancel: String,
    button: &'static str,
    kinds: Vec<Choice>,
    sectors: Vec<Choice>,
    states: Vec<Choice>,
    parts: Vec<Choice>,
}

impl FormPage {
    fn adding(shell: Shell, place: &Place, form: FormView, known: bool) -> Self {
        let cancel = format!("{}/organizations", forms::base(place));
        let action = format!("{cancel}/new");
        Self { adding: true, known, ..Self::of(shell, form, action, cancel, "organization-add") }
    }

    fn of(
        shell: Shell,
        form: FormView,
        action: String,
        cancel: String,
        button: &'static str,
    ) -> Self {
        let states = states().map(|state| (state.code().to_owned(), state.name())).collect();
        Self {
            form,
            adding: false,
            known: false,
            action,
            cancel,
            button,
            kinds: choices(&shell, "organization-kind", OrganizationKind::ALL),
            sectors: choices(&shell, "sector", Sector::ALL),
            states,
            parts: choices(&shell, "part", Part::ALL),
            shell,
        }
    }
}

web::page!(ListPage, FormPage, MembershipPage);

pub(crate) async fn new(cx: Cx, request: Request) -> Result<Response, Failure> {
    let place = queries::place(&cx).await?;
    let shell = new_shell(&cx, &place);
    let form = FormView::filled([("part", "member"), ("since", &place.today.to_string())]);
    page(&request, &FormPage::adding(shell, &place, form, false))
}

pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let answer = match addition(&mut input) {
        Ok(command) => commands::add(&cx, command).await.map_err(Failure::from),
        Err(invalid) => Err(invalid),
    };
    let failure = match forms::shown_again(answer)? {
        Ok(id) => {
            let place = queries::place(&cx).await?;
            let path = format!("{}/organizations/{id}", forms::base(&place));
            return Ok(redirect(&cx, &path).notice("organization-added-notice"));
        }
        Err(failure) => failure,
    };
    let place = queries::place(&cx).await?;
    let mut shell = new_shell(&cx, &place);
    let known = failure.problem().code() == "organization_name_taken";
    let form = forms::again(&mut shell, &input, &failure);
    let shown = page(&request, &FormPage::adding(shell, &place, form, known))?;
    Ok(shown.with_status_of(&failure))
}

fn new_shell(cx: &Cx, place: &Arc<Place>) -> Shell {
    let shell = Shell::new(cx, Some(place), "organization-new", Section::People);
    let label = shell.t("organizations-page").into_owned();
    shell.crumb(label, &format!("{}/organizations", forms::base(place)))
}

/// An organization that joins, out of a form or a JSON body.
pub(super) fn addition(input: &mut Input) -> Result<AddOrganization, Failure> {
    let entry = entry_from(input);
    let part = input.required::<Part>("part");
    let since = input.required::<Date>("since");
    let known = if input.flag("known") { Known::Join } else { Known::Refuse };
    input.check()?;
    match (entry, part, since) {
        (Some(entry), Some(part), Some(since)) => Ok(AddOrganization { entry, part, since, known }),
        _ => Err(input.invalid().into()),
    }
}

/// An entry, out of a form or a JSON body.
pub(super) fn entry_from(input: &mut Input) -> Option<Entry> {
    let name = input.required("name");
    let short_name = input.required("short_name");
    let kind = input.required::<OrganizationKind>("kind");
    let sector = input.required::<Sector>("sector");
    let state: Option<crate::Area> = input.optional("state");
    if state.is_some_and(|state| !state.is_state()) {
        input.refuse("state", "area_not_state", Vec::new());
    }
    let (tribe, website) = (input.optional("tribe"), input.optional("website"));
    let about = input.optional("about");
    Some(Entry {
        name: name?,
        short_name: short_name?,
        kind: kind?,
        sector: sector?,
        state,
        tribe,
        website,
        about,
    })
}

fn filled(entry: &Entry, revision: Revision) -> FormView {
    let optional = |text: Option<&str>| text.unwrap_or_default().to_owned();
    FormView::filled([
        ("revision", revision.to_string()),
        ("name", entry.name.to_string()),
        ("short_name", entry.short_name.to_string()),
        ("kind", entry.kind.to_string()),
        ("sector", entry.sector.to_string()),
        ("state", optional(entry.state.as_ref().map(crate::Area::code))),
        ("tribe", optional(entry.tribe.as_ref().map(base::Line::as_str))),
        ("website", optional(entry.website.as_ref().map(base::WebLink::as_str))),
        ("about", optional(entry.about.as_ref().map(base::Prose::as_str))),
    ])
}

/// The shell of a page below an organization's own.
fn below(cx: &Cx, place: &Arc<Place>, member: &Member, title: &str) -> (Shell, String) {
    let all = format!("{}/organizations", forms::base(place));
    let here = format!("{all}/{}", member.organization.id);
    let shell = Shell::new(cx, Some(place), title, Section::People);
    let label = shell.t("organizations-page").into_owned();
    let name = member.organization.entry.name.to_string();
    (shell.crumb(label, &all).crumb(name, &here), here)
}

pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: OrganizationId = request.param("id")?;
    let (place, member) = describable(&cx, id).await?;
    let (shell, here) = below(&cx, &place, &member, "organization-edit");
    let form = filled(&member.organization.entry, member.organization.revision);
    let action = format!("{here}/edit");
    page(&request, &FormPage::of(shell, form, action, here, "organization-save"))
}

pub(crate) async fn describe(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: OrganizationId = request.param("id")?;
    let mut input = request.input()?;
    let seen = forms::seen(&request)?;
    let entry = entry_from(&mut input);
    let answer = match (input.check(), entry) {
        (Ok(()), Some(entry)) => {
            commands::describe(&cx, id, entry, seen).await.map_err(Failure::from)
        }
        _ => Err(input.invalid().into()),
    };
    let answer = forms::shown_again(answer)?;
    let (place, member) = describable(&cx, id).await?;
    let (mut shell, here) = below(&cx, &place, &member, "organization-edit");
    let failure = match answer {
        Ok(_) => return Ok(redirect(&cx, &here).notice("organization-saved-notice")),
        Err(failure) => failure,
    };
    let form = forms::again(&mut shell, &input, &failure);
    let action = format!("{here}/edit");
    let shown = page(&request, &FormPage::of(shell, form, action, here, "organization-save"))?;
    Ok(shown.with_status_of(&failure))
}

/// The organization, when the reader may change its entry.
async fn describable(cx: &Cx, id: OrganizationId) -> Result<(Arc<Place>, Member), Error> {
    let (place, member) = queries::to_change(cx, access::DESCRIBE_FORM, id).await?;
    let by = commands::editor(place.partnership, &place.standing, id);
    member.organization.may_be_described(by)?;
    Ok((place, member))
}

#[derive(askama::Template)]
#[template(path = "partnership/membership.html")]
struct MembershipPage {
    shell: Shell,
    form: FormView,
    here: String,
    parts: Vec<Choice>,
}

pub(crate) async fn membership(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: OrganizationId = request.param("id")?;
    let (place, member) = queries::to_change(&cx, access::ADMIT_FORM, id).await?;
    let (shell, here) = below(&cx, &place, &member, "organization-membership");
    let form = FormView::filled([
        ("part", member.membership.part.to_string()),
        ("since", member.membership.since.to_string()),
        ("revision", member.membership.revision.to_string()),
    ]);
    let parts = choices(&shell, "part", Part::ALL);
    page(&request, &MembershipPage { shell, form, here, parts })
}

pub(crate) async fn change_membership(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: OrganizationId = request.param("id")?;
    let mut input = request.input()?;
    let seen = forms::seen(&request)?;
    let (part, since) = (input.required::<Part>("part"), input.required::<Date>("since"));
    let answer = match (input.check(), part, since) {
        (Ok(()), Some(part), Some(since)) => {
            commands::change_membership(&cx, id, part, since, seen).await.map_err(Failure::from)
        }
        _ => Err(input.invalid().into()),
    };
    let answer = forms::shown_again(answer)?;
    let (place, member) = queries::to_change(&cx, access::ADMIT_FORM, id).await?;
    let (mut shell, here) = below(&cx, &place, &member, "organization-membership");
    let failure = match answer {
        Ok(_) => return Ok(redirect(&cx, &here).notice("membership-saved-notice")),
        Err(failure) => failure,
    };
    let form = forms::again(&mut shell, &input, &failure);
    let parts = choices(&shell, "part", Part::ALL);
    let shown = page(&request, &MembershipPage { shell, form, here, parts })?;
    Ok(shown.with_status_of(&failure))
}

/// The page that asks before a membership ends.
pub(crate) async fn ending(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: OrganizationId = request.param("id")?;
    let (place, member) = queries::to_change(&cx, access::ADMIT_FORM, id).await?;
    member.membership.is_open()?;
    let form = FormView::filled([
        ("until", place.today.to_string()),
        ("revision", member.membership.revision.to_string()),
    ]);
    page(&request, &ending_page(&cx, &place, &member, form).0)
}

pub(crate) async fn end(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: OrganizationId = request.param("id")?;
    let mut input = request.input()?;
    let seen = forms::seen(&request)?;
    let until = input.required::<Date>("until");
    let answer = match (input.check(), until) {
        (Ok(()), Some(until)) => {
            commands::end_membership(&cx, id, until, seen).await.map_err(Failure::from)
        }
        _ => Err(input.invalid().into()),
    };
    let answer = forms::shown_again(answer)?;
    let (place, member) = queries::to_change(&cx, access::ADMIT_FORM, id).await?;
    let failure = match answer {
        Ok(_) => {
            let path = format!("{}/organizations/{id}", forms::base(&place));
            return Ok(redirect(&cx, &path).notice("membership-ended-notice"));
        }
        Err(failure) => failure,
    };
    let (mut shown, _) = ending_page(&cx, &place, &member, FormView::new());
    shown.form = forms::again(&mut shown.shell, &input, &failure);
    Ok(page(&request, &shown)?.with_status_of(&failure))
}

fn ending_page(
    cx: &Cx,
    place: &Arc<Place>,
    member: &Member,
    form: FormView,
) -> (forms::ConfirmPage, String) {
    let (shell, here) = below(cx, place, member, "organization-end");
    let name = member.organization.entry.name.as_str();
    let confirm = forms::ConfirmPage {
        what: shell.t1("membership-end-what", "organization", name),
        who: shell.t("membership-end-who").into_owned(),
        back: shell.t("membership-end-back").into_owned(),
        action: format!("{here}/end"),
        button: "organization-end",
        cancel: here.clone(),
        danger: true,
        dated: true,
        form,
        shell,
    };
    (confirm, here)
}

//! Pages of roles: offers that wait, a new offer, and the end of a role.

use base::{OrganizationId, PersonId, Private, Prose, Reason, Role};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell, page, redirect};

use super::{
    commands::{self, HeldRole, OfferRole},
    queries::{self, Choices, Inbox},
};
use crate::{
    RoleOffer, RoleOfferId,
    forms::{self, Choice},
};

#[derive(askama::Template)]
#[template(path = "partnership/roles.html")]
struct InboxPage {
    shell: Shell,
    base: String,
    mine: Vec<Line>,
    made: Vec<Line>,
    can_offer: bool,
}

struct Line {
    id: RoleOfferId,
    words: String,
    detail: String,
    note: String,
}

#[derive(askama::Template)]
#[template(path = "partnership/role_form.html")]
struct FormPage {
    shell: Shell,
    form: FormView,
    base: String,
    people: Vec<Choice>,
    organizations: Vec<Choice>,
    roles: Vec<Choice>,
}

web::page!(InboxPage, FormPage);

pub(crate) async fn inbox(cx: Cx, request: Request) -> Result<Response, Failure> {
    let inbox = queries::inbox(&cx).await?;
    let standing = &inbox.place.standing;
    let can_offer = standing.has(Role::Coordinator) || standing.has(Role::Lead);
    let shell = Shell::new(&cx, Some(&inbox.place), "roles-page", Section::People);
    let mine = inbox.mine.iter().map(|offer| to_me(&shell, &inbox, offer)).collect();
    let made = inbox.made.iter().map(|offer| from_us(&shell, &inbox, offer)).collect();
    let base = forms::base(&inbox.place);
    page(&request, &InboxPage { shell, base, mine, made, can_offer })
}

fn to_me(shell: &Shell, inbox: &Inbox, offer: &RoleOffer) -> Line {
    let role = forms::said(shell, "word-role", offer.role);
    let organization = inbox.directory.name(offer.organization);
    let by = inbox.people.name(offer.by);
    let note = offer.note.as_ref().map(|note| note.expose().to_string());
    Line {
        id: offer.id,
        words: shell.t2("person-role", "role", role, "organization", organization),
        detail: shell.t2("roles-by", "who", by, "when", shell.ago(offer.at)),
        note: note.unwrap_or_default(),
    }
}

fn from_us(shell: &Shell, inbox: &Inbox, offer: &RoleOffer) -> Line {
    let role = forms::said(shell, "word-role", offer.role);
    let args = [
        ("person", inbox.people.name(offer.person).into()),
        ("role", role.into()),
        ("organization", inbox.directory.name(offer.organization).into()),
    ];
    let by = inbox.people.name(offer.by);
    Line {
        id: offer.id,
        words: shell.tn("roles-to", &args),
        detail: shell.t2("roles-by", "who", by, "when", shell.ago(offer.at)),
        note: String::new(),
    }
}

pub(crate) async fn new(cx: Cx, request: Request) -> Result<Response, Failure> {
    let query = request.query();
    let person = query.text("person").unwrap_or_default().to_owned();
    let organization = query.text("organization").unwrap_or_default().to_owned();
    let form = [("person", person), ("organization", organization), ("role", "member".to_owned())];
    let choices = queries::choices(&cx).await?;
    let shell = new_shell(&cx, &choices);
    page(&request, &form_page(shell, &choices, FormView::filled(form)))
}

pub(crate) async fn offer(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let answer = match offer_from(&mut input) {
        Ok(command) => commands::offer(&cx, command).await.map_err(Failure::from),
        Err(invalid) => Err(invalid),
    };
    let answer = forms::shown_again(answer)?;
    let choices = queries::choices(&cx).await?;
    let failure = match answer {
        Ok(_) => {
            let path = format!("{}/roles", forms::base(&choices.place));
            return Ok(redirect(&cx, &path).notice("roles-offered-notice"));
        }
        Err(failure) => failure,
    };
    let mut shell = new_shell(&cx, &choices);
    let form = forms::again(&mut shell, &input, &failure);
    Ok(page(&request, &form_page(shell, &choices, form))?.with_status_of(&failure))
}

/// An offer, out of a form or a JSON body.
pub(super) fn offer_from(input: &mut Input) -> Result<OfferRole, Failure> {
    let person = input.required::<PersonId>("person");
    let organization = input.required::<OrganizationId>("organization");
    let role = input.required::<Role>("role");
    let note = input.optional::<Prose<1000>>("note").map(Private::new);
    input.check()?;
    match (person, organization, role) {
        (Some(person), Some(organization), Some(role)) => {
            Ok(OfferRole { person, organization, role, note })
        }
        _ => Err(input.invalid().into()),
    }
}

fn new_shell(cx: &Cx, choices: &Choices) -> Shell {
    let shell = Shell::new(cx, Some(&choices.place), "roles-new", Section::People);
    let label = shell.t("roles-page").into_owned();
    shell.crumb(label, &format!("{}/roles", forms::base(&choices.place)))
}

fn form_page(shell: Shell, choices: &Choices, form: FormView) -> FormPage {
    let standing = &choices.place.standing;
    let coordinates = standing.has(Role::Coordinator);
    let organizations = choices
        .directory
        .current()
        .filter(|entry| coordinates || standing.leads(entry.id))
        .map(|entry| (entry.id.to_string(), entry.name.clone()));
    let person = |person: &crate::PersonEntry| (person.id.to_string(), person.name().to_owned());
    FormPage {
        form,
        base: forms::base(&choices.place),
        people: choices.people.iter().map(person).collect(),
        organizations: organizations.collect(),
        roles: forms::roles(&shell, coordinates),
        shell,
    }
}

pub(crate) async fn accept(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::accept(&cx, request.param("id")?).await?;
    Ok(back(&cx, &request, "roles").notice("roles-accepted-notice"))
}

pub(crate) async fn decline(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let why = input.optional::<Reason>("why");
    input.check()?;
    commands::decline(&cx, request.param("id")?, why).await?;
    Ok(back(&cx, &request, "roles").notice("roles-declined-notice"))
}

pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::withdraw(&cx, request.param("id")?).await?;
    Ok(back(&cx, &request, "roles").notice("roles-withdrawn-notice"))
}

fn back(cx: &Cx, request: &Request, to: &str) -> Response {
    redirect(cx, &format!("/p/{}/{to}", request.param_text("partnership")))
}

/// The page that asks before a role ends.
pub(crate) async fn ending(cx: Cx, request: Request) -> Result<Response, Failure> {
    page(&request, &ending_page(&cx, held(&request)?).await?)
}

pub(crate) async fn end(cx: Cx, request: Request) -> Result<Response, Failure> {
    let held = held(&request)?;
    let own = cx.person()? == held.person;
    let answer = if own {
        commands::leave(&cx, held.organization, held.role).await
    } else {
        commands::remove(&cx, held).await
    };
    let failure = match forms::shown_again(answer.map_err(Failure::from))? {
        // One who gave up their last role here sees the partnership no more.
        Ok(()) if own => return Ok(redirect(&cx, "/me").notice("roles-left-notice")),
        Ok(()) => {
            let to = format!("people/{}", held.person);
            return Ok(back(&cx, &request, &to).notice("roles-removed-notice"));
        }
        Err(failure) => failure,
    };
    let mut shown = ending_page(&cx, held).await?;
    shown.form = forms::again(&mut shown.shell, &request.input()?, &failure);
    Ok(page(&request, &shown)?.with_status_of(&failure))
}

async fn ending_page(cx: &Cx, held: HeldRole) -> Result<forms::ConfirmPage, Failure> {
    let (place, directory, person) = queries::ending(cx, held).await?;
    let own = cx.person()? == held.person;
    let title = if own { "person-leave-role" } else { "person-remove-role" };
    let base = forms::base(&place);
    let here = format!("{base}/people/{}", held.person);
    let shell = Shell::new(cx, Some(&place), title, Section::People);
    let all = shell.t("people-page").into_owned();
    let shell = shell.crumb(all, &format!("{base}/people")).crumb(person.name(), &here);
    let args = [
        ("person", person.name().into()),
        ("role", forms::said(&shell, "word-role", held.role).into()),
        ("organization", directory.name(held.organization).into()),
    ];
    let what = shell.tn(if own { "roles-leave-what" } else { "roles-remove-what" }, &args);
    Ok(forms::ConfirmPage {
        what,
        who: shell.t("roles-end-who").into_owned(),
        back: shell.t("roles-end-back").into_owned(),
        action: format!("{here}/roles/{}/{}/end", held.organization, held.role),
        button: title,
        cancel: here,
        danger: true,
        dated: false,
        form: FormView::new(),
        shell,
    })
}

pub(super) fn held(request: &Request) -> Result<HeldRole, Failure> {
    let (person, organization) = (request.param("person")?, request.param("organization")?);
    Ok(HeldRole { person, organization, role: request.param("role")? })
}

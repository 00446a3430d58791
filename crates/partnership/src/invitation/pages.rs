//! The page of invitations.

use base::{EmailAddress, Language, OrganizationId, Role};
use identity::{InvitationId, Pending};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell, page, redirect};

use super::{Invitations, InvitePerson, invite, pending, resend, revoke};
use crate::forms::{self, Choice};

#[derive(askama::Template)]
#[template(path = "partnership/invitations.html")]
struct InvitationsPage {
    shell: Shell,
    form: FormView,
    base: String,
    pending: Vec<Line>,
    organizations: Vec<Choice>,
    roles: Vec<Choice>,
    languages: Vec<Choice>,
}

struct Line {
    id: InvitationId,
    email: String,
    words: String,
    dates: String,
}

web::page!(InvitationsPage);

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let invitations = pending(&cx).await?;
    let language = cx.language().to_string();
    let form = FormView::filled([("role", "member"), ("language", language.as_str())]);
    let shell = shell(&cx, &invitations);
    page(&request, &shown(shell, &invitations, form))
}

pub(crate) async fn send(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let answer = match invite_from(&mut input) {
        Ok(command) => invite(&cx, command).await.map_err(Failure::from),
        Err(invalid) => Err(invalid),
    };
    let failure = match forms::shown_again(answer)? {
        Ok(_) => return Ok(back(&cx, &request).notice("invitations-sent-notice")),
        Err(failure) => failure,
    };
    let invitations = pending(&cx).await?;
    let mut shell = shell(&cx, &invitations);
    let form = forms::again(&mut shell, &input, &failure);
    Ok(page(&request, &shown(shell, &invitations, form))?.with_status_of(&failure))
}

/// An invitation, out of a form or a JSON body.
pub(super) fn invite_from(input: &mut Input) -> Result<InvitePerson, Failure> {
    let email = input.required::<EmailAddress>("email");
    let name = input.optional("name");
    let organization = input.required::<OrganizationId>("organization");
    let role = input.required::<Role>("role");
    let note = input.optional("note");
    let language = input.required::<Language>("language");
    input.check()?;
    match (email, organization, role, language) {
        (Some(email), Some(organization), Some(role), Some(language)) => {
            Ok(InvitePerson { email, name, organization, role, note, language })
        }
        _ => Err(input.invalid().into()),
    }
}

pub(crate) async fn again(cx: Cx, request: Request) -> Result<Response, Failure> {
    resend(&cx, request.param("id")?).await?;
    Ok(back(&cx, &request).notice("invitations-resent-notice"))
}

pub(crate) async fn take_back(cx: Cx, request: Request) -> Result<Response, Failure> {
    revoke(&cx, request.param("id")?).await?;
    Ok(back(&cx, &request).notice("invitations-revoked-notice"))
}

fn back(cx: &Cx, request: &Request) -> Response {
    redirect(cx, &format!("/p/{}/invitations", request.param_text("partnership")))
}

fn shell(cx: &Cx, invitations: &Invitations) -> Shell {
    let base = forms::base(&invitations.place);
    let shell = Shell::new(cx, Some(&invitations.place), "invitations-page", Section::People);
    let label = shell.t("people-page").into_owned();
    shell.crumb(label, &format!("{base}/people"))
}

fn shown(shell: Shell, invitations: &Invitations, form: FormView) -> InvitationsPage {
    let standing = &invitations.place.standing;
    let coordinates = standing.has(Role::Coordinator);
    let organizations = invitations
        .directory
        .current()
        .filter(|entry| coordinates || standing.leads(entry.id))
        .map(|entry| (entry.id.to_string(), entry.name.clone()));
    InvitationsPage {
        form,
        base: forms::base(&invitations.place),
        pending: invitations.pending.iter().map(|it| line(&shell, invitations, it)).collect(),
        organizations: organizations.collect(),
        roles: forms::roles(&shell, coordinates),
        languages: forms::languages(),
        shell,
    }
}

fn line(shell: &Shell, invitations: &Invitations, it: &Pending) -> Line {
    let role = forms::said(shell, "word-role", it.role);
    let organization = invitations.directory.name(it.organization);
    let by = it.invited_by.map(|by| invitations.people.name(by)).unwrap_or_default();
    let args = [
        ("who", by.into()),
        ("sent", shell.ago(it.sent_at).into()),
        ("ends", shell.date(shell.day_of(it.ends_at)).into()),
    ];
    Line {
        id: it.id,
        email: it.email.expose().to_string(),
        words: shell.t2("person-role", "role", role, "organization", organization),
        dates: shell.tn("invitations-dates", &args),
    }
}

//! The page that an invitation's mail leads to.

use askama::Template;
use base::Role;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{Invite, Open, commands, queries};
use crate::{
    PersonName, Secret, access, account, entrance, fields,
    password::{Password, SHORTEST},
};

#[derive(Template)]
#[template(path = "identity/invitation.html")]
struct InvitationPage {
    shell: Shell,
    form: FormView,
    text: String,
    note: Option<String>,
    action: String,
    email: String,
    as_person: Option<String>,
    has_account: bool,
    least: usize,
}

web::page!(InvitationPage);

/// Shows what is offered, and how to take it: with an account or without one.
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let secret = fields::secret(&request)?;
    let open = queries::look(&cx, &secret).await?;
    let name = open.invite.name.as_ref().map(ToString::to_string).unwrap_or_default();
    let page = page(&cx, &request, &open, |_| FormView::filled([("name", name)])).await?;
    web::page(&request, &page)
}

/// Takes the role, with the account that is signed in or with a new one.
pub(crate) async fn accept(cx: Cx, request: Request) -> Result<Response, Failure> {
    let secret = fields::secret(&request)?;
    let mut input = request.input()?;
    let done = if cx.person().is_ok() {
        accept_as(&cx, &secret).await
    } else {
        accept_anew(&cx, &request, &secret, &mut input).await
    };
    match done {
        Err(failure) if failure.is_form() => {
            let open = queries::look(&cx, &secret).await?;
            let refused =
                |shell: &mut Shell| FormView::refused(shell, input.typed(), &failure.problems());
            let page = page(&cx, &request, &open, refused).await?;
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        done => done,
    }
}

/// Says no.
pub(crate) async fn decline(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::decline(&cx, &fields::secret(&request)?).await?;
    Ok(web::redirect(&cx, "/sign-in").notice("identity-declined-notice"))
}

/// The name and the password of somebody new; for the page and the API.
pub(crate) fn newcomer_from(input: &mut Input) -> Option<(PersonName, Password)> {
    let (name, password) = (fields::name(input), fields::password(input));
    Some((name?, password?))
}

async fn accept_as(cx: &Cx, secret: &Secret) -> Result<Response, Failure> {
    commands::accept(cx, secret).await?;
    Ok(web::redirect(cx, "/me").notice("identity-accepted-notice"))
}

async fn accept_anew(
    cx: &Cx,
    request: &Request,
    secret: &Secret,
    input: &mut Input,
) -> Result<Response, Failure> {
    let Some(newcomer) = newcomer_from(input) else { return Err(input.invalid().into()) };
    let visitor = entrance::visitor(cx, request)?;
    let (_, admitted) = commands::accept_anew(cx, secret, newcomer, &visitor).await?;
    let there = web::redirect(cx, "/me").notice("identity-accepted-notice");
    Ok(entrance::admit(cx, there, &admitted)?)
}

async fn page(
    cx: &Cx,
    request: &Request,
    open: &Open,
    form: impl FnOnce(&mut Shell) -> FormView,
) -> Result<InvitationPage, Failure> {
    let tx = cx.read(access::ENTER).await?;
    let has_account = account::store::by_email(&tx, &open.invite.email).await?.is_some();
    drop(tx);
    let mut shell = Shell::new(cx, None, "identity-invitation-title", Section::Nowhere);
    let form = form(&mut shell);
    let Invite { organization_name, role, note, email, .. } = &open.invite;
    let text = shell.tn(
        "identity-invitation-text",
        &[
            ("partnership", open.partnership_name.as_str().into()),
            ("organization", organization_name.as_str().into()),
            ("role", shell.t(role_key(*role)).into_owned().into()),
        ],
    );
    Ok(InvitationPage {
        text,
        note: note.as_ref().map(ToString::to_string),
        action: request.path().to_owned(),
        email: email.to_string(),
        as_person: cx.actor().person().map(|person| person.name.expose().clone()),
        has_account,
        least: SHORTEST,
        form,
        shell,
    })
}

const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Coordinator => "identity-role-coordinator",
        Role::Lead => "identity-role-lead",
        Role::Member => "identity-role-member",
        Role::Steward => "identity-role-steward",
        Role::Guest => "identity-role-guest",
    }
}

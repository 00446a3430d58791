//! Invitations, as JSON.

use serde::{Deserialize, Serialize};
use store::Cx;
use web::{Failure, Request, Response};

use super::{Open, commands, pages, queries};
use crate::{entrance, fields};

/// What is offered.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = MyInvitationView)]
pub(crate) struct InvitationView {
    /// The invitation's identifier.
    id: String,
    /// The partnership's name.
    partnership: String,
    /// The name of the organization to act for.
    organization: String,
    /// The role.
    role: String,
    /// A word from the one who invites.
    note: Option<String>,
    /// The invited address.
    email: String,
}

/// Who somebody new is.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewcomerBody {
    /// The name that colleagues see.
    name: String,
    /// A password.
    password: String,
}

/// Shows what is offered.
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    web::json(&view(queries::look(&cx, &fields::secret(&request)?).await?))
}

/// Takes the role: with the account that is signed in, or with a new one when nobody is.
pub(crate) async fn accept(cx: Cx, request: Request) -> Result<Response, Failure> {
    let secret = fields::secret(&request)?;
    if cx.person().is_ok() {
        return web::json(&view(commands::accept(&cx, &secret).await?));
    }
    let mut input = request.json::<NewcomerBody>()?;
    let Some(newcomer) = pages::newcomer_from(&mut input) else {
        return Err(input.invalid().into());
    };
    let visitor = entrance::visitor(&cx, &request)?;
    let (open, admitted) = commands::accept_anew(&cx, &secret, newcomer, &visitor).await?;
    Ok(entrance::admit(&cx, web::json(&view(open))?, &admitted)?)
}

/// Says no.
pub(crate) async fn decline(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::decline(&cx, &fields::secret(&request)?).await?;
    Ok(web::no_content())
}

fn view(open: Open) -> InvitationView {
    InvitationView {
        id: open.id.to_string(),
        partnership: open.partnership_name,
        organization: open.invite.organization_name.to_string(),
        role: open.invite.role.to_string(),
        note: open.invite.note.map(|note| note.to_string()),
        email: open.invite.email.to_string(),
    }
}

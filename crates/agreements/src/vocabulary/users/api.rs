//! People who work with data, for programs.

use ::store::Cx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{pages, remove, users};
use crate::access;

/// A person who works with data.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserBody {
    person: String,
    organization: String,
    /// One of the partnership's roles.
    role: Option<String>,
    is_medical: Option<bool>,
    /// The last day on which their privacy training is current.
    trained_until: Option<String>,
}

/// A person who works with data.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct UserView {
    person: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    is_medical: bool,
    /// The instant from which their training is not current any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    trained_until: Option<String>,
}

/// `GET /api/v1/p/{partnership}/agreements/people`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let users = users(&cx).await?;
    let view = |user: crate::vocabulary::DataUser| UserView {
        person: user.person.to_string(),
        organization: user.organization.map(|id| id.to_string()),
        role: user.role.map(|role| role.to_string()),
        is_medical: user.is_medical,
        trained_until: user.trained_until.map(base::Instant::rfc3339),
    };
    let items = users.users.into_iter().map(view).collect();
    web::listing(&request, &::store::Page { items, next: None })
}

/// `POST /api/v1/p/{partnership}/agreements/people`
pub(crate) async fn enter(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<UserBody>()?;
    cx.admits(access::USERS).await?;
    let zone = users(&cx).await?.place.zone.clone();
    pages::keep(&cx, &mut input, &zone).await?;
    Ok(web::no_content())
}

/// `DELETE /api/v1/p/{partnership}/agreements/people/{id}`
pub(crate) async fn take_off(cx: Cx, request: Request) -> Result<Response, Failure> {
    remove(&cx, request.param("id")?).await?;
    Ok(web::no_content())
}

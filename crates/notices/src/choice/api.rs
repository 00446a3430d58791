//! What one chose, as JSON.

use std::collections::BTreeMap;

use ::store::Cx;
use serde::{Deserialize, Serialize};
use web::{Failure, Request, Response};

use super::{
    Choices, Way, Ways, commands, pages,
    queries::{self, Chosen},
};
use crate::{Kind, answer};

/// How the caller is told.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ChoicesView {
    /// In all partnerships.
    everywhere: WaysView,
    /// In single partnerships, by their short names.
    partnerships: BTreeMap<String, WaysView>,
    /// The last day without mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    paused_until: Option<String>,
    /// How many links in the caller's mails are still good.
    links: i64,
}

/// A way for each kind: `at_once`, `daily` or `page`.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct WaysView {
    #[serde(skip_serializing_if = "Option::is_none")]
    needs_you: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_soon: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to_know: Option<&'static str>,
}

/// What the caller chooses; what is left out is the usual way.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct ChoicesBody {
    everywhere: Option<WaysBody>,
    /// By the short name of each partnership.
    partnerships: Option<BTreeMap<String, WaysBody>>,
    paused_until: Option<String>,
}

/// A way for each kind: `at_once`, `daily` or `page`.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct WaysBody {
    needs_you: Option<String>,
    due_soon: Option<String>,
    to_know: Option<String>,
}

/// `GET /api/v1/me/notice-choices`
pub(crate) async fn show(cx: Cx, _request: Request) -> Result<Response, Failure> {
    web::json(&view(&queries::mine(&cx).await?))
}

/// `PUT /api/v1/me/notice-choices`
pub(crate) async fn choose(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ChoicesBody>()?;
    let chosen = queries::mine(&cx).await?;
    let choices = pages::choices_from(&mut input, &chosen)?;
    commands::choose(&cx, &choices).await?;
    web::json(&view(&Chosen { choices, ..chosen }))
}

/// `DELETE /api/v1/me/notice-links`
pub(crate) async fn end_links(cx: Cx, _request: Request) -> Result<Response, Failure> {
    answer::commands::end_links(&cx).await?;
    Ok(web::no_content())
}

fn view(chosen: &Chosen) -> ChoicesView {
    let Choices { everywhere, partnerships, paused_until } = &chosen.choices;
    let own = chosen.partnerships.iter().filter_map(|(id, slug, _)| {
        partnerships.get(id).map(|of| (slug.clone(), ways(*of, |_| None)))
    });
    ChoicesView {
        everywhere: ways(*everywhere, |kind| Some(Way::usual(kind))),
        partnerships: own.collect(),
        paused_until: paused_until.map(|until| until.to_string()),
        links: chosen.links,
    }
}

fn ways(ways: Ways, usual: fn(Kind) -> Option<Way>) -> WaysView {
    let of = |kind| ways.of(kind).or_else(|| usual(kind)).map(Way::as_str);
    WaysView {
        needs_you: of(Kind::NeedsYou),
        due_soon: of(Kind::DueSoon),
        to_know: of(Kind::ToKnow),
    }
}

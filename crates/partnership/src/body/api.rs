//! Bodies and seats as JSON.

use base::{Date, OrganizationId, PersonId};
use serde::{Deserialize, Serialize};
use store::{Cx, Page};
use web::{Failure, Item, Request, Response, Section, Shell};

use super::{commands, handover, pages, queries, seat_pages, seats};
use crate::{Body, BodyId, BodyKind, Charge, Seat, SeatId, forms, work::api::ItemView};

/// A body.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct BodyView {
    #[schema(value_type = String, example = "bod_01j9x8m2c0k4q6r8t0v2x4z6a8")]
    id: BodyId,
    name: String,
    #[schema(value_type = String)]
    kind: BodyKind,
    purpose: Option<String>,
    #[schema(value_type = String, format = Date)]
    since: Date,
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    /// How often it was changed; send it back as `If-Match`.
    revision: i64,
}

/// A body with its seats.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct BodySheetView {
    #[serde(flatten)]
    body: BodyView,
    seats: Vec<SeatView>,
}

/// A place in a body.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SeatView {
    #[schema(value_type = String, example = "sea_01j9x8m2c0k4q6r8t0v2x4z6a8")]
    id: SeatId,
    #[schema(value_type = String)]
    body: BodyId,
    #[schema(value_type = String)]
    organization: OrganizationId,
    title: String,
    /// What its holder is to the body: lead, deputy or member.
    #[schema(value_type = String)]
    charge: Charge,
    #[schema(value_type = Option<String>)]
    holder: Option<PersonId>,
    #[schema(format = DateTime)]
    held_since: Option<String>,
    /// Who was asked to take it and has not answered.
    #[schema(value_type = Option<String>)]
    asked: Option<PersonId>,
    closed: bool,
}

/// A seat with what goes with it to whoever takes it over.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct HandoverView {
    seat: SeatView,
    /// The name of the body.
    body: String,
    /// The name of the organization.
    organization: String,
    /// The name of the one who holds it.
    holder: Option<String>,
    /// The name of the one who held it before.
    before: Option<String>,
    lists: Vec<CarriedView>,
}

/// One list of what a seat carries.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct CarriedView {
    /// What it is called, in the language of the request.
    title: String,
    items: Vec<ItemView>,
}

impl BodyView {
    fn of(body: &Body) -> Self {
        Self {
            id: body.id,
            name: body.plan.name.to_string(),
            kind: body.plan.kind,
            purpose: body.plan.purpose.as_ref().map(ToString::to_string),
            since: body.since,
            until: body.until,
            revision: body.revision.0,
        }
    }
}

impl SeatView {
    fn of(seat: &Seat) -> Self {
        Self {
            id: seat.id,
            body: seat.body,
            organization: seat.organization,
            title: seat.title.to_string(),
            charge: seat.charge,
            holder: seat.holder().map(|holder| holder.person),
            held_since: seat.holder().map(|holder| holder.since.rfc3339()),
            asked: seat.asked().map(|asked| asked.person),
            closed: seat.is_closed(),
        }
    }
}

/// A body, as it is sent.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct BodyBody {
    name: String,
    kind: String,
    purpose: Option<String>,
    revision: Option<i64>,
}

/// A seat to be opened.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct SeatBody {
    title: String,
    organization: String,
}

/// What the holder of a seat is to the body.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct ChargeBody {
    /// `lead`, `deputy` or `member`.
    charge: String,
}

/// Who is asked to take a seat.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct SeatOfferBody {
    person: String,
    note: Option<String>,
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (_, found) = queries::list(&cx).await?;
    let items = found.iter().map(|(body, _, _)| BodyView::of(body)).collect();
    web::listing(&request, &Page { items, next: None })
}

pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = queries::sheet(&cx, request.param("id")?).await?;
    let seats = sheet.seats.iter().map(SeatView::of).collect();
    let view = BodySheetView { body: BodyView::of(&sheet.body), seats };
    Ok(web::json(&view)?.etag(sheet.body.revision))
}

pub(crate) async fn form(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<BodyBody>()?;
    let body = commands::form(&cx, pages::plan_from(&mut input)?).await?;
    let path = format!("/p/{}/bodies/{}", request.param_text("partnership"), body.id);
    Ok(web::created(&path, &BodyView::of(&body))?.etag(body.revision))
}

pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<BodyBody>()?;
    let seen = forms::seen(&request)?;
    let plan = pages::plan_from(&mut input)?;
    let body = commands::change(&cx, request.param("id")?, plan, seen).await?;
    Ok(web::json(&BodyView::of(&body))?.etag(body.revision))
}

pub(crate) async fn end(cx: Cx, request: Request) -> Result<Response, Failure> {
    let seen = forms::seen(&request)?;
    let body = commands::end(&cx, request.param("id")?, seen).await?;
    Ok(web::json(&BodyView::of(&body))?.etag(body.revision))
}

pub(crate) async fn open_seat(cx: Cx, request: Request) -> Result<Response, Failure> {
    let body: BodyId = request.param("id")?;
    let mut input = request.json::<SeatBody>()?;
    let (title, organization) = seat_pages::opening_from(&mut input)?;
    let seat = seats::open(&cx, body, organization, title).await?;
    let path = format!("/p/{}/bodies/{body}", request.param_text("partnership"));
    web::created(&path, &SeatView::of(&seat))
}

pub(crate) async fn offer_seat(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<SeatOfferBody>()?;
    let (to, note) = seat_pages::offer_from(&mut input)?;
    seat(&seats::offer(&cx, request.param("id")?, to, note).await?)
}

pub(crate) async fn withdraw_seat(cx: Cx, request: Request) -> Result<Response, Failure> {
    seat(&seats::withdraw(&cx, request.param("id")?).await?)
}

pub(crate) async fn take_seat(cx: Cx, request: Request) -> Result<Response, Failure> {
    seat(&seats::take(&cx, request.param("id")?).await?)
}

pub(crate) async fn decline_seat(cx: Cx, request: Request) -> Result<Response, Failure> {
    seat(&seats::decline(&cx, request.param("id")?).await?)
}

pub(crate) async fn vacate_seat(cx: Cx, request: Request) -> Result<Response, Failure> {
    seat(&seats::vacate(&cx, request.param("id")?).await?)
}

pub(crate) async fn close_seat(cx: Cx, request: Request) -> Result<Response, Failure> {
    seat(&seats::close(&cx, request.param("id")?).await?)
}

fn seat(seat: &Seat) -> Result<Response, Failure> {
    web::json(&SeatView::of(seat))
}

pub(crate) async fn entrust_seat(cx: Cx, request: Request) -> Result<Response, Failure> {
    let charge = handover::charge_from(&mut request.json::<ChargeBody>()?)?;
    let seat = seats::entrust(&cx, request.param("id")?, charge).await?;
    web::json(&SeatView::of(&seat))
}

/// `GET /api/v1/p/{partnership}/seats/{id}/handover`
pub(crate) async fn seat_handover(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = handover::sheet(&cx, request.param("id")?).await?;
    let shell = Shell::new(&cx, Some(&sheet.place), "seats-handover", Section::People);
    let list = |(list, items): (&'static web::Carried, Vec<Item>)| CarriedView {
        title: shell.t(list.title).into_owned(),
        items: items.into_iter().map(ItemView::of).collect(),
    };
    web::json(&HandoverView {
        seat: SeatView::of(&sheet.seat),
        body: sheet.body,
        organization: sheet.organization,
        holder: sheet.holder,
        before: sheet.before,
        lists: sheet.lists.into_iter().map(list).collect(),
    })
}

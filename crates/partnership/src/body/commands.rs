//! Forming, changing and ending bodies.

use ::store::{Cx, Written};
use base::Revision;

use super::{events as record, seats, store};
use crate::{Body, BodyId, BodyPlan, Error, access};

/// Forms a body.
///
/// # Errors
/// When the one who acts is no coordinator.
pub async fn form(cx: &Cx, plan: BodyPlan) -> Result<Body, Error> {
    let mut tx = cx.write(access::KEEP_BODIES).await?;
    let body = Body::form(cx.new_id(), plan, tx.place()?.today);
    store::insert(&mut tx, &body).await?;
    let (name, kind) = (body.plan.name.to_string(), body.plan.kind);
    tx.commit(&record::BodyFormed { body: body.id, name, kind }).await?;
    Ok(body)
}

/// Changes what a body is called and for.
///
/// # Errors
/// When it has ended or changed since it was read.
pub async fn change(cx: &Cx, id: BodyId, plan: BodyPlan, seen: Revision) -> Result<Body, Error> {
    let mut tx = cx.write(access::KEEP_BODIES).await?;
    let mut body = store::load(&tx, id).await?;
    body.change(plan, seen)?;
    store::save(&mut tx, &body).await?;
    body.revision = body.revision.next();
    let (name, kind) = (body.plan.name.to_string(), body.plan.kind);
    tx.commit(&record::BodyChanged { body: id, name, kind }).await?;
    Ok(body)
}

/// Ends a body and closes its seats.
///
/// # Errors
/// When it has ended or changed since it was read.
pub async fn end(cx: &Cx, id: BodyId, seen: Revision) -> Result<Body, Error> {
    let mut tx = cx.write(access::KEEP_BODIES).await?;
    let mut body = store::load(&tx, id).await?;
    body.end(tx.place()?.today, seen)?;
    store::save(&mut tx, &body).await?;
    store::count_ended(&mut tx).await?;
    body.revision = body.revision.next();
    let (name, kind) = (body.plan.name.to_string(), body.plan.kind);
    let mut events = vec![Written::new(&record::BodyEnded { body: id, name, kind })?];
    let all = store::seats_of(&tx, id).await?;
    events.extend(seats::close_all(&mut tx, all, cx.now()).await?);
    tx.commit_all(events).await?;
    Ok(body)
}

//! The stories of bodies: who formed them, who sat in them.

use ::store::Cx;
use web::{Failure, Record, Section, Shell, Story, Tale};

use crate::{BodyId, Error, access, body};

/// Bodies.
pub(crate) static BODIES: Story = Story {
    kinds: &["body"],
    permission: access::BODIES,
    load: |cx, record| Box::pin(load(cx, record)),
    beside: |_cx, _records| Box::pin(async { Ok(Vec::new()) }),
};

async fn load(cx: Cx, record: Record) -> Result<Option<Tale>, Failure> {
    let Ok(id) = record.id.parse::<BodyId>() else { return Ok(None) };
    let tx = cx.read(access::BODIES).await?;
    let body = match body::store::load(&tx, id).await {
        Ok(body) => body,
        Err(Error::BodyMissing { .. }) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let place = tx.place()?;
    let shell = Shell::new(&cx, Some(&place), "bodies-page", Section::Nowhere);
    let stands = match body.until {
        Some(until) => shell.t1("body-short-ended", "date", shell.date(until)),
        None => shell.t1("body-short", "since", shell.date(body.since)),
    };
    Ok(Some(Tale { title: body.plan.name.to_string(), stands, related: Vec::new() }))
}

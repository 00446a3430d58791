//! Background work: what time brings to requests, tasks and copies.

use ::store::{Cx, Jobs, Written};

use crate::{
    Error, access,
    consent::{self, store as consents},
    duty, notices,
    record::{events as said, store as records},
    request::{self, events},
};

/// Every ten minutes: access that ended is gone within that time, and nothing of it is shown before.
const EVERY_SECONDS: i64 = 600;

pub(crate) fn register(jobs: &mut Jobs) {
    jobs.every("agreements.clock", EVERY_SECONDS, clock);
    jobs.keeps(&consent::retention::CONSENTS);
}

/// Tells those above of what waits too long, and takes away what has ended; each once, however often
/// this runs.
async fn clock(cx: Cx) -> Result<(), Error> {
    take_away(&cx).await?;
    recall(&cx).await?;
    escalate(&cx).await?;
    remind(&cx).await
}

/// Takes away copies whose time is over.
async fn take_away(cx: &Cx) -> Result<(), Error> {
    let ended = records::ended(&*cx.read(access::CLOCK_READ).await?, cx.now()).await?;
    if ended.is_empty() {
        return Ok(());
    }
    let mut tx = cx.write(access::CLOCK).await?;
    let mut counts: Vec<(base::OrganizationId, usize)> = Vec::new();
    for record in &ended {
        records::destroy(&mut tx, record.id, cx.now()).await?;
        match counts.iter_mut().find(|(of, _)| *of == record.holder) {
            Some((_, count)) => *count += 1,
            None => counts.push((record.holder, 1)),
        }
    }
    let event = |(organization, count): (base::OrganizationId, usize)| {
        Ok(Written::new(&said::AccessEnded { organization, count })?)
    };
    let events = counts.into_iter().map(event).collect::<Result<Vec<_>, Error>>()?;
    Ok(tx.commit_all(events).await?)
}

/// Carries out withdrawals whose time has come since they were written down.
async fn recall(cx: &Cx) -> Result<(), Error> {
    let due = consents::to_recall(&*cx.read(access::CLOCK_READ).await?, cx.now()).await?;
    for id in due {
        let mut tx = cx.write(access::CLOCK).await?;
        let Some(consent) = consents::consent(&tx, id).await? else { continue };
        let event = consent::events::ConsentRevoked { consent: id, holder: consent.holder };
        let mut events = vec![Written::new(&event)?];
        events.extend(consent::commands::recall(cx, &mut tx, &consent).await?);
        tx.commit_all(events).await?;
    }
    Ok(())
}

/// Tells those who lead a holder of requests that nobody decided in time.
async fn escalate(cx: &Cx) -> Result<(), Error> {
    let late = request::store::late(&*cx.read(access::CLOCK_READ).await?, cx.now()).await?;
    for id in late {
        let mut tx = cx.write(access::CLOCK).await?;
        if !request::store::escalate(&mut tx, id, cx.now()).await? {
            continue;
        }
        let request = request::store::find(&tx, id).await?;
        notices::escalated(&mut tx, &request).await?;
        tx.commit(&events::Escalated::of(&request)).await?;
    }
    Ok(())
}

/// Tells those who lead of tasks that nobody did in time.
async fn remind(cx: &Cx) -> Result<(), Error> {
    let late = duty::store::late(&*cx.read(access::CLOCK_READ).await?, cx.now()).await?;
    for id in late {
        let mut tx = cx.write(access::CLOCK).await?;
        if !duty::store::tell_late(&mut tx, id, cx.now()).await? {
            continue;
        }
        let duty = duty::store::find(&tx, id).await?;
        notices::late(&mut tx, &duty).await?;
        tx.commit(&duty::events::Late::of(&duty)).await?;
    }
    Ok(())
}

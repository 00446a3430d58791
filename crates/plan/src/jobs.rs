//! Background work: words to those who act next, and to those who can unblock what stalls.

use store::{Cx, Happened, Jobs};

use crate::{
    CommitmentId, Error, access,
    commitment::{commands, events::Nudged, store as rows},
    notices::{self, Notice},
};

/// Twice an hour, so that words come in the first half hour of the working day.
const EVERY_SECONDS: i64 = 1_800;
/// Nobody is written to before this hour of the partnership's day.
const FIRST_HOUR: i8 = 7;

pub(crate) fn register(jobs: &mut Jobs) {
    jobs.after("seat.handed_over", "commitments.follow_seat", follow_seat);
    jobs.every("commitments.nudge", EVERY_SECONDS, nudge);
}

/// A successor takes over the promises of their seat.
async fn follow_seat(cx: Cx, happened: Happened) -> Result<(), Error> {
    let field = |name: &str| happened.body.get(name).and_then(|value| value.as_str());
    let seat = field("seat").and_then(|text| text.parse().ok());
    let to = field("to").and_then(|text| text.parse().ok());
    let (Some(seat), Some(to)) = (seat, to) else { return Err(Error::History) };
    commands::follow_seat(&cx, seat, to).await
}

/// Says every word that is due in a partnership; each once, however often this runs.
async fn nudge(cx: Cx) -> Result<(), Error> {
    let mut failed = None;
    loop {
        let tx = cx.read(access::NUDGE).await?;
        let place = tx.place()?;
        if cx.now().clock_in(&place.zone).0 < FIRST_HOUR {
            return Ok(());
        }
        let due = rows::nudges_due(&tx, place.today).await?;
        drop(tx);
        if due.is_empty() {
            break;
        }
        for id in due {
            // One that cannot be told must not keep the others from being told.
            failed = nudge_one(&cx, id).await.err().or(failed);
        }
        if failed.is_some() {
            break;
        }
    }
    failed.map_or(Ok(()), Err)
}

async fn nudge_one(cx: &Cx, id: CommitmentId) -> Result<(), Error> {
    let mut tx = cx.write(access::NUDGE).await?;
    let today = tx.place()?.today;
    let loaded = rows::load(&tx, id).await?;
    let commitment = loaded.commitment;
    let planned = commitment.nudge_due(loaded.nudged_through, today);
    // The same transaction notes the day and enqueues the mails: a second run finds nothing due.
    if !rows::nudged(&mut tx, &commitment, today).await? {
        return Ok(());
    }
    let Some(planned) = planned else {
        return Err(Error::History);
    };
    let (kind, key) = (notices::nudge_kind(planned.nudge), notices::nudge_key(planned.nudge));
    let notice = Notice { kind, key, to: planned.to };
    // A later word takes the place of an earlier one.
    ::notices::settle(&mut tx, &notices::about(&commitment)).await?;
    notices::tell(&mut tx, &commitment, &notice, None).await?;
    let event = Nudged {
        commitment: commitment.id,
        title: commitment.terms().title.to_string(),
        promiser: commitment.promiser,
        nudge: planned.nudge,
        on: today,
    };
    tx.commit(&event).await?;
    Ok(())
}

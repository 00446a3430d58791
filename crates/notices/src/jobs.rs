//! Background work: mails at once, summaries once a day, and forgetting what is old.

use ::store::{Cx, Job, Jobs};
use base::PersonId;
use serde::{Deserialize, Serialize};

use crate::{
    Error, NoticeId, access, answer, delivery,
    notice::{self, KEPT_DAYS},
};

/// Summaries come in the first half hour of the working day.
const EVERY_SECONDS: i64 = 1_800;
/// A summary tells of what came before this hour of the partnership's day, and comes after it.
const MORNING_SECONDS: i64 = 7 * 3_600;
const A_DAY: i64 = 86_400;

/// Sends what some people were told.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Deliver {
    pub(crate) told: Vec<(PersonId, NoticeId)>,
}

impl Job for Deliver {
    const KIND: &'static str = "notices.deliver";
}

pub(crate) fn register(jobs: &mut Jobs) {
    jobs.on(deliver);
    jobs.every("notices.summarize", EVERY_SECONDS, summarize);
    jobs.every("notices.sweep", A_DAY, sweep);
}

async fn deliver(cx: Cx, job: Deliver) -> Result<(), Error> {
    let place = cx.read(access::CLOCK).await?.place()?;
    let mut failed = None;
    for (person, id) in job.told {
        // One whose mail can't be sent must not keep the others from getting theirs.
        let done = delivery::deliver(&cx, place.partnership, place.today, person, id).await;
        failed = failed.or(done.err());
    }
    failed.map_or(Ok(()), Err)
}

async fn summarize(cx: Cx) -> Result<(), Error> {
    let tx = cx.read(access::CLOCK).await?;
    let place = tx.place()?;
    let morning = place.today.start_in(&place.zone).plus_seconds(MORNING_SECONDS);
    if cx.now() < morning {
        return Ok(());
    }
    let people = notice::store::to_sum(&tx, morning).await?;
    drop(tx);
    let mut failed = None;
    for person in people {
        let done = delivery::summarize(&cx, person, place.today, morning).await;
        failed = failed.or(done.err());
    }
    failed.map_or(Ok(()), Err)
}

async fn sweep(cx: Cx) -> Result<(), Error> {
    let partnership = cx.read(access::CLOCK).await?.place()?.partnership;
    let mut tx = cx.write(access::DELIVER).await?;
    let before = cx.now().plus_seconds(-KEPT_DAYS * A_DAY);
    notice::store::sweep(&mut tx, partnership, before).await?;
    answer::store::sweep(&mut tx, before).await?;
    Ok(tx.commit_upkeep().await?)
}

//! Background work: reminders to those who have not read what they should.

use store::{Cx, Jobs};

use super::{access, commands};
use crate::Error;

/// Twice an hour, so that reminders come in the first half hour of the working day.
const EVERY_SECONDS: i64 = 1_800;
/// Nobody is written to before this hour of the partnership's day.
const FIRST_HOUR: i8 = 7;

pub(crate) fn register(jobs: &mut Jobs) {
    jobs.every("announcements.remind", EVERY_SECONDS, remind);
}

/// Sends every reminder that is due; each once, however often this runs.
async fn remind(cx: Cx) -> Result<(), Error> {
    let zone = cx.read(access::NUDGE).await?.place()?.zone.clone();
    if cx.now().clock_in(&zone).0 < FIRST_HOUR {
        return Ok(());
    }
    while commands::remind_due(&cx).await? {}
    Ok(())
}

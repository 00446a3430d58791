//! Background work: series make their meetings ahead, and those who keep a body hear in time of what
//! its meetings owe.

use store::{Cx, Jobs};

use super::{
    Entry,
    agenda::{self, ItemKind},
    duties::{self, Duty},
    events::{Made, Warned},
    notices,
    series::{self, AHEAD_DAYS},
    store as rows,
};
use crate::{Error, access};

/// Twice an hour, so that words come in the first half hour of the working day.
const EVERY_SECONDS: i64 = 1_800;
/// Nobody is written to before this hour of the partnership's day.
const FIRST_HOUR: i8 = 7;
/// Meetings are made ahead anew when they reach less far than this.
const REACH_DAYS: i64 = AHEAD_DAYS - 30;

pub(crate) fn register(jobs: &mut Jobs) {
    jobs.every("meetings.make", EVERY_SECONDS, make);
    jobs.every("meetings.warn", EVERY_SECONDS, warn);
}

/// Makes the meetings of each series that do not reach far enough ahead.
async fn make(cx: Cx) -> Result<(), Error> {
    loop {
        let mut tx = cx.write(access::WATCH).await?;
        let today = tx.place()?.today;
        let short = series::store::made_before(&tx, today.plus_days(REACH_DAYS)).await?;
        let Some(mut series) = short.into_iter().next() else { return Ok(()) };
        let count = series::commands::make(&cx, &mut tx, &mut series, today).await?;
        series::store::save(&mut tx, &mut series).await?;
        agenda::commands::carry(&cx, &mut tx, series.body, cx.now()).await?;
        let title = series.plan.title.to_string();
        tx.commit(&Made { series: series.id, title, count }).await?;
    }
}

/// Says every word that is due; each once, however often this runs.
async fn warn(cx: Cx) -> Result<(), Error> {
    let tx = cx.read(access::WATCH).await?;
    let place = tx.place()?;
    if cx.now().clock_in(&place.zone).0 < FIRST_HOUR {
        return Ok(());
    }
    let near = rows::may_owe(&tx, cx.now()).await?;
    let rules = duties::store::all(&tx).await?;
    drop(tx);
    for entry in near {
        let Some(rules) = rules.iter().find(|rules| rules.body == entry.meeting.body) else {
            continue;
        };
        warn_of(&cx, &entry, rules).await?;
    }
    Ok(())
}

async fn warn_of(cx: &Cx, entry: &Entry, rules: &duties::Duties) -> Result<(), Error> {
    let mut tx = cx.write(access::WATCH).await?;
    let agenda = agenda::store::of_meeting(&tx, entry.meeting.id).await?;
    let comment = agenda.iter().any(|item| item.kind == ItemKind::Comment && item.is_listed());
    let owed = rules.owed(&entry.meeting, comment, cx.now());
    let word = |duty: Duty, late: bool| format!("{duty}{}", if late { "!" } else { "" });
    let told: Vec<&str> = entry.warned.split_whitespace().collect();
    let next = owed.iter().filter(|one| one.presses()).find_map(|one| {
        let word = word(one.duty, one.standing == duties::Standing::Late);
        (!told.contains(&word.as_str())).then_some((one.duty, word))
    });
    let Some((duty, word)) = next else { return Ok(()) };
    let words = told.into_iter().chain([word.as_str()]).collect::<Vec<_>>().join(" ");
    // The same transaction notes the word and enqueues the mails: a second run finds it said.
    if !rows::warned(&mut tx, entry, &words).await? {
        return Ok(());
    }
    notices::tell_keepers(&mut tx, &entry.meeting, mail(duty)).await?;
    let title = entry.meeting.plan_of().title.to_string();
    tx.commit(&Warned { meeting: entry.meeting.id, title, duty }).await?;
    Ok(())
}

const fn mail(duty: Duty) -> &'static str {
    match duty {
        Duty::Post => "meetings-mail-duty-post",
        Duty::PostAgain => "meetings-mail-duty-post-again",
        Duty::Comment => "meetings-mail-duty-comment",
        Duty::Minutes => "meetings-mail-duty-minutes",
    }
}

//! Entering and correcting numbers: the only way for a page, the API, or a command.

use ::store::{Cx, WriteTx};
use base::Reason;
use standards::Period;

use super::{Entry, Observation, Withdrawal, events, store};
use crate::{
    Error, Measure, access,
    measure::{
        State,
        commands::{kept, recount, summarize},
        store as measures,
    },
    serving,
};

/// Enters the number of a period that has none. One that was taken back is entered anew: the
/// history goes on.
///
/// # Errors
/// When there is one, the period is of another length or has not begun, or the caller may not.
pub async fn enter(cx: &Cx, slug: &str, entry: Entry) -> Result<Observation, Error> {
    let mut tx = cx.write(access::OBSERVE).await?;
    let mut measure = open(&mut tx, slug, entry.period).await?;
    if entry.period.start() > tx.place()?.today {
        return Err(Error::PeriodInFuture { period: entry.period });
    }
    let mut numbers = store::all_of(&tx, measure.id).await?;
    let Err(at) = numbers.binary_search_by_key(&entry.period, |one| one.period) else {
        return Err(Error::PeriodTaken { period: entry.period });
    };
    let before = store::withdrawals(&tx, measure.id, entry.period).await?;
    let entered = match before.first() {
        Some(withdrawal) => withdrawal.replaced(entry, None, &by(cx), cx.now()),
        None => Observation::first(entry, &by(cx), cx.now()),
    };
    numbers.insert(at, entered.clone());
    store::insert(&mut tx, &[(measure.id, entered.clone())]).await?;
    keep_summary(&mut tx, &mut measure, &numbers).await?;
    tx.commit(&events::NumberEntered::of(&measure, &entered)).await?;
    Ok(entered)
}

/// A correction of a number.
#[derive(Debug, Clone)]
pub struct Correction {
    /// The measure's address.
    pub slug: String,
    /// What the number says from now on.
    pub entry: Entry,
    /// Why.
    pub why: Reason,
    /// The revision that the caller saw.
    pub seen: Option<i64>,
}

/// Corrects a number: what it was stays in its history.
///
/// # Errors
/// When there is no number for the period, nothing changes, somebody else corrected it since the
/// caller saw it, or the caller may not.
pub async fn correct(cx: &Cx, correction: Correction) -> Result<Observation, Error> {
    let mut tx = cx.write(access::OBSERVE).await?;
    let period = correction.entry.period;
    let mut measure = open(&mut tx, &correction.slug, period).await?;
    let mut numbers = store::all_of(&tx, measure.id).await?;
    let found = numbers.iter_mut().find(|one| one.period == period);
    let Some(number) = found else {
        return Err(Error::NumberMissing { slug: correction.slug, period });
    };
    if correction.seen.is_some_and(|seen| seen != number.revision) {
        return Err(Error::Store(::store::Error::Stale));
    }
    let before = number.clone();
    let now = before.revised(correction.entry, Some(correction.why), &by(cx), cx.now())?;
    *number = now.clone();
    store::revise(&mut tx, &[(measure.id, now.clone())]).await?;
    keep_summary(&mut tx, &mut measure, &numbers).await?;
    tx.commit(&events::NumberCorrected::of(&measure, &before, &now)).await?;
    Ok(now)
}

/// Taking a wrong number back.
#[derive(Debug, Clone)]
pub struct Withdraw {
    /// The measure's address.
    pub slug: String,
    /// When the number is for.
    pub period: Period,
    /// Why.
    pub why: Reason,
    /// The revision that the caller saw.
    pub seen: Option<i64>,
}

/// Takes a wrong number back: it is not drawn, told or counted any more. What it was stays in its
/// history.
///
/// # Errors
/// When there is no number for the period, somebody else corrected it since the caller saw it, or
/// the caller may not.
pub async fn withdraw(cx: &Cx, command: Withdraw) -> Result<Withdrawal, Error> {
    let Withdraw { slug, period, why, seen } = command;
    let mut tx = cx.write(access::OBSERVE).await?;
    let mut measure = open(&mut tx, &slug, period).await?;
    let mut numbers = store::all_of(&tx, measure.id).await?;
    let Some(at) = numbers.iter().position(|one| one.period == period) else {
        return Err(Error::NumberMissing { slug, period });
    };
    let before = numbers.remove(at);
    if seen.is_some_and(|seen| seen != before.revision) {
        return Err(Error::Store(::store::Error::Stale));
    }
    let withdrawal = before.withdrawn(why, &by(cx), cx.now());
    store::withdraw(&mut tx, measure.id, &withdrawal).await?;
    keep_summary(&mut tx, &mut measure, &numbers).await?;
    tx.commit(&events::NumberWithdrawn::of(&measure, &before, &withdrawal)).await?;
    Ok(withdrawal)
}

/// Enters a number that was taken back again, as it was.
///
/// # Errors
/// When the number was not taken back, or the caller may not enter it.
pub async fn reinstate(cx: &Cx, slug: &str, period: Period) -> Result<Observation, Error> {
    let mut tx = cx.write(access::OBSERVE).await?;
    let mut measure = open(&mut tx, slug, period).await?;
    let mut numbers = store::all_of(&tx, measure.id).await?;
    let was = store::replaced(&tx, measure.id, period).await?;
    let withdrawals = store::withdrawals(&tx, measure.id, period).await?;
    let at = numbers.binary_search_by_key(&period, |one| one.period);
    let (Err(at), Some(was), Some(withdrawal)) = (at, was.first(), withdrawals.first()) else {
        return Err(Error::NotWithdrawn { period });
    };
    let again = withdrawal.replaced(was.entry(), None, &by(cx), cx.now());
    numbers.insert(at, again.clone());
    store::insert(&mut tx, &[(measure.id, again.clone())]).await?;
    keep_summary(&mut tx, &mut measure, &numbers).await?;
    tx.commit(&events::NumberReinstated::of(&measure, &again)).await?;
    Ok(again)
}

/// The measure, when numbers for such periods can be entered.
async fn open(tx: &mut WriteTx, slug: &str, period: Period) -> Result<Measure, Error> {
    let measure = kept(tx, slug, None).await?;
    let frequency = measure.definition.frequency;
    if period.frequency() != frequency {
        return Err(Error::PeriodOfOtherLength { period, frequency });
    }
    match measure.state {
        State::Active => Ok(measure),
        State::Retired { .. } => Err(Error::RetiredAlready { slug: slug.to_owned() }),
    }
}

async fn keep_summary(
    tx: &mut WriteTx,
    measure: &mut Measure,
    numbers: &[Observation],
) -> Result<(), Error> {
    let before = measure.summary.status;
    summarize(tx, measure, numbers)?;
    measures::summarize(tx, &[measure]).await?;
    serving::tell(tx, measure, numbers).await?;
    recount(tx, before, measure).await
}

/// Who enters, as the history keeps it.
pub(crate) fn by(cx: &Cx) -> String {
    match cx.actor() {
        base::Actor::Person(person) => person.person.to_string(),
        base::Actor::System(name) => format!("system:{name}"),
        base::Actor::Nobody => String::new(),
    }
}

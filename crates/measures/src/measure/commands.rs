//! Defining and changing measures: the only way for a page, the API, or a command.

use ::store::{Cx, Tx, WriteTx};
use base::{Reason, Revision};

use super::{Definition, Measure, State, events, may_keep, store};
use crate::{Error, Observation, Status, Summary, access, observation, serving, slug};

/// Defines a measure.
///
/// # Errors
/// When its parts do not fit together, or the caller may not keep measures of the organization.
pub async fn define(cx: &Cx, definition: Definition) -> Result<Measure, Error> {
    let mut tx = cx.write(access::DEFINE).await?;
    let definition = definition.checked()?;
    fits(&tx, &definition).await?;
    if store::code_taken(&tx, &definition).await?.is_some() {
        return Err(Error::CodeTaken { code: definition.code.to_string() });
    }
    let wanted = slug::of(definition.title.as_str());
    let taken = store::slugs_like(&tx, &wanted).await?;
    let today = tx.place()?.today;
    let measure = Measure {
        id: cx.new_id(),
        slug: slug::free(&wanted, |slug| taken.iter().any(|one| one == slug)),
        summary: Summary::of(&definition, &[], today),
        definition,
        state: State::Active,
        since: cx.now(),
        revision: Revision::FIRST,
    };
    store::insert(&mut tx, &[&measure]).await?;
    store::count(&mut tx, measure.summary.status, 1).await?;
    tx.commit(&events::MeasureDefined::of(&measure)).await?;
    Ok(measure)
}

/// A change of a measure's definition.
#[derive(Debug, Clone)]
pub struct Change {
    /// Its address.
    pub slug: String,
    /// What it measures from now on.
    pub definition: Definition,
    /// The revision that the caller saw.
    pub seen: Option<Revision>,
}

/// Changes what a measure says of itself; its numbers stay.
///
/// # Errors
/// As [`define`]; when somebody else changed it since the caller saw it; when it has numbers and
/// another frequency is asked for.
pub async fn change(cx: &Cx, change: Change) -> Result<Measure, Error> {
    let mut tx = cx.write(access::DEFINE).await?;
    let definition = change.definition.checked()?;
    let mut measure = kept(&tx, &change.slug, change.seen).await?;
    let before = measure.summary.status;
    fits(&tx, &definition).await?;
    if store::code_taken(&tx, &definition).await?.is_some_and(|other| other != measure.id) {
        return Err(Error::CodeTaken { code: definition.code.to_string() });
    }
    let numbers = observation::store::all_of(&tx, measure.id).await?;
    let frequency = measure.definition.frequency;
    if !numbers.is_empty() && definition.frequency != frequency {
        return Err(Error::FrequencyFixed { frequency });
    }
    measure.definition = definition;
    summarize(&tx, &mut measure, &numbers)?;
    store::change(&mut tx, &measure).await?;
    recount(&mut tx, before, &measure).await?;
    serving::tell(&mut tx, &measure, &numbers).await?;
    tx.commit(&events::MeasureChanged::of(&measure)).await?;
    Ok(Measure { revision: measure.revision.next(), ..measure })
}

/// Takes a measure out of use; its numbers stay.
///
/// # Errors
/// When it is out of use already, or the caller may not change it.
pub async fn retire(
    cx: &Cx,
    slug: &str,
    why: Reason,
    seen: Option<Revision>,
) -> Result<Measure, Error> {
    let mut tx = cx.write(access::DEFINE).await?;
    let mut measure = kept(&tx, slug, seen).await?;
    measure.retire(why, cx.now())?;
    store::change(&mut tx, &measure).await?;
    store::count(&mut tx, measure.summary.status, -1).await?;
    retell(&mut tx, &measure).await?;
    tx.commit(&events::MeasureRetired::of(&measure)).await?;
    Ok(Measure { revision: measure.revision.next(), ..measure })
}

/// Takes a measure into use again.
///
/// # Errors
/// When it is in use, or the caller may not change it.
pub async fn restore(cx: &Cx, slug: &str, seen: Option<Revision>) -> Result<Measure, Error> {
    let mut tx = cx.write(access::DEFINE).await?;
    let mut measure = kept(&tx, slug, seen).await?;
    measure.restore()?;
    store::change(&mut tx, &measure).await?;
    store::count(&mut tx, measure.summary.status, 1).await?;
    retell(&mut tx, &measure).await?;
    tx.commit(&events::MeasureRestored::of(&measure)).await?;
    Ok(Measure { revision: measure.revision.next(), ..measure })
}

/// The measure, when the caller may change it and saw it as it is.
pub(crate) async fn kept(tx: &Tx, slug: &str, seen: Option<Revision>) -> Result<Measure, Error> {
    let measure = store::load(tx, slug).await?;
    if !measure.may_be_changed_by(&tx.place()?.standing) {
        return Err(Error::NotYours);
    }
    if seen.is_some_and(|seen| seen != measure.revision) {
        return Err(Error::Store(::store::Error::Stale));
    }
    Ok(measure)
}

/// Tells the plan what a measure says of itself when only its state changed.
async fn retell(tx: &mut WriteTx, measure: &Measure) -> Result<(), Error> {
    let numbers = observation::store::all_of(tx, measure.id).await?;
    serving::tell(tx, measure, &numbers).await
}

/// Brings a measure's summary up to its numbers.
pub(crate) fn summarize(
    tx: &WriteTx,
    measure: &mut Measure,
    numbers: &[Observation],
) -> Result<(), Error> {
    let since = measure.since.date_in(&tx.place()?.zone);
    measure.summary = Summary::of(&measure.definition, numbers, since);
    Ok(())
}

/// Keeps the counters right when a measure came to stand otherwise.
pub(crate) async fn recount(
    tx: &mut WriteTx,
    before: Status,
    measure: &Measure,
) -> Result<(), Error> {
    let now = measure.summary.status;
    if before != now && measure.state == State::Active {
        store::count(tx, before, -1).await?;
        store::count(tx, now, 1).await?;
    }
    Ok(())
}

/// Checks that the organization and the person that the definition names are there, and that the
/// caller may name them.
async fn fits(tx: &Tx, definition: &Definition) -> Result<(), Error> {
    let place = tx.place()?;
    if !may_keep(&place.standing, definition.organization) {
        return Err(Error::NotYours);
    }
    let Some(organization) = definition.organization else {
        return if definition.keeper.is_some() { Err(Error::KeeperMissing) } else { Ok(()) };
    };
    if !partnership::directory(tx).await?.has(organization) {
        return Err(Error::OrganizationMissing);
    }
    if let Some(keeper) = definition.keeper {
        let members = partnership::members(tx, organization).await?;
        if !members.iter().any(|member| member.id == keeper) {
            return Err(Error::KeeperMissing);
        }
    }
    Ok(())
}

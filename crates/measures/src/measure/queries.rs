//! One measure, with all that its page shows.

use std::sync::Arc;

use ::store::{Cx, Place, Tx};
use base::PersonId;
use partnership::{Directory, People};
use standards::Period;

use super::{Measure, store};
use crate::{Error, Observation, access, observation};

/// A measure with its numbers.
#[derive(Debug)]
pub struct Found {
    /// The partnership, and what the reader is in it.
    pub place: Arc<Place>,
    /// The measure.
    pub measure: Measure,
    /// Its numbers, the earliest first.
    pub observations: Vec<Observation>,
    /// The organizations, to be named.
    pub directory: Directory,
    /// The keeper, to be named.
    pub people: People,
}

/// A number with what it was before.
#[derive(Debug)]
pub struct History {
    /// The partnership, and what the reader is in it.
    pub place: Arc<Place>,
    /// The measure.
    pub measure: Measure,
    /// The number, the latest revision first.
    pub revisions: Vec<Observation>,
    /// Who entered them, to be named.
    pub people: People,
}

/// The measure with this address.
///
/// # Errors
/// When there is none, or the reader may not see it.
pub async fn find(cx: &Cx, slug: &str) -> Result<Found, Error> {
    let mut tx = cx.read(access::READ).await?;
    let measure = store::load(&mut tx, slug).await?;
    let observations = observation::store::all_of(&mut tx, measure.id).await?;
    let directory = partnership::directory(&mut tx).await?;
    let people = named(&mut tx, measure.definition.keeper.into_iter().collect()).await?;
    Ok(Found { place: tx.place()?, measure, observations, directory, people })
}

/// The number of a period and what it was before.
///
/// # Errors
/// When there is none, or the reader may not see it.
pub async fn history(cx: &Cx, slug: &str, period: Period) -> Result<History, Error> {
    let mut tx = cx.read(access::READ).await?;
    let measure = store::load(&mut tx, slug).await?;
    let current = observation::store::find(&mut tx, measure.id, period).await?;
    let Some(current) = current else {
        return Err(Error::NumberMissing { slug: slug.to_owned(), period });
    };
    let mut revisions = vec![current];
    revisions.extend(observation::store::replaced(&mut tx, measure.id, period).await?);
    let by = revisions.iter().filter_map(|one| one.by.parse().ok()).collect();
    let people = named(&mut tx, by).await?;
    Ok(History { place: tx.place()?, measure, revisions, people })
}

async fn named(tx: &mut Tx, mut people: Vec<PersonId>) -> Result<People, Error> {
    people.sort_unstable();
    people.dedup();
    if people.is_empty() {
        return Ok(People::default());
    }
    Ok(partnership::people(tx, &people).await?)
}

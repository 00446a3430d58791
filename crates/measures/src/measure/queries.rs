//! One measure, with all that its page shows.

use std::sync::Arc;

use ::store::{Cx, Place};
use base::PersonId;
use futures_util::{
    TryFutureExt as _,
    future::{try_join, try_join5},
};
use partnership::{Directory, Names};
use plan::goal::Item;
use standards::Period;

use super::{Measure, MeasureId, store};
use crate::{Error, Observation, Story, Withdrawal, access, observation, story};

/// A measure with its numbers.
#[derive(Debug)]
pub struct Found {
    /// The partnership, and what the reader is in it.
    pub place: Arc<Place>,
    /// The measure.
    pub measure: Measure,
    /// Its numbers, the earliest first.
    pub observations: Vec<Observation>,
    /// The periods whose number was taken back, the earliest first.
    pub withdrawn: Vec<Withdrawal>,
    /// What is behind the trend, as it was told last.
    pub story: Option<Story>,
    /// The items of the plan whose standing it tells, in the plan's order.
    pub serves: Vec<Item>,
    /// The organizations, to be named.
    pub directory: Directory,
    /// The names of the keeper and of who told the story.
    pub names: Names,
}

/// A number with what it was before.
#[derive(Debug)]
pub struct History {
    /// The partnership, and what the reader is in it.
    pub place: Arc<Place>,
    /// The measure.
    pub measure: Measure,
    /// The number, the latest revision first; when it was taken back, this is what it was.
    pub revisions: Vec<Observation>,
    /// Each time it was taken back, the latest first.
    pub withdrawals: Vec<Withdrawal>,
    /// The names of who entered them.
    pub names: Names,
}

impl History {
    /// The withdrawal that holds; nothing when the number holds.
    #[must_use]
    pub fn withdrawal(&self) -> Option<&Withdrawal> {
        let number = self.revisions.first().map_or(-1, |number| number.revision);
        self.withdrawals.first().filter(|withdrawal| withdrawal.revision > number)
    }
}

/// The measure with this address.
///
/// # Errors
/// When there is none, or the reader may not see it.
pub async fn find(cx: &Cx, slug: &str) -> Result<Found, Error> {
    let tx = cx.read(access::READ).await?;
    let id = store::id_of(&tx, slug).await?;
    let subject = id.to_string();
    let record = try_join(store::load(&tx, &subject), store::keeper(&tx, id));
    let ((measure, mut names), observations, withdrawn, (story, tellers), plan) = try_join5(
        record,
        observation::store::all_of(&tx, id),
        observation::store::withdrawn_of(&tx, id),
        story::store::latest(&tx, id),
        try_join(
            plan::goal::measured_items(&tx, &subject).err_into(),
            partnership::directory(&tx).err_into(),
        ),
    )
    .await?;
    names.join(tellers);
    let ((serves, directory), place) = (plan, tx.place()?);
    Ok(Found { place, measure, observations, withdrawn, story, serves, directory, names })
}

/// The identifier of the measure with this address.
pub(crate) async fn id_of(cx: &Cx, slug: &str) -> Result<MeasureId, Error> {
    let tx = cx.read(access::READ).await?;
    store::id_of(&tx, slug).await
}

/// A measure, the items of the plan whose standing it tells, and those whose it could tell.
pub(crate) struct Serving {
    pub(crate) place: Arc<Place>,
    pub(crate) measure: Measure,
    pub(crate) serves: Vec<Item>,
    /// What the reader may attach it to.
    pub(crate) free: Vec<Item>,
}

/// What a measure serves in the plan.
pub(crate) async fn serving(cx: &Cx, slug: &str) -> Result<Serving, Error> {
    let tx = cx.read(access::READ).await?;
    let measure = store::load(&tx, slug).await?;
    let place = tx.place()?;
    let serves = plan::goal::measured_items(&tx, &measure.id.to_string()).await?;
    let mut free = plan::goal::changeable_items(&tx, &place.standing).await?;
    free.retain(|item| serves.iter().all(|served| served.id != item.id));
    Ok(Serving { place, measure, serves, free })
}

/// The number of a period and what it was before.
///
/// # Errors
/// When there is none, or the reader may not see it.
pub async fn history(cx: &Cx, slug: &str, period: Period) -> Result<History, Error> {
    let tx = cx.read(access::READ).await?;
    let measure = store::load(&tx, slug).await?;
    let current = observation::store::find(&tx, measure.id, period).await?;
    let mut revisions: Vec<_> = current.into_iter().collect();
    revisions.extend(observation::store::replaced(&tx, measure.id, period).await?);
    if revisions.is_empty() {
        return Err(Error::NumberMissing { slug: slug.to_owned(), period });
    }
    let withdrawals = observation::store::withdrawals(&tx, measure.id, period).await?;
    let numbers = revisions.iter().map(|one| &one.by);
    let by = numbers.chain(withdrawals.iter().map(|one| &one.by));
    let by: Vec<PersonId> = by.filter_map(|by| by.parse().ok()).collect();
    let names = partnership::names(&tx, &by).await?;
    Ok(History { place: tx.place()?, measure, revisions, withdrawals, names })
}

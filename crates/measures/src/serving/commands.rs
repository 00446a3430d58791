//! Letting a measure say how an item of the plan stands, and no longer.

use ::store::Cx;
use plan::goal::{self, ItemId, Target};

use super::reading;
use crate::{Error, Measure, State, access, measure::store, observation};

/// Lets a measure say how an item of the plan stands.
///
/// # Errors
/// When there is no such measure or item, the measure is out of use, it says it already, or the
/// caller may not change the item.
pub async fn serve(cx: &Cx, slug: &str, item: ItemId) -> Result<Measure, Error> {
    let mut tx = cx.write(access::SERVE).await?;
    let measure = store::load(&tx, slug).await?;
    if measure.state != State::Active {
        return Err(Error::RetiredAlready { slug: slug.to_owned() });
    }
    let numbers = observation::store::all_of(&tx, measure.id).await?;
    let target = Target { id: item, seen: None };
    let happened = goal::link_measure(cx, &mut tx, target, &reading(&measure, &numbers)).await?;
    tx.commit_all(vec![happened]).await?;
    Ok(measure)
}

/// Lets a measure say no longer how an item of the plan stands.
///
/// # Errors
/// When there is no such measure or item, it does not say it, or the caller may not change the item.
pub async fn serve_no_longer(cx: &Cx, slug: &str, item: ItemId) -> Result<Measure, Error> {
    let mut tx = cx.write(access::SERVE).await?;
    let measure = store::load(&tx, slug).await?;
    let target = Target { id: item, seen: None };
    let happened = goal::unlink_measure(cx, &mut tx, target, &measure.id.to_string()).await?;
    tx.commit_all(vec![happened]).await?;
    Ok(measure)
}

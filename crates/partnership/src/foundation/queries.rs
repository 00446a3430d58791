//! What a partnership says of itself, and what happened in it lately.

use std::sync::Arc;

use ::store::{Cx, Place};
use futures_util::future::try_join;

use super::{Profile, store, store::Mine};
use crate::{
    Error, access,
    activity::{self, Told},
};

/// How many events the overview tells of.
const LATELY: i64 = 8;

/// A partnership as its overview shows it.
pub(crate) struct Overview {
    pub place: Arc<Place>,
    pub profile: Profile,
    /// The latest events, and the organizations.
    pub told: Told,
}

pub(crate) async fn overview(cx: &Cx) -> Result<Overview, Error> {
    let tx = cx.read(access::OVERVIEW).await?;
    let wanted = activity::Wanted { news: true, limit: LATELY, ..activity::Wanted::default() };
    let (profile, told) = try_join(store::load(&tx), activity::queries::told(&tx, &wanted)).await?;
    Ok(Overview { place: tx.place()?, profile, told })
}

/// What the partnership says of itself.
pub(crate) async fn profile(cx: &Cx) -> Result<(Arc<Place>, Profile), Error> {
    let tx = cx.read(access::OVERVIEW).await?;
    let profile = store::load(&tx).await?;
    Ok((tx.place()?, profile))
}

/// What the settings start from.
pub(crate) struct Settings {
    pub place: Arc<Place>,
    pub profile: Profile,
}

pub(crate) async fn settings(cx: &Cx) -> Result<Settings, Error> {
    let tx = cx.read(access::SETTINGS).await?;
    let profile = store::load(&tx).await?;
    Ok(Settings { place: tx.place()?, profile })
}

/// The partnerships of the signed-in person.
pub(crate) async fn mine(cx: &Cx) -> Result<Vec<Mine>, Error> {
    let tx = cx.read(access::MY_WORK).await?;
    store::mine(&tx).await
}

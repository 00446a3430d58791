//! The series of a partnership, and one with the meetings that it made.

use std::sync::Arc;

use futures_util::{TryFutureExt as _, future::try_join3};
use partnership::{BodyId, SeatEntry};
use store::{Cx, Page, Place};

use super::{Series, SeriesId, store as rows};
use crate::{
    Error, access,
    meeting::{Entry, Filter, queries::kept, store as meetings},
};

/// All series with what stands around them.
#[derive(Debug, Clone)]
pub(crate) struct List {
    pub(crate) place: Arc<Place>,
    pub(crate) series: Vec<Series>,
    /// Every body, of which some may have ended.
    pub(crate) bodies: Vec<(BodyId, String)>,
    /// The bodies whose meetings the reader plans.
    pub(crate) kept: Vec<(BodyId, String)>,
}

/// All series, those that ended too.
pub(crate) async fn list(cx: &Cx) -> Result<List, Error> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    let (series, bodies, kept) =
        try_join3(rows::list(&tx, None), partnership::body_names(&tx).err_into(), kept(cx, &tx))
            .await?;
    Ok(List { place: tx.place()?, series, bodies, kept })
}

/// One series with its next meetings.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) place: Arc<Place>,
    pub(crate) series: Series,
    pub(crate) body: String,
    pub(crate) next: Page<Entry>,
    pub(crate) may_keep: bool,
}

/// How many of its meetings the page of a series shows.
const SHOWN: usize = 12;

/// One series.
pub(crate) async fn series(cx: &Cx, id: SeriesId) -> Result<Sheet, Error> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    let (place, person) = (tx.place()?, cx.person()?);
    let series = rows::load(&tx, id).await?;
    let filter = Filter { series: Some(id), ..Filter::default() };
    let (next, names, seats) = try_join3(
        meetings::page(&tx, &filter, cx.now(), None, SHOWN),
        partnership::body_names(&tx).err_into(),
        partnership::seats_in(&tx, series.body).err_into(),
    )
    .await?;
    let seats: Vec<SeatEntry> = seats;
    let may_keep = access::keeps(&place.standing, &seats, person).is_some();
    let body = names.into_iter().find(|(known, _)| *known == series.body).map(|(_, name)| name);
    Ok(Sheet { place, body: body.unwrap_or_default(), series, next, may_keep })
}

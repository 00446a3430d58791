//! The board and the table.

use std::sync::Arc;

use futures_util::{
    TryFutureExt as _,
    future::{try_join, try_join_all, try_join4},
};
use partnership::Directory;
use store::{Cx, Page, Place, Tx};

use super::{Count, Due, Entry, Filter, PAGE, store as rows};
use crate::{
    Error, Goal, access,
    follow_through::{FollowThrough, Judged, OpenCounts, store as counts},
};

/// The cards that a column of the board shows.
const CARDS: usize = 3;

/// What stands around either view.
#[derive(Debug, Clone)]
pub struct Around {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// How many commitments are where, for all partners.
    pub open: OpenCounts,
    /// What all partners kept.
    pub kept: FollowThrough,
    /// The goals that can be chosen.
    pub goals: Vec<Goal>,
}

/// One page of commitments with what stands around it.
#[derive(Debug, Clone)]
pub struct Table {
    /// What stands around it.
    pub around: Around,
    /// The page.
    pub page: Page<Entry>,
}

/// One column of the board.
#[derive(Debug, Clone)]
pub struct Column {
    /// Which.
    pub due: Due,
    /// How many there are.
    pub count: Count,
    /// The first of them.
    pub entries: Vec<Entry>,
}

/// The board with what stands around it.
#[derive(Debug, Clone)]
pub struct Board {
    /// What stands around it.
    pub around: Around,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Who keeps their word.
    pub judged: Judged,
}

/// One page of commitments, by key.
///
/// # Errors
/// When the caller may not read them, or the mark is none of ours.
pub async fn commitments(
    cx: &Cx,
    filter: &Filter,
    after: Option<&str>,
) -> Result<(Arc<Place>, Page<Entry>), Error> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let page = rows::page(&tx, filter, place.today, after, PAGE).await?;
    Ok((place, page))
}

/// One page of commitments and what stands around it.
///
/// # Errors
/// As [`commitments`].
pub async fn table(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Table, Error> {
    let tx = cx.read(access::READ).await?;
    let today = tx.place()?.today;
    let (page, around) = try_join(
        rows::page(&tx, filter, today, after, PAGE),
        around(&tx, counts::judged_one(&tx, None, today)),
    )
    .await?;
    Ok(Table { around, page })
}

/// The board: of each column the first cards and the number of all.
///
/// # Errors
/// When the caller may not read it.
pub async fn board(cx: &Cx, filter: &Filter) -> Result<Board, Error> {
    let tx = cx.read(access::READ).await?;
    let today = tx.place()?.today;
    let judged = counts::judged(&tx, today).await?;
    let counted = if filter.is_counted() {
        Some(counts::open_counts(&tx, filter.partner, today).await?)
    } else {
        None
    };
    let columns = Due::ALL.iter().map(|due| column(&tx, filter, *due, counted));
    let (columns, around) =
        try_join(try_join_all(columns), around(&tx, async { Ok(judged.all) })).await?;
    Ok(Board { around, columns, judged })
}

async fn column(
    tx: &Tx,
    filter: &Filter,
    due: Due,
    counted: Option<OpenCounts>,
) -> Result<Column, Error> {
    let today = tx.place()?.today;
    let part = Filter { due: Some(due), ..filter.clone() };
    let entries = rows::page(tx, &part, today, None, CARDS).await?.items;
    let count = match counted {
        Some(counts) => Count::Exactly(match due {
            Due::Overdue => counts.overdue,
            Due::Soon => counts.soon,
            Due::Later => counts.later,
            Due::Kept => counts.kept,
        }),
        None => rows::count(tx, &part, today).await?,
    };
    Ok(Column { due, count, entries })
}

async fn around(
    tx: &Tx,
    kept: impl Future<Output = Result<FollowThrough, Error>>,
) -> Result<Around, Error> {
    let place = tx.place()?;
    let (kept, directory, open, goals) = try_join4(
        kept,
        partnership::directory(tx).err_into(),
        counts::open_counts(tx, None, place.today),
        rows::goals(tx),
    )
    .await?;
    Ok(Around { place, directory, open, kept, goals })
}

//! Lists of measures: all of a partnership, those with targets, those that wait for somebody.

pub(crate) mod api;
pub(crate) mod pages;
pub(crate) mod panels;
pub(crate) mod store;

use std::sync::Arc;

use ::store::{Cx, Page, Place};
use base::{Date, Instant, OrganizationId, Title};
use partnership::Directory;
use standards::{Direction, Frequency, Kind, Period, Unit};

use crate::{Error, MeasureId, Status, Target, access};

/// How many measures one page shows.
pub const PAGE: usize = 25;

/// Which measures a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// How they stand.
    pub status: Option<Status>,
    /// What they tell about.
    pub kind: Option<Kind>,
    /// Who answers for them.
    pub organization: Option<OrganizationId>,
    /// The code of their place.
    pub place: Option<String>,
    /// Words of their title or place.
    pub words: Option<String>,
    /// Those that are not counted any more, instead of those that are.
    pub out_of_use: bool,
}

/// A measure as lists show it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its identifier.
    pub id: MeasureId,
    /// Its short name in addresses.
    pub slug: String,
    /// What people call it.
    pub title: Title,
    /// What it is sorted by.
    pub sort: String,
    /// The code of its place; empty when it has none.
    pub place: String,
    /// The name of its place.
    pub place_name: Option<String>,
    /// What it tells about.
    pub kind: Kind,
    /// What the numbers count.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Direction,
    /// How often it is counted.
    pub frequency: Frequency,
    /// Who answers for it.
    pub organization: Option<OrganizationId>,
    /// Its last target.
    pub target: Option<Target>,
    /// Whether it is out of use.
    pub retired: bool,
    /// How many numbers there are.
    pub observed: i64,
    /// The latest number; no value when it is too small to be shown.
    pub latest: Option<(Period, Option<f64>)>,
    /// How it stands.
    pub status: Status,
    /// The last numbers for the small chart.
    pub spark: Vec<Option<f64>>,
    /// When the next number is due.
    pub next_due: Option<Date>,
}

/// A number that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The partnership's short name.
    pub partnership: String,
    /// The partnership's name.
    pub partnership_name: String,
    /// The measure's short name.
    pub slug: String,
    /// What people call it.
    pub title: String,
    /// The name of its place.
    pub place: Option<String>,
    /// By when.
    pub by: Date,
}

/// A measure that has a new number.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// The partnership's short name.
    pub partnership: String,
    /// The partnership's name.
    pub partnership_name: String,
    /// The measure's short name.
    pub slug: String,
    /// What people call it.
    pub title: String,
    /// The name of its place.
    pub place: Option<String>,
    /// What the numbers count.
    pub unit: Unit,
    /// When.
    pub period: Period,
    /// The number; nothing when it is too small to be shown.
    pub value: Option<f64>,
    /// When it was entered.
    pub at: Instant,
    /// How the measure stands.
    pub status: Status,
}

/// A page of measures with what stands around it.
#[derive(Debug)]
pub struct Listed {
    /// The partnership, and what the reader is in it.
    pub place: Arc<Place>,
    /// The organizations, to be named.
    pub directory: Directory,
    /// How many measures in use stand how.
    pub counts: Vec<(Status, i64)>,
    /// The measures.
    pub page: Page<Line>,
}

/// The measures of a partnership, a page at a time.
///
/// # Errors
/// When the reader may not see them, or the mark of the page is not ours.
pub async fn list(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Listed, Error> {
    let tx = cx.read(access::READ).await?;
    let page = store::list(&tx, filter, after, PAGE).await?;
    let counts = store::counts(&tx).await?;
    let directory = partnership::directory(&tx).await?;
    Ok(Listed { place: tx.place()?, directory, counts, page })
}

//! What was told of a measure, and when.

use std::sync::Arc;

use ::store::{Cx, Place};
use partnership::{Directory, People};

use super::{Story, store};
use crate::{
    Error, Measure, access,
    measure::{queries::named, store as measures},
};

/// A measure with every telling of its story.
#[derive(Debug)]
pub struct Stories {
    /// The partnership, and what the reader is in it.
    pub place: Arc<Place>,
    /// The measure.
    pub measure: Measure,
    /// The story, the latest telling first.
    pub told: Vec<Story>,
    /// Who told it, to be named.
    pub people: People,
    /// The organizations, to be named.
    pub directory: Directory,
}

/// Every telling of a measure's story.
///
/// # Errors
/// When there is no such measure, or the reader may not see it.
pub async fn stories(cx: &Cx, slug: &str) -> Result<Stories, Error> {
    let tx = cx.read(access::READ).await?;
    let measure = measures::load(&tx, slug).await?;
    let told = store::history(&tx, measure.id).await?;
    let by = told.iter().filter_map(|story| story.by.parse().ok()).collect();
    let people = named(&tx, by).await?;
    let directory = partnership::directory(&tx).await?;
    Ok(Stories { place: tx.place()?, measure, told, people, directory })
}

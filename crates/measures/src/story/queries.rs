//! What was told of a measure, and when.

use std::sync::Arc;

use ::store::{Cx, Place};
use partnership::{Directory, Names};

use super::{Story, store};
use crate::{Error, Measure, access, measure::store as measures};

/// A measure with every telling of its story.
#[derive(Debug)]
pub struct Stories {
    /// The partnership, and what the reader is in it.
    pub place: Arc<Place>,
    /// The measure.
    pub measure: Measure,
    /// The story, the latest telling first.
    pub told: Vec<Story>,
    /// The names of who told it.
    pub names: Names,
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
    let (told, names) = store::history(&tx, measure.id).await?;
    let directory = partnership::directory(&tx).await?;
    Ok(Stories { place: tx.place()?, measure, told, names, directory })
}

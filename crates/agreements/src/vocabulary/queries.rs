//! What was laid down, with the names of those whom it is about.

use std::sync::Arc;

use ::store::{Cx, Place};
use partnership::Directory;

use super::{Holding, Vocabulary, store};
use crate::{Error, access};

/// All that a partnership laid down.
#[derive(Debug, Clone)]
pub(crate) struct Laid {
    /// Where, and what the reader may be there.
    pub(crate) place: Arc<Place>,
    /// The partners.
    pub(crate) directory: Directory,
    /// The names.
    pub(crate) vocabulary: Vocabulary,
    /// What each party is to the law.
    pub(crate) parties: Vec<policy::Organization>,
    /// What each party keeps.
    pub(crate) holdings: Vec<Holding>,
}

/// What was laid down.
///
/// # Errors
/// When the caller may not read it.
pub(crate) async fn ground(cx: &Cx) -> Result<Laid, Error> {
    let tx = cx.read(access::READ).await?;
    Ok(Laid {
        place: tx.place()?,
        directory: partnership::directory(&tx).await?,
        vocabulary: store::vocabulary(&tx).await?,
        parties: store::parties(&tx).await?,
        holdings: store::holdings(&tx).await?,
    })
}

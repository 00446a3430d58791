//! What one chose.

use ::store::Cx;
use base::PartnershipId;

use super::{Choices, store};
use crate::{Error, access, answer, notice};

/// What the caller chose, with what the form needs.
#[derive(Debug)]
pub(crate) struct Chosen {
    pub(crate) choices: Choices,
    /// The caller's partnerships: identifier, short name, name.
    pub(crate) partnerships: Vec<(PartnershipId, String, String)>,
    /// How many links in mails are still good.
    pub(crate) links: i64,
}

pub(crate) async fn mine(cx: &Cx) -> Result<Chosen, Error> {
    let tx = cx.read(access::SEE).await?;
    let choices = store::mine(&tx).await?;
    let partnerships = notice::store::partnerships(&tx).await?;
    let links = answer::store::open_links(&tx, cx.now()).await?;
    Ok(Chosen { choices, partnerships, links })
}

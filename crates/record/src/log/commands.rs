//! Who may look at the log, how many must confirm it, and that it was found split.

use ::store::Cx;

use super::{
    events::{Opened, QuorumSet, SplitFound},
    store,
};
use crate::{Error, access, log::check::Paper, witness};

/// Lets anybody look at the log, or only the partners.
///
/// # Errors
/// When the caller may not, or the store fails.
pub async fn open(cx: &Cx, open: bool) -> Result<(), Error> {
    let mut tx = cx.write(access::SETTLE).await?;
    let facts = facts(&tx).await?;
    store::set(&mut tx, open, facts.quorum).await?;
    Ok(tx.commit(&Opened { open }).await?)
}

/// Says how many witnesses must confirm a state before it counts as confirmed.
///
/// # Errors
/// When there are fewer witnesses, the caller may not, or the store fails.
pub async fn set_quorum(cx: &Cx, quorum: i64) -> Result<(), Error> {
    let mut tx = cx.write(access::SETTLE).await?;
    let facts = facts(&tx).await?;
    let count = witness::store::all(&tx, facts.id).await?.len();
    if quorum < 0 || usize::try_from(quorum).unwrap_or(usize::MAX) > count {
        return Err(Error::QuorumTooLarge);
    }
    store::set(&mut tx, facts.open, quorum).await?;
    Ok(tx.commit(&QuorumSet { quorum }).await?)
}

/// Keeps a state that the log's keys signed and that the log never had, and tells it. The proof is
/// in the signatures, so it does not matter who brings it.
pub(crate) async fn report_split(cx: &Cx, paper: &Paper) -> Result<(), Error> {
    let mut tx = cx.write(access::REPORT).await?;
    let checkpoint = paper.checkpoint();
    let (size, root) = (checkpoint.size, checkpoint.root.to_string());
    let note = paper.signed().to_string();
    if witness::store::keep_split(&mut tx, size, &root, &note, cx.now()).await? {
        tx.commit(&SplitFound { size, root }).await?;
    }
    Ok(())
}

async fn facts(tx: &::store::Tx) -> Result<super::Facts, Error> {
    let id = tx.place()?.partnership;
    store::facts_by_id(tx, id).await?.ok_or(Error::NoLog)
}

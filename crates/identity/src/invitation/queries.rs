//! What can be asked about invitations.

use store::{Cx, Tx};

use super::{Open, Pending, store as table};
use crate::{Error, Secret, access};

/// The partnership's invitations that wait for an answer, the newest first; some of their links
/// may have ended. Inside a partnership's transaction.
///
/// # Errors
/// When the database fails.
pub async fn pending(tx: &Tx) -> Result<Vec<Pending>, Error> {
    table::pending(tx).await
}

/// The open invitation of a link.
pub(crate) async fn look(cx: &Cx, secret: &Secret) -> Result<Open, Error> {
    let tx = cx.read(access::ENTER).await?;
    table::find(&tx, &secret.hash(), cx.now()).await
}

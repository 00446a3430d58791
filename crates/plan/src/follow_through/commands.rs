//! Replying to one's figures.

use base::{OrganizationId, Reason};
use store::Cx;

use super::{Reply, events::FollowThroughReplied, store as rows};
use crate::{Error, access};

/// Replies, for an organization, to its figures; the reply stands beside them, dated.
///
/// # Errors
/// When the caller does not lead the organization.
pub async fn reply(cx: &Cx, organization: OrganizationId, words: Reason) -> Result<Reply, Error> {
    let mut tx = cx.write(access::REPLY).await?;
    let place = tx.place()?;
    if !partnership::directory(&tx).await?.has(organization) {
        return Err(Error::Missing);
    }
    if !access::may_reply(&place.standing, organization) {
        return Err(Error::NotYours);
    }
    let reply = Reply { organization, words, on: place.today };
    rows::add_reply(&mut tx, &reply, cx.person()?, cx.now()).await?;
    tx.commit(&FollowThroughReplied { organization, on: reply.on }).await?;
    Ok(reply)
}

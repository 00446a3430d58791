//! Telling people, and marking what they were told.

use std::collections::BTreeSet;

use ::store::{Cx, Subject, WriteTx};
use base::PersonId;

use super::{Notice, NoticeId, store};
use crate::{Error, access, events::NoticesMarked, jobs::Deliver};

/// Tells people of something, in the transaction in which it happens: on their pages from its commit
/// on, and by mail as each of them chose. The one way for contexts to write to somebody.
///
/// # Errors
/// When the database fails.
pub async fn tell(
    tx: &mut WriteTx,
    people: &BTreeSet<PersonId>,
    notice: &Notice,
) -> Result<(), ::store::Error> {
    let told: Vec<(PersonId, NoticeId)> =
        people.iter().map(|person| (*person, tx.new_id())).collect();
    if told.is_empty() {
        return Ok(());
    }
    store::tell(tx, &told, notice).await?;
    tx.enqueue(&Deliver { told }).await?;
    Ok(())
}

/// Clears what people were asked about a record that has moved on: nobody is reminded of what is
/// done. What was only to know stays.
///
/// # Errors
/// When the database fails.
pub async fn settle(tx: &mut WriteTx, about: &Subject) -> Result<(), ::store::Error> {
    store::settle(tx, about).await.map(drop)
}

/// Clears what some people were asked about a record, and nobody else.
///
/// # Errors
/// When the database fails.
pub async fn settle_for(
    tx: &mut WriteTx,
    people: &BTreeSet<PersonId>,
    about: &Subject,
) -> Result<(), ::store::Error> {
    store::settle_for(tx, people, about).await
}

/// Marks one of the caller's notices as read, or as new again.
pub(crate) async fn mark(cx: &Cx, id: NoticeId, read: bool) -> Result<(), Error> {
    let mut tx = cx.write(access::CHANGE).await?;
    if !store::mark(&mut tx, id, read.then(|| cx.now())).await? {
        return Err(Error::NoticeMissing);
    }
    Ok(tx.commit(&NoticesMarked { person: cx.person()? }).await?)
}

/// Marks all of the caller's notices as read, up to the latest that they saw.
///
/// # Errors
/// When nobody is signed in, or the database fails.
pub async fn mark_all(cx: &Cx, up_to: NoticeId) -> Result<(), Error> {
    let mut tx = cx.write(access::CHANGE).await?;
    store::mark_all(&mut tx, up_to).await?;
    Ok(tx.commit(&NoticesMarked { person: cx.person()? }).await?)
}

//! Beginning, proving and ending sessions.

use base::{PersonId, SessionId};
use store::{Cx, WriteTx};

use super::{Admitted, Proof, Visitor, store as table};
use crate::{
    Error, Secret, access,
    events::{OthersEnded, Proved, SessionEnded, SignedIn},
};

/// Begins a session inside a sign-in's transaction. The browser's former session ends: a cookie
/// that somebody planted before never becomes a signed-in one.
pub(crate) async fn begin(
    cx: &Cx,
    tx: &mut WriteTx,
    person: PersonId,
    by: Proof,
    visitor: &Visitor,
) -> Result<(Admitted, SignedIn), Error> {
    if let Some((owner, former)) = visitor.session {
        table::end(tx, owner, former).await?;
    }
    let (id, session) = (cx.new_id(), Secret::new(cx.secret()));
    let now = (cx.now(), by == Proof::Passkey);
    table::begin(tx, (person, id), &session, visitor, now).await?;
    // A browser that several people share keeps one secret for all of them.
    let device = visitor.device.clone().unwrap_or_else(|| Secret::new(cx.secret()));
    table::know(tx, person, &device.hash(), cx.now()).await?;
    Ok((Admitted { session, device }, SignedIn { person, session: id, by }))
}

/// Notes a fresh proof in the session, which gets a new secret with it.
pub(crate) async fn prove(
    cx: &Cx,
    mut tx: WriteTx,
    session: SessionId,
    by: Proof,
) -> Result<Secret, Error> {
    let (person, secret) = (cx.person()?, Secret::new(cx.secret()));
    let now = (cx.now(), by == Proof::Passkey);
    if !table::proved(&mut tx, (person, session), &secret, now).await? {
        return Err(store::Error::SignIn.into());
    }
    tx.commit(&Proved { person, session, by }).await?;
    Ok(secret)
}

/// Ends one of the person's own sessions.
pub(crate) async fn end(cx: &Cx, session: SessionId) -> Result<(), Error> {
    let mut tx = cx.write(access::END).await?;
    let person = cx.person()?;
    if !table::end(&mut tx, person, session).await? {
        return Err(store::Error::Missing { what: "the session" }.into());
    }
    Ok(tx.commit(&SessionEnded { person, session }).await?)
}

/// Ends all of the person's sessions but the one that asks.
pub(crate) async fn end_others(cx: &Cx) -> Result<(), Error> {
    let mut tx = cx.write(access::END).await?;
    let person = cx.person()?;
    let this = cx.actor().person().and_then(|person| person.session);
    table::end_others(&mut tx, person, this).await?;
    Ok(tx.commit(&OthersEnded { person }).await?)
}

//! Following a link: finding whose it is, doing what it is for in their name, and losing no word of
//! what they wrote.

use std::sync::Arc;

use ::store::{Cx, Permission};
use base::{Actor, Instant, SignedIn};
use identity::Secret;
use web::{Answer, Failure, Input, Registry, Visit};

use super::{Link, LinkId, Reply, Standing, store};
use crate::{
    Error, access,
    events::{LinksEnded, ReplyCleared},
};

/// A link that was followed.
pub(crate) struct Followed {
    pub(crate) link: Link,
    pub(crate) standing: Standing,
    pub(crate) answer: &'static Answer,
    /// The context of the one thing that it is good for, in its person's name.
    pub(crate) cx: Cx,
}

/// What came of sending the form behind a link.
pub(crate) enum Outcome {
    /// It was done.
    Done,
    /// It was refused, and the form can be sent again.
    Again(Failure),
    /// It was not done, and what was written is kept.
    Kept(Failure),
}

/// Finds the link of a secret. Looking never uses it.
pub(crate) async fn follow(cx: &Cx, secret: &Secret) -> Result<Followed, Error> {
    let tx = cx.read(access::ANSWER).await?;
    let found = store::find(&tx, &secret.hash(), cx.now()).await?;
    drop(tx);
    let (link, standing) = found.ok_or(Error::AnswerEnded)?;
    let answer = offered(cx, &link).ok_or(Error::AnswerEnded)?;
    // A closed account ends its links.
    let system = Cx::new(cx.store().clone(), Actor::System("answers"), cx.now());
    let mailbox = identity::mailbox(&system, link.person).await?.ok_or(Error::AnswerEnded)?;
    let actor = Actor::Person(SignedIn {
        person: link.person,
        name: mailbox.name(),
        language: Some(cx.language()),
        session: None,
        // A link is no proof of identity: what needs one stays closed to it.
        authenticated_at: Instant::from_micros(0),
        strong: false,
        scopes: Some(answer.permissions.iter().map(Permission::token_scope).collect()),
        partnership: Some(link.partnership),
    });
    let own = Cx::new(cx.store().clone(), actor, cx.now())
        .in_partnership_id(link.partnership)
        .speaking(cx.language())
        .declaring(answer.permissions);
    // The page around it is that of whoever looks: nobody is signed in by a link.
    let own = match cx.extension::<Visit>() {
        Some(visit) => own.with(visit),
        None => own,
    };
    Ok(Followed { link, standing, answer, cx: own })
}

/// Does what a link is for, once. What was written is on the disk before anything is tried.
pub(crate) async fn give(cx: &Cx, followed: Followed, input: Input) -> Result<Outcome, Error> {
    let Followed { link, standing, answer, cx: own } = followed;
    let typed: Vec<(String, String)> = input.typed().collect();
    let mut tx = cx.write(access::ANSWER).await?;
    let good = standing == Standing::Open && store::use_up(&mut tx, &link).await?;
    if !typed.is_empty() {
        store::keep(&mut tx, &link, &typed, base::Problem::code(&Error::AnswerEnded)).await?;
    }
    tx.commit_upkeep().await?;
    if !good {
        return Ok(Outcome::Kept(Error::AnswerEnded.into()));
    }
    let done = (answer.act)(own, link.subject.clone(), input).await;
    let mut tx = cx.write(access::ANSWER).await?;
    let outcome = match done {
        Ok(()) => {
            store::forget(&mut tx, &link).await?;
            Outcome::Done
        }
        Err(failure) if failure.is_form() => {
            store::release(&mut tx, &link).await?;
            store::forget(&mut tx, &link).await?;
            Outcome::Again(failure)
        }
        Err(failure) => {
            store::release(&mut tx, &link).await?;
            if !typed.is_empty() {
                store::keep(&mut tx, &link, &typed, failure.problem().code()).await?;
            }
            Outcome::Kept(failure)
        }
    };
    tx.commit_upkeep().await?;
    Ok(outcome)
}

/// A kept reply of the caller's, and the context in which they can do it now, by their own rights.
pub(crate) async fn kept(cx: &Cx, id: LinkId) -> Result<(Reply, &'static Answer, Cx), Error> {
    let tx = cx.read(access::SEE).await?;
    let reply = store::one_reply(&tx, id).await?;
    let answer = offered(cx, &reply.link).ok_or(Error::ReplyMissing)?;
    let own = cx.clone().in_partnership_id(reply.link.partnership).declaring(answer.permissions);
    Ok((reply, answer, own))
}

/// Does now what a kept reply was for.
pub(crate) async fn give_kept(cx: &Cx, id: LinkId, input: Input) -> Result<(), Failure> {
    let (reply, answer, own) = kept(cx, id).await?;
    (answer.act)(own, reply.link.subject, input).await?;
    Ok(clear(cx, id).await?)
}

/// Throws a kept reply away.
pub(crate) async fn clear(cx: &Cx, id: LinkId) -> Result<(), Error> {
    let mut tx = cx.write(access::CHANGE).await?;
    if !store::clear(&mut tx, id).await? {
        return Err(Error::ReplyMissing);
    }
    Ok(tx.commit(&ReplyCleared { person: cx.person()? }).await?)
}

/// Ends every link in the caller's mails.
pub(crate) async fn end_links(cx: &Cx) -> Result<(), Error> {
    let mut tx = cx.write(access::CHANGE).await?;
    store::end_links(&mut tx).await?;
    Ok(tx.commit(&LinksEnded { person: cx.person()? }).await?)
}

fn offered(cx: &Cx, link: &Link) -> Option<&'static Answer> {
    let registry: Arc<Registry> = cx.extension().unwrap_or_default();
    registry.answer(&link.answer)
}

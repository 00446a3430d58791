//! The only ways to keep the register, for a page, the API or the demo.

use base::{OrganizationId, Reason, Revision, Title};
use store::{Cx, Standing, WriteTx};

use super::{
    Act, Disagreement, DisagreementError, DisagreementId, Settlement, Step, View, access, events,
    notices, store as rows,
};
use crate::{
    Error,
    talk::{About, ThreadId, Voice},
};

/// What puts a disagreement on the register.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The record that it is about.
    pub about: About,
    /// The discussion that it came from.
    pub thread: Option<ThreadId>,
    /// The question on which they are at odds.
    pub question: Title,
    /// What stands behind it.
    pub background: Option<View>,
    /// Those who are at odds.
    pub parties: Vec<OrganizationId>,
    /// How the organization of the one who opens it sees it.
    pub view: Option<View>,
    /// For which of their organizations they speak.
    pub organization: Option<OrganizationId>,
}

/// Which disagreement a verb is for, and how its caller last saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// Which one.
    pub id: DisagreementId,
    /// The revision that the caller saw; a change since then is told and nothing is done.
    pub seen: Option<Revision>,
}

/// Puts a disagreement on the register: somebody of a party, or a coordinator.
///
/// # Errors
/// As [`Disagreement::open`], and when the caller is neither or a party is no partner today.
pub async fn open(cx: &Cx, opening: Opening) -> Result<Disagreement, Error> {
    let mut tx = cx.write(access::KEEP).await?;
    let place = tx.place()?;
    let directory = partnership::directory(&tx).await?;
    if opening.parties.iter().any(|of| !directory.has(*of)) {
        return Err(Error::field("parties", "choice_unknown"));
    }
    let organization = opener(&place.standing, &opening)?;
    let by = Voice { person: cx.person()?, organization, at: cx.now() };
    let background = opening.background.clone();
    let one = Disagreement::open(cx.new_id(), opening, by, place.today)?;
    let step = Step { act: Act::Opened, by, on: place.today, way: None, words: background };
    rows::insert(&mut tx, &one, &step).await?;
    notices::tell_of(&mut tx, &one, &step).await?;
    let event = events::of(&one, &step)?;
    tx.commit_all(vec![event]).await?;
    Ok(one)
}

/// For whom somebody puts it on the register: a party of theirs; a coordinator for their own.
fn opener(standing: &Standing, opening: &Opening) -> Result<OrganizationId, Error> {
    let own = access::acts_for(standing);
    let party = own.iter().copied().find(|of| match opening.organization {
        Some(chosen) => *of == chosen,
        None => opening.parties.contains(of),
    });
    let coordinates = standing.has(base::Role::Coordinator);
    let found = party.or_else(|| own.first().copied().filter(|_| coordinates));
    let found = found.ok_or(DisagreementError::NotYours)?;
    if !coordinates && !opening.parties.contains(&found) {
        return Err(DisagreementError::NotYours.into());
    }
    Ok(found)
}

/// Says how a party sees it.
///
/// # Errors
/// As [`Disagreement::say`], and when the caller speaks for no party.
pub async fn say(
    cx: &Cx,
    target: Target,
    organization: Option<OrganizationId>,
    view: View,
) -> Result<Disagreement, Error> {
    let (tx, mut one) = changing(cx, target).await?;
    let place = tx.place()?;
    let own = access::parties_of(&place.standing, &one);
    let organization = match organization {
        Some(chosen) => own.contains(&chosen).then_some(chosen),
        None => own.first().copied(),
    };
    let by = voice(cx, organization.ok_or(DisagreementError::NotParty)?)?;
    let step = one.say(by, view, place.today)?;
    finish(tx, one, step).await
}

/// Says how it was settled.
///
/// # Errors
/// As [`Disagreement::settle`], and when the caller is neither of a party nor a coordinator.
pub async fn settle(
    cx: &Cx,
    target: Target,
    settlement: Settlement,
) -> Result<Disagreement, Error> {
    let (tx, mut one) = changing(cx, target).await?;
    let place = tx.place()?;
    let organization = access::settles_for(&place.standing, &one);
    let by = voice(cx, organization.ok_or(DisagreementError::NotYours)?)?;
    let step = one.settle(by, settlement, place.today)?;
    finish(tx, one, step).await
}

/// Opens it again.
///
/// # Errors
/// As [`Disagreement::reopen`], and as [`settle`].
pub async fn reopen(cx: &Cx, target: Target, why: Reason) -> Result<Disagreement, Error> {
    let (tx, mut one) = changing(cx, target).await?;
    let place = tx.place()?;
    let organization = access::settles_for(&place.standing, &one);
    let by = voice(cx, organization.ok_or(DisagreementError::NotYours)?)?;
    let step = one.reopen(by, &why, place.today)?;
    finish(tx, one, step).await
}

/// Takes it back.
///
/// # Errors
/// As [`Disagreement::withdraw`], and when the caller neither put it there nor coordinates.
pub async fn withdraw(cx: &Cx, target: Target, why: Reason) -> Result<Disagreement, Error> {
    let (tx, mut one) = changing(cx, target).await?;
    let place = tx.place()?;
    let organization = access::withdraws_for(&place.standing, &one);
    let by = voice(cx, organization.ok_or(DisagreementError::NotYours)?)?;
    let step = one.withdraw(by, &why, place.today)?;
    finish(tx, one, step).await
}

async fn changing(cx: &Cx, target: Target) -> Result<(WriteTx, Disagreement), Error> {
    let tx = cx.write(access::KEEP).await?;
    let one = rows::load(&tx, target.id).await?;
    if target.seen.is_some_and(|seen| seen != one.revision) {
        return Err(DisagreementError::Changed.into());
    }
    Ok((tx, one))
}

fn voice(cx: &Cx, organization: OrganizationId) -> Result<Voice, Error> {
    Ok(Voice { person: cx.person()?, organization, at: cx.now() })
}

async fn finish(mut tx: WriteTx, mut one: Disagreement, step: Step) -> Result<Disagreement, Error> {
    rows::save(&mut tx, &mut one, &step).await?;
    notices::tell_of(&mut tx, &one, &step).await?;
    let event = events::of(&one, &step)?;
    tx.commit_all(vec![event]).await?;
    Ok(one)
}

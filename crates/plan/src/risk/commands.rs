//! What can be done with risks and issues: one function each, for pages, the API and the demo alike.

use base::{Date, OrganizationId, PersonId, Revision};
use store::{Cx, Tx, WriteTx};

use super::{
    Account, ActName, Kind, Note, Risk, RiskError, RiskId, State, Step, Weight, events,
    store as rows,
};
use crate::{
    Error, access,
    goal::{GoalError, ItemId, store as items},
};

/// Which risk, and how the caller last saw it.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name.
    pub id: RiskId,
    /// The revision that the caller saw, when that matters.
    pub seen: Option<Revision>,
}

/// Writes a risk or an issue down, with what it threatens.
///
/// # Errors
/// When its parts do not fit, or the caller does not act for who answers for it.
pub async fn note(
    cx: &Cx,
    kind: Kind,
    account: Account,
    threatens: Vec<ItemId>,
) -> Result<Risk, Error> {
    let mut tx = cx.write(access::WATCH).await?;
    let voice = Voice::of(cx, &tx, account.owner)?;
    partner(&tx, account.owner).await?;
    let risk = Risk {
        id: cx.new_id(),
        kind,
        account: account.checked(kind, voice.on)?,
        state: State::Open,
        closed_on: None,
        closed_words: None,
        since: voice.on,
        revision: Revision::FIRST,
    };
    rows::insert(&mut tx, &risk).await?;
    for item in threatens {
        let item = items::find(&tx, item).await?.ok_or(GoalError::Missing)?;
        rows::link(&mut tx, risk.id, item.id).await?;
    }
    finish(tx, &risk, voice.step(&risk, ActName::Noted)).await?;
    Ok(risk)
}

/// Changes what it says of itself.
///
/// # Errors
/// As [`Risk::change`], and when the caller may not.
pub async fn change(cx: &Cx, target: Target, account: Account) -> Result<Risk, Error> {
    let mut edit = Edit::of(cx, target).await?;
    if account.owner != edit.risk.account.owner {
        // Nobody hands it to an organization for which they do not act.
        Voice::of(cx, &edit.tx, account.owner)?;
        partner(&edit.tx, account.owner).await?;
    }
    edit.risk.change(account, edit.voice.on)?;
    edit.finish(ActName::Changed, |step| step).await
}

/// Notes that it was looked at, and when it is looked at again.
///
/// # Errors
/// As [`Risk::review`], and when the caller may not.
pub async fn review(
    cx: &Cx,
    target: Target,
    (weight, next): (Weight, Date),
    words: Option<Note>,
) -> Result<Risk, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.risk.review(weight, next, edit.voice.on)?;
    let words = words.map(|words| words.to_string());
    edit.finish(ActName::Reviewed, |step| Step { words, ..step }).await
}

/// Says that it has happened.
///
/// # Errors
/// As [`Risk::happen`], and when the caller may not.
pub async fn happen(cx: &Cx, target: Target, words: Option<Note>) -> Result<Risk, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.risk.happen(edit.voice.on)?;
    let words = words.map(|words| words.to_string());
    edit.finish(ActName::Happened, |step| Step { words, ..step }).await
}

/// Says that it is over.
///
/// # Errors
/// As [`Risk::close`], and when the caller may not.
pub async fn close(cx: &Cx, target: Target, words: Note) -> Result<Risk, Error> {
    let mut edit = Edit::of(cx, target).await?;
    let said = Some(words.to_string());
    edit.risk.close(words, edit.voice.on)?;
    edit.finish(ActName::Closed, |step| Step { words: said, ..step }).await
}

/// Watches it again.
///
/// # Errors
/// As [`Risk::reopen`], and when the caller may not.
pub async fn reopen(cx: &Cx, target: Target, words: Option<Note>) -> Result<Risk, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.risk.reopen(edit.voice.on)?;
    let words = words.map(|words| words.to_string());
    edit.finish(ActName::Reopened, |step| Step { words, ..step }).await
}

/// Says that it threatens an item of the plan.
///
/// # Errors
/// When it is closed, it does already, there is no such item, or the caller may not.
pub async fn link(cx: &Cx, target: Target, item: ItemId) -> Result<Risk, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.risk.must_be_open()?;
    let item = items::find(&edit.tx, item).await?.ok_or(GoalError::Missing)?;
    if !rows::link(&mut edit.tx, edit.risk.id, item.id).await? {
        return Err(RiskError::SameLinks.into());
    }
    let about = Some(item.aim.title.to_string());
    edit.finish(ActName::Linked, |step| Step { about, ..step }).await
}

/// Says that it threatens an item no longer.
///
/// # Errors
/// When it does not, or the caller may not.
pub async fn unlink(cx: &Cx, target: Target, item: ItemId) -> Result<Risk, Error> {
    let mut edit = Edit::of(cx, target).await?;
    if !rows::unlink(&mut edit.tx, edit.risk.id, item).await? {
        return Err(RiskError::SameLinks.into());
    }
    let item = items::find(&edit.tx, item).await?.ok_or(GoalError::Missing)?;
    let about = Some(item.aim.title.to_string());
    edit.finish(ActName::Unlinked, |step| Step { about, ..step }).await
}

/// Who changes it, for whom, when.
#[derive(Debug, Clone, Copy)]
struct Voice {
    person: PersonId,
    organization: OrganizationId,
    at: base::Instant,
    on: Date,
}

impl Voice {
    /// The voice of one who acts for who answers for it, or coordinates.
    fn of(cx: &Cx, tx: &Tx, owner: OrganizationId) -> Result<Self, Error> {
        let place = tx.place()?;
        let organization =
            access::proposes_for(&place.standing, owner).ok_or(RiskError::NotYours)?;
        Ok(Self { person: cx.person()?, organization, at: cx.now(), on: place.today })
    }

    const fn step(&self, risk: &Risk, act: ActName) -> Step {
        Step {
            act,
            at: self.at,
            on: self.on,
            person: self.person,
            organization: self.organization,
            weight: risk.account.weight,
            words: None,
            about: None,
        }
    }
}

/// A change of one risk, between the read and the write.
struct Edit {
    tx: WriteTx,
    voice: Voice,
    risk: Risk,
    before: Risk,
}

impl Edit {
    async fn of(cx: &Cx, target: Target) -> Result<Self, Error> {
        let tx = cx.write(access::WATCH).await?;
        let risk = rows::find(&tx, target.id).await?.ok_or(RiskError::Missing)?;
        let voice = Voice::of(cx, &tx, risk.account.owner)?;
        if target.seen.is_some_and(|seen| seen != risk.revision) {
            return Err(RiskError::Changed.into());
        }
        Ok(Self { tx, voice, before: risk.clone(), risk })
    }

    /// Writes the change with its step, and says what happened.
    async fn finish(
        mut self,
        act: ActName,
        step: impl FnOnce(Step) -> Step,
    ) -> Result<Risk, Error> {
        rows::save(&mut self.tx, &self.before, &mut self.risk).await?;
        let step = step(self.voice.step(&self.risk, act));
        finish(self.tx, &self.risk, step).await?;
        Ok(self.risk)
    }
}

async fn finish(mut tx: WriteTx, risk: &Risk, step: Step) -> Result<(), Error> {
    rows::add_step(&mut tx, risk.id, &step).await?;
    let event = events::of(risk, &step)?;
    tx.commit_all(vec![event]).await?;
    Ok(())
}

/// Checks that an organization is a partner today.
async fn partner(tx: &Tx, owner: OrganizationId) -> Result<(), Error> {
    let directory = partnership::directory(tx).await?;
    if directory.has(owner) { Ok(()) } else { Err(Error::field("owner", "commitment_no_partner")) }
}

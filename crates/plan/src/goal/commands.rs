//! What can be done with the plan: one function each, for pages, the API and the demo alike.

use base::{Date, OrganizationId, Reason, Revision};
use store::{Cx, Tx, WriteTx, Written};

use super::{
    ActName, Aim, Direction, Ending, GoalError, Item, ItemId, Judgement, Layer, Note, Span, Status,
    Step, events, store as rows,
};
use crate::{
    Commitment, CommitmentId, Error, access,
    roadmap::{Ripple, Schedule, store as waits},
};

/// More than this nobody reads.
pub(crate) const MOST: i64 = 5000;

/// Which item, and how the caller last saw it.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name.
    pub id: ItemId,
    /// The revision that the caller saw, when that matters.
    pub seen: Option<Revision>,
}

/// An item that comes into the plan.
#[derive(Debug, Clone)]
pub struct NewItem {
    /// How high it stands.
    pub layer: Layer,
    /// What it says of itself.
    pub aim: Aim,
    /// When it is worked on.
    pub span: Span,
    /// What it serves from the beginning.
    pub serves: Vec<ItemId>,
}

/// Brings an item into the plan.
///
/// # Errors
/// When its parts do not fit its layer, or the caller may not answer for it.
pub async fn add(cx: &Cx, new: NewItem) -> Result<Item, Error> {
    let mut tx = cx.write(access::PLAN).await?;
    let voice = Voice::of(cx, &tx, new.aim.owner)?;
    let (items, last) = rows::room(&tx).await?;
    if items >= MOST {
        return Err(GoalError::Full.into());
    }
    partner(&tx, new.aim.owner).await?;
    let item = Item {
        id: cx.new_id(),
        layer: new.layer,
        aim: new.aim.checked(new.layer)?,
        span: new.span.checked(new.layer)?,
        first: new.span,
        place: last + 1,
        state: super::State::Open,
        closed_on: None,
        closed_words: None,
        reviewed_on: None,
        judged: None,
        since: voice.on,
        revision: Revision::FIRST,
    };
    let item = Item { first: item.span, ..item };
    if item.layer == Layer::Milestone && new.serves.is_empty() {
        return Err(Error::field("serves", "required"));
    }
    rows::insert(&mut tx, &item).await?;
    for upper in new.serves {
        let upper = rows::find(&tx, upper).await?.ok_or(GoalError::Missing)?;
        item.may_serve(&upper)?;
        rows::link(&mut tx, item.id, upper.id).await?;
    }
    finish(tx, &item, vec![voice.step(ActName::Added)]).await?;
    Ok(item)
}

/// Changes what an item says of itself.
///
/// # Errors
/// As [`Item::change`], and when the caller may not.
pub async fn change(cx: &Cx, target: Target, aim: Aim) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    if aim.owner != edit.item.aim.owner {
        // Nobody hands an item to an organization for which they do not speak.
        Voice::of(cx, &edit.tx, aim.owner)?;
        partner(&edit.tx, aim.owner).await?;
    }
    edit.item.change(aim)?;
    edit.finish(ActName::Changed, |step| step).await
}

/// Moves the dates of an item, and, when `ripple` says so, of what waits for it.
///
/// # Errors
/// As [`Item::move_dates`]; when others would have to move and `ripple` does not say what becomes
/// of them, or one of them is not the caller's to move; and when the caller may not.
pub async fn move_dates(
    cx: &Cx,
    target: Target,
    span: Span,
    (why, ripple): (Reason, Option<Ripple>),
) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    let before = edit.item.move_dates(span)?;
    let pushed = match ripple {
        Some(Ripple::Leave) => Vec::new(),
        Some(Ripple::Push) | None => pushed(&edit).await?,
    };
    if ripple.is_none() && !pushed.is_empty() {
        return Err(GoalError::Pushes { count: pushed.len() }.into());
    }
    let words = Some(why.to_string());
    let mut happened = Vec::new();
    for (mut item, to) in pushed {
        if access::plans_for(&edit.tx.place()?.standing, item.aim.owner).is_none() {
            return Err(GoalError::PushNotYours { title: item.aim.title.to_string() }.into());
        }
        let from = item.move_dates(to)?;
        let about = Some(edit.item.aim.title.to_string());
        let step = Step { words: words.clone(), about, ..edit.voice.step(ActName::Pushed) };
        let step = step.moved(from, item.span);
        rows::save(&mut edit.tx, &mut item).await?;
        rows::add_step(&mut edit.tx, item.id, &step).await?;
        happened.push(events::of(&item, &step)?);
    }
    let step = Step { words, ..edit.voice.step(ActName::Moved) }.moved(before, edit.item.span);
    rows::save(&mut edit.tx, &mut edit.item).await?;
    rows::add_step(&mut edit.tx, edit.item.id, &step).await?;
    happened.insert(0, events::of(&edit.item, &step)?);
    edit.tx.commit_all(happened).await?;
    Ok(edit.item)
}

/// What must move because an item has, with its new dates; the tables hold the dates from before.
async fn pushed(edit: &Edit) -> Result<Vec<(Item, Span)>, Error> {
    if !waits::is_waited_for(&edit.tx, edit.item.id).await? {
        return Ok(Vec::new());
    }
    let mut items = rows::items(&edit.tx).await?;
    let dependencies = waits::all(&edit.tx).await?;
    let pushes = Schedule::new(&items, &dependencies).pushes(edit.item.id, edit.item.span);
    let mut moving = Vec::new();
    for push in pushes {
        let at = items.iter().position(|item| item.id == push.id);
        moving.extend(at.map(|at| (items.swap_remove(at), push.to)));
    }
    Ok(moving)
}

/// Notes that an item was looked at and is still right.
///
/// # Errors
/// As [`Item::review`], and when the caller may not.
pub async fn review(cx: &Cx, target: Target, words: Option<Note>) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.item.review(edit.voice.on)?;
    let words = words.map(|words| words.to_string());
    edit.finish(ActName::Reviewed, |step| Step { words, ..step }).await
}

/// Ends an item: it was reached, or is given up.
///
/// # Errors
/// As [`Item::close`], and when the caller may not.
pub async fn close(
    cx: &Cx,
    target: Target,
    how: Ending,
    words: Option<Note>,
) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    let said = words.as_ref().map(ToString::to_string);
    edit.item.close(how, words, edit.voice.on)?;
    let act = match how {
        Ending::Reached => ActName::Reached,
        Ending::Dropped => ActName::Dropped,
    };
    edit.finish(act, |step| Step { words: said, ..step }).await
}

/// Works on an item again.
///
/// # Errors
/// As [`Item::reopen`], and when the caller may not.
pub async fn reopen(cx: &Cx, target: Target, why: Reason) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.item.reopen()?;
    let words = Some(why.to_string());
    edit.finish(ActName::Reopened, |step| Step { words, ..step }).await
}

/// Says, as a person, how an item stands, whatever was computed.
///
/// # Errors
/// As [`Item::judge`], and when the caller may not.
pub async fn judge(cx: &Cx, target: Target, status: Status, why: Reason) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    let Voice { person: by, organization, on, .. } = edit.voice;
    let words = Some(why.to_string());
    edit.item.judge(Judgement { status, why, by, organization, on })?;
    let about = Some(status.to_string());
    edit.finish(ActName::Judged, |step| Step { words, about, ..step }).await
}

/// Lets what is computed hold again.
///
/// # Errors
/// As [`Item::unjudge`], and when the caller may not.
pub async fn unjudge(cx: &Cx, target: Target) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.item.unjudge()?;
    edit.finish(ActName::Unjudged, |step| step).await
}

/// Lets an item serve another.
///
/// # Errors
/// As [`Item::may_serve`], and when it serves it already or the caller may not.
pub async fn link(cx: &Cx, target: Target, upper: ItemId) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    let upper = rows::find(&edit.tx, upper).await?.ok_or(GoalError::Missing)?;
    edit.item.may_serve(&upper)?;
    if rows::above(&edit.tx, edit.item.id).await?.contains(&upper.id) {
        return Err(GoalError::SameLinks.into());
    }
    rows::link(&mut edit.tx, edit.item.id, upper.id).await?;
    let about = Some(upper.aim.title.to_string());
    edit.finish(ActName::Linked, |step| Step { about, ..step }).await
}

/// Lets an item serve another no longer.
///
/// # Errors
/// When it does not, when it is a milestone's only strategy, or the caller may not.
pub async fn unlink(cx: &Cx, target: Target, upper: ItemId) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.item.must_be_open()?;
    let above = rows::above(&edit.tx, edit.item.id).await?;
    if !above.contains(&upper) {
        return Err(GoalError::SameLinks.into());
    }
    let upper = rows::find(&edit.tx, upper).await?.ok_or(GoalError::Missing)?;
    if edit.item.layer == Layer::Milestone && above.len() == 1 {
        return Err(GoalError::LastStrategy.into());
    }
    rows::unlink(&mut edit.tx, edit.item.id, upper.id).await?;
    let about = Some(upper.aim.title.to_string());
    edit.finish(ActName::Unlinked, |step| Step { about, ..step }).await
}

/// Lets a commitment carry an item.
///
/// # Errors
/// When there is none, it carries it already, or the caller may not.
pub async fn attach(cx: &Cx, target: Target, commitment: CommitmentId) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.item.must_be_open()?;
    let title = rows::title_of(&edit.tx, commitment).await?.ok_or(GoalError::NoCommitment)?;
    if rows::is_attached(&edit.tx, edit.item.id, commitment).await? {
        return Err(GoalError::SameLinks.into());
    }
    rows::attach(&mut edit.tx, edit.item.id, &[commitment]).await?;
    let about = Some(title.to_string());
    edit.finish(ActName::Attached, |step| Step { about, ..step }).await
}

/// Lets every commitment carry an item that names it in words and carries no other.
///
/// # Errors
/// When none does, or the caller may not.
pub async fn adopt(cx: &Cx, target: Target) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.item.must_be_open()?;
    let named = rows::named(&edit.tx, &edit.item.aim.title).await?;
    if named.is_empty() {
        return Err(GoalError::SameLinks.into());
    }
    rows::attach(&mut edit.tx, edit.item.id, &named).await?;
    let about = Some(named.len().to_string());
    edit.finish(ActName::Attached, |step| Step { about, ..step }).await
}

/// Lets a commitment carry an item no longer.
///
/// # Errors
/// When it does not, or the caller may not.
pub async fn detach(cx: &Cx, target: Target, commitment: CommitmentId) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.item.must_be_open()?;
    let title = rows::title_of(&edit.tx, commitment).await?.ok_or(GoalError::NoCommitment)?;
    if !rows::detach(&mut edit.tx, edit.item.id, commitment).await? {
        return Err(GoalError::SameLinks.into());
    }
    let about = Some(title.to_string());
    edit.finish(ActName::Detached, |step| Step { about, ..step }).await
}

/// Lets an item change places with its neighbour.
///
/// # Errors
/// When it has none on that side, or the caller may not.
pub async fn order(cx: &Cx, target: Target, direction: Direction) -> Result<Item, Error> {
    let Edit { mut tx, voice, item } = Edit::of(cx, target).await?;
    let other = rows::neighbour(&tx, item.id, direction).await?;
    let (other, place) = other.ok_or(GoalError::AtTheEnd)?;
    rows::put(&mut tx, item.id, place).await?;
    rows::put(&mut tx, other, item.place).await?;
    let event = events::ordered(&item, voice.organization)?;
    tx.commit_all(vec![event]).await?;
    Ok(item)
}

/// Lets a commitment carry an item from its first step on, as the one who proposes it says: whoever
/// makes a promise may say what it is for.
pub(crate) async fn carry(
    tx: &mut WriteTx,
    item: &Item,
    commitment: &Commitment,
    first: &crate::Step,
) -> Result<Written, Error> {
    let voice = Voice {
        person: first.voice.person,
        organization: first.voice.organization,
        at: first.voice.at,
        on: first.voice.on,
    };
    rows::attach(tx, item.id, &[commitment.id]).await?;
    let about = Some(commitment.terms().title.to_string());
    let step = Step { about, ..voice.step(ActName::Attached) };
    rows::add_step(tx, item.id, &step).await?;
    events::of(item, &step)
}

/// Who changes the plan, for whom, when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Voice {
    pub(crate) person: base::PersonId,
    pub(crate) organization: OrganizationId,
    pub(crate) at: base::Instant,
    pub(crate) on: Date,
}

impl Voice {
    /// The voice of one who may change what an organization answers for.
    pub(crate) fn of(cx: &Cx, tx: &Tx, owner: OrganizationId) -> Result<Self, Error> {
        let place = tx.place()?;
        let organization = access::plans_for(&place.standing, owner).ok_or(GoalError::NotYours)?;
        Ok(Self { person: cx.person()?, organization, at: cx.now(), on: place.today })
    }

    pub(crate) fn step(&self, act: ActName) -> Step {
        Step {
            number: 0,
            act,
            at: self.at,
            on: self.on,
            person: self.person,
            organization: self.organization,
            words: None,
            about: None,
            from: None,
            to: None,
        }
    }
}

/// A change of one item, between the read and the write.
pub(crate) struct Edit {
    pub(crate) tx: WriteTx,
    pub(crate) voice: Voice,
    pub(crate) item: Item,
}

impl Edit {
    pub(crate) async fn of(cx: &Cx, target: Target) -> Result<Self, Error> {
        let tx = cx.write(access::PLAN).await?;
        let item = rows::find(&tx, target.id).await?.ok_or(GoalError::Missing)?;
        let voice = Voice::of(cx, &tx, item.aim.owner)?;
        if target.seen.is_some_and(|seen| seen != item.revision) {
            return Err(GoalError::Changed.into());
        }
        Ok(Self { tx, voice, item })
    }

    /// Writes the change with its step, and says what happened.
    pub(crate) async fn finish(
        mut self,
        act: ActName,
        step: impl FnOnce(Step) -> Step,
    ) -> Result<Item, Error> {
        let step = step(self.voice.step(act));
        rows::save(&mut self.tx, &mut self.item).await?;
        finish(self.tx, &self.item, vec![step]).await?;
        Ok(self.item)
    }
}

async fn finish(mut tx: WriteTx, item: &Item, steps: Vec<Step>) -> Result<(), Error> {
    let mut happened = Vec::new();
    for step in &steps {
        rows::add_step(&mut tx, item.id, step).await?;
        happened.push(events::of(item, step)?);
    }
    tx.commit_all(happened).await?;
    Ok(())
}

/// Checks that an organization is a partner today.
async fn partner(tx: &Tx, owner: OrganizationId) -> Result<(), Error> {
    let directory = partnership::directory(tx).await?;
    if directory.has(owner) { Ok(()) } else { Err(Error::field("owner", "commitment_no_partner")) }
}

//! What can be done with responsibilities: one function each, for pages, the API and the demo alike.

use base::{Date, OrganizationId, PersonId, Reason, Revision};
use store::{Cx, Tx, WriteTx};

use super::{
    ActName, Bearer, Duty, Frame, Hands, Note, Responsibility, ResponsibilityError,
    ResponsibilityId, Side, Step, events, notices, store as rows,
};
use crate::{
    Error, access,
    goal::{GoalError, Item, ItemId, store as items},
};

/// Which responsibility, and how the caller last saw it.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name.
    pub id: ResponsibilityId,
    /// The revision that the caller saw, when that matters.
    pub seen: Option<Revision>,
}

/// A responsibility that somebody is to carry.
#[derive(Debug, Clone)]
pub struct NewRole {
    /// For which item.
    pub item: ItemId,
    /// Who.
    pub bearer: Bearer,
    /// What they do.
    pub duty: Duty,
    /// What is said to it.
    pub words: Option<Note>,
}

/// Names somebody for an item; or oneself, when the item is another's.
///
/// # Errors
/// When there is no such item or bearer, the item is closed, they have a part in it already, or the
/// caller speaks for neither side.
pub async fn propose(cx: &Cx, new: NewRole) -> Result<Responsibility, Error> {
    let mut tx = cx.write(access::CARRY).await?;
    let item = items::find(&tx, new.item).await?.ok_or(GoalError::Missing)?;
    item.must_be_open()?;
    let organization = behind(&tx, new.bearer).await?;
    let me = cx.person()?;
    let hands = hands(&tx, &item, (new.bearer, organization), me).await?;
    let on = tx.place()?.today;
    let frame = Frame { id: cx.new_id(), item: item.id, bearer: new.bearer, organization };
    let (role, act) = Responsibility::propose(frame, new.duty, hands, on)?;
    if rows::is_taken(&tx, &role).await? {
        return Err(ResponsibilityError::Taken.into());
    }
    rows::insert(&mut tx, &role).await?;
    let side = if hands.plan { Side::Plan } else { Side::Bearer };
    let words = new.words.map(|words| words.to_string());
    let change = Change { tx, role, item, hands, me, on };
    change.settle(cx, act, side, words).await
}

/// Agrees, for the side that was asked.
///
/// # Errors
/// As [`Responsibility::accept`].
pub async fn accept(cx: &Cx, target: Target, words: Option<Note>) -> Result<Responsibility, Error> {
    let mut change = Change::of(cx, target).await?;
    change.item.must_be_open()?;
    let side = change.role.turn();
    let act = change.role.accept(change.hands, change.on)?;
    change.finish(cx, act, side, words.map(|words| words.to_string())).await
}

/// Says no, for the side that was asked.
///
/// # Errors
/// As [`Responsibility::decline`].
pub async fn decline(cx: &Cx, target: Target, why: Reason) -> Result<Responsibility, Error> {
    let mut change = Change::of(cx, target).await?;
    let side = change.role.turn();
    let act = change.role.decline(change.hands, change.on)?;
    change.finish(cx, act, side, Some(why.to_string())).await
}

/// Answers with another duty.
///
/// # Errors
/// As [`Responsibility::counter`].
pub async fn counter(
    cx: &Cx,
    target: Target,
    duty: Duty,
    why: Reason,
) -> Result<Responsibility, Error> {
    let mut change = Change::of(cx, target).await?;
    change.item.must_be_open()?;
    let side = change.role.turn();
    let act = change.role.counter(duty, change.hands, change.on)?;
    change.finish(cx, act, side, Some(why.to_string())).await
}

/// Takes it back before an answer.
///
/// # Errors
/// As [`Responsibility::withdraw`].
pub async fn withdraw(
    cx: &Cx,
    target: Target,
    words: Option<Note>,
) -> Result<Responsibility, Error> {
    let mut change = Change::of(cx, target).await?;
    let side = change.role.turn().map(Side::other);
    let act = change.role.withdraw(change.hands, change.on)?;
    change.finish(cx, act, side, words.map(|words| words.to_string())).await
}

/// Lays it down, for either side.
///
/// # Errors
/// As [`Responsibility::end`].
pub async fn end(cx: &Cx, target: Target, why: Reason) -> Result<Responsibility, Error> {
    let mut change = Change::of(cx, target).await?;
    let act = change.role.end(change.hands, change.on)?;
    change.finish(cx, act, None, Some(why.to_string())).await
}

/// For which sides somebody speaks.
pub(super) async fn hands(
    tx: &Tx,
    item: &Item,
    (bearer, organization): (Bearer, OrganizationId),
    me: PersonId,
) -> Result<Hands, Error> {
    let standing = tx.place()?.standing.clone();
    let held = match bearer {
        Bearer::Organization(_) => Vec::new(),
        Bearer::Seat(_) => partnership::seats_held(tx, me).await?,
    };
    Ok(Hands {
        plan: access::plans_for(&standing, item.aim.owner).is_some(),
        bearer: access::carries(&standing, (bearer, organization), &held),
    })
}

/// The organization behind a bearer that is there today.
async fn behind(tx: &Tx, bearer: Bearer) -> Result<OrganizationId, Error> {
    let unknown = || Error::field("bearer", "responsibility_no_bearer");
    match bearer {
        Bearer::Organization(of) => {
            let directory = partnership::directory(tx).await?;
            if directory.has(of) { Ok(of) } else { Err(unknown()) }
        }
        Bearer::Seat(seat) => {
            let seats = partnership::all_seats(tx).await?;
            let seat = seats.iter().find(|entry| entry.id == seat && !entry.closed);
            seat.map(|entry| entry.organization).ok_or_else(unknown)
        }
    }
}

/// A change of one responsibility, between the read and the write.
struct Change {
    tx: WriteTx,
    role: Responsibility,
    item: Item,
    hands: Hands,
    me: PersonId,
    on: Date,
}

impl Change {
    async fn of(cx: &Cx, target: Target) -> Result<Self, Error> {
        let tx = cx.write(access::CARRY).await?;
        let role = rows::find(&tx, target.id).await?.ok_or(ResponsibilityError::Missing)?;
        if target.seen.is_some_and(|seen| seen != role.revision) {
            return Err(ResponsibilityError::Changed.into());
        }
        let item = items::find(&tx, role.item).await?.ok_or(GoalError::Missing)?;
        let me = cx.person()?;
        let hands = hands(&tx, &item, (role.bearer, role.organization), me).await?;
        let on = tx.place()?.today;
        Ok(Self { tx, role, item, hands, me, on })
    }

    /// Writes the change with its step.
    async fn finish(
        mut self,
        cx: &Cx,
        act: ActName,
        side: Option<Side>,
        words: Option<String>,
    ) -> Result<Responsibility, Error> {
        rows::save(&mut self.tx, &mut self.role).await?;
        let own = if self.hands.plan { Side::Plan } else { Side::Bearer };
        self.settle(cx, act, side.unwrap_or(own), words).await
    }

    /// Adds the step, tells those who must know, and says what happened.
    async fn settle(
        mut self,
        cx: &Cx,
        act: ActName,
        side: Side,
        words: Option<String>,
    ) -> Result<Responsibility, Error> {
        let place = self.tx.place()?;
        let organization = match side {
            Side::Plan => access::plans_for(&place.standing, self.item.aim.owner),
            Side::Bearer => Some(self.role.organization),
        };
        let step = Step {
            act,
            at: cx.now(),
            on: self.on,
            person: self.me,
            organization: organization.ok_or(ResponsibilityError::NotYours)?,
            duty: self.role.duty,
            words,
        };
        rows::add_step(&mut self.tx, self.role.id, &step).await?;
        notices::tell_of(&mut self.tx, (&self.role, &self.item), (&step, side)).await?;
        let event = events::of(&self.role, &self.item, &step)?;
        self.tx.commit_all(vec![event]).await?;
        Ok(self.role)
    }
}

//! The only ways to change an agenda.

use base::{Instant, Revision};
use partnership::BodyId;
use store::{Cx, Event, WriteTx};

use super::{Item, ItemId, ItemKind, ItemState, Source, Topic, Way, exchanged, store as rows};
use crate::{
    Error,
    meeting::{
        Meeting, MeetingError, MeetingId,
        commands::{Change, Right, Target},
        duties::Duties,
        events::{self, About},
        store as meetings,
    },
};

/// Which item a verb is for, and how its caller last saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnItem {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// Which one.
    pub id: ItemId,
    /// The revision that the caller saw.
    pub seen: Option<Revision>,
}

/// A change of one item.
struct ItemChange {
    change: Change,
    item: Item,
}

impl ItemChange {
    async fn of(cx: &Cx, on: OnItem) -> Result<Self, Error> {
        let target = Target { id: on.meeting, seen: None };
        let change = Change::of(cx, target, Right::TakePart).await?;
        let item = rows::one(&change.tx, on.meeting, on.id).await?;
        if on.seen.is_some_and(|seen| seen != item.revision) {
            return Err(MeetingError::Changed.into());
        }
        Ok(Self { change, item })
    }

    async fn finish<E: Event>(mut self, event: impl FnOnce(About) -> E) -> Result<Item, Error> {
        rows::save(&mut self.change.tx, &mut self.item).await?;
        let event = event(self.change.about().with(&self.item));
        self.change.tx.commit(&event).await?;
        Ok(self.item)
    }
}

/// Puts something on the agenda: one's own, or what the program proposed.
///
/// # Errors
/// As [`Item::add`], when the agenda is closed, or the caller takes no part in the body.
pub async fn add(cx: &Cx, meeting: MeetingId, topic: Topic, source: Source) -> Result<Item, Error> {
    put(cx, meeting, topic, source, ItemState::Open).await
}

/// Notes that something that the program proposed is not for this meeting.
///
/// # Errors
/// As [`add`].
pub async fn set_aside(cx: &Cx, meeting: MeetingId, topic: Topic) -> Result<Item, Error> {
    put(cx, meeting, topic, Source::Proposed, ItemState::Aside).await
}

async fn put(
    cx: &Cx,
    meeting: MeetingId,
    topic: Topic,
    source: Source,
    state: ItemState,
) -> Result<Item, Error> {
    let target = Target { id: meeting, seen: None };
    let mut change = Change::of(cx, target, Right::TakePart).await?;
    change.meeting.agenda_open()?;
    let agenda = rows::of_meeting(&change.tx, meeting).await?;
    let before = agenda.iter().find(|item| {
        item.state == ItemState::Aside && topic.about.is_some() && item.topic.about == topic.about
    });
    let mut item = Item::add(cx.new_id(), meeting, &agenda, topic, source)?;
    item.added_by = Some(change.voice.person);
    item.state = state;
    if let Some(before) = before {
        rows::remove(&mut change.tx, before).await?;
    }
    rows::insert(&mut change.tx, &item).await?;
    let about = change.about().with(&item);
    match state {
        ItemState::Aside => change.tx.commit(&events::ItemChanged(about)).await?,
        ItemState::Open | ItemState::Done | ItemState::Unfinished => {
            change.tx.commit(&events::ItemAdded(about)).await?;
        }
    }
    Ok(item)
}

/// Changes what an item is about.
///
/// # Errors
/// When the agenda is closed, nothing would change, or the caller takes no part in the body.
pub async fn edit(cx: &Cx, on: OnItem, topic: Topic) -> Result<Item, Error> {
    let mut change = ItemChange::of(cx, on).await?;
    change.change.meeting.agenda_open()?;
    if change.item.topic == topic {
        return Err(MeetingError::Same.into());
    }
    change.item.topic = topic;
    change.finish(events::ItemChanged).await
}

/// Moves an item one place. At the end of the agenda nothing moves.
///
/// # Errors
/// When the agenda is closed, or the caller takes no part in the body.
pub async fn shift(cx: &Cx, on: OnItem, way: Way) -> Result<Item, Error> {
    let mut change = ItemChange::of(cx, on).await?;
    change.change.meeting.agenda_open()?;
    let agenda = rows::of_meeting(&change.change.tx, on.meeting).await?;
    let Some((one, other)) = exchanged(&agenda, on.id, way) else { return Ok(change.item) };
    let mut other = Item { place: one.place, ..other.clone() };
    change.item.place = agenda.iter().find(|item| item.id == other.id).map_or(0, |item| item.place);
    rows::save(&mut change.change.tx, &mut other).await?;
    change.finish(events::ItemChanged).await
}

/// Takes an item off the agenda to which nothing was noted.
///
/// # Errors
/// As [`Item::removable`], when the agenda is closed, or the caller takes no part in the body.
pub async fn remove(cx: &Cx, on: OnItem) -> Result<(), Error> {
    let ItemChange { mut change, item } = ItemChange::of(cx, on).await?;
    change.meeting.agenda_open()?;
    item.removable()?;
    rows::remove(&mut change.tx, &item).await?;
    let about = change.about().with(&item);
    change.tx.commit(&events::ItemRemoved(about)).await?;
    Ok(())
}

/// Says whether an item is done, is not finished, or still to be talked about.
///
/// # Errors
/// When the minutes are out, or the caller takes no part in the body.
pub async fn mark(cx: &Cx, on: OnItem, state: ItemState) -> Result<Item, Error> {
    let mut change = ItemChange::of(cx, on).await?;
    change.change.meeting.notes_open()?;
    if change.item.state == state || state == ItemState::Aside {
        return Err(MeetingError::Same.into());
    }
    change.item.state = state;
    let (tx, meeting) = (&mut change.change.tx, &change.change.meeting);
    let what = change.item.id.to_string();
    let held = meeting.agenda_open().is_err();
    match state {
        ItemState::Unfinished if held && change.item.went_to.is_none() => {
            rows::leave(tx, meeting.body, &what).await?;
            carry(cx, tx, meeting.body, cx.now()).await?;
            // What just went on knows where it went.
            let went = rows::one(tx, on.meeting, on.id).await?;
            change.item.went_to = went.went_to;
            change.item.revision = went.revision;
        }
        ItemState::Done => rows::taken(tx, meeting.body, &what).await?,
        ItemState::Unfinished | ItemState::Open | ItemState::Aside => {}
    }
    change.finish(events::ItemChanged).await
}

/// Says that somebody has looked at words that collided.
///
/// # Errors
/// When the minutes are out, nothing collided, or the caller takes no part in the body.
pub async fn settle(cx: &Cx, on: OnItem) -> Result<Item, Error> {
    let mut change = ItemChange::of(cx, on).await?;
    change.change.meeting.notes_open()?;
    if !change.item.collided {
        return Err(MeetingError::Same.into());
    }
    change.item.collided = false;
    change.finish(events::ItemChanged).await
}

/// Keeps what is open on an agenda for the body's next meeting.
pub(crate) async fn leave_open(tx: &mut WriteTx, meeting: &Meeting) -> Result<(), Error> {
    for mut item in rows::of_meeting(tx, meeting.id).await? {
        let waits = matches!(item.state, ItemState::Open | ItemState::Unfinished);
        // A turn for the public is not finished or unfinished: each meeting has its own.
        if !waits || item.went_to.is_some() || item.kind == ItemKind::Comment {
            continue;
        }
        let what = match (item.kind, item.comes_from.as_deref()) {
            (ItemKind::Minutes, Some(minutes)) => minutes.to_owned(),
            _ => item.id.to_string(),
        };
        rows::leave(tx, meeting.body, &what).await?;
        if item.state == ItemState::Open {
            item.state = ItemState::Unfinished;
            rows::save(tx, &mut item).await?;
        }
    }
    Ok(())
}

/// Puts what was left over onto the agenda of the body's next planned meeting, when there is one.
pub(crate) async fn carry(
    cx: &Cx,
    tx: &mut WriteTx,
    body: BodyId,
    now: Instant,
) -> Result<(), Error> {
    let left = rows::left(tx, body).await?;
    if left.is_empty() {
        return Ok(());
    }
    let Some(next) = meetings::next(tx, body, now).await? else { return Ok(()) };
    let mut agenda = rows::of_meeting(tx, next.id).await?;
    for what in left {
        if let Some(item) = brought(cx, tx, &next, &agenda, &what).await? {
            rows::insert(tx, &item).await?;
            agenda.push(item);
        }
        rows::taken(tx, body, &what).await?;
    }
    Ok(())
}

/// What was left over, as an item of the next meeting; nothing when it is there already.
async fn brought(
    cx: &Cx,
    tx: &mut WriteTx,
    next: &Meeting,
    agenda: &[Item],
    what: &str,
) -> Result<Option<Item>, Error> {
    if agenda.iter().any(|item| item.comes_from.as_deref() == Some(what)) {
        return Ok(None);
    }
    if let Ok(id) = what.parse::<MeetingId>() {
        let minutes = meetings::load(tx, id).await?.meeting;
        let title = minutes.plan_of().title.clone();
        let topic = Topic { title, length: None, presenter: None, why: None, about: None };
        let mut item = Item::add(cx.new_id(), next.id, agenda, topic, Source::Rule)?;
        item.kind = ItemKind::Minutes;
        item.comes_from = Some(what.to_owned());
        return Ok(Some(item));
    }
    let Ok(id) = what.parse::<ItemId>() else { return Ok(None) };
    let Some(mut before) = rows::find(tx, id).await? else { return Ok(None) };
    let topic = before.topic.clone();
    let added = Item::add(cx.new_id(), next.id, agenda, topic, Source::Returned);
    let item = match added {
        // The page stands on the agenda already: it is the same matter.
        Err(Error::Meeting(MeetingError::OnAgenda)) => None,
        added => {
            Some(Item { comes_from: Some(what.to_owned()), added_by: before.added_by, ..added? })
        }
    };
    before.went_to = Some(next.id);
    rows::save(tx, &mut before).await?;
    Ok(item)
}

/// Gives the public its turn on an agenda where the body's rules want it and it has none.
pub(crate) async fn give_public_its_turn(
    cx: &Cx,
    tx: &mut WriteTx,
    meeting: &Meeting,
    rules: &Duties,
) -> Result<(), Error> {
    let Some(length) = rules.comment else { return Ok(()) };
    let agenda = rows::of_meeting(tx, meeting.id).await?;
    if agenda.iter().any(|item| item.kind == ItemKind::Comment && item.is_listed()) {
        return Ok(());
    }
    let title = meeting.plan_of().title.clone();
    let topic = Topic { title, length: Some(length), presenter: None, why: None, about: None };
    let mut item = Item::add(cx.new_id(), meeting.id, &agenda, topic, Source::Rule)?;
    item.kind = ItemKind::Comment;
    rows::insert(tx, &item).await
}

/// Marks the item by which a meeting approved minutes as done.
pub(crate) async fn settle_minutes(
    tx: &mut WriteTx,
    at: MeetingId,
    minutes: MeetingId,
) -> Result<(), Error> {
    let id = minutes.to_string();
    for mut item in rows::of_meeting(tx, at).await? {
        let about = item.kind == ItemKind::Minutes && item.comes_from.as_deref() == Some(&*id);
        if about && item.state != ItemState::Done {
            item.state = ItemState::Done;
            rows::save(tx, &mut item).await?;
        }
    }
    Ok(())
}

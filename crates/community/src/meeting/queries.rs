//! Meetings in lists, and one with all that its page shows.

use std::sync::Arc;

use base::{Instant, PersonId};
use futures_util::{
    TryFutureExt as _,
    future::{try_join, try_join3, try_join5},
};
use partnership::{BodyId, Directory, Names, SeatEntry};
use plan::decision::count::Turnout;
use store::{Cx, Page, Place, Tx};

use super::{
    Entry, Filter, Meeting, MeetingError, MeetingId,
    agenda::{self, Item, ItemId, ItemKind},
    attendance::{self, Attendance},
    duties::{self, Duties, Owed},
    find::PAGE,
    minutes::{self, CorrectionEntry, Outcome, Version},
    store as rows,
};
use crate::{Error, access};

/// A meeting with its agenda, and the names of all who have a part in it.
#[derive(Debug, Clone)]
pub struct Record {
    /// Where it is, and what the reader may be there.
    pub place: Arc<Place>,
    /// The meeting.
    pub meeting: Meeting,
    /// The name of the body that meets.
    pub body: String,
    /// The agenda in its order, with what was set aside.
    pub agenda: Vec<Item>,
    /// What came of its items.
    pub outcomes: Vec<Outcome>,
    /// Who was there.
    pub attendance: Vec<Attendance>,
    /// The seats of the body.
    pub seats: Vec<SeatEntry>,
    /// The rules of the body's meetings.
    pub duties: Duties,
    /// What people want changed in the minutes.
    pub corrections: Vec<CorrectionEntry>,
    /// The meetings of the body before and after it.
    pub neighbors: (Option<Meeting>, Option<Meeting>),
    /// The partners.
    pub directory: Directory,
    /// What those are called who were there or want something changed.
    pub names: Names,
    /// The reader.
    pub reader: Option<PersonId>,
    /// When it was read.
    pub now: Instant,
}

impl Record {
    /// Whether the reader plans the meetings of the body.
    #[must_use]
    pub fn may_keep(&self) -> bool {
        self.reader.is_some_and(|reader| {
            access::keeps(&self.place.standing, &self.seats, reader).is_some()
        })
    }

    /// Whether the reader takes part in them.
    #[must_use]
    pub fn may_take_part(&self) -> bool {
        self.reader.is_some_and(|reader| {
            access::takes_part(&self.place.standing, &self.seats, reader).is_some()
        })
    }

    /// What the meeting owes.
    #[must_use]
    pub fn owed(&self) -> Vec<Owed> {
        let comment = |item: &Item| item.kind == ItemKind::Comment && item.is_listed();
        self.duties.owed(&self.meeting, self.agenda.iter().any(comment), self.now)
    }

    /// Whether enough seats are there.
    #[must_use]
    pub fn turnout(&self) -> Turnout {
        attendance::turnout(self.duties.quorum, &self.seats, &self.attendance)
    }

    /// The items on the agenda, without what was set aside.
    pub fn listed(&self) -> impl Iterator<Item = &Item> {
        self.agenda.iter().filter(|item| item.is_listed())
    }

    /// What came of an item.
    pub fn outcomes_of(&self, item: ItemId) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().filter(move |outcome| outcome.item == item)
    }
}

/// One meeting.
///
/// # Errors
/// When the caller may not read it, or there is none.
pub async fn meeting(cx: &Cx, id: MeetingId) -> Result<Record, Error> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    let meeting = rows::load(&tx, id).await?.meeting;
    read(cx, &tx, meeting).await
}

/// One meeting, with the names of those who hold its seats now.
pub(crate) async fn with_holders(cx: &Cx, id: MeetingId) -> Result<Record, Error> {
    let mut record = meeting(cx, id).await?;
    let holders: Vec<PersonId> = record.seats.iter().filter_map(|seat| seat.holder).collect();
    let tx = cx.read(access::READ_MEETINGS).await?;
    record.names.join(partnership::names(&tx, &holders).await?);
    Ok(record)
}

/// One meeting and nothing around it.
pub(crate) async fn found(cx: &Cx, id: MeetingId) -> Result<Meeting, Error> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    Ok(rows::load(&tx, id).await?.meeting)
}

/// A meeting that was found, with all that its page shows.
pub(crate) async fn record(cx: &Cx, meeting: Meeting) -> Result<Record, Error> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    read(cx, &tx, meeting).await
}

async fn read(cx: &Cx, tx: &Tx, meeting: Meeting) -> Result<Record, Error> {
    let (id, body) = (meeting.id, meeting.body);
    let first = try_join5(
        agenda::store::of_meeting(tx, id),
        minutes::store::outcomes(tx, id),
        attendance::store::told(tx, id),
        partnership::seats_in(tx, body).err_into(),
        duties::store::one(tx, body),
    );
    let second = try_join3(
        minutes::store::corrections_told(tx, id),
        rows::around(tx, body, meeting.plan_of().starts()),
        try_join(
            partnership::directory(tx).err_into::<Error>(),
            partnership::body_names(tx).err_into(),
        ),
    );
    let (first, second) = Box::pin(try_join(first, second)).await?;
    let (agenda, outcomes, (attendance, mut names), seats, duties) = first;
    let ((corrections, correctors), neighbors, (directory, bodies)) = second;
    names.join(correctors);
    let body = bodies.into_iter().find(|(known, _)| *known == body).map(|(_, name)| name);
    Ok(Record {
        place: tx.place()?,
        body: body.unwrap_or_default(),
        reader: cx.person().ok(),
        now: cx.now(),
        meeting,
        agenda,
        outcomes,
        attendance,
        seats,
        duties,
        corrections,
        neighbors,
        directory,
        names,
    })
}

/// A list of meetings with what stands around it.
#[derive(Debug, Clone)]
pub(crate) struct List {
    pub(crate) place: Arc<Place>,
    pub(crate) page: Page<Entry>,
    /// Every body, of which some may have ended.
    pub(crate) bodies: Vec<(BodyId, String)>,
    /// The bodies whose meetings the reader plans.
    pub(crate) kept: Vec<(BodyId, String)>,
}

/// One page of meetings.
pub(crate) async fn list(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<List, Error> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    let (page, bodies, kept) = try_join3(
        rows::page(&tx, filter, cx.now(), after, PAGE),
        partnership::body_names(&tx).err_into(),
        kept(cx, &tx),
    )
    .await?;
    Ok(List { place: tx.place()?, page, bodies, kept })
}

/// One page of meetings and nothing around it.
///
/// # Errors
/// When the caller may not read them, or the mark cannot be read.
pub async fn page(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Page<Entry>, Error> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    rows::page(&tx, filter, cx.now(), after, PAGE).await
}

/// The bodies whose meetings the reader plans, for a form.
pub(crate) async fn choices(cx: &Cx) -> Result<(Arc<Place>, Vec<(BodyId, String)>), Error> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    Ok((tx.place()?, kept(cx, &tx).await?))
}

/// The bodies that meet and whose meetings the reader plans: all for a coordinator.
pub(crate) async fn kept(cx: &Cx, tx: &Tx) -> Result<Vec<(BodyId, String)>, Error> {
    let (place, person) = (tx.place()?, cx.person()?);
    let bodies = partnership::current_bodies(tx).await?;
    if access::coordinates(&place.standing).is_some() {
        return Ok(bodies);
    }
    let mine = partnership::bodies_sat_in(tx, person).await?;
    let acts = place.standing.carries(&access::KEEP);
    Ok(bodies.into_iter().filter(|(id, _)| acts && mine.contains(id)).collect())
}

/// An item with every text that was sent as its notes.
#[derive(Debug, Clone)]
pub(crate) struct History {
    pub(crate) place: Arc<Place>,
    pub(crate) meeting: Meeting,
    pub(crate) item: Item,
    pub(crate) versions: Vec<Version>,
    pub(crate) names: Names,
}

/// Every text that was sent as notes of an item.
pub(crate) async fn history(cx: &Cx, id: MeetingId, item: ItemId) -> Result<History, Error> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    let meeting = rows::load(&tx, id).await?.meeting;
    let item = agenda::store::one(&tx, id, item).await?;
    let versions = minutes::store::versions(&tx, item.id).await?;
    let who: Vec<PersonId> = versions.iter().map(|version| version.by).collect();
    let names = partnership::names(&tx, &who).await?;
    Ok(History { place: tx.place()?, meeting, item, versions, names })
}

/// One item of an agenda, for its form.
pub(crate) async fn item(cx: &Cx, id: MeetingId, item: ItemId) -> Result<(Record, Item), Error> {
    let record = meeting(cx, id).await?;
    let found = record.agenda.iter().find(|one| one.id == item).cloned();
    Ok((record, found.ok_or(MeetingError::NoItem)?))
}

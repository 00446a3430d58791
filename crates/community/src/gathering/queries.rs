//! Events in lists, and one with all that its pages show.

use std::sync::Arc;

use base::{Instant, OrganizationId, PersonId};
use futures_util::{TryFutureExt as _, future::try_join};
use partnership::{Directory, People};
use store::{Cx, Page, Place, Standing, Tx};
use web::Input;

use super::{
    Gathering, GatheringError, GatheringId, GuestList, Kind,
    guests::{Attendee, Registration},
    store as rows,
};
use crate::{Error, access};

base::words! {
    /// Whether events come or were.
    pub(crate) enum When {
        /// They come; the first one first.
        Coming = "coming",
        /// They were; the last one first.
        Past = "past",
    }
}

/// Events on a page.
pub(crate) const PAGE: usize = 25;
/// Guests on a page.
pub(crate) const GUESTS: usize = 100;

/// What a list of events shows; everything that is set must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Whether they come or were.
    pub(crate) when: When,
    /// What they are for.
    pub(crate) kind: Option<Kind>,
}

impl Default for Filter {
    fn default() -> Self {
        Self { when: When::Coming, kind: None }
    }
}

impl Filter {
    /// The values that stand in an address.
    pub(crate) const NAMES: [&'static str; 2] = ["when", "kind"];

    /// Reads them, and the mark `after`.
    pub(crate) fn read(input: &mut Input) -> (Self, Option<String>) {
        let filter = Self {
            when: input.optional("when").unwrap_or(When::Coming),
            kind: input.optional("kind"),
        };
        (filter, input.text("after").map(str::to_owned))
    }
}

/// A list of events with what stands around it.
#[derive(Debug, Clone)]
pub(crate) struct List {
    pub(crate) place: Arc<Place>,
    pub(crate) page: Page<Gathering>,
    pub(crate) directory: Directory,
}

/// One page of events.
pub(crate) async fn list(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<List, Error> {
    let tx = cx.read(access::READ_GATHERINGS).await?;
    let (page, directory) = try_join(
        rows::page(&tx, filter, cx.now(), after, PAGE),
        partnership::directory(&tx).err_into(),
    )
    .await?;
    Ok(List { place: tx.place()?, page, directory })
}

/// Where events are planned, and the partners for whom the reader can.
pub(crate) async fn choices(cx: &Cx) -> Result<(Arc<Place>, Directory), Error> {
    let tx = cx.read(access::READ_GATHERINGS).await?;
    Ok((tx.place()?, partnership::directory(&tx).await?))
}

/// The partners that can hold an event through a person, by name.
pub(crate) fn hosts(standing: &Standing, directory: &Directory) -> Vec<(OrganizationId, String)> {
    let can = directory.current().filter(|entry| access::hosts(standing, entry.id));
    can.map(|entry| (entry.id, directory.name(entry.id).to_owned())).collect()
}

/// An event with its list of guests.
#[derive(Debug, Clone)]
pub struct Record {
    /// Where it is, and what the reader may be there.
    pub place: Arc<Place>,
    /// The event.
    pub gathering: Gathering,
    /// Everybody who registered; only the host sees who.
    pub guests: GuestList,
    /// The partners.
    pub directory: Directory,
    /// The reader.
    pub reader: Option<PersonId>,
    /// When it was read.
    pub now: Instant,
}

impl Record {
    /// Whether the reader may do what the host does.
    #[must_use]
    pub fn may_host(&self) -> bool {
        access::hosts(&self.place.standing, self.gathering.plan.host)
    }

    /// The reader's own registration.
    #[must_use]
    pub fn mine(&self) -> Option<&Registration> {
        self.reader.and_then(|reader| self.guests.of_person(reader))
    }
}

/// One event.
///
/// # Errors
/// When the caller may not read it, or there is none.
pub async fn gathering(cx: &Cx, id: GatheringId) -> Result<Record, Error> {
    let tx = cx.read(access::READ_GATHERINGS).await?;
    read(cx, &tx, id).await
}

async fn read(cx: &Cx, tx: &Tx, id: GatheringId) -> Result<Record, Error> {
    let (gathering, directory) =
        try_join(rows::load(tx, id), partnership::directory(tx).err_into()).await?;
    let guests = rows::guests(tx, &gathering).await?;
    let (reader, now) = (cx.person().ok(), cx.now());
    Ok(Record { place: tx.place()?, gathering, guests, directory, reader, now })
}

/// A page of the list of guests with the names of those on it, for the host.
#[derive(Debug, Clone)]
pub(crate) struct Guests {
    pub(crate) record: Record,
    pub(crate) page: Page<Registration>,
    pub(crate) people: People,
}

/// A page of the list of guests.
pub(crate) async fn guests(
    cx: &Cx,
    id: GatheringId,
    after: Option<i64>,
    limit: usize,
) -> Result<Guests, Error> {
    let tx = cx.read(access::READ_GATHERINGS).await?;
    let record = read(cx, &tx, id).await?;
    if !record.may_host() {
        return Err(GatheringError::NotHost.into());
    }
    let rest = record.guests.all().iter().filter(|one| after.is_none_or(|mark| one.number > mark));
    let items: Vec<Registration> = rest.take(limit + 1).cloned().collect();
    let next = (items.len() > limit).then(|| items.get(limit.saturating_sub(1))).flatten();
    let next = next.map(|last| last.number.to_string());
    let items: Vec<Registration> = items.into_iter().take(limit).collect();
    let people = people_of(&tx, &items).await?;
    Ok(Guests { page: Page { items, next }, record, people })
}

/// A registration with its event and a name: the person's own, or anybody's for the host.
pub(crate) async fn registration(
    cx: &Cx,
    id: GatheringId,
    number: i64,
) -> Result<(Record, Registration, People), Error> {
    let tx = cx.read(access::READ_GATHERINGS).await?;
    let record = read(cx, &tx, id).await?;
    let one = record.guests.all().iter().find(|one| one.number == number).cloned();
    let mine = one.as_ref().is_some_and(|one| match one.attendee {
        Attendee::Person(person) => Some(person) == record.reader,
        Attendee::Guest(_) => false,
    });
    if !mine && !record.may_host() {
        return Err(GatheringError::NotYours.into());
    }
    let one = one.ok_or(GatheringError::NoGuest)?;
    let people = people_of(&tx, std::slice::from_ref(&one)).await?;
    Ok((record, one, people))
}

async fn people_of(tx: &Tx, all: &[Registration]) -> Result<People, Error> {
    let person = |one: &Registration| match one.attendee {
        Attendee::Person(person) => Some(person),
        Attendee::Guest(_) => None,
    };
    let who: Vec<PersonId> = all.iter().filter_map(person).collect();
    Ok(partnership::people(tx, &who).await?)
}

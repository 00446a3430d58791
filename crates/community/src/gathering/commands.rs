//! The only ways to change an event or its list of guests.

use std::collections::BTreeSet;

use base::{Instant, PersonId, Reason, Revision};
use notices::{Kind, Notice};
use store::{Cx, Event, Permission, Subject, WriteTx};

use super::{
    Gathering, GatheringError, GatheringId, GatheringPlan, GuestList,
    events::{self, About},
    guests::{Attendee, GuestName, Registration, Standing},
    store as rows,
};
use crate::{Error, access};

/// How often registering is tried again when somebody else registered at the same moment.
const MOST_TRIES: u32 = 8;

/// Which event a verb is for, and how its caller last saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// Which one.
    pub id: GatheringId,
    /// The revision that the caller saw.
    pub seen: Option<Revision>,
}

/// A change of one event, between the read and the write.
struct Change {
    tx: WriteTx,
    gathering: Gathering,
    guests: GuestList,
    before: Vec<Registration>,
}

impl Change {
    async fn of(cx: &Cx, target: Target, permission: Permission) -> Result<Self, Error> {
        let tx = cx.write(permission).await?;
        let gathering = rows::load(&tx, target.id).await?;
        if target.seen.is_some_and(|seen| seen != gathering.revision) {
            return Err(GatheringError::Changed.into());
        }
        let guests = rows::guests(&tx, &gathering).await?;
        let before = guests.all().to_vec();
        Ok(Self { tx, gathering, guests, before })
    }

    /// The same for those who hold the event.
    async fn of_host(cx: &Cx, target: Target) -> Result<Self, Error> {
        let change = Self::of(cx, target, access::HOST).await?;
        let standing = &change.tx.place()?.standing;
        if access::hosts(standing, change.gathering.plan.host) {
            Ok(change)
        } else {
            Err(GatheringError::NotHost.into())
        }
    }

    /// Writes what changed, and tells those who have a place.
    async fn finish<E: Event>(
        mut self,
        event: fn(&Gathering) -> E,
        key: Option<&'static str>,
        by: PersonId,
    ) -> Result<Gathering, Error> {
        let moved_up = self.moved_up();
        self.gathering.counts = self.guests.counts();
        rows::save(&mut self.tx, &mut self.gathering).await?;
        let known = |one: &&Registration| !self.before.contains(one);
        let changed: Vec<Registration> = self.guests.all().iter().filter(known).cloned().collect();
        rows::keep(&mut self.tx, self.gathering.id, &changed).await?;
        if let Some(key) = key {
            let everybody = self.people(|one| one.standing != Standing::Withdrawn);
            self.tell(everybody, key, by).await?;
        }
        let up = self.people(|one| moved_up.contains(&one.number));
        self.tell(up, "gatherings-mail-place", by).await?;
        let event = event(&self.gathering);
        self.tx.commit(&event).await?;
        Ok(self.gathering)
    }

    /// Those who waited before and have a place now, but for whom somebody just let in.
    fn moved_up(&self) -> Vec<i64> {
        let waited = |number: i64| {
            let before = self.before.iter().find(|one| one.number == number);
            before.is_some_and(|one| one.standing == Standing::Waiting)
        };
        let up = |one: &&Registration| {
            one.standing == Standing::Registered && one.checked_in.is_none() && waited(one.number)
        };
        self.guests.all().iter().filter(up).map(|one| one.number).collect()
    }

    fn people(&self, fits: impl Fn(&Registration) -> bool) -> BTreeSet<PersonId> {
        let person = |one: &Registration| match one.attendee {
            Attendee::Person(person) => Some(person),
            Attendee::Guest(_) => None,
        };
        self.guests.all().iter().filter(|one| fits(one)).filter_map(person).collect()
    }

    async fn tell(
        &mut self,
        mut people: BTreeSet<PersonId>,
        key: &'static str,
        but: PersonId,
    ) -> Result<(), Error> {
        people.remove(&but);
        let (id, when) = (self.gathering.id, &self.gathering.plan.when);
        let notice = Notice {
            // A day of theirs changed: they hear of it now.
            kind: Kind::DueSoon,
            key,
            args: Vec::new(),
            title: Some(when.title.to_string()),
            link: format!("/p/{}/events/{id}", self.tx.place()?.slug),
            about: Subject::new("gathering", id),
            answers: &[],
        };
        Ok(notices::tell(&mut self.tx, &people, &notice).await?)
    }

    async fn finish_list(self, by: PersonId) -> Result<Gathering, Error> {
        self.finish(|one| events::GuestList { gathering: one.id }, None, by).await
    }

    /// Does something with the list of guests.
    fn work(&mut self, work: &Work, person: PersonId, at: Instant) -> Result<(), Error> {
        let Self { gathering, guests, .. } = self;
        match work {
            Work::Register => {
                gathering.registers(at)?;
                guests.register(Attendee::Person(person), None, at)?;
            }
            Work::Withdraw => {
                let number = guests.of_person(person).map(|one| one.number);
                guests.withdraw(number.ok_or(GatheringError::NoGuest)?)?;
            }
            Work::Guest(name, organization) => {
                // On the day itself the host lets in who stands at the door.
                gathering.registers(at).or_else(|_| gathering.checks_in(at))?;
                guests.register(Attendee::Guest(name.clone()), organization.clone(), at)?;
            }
            Work::Host(number, Deed::CheckIn) => {
                gathering.checks_in(at)?;
                guests.check_in(*number, at)?;
            }
            Work::Host(number, Deed::Uncheck) => guests.uncheck(*number)?,
            Work::Host(number, Deed::Withdraw) => {
                guests.withdraw(*number)?;
            }
        }
        Ok(())
    }
}

/// Plans an event.
///
/// # Errors
/// When the caller does not act for the host.
pub async fn plan(cx: &Cx, plan: GatheringPlan) -> Result<Gathering, Error> {
    let mut tx = cx.write(access::HOST).await?;
    let place = tx.place()?;
    let directory = partnership::directory(&tx).await?;
    if !directory.has(plan.host) {
        return Err(Error::field("host", "choice_unknown"));
    }
    if !access::hosts(&place.standing, plan.host) {
        return Err(GatheringError::NotHost.into());
    }
    let gathering = Gathering::plan(cx.new_id(), plan);
    rows::insert(&mut tx, &gathering).await?;
    tx.commit(&events::Planned(About::of(&gathering))).await?;
    Ok(gathering)
}

/// Changes when, where and what for. More places let in who waits.
///
/// # Errors
/// As [`Gathering::change`], and when the caller does not act for the host.
pub async fn change(cx: &Cx, target: Target, plan: GatheringPlan) -> Result<Gathering, Error> {
    let mut change = Change::of_host(cx, target).await?;
    let place = change.tx.place()?;
    if !access::hosts(&place.standing, plan.host) {
        return Err(GatheringError::NotHost.into());
    }
    let before = change.gathering.plan.when.clone();
    change.gathering.change(plan, cx.now())?;
    let now = &change.gathering.plan;
    let moved = before.starts() != now.when.starts() || before.place != now.when.place;
    change.guests.resize(rows::capacity(now.capacity));
    let key = moved.then_some("gatherings-mail-changed");
    change.finish(|one| events::Changed(About::of(one)), key, cx.person()?).await
}

/// Calls an event off, and tells everybody who registered.
///
/// # Errors
/// As [`Gathering::cancel`], and when the caller does not act for the host.
pub async fn cancel(cx: &Cx, target: Target, why: Reason) -> Result<Gathering, Error> {
    let mut change = Change::of_host(cx, target).await?;
    change.gathering.cancel(why, cx.now())?;
    let key = Some("gatherings-mail-cancelled");
    change.finish(|one| events::Cancelled(About::of(one)), key, cx.person()?).await
}

/// Takes back that an event was called off.
///
/// # Errors
/// As [`Gathering::restore`], and when the caller does not act for the host.
pub async fn restore(cx: &Cx, target: Target) -> Result<Gathering, Error> {
    let mut change = Change::of_host(cx, target).await?;
    change.gathering.restore(cx.now())?;
    let key = Some("gatherings-mail-restored");
    change.finish(|one| events::Restored(About::of(one)), key, cx.person()?).await
}

/// What is done with a list of guests.
#[derive(Debug, Clone)]
enum Work {
    /// The caller registers.
    Register,
    /// The caller gives the place back.
    Withdraw,
    /// The host adds a guest by name, who comes for somebody.
    Guest(GuestName, Option<GuestName>),
    /// The host does something with a registration.
    Host(i64, Deed),
}

base::words! {
    /// What the host does with a registration.
    pub enum Deed {
        /// Writes down that they are there.
        CheckIn = "check_in",
        /// Takes that back.
        Uncheck = "uncheck",
        /// Takes the registration back.
        Withdraw = "withdraw",
    }
}

/// Registers the caller.
///
/// # Errors
/// As [`Gathering::registers`] and [`GuestList::register`].
pub async fn register(cx: &Cx, id: GatheringId) -> Result<Gathering, Error> {
    work(cx, id, Work::Register).await
}

/// Gives the caller's place back; the first who waits moves up and hears of it.
///
/// # Errors
/// When the caller has none, or was there.
pub async fn withdraw(cx: &Cx, id: GatheringId) -> Result<Gathering, Error> {
    work(cx, id, Work::Withdraw).await
}

/// Registers a guest by name, for those who hold the event.
///
/// # Errors
/// As [`Gathering::registers`], and when the caller does not act for the host.
pub async fn register_guest(
    cx: &Cx,
    id: GatheringId,
    name: GuestName,
    organization: Option<GuestName>,
) -> Result<Gathering, Error> {
    work(cx, id, Work::Guest(name, organization)).await
}

/// Does something with a registration, for those who hold the event.
///
/// # Errors
/// When the list does not allow it, or the caller does not act for the host.
pub async fn host_does(
    cx: &Cx,
    id: GatheringId,
    number: i64,
    deed: Deed,
) -> Result<Gathering, Error> {
    work(cx, id, Work::Host(number, deed)).await
}

async fn work(cx: &Cx, id: GatheringId, work: Work) -> Result<Gathering, Error> {
    let mut tries = 0;
    loop {
        let done = work_once(cx, id, &work).await;
        let raced = matches!(done, Err(Error::Gathering(GatheringError::Raced)));
        if !raced || tries == MOST_TRIES {
            return done;
        }
        tries += 1;
    }
}

async fn work_once(cx: &Cx, id: GatheringId, work: &Work) -> Result<Gathering, Error> {
    let (person, target) = (cx.person()?, Target { id, seen: None });
    let mut change = match work {
        Work::Register | Work::Withdraw => Change::of(cx, target, access::REGISTER).await?,
        Work::Guest(..) | Work::Host(..) => Change::of_host(cx, target).await?,
    };
    change.work(work, person, cx.now())?;
    change.finish_list(person).await
}

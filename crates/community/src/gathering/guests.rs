//! Who comes to an event: those with a place, those who wait for one in their order, and those who
//! were there. Whoever gives a place back lets the first who waits in.

use base::{Instant, Line, PersonId};

use super::GatheringError;
use crate::Error;

base::words! {
    /// What a registration is worth.
    pub enum Standing {
        /// A place.
        Registered = "registered",
        /// A place when one is given back.
        Waiting = "waiting",
        /// Nothing any more.
        Withdrawn = "withdrawn",
    }
}

/// What a guest is called, or whom they come for.
pub type GuestName = Line<120>;

/// One who registers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attendee {
    /// A person of the installation.
    Person(PersonId),
    /// Somebody whom the host registers by name.
    Guest(GuestName),
}

/// A registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// Its number, from 1, in the order of registering.
    pub number: i64,
    /// Who.
    pub attendee: Attendee,
    /// Whom they come for, in words.
    pub organization: Option<GuestName>,
    /// What it is worth.
    pub standing: Standing,
    /// Since when.
    pub at: Instant,
    /// When they were checked in.
    pub checked_in: Option<Instant>,
}

/// How many come, how many wait, and how many were there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// With a place.
    pub registered: i64,
    /// Without one so far.
    pub waiting: i64,
    /// Who were checked in.
    pub checked_in: i64,
}

impl Counts {
    /// Nobody.
    pub const NONE: Self = Self { registered: 0, waiting: 0, checked_in: 0 };
}

/// Everybody who registered for an event.
///
/// Invariant: no more have a place than there are, and nobody waits while a place is free.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestList {
    capacity: Option<usize>,
    all: Vec<Registration>,
}

impl GuestList {
    /// A list as it was stored.
    #[must_use]
    pub const fn of(capacity: Option<usize>, all: Vec<Registration>) -> Self {
        Self { capacity, all }
    }

    /// All registrations, in their order.
    #[must_use]
    pub fn all(&self) -> &[Registration] {
        &self.all
    }

    /// How many come, wait, and were there.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let count = |fits: fn(&Registration) -> bool| {
            i64::try_from(self.all.iter().filter(|one| fits(one)).count()).unwrap_or(i64::MAX)
        };
        Counts {
            registered: count(|one| one.standing == Standing::Registered),
            waiting: count(|one| one.standing == Standing::Waiting),
            checked_in: count(|one| one.checked_in.is_some()),
        }
    }

    /// The registration of a person that counts.
    #[must_use]
    pub fn of_person(&self, person: PersonId) -> Option<&Registration> {
        let theirs = |one: &&Registration| {
            one.attendee == Attendee::Person(person) && one.standing != Standing::Withdrawn
        };
        self.all.iter().find(theirs)
    }

    /// The place of somebody among those who wait, from 1.
    #[must_use]
    pub fn place_in_line(&self, number: i64) -> Option<usize> {
        let mut waiting = self.all.iter().filter(|one| one.standing == Standing::Waiting);
        waiting.position(|one| one.number == number).map(|at| at + 1)
    }

    /// Registers somebody: with a place while there is one, else behind those who wait.
    ///
    /// # Errors
    /// When the person is registered, or so many are that nobody could count them.
    pub fn register(
        &mut self,
        attendee: Attendee,
        organization: Option<GuestName>,
        at: Instant,
    ) -> Result<&Registration, Error> {
        if let Attendee::Person(person) = &attendee
            && self.of_person(*person).is_some()
        {
            return Err(GatheringError::Registered.into());
        }
        if self.all.len() >= usize::try_from(super::MOST_GUESTS).unwrap_or(usize::MAX) {
            return Err(GatheringError::TooMany.into());
        }
        let number = self.all.last().map_or(0, |last| last.number) + 1;
        let standing = if self.has_room() { Standing::Registered } else { Standing::Waiting };
        self.all.push(Registration {
            number,
            attendee,
            organization,
            standing,
            at,
            checked_in: None,
        });
        self.all.last().ok_or_else(|| GatheringError::NoGuest.into())
    }

    /// Takes a registration back; the numbers of those who move up.
    ///
    /// # Errors
    /// When there is none that counts, or they were there.
    pub fn withdraw(&mut self, number: i64) -> Result<Vec<i64>, Error> {
        let one = self.counting(number)?;
        if one.checked_in.is_some() {
            return Err(GatheringError::WasThere.into());
        }
        one.standing = Standing::Withdrawn;
        Ok(self.move_up())
    }

    /// Changes how many can come; the numbers of those who move up. Whoever has a place keeps it.
    pub fn resize(&mut self, capacity: Option<usize>) -> Vec<i64> {
        self.capacity = capacity;
        self.move_up()
    }

    /// Checks somebody in. Who waited and came gets a place.
    ///
    /// # Errors
    /// When there is no registration that counts, or they were checked in.
    pub fn check_in(&mut self, number: i64, at: Instant) -> Result<(), Error> {
        let one = self.counting(number)?;
        if one.checked_in.is_some() {
            return Err(GatheringError::WasThere.into());
        }
        one.checked_in = Some(at);
        one.standing = Standing::Registered;
        Ok(())
    }

    /// Takes a check-in back.
    ///
    /// # Errors
    /// When they were not checked in.
    pub fn uncheck(&mut self, number: i64) -> Result<(), Error> {
        let one = self.counting(number)?;
        if one.checked_in.take().is_none() {
            return Err(GatheringError::WasNotThere.into());
        }
        Ok(())
    }

    fn counting(&mut self, number: i64) -> Result<&mut Registration, Error> {
        let fits =
            |one: &&mut Registration| one.number == number && one.standing != Standing::Withdrawn;
        self.all.iter_mut().find(fits).ok_or_else(|| GatheringError::NoGuest.into())
    }

    fn has_room(&self) -> bool {
        let held = self.all.iter().filter(|one| one.standing == Standing::Registered).count();
        self.capacity.is_none_or(|capacity| held < capacity)
    }

    /// Lets those in who wait, in their order, while there is room.
    fn move_up(&mut self) -> Vec<i64> {
        let mut moved = Vec::new();
        while self.has_room() {
            let next = self.all.iter_mut().find(|one| one.standing == Standing::Waiting);
            let Some(next) = next else { break };
            next.standing = Standing::Registered;
            moved.push(next.number);
        }
        moved
    }
}

#[cfg(test)]
mod tests {
    use base::Id;
    use proptest::prelude::*;

    use super::*;

    const AT: Instant = Instant::from_micros(5);

    fn list(capacity: usize, people: u128) -> GuestList {
        let mut list = GuestList::of(Some(capacity), Vec::new());
        for person in 1..=people {
            list.register(Attendee::Person(PersonId::from_bits(person)), None, AT).unwrap();
        }
        list
    }

    #[test]
    fn whoever_comes_late_waits_and_moves_up_in_order() {
        let mut list = list(2, 4);
        assert_eq!((list.counts().registered, list.counts().waiting), (2, 2));
        assert_eq!((list.place_in_line(3), list.place_in_line(4)), (Some(1), Some(2)));
        assert_eq!(list.withdraw(1).unwrap(), [3]);
        assert_eq!(list.resize(Some(5)), [4]);
        assert!(list.withdraw(1).is_err(), "it counts no more");
    }

    #[test]
    fn nobody_registers_twice_and_whoever_withdrew_may_again_behind_the_others() {
        let mut list = list(1, 2);
        let first = PersonId::from_bits(1);
        assert!(list.register(Attendee::Person(first), None, AT).is_err());
        list.withdraw(1).unwrap();
        assert_eq!(list.register(Attendee::Person(first), None, AT).unwrap().number, 3);
        assert_eq!(list.place_in_line(3), Some(1));
    }

    #[test]
    fn whoever_waited_and_came_has_a_place_and_whoever_was_there_stays() {
        let mut list = list(1, 2);
        list.check_in(2, AT).unwrap();
        assert_eq!((list.counts().registered, list.counts().checked_in), (2, 1));
        assert!(list.withdraw(2).is_err() && list.check_in(2, AT).is_err());
        list.uncheck(2).unwrap();
        assert!(list.uncheck(2).is_err());
    }

    proptest! {
        #[test]
        fn no_place_is_given_twice_and_none_stays_free_while_somebody_waits(
            capacity in 0..6usize,
            steps in prop::collection::vec((0..3u8, 1..12i64), 0..60),
        ) {
            let mut list = GuestList::of(Some(capacity), Vec::new());
            let mut person = 0;
            for (what, number) in steps {
                match what {
                    0 | 1 => {
                        person += 1;
                        let attendee = Attendee::Person(PersonId::from_bits(person));
                        list.register(attendee, None, AT).unwrap();
                    }
                    _ => drop(list.withdraw(number)),
                }
                let counts = list.counts();
                let capacity = i64::try_from(capacity).unwrap();
                prop_assert!(counts.registered <= capacity);
                prop_assert!(counts.waiting == 0 || counts.registered == capacity);
                let standing = |one: &&Registration| one.standing == Standing::Waiting;
                let first_waiting = list.all().iter().find(standing).map(|one| one.number);
                let passed = list.all().iter().filter(|one| one.standing == Standing::Registered);
                let latest = passed.map(|one| one.number).max().unwrap_or(0);
                prop_assert!(first_waiting.is_none_or(|first| first > latest), "nobody is passed over");
            }
        }
    }
}

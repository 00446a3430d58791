//! Seats: a place in a body for an organization, which outlives the person who holds it.

use base::{Instant, Line, OrganizationId, PersonId, Private, Prose, Revision};

use crate::{BodyId, Error};

base::id! {
    /// Names a seat.
    pub SeatId = "sea";
}

base::words! {
    /// How somebody's time in a seat ended.
    pub enum TermEnd {
        /// A successor took over.
        HandedOver = "handed_over",
        /// The seat was left or cleared without a successor.
        Vacated = "vacated",
        /// The body ended or the seat was closed.
        Closed = "closed",
    }
}

base::words! {
    /// What the holder of a seat is to the body.
    pub enum Charge {
        /// Leads the body.
        Lead = "lead",
        /// Stands in for the one who leads it.
        Deputy = "deputy",
        /// Sits in it.
        Member = "member",
    }
}

/// A place in a body.
///
/// Invariant: while somebody holds it and a successor is asked, the holder goes on holding it.
#[derive(Debug, Clone)]
pub struct Seat {
    /// Its identifier.
    pub id: SeatId,
    /// The body it is in.
    pub body: BodyId,
    /// The organization that it speaks for.
    pub organization: OrganizationId,
    /// What the seat is called.
    pub title: Line<120>,
    /// What its holder is to the body.
    pub charge: Charge,
    holder: Option<Holder>,
    asked: Option<Asked>,
    closed: bool,
    /// How often it was changed.
    pub revision: Revision,
}

/// Who holds a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// The person.
    pub person: PersonId,
    /// Since when.
    pub since: Instant,
}

/// Who was asked to take a seat and has not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The person.
    pub person: PersonId,
    /// Who asked.
    pub by: PersonId,
    /// When.
    pub at: Instant,
    /// What they said with it.
    pub note: Option<Private<Prose<1000>>>,
}

/// What happened when somebody took a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It was empty.
    Filled,
    /// Another held it; their open promises, decisions and threads go to the successor.
    HandedOver {
        /// Who held it before.
        from: PersonId,
    },
}

/// What the one who acts is to a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatAuthority {
    /// A coordinator of the partnership.
    pub coordinates: bool,
    /// A lead of the seat's organization.
    pub leads: bool,
    /// The person who acts.
    pub person: Option<PersonId>,
}

impl SeatAuthority {
    /// The rule itself acts: a body ended, or a holder left the organization.
    pub const RULE: Self = Self { coordinates: true, leads: false, person: None };
}

/// The stored parts of a seat.
#[derive(Debug)]
pub struct SeatParts {
    /// Its identifier.
    pub id: SeatId,
    /// The body it is in.
    pub body: BodyId,
    /// The organization that it speaks for.
    pub organization: OrganizationId,
    /// What the seat is called.
    pub title: Line<120>,
    /// What its holder is to the body.
    pub charge: Charge,
    /// Who holds it.
    pub holder: Option<Holder>,
    /// Who was asked.
    pub asked: Option<Asked>,
    /// Whether it was closed.
    pub closed: bool,
    /// How often it was changed.
    pub revision: Revision,
}

impl Seat {
    /// A new, empty seat.
    #[must_use]
    pub fn open(id: SeatId, body: BodyId, organization: OrganizationId, title: Line<120>) -> Self {
        let (holder, asked, revision) = (None, None, Revision::FIRST);
        let charge = Charge::Member;
        Self { id, body, organization, title, charge, holder, asked, closed: false, revision }
    }

    /// A seat as it was stored.
    #[must_use]
    pub fn stored(parts: SeatParts) -> Self {
        let SeatParts { id, body, organization, title, charge, holder, asked, closed, revision } =
            parts;
        Self { id, body, organization, title, charge, holder, asked, closed, revision }
    }

    /// Who holds it.
    #[must_use]
    pub const fn holder(&self) -> Option<Holder> {
        self.holder
    }

    /// Who was asked to take it.
    #[must_use]
    pub const fn asked(&self) -> Option<&Asked> {
        self.asked.as_ref()
    }

    /// Whether it was closed.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.closed
    }

    /// Whether the one who acts may choose who sits here next.
    #[must_use]
    pub fn is_in_the_hands_of(&self, who: SeatAuthority) -> bool {
        let holds = self.holder.is_some_and(|holder| Some(holder.person) == who.person);
        who.coordinates || who.leads || holds
    }

    /// Asks somebody to take the seat; a holder names a successor in this way.
    ///
    /// # Errors
    /// When the seat is closed, another was asked already, the person holds it already, or the one
    /// who asks has no say in it.
    pub fn offer(&mut self, asked: Asked, who: SeatAuthority) -> Result<(), Error> {
        self.changeable(who)?;
        if self.asked.is_some() {
            return Err(Error::SeatAsked { id: self.id });
        }
        if self.holder.is_some_and(|holder| holder.person == asked.person) {
            return Err(Error::SeatHeld { id: self.id });
        }
        self.asked = Some(asked);
        Ok(())
    }

    /// Takes the question back.
    ///
    /// # Errors
    /// When nobody was asked, or the one who acts has no say in it.
    pub fn withdraw(&mut self, who: SeatAuthority) -> Result<PersonId, Error> {
        self.changeable(who)?;
        self.asked.take().map(|asked| asked.person).ok_or(Error::SeatNotAsked { id: self.id })
    }

    /// The one who was asked takes the seat.
    ///
    /// # Errors
    /// When somebody else was asked, or nobody.
    pub fn take(&mut self, person: PersonId, at: Instant) -> Result<Taken, Error> {
        self.answered_by(person)?;
        let before = self.holder.replace(Holder { person, since: at });
        Ok(before.map_or(Taken::Filled, |holder| Taken::HandedOver { from: holder.person }))
    }

    /// The one who was asked refuses.
    ///
    /// # Errors
    /// When somebody else was asked, or nobody.
    pub fn decline(&mut self, person: PersonId) -> Result<(), Error> {
        self.answered_by(person).map(drop)
    }

    /// Clears the seat: its holder leaves without a successor.
    ///
    /// # Errors
    /// When nobody holds it, or the one who acts has no say in it.
    pub fn vacate(&mut self, who: SeatAuthority) -> Result<Holder, Error> {
        self.changeable(who)?;
        self.holder.take().ok_or(Error::SeatEmpty { id: self.id })
    }

    /// Says what its holder is to the body; whether that is new.
    ///
    /// # Errors
    /// When it was closed, or the one who acts is not a coordinator.
    pub fn entrust(&mut self, charge: Charge, who: SeatAuthority) -> Result<bool, Error> {
        if !who.coordinates {
            return Err(Error::NotYours);
        }
        self.still_open()?;
        let is_new = self.charge != charge;
        self.charge = charge;
        Ok(is_new)
    }

    /// Closes the seat for good.
    ///
    /// # Errors
    /// When it was closed, or the one who acts is not a coordinator.
    pub fn close(&mut self, who: SeatAuthority) -> Result<Option<Holder>, Error> {
        if !who.coordinates {
            return Err(Error::NotYours);
        }
        self.still_open()?;
        self.closed = true;
        self.asked = None;
        Ok(self.holder.take())
    }

    fn answered_by(&mut self, person: PersonId) -> Result<Asked, Error> {
        self.still_open()?;
        match self.asked.take_if(|asked| asked.person == person) {
            Some(asked) => Ok(asked),
            None => Err(Error::SeatNotAsked { id: self.id }),
        }
    }

    fn changeable(&self, who: SeatAuthority) -> Result<(), Error> {
        self.still_open()?;
        if self.is_in_the_hands_of(who) { Ok(()) } else { Err(Error::NotYours) }
    }

    const fn still_open(&self) -> Result<(), Error> {
        if self.closed { Err(Error::SeatClosed { id: self.id }) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;

    const AT: Instant = Instant::from_micros(5);

    fn person(n: u128) -> PersonId {
        PersonId::from_bits(n)
    }

    fn seat() -> Seat {
        let (id, body) = (SeatId::from_bits(1), BodyId::from_bits(1));
        Seat::open(id, body, OrganizationId::from_bits(1), "Chair".parse().unwrap())
    }

    fn asked(n: u128) -> Asked {
        Asked { person: person(n), by: person(9), at: AT, note: None }
    }

    fn lead() -> SeatAuthority {
        SeatAuthority { coordinates: false, leads: true, person: Some(person(9)) }
    }

    fn just(n: u128) -> SeatAuthority {
        SeatAuthority { coordinates: false, leads: false, person: Some(person(n)) }
    }

    fn held_by(n: u128) -> Seat {
        let mut seat = seat();
        seat.offer(asked(n), lead()).unwrap();
        assert_eq!(seat.take(person(n), AT).unwrap(), Taken::Filled);
        seat
    }

    #[test]
    fn a_seat_is_held_only_by_one_who_was_asked_and_agreed() {
        let mut seat = seat();
        assert!(matches!(seat.take(person(1), AT), Err(Error::SeatNotAsked { .. })));
        seat.offer(asked(1), lead()).unwrap();
        assert!(matches!(seat.take(person(2), AT), Err(Error::SeatNotAsked { .. })));
        assert_eq!(seat.holder(), None);
        seat.take(person(1), AT).unwrap();
        assert_eq!(seat.holder().map(|holder| holder.person), Some(person(1)));
    }

    #[test]
    fn a_holder_hands_over_and_holds_until_the_successor_agrees() {
        let mut seat = held_by(1);
        seat.offer(asked(2), just(1)).unwrap();
        assert_eq!(seat.holder().map(|holder| holder.person), Some(person(1)));
        let taken = seat.take(person(2), AT).unwrap();
        assert_eq!(taken, Taken::HandedOver { from: person(1) });
    }

    #[test]
    fn a_successor_who_declines_leaves_the_holder_where_they_are() {
        let mut seat = held_by(1);
        seat.offer(asked(2), lead()).unwrap();
        seat.decline(person(2)).unwrap();
        assert_eq!(seat.holder().map(|holder| holder.person), Some(person(1)));
        assert!(seat.asked().is_none());
    }

    #[test]
    fn who_has_no_say_in_a_seat_changes_nothing() {
        let mut seat = held_by(1);
        assert!(matches!(seat.offer(asked(2), just(3)), Err(Error::NotYours)));
        assert!(matches!(seat.vacate(just(3)), Err(Error::NotYours)));
        assert!(matches!(seat.close(lead()), Err(Error::NotYours)));
    }

    #[test]
    fn one_is_asked_at_a_time_and_never_the_holder() {
        let mut seat = held_by(1);
        assert!(matches!(seat.offer(asked(1), lead()), Err(Error::SeatHeld { .. })));
        seat.offer(asked(2), lead()).unwrap();
        assert!(matches!(seat.offer(asked(3), lead()), Err(Error::SeatAsked { .. })));
        seat.withdraw(lead()).unwrap();
        assert!(seat.offer(asked(3), lead()).is_ok());
    }

    #[test]
    fn a_closed_seat_stays_closed() {
        let mut seat = held_by(1);
        let boss = SeatAuthority::RULE;
        assert_eq!(seat.close(boss).unwrap().map(|holder| holder.person), Some(person(1)));
        assert!(matches!(seat.offer(asked(2), boss), Err(Error::SeatClosed { .. })));
        assert!(matches!(seat.close(boss), Err(Error::SeatClosed { .. })));
    }
}

//! Who was there: those in the seats of the body, and guests; and whether that is a quorum.

pub mod commands;
pub(crate) mod pages;
pub(crate) mod store;

use base::{Line, OrganizationId, PersonId};
use partnership::{SeatEntry, SeatId};
use plan::decision::count::{Quorum, Turnout};

base::words! {
    /// How somebody took part.
    pub enum Presence {
        /// In the room.
        Present = "present",
        /// From afar.
        Remote = "remote",
        /// Not, and said so before.
        Excused = "excused",
        /// Not.
        Absent = "absent",
    }
}

/// What a guest is called.
pub type GuestName = Line<120>;

/// One who could have been there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attendee {
    /// A seat of the body, with whoever held it.
    Seat(SeatId, Option<PersonId>),
    /// A guest, by number.
    Guest(i64, GuestName),
}

/// A line of the attendance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// Who.
    pub attendee: Attendee,
    /// For which organization; a guest's in words.
    pub organization: Option<String>,
    /// How.
    pub presence: Presence,
}

impl Presence {
    /// Whether it counts for the quorum.
    #[must_use]
    pub const fn counts(self) -> bool {
        match self {
            Self::Present | Self::Remote => true,
            Self::Excused | Self::Absent => false,
        }
    }
}

impl Attendance {
    /// The seat, when it is one.
    #[must_use]
    pub const fn seat(&self) -> Option<SeatId> {
        match &self.attendee {
            Attendee::Seat(seat, _) => Some(*seat),
            Attendee::Guest(..) => None,
        }
    }
}

/// How many seats are held, how many of those who hold them are there, and how many must be. Seats
/// that were marked stay in the count when they are empty later.
#[must_use]
pub fn turnout(quorum: Quorum, seats: &[SeatEntry], marked: &[Attendance]) -> Turnout {
    let line = |seat: SeatId| marked.iter().find(|line| line.seat() == Some(seat));
    let held = seats.iter().filter(|seat| !seat.closed && seat.holder.is_some());
    let held: Vec<SeatId> = held.map(|seat| seat.id).collect();
    let before = marked.iter().filter_map(Attendance::seat).filter(|seat| !held.contains(seat));
    let roll: Vec<SeatId> = held.iter().copied().chain(before).collect();
    let there = roll.iter().filter(|seat| line(**seat).is_some_and(|line| line.presence.counts()));
    Turnout::of(quorum, roll.len(), there.count())
}

/// The organizations of those who were there, each once.
#[must_use]
pub fn organizations_there(seats: &[SeatEntry], marked: &[Attendance]) -> Vec<OrganizationId> {
    let there = |seat: &&SeatEntry| {
        let line = marked.iter().find(|line| line.seat() == Some(seat.id));
        line.is_some_and(|line| line.presence.counts())
    };
    let mut all: Vec<OrganizationId> =
        seats.iter().filter(there).map(|seat| seat.organization).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;

    fn seat(number: u128, held: bool) -> SeatEntry {
        SeatEntry {
            id: SeatId::from_bits(number),
            title: "Member".to_owned(),
            body: "Council".to_owned(),
            organization: OrganizationId::from_bits(number),
            holder: held.then(|| PersonId::from_bits(number)),
            closed: false,
        }
    }

    fn line(number: u128, presence: Presence) -> Attendance {
        let attendee = Attendee::Seat(SeatId::from_bits(number), None);
        Attendance { attendee, organization: None, presence }
    }

    #[test]
    fn a_quorum_counts_seats_that_are_held_and_no_guests() {
        let seats = [seat(1, true), seat(2, true), seat(3, true), seat(4, false)];
        let guest = Attendance {
            attendee: Attendee::Guest(1, "Lee Park".parse().unwrap()),
            organization: None,
            presence: Presence::Present,
        };
        let marked = [line(1, Presence::Present), line(2, Presence::Excused), guest];
        let turnout = turnout(Quorum::Half, &seats, &marked);
        assert_eq!((turnout.roll, turnout.took_part, turnout.needed), (3, 1, 2));
        assert!(!turnout.is_met());
    }

    #[test]
    fn who_joins_from_afar_is_there_and_a_seat_that_is_empty_later_stays_in_the_count() {
        let seats = [seat(1, true), seat(2, false)];
        let marked = [line(1, Presence::Remote), line(2, Presence::Present)];
        let turnout = turnout(Quorum::All, &seats, &marked);
        assert_eq!((turnout.roll, turnout.took_part), (2, 2));
        assert_eq!(organizations_there(&seats, &marked).len(), 2);
    }
}

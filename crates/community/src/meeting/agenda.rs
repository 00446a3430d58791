//! The agenda: what is to be talked about, in which order, and what was noted to it.

pub mod commands;
pub(crate) mod pages;
pub(crate) mod parse;
pub(crate) mod store;

use base::{Line, OrganizationId, PersonId, Revision, Title};

use super::{Length, MeetingError, MeetingId};
use crate::Error;

base::id! {
    /// Names an item of an agenda.
    pub ItemId = "itm";
}

base::words! {
    /// What an item is for.
    pub enum ItemKind {
        /// Something to talk about.
        Topic = "topic",
        /// The minutes of an earlier meeting, to be approved.
        Minutes = "minutes",
        /// Time in which the public speaks.
        Comment = "comment",
    }
}

base::words! {
    /// How an item came onto the agenda.
    pub enum Source {
        /// A member put it there.
        Member = "member",
        /// The program proposed it and a member took it.
        Proposed = "proposed",
        /// It was not finished at an earlier meeting.
        Returned = "returned",
        /// A rule of the body wants it.
        Rule = "rule",
    }
}

base::words! {
    /// Where an item stands.
    pub enum ItemState {
        /// It is to be talked about.
        Open = "open",
        /// It was talked about, and that was enough.
        Done = "done",
        /// It comes back at the next meeting.
        Unfinished = "unfinished",
        /// It was proposed and is not for this meeting.
        Aside = "aside",
    }
}

base::words! {
    /// Which way an item goes.
    pub enum Way {
        /// To be talked about earlier.
        Up = "up",
        /// To be talked about later.
        Down = "down",
    }
}

/// Why something is on the agenda.
pub type Why = Line<300>;
/// The page of this site that an item is about.
pub type About = Line<300>;

/// The most items of an agenda.
pub const MOST_ITEMS: usize = 60;

/// What somebody wants talked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// What.
    pub title: Title,
    /// How long that may take.
    pub length: Option<Length>,
    /// Who brings it.
    pub presenter: Option<OrganizationId>,
    /// Why now.
    pub why: Option<Why>,
    /// The page that it is about.
    pub about: Option<About>,
}

/// An item of an agenda with what was noted to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub id: ItemId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Its place in the order.
    pub place: i64,
    /// What it is.
    pub topic: Topic,
    /// What it is for.
    pub kind: ItemKind,
    /// How it came here.
    pub source: Source,
    /// The earlier item, or the meeting whose minutes it is about.
    pub comes_from: Option<String>,
    /// Who put it here.
    pub added_by: Option<PersonId>,
    /// Where it stands.
    pub state: ItemState,
    /// The meeting that it went to.
    pub went_to: Option<MeetingId>,
    /// What was noted.
    pub notes: String,
    /// The number of that text; every text that was sent has one.
    pub notes_number: i64,
    /// Whether two people changed the same words, and nobody has looked at that yet.
    pub collided: bool,
    /// How often it was changed.
    pub revision: Revision,
}

impl Item {
    /// A new item at the end of an agenda.
    ///
    /// # Errors
    /// When the agenda is full, or the page it is about stands on it already.
    pub fn add(
        id: ItemId,
        meeting: MeetingId,
        agenda: &[Self],
        topic: Topic,
        source: Source,
    ) -> Result<Self, Error> {
        if agenda.iter().filter(|item| item.state != ItemState::Aside).count() >= MOST_ITEMS {
            return Err(MeetingError::AgendaFull.into());
        }
        let twice = |item: &Self| topic.about.is_some() && item.topic.about == topic.about;
        if agenda.iter().any(|item| twice(item) && item.state != ItemState::Aside) {
            return Err(MeetingError::OnAgenda.into());
        }
        let place = agenda.iter().map(|item| item.place).max().unwrap_or(0) + 1;
        Ok(Self {
            id,
            meeting,
            place,
            topic,
            kind: ItemKind::Topic,
            source,
            comes_from: None,
            added_by: None,
            state: ItemState::Open,
            went_to: None,
            notes: String::new(),
            notes_number: 0,
            collided: false,
            revision: Revision::FIRST,
        })
    }

    /// Whether it can be taken off the agenda.
    ///
    /// # Errors
    /// When something was noted to it.
    pub fn removable(&self) -> Result<(), Error> {
        if self.notes_number > 0 { Err(MeetingError::HasNotes.into()) } else { Ok(()) }
    }

    /// Whether it is on the agenda: not one that was set aside.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.state != ItemState::Aside
    }
}

/// The two items whose places an item's move exchanges; none at the end of the agenda.
#[must_use]
pub fn exchanged(agenda: &[Item], id: ItemId, way: Way) -> Option<(&Item, &Item)> {
    let listed: Vec<&Item> = agenda.iter().filter(|item| item.is_listed()).collect();
    let at = listed.iter().position(|item| item.id == id)?;
    let other = match way {
        Way::Up => at.checked_sub(1)?,
        Way::Down => at + 1,
    };
    Some((*listed.get(at)?, *listed.get(other)?))
}

/// After how many minutes each item of an agenda begins; unknown after one without a length.
#[must_use]
pub fn timetable(agenda: &[Item]) -> Vec<(ItemId, Option<i64>)> {
    let mut after = Some(0);
    let listed = agenda.iter().filter(|item| item.is_listed());
    listed
        .map(|item| {
            let begins = after;
            after = after.zip(item.topic.length).map(|(so_far, length)| so_far + length.minutes());
            (item.id, begins)
        })
        .collect()
}

/// How many minutes all items with a length take together.
#[must_use]
pub fn minutes_planned(agenda: &[Item]) -> i64 {
    let listed = agenda.iter().filter(|item| item.is_listed());
    listed.filter_map(|item| item.topic.length).map(Length::minutes).sum()
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;

    fn topic(about: Option<&str>, minutes: Option<i64>) -> Topic {
        Topic {
            title: "Winter beds".parse().unwrap(),
            length: minutes.and_then(Length::new),
            presenter: None,
            why: None,
            about: about.map(|about| about.parse().unwrap()),
        }
    }

    fn agenda(lengths: &[Option<i64>]) -> Vec<Item> {
        let mut agenda = Vec::new();
        for (at, minutes) in lengths.iter().enumerate() {
            let id = ItemId::from_bits(u128::try_from(at).unwrap());
            let topic = topic(None, *minutes);
            let meeting = MeetingId::from_bits(1);
            agenda.push(Item::add(id, meeting, &agenda, topic, Source::Member).unwrap());
        }
        agenda
    }

    #[test]
    fn a_page_stands_on_an_agenda_once() {
        let meeting = MeetingId::from_bits(1);
        let add = |agenda: &[Item]| {
            let about = topic(Some("/p/riverbend/commitments/cmt_1"), None);
            Item::add(ItemId::from_bits(9), meeting, agenda, about, Source::Proposed)
        };
        let mut item = add(&[]).unwrap();
        assert!(add(&[item.clone()]).is_err());
        item.state = ItemState::Aside;
        assert!(add(&[item]).is_ok(), "what was set aside can still be taken");
    }

    #[test]
    fn an_agenda_has_an_end() {
        let full = agenda(&vec![None; MOST_ITEMS]);
        let topic = topic(None, None);
        let more =
            Item::add(ItemId::from_bits(99), MeetingId::from_bits(1), &full, topic, Source::Member);
        assert!(more.is_err());
    }

    #[test]
    fn items_begin_after_those_before_them() {
        let agenda = agenda(&[Some(10), Some(20), None, Some(5)]);
        let begins: Vec<Option<i64>> = timetable(&agenda).into_iter().map(|(_, at)| at).collect();
        assert_eq!(begins, [Some(0), Some(10), Some(30), None]);
        assert_eq!(minutes_planned(&agenda), 35);
    }

    #[test]
    fn an_item_goes_past_those_that_were_set_aside() {
        let mut agenda = agenda(&[None, None, None]);
        agenda[1].state = ItemState::Aside;
        let (one, other) = exchanged(&agenda, agenda[2].id, Way::Up).unwrap();
        assert_eq!((one.id, other.id), (agenda[2].id, agenda[0].id));
        assert!(exchanged(&agenda, agenda[2].id, Way::Down).is_none());
        assert!(exchanged(&agenda, agenda[0].id, Way::Up).is_none());
    }
}

//! How a person wants to be told: of each kind of notice, everywhere and in single partnerships.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;

use std::collections::BTreeMap;

use base::{Date, PartnershipId};

use crate::Kind;

base::words! {
    /// How somebody is told.
    pub enum Way {
        /// On the page, and by mail at once.
        AtOnce = "at_once",
        /// On the page, and in one mail a day.
        Daily = "daily",
        /// On the page only.
        Page = "page",
    }
}

/// A way for each kind; none means the one for all partnerships, or the usual one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ways {
    needs_you: Option<Way>,
    due_soon: Option<Way>,
    to_know: Option<Way>,
}

/// All that a person chose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// For all partnerships.
    pub everywhere: Ways,
    /// For single partnerships.
    pub partnerships: BTreeMap<PartnershipId, Ways>,
    /// The last day on which no mail is sent.
    pub paused_until: Option<Date>,
}

/// What becomes of a notice's mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// It goes out now.
    Now,
    /// It waits for the next summary.
    Summary,
    /// There is none.
    None,
}

impl Way {
    /// The way for those who chose none.
    #[must_use]
    pub const fn usual(kind: Kind) -> Self {
        match kind {
            Kind::NeedsYou | Kind::DueSoon => Self::AtOnce,
            Kind::ToKnow => Self::Daily,
        }
    }
}

impl Ways {
    /// The way for a kind.
    #[must_use]
    pub const fn of(&self, kind: Kind) -> Option<Way> {
        match kind {
            Kind::NeedsYou => self.needs_you,
            Kind::DueSoon => self.due_soon,
            Kind::ToKnow => self.to_know,
        }
    }

    /// Chooses a way for a kind.
    pub const fn set(&mut self, kind: Kind, way: Option<Way>) {
        match kind {
            Kind::NeedsYou => self.needs_you = way,
            Kind::DueSoon => self.due_soon = way,
            Kind::ToKnow => self.to_know = way,
        }
    }
}

impl Choices {
    /// How the person is told of a kind in a partnership.
    #[must_use]
    pub fn way(&self, partnership: PartnershipId, kind: Kind) -> Way {
        let own = self.partnerships.get(&partnership).and_then(|ways| ways.of(kind));
        own.or(self.everywhere.of(kind)).unwrap_or(Way::usual(kind))
    }

    /// Whether no mail is sent today.
    #[must_use]
    pub fn is_paused(&self, today: Date) -> bool {
        self.paused_until.is_some_and(|until| today <= until)
    }

    /// What becomes of the mail of a notice. What a pause holds back comes in one summary after it.
    #[must_use]
    pub fn delivery(&self, partnership: PartnershipId, kind: Kind, today: Date) -> Delivery {
        match self.way(partnership, kind) {
            Way::Page => Delivery::None,
            Way::Daily => Delivery::Summary,
            Way::AtOnce if self.is_paused(today) => Delivery::Summary,
            Way::AtOnce => Delivery::Now,
        }
    }
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;

    fn here() -> PartnershipId {
        PartnershipId::from_bits(1)
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn who_chose_nothing_gets_what_needs_them_at_once_and_the_rest_once_a_day() {
        let choices = Choices::default();
        let delivery = |kind| choices.delivery(here(), kind, day("2026-05-12"));
        assert_eq!(delivery(Kind::NeedsYou), Delivery::Now);
        assert_eq!(delivery(Kind::DueSoon), Delivery::Now);
        assert_eq!(delivery(Kind::ToKnow), Delivery::Summary);
    }

    #[test]
    fn a_choice_for_one_partnership_goes_before_that_for_all() {
        let mut choices = Choices::default();
        choices.everywhere.set(Kind::NeedsYou, Some(Way::Daily));
        let mut ways = Ways::default();
        ways.set(Kind::NeedsYou, Some(Way::Page));
        choices.partnerships.insert(here(), ways);
        let other = PartnershipId::from_bits(2);
        assert_eq!(choices.way(here(), Kind::NeedsYou), Way::Page);
        assert_eq!(choices.way(other, Kind::NeedsYou), Way::Daily);
        assert_eq!(choices.way(here(), Kind::DueSoon), Way::AtOnce);
    }

    #[test]
    fn a_pause_holds_mail_back_and_loses_none_of_it() {
        let paused_until = Some(day("2026-05-20"));
        let choices = Choices { paused_until, ..Choices::default() };
        let delivery = |today| choices.delivery(here(), Kind::NeedsYou, day(today));
        assert_eq!(delivery("2026-05-20"), Delivery::Summary);
        assert_eq!(delivery("2026-05-21"), Delivery::Now);
        assert!(choices.is_paused(day("2026-05-12")) && !choices.is_paused(day("2026-05-21")));
    }

    #[test]
    fn a_pause_makes_no_mail_of_what_is_for_the_page_alone() {
        let paused_until = Some(day("2026-05-20"));
        let mut choices = Choices { paused_until, ..Choices::default() };
        choices.everywhere.set(Kind::ToKnow, Some(Way::Page));
        assert_eq!(choices.delivery(here(), Kind::ToKnow, day("2026-05-12")), Delivery::None);
    }
}

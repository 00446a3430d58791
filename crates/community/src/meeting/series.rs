//! A series: a body meets by a rule, and the rule makes its meetings some months ahead.

pub(crate) mod api;
pub mod commands;
pub(crate) mod pages;
pub(crate) mod parse;
pub(crate) mod queries;
pub(crate) mod store;

use base::{Clock, Date, Revision, Title, WebLink, Zone};
use partnership::BodyId;
use standards::recurrence::{End, Every, Grain, Rule, Until, Wall, Weekday};

use super::{Length, MeetingError, Plan, Room};
use crate::Error;

base::id! {
    /// Names a series of meetings.
    pub SeriesId = "mts";
}

base::words! {
    /// The rules that most bodies have; the first day says the rest.
    pub enum Repeats {
        /// Each week on this weekday.
        Weekly = "weekly",
        /// Every second week on this weekday.
        Fortnightly = "fortnightly",
        /// Each month on the same weekday of the same week, such as the second Tuesday.
        MonthlyWeekday = "monthly_weekday",
        /// Each month on the same day.
        MonthlyDay = "monthly_day",
        /// Every third month on the same weekday of the same week.
        Quarterly = "quarterly",
        /// As a rule of RFC 5545 says.
        Rule = "rule",
    }
}

/// How far ahead meetings are made.
pub const AHEAD_DAYS: i64 = 366;
/// The most meetings that are made at once.
pub const MOST_MADE: usize = 400;

/// When and where a body meets again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesPlan {
    /// What its meetings are called.
    pub title: Title,
    /// The first day on which there may be one.
    pub first_on: Date,
    /// The time of day.
    pub clock: Clock,
    /// How long each is.
    pub length: Length,
    /// The zone of days and times.
    pub zone: Zone,
    /// When it comes again.
    pub rule: Rule,
    /// The room.
    pub place: Option<Room>,
    /// Where to join from afar.
    pub link: Option<WebLink>,
    /// Whether the public may come.
    pub open: bool,
}

/// A series of meetings of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Its name.
    pub id: SeriesId,
    /// Who meets.
    pub body: BodyId,
    /// When and where.
    pub plan: SeriesPlan,
    /// The day through which its meetings were made.
    pub made_through: Date,
    /// The day on which it was ended.
    pub ended_on: Option<Date>,
    /// How often it was changed.
    pub revision: Revision,
}

impl Repeats {
    /// The rule that begins on a day; none for a rule of its own.
    #[must_use]
    pub fn rule(self, first: Date, until: Option<Date>) -> Option<Rule> {
        let weekday = Weekday::of(first);
        let month_before = first.plus_days(7).month() != first.month();
        // The fifth one of a month is not in every month, the last one is.
        let number = if month_before { -1 } else { i16::from((first.day() - 1) / 7 + 1) };
        let mut rule = match self {
            Self::Weekly => Rule { weekdays: vec![(0, weekday)], ..Rule::new(Every::Week) },
            Self::Fortnightly => {
                Rule { interval: 2, weekdays: vec![(0, weekday)], ..Rule::new(Every::Week) }
            }
            Self::MonthlyWeekday => {
                Rule { weekdays: vec![(number, weekday)], ..Rule::new(Every::Month) }
            }
            Self::MonthlyDay => {
                Rule { month_days: vec![i16::from(first.day())], ..Rule::new(Every::Month) }
            }
            Self::Quarterly => {
                Rule { interval: 3, weekdays: vec![(number, weekday)], ..Rule::new(Every::Month) }
            }
            Self::Rule => return None,
        };
        if let Some(until) = until {
            let at = Wall::new(until, 0);
            rule.end = End::Until(Until { at, utc: false, whole_day: true });
        }
        Some(rule)
    }

    /// The word for a rule that begins on a day.
    #[must_use]
    pub fn of(rule: &Rule, first: Date) -> Self {
        let plain = Rule { end: End::Never, ..rule.clone() };
        let same = |repeats: &Self| repeats.rule(first, None).as_ref() == Some(&plain);
        Self::ALL.iter().copied().find(same).unwrap_or(Self::Rule)
    }
}

impl SeriesPlan {
    /// The same with an end on the walls of its zone, when it makes meetings that a body can hold.
    ///
    /// # Errors
    /// When the rule says something of the time of day, steps by less than a day, or makes nothing.
    pub fn checked(mut self) -> Result<Self, Error> {
        let by_time = !(self.rule.hours.is_empty()
            && self.rule.minutes.is_empty()
            && self.rule.seconds.is_empty());
        if by_time || self.rule.every < Every::Day {
            return Err(Error::field("rule", "series_rule_time"));
        }
        if let End::Until(until) = self.rule.end
            && until.utc
        {
            let at = until.at.date().at_second(until.at.second_of_day(), &Zone::utc());
            let (date, second) = self.zone.wall(at);
            let at = Wall::new(date, second);
            self.rule.end = End::Until(Until { at, utc: false, whole_day: false });
        }
        if self.rule.times(self.start(), Grain::Seconds).next().is_none() {
            return Err(Error::field("rule", "series_rule_empty"));
        }
        Ok(self)
    }

    /// The times that the rule makes after a day and through another.
    #[must_use]
    pub fn slots(&self, after: Date, through: Date) -> Vec<Wall> {
        let times = self.rule.times(self.start(), Grain::Seconds);
        times
            .skip_while(|time| time.date() <= after)
            .take_while(|time| time.date() <= through)
            .take(MOST_MADE)
            .collect()
    }

    /// The meeting at one of its times.
    #[must_use]
    pub fn meeting(&self, slot: Wall) -> Plan {
        Plan {
            title: self.title.clone(),
            on: slot.date(),
            clock: self.clock,
            length: self.length,
            zone: self.zone.clone(),
            place: self.place.clone(),
            link: self.link.clone(),
            open: self.open,
        }
    }

    /// The last day on which there may be a meeting, when the rule says one.
    #[must_use]
    pub fn until(&self) -> Option<Date> {
        match self.rule.end {
            End::Until(until) => Some(until.at.date()),
            End::Never | End::Count(_) => None,
        }
    }

    /// The time on the wall at which the rule begins.
    #[must_use]
    pub fn start(&self) -> Wall {
        Wall::new(self.first_on, self.clock.second_of_day())
    }
}

impl Series {
    /// A new series; its meetings are yet to be made.
    ///
    /// # Errors
    /// When its rule makes no meetings that a body can hold.
    pub fn begin(
        id: SeriesId,
        body: BodyId,
        plan: SeriesPlan,
        yesterday: Date,
    ) -> Result<Self, Error> {
        let plan = plan.checked()?;
        let (made_through, ended_on) = (yesterday, None);
        Ok(Self { id, body, plan, made_through, ended_on, revision: Revision::FIRST })
    }

    /// Changes when and where, for meetings that are yet to come.
    ///
    /// # Errors
    /// When it has ended, nothing would change, or the rule makes no meetings that a body can hold.
    pub fn change(&mut self, plan: SeriesPlan) -> Result<(), Error> {
        self.goes_on()?;
        let plan = plan.checked()?;
        if plan == self.plan {
            return Err(MeetingError::Same.into());
        }
        self.plan = plan;
        Ok(())
    }

    /// Ends it: no more meetings are made.
    ///
    /// # Errors
    /// When it has ended.
    pub fn end(&mut self, on: Date) -> Result<(), Error> {
        self.goes_on()?;
        self.ended_on = Some(on);
        Ok(())
    }

    /// The times for which meetings are to be made, so that they reach as far ahead as they should.
    #[must_use]
    pub fn to_make(&self, today: Date) -> Vec<Wall> {
        if self.ended_on.is_some() {
            return Vec::new();
        }
        self.plan.slots(self.made_through, today.plus_days(AHEAD_DAYS))
    }

    fn goes_on(&self) -> Result<(), Error> {
        if self.ended_on.is_some() { Err(MeetingError::SeriesEnded.into()) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;

    fn plan(first: &str, rule: &str) -> SeriesPlan {
        SeriesPlan {
            title: "Council".parse().unwrap(),
            first_on: first.parse().unwrap(),
            clock: "09:00".parse().unwrap(),
            length: Length::new(60).unwrap(),
            zone: Zone::named("America/Chicago").unwrap(),
            rule: rule.parse().unwrap(),
            place: None,
            link: None,
            open: false,
        }
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_first_day_says_which_weekday_of_the_month_it_is() {
        let text = |first: &str| {
            Repeats::MonthlyWeekday.rule(day(first), None).map(|rule| rule.to_string())
        };
        assert_eq!(text("2026-05-12").unwrap(), "FREQ=MONTHLY;BYDAY=2TU");
        assert_eq!(text("2026-05-26").unwrap(), "FREQ=MONTHLY;BYDAY=-1TU", "the last of the month");
        assert_eq!(text("2026-06-30").unwrap(), "FREQ=MONTHLY;BYDAY=-1TU", "and the fifth");
        for repeats in [Repeats::Weekly, Repeats::Quarterly, Repeats::MonthlyDay] {
            let rule = repeats.rule(day("2026-05-12"), Some(day("2027-05-12"))).unwrap();
            assert_eq!(Repeats::of(&rule, day("2026-05-12")), repeats);
        }
        assert_eq!(Repeats::of(&"FREQ=DAILY".parse().unwrap(), day("2026-05-12")), Repeats::Rule);
    }

    #[test]
    fn meetings_are_made_ahead_and_each_once() {
        let plan = plan("2026-01-13", "FREQ=MONTHLY;BYDAY=2TU");
        let (id, body) = (SeriesId::from_bits(1), BodyId::from_bits(1));
        let mut series = Series::begin(id, body, plan, day("2026-05-11")).unwrap();
        let first = series.to_make(day("2026-05-12"));
        assert_eq!((first.len(), first[0].date()), (13, day("2026-05-12")));
        series.made_through = day("2026-05-12").plus_days(AHEAD_DAYS);
        assert_eq!(series.to_make(day("2026-05-12")), []);
        assert_eq!(series.to_make(day("2026-06-12")).len(), 1);
        series.end(day("2026-06-12")).unwrap();
        assert_eq!(series.to_make(day("2027-06-12")), []);
    }

    #[test]
    fn a_rule_that_no_body_can_meet_by_is_refused() {
        for rule in ["FREQ=HOURLY", "FREQ=DAILY;BYHOUR=9,14", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]
        {
            assert!(plan("2026-05-12", rule).checked().is_err(), "{rule}");
        }
    }

    #[test]
    fn an_end_in_universal_time_is_one_on_the_wall() {
        let plan = plan("2026-05-12", "FREQ=WEEKLY;UNTIL=20260526T140000Z").checked().unwrap();
        assert_eq!(plan.rule.to_string(), "FREQ=WEEKLY;UNTIL=20260526T090000");
        assert_eq!(plan.slots(day("2026-05-01"), day("2027-01-01")).len(), 3);
    }
}

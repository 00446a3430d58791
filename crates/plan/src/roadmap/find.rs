//! Which work the roadmap shows, and which months.

use std::{collections::BTreeSet, fmt, str::FromStr};

use base::{Date, OrganizationId};
use web::Input;

use super::queries::Road;
use crate::goal::{Item, ItemId, Layer, State, Status};

/// Lines of the table on a page.
pub(crate) const PAGE: usize = 50;
/// Months that the picture shows.
pub(crate) const MONTHS: i32 = 18;

base::words! {
    /// How closely the roadmap looks.
    pub(crate) enum Detail {
        /// The work alone.
        Work = "work",
        /// Its milestones too.
        Milestones = "milestones",
    }
}

/// A month of a year: months since the year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Month(i32);

/// A text that is no month.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("expected a month such as 2026-05")]
pub(crate) struct WrongMonth;

/// What must hold of everything that is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// It serves this goal.
    pub goal: Option<ItemId>,
    /// This organization answers for it or has a part in it.
    pub partner: Option<OrganizationId>,
    /// It stands so.
    pub status: Option<Status>,
    /// How closely.
    pub detail: Option<Detail>,
    /// The first month of the picture.
    pub from: Option<Month>,
}

/// Work below one goal; or below none.
pub(crate) struct Group<'a> {
    pub goal: Option<&'a Item>,
    pub work: Vec<&'a Item>,
}

impl Month {
    /// The month of a date.
    pub(crate) fn of(date: Date) -> Self {
        Self(i32::from(date.year()) * 12 + i32::from(date.month()) - 1)
    }

    /// The first month of its quarter.
    pub(crate) const fn quarter(self) -> Self {
        Self(self.0 - self.0.rem_euclid(3))
    }

    /// So many months later.
    pub(crate) const fn later(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// How many months lie between.
    pub(crate) const fn until(self, other: Self) -> i32 {
        other.0 - self.0
    }

    /// Which month of its year it is, 1 to 12.
    pub(crate) const fn number(self) -> i32 {
        self.0.rem_euclid(12) + 1
    }

    /// Its first day.
    pub(crate) fn first(self) -> Option<Date> {
        let (year, month) = (self.0.div_euclid(12), self.number());
        Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.div_euclid(12), self.number())
    }
}

impl FromStr for Month {
    type Err = WrongMonth;

    fn from_str(text: &str) -> Result<Self, WrongMonth> {
        format!("{text}-01").parse().map(Self::of).map_err(|_wrong| WrongMonth)
    }
}

impl web::FieldError for WrongMonth {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("date_unknown", Vec::new())
    }
}

impl Filter {
    /// The values that stand in an address.
    pub(crate) const NAMES: [&'static str; 5] = ["goal", "partner", "status", "detail", "from"];

    /// Reads them, and the mark `after` of the table.
    pub(crate) fn read(input: &mut Input) -> (Self, Option<ItemId>) {
        let filter = Self {
            goal: input.optional("goal"),
            partner: input.optional("partner"),
            status: input.optional("status"),
            detail: input.optional("detail"),
            from: input.optional("from"),
        };
        (filter, input.optional("after"))
    }

    /// Whether anything must hold.
    pub(crate) const fn narrows(&self) -> bool {
        self.goal.is_some() || self.partner.is_some() || self.status.is_some()
    }

    /// The first month of the picture: that of the quarter before today's, if nothing else is said.
    pub(crate) fn first_month(&self, today: Date) -> Month {
        self.from.unwrap_or_else(|| Month::of(today).quarter().later(-3)).quarter()
    }

    /// The work that it shows, below the goals in their order: each once, below the first goal that
    /// it serves. What was given up is left out.
    pub(crate) fn find<'a>(&self, road: &'a Road) -> Vec<Group<'a>> {
        let outline = &road.outline;
        let mut seen = BTreeSet::new();
        let mut groups = Vec::new();
        for goal in outline.of(Layer::Goal).filter(|goal| goal.is_open()) {
            let below = outline.below(goal.id);
            let work = outline.of(Layer::Strategy).filter(|work| below.contains(&work.id));
            let work: Vec<&Item> = work.filter(|work| seen.insert(work.id)).collect();
            groups.push(Group { goal: Some(goal), work });
        }
        if let Some(wanted) = self.goal {
            // Work that serves several goals shows below whichever is asked for.
            let below = outline.below(wanted);
            let work = outline.of(Layer::Strategy).filter(|work| below.contains(&work.id));
            groups = vec![Group { goal: outline.get(wanted), work: work.collect() }];
        } else {
            let loose = outline.of(Layer::Strategy).filter(|work| !seen.contains(&work.id));
            groups.push(Group { goal: None, work: loose.collect() });
        }
        for group in &mut groups {
            group.work.retain(|work| self.shows(road, work));
        }
        groups.retain(|group| !group.work.is_empty());
        groups
    }

    fn shows(&self, road: &Road, work: &Item) -> bool {
        let stands = || road.outline.standing(work, road.place.today).status();
        work.state != State::Dropped
            && self.partner.is_none_or(|partner| {
                work.aim.owner == partner
                    || road
                        .roles
                        .iter()
                        .any(|role| role.item == work.id && role.organization == partner)
            })
            && self.status.is_none_or(|status| stands() == status)
    }

    /// The milestones of some work that it shows: in the order of their days.
    pub(crate) fn milestones<'a>(&self, road: &'a Road, work: &Item) -> Vec<&'a Item> {
        if self.detail != Some(Detail::Milestones) {
            return Vec::new();
        }
        let below = road.outline.under(work.id);
        let mut below: Vec<&Item> = below.filter(|item| item.state != State::Dropped).collect();
        below.sort_by_key(|item| (item.span.due, item.place));
        below
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_count_across_years_and_quarters() {
        let month: Month = "2026-05".parse().unwrap();
        assert_eq!(month.quarter().to_string(), "2026-04");
        assert_eq!(month.later(-5).to_string(), "2025-12");
        assert_eq!(month.until("2027-06".parse().unwrap()), 13);
        assert_eq!(month.first(), Date::new(2026, 5, 1));
        assert!("2026-13".parse::<Month>().is_err() && "soon".parse::<Month>().is_err());
    }

    #[test]
    fn the_picture_begins_a_quarter_before_today() {
        let today = Date::new(2026, 5, 12).unwrap();
        assert_eq!(Filter::default().first_month(today).to_string(), "2026-01");
        let asked = Filter { from: "2027-02".parse().ok(), ..Filter::default() };
        assert_eq!(asked.first_month(today).to_string(), "2027-01");
    }
}

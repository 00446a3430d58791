//! From a rule to its times: step by step, each step's days, each day's times of day.
//!
//! What the rule says of months, weeks and days limits the days of a step; where it says nothing of
//! days, the start does. Hours, minutes and seconds below the step are expanded, those above limit.
//!
//! Three readings that the text of the RFC leaves open, as libical has them: a rule by weeks of the
//! year steps through the years whose weeks these are; its first is that of the first day, from the
//! start on, that falls on one of its weekdays; and yearly days of the month without months are
//! those of the start's month.

use std::collections::{BTreeSet, VecDeque};

use super::{DAY, End, Every, Grain, Rule, Wall, days};

/// No rule goes beyond this year.
const LAST_YEAR: i64 = 9998;

/// The times of a rule, the first one first.
#[derive(Debug, Clone)]
pub struct Times {
    rule: Rule,
    start: Wall,
    grain: Grain,
    /// The number of the next step.
    step: i64,
    ready: VecDeque<Wall>,
    given: u32,
    over: bool,
}

/// Some days in a row that a step is made of, and the times of day in it.
struct Step {
    days: std::ops::Range<i64>,
    /// Weeks are counted from here, when the rule counts them.
    week_year: Option<i64>,
    seconds: Vec<i64>,
}

impl Iterator for Times {
    type Item = Wall;

    fn next(&mut self) -> Option<Wall> {
        if let End::Count(count) = self.rule.end
            && self.given >= count
        {
            return None;
        }
        let mut empty = 0;
        while self.ready.is_empty() {
            if self.over || empty > most_empty(self.rule.every) {
                return None;
            }
            self.fill();
            empty += 1;
        }
        let next = self.ready.pop_front()?;
        if self.is_past(next) {
            self.over = true;
            self.ready.clear();
            return None;
        }
        self.given = self.given.saturating_add(1);
        Some(next)
    }
}

impl Times {
    pub(super) fn new(mut rule: Rule, start: Wall, grain: Grain) -> Self {
        let mut start = start;
        if grain == Grain::Days {
            rule.hours.clear();
            rule.minutes.clear();
            rule.seconds.clear();
            start = Wall::of(start.day(), 0);
        }
        let mut times =
            Self { rule, start, grain, step: 0, ready: VecDeque::new(), given: 0, over: false };
        times.over = times.rule.interval == 0;
        times
    }

    fn is_past(&self, time: Wall) -> bool {
        match self.rule.end {
            End::Never | End::Count(_) => false,
            End::Until(until) if until.whole_day => time.day() > until.at.day(),
            End::Until(until) => time > until.at,
        }
    }

    /// Makes the times of the next step.
    fn fill(&mut self) {
        let step = self.step;
        self.step += 1;
        let Some(step) = self.step_at(step) else {
            self.over = true;
            return;
        };
        if self.is_past(Wall::of(step.days.start, step.seconds.first().copied().unwrap_or(0))) {
            self.over = true;
            return;
        }
        let fits = |day: &i64| self.fits(*day, step.week_year);
        let days: Vec<i64> = step.days.clone().filter(fits).collect();
        let times =
            days.iter().flat_map(|day| step.seconds.iter().map(|second| Wall::of(*day, *second)));
        let times: Vec<Wall> = if self.rule.positions.is_empty() {
            times.collect()
        } else {
            chosen(&times.collect::<Vec<_>>(), &self.rule.positions)
        };
        self.ready = times.into_iter().filter(|time| *time >= self.start).collect();
    }

    /// The days and times of day of a step; nothing beyond the calendar.
    fn step_at(&self, number: i64) -> Option<Step> {
        let many = number.checked_mul(i64::from(self.rule.interval))?;
        let start = self.start.day();
        let (year, month, _) = days::date(start);
        let week_start = self.rule.week_start.number();
        let (days, week_year) = match self.rule.every {
            Every::Year if !self.rule.weeks.is_empty() => {
                let year = self.first_week_year() + many;
                let first = days::first_week(year, week_start);
                (first..days::first_week(year + 1, week_start), Some(year))
            }
            Every::Year => {
                let year = i64::from(year) + many;
                (days::first_of_year(year)..days::first_of_year(year + 1), None)
            }
            Every::Month => {
                let months = i64::from(year) * 12 + i64::from(month) - 1 + many;
                let first = |months: i64| {
                    days::first_of_month(months.div_euclid(12), months.rem_euclid(12) + 1)
                };
                (first(months)..first(months + 1), None)
            }
            Every::Week => {
                let first = days::week_of(start, week_start) + many * 7;
                (first..first + 7, None)
            }
            Every::Day => (start + many..start + many + 1, None),
            Every::Hour | Every::Minute | Every::Second => return self.step_in_day(many),
        };
        if i64::from(days::date(days.start).0) > LAST_YEAR {
            return None;
        }
        Some(Step { days, week_year, seconds: self.seconds_of_day() })
    }

    /// A step that is shorter than a day.
    fn step_in_day(&self, many: i64) -> Option<Step> {
        let (length, of_start) = match self.rule.every {
            Every::Hour => (3_600, self.start.seconds.rem_euclid(3_600)),
            Every::Minute => (60, self.start.seconds.rem_euclid(60)),
            Every::Second | Every::Day | Every::Week | Every::Month | Every::Year => (1, 0),
        };
        let at = (self.start.seconds - of_start).checked_add(many.checked_mul(length)?)?;
        let (day, second) = (at.div_euclid(DAY), at.rem_euclid(DAY));
        if i64::from(days::date(day).0) > LAST_YEAR {
            return None;
        }
        let (hour, minute) = (second / 3_600, second / 60 % 60);
        let allows = |list: &[i16], value: i64| {
            list.is_empty() || list.iter().any(|one| i64::from(*one) == value)
        };
        let fits = allows(&self.rule.hours, hour)
            && (length == 3_600 || allows(&self.rule.minutes, minute))
            && (length != 1 || allows(&self.rule.seconds, second % 60));
        let minutes = if length == 3_600 {
            given_or(&self.rule.minutes, self.start.seconds / 60 % 60)
        } else {
            vec![minute]
        };
        let seconds = if length == 1 {
            vec![second % 60]
        } else {
            given_or(&self.rule.seconds, self.start.seconds % 60)
        };
        let all = minutes.iter().flat_map(|minute| {
            seconds.iter().map(move |second| hour * 3_600 + minute * 60 + second)
        });
        let seconds = if fits { sorted(all) } else { Vec::new() };
        Some(Step { days: day..day + 1, week_year: None, seconds })
    }

    /// The times of day of a step of a day or more.
    fn seconds_of_day(&self) -> Vec<i64> {
        if self.grain == Grain::Days {
            return vec![0];
        }
        let start = self.start.seconds.rem_euclid(DAY);
        let hours = given_or(&self.rule.hours, start / 3_600);
        let minutes = given_or(&self.rule.minutes, start / 60 % 60);
        let seconds = given_or(&self.rule.seconds, start % 60);
        sorted(hours.iter().flat_map(|hour| {
            let seconds = &seconds;
            minutes.iter().flat_map(move |minute| {
                seconds.iter().map(move |second| hour * 3_600 + minute * 60 + second)
            })
        }))
    }

    /// The year whose weeks the first step has.
    fn first_week_year(&self) -> i64 {
        let start = self.start.day();
        let on = |day: &i64| {
            let weekdays = &self.rule.weekdays;
            let weekday = days::weekday(*day);
            weekdays.is_empty() || weekdays.iter().any(|(_, one)| one.number() == weekday)
        };
        let first = (start..start + 7).find(on).unwrap_or(start);
        days::week_year(first, self.rule.week_start.number())
    }

    /// Whether a day is one of those that the rule names.
    fn fits(&self, day: i64, week_year: Option<i64>) -> bool {
        let rule = &self.rule;
        let (year, month, of_month) = days::date(day);
        let (year, month, of_month) = (i64::from(year), i64::from(month), i64::from(of_month));
        let year_first = days::first_of_year(year);
        let year_length = days::first_of_year(year + 1) - year_first;
        let month_first = day - of_month + 1;
        let month_length = next_month(year, month) - month_first;
        let week = week_year.map_or(0, |year| {
            let first = days::first_week(year, rule.week_start.number());
            (day - first) / 7 + 1
        });
        let weeks = week_year.map_or(0, |year| {
            let start = rule.week_start.number();
            (days::first_week(year + 1, start) - days::first_week(year, start)) / 7
        });
        names(&rule.months, month, 12)
            && names(&rule.weeks, week, weeks)
            && names(&rule.year_days, day - year_first + 1, year_length)
            && names(&rule.month_days, of_month, month_length)
            && self.on_weekday(day, (year_first, year_length), (month_first, month_length))
            && self.as_the_start(day, month, of_month)
    }

    /// Whether the day's place in the week is one that the rule names.
    fn on_weekday(&self, day: i64, year: (i64, i64), month: (i64, i64)) -> bool {
        let rule = &self.rule;
        // A number counts within the month where there is one, and has no meaning within weeks.
        let span = match rule.every {
            Every::Year if !rule.weeks.is_empty() => None,
            Every::Year if rule.months.is_empty() => Some(year),
            Every::Month | Every::Year => Some(month),
            Every::Second | Every::Minute | Every::Hour | Every::Day | Every::Week => None,
        };
        let named = |(number, weekday): &(i16, super::Weekday)| {
            let same = days::weekday(day) == weekday.number();
            let counted = span.filter(|_| *number != 0).is_none_or(|(first, length)| {
                let from_start = (day - first) / 7 + 1;
                let from_end = (first + length - 1 - day) / 7 + 1;
                i64::from(*number) == from_start || i64::from(*number) == -from_end
            });
            same && counted
        };
        rule.weekdays.is_empty() || rule.weekdays.iter().any(named)
    }

    /// Whether the day is like the start in what the rule says nothing of.
    fn as_the_start(&self, day: i64, month: i64, of_month: i64) -> bool {
        let rule = &self.rule;
        let (_, start_month, start_day) = days::date(self.start.day());
        let (start_month, start_day) = (i64::from(start_month), i64::from(start_day));
        let no_days = rule.month_days.is_empty() && rule.weekdays.is_empty();
        let same_weekday = days::weekday(day) == days::weekday(self.start.day());
        match rule.every {
            Every::Week => !rule.weekdays.is_empty() || same_weekday,
            Every::Month => !no_days || !rule.year_days.is_empty() || of_month == start_day,
            Every::Year if !rule.weeks.is_empty() => {
                !no_days || !rule.year_days.is_empty() || same_weekday
            }
            Every::Year if !rule.year_days.is_empty() || !rule.weekdays.is_empty() => true,
            Every::Year => {
                (!rule.months.is_empty() || month == start_month)
                    && (!rule.month_days.is_empty() || of_month == start_day)
            }
            Every::Second | Every::Minute | Every::Hour | Every::Day => true,
        }
    }
}

/// How many steps in a row may be empty before a rule counts as one that makes no more times. Days
/// and their weekdays come again after 400 years; shorter steps are looked at for some years.
const fn most_empty(every: Every) -> u32 {
    match every {
        Every::Year => 400,
        Every::Month => 4_800,
        Every::Week => 20_871,
        Every::Day => 146_097,
        Every::Hour | Every::Minute | Every::Second => 200_000,
    }
}

fn next_month(year: i64, month: i64) -> i64 {
    if month == 12 { days::first_of_year(year + 1) } else { days::first_of_month(year, month + 1) }
}

/// Whether a list names a place among so many, from the front or from the end.
fn names(list: &[i16], place: i64, of: i64) -> bool {
    let named = |one: &i16| {
        let one = i64::from(*one);
        one == place || (one < 0 && of + one + 1 == place)
    };
    list.is_empty() || list.iter().any(named)
}

fn given_or(list: &[i16], otherwise: i64) -> Vec<i64> {
    if list.is_empty() { vec![otherwise] } else { list.iter().map(|one| i64::from(*one)).collect() }
}

fn sorted(times: impl Iterator<Item = i64>) -> Vec<i64> {
    times.collect::<BTreeSet<i64>>().into_iter().collect()
}

/// The times at some places, from the front or from the end, in their order.
fn chosen(times: &[Wall], positions: &[i16]) -> Vec<Wall> {
    let at = |position: &i16| {
        let place = usize::from(position.unsigned_abs());
        let place =
            if *position > 0 { place.checked_sub(1) } else { times.len().checked_sub(place) };
        place.and_then(|place| times.get(place)).copied()
    };
    positions.iter().filter_map(at).collect::<BTreeSet<Wall>>().into_iter().collect()
}

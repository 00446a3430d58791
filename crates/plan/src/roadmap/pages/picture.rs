//! The picture of the roadmap: months as columns, work as bars, milestones as marks. Where a thing
//! stands is said by classes alone: the content security policy allows no inline style.

use base::Date;
use web::Shell;

use crate::{
    goal::{Item, ItemId, Standing, words},
    responsibility::{Duty, StateName},
    roadmap::{
        Schedule,
        find::{Filter, Group, MONTHS, Month},
        queries::Road,
    },
    words::Status,
};

/// What the picture shows.
pub(super) struct Picture {
    /// Its quarters: name, first column, whether today lies in it.
    pub quarters: Vec<(String, i32, bool)>,
    /// Its months: a letter or two, and the column.
    pub months: Vec<(String, i32)>,
    pub groups: Vec<Lane>,
    /// Today: column and tenth of the month; nothing when it lies outside.
    pub today: Option<(i32, i64)>,
    pub note: String,
    /// How many bars and marks there are.
    pub count: usize,
}

/// The work below one goal.
pub(super) struct Lane {
    pub title: String,
    pub href: Option<String>,
    pub mark: Option<Status>,
    pub lines: Vec<Line>,
}

/// One bar or mark.
pub(super) struct Line {
    pub title: String,
    pub href: String,
    /// `bar` for work, `mark` for a milestone.
    pub shape: &'static str,
    /// The class of its color: `ok`, `risk`, `off`, `done`, `idle`.
    pub kind: &'static str,
    pub column: i32,
    pub width: i32,
    /// The tenth of the month in which a milestone lies.
    pub tenth: i64,
    /// Who leads with whom; the day of a milestone.
    pub text: String,
    /// "At risk. Decides when it all ends."
    pub said: String,
    pub critical: bool,
    /// The dates first agreed, when they were others: column and width.
    pub first: Option<(i32, i32)>,
}

/// Draws the picture.
pub(super) fn picture(
    shell: &Shell,
    road: &Road,
    filter: &Filter,
    (groups, schedule): (&[Group<'_>], &Schedule),
) -> Picture {
    let today = road.place.today;
    let from = filter.first_month(today);
    let critical = schedule.critical();
    let draw = Draw { shell, road, from, critical: &|id| critical.contains(&id) };
    let lane = |group: &Group<'_>| {
        let mut lines = Vec::new();
        for work in &group.work {
            lines.extend(draw.bar(work));
            lines
                .extend(filter.milestones(road, work).into_iter().filter_map(|one| draw.mark(one)));
        }
        draw.lane(group, lines)
    };
    let lanes: Vec<Lane> = groups.iter().map(lane).filter(|lane| !lane.lines.is_empty()).collect();
    let quarter = |number: i32| {
        let first = from.later(number * 3);
        let month = |at: Month| at.first().map(|day| shell.month(day)).unwrap_or_default();
        let name = shell.t2(
            "roadmap-quarter",
            "from",
            short_month(shell, first),
            "to",
            month(first.later(2)),
        );
        (name, 2 + number * 3, Month::of(today).quarter() == first)
    };
    Picture {
        quarters: (0..MONTHS / 3).map(quarter).collect(),
        months: (0..MONTHS).map(|at| (short_month(shell, from.later(at)), 2 + at)).collect(),
        today: draw.column(Month::of(today)).map(|column| (column, tenth(today))),
        note: shell.t1("roadmap-note", "date", shell.date(today)),
        count: lanes.iter().map(|lane| lane.lines.len()).sum(),
        groups: lanes,
    }
}

/// "Jan": the month without its year.
fn short_month(shell: &Shell, month: Month) -> String {
    shell.t(&format!("roadmap-month-{}", month.number())).into_owned()
}

/// The tenth of its month in which a day lies, 0 to 9.
fn tenth(day: Date) -> i64 {
    (i64::from(day.day()) - 1) * 10 / 31
}

/// What all bars are drawn with.
struct Draw<'a> {
    shell: &'a Shell,
    road: &'a Road,
    from: Month,
    critical: &'a dyn Fn(ItemId) -> bool,
}

impl Draw<'_> {
    fn lane(&self, group: &Group<'_>, lines: Vec<Line>) -> Lane {
        let slug = &self.road.place.slug;
        let standing =
            group.goal.map(|goal| self.road.outline.standing(goal, self.road.place.today));
        Lane {
            title: match group.goal {
                Some(goal) => goal.aim.title.to_string(),
                None => self.shell.t("goals-loose").into_owned(),
            },
            href: group.goal.map(|goal| self.shell.href(&format!("/p/{slug}/goals/{}", goal.id))),
            mark: group
                .goal
                .zip(standing.as_ref())
                .map(|(goal, standing)| words::mark(self.shell, goal, standing)),
            lines,
        }
    }

    fn bar(&self, work: &Item) -> Option<Line> {
        let due = work.closed_on.or(work.span.due)?;
        let starts = work.span.starts.unwrap_or(due);
        let (column, width) = self.stretch(starts, due)?;
        let standing = self.road.outline.standing(work, self.road.place.today);
        let first = work.first.starts.zip(work.first.due);
        let first = first
            .filter(|first| Some(first.0) != work.span.starts || Some(first.1) != work.span.due);
        Some(Line {
            shape: "bar",
            text: self.who(work),
            first: first.and_then(|(starts, due)| self.stretch(starts, due)),
            width,
            tenth: 0,
            ..self.line(work, &standing, column)
        })
    }

    fn mark(&self, milestone: &Item) -> Option<Line> {
        let day = milestone.closed_on.or(milestone.span.due)?;
        let column = self.column(Month::of(day))?;
        let standing = self.road.outline.standing(milestone, self.road.place.today);
        let first = milestone.first.due.filter(|first| Some(*first) != milestone.span.due);
        Some(Line {
            shape: "mark",
            text: self.shell.short_date(day),
            first: first.and_then(|first| Some((self.column(Month::of(first))?, 1))),
            width: 1,
            tenth: tenth(day),
            ..self.line(milestone, &standing, column)
        })
    }

    fn line(&self, item: &Item, standing: &Standing, column: i32) -> Line {
        let mark = words::mark(self.shell, item, standing);
        let critical = (self.critical)(item.id);
        let decides =
            if critical { self.shell.t("roadmap-critical") } else { std::borrow::Cow::default() };
        Line {
            title: item.aim.title.to_string(),
            href: self.shell.href(&format!("/p/{}/goals/{}", self.road.place.slug, item.id)),
            shape: "",
            kind: mark.kind,
            column,
            width: 1,
            tenth: 0,
            text: String::new(),
            said: format!("{}: {}. {decides}", item.aim.title, mark.text).trim().to_owned(),
            critical,
            first: None,
        }
    }

    /// "RHA with CRO, HH": who leads, and who helps.
    fn who(&self, work: &Item) -> String {
        let names = &self.road.names.directory;
        let with = |duty: Duty| {
            let roles = self.road.roles.iter().filter(move |role| {
                role.item == work.id
                    && role.duty == duty
                    && role.state().name() == StateName::Accepted
            });
            let mut short: Vec<&str> =
                roles.map(|role| names.short_name(role.organization)).collect();
            short.dedup();
            short.join(", ")
        };
        let leads = match with(Duty::Lead) {
            leads if leads.is_empty() => names.short_name(work.aim.owner).to_owned(),
            leads => leads,
        };
        match with(Duty::Support) {
            helps if helps.is_empty() => leads,
            helps => self.shell.t2("roadmap-with", "leads", leads, "helps", helps),
        }
    }

    /// The column of a month, when the picture shows it.
    fn column(&self, month: Month) -> Option<i32> {
        let at = self.from.until(month);
        (0..MONTHS).contains(&at).then_some(at + 2)
    }

    /// The first column of some days and how many months they take, as far as the picture shows them.
    fn stretch(&self, starts: Date, ends: Date) -> Option<(i32, i32)> {
        let first = self.from.until(Month::of(starts));
        let last = self.from.until(Month::of(ends));
        if last < 0 || first >= MONTHS || last < first {
            return None;
        }
        let (first, last) = (first.max(0), last.min(MONTHS - 1));
        Some((first + 2, last - first + 1))
    }
}

//! Dates and times as each language writes them.

use base::{Clock, Date, Instant, Language};

use super::Shell;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MESES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DIAS: [&str; 7] = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
const SHORT_DIAS: [&str; 7] = ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"];

/// A date or a reference to one, as templates hand them over.
pub trait ToDate {
    /// The date.
    fn to_date(&self) -> Date;
}

impl ToDate for Date {
    fn to_date(&self) -> Date {
        *self
    }
}

impl<T: ToDate + ?Sized> ToDate for &T {
    fn to_date(&self) -> Date {
        (**self).to_date()
    }
}

/// An instant or a reference to one, as templates hand them over.
pub trait ToInstant {
    /// The instant.
    fn to_instant(&self) -> Instant;
}

impl ToInstant for Instant {
    fn to_instant(&self) -> Instant {
        *self
    }
}

impl<T: ToInstant + ?Sized> ToInstant for &T {
    fn to_instant(&self) -> Instant {
        (**self).to_instant()
    }
}

impl Shell {
    /// "May 12, 2026", "12 de mayo de 2026".
    #[must_use]
    pub fn date(&self, date: impl ToDate) -> String {
        let date = date.to_date();
        let (day, year) = (date.day(), date.year());
        match self.language() {
            Language::English => format!("{} {day}, {year}", month(&MONTHS, date)),
            Language::Spanish => format!("{day} de {} de {year}", month(&MESES, date)),
        }
    }

    /// "Tue, May 12", "mar, 12 de mayo"; with the year when it is not this one.
    #[must_use]
    pub fn short_date(&self, date: impl ToDate) -> String {
        let date = date.to_date();
        let day = date.day().to_string();
        let year = |joint: &str| match date.year() {
            year if year == self.today().year() => String::new(),
            year => [joint, &year.to_string()].concat(),
        };
        // A list shows a hundred: joined, which is half the work of formatting.
        match self.language() {
            Language::English => {
                let short = |name: &'static str| name.get(..3).unwrap_or(name);
                let (weekday, month) = (weekday(&DAYS, date), month(&MONTHS, date));
                [short(weekday), ", ", short(month), " ", &day, &year(", ")].concat()
            }
            Language::Spanish => {
                let (weekday, month) = (weekday(&SHORT_DIAS, date), month(&MESES, date));
                [weekday, ", ", &day, " de ", month, &year(" de ")].concat()
            }
        }
    }

    /// "Tuesday, May 12, 2026", "martes, 12 de mayo de 2026".
    #[must_use]
    pub fn long_date(&self, date: impl ToDate) -> String {
        let date = date.to_date();
        let name = match self.language() {
            Language::English => weekday(&DAYS, date),
            Language::Spanish => weekday(&DIAS, date),
        };
        format!("{name}, {}", self.date(date))
    }

    /// "May 2026", "mayo de 2026".
    #[must_use]
    pub fn month(&self, date: impl ToDate) -> String {
        let date = date.to_date();
        match self.language() {
            Language::English => format!("{} {}", month(&MONTHS, date), date.year()),
            Language::Spanish => format!("{} de {}", month(&MESES, date), date.year()),
        }
    }

    /// How far a due date is: "in 2 days", "today", "4 days late".
    #[must_use]
    pub fn due(&self, date: impl ToDate) -> String {
        let days = self.today().days_until(date.to_date());
        match days {
            0 => self.t("shell-due-today").into_owned(),
            1 => self.t("shell-due-tomorrow").into_owned(),
            2.. => self.t1("shell-due-in", "days", days),
            _ => self.t1("shell-due-late", "days", -days),
        }
    }

    /// "2:10 pm", where the page belongs.
    #[must_use]
    pub fn time(&self, at: impl ToInstant) -> String {
        let (hour, minute) = at.to_instant().clock_in(self.zone());
        clock(hour, minute)
    }

    /// "9:00 am": a time on a wall, in whichever zone.
    #[must_use]
    pub fn clock(&self, time: Clock) -> String {
        clock(time.hour(), time.minute())
    }

    /// "May 12, 2026, 2:10 pm", where the page belongs.
    #[must_use]
    pub fn when(&self, at: impl ToInstant) -> String {
        let at = at.to_instant();
        format!("{}, {}", self.date(at.date_in(self.zone())), self.time(at))
    }

    /// The calendar date of an instant, where the page belongs.
    #[must_use]
    pub fn day_of(&self, at: impl ToInstant) -> Date {
        at.to_instant().date_in(self.zone())
    }

    /// How long ago: "12 minutes ago", "Today at 7:00 am", "Yesterday at 4:41 pm", or the date.
    #[must_use]
    pub fn ago(&self, at: impl ToInstant) -> String {
        let at = at.to_instant();
        let seconds = self.visit.now.seconds_since(at);
        let date = at.date_in(self.zone());
        match (seconds, date.days_until(self.today())) {
            (0..60, _) => self.t("shell-ago-now").into_owned(),
            (60..3600, _) => self.t1("shell-ago-minutes", "minutes", seconds / 60),
            (3600.., 0) => self.t1("shell-ago-today", "time", self.time(at)),
            (3600.., 1) => self.t1("shell-ago-yesterday", "time", self.time(at)),
            _ => self.t2("shell-ago-date", "date", self.short_date(date), "time", self.time(at)),
        }
    }
}

fn clock(hour: i8, minute: i8) -> String {
    let half = if hour < 12 { "am" } else { "pm" };
    let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
    format!("{hour}:{minute:02} {half}")
}

fn month(names: &[&'static str; 12], date: Date) -> &'static str {
    name(names, date.month() - 1)
}

fn weekday(names: &[&'static str; 7], date: Date) -> &'static str {
    name(names, date.weekday())
}

/// The name at a place that the calendar promises to be there.
fn name(names: &[&'static str], at: i8) -> &'static str {
    usize::try_from(at).ok().and_then(|at| names.get(at)).copied().unwrap_or_default()
}

//! What is told at the end.

use std::{collections::BTreeMap, io::Write as _, time::Duration};

use crate::{
    FEW, MANY,
    pages::{Figures, Page},
};

const START: Duration = Duration::from_millis(300);
const SLOWEST: Duration = Duration::from_millis(10);
const MEMORY: u64 = 60 << 20;
const BINARY: u64 = 60 << 20;
/// A hundred times the rows may cost this many times as much.
const FLAT: f64 = 1.3;

/// Collects figures and judges them.
#[derive(Default)]
pub(crate) struct Report {
    hello: Duration,
    queries: BTreeMap<(&'static str, u64), Duration>,
    lists: BTreeMap<(&'static str, u64, Page), Duration>,
    missed: Vec<String>,
}

impl Report {
    pub(crate) fn binary(&mut self, bytes: u64) {
        self.limit("the program", bytes, BINARY, &format!("{} MB", bytes >> 20));
    }

    pub(crate) fn hello(&mut self, figures: Figures) {
        self.hello = figures.cpu;
        say("");
        say(
            "                                                     CPU     p50     p99 all p99  pages/s    KB  ×hello  ×query",
        );
        say(&line("the HTTP stack alone", &figures, ""));
    }

    pub(crate) fn idle(&mut self, place: &str, start: Duration, memory: u64) {
        say("");
        let text = format!("{} ms", start.as_millis());
        self.limit(&format!("{place}: start to the first page"), start, START, &text);
        let text = format!("{} MB", memory >> 20);
        self.limit(&format!("{place}: memory when idle"), memory, MEMORY, &text);
    }

    pub(crate) fn query(&mut self, place: &'static str, size: u64, cpu: Duration) {
        self.queries.insert((place, size), cpu);
        let what = format!("{place}, {size}: the list's query alone");
        say(&format!("{what:<50} {:>6.3}ms", milliseconds(cpu)));
    }

    pub(crate) fn page(&mut self, place: &'static str, size: u64, page: Page, figures: Figures) {
        let what = format!("{place}, {size}: {}", page.name());
        let query = self.queries.get(&(place, size)).copied().unwrap_or_default();
        let ratios = format!(
            "{:>7.1} {:>7.1}",
            figures.cpu.as_secs_f64() / self.hello.as_secs_f64(),
            figures.cpu.as_secs_f64() / query.as_secs_f64()
        );
        let mut verdicts = Vec::new();
        if let Some(budget) = page.budget() {
            verdicts.push((figures.cpu < budget, format!("CPU < {} ms", milliseconds(budget))));
        }
        if page.is_quick() {
            verdicts.push((figures.slowest_of_100 < SLOWEST, "p99 < 10 ms".to_owned()));
        }
        self.lists.insert((place, size, page), figures.cpu);
        if let Some(few) = self.lists.get(&(place, FEW, page)).filter(|_| size == MANY) {
            let times = figures.cpu.as_secs_f64() / few.as_secs_f64();
            verdicts.push((times < FLAT, format!("{times:.2} times that of {FEW}")));
        }
        let told: Vec<String> =
            verdicts.iter().map(|(good, what)| format!("{} {what}", pass(*good))).collect();
        let missed = verdicts.iter().filter(|(good, _)| !good);
        self.missed.extend(missed.map(|(_, missed)| format!("{what}: {missed}")));
        say(&line(&what, &figures, &format!("{ratios}  {}", told.join(", "))));
    }

    fn limit<T: PartialOrd + Copy>(&mut self, what: &str, value: T, limit: T, text: &str) {
        let good = value < limit;
        if !good {
            self.missed.push(format!("{what}: {text}"));
        }
        say(&format!("{what:<50} {text:>8}  {}", pass(good)));
    }

    /// Says what was missed; whether nothing was.
    pub(crate) fn verdict(&self) -> bool {
        say("");
        for missed in &self.missed {
            say(&format!("FAIL {missed}"));
        }
        if self.missed.is_empty() {
            say("PASS: everything is within its budget");
        }
        self.missed.is_empty()
    }
}

fn line(what: &str, figures: &Figures, rest: &str) -> String {
    format!(
        "{what:<50} {:>6.3}ms {:>5.1}ms {:>5.1}ms {:>5.1}ms {:>8.0} {:>5} {rest}",
        milliseconds(figures.cpu),
        milliseconds(figures.median),
        milliseconds(figures.slowest_of_100),
        milliseconds(figures.slowest_of_all),
        figures.rate,
        figures.bytes >> 10
    )
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

const fn pass(good: bool) -> &'static str {
    if good { "PASS" } else { "FAIL" }
}

/// Writes a line; that nobody may read it is no reason to stop.
pub(crate) fn say(line: &str) {
    drop(writeln!(std::io::stdout().lock(), "{line}"));
}

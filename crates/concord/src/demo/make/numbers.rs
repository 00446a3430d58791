//! Defines the measures of the invented county, lets their values become known one after the
//! other, and imports the real ones.

use base::Instant;
use measures::{
    Baseline, Correction, Definition, Entry, Target, Tell, Telling,
    import::{self, Mode, Options, Source},
};
use standards::{Finality, Frequency, Layout, Period};

use super::{Happening, Maker, What, parsed};
use crate::{demo::content::Measure, failure::Failure};

const DAY: i64 = 86_400;

/// The Continuum of Care whose real counts stand beside the invented ones.
const REAL_PLACE: &str = "wa-504";
const REAL_SOURCE: &str = "HUD Point-in-Time count (real, not Riverbend)";
const REAL_FILE: &[u8] =
    include_bytes!("../../../../../third_party/data/hud-pit-by-coc-2011-2018.csv");
/// Of the 80 counts in HUD's file, the ones that a visitor looks for first.
const REAL_COUNTS: [&str; 8] = [
    "overall_homeless",
    "sheltered_total_homeless",
    "unsheltered_homeless",
    "homeless_individuals",
    "homeless_people_in_families",
    "chronically_homeless",
    "homeless_veterans",
    "homeless_unaccompanied_youth_under_25",
];

impl Maker<'_> {
    /// When measures are defined and their values become known.
    pub(super) fn measured(&self) -> Vec<Happening> {
        let mut all = Vec::new();
        for (measure, written) in self.content.measures.iter().enumerate() {
            let Some(place) = self.content.partnerships.iter().find(|one| one.key == written.place)
            else {
                continue;
            };
            let begun = self.founding(place.months).plus_seconds(11 * DAY);
            all.push(Happening { at: begun, what: What::Define { measure } });
            for value in 0..written.values.len() {
                let Some(period) = self.period(written, value) else { continue };
                // Entered in the second week after the period; what was before us, on the first day.
                let known = period.end().plus_days(9).start_in(&self.today.zone);
                let at = known.plus_seconds(DAY / 2).max(begun.plus_seconds(3_600));
                if at < self.today.now {
                    all.push(Happening { at, what: What::Observe { measure, value } });
                }
                let at = at.plus_seconds(30 * DAY);
                if is_provisional(written, value) && at < self.today.now {
                    all.push(Happening { at, what: What::Settle { measure, value } });
                }
            }
        }
        all
    }

    pub(super) async fn define(&mut self, measure: usize, at: Instant) -> Result<(), Failure> {
        let Some(written) = self.content.measures.get(measure) else { return Ok(()) };
        let first = self.period(written, 0).zip(written.values.first());
        let quarter = Period::around(Frequency::Quarter, self.today.date());
        let target = |target: &crate::demo::content::Target| {
            let by = quarter?.later(target.quarters - 1)?.end();
            Some(Target { by, value: target.value })
        };
        let definition = Definition {
            title: parsed(&written.title)?,
            code: parsed(&crate::demo::content::code(&written.title))?,
            place: None,
            kind: parsed(&written.kind)?,
            unit: parsed(&written.unit)?,
            direction: parsed(&written.direction)?,
            frequency: parsed(&written.every)?,
            about: Some(parsed(&format!("{}.", written.numerator))?),
            numerator: (written.unit == "percent")
                .then(|| parsed(&written.numerator))
                .transpose()?,
            denominator: written.denominator.as_deref().map(parsed).transpose()?,
            source: Some(parsed(&written.source)?),
            limits: written.limits.as_deref().map(parsed).transpose()?,
            organization: Some(self.organization(&written.owner)?),
            keeper: Some(self.person_id(&written.keeper)?),
            due_days: Some(15),
            small_count: 11,
            baseline: first.map(|(period, value)| Baseline { period, value: *value }),
            targets: written.targets.iter().filter_map(target).collect(),
        };
        let cx = self.person_in(&written.keeper, &written.place, at)?;
        let defined = measures::define(&cx, definition)
            .await
            .map_err(Failure::because(format!("the measure `{}`", written.title)))?;
        self.measured.insert(measure, defined.slug);
        Ok(())
    }

    pub(super) async fn observe(
        &self,
        measure: usize,
        value: usize,
        at: Instant,
    ) -> Result<(), Failure> {
        let Some((written, slug)) = self.written_measure(measure) else { return Ok(()) };
        let finality =
            if is_provisional(written, value) { Finality::First } else { Finality::Final };
        let Some(entry) = self.entry(written, value, finality)? else { return Ok(()) };
        let cx = self.person_in(&written.keeper, &written.place, at)?;
        let entered = measures::enter(&cx, slug, entry).await;
        entered.map_err(Failure::because(format!("a number of `{}`", written.title)))?;
        if value + 1 == written.values.len() { tell(&cx, slug, written).await } else { Ok(()) }
    }

    /// A month later the first count is final.
    pub(super) async fn settle(
        &self,
        measure: usize,
        value: usize,
        at: Instant,
    ) -> Result<(), Failure> {
        let Some((written, slug)) = self.written_measure(measure) else { return Ok(()) };
        let Some(entry) = self.entry(written, value, Finality::Final)? else { return Ok(()) };
        let correction = Correction {
            slug: slug.to_owned(),
            entry,
            why: parsed("Late forms are in; the count is final.")?,
            seen: None,
        };
        let cx = self.person_in(&written.keeper, &written.place, at)?;
        let corrected = measures::correct(&cx, correction).await;
        corrected.map(drop).map_err(Failure::because(format!("a number of `{}`", written.title)))
    }

    /// Takes the real counts of one Continuum of Care from HUD's file, as an operator would.
    pub(super) async fn import_real_counts(&self, at: Instant) -> Result<(), Failure> {
        let source = Source {
            name: "hud-pit-by-coc-2011-2018.csv".to_owned(),
            bytes: some_columns(&String::from_utf8_lossy(REAL_FILE)).into_bytes(),
        };
        let options = Options {
            only: vec![REAL_PLACE.to_owned()],
            source: Some(parsed(REAL_SOURCE)?),
            ..Options::of(Layout::HudPit)
        };
        let cx = self.person_in("grace", "riverbend", at)?;
        let report = import::run(&cx, &source, &options, Mode::Write)
            .await
            .map_err(Failure::because("HUD's counts"))?;
        match report.refused.first() {
            None if report.added > 0 => Ok(()),
            None => Err(Failure::Failed("HUD's file held no counts".to_owned())),
            Some(problem) => Err(Failure::Failed(format!("HUD's counts: {}", problem.message))),
        }
    }

    fn written_measure(&self, measure: usize) -> Option<(&Measure, &str)> {
        Some((self.content.measures.get(measure)?, self.measured.get(&measure)?))
    }

    /// The period of a value, counted from the oldest: the newest is the last whole one.
    fn period(&self, written: &Measure, value: usize) -> Option<Period> {
        let frequency: Frequency = written.every.parse().ok()?;
        let back = written.values.len().checked_sub(value)? - 1;
        let steps = i32::try_from(back).ok()?.checked_mul(written.step)?;
        let current = Period::around(frequency, self.today.date())?;
        current.later(-1)?.later(-steps)
    }

    fn entry(
        &self,
        written: &Measure,
        value: usize,
        finality: Finality,
    ) -> Result<Option<Entry>, Failure> {
        let Some((period, number)) = self.period(written, value).zip(written.values.get(value))
        else {
            return Ok(None);
        };
        let count = written.counts.get(value).copied();
        let denominator = count.map(whole);
        let back = written.values.len() - 1 - value;
        let note = written.notes.iter().find(|note| note.back == back);
        // A first count lacks the late forms.
        let (number, denominator) = match finality {
            Finality::First => (number + 1.0, denominator.map(|of| (of * 0.96).round())),
            Finality::Final => (*number, denominator),
        };
        let numerator = denominator
            .filter(|_| written.unit == "percent")
            .map(|count| (number * count / 100.0).round());
        // A percentage is what its counts say, and not the rounded number that was written here.
        let exact =
            numerator.zip(denominator).map(|(part, of)| (part * 1_000.0 / of).round() / 10.0);
        Ok(Some(Entry {
            period,
            value: exact.unwrap_or(number),
            numerator,
            denominator,
            finality,
            source: None,
            note: note.map(|note| parsed(&note.text)).transpose()?,
        }))
    }
}

/// Whether a value was first entered before all forms were in: the last one, and every third.
fn is_provisional(written: &Measure, value: usize) -> bool {
    let back = written.values.len().saturating_sub(value + 1);
    back == 0 || back % 3 == 2
}

/// A count as a number.
fn whole(count: i64) -> f64 {
    i32::try_from(count).map_or(f64::from(i32::MAX), f64::from)
}

/// With the last number comes the story behind the curve.
async fn tell(cx: &store::Cx, slug: &str, written: &Measure) -> Result<(), Failure> {
    let lines = |points: &[String]| {
        if points.is_empty() { Ok(None) } else { parsed(&points.join("\n")).map(Some) }
    };
    let telling = Telling {
        helps: lines(&written.helps)?,
        slows: lines(&written.slows)?,
        next_steps: lines(&written.next)?,
    };
    if telling == Telling::default() {
        return Ok(());
    }
    let told = measures::tell(cx, Tell { slug: slug.to_owned(), telling, seen: None }).await;
    told.map(drop).map_err(Failure::because(format!("the story of `{}`", written.title)))
}

/// The file with the first columns, which name the place, and those of some counts.
fn some_columns(text: &str) -> String {
    let mut lines = text.lines();
    let header = lines.next().unwrap_or_default();
    let wanted = |name: &str| {
        let count = name.rsplit_once('_').map_or("", |(count, _year)| count);
        name.starts_with("coc_") || name == "state_code" || REAL_COUNTS.contains(&count)
    };
    let kept: Vec<bool> = cells(header).iter().map(|name| wanted(name)).collect();
    let shorter = |line: &str| {
        let cells = cells(line);
        let some = cells.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(cell, _)| *cell);
        some.collect::<Vec<_>>().join(",")
    };
    // Only its own row: a reader of the demo's import should see what was read.
    let own = lines.filter(|line| line.starts_with(REAL_PLACE));
    std::iter::once(header).chain(own).map(shorter).collect::<Vec<_>>().join("\n")
}

/// The cells of a line, their quotes kept.
fn cells(line: &str) -> Vec<&str> {
    let mut quoted = false;
    line.split(|sign| {
        if sign == '"' {
            quoted = !quoted;
        }
        sign == ',' && !quoted
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_real_counts_are_there_with_every_year() {
        let text = some_columns(&String::from_utf8_lossy(REAL_FILE));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2);
        assert_eq!(cells(lines[0]).len(), cells(lines[1]).len());
        for year in 2011..=2018 {
            assert!(lines[0].contains(&format!("overall_homeless_{year}")), "{year}");
        }
    }

    #[test]
    fn a_comma_in_quotes_ends_no_cell() {
        assert_eq!(cells("a,\"b, c\",d"), ["a", "\"b, c\"", "d"]);
    }
}

//! What a file would change: its series against the measures that are there. No I/O.

use std::collections::{HashMap, HashSet};

use base::{Date, Instant, OrganizationId, Reason, Revision, Title};
use standards::{Finality, Period, Point, Series, Unit, place_key};

use crate::{
    Definition, Entry, Measure, MeasureId, Observation, Place, State, Status, Summary, serving,
    slug,
};

/// The measures that are there, as far as the file may touch them.
#[derive(Debug, Default)]
pub(crate) struct Present {
    /// The measures.
    pub(crate) measures: Vec<Measure>,
    /// Their numbers, the earliest first.
    pub(crate) numbers: HashMap<MeasureId, Vec<Observation>>,
    /// Numbers as they were when they were taken back.
    pub(crate) withdrawn: HashMap<(MeasureId, Period), Observation>,
    /// Every address of the partnership.
    pub(crate) slugs: HashSet<String>,
}

/// What is the same for all of a file.
pub(crate) struct Terms<'a> {
    /// Whether titles are wanted in Spanish where the layout has them.
    pub(crate) spanish: bool,
    /// Where the numbers come from.
    pub(crate) source: Option<Title>,
    /// Who answers for new measures.
    pub(crate) organization: Option<OrganizationId>,
    /// What new measures count, in words.
    pub(crate) about: Option<Reason>,
    /// Below what counts of new measures are not shown.
    pub(crate) small_count: u32,
    /// Why numbers are corrected.
    pub(crate) why: Option<Reason>,
    /// Who takes the file.
    pub(crate) by: &'a str,
    /// When.
    pub(crate) now: Instant,
    /// The day of that instant.
    pub(crate) today: Date,
    /// Whether measures of an organization may be kept by who takes the file.
    pub(crate) may_keep: &'a dyn Fn(Option<OrganizationId>) -> bool,
}

/// Why a series cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Another organization answers for the measure.
    NotYours,
    /// The measure is counted for periods of another length.
    FrequencyDiffers,
    /// The measure counts something else.
    UnitDiffers,
    /// The measure is out of use.
    OutOfUse,
    /// A name or code is longer than what is kept.
    NameTooLong,
}

impl Refusal {
    /// Its stable word.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::NotYours => "not_yours",
            Self::FrequencyDiffers => "frequency_differs",
            Self::UnitDiffers => "unit_differs",
            Self::OutOfUse => "out_of_use",
            Self::NameTooLong => "name_too_long",
        }
    }
}

/// What the file would change.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// Measures to be made.
    pub(crate) made: Vec<Measure>,
    /// Measures that are there and come to stand otherwise.
    pub(crate) touched: Vec<Measure>,
    /// What those say of themselves to the plan.
    pub(crate) readings: Vec<plan::goal::Reading>,
    /// Numbers to be entered.
    pub(crate) entered: Vec<(MeasureId, Observation)>,
    /// Numbers to be corrected.
    pub(crate) corrected: Vec<(MeasureId, Observation)>,
    /// How many numbers stay as they are.
    pub(crate) unchanged: u64,
    /// Series that cannot be taken: why, the measure, and the row of the first number.
    pub(crate) refused: Vec<(Refusal, String, u64)>,
    /// Numbers that were taken back, and are not taken again: the measure, the period and the row.
    pub(crate) withdrawn: Vec<(String, Period, u64)>,
    /// How the counters change.
    pub(crate) counts: HashMap<Status, i64>,
}

/// Compares the series of a file with what is there.
pub(crate) fn reconcile(
    series: &[Series],
    present: Present,
    terms: &Terms<'_>,
    mut new_id: impl FnMut() -> MeasureId,
) -> Outcome {
    let mut outcome = Outcome::default();
    let Present { measures, mut numbers, withdrawn, mut slugs } = present;
    let names = place_names(&measures, series);
    let mut by_code: HashMap<(String, String), Measure> =
        measures.into_iter().map(|measure| (key_of(&measure.definition), measure)).collect();
    for one in series {
        let place = one.place.as_ref().map_or_else(String::new, |place| place_key(&place.code));
        let row = one.points.values().next().map_or(0, |point| point.row);
        let known = by_code.remove(&(one.code.to_lowercase(), place.clone()));
        let is_new = known.is_none();
        let measure = match known {
            Some(measure) => accept(measure, one, terms),
            None => defined(one, names.get(&place).cloned(), terms).map(|definition| Measure {
                id: new_id(),
                slug: address(one, &mut slugs),
                summary: Summary::of(&definition, &[], terms.today),
                definition,
                state: State::Active,
                since: terms.now,
                revision: Revision::FIRST,
            }),
        };
        match measure {
            Ok(measure) => {
                let before = numbers.remove(&measure.id).unwrap_or_default();
                outcome.merge((measure, is_new), (before, &withdrawn), one, terms);
            }
            Err(refusal) => outcome.refused.push((refusal, one.names.english.clone(), row)),
        }
    }
    outcome
}

impl Outcome {
    fn merge(
        &mut self,
        (mut measure, is_new): (Measure, bool),
        (mut numbers, withdrawn): (Vec<Observation>, &HashMap<(MeasureId, Period), Observation>),
        series: &Series,
        terms: &Terms<'_>,
    ) {
        let before = measure.summary.status;
        let mut changed = false;
        for (&period, point) in &series.points {
            match numbers.binary_search_by_key(&period, |one| one.period) {
                Ok(at) => {
                    let Some(number) = numbers.get_mut(at) else { continue };
                    if let Some(corrected) = corrected(number, point, terms) {
                        *number = corrected.clone();
                        self.corrected.push((measure.id, corrected));
                        changed = true;
                    } else {
                        self.unchanged += 1;
                    }
                }
                Err(at) => {
                    let was = withdrawn.get(&(measure.id, period));
                    if was.is_some_and(|was| corrected(was, point, terms).is_none()) {
                        self.withdrawn.push((series.names.english.clone(), period, point.row));
                        self.unchanged += 1;
                        continue;
                    }
                    let entry = Entry {
                        period,
                        value: point.value,
                        numerator: point.numerator,
                        denominator: point.denominator,
                        finality: point.finality.unwrap_or(Finality::Final),
                        source: terms.source.clone(),
                        note: note(point),
                    };
                    // One that was taken back goes on after its withdrawal.
                    let revision = was.map_or(0, |was| was.revision + 2);
                    let entered =
                        Observation { revision, ..Observation::first(entry, terms.by, terms.now) };
                    numbers.insert(at, entered.clone());
                    self.entered.push((measure.id, entered));
                    changed = true;
                }
            }
        }
        if !changed {
            return;
        }
        measure.summary = Summary::of(&measure.definition, &numbers, terms.today);
        if !is_new {
            *self.counts.entry(before).or_default() -= 1;
        }
        *self.counts.entry(measure.summary.status).or_default() += 1;
        if is_new {
            self.made.push(measure);
        } else {
            self.readings.push(serving::reading(&measure, &numbers));
            self.touched.push(measure);
        }
    }
}

/// The correction that a point makes; nothing when it says the same. What the file does not say
/// stays as it is, and where a number came from is no difference by itself.
fn corrected(number: &Observation, point: &Point, terms: &Terms<'_>) -> Option<Observation> {
    let entry = Entry {
        period: number.period,
        value: point.value,
        numerator: point.numerator.or(number.numerator),
        denominator: point.denominator.or(number.denominator),
        finality: point.finality.unwrap_or(number.finality),
        source: number.source.clone(),
        note: note(point).or_else(|| number.note.clone()),
    };
    if number.says(&entry) {
        return None;
    }
    let source = terms.source.clone().or_else(|| number.source.clone());
    number.revised(Entry { source, ..entry }, terms.why.clone(), terms.by, terms.now).ok()
}

fn note(point: &Point) -> Option<Reason> {
    point.note.as_ref().and_then(|note| note.parse().ok())
}

/// Checks that the numbers of a series belong to a measure that is there.
fn accept(measure: Measure, series: &Series, terms: &Terms<'_>) -> Result<Measure, Refusal> {
    let definition = &measure.definition;
    if !(terms.may_keep)(definition.organization) {
        return Err(Refusal::NotYours);
    }
    if measure.state != State::Active {
        return Err(Refusal::OutOfUse);
    }
    if definition.frequency != series.frequency() {
        return Err(Refusal::FrequencyDiffers);
    }
    if series.unit.is_some_and(|unit| unit != definition.unit) {
        return Err(Refusal::UnitDiffers);
    }
    Ok(measure)
}

/// The definition of a measure that a series makes.
fn defined(
    series: &Series,
    place_name: Option<String>,
    terms: &Terms<'_>,
) -> Result<Definition, Refusal> {
    if !(terms.may_keep)(terms.organization) {
        return Err(Refusal::NotYours);
    }
    let title = match &series.names.spanish {
        Some(spanish) if terms.spanish => spanish,
        Some(_) | None => &series.names.english,
    };
    let too_long = |_wrong: base::TextError| Refusal::NameTooLong;
    let place = match &series.place {
        None => None,
        Some(place) => {
            let name = place.name.clone().or(place_name);
            let name = name.map(|name| name.parse()).transpose().map_err(too_long)?;
            Some(Place { code: place.code.parse().map_err(too_long)?, name })
        }
    };
    Ok(Definition {
        title: title.parse().map_err(too_long)?,
        code: series.code.parse().map_err(too_long)?,
        place,
        kind: series.kind,
        unit: series.unit.unwrap_or(Unit::Number),
        direction: series.direction,
        frequency: series.frequency(),
        about: terms.about.clone(),
        numerator: None,
        denominator: None,
        source: terms.source.clone(),
        limits: None,
        organization: terms.organization,
        keeper: None,
        due_days: None,
        small_count: terms.small_count,
        baseline: None,
        targets: Vec::new(),
    })
}

/// The names of places, from the measures that are there and from the file itself: some files have
/// only codes.
fn place_names(measures: &[Measure], series: &[Series]) -> HashMap<String, String> {
    let known = measures.iter().filter_map(|measure| {
        let place = measure.definition.place.as_ref()?;
        Some((place_key(place.code.as_str()), place.name.as_ref()?.to_string()))
    });
    let told = series.iter().filter_map(|series| {
        let place = series.place.as_ref()?;
        Some((place_key(&place.code), place.name.clone()?))
    });
    known.chain(told).collect()
}

fn key_of(definition: &Definition) -> (String, String) {
    let place = definition.place.as_ref().map_or("", |place| place.code.as_str());
    (definition.code.as_str().to_lowercase(), place_key(place))
}

fn address(series: &Series, slugs: &mut HashSet<String>) -> String {
    let place = series.place.as_ref().map_or("", |place| place.code.as_str());
    let wanted = slug::of(&format!("{} {place}", series.code));
    let slug = slug::free(&wanted, |slug| slugs.contains(slug));
    slugs.insert(slug.clone());
    slug
}

#[cfg(test)]
mod tests;

//! `concord import`: numbers from files as published, and plans.

use std::{fs, path::PathBuf};

use base::{Actor, Title};
use measures::import::{self, Mode, Options, Source, Whole};
use plan::roadmap::import as plans;
use standards::Layout;
use store::Cx;
use web::{ImportProblem, ImportReport};

use crate::{
    arguments::{ImportMeasures, ImportRoadmap},
    configuration::Configuration,
    failure::{Failure, told},
    installation,
    out::{self, say, tell},
};

/// How many problems are printed; the report file has them all.
const PRINTED: usize = 20;

/// Takes the files one after the other; each whole or not at all, unless told otherwise.
pub(super) async fn measures(
    configuration: &Configuration,
    given: &ImportMeasures,
) -> Result<(), Failure> {
    let options = options(given)?;
    let files = read(&given.paths)?;
    let cx = operator(configuration, &given.partnership).await?;
    let mode = if given.dry_run { Mode::DryRun } else { Mode::Write };
    let mut whole = ImportReport::default();
    for (number, (name, bytes)) in files.iter().enumerate() {
        tell!("file {} of {}: {name} …", number + 1, files.len());
        let source = Source { name: name.clone(), bytes: bytes.clone() };
        let report = import::run(&cx, &source, &options, mode).await;
        whole.add(report.map_err(|error| refused(name, &given.partnership, &error))?);
    }
    finish(
        &whole,
        Shown { of: "numbers", dry_run: given.dry_run, json: given.json },
        given.report.as_ref(),
    )
}

/// Takes the plan of each file, whole or not at all.
pub(super) async fn roadmap(
    configuration: &Configuration,
    given: &ImportRoadmap,
) -> Result<(), Failure> {
    let from: Option<Title> = optional("--source", given.source.as_deref())?;
    let files = read(&given.paths)?;
    let cx = operator(configuration, &given.partnership).await?;
    let mode = if given.dry_run { plans::Mode::DryRun } else { plans::Mode::Write };
    let mut whole = ImportReport::default();
    for (number, (name, bytes)) in files.into_iter().enumerate() {
        tell!("file {} of {}: {name} …", number + 1, given.paths.len());
        let source = plans::Source { name, bytes, from: from.clone() };
        let report = plans::run(&cx, &source, mode).await;
        whole.add(report.map_err(|error| refused(&source.name, &given.partnership, &error))?);
    }
    finish(
        &whole,
        Shown { of: "items", dry_run: given.dry_run, json: given.json },
        given.report.as_ref(),
    )
}

/// The operator in a partnership.
async fn operator(configuration: &Configuration, partnership: &str) -> Result<Cx, Failure> {
    let store = installation::open_ready(configuration).await?;
    let now = store.clock().now();
    Ok(Cx::new(store, Actor::System("operator"), now).in_partnership(partnership))
}

/// A partnership that is not there is a wrong argument, and nothing was taken.
fn refused(name: &str, partnership: &str, error: &dyn std::error::Error) -> Failure {
    Failure::Unusable(format!("`{name}` can't be taken into `{partnership}`: {}", told(error)))
}

/// How a report is shown.
#[derive(Clone, Copy)]
struct Shown {
    /// What a file holds.
    of: &'static str,
    dry_run: bool,
    json: bool,
}

/// Shows the report, keeps it in a file, and ends as it says.
fn finish(whole: &ImportReport, shown: Shown, file: Option<&PathBuf>) -> Result<(), Failure> {
    if let Some(path) = file {
        let text = serde_json::to_string_pretty(whole)
            .map_err(Failure::because("the report can't be written"))?;
        fs::write(path, text + "\n").map_err(Failure::because(format!("`{}`", path.display())))?;
    }
    if shown.json {
        out::json(whole)?;
    } else {
        print(whole, shown)?;
    }
    match whole.exit_code() {
        0 => Ok(()),
        1 => Err(Failure::Told),
        _ => Err(Failure::ToldUnusable),
    }
}

/// The files with their names, before anything is taken.
fn read(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let read = |path: &PathBuf| {
        let bytes = fs::read(path).map_err(|error| {
            Failure::Unusable(format!("the file `{}` can't be read: {error}", path.display()))
        })?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Ok((name, bytes))
    };
    paths.iter().map(read).collect()
}

fn options(given: &ImportMeasures) -> Result<Options, Failure> {
    let mut options = Options::of(argument::<Layout>("--layout", &given.layout)?);
    options.only.clone_from(&given.only);
    options.source = optional("--source", given.source.as_deref())?;
    options.measure = optional("--measure", given.measure.as_deref())?;
    options.unit = optional("--unit", given.unit.as_deref())?;
    options.kind = optional("--kind", given.kind.as_deref())?;
    options.direction = optional("--direction", given.direction.as_deref())?;
    options.period = optional("--period", given.period.as_deref())?;
    options.prefix.clone_from(&given.prefix);
    for pair in &given.map {
        let (part, column) = pair.split_once('=').ok_or_else(|| {
            Failure::Unusable(format!("--map can't be `{pair}`: expected FIELD=COLUMN"))
        })?;
        options.columns.insert(argument("--map", part)?, column.to_owned());
    }
    if given.take_the_rest {
        options.whole = Whole::TakeTheRest;
    }
    Ok(options)
}

fn optional<T>(name: &str, text: Option<&str>) -> Result<Option<T>, Failure>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    text.map(|text| argument(name, text)).transpose()
}

fn argument<T>(name: &str, text: &str) -> Result<T, Failure>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|error| Failure::Unusable(format!("{name} can't be `{text}`: {error}")))
}

fn print(report: &ImportReport, shown: Shown) -> Result<(), Failure> {
    for (word, problems) in [("refused", &report.refused), ("note", &report.warnings)] {
        for problem in problems.iter().take(PRINTED) {
            say!("{word}: {}", line(problem))?;
        }
        if let Some(more) = problems.len().checked_sub(PRINTED).filter(|more| *more > 0) {
            say!("{word}: {more} more; --report FILE writes all of them down")?;
        }
    }
    let ImportReport { rows_read, added, revised, unchanged, .. } = report;
    let tense = if shown.dry_run { "would be " } else { "" };
    let of = shown.of;
    say!(
        "{rows_read} rows read: {added} {of} {tense}added, {revised} {tense}revised, \
         {unchanged} unchanged, {} refused",
        report.refused.len()
    )?;
    Ok(())
}

/// `pit.csv, row 12, column overall_homeless_2018, "n/a": expected a number`
fn line(problem: &ImportProblem) -> String {
    let mut place = problem.file.clone();
    if let Some(row) = problem.row {
        place = format!("{place}, row {row}");
    }
    if let Some(column) = &problem.column {
        place = format!("{place}, column {column}");
    }
    if let Some(value) = &problem.value {
        place = format!("{place}, \"{value}\"");
    }
    format!("{place}: {}", problem.message)
}

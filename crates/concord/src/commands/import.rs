//! `concord import measures`: numbers from files as published.

use std::{fs, path::Path};

use base::Actor;
use measures::import::{self, Mode, Options, Problem, Report, Source, Whole};
use standards::Layout;
use store::Cx;

use crate::{
    arguments::ImportMeasures,
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
    let files = given.paths.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    let store = installation::open_ready(configuration).await?;
    let cx = Cx::new(store.clone(), Actor::System("operator"), store.clock().now());
    let cx = cx.in_partnership(&given.partnership);
    let mode = if given.dry_run { Mode::DryRun } else { Mode::Write };
    let mut whole = Report::default();
    for (number, file) in files.iter().enumerate() {
        tell!("file {} of {}: {} …", number + 1, files.len(), file.name);
        let report = import::run(&cx, file, &options, mode).await.map_err(|error| {
            // A partnership that is not there is a wrong argument, and nothing was taken.
            Failure::Unusable(format!(
                "`{}` can't be taken into `{}`: {}",
                file.name,
                given.partnership,
                told(&error)
            ))
        })?;
        add(&mut whole, report);
    }
    if let Some(path) = &given.report {
        let text = serde_json::to_string_pretty(&whole)
            .map_err(Failure::because("the report can't be written"))?;
        fs::write(path, text + "\n").map_err(Failure::because(format!("`{}`", path.display())))?;
    }
    if given.json {
        out::json(&whole)?;
    } else {
        print(&whole, given.dry_run)?;
    }
    match whole.exit_code() {
        0 => Ok(()),
        1 => Err(Failure::Told),
        _ => Err(Failure::ToldUnusable),
    }
}

fn read(path: &Path) -> Result<Source, Failure> {
    let bytes = fs::read(path).map_err(|error| {
        Failure::Unusable(format!("the file `{}` can't be read: {error}", path.display()))
    })?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    Ok(Source { name, bytes })
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

fn add(whole: &mut Report, one: Report) {
    whole.files.extend(one.files);
    whole.rows_read += one.rows_read;
    whole.added += one.added;
    whole.revised += one.revised;
    whole.unchanged += one.unchanged;
    whole.refused.extend(one.refused);
    whole.warnings.extend(one.warnings);
}

fn print(report: &Report, dry_run: bool) -> Result<(), Failure> {
    for (word, problems) in [("refused", &report.refused), ("note", &report.warnings)] {
        for problem in problems.iter().take(PRINTED) {
            say!("{word}: {}", line(problem))?;
        }
        if let Some(more) = problems.len().checked_sub(PRINTED).filter(|more| *more > 0) {
            say!("{word}: {more} more; --report FILE writes all of them down")?;
        }
    }
    let Report { rows_read, added, revised, unchanged, .. } = report;
    let tense = if dry_run { "would be " } else { "" };
    say!(
        "{rows_read} rows read: {added} numbers {tense}added, {revised} {tense}revised, \
         {unchanged} unchanged, {} refused",
        report.refused.len()
    )?;
    Ok(())
}

/// `pit.csv, row 12, column overall_homeless_2018, "n/a": expected a number`
fn line(problem: &Problem) -> String {
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

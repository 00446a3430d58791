//! Taking a file: what the command line, the page and the API all call.

use std::sync::Arc;

use base::{Id as _, Language, PersonId};
use partnership::Directory;
use standards::Findings;
use store::{Cx, Place, Tx, WriteTx};
use web::{Arg, Catalog, ImportProblem, ImportReport, Section, Shell};

use super::{
    Mode, Source,
    events::RoadmapImported,
    reconcile::{Change, Outcome, Present, reconcile},
    sheet::{self, Sheet, Wrong},
};
use crate::{
    Error, access,
    goal::{ActName, Item, Outline, Step, commands::MOST, store as rows},
    roadmap::{Dependency, store as waits},
};

/// Takes the plan of a file, and says what came of it. A file that changes nothing leaves no trace;
/// of one that is wrong in part nothing is taken.
///
/// # Errors
/// When the caller may not, or the database fails; what is wrong with the file is in the report.
pub async fn run(cx: &Cx, source: &Source, mode: Mode) -> Result<ImportReport, Error> {
    let cx = &speaking(cx)?;
    let sheet = sheet::read(&source.bytes);
    match mode {
        Mode::DryRun => {
            let tx = cx.read(access::LOOK_AT_PLANS).await?;
            Ok(compare(cx, &tx, source, &sheet).await?.0)
        }
        Mode::Write => {
            let mut tx = cx.write(access::IMPORT_PLAN).await?;
            let (report, outcome, outline) = compare(cx, &tx, source, &sheet).await?;
            if report.added + report.revised == 0 {
                return Ok(report);
            }
            for change in &outcome.changes {
                write(cx, &mut tx, change, (&outline, source)).await?;
            }
            tx.commit(&RoadmapImported::of(&source.name, &report)).await?;
            Ok(report)
        }
    }
}

/// What the file would change, and the report of that.
async fn compare(
    cx: &Cx,
    tx: &Tx,
    source: &Source,
    sheet: &Sheet,
) -> Result<(ImportReport, Outcome, Outline), Error> {
    let place = tx.place()?;
    let outline = rows::outline(tx).await?;
    let dependencies = waits::all(tx).await?;
    let directory = partnership::directory(tx).await?;
    let outcome = compared(cx, sheet, (&place, &outline, &dependencies, &directory));
    let shell = Shell::new(cx, Some(&place), "roadmap-import", Section::Plan);
    let mut report = ImportReport {
        files: vec![source.name.clone()],
        rows_read: sheet.rows_read,
        ..ImportReport::default()
    };
    tell(&mut report, &shell, source, (sheet, &outcome));
    if !report.refused.is_empty() {
        return Ok((report, Outcome::default(), outline));
    }
    let count = |new: bool| {
        let changes = outcome.changes.iter().filter(|change| change.before.is_none() == new);
        u64::try_from(changes.count()).unwrap_or(u64::MAX)
    };
    (report.added, report.revised, report.unchanged) =
        (count(true), count(false), outcome.unchanged);
    Ok((report, outcome, outline))
}

fn compared(
    cx: &Cx,
    sheet: &Sheet,
    (place, outline, dependencies, directory): (&Place, &Outline, &[Dependency], &Directory),
) -> Outcome {
    let may = |owner| place.standing.system || access::plans_for(&place.standing, owner).is_some();
    let present = Present {
        outline,
        dependencies,
        directory,
        may: &may,
        today: place.today,
        most: usize::try_from(MOST).unwrap_or(usize::MAX),
    };
    reconcile(&sheet.rows, &present, || cx.new_id())
}

/// Everything that is wrong with a file, in words.
fn tell(
    report: &mut ImportReport,
    shell: &Shell,
    source: &Source,
    (sheet, outcome): (&Sheet, &Outcome),
) {
    let Findings { refused, warnings } = &sheet.findings;
    let told = |finding: &standards::Finding| {
        let args: Vec<(&str, Arg<'_>)> =
            finding.args.iter().map(|(name, text)| (*name, Arg::from(text))).collect();
        let key = format!("roadmap-found-{}", finding.code).replace('_', "-");
        ImportProblem {
            file: source.name.clone(),
            row: finding.row,
            column: finding.column.clone(),
            value: finding.value.clone(),
            code: finding.code.to_string(),
            message: shell.tn(&key, &args),
        }
    };
    report.refused.extend(refused.iter().map(told));
    report.warnings.extend(warnings.iter().map(told));
    let wrong = |one: &Wrong| ImportProblem {
        file: source.name.clone(),
        row: Some(one.row),
        column: Some(one.column.to_owned()),
        value: Some(one.value.clone()).filter(|value| !value.is_empty()),
        code: one.refusal.code().to_owned(),
        message: shell.error(one.refusal.code(), &[]),
    };
    report.refused.extend(sheet.refused.iter().chain(&outcome.refused).map(wrong));
    report.refused.sort_by_key(|problem| problem.row);
    if !sheet.left_out.is_empty() && sheet.findings.refused.is_empty() {
        let args =
            [("count", sheet.left_out.len().into()), ("columns", sheet.left_out.join(", ").into())];
        report.warnings.push(ImportProblem {
            file: source.name.clone(),
            row: Some(1),
            column: None,
            value: None,
            code: standards::Code::ColumnsLeftOut.to_string(),
            message: shell.tn("roadmap-found-columns-left-out", &args),
        });
    }
}

/// Writes what becomes of one item, with a step for each thing that was done with it.
async fn write(
    cx: &Cx,
    tx: &mut WriteTx,
    change: &Change,
    (outline, source): (&Outline, &Source),
) -> Result<(), Error> {
    let Change { item, before, link, unlink, wait, wait_not } = change;
    let on = tx.place()?.today;
    let person = cx.actor().person().map_or_else(|| PersonId::from_bits(0), |one| one.person);
    let step = |act: ActName| Step {
        number: 0,
        act,
        at: cx.now(),
        on,
        person,
        organization: item.aim.owner,
        words: Some(source.from.as_ref().map_or_else(|| source.name.clone(), ToString::to_string)),
        about: None,
        from: None,
        to: None,
    };
    let mut steps = Vec::new();
    match before {
        None => {
            rows::insert(tx, item).await?;
            steps.push(step(ActName::Added));
        }
        Some(before) => {
            rows::save(tx, &mut item.clone()).await?;
            if before.aim != item.aim {
                steps.push(step(ActName::Changed));
            }
            if before.span != item.span {
                steps.push(step(ActName::Moved).moved(before.span, item.span));
            }
        }
    }
    let name = |id| outline.get(id).map(|item: &Item| item.aim.title.to_string());
    for upper in link {
        rows::link(tx, item.id, *upper).await?;
        steps.push(Step { about: name(*upper), ..step(ActName::Linked) });
    }
    for upper in unlink {
        rows::unlink(tx, item.id, *upper).await?;
        steps.push(Step { about: name(*upper), ..step(ActName::Unlinked) });
    }
    for one in wait {
        waits::wait(tx, *one).await?;
        steps.push(Step { about: name(one.before), ..step(ActName::Waits) });
    }
    for one in wait_not {
        waits::wait_not(tx, *one, item.id).await?;
        steps.push(Step { about: name(*one), ..step(ActName::WaitsNot) });
    }
    if before.is_none() {
        // That it came with its links and waits is one thing.
        steps.truncate(1);
    }
    for step in &steps {
        rows::add_step(tx, item.id, step).await?;
    }
    Ok(())
}

/// The context with a catalog: a command has no server that keeps one.
fn speaking(cx: &Cx) -> Result<Cx, Error> {
    if cx.extension::<Catalog>().is_some() {
        return Ok(cx.clone());
    }
    let [english, spanish] = crate::CONTEXT.catalogs;
    let sources = [(Language::English, english), (Language::Spanish, spanish)];
    Ok(cx.clone().with(Arc::new(Catalog::new(&sources)?)))
}

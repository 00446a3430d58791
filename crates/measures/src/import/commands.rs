//! Files that people send: sent, looked at, taken by a job or dropped.

use std::sync::Arc;

use ::store::{Cx, Page, Place, Written};
use web::ImportReport;

use super::{
    ImportId, Mode, Options, Source, events,
    run::{is_theirs, run, sha256, take},
    store::{self, Import, ImportState},
};
use crate::{Error, access, import::jobs::TakeFile};

/// How long a file that nobody came back to is kept, in seconds.
const KEPT_SECONDS: i64 = 7 * 86_400;

/// How many files one page of the list shows.
const PAGE: usize = 25;

/// Keeps a file that a person sent until they say that it should be taken.
///
/// # Errors
/// When the caller may not.
pub(crate) async fn send(cx: &Cx, source: Source, options: Options) -> Result<Import, Error> {
    let mut tx = cx.write(access::IMPORT).await?;
    let import = Import {
        id: cx.new_id(),
        state: ImportState::Draft,
        file: source.name,
        sha256: sha256(&source.bytes),
        options,
        person: cx.actor().person().map(|person| person.person),
        at: cx.now(),
        done_at: None,
        report: None,
    };
    store::insert(&mut tx, &import, source.bytes).await?;
    let event = events::FileSent { import: import.id.to_string(), file: import.file.clone() };
    tx.commit(&event).await?;
    Ok(import)
}

/// A file that was sent, with what would come of it while it waits for an answer.
#[derive(Debug)]
pub(crate) struct Seen {
    /// The partnership, and what the reader is in it.
    pub place: Arc<Place>,
    /// The file.
    pub import: Import,
    /// The file's start, and what would come of it, while it is a draft.
    pub draft: Option<Draft>,
}

/// A file that waits for an answer.
#[derive(Debug)]
pub(crate) struct Draft {
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its first rows.
    pub rows: Vec<Vec<String>>,
    /// What would come of it.
    pub report: ImportReport,
}

/// A file that was sent; with other options than it was sent with, when some are given.
///
/// # Errors
/// When there is none, or it is another person's.
pub(crate) async fn look(cx: &Cx, id: ImportId, options: Option<Options>) -> Result<Seen, Error> {
    let tx = cx.read(access::IMPORTS).await?;
    let (place, mut import) = (tx.place()?, store::load(&tx, id).await?);
    if !is_theirs(&import, &place, cx.actor().person().map(|person| person.person)) {
        return Err(Error::ImportMissing { id });
    }
    if import.state != ImportState::Draft {
        return Ok(Seen { place, import, draft: None });
    }
    if let Some(options) = options {
        import.options = options;
    }
    let bytes = store::content(&tx, id).await?;
    drop(tx);
    let mut findings = standards::Findings::default();
    let table = standards::table::Table::read(&bytes, &mut findings);
    let columns: Vec<String> = table.names().map(str::to_owned).collect();
    let shown = columns.len();
    let rows = table.rows().iter().take(5);
    let rows = rows.map(|row| (0..shown).map(|at| row.cell(at).to_owned()).collect()).collect();
    let source = Source { name: import.file.clone(), bytes };
    let report = run(cx, &source, &import.options, Mode::DryRun).await?;
    Ok(Seen { place, import, draft: Some(Draft { columns, rows, report }) })
}

/// Says that a file should be taken in this way.
///
/// # Errors
/// When it is no draft any more, or another person's.
pub(crate) async fn start(cx: &Cx, id: ImportId, options: &Options) -> Result<(), Error> {
    let mut tx = cx.write(access::IMPORT).await?;
    let (place, import) = (tx.place()?, store::load(&tx, id).await?);
    if !is_theirs(&import, &place, cx.actor().person().map(|person| person.person)) {
        return Err(Error::ImportMissing { id });
    }
    store::begin(&mut tx, id, options).await?;
    tx.enqueue(&TakeFile { import: id }).await?;
    let event = events::ImportStarted { import: id.to_string(), file: import.file };
    tx.commit(&event).await?;
    Ok(())
}

/// Drops a file before it is taken.
///
/// # Errors
/// When it is no draft any more, or another person's.
pub(crate) async fn forget(cx: &Cx, id: ImportId) -> Result<(), Error> {
    let mut tx = cx.write(access::IMPORT).await?;
    let (place, import) = (tx.place()?, store::load(&tx, id).await?);
    if !is_theirs(&import, &place, cx.actor().person().map(|person| person.person)) {
        return Err(Error::ImportMissing { id });
    }
    store::finish(&mut tx, id, ImportState::Dropped, cx.now(), None).await?;
    tx.commit(&events::FileDropped { import: id.to_string() }).await?;
    Ok(())
}

/// The files that were sent, the newest first: all of them for coordinators, one's own for others.
///
/// # Errors
/// When the caller may not, or the mark of the page is not ours.
pub(crate) async fn sent(
    cx: &Cx,
    after: Option<&str>,
) -> Result<(Arc<Place>, Page<Import>), Error> {
    let tx = cx.read(access::IMPORTS).await?;
    let place = tx.place()?;
    let mut page = store::list(&tx, after, PAGE).await?;
    let person = cx.actor().person().map(|person| person.person);
    page.items.retain(|import| is_theirs(import, &place, person));
    Ok((place, page))
}

/// Does what [`start`] asked for.
pub(crate) async fn do_take(cx: Cx, job: TakeFile) -> Result<(), Error> {
    take(&cx, job.import).await
}

/// Drops files that nobody came back to.
pub(crate) async fn drop_stale(cx: Cx) -> Result<(), Error> {
    let mut tx = cx.write(access::IMPORT).await?;
    let stale = store::stale(&tx, cx.now().plus_seconds(-KEPT_SECONDS)).await?;
    let mut events = Vec::new();
    for id in stale {
        store::finish(&mut tx, id, ImportState::Dropped, cx.now(), None).await?;
        events.push(Written::new(&events::FileDropped { import: id.to_string() })?);
    }
    if !events.is_empty() {
        tx.commit_all(events).await?;
    }
    Ok(())
}

//! Taking a file: what the command line, the upload page's job and the API all call.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use ::store::{Cx, Place, Standing, Tx, WriteTx};
use base::{Language, OrganizationId, PersonId};
use sha2::{Digest as _, Sha256};
use standards::{Reading, place_key};
use web::{Catalog, ImportReport, Section, Shell};

use super::{
    ImportId, Options, Source, Whole, events,
    reconcile::{Outcome, Present, Terms, reconcile},
    report,
    store::{self, Import, ImportState},
};
use crate::{Error, access, measure, observation};

/// Whether anything is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The report says what would come of the file, and nothing is written.
    DryRun,
    /// What can be taken is written.
    Write,
}

/// Takes the numbers of a file into the measures of the partnership, and says what came of it.
/// A file that changes nothing leaves no trace.
///
/// # Errors
/// When the caller may not, or the database fails; what is wrong with the file is in the report.
pub async fn run(
    cx: &Cx,
    source: &Source,
    options: &Options,
    mode: Mode,
) -> Result<ImportReport, Error> {
    let cx = &speaking(cx)?;
    let reading = standards::read(&source.bytes, options.layout, &options.reading());
    match mode {
        Mode::DryRun => {
            let tx = cx.read(access::IMPORTS).await?;
            let taking = Taking::of(cx, &tx, &source.name, options)?;
            Ok(taking.compare(&tx, &reading).await?.0)
        }
        Mode::Write => {
            let mut tx = cx.write(access::IMPORT).await?;
            let taking = Taking::of(cx, &tx, &source.name, options)?;
            let (report, outcome) = taking.compare(&tx, &reading).await?;
            if report.added + report.revised == 0 {
                return Ok(report);
            }
            write(&mut tx, &outcome).await?;
            let import = Import {
                id: cx.new_id(),
                state: ImportState::Done,
                file: source.name.clone(),
                sha256: sha256(&source.bytes),
                options: options.clone(),
                person: cx.actor().person().map(|person| person.person),
                at: cx.now(),
                done_at: Some(cx.now()),
                report: Some(report.clone()),
            };
            store::insert(&mut tx, &import, Vec::new()).await?;
            tx.commit(&events::MeasuresImported::of(&import, &report, outcome.measures())).await?;
            Ok(report)
        }
    }
}

/// Takes a file that a person sent and said should be taken: in their name, with what they may do now.
pub(crate) async fn take(cx: &Cx, id: ImportId) -> Result<(), Error> {
    let cx = &speaking(cx)?;
    let mut tx = cx.write(access::IMPORT).await?;
    let import = store::load(&tx, id).await?;
    if import.state != ImportState::Waiting {
        // It was taken before: jobs may run twice.
        return Ok(());
    }
    let bytes = store::content(&tx, id).await?;
    let reading = standards::read(&bytes, import.options.layout, &import.options.reading());
    let mut taking = Taking::of(cx, &tx, &import.file, &import.options)?;
    if let Some(person) = import.person {
        taking.standing = store::standing(&tx, person).await?;
        taking.by = person.to_string();
    }
    let (report, outcome) = taking.compare(&tx, &reading).await?;
    let taken = report.added + report.revised + report.unchanged > 0;
    if taken {
        write(&mut tx, &outcome).await?;
        store::finish(&mut tx, id, ImportState::Done, cx.now(), Some(&report)).await?;
        tx.commit(&events::MeasuresImported::of(&import, &report, outcome.measures())).await
    } else {
        store::finish(&mut tx, id, ImportState::Failed, cx.now(), Some(&report)).await?;
        tx.commit(&events::ImportRefused::of(&import, &report)).await
    }
    .map_err(Error::from)
}

/// The fingerprint of a file.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        if write!(text, "{byte:02x}").is_err() {
            break; // Writing to a string does not fail.
        }
    }
    text
}

/// The context with a catalog: a command has no server that keeps one.
pub(crate) fn speaking(cx: &Cx) -> Result<Cx, Error> {
    if cx.extension::<Catalog>().is_some() {
        return Ok(cx.clone());
    }
    let [english, spanish] = crate::CONTEXT.catalogs;
    let sources = [(Language::English, english), (Language::Spanish, spanish)];
    Ok(cx.clone().with(Arc::new(Catalog::new(&sources)?)))
}

/// Taking one file: who, where, and in which words.
struct Taking<'a> {
    cx: &'a Cx,
    shell: Shell,
    place: Arc<Place>,
    standing: Standing,
    by: String,
    file: &'a str,
    options: &'a Options,
}

impl<'a> Taking<'a> {
    fn of(cx: &'a Cx, tx: &Tx, file: &'a str, options: &'a Options) -> Result<Self, Error> {
        let place = tx.place()?;
        let shell = Shell::new(cx, Some(&place), "measures-import-title", Section::Plan);
        let standing = place.standing.clone();
        let by = observation::commands::by(cx);
        Ok(Self { cx, shell, place, standing, by, file, options })
    }

    /// What the file would change, and the report of that.
    async fn compare(&self, tx: &Tx, reading: &Reading) -> Result<(ImportReport, Outcome), Error> {
        let present = present(tx, reading).await?;
        let may_keep =
            |organization: Option<OrganizationId>| measure::may_keep(&self.standing, organization);
        let options = self.options;
        let about = format!("measures-about-{}", options.layout);
        let terms = Terms {
            spanish: self.cx.language() == Language::Spanish,
            source: options.source.clone(),
            organization: options.organization,
            about: if options.is_published() { self.shell.t(&about).parse().ok() } else { None },
            small_count: if options.is_published() { 0 } else { 11 },
            why: self.shell.t1("measures-import-why", "file", self.file).parse().ok(),
            by: &self.by,
            now: self.cx.now(),
            today: self.place.today,
            may_keep: &may_keep,
        };
        let outcome = reconcile(&reading.series, present, &terms, || self.cx.new_id());
        let mut report = ImportReport {
            files: vec![self.file.to_owned()],
            rows_read: reading.rows_read,
            ..ImportReport::default()
        };
        report::tell(&mut report, &self.shell, self.file, options, &reading.findings);
        for refused in &outcome.refused {
            report::refuse(&mut report, &self.shell, self.file, refused);
        }
        for withdrawn in &outcome.withdrawn {
            report::leave_out(&mut report, &self.shell, self.file, withdrawn);
        }
        if options.whole == Whole::Required && !report.refused.is_empty() {
            return Ok((report, Outcome::default()));
        }
        report.added = u64::try_from(outcome.entered.len()).unwrap_or(u64::MAX);
        report.revised = u64::try_from(outcome.corrected.len()).unwrap_or(u64::MAX);
        report.unchanged = outcome.unchanged;
        Ok((report, outcome))
    }
}

impl Outcome {
    /// How many measures it makes or touches.
    fn measures(&self) -> usize {
        self.made.len() + self.touched.len()
    }
}

/// What is there, as far as the file may touch it: of one place, or of all.
async fn present(tx: &Tx, reading: &Reading) -> Result<Present, Error> {
    let place = |series: &standards::Series| {
        series.place.as_ref().map_or_else(String::new, |place| place_key(&place.code))
    };
    let places: HashSet<String> = reading.series.iter().map(place).collect();
    let only = if places.len() == 1 { places.iter().next().map(String::as_str) } else { None };
    if places.is_empty() {
        return Ok(Present::default());
    }
    let measures = measure::store::load_many(tx, only).await?;
    let mut numbers: HashMap<_, Vec<_>> = HashMap::new();
    if !measures.is_empty() {
        for (measure, number) in observation::store::of_many(tx, only).await? {
            numbers.entry(measure).or_default().push(number);
        }
    }
    let withdrawn = observation::store::all_withdrawn(tx).await?;
    let withdrawn = withdrawn.into_iter().map(|(of, was)| ((of, was.period), was)).collect();
    let slugs = measure::store::all_slugs(tx).await?.into_iter().collect();
    Ok(Present { measures, numbers, withdrawn, slugs })
}

async fn write(tx: &mut WriteTx, outcome: &Outcome) -> Result<(), Error> {
    measure::store::insert(tx, &outcome.made.iter().collect::<Vec<_>>()).await?;
    observation::store::insert(tx, &outcome.entered).await?;
    observation::store::revise(tx, &outcome.corrected).await?;
    measure::store::summarize(tx, &outcome.touched.iter().collect::<Vec<_>>()).await?;
    plan::goal::tell(tx, &outcome.readings).await?;
    let mut counts: Vec<_> = outcome.counts.iter().collect();
    counts.sort_unstable();
    for (status, by) in counts {
        measure::store::count(tx, *status, *by).await?;
    }
    Ok(())
}

/// Who may see and take an import: the one who sent it, and coordinators.
pub(crate) fn is_theirs(import: &Import, place: &Place, person: Option<PersonId>) -> bool {
    place.standing.has(base::Role::Coordinator)
        || (import.person.is_some() && import.person == person)
}

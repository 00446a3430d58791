//! Durable changes a second on SQLite: one commit for each wait for the disk, against waiting
//! changes that share it. Both in one run, in turns, through the gates that every change takes. Once
//! with few who write a row and its event, and once with many who write a receipt too, while the log
//! gives each event its leaf.
//!
//! What is shared is the wait. A disk that confirms without writing through, as many virtual ones do, has none: it
//! is measured and told, and the marks are held against commits that take as much longer as on a disk that keeps
//! its word.

use std::{
    error::Error,
    fs::File,
    io::{Seek as _, SeekFrom, Write as _},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant as Moment},
};

use base::{
    Actor, EventId, Ids, OrganizationId, PartnershipId, PersonId, Private, Role, SignedIn, Zone,
};
use store::{
    Access, Clock, Cx, Database, Event, MIGRATIONS, Migration, Options, Permission, SqliteSettings,
    Store, Subject,
    log::{KeyPlace, LogSettings, RecordPlace, Sequencer},
    values,
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

const ROUNDS: usize = 16;
const TURN: Duration = Duration::from_millis(500);

/// What is measured, and what the project promises of it.
struct Mark {
    writers: usize,
    /// Whether each change has a receipt, and the log works beside.
    receipts: bool,
    /// How many times as many changes as without sharing.
    ratio: f64,
}

const MARKS: [Mark; 2] = [
    Mark { writers: 8, receipts: false, ratio: 5.0 },
    Mark { writers: 64, receipts: true, ratio: 10.0 },
];

const FOUND: Permission = Permission::installation("bench.found", Access::Write);
const WRITE: Permission = Permission::partnership("bench.write", Access::Write, &[Role::Member]);

store::statements! {
    NOTE = "INSERT INTO bench_notes (partnership, id, text) VALUES ($1, $2, $3)";
}

const NOTES: Migration = Migration {
    name: "99991231_2359_bench",
    sql:
        "CREATE TABLE bench_notes (partnership TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (partnership, id));\n",
};

#[derive(serde::Serialize)]
struct Noted {
    id: EventId,
}

impl Event for Noted {
    const KIND: &'static str = "bench.noted";

    fn subject(&self) -> Subject {
        Subject::new("note", self.id)
    }
}

type Done<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// A disk that confirms this often does not wait for anything: a solid one that writes through takes a
/// millisecond and more.
const IDLE: f64 = 1_000.0;
/// How much longer a commit takes on one that does.
const WAIT: Duration = Duration::from_millis(2);

fn main() -> Done<()> {
    let mut held = true;
    for mark in &MARKS {
        let mut measured = measure_in_folder(mark, Duration::ZERO)?;
        let mut holds = told(mark, &measured)?;
        if !holds && measured.disk > IDLE {
            writeln!(std::io::stdout(), "this disk does not wait; with {WAIT:?} for each commit:")?;
            measured = Measured { disk: 0.0, ..measure_in_folder(mark, WAIT)? };
            holds = told(mark, &measured)?;
        }
        held &= holds;
    }
    if held { Ok(()) } else { Err("shared commits gain too little".into()) }
}

fn measure_in_folder(mark: &Mark, wait: Duration) -> Done<Measured> {
    let folder = std::env::temp_dir().join(format!("concord-group-commit-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let result = measure(&folder, mark, wait);
    std::fs::remove_dir_all(&folder)?;
    result
}

fn told(mark: &Mark, measured: &Measured) -> Done<bool> {
    let Mark { writers, receipts, ratio: promised } = mark;
    let Measured { single, grouped, ratio, disk } = measured;
    let what = if *receipts { "change, event, receipt, leaf" } else { "change, event" };
    let holds = ratio >= promised;
    let verdict = match holds {
        true => "PASS",
        false if *disk > IDLE => "there is no wait to share",
        false => "FAIL",
    };
    let mut out = std::io::stdout().lock();
    writeln!(out, "{writers} writers: {what}")?;
    if *disk > 0.0 {
        writeln!(out, "  the disk's own fdatasync          {disk:>9.0} a second")?;
    }
    writeln!(out, "  one commit for each wait          {single:>9.0} changes a second")?;
    writeln!(out, "  commits shared                    {grouped:>9.0} changes a second")?;
    writeln!(out, "  ratio {ratio:.1} (at least {promised}): {verdict}")?;
    Ok(holds)
}

struct Measured {
    single: f64,
    grouped: f64,
    ratio: f64,
    disk: f64,
}

/// Medians over many short turns, each pair right after the other: a busy machine slows both.
fn measure(folder: &Path, mark: &Mark, wait: Duration) -> Done<Measured> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let group = SqliteSettings::folder(folder).group;
        let single = Bench::open(&folder.join("single"), (1, wait), mark).await?;
        let grouped = Bench::open(&folder.join("grouped"), (group, wait), mark).await?;
        let mut rounds = Vec::new();
        for round in 0..=ROUNDS {
            let (one, many) = (single.turn().await?, grouped.turn().await?);
            let disk = fdatasyncs(&folder.join("probe"))?;
            // The first round warms caches and brings the log to its full length.
            if round > 0 {
                rounds.push(Measured { single: one, grouped: many, ratio: many / one, disk });
            }
        }
        single.stop.cancel();
        grouped.stop.cancel();
        let median = |of: fn(&Measured) -> f64| median(rounds.iter().map(of).collect());
        Ok(Measured {
            single: median(|round| round.single),
            grouped: median(|round| round.grouped),
            ratio: median(|round| round.ratio),
            disk: median(|round| round.disk),
        })
    })
}

struct Bench {
    store: Store,
    actor: Actor,
    writers: usize,
    receipts: bool,
    /// Ends the work of the log.
    stop: CancellationToken,
}

impl Bench {
    async fn open(folder: &Path, (group, wait): (usize, Duration), mark: &Mark) -> Done<Self> {
        let settings = SqliteSettings { group, wait, ..SqliteSettings::folder(folder) };
        let store = Store::open(Options {
            database: Database::Sqlite(settings),
            clock: Clock::System,
            ids: Ids::seeded(1),
        })?;
        store.migrate(&[MIGRATIONS, &[NOTES]].concat()).await?;
        let stop = CancellationToken::new();
        if mark.receipts {
            let (keys, record) = (folder.join("keys"), folder.join("record"));
            let (keys, record) = (KeyPlace::Folder(keys), RecordPlace::Folder(record));
            store.keep(Arc::new(LogSettings::new("log.example", keys, record)));
            let log = Sequencer::new(&store).ok_or("no log")?;
            TaskTracker::new().spawn(log.work(stop.clone()));
        }
        let now = store.clock().now();
        let system = Cx::new(store.clone(), Actor::System("bench"), now);
        let (partnership, organization, person): (PartnershipId, OrganizationId, PersonId) =
            (system.new_id(), system.new_id(), system.new_id());
        let zone = Zone::named("America/Chicago").ok_or("no zone")?;
        let mut tx = system.write(FOUND).await?;
        tx.found(partnership, "bench", "Bench", &zone).await?;
        tx.grant(person, organization, Role::Member).await?;
        tx.commit(&Noted { id: system.new_id() }).await?;
        let actor = Actor::Person(SignedIn {
            person,
            name: Private::new("Writer".to_owned()),
            language: None,
            session: None,
            authenticated_at: now,
            strong: false,
            scopes: None,
            partnership: None,
        });
        let (writers, receipts) = (mark.writers, mark.receipts);
        Ok(Self { store, actor, writers, receipts, stop })
    }

    /// Acknowledged changes a second.
    async fn turn(&self) -> Done<f64> {
        let (stop, count) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let writers = TaskTracker::new();
        let mut running = Vec::new();
        let begin = moment();
        for _ in 0..self.writers {
            let (store, actor, receipts) = (self.store.clone(), self.actor.clone(), self.receipts);
            let (stop, count) = (Arc::clone(&stop), Arc::clone(&count));
            running.push(writers.spawn(async move {
                while !stop.load(Ordering::Relaxed) {
                    let cx = Cx::new(store.clone(), actor.clone(), store.clock().now());
                    note(&cx.in_partnership("bench"), receipts).await?;
                    count.fetch_add(1, Ordering::Relaxed);
                }
                Ok::<(), store::Error>(())
            }));
        }
        tokio::time::sleep(TURN).await;
        stop.store(true, Ordering::Relaxed);
        for writer in running {
            writer.await??;
        }
        Ok(rate(count.load(Ordering::Relaxed), begin))
    }
}

/// The smallest change that an application makes: a row and its event; and a receipt, where there is one.
async fn note(cx: &Cx, receipt: bool) -> Result<(), store::Error> {
    let id: EventId = cx.new_id();
    let mut tx = cx.write(WRITE).await?;
    tx.execute(&NOTE, values![id, "Bring the list of open beds to the Tuesday call."]).await?;
    if receipt {
        let receipt: EventId = cx.new_id();
        tx.execute(&NOTE, values![receipt, "To Housing, under the agreement of May 3."]).await?;
    }
    tx.commit(&Noted { id }).await
}

/// How often a second this disk confirms what a small commit writes.
fn fdatasyncs(path: &Path) -> Done<f64> {
    let (mut file, page) = (File::create(path)?, vec![7_u8; 4 * 4096]);
    file.write_all(&vec![0; 16 << 20])?;
    file.sync_all()?;
    let (begin, mut count) = (moment(), 0_u64);
    while begin.elapsed() < Duration::from_millis(200) {
        file.seek(SeekFrom::Start((count * page.len() as u64) % (16 << 20)))?;
        file.write_all(&page)?;
        file.sync_data()?;
        count += 1;
    }
    Ok(rate(count, begin))
}

#[expect(clippy::cast_precision_loss, reason = "counts of a few seconds")]
fn rate(count: u64, begin: Moment) -> f64 {
    count as f64 / begin.elapsed().as_secs_f64()
}

fn median(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates.get(rates.len() / 2).copied().unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn moment() -> Moment {
    Moment::now()
}

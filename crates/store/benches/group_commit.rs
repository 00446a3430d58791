//! Durable changes a second on SQLite: one commit for each wait for the disk, against waiting
//! changes that share it. Both in one run, in turns, through the gates that every change takes.

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
    Store, Subject, values,
};
use tokio_util::task::TaskTracker;

const WRITERS: usize = 8;
const ROUNDS: usize = 16;
const TURN: Duration = Duration::from_millis(500);
/// What the project promises.
const RATIO: f64 = 5.0;

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

fn main() -> Done<()> {
    let folder = std::env::temp_dir().join(format!("concord-group-commit-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let result = measure(&folder);
    std::fs::remove_dir_all(&folder)?;
    let Measured { single, grouped, ratio, disk } = result?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "the disk's own fdatasync                       {disk:>9.0} a second")?;
    writeln!(
        out,
        "{WRITERS} writers, one commit for each wait           {single:>9.0} changes a second"
    )?;
    writeln!(
        out,
        "{WRITERS} writers, commits shared                     {grouped:>9.0} changes a second"
    )?;
    let verdict = if ratio >= RATIO { "PASS" } else { "FAIL" };
    writeln!(out, "ratio {ratio:.1} (at least {RATIO}): {verdict}")?;
    if ratio >= RATIO { Ok(()) } else { Err("shared commits gain too little".into()) }
}

struct Measured {
    single: f64,
    grouped: f64,
    ratio: f64,
    disk: f64,
}

/// Medians over many short turns, each pair right after the other: a busy machine slows both.
fn measure(folder: &Path) -> Done<Measured> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let group = SqliteSettings::folder(folder).group;
        let single = Bench::open(&folder.join("single"), 1).await?;
        let grouped = Bench::open(&folder.join("grouped"), group).await?;
        let mut rounds = Vec::new();
        for round in 0..=ROUNDS {
            let (one, many) = (single.turn().await?, grouped.turn().await?);
            let disk = fdatasyncs(&folder.join("probe"))?;
            // The first round warms caches and brings the log to its full length.
            if round > 0 {
                rounds.push(Measured { single: one, grouped: many, ratio: many / one, disk });
            }
        }
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
}

impl Bench {
    async fn open(folder: &Path, group: usize) -> Done<Self> {
        let settings = SqliteSettings { group, ..SqliteSettings::folder(folder) };
        let store = Store::open(Options {
            database: Database::Sqlite(settings),
            clock: Clock::System,
            ids: Ids::seeded(1),
        })?;
        store.migrate(&[MIGRATIONS, &[NOTES]].concat()).await?;
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
        Ok(Self { store, actor })
    }

    /// Acknowledged changes a second.
    async fn turn(&self) -> Done<f64> {
        let (stop, count) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let writers = TaskTracker::new();
        let mut running = Vec::new();
        let begin = moment();
        for _ in 0..WRITERS {
            let (store, actor) = (self.store.clone(), self.actor.clone());
            let (stop, count) = (Arc::clone(&stop), Arc::clone(&count));
            running.push(writers.spawn(async move {
                while !stop.load(Ordering::Relaxed) {
                    let cx = Cx::new(store.clone(), actor.clone(), store.clock().now());
                    note(&cx.in_partnership("bench")).await?;
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

/// The smallest change that an application makes: a row and its event.
async fn note(cx: &Cx) -> Result<(), store::Error> {
    let id: EventId = cx.new_id();
    let mut tx = cx.write(WRITE).await?;
    tx.execute(&NOTE, values![id, "Bring the list of open beds to the Tuesday call."]).await?;
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

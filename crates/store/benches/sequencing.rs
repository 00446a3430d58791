//! How fast events get their leaves, how soon a new event can be proved, and how fast a proof is
//! made: beside the disk's own fdatasync and the bare hash, in the same run.

use std::{
    error::Error,
    fs::File,
    io::{Seek as _, SeekFrom, Write as _},
    path::Path,
    sync::Arc,
    time::{Duration, Instant as Moment},
};

use base::{Actor, Ids, PartnershipId, Zone};
use ledger::{Hash, Opening, Salt};
use store::{
    Access, Clock, Cx, Database, Event, MIGRATIONS, Options, Permission, Store, Subject,
    log::{self, KeyPlace, LogSettings, RecordPlace, Sequencer},
};
use tokio_util::sync::CancellationToken;

/// Events of one measurement.
const EVENTS: u64 = 100_000;
/// Events whose wait is measured, and proofs that are made.
const SINGLE: usize = 200;
/// What the project promises, a second.
const ENTRIES: f64 = 50_000.0;
const PROVED: Duration = Duration::from_secs(2);
const SERVED: Duration = Duration::from_millis(5);

const FOUND: Permission = Permission::installation("bench.found", Access::Write);
const READ: Permission = Permission::partnership("bench.read", Access::Read, &[]);
const WRITE: Permission = Permission::partnership("bench.write", Access::Write, &[]);

type Done<T> = Result<T, Box<dyn Error + Send + Sync>>;

#[derive(serde::Serialize)]
struct Noted {
    text: &'static str,
}

impl Event for Noted {
    const KIND: &'static str = "bench.noted";

    fn subject(&self) -> Subject {
        Subject::new("note", 1)
    }
}

fn main() -> Done<()> {
    let folder = std::env::temp_dir().join(format!("concord-sequencing-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let result = runtime.block_on(measure(&folder));
    std::fs::remove_dir_all(&folder)?;
    let failed = result?;
    if failed.is_empty() { Ok(()) } else { Err(failed.join("; ").into()) }
}

async fn measure(folder: &Path) -> Done<Vec<String>> {
    let mut out = std::io::stdout();
    let mut failed = Vec::new();
    let (store, partnership) = open(folder).await?;
    let (syncs, hashes) = (fdatasyncs(folder)?, hashed());
    writeln!(out, "the disk's own fdatasync        {syncs:>10.0} a second")?;
    writeln!(out, "a commitment and its tree hash  {hashes:>10.0} a second")?;
    fill(&store, partnership).await?;
    let began = clock();
    Sequencer::new(&store).ok_or("no log")?.drain().await?;
    let rate = f64::from(u32::try_from(EVENTS)?) / began.elapsed().as_secs_f64();
    let mark = if rate >= ENTRIES { "PASS" } else { "FAIL" };
    writeln!(
        out,
        "durable entries                 {rate:>10.0} a second, {:.0} for each fdatasync, 1 of {:.1} hashes: {mark} (at least {ENTRIES})",
        rate / syncs,
        hashes / rate
    )?;
    if rate < ENTRIES {
        failed.push("too few entries a second".to_owned());
    }
    let waits = Box::pin(waits(&store)).await?;
    let mark = if waits.1 <= PROVED { "PASS" } else { "FAIL" };
    writeln!(
        out,
        "an event can be proved after    p50 {:?}, p99 {:?}: {mark} (p99 under {PROVED:?})",
        waits.0, waits.1
    )?;
    if waits.1 > PROVED {
        failed.push("proofs come too late".to_owned());
    }
    let served = proofs(&store, partnership).await?;
    let mark = if served.1 <= SERVED { "PASS" } else { "FAIL" };
    writeln!(
        out,
        "a proof is read and made in     p50 {:?}, p99 {:?}: {mark} (p99 under {SERVED:?})",
        served.0, served.1
    )?;
    if served.1 > SERVED {
        failed.push("proofs are too slow".to_owned());
    }
    Ok(failed)
}

async fn open(folder: &Path) -> Done<(Store, PartnershipId)> {
    let database = Database::folder(folder.join("data"));
    let store = Store::open(Options { database, clock: Clock::System, ids: Ids::seeded(1) })?;
    store.migrate(MIGRATIONS).await?;
    let keys = KeyPlace::Folder(folder.join("keys"));
    let record = RecordPlace::Folder(folder.join("record"));
    store.keep(Arc::new(LogSettings::new("log.example", keys, record)));
    let cx = Cx::new(store.clone(), Actor::System("bench"), store.clock().now());
    let partnership = cx.new_id();
    let mut tx = cx.write(FOUND).await?;
    tx.found(partnership, "bench", "Bench", &Zone::utc()).await?;
    tx.commit(&Noted { text: "founded" }).await?;
    Ok((store, partnership))
}

/// Events as an import leaves them, written behind the gates: only their leaves are measured.
async fn fill(store: &Store, partnership: PartnershipId) -> Done<()> {
    let body = r#"{"commitment":"com_01j9x8m2c0k4q6r8t0v2x4z6a8","title":"Bring the list of open beds","due":"2026-12-01"}"#;
    store
        .batch(&format!(
            "WITH RECURSIVE n(seq) AS (SELECT 2 UNION ALL SELECT seq + 1 FROM n WHERE seq <= {EVENTS})
             INSERT INTO events (partnership, seq, id, at, actor, kind, subject_kind, subject, body)
             SELECT '{partnership}', seq, 'evt_' || seq, 1778598000000000 + seq, 'per_1',
                'commitment.kept', 'commitment', 'com_' || seq, '{body}' FROM n"
        ))
        .await?;
    store
        .batch(&format!(
            "UPDATE heads SET seq = (SELECT MAX(seq) FROM events WHERE partnership = '{partnership}')
             WHERE partnership = '{partnership}'"
        ))
        .await?;
    Ok(())
}

/// How long after its commit an event can be proved, while the sequencer works as in a server.
async fn waits(store: &Store) -> Done<(Duration, Duration)> {
    let stop = CancellationToken::new();
    let sequencer = Sequencer::new(store).ok_or("no log")?;
    let working = tokio::task::LocalSet::new();
    let waited = async {
        let mut waits = Vec::new();
        for _ in 0..SINGLE / 4 {
            let cx = Cx::new(store.clone(), Actor::System("bench"), store.clock().now());
            let cx = cx.in_partnership("bench");
            cx.write(WRITE).await?.commit(&Noted { text: "Bring the list." }).await?;
            let began = clock();
            loop {
                let tx = cx.read(READ).await?;
                let place = tx.place()?;
                let state = log::find(&tx, place.partnership).await?;
                drop(tx);
                if state.is_some_and(|state| state.seq >= place.head) {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            waits.push(began.elapsed());
        }
        stop.cancel();
        Ok::<_, Box<dyn Error + Send + Sync>>(waits)
    };
    let work = sequencer.work(stop.clone());
    let both = Box::pin(futures_util::future::join(waited, work));
    let (waits, ()) = working.run_until(both).await;
    Ok(middle_and_worst(waits?))
}

/// How long it takes to read the tiles of a proof and to make it.
async fn proofs(store: &Store, partnership: PartnershipId) -> Done<(Duration, Duration)> {
    let cx = Cx::new(store.clone(), Actor::System("bench"), store.clock().now());
    let cx = cx.in_partnership("bench");
    let mut times = Vec::new();
    for at in 0..SINGLE * 10 {
        let began = clock();
        let tx = cx.read(READ).await?;
        let seq = i64::try_from(at * 7919 % 90_000 + 1)?;
        let sealed = log::event(&tx, partnership, seq).await?.ok_or("no event")?;
        let state = log::find(&tx, partnership).await?.ok_or("no log")?;
        let place = sealed.place.ok_or("no place")?;
        let proof = log::proof(&tx, partnership, place, &state.checkpoint, None).await?;
        drop(tx);
        times.push(began.elapsed());
        let opening = sealed.opening(partnership)?.ok_or("no salt")?;
        proof.check(opening.commitment().as_bytes())?;
    }
    Ok(middle_and_worst(times))
}

fn middle_and_worst(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    let at = |part: usize| times.get(times.len() * part / 100).copied().unwrap_or_default();
    (at(50), at(99))
}

fn fdatasyncs(folder: &Path) -> Done<f64> {
    let mut file = File::create(folder.join("probe"))?;
    let began = clock();
    let mut count = 0_u32;
    while began.elapsed() < Duration::from_millis(500) {
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        count += 1;
    }
    Ok(f64::from(count) / began.elapsed().as_secs_f64())
}

/// What no log can do without: a commitment over an event, its leaf hash, and one hash above.
fn hashed() -> f64 {
    let event = ledger::Canonical::of(&serde_json::json!({
        "kind": "commitment.kept", "body": { "title": "Bring the list of open beds" },
        "id": "evt_01j9x8m2c0k4q6r8t0v2x4z6a8", "at": "2026-05-12T15:00:00Z",
    }));
    let Ok(event) = event else { return 0.0 };
    let (began, mut count, mut last) = (clock(), 0_u32, Hash::EMPTY);
    while began.elapsed() < Duration::from_millis(500) {
        for byte in 0..=255_u8 {
            let opening = Opening { salt: Salt::new([byte; 32]), event: event.clone() };
            let leaf = Hash::leaf(opening.commitment().as_bytes());
            last = Hash::node(&last, &leaf);
            count += 1;
        }
    }
    f64::from(count) / began.elapsed().as_secs_f64()
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn clock() -> Moment {
    Moment::now()
}

//! The log while its files fail: a writer that signs a few states, and one that looks at what is left.

use std::{collections::BTreeSet, path::Path, sync::Arc};

use base::Id as _;
use ledger::SignedCheckpoint;
use store::{
    Clock, Cx, Store,
    log::{self, KeyPlace, LogSettings, RecordPlace, Sequencer},
};

use crate::{
    Done,
    notes::{self, Change},
    write::say,
};

/// The keys, the record and the data, each in a folder of its own under this one.
async fn open(folder: &str, seed: u64, clock: Clock) -> Done<Store> {
    let folder = Path::new(folder);
    let data = folder.join("data");
    let store = crate::open(&data.to_string_lossy(), seed, store::Synchronous::Full, clock).await?;
    let keys = KeyPlace::Folder(folder.join("keys"));
    let record = RecordPlace::Folder(folder.join("record"));
    let settings = LogSettings::new("log.example", keys, record);
    store.keep(Arc::new(LogSettings { publish_seconds: 1, fill: 8, ..settings }));
    Ok(store)
}

/// Signs some states, and says each one that was signed. Goes on after what fails.
pub(crate) async fn write(folder: &str, seed: &str, rounds: &str) -> Done<()> {
    let store = open(folder, seed.parse()?, Clock::System).await?;
    let mut sequencer = Sequencer::new(&store).ok_or("no log is kept")?;
    for _ in 0..rounds.parse::<u32>()? {
        for slug in notes::SLUGS {
            if let Err(error) = notes::change(&notes::cx(&store, 0, slug), Change::Write, 1).await {
                crate::complain(&crate::with_cause(&error));
            }
        }
        match sequencer.round().await {
            Ok(_) => {
                for log in store.logs().await? {
                    let note = encoded(&log.checkpoint);
                    say(&format!("signed {} {note}\n", log.slug))?;
                }
            }
            Err(error) => crate::complain(&crate::with_cause(&error)),
        }
    }
    Ok(())
}

/// Goes on where the writer was cut off, and counts what is wrong.
pub(crate) async fn verify(folder: &str, heard: &str) -> Done<()> {
    let heard = std::fs::read_to_string(heard).unwrap_or_default();
    // The claim of the one who was cut off has run out.
    let later = Clock::at(Clock::System.now().plus_seconds(60));
    let store = open(folder, 0, later).await?;
    let mut sequencer = Sequencer::new(&store).ok_or("no log is kept")?;
    sequencer.drain().await?;
    let (mut forks, mut findings, mut states) = (0, 0, BTreeSet::new());
    for line in heard.lines() {
        let Some((slug, note)) = line.split_once(' ') else { continue };
        if note.is_empty() || !states.insert(line.to_owned()) {
            continue;
        }
        let at = notes::SLUGS.iter().position(|known| *known == slug).ok_or("another slug")?;
        let partnership = base::PartnershipId::from_bits(u128::try_from(at)? + 1);
        let signed = SignedCheckpoint::read(&decoded(note)?).map_err(|error| error.to_string())?;
        let cx = Cx::new(store.clone(), base::Actor::System("crash"), store.clock().now());
        let tx = cx.in_partnership(slug).read(notes::READ).await?;
        let state = signed.checkpoint();
        let now = log::find(&tx, partnership).await?.map_or(0, |log| log.size);
        if state.size > now || log::root(&tx, partnership, state.size).await? != state.root {
            crate::complain(&format!("{slug}: a state of {} entries was taken back", state.size));
            forks += 1;
        }
    }
    let mut halted = 0;
    for log in store.logs().await? {
        if let Some(halt) = log.halted {
            crate::complain(&format!("{}: {}", log.slug, halt.advice()));
            halted += 1;
        }
        let audited = store.audit_log(&log).await?;
        for finding in &audited.findings {
            crate::complain(&format!("{}: {finding}", log.slug));
        }
        findings += audited.findings.len() + usize::try_from(audited.waiting)?;
    }
    let heard = states.len();
    say(&format!("heard={heard} forks={forks} findings={findings} halted={halted}\n"))?;
    Ok(())
}

/// A note has line breaks; a line has none.
fn encoded(note: &str) -> String {
    note.bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

fn decoded(text: &str) -> Done<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2).map(|pair| {
        let pair = std::str::from_utf8(pair).unwrap_or_default();
        u8::from_str_radix(pair, 16)
    });
    Ok(pairs.collect::<Result<_, _>>()?)
}

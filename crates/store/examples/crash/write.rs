//! Changes things until it is killed.

use std::io::Write as _;

use store::{Clock, Error, Store, Synchronous};
use tokio_util::task::TaskTracker;

use crate::{
    Done,
    notes::{self, Change, Note},
};

/// Eight writers at once, each at its own notes. Ends only when nothing can be written any more.
pub(crate) async fn run(place: &str, seed: &str, synchronous: Synchronous) -> Done<()> {
    let seed: u64 = seed.parse()?;
    let store = crate::open(place, seed, synchronous, Clock::System).await?;
    let writers = TaskTracker::new();
    for writer in 0..notes::WRITERS {
        let store = store.clone();
        writers.spawn(async move {
            if let Err(error) = work(&store, writer, seed).await {
                crate::complain(&crate::with_cause(&error));
            }
        });
    }
    writers.close();
    writers.wait().await;
    Ok(())
}

async fn work(store: &Store, writer: u128, seed: u64) -> Result<(), Error> {
    let mut notes: [Vec<Note>; 2] = [Vec::new(), Vec::new()];
    let mut turn = seed.wrapping_add(u64::try_from(writer).unwrap_or_default());
    loop {
        // Knuth's generator: which change comes next must only be mixed, not unguessable.
        turn = turn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let pick = turn >> 33;
        let (here, slug) = match pick % 2 {
            0 => (&mut notes[0], notes::SLUGS[0]),
            _ => (&mut notes[1], notes::SLUGS[1]),
        };
        let last = here.pop();
        let change = match (last, pick / 2 % 8) {
            (None, _) | (Some(_), 0..=2) => Change::Write,
            (Some(note), 3..=5) => Change::Revise(note),
            (Some(note), 6) => Change::Remove(note),
            (Some(note), _) => Change::Abandon(note),
        };
        if matches!(change, Change::Write | Change::Abandon(_)) {
            here.extend(last);
        }
        let lines = i64::try_from(pick / 16 % 6).unwrap_or_default();
        let (id, note) = notes::change(&notes::cx(store, writer, slug), change, lines).await?;
        here.extend(note);
        if !matches!(change, Change::Abandon(_)) {
            say(&format!("done {id}\n"))?;
        }
    }
}

/// One write, so that no half line is left when the program is killed.
pub(crate) fn say(line: &str) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    let said = out.write_all(line.as_bytes()).and_then(|()| out.flush());
    said.map_err(|error| Error::Unavailable(Box::new(error)))
}

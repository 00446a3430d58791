//! Tiles in their rows: how a log's are read and how a batch's are put in place.

use std::{cell::RefCell, collections::BTreeMap};

use base::Value;
use futures_util::future::try_join_all;
use ledger::{Edge, Hash, Layer, TILE_WIDTH, TilePath, entries};

use super::{rows, sequencer::whole};
use crate::{Error, tx::Tx, values};

/// Tiles that were read, whole as their rows hold them.
#[derive(Debug, Default)]
pub(crate) struct Tiles(BTreeMap<(i64, u64), Option<Vec<u8>>>);

/// The level under which entries stand.
const ENTRIES: i64 = -1;
/// So many bundles are read at once.
const BUNDLES: u64 = 256;

impl Tiles {
    /// Does some work that reads tiles, and reads those that it misses until it misses none. The
    /// work decides nothing and may run often; those asked for together are read together.
    pub(crate) async fn with<T>(
        &mut self,
        tx: &Tx,
        partnership: &str,
        work: impl Fn(&ledger::Read<'_>) -> Result<T, ledger::Error>,
    ) -> Result<Result<T, ledger::Error>, Error> {
        loop {
            let missed = RefCell::new(Vec::new());
            let done = work(&|path| {
                let row = row_of(path);
                let Some(bytes) = self.0.get(&row) else {
                    missed.borrow_mut().push(row);
                    return Err("not read yet".to_owned());
                };
                Ok(bytes.as_deref().and_then(|bytes| cut(path, bytes)))
            });
            let missed = missed.into_inner();
            if missed.is_empty() {
                return Ok(done);
            }
            self.load(tx, partnership, missed).await?;
        }
    }

    /// Reads the tiles that proofs about an entry need, all at once.
    pub(crate) async fn around(
        &mut self,
        tx: &Tx,
        partnership: &str,
        index: u64,
        size: u64,
    ) -> Result<(), Error> {
        let mut wanted = Vec::new();
        for level in 0..8_u32 {
            let layer = Layer::Hashes(u8::try_from(level).unwrap_or(0));
            let above = |place: u64| place.checked_shr(8 * (level + 1)).unwrap_or(0);
            let last = TilePath::of_tree(layer, above(size.saturating_sub(1)), size);
            let paths = [TilePath::of_tree(layer, above(index), size), last];
            wanted.extend(paths.into_iter().flatten().map(|path| row_of(&path)));
        }
        wanted.sort_unstable();
        wanted.dedup();
        wanted.retain(|row| !self.0.contains_key(row));
        self.load(tx, partnership, wanted).await
    }

    /// Reads the bundles of a part of an audit, and the tiles right above them.
    pub(crate) async fn of_part(
        &mut self,
        tx: &Tx,
        partnership: &str,
        part: u64,
    ) -> Result<(), Error> {
        let first = i64::try_from(part * BUNDLES).unwrap_or(i64::MAX);
        let values = values![partnership, ENTRIES, first, whole(BUNDLES)];
        for row in tx.query(&rows::TILES, values).await? {
            let place: i64 = row.get("place")?;
            self.0.insert((ENTRIES, place.unsigned_abs()), Some(row.get("bytes")?));
        }
        Ok(())
    }

    /// Reads all tiles above those of the entries: one for 65,536 entries.
    pub(crate) async fn upper(&mut self, tx: &Tx, partnership: &str) -> Result<(), Error> {
        for row in tx.query(&rows::UPPER_TILES, values![partnership]).await? {
            let (level, place): (i64, i64) = (row.get("level")?, row.get("place")?);
            self.0.insert((level, place.unsigned_abs()), Some(row.get("bytes")?));
        }
        Ok(())
    }

    /// Does some work with what was read; what was not is not there.
    pub(crate) fn now<T>(&self, work: impl FnOnce(&ledger::Read<'_>) -> T) -> T {
        work(&|path| {
            let row = self.0.get(&row_of(path)).and_then(Option::as_deref);
            Ok(row.and_then(|bytes| cut(path, bytes)))
        })
    }

    async fn load(
        &mut self,
        tx: &Tx,
        partnership: &str,
        wanted: Vec<(i64, u64)>,
    ) -> Result<(), Error> {
        let read = wanted.into_iter().map(|(level, place)| async move {
            let at = i64::try_from(place).unwrap_or(i64::MAX);
            let row = tx.optional(&rows::TILE, values![partnership, level, at]).await?;
            let bytes = row.map(|row| row.get::<Vec<u8>>("bytes")).transpose()?;
            Ok::<_, Error>(((level, place), bytes))
        });
        self.0.extend(try_join_all(read).await?);
        Ok(())
    }
}

/// All entries of a log, one after the other.
pub(crate) async fn all_entries(tx: &Tx, partnership: &str, size: u64) -> Result<Vec<u8>, Error> {
    let mut all = Vec::new();
    for part in 0..size.div_ceil(TILE_WIDTH * BUNDLES) {
        let mut tiles = Tiles::default();
        tiles.of_part(tx, partnership, part).await?;
        for bundle in tiles.0.into_values().flatten() {
            for entry in entries(&bundle).map_err(|error| Error::Fault(Box::new(error)))? {
                all.extend_from_slice(entry);
            }
        }
    }
    Ok(all)
}

/// One tile or bundle as a tree has it.
pub(crate) async fn tile(
    tx: &Tx,
    partnership: &str,
    path: &TilePath,
) -> Result<Option<Vec<u8>>, Error> {
    let (level, place) = row_of(path);
    let at = i64::try_from(place).unwrap_or(i64::MAX);
    let row = tx.optional(&rows::TILE, values![partnership, level, at]).await?;
    let bytes = row.map(|row| row.get::<Vec<u8>>("bytes")).transpose()?;
    Ok(bytes.and_then(|bytes| cut(path, &bytes)))
}

/// Puts the tiles of a grown log into their rows.
pub(crate) async fn put(
    tx: &mut Tx,
    partnership: &str,
    files: &[(TilePath, Vec<u8>)],
) -> Result<(), Error> {
    // The last one of a place is the widest.
    let mut rows: BTreeMap<(i64, u64), &[u8]> = BTreeMap::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.layer() != Layer::Hashes(0)) {
        rows.insert(row_of(path), bytes);
    }
    let rows: Vec<Vec<Value>> = rows
        .into_iter()
        .map(|((level, place), bytes)| {
            let place = i64::try_from(place).unwrap_or(i64::MAX);
            values![partnership, level, place, bytes.to_vec()]
        })
        .collect();
    tx.execute_each(&rows::PUT_TILE, rows).await.map(drop)
}

/// The right-hand edge of a log, checked against the state that was signed.
pub(crate) async fn edge(
    tx: &Tx,
    partnership: &str,
    signed: &ledger::Checkpoint,
) -> Result<Result<Edge, ledger::Error>, Error> {
    Tiles::default().with(tx, partnership, |read| Edge::resume(signed, read)).await
}

/// The row that a tile's bytes are in. The hashes of entries are made from the entries.
fn row_of(path: &TilePath) -> (i64, u64) {
    match path.layer() {
        Layer::Entries | Layer::Hashes(0) => (ENTRIES, path.index()),
        Layer::Hashes(level) => (i64::from(level), path.index()),
    }
}

/// What a row holds of a tile; nothing when it is less wide.
fn cut(path: &TilePath, row: &[u8]) -> Option<Vec<u8>> {
    let width = usize::try_from(path.width().min(TILE_WIDTH)).ok()?;
    match path.layer() {
        Layer::Hashes(0) => {
            let all = entries(row).ok()?;
            let hashes = all.get(..width)?.iter().map(|entry| Hash::leaf(entry));
            Some(hashes.flat_map(|hash| *hash.as_bytes()).collect())
        }
        Layer::Hashes(_) => row.get(..width * Hash::BYTES).map(<[u8]>::to_vec),
        Layer::Entries => {
            let all = entries(row).ok()?;
            let length = all.get(..width)?.iter().map(|entry| 2 + entry.len()).sum();
            row.get(..length).map(<[u8]>::to_vec)
        }
    }
}

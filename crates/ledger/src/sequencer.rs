//! How a log grows: from the right-hand edge of its tree and a batch of entries to the files to
//! write and the next checkpoint. Nothing is written here; in which order it must be is said here.

use crate::{
    Checkpoint, Error, Hash, Layer, TILE_WIDTH, TilePath, merkle,
    tile::{self, Read},
};

/// The right-hand edge of a log's tree: all that is needed to add to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    size: u64,
    /// The last entries: those of the partial bundle.
    bundle: Vec<u8>,
    /// The hashes of each level's partial tile, lowest level first.
    levels: Vec<Vec<Hash>>,
}

/// A grown log that is not written yet.
///
/// The order in which a writer makes it true, so that nothing that was signed is ever taken back,
/// with any number of writers and whatever fails in between:
///
/// 1. Take the edge at the *record*: the last checkpoint that was signed, kept where it can be
///    compared and swapped, and in no backup. [`Edge::resume`] refuses tiles that fall short of it.
/// 2. Make the batch's files durable under a name of this batch alone, or in one transaction with
///    step 3. Two writers at the same size write different files under the same paths.
/// 3. Sign the new checkpoint, and swap the record from the old one to it. If the record is another
///    by now, throw the batch away and begin again. From here on the batch is the log's.
/// 4. Bring the files to their paths. Repeating this changes nothing, so a writer that starts after
///    a crash does it first, for the record that it finds.
/// 5. Publish the checkpoint.
///
/// A failed `fsync` ends the process: what the disk holds is then unknown.
#[derive(Debug, Clone)]
#[must_use]
pub struct Batch {
    files: Vec<(TilePath, Vec<u8>)>,
    edge: Edge,
}

impl Edge {
    /// The edge of a log without entries.
    #[must_use]
    pub const fn empty() -> Self {
        Self { size: 0, bundle: Vec::new(), levels: Vec::new() }
    }

    /// The edge of the log at the last checkpoint that was signed for it.
    ///
    /// # Errors
    /// When what is stored is not the log that the checkpoint signs: a restored backup that has not
    /// caught up, or another log. Nothing may be signed then.
    pub fn resume(signed: &Checkpoint, read: &Read<'_>) -> Result<Self, Error> {
        let mut edge = Self { size: signed.size, ..Self::empty() };
        for level in tile::levels(signed.size) {
            let path = TilePath::partial(Layer::Hashes(level), signed.size);
            edge.levels.push(path.map(|path| path.hashes(read)).transpose()?.unwrap_or_default());
        }
        let found = edge.root();
        if found != signed.root {
            return Err(Error::WrongRoot { signed: signed.root, found });
        }
        if let Some(path) = TilePath::partial(Layer::Entries, signed.size) {
            edge.bundle = path.read(read)?;
            let leaves: Vec<Hash> =
                tile::entries(&edge.bundle)?.into_iter().map(Hash::leaf).collect();
            if edge.levels.first() != Some(&leaves) {
                return Err(Error::malformed("entry bundle", "the tile above it says otherwise"));
            }
        }
        Ok(edge)
    }

    /// How many entries the log has.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The root over them.
    #[must_use]
    pub fn root(&self) -> Hash {
        merkle::root_of_edge(self.levels.iter().map(Vec::as_slice))
    }

    /// What a checkpoint of this state says.
    #[must_use]
    pub fn checkpoint(&self, origin: &str) -> Checkpoint {
        let extensions = Vec::new();
        Checkpoint { origin: origin.to_owned(), size: self.size, root: self.root(), extensions }
    }

    /// Adds entries at the end.
    ///
    /// # Errors
    /// When an entry is longer than a bundle can say.
    pub fn append<E: AsRef<[u8]>>(
        mut self,
        entries: impl IntoIterator<Item = E>,
    ) -> Result<Batch, Error> {
        let before = self.size;
        let mut files = Vec::new();
        for entry in entries {
            tile::push_entry(&mut self.bundle, entry.as_ref())?;
            self.size += 1;
            if self.size.is_multiple_of(TILE_WIDTH) {
                let full = std::mem::take(&mut self.bundle);
                files.extend(TilePath::last(Layer::Entries, self.size).map(|path| (path, full)));
            }
            self.push(Hash::leaf(entry.as_ref()), &mut files);
        }
        let grown = |layer| {
            TilePath::partial(layer, self.size)
                .filter(|path| Some(*path) != TilePath::partial(layer, before))
        };
        files.extend(grown(Layer::Entries).map(|path| (path, self.bundle.clone())));
        for (level, hashes) in (0..).zip(&self.levels) {
            files.extend(grown(Layer::Hashes(level)).map(|path| (path, bytes(hashes))));
        }
        Ok(Batch { files, edge: self })
    }

    /// Adds a hash at level 0, and at each level above that it completes a tile of.
    fn push(&mut self, leaf: Hash, files: &mut Vec<(TilePath, Vec<u8>)>) {
        let mut hash = leaf;
        for level in 0_u8.. {
            let at = usize::from(level);
            if self.levels.len() == at {
                self.levels.push(Vec::new());
            }
            let path = TilePath::last(Layer::Hashes(level), self.size);
            let Some(hashes) = self.levels.get_mut(at) else { return };
            hashes.push(hash);
            if hashes.len() as u64 != TILE_WIDTH {
                return;
            }
            hash = merkle::root_of(hashes);
            files.extend(path.map(|path| (path, bytes(hashes))));
            hashes.clear();
        }
    }
}

impl Batch {
    /// What must be written: bundles and tiles, each under its path.
    #[must_use]
    pub fn files(&self) -> &[(TilePath, Vec<u8>)] {
        &self.files
    }

    /// The edge of the grown log, to be signed and to be added to. Says that the files are durable.
    #[must_use]
    pub fn written(self) -> Edge {
        self.edge
    }
}

fn bytes(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(Hash::as_bytes).copied().collect()
}

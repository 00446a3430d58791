//! Checks a whole log from its entries up, and names the first fault with its place.

use std::fmt;

use crate::{
    Checkpoint, Error, Hash, Layer, Policy, SignedCheckpoint, TILE_WIDTH, TilePath, VerifierKey,
    Witnessed, merkle,
    tile::{self, Read},
};

/// Whom one believes.
#[derive(Debug, Clone, Default)]
pub struct Trust {
    /// The log's keys, each of which must have signed.
    pub keys: Vec<VerifierKey>,
    /// The log's or its witnesses' keys, some of which must have signed.
    pub policy: Option<Policy>,
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file or the part of it.
    pub place: String,
    /// What is wrong there.
    pub error: Error,
}

/// What holds when no fault was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The latest state: every entry, tile and root of it was derived anew.
    pub latest: Checkpoint,
    /// The states that it was checked against, the latest among them.
    pub checkpoints: usize,
    /// Who confirmed the latest state.
    pub witnessed: Vec<Witnessed>,
}

/// A check of a whole log: [`parts`](Self::parts) can be checked side by side, in any order.
#[derive(Debug)]
pub struct Audit {
    /// In order of size, with the name of each.
    checkpoints: Vec<(String, Checkpoint)>,
    latest: Checkpoint,
    witnessed: Vec<Witnessed>,
}

/// What was found in a part of a log.
#[derive(Debug)]
pub struct Part {
    /// The roots of its full bundles.
    bundles: Vec<Hash>,
    /// For each size at which a checkpoint cuts a bundle: the root of what lies before the cut.
    cuts: Vec<(u64, Hash)>,
}

/// So many bundles are a part.
const BUNDLES: u64 = 256;

impl Trust {
    /// Checks who signed a checkpoint, and tells which witnesses confirmed it.
    ///
    /// # Errors
    /// When a signature is missing or wrong.
    pub fn check(&self, signed: &SignedCheckpoint) -> Result<Vec<Witnessed>, Error> {
        let origin = &signed.checkpoint().origin;
        for key in &self.keys {
            if key.name() != origin {
                let (expected, found) = (key.name().to_owned(), origin.clone());
                return Err(Error::Origin { expected, found });
            }
            key.check(signed.note())?.ok_or_else(|| Error::NotSigned(origin.clone()))?;
        }
        let named = |policy: &Policy| policy.names_logs();
        if self.keys.is_empty() && !self.policy.as_ref().is_some_and(named) {
            return Err(Error::NotSigned(origin.clone()));
        }
        self.policy.as_ref().map_or(Ok(Vec::new()), |policy| policy.check(signed))
    }
}

/// Checks a whole log, one part after the other. The checkpoints have names for the report.
///
/// # Errors
/// The first fault.
pub fn verify(
    checkpoints: &[(String, SignedCheckpoint)],
    trust: &Trust,
    read: &Read<'_>,
) -> Result<Verified, Fault> {
    let audit = Audit::begin(checkpoints, trust)?;
    let parts = (0..audit.parts()).map(|part| audit.part(part, read)).collect::<Result<_, _>>()?;
    audit.finish(parts, read)
}

impl Audit {
    /// Checks the checkpoints' signatures, and that they are of one log.
    ///
    /// # Errors
    /// The first fault among them, or that there is none to check.
    pub fn begin(checkpoints: &[(String, SignedCheckpoint)], trust: &Trust) -> Result<Self, Fault> {
        let mut checked = Vec::new();
        for (name, signed) in checkpoints {
            let witnessed = trust.check(signed).map_err(Fault::at(name))?;
            checked.push((name.clone(), signed.checkpoint().clone(), witnessed));
        }
        checked.sort_by_key(|(_, checkpoint, witnessed)| (checkpoint.size, witnessed.len()));
        let Some((_, latest, witnessed)) = checked.last().cloned() else {
            let error = Error::malformed("log", "it has no checkpoint");
            return Err(Fault { place: "checkpoint".to_owned(), error });
        };
        if let Some((name, other, _)) = checked.iter().find(|(_, c, _)| c.origin != latest.origin) {
            let (expected, found) = (latest.origin, other.origin.clone());
            return Err(Fault::at(name)(Error::Origin { expected, found }));
        }
        let checkpoints = checked.into_iter().map(|(name, c, _)| (name, c)).collect();
        Ok(Self { checkpoints, latest, witnessed })
    }

    /// How many parts there are.
    #[must_use]
    pub fn parts(&self) -> u64 {
        self.latest.size.div_ceil(TILE_WIDTH * BUNDLES)
    }

    /// Derives the hashes of a part of the entries, and compares the tiles right above them.
    ///
    /// # Errors
    /// The first fault in this part.
    pub fn part(&self, part: u64, read: &Read<'_>) -> Result<Part, Fault> {
        let mut found = Part { bundles: Vec::new(), cuts: Vec::new() };
        for index in part * BUNDLES..(part + 1) * BUNDLES {
            let paths = |size| {
                let path = |layer| TilePath::of_tree(layer, index, size);
                path(Layer::Entries).zip(path(Layer::Hashes(0)))
            };
            let Some((bundle, tile)) = paths(self.latest.size) else { break };
            let bytes = bundle.read(read).map_err(Fault::at(&bundle))?;
            let leaves = leaves(&bundle, &bytes).map_err(Fault::at(&bundle))?;
            same(&tile, &leaves, read)?;
            for size in self.sizes_within(&bundle) {
                let Some((cut_bundle, cut_tile)) = paths(size) else { continue };
                let (before, _) = leaves.split_at_checked(cut_tile.wanted()).unwrap_or_default();
                found.cuts.push((size, merkle::root_of(before)));
                if size < self.latest.size {
                    let bytes = cut_bundle.read(read).map_err(Fault::at(&cut_bundle))?;
                    if self::leaves(&cut_bundle, &bytes).map_err(Fault::at(&cut_bundle))? != before
                    {
                        let why = "it differs from the later bundle";
                        return Err(Fault::at(&cut_bundle)(Error::malformed("entry bundle", why)));
                    }
                    same(&cut_tile, before, read)?;
                }
            }
            if tile.width() == TILE_WIDTH {
                found.bundles.push(merkle::root_of(&leaves));
            }
        }
        Ok(found)
    }

    /// Compares the upper tiles, and the roots that the checkpoints sign. Takes the parts in order.
    ///
    /// # Errors
    /// The first fault among them.
    pub fn finish(self, parts: Vec<Part>, read: &Read<'_>) -> Result<Verified, Fault> {
        let cuts: Vec<(u64, Hash)> = parts.iter().flat_map(|part| part.cuts.clone()).collect();
        let mut levels =
            vec![parts.into_iter().flat_map(|part| part.bundles).collect::<Vec<Hash>>()];
        for level in 1_u8.. {
            let Some(hashes) = levels.last().filter(|hashes| !hashes.is_empty()) else { break };
            for (index, of_tile) in (0..).zip(hashes.chunks(256)) {
                let path = |size| TilePath::of_tree(Layer::Hashes(level), index, size);
                let sizes = self.checkpoints.iter().map(|(_, checkpoint)| checkpoint.size);
                let mut compared = None;
                for path in sizes.filter_map(path) {
                    let (hashes, _) = of_tile.split_at_checked(path.wanted()).unwrap_or_default();
                    if compared != Some(path) {
                        same(&path, hashes, read)?;
                    }
                    compared = Some(path);
                }
            }
            let full = hashes.chunks_exact(256).map(merkle::root_of).collect();
            levels.push(full);
        }
        for (name, checkpoint) in &self.checkpoints {
            let found = root(checkpoint.size, &levels, &cuts);
            if found != checkpoint.root {
                let error = Error::WrongRoot { signed: checkpoint.root, found };
                return Err(Fault::at(name)(error));
            }
        }
        let Self { checkpoints, latest, witnessed } = self;
        Ok(Verified { latest, checkpoints: checkpoints.len(), witnessed })
    }

    /// The sizes of checkpoints that end within a bundle.
    fn sizes_within(&self, bundle: &TilePath) -> impl Iterator<Item = u64> {
        let start = bundle.index() * TILE_WIDTH;
        let from = self.checkpoints.partition_point(|(_, c)| c.size <= start);
        let within = self.checkpoints.get(from..).unwrap_or_default();
        let mut last = start;
        within
            .iter()
            .map(|(_, checkpoint)| checkpoint.size)
            .take_while(move |size| *size - start < TILE_WIDTH)
            .filter(move |size| std::mem::replace(&mut last, *size) != *size)
    }
}

/// The root of the tree of `size` entries: from the full tiles' hashes at each level above the
/// entries, and from what lies before the cut.
fn root(size: u64, levels: &[Vec<Hash>], cuts: &[(u64, Hash)]) -> Hash {
    let cut = cuts.binary_search_by_key(&size, |(at, _)| *at).ok().and_then(|at| cuts.get(at));
    let cut: Vec<Hash> = cut.map(|(_, hash)| *hash).into_iter().collect();
    let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
    let edges = (1_u32..).zip(levels).map(|(level, hashes)| {
        let end = size.checked_shr(8 * level).unwrap_or(0);
        hashes.get(place(end & !0xff)..place(end)).unwrap_or_default()
    });
    merkle::root_of_edge(std::iter::once(cut.as_slice()).chain(edges))
}

fn leaves(path: &TilePath, bundle: &[u8]) -> Result<Vec<Hash>, Error> {
    let entries = tile::entries(bundle)?;
    if entries.len() != path.wanted() {
        return Err(Error::malformed(
            "entry bundle",
            "it has more or fewer entries than its place",
        ));
    }
    Ok(entries.into_iter().map(Hash::leaf).collect())
}

/// Compares a tile with the hashes that it should hold.
fn same(path: &TilePath, expected: &[Hash], read: &Read<'_>) -> Result<(), Fault> {
    let found = path.hashes(read).map_err(Fault::at(path))?;
    match found.iter().zip(expected).position(|(found, expected)| found != expected) {
        Some(position) => Err(Fault::at(path)(Error::WrongHash { position })),
        None => Ok(()),
    }
}

impl Fault {
    fn at(place: &impl ToString) -> impl FnOnce(Error) -> Self {
        let place = place.to_string();
        move |error| Self { place, error }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.error)
    }
}

impl std::error::Error for Fault {}

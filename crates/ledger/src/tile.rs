//! Tiles and entry bundles: where they lie and what is in them (C2SP tlog-tiles).

use std::{fmt, str::FromStr};

use crate::{Error, Hash, hash::decimal, merkle};

/// Entries in a full bundle, and hashes in a full tile.
pub const TILE_WIDTH: u64 = 256;

/// The longest entry: a bundle gives its length in 16 bits.
pub const MAX_ENTRY: usize = u16::MAX as usize;

/// What a tile is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// The entries themselves: an entry bundle.
    Entries,
    /// Hashes: of entries at level 0, of the full tiles below it at each level above.
    Hashes(u8),
}

/// Which tile or bundle: `tile/0/x001/234`, `tile/entries/000.p/5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TilePath {
    layer: Layer,
    index: u64,
    width: u64,
}

/// How a tile or bundle is had, whoever keeps it: its bytes, nothing when it is not there, or why it
/// cannot be read.
pub type Read<'r> = dyn Fn(&TilePath) -> Result<Option<Vec<u8>>, String> + 'r;

/// Levels go up to 63 in the specification; a tree of 2^64 entries has nine.
const LEVELS: u8 = 8;

impl TilePath {
    /// The tile at `index` of a layer, as a tree of `size` entries has it.
    ///
    /// Nothing when such a tree has nothing there.
    #[must_use]
    pub fn of_tree(layer: Layer, index: u64, size: u64) -> Option<Self> {
        let width = size_at(layer, size).checked_sub(index.checked_mul(TILE_WIDTH)?)?;
        (width > 0).then_some(Self { layer, index, width: width.min(TILE_WIDTH) })
    }

    /// The last tile of a layer in a tree of `size` entries, if it is partial.
    #[must_use]
    pub fn partial(layer: Layer, size: u64) -> Option<Self> {
        Self::last(layer, size).filter(|path| path.width < TILE_WIDTH)
    }

    /// The last tile of a layer in a tree of `size` entries.
    pub(crate) fn last(layer: Layer, size: u64) -> Option<Self> {
        Self::of_tree(layer, size_at(layer, size).checked_sub(1)? / TILE_WIDTH, size)
    }

    /// What it is made of.
    #[must_use]
    pub const fn layer(&self) -> Layer {
        self.layer
    }

    /// Its place in the layer.
    #[must_use]
    pub const fn index(&self) -> u64 {
        self.index
    }

    /// How many hashes or entries it holds.
    #[must_use]
    pub const fn width(&self) -> u64 {
        self.width
    }

    /// The full tile at the same place, which may stand in for a partial one.
    #[must_use]
    pub const fn full(self) -> Self {
        Self { width: TILE_WIDTH, ..self }
    }

    /// Its bytes, from the full tile when the partial one was deleted.
    pub(crate) fn read(&self, read: &Read<'_>) -> Result<Vec<u8>, Error> {
        let bytes = |path: &Self| read(path).map_err(|why| Error::Unreadable { path: *path, why });
        if let Some(found) = bytes(self)? {
            return Ok(found);
        }
        let full = bytes(&self.full())?.ok_or(Error::Missing(*self))?;
        let length = match self.layer {
            Layer::Hashes(_) => Hash::BYTES * self.wanted(),
            Layer::Entries => entries(&full)?.iter().take(self.wanted()).map(|e| 2 + e.len()).sum(),
        };
        Ok(full.get(..length).unwrap_or(&full).to_vec())
    }

    /// Reads a tile of hashes.
    pub(crate) fn hashes(&self, read: &Read<'_>) -> Result<Vec<Hash>, Error> {
        let bytes = self.read(read)?;
        let (hashes, rest) = bytes.as_chunks();
        if hashes.len() != self.wanted() || !rest.is_empty() {
            return Err(Error::malformed("tile", "it has not 32 bytes for each hash"));
        }
        Ok(hashes.iter().copied().map(Hash::new).collect())
    }

    pub(crate) fn wanted(&self) -> usize {
        usize::try_from(self.width).unwrap_or(usize::MAX)
    }
}

/// How many hashes, or entries, a layer has in a tree of `size` entries.
fn size_at(layer: Layer, size: u64) -> u64 {
    match layer {
        Layer::Entries => size,
        Layer::Hashes(level) => size.checked_shr(8 * u32::from(level)).unwrap_or(0),
    }
}

/// The levels of hashes in a tree of `size` entries.
pub(crate) fn levels(size: u64) -> impl Iterator<Item = u8> {
    (0..LEVELS).take_while(move |level| size_at(Layer::Hashes(*level), size) > 0)
}

impl fmt::Display for TilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.layer {
            Layer::Entries => f.write_str("tile/entries/")?,
            Layer::Hashes(level) => write!(f, "tile/{level}/")?,
        }
        let mut divisor = 1_u64;
        while let Some(larger) = divisor.checked_mul(1000).filter(|larger| *larger <= self.index) {
            divisor = larger;
        }
        while divisor > 1 {
            write!(f, "x{:03}/", self.index / divisor % 1000)?;
            divisor /= 1000;
        }
        write!(f, "{:03}", self.index % 1000)?;
        if self.width < TILE_WIDTH { write!(f, ".p/{}", self.width) } else { Ok(()) }
    }
}

impl FromStr for TilePath {
    type Err = Error;

    /// Takes what [`fmt::Display`] writes, and nothing else.
    fn from_str(text: &str) -> Result<Self, Error> {
        let parse = || {
            let (layer, rest) = text.strip_prefix("tile/")?.split_once('/')?;
            let layer = match layer {
                "entries" => Layer::Entries,
                level => Layer::Hashes(decimal(level)?.try_into().ok()?),
            };
            let (index, width) = match rest.split_once(".p/") {
                Some((index, width)) => (index, decimal(width)?),
                None => (rest, TILE_WIDTH),
            };
            let index =
                index.split('/').map(|part| part.trim_start_matches('x')).collect::<String>();
            let index = index.trim_start_matches('0');
            let index = if index.is_empty() { 0 } else { decimal(index)? };
            let path = Self { layer, index, width };
            ((1..=TILE_WIDTH).contains(&width) && path.to_string() == text).then_some(path)
        };
        parse().ok_or(Error::malformed("path of a tile", "see c2sp.org/tlog-tiles"))
    }
}

/// The entries of a bundle: each has its length before it, as 16 bits, the higher ones first.
///
/// # Errors
/// When an entry breaks off.
pub fn entries(bundle: &[u8]) -> Result<Vec<&[u8]>, Error> {
    let mut found = Vec::new();
    let mut rest = bundle;
    while !rest.is_empty() {
        let (entry, after) = rest
            .split_first_chunk()
            .and_then(|(length, rest)| rest.split_at_checked(u16::from_be_bytes(*length).into()))
            .ok_or(Error::malformed("entry bundle", "its last entry breaks off"))?;
        found.push(entry);
        rest = after;
    }
    Ok(found)
}

/// Adds an entry to a bundle.
pub(crate) fn push_entry(bundle: &mut Vec<u8>, entry: &[u8]) -> Result<(), Error> {
    let length = u16::try_from(entry.len());
    // Which number does not fit is in the error.
    let length = length.ok().ok_or(Error::EntryTooLong(entry.len()))?;
    bundle.extend(length.to_be_bytes());
    bundle.extend(entry);
    Ok(())
}

/// A tile with the hashes between its own and its root, so that proofs look them up.
#[derive(Debug, Clone)]
pub struct Tile(Vec<Vec<Hash>>);

impl Tile {
    /// Makes the hashes between.
    #[must_use]
    pub fn new(hashes: Vec<Hash>) -> Self {
        let mut levels = vec![hashes];
        while let Some(top) = levels.last().filter(|top| top.len() > 1) {
            // A hash without a neighbour stands for no complete subtree.
            levels.push(merkle::above(top.get(..top.len() & !1).unwrap_or_default()));
        }
        Self(levels)
    }

    /// Reads a tile of hashes, and makes those between.
    ///
    /// # Errors
    /// When it is missing or malformed.
    pub fn read(path: &TilePath, read: &Read<'_>) -> Result<Self, Error> {
        Ok(Self::new(path.hashes(read)?))
    }

    /// The root of the complete subtree at this height above the tile's own hashes.
    pub(crate) fn node(&self, height: u32, place: u64) -> Option<Hash> {
        let level = self.0.get(usize::try_from(height).ok()?)?;
        level.get(usize::try_from(place).ok()?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(layer: Layer, index: u64, width: u64) -> String {
        TilePath { layer, index, width }.to_string()
    }

    #[test]
    fn paths_are_those_of_the_specification() {
        assert_eq!(path(Layer::Hashes(0), 1_234_067, 256), "tile/0/x001/x234/067");
        assert_eq!(path(Layer::Hashes(3), 0, 1), "tile/3/000.p/1");
        assert_eq!(path(Layer::Entries, 1000, 256), "tile/entries/x001/000");
        assert_eq!(path(Layer::Hashes(1), 999, 255), "tile/1/999.p/255");
    }

    #[test]
    fn a_path_has_one_spelling() {
        for index in [0, 1, 999, 1000, 1001, 999_999, 1_000_000, 1_234_067, u64::MAX] {
            let text = path(Layer::Hashes(2), index, 17);
            assert_eq!(text.parse::<TilePath>().unwrap().to_string(), text);
        }
        for wrong in [
            "tile/0/1",
            "tile/00/001",
            "tile/0/x000/001",
            "tile/0/x1/001",
            "tile/0/001/",
            "tile/0/001.p/0",
            "tile/0/001.p/256",
            "tile/0/001.p/01",
            "tile/8/data/001",
            "tile/0/../001",
            "tile/0/xx01/001",
            "/tile/0/001",
            "checkpoint",
        ] {
            assert!(wrong.parse::<TilePath>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_tree_of_70_000_has_the_tiles_that_the_specification_counts() {
        let size = 70_000;
        let tile = |level, index| {
            TilePath::of_tree(Layer::Hashes(level), index, size).map(|path| path.width())
        };
        assert_eq!((tile(0, 272), tile(0, 273), tile(0, 274)), (Some(256), Some(112), None));
        assert_eq!((tile(1, 0), tile(1, 1), tile(1, 2)), (Some(256), Some(17), None));
        assert_eq!((tile(2, 0), tile(2, 1), tile(3, 0)), (Some(1), None, None));
        assert_eq!(levels(size).count(), 3);
        assert_eq!(levels(256).count(), 2);
        assert_eq!(TilePath::partial(Layer::Hashes(0), 256), None);
        assert_eq!(TilePath::partial(Layer::Hashes(1), 256).unwrap().width(), 1);
    }

    #[test]
    fn an_entry_of_65_535_bytes_is_the_longest() {
        let mut bundle = Vec::new();
        push_entry(&mut bundle, &[]).unwrap();
        push_entry(&mut bundle, &vec![7; MAX_ENTRY]).unwrap();
        assert_eq!(
            push_entry(&mut bundle, &vec![7; MAX_ENTRY + 1]),
            Err(Error::EntryTooLong(65_536))
        );
        assert_eq!(entries(&bundle).unwrap(), [&[][..], &vec![7; MAX_ENTRY]]);
        bundle.pop();
        assert!(entries(&bundle).is_err());
    }
}

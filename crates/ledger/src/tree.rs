//! Proofs made from tiles.

use std::{cell::RefCell, sync::Arc};

use crate::{
    Error, Hash, Layer, Tile, TilePath,
    merkle::{self, Range},
    tile::Read,
};

/// How a tile is had by one who keeps tiles in memory.
type Load<'r> = dyn Fn(&TilePath) -> Result<Arc<Tile>, Error> + 'r;

/// A tree of a given size, seen through its tiles. Each tile is asked for once.
pub struct Tree<'r> {
    size: u64,
    load: Box<Load<'r>>,
    loaded: RefCell<Vec<(TilePath, Arc<Tile>)>>,
}

impl<'r> Tree<'r> {
    /// The tree of the first `size` entries, read from where the log is kept.
    pub fn new(size: u64, read: &'r Read<'r>) -> Self {
        Self::of_tiles(size, move |path: &TilePath| Tile::read(path, read).map(Arc::new))
    }

    /// The same, from tiles that the caller keeps: what is read often need not be hashed again.
    pub fn of_tiles(size: u64, load: impl Fn(&TilePath) -> Result<Arc<Tile>, Error> + 'r) -> Self {
        Self { size, load: Box::new(load), loaded: RefCell::default() }
    }

    /// The root, as the tiles give it.
    ///
    /// # Errors
    /// When a tile is missing or malformed.
    pub fn root(&self) -> Result<Hash, Error> {
        if self.size == 0 {
            return Ok(Hash::EMPTY);
        }
        self.subtree(Range { start: 0, end: self.size })
    }

    /// The proof that the entry at `index` is in the tree (RFC 6962, section 2.1.1).
    ///
    /// # Errors
    /// When there is no such entry, or a tile is missing or malformed.
    pub fn inclusion(&self, index: u64) -> Result<Vec<Hash>, Error> {
        if index >= self.size {
            return Err(Error::malformed("place in the log", "the log has fewer entries"));
        }
        self.roots(merkle::inclusion_ranges(index, self.size))
    }

    /// The proof that the tree began with all of the tree of `old` entries (RFC 6962, section
    /// 2.1.2).
    ///
    /// # Errors
    /// When the tree has fewer entries than that, or a tile is missing or malformed.
    pub fn consistency(&self, old: u64) -> Result<Vec<Hash>, Error> {
        if old > self.size {
            return Err(Error::malformed("earlier size", "the log has fewer entries"));
        }
        self.roots(merkle::consistency_ranges(old, self.size))
    }

    fn roots(&self, ranges: Vec<Range>) -> Result<Vec<Hash>, Error> {
        ranges.into_iter().map(|range| self.subtree(range)).collect()
    }

    fn subtree(&self, range: Range) -> Result<Hash, Error> {
        let mut below: Option<Hash> = None;
        for (height, place) in range.complete().rev() {
            let hash = self.node(height, place)?;
            below = Some(below.map_or(hash, |right| Hash::node(&hash, &right)));
        }
        Ok(below.unwrap_or(Hash::EMPTY))
    }

    /// The root of the complete subtree of `2^height` entries at this place.
    fn node(&self, height: u32, place: u64) -> Result<Hash, Error> {
        let (level, inner) = (height / 8, height % 8);
        // A tile holds 2^(8 - inner) of them.
        let (index, place) = (place >> (8 - inner), place & (0xff >> inner));
        let layer = Layer::Hashes(u8::try_from(level).unwrap_or(u8::MAX));
        let path = TilePath::of_tree(layer, index, self.size);
        let path = path.ok_or(Error::malformed("tree", "it has no such subtree"))?;
        self.tile(path)?.node(inner, place).ok_or(Error::Missing(path))
    }

    fn tile(&self, path: TilePath) -> Result<Arc<Tile>, Error> {
        let mut loaded = self.loaded.borrow_mut();
        if let Some((_, tile)) = loaded.iter().find(|(known, _)| *known == path) {
            return Ok(Arc::clone(tile));
        }
        let tile = (self.load)(&path)?;
        loaded.push((path, Arc::clone(&tile)));
        Ok(tile)
    }
}

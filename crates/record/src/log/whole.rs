//! A whole log as one file: what `concord verify` reads, and everything that stranger's tools need.

use ledger::{Layer, TILE_WIDTH, TilePath};
use standards::tar;
use store::{
    Cx,
    log::{self, Published},
};

use super::queries;
use crate::{Error, witness};

/// A copy on its way: where it is. Each piece is a look of its own; the log below a state never
/// changes.
#[derive(Debug)]
pub(crate) struct Copy {
    slug: String,
    shown: Published,
    next: Next,
    seconds: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Head,
    /// Bundles, and the tile above each, from this one on.
    Bundles(u64),
    /// The tiles above, level by level.
    Tiles(u8, u64),
    Over,
}

/// So many bundles or tiles make a piece.
const PIECE: u64 = 64;

const README: &str = "This is a copy of a log that can only grow. It holds no names and no events: each entry is\n\
    a number that an event was turned into.\n\n\
    Check it with   concord verify . --key key\n\
    or with any program that reads https://c2sp.org/tlog-tiles. The file `policy` says which\n\
    witnesses must have confirmed it (https://c2sp.org/tlog-policy).\n";

/// Begins a copy of what strangers see.
pub(crate) async fn begin(cx: &Cx, slug: &str) -> Result<Copy, Error> {
    let (tx, facts) = queries::enter(cx, slug).await?;
    let (shown, _) = queries::checkpoint(&tx, &facts).await?;
    let seconds = u64::try_from(shown.at.micros() / 1_000_000).unwrap_or(0);
    Ok(Copy { slug: slug.to_owned(), shown, next: Next::Head, seconds })
}

impl Copy {
    /// How many entries it has.
    pub(crate) const fn size(&self) -> u64 {
        self.shown.size
    }

    pub(crate) fn is_over(&self) -> bool {
        self.next == Next::Over
    }

    /// The next piece.
    pub(crate) async fn next(&mut self, cx: &Cx) -> Result<Option<Vec<u8>>, Error> {
        match self.next {
            Next::Head => self.head(cx).await.map(Some),
            Next::Bundles(from) => self.bundles(cx, from).await.map(Some),
            Next::Tiles(level, from) => self.tiles(cx, level, from).await.map(Some),
            Next::Over => Ok(None),
        }
    }

    async fn head(&mut self, cx: &Cx) -> Result<Vec<u8>, Error> {
        let (tx, facts) = queries::enter(cx, &self.slug).await?;
        let state = log::find(&tx, facts.id).await?.ok_or(Error::NoLog)?;
        let note = queries::cosigned(&tx, facts.id, &self.shown).await?;
        let witnesses = witness::store::all(&tx, facts.id).await?;
        let keys = queries::keys(&state)?;
        let policy = witness::policy(&keys, &witnesses, facts.quorum);
        let mut all = self.file("README.txt", README.as_bytes());
        for (name, text) in [("checkpoint", &note), ("key", &state.verifiers), ("policy", &policy)]
        {
            all.extend(self.file(name, text.as_bytes()));
        }
        for split in witness::store::splits(&tx, facts.id).await? {
            all.extend(self.file(&format!("split.{}", split.size), split.note.as_bytes()));
        }
        self.next = Next::Bundles(0);
        Ok(all)
    }

    async fn bundles(&mut self, cx: &Cx, from: u64) -> Result<Vec<u8>, Error> {
        let count = self.shown.size.div_ceil(TILE_WIDTH);
        let to = (from + PIECE).min(count);
        let layers = [Layer::Entries, Layer::Hashes(0)];
        let paths = (from..to).flat_map(|index| layers.map(|layer| (layer, index)));
        let all = self.files(cx, paths).await?;
        self.next = if to < count { Next::Bundles(to) } else { Next::Tiles(1, 0) };
        Ok(all)
    }

    async fn tiles(&mut self, cx: &Cx, level: u8, from: u64) -> Result<Vec<u8>, Error> {
        let paths = (from..from + PIECE).map(|index| (Layer::Hashes(level), index));
        let mut all = self.files(cx, paths).await?;
        let there = |layer, index| TilePath::of_tree(layer, index, self.shown.size).is_some();
        self.next = if there(Layer::Hashes(level), from + PIECE) {
            Next::Tiles(level, from + PIECE)
        } else if there(Layer::Hashes(level + 1), 0) {
            Next::Tiles(level + 1, 0)
        } else {
            all.extend(tar::end());
            Next::Over
        };
        Ok(all)
    }

    async fn files(
        &self,
        cx: &Cx,
        paths: impl Iterator<Item = (Layer, u64)>,
    ) -> Result<Vec<u8>, Error> {
        let (tx, facts) = queries::enter(cx, &self.slug).await?;
        let mut all = Vec::new();
        for (layer, index) in paths {
            let Some(path) = TilePath::of_tree(layer, index, self.shown.size) else { break };
            let bytes = log::tile(&tx, facts.id, &path, self.shown.size).await?;
            let bytes = bytes.ok_or(Error::NoTile)?;
            all.extend(self.file(&path.to_string(), &bytes));
        }
        Ok(all)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> Vec<u8> {
        tar::file(name, bytes, self.seconds)
    }
}

//! What a log says: its state, its tiles, where an event's leaf is, and proofs. These look inside a
//! transaction that was let in by a permission.

use base::{Instant, PartnershipId};
use ledger::{Hash, Opening, Proof, Salt, SignedCheckpoint, TilePath, Tree};

use super::{
    Account, Halt,
    place::{self, Tiles},
    rows,
    sequencer::{fault, whole},
};
use crate::{Error, Row, Store, postgres::Begin, tx::Tx, values};

/// How far a log is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogState {
    /// Whose it is.
    pub partnership: String,
    /// The short name of whose it is.
    pub slug: String,
    /// Its name.
    pub origin: String,
    /// Its public keys, one a line.
    pub verifiers: String,
    /// How many entries it has.
    pub size: u64,
    /// The last event that has its leaf.
    pub seq: i64,
    /// The signed note over its entries; empty before the first.
    pub checkpoint: String,
    /// How many entries strangers see.
    pub published: u64,
    /// When they see more.
    pub publish_at: Instant,
    /// Why nothing is signed.
    pub halted: Option<Halt>,
}

/// A state as strangers see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// How many entries.
    pub size: u64,
    /// Since when.
    pub at: Instant,
    /// The note that the log signed.
    pub note: String,
}

/// An event, and what is needed to show its leaf.
#[derive(Debug, Clone)]
pub struct Sealed {
    /// The event.
    pub account: Account,
    /// Its place in the log; nothing while it waits for one.
    pub place: Option<u64>,
    /// What hides it; nothing once it was destroyed.
    pub salt: Option<Salt>,
}

impl LogState {
    fn of(row: &Row) -> Result<Self, Error> {
        let (size, published): (i64, i64) = (row.get("size")?, row.get("published")?);
        let halted: Option<String> = row.get("halted")?;
        Ok(Self {
            partnership: row.get("partnership")?,
            slug: row.get("slug")?,
            origin: row.get("origin")?,
            verifiers: row.get("verifiers")?,
            size: size.unsigned_abs(),
            seq: row.get("seq")?,
            checkpoint: row.get("checkpoint")?,
            published: published.unsigned_abs(),
            publish_at: row.get("publish_at")?,
            halted: halted.as_deref().and_then(Halt::named),
        })
    }
}

impl Published {
    fn of(row: &Row) -> Result<Self, Error> {
        let size: i64 = row.get("size")?;
        Ok(Self { size: size.unsigned_abs(), at: row.get("at")?, note: row.get("note")? })
    }
}

impl Sealed {
    /// What opens its entry; nothing when it was destroyed.
    ///
    /// # Errors
    /// When the stored event has no canonical form: a fault.
    pub fn opening(&self, partnership: PartnershipId) -> Result<Option<Opening>, Error> {
        let Some(salt) = self.salt.clone() else { return Ok(None) };
        let event = self.account.canonical(&partnership.to_string())?;
        Ok(Some(Opening { salt, event }))
    }
}

/// The log of a partnership; nothing before it begins.
///
/// # Errors
/// When the database fails.
pub async fn find(tx: &Tx, partnership: PartnershipId) -> Result<Option<LogState>, Error> {
    state(tx, &partnership.to_string()).await
}

pub(crate) async fn state(tx: &Tx, partnership: &str) -> Result<Option<LogState>, Error> {
    let row = tx.optional(&rows::LOG, values![partnership]).await?;
    row.as_ref().map(LogState::of).transpose()
}

/// What strangers see of the log at a size that was shown to them.
///
/// # Errors
/// When the database fails.
pub async fn shown(
    tx: &Tx,
    partnership: PartnershipId,
    size: u64,
) -> Result<Option<Published>, Error> {
    let row = tx.optional(&rows::CHECKPOINT, values![partnership, whole(size)]).await?;
    row.as_ref().map(Published::of).transpose()
}

/// The states that strangers saw before a size, the latest first.
///
/// # Errors
/// When the database fails.
pub async fn shown_before(
    tx: &Tx,
    partnership: PartnershipId,
    size: u64,
    limit: i64,
) -> Result<Vec<Published>, Error> {
    let values = values![partnership, whole(size), limit];
    tx.query(&rows::CHECKPOINTS, values).await?.iter().map(Published::of).collect()
}

/// How many states strangers were shown.
///
/// # Errors
/// When the database fails.
pub async fn shown_count(tx: &Tx, partnership: PartnershipId) -> Result<i64, Error> {
    tx.one(&rows::CHECKPOINT_COUNT, values![partnership]).await?.get("n")
}

/// A tile or bundle, as far as a tree of this size has it.
///
/// # Errors
/// When the database fails.
pub async fn tile(
    tx: &Tx,
    partnership: PartnershipId,
    path: &TilePath,
    size: u64,
) -> Result<Option<Vec<u8>>, Error> {
    let whole = TilePath::of_tree(path.layer(), path.index(), size);
    if whole.is_none_or(|whole| whole.width() < path.width()) {
        return Ok(None);
    }
    place::tile(tx, &partnership.to_string(), path).await
}

/// An event by its number.
///
/// # Errors
/// When the database fails.
pub async fn event(tx: &Tx, partnership: PartnershipId, seq: i64) -> Result<Option<Sealed>, Error> {
    let row = tx.optional(&rows::EVENT, values![partnership, seq]).await?;
    sealed(tx, partnership, row).await
}

/// An event by its identifier.
///
/// # Errors
/// When the database fails.
pub async fn event_by_id(
    tx: &Tx,
    partnership: PartnershipId,
    id: &str,
) -> Result<Option<Sealed>, Error> {
    let row = tx.optional(&rows::EVENT_BY_ID, values![partnership, id]).await?;
    sealed(tx, partnership, row).await
}

async fn sealed(
    tx: &Tx,
    partnership: PartnershipId,
    row: Option<Row>,
) -> Result<Option<Sealed>, Error> {
    let Some(row) = row else { return Ok(None) };
    let mut accounts = [Account::of(&row)?];
    name_parties(tx, &partnership.to_string(), &mut accounts).await?;
    let [account] = accounts;
    let (place, salt): (Option<i64>, _) = (row.get("place")?, salt(&row)?);
    Ok(Some(Sealed { account, place: place.map(i64::unsigned_abs), salt }))
}

pub(crate) fn salt(row: &Row) -> Result<Option<Salt>, Error> {
    let salt: Option<Vec<u8>> = row.get("salt")?;
    let read = |salt: Vec<u8>| {
        let bytes = salt.try_into().ok();
        bytes.map(Salt::new).ok_or_else(|| Error::fault("a salt has not 32 bytes"))
    };
    salt.map(read).transpose()
}

/// Fills in whom events concern; they stand in the order of their numbers.
pub(crate) async fn name_parties(
    tx: &Tx,
    partnership: &str,
    accounts: &mut [Account],
) -> Result<(), Error> {
    let (Some(first), Some(last)) = (accounts.first(), accounts.last()) else { return Ok(()) };
    let values = values![partnership, first.seq - 1, last.seq];
    for row in tx.query(&rows::PARTIES, values).await? {
        let seq: i64 = row.get("seq")?;
        if let Ok(at) = accounts.binary_search_by_key(&seq, |account| account.seq)
            && let Some(account) = accounts.get_mut(at)
        {
            account.parties.push(row.get("organization")?);
        }
    }
    Ok(())
}

/// The proof that an entry is in the log, by a state that was signed.
///
/// # Errors
/// When the database fails, or the log has fewer entries.
pub async fn proof(
    tx: &Tx,
    partnership: PartnershipId,
    index: u64,
    note: &str,
    extra: Option<Vec<u8>>,
) -> Result<Proof, Error> {
    let checkpoint = SignedCheckpoint::read(note.as_bytes()).map_err(fault)?;
    let hashes = inclusion(tx, partnership, index, checkpoint.checkpoint().size).await?;
    Ok(Proof { extra, index, hashes, checkpoint })
}

/// The hashes that lead from an entry to the root of the first `size` entries.
///
/// # Errors
/// As [`proof`].
pub async fn inclusion(
    tx: &Tx,
    partnership: PartnershipId,
    index: u64,
    size: u64,
) -> Result<Vec<Hash>, Error> {
    let partnership = partnership.to_string();
    let mut tiles = Tiles::default();
    tiles.around(tx, &partnership, index, size).await?;
    let hashes = tiles.with(tx, &partnership, |read| Tree::new(size, read).inclusion(index));
    hashes.await?.map_err(fault)
}

/// The hashes that show that the first `size` entries begin with the first `old` ones.
///
/// # Errors
/// As [`proof`].
pub async fn consistency(
    tx: &Tx,
    partnership: PartnershipId,
    old: u64,
    size: u64,
) -> Result<Vec<Hash>, Error> {
    let partnership = partnership.to_string();
    let mut tiles = Tiles::default();
    tiles.around(tx, &partnership, old.saturating_sub(1), size).await?;
    let hashes = tiles.with(tx, &partnership, |read| Tree::new(size, read).consistency(old));
    hashes.await?.map_err(fault)
}

/// The root over the first `size` entries, as the stored tiles give it.
///
/// # Errors
/// As [`proof`].
pub async fn root(tx: &Tx, partnership: PartnershipId, size: u64) -> Result<Hash, Error> {
    let partnership = partnership.to_string();
    let mut tiles = Tiles::default();
    tiles.around(tx, &partnership, size.saturating_sub(1), size).await?;
    let root = tiles.with(tx, &partnership, |read| Tree::new(size, read).root());
    root.await?.map_err(fault)
}

impl Store {
    /// Every log of the installation, in the order of the partnerships' short names. For the
    /// operator's commands.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn logs(&self) -> Result<Vec<LogState>, Error> {
        let tx = Tx::unbound(self.session(Begin::Once).await?);
        tx.query(&rows::LOGS, Vec::new()).await?.iter().map(LogState::of).collect()
    }
}

//! The log against the database: every event has its leaf, every leaf its event, or it is said why
//! not.

use std::collections::BTreeMap;

use ledger::{Opening, SignedCheckpoint, TilePath, Trust, VerifierKey, entries};

use super::{
    Account, LogState, Secrets, place, read, rows,
    sequencer::{fault, signed, whole},
};
use crate::{Error, Store, postgres::Begin, tx::Tx, values};

/// What the entries of a log stand for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audited {
    /// Events whose leaf opens to them.
    pub events: u64,
    /// Events whose salt was destroyed.
    pub destroyed: u64,
    /// Entries that stand for no event.
    pub padding: u64,
    /// Entries whose events were lost with a restore.
    pub lost: u64,
    /// Events that wait for their leaf.
    pub waiting: u64,
    /// What does not fit, the first of each kind.
    pub findings: Vec<Finding>,
}

/// Something that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The log itself is not what was signed.
    Log(String),
    /// An event whose number is not after the last one logged has no leaf.
    NoLeaf {
        /// Its number.
        seq: i64,
    },
    /// A leaf is kept for an event that is not there.
    NoEvent {
        /// The event's number.
        seq: i64,
    },
    /// An event is not the one that was logged.
    OtherEvent {
        /// Its number.
        seq: i64,
        /// The place of the leaf.
        place: u64,
    },
    /// An entry stands for nothing that is known.
    Unexplained {
        /// Its place.
        place: u64,
    },
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Log(why) => write!(f, "the stored log: {why}"),
            Self::NoLeaf { seq } => write!(f, "event {seq} has no leaf: it was put in later"),
            Self::NoEvent { seq } => write!(f, "event {seq} was removed from the database"),
            Self::OtherEvent { seq, place } => {
                write!(f, "event {seq} was changed: entry {place} is of another text")
            }
            Self::Unexplained { place } => write!(f, "entry {place} stands for no known event"),
        }
    }
}

/// So many findings are told.
const MOST_TOLD: usize = 20;
const PAGE: i64 = 512;

impl Store {
    /// Compares a log with the database, entry by entry. Without the log's key, padding cannot be
    /// told from entries that stand for nothing known.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn audit_log(&self, log: &LogState) -> Result<Audited, Error> {
        let settings = self.log_settings()?;
        let seed = settings.keys.find(self, &log.partnership).await?;
        let secrets = seed.map(|seed| Secrets::of(&seed, &log.origin)).transpose()?;
        let tx = Tx::unbound(self.session(Begin::Read).await?);
        let Some(log) = read::state(&tx, &log.partnership).await? else {
            return Err(Error::Missing { what: "the log" });
        };
        let mut audit = Audit { tx: &tx, log: &log, secrets, found: Audited::default() };
        if !log.checkpoint.is_empty() {
            audit.log_itself().await?;
            audit.entries().await?;
        }
        audit.events().await?;
        Ok(audit.found)
    }
}

struct Audit<'a> {
    tx: &'a Tx,
    log: &'a LogState,
    secrets: Option<Secrets>,
    found: Audited,
}

/// Why an entry is there, as far as the database says.
enum Known {
    Event { seq: i64, opening: Option<Opening>, there: bool },
    Lost,
    Nothing,
}

impl Audit<'_> {
    fn tell(&mut self, finding: Finding) {
        if self.found.findings.len() < MOST_TOLD {
            self.found.findings.push(finding);
        }
    }

    /// Every hash from the entries up, against the states that were signed last.
    async fn log_itself(&mut self) -> Result<(), Error> {
        let LogState { partnership, checkpoint, published, verifiers, .. } = self.log;
        let mut checkpoints: Vec<(String, SignedCheckpoint)> =
            vec![("checkpoint".to_owned(), signed(checkpoint)?)];
        let values = values![partnership, whole(*published)];
        if let Some(row) = self.tx.optional(&rows::CHECKPOINT, values).await? {
            let note: String = row.get("note")?;
            checkpoints.push((format!("checkpoint.{published}"), signed(&note)?));
        }
        let keys = verifiers.lines().take(2).map(str::parse::<VerifierKey>);
        let keys = keys.collect::<Result<_, _>>().map_err(fault)?;
        let trust = Trust { keys, policy: None };
        let audit = match ledger::Audit::begin(&checkpoints, &trust) {
            Ok(audit) => audit,
            Err(wrong) => {
                self.tell(Finding::Log(wrong.to_string()));
                return Ok(());
            }
        };
        let mut parts = Vec::new();
        for part in 0..audit.parts() {
            let mut tiles = place::Tiles::default();
            tiles.of_part(self.tx, partnership, part).await?;
            let wrong = std::cell::RefCell::new(None);
            let checked = tiles.with(self.tx, partnership, |read| match audit.part(part, read) {
                Ok(part) => Ok(Some(part)),
                Err(fault) => {
                    *wrong.borrow_mut() = Some(fault.to_string());
                    Ok(None)
                }
            });
            match (checked.await?.map_err(fault)?, wrong.into_inner()) {
                (Some(part), _) => parts.push(part),
                (None, why) => {
                    self.tell(Finding::Log(why.unwrap_or_default()));
                    return Ok(());
                }
            }
        }
        let mut tiles = place::Tiles::default();
        tiles.upper(self.tx, partnership).await?;
        let finished = tiles.now(|read| audit.finish(parts, read));
        if let Err(wrong) = finished {
            self.tell(Finding::Log(wrong.to_string()));
        }
        Ok(())
    }

    /// What each entry stands for.
    async fn entries(&mut self) -> Result<(), Error> {
        let LogState { partnership, size, .. } = self.log;
        let gaps = self.gaps().await?;
        let mut place = 0_u64;
        while place < *size {
            let Some(path) = TilePath::of_tree(ledger::Layer::Entries, place / 256, *size) else {
                break;
            };
            let bundle = place::tile(self.tx, partnership, &path).await?.unwrap_or_default();
            let end = place + path.width();
            let mut known = self.leaves(place, end).await?;
            for entry in entries(&bundle).map_err(fault)? {
                let why = match known.remove(&place) {
                    Some(event) => event,
                    None if gaps.iter().any(|(from, to)| (*from..*to).contains(&place)) => {
                        Known::Lost
                    }
                    None => Known::Nothing,
                };
                self.entry(place, entry, why);
                place += 1;
            }
            // A bundle that lacks entries was told of with the log itself.
            place = end;
        }
        Ok(())
    }

    fn entry(&mut self, place: u64, entry: &[u8], known: Known) {
        match known {
            Known::Event { seq, there: false, .. } => self.tell(Finding::NoEvent { seq }),
            Known::Event { opening: None, .. } => self.found.destroyed += 1,
            Known::Event { seq, opening: Some(opening), .. } => {
                if opening.commitment().as_bytes() == entry {
                    self.found.events += 1;
                } else {
                    self.tell(Finding::OtherEvent { seq, place });
                }
            }
            Known::Lost => self.found.lost += 1,
            Known::Nothing => {
                let padding = self.secrets.as_ref().map(|secrets| secrets.padding(place));
                if padding.is_some_and(|padding| padding.as_bytes() == entry) {
                    self.found.padding += 1;
                } else {
                    self.tell(Finding::Unexplained { place });
                }
            }
        }
    }

    async fn gaps(&self) -> Result<Vec<(u64, u64)>, Error> {
        let rows = self.tx.query(&rows::GAPS, values![self.log.partnership]).await?;
        let gap = |row: &crate::Row| {
            let (from, to): (i64, i64) = (row.get("place")?, row.get("next")?);
            Ok((from.unsigned_abs(), to.unsigned_abs()))
        };
        rows.iter().map(gap).collect()
    }

    /// The events of the leaves from one place to another.
    async fn leaves(&self, from: u64, to: u64) -> Result<BTreeMap<u64, Known>, Error> {
        let partnership = &self.log.partnership;
        let rows = self.tx.query(&rows::LEAVES, values![partnership, whole(from), PAGE]).await?;
        let mut leaves = Vec::new();
        let mut accounts = Vec::new();
        for row in &rows {
            let (seq, place): (i64, i64) = (row.get("seq")?, row.get("place")?);
            if place.unsigned_abs() >= to {
                break;
            }
            let there = row.get::<Option<String>>("id")?.is_some();
            if there {
                accounts.push(Account::of(row)?);
            }
            leaves.push((place.unsigned_abs(), seq, there, read::salt(row)?));
        }
        accounts.sort_by_key(|account| account.seq);
        read::name_parties(self.tx, partnership, &mut accounts).await?;
        let mut known = BTreeMap::new();
        for (place, seq, there, salt) in leaves {
            let account = accounts.binary_search_by_key(&seq, |account| account.seq).ok();
            let account = account.and_then(|at| accounts.get(at));
            let opening = match (account, salt) {
                (Some(account), Some(salt)) => {
                    Some(Opening { salt, event: account.canonical(partnership)? })
                }
                _ => None,
            };
            known.insert(place, Known::Event { seq, opening, there });
        }
        Ok(known)
    }

    /// Events without a leaf.
    async fn events(&mut self) -> Result<(), Error> {
        let LogState { partnership, seq, .. } = self.log;
        for row in self.tx.query(&rows::UNLOGGED, values![partnership, *seq]).await? {
            let seq = row.get("seq")?;
            self.tell(Finding::NoLeaf { seq });
        }
        let head: i64 = self.tx.one(&rows::HEAD, values![partnership]).await?.get("seq")?;
        self.found.waiting = (head - seq).max(0).unsigned_abs();
        Ok(())
    }
}

//! Gives every event its leaf, in batches, one server at a time for each log. The order of what is
//! made durable is the one that `ledger::Batch` asks for.

use std::{collections::HashMap, sync::Arc, time::Duration};

use base::{Instant, JobId};
use ledger::{Checkpoint, Commitment, Edge, Opening, Salt, SignedCheckpoint};
use tokio_util::sync::CancellationToken;

use super::{
    Account, Halt, LogSettings, LogState, Secrets, begin, place, read,
    record::{ENTRY, Swap},
    rows,
};
use crate::{Error, Row, Store, jobs, postgres::Begin, tx::Tx, values};

/// What jobs subscribe to that follow a new state that strangers see. No event is recorded of it.
pub const PUBLISHED: &str = "log.published";

/// How often waiting events are looked for. With the work, an event has its leaf within a second.
const EVERY: Duration = Duration::from_millis(400);
/// How long a claim lasts; then another server may go on.
const CLAIM_SECONDS: i64 = 30;
/// How long a log rests whose state cannot be signed.
const HALT_SECONDS: i64 = 30;
/// The most events of one batch.
const MOST_EVENTS: i64 = 16_384;

/// One server's part of keeping the logs.
#[derive(Debug)]
pub struct Sequencer {
    store: Store,
    settings: Arc<LogSettings>,
    name: String,
    secrets: HashMap<String, Arc<Secrets>>,
    edges: HashMap<String, Edge>,
}

impl Sequencer {
    /// A sequencer of this store; nothing when it keeps no logs.
    #[must_use]
    pub fn new(store: &Store) -> Option<Self> {
        let settings = store.extension::<LogSettings>()?;
        let name = data_encoding::HEXLOWER.encode(store.secret().get(..8).unwrap_or_default());
        Some(Self {
            store: store.clone(),
            settings,
            name,
            secrets: HashMap::new(),
            edges: HashMap::new(),
        })
    }

    /// Works until told to stop.
    pub async fn work(mut self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            if let Err(error) = self.round().await {
                tracing::warn!(%error, cause = ?error, "the logs cannot go on; they are tried again");
            }
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                () = stop.cancelled() => {}
            }
        }
    }

    /// Gives leaves until nothing waits; how many batches it signed.
    ///
    /// # Errors
    /// When the database or the record fails.
    pub async fn drain(&mut self) -> Result<usize, Error> {
        let mut signed = 0;
        loop {
            match self.round().await? {
                0 => return Ok(signed),
                some => signed += some,
            }
        }
    }

    /// Looks once at every log; how many batches it signed.
    ///
    /// # Errors
    /// As [`Sequencer::drain`].
    pub async fn round(&mut self) -> Result<usize, Error> {
        let now = self.store.clock().now();
        let tx = Tx::unbound(self.store.session(Begin::Once).await?);
        let due = tx.query(&rows::DUE, values![now, self.latest_publication(now)]).await?;
        drop(tx);
        let mut signed = 0;
        for row in due {
            let (partnership, slug): (String, String) = (row.get("partnership")?, row.get("slug")?);
            signed += usize::from(self.advance(&partnership, &slug, now).await?);
        }
        Ok(signed)
    }

    /// Takes one log as far as one batch goes; whether one was signed.
    async fn advance(
        &mut self,
        partnership: &str,
        slug: &str,
        now: Instant,
    ) -> Result<bool, Error> {
        let Some(secrets) = self.secrets(partnership, slug).await? else {
            return self.halt(partnership, Halt::NoKey, now).await;
        };
        if !self.claim(partnership, now).await? {
            return Ok(false);
        }
        let done = self.grow(partnership, &secrets, now).await;
        if done.is_err() {
            self.edges.remove(partnership);
        }
        let rest = match done {
            Ok(Grown::Halted(halt)) => return self.halt(partnership, halt, now).await,
            _ => 0,
        };
        self.release(partnership, now, rest).await?;
        Ok(matches!(done?, Grown::Signed))
    }

    async fn grow(
        &mut self,
        partnership: &str,
        secrets: &Secrets,
        now: Instant,
    ) -> Result<Grown, Error> {
        let state = self.state(partnership).await?;
        let record = self.settings.record.find(&self.store, partnership).await?;
        let state = match self.settle(state, record.as_deref()).await? {
            Ok(state) => state,
            Err(halt) => return Ok(Grown::Halted(halt)),
        };
        let Some(edge) = self.edge(&state).await? else {
            return Ok(Grown::Halted(Halt::Damaged));
        };
        let Some(draft) = self.draft(&state, &edge, secrets, now).await? else {
            self.edges.insert(partnership.to_owned(), edge);
            return Ok(Grown::Nothing);
        };
        self.prepare(&state, &draft).await?;
        let swap = self
            .settings
            .record
            .swap(
                &self.store,
                partnership,
                (record.as_deref(), &draft.checkpoint),
                state.size,
                draft.entries.clone(),
            )
            .await?;
        match swap {
            Swap::Lost => Ok(Grown::Nothing),
            Swap::Done => {
                let edge = self.put(&state, edge, &draft, now).await?;
                self.edges.insert(partnership.to_owned(), edge);
                Ok(Grown::Signed)
            }
        }
    }

    /// Brings the database to what the record says, where a batch of ours was cut off; or says why it
    /// cannot be.
    async fn settle(
        &mut self,
        state: LogState,
        record: Option<&str>,
    ) -> Result<Result<LogState, Halt>, Error> {
        let Some(record) = record else {
            return Ok(if state.size == 0 { Ok(state) } else { Err(Halt::RecordLost) });
        };
        if record == state.checkpoint {
            return Ok(Ok(state));
        }
        self.edges.remove(&state.partnership);
        let Some(draft) = self.prepared(&state.partnership, record).await? else {
            let signed = signed(record)?.checkpoint().clone();
            let behind = signed.origin == state.origin && signed.size > state.size;
            return Ok(Err(if behind { Halt::Behind } else { Halt::RecordDiffers }));
        };
        if draft.size != state.size {
            return Ok(Err(Halt::RecordDiffers));
        }
        let Some(edge) = self.edge(&state).await? else { return Ok(Err(Halt::Damaged)) };
        let now = self.store.clock().now();
        let edge = self.put(&state, edge, &draft, now).await?;
        self.edges.insert(state.partnership.clone(), edge);
        Ok(Ok(self.state(&state.partnership).await?))
    }

    /// What would be signed next; nothing when nothing waits.
    async fn draft(
        &self,
        state: &LogState,
        edge: &Edge,
        secrets: &Secrets,
        now: Instant,
    ) -> Result<Option<Draft>, Error> {
        let accounts = self.waiting(state).await?;
        let unseen = state.size.saturating_sub(state.published);
        let publishes = now >= state.publish_at
            || state.publish_at > self.latest_publication(now)
            || unseen >= LogSettings::MOST_UNSEEN;
        if accounts.is_empty() && !publishes {
            return Ok(None);
        }
        let mut entries: Vec<u8> = Vec::new();
        let mut salts: Vec<u8> = Vec::new();
        for account in &accounts {
            let salt = Salt::new(self.store.secret());
            salts.extend_from_slice(salt.as_bytes());
            let event = account.canonical(&state.partnership)?;
            entries.extend_from_slice(Opening { salt, event }.commitment().as_bytes());
        }
        let count = state.size + accounts.len() as u64;
        let full = if publishes {
            count.max(state.published + 1).next_multiple_of(self.settings.fill.max(1))
        } else {
            count.next_multiple_of(LogSettings::BATCH)
        };
        for place in count..full {
            entries.extend_from_slice(secrets.padding(place).as_bytes());
        }
        let grown = edge.clone().append(chunks(&entries)).map_err(fault)?.written();
        let text = grown.checkpoint(&state.origin).to_string();
        let note = secrets.sign(&text, now_seconds(now)).map_err(fault)?;
        Ok(Some(Draft {
            size: state.size,
            first_seq: state.seq + 1,
            salts,
            entries,
            checkpoint: note.to_string(),
            publishes,
        }))
    }

    /// The events that have no leaf yet, with all that one commits to.
    async fn waiting(&self, state: &LogState) -> Result<Vec<Account>, Error> {
        let tx = Tx::unbound(self.store.session(Begin::Read).await?);
        let values = values![state.partnership, state.seq, MOST_EVENTS];
        let found = tx.query(&rows::EVENTS, values).await?;
        let mut accounts = found.iter().map(Account::of).collect::<Result<Vec<_>, _>>()?;
        read::name_parties(&tx, &state.partnership, &mut accounts).await?;
        Ok(accounts)
    }

    async fn prepare(&self, state: &LogState, draft: &Draft) -> Result<(), Error> {
        let id: JobId = self.store.new_id();
        let mut tx = Tx::unbound(self.store.session(Begin::Write).await?);
        tx.execute(
            &rows::PREPARE,
            values![
                state.partnership,
                id,
                whole(draft.size),
                draft.first_seq,
                draft.salts,
                draft.entries,
                draft.checkpoint,
                draft.publishes
            ],
        )
        .await?;
        tx.commit().await
    }

    async fn prepared(&self, partnership: &str, record: &str) -> Result<Option<Draft>, Error> {
        let tx = Tx::unbound(self.store.session(Begin::Once).await?);
        for row in tx.query(&rows::PREPARED, values![partnership]).await? {
            let draft = Draft::of(&row)?;
            if draft.checkpoint == record {
                return Ok(Some(draft));
            }
        }
        Ok(None)
    }

    /// Puts a batch that the record names where everybody reads it. Doing so again changes nothing.
    async fn put(
        &self,
        state: &LogState,
        edge: Edge,
        draft: &Draft,
        now: Instant,
    ) -> Result<Edge, Error> {
        let batch = edge.append(chunks(&draft.entries)).map_err(fault)?;
        let signed = signed(&draft.checkpoint)?;
        let mut tx = Tx::unbound(self.store.session(Begin::Write).await?);
        place::put(&mut tx, &state.partnership, batch.files()).await?;
        let leaves = chunks(&draft.salts).enumerate().map(|(at, salt)| {
            let at = i64::try_from(at).unwrap_or(i64::MAX);
            let (seq, place) = (draft.first_seq + at, whole(draft.size) + at);
            values![state.partnership, seq, place, salt.to_vec()]
        });
        tx.execute_each(&rows::LEAF, leaves.collect()).await?;
        let events = i64::try_from(draft.salts.len() / ENTRY).unwrap_or(i64::MAX);
        let seq = draft.first_seq + events - 1;
        let Checkpoint { size, root, .. } = signed.checkpoint();
        let values =
            values![state.partnership, whole(state.size), whole(*size), seq, draft.checkpoint];
        if tx.execute(&rows::GROW, values).await? == 0 {
            return Err(Error::Contended("another server put the batch in place".into()));
        }
        if draft.publishes {
            let next = self.next_publication(now);
            tx.execute(&rows::SHOW, values![state.partnership, whole(*size), next]).await?;
            let values = values![state.partnership, whole(*size), now, draft.checkpoint];
            tx.execute(&rows::SHOWN, values).await?;
            self.tell(&mut tx, &state.partnership, *size, now).await?;
        }
        tx.execute(&rows::DISCARD, values![state.partnership]).await?;
        let edge = batch.written();
        if edge.root() != *root {
            return Err(Error::fault("a batch does not give the root that was signed for it"));
        }
        tx.commit().await?;
        self.store.told();
        Ok(edge)
    }

    /// Enqueues what follows a state that strangers see, as what follows an event.
    async fn tell(
        &self,
        tx: &mut Tx,
        partnership: &str,
        size: u64,
        now: Instant,
    ) -> Result<(), Error> {
        let subscribers = self.store.jobs().subscribers(PUBLISHED);
        for kind in subscribers {
            let happened = jobs::Happened {
                seq: 0,
                kind: PUBLISHED.to_owned(),
                actor: "system:log".to_owned(),
                subject: partnership.to_owned(),
                body: serde_json::json!({ "size": size }),
            };
            let id: JobId = self.store.new_id();
            let body = serde_json::to_string(&happened)?;
            jobs::insert(tx, partnership, id, kind, &body, now).await?;
        }
        Ok(())
    }

    /// The same instants for all logs, so that they say nothing of any.
    fn next_publication(&self, now: Instant) -> Instant {
        let every = self.settings.publish_seconds.max(1).saturating_mul(1_000_000);
        Instant::from_micros((now.micros().div_euclid(every) + 1).saturating_mul(every))
    }

    /// No publication is planned later than this: one that is was planned by other settings.
    fn latest_publication(&self, now: Instant) -> Instant {
        now.plus_seconds(self.settings.publish_seconds.max(1))
    }

    async fn edge(&mut self, state: &LogState) -> Result<Option<Edge>, Error> {
        if state.checkpoint.is_empty() {
            return Ok(Some(Edge::empty()));
        }
        let signed = signed(&state.checkpoint)?;
        let checkpoint = signed.checkpoint();
        if let Some(edge) = self.edges.remove(&state.partnership)
            && (edge.size(), edge.root()) == (checkpoint.size, checkpoint.root)
        {
            return Ok(Some(edge));
        }
        let tx = Tx::unbound(self.store.session(Begin::Read).await?);
        match place::edge(&tx, &state.partnership, checkpoint).await? {
            Ok(edge) => Ok(Some(edge)),
            Err(error) => {
                tracing::error!(%error, log = state.origin, "the stored log is not what was signed");
                Ok(None)
            }
        }
    }

    async fn state(&self, partnership: &str) -> Result<LogState, Error> {
        let tx = Tx::unbound(self.store.session(Begin::Once).await?);
        read::state(&tx, partnership).await?.ok_or_else(|| Error::fault("a log is gone"))
    }

    /// The keys of a log; made with it. Nothing when this server has not those that it began with.
    async fn secrets(
        &mut self,
        partnership: &str,
        slug: &str,
    ) -> Result<Option<Arc<Secrets>>, Error> {
        if let Some(secrets) = self.secrets.get(partnership) {
            return Ok(Some(Arc::clone(secrets)));
        }
        let Some(secrets) = begin::begin(&self.store, &self.settings, partnership, slug).await?
        else {
            return Ok(None);
        };
        let secrets = Arc::new(secrets);
        self.secrets.insert(partnership.to_owned(), Arc::clone(&secrets));
        Ok(Some(secrets))
    }

    async fn claim(&self, partnership: &str, now: Instant) -> Result<bool, Error> {
        let mut tx = Tx::unbound(self.store.session(Begin::Write).await?);
        let values = values![partnership, self.name, now.plus_seconds(CLAIM_SECONDS), now];
        let claimed = tx.execute(&rows::CLAIM, values).await? > 0;
        tx.commit().await?;
        Ok(claimed)
    }

    async fn release(&self, partnership: &str, now: Instant, rest: i64) -> Result<(), Error> {
        let until = if rest > 0 { now.plus_seconds(rest) } else { Instant::from_micros(0) };
        let mut tx = Tx::unbound(self.store.session(Begin::Write).await?);
        tx.execute(&rows::RELEASE, values![partnership, self.name, until]).await?;
        tx.commit().await
    }

    /// Says why nothing is signed, and rests. A server without the key says nothing: another may have
    /// it.
    async fn halt(&mut self, partnership: &str, halt: Halt, now: Instant) -> Result<bool, Error> {
        if halt == Halt::NoKey && !self.claim(partnership, now).await? {
            return Ok(false);
        }
        let mut tx = Tx::unbound(self.store.session(Begin::Write).await?);
        tx.execute(&rows::HALT, values![partnership, halt.name()]).await?;
        tx.commit().await?;
        tracing::error!(
            partnership,
            why = halt.name(),
            "no state of a log is signed: {}",
            halt.advice()
        );
        self.release(partnership, now, HALT_SECONDS).await?;
        Ok(false)
    }
}

/// What came of one look at a log.
enum Grown {
    Nothing,
    Signed,
    Halted(Halt),
}

/// A batch before it is true.
struct Draft {
    size: u64,
    first_seq: i64,
    salts: Vec<u8>,
    entries: Vec<u8>,
    checkpoint: String,
    publishes: bool,
}

impl Draft {
    fn of(row: &Row) -> Result<Self, Error> {
        let size: i64 = row.get("size")?;
        Ok(Self {
            size: size.unsigned_abs(),
            first_seq: row.get("first_seq")?,
            salts: row.get("salts")?,
            entries: row.get("entries")?,
            checkpoint: row.get("checkpoint")?,
            publishes: row.get("publishes")?,
        })
    }
}

pub(super) fn signed(note: &str) -> Result<SignedCheckpoint, Error> {
    SignedCheckpoint::read(note.as_bytes()).map_err(fault)
}

pub(super) fn fault(error: ledger::Error) -> Error {
    Error::Fault(Box::new(error))
}

/// The entries, or salts, of a batch.
pub(super) fn chunks(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.chunks_exact(ENTRY)
}

pub(super) fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(super) fn now_seconds(now: Instant) -> u64 {
    u64::try_from(now.micros() / 1_000_000).unwrap_or(0)
}

/// An entry has the length of a commitment.
const _: () = assert!(ENTRY == size_of::<Commitment>());

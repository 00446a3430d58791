//! Does the background work: claims jobs, runs them, tries failed ones again later.

use base::{Actor, Instant, JobId};
use futures_util::future::join_all;
use tokio_util::sync::CancellationToken;

use crate::{
    Cx, Error, Row, Store,
    jobs::{
        CLAIM, DONE, DUE, LATER, PARTNERSHIPS, RELEASE, RESCHEDULE, SCHEDULE, SCHEDULES, insert,
    },
    postgres::Begin,
    tx::Tx,
    values,
};

/// How long a claim lasts. A server that dies loses its jobs to others after this.
const CLAIM_SECONDS: i64 = 60;
/// After so many failures a job waits for a person.
const MOST_ATTEMPTS: i64 = 8;
/// How often schedules are looked at.
const SCHEDULE_SECONDS: i64 = 5;

/// One server's part of the background work.
#[derive(Debug)]
pub struct Worker {
    store: Store,
    name: String,
    scheduled_at: Instant,
}

struct Claimed {
    partnership: String,
    id: JobId,
    kind: String,
    body: String,
    attempts: i64,
}

impl Worker {
    /// A worker of this store.
    #[must_use]
    pub fn new(store: Store) -> Self {
        let secret = store.ids().lock().unwrap_or_else(std::sync::PoisonError::into_inner).secret();
        let name = data_encoding::HEXLOWER.encode(secret.get(..8).unwrap_or_default());
        Self { store, name, scheduled_at: Instant::from_micros(i64::MIN) }
    }

    /// Works until told to stop; then gives back what it has claimed and not begun.
    pub async fn work(mut self, stop: CancellationToken) {
        let mut commits = self.store.commits();
        while !stop.is_cancelled() {
            match self.round().await {
                Ok(0) => {
                    let rest = tokio::time::sleep(std::time::Duration::from_millis(500));
                    tokio::select! {
                        () = rest => {}
                        changed = commits.changed() => if changed.is_err() { break },
                        () = stop.cancelled() => {}
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    tracing::warn!(error = %chain(&error), "background work cannot reach the database");
                    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
                }
            }
        }
        if let Err(error) = self.release().await {
            tracing::warn!(%error, "claimed jobs could not be given back; they wait for their claim to end");
        }
    }

    /// Does what is due until nothing is; how many jobs it ran.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drain(&mut self) -> Result<usize, Error> {
        let mut ran = 0;
        loop {
            match self.round().await? {
                0 => return Ok(ran),
                some => ran += some,
            }
        }
    }

    async fn round(&mut self) -> Result<usize, Error> {
        let now = self.store.clock().now();
        if now.seconds_since(self.scheduled_at) >= SCHEDULE_SECONDS {
            self.schedule(now).await?;
            self.scheduled_at = now;
        }
        let claimed = self.claim(now).await?;
        let count = claimed.len();
        join_all(claimed.into_iter().map(|job| self.run(job))).await;
        Ok(count)
    }

    async fn claim(&self, now: Instant) -> Result<Vec<Claimed>, Error> {
        let look = Tx::unbound(self.store.session(Begin::Once).await?);
        if look.optional(&DUE, values![now]).await?.is_none() {
            return Ok(Vec::new());
        }
        drop(look);
        let tx = Tx::unbound(self.store.session(Begin::Write).await?);
        let values = values![now, now.plus_seconds(CLAIM_SECONDS), self.name];
        let rows = tx.query(&CLAIM, values).await?;
        let claimed = rows.iter().map(claimed).collect::<Result<_, _>>()?;
        tx.commit().await?;
        Ok(claimed)
    }

    async fn run(&self, job: Claimed) {
        let result = self.perform(&job).await;
        if let Err(error) = self.settle(&job, result).await {
            tracing::warn!(job.kind, error = %chain(&error), "a job's end could not be written down");
        }
    }

    async fn perform(&self, job: &Claimed) -> Result<(), String> {
        let Some(handler) = self.store.jobs().handler(&job.kind) else {
            return Err(format!("this program knows no job `{}`", job.kind));
        };
        let body = serde_json::from_str(&job.body).map_err(|error| error.to_string())?;
        let name = self.store.jobs().name_of(&job.kind);
        let mut cx = Cx::new(self.store.clone(), Actor::System(name), self.store.clock().now());
        if let Ok(partnership) = job.partnership.parse() {
            cx = cx.in_partnership_id(partnership);
        }
        handler(cx, body)
            .await
            .map_err(|problem| format!("{}: {}", problem.code(), chain(&*problem)))
    }

    async fn settle(&self, job: &Claimed, result: Result<(), String>) -> Result<(), Error> {
        let mut tx = Tx::unbound(self.store.session(Begin::Write).await?);
        match result {
            Ok(()) => {
                tx.execute(&DONE, values![job.partnership, job.id, self.name]).await?;
            }
            Err(error) => {
                let dead = job.attempts >= MOST_ATTEMPTS;
                let wait = 2_i64.saturating_pow(u32::try_from(job.attempts).unwrap_or(0)) * 5;
                let at = self.store.clock().now().plus_seconds(wait.min(6 * 3600));
                if dead {
                    tracing::error!(job.kind, %error, "a job failed too often and waits for the operator");
                } else {
                    tracing::warn!(job.kind, job.attempts, %error, "a job failed and will be tried again");
                }
                let state = if dead { "dead" } else { "waiting" };
                let values = values![job.partnership, job.id, self.name, at, state, error];
                tx.execute(&LATER, values).await?;
            }
        }
        tx.commit().await
    }

    /// Enqueues what is due by the calendar, once for each partnership and whole installation:
    /// of several servers, the one that moves the schedule on does it.
    async fn schedule(&self, now: Instant) -> Result<(), Error> {
        let schedules = self.store.jobs().schedules();
        let look = Tx::unbound(self.store.session(Begin::Once).await?);
        let known = look.query(&SCHEDULES, Vec::new()).await?;
        drop(look);
        for (name, seconds) in schedules {
            let mut next_at = None;
            for row in &known {
                if row.get::<String>("name")? == name {
                    next_at = Some(row.get::<Instant>("next_at")?);
                }
            }
            if next_at.is_some_and(|at| at > now) {
                continue;
            }
            let mut tx = Tx::unbound(self.store.session(Begin::Write).await?);
            let next = now.plus_seconds(seconds);
            let moved = match next_at {
                None => tx.execute(&SCHEDULE, values![name, next]).await?,
                Some(at) => tx.execute(&RESCHEDULE, values![name, at, next]).await?,
            };
            if moved > 0 {
                for row in tx.query(&PARTNERSHIPS, Vec::new()).await? {
                    let id = {
                        let ids = self.store.ids().lock();
                        ids.unwrap_or_else(std::sync::PoisonError::into_inner).next(now)
                    };
                    insert(&mut tx, &row.get::<String>("id")?, id, name, "null", now).await?;
                }
            }
            tx.commit().await?;
        }
        Ok(())
    }

    async fn release(&self) -> Result<(), Error> {
        let mut tx = Tx::unbound(self.store.session(Begin::Write).await?);
        tx.execute(&RELEASE, values![self.name]).await?;
        tx.commit().await
    }
}

fn claimed(row: &Row) -> Result<Claimed, Error> {
    Ok(Claimed {
        partnership: row.get("partnership")?,
        id: row.get("id")?,
        kind: row.get("kind")?,
        body: row.get("body")?,
        attempts: row.get("attempts")?,
    })
}

/// An error with its sources, for the log.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

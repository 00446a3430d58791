//! Background work: enqueued in the transaction that asks for it, claimed from the database.

use std::{collections::HashMap, future::Future, sync::Arc};

use base::{Instant, JobId, PartnershipId, Problem, Value};
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{Cx, Error, Kept, Row, Store, postgres::Begin, tx::Tx, values};

crate::installation_statements! {
    INSERT = "INSERT INTO jobs (partnership, id, kind, body, state, run_at, attempts, claimed_until, claim)
        VALUES ($1, $2, $3, $4, 'waiting', $5, 0, 0, '')";
    DUE = "SELECT id FROM jobs WHERE state = 'waiting' AND run_at <= $1 AND claimed_until <= $1 LIMIT 1";
    // The outer condition is checked again on rows that another server changed meanwhile.
    CLAIM = "UPDATE jobs SET claimed_until = $2, claim = $3, attempts = attempts + 1
        WHERE state = 'waiting' AND claimed_until <= $1 AND (partnership, id) IN (
            SELECT partnership, id FROM jobs
            WHERE state = 'waiting' AND run_at <= $1 AND claimed_until <= $1
            ORDER BY run_at LIMIT 8)
        RETURNING partnership, id, kind, body, attempts";
    DONE = "DELETE FROM jobs WHERE partnership = $1 AND id = $2 AND claim = $3";
    LATER = "UPDATE jobs SET run_at = $4, state = $5, last_error = $6, claimed_until = 0
        WHERE partnership = $1 AND id = $2 AND claim = $3";
    RELEASE = "UPDATE jobs SET claimed_until = 0, attempts = attempts - 1 WHERE claim = $1";
    COUNTS = "SELECT state, COUNT(*) AS n FROM jobs GROUP BY state";
    DEAD = "SELECT partnership, id, kind, attempts, run_at, last_error FROM jobs
        WHERE state = 'dead' ORDER BY run_at DESC LIMIT 200";
    RETRY = "UPDATE jobs SET state = 'waiting', run_at = $2, attempts = 0 WHERE id = $1 AND state = 'dead'";
    SCHEDULES = "SELECT name, next_at FROM schedules";
    SCHEDULE = "INSERT INTO schedules (name, next_at) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
    RESCHEDULE = "UPDATE schedules SET next_at = $3 WHERE name = $1 AND next_at = $2";
    PARTNERSHIPS = "SELECT id FROM partnerships";
}

/// A kind of background work; its fields are what it needs to know.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// Its name in the record, such as `commitments.remind`.
    const KIND: &'static str;
}

/// An event, as a job that follows it sees it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Happened {
    /// Its number in its partnership.
    pub seq: i64,
    /// What happened.
    pub kind: String,
    /// Who did it: a person's identifier, `nobody`, or `system:` and a name.
    pub actor: String,
    /// The identifier of what it happened to.
    pub subject: String,
    /// Its fields.
    pub body: serde_json::Value,
}

type Handler = Arc<
    dyn Fn(Cx, serde_json::Value) -> BoxFuture<'static, Result<(), Box<dyn Problem>>> + Send + Sync,
>;

/// The jobs that a program knows, each with the function that does it.
#[derive(Clone, Default)]
pub struct Jobs {
    handlers: HashMap<&'static str, Handler>,
    after: Vec<(&'static str, &'static str)>,
    schedules: Vec<(&'static str, i64)>,
    kept: Vec<&'static Kept>,
}

impl std::fmt::Debug for Jobs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Jobs").field("after", &self.after).finish_non_exhaustive()
    }
}

impl Jobs {
    /// Says how a kind of job is done.
    pub fn on<J, F, Done, E>(&mut self, work: F)
    where
        J: Job,
        F: Fn(Cx, J) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<(), E>> + Send + 'static,
        E: Problem,
    {
        self.insert(J::KIND, work);
    }

    /// Says what follows an event of a kind, as the job `name`, in the event's partnership.
    pub fn after<F, Done, E>(&mut self, event: &'static str, name: &'static str, work: F)
    where
        F: Fn(Cx, Happened) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<(), E>> + Send + 'static,
        E: Problem,
    {
        self.after.push((event, name));
        self.insert(name, work);
    }

    /// Says what is done in each partnership every so many seconds.
    pub fn every<F, Done, E>(&mut self, name: &'static str, seconds: i64, work: F)
    where
        F: Fn(Cx) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<(), E>> + Send + 'static,
        E: Problem,
    {
        self.schedules.push((name, seconds));
        self.insert(name, move |cx, (): ()| work(cx));
    }

    /// Says that records of a class are not kept for ever, and how they are destroyed.
    pub fn keeps(&mut self, kept: &'static Kept) {
        self.kept.push(kept);
    }

    pub(crate) fn kept(&self) -> Vec<&'static Kept> {
        self.kept.clone()
    }

    fn insert<J, F, Done, E>(&mut self, kind: &'static str, work: F)
    where
        J: DeserializeOwned + Send + 'static,
        F: Fn(Cx, J) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<(), E>> + Send + 'static,
        E: Problem,
    {
        let work = Arc::new(work);
        let handler: Handler = Arc::new(move |cx, body| {
            let work = Arc::clone(&work);
            Box::pin(async move {
                let boxed = |error: Error| -> Box<dyn Problem> { Box::new(error) };
                let job = serde_json::from_value(body).map_err(|error| boxed(error.into()))?;
                work(cx, job).await.map_err(|error| -> Box<dyn Problem> { Box::new(error) })
            })
        });
        self.handlers.insert(kind, handler);
    }

    pub(crate) fn subscribers(&self, event: &str) -> Vec<&'static str> {
        self.after.iter().filter(|(kind, _)| *kind == event).map(|(_, job)| *job).collect()
    }

    pub(crate) fn handler(&self, kind: &str) -> Option<Handler> {
        self.handlers.get(kind).cloned()
    }

    /// The job's own name, for the record of what it does.
    pub(crate) fn name_of(&self, kind: &str) -> &'static str {
        self.handlers.get_key_value(kind).map_or("job", |(name, _)| *name)
    }

    pub(crate) fn schedules(&self) -> Vec<(&'static str, i64)> {
        self.schedules.clone()
    }
}

/// How many jobs are in a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobCount {
    /// `waiting` or `dead`.
    pub state: String,
    /// How many.
    pub count: i64,
}

/// A job that failed too often and waits for somebody to look.
#[derive(Debug, Clone)]
pub struct DeadJob {
    /// The job.
    pub id: JobId,
    /// Its partnership; `None` for the installation's own.
    pub partnership: Option<PartnershipId>,
    /// What it was to do.
    pub kind: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was tried last.
    pub at: Instant,
    /// Why it failed the last time.
    pub last_error: Option<String>,
}

impl Store {
    /// How many jobs wait and how many are dead.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn job_counts(&self) -> Result<Vec<JobCount>, Error> {
        let tx = Tx::unbound(self.session(Begin::Once).await?);
        let count = |row: &Row| Ok(JobCount { state: row.get("state")?, count: row.get("n")? });
        tx.query(&COUNTS, Vec::new()).await?.iter().map(count).collect()
    }

    /// The jobs that failed too often, the latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn dead_jobs(&self) -> Result<Vec<DeadJob>, Error> {
        let tx = Tx::unbound(self.session(Begin::Once).await?);
        let job = |row: &Row| {
            Ok(DeadJob {
                id: row.get("id")?,
                partnership: row.get::<String>("partnership")?.parse().ok(),
                kind: row.get("kind")?,
                attempts: row.get("attempts")?,
                at: row.get("run_at")?,
                last_error: row.get("last_error")?,
            })
        };
        tx.query(&DEAD, Vec::new()).await?.iter().map(job).collect()
    }

    /// Tries a dead job again; whether it was one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn retry(&self, job: JobId) -> Result<bool, Error> {
        let mut tx = Tx::unbound(self.session(Begin::Write).await?);
        let changed = tx.execute(&RETRY, values![job, self.clock().now()]).await?;
        tx.commit().await?;
        self.told();
        Ok(changed > 0)
    }
}

/// Writes a job down.
pub(crate) async fn insert(
    tx: &mut Tx,
    partnership: &str,
    id: JobId,
    kind: &str,
    body: &str,
    at: Instant,
) -> Result<(), Error> {
    let values: Vec<Value> = values![partnership, id, kind, body, at];
    tx.execute(&INSERT, values).await.map(drop)
}

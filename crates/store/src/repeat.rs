//! Requests that must be carried out at most once: the key is written with the change.

use base::PersonId;

use crate::{Error, Store, postgres::Begin, tx::Tx, values};

crate::installation_statements! {
    FIND = "SELECT fingerprint, status, location, media_type, body FROM repeats
             WHERE person = $1 AND repeat_key = $2";
    CLAIM = "INSERT INTO repeats (person, repeat_key, fingerprint, at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (person, repeat_key) DO NOTHING";
    KEEP = "UPDATE repeats SET status = $3, location = $4, media_type = $5, body = $6
             WHERE person = $1 AND repeat_key = $2";
    FORGET = "DELETE FROM repeats WHERE at < $1";
}

/// The name that a caller gave to one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once {
    /// Whose name it is.
    pub person: PersonId,
    /// The key.
    pub key: String,
    /// A hash of the request, so that the key cannot serve for another one.
    pub fingerprint: String,
}

/// An answer kept for a repeat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status code.
    pub status: i64,
    /// Where the answer points to.
    pub location: Option<String>,
    /// The type of the body.
    pub media_type: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// What is known of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repeat {
    /// Never seen.
    New,
    /// Seen with another request.
    Mismatch,
    /// Carried out; its answer was lost in a crash just after.
    Lost,
    /// Carried out, with this answer.
    Answered(Answer),
}

impl Store {
    /// What is known of a request's key.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn repeat(&self, once: &Once) -> Result<Repeat, Error> {
        let tx = Tx::unbound(self.session(Begin::Read).await?);
        let Some(row) = tx.optional(&FIND, values![once.person, once.key]).await? else {
            return Ok(Repeat::New);
        };
        if row.get::<String>("fingerprint")? != once.fingerprint {
            return Ok(Repeat::Mismatch);
        }
        let Some(status) = row.get("status")? else { return Ok(Repeat::Lost) };
        Ok(Repeat::Answered(Answer {
            status,
            location: row.get("location")?,
            media_type: row.get("media_type")?,
            body: row.get::<Option<Vec<u8>>>("body")?.unwrap_or_default(),
        }))
    }

    /// Keeps the answer of a request that was carried out.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn keep_answer(&self, once: &Once, answer: &Answer) -> Result<(), Error> {
        let mut tx = Tx::unbound(self.session(Begin::Write).await?);
        let values = values![
            once.person,
            once.key,
            answer.status,
            answer.location,
            answer.media_type,
            answer.body
        ];
        tx.execute(&KEEP, values).await?;
        tx.commit().await
    }

    /// Forgets keys older than two days; a repeat comes within minutes.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_repeats(&self) -> Result<(), Error> {
        let before = self.clock().now().plus_seconds(-2 * 86_400);
        let mut tx = Tx::unbound(self.session(Begin::Write).await?);
        tx.execute(&FORGET, values![before]).await?;
        tx.commit().await
    }
}

/// Claims the key inside the change's own transaction.
pub(crate) async fn claim(tx: &mut Tx, once: &Once, now: base::Instant) -> Result<(), Error> {
    let values = values![once.person, once.key, once.fingerprint, now];
    if tx.execute(&CLAIM, values).await? == 0 { Err(Error::Repeated) } else { Ok(()) }
}

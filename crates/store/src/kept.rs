//! What is not kept for ever: classes of records that contexts register, and how the record forgets
//! what it said of them.

use base::Instant;
use futures_util::future::BoxFuture;

use crate::{Error, Store, Tx, WriteTx, log, postgres::Begin, values};

crate::installation_statements! {
    FORGET_SALTS = "UPDATE log_leaves SET salt = NULL WHERE partnership = $1 AND seq IN (
        SELECT seq FROM events WHERE partnership = $1 AND subject_kind = $2 AND subject = $3)";
    FORGET_PARTIES = "DELETE FROM event_parties WHERE partnership = $1 AND seq IN (
        SELECT seq FROM events WHERE partnership = $1 AND subject_kind = $2 AND subject = $3)";
    // The number, the identifier and the time stay: the record has no gaps.
    FORGET_EVENTS = "UPDATE events SET kind = 'event.destroyed', actor = 'nobody',
        subject_kind = 'destroyed', subject = '', body = '{}'
        WHERE partnership = $1 AND subject_kind = $2 AND subject = $3";
    // Queued copies: what waits to be done with it holds what it said.
    FORGET_JOBS = "DELETE FROM jobs WHERE partnership = $1 AND body LIKE '%' || $2 || '%'";
    NOTE = "INSERT INTO destroyed (partnership, class, id, at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (partnership, class, id) DO NOTHING";
    NOTED = "SELECT class, id FROM destroyed WHERE partnership = $1";
}

/// Finds records that are old enough to be destroyed: so many identifiers at most.
pub type Due = for<'a> fn(&'a Tx, Instant, i64) -> BoxFuture<'a, Result<Vec<String>, Error>>;

/// Destroys these records, with all that hangs on them.
pub type Destroy = for<'a> fn(&'a mut WriteTx, &'a [String]) -> BoxFuture<'a, Result<(), Error>>;

/// A class of records that are not kept for ever.
#[derive(Debug)]
pub struct Kept {
    /// Its name, such as `consents`; the catalog calls it `retention-class-consents`.
    pub class: &'static str,
    /// The kind of subject that events about such a record have.
    pub subject: &'static str,
    /// Finds those that ended before an instant.
    pub due: Due,
    /// Destroys some of them.
    pub destroy: Destroy,
}

/// A record that was destroyed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Destroyed {
    /// Its class.
    pub class: String,
    /// Its identifier.
    pub id: String,
}

impl WriteTx {
    /// Destroys records of a class: their rows, the text and the salts of their events, and copies
    /// of them that wait as jobs. Written down where no backup reaches before anything is destroyed,
    /// so that a restored backup destroys them again.
    ///
    /// # Errors
    /// When the database or that place fails; then nothing was destroyed.
    pub async fn destroy(&mut self, kept: &Kept, ids: &[String]) -> Result<(), Error> {
        let partnership = self.place()?.partnership.to_string();
        let store = self.cx().store().clone();
        if let Some(settings) = store.extension::<log::LogSettings>() {
            let lines: Vec<Destroyed> = ids
                .iter()
                .map(|id| Destroyed { class: kept.class.to_owned(), id: id.clone() })
                .collect();
            settings.record.note_destroyed(&store, &partnership, &lines).await?;
        }
        (kept.destroy)(self, ids).await?;
        let now = self.cx().now();
        for id in ids {
            let subject = values![partnership, kept.subject, id];
            for statement in [&FORGET_SALTS, &FORGET_PARTIES, &FORGET_EVENTS] {
                self.execute(statement, subject.clone()).await?;
            }
            self.execute(&FORGET_JOBS, values![partnership, id]).await?;
            self.execute(&NOTE, values![partnership, kept.class, id, now]).await?;
        }
        Ok(())
    }
}

impl Store {
    /// The classes that contexts registered.
    #[must_use]
    pub fn kept(&self) -> Vec<&'static Kept> {
        self.jobs().kept()
    }

    /// What was destroyed and is there again, because an older backup was restored.
    ///
    /// # Errors
    /// When the database, or the place where it is written down, fails.
    pub async fn come_back(
        &self,
        partnership: base::PartnershipId,
    ) -> Result<Vec<Destroyed>, Error> {
        let Some(settings) = self.extension::<log::LogSettings>() else { return Ok(Vec::new()) };
        let name = partnership.to_string();
        let mut listed = settings.record.destroyed(self, &name).await?;
        let tx = Tx::unbound(self.session(Begin::Once).await?);
        let rows = tx.query(&NOTED, values![name]).await?;
        let known = rows
            .iter()
            .map(|row| Ok(Destroyed { class: row.get("class")?, id: row.get("id")? }))
            .collect::<Result<std::collections::BTreeSet<_>, Error>>()?;
        listed.retain(|one| !known.contains(one));
        listed.sort();
        listed.dedup();
        Ok(listed)
    }
}

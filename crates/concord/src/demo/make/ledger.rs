//! The county's log, open to everybody, and three outsiders who confirm it.

use base::Instant;
use ledger::{Purpose, SigningKey};
use store::log::Sequencer;

use super::Maker;
use crate::{demo::make::parsed, failure::Failure};

/// Who watches: the name, and the name of the key.
const WITNESSES: [(&str, &str); 3] = [
    ("State Auditor", "auditor.example/witness"),
    ("County Clerk", "clerk.example/witness"),
    ("Riverbend Public Library", "library.example/witness"),
];

const LOG: &str = "the demo's log";

/// How many of them must confirm.
const QUORUM: i64 = 2;

impl Maker<'_> {
    /// Opens the log and names those who watch it.
    pub(in crate::demo) async fn begin_watching(&self, at: Instant) -> Result<(), Failure> {
        self.store.clock().set(at);
        let because = || Failure::because("the demo's log");
        let cx = self.person_in("grace", "riverbend", at)?;
        record::open_log(&cx, true).await.map_err(because())?;
        for (number, (name, _)) in (0..).zip(WITNESSES) {
            let verifier = key(number)?.verifier().to_string();
            let named = record::NamedWitness { name: parsed(name)?, verifier, address: None };
            record::add_witness(&cx, named).await.map_err(because())?;
        }
        record::set_quorum(&cx, QUORUM).await.map_err(because())
    }

    /// Gives every event its leaf, and lets those who watch confirm the new state; the last of them
    /// only when `all` do.
    pub(in crate::demo) async fn seal(&self, at: Instant, all: bool) -> Result<(), Failure> {
        self.store.clock().set(at);
        let Some(mut sequencer) = Sequencer::new(self.store) else { return Ok(()) };
        sequencer.drain().await.map_err(Failure::because(LOG))?;
        let logs = self.store.logs().await.map_err(Failure::because(LOG))?;
        let Some(log) = logs.into_iter().find(|log| log.slug == "riverbend") else {
            return Ok(());
        };
        let signed = ledger::SignedCheckpoint::read(log.checkpoint.as_bytes());
        let text = signed.map_err(Failure::because(LOG))?.note().text().to_owned();
        let seconds = u64::try_from(at.micros() / 1_000_000).unwrap_or(0);
        let mut lines = String::new();
        for number in 0..if all { 3 } else { 2 } {
            let line = key(number)?.sign(&text, seconds + 60 * u64::from(number));
            lines.push_str(&line.map_err(Failure::because(LOG))?.to_string());
        }
        let cx = self.operator_in("riverbend", at)?;
        record::bring_cosignatures(&cx, "riverbend", &lines)
            .await
            .map(drop)
            .map_err(Failure::because(LOG))
    }
}

/// Everybody can make these keys: they confirm an invented county.
fn key(number: u8) -> Result<SigningKey, Failure> {
    let (_, name) = WITNESSES.get(usize::from(number)).copied().unwrap_or_default();
    SigningKey::new(name, Purpose::Cosignature, &[number + 1; 32])
        .map_err(Failure::because("the demo's witnesses"))
}

//! What the record says of witnesses.

use serde::Serialize;
use store::{Event, Subject};

use super::WitnessId;

/// A witness was named.
#[derive(Debug, Serialize)]
pub(crate) struct Added {
    pub witness: WitnessId,
    pub name: String,
    /// Its public key.
    pub verifier: String,
}

impl Event for Added {
    const KIND: &'static str = "witness.added";

    fn subject(&self) -> Subject {
        Subject::new("witness", self.witness)
    }
}

/// A witness is asked no more.
#[derive(Debug, Serialize)]
pub(crate) struct Removed {
    pub witness: WitnessId,
    pub name: String,
}

impl Event for Removed {
    const KIND: &'static str = "witness.removed";

    fn subject(&self) -> Subject {
        Subject::new("witness", self.witness)
    }
}

/// A witness says that the log does not continue what it confirmed.
#[derive(Debug, Serialize)]
pub(crate) struct Alarmed {
    pub witness: WitnessId,
    pub name: String,
    /// What it says.
    pub says: super::Trouble,
}

impl Event for Alarmed {
    const KIND: &'static str = "witness.alarmed";

    fn subject(&self) -> Subject {
        Subject::new("witness", self.witness)
    }
}

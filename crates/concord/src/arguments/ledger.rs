//! The commands about logs: one's own, and those of others.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Subcommand};

use super::Place;

/// What can be done with the logs of an installation.
#[derive(Debug, Subcommand)]
pub enum Ledger {
    /// Tell how each log stands, and why one stands still
    State(LedgerState),
    /// Write the proof of an event into a file, or print it
    #[command(
        after_long_help = "The proof holds all that the event says. Give it only to those who \
        may know.\n\nExample:\n  concord ledger proof evt_01j… --partnership riverbend --out \
        decision.tlog-proof"
    )]
    Proof(LedgerProof),
    /// Bring a restored log up to what was signed
    #[command(
        after_long_help = "After a restore the database is older than the last state that was \
        signed, and nothing is signed until it has caught up. The entries come from the record of \
        what was signed, or from a mirror's folder. The events of the lost hours are gone: their \
        entries stay and are marked as lost.\n\n\
        Examples:\n  concord ledger catch-up --partnership riverbend\n  \
        concord ledger catch-up --partnership riverbend --from /mirrors/riverbend-log"
    )]
    CatchUp(CatchUp),
    /// Take the database's own state as the last one signed, where the record was lost
    #[command(
        after_long_help = "Only when the record is lost for good. Whoever kept a later state \
        will see the log go back: compare with your witnesses first."
    )]
    Adopt(LedgerOf),
}

/// Arguments of `ledger state`.
#[derive(Debug, Args)]
pub struct LedgerState {
    /// Print it as JSON
    #[arg(long)]
    pub json: bool,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

/// Arguments of `ledger proof`.
#[derive(Debug, Args)]
pub struct LedgerProof {
    /// The event
    pub event: String,
    /// The partnership, by its short name
    #[arg(long, value_name = "SLUG")]
    pub partnership: String,
    /// The file to write; it must not exist
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

/// Arguments of `ledger catch-up`.
#[derive(Debug, Args)]
pub struct CatchUp {
    /// The partnership, by its short name
    #[arg(long, value_name = "SLUG")]
    pub partnership: String,
    /// A copy of the log, when the record lacks entries
    #[arg(long, value_name = "FOLDER")]
    pub from: Option<PathBuf>,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

/// Arguments of a command about one log.
#[derive(Debug, Args)]
pub struct LedgerOf {
    /// The partnership, by its short name
    #[arg(long, value_name = "SLUG")]
    pub partnership: String,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

/// Arguments of `witness`.
#[derive(Debug, Args)]
pub struct Witness {
    /// Where its keys are, and what it remembers
    #[arg(long, value_name = "FOLDER")]
    pub folder: PathBuf,
    /// Its name, such as witness.example.gov/auditor; the keys are made for it
    #[arg(long)]
    pub name: String,
    /// A file with public keys of logs that it follows; may be given more than once
    #[arg(long, value_name = "FILE", required = true)]
    pub log: Vec<PathBuf>,
    /// The address that logs ask at
    #[arg(long, value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// A log to go and look at, when it cannot ask; may be given more than once
    #[arg(long, value_name = "URL", required_unless_present_any = ["listen", "print_keys"])]
    pub follow: Vec<String>,
    /// How often to look, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 300)]
    pub every: u64,
    /// Look once and stop
    #[arg(long, requires = "follow")]
    pub once: bool,
    /// Print the public keys and stop
    #[arg(long)]
    pub print_keys: bool,
}

/// Arguments of `mirror`.
#[derive(Debug, Args)]
pub struct Mirror {
    /// The address of the log
    pub url: String,
    /// Where the copy is kept
    pub folder: PathBuf,
    /// A file with public keys of the log, one a line; each of them must have signed
    #[arg(long, value_name = "FILE", required_unless_present = "policy")]
    pub key: Option<PathBuf>,
    /// A file that says which logs and witnesses to believe (c2sp.org/tlog-policy)
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Go on, and look again every so many seconds
    #[arg(long, value_name = "SECONDS")]
    pub every: Option<u64>,
}

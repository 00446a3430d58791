//! The log of each partnership: every event gets a leaf, several servers never fork it, and a
//! restored backup signs nothing before it has caught up. What a log is, is in `ledger`; here it
//! is kept.

mod account;
mod audit;
mod begin;
mod catch_up;
mod halt;
mod keys;
mod place;
mod read;
mod record;
pub(crate) mod rows;
mod sequencer;
mod settings;

pub use account::Account;
pub use audit::{Audited, Finding};
pub use catch_up::{CaughtUp, Source};
pub use halt::Halt;
pub use keys::{KeyPlace, Secrets};
pub use read::{
    LogState, Published, Sealed, consistency, event, event_by_id, find, inclusion, proof, root,
    shown, shown_before, shown_count, tile,
};
pub use record::RecordPlace;
pub use sequencer::{PUBLISHED, Sequencer};
pub use settings::LogSettings;

pub(crate) use record::{OUTSIDE, give_up};

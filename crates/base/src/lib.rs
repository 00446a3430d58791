//! The words every other package speaks: identifiers, instants and dates, checked text,
//! the actor, and what an error tells its reader. No I/O, no clock, no chance of its own.

mod actor;
mod id;
mod language;
mod private;
mod problem;
mod text;
mod time;
mod value;
mod words;

pub use actor::{Actor, Role, SignedIn};
pub use id::{
    EventId, Id, IdError, Ids, JobId, OrganizationId, PartnershipId, PersonId, SessionId,
};
pub use language::Language;
pub use private::Private;
pub use problem::{FieldProblem, Kind, Problem};
pub use text::{EmailAddress, Line, Prose, Reason, Slug, TextError, Title, WebLink};
pub use time::{Clock, Date, Instant, Shift, TimeError, Zone};
pub use value::{FromValue, Revision, ToValue, Value, ValueError, ValueRef};
pub use words::UnknownWord;

#[doc(hidden)]
pub use id::parts as id_parts;
#[doc(hidden)]
pub use serde as __serde;

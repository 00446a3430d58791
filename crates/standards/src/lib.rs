//! Formats of others: pure readers, from bytes to values, that name what they could not take by row and
//! column; calendars, read and written; when something comes again; and agreements and consents as others
//! read them. No I/O, no clock.

pub mod calendar;
pub mod fhir;
mod finding;
pub mod number;
pub mod odrl;
mod period;
pub mod recurrence;
mod series;
pub mod table;
pub mod tar;
pub mod zip;

pub use finding::{Code, Finding, Findings};
pub use period::{Frequency, Period, WrongPeriod};
pub use series::{
    About, Direction, Finality, Kind, Layout, Mapping, Names, Options, Part, Place, Point, Reading,
    Series, Unit, place_key, read,
};

//! Formats that others publish in: pure readers, from bytes to values, that name what they could not
//! take by row and column. No I/O, no clock.

mod finding;
pub mod number;
mod period;
mod series;
pub mod table;

pub use finding::{Code, Finding, Findings};
pub use period::{Frequency, Period, WrongPeriod};
pub use series::{
    About, Direction, Finality, Kind, Layout, Mapping, Names, Options, Part, Place, Point, Reading,
    Series, Unit, place_key, read,
};

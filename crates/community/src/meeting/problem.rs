//! What can go wrong with meetings, in words that people can act on.

use base::{Kind, Problem};

use super::{MinutesName, StateName};

/// What can go wrong with meetings.
#[derive(Debug, thiserror::Error)]
pub enum MeetingError {
    /// There is no such meeting here, or none that the caller may know of.
    #[error("there is no such meeting in this partnership")]
    Missing,
    /// There is no such series.
    #[error("there is no such series of meetings in this partnership")]
    NoSeries,
    /// There is no such item.
    #[error("there is no such item on this agenda")]
    NoItem,
    /// There is no such body, or it meets no more.
    #[error("there is no such body, or it meets no more")]
    NoBody,
    /// Somebody changed it since the caller read it.
    #[error("this changed since you opened it; read it again, then change it")]
    Changed,
    /// Somebody wrote it at the same moment.
    #[error("somebody wrote this at the same moment; try again")]
    Raced,
    /// Neither a coordinator nor the holder of a seat.
    #[error("only a coordinator, or whoever holds a seat in this body, may do this")]
    NotYours,
    /// Nobody of an organization with a seat.
    #[error("only those whose organization has a seat in this body may do this")]
    NotTakingPart,
    /// A change that changes nothing.
    #[error("nothing was changed")]
    Same,
    /// It is not planned.
    #[error("this can only be done before the meeting; it is {state}")]
    NotPlanned {
        /// Where it stands.
        state: StateName,
    },
    /// It is not under way.
    #[error("this can only be done during the meeting; it is {state}")]
    NotUnderWay {
        /// Where it stands.
        state: StateName,
    },
    /// It was not held.
    #[error("this can only be done after the meeting; it is {state}")]
    NotHeld {
        /// Where it stands.
        state: StateName,
    },
    /// It was not cancelled.
    #[error("this meeting was not cancelled")]
    NotCancelled,
    /// Its time has passed.
    #[error("the time of this meeting has passed; plan another one")]
    Past,
    /// The series makes no more meetings.
    #[error("this series has ended; begin another one")]
    SeriesEnded,
    /// The agenda does not change any more.
    #[error("the agenda of this meeting does not change any more; it is {state}")]
    AgendaClosed {
        /// Where it stands.
        state: StateName,
    },
    /// The minutes are out or approved.
    #[error("the minutes are {minutes}; take them back before you change them")]
    MinutesOut {
        /// Where they stand.
        minutes: MinutesName,
    },
    /// The minutes do not wait to be approved.
    #[error("the minutes do not wait to be approved; they are {minutes}")]
    MinutesNotOut {
        /// Where they stand.
        minutes: MinutesName,
    },
    /// Minutes are approved at a later meeting of the same body.
    #[error("minutes are approved at a later meeting of the same body")]
    NotLater,
    /// More items than a meeting can hear.
    #[error("an agenda has at most 60 items; take one away first")]
    AgendaFull,
    /// Something was noted to an item that was to be taken away.
    #[error("something was noted here already; mark it as done or as not finished")]
    HasNotes,
    /// The page is on the agenda already.
    #[error("this stands on the agenda already")]
    OnAgenda,
    /// The text that the caller began from is not known.
    #[error("the text that you began from is not known; copy your words and open the page again")]
    NoBase,
    /// Another person's words.
    #[error("only the person who wrote this can take it back")]
    NotOwn,
    /// A stored row that no verbs could have made.
    #[error("the stored record of a meeting makes no sense")]
    Stored,
}

impl Problem for MeetingError {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing | Self::NoSeries | Self::NoItem | Self::NoBody => Kind::Missing,
            Self::Changed | Self::Raced => Kind::Stale,
            Self::NotYours | Self::NotTakingPart | Self::NotOwn => Kind::Forbidden,
            Self::Stored => Kind::Fault,
            Self::Same
            | Self::NotPlanned { .. }
            | Self::NotUnderWay { .. }
            | Self::NotHeld { .. }
            | Self::NotCancelled
            | Self::Past
            | Self::SeriesEnded
            | Self::AgendaClosed { .. }
            | Self::MinutesOut { .. }
            | Self::MinutesNotOut { .. }
            | Self::NotLater
            | Self::AgendaFull
            | Self::HasNotes
            | Self::OnAgenda
            | Self::NoBase => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "meeting_missing",
            Self::NoSeries => "series_missing",
            Self::NoItem => "meeting_item_missing",
            Self::NoBody => "meeting_no_body",
            Self::Changed | Self::Raced => "meeting_changed",
            Self::NotYours => "meeting_not_yours",
            Self::NotTakingPart => "meeting_not_taking_part",
            Self::Same => "meeting_same",
            Self::NotPlanned { .. } => "meeting_not_planned",
            Self::NotUnderWay { .. } => "meeting_not_under_way",
            Self::NotHeld { .. } => "meeting_not_held",
            Self::NotCancelled => "meeting_not_cancelled",
            Self::Past => "meeting_past",
            Self::SeriesEnded => "series_ended",
            Self::AgendaClosed { .. } => "meeting_agenda_closed",
            Self::MinutesOut { .. } => "meeting_minutes_out",
            Self::MinutesNotOut { .. } => "meeting_minutes_not_out",
            Self::NotLater => "meeting_not_later",
            Self::AgendaFull => "meeting_agenda_full",
            Self::HasNotes => "meeting_has_notes",
            Self::OnAgenda => "meeting_on_agenda",
            Self::NoBase => "meeting_no_base",
            Self::NotOwn => "meeting_not_own",
            Self::Stored => "meeting_stored",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotPlanned { state }
            | Self::NotUnderWay { state }
            | Self::NotHeld { state }
            | Self::AgendaClosed { state } => vec![("state", state.to_string())],
            Self::MinutesOut { minutes } | Self::MinutesNotOut { minutes } => {
                vec![("minutes", minutes.to_string())]
            }
            Self::Missing
            | Self::NoSeries
            | Self::NoItem
            | Self::NoBody
            | Self::Changed
            | Self::Raced
            | Self::NotYours
            | Self::NotTakingPart
            | Self::Same
            | Self::NotCancelled
            | Self::Past
            | Self::SeriesEnded
            | Self::NotLater
            | Self::AgendaFull
            | Self::HasNotes
            | Self::OnAgenda
            | Self::NoBase
            | Self::NotOwn
            | Self::Stored => Vec::new(),
        }
    }
}

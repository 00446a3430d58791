//! The only way to set the rules of a body's meetings.

use base::Revision;
use store::Cx;

use super::{Duties, store as rows};
use crate::{
    Error, access,
    meeting::{
        MeetingError,
        commands::{Right, meets, voice},
        events,
    },
};

/// Sets the rules of a body's meetings.
///
/// # Errors
/// When the body meets no more, the caller may not plan its meetings, or saw older rules.
pub async fn set(cx: &Cx, duties: Duties, seen: Option<Revision>) -> Result<Duties, Error> {
    let mut tx = cx.write(access::KEEP).await?;
    let name = meets(&tx, duties.body).await?;
    let seats = partnership::seats_in(&tx, duties.body).await?;
    let voice = voice(cx, &tx, &seats, Right::Keep)?;
    let before = rows::one(&tx, duties.body).await?;
    if seen.is_some_and(|seen| seen != before.revision) {
        return Err(MeetingError::Changed.into());
    }
    let mut duties = Duties { revision: before.revision, ..duties };
    if duties == before {
        return Err(MeetingError::Same.into());
    }
    rows::save(&mut tx, &mut duties).await?;
    let event = events::RulesSet::of(&duties, name, voice.organization);
    tx.commit(&event).await?;
    Ok(duties)
}

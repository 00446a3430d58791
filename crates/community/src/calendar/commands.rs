//! The only ways to change which addresses show one's calendars.

use identity::Secret;
use store::Cx;

use super::{CalendarError, Feed, FeedId, MOST_FEEDS, Shows, events, store as rows};
use crate::{Error, access, meeting::MeetingError};

/// Makes a secret address. The secret is given out here and kept nowhere.
///
/// # Errors
/// When the body is none of the person's partnerships, or they have too many addresses.
pub async fn make(cx: &Cx, shows: Shows) -> Result<(Feed, Secret), Error> {
    let mut tx = cx.write(access::KEEP_CALENDARS).await?;
    if rows::mine(&tx).await?.len() >= MOST_FEEDS {
        return Err(CalendarError::TooMany.into());
    }
    if let Shows::Body(partnership, body) = shows {
        let known = rows::bodies(&tx).await?;
        if !known.iter().any(|one| one.partnership == partnership && one.id == body) {
            return Err(MeetingError::NoBody.into());
        }
    }
    let secret = Secret::new(cx.secret());
    let (id, person) = (cx.new_id(), cx.person()?);
    let feed = Feed { id, person, shows, made_at: cx.now(), used_at: None };
    rows::make(&mut tx, &feed, &secret.hash()).await?;
    tx.commit(&events::Made { feed: id, person, shows: shows.kind() }).await?;
    Ok((feed, secret))
}

/// Takes a secret address back: whoever knows it reads nothing there any more.
///
/// # Errors
/// When the person has no such address.
pub async fn take_back(cx: &Cx, id: FeedId) -> Result<(), Error> {
    let mut tx = cx.write(access::KEEP_CALENDARS).await?;
    if !rows::take_back(&mut tx, id).await? {
        return Err(CalendarError::Missing.into());
    }
    tx.commit(&events::TakenBack { feed: id, person: cx.person()? }).await?;
    Ok(())
}

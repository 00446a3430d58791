//! The table `calendar_feeds`, and what its addresses show.

use base::{Instant, PartnershipId, PersonId};
use identity::SecretHash;
use partnership::BodyId;
use store::{Row, Tx, WriteTx, installation_statements, statements, values};

use super::{Feed, FeedId, FeedKind, Shows, USED_SECONDS};
use crate::{Error, meeting::MeetingError};

installation_statements! {
    // Found by the secret in its address.
    FIND = "SELECT person, id, kind, partnership, body, made_at, used_at FROM calendar_feeds
        WHERE secret_hash = $1";
    USED = "UPDATE calendar_feeds SET used_at = $3 WHERE person = $1 AND id = $2
        AND (used_at IS NULL OR used_at <= $4)";
}

statements! {
    MINE = "SELECT person, id, kind, partnership, body, made_at, used_at FROM calendar_feeds
        WHERE person = $1 ORDER BY made_at, id LIMIT 100";
    MAKE = "INSERT INTO calendar_feeds (person, id, secret_hash, kind, partnership, body, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    TAKE_BACK = "DELETE FROM calendar_feeds WHERE person = $1 AND id = $2";
    // The bodies of all partnerships in which the signed-in person has a role.
    BODIES = "SELECT p.id AS partnership, p.slug, p.name AS partnership_name, b.id, b.name
        FROM bodies b JOIN partnerships p ON p.id = b.partnership
        WHERE b.partnership IN (SELECT g.partnership FROM grants g WHERE g.person = $1)
        ORDER BY p.name, b.name, b.id LIMIT 300";
}

/// A body of one of the signed-in person's partnerships.
#[derive(Debug, Clone)]
pub(crate) struct MyBody {
    pub(crate) partnership: PartnershipId,
    pub(crate) partnership_name: String,
    pub(crate) id: BodyId,
    pub(crate) name: String,
}

pub(crate) async fn find(tx: &Tx, hash: &SecretHash) -> Result<Option<Feed>, Error> {
    tx.optional(&FIND, values![*hash]).await?.as_ref().map(feed).transpose()
}

/// Writes down that a program read it, unless another just did.
pub(crate) async fn used(tx: &mut WriteTx, feed: &Feed, now: Instant) -> Result<(), Error> {
    let before = now.plus_seconds(-USED_SECONDS);
    tx.execute(&USED, values![feed.person, feed.id, now, before]).await?;
    Ok(())
}

/// The signed-in person's addresses. In their own scope.
pub(crate) async fn mine(tx: &Tx) -> Result<Vec<Feed>, Error> {
    tx.query(&MINE, values![]).await?.iter().map(feed).collect()
}

pub(crate) async fn make(tx: &mut WriteTx, feed: &Feed, hash: &SecretHash) -> Result<(), Error> {
    let (partnership, body) = match feed.shows {
        Shows::Mine => (None, None),
        Shows::Body(partnership, body) => (Some(partnership), Some(body)),
    };
    let values = values![feed.id, *hash, feed.shows.kind(), partnership, body, feed.made_at];
    tx.execute(&MAKE, values).await?;
    Ok(())
}

/// Takes an address back; whether there was one.
pub(crate) async fn take_back(tx: &mut WriteTx, id: FeedId) -> Result<bool, Error> {
    Ok(tx.execute(&TAKE_BACK, values![id]).await? > 0)
}

/// The bodies of the signed-in person's partnerships. In their own scope.
pub(crate) async fn bodies(tx: &Tx) -> Result<Vec<MyBody>, Error> {
    let body = |row: &Row| -> Result<MyBody, Error> {
        Ok(MyBody {
            partnership: row.get("partnership")?,
            partnership_name: row.get("partnership_name")?,
            id: row.get("id")?,
            name: row.get("name")?,
        })
    };
    tx.query(&BODIES, values![]).await?.iter().map(body).collect()
}

fn feed(row: &Row) -> Result<Feed, Error> {
    let shows = match row.get::<FeedKind>("kind")? {
        FeedKind::Mine => Shows::Mine,
        FeedKind::Body => {
            let partnership: Option<PartnershipId> = row.get("partnership")?;
            let body: Option<BodyId> = row.get("body")?;
            let both = partnership.zip(body).ok_or(MeetingError::Stored)?;
            Shows::Body(both.0, both.1)
        }
    };
    Ok(Feed {
        id: row.get("id")?,
        person: row.get::<PersonId>("person")?,
        made_at: row.get("made_at")?,
        used_at: row.get("used_at")?,
        shows,
    })
}

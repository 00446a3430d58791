//! Offers of roles in the database.

use base::{OrganizationId, PersonId, Role};
use store::{Row, Tx, WriteTx, statements, values};

use super::{Answer, MyOffer};
use crate::{Error, NewOffer, OfferStanding, RoleOffer, RoleOfferId};

statements! {
    LOAD = "SELECT id, person, organization, role, note, offered_by, offered_at, standing,
            answered_at, why
        FROM role_offers WHERE partnership = $1 AND id = $2";
    OPEN = "SELECT id, person, organization, role, note, offered_by, offered_at, standing,
            answered_at, why
        FROM role_offers WHERE partnership = $1 AND standing = 'offered'
        ORDER BY offered_at DESC, id";
    OFFER = "INSERT INTO role_offers (partnership, id, person, organization, role, note,
            offered_by, offered_at, standing)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'offered')";
    ANSWER = "UPDATE role_offers SET standing = $3, answered_at = $4, why = $5
        WHERE partnership = $1 AND id = $2 AND standing = 'offered'";
    HOLDS = "SELECT since FROM grants
        WHERE partnership = $1 AND person = $2 AND organization = $3 AND role = $4";
    WITHDRAW_OF_PERSON = "UPDATE role_offers SET standing = 'withdrawn', answered_at = $4
        WHERE partnership = $1 AND person = $2 AND organization = $3 AND standing = 'offered'";
    WITHDRAW_OF_ORGANIZATION = "UPDATE role_offers SET standing = 'withdrawn', answered_at = $3
        WHERE partnership = $1 AND organization = $2 AND standing = 'offered'";
    // Of the signed-in person, in all their partnerships.
    MINE = "SELECT r.id, p.slug, p.name AS partnership_name, o.name AS organization, r.role,
            r.offered_at, b.name AS offered_by
        FROM role_offers r
        JOIN partnerships p ON p.id = r.partnership
        JOIN organizations o ON o.id = r.organization
        LEFT JOIN people b ON b.partnership = r.partnership AND b.person = r.offered_by
        WHERE r.person = $1 AND r.standing = 'offered' AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = r.partnership AND g.person = $1
        ) ORDER BY r.offered_at, r.id";
}

pub(crate) async fn load(tx: &Tx, id: RoleOfferId) -> Result<RoleOffer, Error> {
    match tx.optional(&LOAD, values![id]).await? {
        Some(row) => offer(&row),
        None => Err(Error::OfferMissing { id }),
    }
}

/// Every offer that waits for its answer, the latest first.
pub(super) async fn open(tx: &Tx) -> Result<Vec<RoleOffer>, Error> {
    tx.query(&OPEN, values![]).await?.iter().map(offer).collect()
}

pub(super) async fn insert(tx: &mut WriteTx, offer: &RoleOffer) -> Result<(), Error> {
    let RoleOffer { id, person, organization, role, note, by, at, .. } = offer;
    let values = values![*id, *person, *organization, *role, *note, *by, *at];
    match tx.execute(&OFFER, values).await {
        Err(store::Error::Duplicate { .. }) => {
            Err(Error::RoleOffered { person: *person, role: *role })
        }
        other => Ok(other.map(drop)?),
    }
}

pub(super) async fn answer(tx: &mut WriteTx, offer: &RoleOffer) -> Result<(), Error> {
    let (at, why) = match offer.answer() {
        Answer::Awaited => (None, None),
        Answer::Accepted { at } | Answer::Withdrawn { at } => (Some(*at), None),
        Answer::Declined { at, why } => (Some(*at), why.clone()),
    };
    let changed = tx.execute(&ANSWER, values![offer.id, offer.standing(), at, why]).await?;
    // Another answer came in between.
    if changed == 0 { Err(Error::OfferAnswered { id: offer.id }) } else { Ok(()) }
}

pub(super) async fn holds(
    tx: &Tx,
    person: PersonId,
    organization: OrganizationId,
    role: Role,
) -> Result<bool, Error> {
    Ok(tx.optional(&HOLDS, values![person, organization, role]).await?.is_some())
}

pub(super) async fn withdraw_of_person(
    tx: &mut WriteTx,
    person: PersonId,
    organization: OrganizationId,
    now: base::Instant,
) -> Result<(), Error> {
    tx.execute(&WITHDRAW_OF_PERSON, values![person, organization, now]).await?;
    Ok(())
}

pub(crate) async fn withdraw_of_organization(
    tx: &mut WriteTx,
    organization: OrganizationId,
    now: base::Instant,
) -> Result<(), Error> {
    tx.execute(&WITHDRAW_OF_ORGANIZATION, values![organization, now]).await?;
    Ok(())
}

/// The offers that wait for the signed-in person, wherever they are.
pub(super) async fn mine(tx: &Tx) -> Result<Vec<MyOffer>, Error> {
    let rows = tx.query_settled(&MINE, values![]).await?;
    let mine = |row: &Row| {
        Ok(MyOffer {
            slug: row.get("slug")?,
            partnership: row.get("partnership_name")?,
            organization: row.get("organization")?,
            role: row.get("role")?,
            by: row.get("offered_by")?,
            at: row.get("offered_at")?,
        })
    };
    rows.iter().map(mine).collect()
}

fn offer(row: &Row) -> Result<RoleOffer, Error> {
    let new = NewOffer {
        id: row.get("id")?,
        person: row.get("person")?,
        organization: row.get("organization")?,
        role: row.get("role")?,
        note: row.get("note")?,
        by: row.get("offered_by")?,
        at: row.get("offered_at")?,
    };
    // The table keeps a time with every answer; without one, the offer's own will do.
    let at = row.get::<Option<base::Instant>>("answered_at")?.unwrap_or(new.at);
    let answer = match row.get("standing")? {
        OfferStanding::Offered => Answer::Awaited,
        OfferStanding::Accepted => Answer::Accepted { at },
        OfferStanding::Declined => Answer::Declined { at, why: row.get("why")? },
        OfferStanding::Withdrawn => Answer::Withdrawn { at },
    };
    Ok(RoleOffer::stored(new, answer))
}

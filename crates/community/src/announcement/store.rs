//! Announcements in the database.

use base::{Date, Instant, OrganizationId, PersonId, Title};
use store::{Cursor, KeyPart, Page, Query, Row, Tx, WriteTx, clauses, statements, values};

use super::{
    Announcement, AnnouncementError, AnnouncementId, Body, Receipt,
    find::{Filter, Show},
};
use crate::{Error, talk::Voice};

/// How many of one's organizations a list looks for.
const OWN: usize = 10;

statements! {
    LOAD = "SELECT id, title, body, person, organization, at, read_by, edited_at, withdrawn_at,
        withdrawn_why, remind_on, reminded_on, awaited, read, revision
        FROM announcements WHERE partnership = $1 AND id = $2";
    LIST = "SELECT a.id, a.title, a.body, a.person, a.organization, a.at, a.read_by, a.edited_at,
        a.withdrawn_at, a.withdrawn_why, a.remind_on, a.reminded_on, a.awaited, a.read, a.revision
        FROM announcements a WHERE a.partnership = $1";
    TITLE = "SELECT title FROM announcements WHERE partnership = $1 AND id = $2";
    INSERT = "INSERT INTO announcements (partnership, id, title, body, person, organization, at,
        read_by, remind_on, awaited, read, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 1)";
    AWAIT = "INSERT INTO announcement_audience (partnership, announcement, organization)
        VALUES ($1, $2, $3)";
    SAVE = "UPDATE announcements SET title = $4, body = $5, edited_at = $6, withdrawn_at = $7,
        withdrawn_why = $8, remind_on = $9, reminded_on = $10, revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $3";
    KEEP_TEXT = "INSERT INTO announcement_texts (partnership, announcement, number, until, title,
        body)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5
        FROM announcement_texts WHERE partnership = $1 AND announcement = $2";
    TEXTS = "SELECT until, title, body FROM announcement_texts
        WHERE partnership = $1 AND announcement = $2 ORDER BY number LIMIT 100";
    RECEIVE = "INSERT INTO announcement_receipts (partnership, announcement, organization, person,
        at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (partnership, announcement, organization, person) DO NOTHING";
    FIRST = "UPDATE announcement_audience SET read_at = $4
        WHERE partnership = $1 AND announcement = $2 AND organization = $3 AND read_at IS NULL";
    COUNT = "UPDATE announcements SET read = read + 1 WHERE partnership = $1 AND id = $2";
    AUDIENCE = "SELECT a.organization, r.person, r.at FROM announcement_audience a
        LEFT JOIN announcement_receipts r ON r.partnership = a.partnership
            AND r.announcement = a.announcement AND r.organization = a.organization
        WHERE a.partnership = $1 AND a.announcement = $2
        ORDER BY a.organization, r.at, r.person LIMIT 2000";
    UNREAD = "SELECT organization FROM announcement_audience
        WHERE partnership = $1 AND announcement = $2 AND read_at IS NULL ORDER BY organization";
    TO_REMIND = "SELECT id FROM announcements
        WHERE partnership = $1 AND remind_on <= $2 ORDER BY remind_on, id LIMIT 20";
}

clauses! {
    BY of LIST = "AND a.organization = $?";
    AWAITED of LIST = "AND a.read < a.awaited AND a.withdrawn_at IS NULL";
    UNREAD_BY of LIST = "AND a.withdrawn_at IS NULL AND EXISTS (
        SELECT 1 FROM announcement_audience w WHERE w.partnership = a.partnership
        AND w.organization IN ($?, $?, $?, $?, $?, $?, $?, $?, $?, $?)
        AND w.announcement = a.id AND w.read_at IS NULL)";
    BEFORE of LIST = "AND (a.at, a.id) < ($?, $?)";
    LAST_FIRST of LIST = "ORDER BY a.at DESC, a.id DESC LIMIT $?";
}

pub(crate) async fn load(tx: &Tx, id: AnnouncementId) -> Result<Announcement, Error> {
    let row = tx.optional(&LOAD, values![id]).await?.ok_or(AnnouncementError::Missing)?;
    announcement(&row)
}

/// What an announcement is called; none when there is none.
pub(crate) async fn title_of(tx: &Tx, id: AnnouncementId) -> Result<Option<String>, Error> {
    let row = tx.optional(&TITLE, values![id]).await?;
    Ok(row.map(|row| row.get("title")).transpose()?)
}

/// One page of announcements, the latest first. `own` are the organizations of the reader.
pub(crate) async fn page(
    tx: &Tx,
    filter: &Filter,
    own: &[OrganizationId],
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Announcement>, Error> {
    let parts = [KeyPart::Whole, KeyPart::Text];
    let after = after.map(|mark| Cursor::decode(mark, &parts)).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = filtered(filter, own)
        .and_if(&BEFORE, after.map(|cursor| cursor.0))
        .and(&LAST_FIRST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let all = rows.iter().map(announcement).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(all, limit, |one| Cursor(values![one.by.at, one.id])))
}

fn filtered(filter: &Filter, own: &[OrganizationId]) -> Query {
    let unread = (filter.show == Some(Show::Unread)).then(|| {
        let mut values: Vec<base::Value> = own.iter().map(base::ToValue::to_value).collect();
        // The clause always has the same number of places; no organization is called nothing.
        values.resize(OWN, base::Value::Text(String::new()));
        values
    });
    LIST.select(Vec::new())
        .and_if(&BY, filter.organization.map(|organization| values![organization]))
        .and_if(&AWAITED, (filter.show == Some(Show::Awaited)).then(Vec::new))
        .and_if(&UNREAD_BY, unread)
}

/// Who should read it, and who has.
pub(crate) async fn receipts(tx: &Tx, id: AnnouncementId) -> Result<Vec<Receipt>, Error> {
    let rows = tx.query(&AUDIENCE, values![id]).await?;
    let mut all: Vec<Receipt> = Vec::new();
    for row in &rows {
        let organization: OrganizationId = row.get("organization")?;
        if all.last().is_none_or(|last| last.organization != organization) {
            all.push(Receipt { organization, readers: Vec::new() });
        }
        let reader = (row.get::<Option<PersonId>>("person")?, row.get::<Option<Instant>>("at")?);
        if let ((Some(person), Some(at)), Some(receipt)) = (reader, all.last_mut()) {
            receipt.readers.push((person, at));
        }
    }
    Ok(all)
}

/// Those who have not read it.
pub(crate) async fn unread(tx: &Tx, id: AnnouncementId) -> Result<Vec<OrganizationId>, Error> {
    let rows = tx.query(&UNREAD, values![id]).await?;
    rows.iter().map(|row| Ok(row.get("organization")?)).collect()
}

/// The announcements of which somebody is to be reminded.
pub(crate) async fn to_remind(tx: &Tx, today: Date) -> Result<Vec<AnnouncementId>, Error> {
    let rows = tx.query(&TO_REMIND, values![today]).await?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

/// How it read before, the earliest first, and until when.
pub(crate) async fn texts(
    tx: &Tx,
    id: AnnouncementId,
) -> Result<Vec<(Instant, Title, Body)>, Error> {
    let rows = tx.query(&TEXTS, values![id]).await?;
    rows.iter().map(|row| Ok((row.get("until")?, row.get("title")?, row.get("body")?))).collect()
}

/// Writes a new announcement for these organizations.
pub(crate) async fn insert(
    tx: &mut WriteTx,
    one: &Announcement,
    audience: &[OrganizationId],
) -> Result<(), Error> {
    let by = one.by;
    let values = values![
        one.id,
        one.title,
        one.body,
        by.person,
        by.organization,
        by.at,
        one.read_by,
        one.remind_on,
        one.awaited
    ];
    tx.execute(&INSERT, values).await?;
    tx.execute_many(&AWAIT, audience.iter().map(|of| values![one.id, of]).collect()).await?;
    Ok(())
}

/// Writes a changed announcement, if nobody else changed it.
pub(crate) async fn save(tx: &mut WriteTx, one: &mut Announcement) -> Result<(), Error> {
    let withdrawn = one.withdrawn.as_ref();
    let values = values![
        one.id,
        one.revision,
        one.title,
        one.body,
        one.edited_at,
        withdrawn.map(|(at, _)| *at),
        withdrawn.map(|(_, why)| why),
        one.remind_on,
        one.reminded_on
    ];
    tx.execute_fresh(&SAVE, values).await.map_err(|error| {
        if matches!(error, store::Error::Stale) {
            Error::Announcement(AnnouncementError::Changed)
        } else {
            error.into()
        }
    })?;
    one.revision = one.revision.next();
    Ok(())
}

/// Keeps how it read until now.
pub(crate) async fn keep_text(
    tx: &mut WriteTx,
    id: AnnouncementId,
    until: Instant,
    (title, body): (&Title, &Body),
) -> Result<(), Error> {
    tx.execute(&KEEP_TEXT, values![id, until, title, body]).await?;
    Ok(())
}

/// Writes that a person has read it for an organization.
pub(crate) async fn receive(tx: &mut WriteTx, id: AnnouncementId, by: Voice) -> Result<(), Error> {
    tx.execute(&RECEIVE, values![id, by.organization, by.person, by.at]).await?;
    if tx.execute(&FIRST, values![id, by.organization, by.at]).await? > 0 {
        tx.execute(&COUNT, values![id]).await?;
    }
    Ok(())
}

fn announcement(row: &Row) -> Result<Announcement, Error> {
    let withdrawn = match (row.get("withdrawn_at")?, row.get("withdrawn_why")?) {
        (Some(at), Some(why)) => Some((at, why)),
        (None | Some(_), _) => None,
    };
    Ok(Announcement {
        id: row.get("id")?,
        title: row.get("title")?,
        body: row.get("body")?,
        by: Voice {
            person: row.get("person")?,
            organization: row.get("organization")?,
            at: row.get("at")?,
        },
        read_by: row.get("read_by")?,
        edited_at: row.get("edited_at")?,
        withdrawn,
        remind_on: row.get("remind_on")?,
        reminded_on: row.get("reminded_on")?,
        awaited: row.get("awaited")?,
        read: row.get("read")?,
        revision: row.get("revision")?,
    })
}

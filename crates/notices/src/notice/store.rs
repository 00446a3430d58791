//! The table `notices`.

use std::collections::BTreeSet;

use ::store::{
    Cursor, KeyPart, Page, Row, Tx, WriteTx, clauses, installation_statements, statements, values,
};
use base::{Instant, PartnershipId, PersonId, Value};

use super::{Entry, Filter, Kind, Notice, NoticeId, PAGE, Shown};
use crate::Error;

statements! {
    // In a partnership.
    TELL = "INSERT INTO notices (partnership, person, id, at, kind, message, args, title, link,
            subject_kind, subject, answers, mail, read_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'waits', NULL)";
    SETTLE = "UPDATE notices SET read_at = $4,
            mail = CASE WHEN mail IN ('waits', 'summary') THEN 'none' ELSE mail END
        WHERE partnership = $1 AND subject_kind = $2 AND subject = $3 AND kind <> 'to_know'
        AND read_at IS NULL";
    SETTLE_FOR = "UPDATE notices SET read_at = $5,
            mail = CASE WHEN mail IN ('waits', 'summary') THEN 'none' ELSE mail END
        WHERE partnership = $1 AND subject_kind = $2 AND subject = $3 AND person = $4
        AND kind <> 'to_know' AND read_at IS NULL";
    TO_SUM = "SELECT DISTINCT person FROM notices
        WHERE partnership = $1 AND mail = 'summary' AND at < $2 ORDER BY person LIMIT 500";

    // Of the signed-in person.
    // The names are looked up beside it, so that the notices alone give the order.
    LIST = "SELECT n.partnership,
            (SELECT p.slug FROM partnerships p WHERE p.id = n.partnership) AS slug,
            (SELECT p.name FROM partnerships p WHERE p.id = n.partnership) AS partnership_name,
            n.id, n.at, n.kind, n.message, n.args, n.title, n.link, n.read_at
        FROM notices n WHERE n.person = $1 AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = n.partnership AND g.person = $1)";
    // The bell says no more than `99+`, so it counts no further.
    WAITING = "SELECT COUNT(*) AS n FROM (SELECT 1 FROM notices n
        WHERE n.person = $1 AND n.read_at IS NULL AND n.kind <> 'to_know' AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = n.partnership AND g.person = $1)
        LIMIT 100) AS waiting";
    MARK = "UPDATE notices SET read_at = $3 WHERE person = $1 AND id = $2";
    MARK_ALL = "UPDATE notices SET read_at = $2
        WHERE person = $1 AND read_at IS NULL AND id <= $3";
    PARTNERSHIPS = "SELECT p.id, p.slug, p.name FROM partnerships p
        WHERE p.id IN (SELECT g.partnership FROM grants g WHERE g.person = $1)
        ORDER BY p.name, p.id LIMIT 200";
}

installation_statements! {
    // For jobs, which send to many and are in nobody's name.
    ONE = "SELECT n.partnership, p.slug, p.name AS partnership_name, n.id, n.at, n.kind,
            n.message, n.args, n.title, n.link, n.read_at, n.subject, n.answers, n.mail
        FROM notices n JOIN partnerships p ON p.id = n.partnership
        WHERE n.partnership = $1 AND n.person = $2 AND n.id = $3 AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = n.partnership AND g.person = $2)";
    IN_SUMMARY = "SELECT n.partnership, p.slug, p.name AS partnership_name, n.id, n.at, n.kind,
            n.message, n.args, n.title, n.link, n.read_at
        FROM notices n JOIN partnerships p ON p.id = n.partnership
        WHERE n.person = $1 AND n.mail = 'summary' AND n.at < $2 AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = n.partnership AND g.person = $1)
        ORDER BY n.id LIMIT 200";
    MAILED = "UPDATE notices SET mail = $4 WHERE partnership = $1 AND person = $2 AND id = $3";
    SWEEP = "DELETE FROM notices WHERE partnership = $1 AND at < $2";
}

clauses! {
    UNREAD of LIST = "AND n.read_at IS NULL";
    OF_KIND of LIST = "AND n.kind = $?";
    OF_PARTNERSHIP of LIST = "AND n.partnership = $?";
    OLDER of LIST = "AND n.id < $?";
    NEWEST of LIST = "ORDER BY n.id DESC LIMIT $?";
}

/// Writes a notice for each of these people.
pub(super) async fn tell(
    tx: &mut WriteTx,
    people: &[(PersonId, NoticeId)],
    notice: &Notice,
) -> Result<(), ::store::Error> {
    let args: serde_json::Map<String, serde_json::Value> =
        notice.args.iter().map(|(name, text)| ((*name).to_owned(), text.clone().into())).collect();
    let args = serde_json::Value::from(args).to_string();
    let (about, now, answers) = (&notice.about, tx.now(), notice.answers.join(" "));
    let row = |(person, id): &(PersonId, NoticeId)| {
        values![
            *person,
            *id,
            now,
            notice.kind,
            notice.key,
            args,
            notice.title,
            notice.link,
            about.kind,
            about.id,
            answers
        ]
    };
    tx.execute_many(&TELL, people.iter().map(row).collect()).await?;
    Ok(())
}

/// Clears what was asked about a subject.
pub(super) async fn settle(
    tx: &mut WriteTx,
    about: &::store::Subject,
) -> Result<u64, ::store::Error> {
    let values = values![about.kind, about.id, tx.now()];
    tx.execute(&SETTLE, values).await
}

/// Clears what some people were asked about a subject.
pub(super) async fn settle_for(
    tx: &mut WriteTx,
    people: &BTreeSet<PersonId>,
    about: &::store::Subject,
) -> Result<(), ::store::Error> {
    let now = tx.now();
    let row = |person: &PersonId| values![about.kind, about.id, *person, now];
    tx.execute_many(&SETTLE_FOR, people.iter().map(row).collect()).await.map(drop)
}

/// Who of a partnership has something in their summary of what came before an instant.
pub(crate) async fn to_sum(tx: &Tx, before: Instant) -> Result<Vec<PersonId>, Error> {
    let rows = tx.query(&TO_SUM, values![before]).await?;
    rows.iter().map(|row| Ok(row.get("person")?)).collect()
}

/// One page of the signed-in person's notices, the latest first.
pub(super) async fn page(
    tx: &Tx,
    filter: &Filter,
    partnership: Option<PartnershipId>,
    after: Option<&str>,
) -> Result<Page<Entry>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Text])).transpose()?;
    let query = LIST
        .select(values![])
        .and_if(&UNREAD, (filter.read != Some(Shown::All)).then(Vec::new))
        .and_if(&OF_KIND, filter.kind.map(|kind| values![kind]))
        .and_if(&OF_PARTNERSHIP, partnership.map(|id| values![id]))
        .and_if(&OLDER, after.map(|cursor| cursor.0))
        .and(&NEWEST, values![i64::try_from(PAGE + 1).unwrap_or(i64::MAX)]);
    let rows = tx.query(query, values![]).await?;
    let entries = rows.iter().map(entry).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(entries, PAGE, |last| Cursor(values![last.id])))
}

/// How many notices wait for the signed-in person, up to a hundred.
pub(super) async fn waiting(tx: &Tx) -> Result<i64, Error> {
    Ok(tx.one(&WAITING, values![]).await?.get("n")?)
}

/// Marks one notice of the signed-in person; whether it is theirs.
pub(super) async fn mark(
    tx: &mut WriteTx,
    id: NoticeId,
    read_at: Option<Instant>,
) -> Result<bool, Error> {
    Ok(tx.execute(&MARK, values![id, read_at]).await? > 0)
}

/// Marks all that the signed-in person saw, up to one.
pub(super) async fn mark_all(tx: &mut WriteTx, up_to: NoticeId) -> Result<(), Error> {
    let values = values![tx.now(), up_to];
    tx.execute(&MARK_ALL, values).await?;
    Ok(())
}

/// The partnerships of the signed-in person: identifier, short name, name.
pub(crate) async fn partnerships(tx: &Tx) -> Result<Vec<(PartnershipId, String, String)>, Error> {
    let rows = tx.query(&PARTNERSHIPS, values![]).await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("slug")?, row.get("name")?))).collect()
}

/// A notice that is to be sent.
#[derive(Debug)]
pub(crate) struct Outgoing {
    pub(crate) entry: Entry,
    pub(crate) subject: String,
    pub(crate) answers: Vec<String>,
    /// Whether nobody has dealt with its mail yet.
    pub(crate) waits: bool,
}

/// A notice, as long as its person still has a role there.
pub(crate) async fn outgoing(
    tx: &Tx,
    partnership: PartnershipId,
    person: PersonId,
    id: NoticeId,
) -> Result<Option<Outgoing>, Error> {
    let Some(row) = tx.optional(&ONE, values![partnership, person, id]).await? else {
        return Ok(None);
    };
    let answers: String = row.get("answers")?;
    Ok(Some(Outgoing {
        entry: entry(&row)?,
        subject: row.get("subject")?,
        answers: answers.split_whitespace().map(str::to_owned).collect(),
        waits: row.get::<String>("mail")? == "waits",
    }))
}

/// What stands in a person's summary of what came before an instant, from all their partnerships.
pub(crate) async fn in_summary(
    tx: &Tx,
    person: PersonId,
    before: Instant,
) -> Result<Vec<Entry>, Error> {
    tx.query(&IN_SUMMARY, values![person, before]).await?.iter().map(entry).collect()
}

base::words! {
    /// What became of a notice's mail.
    pub(crate) enum Mailed {
        /// It waits for the next summary.
        Summary = "summary",
        /// It went out.
        Sent = "sent",
        /// There is none.
        None = "none",
    }
}

/// Notes what became of the mails of some notices of a person.
pub(crate) async fn mailed(
    tx: &mut WriteTx,
    person: PersonId,
    notices: &[(PartnershipId, NoticeId)],
    mailed: Mailed,
) -> Result<(), Error> {
    let row = |(partnership, id): &(PartnershipId, NoticeId)| -> Vec<Value> {
        values![*partnership, person, *id, mailed]
    };
    tx.execute_many(&MAILED, notices.iter().map(row).collect()).await?;
    Ok(())
}

/// Forgets the notices of a partnership from before an instant.
pub(crate) async fn sweep(
    tx: &mut WriteTx,
    partnership: PartnershipId,
    before: Instant,
) -> Result<(), Error> {
    tx.execute(&SWEEP, values![partnership, before]).await?;
    Ok(())
}

fn entry(row: &Row) -> Result<Entry, Error> {
    let args: String = row.get("args")?;
    let args: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&args).map_err(::store::Error::from)?;
    let text = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    Ok(Entry {
        id: row.get("id")?,
        partnership: row.get("partnership")?,
        slug: row.get("slug")?,
        partnership_name: row.get("partnership_name")?,
        at: row.get("at")?,
        kind: row.get::<Kind>("kind")?,
        key: row.get("message")?,
        args: args.into_iter().map(|(name, value)| (name, text(value))).collect(),
        title: row.get("title")?,
        link: row.get("link")?,
        is_read: row.get::<Option<Instant>>("read_at")?.is_some(),
    })
}

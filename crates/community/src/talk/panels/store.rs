//! Where the signed-in person is named, in all their partnerships.

use std::collections::BTreeSet;

use ::store::{Row, Tx, statements, values};
use base::{Instant, OrganizationId, PartnershipId, PersonId, Role};
use futures_util::future::try_join;

use crate::{Error, talk::ThreadId};

statements! {
    // As a person. In the order of the index, for each of their partnerships.
    NAMED = "SELECT q.id AS partnership, q.slug, q.name AS partnership_name, t.id, t.subject_kind,
            t.subject_name, m.at, n.name AS who
        FROM partnerships q
        JOIN post_mentions m ON m.partnership = q.id AND m.target = $2 AND m.waits
        JOIN threads t ON t.partnership = m.partnership AND t.id = m.thread
        JOIN posts p ON p.partnership = m.partnership AND p.id = m.post
        LEFT JOIN people n ON n.partnership = p.partnership AND n.person = p.person
        WHERE q.id IN (SELECT g.partnership FROM grants g WHERE g.person = $1)
            AND p.state = 'shown'
        ORDER BY m.at DESC, m.post LIMIT 20";
    // As an organization that they lead.
    LED = "SELECT q.id AS partnership, q.slug, q.name AS partnership_name, t.id, t.subject_kind,
            t.subject_name, m.at, n.name AS who
        FROM grants g
        JOIN partnerships q ON q.id = g.partnership
        JOIN post_mentions m ON m.partnership = g.partnership AND m.target = g.organization
            AND m.waits
        JOIN threads t ON t.partnership = m.partnership AND t.id = m.thread
        JOIN posts p ON p.partnership = m.partnership AND p.id = m.post
        LEFT JOIN people n ON n.partnership = p.partnership AND n.person = p.person
        WHERE g.person = $1 AND g.role = 'lead' AND p.state = 'shown' AND p.person <> $1
        ORDER BY m.at DESC, m.post, m.target LIMIT 20";
    GRANTS = "SELECT partnership, organization, role FROM grants WHERE person = $1
        ORDER BY partnership, organization, role LIMIT 500";
}

/// A place where somebody is named.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) partnership: PartnershipId,
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) thread: ThreadId,
    pub(crate) kind: String,
    pub(crate) about: String,
    pub(crate) at: Instant,
    pub(crate) who: String,
}

/// Where the signed-in person is named, the latest first, each thread once.
pub(crate) async fn named(tx: &Tx, me: PersonId) -> Result<Vec<Named>, Error> {
    let named = tx.query_settled(&NAMED, values![me]);
    let (named, led) = try_join(named, tx.query_settled(&LED, Vec::new())).await?;
    let one = |row: &Row| -> Result<Named, Error> {
        Ok(Named {
            partnership: row.get("partnership")?,
            slug: row.get("slug")?,
            partnership_name: row.get("partnership_name")?,
            thread: row.get("id")?,
            kind: row.get("subject_kind")?,
            about: row.get("subject_name")?,
            at: row.get("at")?,
            who: row.get::<Option<String>>("who")?.unwrap_or_default(),
        })
    };
    let mut all = named.iter().chain(&*led).map(one).collect::<Result<Vec<_>, Error>>()?;
    all.sort_by_key(|one| (std::cmp::Reverse(one.at), one.thread));
    let mut seen = BTreeSet::new();
    all.retain(|one| seen.insert(one.thread));
    all.truncate(20);
    Ok(all)
}

/// What the signed-in person is where.
pub(crate) async fn grants(tx: &Tx) -> Result<Vec<(PartnershipId, OrganizationId, Role)>, Error> {
    let rows = tx.query_settled(&GRANTS, Vec::new()).await?;
    let grant =
        |row: &Row| Ok((row.get("partnership")?, row.get("organization")?, row.get("role")?));
    rows.iter().map(grant).collect()
}

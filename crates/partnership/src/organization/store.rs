//! Organizations and memberships in the database.

use base::{Date, OrganizationId, PartnershipId, PersonId, Revision, Role};
use store::{Row, Tx, WriteTx, statements, values};

use crate::{Entry, Error, Membership, Organization, fold::name_key};

statements! {
    // What joins the installation's register to one partnership: an entry is read only by the
    // partnerships that the organization is or was in.
    LOAD = "SELECT o.id, o.home, o.name, o.short_name, o.kind, o.sector, o.state, o.tribe,
            o.website, o.about, o.partnerships, o.revision, m.part, m.since, m.until,
            m.open_promises, m.revision AS membership_revision
        FROM memberships m JOIN organizations o ON o.id = m.organization
        WHERE m.partnership = $1 AND m.organization = $2";
    LIST = "SELECT o.id, o.home, o.name, o.short_name, o.kind, o.sector, o.state, o.tribe,
            o.website, o.about, o.partnerships, o.revision, m.part, m.since, m.until,
            m.open_promises, m.revision AS membership_revision
        FROM memberships m JOIN organizations o ON o.id = m.organization
        WHERE m.partnership = $1";
    NAME = "SELECT o.name FROM memberships m JOIN organizations o ON o.id = m.organization
        WHERE m.partnership = $1 AND m.organization = $2";
    DESCRIBE = "UPDATE organizations SET name = $3, name_key = $4, short_name = $5, kind = $6,
            sector = $7, state = $8, tribe = $9, website = $10, about = $11,
            revision = revision + 1
        WHERE home = $1 AND id = $2 AND revision = $12";
    ELSEWHERE = "SELECT partnership FROM memberships WHERE organization = $2 AND partnership <> $1";
    JOIN = "INSERT INTO memberships
            (partnership, organization, part, since, until, open_promises, revision)
        VALUES ($1, $2, $3, $4, NULL, 0, 1)";
    SAVE_MEMBERSHIP = "UPDATE memberships
        SET part = $3, since = $4, until = $5, revision = revision + 1
        WHERE partnership = $1 AND organization = $2 AND revision = $6";
    COUNT_PROMISES = "UPDATE memberships SET open_promises = open_promises + $3
        WHERE partnership = $1 AND organization = $2";
    COUNT_PEOPLE = "SELECT COUNT(DISTINCT person) AS people FROM grants
        WHERE partnership = $1 AND organization = $2";
    COUNT_SEATS = "SELECT COUNT(DISTINCT body) AS bodies FROM seats
        WHERE partnership = $1 AND organization = $2 AND NOT closed";
    COUNT_MEMBERS = "UPDATE partnership_profiles SET organizations = organizations + $2
        WHERE partnership = $1";
    GRANTS = "SELECT person, role FROM grants
        WHERE partnership = $1 AND organization = $2 ORDER BY person, role";
    SHARED = "SELECT p.slug, p.name FROM memberships m
        JOIN partnerships p ON p.id = m.partnership
        WHERE m.organization = $2 AND m.until IS NULL AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = m.partnership AND g.person = $1
        ) ORDER BY p.name, p.id";
}

store::installation_statements! {
    REGISTER = "INSERT INTO organizations (id, home, name, name_key, short_name, kind, sector,
            state, tribe, website, about, partnerships, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 1)";
    BY_NAME = "SELECT id FROM organizations WHERE name_key = $1";
    COUNT_PARTNERSHIPS = "UPDATE organizations SET partnerships = partnerships + $2
        WHERE id = $1";
}

store::clauses! {
    TODAY of LIST = "AND m.until IS NULL";
    IN_SECTOR of LIST = "AND o.sector = $?";
    AFTER of LIST = "AND (o.name_key, o.id) > ($?, $?)";
    BY_NAME_KEY of LIST = "ORDER BY o.name_key, o.id LIMIT $?";
}

/// An organization in a partnership: its entry and its membership.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    /// The entry, the same in all partnerships.
    pub organization: Organization,
    /// The membership in this one.
    pub membership: Membership,
    /// Promises that it has given here and that wait to be kept.
    pub open_promises: i64,
}

pub(crate) async fn load(tx: &Tx, id: OrganizationId) -> Result<Member, Error> {
    match tx.optional(&LOAD, values![id]).await? {
        Some(row) => member(&row),
        None => Err(Error::OrganizationMissing { id }),
    }
}

/// One page of members, by name.
pub(super) async fn list(tx: &Tx, wanted: &super::Wanted) -> Result<Vec<Member>, Error> {
    let mut query = LIST.select(values![]);
    if !wanted.former {
        query = query.and(&TODAY, values![]);
    }
    let query = query
        .and_if(&IN_SECTOR, wanted.sector.map(|sector| values![sector]))
        .and_if(&AFTER, wanted.after.clone().map(|after| after.0))
        .and(&BY_NAME_KEY, values![wanted.limit + 1]);
    tx.query(query, values![]).await?.iter().map(member).collect()
}

pub(super) async fn find_by_name(tx: &Tx, name: &str) -> Result<Option<OrganizationId>, Error> {
    let row = tx.optional(&BY_NAME, values![name_key(name)]).await?;
    row.map(|row| Ok(row.get("id")?)).transpose()
}

pub(super) async fn register(
    tx: &mut WriteTx,
    id: OrganizationId,
    home: PartnershipId,
    entry: &Entry,
) -> Result<(), Error> {
    let values = values![
        id,
        home,
        entry.name,
        name_key(entry.name.as_str()),
        entry.short_name,
        entry.kind,
        entry.sector,
        entry.state,
        entry.tribe,
        entry.website,
        entry.about
    ];
    named(tx.execute(&REGISTER, values).await, entry)
}

pub(super) async fn describe(tx: &mut WriteTx, organization: &Organization) -> Result<(), Error> {
    let entry = &organization.entry;
    let values = values![
        organization.id,
        entry.name,
        name_key(entry.name.as_str()),
        entry.short_name,
        entry.kind,
        entry.sector,
        entry.state,
        entry.tribe,
        entry.website,
        entry.about,
        organization.revision
    ];
    match tx.execute(&DESCRIBE, values).await {
        Ok(0) => return Err(Error::Stale),
        answer => named(answer, entry)?,
    }
    let rows = tx.query(&ELSEWHERE, values![organization.id]).await?;
    let others = rows.iter().map(|row| row.get("partnership")).collect::<Result<Vec<_>, _>>()?;
    Ok(tx.touch(&others).await?)
}

fn named(answer: Result<u64, store::Error>, entry: &Entry) -> Result<(), Error> {
    match answer {
        Err(store::Error::Duplicate { .. }) => {
            Err(Error::NameTaken { name: entry.name.to_string() })
        }
        other => Ok(other.map(drop)?),
    }
}

/// Joins an organization to the partnership and counts it.
pub(super) async fn join(tx: &mut WriteTx, membership: &Membership) -> Result<(), Error> {
    let values = values![membership.organization, membership.part, membership.since];
    tx.execute(&JOIN, values).await?;
    count_member(tx, membership.organization, 1).await
}

pub(super) async fn save(tx: &mut WriteTx, membership: &Membership) -> Result<(), Error> {
    let Membership { organization, part, since, until, revision } = membership;
    let values = values![*organization, *part, *since, *until, *revision];
    Ok(tx.execute_fresh(&SAVE_MEMBERSHIP, values).await?)
}

/// Counts a member that came (1) or went (-1).
pub(super) async fn count_member(
    tx: &mut WriteTx,
    id: OrganizationId,
    by: i64,
) -> Result<(), Error> {
    tx.execute(&COUNT_PARTNERSHIPS, values![id, by]).await?;
    tx.execute(&COUNT_MEMBERS, values![by]).await?;
    Ok(())
}

pub(crate) async fn count_promises(
    tx: &mut WriteTx,
    id: OrganizationId,
    by: i64,
) -> Result<(), Error> {
    tx.execute(&COUNT_PROMISES, values![id, by]).await?;
    Ok(())
}

pub(super) async fn people_and_bodies(tx: &Tx, id: OrganizationId) -> Result<(i64, i64), Error> {
    let people = tx.one(&COUNT_PEOPLE, values![id]).await?.get("people")?;
    Ok((people, tx.one(&COUNT_SEATS, values![id]).await?.get("bodies")?))
}

/// Who holds which role for an organization here.
pub(crate) async fn grants(tx: &Tx, id: OrganizationId) -> Result<Vec<(PersonId, Role)>, Error> {
    let rows = tx.query(&GRANTS, values![id]).await?;
    rows.iter().map(|row| Ok((row.get("person")?, row.get("role")?))).collect()
}

/// The partnerships that an organization sits in and the person, too: short name and name.
pub(super) async fn shared(tx: &Tx, id: OrganizationId) -> Result<Vec<(String, String)>, Error> {
    let rows = tx.query(&SHARED, values![id]).await?;
    rows.iter().map(|row| Ok((row.get("slug")?, row.get("name")?))).collect()
}

fn member(row: &Row) -> Result<Member, Error> {
    let id: OrganizationId = row.get("id")?;
    let organization = Organization {
        id,
        entry: Entry {
            name: row.get("name")?,
            short_name: row.get("short_name")?,
            kind: row.get("kind")?,
            sector: row.get("sector")?,
            state: row.get("state")?,
            tribe: row.get("tribe")?,
            website: row.get("website")?,
            about: row.get("about")?,
        },
        home: row.get("home")?,
        partnerships: row.get("partnerships")?,
        revision: row.get("revision")?,
    };
    let membership = Membership {
        organization: id,
        part: row.get("part")?,
        since: row.get::<Date>("since")?,
        until: row.get("until")?,
        revision: row.get::<Revision>("membership_revision")?,
    };
    Ok(Member { organization, membership, open_promises: row.get("open_promises")? })
}

/// What an organization of this partnership is called; none when it never was in it.
pub(crate) async fn name_of(tx: &Tx, id: OrganizationId) -> Result<Option<String>, Error> {
    let row = tx.optional(&NAME, values![id]).await?;
    Ok(row.map(|row| row.get("name")).transpose()?)
}

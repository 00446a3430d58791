//! The lists that name organizations and people.

use std::collections::BTreeSet;

use base::{OrganizationId, PersonId, Role, Value};
use store::{Clause, Row, Statement, Tx, clauses, statements, values};

use super::{Directory, DirectoryEntry, Listed, Names, People, PersonEntry, Work};
use crate::{Error, fold::sort_key};

/// How many people one query names.
const AT_ONCE: usize = 64;

statements! {
    DIRECTORY = "SELECT o.id, o.name, o.short_name, o.kind, o.sector, m.part, m.until
        FROM memberships m JOIN organizations o ON o.id = m.organization
        WHERE m.partnership = $1 ORDER BY o.name_key, o.id";
    PEOPLE = "SELECT p.person, p.name, p.left_at, g.organization, g.role, a.title
        FROM people p
        LEFT JOIN grants g ON g.partnership = p.partnership AND g.person = p.person
        LEFT JOIN affiliations a ON a.person = p.person AND a.organization = g.organization
        WHERE p.partnership = $1";
    NAMES = "SELECT person, name FROM people WHERE partnership = $1";
    MEMBERS = "SELECT p.person, p.name, p.left_at, g.organization, g.role, a.title
        FROM grants g
        JOIN people p ON p.partnership = g.partnership AND p.person = g.person
        LEFT JOIN affiliations a ON a.person = g.person AND a.organization = g.organization
        WHERE g.partnership = $1 AND g.organization = $2
        ORDER BY p.sort_key, p.person, g.role";
    LEADS = "SELECT DISTINCT person FROM grants
        WHERE partnership = $1 AND organization = $2 AND role = 'lead' ORDER BY person";
    // Of the signed-in person: everything that any of their partnerships would name.
    MY_DIRECTORY = "SELECT o.id, o.name, o.short_name, o.kind, o.sector, m.part, m.until
        FROM memberships m JOIN organizations o ON o.id = m.organization
        WHERE m.partnership IN (SELECT g.partnership FROM grants g WHERE g.person = $1)
        ORDER BY o.name_key, o.id, m.partnership";
    MY_PEOPLE = "SELECT p.person, p.name, p.left_at, NULL AS organization, NULL AS role,
            NULL AS title
        FROM people p
        WHERE p.partnership IN (SELECT g.partnership FROM grants g WHERE g.person = $1)";
    ALL_LEADS = "SELECT DISTINCT person FROM grants
        WHERE partnership = $1 AND role = 'lead' ORDER BY person";
    CALLED = "SELECT person, sort_key FROM people
        WHERE partnership = $1 AND left_at IS NULL";
    COORDINATORS = "SELECT DISTINCT person FROM grants
        WHERE partnership = $1 AND role = 'coordinator' ORDER BY person";
}

clauses! {
    BY_PERSON of PEOPLE = "ORDER BY p.person, g.since, g.organization, g.role";
    MINE_BY_PERSON of MY_PEOPLE = "ORDER BY p.person";
    BY_NAME of CALLED = "ORDER BY sort_key, person";
}

pub(super) async fn directory(tx: &Tx) -> Result<Directory, Error> {
    tx.settled_as(&DIRECTORY, values![], listed).await.map(Directory)
}

pub(super) async fn people(tx: &Tx, ids: &[PersonId]) -> Result<People, Error> {
    named(tx, (&PEOPLE, &BY_PERSON), ids).await
}

fn listed(rows: &[Row]) -> Result<Listed, Error> {
    rows.iter().map(entry).collect::<Result<_, _>>().map(Listed::of)
}

/// The organizations of all partnerships of the signed-in person.
pub(super) async fn my_directory(tx: &Tx) -> Result<Directory, Error> {
    tx.settled_as(&MY_DIRECTORY, values![], listed).await.map(Directory)
}

/// These people, as far as they share a partnership with the signed-in person; names only.
pub(crate) async fn my_people(tx: &Tx, ids: &[PersonId]) -> Result<People, Error> {
    named(tx, (&MY_PEOPLE, &MINE_BY_PERSON), ids).await
}

pub(super) async fn names(tx: &Tx, ids: &[PersonId]) -> Result<Names, Error> {
    let mut names = Names::default();
    for some in each_once(ids).chunks(AT_ONCE) {
        for row in &tx.query(NAMES.of_some("person", some), values![]).await? {
            names.add(row, "person", "name")?;
        }
    }
    Ok(names)
}

fn each_once(ids: &[PersonId]) -> Vec<Value> {
    let ids: BTreeSet<PersonId> = ids.iter().copied().collect();
    ids.iter().map(base::ToValue::to_value).collect()
}

async fn named(
    tx: &Tx,
    (statement, order): (&'static Statement, &'static Clause),
    ids: &[PersonId],
) -> Result<People, Error> {
    let mut found = Vec::new();
    for some in each_once(ids).chunks(AT_ONCE) {
        let query = statement.of_some("p.person", some);
        found.extend(persons(&tx.query(query.and(order, Vec::new()), Vec::new()).await?)?);
    }
    Ok(People::of(found))
}

pub(super) async fn members(
    tx: &Tx,
    organization: OrganizationId,
) -> Result<Vec<PersonEntry>, Error> {
    persons(&tx.query(&MEMBERS, values![organization]).await?)
}

pub(super) async fn leads_of(
    tx: &Tx,
    organization: OrganizationId,
) -> Result<Vec<PersonId>, Error> {
    ids(&tx.query(&LEADS, values![organization]).await?)
}

pub(super) async fn all_leads(tx: &Tx) -> Result<Vec<PersonId>, Error> {
    ids(&tx.query(&ALL_LEADS, values![]).await?)
}

pub(super) async fn people_called(
    tx: &Tx,
    names: &[&str],
) -> Result<Vec<(String, PersonId)>, Error> {
    let mut found = Vec::new();
    for some in names.chunks(AT_ONCE) {
        let keys: Vec<String> = some.iter().map(|name| sort_key(name)).collect();
        let values = keys.iter().map(base::ToValue::to_value).collect();
        let query = CALLED.select(Vec::new()).and_one_of("sort_key", values);
        for row in &tx.query(query.and(&BY_NAME, Vec::new()), Vec::new()).await? {
            let (person, key): (PersonId, String) = (row.get("person")?, row.get("sort_key")?);
            let called = some.iter().zip(&keys).filter(|(_, one)| **one == key);
            found.extend(called.map(|(name, _)| ((*name).to_owned(), person)));
        }
    }
    Ok(found)
}

pub(super) async fn coordinators(tx: &Tx) -> Result<Vec<PersonId>, Error> {
    ids(&tx.query(&COORDINATORS, values![]).await?)
}

/// People out of rows that repeat for each role; rows of one person stand together.
pub(crate) fn persons(rows: &[Row]) -> Result<Vec<PersonEntry>, Error> {
    let mut all: Vec<PersonEntry> = Vec::new();
    for row in rows {
        let id: PersonId = row.get("person")?;
        if all.last().is_none_or(|last| last.id != id) {
            let gone = row.get::<Option<i64>>("left_at")?.is_some();
            all.push(PersonEntry { id, name: row.get("name")?, works: Vec::new(), gone });
        }
        let Some(organization) = row.get::<Option<OrganizationId>>("organization")? else {
            continue;
        };
        let (role, title): (Role, Option<String>) = (row.get("role")?, row.get("title")?);
        let Some(person) = all.last_mut() else { continue };
        match person.works.iter_mut().find(|work| work.organization == organization) {
            Some(work) => work.roles.push(role),
            None => person.works.push(Work { organization, title, roles: vec![role] }),
        }
    }
    Ok(all)
}

fn ids(rows: &[Row]) -> Result<Vec<PersonId>, Error> {
    rows.iter().map(|row| Ok(row.get("person")?)).collect()
}

fn entry(row: &Row) -> Result<DirectoryEntry, Error> {
    Ok(DirectoryEntry {
        id: row.get("id")?,
        name: row.get("name")?,
        short_name: row.get("short_name")?,
        kind: row.get("kind")?,
        sector: row.get("sector")?,
        part: row.get("part")?,
        current: row.get::<Option<base::Date>>("until")?.is_none(),
    })
}

//! People of a partnership, their profiles and the words they are found under, in the database.

use std::collections::{BTreeMap, BTreeSet};

use base::{OrganizationId, PartnershipId, PersonId, Role, Value};
use store::{Row, Tx, WriteTx, statements, values};

use super::{FoundIn, Wanted};
use crate::{
    About, Affiliation, Error, Knowledge, Known, PersonEntry, Profile,
    directory::store::persons,
    fold::{after_all, sort_key},
};

/// How many people one query asks for.
const AT_ONCE: usize = 50;

statements! {
    // In a partnership.
    LIST = "SELECT p.person, p.name, p.left_at, p.sort_key FROM people p
        WHERE p.partnership = $1 AND p.left_at IS NULL";
    PERSON = "SELECT p.person, p.name, p.left_at, g.organization, g.role, a.title
        FROM people p
        LEFT JOIN grants g ON g.partnership = p.partnership AND g.person = p.person
        LEFT JOIN affiliations a ON a.person = p.person AND a.organization = g.organization
        WHERE p.partnership = $1 AND p.person = $2
        ORDER BY g.since, g.organization, g.role";
    ROSTER = "SELECT p.person, p.name, p.left_at, g.organization, g.role, a.title
        FROM people p
        LEFT JOIN grants g ON g.partnership = p.partnership AND g.person = p.person
        LEFT JOIN affiliations a ON a.person = p.person AND a.organization = g.organization
        WHERE p.partnership = $1 AND p.left_at IS NULL
        ORDER BY p.sort_key, p.person, g.since, g.organization, g.role LIMIT 2000";
    ENTER = "INSERT INTO people (partnership, person, name, sort_key, since, left_at)
        VALUES ($1, $2, $3, $4, $5, NULL)
        ON CONFLICT (partnership, person) DO UPDATE
            SET name = excluded.name, sort_key = excluded.sort_key, left_at = NULL";
    IS_HERE = "SELECT left_at FROM people WHERE partnership = $1 AND person = $2";
    LEAVE = "UPDATE people SET left_at = $3
        WHERE partnership = $1 AND person = $2 AND left_at IS NULL";
    COUNT = "UPDATE partnership_profiles SET people = people + $2 WHERE partnership = $1";
    ROLES = "SELECT organization, role FROM grants
        WHERE partnership = $1 AND person = $2 ORDER BY since, organization, role";
    COORDINATES = "SELECT DISTINCT person, organization FROM grants
        WHERE partnership = $1 AND role = 'coordinator'";
    FORGET_WORDS = "DELETE FROM people_words WHERE partnership = $1 AND person = $2";
    KEEP_WORD = "INSERT INTO people_words (partnership, word, person) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, word, person) DO NOTHING";
    WHERE_HERE = "SELECT p.partnership, p.name, o.id, o.name AS organization, o.short_name
        FROM people p
        LEFT JOIN grants g ON g.partnership = p.partnership AND g.person = p.person
        LEFT JOIN organizations o ON o.id = g.organization
        WHERE p.partnership = $1 AND p.person = $2 AND p.left_at IS NULL";

    // Of the person who is signed in.
    MY_ORGANIZATIONS = "SELECT o.id, o.name, MIN(g.since) AS since
        FROM grants g JOIN organizations o ON o.id = g.organization
        WHERE g.person = $1 GROUP BY o.id, o.name ORDER BY 3, o.id";
    SAVE_MINE = "INSERT INTO profiles (person, contact, about, revision) VALUES ($1, $2, $3, 1)
        ON CONFLICT (person) DO UPDATE SET contact = excluded.contact, about = excluded.about,
            revision = profiles.revision + 1
        WHERE profiles.revision = $4";
    FORGET_MY_KNOWLEDGE = "DELETE FROM profile_knowledge WHERE person = $1";
    KEEP_MY_KNOWLEDGE = "INSERT INTO profile_knowledge (person, kind, place, item)
        VALUES ($1, $2, $3, $4)";
    FORGET_MY_TITLES = "DELETE FROM affiliations WHERE person = $1";
    KEEP_MY_TITLE = "INSERT INTO affiliations (person, organization, title)
        VALUES ($1, $2, $3)";
}

store::installation_statements! {
    // One person in all their partnerships: when what is the same everywhere changed.
    EVERYWHERE = "SELECT p.partnership, p.name, o.id, o.name AS organization, o.short_name
        FROM people p
        LEFT JOIN grants g ON g.partnership = p.partnership AND g.person = p.person
        LEFT JOIN organizations o ON o.id = g.organization
        WHERE p.person = $1 AND p.left_at IS NULL
        ORDER BY p.partnership, o.name_key";
    FORGET_ALL_WORDS = "DELETE FROM people_words WHERE person = $1";
    KEEP_WORD_IN = "INSERT INTO people_words (person, partnership, word) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, word, person) DO NOTHING";
    PLACES = "SELECT partnership FROM people WHERE person = $1";
    RENAME = "UPDATE people SET name = $2, sort_key = $3 WHERE person = $1";
    PROFILE = "SELECT contact, about, revision FROM profiles WHERE person = $1";
    KNOWLEDGE = "SELECT kind, item FROM profile_knowledge WHERE person = $1 ORDER BY kind, place";
    KNOWLEDGE_OF = "SELECT person, kind, item FROM profile_knowledge WHERE 1 = 1";
    TITLES = "SELECT organization, title FROM affiliations
        WHERE person = $1 ORDER BY organization";
}

store::clauses! {
    BY_PLACE of KNOWLEDGE_OF = "ORDER BY person, kind, place";
    WORKING_FOR of LIST = "AND p.person IN (SELECT g.person FROM grants g
        WHERE g.partnership = $1 AND g.organization = $?)";
    HOLDING of LIST = "AND p.person IN (SELECT g.person FROM grants g
        WHERE g.partnership = $1 AND g.role = $?)";
    FOUND_BY of LIST = "AND p.person IN (SELECT w.person FROM people_words w
        WHERE w.partnership = $1 AND w.word >= $? AND w.word < $?)";
    AFTER of LIST = "AND (p.sort_key, p.person) > ($?, $?)";
    BY_NAME of LIST = "ORDER BY p.sort_key, p.person LIMIT $?";
}

/// One page of people, by name, each with the key of its place in the list.
pub(super) async fn list(tx: &Tx, wanted: &Wanted) -> Result<Vec<(PersonId, String)>, Error> {
    let mut query = LIST.select(values![]);
    for word in &wanted.words {
        query = query.and(&FOUND_BY, values![word, after_all(word)]);
    }
    let query = query
        .and_if(&WORKING_FOR, wanted.organization.map(|organization| values![organization]))
        .and_if(&HOLDING, wanted.role.map(|role| values![role]))
        .and_if(&AFTER, wanted.after.clone().map(|after| after.0))
        .and(&BY_NAME, values![wanted.limit + 1]);
    let rows = tx.query(query, values![]).await?;
    rows.iter().map(|row| Ok((row.get("person")?, row.get("sort_key")?))).collect()
}

pub(crate) async fn person(tx: &Tx, id: PersonId) -> Result<PersonEntry, Error> {
    let rows = tx.query(&PERSON, values![id]).await?;
    persons(&rows)?.into_iter().next().ok_or(Error::PersonMissing { id })
}

/// Everybody who is here, by name, for a choice.
pub(crate) async fn roster(tx: &Tx) -> Result<Vec<PersonEntry>, Error> {
    persons(&tx.query(&ROSTER, values![]).await?)
}

/// The profile of a person whom the caller has found in their own partnership.
pub(crate) async fn profile(tx: &Tx, person: PersonId) -> Result<Profile, Error> {
    let Some(row) = tx.optional(&PROFILE, values![person]).await? else {
        return Ok(Profile::blank(person));
    };
    let mut about =
        About { contact: row.get("contact")?, text: row.get("about")?, ..About::default() };
    for row in tx.query(&KNOWLEDGE, values![person]).await? {
        let item: Known = row.get("item")?;
        match row.get("kind")? {
            Knowledge::Skill => about.skills.push(item),
            Knowledge::Language => about.languages.push(item),
            Knowledge::Expertise => about.expertise.push(item),
        }
    }
    for row in tx.query(&TITLES, values![person]).await? {
        let (organization, title) = (row.get("organization")?, row.get("title")?);
        about.titles.push(Affiliation { organization, title });
    }
    Ok(Profile { person, about, revision: row.get("revision")? })
}

/// What some people of one page of a list know, in their own words.
pub(crate) async fn knowledge_of(
    tx: &Tx,
    people: &[PersonId],
) -> Result<BTreeMap<PersonId, Vec<(Knowledge, String)>>, Error> {
    let mut all: BTreeMap<PersonId, Vec<(Knowledge, String)>> = BTreeMap::new();
    for some in people.chunks(AT_ONCE) {
        let query = KNOWLEDGE_OF.of_some("person", some).and(&BY_PLACE, Vec::new());
        for row in tx.query(query, Vec::new()).await? {
            let known = (row.get("kind")?, row.get("item")?);
            all.entry(row.get("person")?).or_default().push(known);
        }
    }
    Ok(all)
}

/// Puts a person on the roster, or back on it; whether they were not there before.
pub(crate) async fn enter(
    tx: &mut WriteTx,
    person: PersonId,
    name: &str,
    now: base::Instant,
) -> Result<bool, Error> {
    let before = tx.optional(&IS_HERE, values![person]).await?;
    let here = before.map(|row| row.get::<Option<i64>>("left_at")).transpose()?;
    tx.execute(&ENTER, values![person, name, sort_key(name), now]).await?;
    let new = here != Some(None);
    if new {
        tx.execute(&COUNT, values![1_i64]).await?;
    }
    Ok(new)
}

/// Takes a person off the roster; their name stays for the record.
pub(crate) async fn leave(
    tx: &mut WriteTx,
    person: PersonId,
    now: base::Instant,
) -> Result<(), Error> {
    if tx.execute(&LEAVE, values![person, now]).await? > 0 {
        tx.execute(&COUNT, values![-1_i64]).await?;
    }
    tx.execute(&FORGET_WORDS, values![person]).await?;
    Ok(())
}

/// What a person is in this partnership.
pub(crate) async fn roles(tx: &Tx, person: PersonId) -> Result<Vec<(OrganizationId, Role)>, Error> {
    let rows = tx.query(&ROLES, values![person]).await?;
    rows.iter().map(|row| Ok((row.get("organization")?, row.get("role")?))).collect()
}

/// Who coordinates, each for which organization.
pub(crate) async fn coordinating(tx: &Tx) -> Result<Vec<(PersonId, OrganizationId)>, Error> {
    let rows = tx.query(&COORDINATES, values![]).await?;
    rows.iter().map(|row| Ok((row.get("person")?, row.get("organization")?))).collect()
}

/// Where a person is to be found in this partnership, under which names.
pub(crate) async fn where_here(tx: &Tx, person: PersonId) -> Result<Vec<FoundIn>, Error> {
    found_in(&tx.query(&WHERE_HERE, values![person]).await?)
}

/// Where a person is to be found in all their partnerships, under which names.
pub(super) async fn everywhere(tx: &Tx, person: PersonId) -> Result<Vec<FoundIn>, Error> {
    found_in(&tx.query(&EVERYWHERE, values![person]).await?)
}

fn found_in(rows: &[Row]) -> Result<Vec<FoundIn>, Error> {
    let mut all: BTreeMap<PartnershipId, FoundIn> = BTreeMap::new();
    for row in rows {
        let partnership = row.get("partnership")?;
        let name: String = row.get("name")?;
        let found = all.entry(partnership).or_insert_with(|| FoundIn {
            partnership,
            works_for: Vec::new(),
            names: vec![name],
        });
        found.works_for.extend(row.get::<Option<OrganizationId>>("id")?);
        for column in ["organization", "short_name"] {
            found.names.extend(row.get::<Option<String>>(column)?);
        }
    }
    Ok(all.into_values().collect())
}

/// The organizations that the signed-in person works for, by when they joined.
pub(super) async fn my_organizations(tx: &Tx) -> Result<Vec<(OrganizationId, String)>, Error> {
    let rows = tx.query(&MY_ORGANIZATIONS, values![]).await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("name")?))).collect()
}

pub(crate) async fn keep_words(
    tx: &mut WriteTx,
    person: PersonId,
    words: BTreeSet<String>,
) -> Result<(), Error> {
    tx.execute(&FORGET_WORDS, values![person]).await?;
    let rows = words.into_iter().map(|word| values![word, person]).collect();
    tx.execute_many(&KEEP_WORD, rows).await?;
    Ok(())
}

pub(super) async fn keep_all_words(
    tx: &mut WriteTx,
    person: PersonId,
    words: Vec<(PartnershipId, BTreeSet<String>)>,
) -> Result<(), Error> {
    tx.execute(&FORGET_ALL_WORDS, values![person]).await?;
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for (partnership, words) in words {
        rows.extend(words.into_iter().map(|word| values![person, partnership, word]));
    }
    tx.execute_many(&KEEP_WORD_IN, rows).await?;
    Ok(())
}

pub(super) async fn rename(tx: &mut WriteTx, person: PersonId, name: &str) -> Result<(), Error> {
    tx.execute(&RENAME, values![person, name, sort_key(name)]).await?;
    let rows = tx.query(&PLACES, values![person]).await?;
    let places = rows.iter().map(|row| row.get("partnership")).collect::<Result<Vec<_>, _>>()?;
    Ok(tx.touch(&places).await?)
}

pub(super) async fn save_mine(tx: &mut WriteTx, profile: &Profile) -> Result<(), Error> {
    let about = &profile.about;
    let values = values![about.contact, about.text, profile.revision];
    tx.execute_fresh(&SAVE_MINE, values).await?;
    tx.execute(&FORGET_MY_KNOWLEDGE, values![]).await?;
    let mut rows = Vec::new();
    for (kind, items) in about.known() {
        rows.extend((0_i64..).zip(items).map(|(place, item)| values![kind, place, item]));
    }
    tx.execute_many(&KEEP_MY_KNOWLEDGE, rows).await?;
    tx.execute(&FORGET_MY_TITLES, values![]).await?;
    let titles = about.titles.iter().map(|it| values![it.organization, it.title]).collect();
    tx.execute_many(&KEEP_MY_TITLE, titles).await?;
    Ok(())
}

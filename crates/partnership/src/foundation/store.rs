//! What partnerships say of themselves, in the database.

use base::{Date, Language, PartnershipId};
use futures_util::future::try_join;
use store::{Tx, WriteTx, statements, values};

use super::{Foundation, Profile};
use crate::{Area, Error};

statements! {
    LOAD = "SELECT p.name, p.zone, f.purpose, f.vision, f.charter, f.language, f.founded,
            f.organizations, f.people, f.bodies, f.revision
        FROM partnerships p JOIN partnership_profiles f ON f.partnership = p.id
        WHERE p.id = $1";
    AREAS = "SELECT area FROM service_areas WHERE partnership = $1 ORDER BY area";
    FOUND = "INSERT INTO partnership_profiles (partnership, purpose, vision, charter, language,
            founded, organizations, people, bodies, revision)
        VALUES ($1, $2, $3, $4, $5, $6, 0, 0, 0, 1)";
    SAVE = "UPDATE partnership_profiles SET purpose = $2, vision = $3, charter = $4,
            language = $5, revision = revision + 1
        WHERE partnership = $1 AND revision = $6";
    FORGET_AREAS = "DELETE FROM service_areas WHERE partnership = $1";
    KEEP_AREA = "INSERT INTO service_areas (partnership, area) VALUES ($1, $2)";
    // Of the signed-in person.
    MINE = "SELECT p.id, p.slug, p.name, f.organizations
        FROM partnerships p JOIN partnership_profiles f ON f.partnership = p.id
        WHERE p.id IN (SELECT g.partnership FROM grants g WHERE g.person = $1)
        ORDER BY p.name, p.slug";
}

/// A partnership of the signed-in person.
#[derive(Debug, Clone)]
pub(crate) struct Mine {
    pub id: PartnershipId,
    pub slug: String,
    pub name: String,
    pub organizations: i64,
}

pub(crate) async fn load(tx: &Tx) -> Result<Profile, Error> {
    let (areas, row) =
        try_join(tx.query_settled(&AREAS, values![]), tx.one_settled(&LOAD, values![])).await?;
    let areas = areas.iter().map(|row| row.get("area")).collect::<Result<Vec<Area>, _>>()?;
    Ok(Profile {
        foundation: Foundation {
            name: row.get("name")?,
            zone: row.get("zone")?,
            language: row.get::<Language>("language")?,
            purpose: row.get("purpose")?,
            vision: row.get("vision")?,
            charter: row.get("charter")?,
            areas,
        },
        founded: row.get("founded")?,
        organizations: row.get("organizations")?,
        people: row.get("people")?,
        bodies: row.get("bodies")?,
        revision: row.get("revision")?,
    })
}

pub(crate) async fn insert(
    tx: &mut WriteTx,
    foundation: &Foundation,
    founded: Date,
) -> Result<(), Error> {
    let Foundation { purpose, vision, charter, language, .. } = foundation;
    let values = values![purpose.clone(), vision.clone(), charter.clone(), *language, founded];
    tx.execute(&FOUND, values).await?;
    keep_areas(tx, &foundation.areas).await
}

pub(super) async fn save(tx: &mut WriteTx, profile: &Profile) -> Result<(), Error> {
    let Foundation { name, zone, purpose, vision, charter, language, areas } = &profile.foundation;
    tx.describe(name.as_str(), zone).await?;
    let values =
        values![purpose.clone(), vision.clone(), charter.clone(), *language, profile.revision];
    tx.execute_fresh(&SAVE, values).await?;
    tx.execute(&FORGET_AREAS, values![]).await?;
    keep_areas(tx, areas).await
}

async fn keep_areas(tx: &mut WriteTx, areas: &[Area]) -> Result<(), Error> {
    let rows = areas.iter().map(|area| values![*area]).collect();
    tx.execute_many(&KEEP_AREA, rows).await?;
    Ok(())
}

pub(crate) async fn mine(tx: &Tx) -> Result<Vec<Mine>, Error> {
    let rows = tx.query_settled(&MINE, values![]).await?;
    let mine = |row: &store::Row| {
        Ok(Mine {
            id: row.get("id")?,
            slug: row.get("slug")?,
            name: row.get("name")?,
            organizations: row.get("organizations")?,
        })
    };
    rows.iter().map(mine).collect()
}

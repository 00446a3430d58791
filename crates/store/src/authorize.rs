//! The authorization point.

use std::sync::Arc;

use base::{Actor, OrganizationId, PartnershipId, Role, Zone};

use crate::{
    Cx, Error, Permission, Place, Row, Standing, cx::Named, statement::Statement, tx::Tx, values,
};

crate::installation_statements! {
    PLACE_BY_SLUG = "SELECT p.id, p.slug, p.name, p.zone, h.seq, h.touched, g.organization, g.role
        FROM partnerships p
        JOIN heads h ON h.partnership = p.id
        LEFT JOIN grants g ON g.partnership = p.id AND g.person = $2
        WHERE p.slug = $1";
    PLACE_BY_ID = "SELECT p.id, p.slug, p.name, p.zone, h.seq, h.touched, g.organization, g.role
        FROM partnerships p
        JOIN heads h ON h.partnership = p.id
        LEFT JOIN grants g ON g.partnership = p.id AND g.person = $2
        WHERE p.id = $1";
}

/// The authorization point: what the actor is in the partnership, and whether that carries the
/// permission. It looks in the same transaction that then reads or writes, so that a grant taken
/// away is gone for every transaction that begins after.
pub(crate) async fn authorize(
    cx: &Cx,
    tx: &Tx,
    permission: Permission,
) -> Result<Arc<Place>, Error> {
    let named = cx.partnership_needed(permission)?;
    let skipped = cx.store().skips(permission.name);
    let person = cx.actor().person();
    let look = inside(cx, tx, named);
    let place = tx.hold().place(named, person.map(|person| person.person), look).await?;
    let Standing { grants, system } = &place.standing;
    let elsewhere =
        person.and_then(|person| person.partnership).is_some_and(|only| only != place.partnership);
    if !system && !skipped && (grants.is_empty() || elsewhere) {
        // A stranger must not learn that the partnership exists.
        return Err(Error::Missing { what: "the partnership" });
    }
    if !skipped && !place.standing.carries(&permission) {
        return Err(Error::Forbidden { permission: permission.name });
    }
    Ok(place)
}

/// The place of the actor, whatever they may there.
async fn inside(cx: &Cx, tx: &Tx, named: &Named) -> Result<Place, Error> {
    let (statement, name): (&'static Statement, String) = match named {
        Named::Slug(slug) => (&PLACE_BY_SLUG, slug.clone()),
        Named::Id(id) => (&PLACE_BY_ID, id.to_string()),
    };
    let person = cx.actor().person().map(|person| person.person.to_string()).unwrap_or_default();
    let rows = tx.query(statement, values![name, person]).await?;
    let Some(first) = rows.first() else { return Err(Error::Missing { what: "the partnership" }) };
    let mut grants = Vec::new();
    for row in &rows {
        if let Some(organization) = row.get::<Option<OrganizationId>>("organization")? {
            grants.push((organization, row.get::<Role>("role")?));
        }
    }
    let system = matches!(cx.actor(), Actor::System(_));
    place_of(cx, first, Standing { grants, system })
}

/// The place of anybody who looks from outside: they are nobody here, whatever they may elsewhere.
pub(crate) async fn outside(cx: &Cx, tx: &Tx, permission: Permission) -> Result<Place, Error> {
    let (statement, name): (&'static Statement, String) = match cx.partnership_needed(permission)? {
        Named::Slug(slug) => (&PLACE_BY_SLUG, slug.clone()),
        Named::Id(id) => (&PLACE_BY_ID, id.to_string()),
    };
    let rows = tx.query(statement, values![name, ""]).await?;
    let Some(row) = rows.first() else { return Err(Error::Missing { what: "the page" }) };
    place_of(cx, row, Standing::default())
}

/// The place of those who go on inside a partnership without a role there.
pub(crate) async fn entered(cx: &Cx, tx: &Tx, id: PartnershipId) -> Result<Place, Error> {
    let person = cx.actor().person().map(|person| person.person.to_string());
    let rows = tx.query(&PLACE_BY_ID, values![id, person.unwrap_or_default()]).await?;
    let Some(row) = rows.first() else { return Err(Error::Missing { what: "the partnership" }) };
    let system = matches!(cx.actor(), Actor::System(_));
    place_of(cx, row, Standing { grants: Vec::new(), system })
}

fn place_of(cx: &Cx, row: &Row, standing: Standing) -> Result<Place, Error> {
    let zone: Zone = row.get("zone")?;
    Ok(Place {
        partnership: row.get("id")?,
        slug: row.get("slug")?,
        name: row.get("name")?,
        today: cx.now().date_in(&zone),
        zone,
        head: row.get("seq")?,
        touched: row.get("touched")?,
        standing,
    })
}

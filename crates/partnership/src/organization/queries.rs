//! Which organizations are here, and what they carry.

use std::sync::Arc;

use ::store::{Cursor, Cx, Page, Place, values};
use base::{OrganizationId, PersonId};

use super::{Wanted, commands::editor, store, store::Member};
use crate::{Error, PersonEntry, Seat, access, body, directory, fold::name_key};

/// One page of members.
pub(crate) struct Listed {
    pub place: Arc<Place>,
    pub page: Page<Member>,
    /// How many organizations are members today.
    pub current: i64,
}

pub(crate) async fn list(cx: &Cx, wanted: &Wanted) -> Result<Listed, Error> {
    let tx = cx.read(access::ORGANIZATIONS).await?;
    let place = tx.place()?;
    let current = crate::foundation::store::load(&tx).await?.organizations;
    let found = store::list(&tx, wanted).await?;
    let limit = usize::try_from(wanted.limit).unwrap_or_default();
    let key = |last: &Member| {
        Cursor(values![name_key(last.organization.entry.name.as_str()), last.organization.id])
    };
    Ok(Listed { place, page: Page::of(found, limit, key), current })
}

/// One organization with its people, seats and load.
pub(crate) struct Sheet {
    pub place: Arc<Place>,
    pub member: Member,
    pub people: Vec<PersonEntry>,
    pub seats: Vec<Seat>,
    /// The bodies of its seats, by name.
    pub bodies: Vec<(crate::BodyId, String)>,
    /// Its people and the bodies that they sit in, counted.
    pub people_count: i64,
    /// The bodies that it sits in.
    pub body_count: i64,
    /// Whether the reader may change the entry.
    pub may_describe: bool,
}

pub(crate) async fn sheet(cx: &Cx, id: OrganizationId) -> Result<Sheet, Error> {
    let tx = cx.read(access::ORGANIZATIONS).await?;
    let place = tx.place()?;
    let member = store::load(&tx, id).await?;
    let people = directory::members(&tx, id).await?;
    let seats = body::store::seats_for(&tx, id).await?;
    let bodies = body::store::names(&tx).await?;
    let (people_count, body_count) = store::people_and_bodies(&tx, id).await?;
    let by = editor(place.partnership, &place.standing, id);
    let may_describe = member.organization.may_be_described(by).is_ok();
    Ok(Sheet { place, member, people, seats, bodies, people_count, body_count, may_describe })
}

/// An organization as its forms start from it.
pub(crate) async fn to_change(
    cx: &Cx,
    permission: ::store::Permission,
    id: OrganizationId,
) -> Result<(Arc<Place>, Member), Error> {
    let tx = cx.read(permission).await?;
    let member = store::load(&tx, id).await?;
    Ok((tx.place()?, member))
}

/// The place, for a form that starts empty.
pub(crate) async fn place(cx: &Cx) -> Result<Arc<Place>, Error> {
    Ok(cx.read(access::ADMIT_FORM).await?.place()?)
}

/// The partnerships that an organization sits in and the reader, too: short name and name. Others
/// are only counted: a count without names tells how much an organization carries and not where.
pub(crate) async fn shared(cx: &Cx, id: OrganizationId) -> Result<Vec<(String, String)>, Error> {
    let tx = cx.read(access::SHARED).await?;
    store::shared(&tx, id).await
}

/// The holder of a seat by name, for lists.
pub(crate) fn holder_of(people: &[PersonEntry], id: Option<PersonId>) -> Option<&str> {
    let id = id?;
    people.iter().find(|person| person.id == id).map(PersonEntry::name)
}

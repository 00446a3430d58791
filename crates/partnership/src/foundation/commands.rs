//! Founding a partnership and changing what it says of itself.

use ::store::{Cx, WriteTx, Written};
use base::{Actor, OrganizationId, PartnershipId, PersonId, Revision, Role, Slug};

use super::{
    Foundation, Profile,
    events::{PartnershipFounded, PartnershipSettled, RoleGiven},
    store,
};
use crate::{
    Error, Part, access,
    organization::{
        Entry,
        commands::{AddOrganization, Known, admit},
    },
    person,
};

/// A partnership to be founded.
#[derive(Debug)]
pub struct Found {
    /// Its short name in addresses.
    pub slug: Slug,
    /// What it says of itself.
    pub foundation: Foundation,
    /// The organization that carries it; one of this name in the register is taken from there.
    pub backbone: Entry,
    /// The account of its first coordinator, who acts for that organization.
    pub coordinator: PersonId,
}

/// What was founded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Founded {
    /// The partnership.
    pub partnership: PartnershipId,
    /// The organization that carries it.
    pub backbone: OrganizationId,
}

/// Founds a partnership with its first organization and coordinator. For the operator's commands.
///
/// # Errors
/// When the short name is taken, or the coordinator has no account; for anyone but the operator.
pub async fn found(cx: &Cx, command: Found) -> Result<Founded, Error> {
    operator(cx)?;
    let mut tx = cx.write(access::FOUND).await?;
    let Found { slug, foundation, backbone, coordinator } = command;
    let partnership: PartnershipId = cx.new_id();
    let name = foundation.name.to_string();
    match tx.found(partnership, slug.as_str(), &name, &foundation.zone).await {
        Err(::store::Error::Duplicate { .. }) => {
            return Err(Error::SlugTaken { slug: slug.to_string() });
        }
        other => other?,
    }
    let since = cx.now().date_in(&foundation.zone);
    store::insert(&mut tx, &foundation, since).await?;
    let add = AddOrganization { entry: backbone, part: Part::Lead, since, known: Known::Join };
    let (organization, events) = admit(cx, &mut tx, partnership, add).await?;
    place(cx, &mut tx, coordinator, organization, &[Role::Coordinator]).await?;
    let founded = PartnershipFounded { partnership, name, organization, coordinator };
    let mut all = vec![Written::new(&founded)?];
    all.extend(events);
    tx.commit_all(all).await?;
    Ok(Founded { partnership, backbone: organization })
}

/// A person who is given roles without an offer.
#[derive(Debug)]
pub struct Appoint {
    /// The person's account.
    pub person: PersonId,
    /// The organization.
    pub organization: OrganizationId,
    /// The roles.
    pub roles: Vec<Role>,
}

/// Gives a person roles at once, where nobody is left who could offer them. For the operator's
/// commands, in a partnership.
///
/// # Errors
/// When the organization is no member or the person has no account; for anyone but the operator.
pub async fn appoint(cx: &Cx, command: Appoint) -> Result<(), Error> {
    operator(cx)?;
    let mut tx = cx.write(access::APPOINT).await?;
    let Appoint { person, organization, roles } = command;
    crate::organization::store::load(&tx, organization).await?.membership.is_open()?;
    place(cx, &mut tx, person, organization, &roles).await?;
    let given = |&role: &Role| Written::new(&RoleGiven { person, organization, role });
    let events = roles.iter().map(given).collect::<Result<Vec<_>, _>>()?;
    Ok(tx.commit_all(events).await?)
}

/// Changes what the partnership says of itself.
///
/// # Errors
/// When the one who acts is no coordinator, or it changed since it was read.
pub async fn settle(cx: &Cx, foundation: Foundation, seen: Revision) -> Result<Profile, Error> {
    let mut tx = cx.write(access::SETTLE).await?;
    let partnership = tx.place()?.partnership;
    let mut profile = store::load(&tx).await?;
    profile.settle(foundation, seen)?;
    store::save(&mut tx, &profile).await?;
    profile.revision = profile.revision.next();
    let name = profile.foundation.name.to_string();
    tx.commit(&PartnershipSettled { partnership, name }).await?;
    Ok(profile)
}

/// Grants roles and puts the person on the roster.
async fn place(
    cx: &Cx,
    tx: &mut WriteTx,
    person: PersonId,
    organization: OrganizationId,
    roles: &[Role],
) -> Result<(), Error> {
    let names = identity::names(tx, &[person]).await?;
    let Some((_, name)) = names.into_iter().next() else {
        return Err(Error::PersonMissing { id: person });
    };
    for role in roles {
        tx.grant(person, organization, *role).await?;
    }
    person::commands::enter(tx, person, name.expose(), cx.now()).await
}

fn operator(cx: &Cx) -> Result<(), Error> {
    match cx.actor() {
        Actor::System(_) => Ok(()),
        Actor::Nobody | Actor::Person(_) => Err(Error::NotYours),
    }
}

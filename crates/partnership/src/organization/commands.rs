//! Entering organizations, and changing and ending their memberships.

use ::store::{Cx, Standing, WriteTx, Written};
use base::{Date, OrganizationId, PartnershipId, Revision, Role};

use super::{Editor, Entry, Organization, events as record, store};
use crate::{Error, Membership, Part, access, body, person, role};

/// An organization that joins.
#[derive(Debug)]
pub struct AddOrganization {
    /// Its entry; one that is in the register already keeps the entry it has.
    pub entry: Entry,
    /// Its part.
    pub part: Part,
    /// Its first day.
    pub since: Date,
    /// What to do when the register knows an organization of this name.
    pub known: Known,
}

/// What to do with a name that the register knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// Ask first.
    Refuse,
    /// It is the same organization: let it join.
    Join,
}

/// Adds an organization to the partnership: a new one, one of the register, or one that left.
///
/// # Errors
/// When it is a member already, or the register knows the name and that was not confirmed.
pub async fn add(cx: &Cx, command: AddOrganization) -> Result<OrganizationId, Error> {
    let mut tx = cx.write(access::ADMIT).await?;
    let home = tx.place()?.partnership;
    let (id, event) = admit(cx, &mut tx, home, command).await?;
    tx.commit_all(event).await?;
    Ok(id)
}

/// Adds an organization within a transaction of the caller.
pub(crate) async fn admit(
    cx: &Cx,
    tx: &mut WriteTx,
    home: PartnershipId,
    command: AddOrganization,
) -> Result<(OrganizationId, Vec<Written>), Error> {
    let AddOrganization { entry, part, since, known } = command;
    let mut events = Vec::new();
    let id = match store::find_by_name(tx, entry.name.as_str()).await? {
        None => {
            let (organization, name) = (cx.new_id(), entry.name.to_string());
            store::register(tx, organization, home, &entry).await?;
            events.push(Written::new(&record::OrganizationRegistered { organization, name })?);
            organization
        }
        Some(id) => id,
    };
    let new = !events.is_empty();
    match store::load(tx, id).await {
        Ok(member) => {
            let mut membership = member.membership;
            membership.rejoin(part, since)?;
            store::save(tx, &membership).await?;
            store::count_member(tx, id, 1).await?;
        }
        Err(Error::OrganizationMissing { .. }) if new || known == Known::Join => {
            store::join(tx, &Membership::begin(id, part, since)).await?;
        }
        Err(Error::OrganizationMissing { .. }) => {
            return Err(Error::NameTaken { name: entry.name.to_string() });
        }
        Err(other) => return Err(other),
    }
    let joined = record::OrganizationJoined { organization: id, part, since };
    events.push(Written::new(&joined)?);
    Ok((id, events))
}

/// Changes an organization's entry.
///
/// # Errors
/// When the one who acts is neither its lead nor a coordinator, the entry is kept in another
/// partnership, it changed since it was read, or the name is another organization's.
pub(crate) async fn describe(
    cx: &Cx,
    id: OrganizationId,
    entry: Entry,
    seen: Revision,
) -> Result<Organization, Error> {
    let mut tx = cx.write(access::DESCRIBE_ORGANIZATION).await?;
    let place = tx.place()?;
    let mut organization = store::load(&tx, id).await?.organization;
    let renamed =
        organization.entry.name != entry.name || organization.entry.short_name != entry.short_name;
    organization.describe(entry, editor(place.partnership, &place.standing, id), seen)?;
    store::describe(&mut tx, &organization).await?;
    organization.revision = organization.revision.next();
    if renamed {
        // Colleagues find people by their organization's name.
        let mut people = store::grants(&tx, id).await?;
        people.dedup_by_key(|(person, _)| *person);
        for (person, _) in people {
            person::commands::index(&mut tx, person).await?;
        }
    }
    tx.commit(&record::OrganizationDescribed { organization: id }).await?;
    Ok(organization)
}

/// What somebody is to an organization's entry.
pub(crate) fn editor(place: PartnershipId, standing: &Standing, id: OrganizationId) -> Editor {
    let lead = standing.leads(id).then_some(Role::Lead);
    let role = if standing.has(Role::Coordinator) { Some(Role::Coordinator) } else { lead };
    Editor { place, role }
}

/// Gives an organization another part, or mends its first day.
///
/// # Errors
/// When it has left, or the membership changed since it was read.
pub(crate) async fn change_membership(
    cx: &Cx,
    id: OrganizationId,
    part: Part,
    since: Date,
    seen: Revision,
) -> Result<Membership, Error> {
    let mut tx = cx.write(access::ADMIT).await?;
    let mut membership = store::load(&tx, id).await?.membership;
    membership.change(part, since, seen)?;
    store::save(&mut tx, &membership).await?;
    membership.revision = membership.revision.next();
    tx.commit(&record::MembershipChanged { organization: id, part, since }).await?;
    Ok(membership)
}

/// Ends a membership: the organization's people lose their roles for it here, its seats close,
/// and open offers and invitations are taken back.
///
/// # Errors
/// When it has left, the day does not fit, or nobody would be left to coordinate.
pub async fn end_membership(
    cx: &Cx,
    id: OrganizationId,
    until: Date,
    seen: Revision,
) -> Result<Membership, Error> {
    let mut tx = cx.write(access::ADMIT).await?;
    let today = tx.place()?.today;
    let mut membership = store::load(&tx, id).await?.membership;
    membership.end(until, today, seen)?;
    role::commands::another_coordinates(&tx, |(_, of)| of != id).await?;
    store::save(&mut tx, &membership).await?;
    store::count_member(&mut tx, id, -1).await?;
    membership.revision = membership.revision.next();
    let mut events = vec![Written::new(&record::MembershipEnded { organization: id, until })?];
    let seats = body::store::seats_for(&tx, id).await?;
    events.extend(body::seats::close_all(&mut tx, seats, cx.now()).await?);
    role::store::withdraw_of_organization(&mut tx, id, cx.now()).await?;
    identity::revoke_invitations_of(cx, &mut tx, id).await?;
    for (person, role) in store::grants(&tx, id).await? {
        tx.revoke(person, id, role).await?;
        person::commands::after_role(&mut tx, person, id, cx.now()).await?;
        let removed = role::events::RoleRemoved { person, organization: id, role };
        events.push(Written::new(&removed)?);
    }
    tx.commit_all(events).await?;
    Ok(membership)
}

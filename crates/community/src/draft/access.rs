//! Who may write drafts, propose other words, take them in and publish.

use base::{OrganizationId, Role};
use store::{Access, Permission, Standing};

/// Reads drafts, their versions and amendments.
pub(crate) const READ: Permission = Permission::partnership("drafts.read", Access::Read, Role::ALL);

/// Begins a draft, and writes on any.
pub(crate) const WRITE: Permission = Permission::partnership(
    "drafts.write",
    Access::Write,
    &[Role::Coordinator, Role::Lead, Role::Member, Role::Steward],
);

/// Proposes other words; guests where a door is open to them.
pub(crate) const PROPOSE: Permission =
    Permission::partnership("drafts.propose", Access::Write, Role::ALL);

/// Answers amendments and sets a draft aside: those who hold the pen.
pub(crate) const HOLD: Permission = Permission::partnership(
    "drafts.hold",
    Access::Write,
    &[Role::Coordinator, Role::Lead, Role::Member],
);

/// Publishes.
pub(crate) const PUBLISH: Permission =
    Permission::partnership("drafts.publish", Access::Write, &[Role::Coordinator, Role::Lead]);

/// Reads what is published for everybody.
pub(crate) const PUBLIC: Permission = Permission::public("documents.read", SHOWN);

/// The part of a partnership that everybody sees once a document is published for everybody.
pub(crate) const SHOWN: &str = "documents";

/// Sees which amendments wait for one's answer, in every partnership.
pub(crate) const MINE: Permission = Permission::own("drafts.mine", Access::Read);

/// The organization for which a person holds the pen of a draft: the holder itself, by anybody who
/// acts for it; a coordinator for their own.
#[must_use]
pub(crate) fn holds_for(standing: &Standing, holder: OrganizationId) -> Option<OrganizationId> {
    let acts = |role: &Role| matches!(role, Role::Coordinator | Role::Lead | Role::Member);
    let own = standing.grants.iter().any(|(of, role)| *of == holder && acts(role));
    let coordinates = standing.grants.iter().find(|(_, role)| *role == Role::Coordinator);
    if own { Some(holder) } else { coordinates.map(|(of, _)| *of) }
}

/// The organization for which a person publishes a draft: a lead of the holder, or a coordinator.
#[must_use]
pub(crate) fn publishes_for(standing: &Standing, holder: OrganizationId) -> Option<OrganizationId> {
    let coordinates = standing.grants.iter().find(|(_, role)| *role == Role::Coordinator);
    if standing.leads(holder) { Some(holder) } else { coordinates.map(|(of, _)| *of) }
}

/// The organization for which a person writes: the holder first, then the first of their own that is
/// more than a guest's.
#[must_use]
pub(crate) fn writes_for(
    standing: &Standing,
    holder: Option<OrganizationId>,
) -> Option<OrganizationId> {
    let own = standing.organizations();
    let held = holder.filter(|holder| standing.speaks_for(*holder) && own.contains(holder));
    held.or_else(|| own.into_iter().find(|of| standing.speaks_for(*of)))
}

#[cfg(test)]
mod tests {
    use base::Id as _;

    use super::*;

    fn of(n: u128) -> OrganizationId {
        OrganizationId::from_bits(n)
    }

    fn standing(grants: &[(u128, Role)]) -> Standing {
        Standing { grants: grants.iter().map(|&(n, role)| (of(n), role)).collect(), system: false }
    }

    #[test]
    fn the_holder_answers_and_a_lead_of_it_publishes() {
        let member = standing(&[(1, Role::Member)]);
        assert_eq!(holds_for(&member, of(1)), Some(of(1)));
        assert_eq!(holds_for(&member, of(2)), None);
        assert_eq!(publishes_for(&member, of(1)), None);
        assert_eq!(publishes_for(&standing(&[(1, Role::Lead)]), of(1)), Some(of(1)));
        let coordinator = standing(&[(3, Role::Coordinator)]);
        assert_eq!(holds_for(&coordinator, of(1)), Some(of(3)));
        assert_eq!(publishes_for(&coordinator, of(1)), Some(of(3)));
        assert_eq!(holds_for(&standing(&[(1, Role::Steward)]), of(1)), None);
    }

    #[test]
    fn everybody_but_guests_writes() {
        assert_eq!(writes_for(&standing(&[(1, Role::Guest)]), None), None);
        let both = standing(&[(1, Role::Guest), (2, Role::Steward)]);
        assert_eq!(writes_for(&both, Some(of(1))), Some(of(2)));
    }
}

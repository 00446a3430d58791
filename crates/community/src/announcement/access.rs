//! Who may announce, read and answer for having read.

use base::{OrganizationId, Role};
use store::{Access, Permission, Standing};

/// Reads announcements, and who has read them.
pub(crate) const READ: Permission =
    Permission::partnership("announcements.read", Access::Read, Role::ALL);

/// Announces, corrects, takes back, reminds.
pub(crate) const PUBLISH: Permission = Permission::partnership(
    "announcements.publish",
    Access::Write,
    &[Role::Coordinator, Role::Lead],
);

/// Says that one has read it for one's organization.
pub(crate) const CONFIRM: Permission = Permission::partnership(
    "announcements.confirm",
    Access::Write,
    &[Role::Coordinator, Role::Lead, Role::Member, Role::Steward],
);

/// Reminds by itself: a job's, no person's.
pub(crate) const NUDGE: Permission =
    Permission::partnership("announcements.nudge", Access::Write, &[]);

/// Sees what waits to be read, in every partnership.
pub(crate) const MINE: Permission = Permission::own("announcements.mine", Access::Read);

/// The organization for which a person announces: the one they chose of those that they lead or
/// coordinate for, or the first.
#[must_use]
pub(crate) fn announces_for(
    standing: &Standing,
    chosen: Option<OrganizationId>,
) -> Option<OrganizationId> {
    let may = |role: &Role| matches!(role, Role::Coordinator | Role::Lead);
    let mut own = standing.grants.iter().filter(|(_, role)| may(role)).map(|(of, _)| *of);
    match chosen {
        Some(chosen) => own.find(|of| *of == chosen),
        None => own.next(),
    }
}

/// Whether a person changes what an organization announced: its leads, and coordinators any.
#[must_use]
pub(crate) fn changes(standing: &Standing, organization: OrganizationId) -> bool {
    standing.has(Role::Coordinator) || standing.leads(organization)
}

/// The organizations of an audience for which a person can say that they have read it.
#[must_use]
pub(crate) fn reads_for(standing: &Standing, audience: &[OrganizationId]) -> Vec<OrganizationId> {
    let own = standing.organizations();
    own.into_iter().filter(|of| standing.speaks_for(*of) && audience.contains(of)).collect()
}

#[cfg(test)]
mod tests {
    use base::Id as _;

    use super::*;

    #[test]
    fn a_guest_has_read_it_for_nobody_and_a_member_for_their_own() {
        let of = |n| OrganizationId::from_bits(n);
        let grants = vec![(of(1), Role::Member), (of(2), Role::Guest), (of(3), Role::Steward)];
        let standing = Standing { grants, system: false };
        assert_eq!(reads_for(&standing, &[of(1), of(2)]), [of(1)]);
        assert_eq!(announces_for(&standing, None), None);
        let lead = Standing { grants: vec![(of(1), Role::Lead)], system: false };
        assert_eq!(announces_for(&lead, None), Some(of(1)));
        assert_eq!(announces_for(&lead, Some(of(2))), None);
        assert!(changes(&lead, of(1)) && !changes(&lead, of(2)));
    }
}

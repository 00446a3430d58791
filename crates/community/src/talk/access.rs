//! Who may take part in talk: permissions for the gate, and rules for what lies behind it.

use base::{OrganizationId, PersonId, Role};
use store::{Access, Permission, Standing};

/// Reads what is said about records that one may read.
pub(crate) const READ: Permission = Permission::partnership("talk.read", Access::Read, Role::ALL);

/// Takes part; guests where a door is open to them.
pub(crate) const WRITE: Permission =
    Permission::partnership("talk.write", Access::Write, Role::ALL);

/// Hides what others wrote, and shows it again.
pub(crate) const MODERATE: Permission =
    Permission::partnership("talk.moderate", Access::Write, &[Role::Coordinator]);

/// Reads what is hidden, and the record of it.
pub(crate) const RULINGS: Permission =
    Permission::partnership("talk.rulings", Access::Read, &[Role::Coordinator]);

/// Says where guests may write.
pub(crate) const OPEN_DOOR: Permission =
    Permission::partnership("talk.open", Access::Write, &[Role::Coordinator]);

/// Sees where guests may write, to change it.
pub(crate) const DOORS: Permission =
    Permission::partnership("talk.doors", Access::Read, &[Role::Coordinator]);

/// Passes on what somebody follows. Jobs only.
pub(crate) const KEEP: Permission = Permission::partnership("talk.keep", Access::Write, &[]);

/// Sees where one is named and an answer is waited for, in every partnership.
pub(crate) const MINE: Permission = Permission::own("talk.mine", Access::Read);

/// The organization that a person speaks for: the one they chose, or the first of theirs.
#[must_use]
pub(crate) fn speaks_for(
    standing: &Standing,
    chosen: Option<OrganizationId>,
) -> Option<OrganizationId> {
    let own = standing.organizations();
    if let Some(chosen) = chosen {
        return own.contains(&chosen).then_some(chosen);
    }
    // One where they are more than a guest comes first.
    let staff = own.iter().find(|of| standing.speaks_for(**of));
    staff.or_else(|| own.first()).copied()
}

/// Whether a person is a guest here and nothing more.
#[must_use]
pub(crate) fn is_guest(standing: &Standing) -> bool {
    !standing.system && standing.grants.iter().all(|(_, role)| *role == Role::Guest)
}

/// Whether a person says that a thread is settled: whoever began it, or a coordinator.
#[must_use]
pub(crate) fn settles(standing: &Standing, opener: PersonId, me: PersonId) -> bool {
    opener == me || standing.has(Role::Coordinator)
}

#[cfg(test)]
mod tests {
    use base::Id as _;

    use super::*;

    fn standing(grants: &[(u128, Role)]) -> Standing {
        let of = |n| OrganizationId::from_bits(n);
        let grants = grants.iter().map(|&(n, role)| (of(n), role)).collect();
        Standing { grants, system: false }
    }

    #[test]
    fn a_person_speaks_for_their_own_and_first_where_they_work() {
        let both = standing(&[(1, Role::Guest), (2, Role::Member)]);
        assert_eq!(speaks_for(&both, None), Some(OrganizationId::from_bits(2)));
        let chosen = Some(OrganizationId::from_bits(1));
        assert_eq!(speaks_for(&both, chosen), chosen);
        assert_eq!(speaks_for(&both, Some(OrganizationId::from_bits(3))), None);
        assert_eq!(speaks_for(&standing(&[]), None), None);
    }

    #[test]
    fn who_is_more_than_a_guest_anywhere_is_none() {
        assert!(is_guest(&standing(&[(1, Role::Guest)])));
        assert!(!is_guest(&standing(&[(1, Role::Guest), (2, Role::Steward)])));
    }
}

//! Who may keep the register of disagreements.

use base::{OrganizationId, Role};
use store::{Access, Permission, Standing};

use super::Disagreement;

/// Reads the register.
pub(crate) const READ: Permission =
    Permission::partnership("disagreements.read", Access::Read, Role::ALL);

/// Puts something on it, says how one's organization sees it, says how it was settled.
pub(crate) const KEEP: Permission = Permission::partnership(
    "disagreements.keep",
    Access::Write,
    &[Role::Coordinator, Role::Lead, Role::Member],
);

/// The organizations for which a person speaks here.
#[must_use]
pub(crate) fn acts_for(standing: &Standing) -> Vec<OrganizationId> {
    let acts = |role: &Role| matches!(role, Role::Coordinator | Role::Lead | Role::Member);
    let mut all: Vec<OrganizationId> =
        standing.grants.iter().filter(|(_, role)| acts(role)).map(|(of, _)| *of).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The parties for which a person speaks.
#[must_use]
pub(crate) fn parties_of(standing: &Standing, one: &Disagreement) -> Vec<OrganizationId> {
    let own = acts_for(standing);
    one.organizations().filter(|of| own.contains(of)).collect()
}

/// The organization for which a person says how it was settled, or opens it again: a party of
/// theirs, or, as a coordinator, the one they coordinate for.
#[must_use]
pub(crate) fn settles_for(standing: &Standing, one: &Disagreement) -> Option<OrganizationId> {
    let coordinates = standing.grants.iter().find(|(_, role)| *role == Role::Coordinator);
    parties_of(standing, one).first().copied().or_else(|| coordinates.map(|(of, _)| *of))
}

/// The organization for which a person takes it back: the one that put it there, or a coordinator.
#[must_use]
pub(crate) fn withdraws_for(standing: &Standing, one: &Disagreement) -> Option<OrganizationId> {
    let own = acts_for(standing).into_iter().find(|of| *of == one.opened.organization);
    let coordinates = standing.grants.iter().find(|(_, role)| *role == Role::Coordinator);
    own.or_else(|| coordinates.map(|(of, _)| *of))
}

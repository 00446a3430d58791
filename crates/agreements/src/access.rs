//! Who may do what with agreements, consents and decisions.

use base::{OrganizationId, Role};
use store::{Access, Permission, Standing};

/// Reads agreements, their text, signatures and history.
pub(crate) const READ: Permission = Permission::partnership(
    "agreements.read",
    Access::Read,
    &[Role::Coordinator, Role::Lead, Role::Member, Role::Steward, Role::Guest],
);

/// Writes drafts, shows them to the parties, sends them out, and enters what was signed on paper.
pub(crate) const DRAFT: Permission =
    Permission::partnership("agreements.draft", Access::Write, &[Role::Coordinator, Role::Steward]);

/// Lets an agreement rest, puts it in force again, ends it.
pub(crate) const HALT: Permission = Permission::partnership(
    "agreements.halt",
    Access::Write,
    &[Role::Coordinator, Role::Lead, Role::Steward],
);

/// Signs for a party, right after proving who one is.
pub(crate) const SIGN: Permission =
    Permission::partnership("agreements.sign", Access::Write, &[Role::Lead]).with_step_up();

/// Says what kinds of data, purposes and parties there are.
pub(crate) const NAME: Permission =
    Permission::partnership("agreements.name", Access::Write, &[Role::Coordinator, Role::Steward]);

/// Tests what would be answered.
pub(crate) const TEST: Permission = Permission::partnership(
    "agreements.test",
    Access::Read,
    &[Role::Coordinator, Role::Lead, Role::Member, Role::Steward],
);

/// Writes down what clients allowed: for one's own organization's clients.
pub(crate) const KEEP_CONSENT: Permission = Permission::partnership(
    "consents.keep",
    Access::Write,
    &[Role::Lead, Role::Member, Role::Steward],
);

/// Asks for a decision about a client.
pub(crate) const DECIDE: Permission = Permission::partnership(
    "consents.decide",
    Access::Read,
    &[Role::Lead, Role::Member, Role::Steward],
);

/// Sees what waits for one's signature and what ends soon, in every partnership.
pub(crate) const MINE: Permission = Permission::own("agreements.mine", Access::Read);

/// The organization for which a person writes drafts, the coordinator's or steward's.
#[must_use]
pub(crate) fn drafts_for(standing: &Standing) -> Option<OrganizationId> {
    let drafts = |role: &Role| matches!(role, Role::Coordinator | Role::Steward);
    standing.grants.iter().find(|(_, role)| drafts(role)).map(|(of, _)| *of)
}

/// Whether a person may halt an agreement of these parties: a coordinator any, a lead or steward those
/// of their organization.
#[must_use]
pub(crate) fn halts(standing: &Standing, parties: &[OrganizationId]) -> bool {
    standing.has(Role::Coordinator)
        || standing
            .grants
            .iter()
            .any(|(of, role)| parties.contains(of) && matches!(role, Role::Lead | Role::Steward))
}

/// Whether a person works with the clients of a holder.
#[must_use]
pub(crate) fn serves(standing: &Standing, holder: OrganizationId) -> bool {
    let works = |role: &Role| matches!(role, Role::Lead | Role::Member | Role::Steward);
    standing.system || standing.grants.iter().any(|(of, role)| *of == holder && works(role))
}

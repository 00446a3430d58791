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

/// Answers one of the four questions, right after proving who one is.
pub(crate) const REPLY: Permission = Permission::partnership(
    "agreements.reply",
    Access::Write,
    &[Role::Coordinator, Role::Lead, Role::Steward],
)
.with_step_up();

/// Proposes changes for a party while the parties read a version.
pub(crate) const PROPOSE: Permission =
    Permission::partnership("agreements.propose", Access::Write, &[Role::Lead, Role::Steward]);

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

/// Sees the clients of one's own organization, their records and what they allowed.
pub(crate) const CLIENTS: Permission = Permission::partnership(
    "clients.read",
    Access::Read,
    &[Role::Lead, Role::Member, Role::Steward],
);

/// Enters clients of one's own organization and what is kept about them.
pub(crate) const KEEP_CLIENTS: Permission = Permission::partnership(
    "clients.keep",
    Access::Write,
    &[Role::Lead, Role::Member, Role::Steward],
);

/// Asks another partner for data.
pub(crate) const ASK: Permission = Permission::partnership(
    "requests.ask",
    Access::Write,
    &[Role::Lead, Role::Member, Role::Steward],
);

/// Opens what an emergency opens, right after proving who one is.
pub(crate) const BREAK_GLASS: Permission = Permission::partnership(
    "requests.break_glass",
    Access::Write,
    &[Role::Lead, Role::Member, Role::Steward],
)
.with_step_up();

/// Decides a request that waits for a person of the holder.
pub(crate) const RULE: Permission =
    Permission::partnership("requests.rule", Access::Write, &[Role::Lead, Role::Steward]);

/// Sees receipts: one's own, those of one's organization, or only how many there are.
pub(crate) const RECEIPTS: Permission = Permission::partnership(
    "receipts.read",
    Access::Read,
    &[Role::Coordinator, Role::Lead, Role::Member, Role::Steward],
);

/// Sees which copies one's own organization has of the records of others.
pub(crate) const COPIES: Permission =
    Permission::partnership("clients.copies", Access::Read, &[Role::Lead, Role::Steward]);

/// Does what a receipt wants done.
pub(crate) const DUTIES: Permission = Permission::partnership(
    "receipts.duties",
    Access::Write,
    &[Role::Lead, Role::Member, Role::Steward],
);

/// Says who works with data for one's own organization, and how well they were trained.
pub(crate) const USERS: Permission =
    Permission::partnership("agreements.users", Access::Write, &[Role::Lead, Role::Steward]);

/// Carries out what time brings: for the program's own jobs.
pub(crate) const CLOCK: Permission = Permission::partnership("receipts.clock", Access::Write, &[]);

/// Looks at what time brings: for the program's own jobs.
pub(crate) const CLOCK_READ: Permission =
    Permission::partnership("receipts.clock_read", Access::Read, &[]);

/// Sees what clients of one's own organization allowed.
pub(crate) const CONSENTS: Permission = Permission::partnership(
    "consents.read",
    Access::Read,
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

/// The organizations whose clients a person works with, in order.
#[must_use]
pub(crate) fn serving(standing: &Standing) -> Vec<OrganizationId> {
    let of = standing.organizations();
    of.into_iter().filter(|of| serves(standing, *of)).collect()
}

/// Whether a person answers for the data of an organization.
#[must_use]
pub(crate) fn answers_for(standing: &Standing, organization: OrganizationId) -> bool {
    let answers = |role: &Role| matches!(role, Role::Lead | Role::Steward);
    standing.system || standing.grants.iter().any(|(of, role)| *of == organization && answers(role))
}

/// The organizations for whose data a person answers, in order.
#[must_use]
pub(crate) fn answering(standing: &Standing) -> Vec<OrganizationId> {
    let of = standing.organizations();
    of.into_iter().filter(|of| answers_for(standing, *of)).collect()
}

/// The organizations whose data a person keeps in order as their steward.
#[must_use]
pub(crate) fn stewarding(standing: &Standing) -> Vec<OrganizationId> {
    let stewards = |of: &OrganizationId| standing.grants.contains(&(*of, Role::Steward));
    standing.organizations().into_iter().filter(stewards).collect()
}

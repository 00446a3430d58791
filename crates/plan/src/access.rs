//! Who may do what with commitments: permissions for the gate, and rules for what lies behind it.

use base::{OrganizationId, PersonId, Role};
use partnership::{PersonEntry, SeatId};
use store::{Access, Permission, Standing};

use crate::{
    commitment::{Commitment, Party, Receiver, Side},
    decision::{RollEntry, Voter},
    responsibility::Bearer,
};

/// Reads commitments, their history and follow-through.
pub const READ: Permission = Permission::partnership(
    "commitments.read",
    Access::Read,
    &[Role::Coordinator, Role::Lead, Role::Member, Role::Steward, Role::Guest],
);

/// Offers, asks, answers, does and confirms, for one's own organization.
pub const ACT: Permission = Permission::partnership(
    "commitments.act",
    Access::Write,
    &[Role::Coordinator, Role::Lead, Role::Member],
);

/// Reminds those who act next.
pub(crate) const REMIND: Permission =
    Permission::partnership("commitments.remind", Access::Write, &[Role::Coordinator]);

/// Replies, for one's organization, to its follow-through.
pub(crate) const REPLY: Permission =
    Permission::partnership("commitments.reply", Access::Write, &[Role::Lead]);

/// Reads the plan: goals, objectives, strategies, milestones.
pub(crate) const READ_PLAN: Permission = Permission::partnership(
    "plan.read",
    Access::Read,
    &[Role::Coordinator, Role::Lead, Role::Member, Role::Steward, Role::Guest],
);

/// Changes the plan: a coordinator all of it, a lead what the organization answers for.
pub(crate) const PLAN: Permission =
    Permission::partnership("plan.change", Access::Write, &[Role::Coordinator, Role::Lead]);

/// Brings the plan in from a file: a coordinator all of it, a lead what the organization answers for.
pub(crate) const IMPORT_PLAN: Permission =
    Permission::partnership("plan.import", Access::Write, &[Role::Coordinator, Role::Lead]);

/// Looks at what a file would change in the plan.
pub(crate) const LOOK_AT_PLANS: Permission =
    Permission::partnership("plan.look", Access::Read, &[Role::Coordinator, Role::Lead]);

/// Writes risks and issues down and watches them, for one's own organization; a coordinator any.
pub(crate) const WATCH: Permission = Permission::partnership(
    "risks.watch",
    Access::Write,
    &[Role::Coordinator, Role::Lead, Role::Member],
);

/// Writes ideas down, tries them and says what came of them, for one's own organization; a
/// coordinator any.
pub(crate) const TRY: Permission = Permission::partnership(
    "ideas.try",
    Access::Write,
    &[Role::Coordinator, Role::Lead, Role::Member],
);

/// Proposes, accepts and lays down responsibilities: those who keep an item, and the one named,
/// which may be whoever holds a seat.
pub(crate) const CARRY: Permission =
    Permission::partnership("plan.carry", Access::Write, Role::ALL);

/// The goals and how they stand, where the partnership shows them to everybody.
pub(crate) const PUBLIC_GOALS: Permission = Permission::public("plan.public_goals", "goals");

/// How many promises were kept, where the partnership shows it to everybody.
pub(crate) const PUBLIC_PROMISES: Permission =
    Permission::public("commitments.public_promises", "promises");

/// What was decided, where the partnership shows it to everybody.
pub(crate) const PUBLIC_DECISIONS: Permission =
    Permission::public("decisions.public_decisions", "decisions");

/// Sees what in the plan waits for one, in every partnership.
pub(crate) const MINE_TO_PLAN: Permission = Permission::own("plan.mine", Access::Read);

/// Reads decisions; what others said stays sealed as the decision itself says.
pub const READ_DECISIONS: Permission =
    Permission::partnership("decisions.read", Access::Read, Role::ALL);

/// Writes a question down, and changes it before it is put.
pub const PROPOSE: Permission = Permission::partnership(
    "decisions.propose",
    Access::Write,
    &[Role::Coordinator, Role::Lead, Role::Member],
);

/// Puts a question, amends it, closes it.
pub(crate) const HOLD: Permission =
    Permission::partnership("decisions.hold", Access::Write, &[Role::Coordinator, Role::Lead]);

/// Gives a position: a lead for the organization, whoever holds a seat for the seat.
pub(crate) const ANSWER: Permission =
    Permission::partnership("decisions.answer", Access::Write, Role::ALL);

/// Sees which positions are due from one, in every partnership.
pub(crate) const MINE_TO_ANSWER: Permission = Permission::own("decisions.mine", Access::Read);

/// Sees what one owes and what waits for one, in every partnership.
pub(crate) const MINE: Permission = Permission::own("commitments.mine", Access::Read);

/// Tells people of what is due or stalls: a job's, no person's.
pub(crate) const NUDGE: Permission =
    Permission::partnership("commitments.nudge", Access::Write, &[]);

/// Moves the promises of a seat to its new holder: a job's, no person's.
pub(crate) const FOLLOW: Permission =
    Permission::partnership("commitments.follow", Access::Write, &[]);

/// Whether a person acts for an organization: leads, members and coordinators do; stewards and
/// guests read.
#[must_use]
pub(crate) fn acts_for(standing: &Standing, organization: OrganizationId) -> bool {
    standing.grants.iter().any(|&(of, role)| {
        of == organization && matches!(role, Role::Coordinator | Role::Lead | Role::Member)
    })
}

/// Whether somebody of the directory acts for an organization.
#[must_use]
pub(crate) fn works_for(person: &PersonEntry, organization: OrganizationId) -> bool {
    let acts = |role: &Role| matches!(role, Role::Coordinator | Role::Lead | Role::Member);
    !person.gone
        && person
            .works
            .iter()
            .any(|work| work.organization == organization && work.roles.iter().any(acts))
}

/// The organizations that a person acts for.
#[must_use]
pub(crate) fn acting_organizations(standing: &Standing) -> Vec<OrganizationId> {
    let mut all = standing.organizations();
    all.retain(|organization| acts_for(standing, *organization));
    all
}

/// The organization for which a person speaks on one side of a commitment. What is promised to
/// the whole partnership is answered by a coordinator, or by a lead of a partner that did not
/// promise it: nobody confirms their own word.
#[must_use]
pub(crate) fn speaks_as(
    standing: &Standing,
    promiser: OrganizationId,
    receiver: Receiver,
    party: Party,
) -> Option<OrganizationId> {
    match (party, receiver) {
        (Party::Promiser, _) => Some(promiser).filter(|of| acts_for(standing, *of)),
        (Party::Receiver, Receiver::Organization(of)) => {
            Some(of).filter(|of| acts_for(standing, *of))
        }
        (Party::Receiver, Receiver::Partnership) => standing
            .grants
            .iter()
            .find(|(of, role)| *of != promiser && matches!(role, Role::Coordinator | Role::Lead))
            .map(|(of, _)| *of),
    }
}

/// The organization through which a person coordinates.
#[must_use]
pub(crate) fn coordinates(standing: &Standing) -> Option<OrganizationId> {
    standing.grants.iter().find(|(_, role)| *role == Role::Coordinator).map(|(of, _)| *of)
}

/// The organization for which a person changes what another answers for: a coordinator any, a lead
/// their own.
#[must_use]
pub(crate) fn plans_for(standing: &Standing, owner: OrganizationId) -> Option<OrganizationId> {
    let lead = standing.grants.contains(&(owner, Role::Lead)).then_some(owner);
    lead.or_else(|| coordinates(standing))
}

/// The organization for which a person writes a question of an organization down: anybody who acts
/// for it, and a coordinator for any.
#[must_use]
pub(crate) fn proposes_for(standing: &Standing, owner: OrganizationId) -> Option<OrganizationId> {
    let own = acts_for(standing, owner).then_some(owner);
    own.or_else(|| coordinates(standing))
}

/// Those on a roll for whom a person may answer: organizations that they lead, seats that they
/// hold.
#[must_use]
pub(crate) fn answers_for(
    standing: &Standing,
    roll: &[RollEntry],
    held: &[SeatId],
) -> Vec<RollEntry> {
    let mine = |entry: &&RollEntry| match entry.voter {
        Voter::Organization(of) => standing.grants.contains(&(of, Role::Lead)),
        Voter::Seat(seat) => held.contains(&seat),
    };
    roll.iter().filter(mine).copied().collect()
}

/// Whether a person speaks for the one named: a lead for the organization, whoever holds it for a
/// seat.
#[must_use]
pub(crate) fn carries(
    standing: &Standing,
    (bearer, organization): (Bearer, OrganizationId),
    held: &[SeatId],
) -> bool {
    match bearer {
        Bearer::Organization(_) => standing.leads(organization),
        Bearer::Seat(seat) => held.contains(&seat),
    }
}

/// Whether a person may put another in charge for an organization: a lead commits the agency, a
/// member only themselves.
#[must_use]
pub(crate) fn may_put_in_charge(
    standing: &Standing,
    organization: OrganizationId,
    who: PersonId,
    me: PersonId,
) -> bool {
    acts_for(standing, organization) && (who == me || standing.leads(organization))
}

/// The side for which a person says that a commitment will not come: the one who waits before
/// the one who promised, and the coordinator when they are neither.
#[must_use]
pub(crate) fn breaks_as(
    standing: &Standing,
    commitment: &Commitment,
) -> Option<(Side, OrganizationId)> {
    let party = |party: Party| {
        speaks_as(standing, commitment.promiser, commitment.receiver, party)
            .map(|organization| (party.side(), organization))
    };
    party(Party::Receiver)
        .or_else(|| party(Party::Promiser))
        .or_else(|| coordinates(standing).map(|organization| (Side::Coordinator, organization)))
}

/// Whether a person replies for an organization to its figures.
#[must_use]
pub(crate) fn may_reply(standing: &Standing, organization: OrganizationId) -> bool {
    standing.leads(organization)
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;

    fn organization(n: u128) -> OrganizationId {
        OrganizationId::from_bits(n)
    }

    fn standing(grants: &[(u128, Role)]) -> Standing {
        let grants = grants.iter().map(|&(n, role)| (organization(n), role)).collect();
        Standing { grants, system: false }
    }

    #[test]
    fn stewards_and_guests_act_for_nobody() {
        for role in Role::ALL {
            let expected = !matches!(role, Role::Steward | Role::Guest);
            assert_eq!(acts_for(&standing(&[(1, *role)]), organization(1)), expected, "{role}");
        }
        assert!(!acts_for(&standing(&[(2, Role::Lead)]), organization(1)));
        // A member elsewhere does not make a guest act here.
        let both = standing(&[(1, Role::Guest), (2, Role::Member)]);
        assert!(!acts_for(&both, organization(1)));
        assert_eq!(acting_organizations(&both), [organization(2)]);
    }

    #[test]
    fn a_lead_plans_for_their_own_and_a_coordinator_for_all() {
        let plans = |grants: &[(u128, Role)]| plans_for(&standing(grants), organization(1));
        assert_eq!(plans(&[(1, Role::Lead)]), Some(organization(1)));
        assert_eq!(plans(&[(2, Role::Coordinator)]), Some(organization(2)));
        for (of, role) in [(2, Role::Lead), (1, Role::Member), (1, Role::Steward), (1, Role::Guest)]
        {
            assert_eq!(plans(&[(of, role)]), None, "{of} {role}");
        }
    }

    #[test]
    fn a_promise_to_everybody_is_answered_by_coordinators_and_leads_of_the_others() {
        let answers = |grants: &[(u128, Role)]| {
            let receiver = Receiver::Partnership;
            speaks_as(&standing(grants), organization(1), receiver, Party::Receiver)
        };
        assert_eq!(answers(&[(2, Role::Coordinator)]), Some(organization(2)));
        assert_eq!(answers(&[(3, Role::Lead)]), Some(organization(3)));
        assert_eq!(answers(&[(3, Role::Member)]), None);
        assert_eq!(answers(&[(1, Role::Lead)]), None, "nobody confirms their own word");
        assert_eq!(answers(&[(1, Role::Coordinator)]), None);
    }

    #[test]
    fn a_lead_commits_the_agency_and_a_member_themselves() {
        let (me, other) = (PersonId::from_bits(1), PersonId::from_bits(2));
        let lead = standing(&[(1, Role::Lead)]);
        let member = standing(&[(1, Role::Member)]);
        assert!(may_put_in_charge(&lead, organization(1), other, me));
        assert!(may_put_in_charge(&member, organization(1), me, me));
        assert!(!may_put_in_charge(&member, organization(1), other, me));
        assert!(!may_put_in_charge(&lead, organization(2), me, me));
        assert!(!may_put_in_charge(&standing(&[(1, Role::Guest)]), organization(1), me, me));
    }

    #[test]
    fn a_coordinator_who_is_no_party_may_still_say_that_it_will_not_come() {
        let commitment = crate::commitment::examples::open("2026-05-20");
        let side = |grants| breaks_as(&standing(grants), &commitment).map(|(side, _)| side);
        assert_eq!(side(&[(1, Role::Member)]), Some(Side::Promiser));
        assert_eq!(side(&[(1, Role::Member), (2, Role::Member)]), Some(Side::Receiver));
        assert_eq!(side(&[(3, Role::Coordinator)]), Some(Side::Coordinator));
        assert_eq!(side(&[(3, Role::Lead)]), None);
    }
}

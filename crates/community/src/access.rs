//! Who may do what: permissions for the gate, and rules for what lies behind it.

use base::{OrganizationId, PersonId, Role};
use partnership::SeatEntry;
use store::{Access, Permission, Standing};

/// Reads meetings, their agendas and minutes.
pub(crate) const READ_MEETINGS: Permission =
    Permission::partnership("meetings.read", Access::Read, Role::ALL);

/// Plans the meetings of a body and keeps its rules: a coordinator, and whoever holds a seat in it.
pub(crate) const KEEP: Permission = Permission::partnership(
    "meetings.keep",
    Access::Write,
    &[Role::Coordinator, Role::Lead, Role::Member],
);

/// Puts items on the agenda and takes minutes: those whose organization sits in the body.
pub(crate) const TAKE_PART: Permission =
    Permission::partnership("meetings.take_part", Access::Write, Role::ALL);

/// Sees which meetings and duties wait for one, in every partnership.
pub(crate) const MY_MEETINGS: Permission = Permission::own("meetings.mine", Access::Read);

/// Makes the meetings of series and warns of what is due: a job's, no person's.
pub(crate) const WATCH: Permission = Permission::partnership("meetings.watch", Access::Write, &[]);

/// The part of a partnership that its open meetings are.
pub(crate) const PUBLIC_PART: &str = "meetings";

/// Looks at open meetings from outside, where the partnership shows them.
pub(crate) const LOOK_AT_MEETINGS: Permission =
    Permission::public("public_meetings.read", PUBLIC_PART);

/// Shows open meetings to everybody.
pub(crate) const SHOW_MEETINGS: Permission =
    Permission::partnership("meetings.show", Access::Write, &[Role::Coordinator]);

/// Sees one's own calendar addresses.
pub(crate) const CALENDARS: Permission = Permission::own("calendars.mine", Access::Read);

/// Makes them and takes them back.
pub(crate) const KEEP_CALENDARS: Permission = Permission::own("calendars.keep", Access::Write);

/// Finds whose calendar a secret address shows.
pub(crate) const READ_FEED: Permission = Permission::installation("feeds.read", Access::Read);

/// Writes down that a program read one: the program's own, no person's.
pub(crate) const FEED_UPKEEP: Permission = Permission::installation("feeds.keep_up", Access::Write);

/// Reads what events there are.
pub(crate) const READ_GATHERINGS: Permission =
    Permission::partnership("gatherings.read", Access::Read, Role::ALL);

/// Registers for an event, and gives the place back.
pub(crate) const REGISTER: Permission =
    Permission::partnership("gatherings.register", Access::Write, Role::ALL);

/// Plans events and keeps their lists of guests: those who act for the host, and a coordinator.
pub(crate) const HOST: Permission = Permission::partnership(
    "gatherings.host",
    Access::Write,
    &[Role::Coordinator, Role::Lead, Role::Member],
);

/// Whether a person may do what the host of an event does.
#[must_use]
pub(crate) fn hosts(standing: &Standing, host: OrganizationId) -> bool {
    let acts = |&(of, role): &(OrganizationId, Role)| {
        of == host && matches!(role, Role::Lead | Role::Member)
    };
    coordinates(standing).is_some() || standing.grants.iter().any(acts)
}

/// The organization for which a person plans the meetings of a body: a coordinator any body's,
/// whoever holds a seat in it those of their own.
#[must_use]
pub(crate) fn keeps(
    standing: &Standing,
    seats: &[SeatEntry],
    person: PersonId,
) -> Option<OrganizationId> {
    let acts = |of: OrganizationId| {
        let acting = |role: Role| matches!(role, Role::Coordinator | Role::Lead | Role::Member);
        standing.grants.iter().any(|&(organization, role)| organization == of && acting(role))
    };
    let seat = held_by(seats, person).map(|seat| seat.organization).filter(|of| acts(*of));
    coordinates(standing).or(seat)
}

/// The organization for which a person takes part in the meetings of a body: its holder in each
/// seat, and whoever acts for an organization that has one.
#[must_use]
pub(crate) fn takes_part(
    standing: &Standing,
    seats: &[SeatEntry],
    person: PersonId,
) -> Option<OrganizationId> {
    let acts = |&(of, role): &(OrganizationId, Role)| {
        let sits = seats.iter().any(|seat| !seat.closed && seat.organization == of);
        (sits && matches!(role, Role::Lead | Role::Member)).then_some(of)
    };
    held_by(seats, person)
        .map(|seat| seat.organization)
        .or_else(|| coordinates(standing))
        .or_else(|| standing.grants.iter().find_map(acts))
}

/// The organization through which a person coordinates.
#[must_use]
pub(crate) fn coordinates(standing: &Standing) -> Option<OrganizationId> {
    standing.grants.iter().find(|(_, role)| *role == Role::Coordinator).map(|(of, _)| *of)
}

fn held_by(seats: &[SeatEntry], person: PersonId) -> Option<&SeatEntry> {
    seats.iter().find(|seat| !seat.closed && seat.holder == Some(person))
}

#[cfg(test)]
mod tests {
    use base::Id;
    use partnership::SeatId;

    use super::*;

    fn seat(organization: u128, holder: Option<u128>) -> SeatEntry {
        SeatEntry {
            id: SeatId::from_bits(organization),
            title: "Member".to_owned(),
            body: "Council".to_owned(),
            organization: OrganizationId::from_bits(organization),
            holder: holder.map(PersonId::from_bits),
            closed: false,
        }
    }

    fn standing(grants: &[(u128, Role)]) -> Standing {
        let grants =
            grants.iter().map(|&(of, role)| (OrganizationId::from_bits(of), role)).collect();
        Standing { grants, system: false }
    }

    #[test]
    fn a_coordinator_and_whoever_sits_in_a_body_plan_its_meetings() {
        let seats = [seat(1, Some(7)), seat(2, None)];
        let keeps = |person, grants: &[(u128, Role)]| {
            super::keeps(&standing(grants), &seats, PersonId::from_bits(person)).is_some()
        };
        assert!(keeps(5, &[(9, Role::Coordinator)]));
        assert!(keeps(7, &[(1, Role::Member)]));
        assert!(!keeps(7, &[(1, Role::Guest)]), "a guest in a seat takes part and plans nothing");
        assert!(!keeps(8, &[(1, Role::Lead)]));
    }

    #[test]
    fn those_who_act_for_an_organization_hold_its_events() {
        let hosts =
            |grants: &[(u128, Role)]| super::hosts(&standing(grants), OrganizationId::from_bits(1));
        assert!(hosts(&[(1, Role::Member)]));
        assert!(hosts(&[(2, Role::Coordinator)]));
        assert!(!hosts(&[(1, Role::Guest), (2, Role::Lead)]));
    }

    #[test]
    fn those_of_an_organization_with_a_seat_and_guests_in_one_take_part() {
        let seats = [seat(1, Some(7)), seat(2, None)];
        let takes = |person, grants: &[(u128, Role)]| {
            super::takes_part(&standing(grants), &seats, PersonId::from_bits(person))
        };
        assert_eq!(takes(7, &[(3, Role::Guest)]), Some(OrganizationId::from_bits(1)));
        assert!(takes(8, &[(2, Role::Member)]).is_some());
        for role in [Role::Guest, Role::Steward] {
            assert!(takes(8, &[(2, role)]).is_none(), "{role}");
        }
        assert!(takes(8, &[(3, Role::Lead)]).is_none());
    }
}

//! Commitments for the tests of the rules.

use base::{Date, Id, OrganizationId, PersonId, Reason, Zone};

use super::{Commitment, CommitmentId, Frame, Origin, OriginKind, Receiver, Side, Terms, Voice};

const HOUSING: u128 = 1;
const CROSSROADS: u128 = 2;

pub(crate) fn housing() -> OrganizationId {
    OrganizationId::from_bits(HOUSING)
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn person(n: u128) -> PersonId {
    PersonId::from_bits(n)
}

pub(crate) fn why(text: &str) -> Reason {
    text.parse().unwrap()
}

/// A voice at noon of a day.
pub(crate) fn voice(side: Side, who: u128, on: Date) -> Voice {
    let organization = match side {
        Side::Promiser => HOUSING,
        Side::Receiver => CROSSROADS,
        Side::Coordinator => 3,
    };
    Voice {
        person: person(who),
        organization: OrganizationId::from_bits(organization),
        side,
        at: on.start_in(&Zone::utc()).plus_seconds(43_200),
        on,
    }
}

pub(crate) fn maker(on: &str) -> Voice {
    voice(Side::Promiser, 10, day(on))
}

pub(crate) fn waiter(on: &str) -> Voice {
    voice(Side::Receiver, 20, day(on))
}

pub(crate) fn terms(due: &str) -> Terms {
    Terms { title: "Send the list of open units".parse().unwrap(), details: None, due: day(due) }
}

pub(crate) fn frame() -> Frame {
    Frame {
        id: CommitmentId::from_bits(1),
        promiser: OrganizationId::from_bits(HOUSING),
        receiver: Receiver::Organization(OrganizationId::from_bits(CROSSROADS)),
        origin: Origin { kind: OriginKind::OwnOffer, reference: None, link: None },
        goal: None,
    }
}

pub(crate) fn offered(due: &str) -> Commitment {
    Commitment::offer(frame(), maker("2026-05-01"), terms(due), person(10)).unwrap()
}

pub(crate) fn open(due: &str) -> Commitment {
    let mut commitment = offered(due);
    commitment.accept(waiter("2026-05-02"), None).unwrap();
    commitment
}

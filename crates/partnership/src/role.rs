//! Role offers: a role is accepted by the one it is given to.

use base::{Instant, OrganizationId, PersonId, Private, Prose, Reason, Role};

use crate::Error;

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;

base::id! {
    /// Names an offer of a role.
    pub RoleOfferId = "rof";
}

base::words! {
    /// Where an offer stands.
    pub enum OfferStanding {
        /// Waits for the answer.
        Offered = "offered",
        /// Taken.
        Accepted = "accepted",
        /// Refused.
        Declined = "declined",
        /// Taken back before an answer.
        Withdrawn = "withdrawn",
    }
}

/// A role, offered to a person by somebody who may give it.
#[derive(Debug, Clone)]
pub struct RoleOffer {
    /// Its identifier.
    pub id: RoleOfferId,
    /// Who is asked.
    pub person: PersonId,
    /// For which organization.
    pub organization: OrganizationId,
    /// What they would be.
    pub role: Role,
    /// What the giver says with it.
    pub note: Option<Private<Prose<1000>>>,
    /// Who offers.
    pub by: PersonId,
    /// Since when.
    pub at: Instant,
    answer: Answer,
}

/// What became of an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    Awaited,
    /// The person took the role.
    Accepted {
        /// When.
        at: Instant,
    },
    /// The person refused.
    Declined {
        /// When.
        at: Instant,
        /// Why, when they said so.
        why: Option<Reason>,
    },
    /// The offer was taken back.
    Withdrawn {
        /// When.
        at: Instant,
    },
}

/// What the one who acts may do in the partnership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Authority {
    /// They are a coordinator.
    pub coordinates: bool,
    /// They lead the organization that the role is for.
    pub leads: bool,
}

impl Authority {
    /// Whether they may give, and take away, this role: a coordinator any, a lead every role for
    /// their own organization but that of coordinator.
    ///
    /// # Errors
    /// When they may not.
    pub const fn over(self, role: Role) -> Result<(), Error> {
        let may = match role {
            Role::Coordinator => self.coordinates,
            Role::Lead | Role::Member | Role::Steward | Role::Guest => {
                self.coordinates || self.leads
            }
        };
        if may { Ok(()) } else { Err(Error::NotYours) }
    }
}

/// What is offered, and by whom.
#[derive(Debug)]
pub struct NewOffer {
    /// The new offer's identifier.
    pub id: RoleOfferId,
    /// Who is asked.
    pub person: PersonId,
    /// For which organization.
    pub organization: OrganizationId,
    /// What they would be.
    pub role: Role,
    /// What the giver says with it.
    pub note: Option<Private<Prose<1000>>>,
    /// Who offers.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

impl RoleOffer {
    /// Offers a role.
    ///
    /// # Errors
    /// When the giver has no authority over it.
    pub fn make(new: NewOffer, authority: Authority) -> Result<Self, Error> {
        authority.over(new.role)?;
        Ok(Self::stored(new, Answer::Awaited))
    }

    /// An offer as it was stored.
    #[must_use]
    pub fn stored(new: NewOffer, answer: Answer) -> Self {
        let NewOffer { id, person, organization, role, note, by, at } = new;
        Self { id, person, organization, role, note, by, at, answer }
    }

    /// What became of it.
    #[must_use]
    pub const fn answer(&self) -> &Answer {
        &self.answer
    }

    /// Where it stands, in one word.
    #[must_use]
    pub const fn standing(&self) -> OfferStanding {
        match self.answer {
            Answer::Awaited => OfferStanding::Offered,
            Answer::Accepted { .. } => OfferStanding::Accepted,
            Answer::Declined { .. } => OfferStanding::Declined,
            Answer::Withdrawn { .. } => OfferStanding::Withdrawn,
        }
    }

    /// The person takes the role.
    ///
    /// # Errors
    /// When it is not theirs to answer, or was answered.
    pub fn accept(&mut self, by: PersonId, at: Instant) -> Result<(), Error> {
        self.answerable(by)?;
        self.answer = Answer::Accepted { at };
        Ok(())
    }

    /// The person refuses.
    ///
    /// # Errors
    /// When it is not theirs to answer, or was answered.
    pub fn decline(&mut self, by: PersonId, at: Instant, why: Option<Reason>) -> Result<(), Error> {
        self.answerable(by)?;
        self.answer = Answer::Declined { at, why };
        Ok(())
    }

    /// Takes the offer back.
    ///
    /// # Errors
    /// When it was answered, or the one who acts has no authority over the role.
    pub fn withdraw(&mut self, authority: Authority, at: Instant) -> Result<(), Error> {
        authority.over(self.role)?;
        self.still_open()?;
        self.answer = Answer::Withdrawn { at };
        Ok(())
    }

    fn answerable(&self, by: PersonId) -> Result<(), Error> {
        // Another person's offer is none of the caller's business: it is missing, not forbidden.
        if by != self.person {
            return Err(Error::OfferMissing { id: self.id });
        }
        self.still_open()
    }

    const fn still_open(&self) -> Result<(), Error> {
        match self.answer {
            Answer::Awaited => Ok(()),
            Answer::Accepted { .. } | Answer::Declined { .. } | Answer::Withdrawn { .. } => {
                Err(Error::OfferAnswered { id: self.id })
            }
        }
    }
}

/// An offer as *My work* shows it.
#[derive(Debug)]
pub(crate) struct MyOffer {
    pub slug: String,
    pub partnership: String,
    pub organization: String,
    pub role: Role,
    pub by: Option<String>,
    pub at: Instant,
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;

    const AT: Instant = Instant::from_micros(1);
    const COORDINATOR: Authority = Authority { coordinates: true, leads: false };
    const LEAD: Authority = Authority { coordinates: false, leads: true };
    const NEITHER: Authority = Authority { coordinates: false, leads: false };

    fn new(role: Role) -> NewOffer {
        NewOffer {
            id: RoleOfferId::from_bits(1),
            person: PersonId::from_bits(1),
            organization: OrganizationId::from_bits(1),
            role,
            note: None,
            by: PersonId::from_bits(2),
            at: AT,
        }
    }

    #[test]
    fn a_lead_gives_every_role_but_coordinator() {
        for &role in Role::ALL {
            assert!(RoleOffer::make(new(role), COORDINATOR).is_ok(), "{role}");
            assert!(RoleOffer::make(new(role), NEITHER).is_err(), "{role}");
            assert_eq!(RoleOffer::make(new(role), LEAD).is_ok(), role != Role::Coordinator);
        }
    }

    #[test]
    fn only_the_one_who_is_asked_answers_and_only_once() {
        let mut offer = RoleOffer::make(new(Role::Member), LEAD).unwrap();
        let stranger = offer.accept(PersonId::from_bits(9), AT);
        assert!(matches!(stranger, Err(Error::OfferMissing { .. })));
        offer.accept(PersonId::from_bits(1), AT).unwrap();
        let again = offer.decline(PersonId::from_bits(1), AT, None);
        assert!(matches!(again, Err(Error::OfferAnswered { .. })));
        assert_eq!(offer.standing(), OfferStanding::Accepted);
    }

    #[test]
    fn an_offer_that_was_taken_back_cannot_be_taken() {
        let mut offer = RoleOffer::make(new(Role::Lead), COORDINATOR).unwrap();
        assert!(matches!(offer.withdraw(NEITHER, AT), Err(Error::NotYours)));
        offer.withdraw(LEAD, AT).unwrap();
        let late = offer.accept(PersonId::from_bits(1), AT);
        assert!(matches!(late, Err(Error::OfferAnswered { .. })));
    }
}

//! Memberships: what joins an organization to a partnership, since when and until when.

use base::{Date, OrganizationId, Revision};

use crate::Error;

base::words! {
    /// What part an organization takes in a partnership.
    pub enum Part {
        /// Carries the partnership: backbone or fiscal lead.
        Lead = "lead",
        /// A full partner.
        Member = "member",
        /// Listens and advises.
        Observer = "observer",
    }
}

/// An organization's place in a partnership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The organization.
    pub organization: OrganizationId,
    /// Its part.
    pub part: Part,
    /// Its first day.
    pub since: Date,
    /// Its last day, once that is known.
    pub until: Option<Date>,
    /// How often the membership was changed.
    pub revision: Revision,
}

impl Membership {
    /// A new membership.
    #[must_use]
    pub const fn begin(organization: OrganizationId, part: Part, since: Date) -> Self {
        Self { organization, part, since, until: None, revision: Revision::FIRST }
    }

    /// Gives the organization another part, or mends its first day.
    ///
    /// # Errors
    /// When the membership has ended or the caller saw an older one.
    pub fn change(&mut self, part: Part, since: Date, seen: Revision) -> Result<(), Error> {
        self.still_open(seen)?;
        (self.part, self.since) = (part, since);
        Ok(())
    }

    /// Ends the membership with a last day, which may be today at the latest: people lose their
    /// roles at once, so a future day would say what is not so.
    ///
    /// # Errors
    /// When it has ended already, or the day is before the first one or after today.
    pub fn end(&mut self, last: Date, today: Date, seen: Revision) -> Result<(), Error> {
        self.still_open(seen)?;
        if last < self.since {
            return Err(Error::EndsBeforeStart { since: self.since });
        }
        if last > today {
            return Err(Error::EndsInFuture { today });
        }
        self.until = Some(last);
        Ok(())
    }

    /// Lets an organization that left come back.
    ///
    /// # Errors
    /// When it never left.
    pub fn rejoin(&mut self, part: Part, since: Date) -> Result<(), Error> {
        if self.until.is_none() {
            return Err(Error::MemberAlready { organization: self.organization });
        }
        (self.part, self.since, self.until) = (part, since, None);
        Ok(())
    }

    /// Whether the organization is a member.
    ///
    /// # Errors
    /// When it has left.
    pub const fn is_open(&self) -> Result<(), Error> {
        if self.until.is_some() {
            return Err(Error::MembershipEnded { organization: self.organization });
        }
        Ok(())
    }

    fn still_open(&self, seen: Revision) -> Result<(), Error> {
        self.is_open()?;
        if self.revision.0 != seen.0 {
            return Err(Error::Stale);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn membership() -> Membership {
        Membership::begin(OrganizationId::from_bits(1), Part::Member, day("2024-03-01"))
    }

    #[test]
    fn a_membership_ends_once_between_its_first_day_and_today() {
        let mut it = membership();
        let today = day("2026-05-12");
        let early = it.end(day("2024-02-29"), today, it.revision);
        assert!(matches!(early, Err(Error::EndsBeforeStart { .. })));
        let late = it.end(day("2026-05-13"), today, it.revision);
        assert!(matches!(late, Err(Error::EndsInFuture { .. })));
        it.end(today, today, it.revision).unwrap();
        let again = it.end(today, today, it.revision);
        assert!(matches!(again, Err(Error::MembershipEnded { .. })));
    }

    #[test]
    fn only_one_that_left_can_come_back() {
        let mut it = membership();
        let today = day("2026-05-12");
        assert!(matches!(it.rejoin(Part::Lead, today), Err(Error::MemberAlready { .. })));
        it.end(today, today, it.revision).unwrap();
        it.rejoin(Part::Observer, today).unwrap();
        assert_eq!((it.part, it.since, it.until), (Part::Observer, today, None));
    }

    #[test]
    fn a_change_on_an_older_copy_is_refused() {
        let mut it = membership();
        let answer = it.change(Part::Lead, it.since, Revision(0));
        assert!(matches!(answer, Err(Error::Stale)));
    }
}

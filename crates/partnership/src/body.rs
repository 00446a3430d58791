//! Bodies: the council, the work groups and the review teams of a partnership.

use base::{Date, Instant, Line, OrganizationId, PersonId, Prose, Revision};

use crate::{Error, SeatId, TermEnd};

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod gaps;
pub(crate) mod handover;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod seat_pages;
pub(crate) mod seats;
pub(crate) mod store;

base::id! {
    /// Names a body.
    pub BodyId = "bod";
}

base::words! {
    /// What a body is.
    pub enum BodyKind {
        /// Decides for the partnership.
        Council = "council",
        /// Works on one thing.
        WorkGroup = "work_group",
        /// Looks at cases or results and says what to change.
        ReviewTeam = "review_team",
    }
}

/// A group of seats with a purpose.
#[derive(Debug, Clone)]
pub struct Body {
    /// Its identifier.
    pub id: BodyId,
    /// What it is for.
    pub plan: BodyPlan,
    /// Its first day.
    pub since: Date,
    /// Its last day, once it has ended.
    pub until: Option<Date>,
    /// How often it was changed.
    pub revision: Revision,
}

/// What a body is called and for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyPlan {
    /// Its name.
    pub name: Line<120>,
    /// What it is.
    pub kind: BodyKind,
    /// Why it meets.
    pub purpose: Option<Prose<2000>>,
}

impl Body {
    /// A new body.
    #[must_use]
    pub const fn form(id: BodyId, plan: BodyPlan, since: Date) -> Self {
        Self { id, plan, since, until: None, revision: Revision::FIRST }
    }

    /// Changes what it is called and for.
    ///
    /// # Errors
    /// When it has ended or the caller saw an older one.
    pub fn change(&mut self, plan: BodyPlan, seen: Revision) -> Result<(), Error> {
        self.meets()?;
        if seen != self.revision {
            return Err(Error::Stale);
        }
        self.plan = plan;
        Ok(())
    }

    /// Ends the body; its seats close with it.
    ///
    /// # Errors
    /// When it has ended already or the caller saw an older one.
    pub fn end(&mut self, today: Date, seen: Revision) -> Result<(), Error> {
        self.meets()?;
        if seen != self.revision {
            return Err(Error::Stale);
        }
        self.until = Some(today);
        Ok(())
    }

    /// Whether it still meets.
    ///
    /// # Errors
    /// When it has ended.
    pub const fn meets(&self) -> Result<(), Error> {
        if self.until.is_some() { Err(Error::BodyEnded { id: self.id }) } else { Ok(()) }
    }
}

/// A time that somebody held a seat, and that is over.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Term {
    pub seat: SeatId,
    pub person: PersonId,
    pub since: Instant,
    pub until: Instant,
    pub ended: TermEnd,
}

/// An organization's seat, as other contexts name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatEntry {
    /// Its identifier.
    pub id: SeatId,
    /// What it is called.
    pub title: String,
    /// The name of its body.
    pub body: String,
    /// The organization that it speaks for.
    pub organization: OrganizationId,
    /// Who holds it.
    pub holder: Option<PersonId>,
    /// Whether it was closed; old records still name it.
    pub closed: bool,
}

/// A seat that the signed-in person was asked to take, as *My work* shows it.
#[derive(Debug)]
pub(crate) struct MySeat {
    pub title: String,
    pub body: BodyId,
    pub body_name: String,
    pub slug: String,
    pub partnership: String,
    pub organization: String,
    pub by: Option<String>,
    pub at: Instant,
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;

    #[test]
    fn a_body_that_ended_takes_no_more_changes() {
        let plan =
            BodyPlan { name: "Board".parse().unwrap(), kind: BodyKind::Council, purpose: None };
        let today: Date = "2026-05-12".parse().unwrap();
        let mut body = Body::form(BodyId::from_bits(1), plan.clone(), today);
        assert!(matches!(body.change(plan.clone(), Revision(7)), Err(Error::Stale)));
        body.end(today, Revision::FIRST).unwrap();
        let late = body.change(plan, Revision::FIRST);
        assert!(matches!(late, Err(Error::BodyEnded { .. })));
    }
}

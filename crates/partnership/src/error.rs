//! What can go wrong with a partnership, its organizations, people and bodies.

use base::{Date, FieldProblem, Kind, OrganizationId, PersonId, Problem, Role};

use crate::{BodyId, RoleOfferId, SeatId};

/// A refusal or failure of this context.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The data could not be reached, or may not be.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Accounts or invitations refused.
    #[error(transparent)]
    Identity(#[from] identity::Error),
    /// The record was changed by somebody else since it was read.
    #[error("the record changed since you read it; load it again")]
    Stale,
    /// The one who acts has no say in this.
    #[error("only a coordinator, or a lead of this organization, may do this")]
    NotYours,
    /// No such organization in this partnership.
    #[error("organization `{id}` is not in this partnership")]
    OrganizationMissing {
        /// The one asked for.
        id: OrganizationId,
    },
    /// An organization's entry changes only where it was made.
    #[error("the entry of organization `{id}` is kept in another partnership")]
    EntryKeptElsewhere {
        /// The organization.
        id: OrganizationId,
    },
    /// Another organization has this name.
    #[error("an organization is called `{name}` already")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// The organization is a member already.
    #[error("organization `{organization}` is a member already")]
    MemberAlready {
        /// The organization.
        organization: OrganizationId,
    },
    /// The membership has ended.
    #[error("the membership of organization `{organization}` has ended")]
    MembershipEnded {
        /// The organization.
        organization: OrganizationId,
    },
    /// A last day before the first one.
    #[error("enter a date on or after {since}")]
    EndsBeforeStart {
        /// The first day.
        since: Date,
    },
    /// A last day after today.
    #[error("enter a date on or before {today}")]
    EndsInFuture {
        /// Today.
        today: Date,
    },
    /// No such person in this partnership.
    #[error("person `{id}` is not in this partnership")]
    PersonMissing {
        /// The one asked for.
        id: PersonId,
    },
    /// The person does not work for the organization here.
    #[error("person `{person}` has no role for organization `{organization}` here")]
    NotOfOrganization {
        /// The person.
        person: PersonId,
        /// The organization.
        organization: OrganizationId,
    },
    /// Nobody would be left to keep the partnership going.
    #[error("a partnership needs a coordinator; give the role to somebody else first")]
    LastCoordinator,
    /// The person holds the role already.
    #[error("person `{person}` is {role} already")]
    RoleHeld {
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
    },
    /// The person does not hold the role.
    #[error("person `{person}` is not {role}")]
    RoleNotHeld {
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
    },
    /// The role was offered to the person already.
    #[error("person `{person}` was asked to be {role} already")]
    RoleOffered {
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
    },
    /// No such offer, or not the caller's.
    #[error("offer `{id}` was not found")]
    OfferMissing {
        /// The offer.
        id: RoleOfferId,
    },
    /// The offer was answered or taken back.
    #[error("offer `{id}` was answered or taken back")]
    OfferAnswered {
        /// The offer.
        id: RoleOfferId,
    },
    /// No such body.
    #[error("body `{id}` was not found")]
    BodyMissing {
        /// The body.
        id: BodyId,
    },
    /// The body has ended.
    #[error("body `{id}` has ended")]
    BodyEnded {
        /// The body.
        id: BodyId,
    },
    /// No such seat.
    #[error("seat `{id}` was not found")]
    SeatMissing {
        /// The seat.
        id: SeatId,
    },
    /// The seat was closed.
    #[error("seat `{id}` is closed")]
    SeatClosed {
        /// The seat.
        id: SeatId,
    },
    /// Nobody holds the seat.
    #[error("nobody holds seat `{id}`")]
    SeatEmpty {
        /// The seat.
        id: SeatId,
    },
    /// The person holds the seat already.
    #[error("the person holds seat `{id}` already")]
    SeatHeld {
        /// The seat.
        id: SeatId,
    },
    /// Somebody was asked already.
    #[error("somebody was asked to take seat `{id}` already")]
    SeatAsked {
        /// The seat.
        id: SeatId,
    },
    /// The caller was not asked.
    #[error("the question about seat `{id}` is not open")]
    SeatNotAsked {
        /// The seat.
        id: SeatId,
    },
    /// No such record, or none that has a story, or none for everybody.
    #[error("there is no story of this record here")]
    StoryMissing,
    /// A partnership with this short name exists.
    #[error("a partnership is called `{slug}` already")]
    SlugTaken {
        /// The short name.
        slug: String,
    },
}

impl Error {
    fn below(&self) -> Option<&dyn Problem> {
        if let Self::Store(error) = self {
            return Some(error);
        }
        if let Self::Identity(error) = self { Some(error) } else { None }
    }

    fn facts(&self) -> (Kind, &'static str) {
        match self {
            Self::Store(error) => (error.kind(), error.code()),
            Self::Identity(error) => (error.kind(), error.code()),
            Self::Stale => (Kind::Stale, "stale"),
            Self::NotYours => (Kind::Forbidden, "not_yours"),
            Self::OrganizationMissing { .. } => (Kind::Missing, "organization_missing"),
            Self::EntryKeptElsewhere { .. } => (Kind::Forbidden, "entry_kept_elsewhere"),
            Self::NameTaken { .. } => (Kind::Conflict, "organization_name_taken"),
            Self::MemberAlready { .. } => (Kind::Conflict, "member_already"),
            Self::MembershipEnded { .. } => (Kind::Conflict, "membership_ended"),
            Self::EndsBeforeStart { .. } => (Kind::Conflict, "ends_before_start"),
            Self::EndsInFuture { .. } => (Kind::Conflict, "ends_in_future"),
            Self::PersonMissing { .. } => (Kind::Missing, "person_missing"),
            Self::NotOfOrganization { .. } => (Kind::Conflict, "not_of_organization"),
            Self::LastCoordinator => (Kind::Conflict, "last_coordinator"),
            Self::RoleHeld { .. } => (Kind::Conflict, "role_held"),
            Self::RoleNotHeld { .. } => (Kind::Conflict, "role_not_held"),
            Self::RoleOffered { .. } => (Kind::Conflict, "role_offered"),
            Self::OfferMissing { .. } => (Kind::Missing, "role_offer_missing"),
            Self::OfferAnswered { .. } => (Kind::Conflict, "role_offer_answered"),
            Self::BodyMissing { .. } => (Kind::Missing, "body_missing"),
            Self::BodyEnded { .. } => (Kind::Conflict, "body_ended"),
            Self::SeatMissing { .. } => (Kind::Missing, "seat_missing"),
            Self::SeatClosed { .. } => (Kind::Conflict, "seat_closed"),
            Self::SeatEmpty { .. } => (Kind::Conflict, "seat_empty"),
            Self::SeatHeld { .. } => (Kind::Conflict, "seat_held"),
            Self::SeatAsked { .. } => (Kind::Conflict, "seat_asked"),
            Self::SeatNotAsked { .. } => (Kind::Conflict, "seat_not_asked"),
            Self::StoryMissing => (Kind::Missing, "story_missing"),
            Self::SlugTaken { .. } => (Kind::Conflict, "slug_taken"),
        }
    }
}

impl Problem for Error {
    fn kind(&self) -> Kind {
        self.facts().0
    }

    fn code(&self) -> &'static str {
        self.facts().1
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        if let Some(below) = self.below() {
            return below.args();
        }
        if let Self::EndsBeforeStart { since: date } | Self::EndsInFuture { today: date } = self {
            return vec![("date", date.to_string())];
        }
        if let Self::NameTaken { name } = self {
            return vec![("name", name.clone())];
        }
        if let Self::SlugTaken { slug } = self {
            return vec![("slug", slug.clone())];
        }
        if let Self::RoleHeld { role, .. }
        | Self::RoleNotHeld { role, .. }
        | Self::RoleOffered { role, .. } = self
        {
            return vec![("role", role.to_string())];
        }
        Vec::new()
    }

    fn fields(&self) -> &[FieldProblem] {
        self.below().map_or(&[], Problem::fields)
    }
}

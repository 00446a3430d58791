//! Invitations: a role in a partnership, offered by mail to somebody who may have no account yet.
//!
//! The partnership's pages say who may invite; here the offer is kept, mailed, and taken: the
//! account, the role and the event are one change.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod retention;
pub(crate) mod store;

use base::{
    EmailAddress, Instant, Language, Line, OrganizationId, PartnershipId, PersonId, Private, Prose,
    Role,
};

use crate::PersonName;

base::id! {
    /// Names an invitation.
    pub InvitationId = "inv";
}

/// How long an invitation waits for an answer.
pub(crate) const OPEN_SECONDS: i64 = 7 * 86_400;

/// How many mails of one partnership may go out in an hour.
pub(crate) const MOST_AN_HOUR: i64 = 60;

/// What is offered, and to whom.
#[derive(Debug, Clone)]
pub struct Invite {
    /// Where the mail goes.
    pub email: EmailAddress,
    /// What the person is called, as far as the one who invites knows.
    pub name: Option<PersonName>,
    /// The organization that the person will act for.
    pub organization: OrganizationId,
    /// Its name, for the mail and the page.
    pub organization_name: Line<200>,
    /// The role.
    pub role: Role,
    /// A word from the one who invites.
    pub note: Option<Prose<1000>>,
    /// The language of the mail.
    pub language: Language,
}

/// An invitation that waits for its answer, as the partnership's pages list it.
#[derive(Debug, Clone)]
pub struct Pending {
    /// The invitation.
    pub id: InvitationId,
    /// Where the mail went.
    pub email: Private<EmailAddress>,
    /// The organization that the person will act for.
    pub organization: OrganizationId,
    /// The role.
    pub role: Role,
    /// Who invited.
    pub invited_by: Option<PersonId>,
    /// When the last mail went out.
    pub sent_at: Instant,
    /// When the link ends, or ended.
    pub ends_at: Instant,
}

/// An open invitation, found by its secret.
#[derive(Debug, Clone)]
pub(crate) struct Open {
    pub(crate) id: InvitationId,
    pub(crate) partnership: PartnershipId,
    pub(crate) partnership_name: String,
    pub(crate) invite: Invite,
    pub(crate) invited_by: Option<PersonId>,
}

//! What the record says of accounts. It names persons by their identifier, never by name,
//! address or secret.

use base::{OrganizationId, PersonId, Role, SessionId};
use store::{Event, Subject};

use crate::{InvitationId, PasskeyId, TokenId, link::Purpose, session::Proof};

macro_rules! account_events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal { $($field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, serde::Serialize)]
        pub(crate) struct $name {
            pub(crate) person: PersonId,
            $(pub(crate) $field: $type,)*
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("account", self.person)
            }
        }
    )+};
}

account_events! {
    /// An account was made.
    AccountMade = "account.made" {}
    /// A person changed their name or language.
    AccountRenamed = "account.renamed" {}
    /// A person's e-mail address changed.
    AddressChanged = "account.address_changed" {}
    /// An account was closed: its person can't sign in any more.
    AccountClosed = "account.closed" {}
    /// A closed account was opened again.
    AccountOpened = "account.opened" {}
    /// A person set a password.
    PasswordSet = "password.set" {}
    /// A person added a passkey.
    PasskeyAdded = "passkey.added" { passkey: PasskeyId }
    /// A person gave a passkey another name.
    PasskeyRenamed = "passkey.renamed" { passkey: PasskeyId }
    /// A person removed a passkey.
    PasskeyRemoved = "passkey.removed" { passkey: PasskeyId }
    /// A person signed in.
    SignedIn = "session.began" { session: SessionId, by: Proof }
    /// A person proved again who they are.
    Proved = "session.proved" { session: SessionId, by: Proof }
    /// A person signed out, or ended one of their sessions.
    SessionEnded = "session.ended" { session: SessionId }
    /// A person ended all their sessions but this one.
    OthersEnded = "session.others_ended" {}
    /// A person made a token for a program.
    TokenMade = "token.made" { token: TokenId, scopes: Vec<String> }
    /// A token was taken back.
    TokenRevoked = "token.revoked" { token: TokenId }
    /// A link to do one thing was made for a person.
    LinkMade = "link.made" { purpose: Purpose }
}

/// The mail of an invitation went out.
#[derive(Debug, Clone, serde::Serialize)]
pub(crate) struct InvitationSent {
    pub(crate) invitation: InvitationId,
}

impl Event for InvitationSent {
    const KIND: &'static str = "invitation.sent";

    fn subject(&self) -> Subject {
        Subject::new("invitation", self.invitation)
    }
}

macro_rules! invitation_events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, serde::Serialize)]
        pub(crate) struct $name {
            pub(crate) invitation: InvitationId,
            pub(crate) person: Option<PersonId>,
            pub(crate) organization: OrganizationId,
            pub(crate) role: Role,
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("invitation", self.invitation)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.organization]
            }
        }
    )+};
}

invitation_events! {
    /// The invited person took the role.
    InvitationAccepted = "invitation.accepted"
    /// The invited person said no.
    InvitationDeclined = "invitation.declined"
}

//! Who a person is: accounts, passwords, passkeys, sessions, API tokens, invitations, and the mail
//! that tells a person what needs them.

mod access;
mod account;
mod behalf;
mod body;
mod entrance;
mod error;
mod events;
mod fields;
mod invitation;
mod link;
mod local;
mod mail;
mod passkey;
pub mod password;
mod routes;
mod secret;
mod session;
mod settings;
mod sign_in;
mod token;

#[cfg(feature = "testing")]
pub mod testing;

pub use account::{
    Account, NewAccount, PersonName,
    commands::{close_account, create_account, open_account},
    queries::{account_of, names},
};
pub use behalf::on_behalf;
pub use entrance::authenticate;
pub use error::Error;
pub use invitation::{
    InvitationId, Invite, Pending,
    commands::{
        invite, resend as resend_invitation, revoke as revoke_invitation,
        revoke_all as revoke_invitations_of,
    },
    queries::pending as pending_invitations,
};
pub use link::{IssuedLink, Use, commands::issue_sign_in_link};
pub use local::{LocalPath, NotLocal};
pub use mail::{Mail, MailConfig, MailLine, Mailbox, Outlet, mailbox, post, tell};
pub use passkey::{PasskeyId, PasskeyName};
pub use password::hashing::{Cost, Hashing};
pub use secret::{Secret, SecretHash, TOKEN_PREFIX};
pub use settings::{Settings, SettingsError, full_address};
pub use token::TokenId;

/// This context's share of the program.
pub const CONTEXT: web::Context = web::Context {
    name: "identity",
    migrations: web::migrations!["20261123_2010_accounts"],
    statements: &[
        account::store::ALL_INSTALLATION,
        invitation::retention::store::ALL,
        invitation::store::ALL,
        invitation::store::ALL_INSTALLATION,
        link::store::ALL_INSTALLATION,
        passkey::store::ALL_INSTALLATION,
        session::store::ALL_INSTALLATION,
        sign_in::store::ALL_INSTALLATION,
        token::store::ALL_INSTALLATION,
    ],
    routes: routes::routes,
    jobs: |jobs| {
        mail::jobs::register(jobs);
        jobs.keeps(&invitation::retention::INVITATIONS);
    },
    catalogs: [include_str!("../messages/en.ftl"), include_str!("../messages/es.ftl")],
    ..web::Context::NOTHING
};

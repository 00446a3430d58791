//! Signing in for real, on both databases.
#![cfg(test)]

mod account;
mod authenticator;
mod invitations;
mod links;
mod passkeys;
mod refusals;
mod sessions;
mod sign_in;
mod store;
mod tokens;

use base::Role;
use identity::testing::{Browser, sign_up, start};
use web::testing::{TestApp, both_databases};

const CONTEXTS: &[web::Context] = &[identity::CONTEXT];
const ALICIA: &str = "alicia@housing.example";

/// The address of the link in the last mail, without the site's own address.
fn link_in_last_mail(app: &TestApp) -> String {
    let mails = app.mails();
    link_in(mails.last().expect("a mail was sent"))
}

/// The address of the link in a mail.
fn link_in(mail: &str) -> String {
    // Quoted-printable: soft line ends and encoded equal signs.
    let plain = mail.replace("=\r\n", "").replace("=3D", "=");
    let (_, rest) = plain.split_once("http://localhost").expect("the mail has a link");
    rest.split(|c: char| c.is_whitespace() || c == '"' || c == '<').next().unwrap().to_owned()
}

/// Lets so many seconds pass.
fn wait(app: &TestApp, seconds: i64) {
    app.clock.set(app.clock.now().plus_seconds(seconds));
}

/// The number of mails whose text holds these words.
fn mails_with(app: &TestApp, words: &str) -> usize {
    app.mails().iter().filter(|mail| mail.replace("=\r\n", "").contains(words)).count()
}

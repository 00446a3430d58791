//! Mails are sent by jobs: after the change, tried again when the server is away.

use std::sync::Arc;

use base::{EmailAddress, Language, PersonId, Private};
use serde::{Deserialize, Serialize};
use store::{Cx, Job, Jobs};
use web::Catalog;

use super::{Letter, Text};
use crate::{
    Error, Secret, access,
    account::{self, Account},
    invitation,
    link::{self, LinkId, Purpose},
    settings::Settings,
};

/// Tells a person something.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Tell {
    pub(crate) person: PersonId,
    pub(crate) key: String,
    pub(crate) args: Vec<(String, String)>,
    pub(crate) link: String,
    /// Another address than the account's: the one that it had.
    pub(crate) email: Option<String>,
}

/// Mails a link. Its secret is made here: it is never in the database.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SendLink {
    pub(crate) link: String,
}

/// Finds out whether an address has an account, and mails its person a link to a new password.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Recover {
    pub(crate) email: String,
}

/// Mails an invitation.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SendInvitation {
    pub(crate) invitation: String,
}

impl Job for Tell {
    const KIND: &'static str = "mail.tell";
}

impl Job for SendLink {
    const KIND: &'static str = "mail.link";
}

impl Job for Recover {
    const KIND: &'static str = "mail.recover";
}

impl Job for SendInvitation {
    const KIND: &'static str = "mail.invitation";
}

/// Says how these jobs are done.
pub(crate) fn register(jobs: &mut Jobs) {
    jobs.on(tell);
    jobs.on(send_link);
    jobs.on(recover);
    jobs.on(send_invitation);
}

async fn tell(cx: Cx, job: Tell) -> Result<(), Error> {
    let tx = cx.read(access::KEEP_UP).await?;
    let account = account::store::by_id(&tx, job.person).await?;
    drop(tx);
    let Some(account) = account.filter(|account| account.closed_at.is_none()) else {
        return Ok(());
    };
    let to = job.email.and_then(|email| email.parse().ok());
    let text = Text {
        key: &job.key,
        args: &job.args,
        link: &job.link,
        lines: &[],
        choices: None,
        language: account.language.unwrap_or(Language::English),
    };
    post(&cx, recipient(&account, to), &text).await
}

async fn send_link(cx: Cx, job: SendLink) -> Result<(), Error> {
    let Ok(id) = job.link.parse::<LinkId>() else { return Ok(()) };
    let secret = Secret::new(cx.secret());
    let mut tx = cx.write(access::KEEP_UP).await?;
    let armed = link::store::arm(&mut tx, id, &secret.hash(), cx.now()).await?;
    // Used or ended meanwhile: there is nothing to send any more.
    let Some((purpose, person, email)) = armed else { return Ok(()) };
    let account = account::store::by_id(&tx, person).await?;
    tx.commit_upkeep().await?;
    let Some(account) = account.filter(|account| account.closed_at.is_none()) else {
        return Ok(());
    };
    let text = Text {
        key: match purpose {
            Purpose::Recover => "identity-mail-recover",
            Purpose::NewAddress => "identity-mail-new-address",
            Purpose::SignIn => "identity-mail-sign-in",
        },
        args: &[],
        link: &format!("{}{}", purpose.path(), secret.text()),
        lines: &[],
        choices: None,
        language: account.language.unwrap_or(Language::English),
    };
    post(&cx, recipient(&account, email), &text).await
}

async fn recover(cx: Cx, job: Recover) -> Result<(), Error> {
    let Ok(email) = job.email.parse() else { return Ok(()) };
    link::commands::make_recovery(&cx, &email).await
}

async fn send_invitation(cx: Cx, job: SendInvitation) -> Result<(), Error> {
    let Ok(id) = job.invitation.parse() else { return Ok(()) };
    let secret = Secret::new(cx.secret());
    let Some(sent) = invitation::commands::arm(&cx, id, &secret).await? else { return Ok(()) };
    let invite = sent.invite;
    let key =
        if invite.note.is_some() { "identity-mail-invited-note" } else { "identity-mail-invited" };
    let args = [
        ("partnership".to_owned(), sent.partnership_name),
        ("organization".to_owned(), invite.organization_name.to_string()),
        ("note".to_owned(), invite.note.map(|note| note.to_string()).unwrap_or_default()),
    ];
    let link = format!("/invitations/{}", secret.text());
    let text = Text {
        key,
        args: &args,
        link: &link,
        lines: &[],
        choices: None,
        language: invite.language,
    };
    post(&cx, (invite.email, invite.name.map(|name| name.to_string())), &text).await
}

/// Writes the letter and hands it over.
pub(super) async fn post(
    cx: &Cx,
    to: (EmailAddress, Option<String>),
    text: &Text<'_>,
) -> Result<(), Error> {
    let settings = Settings::of(cx)?;
    let catalog: Arc<Catalog> =
        cx.extension().ok_or(Error::Unprepared("web::Catalog was not kept in the store"))?;
    let letter = Letter::write(to, text, &catalog, &settings)?;
    settings.mailer.send(letter, cx.now(), cx.secret()).await
}

pub(super) fn recipient(
    account: &Account,
    other: Option<EmailAddress>,
) -> (EmailAddress, Option<String>) {
    let email = other.unwrap_or_else(|| account.email.expose().clone());
    (email, Some(Private::expose(&account.name).to_string()))
}

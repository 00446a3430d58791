//! Mail to a person: what happened, in their language, and a link. Never a client's facts.

pub(crate) mod jobs;
mod letter;
mod mailer;

use base::{Language, PersonId, Private};
use store::{Cx, WriteTx};

pub(crate) use letter::{Letter, Text};
pub(crate) use mailer::Mailer;
pub use mailer::{MailConfig, Outlet};

use crate::{Error, access, account};

/// Where a person's mail goes, and in which language it is written.
#[derive(Debug, Clone)]
pub struct Mailbox {
    account: account::Account,
}

/// A mail to a person. The catalogs hold `<key>-subject` and `<key>-text`.
#[derive(Debug, Clone)]
pub struct Mail<'a> {
    /// What it says, by the start of its keys.
    pub key: &'a str,
    /// What its words need; `count` is a number.
    pub args: &'a [(String, String)],
    /// A path of ours that shows the rest to those who may see it.
    pub link: &'a str,
    /// Further lines, each with a path of ours.
    pub lines: &'a [MailLine],
    /// Where the person says which mails they want.
    pub choices: &'a str,
}

/// A line of a mail that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailLine {
    /// What it says, in the person's language.
    pub text: String,
    /// A path of ours.
    pub link: String,
}

impl Mailbox {
    /// The language in which the person reads.
    #[must_use]
    pub fn language(&self) -> Language {
        self.account.language.unwrap_or(Language::English)
    }

    /// The person's name.
    #[must_use]
    pub fn name(&self) -> Private<String> {
        Private::new(self.account.name.expose().to_string())
    }
}

/// Where a person's mail goes; nowhere when they have no account, or it is closed. For jobs, and for
/// what the holder of a mailed secret does.
///
/// # Errors
/// When the database fails.
pub async fn mailbox(cx: &Cx, person: PersonId) -> Result<Option<Mailbox>, Error> {
    let tx = cx.read(access::MAIL).await?;
    let account = account::store::by_id(&tx, person).await?;
    Ok(account.filter(|account| account.closed_at.is_none()).map(|account| Mailbox { account }))
}

/// Sends a mail at once. For jobs, which are tried again when it fails.
///
/// # Errors
/// When the mail server does not take it.
pub async fn post(cx: &Cx, to: &Mailbox, mail: &Mail<'_>) -> Result<(), Error> {
    let text = Text {
        key: mail.key,
        args: mail.args,
        link: mail.link,
        lines: mail.lines,
        choices: Some(mail.choices),
        language: to.language(),
    };
    jobs::post(cx, jobs::recipient(&to.account, None), &text).await
}

/// Has a mail sent to a person, once the transaction is committed. The catalogs hold `<key>-subject`
/// and `<key>-text`; `link` is a path of ours that shows the rest to those who may see it.
///
/// # Errors
/// When the database fails.
pub async fn tell(
    tx: &mut WriteTx,
    person: PersonId,
    key: &'static str,
    args: &[(&str, String)],
    link: &str,
) -> Result<(), Error> {
    let args = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    let job = jobs::Tell { person, key: key.to_owned(), args, link: link.to_owned(), email: None };
    tx.enqueue(&job).await?;
    Ok(())
}

/// Tells the address that an account has now that it is about to have another one.
pub(crate) async fn tell_old_address(tx: &mut WriteTx, person: PersonId) -> Result<(), Error> {
    let Some(account) = account::store::by_id(tx, person).await? else { return Ok(()) };
    let job = jobs::Tell {
        person,
        key: "identity-mail-address-changed".to_owned(),
        args: Vec::new(),
        link: "/recover".to_owned(),
        email: Some(account.email.expose().as_str().to_owned()),
    };
    tx.enqueue(&job).await?;
    Ok(())
}

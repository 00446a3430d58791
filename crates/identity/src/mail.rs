//! Mail to a person: what happened, in their language, and a link. Never a client's facts.

pub(crate) mod jobs;
mod letter;
mod mailer;

use base::PersonId;
use store::WriteTx;

pub(crate) use letter::{Letter, Text};
pub(crate) use mailer::Mailer;
pub use mailer::{MailConfig, Outlet};

use crate::{Error, account};

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

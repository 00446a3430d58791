//! Making, changing and closing accounts.

use base::{Language, PersonId};
use store::{Cx, WriteTx};

use super::{Account, NewAccount, PersonName, store as table};
use crate::{
    Error, access,
    events::{AccountClosed, AccountMade, AccountOpened, AccountRenamed, PasswordSet},
    mail,
    password::{Password, SHORTEST, weakness},
    session,
    settings::Settings,
    token,
};

/// Makes an account without a password: its person signs in by a link first. For the operator's
/// commands.
///
/// # Errors
/// When the address has an account; for anyone but the operator.
pub async fn create_account(cx: &Cx, new: NewAccount) -> Result<PersonId, Error> {
    access::operator(cx)?;
    let mut tx = cx.write(access::OPERATE).await?;
    let person = cx.new_id();
    if !table::insert(&mut tx, person, &new, cx.now()).await? {
        return Err(Error::field("email", "email_taken"));
    }
    tx.commit(&AccountMade { person }).await?;
    Ok(person)
}

/// Closes an account: ends its sessions and tokens, and lets nobody sign in to it. For the
/// operator's commands.
///
/// # Errors
/// When there is no such account; for anyone but the operator.
pub async fn close_account(cx: &Cx, person: PersonId) -> Result<(), Error> {
    access::operator(cx)?;
    let mut tx = cx.write(access::OPERATE).await?;
    if !table::close(&mut tx, person, Some(cx.now())).await? {
        return Err(table::missing());
    }
    session::store::end_all(&mut tx, person).await?;
    token::store::revoke_all(&mut tx, person).await?;
    Ok(tx.commit(&AccountClosed { person }).await?)
}

/// Opens a closed account again. For the operator's commands.
///
/// # Errors
/// When there is no such account; for anyone but the operator.
pub async fn open_account(cx: &Cx, person: PersonId) -> Result<(), Error> {
    access::operator(cx)?;
    let mut tx = cx.write(access::OPERATE).await?;
    if !table::close(&mut tx, person, None).await? {
        return Err(table::missing());
    }
    Ok(tx.commit(&AccountOpened { person }).await?)
}

/// Changes the person's own name and language.
pub(crate) async fn change(
    cx: &Cx,
    name: PersonName,
    language: Option<Language>,
) -> Result<Account, Error> {
    let mut tx = cx.write(access::CHANGE).await?;
    let person = cx.person()?;
    table::change(&mut tx, person, &name, language).await?;
    let account = table::by_id(&tx, person).await?.ok_or_else(table::missing)?;
    tx.commit(&AccountRenamed { person }).await?;
    Ok(account)
}

/// Sets the person's own password; their other sessions end, since one of them may be why.
pub(crate) async fn set_password(cx: &Cx, password: Password) -> Result<(), Error> {
    let own = super::queries::own(cx).await?;
    check(&password, own.email.expose().as_str(), own.name.expose().as_str())?;
    let kept = Settings::of(cx)?.hashing.keep(password, cx.secret()).await?;
    let mut tx = cx.write(access::SECURE).await?;
    table::keep_password(&mut tx, own.id, &kept, cx.now()).await?;
    session::store::end_others(&mut tx, own.id, cx.actor().person().and_then(|p| p.session))
        .await?;
    told(&mut tx, own.id).await?;
    Ok(tx.commit(&PasswordSet { person: own.id }).await?)
}

/// Tells a person by mail that their password is another one.
pub(crate) async fn told(tx: &mut WriteTx, person: PersonId) -> Result<(), Error> {
    mail::tell(tx, person, "identity-mail-password-set", &[], "/me/security").await
}

/// Refuses a password that is too easy to guess, beside its field.
pub(crate) fn check(password: &Password, email: &str, name: &str) -> Result<(), Error> {
    match weakness(password, &[email, name]) {
        None => Ok(()),
        Some(weak) => {
            let args = vec![("least", SHORTEST.to_string())];
            Err(Error::field_with("password", weak.code(), args))
        }
    }
}

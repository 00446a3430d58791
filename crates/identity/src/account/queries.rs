//! What can be asked about accounts.

use base::{EmailAddress, PersonId, Private};
use store::{Cx, Tx};

use super::{Account, store as table};
use crate::{Error, access};

/// The names of these people, in no order; whoever has no account is left out. One query for
/// up to 50, in any transaction.
///
/// # Errors
/// When the database fails.
pub async fn names(
    tx: &Tx,
    people: &[PersonId],
) -> Result<Vec<(PersonId, Private<String>)>, Error> {
    table::names(tx, people).await
}

/// The signed-in person's own account.
pub(crate) async fn own(cx: &Cx) -> Result<Account, Error> {
    let tx = cx.read(access::SEE).await?;
    table::by_id(&tx, cx.person()?).await?.ok_or_else(table::missing)
}

/// The account with this address, for the operator's commands.
///
/// # Errors
/// For anyone but the operator; when the database fails.
pub async fn account_of(cx: &Cx, email: &EmailAddress) -> Result<Option<Account>, Error> {
    access::operator(cx)?;
    let tx = cx.read(access::OPERATE).await?;
    table::by_email(&tx, email).await
}

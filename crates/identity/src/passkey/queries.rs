//! The passkeys of a person.

use store::Cx;

use super::{Listed, store as table};
use crate::{Error, access};

/// The person's own passkeys, the oldest first.
pub(crate) async fn own(cx: &Cx) -> Result<Vec<Listed>, Error> {
    let tx = cx.read(access::SEE_SECURITY).await?;
    table::list(&tx, cx.person()?).await
}

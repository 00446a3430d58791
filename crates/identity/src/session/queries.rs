//! The sessions of a person.

use store::Cx;

use super::{Session, store as table};
use crate::{Error, access};

/// The person's own sessions, the last used first.
pub(crate) async fn own(cx: &Cx) -> Result<Vec<Session>, Error> {
    let tx = cx.read(access::SEE_SECURITY).await?;
    table::list(&tx, cx.person()?, cx.now()).await
}

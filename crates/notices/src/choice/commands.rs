//! Choosing how one is told.

use ::store::Cx;

use super::{Choices, store};
use crate::{Error, access, events::NoticesTuned};

/// Keeps what the caller chose.
pub(crate) async fn choose(cx: &Cx, choices: &Choices) -> Result<(), Error> {
    let mut tx = cx.write(access::CHANGE).await?;
    store::save(&mut tx, choices).await?;
    Ok(tx.commit(&NoticesTuned { person: cx.person()? }).await?)
}

//! Signing a file that leaves the program.

use ::store::{Cx, log};

use super::{Export, events::Signed, store, text};
use crate::{Error, access};

/// Signs a file and writes down that it left.
pub(crate) async fn sign(cx: &Cx, name: &str, bytes: &[u8]) -> Result<Export, Error> {
    let tx = cx.read(access::EXPORTS).await?;
    let place = tx.place()?;
    let log = log::find(&tx, place.partnership).await?.ok_or(Error::NoLog)?;
    drop(tx);
    let (text, sha256) = text(&log.origin, name, bytes, cx.now());
    let note = cx.store().sign_export(place.partnership, &place.slug, &text).await?;
    let export = Export {
        id: cx.new_id(),
        name: name.to_owned(),
        bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        sha256: sha256.clone(),
        at: cx.now(),
        person: cx.actor().person().map(|person| person.person),
        note,
    };
    let mut tx = cx.write(access::SIGN_EXPORT).await?;
    store::add(&mut tx, &export).await?;
    let Export { id, name, bytes, .. } = &export;
    tx.commit(&Signed { export: *id, name: name.clone(), bytes: *bytes, sha256 }).await?;
    Ok(export)
}

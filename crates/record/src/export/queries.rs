//! Signed exports.

use std::sync::Arc;

use ::store::{Cx, Page, Place};
use partnership::People;

use super::{Export, ExportId, store};
use crate::{Error, access, log::queries as proofs};

/// How many stand on a page.
pub(crate) const A_PAGE: usize = 25;

/// One page of exports, with who made them.
pub(crate) async fn page(
    cx: &Cx,
    after: Option<&str>,
) -> Result<(Arc<Place>, Page<Export>, People), Error> {
    let tx = cx.read(access::EXPORTS).await?;
    let page = store::list(&tx, after, A_PAGE).await?;
    let ids: Vec<_> = page.items.iter().filter_map(|one| one.person).collect();
    let people = partnership::people(&tx, &ids).await?;
    Ok((tx.place()?, page, people))
}

/// One export.
pub(crate) async fn find(cx: &Cx, id: ExportId) -> Result<(Arc<Place>, Export), Error> {
    let tx = cx.read(access::EXPORTS).await?;
    let export = store::find(&tx, id).await?.ok_or(Error::NoExport)?;
    Ok((tx.place()?, export))
}

/// The proof that an export is in the log, once it is.
pub(crate) async fn proof(cx: &Cx, id: ExportId) -> Result<Option<String>, Error> {
    let tx = cx.read(access::EXPORTS).await?;
    let event = store::event(&tx, id).await?.ok_or(Error::NoExport)?;
    drop(tx);
    Ok(proofs::proven(cx, &event).await?.proof.map(|proof| proof.to_string()))
}

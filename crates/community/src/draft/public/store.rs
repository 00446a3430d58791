//! What is published for everybody. Nothing else of a partnership is read here.

use ::store::{Row, Tx, statements, values};
use base::{Date, Title};

use crate::{
    Error,
    draft::{DraftId, Text},
};

statements! {
    DOCUMENTS = "SELECT draft, place, title, holder, '-' AS text, version, published_on
        FROM public_documents WHERE partnership = $1
        ORDER BY published_on DESC, draft DESC LIMIT 200";
    DOCUMENT = "SELECT draft, place, title, holder, text, version, published_on
        FROM public_documents WHERE partnership = $1 AND draft = $2";
}

/// A document that anybody reads.
#[derive(Debug, Clone)]
pub(crate) struct Published {
    pub(crate) draft: DraftId,
    /// The partnership, by name.
    pub(crate) place: String,
    pub(crate) title: Title,
    pub(crate) holder: String,
    pub(crate) text: Text,
    pub(crate) version: i64,
    pub(crate) on: Date,
}

/// The documents of a partnership without their texts, the latest first.
pub(crate) async fn all(tx: &Tx) -> Result<Vec<Published>, Error> {
    tx.query(&DOCUMENTS, Vec::new()).await?.iter().map(published).collect()
}

/// One document, when it is published.
pub(crate) async fn one(tx: &Tx, id: DraftId) -> Result<Option<Published>, Error> {
    let row = tx.optional(&DOCUMENT, values![id]).await?;
    row.as_ref().map(published).transpose()
}

fn published(row: &Row) -> Result<Published, Error> {
    Ok(Published {
        draft: row.get("draft")?,
        place: row.get("place")?,
        title: row.get("title")?,
        holder: row.get("holder")?,
        text: row.get("text")?,
        version: row.get("version")?,
        on: row.get("published_on")?,
    })
}

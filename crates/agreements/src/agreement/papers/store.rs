//! Signed files in the database.

use base::Instant;
use store::{Row, Tx, WriteTx, statements, values};

use super::{NewPaper, Paper};
use crate::{AgreementId, Error};

statements! {
    ADD = "INSERT INTO agreement_papers (partnership, agreement, version, name, hash, size, bytes, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    OF = "SELECT version, name, hash, size, at FROM agreement_papers
        WHERE partnership = $1 AND agreement = $2 ORDER BY version DESC";
    FIND = "SELECT version, name, hash, size, at, bytes FROM agreement_papers
        WHERE partnership = $1 AND agreement = $2 AND version = $3";
}

pub(crate) async fn add(
    tx: &mut WriteTx,
    (agreement, version): (AgreementId, i64),
    (paper, hash): (&NewPaper, &str),
    at: Instant,
) -> Result<(), Error> {
    let size = i64::try_from(paper.bytes.len()).unwrap_or(i64::MAX);
    let values = values![
        agreement,
        version,
        paper.name.clone(),
        hash.to_owned(),
        size,
        paper.bytes.clone(),
        at
    ];
    tx.execute(&ADD, values).await?;
    Ok(())
}

/// Those of an agreement, without their bytes, the latest version first.
pub(crate) async fn of(tx: &Tx, agreement: AgreementId) -> Result<Vec<Paper>, Error> {
    tx.query(&OF, values![agreement]).await?.iter().map(paper).collect()
}

/// The one of a version, with its bytes.
pub(crate) async fn find(
    tx: &Tx,
    (agreement, version): (AgreementId, i64),
) -> Result<Option<(Paper, Vec<u8>)>, Error> {
    let row = tx.optional(&FIND, values![agreement, version]).await?;
    row.as_ref().map(|row| Ok((paper(row)?, row.get("bytes")?))).transpose()
}

fn paper(row: &Row) -> Result<Paper, Error> {
    Ok(Paper {
        version: row.get("version")?,
        name: row.get("name")?,
        hash: row.get("hash")?,
        size: row.get("size")?,
        at: row.get("at")?,
    })
}

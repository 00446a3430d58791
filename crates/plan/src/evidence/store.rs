//! Evidence in the database; a file's bytes lie beside it and are read only to be sent.

use base::WebLink;
use partnership::Names;
use store::{Row, Tx, WriteTx, statements, values};

use super::{Content, Evidence, EvidenceId};
use crate::{CommitmentId, Error};

statements! {
    LIST = "SELECT e.id, e.label, e.link, e.media_type, e.size_bytes, e.added_at, e.added_by,
        e.organization, n.name AS added_by_name
        FROM commitment_evidence e
        LEFT JOIN people n ON n.partnership = e.partnership AND n.person = e.added_by
        WHERE e.partnership = $1 AND e.commitment = $2 ORDER BY e.id";
    COUNT = "SELECT COUNT(*) AS pieces FROM commitment_evidence
        WHERE partnership = $1 AND commitment = $2";
    FIND = "SELECT id, label, link, media_type, size_bytes, added_at, added_by, organization
        FROM commitment_evidence WHERE partnership = $1 AND commitment = $2 AND id = $3";
    ADD = "INSERT INTO commitment_evidence (partnership, commitment, id, label, link, media_type,
        size_bytes, added_at, added_by, organization)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    REMOVE = "DELETE FROM commitment_evidence
        WHERE partnership = $1 AND commitment = $2 AND id = $3";
    KEEP_FILE = "INSERT INTO commitment_files (partnership, evidence, content) VALUES ($1, $2, $3)";
    READ_FILE = "SELECT content FROM commitment_files WHERE partnership = $1 AND evidence = $2";
    DROP_FILE = "DELETE FROM commitment_files WHERE partnership = $1 AND evidence = $2";
}

/// The evidence of a commitment, oldest first, with the names of those who added it.
pub(crate) async fn list(tx: &Tx, of: CommitmentId) -> Result<(Vec<Evidence>, Names), Error> {
    let rows = tx.query(&LIST, values![of]).await?;
    let names = Names::of(&rows, "added_by", "added_by_name")?;
    Ok((rows.iter().map(evidence).collect::<Result<_, Error>>()?, names))
}

/// How many pieces a commitment has.
pub(crate) async fn count(tx: &Tx, of: CommitmentId) -> Result<i64, Error> {
    Ok(tx.one(&COUNT, values![of]).await?.get("pieces")?)
}

pub(crate) async fn find(tx: &Tx, of: CommitmentId, id: EvidenceId) -> Result<Evidence, Error> {
    let row = tx.optional(&FIND, values![of, id]).await?.ok_or(Error::Missing)?;
    evidence(&row)
}

pub(crate) async fn add(
    tx: &mut WriteTx,
    of: CommitmentId,
    evidence: &Evidence,
    bytes: Option<Vec<u8>>,
) -> Result<(), Error> {
    let (link, media_type, size_bytes) = match &evidence.content {
        Content::Link(link) => (Some(link), None, None),
        Content::File { media_type, size_bytes } => (None, Some(*media_type), Some(*size_bytes)),
    };
    let values = values![
        of,
        evidence.id,
        evidence.label,
        link,
        media_type,
        size_bytes,
        evidence.added_at,
        evidence.added_by,
        evidence.organization,
    ];
    tx.execute(&ADD, values).await?;
    if let Some(bytes) = bytes {
        tx.execute(&KEEP_FILE, values![evidence.id, bytes]).await?;
    }
    Ok(())
}

pub(crate) async fn remove(
    tx: &mut WriteTx,
    of: CommitmentId,
    id: EvidenceId,
) -> Result<(), Error> {
    tx.execute(&DROP_FILE, values![id]).await?;
    tx.execute(&REMOVE, values![of, id]).await?;
    Ok(())
}

pub(crate) async fn bytes(tx: &Tx, id: EvidenceId) -> Result<Vec<u8>, Error> {
    let row = tx.optional(&READ_FILE, values![id]).await?.ok_or(Error::Missing)?;
    Ok(row.get("content")?)
}

fn evidence(row: &Row) -> Result<Evidence, Error> {
    let link: Option<WebLink> = row.get("link")?;
    let content = match link {
        Some(link) => Content::Link(link),
        None => {
            Content::File { media_type: row.get("media_type")?, size_bytes: row.get("size_bytes")? }
        }
    };
    Ok(Evidence {
        id: row.get("id")?,
        label: row.get("label")?,
        content,
        added_at: row.get("added_at")?,
        added_by: row.get("added_by")?,
        organization: row.get("organization")?,
    })
}

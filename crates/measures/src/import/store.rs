//! The table of files that were sent.

use ::store::{Cursor, KeyPart, Page, Row, Tx, WriteTx, values};
use base::{Instant, PersonId};

use web::ImportReport;

use super::{ImportId, Options};
use crate::Error;

store::statements! {
    INSERT = "INSERT INTO measure_imports (partnership, id, state, file, sha256, content, options,
        person, at, done_at, report)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    LOAD = "SELECT id, state, file, sha256, options, person, at, done_at, report
        FROM measure_imports WHERE partnership = $1 AND id = $2";
    CONTENT = "SELECT content FROM measure_imports
        WHERE partnership = $1 AND id = $2 AND state IN ('draft', 'waiting')";
    BEGIN = "UPDATE measure_imports SET state = 'waiting', options = $3
        WHERE partnership = $1 AND id = $2 AND state = 'draft'";
    FINISH = "UPDATE measure_imports SET state = $3, done_at = $4, report = $5, content = $6
        WHERE partnership = $1 AND id = $2 AND state IN ('draft', 'waiting')";
    STALE = "SELECT id FROM measure_imports WHERE partnership = $1 AND state = 'draft' AND at < $2
        LIMIT 100";
    GRANTS = "SELECT organization, role FROM grants WHERE partnership = $1 AND person = $2";
    LIST = "SELECT id, state, file, sha256, options, person, at, done_at, report
        FROM measure_imports WHERE partnership = $1 AND state <> 'dropped'";
}

store::clauses! {
    BEFORE of LIST = "AND (at, id) < ($?, $?)";
    NEWEST of LIST = "ORDER BY at DESC, id DESC LIMIT $?";
}

base::words! {
    /// What became of a file that was sent.
    pub enum ImportState {
        /// It waits for the one who sent it to say that it should be taken.
        Draft = "draft",
        /// It waits for its turn.
        Waiting = "waiting",
        /// It was taken.
        Done = "done",
        /// Nothing of it was taken: its report says why.
        Failed = "failed",
        /// It was dropped before it was taken.
        Dropped = "dropped",
    }
}

/// A file that was sent, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Import {
    /// Its identifier.
    pub id: ImportId,
    /// What became of it.
    pub state: ImportState,
    /// What it is called.
    pub file: String,
    /// Its SHA-256 in hexadecimal digits.
    pub sha256: String,
    /// How it is to be taken.
    pub options: Options,
    /// Who sent it; nothing when a command did.
    pub person: Option<PersonId>,
    /// When.
    pub at: Instant,
    /// When it was taken.
    pub done_at: Option<Instant>,
    /// What came of it.
    pub report: Option<ImportReport>,
}

/// Writes a file that was sent, with its bytes as long as it is not taken.
pub(crate) async fn insert(
    tx: &mut WriteTx,
    import: &Import,
    content: Vec<u8>,
) -> Result<(), Error> {
    let unreadable = |source| Error::ImportUnreadable { id: import.id, source };
    let options = serde_json::to_string(&import.options).map_err(unreadable)?;
    let report =
        import.report.as_ref().map(serde_json::to_string).transpose().map_err(unreadable)?;
    let values = values![
        import.id,
        import.state,
        import.file,
        import.sha256,
        base::Value::Blob(content),
        options,
        import.person,
        import.at,
        import.done_at,
        report,
    ];
    tx.execute(&INSERT, values).await?;
    Ok(())
}

/// The file that was sent.
pub(crate) async fn load(tx: &Tx, id: ImportId) -> Result<Import, Error> {
    let row = tx.optional(&LOAD, values![id]).await?;
    import_of(&row.ok_or(Error::ImportMissing { id })?)
}

/// Its bytes.
pub(crate) async fn content(tx: &Tx, id: ImportId) -> Result<Vec<u8>, Error> {
    let row = tx.optional(&CONTENT, values![id]).await?;
    Ok(row.ok_or(Error::ImportClosed { id })?.get("content")?)
}

/// Says that it should be taken in this way.
pub(crate) async fn begin(tx: &mut WriteTx, id: ImportId, options: &Options) -> Result<(), Error> {
    let options = serde_json::to_string(options);
    let options = options.map_err(|source| Error::ImportUnreadable { id, source })?;
    match tx.execute(&BEGIN, values![id, options]).await? {
        0 => Err(Error::ImportClosed { id }),
        _ => Ok(()),
    }
}

/// Says what came of it; its bytes go away.
pub(crate) async fn finish(
    tx: &mut WriteTx,
    id: ImportId,
    state: ImportState,
    at: Instant,
    report: Option<&ImportReport>,
) -> Result<(), Error> {
    let report = report.map(serde_json::to_string).transpose();
    let report = report.map_err(|source| Error::ImportUnreadable { id, source })?;
    let values = values![id, state, at, report, base::Value::Blob(Vec::new())];
    match tx.execute(&FINISH, values).await? {
        0 => Err(Error::ImportClosed { id }),
        _ => Ok(()),
    }
}

/// Drafts that nobody came back to since an instant.
pub(crate) async fn stale(tx: &Tx, before: Instant) -> Result<Vec<ImportId>, Error> {
    let rows = tx.query(&STALE, values![before]).await?;
    rows.iter().map(|row| row.get("id").map_err(Error::from)).collect()
}

/// What a person may be here, for a job that goes on with what they asked for.
pub(crate) async fn standing(tx: &Tx, person: PersonId) -> Result<::store::Standing, Error> {
    let rows = tx.query(&GRANTS, values![person]).await?;
    let grant = |row: &Row| Ok((row.get("organization")?, row.get("role")?));
    let grants = rows.iter().map(grant).collect::<Result<_, ::store::Error>>()?;
    Ok(::store::Standing { grants, system: false })
}

/// The files that were sent, the newest first.
pub(crate) async fn list(
    tx: &Tx,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Import>, Error> {
    let after =
        after.map(|mark| Cursor::decode(mark, &[KeyPart::Whole, KeyPart::Text])).transpose()?;
    let one_more = i64::try_from(limit).unwrap_or(i64::MAX - 1) + 1;
    let query = LIST
        .select(values![])
        .and_if(&BEFORE, after.map(|Cursor(key)| key))
        .and(&NEWEST, values![one_more]);
    let rows = tx.query(query, values![]).await?;
    let imports = rows.iter().map(import_of).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(imports, limit, |import| Cursor(values![import.at, import.id])))
}

fn import_of(row: &Row) -> Result<Import, Error> {
    let id = row.get("id")?;
    let unreadable = |source| Error::ImportUnreadable { id, source };
    let report: Option<String> = row.get("report")?;
    Ok(Import {
        id,
        state: row.get("state")?,
        file: row.get("file")?,
        sha256: row.get("sha256")?,
        options: serde_json::from_str(&row.get::<String>("options")?).map_err(unreadable)?,
        person: row.get("person")?,
        at: row.get("at")?,
        done_at: row.get("done_at")?,
        report: report.map(|text| serde_json::from_str(&text)).transpose().map_err(unreadable)?,
    })
}

//! Amendments in the database.

use store::{Row, Tx, WriteTx, statements, values};

use super::{Amendment, AmendmentId, Answer, Span, Words};
use crate::{
    Error,
    draft::{DraftError, DraftId},
    talk::Voice,
};

statements! {
    LOAD = "SELECT id, draft, version, first_line, last_line, before, after, why, person,
        organization, at, state, answer, answered_by, answered_for, answered_at, taken_in, revision
        FROM draft_amendments WHERE partnership = $1 AND id = $2 AND draft = $3";
    OF_DRAFT = "SELECT id, draft, version, first_line, last_line, before, after, why, person,
        organization, at, state, answer, answered_by, answered_for, answered_at, taken_in, revision
        FROM draft_amendments WHERE partnership = $1 AND draft = $2
        ORDER BY CASE WHEN state = 'open' THEN 0 ELSE 1 END, id DESC LIMIT 200";
    INSERT = "INSERT INTO draft_amendments (partnership, id, draft, version, first_line, last_line,
        before, after, why, person, organization, at, state, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)";
    SAVE = "UPDATE draft_amendments SET state = $4, answer = $5, answered_by = $6,
        answered_for = $7, answered_at = $8, taken_in = $9, revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $3";
}

pub(crate) async fn load(tx: &Tx, draft: DraftId, id: AmendmentId) -> Result<Amendment, Error> {
    let row = tx.optional(&LOAD, values![id, draft]).await?.ok_or(DraftError::Missing)?;
    amendment(&row)
}

/// Those of a draft, the ones that wait for an answer first.
pub(crate) async fn of_draft(tx: &Tx, draft: DraftId) -> Result<Vec<Amendment>, Error> {
    tx.query(&OF_DRAFT, values![draft]).await?.iter().map(amendment).collect()
}

/// Writes a new amendment.
pub(crate) async fn insert(tx: &mut WriteTx, one: &Amendment) -> Result<(), Error> {
    let (span, by) = (one.span, one.by);
    let values = values![
        one.id,
        one.draft,
        span.version,
        span.first,
        span.last,
        one.before,
        one.after.as_ref().map_or("", Words::as_str),
        one.why,
        by.person,
        by.organization,
        by.at,
        one.standing
    ];
    tx.execute(&INSERT, values).await?;
    Ok(())
}

/// Writes what was answered, if nobody else answered.
pub(crate) async fn save(tx: &mut WriteTx, one: &mut Amendment) -> Result<(), Error> {
    let answer = one.answer.as_ref();
    let values = values![
        one.id,
        one.revision,
        one.standing,
        answer.and_then(|answer| answer.words.as_ref()),
        answer.map(|answer| answer.by.person),
        answer.map(|answer| answer.by.organization),
        answer.map(|answer| answer.by.at),
        answer.and_then(|answer| answer.version)
    ];
    tx.execute_fresh(&SAVE, values).await.map_err(|error| {
        if matches!(error, store::Error::Stale) {
            Error::Draft(DraftError::Changed)
        } else {
            error.into()
        }
    })?;
    one.revision = one.revision.next();
    Ok(())
}

fn amendment(row: &Row) -> Result<Amendment, Error> {
    let answered = (row.get("answered_by")?, row.get("answered_for")?, row.get("answered_at")?);
    let answer = match answered {
        (Some(person), Some(organization), Some(at)) => Some(Answer {
            by: Voice { person, organization, at },
            words: row.get("answer")?,
            version: row.get("taken_in")?,
        }),
        (None | Some(_), _, _) => None,
    };
    let after: Words = row.get("after")?;
    Ok(Amendment {
        id: row.get("id")?,
        draft: row.get("draft")?,
        span: Span {
            version: row.get("version")?,
            first: row.get("first_line")?,
            last: row.get("last_line")?,
        },
        before: row.get("before")?,
        after: Some(after).filter(|after| !after.as_str().is_empty()),
        why: row.get("why")?,
        by: Voice {
            person: row.get("person")?,
            organization: row.get("organization")?,
            at: row.get("at")?,
        },
        standing: row.get("state")?,
        answer,
        revision: row.get("revision")?,
    })
}

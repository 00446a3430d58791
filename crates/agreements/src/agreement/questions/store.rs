//! Answers to the four questions in the database.

use store::{Row, Tx, WriteTx, statements, values};

use super::Reply;
use crate::{AgreementId, Error};

statements! {
    ADD = "INSERT INTO agreement_replies (partnership, agreement, number, question, reply, deciders,
        person, organization, at, said_on)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9
        FROM agreement_replies WHERE partnership = $1 AND agreement = $2";
    LATEST = "SELECT question, reply, deciders, person, organization, at, said_on
        FROM agreement_replies r WHERE partnership = $1 AND agreement = $2
        AND number = (SELECT MAX(n.number) FROM agreement_replies n
            WHERE n.partnership = r.partnership AND n.agreement = r.agreement
            AND n.question = r.question)
        ORDER BY number";
}

pub(crate) async fn add(
    tx: &mut WriteTx,
    agreement: AgreementId,
    reply: &Reply,
) -> Result<(), Error> {
    let Reply { question, reply, deciders, person, organization, at, on } = reply;
    let values = values![
        agreement,
        *question,
        reply.clone(),
        deciders.clone(),
        *person,
        *organization,
        *at,
        *on
    ];
    tx.execute(&ADD, values).await?;
    Ok(())
}

/// The answer that stands to each question, in the order in which they were given.
pub(crate) async fn latest(tx: &Tx, agreement: AgreementId) -> Result<Vec<Reply>, Error> {
    tx.query(&LATEST, values![agreement]).await?.iter().map(reply).collect()
}

fn reply(row: &Row) -> Result<Reply, Error> {
    Ok(Reply {
        question: row.get("question")?,
        reply: row.get("reply")?,
        deciders: row.get("deciders")?,
        person: row.get("person")?,
        organization: row.get("organization")?,
        at: row.get("at")?,
        on: row.get("said_on")?,
    })
}

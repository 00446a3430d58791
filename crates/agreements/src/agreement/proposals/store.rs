//! Proposals in the database.

use store::{Row, Tx, WriteTx, statements, values};

use super::{Decided, Fate, Proposal, ProposalId};
use crate::{AgreementId, Error};

statements! {
    ADD = "INSERT INTO agreement_proposals (partnership, id, agreement, version, part, proposed,
        reason, organization, person, at, fate) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open')";
    OF = "SELECT id, version, part, proposed, reason, organization, person, at, fate, decided_by,
        decided_at, decision FROM agreement_proposals
        WHERE partnership = $1 AND agreement = $2 ORDER BY at, id LIMIT 200";
    SETTLE = "UPDATE agreement_proposals SET fate = $3, decided_by = $4, decided_at = $5,
        decision = $6 WHERE partnership = $1 AND id = $2 AND fate = 'open'";
}

pub(crate) async fn add(
    tx: &mut WriteTx,
    agreement: AgreementId,
    proposal: &Proposal,
) -> Result<(), Error> {
    let values = values![
        proposal.id,
        agreement,
        proposal.version,
        proposal.part,
        proposal.proposed.clone(),
        proposal.reason.clone(),
        proposal.organization,
        proposal.person,
        proposal.at
    ];
    tx.execute(&ADD, values).await?;
    Ok(())
}

/// Those of an agreement, in the order in which they came.
pub(crate) async fn of(tx: &Tx, agreement: AgreementId) -> Result<Vec<Proposal>, Error> {
    tx.query(&OF, values![agreement]).await?.iter().map(proposal).collect()
}

pub(crate) async fn settle(
    tx: &mut WriteTx,
    id: ProposalId,
    fate: Fate,
    decided: &Decided,
) -> Result<(), Error> {
    let values = values![id, fate, decided.person, decided.at, decided.why.clone()];
    tx.execute(&SETTLE, values).await?;
    Ok(())
}

fn proposal(row: &Row) -> Result<Proposal, Error> {
    let at: Option<base::Instant> = row.get("decided_at")?;
    let decided = match at {
        Some(at) => Some(Decided { person: row.get("decided_by")?, at, why: row.get("decision")? }),
        None => None,
    };
    Ok(Proposal {
        id: row.get("id")?,
        version: row.get("version")?,
        part: row.get("part")?,
        proposed: row.get("proposed")?,
        reason: row.get("reason")?,
        organization: row.get("organization")?,
        person: row.get("person")?,
        at: row.get("at")?,
        fate: row.get("fate")?,
        decided,
    })
}

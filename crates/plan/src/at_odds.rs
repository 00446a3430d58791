//! Who is at odds over a commitment or a decision: for the register of disagreements.

use base::OrganizationId;
use store::{Cx, Permission};

use crate::{
    Error, access, commitment,
    decision::{self, Voter, count::Stance},
};

const COMMITMENTS: &[Permission] = &[access::READ];
const DECISIONS: &[Permission] = &[access::READ_DECISIONS];

/// Who is at odds over a record of the plan: the two sides of a commitment; of a decision the one
/// that brings it and those whose objections the reader may see. Nobody over other records.
///
/// # Errors
/// When the caller may not read it, or there is none.
pub async fn at_odds(cx: &Cx, kind: &str, id: &str) -> Result<Vec<OrganizationId>, Error> {
    match kind {
        "commitment" => {
            let id = id.parse().map_err(|_wrong| Error::Missing)?;
            let own = cx.clone().declaring(COMMITMENTS);
            let record = commitment::queries::commitment(&own, id).await?;
            let receiver = record.commitment.receiver.organization();
            Ok([Some(record.commitment.promiser), receiver].into_iter().flatten().collect())
        }
        "decision" => {
            let id = id.parse().map_err(|_wrong| Error::Missing)?;
            let own = cx.clone().declaring(DECISIONS);
            let record = decision::queries::decision(&own, id).await?;
            let rounds = record.decision.rounds();
            let last = rounds.last().map(|round| record.visible(rounds.len() - 1, round));
            let objects = last.unwrap_or_default().into_iter().filter_map(|given| {
                let objects = given.position.stance() == Some(Stance::Object);
                let of = match given.voter {
                    Voter::Organization(of) => Some(of),
                    Voter::Seat(_) => {
                        let mut roll = record.decision.roll().iter();
                        roll.find(|one| one.voter == given.voter).map(|one| one.organization)
                    }
                };
                of.filter(|_| objects)
            });
            let owner = record.decision.question().owner;
            Ok(std::iter::once(owner).chain(objects).collect())
        }
        _ => Ok(Vec::new()),
    }
}

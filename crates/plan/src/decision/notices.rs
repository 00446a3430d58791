//! Who hears of what: those who may answer, when a question or a new round waits for them and when
//! it is over. A mail holds a link and never what is asked or was said.

use std::collections::BTreeSet;

use base::PersonId;
use store::WriteTx;

use super::{Act, Decision, Step, Voter};
use crate::Error;

/// Tells those who must know of a step.
pub(super) async fn tell_of(
    tx: &mut WriteTx,
    decision: &Decision,
    step: &Step,
) -> Result<(), Error> {
    let key = match &step.act {
        Act::Put { .. } => "decisions-mail-put",
        Act::Amended { .. } => "decisions-mail-amended",
        Act::Closed { .. } => "decisions-mail-closed",
        Act::Withdrawn { .. } if !decision.roll().is_empty() => "decisions-mail-withdrawn",
        Act::Proposed { .. }
        | Act::Revised { .. }
        | Act::Given { .. }
        | Act::TakenBack { .. }
        | Act::Withdrawn { .. } => return Ok(()),
    };
    let mut people = people_behind(tx, decision).await?;
    people.remove(&step.voice.person);
    let link = format!("/p/{}/decisions/{}", tx.place()?.slug, decision.id);
    for person in people {
        identity::tell(tx, person, key, &[], &link).await?;
    }
    Ok(())
}

/// Those who may answer, and on advice those who decide.
async fn people_behind(tx: &mut WriteTx, decision: &Decision) -> Result<BTreeSet<PersonId>, Error> {
    let mut people = BTreeSet::new();
    let way = &decision.question().way;
    let seats = match way.electorate().and_then(super::Electorate::body) {
        Some(body) => partnership::seats_in(tx, body).await?,
        None => Vec::new(),
    };
    for entry in decision.roll() {
        match entry.voter {
            Voter::Organization(organization) => {
                people.extend(partnership::leads_of(tx, organization).await?);
            }
            Voter::Seat(id) => {
                let seat = seats.iter().find(|seat| seat.id == id);
                people.extend(seat.and_then(|seat| seat.holder));
            }
        }
    }
    if let Some(decider) = way.decider() {
        people.extend(partnership::leads_of(tx, decider).await?);
    }
    Ok(people)
}

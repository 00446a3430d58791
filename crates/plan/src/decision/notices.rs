//! Who hears of what: those who may answer, when a question or a new round waits for them and when
//! it is over. A mail holds a link and never what is asked or was said.

use std::collections::BTreeSet;

use ::notices::{Kind, Notice};
use base::PersonId;
use store::{Subject, WriteTx};

use super::{Act, Decision, Step, Voter};
use crate::Error;

/// Tells those who must know of a step.
pub(super) async fn tell_of(
    tx: &mut WriteTx,
    decision: &Decision,
    step: &Step,
) -> Result<(), Error> {
    let about = Subject::new("decision", decision.id);
    let (kind, key) = match &step.act {
        Act::Put { .. } => (Kind::NeedsYou, "decisions-mail-put"),
        Act::Amended { .. } => (Kind::NeedsYou, "decisions-mail-amended"),
        Act::Closed { .. } => (Kind::ToKnow, "decisions-mail-closed"),
        Act::Withdrawn { .. } if !decision.roll().is_empty() => {
            (Kind::ToKnow, "decisions-mail-withdrawn")
        }
        Act::Given { voter, .. } => {
            // Whoever has answered is asked no more; the others still are.
            let people = people_of(tx, decision, &[*voter]).await?;
            return Ok(::notices::settle_for(tx, &people, &about).await?);
        }
        Act::Proposed { .. }
        | Act::Revised { .. }
        | Act::TakenBack { .. }
        | Act::Withdrawn { .. } => return Ok(()),
    };
    ::notices::settle(tx, &about).await?;
    let mut people = people_behind(tx, decision).await?;
    people.remove(&step.voice.person);
    let notice = Notice {
        kind,
        key,
        args: Vec::new(),
        title: Some(decision.question().title.to_string()),
        link: format!("/p/{}/decisions/{}", tx.place()?.slug, decision.id),
        about,
        answers: &[],
    };
    Ok(::notices::tell(tx, &people, &notice).await?)
}

/// Those who may answer, and on advice those who decide.
async fn people_behind(tx: &mut WriteTx, decision: &Decision) -> Result<BTreeSet<PersonId>, Error> {
    let voters: Vec<Voter> = decision.roll().iter().map(|entry| entry.voter).collect();
    let mut people = people_of(tx, decision, &voters).await?;
    if let Some(decider) = decision.question().way.decider() {
        people.extend(partnership::leads_of(tx, decider).await?);
    }
    Ok(people)
}

/// Those who speak for some of the voters.
async fn people_of(
    tx: &mut WriteTx,
    decision: &Decision,
    voters: &[Voter],
) -> Result<BTreeSet<PersonId>, Error> {
    let mut people = BTreeSet::new();
    let seats = match decision.question().way.electorate().and_then(super::Electorate::body) {
        Some(body) => partnership::seats_in(tx, body).await?,
        None => Vec::new(),
    };
    for voter in voters {
        match voter {
            Voter::Organization(organization) => {
                people.extend(partnership::leads_of(tx, *organization).await?);
            }
            Voter::Seat(id) => {
                let seat = seats.iter().find(|seat| seat.id == *id);
                people.extend(seat.and_then(|seat| seat.holder));
            }
        }
    }
    Ok(people)
}

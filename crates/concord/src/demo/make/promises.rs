//! Lets people take their turns with their promises.

use base::{Date, Reason};
use plan::{
    Claim, CommitmentId, Note, Origin, OriginKind, Proof, Proposal, Receiver, Target, Terms,
    commands,
};
use store::Cx;

use super::{Maker, parsed};
use crate::{
    demo::story::{Deed, Tale},
    failure::Failure,
};

impl Maker<'_> {
    pub(super) async fn take_turn(&mut self, tale: usize, turn: usize) -> Result<(), Failure> {
        let told = self.tales.get(tale);
        let Some((told, turn)) = told.and_then(|told| Some((told, told.turns.get(turn)?))) else {
            return Ok(());
        };
        let cx = self.person_in(&turn.who, &told.promise.place, turn.at)?;
        let because = || {
            let (title, who) = (&told.promise.title, &turn.who);
            Failure::because(format!("the promise `{title}`: {:?} by {who}", turn.deed))
        };
        let made = match &turn.deed {
            Deed::Offer { due } => {
                let offered = commands::offer(&cx, self.proposal(told, *due)?, None).await;
                Some(offered.map_err(because())?.id)
            }
            Deed::Ask { due } => {
                let asked = commands::ask(&cx, self.proposal(told, *due)?).await;
                Some(asked.map_err(because())?.id)
            }
            Deed::Accept
            | Deed::Decline { .. }
            | Deed::Counter { .. }
            | Deed::ClaimDone { .. }
            | Deed::Confirm { .. }
            | Deed::NotYet { .. }
            | Deed::Move { .. }
            | Deed::Explain { .. }
            | Deed::Break { .. }
            | Deed::Withdraw { .. } => {
                let id = self.promised.get(&tale).copied();
                let id = id.ok_or_else(|| super::unknown("promise", &told.promise.title))?;
                answer(&cx, id, told, &turn.deed).await?.map_err(because())?;
                None
            }
        };
        if let Some(id) = made {
            self.promised.insert(tale, id);
        }
        Ok(())
    }

    fn proposal(&self, tale: &Tale, due: Date) -> Result<Proposal, Failure> {
        let receiver = match tale.promise.to.as_str() {
            "all" => Receiver::Partnership,
            key => Receiver::Organization(self.organization(key)?),
        };
        let origin = match &tale.origin {
            None => Origin { kind: OriginKind::OwnOffer, reference: None, link: None },
            Some(origin) => Origin {
                kind: parsed(&origin.kind)?,
                reference: Some(parsed(&origin.reference)?),
                link: None,
            },
        };
        Ok(Proposal {
            promiser: self.organization(&tale.promise.from)?,
            receiver,
            terms: terms(tale, due)?,
            origin,
            goal: tale.goal.as_deref().map(parsed).transpose()?,
            serves: self.goal_of(tale),
            decided: None,
            idea: None,
        })
    }

    /// The goal of the plan that a promise carries, once the plan is made.
    fn goal_of(&self, tale: &Tale) -> Option<plan::goal::ItemId> {
        let place = self.content.partnerships.iter().find(|one| one.key == tale.promise.place)?;
        let named = tale.goal.as_ref().filter(|_| place.key == "riverbend")?;
        let number = place.goals.iter().position(|goal| goal == named)? + 1;
        self.planned.get(&number.to_string()).copied()
    }
}

fn terms(tale: &Tale, due: Date) -> Result<Terms, Failure> {
    let details = Some(parsed(&tale.promise.result)?);
    Ok(Terms { title: parsed(&tale.promise.title)?, details, due })
}

/// Everything but the first turn. The outer error is a text of ours, the inner one a refusal.
async fn answer(
    cx: &Cx,
    id: CommitmentId,
    tale: &Tale,
    deed: &Deed,
) -> Result<Result<(), plan::Error>, Failure> {
    let target = Target { id, seen: None };
    let note = |text: &Option<String>| text.as_deref().map(parsed::<Note>).transpose();
    let why = |text: &str| parsed::<Reason>(text);
    let done = match deed {
        Deed::Accept => commands::accept(cx, target, None).await,
        Deed::Decline { why: text } => commands::decline(cx, target, why(text)?).await,
        Deed::Counter { due, why: text } => {
            commands::counter(cx, target, terms(tale, *due)?, Some(why(text)?)).await
        }
        Deed::ClaimDone { note: text, proof } => {
            let proof = match proof {
                Some(link) => Some((parsed(&tale.promise.title)?, Proof::Link(parsed(link)?))),
                None => None,
            };
            commands::claim_done(cx, target, Claim { note: note(text)?, proof }).await
        }
        Deed::Confirm { thanks } => commands::confirm(cx, target, note(thanks)?).await,
        Deed::NotYet { why: text } => commands::not_yet(cx, target, why(text)?).await,
        Deed::Move { to, why: text } => commands::move_date(cx, target, *to, why(text)?).await,
        Deed::Explain { why: text } => commands::explain(cx, target, why(text)?).await,
        Deed::Break { why: text } => commands::break_off(cx, target, why(text)?).await,
        Deed::Withdraw { why: text } => commands::withdraw(cx, target, Some(why(text)?)).await,
        // The first turn of a tale, which has no target yet.
        Deed::Offer { .. } | Deed::Ask { .. } => return Ok(Ok(())),
    };
    Ok(done.map(drop))
}

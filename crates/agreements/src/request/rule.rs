//! A person's decision about a request that waits.

use ::store::{Cx, WriteTx};
use base::{Line, Reason};
use policy::Answer;

use super::{DataRequest, Decided, Outcome, RequestError, RequestId, State, release, store};
use crate::{
    Error, Name, access,
    decision::{self, Acting},
    notices,
    receipt::Receipt,
    vocabulary::store as ground,
};

base::words! {
    /// What a person decides.
    pub enum Verdict {
        /// What no rule withholds may go.
        Release = "release",
        /// Nothing goes.
        Refuse = "refuse",
    }
}

/// A person's decision.
#[derive(Debug, Clone)]
pub struct Ruling {
    /// Whether something goes.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// The law or paper that it rests on.
    pub basis: Option<Line<300>>,
    /// What a court's order says may go, as counsel read it; nothing when there is none.
    pub scope: Vec<Name>,
}

/// Decides a request that waits: nothing goes that a rule withholds.
///
/// # Errors
/// When it does not wait, the caller asked it or does not answer for the holder's data, or nothing could go.
pub async fn rule(cx: &Cx, id: RequestId, ruling: Ruling) -> Result<Receipt, Error> {
    let mut tx = cx.write(access::RULE).await?;
    let request = store::find(&tx, id).await?;
    if !access::answers_for(&tx.place()?.standing, request.holder) {
        return Err(RequestError::Missing.into());
    }
    let me = cx.person()?;
    if request.asker == me {
        return Err(RequestError::OwnRequest.into());
    }
    let decided = Decided {
        by: me,
        at: cx.now(),
        reason: ruling.reason.clone(),
        basis: ruling.basis.clone(),
    };
    let (receipt, events) = settle(cx, &mut tx, &request, &ruling, decided).await?;
    notices::decided(&mut tx, &request).await?;
    tx.commit_all(events).await?;
    Ok(receipt)
}

async fn settle(
    cx: &Cx,
    tx: &mut WriteTx,
    request: &DataRequest,
    ruling: &Ruling,
    decided: Decided,
) -> Result<(Receipt, Vec<::store::Written>), Error> {
    if request.state != State::Held {
        return Err(RequestError::NotHeld { state: request.state }.into());
    }
    let user = ground::user(tx, request.asker).await?;
    let acting = Acting { user: &user, assurance: request.assurance };
    let considered = decision::consider(tx, cx, acting, &request.ask(Some(ruling))).await?;
    let outcome = Outcome::of(&considered, Some(ruling));
    let state = match (ruling.verdict, outcome.answer) {
        (Verdict::Refuse, _) => State::Refused,
        (Verdict::Release, Answer::Permit | Answer::PermitPartial) => State::Released,
        (Verdict::Release, Answer::Deny | Answer::Hold) => {
            return Err(RequestError::NothingToRelease.into());
        }
    };
    let parts = (&considered, &outcome);
    let (receipt, events) = release::issue(cx, tx, request, parts, Some(ruling)).await?;
    if !store::decide(tx, request.id, state, Some(&decided), receipt.id).await? {
        return Err(RequestError::NotHeld { state: request.state }.into());
    }
    Ok((receipt, events))
}

/// What would go if a person released it now: for the page on which they decide.
pub(crate) async fn preview(
    cx: &Cx,
    tx: &::store::Tx,
    request: &DataRequest,
) -> Result<Outcome, Error> {
    let user = ground::user(tx, request.asker).await?;
    let acting = Acting { user: &user, assurance: request.assurance };
    let considered = decision::consider(tx, cx, acting, &request.ask(None)).await?;
    Ok(Outcome::of(&considered, None))
}

/// Looks again at what waits about a client, after a consent was taken back: what no rule would hold for a
/// person any more is refused.
pub(crate) async fn stop_queued(
    cx: &Cx,
    tx: &mut WriteTx,
    client: policy::ClientId,
) -> Result<Vec<::store::Written>, Error> {
    let mut all = Vec::new();
    for id in store::held_of_client(tx, client).await? {
        let request = store::find(tx, id).await?;
        let user = ground::user(tx, request.asker).await?;
        let acting = Acting { user: &user, assurance: request.assurance };
        let considered = decision::consider(tx, cx, acting, &request.ask(None)).await?;
        let outcome = Outcome::of(&considered, None);
        if outcome.answer == Answer::Hold {
            continue;
        }
        let parts = (&considered, &outcome);
        let (receipt, events) = release::issue(cx, tx, &request, parts, None).await?;
        store::decide(tx, id, State::Refused, None, receipt.id).await?;
        all.extend(events);
    }
    Ok(all)
}

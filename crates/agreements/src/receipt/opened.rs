//! What was shared with a receipt, opened by who got it. It is decided again at each look, so that what was
//! taken back since is closed; what went is not called back, but it is not shown here any more.

use ::store::Cx;
use base::{Instant, Private};

use super::{
    ReceiptId, Sight,
    queries::{self, Seen},
};
use crate::{
    Error, Name, access,
    decision::{self, Acting},
    record::{Content, Record, store as records},
    request::{DataRequest, Outcome, RequestError, Ruling, Verdict},
    vocabulary::store as ground,
};

/// What was shared, as it can be read now.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The receipt.
    pub seen: Seen,
    /// What can be read.
    pub open: Vec<Shared>,
    /// What went, and cannot be read any more.
    pub closed: Vec<Name>,
}

/// A record that can be read.
#[derive(Debug, Clone)]
pub struct Shared {
    /// What it is.
    pub class: Name,
    /// What it says.
    pub content: Private<Content>,
    /// When it must be destroyed.
    pub destroy_by: Option<Instant>,
}

/// Opens what was shared with a receipt.
///
/// # Errors
/// When the caller did not get it.
pub async fn open(cx: &Cx, id: ReceiptId) -> Result<Opened, Error> {
    let tx = cx.read(access::RECEIPTS).await?;
    let seen = queries::seen(cx, &tx, id).await?;
    if seen.sight != Sight::Recipient {
        return Err(RequestError::ReceiptMissing.into());
    }
    let copies = records::of_receipt(&tx, id).await?;
    let allowed = still(cx, &tx, &seen).await?;
    let (mut open, mut closed) = (Vec::new(), Vec::new());
    for copy in copies.iter().filter(|copy| copy.holder == seen.receipt.organization) {
        let may = allowed.contains(&copy.class) && copy.is_there(cx.now());
        match shared(copy).filter(|_| may) {
            Some(shared) => open.push(shared),
            None => closed.push(copy.class.clone()),
        }
    }
    // What a later request brought stands with that one's receipt.
    let there = |class: &Name| open.iter().any(|one| one.class == *class) || closed.contains(class);
    let gone: Vec<Name> =
        seen.receipt.given.iter().filter(|class| !there(class)).cloned().collect();
    closed.extend(gone);
    Ok(Opened { seen, open, closed })
}

fn shared(copy: &Record) -> Option<Shared> {
    let content = copy.content.clone()?;
    Some(Shared { class: copy.class.clone(), content, destroy_by: copy.destroy_by })
}

/// The classes that would go now to the one who looks.
async fn still(cx: &Cx, tx: &::store::Tx, seen: &Seen) -> Result<Vec<Name>, Error> {
    // What an emergency opened ends by its own clock, which stands on the copy.
    if seen.receipt.emergency.is_some() {
        return Ok(seen.receipt.given.clone());
    }
    // Who is not entered as one who works with data opens nothing.
    let user = match ground::user(tx, cx.person()?).await {
        Err(Error::UserMissing) => return Ok(Vec::new()),
        user => user?,
    };
    decision::acts_for_themselves(cx, tx, &user)?;
    let assurance = decision::assurance(cx.actor().person(), cx.now());
    let ruling = ruled(&seen.request);
    let ask = seen.request.ask(ruling.as_ref());
    let acting = Acting { user: &user, assurance };
    let considered = decision::consider(tx, cx, acting, &ask).await?;
    let outcome = Outcome::of(&considered, ruling.as_ref());
    let goes = outcome.parts.iter().filter(|part| part.goes);
    Ok(goes.filter_map(|part| part.class.clone()).collect())
}

/// The word of the person who let it go.
fn ruled(request: &DataRequest) -> Option<Ruling> {
    let decided = request.decided.clone()?;
    Some(Ruling {
        verdict: Verdict::Release,
        reason: decided.reason,
        basis: decided.basis,
        scope: request.classes.clone(),
    })
}

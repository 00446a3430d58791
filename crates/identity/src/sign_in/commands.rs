//! Signing in with a password; proving again who one is.

use base::Instant;
use store::{Cx, WriteTx};

use super::{
    Outcome, SignIn,
    limits::{self, Counter, Origin, Seen},
    store::{self as table, Candidate},
};
use crate::{
    Error, Secret, access, account,
    events::LinkMade,
    link::{self, Purpose},
    password::{Password, hashing::Verdict},
    session::{self, Proof, Visitor},
    settings::Settings,
};

/// What an attempt may do, decided before the password is looked at.
struct Admission {
    counters: Vec<Counter>,
    /// Whether a right password is confirmed by mail.
    by_mail: bool,
    candidate: Option<Candidate>,
}

/// Signs in with a password.
///
/// Invariant: an address without an account is counted, hashed and answered like one with it.
pub(crate) async fn with_password(
    cx: &Cx,
    sign_in: SignIn,
    visitor: &Visitor,
) -> Result<Outcome, Error> {
    let settings = Settings::of(cx)?;
    let admission = admit(cx, &sign_in, visitor).await?;
    let kept = admission.candidate.as_ref().and_then(|candidate| candidate.kept.clone());
    let verdict = settings.hashing.compare(sign_in.password.clone(), kept).await?;
    let person = admission.candidate.as_ref().map(|candidate| candidate.person);
    let person = if verdict == Verdict::Wrong { None } else { person };
    if person.is_none() && !admission.by_mail {
        return Err(Error::wrong_sign_in());
    }
    let mut tx = cx.write(access::ENTER).await?;
    match (person, admission.by_mail) {
        (None, _) => {
            // As much work as for the right password: nobody may tell them apart by the time.
            table::sweep(&mut tx, cx.now()).await?;
            tx.commit_upkeep().await?;
            Ok(Outcome::ByMail)
        }
        (Some(person), true) => {
            link::commands::send(cx, &mut tx, person, Purpose::SignIn, None).await?;
            tx.commit(&LinkMade { person, purpose: Purpose::SignIn }).await?;
            Ok(Outcome::ByMail)
        }
        (Some(person), false) => {
            if verdict == Verdict::RightButOld {
                let kept = settings.hashing.keep(sign_in.password, cx.secret()).await?;
                account::store::keep_password(&mut tx, person, &kept, cx.now()).await?;
            }
            forget(&mut tx, &admission.counters, cx.now()).await?;
            let (admitted, event) =
                session::commands::begin(cx, &mut tx, person, Proof::Password, visitor).await?;
            tx.commit(&event).await?;
            Ok(Outcome::In(admitted))
        }
    }
}

/// Proves again with the password who one is; the session's new secret.
pub(crate) async fn prove(cx: &Cx, password: Password) -> Result<Secret, Error> {
    let person = cx.person()?;
    let Some(session) = cx.actor().person().and_then(|person| person.session) else {
        return Err(store::Error::SignIn.into());
    };
    let counters = vec![limits::proving(session)];
    let tx = cx.write(access::ENTER).await?;
    let kept = account::store::password(&tx, person).await?;
    admit_counted(tx, &counters, cx.now()).await?;
    let verdict = Settings::of(cx)?.hashing.compare(password, kept).await?;
    if verdict == Verdict::Wrong {
        return Err(Error::field("password", "password_wrong"));
    }
    let mut tx = cx.write(access::ENTER).await?;
    forget(&mut tx, &counters, cx.now()).await?;
    session::commands::prove(cx, tx, session, Proof::Password).await
}

/// Counts a request that proves nothing and costs us work.
pub(crate) async fn count_asking(cx: &Cx, visitor: &Visitor) -> Result<(), Error> {
    let tx = cx.write(access::ENTER).await?;
    admit_counted(tx, &[limits::asking(visitor.address)], cx.now()).await.map(drop)
}

/// Looks for the account, and counts the attempt as failed until it is not.
async fn admit(cx: &Cx, sign_in: &SignIn, visitor: &Visitor) -> Result<Admission, Error> {
    let device = visitor.device.as_ref().map(Secret::hash);
    let tx = cx.write(access::ENTER).await?;
    let candidate = table::candidate(&tx, &sign_in.email, device.as_ref()).await?;
    let known = candidate.as_ref().is_some_and(|candidate| candidate.known);
    let origin = Origin { address: visitor.address, device: device.filter(|_| known) };
    let counters = limits::counters(&sign_in.email, &origin);
    let before = admit_counted(tx, &counters, cx.now()).await?;
    let by_mail = counters
        .iter()
        .zip(before)
        .any(|(counter, seen)| counter.asks_for_mail() && counter.is_exhausted(seen, cx.now()));
    Ok(Admission { counters, by_mail, candidate })
}

/// Counts an attempt under each counter, unless one of them makes it wait; what they had seen
/// before. An attempt that has to wait is not counted: waiting is enough.
async fn admit_counted(
    mut tx: WriteTx,
    counters: &[Counter],
    now: Instant,
) -> Result<Vec<Option<Seen>>, Error> {
    let before = table::seen(&tx, counters).await?;
    let waits =
        counters.iter().zip(&before).map(|(counter, seen)| counter.wait_seconds(*seen, now));
    if let Some(wait_seconds) = waits.max().filter(|wait| *wait > 0) {
        return Err(Error::TooManyTries { wait_seconds });
    }
    for (counter, seen) in counters.iter().zip(&before) {
        let failures = counter.remembered(*seen, now).map_or(0, |seen| seen.failures) + 1;
        table::count(&mut tx, counter, Seen { failures, last_at: now }).await?;
    }
    table::sweep(&mut tx, now).await?;
    tx.commit_upkeep().await?;
    Ok(before)
}

/// Takes a successful attempt out of the count: all of it where only this browser or network
/// counts, the one attempt where others count too.
async fn forget(tx: &mut WriteTx, counters: &[Counter], now: Instant) -> Result<(), Error> {
    let seen = table::seen(tx, counters).await?;
    for (counter, seen) in counters.iter().zip(seen) {
        let Some(seen) = counter.remembered(seen, now) else { continue };
        let failures = if counter.is_shared() { seen.failures - 1 } else { 0 };
        table::count(tx, counter, Seen { failures, last_at: seen.last_at }).await?;
    }
    Ok(())
}

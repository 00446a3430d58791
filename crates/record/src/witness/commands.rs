//! Naming witnesses, and noting what they say.

use ::store::Cx;
use base::WebLink;

use super::{
    Name, Trouble, Witness, WitnessId,
    events::{Added, Alarmed, Removed},
    store,
};
use crate::{Error, access, log};

/// A witness as somebody names it.
#[derive(Debug, Clone)]
pub struct Named {
    /// What it is called.
    pub name: Name,
    /// Its public key, checked.
    pub verifier: String,
    /// Where it is asked; nothing when it comes by itself.
    pub address: Option<WebLink>,
}

/// Names a witness.
///
/// # Errors
/// When its key is none or stands there already, the caller may not, or the store fails.
pub async fn add(cx: &Cx, named: Named) -> Result<Witness, Error> {
    let mut tx = cx.write(access::SETTLE).await?;
    let witness = Witness {
        id: cx.new_id(),
        name: named.name,
        verifier: named.verifier,
        address: named.address.map(|link| link.as_str().trim_end_matches('/').to_owned()),
        size: 0,
        confirmed_at: None,
        trouble: None,
        trouble_since: None,
    };
    store::add(&mut tx, &witness, cx.now()).await?;
    let added = Added {
        witness: witness.id,
        name: witness.name.to_string(),
        verifier: witness.verifier.clone(),
    };
    tx.commit(&added).await?;
    Ok(witness)
}

/// Asks a witness no more. The quorum never asks for more than there are.
pub(crate) async fn remove(cx: &Cx, id: WitnessId) -> Result<(), Error> {
    let mut tx = cx.write(access::SETTLE).await?;
    let partnership = tx.place()?.partnership;
    let all = store::all(&tx, partnership).await?;
    let Some(witness) = all.iter().find(|witness| witness.id == id) else {
        return Err(Error::NoWitness);
    };
    store::remove(&mut tx, id).await?;
    let facts = log::store::facts_by_id(&tx, partnership).await?.ok_or(Error::NoLog)?;
    let left = i64::try_from(all.len() - 1).unwrap_or(i64::MAX);
    if facts.quorum > left {
        log::store::set(&mut tx, facts.open, left).await?;
    }
    let removed = Removed { witness: id, name: witness.name.to_string() };
    Ok(tx.commit(&removed).await?)
}

/// Notes that a witness confirmed a state: its line was checked.
pub(crate) async fn confirm(
    cx: &Cx,
    partnership: base::PartnershipId,
    id: WitnessId,
    size: u64,
    line: &str,
) -> Result<(), Error> {
    let mut tx = cx.write(access::ATTEND).await?;
    store::confirm(&mut tx, (partnership, id), size, line, cx.now()).await?;
    Ok(tx.commit_upkeep().await?)
}

/// Notes that asking a witness went wrong. An alarm is told to all partners, once.
pub(crate) async fn note(
    cx: &Cx,
    partnership: base::PartnershipId,
    witness: &Witness,
    what: Trouble,
) -> Result<(), Error> {
    let mut tx = cx.write(access::ATTEND).await?;
    store::trouble(&mut tx, (partnership, witness.id), what, cx.now()).await?;
    if what.is_alarm() && witness.trouble != Some(what) {
        tx.enter(partnership).await?;
        let (id, name) = (witness.id, witness.name.to_string());
        return Ok(tx.commit(&Alarmed { witness: id, name, says: what }).await?);
    }
    Ok(tx.commit_upkeep().await?)
}

//! Writing an answer down, with all that follows from it: the receipt, the copies that it lets go, and what
//! is then owed. One transaction: nothing goes of which there is no receipt.

use ::store::{Cx, WriteTx, Written};
use base::{Instant, Private};
use data_encoding::HEXLOWER;
use policy::{Obligation, Set};

use super::{DataRequest, Outcome, Ruling, outcome::Going};
use crate::{
    Error,
    consent::{Ending, store as consents},
    decision::Considered,
    duty, notices,
    receipt::{Receipt, ReceiptId, events as said, store as receipts},
    record::{self, Onward, Record, store as records},
};

/// How long what an emergency opened is there.
const EMERGENCY_SECONDS: i64 = 3600;

/// Writes an answer down. The event is for the commit of the caller.
pub(crate) async fn issue(
    cx: &Cx,
    tx: &mut WriteTx,
    request: &DataRequest,
    (considered, outcome): (&Considered, &Outcome),
    ruling: Option<&Ruling>,
) -> Result<(Receipt, Vec<Written>), Error> {
    let mut receipt = receipt(cx, request, considered, outcome, ruling);
    let salt = HEXLOWER.encode(&cx.secret());
    let exact = said::exact(&receipt, &outcome.parts)?;
    receipt.details = said::details(&salt, &exact);
    let parties = receipt
        .under
        .as_ref()
        .and_then(|under| considered.scene.standing.get(&under.id))
        .map(|version| version.parties.clone())
        .unwrap_or_default();
    receipts::add(tx, &receipt, &outcome.parts, (&exact, &salt), &parties).await?;
    let mut ends = None;
    for going in &outcome.going {
        let copy = copy(cx, tx, request, (considered, going), receipt.id).await?;
        ends = ends.max(copy.destroy_by);
        keep(tx, copy).await?;
    }
    receipts::account(tx, &receipt, &laws(receipt.obligations)).await?;
    let what = duty::Occasion {
        receipt: receipt.id,
        holder: receipt.holder,
        recipient: receipt.organization,
        at: receipt.at,
        ends,
        emergency: receipt.emergency,
    };
    for planned in duty::planned(receipt.obligations, receipt.gave(), &what) {
        duty::store::add(tx, &planned.given(cx.new_id())).await?;
    }
    if receipt.obligations.has(Obligation::NotifyCustodian) {
        notices::custodian(tx, &receipt).await?;
    }
    let written = Written::new(&said::Issued::of(&receipt))?;
    Ok((receipt, vec![written]))
}

fn receipt(
    cx: &Cx,
    request: &DataRequest,
    considered: &Considered,
    outcome: &Outcome,
    ruling: Option<&Ruling>,
) -> Receipt {
    let by = ruling.and_then(|_| cx.actor().person()).map(|person| person.person);
    Receipt {
        id: cx.new_id(),
        request: request.id,
        at: cx.now(),
        answer: outcome.answer,
        told: outcome.told,
        asker: request.asker,
        role: considered.role.clone(),
        organization: request.organization,
        holder: request.holder,
        client: request.client,
        purpose: request.purpose.clone(),
        asked: request.classes.clone(),
        given: outcome.given(),
        under: outcome.under.clone(),
        consent: outcome.consent,
        bases: outcome.bases,
        obligations: outcome.obligations,
        emergency: request.emergency.map(|claim| claim.kind),
        decided_by: by,
        words: ruling.map(|ruling| Private::new(ruling.reason.clone())),
        details: String::new(),
    }
}

/// The laws whose accounting counts it.
fn laws(owed: Set<Obligation>) -> Vec<&'static str> {
    let all = [
        (Obligation::HipaaAccounting, "HIPAA"),
        (Obligation::PrivacyActAccounting, "PRIVACY_ACT"),
        (Obligation::FerpaRecordDisclosure, "FERPA"),
    ];
    all.into_iter().filter(|(obligation, _)| owed.has(*obligation)).map(|(_, law)| law).collect()
}

/// The copy that goes: the marks of its origin, bound to the purpose, with its end.
async fn copy(
    cx: &Cx,
    tx: &WriteTx,
    request: &DataRequest,
    (considered, going): (&Considered, &Going),
    receipt: ReceiptId,
) -> Result<Record, Error> {
    let Going { record, owed, agreement, consent } = going;
    let keeps = agreement.and_then(|id| considered.scene.standing.get(&id)?.keeps_days);
    let zone = tx.place()?.zone.clone();
    // The end of the last day, where the partnership is.
    let kept =
        keeps.map(|days| cx.now().date_in(&zone).plus_days(days.saturating_add(1)).start_in(&zone));
    let granted = if owed.has(Obligation::GrantExpires) {
        granted(tx, cx.now(), request.emergency.is_some(), *consent).await?
    } else {
        None
    };
    let onward = if owed.has(Obligation::NoRedisclosure) || request.emergency.is_some() {
        Onward::Never
    } else {
        record.onward()
    };
    Ok(Record {
        id: cx.new_id(),
        holder: request.organization,
        regimes: record::carried(record.regimes, onward),
        identifiability: record.identifiability.min(request.identifiability),
        consent: consent.or(record.consent),
        bound_to: Some(request.purpose.clone()),
        destroy_by: [kept, granted, record.destroy_by].into_iter().flatten().min(),
        receipt: Some(receipt),
        entered_at: cx.now(),
        entered_by: None,
        destroyed_at: None,
        ..record.clone()
    })
}

/// When access ends by itself: an hour after an emergency, or with the release of a survivor.
async fn granted(
    tx: &WriteTx,
    now: Instant,
    is_emergency: bool,
    consent: Option<policy::ConsentId>,
) -> Result<Option<Instant>, Error> {
    if is_emergency {
        return Ok(Some(now.plus_seconds(EMERGENCY_SECONDS)));
    }
    let Some(id) = consent else { return Ok(None) };
    let consent = consents::consent(tx, id).await?;
    Ok(consent.and_then(|consent| match consent.signed.ending {
        Ending::At(end) => Some(end),
        Ending::Never | Ending::With { .. } => None,
    }))
}

/// Puts a copy beside the others of its holder, or in place of the one that came before.
async fn keep(tx: &mut WriteTx, copy: Record) -> Result<(), Error> {
    let others = records::of_client(tx, copy.holder, copy.client).await?;
    let is_before = |one: &&Record| {
        (&one.class, one.origin, &one.bound_to) == (&copy.class, copy.origin, &copy.bound_to)
            && one.is_copy()
    };
    match others.iter().find(is_before) {
        Some(before) => records::renew(tx, before.id, &copy).await,
        // What comes back to its origin is there already.
        None if copy.holder == copy.origin => Ok(()),
        None => records::add(tx, &copy).await,
    }
}

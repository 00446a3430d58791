//! Asks witnesses to confirm what strangers see (C2SP tlog-witness). A witness that does not answer
//! is noted and asked again with the next state.

use base::PartnershipId;
use ledger::{AddCheckpoint, Note, SignedCheckpoint, signature_lines};
use store::{Cx, Happened, log};

use super::{Trouble, Witness, commands, key, store as rows};
use crate::{Error, access, log::queries};

/// A confirmed answer, or why there is none.
type Answer = Result<String, Trouble>;

/// A witness may tell us so often that it is at another size.
const TRIES: usize = 3;

/// What follows each new state: every witness with an address is asked.
pub(crate) async fn after_publication(cx: Cx, _shown: Happened) -> Result<(), Error> {
    let tx = cx.read(access::READ).await?;
    let partnership = tx.place()?.partnership;
    drop(tx);
    ask_all(&cx, partnership).await
}

/// Asks every witness that is behind.
pub(crate) async fn ask_all(cx: &Cx, partnership: PartnershipId) -> Result<(), Error> {
    let tx = cx.read(access::LOOK).await?;
    let Some(state) = log::find(&tx, partnership).await? else { return Ok(()) };
    let Some(shown) = log::shown(&tx, partnership, state.published).await? else { return Ok(()) };
    let witnesses = rows::all(&tx, partnership).await?;
    drop(tx);
    for witness in witnesses.iter().filter(|witness| witness.size < shown.size) {
        let Some(address) = &witness.address else { continue };
        match ask(cx, partnership, witness, address, &shown).await? {
            Ok(line) => {
                commands::confirm(cx, partnership, witness.id, shown.size, &line).await?;
            }
            Err(trouble) => {
                tracing::info!(witness = %witness.id, trouble = trouble.as_str(), "a witness has not confirmed");
                commands::note(cx, partnership, witness, trouble).await?;
            }
        }
    }
    Ok(())
}

async fn ask(
    cx: &Cx,
    partnership: PartnershipId,
    witness: &Witness,
    address: &str,
    shown: &log::Published,
) -> Result<Answer, Error> {
    let checkpoint = SignedCheckpoint::read(shown.note.as_bytes())?;
    let url = format!("{address}/add-checkpoint");
    let mut old_size = witness.size;
    for _ in 0..TRIES {
        let tx = cx.read(access::LOOK).await?;
        let proof = match old_size {
            0 => Vec::new(),
            old => log::consistency(&tx, partnership, old, shown.size).await?,
        };
        drop(tx);
        let request = AddCheckpoint { old_size, proof, checkpoint: checkpoint.clone() };
        let answered = web::post(&url, "text/plain; charset=utf-8", request.to_string()).await;
        let Ok((status, body)) = answered else { return Ok(Err(Trouble::Unreachable)) };
        let text = String::from_utf8_lossy(&body);
        match status {
            200 => return Ok(line_of(witness, &checkpoint, &text).ok_or(Trouble::Nonsense)),
            409 => match text.trim().parse::<u64>() {
                Ok(size) if size > shown.size => return Ok(Err(Trouble::Ahead)),
                Ok(size) => old_size = size,
                Err(_unreadable) => return Ok(Err(Trouble::Nonsense)),
            },
            404 => return Ok(Err(Trouble::UnknownLog)),
            403 => return Ok(Err(Trouble::NotBelieved)),
            422 => return Ok(Err(Trouble::Fork)),
            _ => return Ok(Err(Trouble::Nonsense)),
        }
    }
    Ok(Err(Trouble::Nonsense))
}

/// The line of an answer that this witness made over this state.
pub(crate) fn line_of(
    witness: &Witness,
    checkpoint: &SignedCheckpoint,
    answer: &str,
) -> Option<String> {
    let key = key(&witness.verifier)?;
    signature_lines(answer).ok()?.into_iter().find_map(|line| {
        let note = Note::new(checkpoint.note().text()).ok()?.with(line.clone());
        key.check(&note).ok().flatten().map(|_held| line.to_string())
    })
}

/// Takes a state that a witness confirmed by itself: the note with its line, or lines alone for the
/// state that strangers see. How many were taken.
///
/// # Errors
/// When there is no such log, no line is a witness's of this log, or the store fails.
pub async fn take(cx: &Cx, slug: &str, body: &str) -> Result<usize, Error> {
    let (tx, facts) = queries::enter(cx, slug).await?;
    let state = log::find(&tx, facts.id).await?.ok_or(Error::NoLog)?;
    let given = SignedCheckpoint::read(body.as_bytes()).ok();
    let size = given.as_ref().map_or(state.published, |given| given.checkpoint().size);
    let Some(shown) = log::shown(&tx, facts.id, size).await? else { return Ok(0) };
    let checkpoint = SignedCheckpoint::read(shown.note.as_bytes())?;
    let lines: String = match &given {
        Some(given) if given.note().text() == checkpoint.note().text() => {
            given.note().signatures().iter().map(ToString::to_string).collect()
        }
        Some(_) => return Ok(0),
        None => body.to_owned(),
    };
    let witnesses = rows::all(&tx, facts.id).await?;
    drop(tx);
    let system = Cx::new(cx.store().clone(), base::Actor::System("log"), cx.now());
    let mut taken = 0;
    for witness in witnesses.iter().filter(|witness| witness.size < size) {
        if let Some(line) = line_of(witness, &checkpoint, &lines) {
            commands::confirm(&system, facts.id, witness.id, size, &line).await?;
            taken += 1;
        }
    }
    Ok(taken)
}

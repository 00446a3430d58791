//! What people and programs may know of a log.

use std::sync::Arc;

use ::store::{
    Cx, Page, Place, ReadTx, Tx,
    log::{self, LogState, Published, Sealed},
};
use base::PartnershipId;
use data_encoding::BASE64URL_NOPAD;
use ledger::{Hash, Layer, Proof, TILE_WIDTH, TilePath, VerifierKey};

use super::{
    Confirmed, Facts, Line, View, Wanted, Watched,
    check::{Paper, Wrong},
    is_guarded, store,
};
use crate::{Error, access, witness};

/// How many events stand on a page.
pub(crate) const A_PAGE: usize = 25;
/// How many earlier states a page shows.
const HISTORY: i64 = 10;

/// Opens a log for whoever may look: anybody where the partnership says so, else its partners.
pub(crate) async fn enter(cx: &Cx, slug: &str) -> Result<(ReadTx, Facts), Error> {
    let tx = cx.read(access::LOOK).await?;
    if let Some(facts) = store::facts(&tx, slug).await?
        && facts.open
    {
        return Ok((tx, facts));
    }
    drop(tx);
    let tx = cx.read(access::READ).await?;
    let id = tx.place()?.partnership;
    let facts = store::facts_by_id(&tx, id).await?.ok_or(Error::NoLog)?;
    Ok((tx, facts))
}

/// The partnership around a page of its log, for the reader's navigation: with the reader's own
/// standing, or with none for somebody who is not signed in.
pub(crate) async fn place(cx: &Cx, facts: &Facts) -> Option<Arc<Place>> {
    if cx.actor().person().is_some() {
        return cx.read(access::READ).await.ok()?.place().ok();
    }
    Some(Arc::new(Place {
        partnership: facts.id,
        slug: facts.slug.clone(),
        name: facts.name.clone(),
        zone: facts.zone.clone(),
        standing: ::store::Standing::default(),
        today: cx.now().date_in(&facts.zone),
        head: 0,
        touched: 0,
    }))
}

/// A log with those who watch it.
pub(crate) async fn view(cx: &Cx, slug: &str) -> Result<View, Error> {
    let (tx, facts) = enter(cx, slug).await?;
    of(&tx, facts, cx.now()).await
}

/// The same for the partners' own pages.
pub(crate) async fn own(tx: &Tx, cx: &Cx) -> Result<View, Error> {
    let facts = store::facts_by_id(tx, tx.place()?.partnership).await?.ok_or(Error::NoLog)?;
    of(tx, facts, cx.now()).await
}

async fn of(tx: &Tx, facts: Facts, now: base::Instant) -> Result<View, Error> {
    let id = facts.id;
    let state = log::find(tx, id).await?.ok_or(Error::NoLog)?;
    let shown = log::shown(tx, id, state.published).await?;
    let witnesses = witness::store::all(tx, id).await?;
    let history = log::shown_before(tx, id, state.published, HISTORY).await?;
    let watched = witnesses
        .into_iter()
        .map(|witness| Watched {
            standing: witness.standing(shown.as_ref(), history.first(), now),
            witness,
        })
        .collect();
    Ok(View {
        confirmed: confirmed(tx, &facts).await?,
        history,
        shown_count: log::shown_count(tx, id).await?,
        witnesses: watched,
        splits: witness::store::splits(tx, id).await?,
        facts,
        state,
        shown,
    })
}

async fn confirmed(tx: &Tx, facts: &Facts) -> Result<Option<Confirmed>, Error> {
    if facts.quorum == 0 {
        return Ok(None);
    }
    let found = witness::store::confirmed(tx, facts.id, facts.quorum).await?;
    Ok(found.map(|(size, by)| Confirmed { size, by }))
}

/// The state that strangers see, with the lines of all witnesses that confirmed it.
pub(crate) async fn checkpoint(tx: &Tx, facts: &Facts) -> Result<(Published, String), Error> {
    let state = log::find(tx, facts.id).await?.ok_or(Error::NoLog)?;
    let shown = log::shown(tx, facts.id, state.published).await?.ok_or(Error::NoLog)?;
    let note = cosigned(tx, facts.id, &shown).await?;
    Ok((shown, note))
}

/// A state with the lines of all witnesses that confirmed it.
pub(crate) async fn cosigned(
    tx: &Tx,
    partnership: PartnershipId,
    shown: &Published,
) -> Result<String, Error> {
    let lines = witness::store::lines(tx, partnership, shown.size).await?;
    Ok(format!("{}{}", shown.note, lines.concat()))
}

/// A tile as strangers may have it.
pub(crate) async fn tile(tx: &Tx, facts: &Facts, path: &TilePath) -> Result<Vec<u8>, Error> {
    let state = log::find(tx, facts.id).await?.ok_or(Error::NoLog)?;
    log::tile(tx, facts.id, path, state.published).await?.ok_or(Error::NoTile)
}

/// The log's own keys.
pub(crate) fn keys(state: &LogState) -> Result<Vec<VerifierKey>, Error> {
    Ok(state.verifiers.lines().take(2).map(str::parse).collect::<Result<_, _>>()?)
}

/// What came of checking a receipt.
#[derive(Debug)]
pub(crate) enum Checked {
    /// There is such a receipt.
    Known(Known),
    /// Its number is known, and it waits for its place.
    Waits,
    /// There is none with this number.
    Unknown,
    /// The number is known, and the code is not that of its entry.
    OtherCode,
    /// A file that holds.
    Holds { paper: Box<Paper>, known: Known },
    /// A file that does not.
    Wrong(Wrong),
}

/// Where an entry is, and what stands over it.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    /// Its place; nothing for a state that somebody kept.
    pub place: Option<u64>,
    /// How many entries the state has.
    pub size: u64,
    /// How many hashes lead from the entry to the state.
    pub steps: usize,
    /// Who confirmed a state over it.
    pub witnesses: Vec<String>,
}

/// Looks a receipt's number up. With a code, its entry must be that one.
pub(crate) async fn check_number(
    cx: &Cx,
    slug: &str,
    number: &str,
    code: Option<&str>,
) -> Result<Checked, Error> {
    let (tx, facts) = enter(cx, slug).await?;
    let found = match log::event_by_id(&tx, facts.id, number).await? {
        Some(found) => Some(found),
        None => match store::receipt(&tx, facts.id, number).await? {
            Some(id) => log::event_by_id(&tx, facts.id, &id).await?,
            None => None,
        },
    };
    let Some(sealed) = found else { return Ok(Checked::Unknown) };
    let Some(place) = sealed.place else { return Ok(Checked::Waits) };
    if let Some(code) = code {
        let entry = entry(&tx, facts.id, place).await?;
        if BASE64URL_NOPAD.encode(&entry) != code.trim() {
            return Ok(Checked::OtherCode);
        }
    }
    Ok(Checked::Known(known(&tx, &facts, Some(place)).await?))
}

/// Checks a file: by itself, and against the log as it is here.
pub(crate) async fn check_file(cx: &Cx, slug: &str, file: &[u8]) -> Result<Checked, Error> {
    let (tx, facts) = enter(cx, slug).await?;
    let state = log::find(&tx, facts.id).await?.ok_or(Error::NoLog)?;
    let paper = match Paper::read(file, &keys(&state)?) {
        Ok(paper) => paper,
        Err(wrong) => return Ok(Checked::Wrong(wrong)),
    };
    let checkpoint = paper.checkpoint();
    let ours = checkpoint.size <= state.size
        && log::root(&tx, facts.id, checkpoint.size).await? == checkpoint.root;
    if !ours {
        drop(tx);
        let own = Cx::new(cx.store().clone(), base::Actor::System("log"), cx.now());
        super::commands::report_split(&own.in_partnership_id(facts.id), &paper).await?;
        return Ok(Checked::Wrong(Wrong::NotOurs));
    }
    let place = match &paper {
        Paper::Receipt { proof, .. } => Some(proof.index),
        Paper::Kept(_) => None,
    };
    let known = known(&tx, &facts, place).await?;
    Ok(Checked::Holds { paper: Box::new(paper), known })
}

/// What stands over an entry: the state that strangers see when it reaches there, else the latest.
async fn known(tx: &Tx, facts: &Facts, place: Option<u64>) -> Result<Known, Error> {
    let state = log::find(tx, facts.id).await?.ok_or(Error::NoLog)?;
    let shown = place.is_none_or(|place| place < state.published);
    let size = if shown { state.published } else { state.size };
    let steps = match place {
        Some(place) => log::inclusion(tx, facts.id, place, size).await?.len(),
        None => 0,
    };
    let witnesses = if shown {
        let confirmed = witness::store::who_confirmed(tx, facts.id, place.unwrap_or(0));
        confirmed.await?
    } else {
        Vec::new()
    };
    Ok(Known { place, size, steps, witnesses })
}

/// The entry at a place.
pub(crate) async fn entry(
    tx: &Tx,
    partnership: PartnershipId,
    place: u64,
) -> Result<Vec<u8>, Error> {
    let state = log::find(tx, partnership).await?.ok_or(Error::NoLog)?;
    let path = TilePath::of_tree(Layer::Entries, place / TILE_WIDTH, state.size);
    let path = path.ok_or(Error::NoEvent)?;
    let bundle = log::tile(tx, partnership, &path, state.size).await?.ok_or(Error::NoTile)?;
    let entries = ledger::entries(&bundle)?;
    let at = usize::try_from(place % TILE_WIDTH).unwrap_or(usize::MAX);
    entries.get(at).map(|entry| entry.to_vec()).ok_or(Error::NoEvent)
}

/// One page of the log's events, for partners.
pub(crate) async fn events(
    cx: &Cx,
    wanted: &Wanted,
    after: Option<&str>,
) -> Result<(Arc<Place>, View, Page<Line>), Error> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let person = cx.actor().person().map(|person| person.person);
    let page = store::list(&tx, person, wanted, after, A_PAGE).await?;
    Ok((place, own(&tx, cx).await?, page))
}

/// An event with its proof.
#[derive(Debug)]
pub(crate) struct Proven {
    pub place: Arc<Place>,
    pub sealed: Sealed,
    /// The log, as far as it is.
    pub state: LogState,
    /// Whether strangers see the state of the proof.
    pub shown: bool,
    /// Nothing while the event waits, or once it was destroyed.
    pub proof: Option<Proof>,
    /// The entry, as its code says it.
    pub code: Option<String>,
    pub witnesses: Vec<String>,
}

/// An event with its proof, for those who may take it along.
pub(crate) async fn proven(cx: &Cx, id: &str) -> Result<Proven, Error> {
    let tx = cx.read(access::PROVE).await?;
    let place = tx.place()?;
    let partnership = place.partnership;
    let sealed = log::event_by_id(&tx, partnership, id).await?.ok_or(Error::NoEvent)?;
    may_take(cx, &place, &sealed)?;
    let state = log::find(&tx, partnership).await?.ok_or(Error::NoLog)?;
    let shown = sealed.place.is_some_and(|place| place < state.published);
    let note = if shown {
        let shown = log::shown(&tx, partnership, state.published).await?.ok_or(Error::NoLog)?;
        cosigned(&tx, partnership, &shown).await?
    } else {
        state.checkpoint.clone()
    };
    let opening = sealed.opening(partnership)?;
    let (proof, code) = match (sealed.place, &opening) {
        (Some(index), Some(opening)) => {
            let extra = Some(opening.to_bytes());
            let proof = log::proof(&tx, partnership, index, &note, extra).await?;
            (Some(proof), Some(BASE64URL_NOPAD.encode(opening.commitment().as_bytes())))
        }
        _ => (None, None),
    };
    let witnesses = match sealed.place.filter(|_| shown) {
        Some(place) => witness::store::who_confirmed(&tx, partnership, place).await?,
        None => Vec::new(),
    };
    Ok(Proven { place, sealed, state, shown, proof, code, witnesses })
}

/// The proof of an event as a file, for the operator's command.
///
/// # Errors
/// When there is no such event, or it has no place.
pub async fn proof_of(
    store: &::store::Store,
    partnership: PartnershipId,
    id: &str,
) -> Result<String, Error> {
    let cx = Cx::new(store.clone(), base::Actor::System("ledger"), store.clock().now());
    let proven = proven(&cx.in_partnership_id(partnership), id).await?;
    match proven.proof {
        Some(proof) => Ok(proof.to_string()),
        None if proven.sealed.place.is_none() => Err(Error::Waiting),
        None => Err(Error::Destroyed),
    }
}

/// Whether the reader may take an event along, with all that it says.
fn may_take(cx: &Cx, place: &Place, sealed: &Sealed) -> Result<(), Error> {
    let account = &sealed.account;
    let person = cx.actor().person().map(|person| person.person.to_string());
    let own = place.standing.system || person.as_ref() == Some(&account.actor);
    let concerned = account
        .parties
        .iter()
        .filter_map(|party| party.parse().ok())
        .any(|party| place.standing.speaks_for(party));
    let sealed = account.kind.ends_with(".sealed");
    if own || !is_guarded(&account.kind) || (concerned && !sealed) {
        return Ok(());
    }
    // That there is one is for those whom it concerns, too.
    Err(Error::NoEvent)
}

/// The root of the log's state that strangers see, as the page shows it.
pub(crate) fn root_of(shown: &Published) -> Result<Hash, Error> {
    Ok(ledger::SignedCheckpoint::read(shown.note.as_bytes())?.checkpoint().root)
}

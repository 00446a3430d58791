//! Putting a story together: the record's context says what belongs to it, the others what they know
//! beside it, and the record of events what happened.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use ::store::{Cursor, Cx, KeyPart, Tx};
use base::{Actor, PersonId, Value};
use futures_util::future::join_all;
use web::{Failure, Record, Registry, Tale};

use super::{Sheet, in_order, store};
use crate::{
    Error, access,
    activity::{Happening, Told},
    directory,
};

/// The story of a record, from an event on.
pub(crate) async fn story(cx: &Cx, record: Record, after: Option<&str>) -> Result<Sheet, Failure> {
    let tale = tale(cx, &record).await?;
    let tx = cx.read(access::ACTIVITY).await?;
    let told = told(&tx, &record, &tale, after).await?;
    let is_public = store::is_public(&tx, &record).await?;
    Ok(Sheet { place: tx.place()?, record, tale, told, is_public })
}

/// The story of a record as everybody may read it, where the partnership says so: without a person.
pub(crate) async fn public(cx: &Cx, record: Record, after: Option<&str>) -> Result<Sheet, Failure> {
    let tx = cx.read(access::PUBLIC_STORIES).await?;
    if !store::is_public(&tx, &record).await? {
        return Err(Error::StoryMissing.into());
    }
    let place = tx.place()?;
    // What is shown was decided just now; what belongs to it is asked in nobody's name.
    let system = Cx::new(cx.store().clone(), Actor::System("stories"), cx.now())
        .in_partnership_id(place.partnership)
        .speaking(cx.language());
    let tale = tale(&system, &record).await?;
    let mut told = told(&tx, &record, &tale, after).await?;
    told.people = told.people.without_names();
    Ok(Sheet { place, record, tale, told, is_public: true })
}

/// What belongs to a record.
async fn tale(cx: &Cx, record: &Record) -> Result<Tale, Failure> {
    let registry: Arc<Registry> = cx.extension().unwrap_or_default();
    let story = registry.story(&record.kind).ok_or(Error::StoryMissing)?;
    let own = cx.clone().declaring(std::slice::from_ref(&story.permission));
    let mut tale = (story.load)(own, record.clone()).await?.ok_or(Error::StoryMissing)?;
    let mut records: Vec<Record> =
        tale.related.iter().filter(|one| one.is_told).map(|one| one.record.clone()).collect();
    records.push(record.clone());
    let beside = registry.stories().iter().map(|story| {
        let own = cx.clone().declaring(std::slice::from_ref(&story.permission));
        (story.beside)(own, records.clone())
    });
    for related in join_all(beside).await {
        match related {
            Ok(related) => tale.related.extend(related),
            Err(failure) if failure.is_refusal() => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(tale)
}

/// What happened to all that is told, with the names that the words need.
async fn told(tx: &Tx, record: &Record, tale: &Tale, after: Option<&str>) -> Result<Told, Error> {
    let after = match after.map(|mark| Cursor::decode(mark, &[KeyPart::Whole])).transpose()? {
        Some(cursor) => match cursor.0.first() {
            Some(Value::Integer(seq)) => *seq,
            Some(_) | None => return Err(::store::Error::Cursor.into()),
        },
        None => 0,
    };
    let mut kinds: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let told = tale.related.iter().filter(|one| one.is_told).map(|one| &one.record);
    for one in told.chain([record]) {
        kinds.entry(&one.kind).or_default().insert(one.id.clone());
    }
    let mut all = Vec::new();
    for (kind, ids) in kinds {
        let ids: Vec<String> = ids.into_iter().collect();
        all.extend(store::of_some(tx, kind, &ids, after).await?);
    }
    let page = in_order(all);
    let ids: BTreeSet<PersonId> = page.items.iter().flat_map(Happening::people).collect();
    let ids: Vec<PersonId> = ids.into_iter().collect();
    let directory = directory::directory(tx).await?;
    let people = directory::people(tx, &ids).await?;
    Ok(Told { page, directory, people })
}

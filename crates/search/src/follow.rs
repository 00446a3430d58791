//! Keeping the index up to date: each server reads the record for itself and looks at what the events
//! were about. What the index has not seen yet is read whole.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use ::store::{Cx, Store};
use base::{Actor, PartnershipId};
use tokio_util::sync::CancellationToken;
use web::{Find, Registry};

use crate::{
    Error, Index, access,
    index::{Change, Key, Seen},
    store as rows,
};

/// How often the record is looked at.
const EVERY: Duration = Duration::from_secs(1);
/// How many records one call of a context reads.
const AT_ONCE: usize = 50;

/// Follows the record until told to stop.
pub async fn follow(store: Store, index: Arc<Index>, stop: CancellationToken) {
    while !stop.is_cancelled() {
        match catch_up(&store, &index).await {
            Ok(_) => {}
            // Another server of this machine writes this index; this one reads what it wrote.
            Err(Error::Kept { .. }) => {
                if let Err(error) = index.reload() {
                    tracing::warn!(error = %chain(&error), "the search index can't be read");
                }
            }
            Err(error) => {
                tracing::warn!(error = %chain(&error), "the search index is behind; it tries again");
            }
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            () = stop.cancelled() => {}
        }
    }
}

/// Reads what happened since the last time; how many records were looked at.
///
/// # Errors
/// When the database fails, or the index can't be written: it is as it was then, or a part further.
pub async fn catch_up(store: &Store, index: &Index) -> Result<usize, Error> {
    let cx = Cx::new(store.clone(), Actor::System("search"), store.clock().now());
    let registry: Arc<Registry> = store.extension().unwrap_or_default();
    let tx = cx.read(access::HEADS).await?;
    let heads = rows::heads(&tx).await?;
    drop(tx);
    let mut seen = index.seen()?;
    let mut looked_at = 0;
    for (record, head) in heads {
        let place = record.parse::<PartnershipId>().ok();
        match (seen.get(&record), place) {
            (Some(seq), _) if *seq >= head => {}
            (Some(_), Some(partnership)) => {
                let cx = cx.clone().in_partnership_id(partnership);
                looked_at += go_on(&cx, index, registry.finds(), partnership, &mut seen).await?;
            }
            (Some(seq), None) => {
                looked_at += follow_own(&cx, index, registry.finds(), *seq).await?;
                seen = index.seen()?;
            }
            (None, place) => {
                if let Some(partnership) = place {
                    let cx = cx.clone().in_partnership_id(partnership);
                    looked_at += begin(&cx, index, registry.finds(), partnership).await?;
                }
                // What happens while it is read is read again after.
                seen.insert(record, head);
                index.write(Vec::new(), &seen)?;
            }
        }
    }
    Ok(looked_at)
}

/// Reads anew what is the same in several partnerships, such as people, where it changed for all.
async fn follow_own(
    cx: &Cx,
    index: &Index,
    finds: &[&'static Find],
    mut seq: i64,
) -> Result<usize, Error> {
    let mut looked_at = 0;
    loop {
        let tx = cx.read(access::HEADS).await?;
        let events = rows::own_since(&tx, seq).await?;
        drop(tx);
        let Some((end, ..)) = events.last() else { break };
        seq = *end;
        let about: BTreeSet<(&String, &String)> =
            events.iter().map(|(_, kind, id)| (kind, id)).collect();
        let mut changes = Vec::new();
        for (kind, id) in about {
            let Some(find) = finds.iter().copied().find(|find| find.kind == kind) else { continue };
            for partnership in index.places(kind, id)? {
                let cx = cx.clone().in_partnership_id(partnership);
                changes.extend(read(&cx, find, partnership, vec![id.clone()]).await?);
                looked_at += 1;
            }
        }
        let mut seen = index.seen()?;
        seen.insert(String::new(), seq);
        index.write(changes, &seen)?;
        if events.len() < rows::EVENTS {
            break;
        }
    }
    Ok(looked_at)
}

/// Reads a partnership whole.
async fn begin(
    cx: &Cx,
    index: &Index,
    finds: &[&'static Find],
    partnership: PartnershipId,
) -> Result<usize, Error> {
    let seen = index.seen()?;
    index.write(vec![Change::DropAll(partnership)], &seen)?;
    let mut looked_at = 0;
    for find in finds {
        let mut last = String::new();
        loop {
            let failed = |failure| reading(find, &failure);
            let ids = (find.after)(own(cx, find), last.clone()).await.map_err(failed)?;
            let Some(end) = ids.last().cloned() else { break };
            looked_at += ids.len();
            let mut changes = Vec::new();
            for some in ids.chunks(AT_ONCE) {
                changes.extend(read(cx, find, partnership, some.to_vec()).await?);
            }
            index.write(changes, &seen)?;
            last = end;
        }
    }
    Ok(looked_at)
}

/// Reads what the events since the last time were about.
async fn go_on(
    cx: &Cx,
    index: &Index,
    finds: &[&'static Find],
    partnership: PartnershipId,
    seen: &mut Seen,
) -> Result<usize, Error> {
    let mut looked_at = 0;
    loop {
        let tx = cx.read(access::FOLLOW).await?;
        let record = partnership.to_string();
        let events = rows::since(&tx, seen.get(&record).copied().unwrap_or_default()).await?;
        drop(tx);
        let Some((end, ..)) = events.last() else { break };
        let end = *end;
        let mut changes = Vec::new();
        for find in finds {
            let about = events.iter().filter(|(_, kind, _)| kind == find.kind);
            let ids: BTreeSet<&String> = about.map(|(_, _, id)| id).collect();
            let ids: Vec<String> = ids.into_iter().cloned().collect();
            looked_at += ids.len();
            for some in ids.chunks(AT_ONCE) {
                changes.extend(read(cx, find, partnership, some.to_vec()).await?);
            }
        }
        seen.insert(record, end);
        index.write(changes, seen)?;
        if events.len() < rows::EVENTS {
            break;
        }
    }
    Ok(looked_at)
}

/// These records as they are now; those that are gone leave the index.
async fn read(
    cx: &Cx,
    find: &'static Find,
    partnership: PartnershipId,
    ids: Vec<String>,
) -> Result<Vec<Change>, Error> {
    let loaded = (find.load)(own(cx, find), ids.clone()).await;
    let documents = loaded.map_err(|failure| reading(find, &failure))?;
    let there: BTreeSet<&str> = documents.iter().map(|document| document.id.as_str()).collect();
    let gone = ids.iter().filter(|id| !there.contains(id.as_str()));
    let mut changes: Vec<Change> =
        gone.map(|id| Change::Drop(Key::of(partnership, find.kind, id))).collect();
    changes.extend(documents.into_iter().map(|one| Change::Put(partnership, find, one)));
    Ok(changes)
}

fn own(cx: &Cx, find: &'static Find) -> Cx {
    cx.clone().declaring(std::slice::from_ref(&find.permission))
}

fn reading(find: &Find, failure: &web::Failure) -> Error {
    Error::Reading { kind: find.kind, problem: chain(failure.problem()) }
}

/// An error with its sources, for the log.
fn chain<E: std::error::Error + ?Sized>(error: &E) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

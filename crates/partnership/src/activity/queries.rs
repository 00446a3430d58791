//! What happened here.

use std::{collections::BTreeSet, sync::Arc};

use ::store::{Cursor, Cx, Page, Place, Tx, values};
use base::PersonId;
use futures_util::future::{try_join, try_join_all};

use super::{Happening, Told, Wanted, store};
use crate::{Error, access, directory, foundation};

/// One page of the record, the latest first.
pub(crate) async fn page(cx: &Cx, wanted: &Wanted) -> Result<(Arc<Place>, Told), Error> {
    let tx = cx.read(access::ACTIVITY).await?;
    Ok((tx.place()?, told(&tx, wanted).await?))
}

/// One page of the record, with the names that its words need: three queries.
pub(crate) async fn told(tx: &Tx, wanted: &Wanted) -> Result<Told, Error> {
    let found = store::list(tx, wanted).await?;
    let limit = usize::try_from(wanted.limit).unwrap_or_default();
    let page = Page::of(found, limit, |last: &Happening| Cursor(values![last.seq]));
    let mut ids: BTreeSet<PersonId> = page.items.iter().flat_map(Happening::people).collect();
    ids.extend(wanted.person);
    let ids: Vec<PersonId> = ids.into_iter().collect();
    let (directory, people) =
        try_join(directory::directory(tx), directory::people(tx, &ids)).await?;
    Ok(Told { page, directory, people })
}

/// What changed lately in a person's partnerships by the hand of others: the latest of each, with
/// the short name of its partnership, and the names that the words need.
pub(crate) async fn mine(
    tx: &Tx,
    me: PersonId,
    limit: i64,
) -> Result<(Vec<(String, Happening)>, Told), Error> {
    let each = foundation::store::mine(tx).await?.into_iter().map(|place| async move {
        let found = store::of_mine(tx, place.id, me, limit).await?;
        Ok::<_, Error>(found.into_iter().map(move |happening| (place.slug.clone(), happening)))
    });
    let mut all: Vec<_> = try_join_all(each).await?.into_iter().flatten().collect();
    all.sort_by_key(|(_, happening)| std::cmp::Reverse((happening.at, happening.seq)));
    all.truncate(usize::try_from(limit).unwrap_or_default());
    let ids: BTreeSet<PersonId> = all.iter().flat_map(|(_, it)| it.people()).collect();
    let ids: Vec<PersonId> = ids.into_iter().collect();
    let directory = directory::my_directory(tx);
    let people = directory::store::my_people(tx, &ids);
    let (directory, people) = try_join(directory, people).await?;
    let page = Page { items: Vec::new(), next: None };
    Ok((all, Told { page, directory, people }))
}

//! Threads, one thread with what was said in it, and what stands of talk on the pages of others.

use std::sync::Arc;

use base::{Instant, PersonId, Role};
use partnership::{Directory, People};
use store::{Cx, Page, Place, Tx};
use web::Registry;

use super::{
    Body, Door, Mode, Post, PostId, Reader, Ruling, TalkError, Thread, ThreadId, access,
    commands::{may_read, readable},
    door,
    find::{Filter, PAGE},
    lists::{Entry, Said, store as lists},
    ruling::{self, Hidden},
    store as rows,
};
use crate::Error;

/// Threads that stand on the page of a record; one more tells that there are others.
const ON_A_PAGE: i64 = 6;
/// Posts on a page of a thread.
pub(crate) const POSTS: usize = 50;

/// What is said about a record, for its page.
#[derive(Debug, Clone)]
pub(crate) struct OfSubject {
    pub(crate) place: Arc<Place>,
    pub(crate) reader: Reader,
    pub(crate) threads: Vec<(Entry, Vec<Said>)>,
    /// Whether there are more than these.
    pub(crate) more: bool,
    pub(crate) may_write: bool,
}

/// What is said about a record; none where the reader may not read records of this kind.
pub(crate) async fn of_subject(cx: &Cx, kind: &str, id: &str) -> Result<Option<OfSubject>, Error> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    if !may_read(cx, &place, kind) {
        return Ok(None);
    }
    let reader = reader(cx, &place)?;
    let mut threads = lists::of_subject(&tx, reader.person, (kind, id), ON_A_PAGE).await?;
    let shown = usize::try_from(ON_A_PAGE - 1).unwrap_or(usize::MAX);
    let more = threads.len() > shown;
    threads.truncate(shown);
    let may_write = may_write(&tx, kind, id).await?;
    Ok(Some(OfSubject { place, reader, threads, more, may_write }))
}

/// A list of threads with what stands around it.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) place: Arc<Place>,
    pub(crate) page: Page<Entry>,
    pub(crate) directory: Directory,
    /// The kinds of records that the reader may read.
    pub(crate) kinds: Vec<&'static str>,
    pub(crate) may_write: bool,
    /// How many writers wait for another look; of coordinators.
    pub(crate) appealed: i64,
}

/// One page of threads, those in which something was said last first.
pub(crate) async fn list(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Listed, Error> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let (page, kinds) = page_in(cx, &tx, filter, after).await?;
    let own = place.partnership.to_string();
    let appealed =
        if place.standing.has(Role::Coordinator) { ruling::store::waiting(&tx).await? } else { 0 };
    Ok(Listed {
        directory: partnership::directory(&tx).await?,
        may_write: may_write(&tx, "partnership", &own).await?,
        page,
        kinds,
        appealed,
        place,
    })
}

/// One page of threads and nothing around it.
pub(crate) async fn page(
    cx: &Cx,
    filter: &Filter,
    after: Option<&str>,
) -> Result<Page<Entry>, Error> {
    let tx = cx.read(access::READ).await?;
    Ok(page_in(cx, &tx, filter, after).await?.0)
}

async fn page_in(
    cx: &Cx,
    tx: &Tx,
    filter: &Filter,
    after: Option<&str>,
) -> Result<(Page<Entry>, Vec<&'static str>), Error> {
    let place = tx.place()?;
    let all = kinds(cx);
    let open: Vec<&'static str> =
        all.iter().copied().filter(|kind| may_read(cx, &place, kind)).collect();
    // What everybody may read needs no list of what it is.
    let narrowed = (open.len() < all.len()).then_some(open.as_slice());
    let me = cx.person()?;
    Ok((lists::page(tx, filter, narrowed, (me, after, PAGE)).await?, open))
}

/// Every kind of record that can be talked about.
pub(crate) fn kinds(cx: &Cx) -> Vec<&'static str> {
    let registry = cx.extension::<Registry>().unwrap_or_default();
    registry.topics().iter().map(|topic| topic.kind).collect()
}

/// One thread with what was said in it.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// Where it is, and what the reader may be there.
    pub place: Arc<Place>,
    /// The thread.
    pub thread: Thread,
    /// The first post.
    pub first: Said,
    /// The answers of this page.
    pub answers: Vec<Said>,
    /// The number after which the next page begins.
    pub next: Option<i64>,
    /// What was done to posts, in its order.
    pub rulings: Vec<Ruling>,
    /// Who did that.
    pub people: People,
    /// Who reads.
    pub reader: Reader,
    /// What the reader wants to hear of it.
    pub mode: Option<Mode>,
    /// Whether the reader may write here.
    pub may_write: bool,
}

/// One thread, with the answers after a number.
///
/// # Errors
/// When there is none, or the caller may not read the record that it is about.
pub(crate) async fn thread(cx: &Cx, id: ThreadId, after: i64) -> Result<Record, Error> {
    let tx = cx.read(access::READ).await?;
    let thread = readable(cx, &tx, id).await?;
    let place = tx.place()?;
    let reader = reader(cx, &place)?;
    let mut posts = lists::posts(&tx, reader.person, id, after.max(0), POSTS + 1).await?;
    let more = posts.len() > POSTS;
    posts.truncate(POSTS);
    let next = posts.last().filter(|_| more).map(|said| said.post.number);
    let first = if posts.first().is_some_and(|said| said.post.number == 1) {
        posts.remove(0)
    } else {
        let first = lists::posts(&tx, reader.person, id, 0, 1).await?;
        first.into_iter().next().ok_or(TalkError::Missing)?
    };
    let rulings = ruling::store::of_thread(&tx, id).await?;
    let who: Vec<PersonId> = rulings.iter().map(|ruling| ruling.by.person).collect();
    let (kind, about) = (thread.about.kind().to_owned(), thread.about.id().to_owned());
    Ok(Record {
        people: partnership::people(&tx, &who).await?,
        mode: rows::mode(&tx, id, reader.person).await?,
        may_write: may_write(&tx, &kind, &about).await?,
        place,
        thread,
        first,
        answers: posts,
        next,
        rulings,
        reader,
    })
}

/// One post with how it read before.
#[derive(Debug, Clone)]
pub(crate) struct History {
    pub(crate) place: Arc<Place>,
    pub(crate) thread: Thread,
    pub(crate) post: Post,
    pub(crate) reader: Reader,
    /// How it read, and until when; the earliest first.
    pub(crate) texts: Vec<(Instant, Body)>,
    pub(crate) people: People,
    pub(crate) may_write: bool,
}

/// One post with how it read before; of what cannot be read, neither.
pub(crate) async fn history(cx: &Cx, (id, post): (ThreadId, PostId)) -> Result<History, Error> {
    let tx = cx.read(access::READ).await?;
    let thread = readable(cx, &tx, id).await?;
    let place = tx.place()?;
    let reader = reader(cx, &place)?;
    let (post, _) = rows::post(&tx, id, post).await?;
    let texts = match post.readable(reader) {
        Some(_) => rows::texts(&tx, post.id).await?,
        None => Vec::new(),
    };
    let people = partnership::people(&tx, &[post.by.person]).await?;
    let may_write = may_write(&tx, thread.about.kind(), thread.about.id()).await?;
    Ok(History { place, thread, post, reader, texts, people, may_write })
}

/// The record of what was done to posts, for coordinators.
#[derive(Debug, Clone)]
pub(crate) struct RulingList {
    pub(crate) place: Arc<Place>,
    pub(crate) page: Page<Hidden>,
    pub(crate) people: People,
}

/// One page of the record of what was done to posts, the latest first.
pub(crate) async fn rulings(cx: &Cx, after: Option<&str>) -> Result<RulingList, Error> {
    let tx = cx.read(access::RULINGS).await?;
    let page = ruling::store::page(&tx, after, PAGE).await?;
    let who: Vec<PersonId> = page.items.iter().map(|one| one.last.by.person).collect();
    let people = partnership::people(&tx, &who).await?;
    Ok(RulingList { place: tx.place()?, page, people })
}

/// Where guests may write.
#[derive(Debug, Clone)]
pub(crate) struct Doors {
    pub(crate) place: Arc<Place>,
    pub(crate) doors: Vec<Door>,
}

/// Where guests may write.
pub(crate) async fn doors(cx: &Cx) -> Result<Doors, Error> {
    let tx = cx.read(access::DOORS).await?;
    let doors = ruling::store::doors(&tx).await?;
    Ok(Doors { place: tx.place()?, doors })
}

pub(crate) fn reader(cx: &Cx, place: &Place) -> Result<Reader, Error> {
    Ok(Reader { person: cx.person()?, coordinates: place.standing.has(Role::Coordinator) })
}

/// Whether the reader may write about a record. Only of guests is it asked.
pub(super) async fn may_write(tx: &Tx, kind: &str, id: &str) -> Result<bool, Error> {
    if !access::is_guest(&tx.place()?.standing) {
        return Ok(true);
    }
    Ok(door::is_open(&ruling::store::doors(tx).await?, kind, id))
}

/// The partners, for those who speak for several.
pub(crate) async fn directory(cx: &Cx) -> Result<Directory, Error> {
    let tx = cx.read(access::READ).await?;
    Ok(partnership::directory(&tx).await?)
}

/// Whether guests may write about a record now.
pub(crate) async fn is_open_to_guests(cx: &Cx, kind: &str, id: &str) -> Result<bool, Error> {
    let tx = cx.read(access::READ).await?;
    Ok(door::is_open(&ruling::store::doors(&tx).await?, kind, id))
}

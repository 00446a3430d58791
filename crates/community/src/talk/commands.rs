//! The only ways to say something and to change what was said, for a page, the API or the demo.

use std::collections::BTreeMap;

use base::{OrganizationId, Reason, Revision, Role, Title};
use store::{Cx, Permission, Place, WriteTx};
use web::Registry;

use super::{
    About, Act, Anchor, Body, Door, Mode, Post, PostId, PostState, Reaction, Ruling, TalkError,
    Thread, ThreadId, Voice, access, door,
    events::{self, Kind, Sealed},
    mention::{self, Mention, Target},
    notices, ruling, store as rows,
};
use crate::Error;

/// What begins a thread.
#[derive(Debug, Clone)]
pub struct Opening {
    /// What it is about.
    pub about: About,
    /// What it is called, where the record's name does not say it.
    pub title: Option<Title>,
    /// The line of a text that it is about.
    pub anchor: Option<Anchor>,
    /// The first post.
    pub body: Body,
    /// For which of their organizations the writer speaks.
    pub organization: Option<OrganizationId>,
}

/// Begins a thread; with its first post.
///
/// # Errors
/// When the writer is a guest where guests only read.
pub async fn start(cx: &Cx, opening: Opening) -> Result<(Thread, Post), Error> {
    let mut tx = cx.write(access::WRITE).await?;
    let by = voice(cx, &tx, opening.organization)?;
    may_write(&tx, &opening.about).await?;
    let mut thread = Thread {
        id: cx.new_id(),
        about: opening.about,
        title: opening.title,
        anchor: opening.anchor,
        opened: by,
        last_at: by.at,
        posts: 0,
        help: 0,
        closed: None,
    };
    rows::open(&mut tx, &thread).await?;
    let post = write(cx, &mut tx, &mut thread, by, opening.body).await?;
    let event = events::of(Kind::Opened, &thread, Some(post.id), by.organization)?;
    tx.commit_all(vec![event]).await?;
    Ok((thread, post))
}

/// Answers in a thread.
///
/// # Errors
/// When it is closed or full, or the writer is a guest where guests only read.
pub async fn answer(
    cx: &Cx,
    id: ThreadId,
    body: Body,
    organization: Option<OrganizationId>,
) -> Result<Post, Error> {
    let mut tx = cx.write(access::WRITE).await?;
    let mut thread = readable(cx, &tx, id).await?;
    let by = voice(cx, &tx, organization)?;
    may_write(&tx, &thread.about).await?;
    thread.takes_more()?;
    let post = write(cx, &mut tx, &mut thread, by, body).await?;
    let event = events::of(Kind::Answered, &thread, Some(post.id), by.organization)?;
    tx.commit_all(vec![event]).await?;
    Ok(post)
}

/// Writes a post at the end of a thread and tells those whom it concerns.
async fn write(
    cx: &Cx,
    tx: &mut WriteTx,
    thread: &mut Thread,
    by: Voice,
    body: Body,
) -> Result<Post, Error> {
    thread.posts = rows::next_number(tx, thread.id, by.at).await?;
    let named = named(tx, &body).await?;
    let post = Post::new(cx.new_id(), thread.id, thread.posts, by, body);
    let mine = hats(&*tx.place()?, by);
    rows::add(tx, &post, &named, &mine).await?;
    notices::settle(tx, thread, by.person).await?;
    rows::index(tx, thread).await?;
    notices::tell_of_post(tx, thread, &post, &named).await?;
    Ok(post)
}

/// Changes one's own post; how it read before stays readable.
///
/// # Errors
/// As [`Post::edit`], and when somebody changed it since the caller read it.
pub async fn edit(
    cx: &Cx,
    (id, post): (ThreadId, PostId),
    seen: Option<Revision>,
    body: Body,
) -> Result<Post, Error> {
    let mut change = Change::of(cx, access::WRITE, (id, post), seen).await?;
    may_write(&change.tx, &change.thread.about).await?;
    let before = change.post.edit(cx.person()?, body, cx.now())?;
    rows::keep_text(&mut change.tx, post, cx.now(), &before).await?;
    let body = change.post.body.as_ref().ok_or(TalkError::Missing)?;
    let named = named(&change.tx, body).await?;
    let known = |one: &Mention, all: &[Mention]| all.iter().any(|two| two.target == one.target);
    let gone: Vec<Mention> =
        change.named.iter().filter(|one| !known(one, &named)).cloned().collect();
    let new: Vec<Mention> =
        named.iter().filter(|one| !known(one, &change.named)).cloned().collect();
    rows::unname(&mut change.tx, post, &gone).await?;
    rows::name(&mut change.tx, &change.post, &new).await?;
    if !new.is_empty() {
        notices::tell_of_new_names(&mut change.tx, &change.thread, &change.post, &new).await?;
    }
    change.named = named;
    change.finish(cx, Kind::Edited).await
}

/// Takes one's own post back for good.
///
/// # Errors
/// As [`Post::take_back`].
pub async fn take_back(cx: &Cx, (id, post): (ThreadId, PostId)) -> Result<Post, Error> {
    let mut change = Change::of(cx, access::WRITE, (id, post), None).await?;
    let shown = change.post.state == PostState::Shown;
    change.post.take_back(cx.person()?)?;
    rows::forget_texts(&mut change.tx, post).await?;
    rows::unname(&mut change.tx, post, &change.named).await?;
    change.named.clear();
    if shown {
        rows::help(&mut change.tx, id, -change.post.reactions[2]).await?;
    }
    change.finish(cx, Kind::TakenBack).await
}

/// Reacts to a post, or takes the reaction back.
///
/// # Errors
/// As [`Post::takes`].
pub async fn react(
    cx: &Cx,
    (id, post): (ThreadId, PostId),
    reaction: Reaction,
    on: bool,
) -> Result<(), Error> {
    let Change { mut tx, thread, post, .. } =
        Change::of(cx, access::WRITE, (id, post), None).await?;
    may_write(&tx, &thread.about).await?;
    let by = voice(cx, &tx, None)?;
    if on {
        post.takes(reaction, by.person)?;
    }
    let changed = rows::react(&mut tx, &post, (by.person, by.at), reaction, on).await?;
    // Whoever reacts has read it and answered.
    let mine = hats(&*tx.place()?, by);
    rows::answered(&mut tx, id, &mine).await?;
    notices::settle(&mut tx, &thread, by.person).await?;
    let event = if changed && on && reaction == Reaction::Help {
        notices::tell_of_help(&mut tx, &thread, &post, by.person).await?;
        events::of(Kind::HelpWanted, &thread, Some(post.id), by.organization)?
    } else {
        store::Written::new(&Sealed::of(id))?
    };
    tx.commit_all(vec![event]).await?;
    Ok(())
}

/// Follows a thread, looks away from it, or neither.
///
/// # Errors
/// When there is no such thread, or none that the caller may read.
pub async fn follow(cx: &Cx, id: ThreadId, mode: Option<Mode>) -> Result<(), Error> {
    let mut tx = cx.write(access::WRITE).await?;
    let thread = readable(cx, &tx, id).await?;
    let by = voice(cx, &tx, None)?;
    rows::follow(&mut tx, id, by.person, mode).await?;
    if mode == Some(Mode::Mute) {
        let mine = hats(&*tx.place()?, by);
        rows::answered(&mut tx, id, &mine).await?;
        notices::settle(&mut tx, &thread, by.person).await?;
    }
    tx.commit(&Sealed::of(id)).await?;
    Ok(())
}

/// Says that a thread is settled: whoever began it, or a coordinator.
///
/// # Errors
/// As [`Thread::close`], and when the caller is neither.
pub async fn close(cx: &Cx, id: ThreadId) -> Result<Thread, Error> {
    let (tx, mut thread, by) = settling(cx, id).await?;
    thread.close(by)?;
    settle(tx, thread, by, Kind::Closed).await
}

/// Goes on with a thread.
///
/// # Errors
/// As [`Thread::reopen`], and as [`close`].
pub async fn reopen(cx: &Cx, id: ThreadId) -> Result<Thread, Error> {
    let (tx, mut thread, by) = settling(cx, id).await?;
    thread.reopen()?;
    settle(tx, thread, by, Kind::Reopened).await
}

async fn settling(cx: &Cx, id: ThreadId) -> Result<(WriteTx, Thread, Voice), Error> {
    let tx = cx.write(access::WRITE).await?;
    let thread = readable(cx, &tx, id).await?;
    let by = voice(cx, &tx, None)?;
    if !access::settles(&tx.place()?.standing, thread.opened.person, by.person) {
        return Err(TalkError::NotYours.into());
    }
    Ok((tx, thread, by))
}

async fn settle(mut tx: WriteTx, thread: Thread, by: Voice, kind: Kind) -> Result<Thread, Error> {
    rows::settle(&mut tx, &thread).await?;
    let event = events::of(kind, &thread, None, by.organization)?;
    tx.commit_all(vec![event]).await?;
    Ok(thread)
}

/// Hides a post of anybody, with a reason that all can read. Its writer is told and may ask for
/// another look.
///
/// # Errors
/// As [`Post::hide`].
pub async fn hide(cx: &Cx, (id, post): (ThreadId, PostId), why: Reason) -> Result<Post, Error> {
    let mut change = Change::of(cx, access::MODERATE, (id, post), None).await?;
    let act = change.post.hide()?;
    rows::help(&mut change.tx, id, -change.post.reactions[2]).await?;
    change.rule(cx, act, why, Kind::Hidden).await
}

/// Asks, as its writer, for another look at a hidden post.
///
/// # Errors
/// As [`Post::appeal`].
pub async fn appeal(cx: &Cx, (id, post): (ThreadId, PostId), why: Reason) -> Result<Post, Error> {
    let mut change = Change::of(cx, access::WRITE, (id, post), None).await?;
    let act = change.post.appeal(cx.person()?)?;
    change.rule(cx, act, why, Kind::Appealed).await
}

base::words! {
    /// What comes of another look.
    pub enum Look {
        /// The post is shown again.
        Show = "show",
        /// It stays hidden.
        KeepHidden = "keep_hidden",
    }
}

/// Looks at a hidden post again, and says why it is shown or not.
///
/// # Errors
/// As [`Post::review`].
pub async fn review(
    cx: &Cx,
    (id, post): (ThreadId, PostId),
    look: Look,
    why: Reason,
) -> Result<Post, Error> {
    let mut change = Change::of(cx, access::MODERATE, (id, post), None).await?;
    let act = change.post.review(look == Look::Show)?;
    let kind = match look {
        Look::Show => {
            rows::help(&mut change.tx, id, change.post.reactions[2]).await?;
            Kind::Shown
        }
        Look::KeepHidden => Kind::KeptHidden,
    };
    change.rule(cx, act, why, kind).await
}

/// Says whether guests may write somewhere.
///
/// # Errors
/// When the caller does not coordinate.
pub async fn open_door(cx: &Cx, door: Door) -> Result<(), Error> {
    let mut tx = cx.write(access::OPEN_DOOR).await?;
    ruling::store::set_door(&mut tx, &door).await?;
    let (kind, id) = (door.kind.unwrap_or_default(), door.id.unwrap_or_default());
    tx.commit(&events::DoorSet { kind, id, guests: door.guests }).await?;
    Ok(())
}

/// A change of one post, between the read and the write.
struct Change {
    tx: WriteTx,
    thread: Thread,
    post: Post,
    named: Vec<Mention>,
}

impl Change {
    async fn of(
        cx: &Cx,
        permission: Permission,
        (id, post): (ThreadId, PostId),
        seen: Option<Revision>,
    ) -> Result<Self, Error> {
        let tx = cx.write(permission).await?;
        let thread = readable(cx, &tx, id).await?;
        let (post, named) = rows::post(&tx, id, post).await?;
        if seen.is_some_and(|seen| seen != post.revision) {
            return Err(TalkError::Changed.into());
        }
        Ok(Self { tx, thread, post, named })
    }

    /// Writes what was done to the post and why, and tells those who must know.
    async fn rule(mut self, cx: &Cx, act: Act, why: Reason, kind: Kind) -> Result<Post, Error> {
        let by = voice(cx, &self.tx, None)?;
        let ruling = Ruling { id: cx.new_id(), post: self.post.id, act, by, why };
        ruling::store::rule(&mut self.tx, &self.post, &ruling).await?;
        let told = (act, by.person);
        notices::tell_of_ruling(&mut self.tx, &self.thread, &self.post, told).await?;
        self.finish(cx, kind).await
    }

    async fn finish(mut self, cx: &Cx, kind: Kind) -> Result<Post, Error> {
        rows::save(&mut self.tx, &mut self.post, &self.named).await?;
        rows::index(&mut self.tx, &self.thread).await?;
        let by = voice(cx, &self.tx, None)?;
        let event = events::of(kind, &self.thread, Some(self.post.id), by.organization)?;
        self.tx.commit_all(vec![event]).await?;
        Ok(self.post)
    }
}

/// A thread, when the caller may read the record that it is about.
pub(super) async fn readable(cx: &Cx, tx: &store::Tx, id: ThreadId) -> Result<Thread, Error> {
    let thread = rows::thread(tx, id).await?;
    let place = tx.place()?;
    if may_read(cx, &place, thread.about.kind()) {
        Ok(thread)
    } else {
        Err(TalkError::Missing.into())
    }
}

/// Whether somebody may read the records of a kind.
pub(crate) fn may_read(cx: &Cx, place: &Place, kind: &str) -> bool {
    let registry = cx.extension::<Registry>().unwrap_or_default();
    registry.topic(kind).is_some_and(|topic| topic.is_open_to(cx, &place.standing))
}

async fn may_write(tx: &store::Tx, about: &About) -> Result<(), Error> {
    if access::is_guest(&tx.place()?.standing) {
        let doors = ruling::store::doors(tx).await?;
        if !door::is_open(&doors, about.kind(), about.id()) {
            return Err(TalkError::GuestsRead.into());
        }
    }
    Ok(())
}

fn voice(cx: &Cx, tx: &store::Tx, chosen: Option<OrganizationId>) -> Result<Voice, Error> {
    let place = tx.place()?;
    let organization = access::speaks_for(&place.standing, chosen);
    let organization =
        organization.ok_or_else(|| Error::field("organization", "choice_unknown"))?;
    Ok(Voice { person: cx.person()?, organization, at: cx.now() })
}

/// As whom somebody is named: as themselves, and as the organizations that they lead.
fn hats(place: &Place, by: Voice) -> Vec<Target> {
    let leads = place.standing.grants.iter().filter(|(_, role)| *role == Role::Lead);
    let led = leads.map(|(of, _)| Target::Organization(*of));
    std::iter::once(Target::Person(by.person)).chain(led).collect()
}

/// Who is named in a text.
async fn named(tx: &store::Tx, body: &Body) -> Result<Vec<Mention>, Error> {
    let candidates = mention::candidates(body.as_str());
    if candidates.is_empty() {
        return Ok(Vec::new());
    }
    let names: Vec<&str> = candidates.iter().flatten().copied().collect();
    let mut known: BTreeMap<String, Vec<Target>> = BTreeMap::new();
    for (name, person) in partnership::people_called(tx, &names).await? {
        known.entry(name).or_default().push(Target::Person(person));
    }
    for entry in partnership::directory(tx).await?.current() {
        for name in names.iter().filter(|name| entry.is_called(name)) {
            known.entry((*name).to_owned()).or_default().push(Target::Organization(entry.id));
        }
    }
    Ok(mention::resolve(&candidates, &known))
}

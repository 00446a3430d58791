//! Talk: threads about a record of any kind, what is said in them, and what becomes of it.
//!
//! A thread is a first post and the answers to it, one level deep. Its writer changes a post, with
//! history, or takes it back for good; a coordinator may hide one with a reason that everybody can
//! read, and its writer may ask for another look.

pub mod about;
pub(crate) mod access;
pub(crate) mod api;
pub(crate) mod carried;
pub mod commands;
pub(crate) mod door;
pub(crate) mod events;
pub(crate) mod find;
pub(crate) mod lists;
pub(crate) mod mention;
mod notices;
pub(crate) mod pages;
pub(crate) mod panels;
pub(crate) mod parse;
mod problem;
pub(crate) mod queries;
pub(crate) mod routes;
pub(crate) mod ruling;
pub(crate) mod store;
mod words;

use ::store::Tx;
use base::{Instant, Line, OrganizationId, PersonId, Prose, Reason, Revision, Title};

use crate::Error;

pub use self::{
    about::{About, about},
    commands::{
        Look, Opening, answer, appeal, close, edit, follow, hide, open_door, react, reopen, review,
        start, take_back,
    },
    door::Door,
    problem::TalkError,
};

base::id! {
    /// Names a thread.
    pub ThreadId = "thr";
}

base::id! {
    /// Names a post.
    pub PostId = "pst";
}

base::id! {
    /// Names what was done to a post.
    pub RulingId = "rul";
}

base::words! {
    /// What others say to a post without words: few, and each means something.
    pub enum Reaction {
        /// The same is true for me, or I want it too.
        Agree = "agree",
        /// This helped me.
        Thanks = "thanks",
        /// I cannot go on with this alone.
        Help = "help",
    }
}

base::words! {
    /// Whether a post can be read.
    pub enum PostState {
        /// By everybody who may read the thread.
        Shown = "shown",
        /// Its writer took it back: by nobody.
        TakenBack = "taken_back",
        /// A coordinator hid it: by its writer and by coordinators.
        Hidden = "hidden",
    }
}

base::words! {
    /// What somebody wants to hear of a thread.
    pub enum Mode {
        /// Every answer.
        Follow = "follow",
        /// Nothing, not even when they are named.
        Mute = "mute",
    }
}

base::words! {
    /// What was done to a post that others could not read any more, or can again.
    pub enum Act {
        /// A coordinator hid it.
        Hidden = "hidden",
        /// Its writer asked for another look.
        Appealed = "appealed",
        /// A coordinator looked again and left it hidden.
        KeptHidden = "kept_hidden",
        /// A coordinator showed it again.
        Shown = "shown",
    }
}

/// What is said in a post.
pub type Body = Prose<8000>;
/// A line of a text, as it read when something was said about it.
pub type Quote = Line<400>;

/// The most posts that one thread has: what goes on longer wants a thread of its own.
pub const MOST_POSTS: i64 = 1000;

/// Who speaks, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// The person.
    pub person: PersonId,
    /// The organization that they speak for.
    pub organization: OrganizationId,
    /// When.
    pub at: Instant,
}

/// A line of a version of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The version, from 1.
    pub version: i64,
    /// The line, from 1.
    pub line: i64,
    /// How it read.
    pub quote: Option<Quote>,
}

/// What is said about one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// Its name.
    pub id: ThreadId,
    /// What it is about.
    pub about: About,
    /// What it is called, when it is about more than the record's name says.
    pub title: Option<Title>,
    /// The line that it is about.
    pub anchor: Option<Anchor>,
    /// Who began it.
    pub opened: Voice,
    /// When something was said last.
    pub last_at: Instant,
    /// How many posts it has, with the first one and those that are not shown.
    pub posts: i64,
    /// How many people need help with something said here.
    pub help: i64,
    /// Who said that it is settled, and when.
    pub closed: Option<(PersonId, Instant)>,
}

/// One post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its name.
    pub id: PostId,
    /// Its thread.
    pub thread: ThreadId,
    /// Its place there, from 1.
    pub number: i64,
    /// Who wrote it.
    pub by: Voice,
    /// What it says; nothing once it was taken back.
    pub body: Option<Body>,
    /// When it was changed last.
    pub edited_at: Option<Instant>,
    /// Whether it can be read.
    pub state: PostState,
    /// Whether its writer waits for another look.
    pub appealed: bool,
    /// How many reacted how: agree, thanks, help.
    pub reactions: [i64; 3],
    /// How often it was changed.
    pub revision: Revision,
}

impl Thread {
    /// Whether it takes another post.
    ///
    /// # Errors
    /// When it is closed, or as long as a thread gets.
    pub fn takes_more(&self) -> Result<(), TalkError> {
        if self.closed.is_some() {
            return Err(TalkError::Closed);
        }
        if self.posts >= MOST_POSTS { Err(TalkError::Full) } else { Ok(()) }
    }

    /// Says that it is settled.
    ///
    /// # Errors
    /// When somebody said so already.
    pub fn close(&mut self, by: Voice) -> Result<(), TalkError> {
        if self.closed.is_some() {
            return Err(TalkError::Closed);
        }
        self.closed = Some((by.person, by.at));
        Ok(())
    }

    /// Goes on with it.
    ///
    /// # Errors
    /// When it is not closed.
    pub fn reopen(&mut self) -> Result<(), TalkError> {
        self.closed.take().map(drop).ok_or(TalkError::NotClosed)
    }
}

impl Post {
    /// A new post.
    #[must_use]
    pub fn new(id: PostId, thread: ThreadId, number: i64, by: Voice, body: Body) -> Self {
        Self {
            id,
            thread,
            number,
            by,
            body: Some(body),
            edited_at: None,
            state: PostState::Shown,
            appealed: false,
            reactions: [0; 3],
            revision: Revision(1),
        }
    }

    /// Changes what it says; how it read before.
    ///
    /// # Errors
    /// When the caller did not write it, it is not shown, or nothing changes.
    pub fn edit(&mut self, by: PersonId, body: Body, at: Instant) -> Result<Body, TalkError> {
        self.is_own(by)?;
        self.is_shown()?;
        if self.body.as_ref() == Some(&body) {
            return Err(TalkError::SameText);
        }
        self.edited_at = Some(at);
        self.body.replace(body).ok_or(TalkError::NotShown { state: self.state })
    }

    /// Takes it back: nobody reads it any more, and no one can bring it back.
    ///
    /// # Errors
    /// When the caller did not write it, or it was taken back.
    pub fn take_back(&mut self, by: PersonId) -> Result<(), TalkError> {
        self.is_own(by)?;
        if self.state == PostState::TakenBack {
            return Err(TalkError::NotShown { state: self.state });
        }
        self.state = PostState::TakenBack;
        self.appealed = false;
        self.body = None;
        Ok(())
    }

    /// Hides it from the others.
    ///
    /// # Errors
    /// When it is not shown.
    pub fn hide(&mut self) -> Result<Act, TalkError> {
        self.is_shown()?;
        self.state = PostState::Hidden;
        Ok(Act::Hidden)
    }

    /// Asks, as its writer, for another look.
    ///
    /// # Errors
    /// When the caller did not write it, it is not hidden, or they asked already.
    pub fn appeal(&mut self, by: PersonId) -> Result<Act, TalkError> {
        self.is_own(by)?;
        self.is_hidden()?;
        if self.appealed {
            return Err(TalkError::Appealed);
        }
        self.appealed = true;
        Ok(Act::Appealed)
    }

    /// Looks again: shows it, or leaves it hidden.
    ///
    /// # Errors
    /// When it is not hidden.
    pub fn review(&mut self, show: bool) -> Result<Act, TalkError> {
        self.is_hidden()?;
        self.appealed = false;
        if show {
            self.state = PostState::Shown;
        }
        Ok(if show { Act::Shown } else { Act::KeptHidden })
    }

    /// Whether somebody may react so: nobody agrees with themselves or thanks themselves.
    ///
    /// # Errors
    /// When it is their own, or it is not shown.
    pub fn takes(&self, reaction: Reaction, by: PersonId) -> Result<(), TalkError> {
        self.is_shown()?;
        match reaction {
            Reaction::Agree | Reaction::Thanks if self.by.person == by => Err(TalkError::OwnPost),
            Reaction::Agree | Reaction::Thanks | Reaction::Help => Ok(()),
        }
    }

    /// What somebody may read of it.
    #[must_use]
    pub fn readable(&self, reader: Reader) -> Option<&Body> {
        let may = match self.state {
            PostState::Shown => true,
            PostState::TakenBack => false,
            PostState::Hidden => reader.coordinates || reader.person == self.by.person,
        };
        self.body.as_ref().filter(|_| may)
    }

    fn is_own(&self, by: PersonId) -> Result<(), TalkError> {
        if self.by.person == by { Ok(()) } else { Err(TalkError::NotYours) }
    }

    fn is_shown(&self) -> Result<(), TalkError> {
        match self.state {
            PostState::Shown => Ok(()),
            PostState::TakenBack | PostState::Hidden => {
                Err(TalkError::NotShown { state: self.state })
            }
        }
    }

    fn is_hidden(&self) -> Result<(), TalkError> {
        match self.state {
            PostState::Hidden => Ok(()),
            PostState::Shown | PostState::TakenBack => Err(TalkError::NotHidden),
        }
    }
}

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// The person.
    pub person: PersonId,
    /// Whether they keep the partnership going.
    pub coordinates: bool,
}

/// What a coordinator did to a post, or its writer said to that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// Its name.
    pub id: RulingId,
    /// The post.
    pub post: PostId,
    /// What.
    pub act: Act,
    /// Who.
    pub by: Voice,
    /// Why.
    pub why: Reason,
}

/// Whether whoever asks may take part where guests need an open door: everybody else always may.
pub(crate) async fn guests_may(tx: &Tx, kind: &str, id: &str) -> Result<bool, Error> {
    queries::may_write(tx, kind, id).await
}

#[cfg(test)]
mod tests;

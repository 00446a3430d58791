//! Talk in the database: threads, their posts, who is named, who follows, and the words by which a
//! thread is found.

use std::collections::BTreeSet;

use base::{Instant, OrganizationId, PersonId, Value};
use store::{Row, Tx, WriteTx, statements, values};

use super::{
    About, Anchor, Body, Mode, Post, PostId, Reaction, TalkError, Thread, ThreadId, Voice,
    mention::{self, Mention, Target},
};
use crate::Error;

statements! {
    THREAD = "SELECT id, subject_kind, subject, subject_name, title, version, line, quote, person,
        organization, opened_at, last_at, posts, help, closed_by, closed_at
        FROM threads WHERE partnership = $1 AND id = $2";
    OPEN = "INSERT INTO threads (partnership, id, subject_kind, subject, subject_name, title,
        version, line, quote, person, organization, opened_at, last_at, posts, help)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, 0, 0)";
    // Gives the next number; of two who answer at once the second waits here for the first.
    COUNT = "UPDATE threads SET posts = posts + 1, last_at = $3
        WHERE partnership = $1 AND id = $2 AND closed_at IS NULL RETURNING posts";
    CLOSE = "UPDATE threads SET closed_by = $3, closed_at = $4
        WHERE partnership = $1 AND id = $2";
    HELP = "UPDATE threads SET help = help + $3 WHERE partnership = $1 AND id = $2";
    POST = "SELECT thread, number, id, person, organization, at, body, edited_at, state, appealed,
        agree, thanks, help, names, revision
        FROM posts WHERE partnership = $1 AND thread = $2 AND id = $3";
    ADD = "INSERT INTO posts (partnership, thread, number, id, person, organization, at, body,
        names, state, appealed, agree, thanks, help, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'shown', FALSE, 0, 0, 0, 1)";
    SAVE = "UPDATE posts SET body = $5, names = $6, edited_at = $7, state = $8, appealed = $9,
        revision = revision + 1
        WHERE partnership = $1 AND thread = $2 AND number = $3 AND revision = $4";
    KEEP_TEXT = "INSERT INTO post_texts (partnership, post, number, until, body)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4
        FROM post_texts WHERE partnership = $1 AND post = $2";
    FORGET_TEXTS = "DELETE FROM post_texts WHERE partnership = $1 AND post = $2";
    TEXTS = "SELECT until, body FROM post_texts WHERE partnership = $1 AND post = $2
        ORDER BY number LIMIT 200";
    NAME = "INSERT INTO post_mentions (partnership, post, target, thread, name, at, waits)
        VALUES ($1, $2, $3, $4, $5, $6, TRUE) ON CONFLICT (partnership, post, target) DO NOTHING";
    // Whoever answers, answers for themselves and for the organizations that they lead.
    ANSWERED = "UPDATE post_mentions SET waits = FALSE
        WHERE partnership = $1 AND thread = $2 AND target = $3 AND waits";
    UNNAME = "DELETE FROM post_mentions WHERE partnership = $1 AND post = $2 AND target = $3";
    REACT = "INSERT INTO post_reactions (partnership, post, person, reaction, at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (partnership, post, person, reaction) DO NOTHING";
    UNREACT = "DELETE FROM post_reactions
        WHERE partnership = $1 AND post = $2 AND person = $3 AND reaction = $4";
    TALLY = "UPDATE posts SET agree = agree + $4, thanks = thanks + $5, help = help + $6
        WHERE partnership = $1 AND thread = $2 AND number = $3";
    FOLLOW = "INSERT INTO thread_followers (partnership, thread, person, mode)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (partnership, thread, person) DO UPDATE SET mode = excluded.mode";
    // One who writes follows, unless they said that they want to hear nothing.
    JOIN = "INSERT INTO thread_followers (partnership, thread, person, mode)
        VALUES ($1, $2, $3, 'follow') ON CONFLICT (partnership, thread, person) DO NOTHING";
    UNFOLLOW = "DELETE FROM thread_followers
        WHERE partnership = $1 AND thread = $2 AND person = $3";
    FOLLOWERS = "SELECT f.person, f.mode FROM thread_followers f
        WHERE f.partnership = $1 AND f.thread = $2 AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = f.partnership AND g.person = f.person
        ) ORDER BY f.person LIMIT 1000";
    MODE = "SELECT mode FROM thread_followers
        WHERE partnership = $1 AND thread = $2 AND person = $3";
    // A successor in a seat hears of the open threads in which the one before spoke for the seat's
    // organization.
    INHERIT = "INSERT INTO thread_followers (partnership, thread, person, mode)
        SELECT f.partnership, f.thread, $3, 'follow' FROM thread_followers f
        JOIN threads t ON t.partnership = f.partnership AND t.id = f.thread
            AND t.closed_at IS NULL
        WHERE f.partnership = $1 AND f.person = $2 AND f.mode = 'follow' AND EXISTS (
            SELECT 1 FROM posts p WHERE p.partnership = $1 AND p.thread = f.thread
            AND p.person = $2 AND p.organization = $4)
        ON CONFLICT (partnership, thread, person) DO NOTHING";
    SHOWN_TEXTS = "SELECT body FROM posts
        WHERE partnership = $1 AND thread = $2 AND state = 'shown' ORDER BY number";
    WORDS = "SELECT word FROM thread_words WHERE partnership = $1 AND thread = $2";
    ADD_WORD = "INSERT INTO thread_words (partnership, word, thread) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, word, thread) DO NOTHING";
    DROP_WORD = "DELETE FROM thread_words WHERE partnership = $1 AND word = $2 AND thread = $3";
}

pub(crate) async fn thread(tx: &Tx, id: ThreadId) -> Result<Thread, Error> {
    let row = tx.optional(&THREAD, values![id]).await?.ok_or(TalkError::Missing)?;
    thread_of(&row)
}

/// A post with those whom it names.
pub(crate) async fn post(
    tx: &Tx,
    thread: ThreadId,
    id: PostId,
) -> Result<(Post, Vec<Mention>), Error> {
    let row = tx.optional(&POST, values![thread, id]).await?.ok_or(TalkError::Missing)?;
    Ok((post_of(&row)?, mentions_of(&row)?))
}

/// How a post read before, the earliest first, and until when.
pub(crate) async fn texts(tx: &Tx, id: PostId) -> Result<Vec<(Instant, Body)>, Error> {
    let rows = tx.query(&TEXTS, values![id]).await?;
    rows.iter().map(|row| Ok((row.get("until")?, row.get("body")?))).collect()
}

pub(crate) async fn mode(
    tx: &Tx,
    thread: ThreadId,
    person: PersonId,
) -> Result<Option<Mode>, Error> {
    let row = tx.optional(&MODE, values![thread, person]).await?;
    Ok(row.map(|row| row.get("mode")).transpose()?)
}

pub(crate) async fn followers(
    tx: &Tx,
    thread: ThreadId,
) -> Result<BTreeSet<(PersonId, Mode)>, Error> {
    let rows = tx.query(&FOLLOWERS, values![thread]).await?;
    rows.iter().map(|row| Ok((row.get("person")?, row.get("mode")?))).collect()
}

/// Writes a new thread, still without a post.
pub(crate) async fn open(tx: &mut WriteTx, thread: &Thread) -> Result<(), Error> {
    let (about, anchor) = (&thread.about, thread.anchor.as_ref());
    let values = values![
        thread.id,
        about.kind(),
        about.id(),
        about.name(),
        thread.title,
        anchor.map(|anchor| anchor.version),
        anchor.map(|anchor| anchor.line),
        anchor.and_then(|anchor| anchor.quote.as_ref()),
        thread.opened.person,
        thread.opened.organization,
        thread.opened.at,
    ];
    tx.execute(&OPEN, values).await?;
    Ok(())
}

/// The number of the next post of a thread.
pub(crate) async fn next_number(
    tx: &mut WriteTx,
    thread: ThreadId,
    at: Instant,
) -> Result<i64, Error> {
    let row = tx.optional(&COUNT, values![thread, at]).await?.ok_or(TalkError::Closed)?;
    Ok(row.get("posts")?)
}

/// Writes a new post, and that its writer follows the thread and has answered.
pub(crate) async fn add(
    tx: &mut WriteTx,
    post: &Post,
    named: &[Mention],
    answered: &[Target],
) -> Result<(), Error> {
    let written = mention::written(named);
    let by = post.by;
    let values = values![
        post.thread,
        post.number,
        post.id,
        by.person,
        by.organization,
        by.at,
        post.body,
        written
    ];
    tx.execute(&ADD, values).await?;
    tx.execute(&JOIN, values![post.thread, by.person]).await?;
    let answered = answered.iter().map(|target| values![post.thread, target]).collect();
    tx.execute_many(&ANSWERED, answered).await?;
    name(tx, post, named).await
}

/// Notes who is named in a post.
pub(crate) async fn name(tx: &mut WriteTx, post: &Post, named: &[Mention]) -> Result<(), Error> {
    let row = |one: &Mention| values![post.id, one.target, post.thread, one.name, post.by.at];
    let rows: Vec<Vec<Value>> = named.iter().map(row).collect();
    tx.execute_many(&NAME, rows).await?;
    Ok(())
}

/// Notes who is not named in a post any more.
pub(crate) async fn unname(tx: &mut WriteTx, post: PostId, gone: &[Mention]) -> Result<(), Error> {
    let rows = gone.iter().map(|one| values![post, one.target]).collect();
    tx.execute_many(&UNNAME, rows).await?;
    Ok(())
}

/// Notes that nobody waits for somebody's answer any more.
pub(crate) async fn answered(
    tx: &mut WriteTx,
    thread: ThreadId,
    by: &[Target],
) -> Result<(), Error> {
    let rows = by.iter().map(|target| values![thread, target]).collect();
    tx.execute_many(&ANSWERED, rows).await?;
    Ok(())
}

/// Writes a changed post, if nobody else changed it.
pub(crate) async fn save(
    tx: &mut WriteTx,
    post: &mut Post,
    named: &[Mention],
) -> Result<(), Error> {
    let body = post.body.as_ref().map_or("", Body::as_str);
    let values = values![
        post.thread,
        post.number,
        post.revision,
        body,
        mention::written(named),
        post.edited_at,
        post.state,
        post.appealed
    ];
    tx.execute_fresh(&SAVE, values).await.map_err(|error| {
        if matches!(error, store::Error::Stale) {
            Error::Talk(TalkError::Changed)
        } else {
            error.into()
        }
    })?;
    post.revision = post.revision.next();
    Ok(())
}

/// Keeps how a post read until now.
pub(crate) async fn keep_text(
    tx: &mut WriteTx,
    post: PostId,
    until: Instant,
    body: &Body,
) -> Result<(), Error> {
    tx.execute(&KEEP_TEXT, values![post, until, body]).await?;
    Ok(())
}

/// Forgets how a post read before.
pub(crate) async fn forget_texts(tx: &mut WriteTx, post: PostId) -> Result<(), Error> {
    tx.execute(&FORGET_TEXTS, values![post]).await?;
    Ok(())
}

/// Writes or removes a reaction; whether anything changed.
pub(crate) async fn react(
    tx: &mut WriteTx,
    post: &Post,
    (person, at): (PersonId, Instant),
    reaction: Reaction,
    on: bool,
) -> Result<bool, Error> {
    let changed = if on {
        tx.execute(&REACT, values![post.id, person, reaction, at]).await?
    } else {
        tx.execute(&UNREACT, values![post.id, person, reaction]).await?
    };
    if changed == 0 {
        return Ok(false);
    }
    let step = |of: Reaction| -> i64 {
        match (of == reaction, on) {
            (false, _) => 0,
            (true, true) => 1,
            (true, false) => -1,
        }
    };
    let tally = [Reaction::Agree, Reaction::Thanks, Reaction::Help].map(step);
    let values = values![post.thread, post.number, tally[0], tally[1], tally[2]];
    tx.execute(&TALLY, values).await?;
    if tally[2] != 0 {
        tx.execute(&HELP, values![post.thread, tally[2]]).await?;
    }
    Ok(true)
}

/// Notes that nobody needs help with a post that is not shown any more, or that they do again.
pub(crate) async fn help(tx: &mut WriteTx, thread: ThreadId, by: i64) -> Result<(), Error> {
    if by != 0 {
        tx.execute(&HELP, values![thread, by]).await?;
    }
    Ok(())
}

pub(crate) async fn follow(
    tx: &mut WriteTx,
    thread: ThreadId,
    person: PersonId,
    mode: Option<Mode>,
) -> Result<(), Error> {
    match mode {
        Some(mode) => tx.execute(&FOLLOW, values![thread, person, mode]).await?,
        None => tx.execute(&UNFOLLOW, values![thread, person]).await?,
    };
    Ok(())
}

/// Lets a successor follow the open threads in which somebody spoke for an organization.
pub(crate) async fn inherit(
    tx: &mut WriteTx,
    (from, to): (PersonId, PersonId),
    of: OrganizationId,
) -> Result<u64, Error> {
    Ok(tx.execute(&INHERIT, values![from, to, of]).await?)
}

/// Writes whether a thread is settled.
pub(crate) async fn settle(tx: &mut WriteTx, thread: &Thread) -> Result<(), Error> {
    let (by, at) = (thread.closed.map(|closed| closed.0), thread.closed.map(|closed| closed.1));
    tx.execute(&CLOSE, values![thread.id, by, at]).await?;
    Ok(())
}

/// Makes a thread be found by the words that can be read in it, and by no others.
pub(crate) async fn index(tx: &mut WriteTx, thread: &Thread) -> Result<(), Error> {
    let rows = tx.query(&SHOWN_TEXTS, values![thread.id]).await?;
    let bodies = rows.iter().map(|row| row.get("body")).collect::<Result<Vec<String>, _>>()?;
    let rows = tx.query(&WORDS, values![thread.id]).await?;
    let before = rows.iter().map(|row| row.get("word")).collect::<Result<Vec<String>, _>>()?;
    let title = thread.title.as_ref().filter(|_| !bodies.is_empty());
    let texts = title.map(base::Title::as_str).into_iter().chain([thread.about.name()]);
    let mut after = plan::search_words(texts);
    // Each post by its own first words, so that a long one does not hide the others.
    after.extend(bodies.iter().flat_map(|body| plan::search_words([body.as_str()])));
    let words = (&DROP_WORD, &ADD_WORD);
    Ok(plan::index_words(tx, words, thread.id, (&before, &after)).await?)
}

pub(crate) fn thread_of(row: &Row) -> Result<Thread, Error> {
    let anchor = match (row.get("version")?, row.get("line")?) {
        (Some(version), Some(line)) => Some(Anchor { version, line, quote: row.get("quote")? }),
        (None | Some(_), _) => None,
    };
    let closed = match (row.get("closed_by")?, row.get("closed_at")?) {
        (Some(by), Some(at)) => Some((by, at)),
        (None | Some(_), _) => None,
    };
    Ok(Thread {
        id: row.get("id")?,
        about: About::stored(
            row.get("subject_kind")?,
            row.get("subject")?,
            row.get("subject_name")?,
        ),
        title: row.get("title")?,
        anchor,
        opened: Voice {
            person: row.get("person")?,
            organization: row.get("organization")?,
            at: row.get("opened_at")?,
        },
        last_at: row.get("last_at")?,
        posts: row.get("posts")?,
        help: row.get("help")?,
        closed,
    })
}

pub(crate) fn post_of(row: &Row) -> Result<Post, Error> {
    let state = row.get("state")?;
    let body: Body = row.get("body")?;
    Ok(Post {
        id: row.get("id")?,
        thread: row.get("thread")?,
        number: row.get("number")?,
        by: Voice {
            person: row.get("person")?,
            organization: row.get("organization")?,
            at: row.get("at")?,
        },
        body: Some(body).filter(|body| !body.as_str().is_empty()),
        edited_at: row.get("edited_at")?,
        state,
        appealed: row.get("appealed")?,
        reactions: [row.get("agree")?, row.get("thanks")?, row.get("help")?],
        revision: row.get("revision")?,
    })
}

pub(crate) fn mentions_of(row: &Row) -> Result<Vec<Mention>, Error> {
    let names: String = row.get("names")?;
    Ok(mention::read(&names))
}

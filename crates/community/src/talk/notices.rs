//! Who hears of what is said: those who are named, those who follow, the writer of what was hidden,
//! and the coordinators where somebody needs help. A mail holds a link and never what was said.

use std::collections::BTreeSet;

use ::notices::{Kind, Notice};
use base::PersonId;
use store::{Subject, WriteTx};

use super::{
    Act, Mode, Post, Thread,
    mention::{Mention, Target},
    store as rows,
};
use crate::Error;

/// Tells those who are named in a post, then those who follow its thread.
pub(super) async fn tell_of_post(
    tx: &mut WriteTx,
    thread: &Thread,
    post: &Post,
    named: &[Mention],
) -> Result<(), Error> {
    let people = tell_of_new_names(tx, thread, post, named).await?;
    let followers = rows::followers(tx, thread.id).await?;
    let rest = followers
        .iter()
        .filter(|(_, mode)| *mode == Mode::Follow)
        .map(|(person, _)| *person)
        .filter(|person| *person != post.by.person && !people.contains(person))
        .collect();
    tell(tx, thread, (Kind::ToKnow, "talk-mail-answered"), &rest).await
}

/// Tells those who are named; who that was.
pub(super) async fn tell_of_new_names(
    tx: &mut WriteTx,
    thread: &Thread,
    post: &Post,
    named: &[Mention],
) -> Result<BTreeSet<PersonId>, Error> {
    let mut people = BTreeSet::new();
    if named.is_empty() {
        return Ok(people);
    }
    for mention in named {
        match mention.target {
            Target::Person(person) => {
                people.insert(person);
            }
            Target::Organization(of) => people.extend(partnership::leads_of(tx, of).await?),
        }
    }
    let followers = rows::followers(tx, thread.id).await?;
    let muted = |person: &PersonId| followers.contains(&(*person, Mode::Mute));
    people.retain(|person| *person != post.by.person && !muted(person));
    tell(tx, thread, (Kind::NeedsYou, "talk-mail-named"), &people).await?;
    Ok(people)
}

/// Asks somebody no more who has answered, or wants to hear nothing.
pub(super) async fn settle(
    tx: &mut WriteTx,
    thread: &Thread,
    person: PersonId,
) -> Result<(), Error> {
    Ok(::notices::settle_for(tx, &BTreeSet::from([person]), &about(thread)).await?)
}

/// Tells the coordinators and the writer that somebody cannot go on alone.
pub(super) async fn tell_of_help(
    tx: &mut WriteTx,
    thread: &Thread,
    post: &Post,
    by: PersonId,
) -> Result<(), Error> {
    let mut people: BTreeSet<PersonId> = partnership::coordinators(tx).await?.into_iter().collect();
    people.insert(post.by.person);
    people.remove(&by);
    tell(tx, thread, (Kind::NeedsYou, "talk-mail-help"), &people).await
}

/// Tells the writer what became of their post, and the coordinators that they asked again.
pub(super) async fn tell_of_ruling(
    tx: &mut WriteTx,
    thread: &Thread,
    post: &Post,
    (act, by): (Act, PersonId),
) -> Result<(), Error> {
    let (kind, key, people) = match act {
        Act::Hidden => (Kind::NeedsYou, "talk-mail-hidden", vec![post.by.person]),
        Act::KeptHidden => (Kind::ToKnow, "talk-mail-kept-hidden", vec![post.by.person]),
        Act::Shown => (Kind::ToKnow, "talk-mail-shown", vec![post.by.person]),
        Act::Appealed => {
            (Kind::NeedsYou, "talk-mail-appealed", partnership::coordinators(tx).await?)
        }
    };
    let people = people.into_iter().filter(|person| *person != by).collect();
    tell(tx, thread, (kind, key), &people).await
}

fn about(thread: &Thread) -> Subject {
    Subject::new("thread", thread.id)
}

async fn tell(
    tx: &mut WriteTx,
    thread: &Thread,
    (kind, key): (Kind, &'static str),
    people: &BTreeSet<PersonId>,
) -> Result<(), Error> {
    let notice = Notice {
        kind,
        key,
        args: Vec::new(),
        title: Some(thread.about.name().to_owned()),
        link: format!("/p/{}/discussions/{}", tx.place()?.slug, thread.id),
        about: about(thread),
        answers: &[],
    };
    Ok(::notices::tell(tx, people, &notice).await?)
}

//! Who hears of what is said: those who are named, those who follow, the writer of what was hidden,
//! and the coordinators where somebody needs help. A mail holds a link and never what was said.

use std::collections::BTreeSet;

use base::PersonId;
use store::WriteTx;

use super::{
    Act, Mode, Post, Thread, ThreadId,
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
        .filter(|person| *person != post.by.person && !people.contains(person));
    tell(tx, thread.id, "talk-mail-answered", rest.collect::<Vec<_>>()).await
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
    tell(tx, thread.id, "talk-mail-named", people.iter().copied()).await?;
    Ok(people)
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
    tell(tx, thread.id, "talk-mail-help", people).await
}

/// Tells the writer what became of their post, and the coordinators that they asked again.
pub(super) async fn tell_of_ruling(
    tx: &mut WriteTx,
    thread: ThreadId,
    post: &Post,
    act: Act,
    by: PersonId,
) -> Result<(), Error> {
    let (key, people) = match act {
        Act::Hidden => ("talk-mail-hidden", vec![post.by.person]),
        Act::KeptHidden => ("talk-mail-kept-hidden", vec![post.by.person]),
        Act::Shown => ("talk-mail-shown", vec![post.by.person]),
        Act::Appealed => ("talk-mail-appealed", partnership::coordinators(tx).await?),
    };
    tell(tx, thread, key, people.into_iter().filter(|person| *person != by)).await
}

async fn tell(
    tx: &mut WriteTx,
    thread: ThreadId,
    key: &'static str,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<(), Error> {
    let link = format!("/p/{}/discussions/{thread}", tx.place()?.slug);
    for person in people {
        identity::tell(tx, person, key, &[], &link).await?;
    }
    Ok(())
}

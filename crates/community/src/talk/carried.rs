//! What a seat carries of talk: the threads that its holder follows. A successor hears of the open
//! ones in which the one before spoke for the seat's organization.

use base::{OrganizationId, PersonId};
use store::{Cx, Happened, Jobs};
use web::{Carried, Failure, Item, Seated, Section, Shell};

use super::{
    TalkError, access,
    find::{Filter, Show},
    queries, store as rows,
};
use crate::Error;

/// Threads that the holder follows, for the holder.
pub(crate) static THREADS: Carried = Carried {
    title: "talk-carried",
    permission: access::READ,
    load: |cx, seated| Box::pin(threads(cx, seated)),
};

async fn threads(cx: Cx, seated: Seated) -> Result<Vec<Item>, Failure> {
    // What somebody follows is theirs to know.
    if seated.holder != Some(cx.person()?) {
        return Err(Error::from(TalkError::Missing).into());
    }
    let place = cx.read(access::READ).await?.place()?;
    let filter = Filter { show: Some(Show::Followed), ..Filter::default() };
    let page = queries::page(&cx, &filter, None).await?;
    let shell = Shell::new(&cx, Some(&place), "talk-title", Section::People);
    let item = |entry: super::lists::Entry| Item {
        title: match &entry.thread.title {
            Some(title) => title.to_string(),
            None => entry.thread.about.name().to_owned(),
        },
        href: format!("/p/{}/discussions/{}", place.slug, entry.thread.id),
        detail: shell.t2(
            "talk-carried-by",
            "who",
            entry.person,
            "organization",
            entry.organization,
        ),
        ..Item::default()
    };
    Ok(page.items.into_iter().map(item).collect())
}

pub(crate) fn register(jobs: &mut Jobs) {
    jobs.after("seat.handed_over", "talk.follow_seat", follow_seat);
}

async fn follow_seat(cx: Cx, happened: Happened) -> Result<(), Error> {
    let field = |name: &str| happened.body.get(name).and_then(|value| value.as_str());
    let person = |name: &str| field(name).and_then(|text| text.parse::<PersonId>().ok());
    let of = field("organization").and_then(|text| text.parse::<OrganizationId>().ok());
    let (Some(from), Some(to), Some(of)) = (person("from"), person("to"), of) else {
        return Err(TalkError::Missing.into());
    };
    let mut tx = cx.write(access::KEEP).await?;
    rows::inherit(&mut tx, (from, to), of).await?;
    Ok(tx.commit_upkeep().await?)
}

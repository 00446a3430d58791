//! What a seat carries of the plan: promises, questions that wait for its voice, duties, drafts.

pub(crate) mod store;

use ::store::Cx;
use web::{Carried, Failure, Item, ItemStatus, Seated, Section, Shell};

use crate::{access, words};

/// Open promises that stay with the seat.
pub(crate) static PROMISES: Carried = Carried {
    title: "carried-promises",
    permission: access::READ,
    load: |cx, seated| Box::pin(promises(cx, seated)),
};

/// Questions that wait for the position of the seat.
pub(crate) static QUESTIONS: Carried = Carried {
    title: "carried-questions",
    permission: access::READ_DECISIONS,
    load: |cx, seated| Box::pin(questions(cx, seated)),
};

/// Questions that the seat's organization has written down and not put.
pub(crate) static DRAFTS: Carried = Carried {
    title: "carried-drafts",
    permission: access::READ_DECISIONS,
    load: |cx, seated| Box::pin(drafts(cx, seated)),
};

/// What the seat has a part in.
pub(crate) static DUTIES: Carried = Carried {
    title: "carried-duties",
    permission: access::READ_PLAN,
    load: |cx, seated| Box::pin(duties(cx, seated)),
};

async fn promises(cx: Cx, seated: Seated) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let found = store::promises(&tx, &seated.seat).await?;
    let directory = partnership::directory(&tx).await?;
    let shell = Shell::new(&cx, Some(&place), "commitments-title", Section::People);
    let item = |part: crate::goal::Part| {
        let status = words::status(&shell, part.state, part.timing(place.today));
        let to = words::receiver_name(&shell, &directory, part.receiver);
        let who = directory.name(part.promiser);
        Item {
            title: part.title.to_string(),
            href: format!("/p/{}/commitments/{}", place.slug, part.id),
            detail: shell.t2("commitments-panel-comes-detail", "who", who, "to", to),
            due: Some(part.due),
            status: Some(ItemStatus { class: status.kind, word: status.text }),
            ..Item::default()
        }
    };
    Ok(found.into_iter().map(item).collect())
}

async fn questions(cx: Cx, seated: Seated) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ_DECISIONS).await?;
    let place = tx.place()?;
    let item = |(id, title, due): store::Waits| Item {
        title,
        href: format!("/p/{}/decisions/{id}", place.slug),
        due,
        ..Item::default()
    };
    let found = store::questions(&tx, &seated.seat).await?;
    Ok(found.into_iter().map(item).collect())
}

async fn drafts(cx: Cx, seated: Seated) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ_DECISIONS).await?;
    let place = tx.place()?;
    let item = |(id, title, due): store::Waits| Item {
        title,
        href: format!("/p/{}/decisions/{id}", place.slug),
        due,
        ..Item::default()
    };
    let found = store::drafts(&tx, seated.organization).await?;
    Ok(found.into_iter().map(item).collect())
}

async fn duties(cx: Cx, seated: Seated) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ_PLAN).await?;
    let place = tx.place()?;
    let shell = Shell::new(&cx, Some(&place), "goals-title", Section::People);
    let item = |(id, title, duty): store::Duty| Item {
        title,
        href: format!("/p/{}/responsibilities/{id}", place.slug),
        detail: words::said(&shell, "responsibilities-duty", duty),
        ..Item::default()
    };
    let found = store::duties(&tx, &seated.seat).await?;
    Ok(found.into_iter().map(item).collect())
}

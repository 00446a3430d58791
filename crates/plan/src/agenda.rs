//! What this context proposes for the agenda of a meeting: promises that do not move, and questions
//! that are open. Each is read by key, so that an agenda costs the same with ten promises and with a
//! million.

use futures_util::{TryFutureExt as _, future::try_join4};
use store::Cx;
use web::{Failure, Item, ItemStatus, Panel, PanelPlace, Section, Shell};

use crate::{
    Error, Shelf, access,
    decision::store as decisions,
    list::{Entry, store as rows},
    stalled::{ANSWER_DAYS, OVERDUE_DAYS, StallKind},
    words,
};

/// How many promises of each kind, and how many questions, an agenda is offered.
const OFFERED: usize = 8;

/// The agenda: promises that do not move.
pub(crate) static STALLED: Panel = Panel {
    place: PanelPlace::Agenda,
    title: "commitments-panel-agenda",
    all: Some("/p/{partnership}/commitments/stalled"),
    permission: access::READ,
    load: |cx| Box::pin(stalled(cx)),
};

/// The agenda: questions that are open.
pub(crate) static QUESTIONS: Panel = Panel {
    place: PanelPlace::Agenda,
    title: "decisions-panel-agenda",
    all: Some("/p/{partnership}/decisions?state=open"),
    permission: access::READ_DECISIONS,
    load: |cx| Box::pin(questions(cx)),
};

async fn stalled(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let until = |days: i64| place.today.plus_days(-days);
    let (overdue, unanswered, unconfirmed, directory) = try_join4(
        rows::until(&tx, Shelf::Active, until(OVERDUE_DAYS), OFFERED),
        rows::until(&tx, Shelf::Offered, until(ANSWER_DAYS), OFFERED),
        rows::until(&tx, Shelf::Claimed, until(ANSWER_DAYS), OFFERED),
        partnership::directory(&tx).err_into::<Error>(),
    )
    .await?;
    let shell = Shell::new(&cx, Some(&place), "commitments-title", Section::Plan);
    let line = |kind: StallKind, entry: &Entry| {
        let status = words::status(&shell, entry.state, entry.timing(place.today));
        let to = words::receiver_name(&shell, &directory, entry.receiver);
        let args = [
            ("who", directory.name(entry.promiser).into()),
            ("to", to.as_str().into()),
            ("date", shell.date(entry.due).into()),
        ];
        Item {
            title: entry.title.to_string(),
            href: format!("/p/{}/commitments/{}", place.slug, entry.id),
            detail: shell.tn(&format!("commitments-panel-agenda-{kind}"), &args),
            due: Some(entry.due),
            status: Some(ItemStatus { class: status.kind, word: status.text }),
            ..Item::default()
        }
    };
    let kinds = [
        (StallKind::Overdue, overdue),
        (StallKind::Unanswered, unanswered),
        (StallKind::Unconfirmed, unconfirmed),
    ];
    let lines = kinds.iter().flat_map(|(kind, entries)| entries.iter().map(|one| line(*kind, one)));
    Ok(lines.collect())
}

async fn questions(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ_DECISIONS).await?;
    let place = tx.place()?;
    let open = decisions::open(&tx, i64::try_from(OFFERED).unwrap_or(i64::MAX)).await?;
    let directory = partnership::directory(&tx).await.map_err(Error::from)?;
    let shell = Shell::new(&cx, Some(&place), "decisions-title", Section::Plan);
    let line = |entry: &crate::decision::Entry| {
        let args = [
            ("who", directory.name(entry.owner).into()),
            ("answered", entry.answered.into()),
            ("roll", entry.roll.into()),
        ];
        Item {
            title: entry.title.to_string(),
            href: format!("/p/{}/decisions/{}", place.slug, entry.id),
            detail: shell.tn("decisions-panel-agenda-detail", &args),
            due: entry.due,
            ..Item::default()
        }
    };
    Ok(open.iter().map(line).collect())
}

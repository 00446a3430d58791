//! Where a body lacks somebody: for coordinators, on the overview.

use ::store::Cx;
use web::{Failure, Item, Panel, PanelPlace, Section, Shell};

use super::store::{self, Gap};
use crate::{access, forms::said};

/// The overview: empty seats, and bodies without a lead or a deputy.
pub(crate) static PANEL: Panel = Panel {
    place: PanelPlace::OverviewSide,
    title: "bodies-gaps",
    all: Some("/p/{partnership}/bodies"),
    permission: access::BODIES_FORM,
    load: |cx| Box::pin(gaps(cx)),
};

async fn gaps(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::BODIES_FORM).await?;
    let place = tx.place()?;
    let gaps = store::gaps(&tx).await?;
    let shell = Shell::new(&cx, Some(&place), "bodies-gaps", Section::Overview);
    let item = |gap: Gap| Item {
        href: format!("/p/{}/bodies/{}", place.slug, gap.body),
        detail: lacking(&shell, &gap),
        title: gap.name,
        ..Item::default()
    };
    Ok(gaps.into_iter().map(item).collect())
}

/// What a body lacks, in words.
fn lacking(shell: &Shell, gap: &Gap) -> String {
    let empty = (gap.empty > 0).then(|| shell.t1("bodies-gap-empty", "count", gap.empty));
    let missing = gap.missing.iter().map(|charge| said(shell, "bodies-gap", *charge));
    empty.into_iter().chain(missing).collect::<Vec<_>>().join(" ")
}

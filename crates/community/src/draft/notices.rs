//! Who hears of a draft: those who hold the pen, of amendments; the one who proposed it, of the answer;
//! the leads, of what is published. A mail holds a link and never the text.

use std::collections::BTreeSet;

use ::notices::{Kind, Notice};
use base::PersonId;
use store::{Subject, WriteTx};

use super::{Amendment, Draft};
use crate::Error;

/// Tells the leads of the holder that somebody proposes other words.
pub(super) async fn tell_of_proposal(
    tx: &mut WriteTx,
    draft: &Draft,
    amendment: &Amendment,
) -> Result<(), Error> {
    let mut people: BTreeSet<PersonId> =
        partnership::leads_of(tx, draft.holder).await?.into_iter().collect();
    if people.is_empty() {
        people.extend(partnership::coordinators(tx).await?);
    }
    people.remove(&amendment.by.person);
    let link = format!("/p/{}/drafts/{}/amendments/{}", tx.place()?.slug, draft.id, amendment.id);
    let told = (Kind::NeedsYou, "drafts-mail-proposed");
    tell(tx, draft, told, &people, (link, about(amendment))).await
}

/// Tells the one who proposed it what was answered; those who were asked are asked no more.
pub(super) async fn tell_of_answer(
    tx: &mut WriteTx,
    draft: &Draft,
    amendment: &Amendment,
    (key, by): (&'static str, PersonId),
) -> Result<(), Error> {
    settle(tx, amendment).await?;
    let people = [amendment.by.person].into_iter().filter(|person| *person != by).collect();
    let id = amendment.draft;
    let link = format!("/p/{}/drafts/{id}/amendments/{}", tx.place()?.slug, amendment.id);
    tell(tx, draft, (Kind::ToKnow, key), &people, (link, about(amendment))).await
}

/// Asks nobody about an amendment any more.
pub(super) async fn settle(tx: &mut WriteTx, amendment: &Amendment) -> Result<(), Error> {
    Ok(::notices::settle(tx, &about(amendment)).await?)
}

/// Tells the leads of all partners that a version is published.
pub(super) async fn tell_of_publication(
    tx: &mut WriteTx,
    draft: &Draft,
    by: PersonId,
) -> Result<(), Error> {
    let leads = partnership::all_leads(tx).await?;
    let people = leads.into_iter().filter(|person| *person != by).collect();
    let link = format!("/p/{}/drafts/{}", tx.place()?.slug, draft.id);
    let about = Subject::new("draft", draft.id);
    tell(tx, draft, (Kind::ToKnow, "drafts-mail-published"), &people, (link, about)).await
}

fn about(amendment: &Amendment) -> Subject {
    Subject::new("amendment", amendment.id)
}

async fn tell(
    tx: &mut WriteTx,
    draft: &Draft,
    (kind, key): (Kind, &'static str),
    people: &BTreeSet<PersonId>,
    (link, about): (String, Subject),
) -> Result<(), Error> {
    let title = Some(draft.title.to_string());
    let notice = Notice { kind, key, args: Vec::new(), title, link, about, answers: &[] };
    Ok(::notices::tell(tx, people, &notice).await?)
}

//! Who hears of a disagreement: the leads of its parties. A mail holds a link and never the question.

use ::notices::{Kind, Notice};
use store::{Subject, WriteTx};

use super::{Act, Disagreement, Step};
use crate::Error;

/// Tells the leads of the parties of a step.
pub(super) async fn tell_of(
    tx: &mut WriteTx,
    one: &Disagreement,
    step: &Step,
) -> Result<(), Error> {
    let about = Subject::new("disagreement", one.id);
    let (kind, key) = match step.act {
        Act::Opened => (Kind::NeedsYou, "disagreements-mail-opened"),
        Act::Settled => (Kind::ToKnow, "disagreements-mail-settled"),
        Act::Reopened => (Kind::NeedsYou, "disagreements-mail-reopened"),
        Act::Viewed => {
            // A party that has said how it sees it is asked no more.
            let leads = partnership::leads_of(tx, step.by.organization).await?;
            let people = leads.into_iter().collect();
            return Ok(::notices::settle_for(tx, &people, &about).await?);
        }
        Act::Withdrawn => return Ok(::notices::settle(tx, &about).await?),
    };
    ::notices::settle(tx, &about).await?;
    let mut people = std::collections::BTreeSet::new();
    for organization in one.organizations() {
        people.extend(partnership::leads_of(tx, organization).await?);
    }
    people.remove(&step.by.person);
    let notice = Notice {
        kind,
        key,
        args: Vec::new(),
        title: Some(one.question.to_string()),
        link: format!("/p/{}/disagreements/{}", tx.place()?.slug, one.id),
        about,
        answers: &[],
    };
    Ok(::notices::tell(tx, &people, &notice).await?)
}

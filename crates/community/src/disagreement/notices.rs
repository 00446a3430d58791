//! Who hears of a disagreement: the leads of its parties. A mail holds a link and never the question.

use std::collections::BTreeSet;

use store::WriteTx;

use super::{Act, Disagreement, Step};
use crate::Error;

/// Tells the leads of the parties of a step.
pub(super) async fn tell_of(
    tx: &mut WriteTx,
    one: &Disagreement,
    step: &Step,
) -> Result<(), Error> {
    let key = match step.act {
        Act::Opened => "disagreements-mail-opened",
        Act::Settled => "disagreements-mail-settled",
        Act::Reopened => "disagreements-mail-reopened",
        Act::Viewed | Act::Withdrawn => return Ok(()),
    };
    let mut people = BTreeSet::new();
    for organization in one.organizations() {
        people.extend(partnership::leads_of(tx, organization).await?);
    }
    people.remove(&step.by.person);
    let link = format!("/p/{}/disagreements/{}", tx.place()?.slug, one.id);
    for person in people {
        identity::tell(tx, person, key, &[], &link).await?;
    }
    Ok(())
}

//! The register, and one disagreement with all that was said and done.

use std::sync::Arc;

use base::{OrganizationId, PersonId};
use partnership::{Directory, People};
use store::{Cx, Page, Place};

use super::{
    Disagreement, DisagreementId, Step, access,
    find::{Filter, PAGE},
    store as rows,
};
use crate::Error;

/// The register with what stands around it.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) place: Arc<Place>,
    pub(crate) page: Page<Disagreement>,
    pub(crate) directory: Directory,
}

/// One page of the register, the latest first.
pub(crate) async fn list(
    cx: &Cx,
    filter: &Filter,
    after: Option<&str>,
    limit: usize,
) -> Result<Listed, Error> {
    let tx = cx.read(access::READ).await?;
    let page = rows::page(&tx, filter, after, limit).await?;
    Ok(Listed { place: tx.place()?, directory: partnership::directory(&tx).await?, page })
}

/// Disagreements on a page of the register.
pub(crate) const ON_A_PAGE: usize = PAGE;

/// One disagreement with all that was said and done.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub(crate) place: Arc<Place>,
    pub(crate) one: Disagreement,
    pub(crate) steps: Vec<Step>,
    pub(crate) directory: Directory,
    pub(crate) people: People,
}

impl Record {
    /// The parties for which the reader says how they see it.
    pub(crate) fn mine(&self) -> Vec<OrganizationId> {
        access::parties_of(&self.place.standing, &self.one)
    }

    /// Whether the reader says how it was settled, or opens it again.
    pub(crate) fn may_settle(&self) -> bool {
        access::settles_for(&self.place.standing, &self.one).is_some()
    }

    /// Whether the reader takes it back.
    pub(crate) fn may_withdraw(&self) -> bool {
        access::withdraws_for(&self.place.standing, &self.one).is_some()
    }
}

/// One disagreement with all that was said and done.
pub(crate) async fn disagreement(cx: &Cx, id: DisagreementId) -> Result<Record, Error> {
    let tx = cx.read(access::READ).await?;
    let one = rows::load(&tx, id).await?;
    let steps = rows::steps(&tx, id).await?;
    let mut who: Vec<PersonId> = steps.iter().map(|step| step.by.person).collect();
    who.sort_unstable();
    who.dedup();
    Ok(Record {
        place: tx.place()?,
        directory: partnership::directory(&tx).await?,
        people: partnership::people(&tx, &who).await?,
        one,
        steps,
    })
}

/// What the form of a new one offers to choose from.
pub(crate) async fn choices(cx: &Cx) -> Result<(Arc<Place>, Directory), Error> {
    let tx = cx.read(access::READ).await?;
    Ok((tx.place()?, partnership::directory(&tx).await?))
}

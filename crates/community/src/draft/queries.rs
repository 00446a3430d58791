//! Drafts, and one with its amendments, its versions and what is said about its lines.

use std::{collections::BTreeMap, sync::Arc};

use base::PersonId;
use partnership::{Directory, People};
use store::{Cx, Page, Place};

use super::{
    Amendment, AmendmentId, Draft, DraftId, Version, access,
    amendment::{self, Standing},
    find::{Filter, PAGE},
    store::{self as rows, Anchored},
};
use crate::{Error, talk};

/// Versions on a page.
const VERSIONS: usize = 50;

/// A list with what stands around it.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) place: Arc<Place>,
    pub(crate) page: Page<Draft>,
    pub(crate) directory: Directory,
}

/// One page of drafts without their texts, the latest first.
pub(crate) async fn list(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Listed, Error> {
    let tx = cx.read(access::READ).await?;
    let page = rows::page(&tx, filter, after, PAGE).await?;
    Ok(Listed { place: tx.place()?, directory: partnership::directory(&tx).await?, page })
}

/// A draft with its amendments and what is said about its lines.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub(crate) place: Arc<Place>,
    pub(crate) draft: Draft,
    pub(crate) amendments: Vec<Amendment>,
    pub(crate) anchors: Vec<Anchored>,
    /// The texts of the versions that anchors are about.
    pub(crate) anchored: BTreeMap<i64, String>,
    pub(crate) directory: Directory,
    pub(crate) people: People,
    pub(crate) me: PersonId,
    /// Whether the reader proposes other words.
    pub(crate) may_propose: bool,
}

impl Record {
    /// Whether the reader writes on it.
    pub(crate) fn may_write(&self) -> bool {
        access::writes_for(&self.place.standing, Some(self.draft.holder)).is_some()
            && self.draft.is_written().is_ok()
    }

    /// Whether the reader answers amendments and sets it aside.
    pub(crate) fn may_hold(&self) -> bool {
        access::holds_for(&self.place.standing, self.draft.holder).is_some()
    }

    /// Whether the reader publishes it.
    pub(crate) fn may_publish(&self) -> bool {
        access::publishes_for(&self.place.standing, self.draft.holder).is_some()
    }

    /// The amendments that wait for an answer.
    pub(crate) fn open(&self) -> impl Iterator<Item = &Amendment> {
        self.amendments.iter().filter(|one| one.standing == Standing::Open)
    }
}

/// A draft with its amendments and what is said about its lines.
pub(crate) async fn draft(cx: &Cx, id: DraftId) -> Result<Record, Error> {
    let tx = cx.read(access::READ).await?;
    let draft = rows::load(&tx, id).await?;
    let amendments = amendment::store::of_draft(&tx, id).await?;
    let (anchors, anchored) = rows::anchors(&tx, id).await?;
    let mut who: Vec<PersonId> = amendments.iter().map(|one| one.by.person).collect();
    who.extend(amendments.iter().filter_map(|one| one.answer.as_ref().map(|it| it.by.person)));
    who.sort_unstable();
    who.dedup();
    let guests = talk::guests_may(&tx, "draft", &id.to_string()).await?;
    Ok(Record {
        place: tx.place()?,
        directory: partnership::directory(&tx).await?,
        people: partnership::people(&tx, &who).await?,
        me: cx.person()?,
        may_propose: guests && draft.is_written().is_ok(),
        draft,
        amendments,
        anchors,
        anchored,
    })
}

/// A draft with one amendment.
pub(crate) async fn amendment(
    cx: &Cx,
    (id, amendment): (DraftId, AmendmentId),
) -> Result<(Record, Amendment), Error> {
    let one = {
        let tx = cx.read(access::READ).await?;
        amendment::store::load(&tx, id, amendment).await?
    };
    let record = draft(cx, id).await?;
    Ok((record, one))
}

/// The history of a draft.
#[derive(Debug, Clone)]
pub(crate) struct History {
    pub(crate) place: Arc<Place>,
    pub(crate) draft: Draft,
    pub(crate) page: Page<Version>,
    pub(crate) people: People,
    pub(crate) directory: Directory,
}

/// One page of the versions of a draft, the latest first.
pub(crate) async fn history(cx: &Cx, id: DraftId, before: Option<i64>) -> Result<History, Error> {
    let tx = cx.read(access::READ).await?;
    let draft = rows::load(&tx, id).await?;
    let page = rows::versions(&tx, id, before, VERSIONS).await?;
    let who: Vec<PersonId> = page.items.iter().map(|version| version.by.person).collect();
    Ok(History {
        place: tx.place()?,
        people: partnership::people(&tx, &who).await?,
        directory: partnership::directory(&tx).await?,
        draft,
        page,
    })
}

/// Some versions of a draft with their texts, in the order of their numbers.
#[derive(Debug, Clone)]
pub(crate) struct Texts {
    pub(crate) place: Arc<Place>,
    pub(crate) draft: Draft,
    pub(crate) versions: Vec<Version>,
    pub(crate) people: People,
    pub(crate) directory: Directory,
}

/// Some versions of a draft with their texts.
pub(crate) async fn texts(cx: &Cx, id: DraftId, numbers: &[i64]) -> Result<Texts, Error> {
    let tx = cx.read(access::READ).await?;
    let draft = rows::load(&tx, id).await?;
    let mut versions = Vec::new();
    for number in numbers {
        versions.push(rows::version(&tx, id, *number).await?);
    }
    let who: Vec<PersonId> = versions.iter().map(|version| version.by.person).collect();
    Ok(Texts {
        place: tx.place()?,
        people: partnership::people(&tx, &who).await?,
        directory: partnership::directory(&tx).await?,
        draft,
        versions,
    })
}

/// What the form of a new draft offers to choose from.
pub(crate) async fn choices(cx: &Cx) -> Result<(Arc<Place>, Directory), Error> {
    let tx = cx.read(access::READ).await?;
    Ok((tx.place()?, partnership::directory(&tx).await?))
}

/// A draft alone, as it reads now.
///
/// # Errors
/// When the caller may not read it, or there is none.
pub async fn latest(cx: &Cx, id: DraftId) -> Result<Draft, Error> {
    let tx = cx.read(access::READ).await?;
    rows::load(&tx, id).await
}

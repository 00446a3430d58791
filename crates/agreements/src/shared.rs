//! What others share with one's organization: the records that would go if they were asked for, for a purpose.
//! The law, the agreements and the consents are the condition of the list itself, before it is cut into pages.
//! It says who holds what, and not about whom: that takes a request and its receipt.

pub(crate) mod api;
mod list;
pub(crate) mod pages;
pub(crate) mod store;

use std::sync::Arc;

use ::store::{Cursor, Cx, KeyPart, Page, Place, Tx, values};
use base::{Instant, OrganizationId};
use partnership::Directory;
use policy::{Action, ClientId, Identifiability, LegalProcess, Person, RequestPattern};

use self::list::List;
#[cfg(feature = "testing")]
pub use self::list::compare::{Compared, compare};
use crate::{
    Error, Name, access,
    decision::{self, store as scenes},
    record::RecordId,
    vocabulary::{DataUser, Vocabulary, store as ground},
};

/// How many rows a page has.
pub(crate) const PAGE: usize = 50;

/// What a list is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// For what one needs it; without a purpose, nothing is shared.
    pub purpose: Option<Name>,
    /// Who holds it.
    pub holder: Option<OrganizationId>,
    /// What it is.
    pub class: Option<Name>,
}

/// A record that would go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The record.
    pub record: RecordId,
    /// Who holds it.
    pub holder: OrganizationId,
    /// The reference of the one whom it is about: it says nothing by itself.
    pub client: ClientId,
    /// What it is.
    pub class: Name,
    /// Since when it is there.
    pub since: Instant,
}

/// What others share.
#[derive(Debug, Clone)]
pub struct Shared {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// The reader, as one who works with data; nothing when nobody entered them.
    pub user: Option<DataUser>,
    /// The page.
    pub page: Page<Entry>,
}

/// One page of what others share with the reader's organization for a purpose, the latest first.
///
/// # Errors
/// When the caller may not ask, or the mark is none of ours.
pub async fn shared(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Shared, Error> {
    let tx = cx.read(access::CLIENTS).await?;
    let vocabulary = ground::vocabulary(&tx).await?;
    let user = match ground::user(&tx, cx.person()?).await {
        Err(Error::UserMissing) => None,
        user => Some(user?),
    };
    let page = match (&user, &filter.purpose) {
        (Some(user), Some(purpose)) => page(cx, &tx, (user, purpose), filter, after).await?,
        (Some(_), None) | (None, _) => Page { items: Vec::new(), next: None },
    };
    Ok(Shared {
        place: tx.place()?,
        directory: partnership::directory(&tx).await?,
        vocabulary,
        user,
        page,
    })
}

async fn page(
    cx: &Cx,
    tx: &Tx,
    (user, purpose): (&DataUser, &Name),
    filter: &Filter,
    after: Option<&str>,
) -> Result<Page<Entry>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Text])).transpose()?;
    let after = after.and_then(|cursor| cursor.0.into_iter().next());
    let found = match list(cx, tx, (user, purpose), filter.holder).await? {
        Some(list) => list.page(filter.class.as_ref(), after, PAGE + 1).await?,
        None => Vec::new(),
    };
    Ok(Page::of(found, PAGE, |entry: &Entry| Cursor(values![entry.record])))
}

/// The list of one who works for an organization.
async fn list<'a>(
    cx: &Cx,
    tx: &'a Tx,
    (user, purpose): (&DataUser, &'a Name),
    holder: Option<OrganizationId>,
) -> Result<Option<List<'a>>, Error> {
    decision::acts_for_themselves(cx, tx, user)?;
    let Some(to) = user.organization else { return Ok(None) };
    let scene = scenes::scene(tx, cx.now()).await?;
    let kinds = ground::kinds_of(&scene.paper.organizations, to);
    let recipients =
        std::iter::once(to.to_string()).chain(kinds.iter().map(|kind| kind.to_string())).collect();
    let pattern = pattern(cx, user, &scene.vocabulary, (purpose, holder), to);
    Ok(Some(List::new(tx, scene.paper, (pattern, purpose), recipients)))
}

fn pattern(
    cx: &Cx,
    user: &DataUser,
    vocabulary: &Vocabulary,
    (purpose, from): (&Name, Option<OrganizationId>),
    to: OrganizationId,
) -> RequestPattern {
    let role = user.role.as_ref().and_then(|role| vocabulary.names.role(role.as_str()));
    RequestPattern {
        at: cx.now(),
        action: Action::Disclose,
        purpose: vocabulary.names.purpose(purpose.as_str()),
        person: Person {
            id: user.person,
            organization: user.organization,
            client: user.client,
            role,
            is_medical: user.is_medical,
            assurance: decision::assurance(cx.actor().person(), cx.now()),
            trained_until: user.trained_until,
            relatives: Vec::new(),
            is_locked: false,
        },
        from,
        to: Some(to),
        identifiability: Identifiability::Identified,
        process: LegalProcess::default(),
        emergency: None,
        table: None,
    }
}

//! Asking the index, and looking again at what it gave: a hit is shown only when its own context gives
//! it to the reader now.

use std::{collections::BTreeMap, sync::Arc};

use ::store::{Cursor, Cx, KeyPart, Page, Permission, values};
use base::{OrganizationId, PartnershipId, Value};
use futures_util::future::join_all;
use web::{Document, Failure, Find, Registry};

use crate::{
    Error, Index, access,
    index::{self, Found, Key, Question},
    store::{self as rows, Grant},
};

/// How many hits stand on a page.
pub(crate) const PAGE: usize = 20;
/// Nobody reads further; who does should ask more narrowly.
const MOST: usize = 1_000;

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) words: String,
    pub(crate) kind: Option<String>,
    /// The short name of a partnership.
    pub(crate) partnership: Option<String>,
    pub(crate) organization: Option<OrganizationId>,
}

/// A hit, as its context gives it to the reader now.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    pub(crate) key: Key,
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) document: Document,
}

/// What came of a question.
#[derive(Debug)]
pub(crate) struct Answer {
    /// How many there are for the reader.
    pub(crate) total: usize,
    pub(crate) page: Page<Hit>,
    /// The words, as the index compares them.
    pub(crate) words: Vec<String>,
    /// The reader's partnerships: short name and name.
    pub(crate) partnerships: Vec<(String, String)>,
    /// The kinds that the reader can find.
    pub(crate) kinds: Vec<&'static str>,
}

/// Finds what the caller may see, the best first.
pub(crate) async fn search(cx: &Cx, asked: &Asked, after: Option<&str>) -> Result<Answer, Error> {
    let from = offset(after)?;
    let tx = cx.read(access::FIND).await?;
    let grants = rows::my_grants(&tx).await?;
    drop(tx);
    let index: Arc<Index> = cx.extension().ok_or(Error::NotReady)?;
    let registry: Arc<Registry> = cx.extension().unwrap_or_default();
    let finds: Vec<&'static Find> =
        registry.finds().iter().copied().filter(|find| covers(cx, find.permission)).collect();
    let mut partnerships: Vec<(PartnershipId, &str, &str)> = Vec::new();
    for Grant { partnership, slug, name, .. } in &grants {
        if partnerships.last().is_none_or(|last| last.0 != *partnership) {
            partnerships.push((*partnership, slug, name));
        }
    }
    let question = question(cx, asked, &grants, &finds, &partnerships)?;
    let found = match question {
        Some(question) => index.find(&Question { from, ..question })?,
        None => Found::default(),
    };
    let (total, more) = (found.total, found.total.min(MOST) > from + PAGE);
    let items = look_again(cx, &finds, &partnerships, found.keys).await?;
    let next = more.then(|| mark(from + PAGE));
    Ok(Answer {
        total,
        page: Page { items, next },
        words: index.words(&asked.words)?,
        kinds: finds.iter().map(|find| find.kind).collect(),
        partnerships: partnerships
            .iter()
            .map(|(_, slug, name)| ((*slug).to_owned(), (*name).to_owned()))
            .collect(),
    })
}

/// The question with the reader's rights in it; none where nothing can be found.
fn question(
    cx: &Cx,
    asked: &Asked,
    grants: &[Grant],
    finds: &[&'static Find],
    partnerships: &[(PartnershipId, &str, &str)],
) -> Result<Option<Question>, Error> {
    let person = cx.person()?;
    let only = cx.actor().person().and_then(|person| person.partnership);
    let here = |grant: &&Grant| only.is_none_or(|only| only == grant.partnership);
    let audience = grants
        .iter()
        .filter(here)
        .flat_map(|grant| index::reader(grant.partnership, grant.role, grant.organization, person))
        .collect();
    let partnership = match &asked.partnership {
        None => None,
        Some(slug) => match partnerships.iter().find(|(_, known, _)| known == slug) {
            Some((id, ..)) => Some(*id),
            // A partnership that is none of theirs has nothing for them.
            None => return Ok(None),
        },
    };
    let of_kind = |find: &&&Find| asked.kind.as_ref().is_none_or(|kind| kind == find.kind);
    Ok(Some(Question {
        words: asked.words.clone(),
        audience,
        kinds: finds.iter().filter(of_kind).map(|find| find.kind.to_owned()).collect(),
        partnership,
        organization: asked.organization.map(|of| of.to_string()),
        from: 0,
        limit: PAGE,
    }))
}

/// Reads the hits anew, each kind of each partnership at once and by the reader's rights; what is gone
/// or not theirs any more is left out.
async fn look_again(
    cx: &Cx,
    finds: &[&'static Find],
    partnerships: &[(PartnershipId, &str, &str)],
    keys: Vec<Key>,
) -> Result<Vec<Hit>, Error> {
    let mut groups: BTreeMap<(PartnershipId, &str), Vec<String>> = BTreeMap::new();
    for key in &keys {
        groups.entry((key.partnership, &key.kind)).or_default().push(key.id.clone());
    }
    let loads = groups.into_iter().filter_map(|((partnership, kind), ids)| {
        let find = finds.iter().copied().find(|find| find.kind == kind)?;
        let own = cx.clone().in_partnership_id(partnership);
        let own = own.declaring(std::slice::from_ref(&find.permission));
        Some(async move { (partnership, find, (find.load)(own, ids).await) })
    });
    let mut loaded: BTreeMap<Key, Document> = BTreeMap::new();
    for (partnership, find, documents) in join_all(loads).await {
        match documents {
            Ok(documents) => loaded.extend(
                documents.into_iter().map(|one| (Key::of(partnership, find.kind, &one.id), one)),
            ),
            // The right is gone since the question began.
            Err(failure) if failure.is_refusal() => {}
            Err(failure) => return Err(reading(find, &failure)),
        }
    }
    let hit = |key: Key| {
        let (_, slug, name) = partnerships.iter().find(|(id, ..)| *id == key.partnership)?;
        let document = loaded.remove(&key)?;
        Some(Hit { key, slug: (*slug).to_owned(), partnership_name: (*name).to_owned(), document })
    };
    Ok(keys.into_iter().filter_map(hit).collect())
}

fn reading(find: &Find, failure: &Failure) -> Error {
    Error::Reading { kind: find.kind, problem: failure.problem().to_string() }
}

/// Whether the caller's token, if it is one, was given what reading this kind needs.
fn covers(cx: &Cx, permission: Permission) -> bool {
    let scopes = cx.actor().person().and_then(|person| person.scopes.as_ref());
    let write = format!("{}:write", permission.area());
    scopes.is_none_or(|scopes| {
        scopes.iter().any(|scope| *scope == permission.token_scope() || *scope == write)
    })
}

fn mark(from: usize) -> String {
    Cursor(values![i64::try_from(from).unwrap_or(i64::MAX)]).encode()
}

fn offset(after: Option<&str>) -> Result<usize, Error> {
    let Some(mark) = after else { return Ok(0) };
    let cursor = Cursor::decode(mark, &[KeyPart::Whole])?;
    match cursor.0.first() {
        Some(Value::Integer(from)) => match usize::try_from(*from) {
            Ok(from) if from < MOST => Ok(from),
            Ok(_) | Err(_) => Err(::store::Error::Cursor.into()),
        },
        Some(_) | None => Err(::store::Error::Cursor.into()),
    }
}

//! What belongs to the stories of commitments, decisions, items of the plan and ideas.
//!
//! A commitment's story tells the decisions and ideas that it carries out; a decision's, what was promised
//! for it and what took its place; an item's, what serves it; an idea's, what was promised to carry it
//! out. What stands above is only named.

use store::{Cx, Tx};
use web::{Bond, Failure, Record, Related, Section, Shell, Story, Tale};

use crate::{
    CommitmentId, Error, access, commitment,
    decision::{self, DecisionId, Entry},
    goal::{self, ItemId, Part},
    idea::{self, IdeaId},
    words::{self, Status},
};

/// How many commitments a story of an item tells.
const MOST: usize = 200;

/// Commitments.
pub(crate) static COMMITMENTS: Story = Story {
    kinds: &["commitment"],
    permission: access::READ,
    load: |cx, record| Box::pin(promised(cx, record)),
    beside: |_cx, _records| Box::pin(async { Ok(Vec::new()) }),
};

/// Decisions.
pub(crate) static DECISIONS: Story = Story {
    kinds: &["decision"],
    permission: access::READ_DECISIONS,
    load: |cx, record| Box::pin(decided(cx, record)),
    beside: |_cx, _records| Box::pin(async { Ok(Vec::new()) }),
};

/// Goals, objectives, strategies and milestones.
pub(crate) static ITEMS: Story = Story {
    kinds: &["plan_item"],
    permission: access::READ_PLAN,
    load: |cx, record| Box::pin(planned(cx, record)),
    beside: |_cx, _records| Box::pin(async { Ok(Vec::new()) }),
};

/// Ideas and recommendations.
pub(crate) static IDEAS: Story = Story {
    kinds: &["idea"],
    permission: access::READ_PLAN,
    load: |cx, record| Box::pin(tried(cx, record)),
    beside: |_cx, _records| Box::pin(async { Ok(Vec::new()) }),
};

async fn promised(cx: Cx, record: Record) -> Result<Option<Tale>, Failure> {
    let Ok(id) = record.id.parse::<CommitmentId>() else { return Ok(None) };
    let tx = cx.read(access::READ).await?;
    let commitment = match commitment::store::load(&tx, id).await {
        Ok(loaded) => loaded.commitment,
        Err(Error::Missing) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let place = tx.place()?;
    let shell = Shell::new(&cx, Some(&place), "commitments-title", Section::Nowhere);
    let status = words::status(&shell, commitment.state().name(), commitment.timing(place.today));
    let mut related = Vec::new();
    let purposes = commitment::store::purposes(&tx, id).await?;
    for (id, title) in purposes.decided {
        related.push(told("decision", id, &title, Bond::LedToIt));
    }
    for (id, title) in purposes.causes {
        related.push(told("idea", id, &title, Bond::LedToIt));
    }
    for (id, title) in purposes.carries {
        related.push(named("plan_item", id, &title, Bond::LedToIt));
    }
    Ok(Some(tale(&shell, commitment.terms().title.to_string(), status, related)))
}

async fn decided(cx: Cx, record: Record) -> Result<Option<Tale>, Failure> {
    let Ok(id) = record.id.parse::<DecisionId>() else { return Ok(None) };
    let tx = cx.read(access::READ_DECISIONS).await?;
    let Some(entry) = decision::store::one(&tx, id).await? else { return Ok(None) };
    let place = tx.place()?;
    let shell = Shell::new(&cx, Some(&place), "decisions-title", Section::Nowhere);
    let mut related = Vec::new();
    if let Some(before) = before(&tx, &entry).await? {
        related.push(told("decision", before.id, &before.title, Bond::LedToIt));
    }
    for part in decision::store::parts(&tx, id).await? {
        related.push(told("commitment", part.id, &part.title, Bond::CameOfIt));
    }
    for after in decision::store::successors(&tx, id).await? {
        related.push(told("decision", after.id, &after.title, Bond::CameOfIt));
    }
    let status = decision::words::mark(&shell, &entry);
    Ok(Some(tale(&shell, entry.title.to_string(), status, related)))
}

async fn before(tx: &Tx, entry: &Entry) -> Result<Option<Entry>, Error> {
    match entry.supersedes {
        Some(old) => decision::store::one(tx, old).await,
        None => Ok(None),
    }
}

async fn planned(cx: Cx, record: Record) -> Result<Option<Tale>, Failure> {
    let Ok(id) = record.id.parse::<ItemId>() else { return Ok(None) };
    let tx = cx.read(access::READ_PLAN).await?;
    let place = tx.place()?;
    let outline = goal::store::outline(&tx).await?;
    let Some(item) = outline.get(id) else { return Ok(None) };
    let shell = Shell::new(&cx, Some(&place), "goals-title", Section::Nowhere);
    let above = outline.above(id);
    let mut related: Vec<Related> =
        above.map(|item| named("plan_item", item.id, &item.aim.title, Bond::LedToIt)).collect();
    let below = outline.below(id);
    let below = below.iter().filter(|below| **below != id).filter_map(|id| outline.get(*id));
    related.extend(below.map(|item| told("plan_item", item.id, &item.aim.title, Bond::CameOfIt)));
    let parts = goal::store::parts(&tx, id, None, MOST).await?.items;
    let part = |(part, _): (Part, bool)| told("commitment", part.id, &part.title, Bond::CameOfIt);
    related.extend(parts.into_iter().map(part));
    let status = goal::words::mark(&shell, item, &outline.standing(item, place.today));
    Ok(Some(tale(&shell, item.aim.title.to_string(), status, related)))
}

async fn tried(cx: Cx, record: Record) -> Result<Option<Tale>, Failure> {
    let Ok(id) = record.id.parse::<IdeaId>() else { return Ok(None) };
    let tx = cx.read(access::READ_PLAN).await?;
    let Some(idea) = idea::store::find(&tx, id).await? else { return Ok(None) };
    let place = tx.place()?;
    let shell = Shell::new(&cx, Some(&place), "ideas-title", Section::Nowhere);
    let parts = idea::store::parts(&tx, id).await?;
    let part = |part: Part| told("commitment", part.id, &part.title, Bond::CameOfIt);
    let related = parts.into_iter().map(part).collect();
    let status = idea::pages::mark(&shell, &idea, place.today);
    Ok(Some(tale(&shell, idea.account.title.to_string(), status, related)))
}

fn tale(shell: &Shell, title: String, status: Status, related: Vec<Related>) -> Tale {
    Tale { title, stands: shell.t1("stories-stands", "status", status.text), related }
}

/// A record of which the story tells what happened.
fn told(kind: &str, id: impl ToString, title: &base::Title, bond: Bond) -> Related {
    let record = Record::new(kind, id);
    Related { record, title: title.to_string(), bond, is_told: true }
}

/// A record that the story only names.
fn named(kind: &str, id: impl ToString, title: &base::Title, bond: Bond) -> Related {
    Related { is_told: false, ..told(kind, id, title, bond) }
}

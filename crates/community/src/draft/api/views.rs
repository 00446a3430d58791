//! What programs send and get.

use base::{Instant, Revision};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::draft::{
    Amendment, Draft, State, Version,
    diff::{Row, Side},
    queries::Record,
};

/// What begins a draft.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BeginningBody {
    title: String,
    /// `charter`, `plan`, `memorandum`, `report` or `other`.
    kind: String,
    purpose: Option<String>,
    /// Markdown.
    text: String,
    /// The organization that holds the pen.
    holder: Option<String>,
}

/// A text to be saved beside what others saved since its writer began.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SavingBody {
    /// The version that the writer began from.
    version: i64,
    /// Markdown.
    text: String,
    /// What it changes.
    note: Option<String>,
    title: Option<String>,
}

/// Other words for some lines of a version.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AmendmentBody {
    version: i64,
    /// The first line and the last one, counted from 1.
    first: i64,
    last: i64,
    /// How they should read; nothing when they should go.
    after: Option<String>,
    why: String,
}

/// A word on taking an amendment in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AcceptanceBody {
    answer: Option<String>,
}

/// Why an amendment is not taken in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AmendmentRefusalBody)]
pub(crate) struct RefusalBody {
    answer: String,
}

/// Who reads what is published.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PublicationBody {
    /// `partners` or `public`.
    audience: String,
}

/// Why a draft is set aside.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetAsideBody {
    why: String,
}

/// A draft in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DraftLine {
    id: String,
    title: String,
    kind: String,
    holder: String,
    opened_on: String,
    version: i64,
    /// `writing`, `published` or `withdrawn`.
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_version: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_on: Option<String>,
    open_amendments: i64,
    revision: i64,
}

impl DraftLine {
    pub(crate) fn of(one: &Draft) -> Self {
        let published = match &one.state {
            State::Published(publication) => Some(*publication),
            State::Writing | State::Withdrawn { .. } => None,
        };
        Self {
            id: one.id.to_string(),
            title: one.title.to_string(),
            kind: one.kind.to_string(),
            holder: one.holder.to_string(),
            opened_on: one.opened_on.to_string(),
            version: one.version,
            state: one.state.name().to_string(),
            published_version: published.map(|publication| publication.version),
            audience: published.map(|publication| publication.audience.to_string()),
            published_on: published.map(|publication| publication.on.to_string()),
            open_amendments: one.open_amendments,
            revision: one.revision.0,
        }
    }
}

/// One draft.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DraftView {
    #[serde(flatten)]
    line: DraftLine,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<String>,
    /// Markdown, as of the latest version.
    text: String,
    amendments: Vec<AmendmentView>,
    /// After a save: in how many places it met what others saved; both stand there.
    #[serde(skip_serializing_if = "Option::is_none")]
    collisions: Option<i64>,
}

impl DraftView {
    pub(crate) fn of(record: &Record, collisions: Option<i64>) -> Self {
        let draft = &record.draft;
        Self {
            line: DraftLine::of(draft),
            purpose: draft.purpose.as_ref().map(ToString::to_string),
            text: draft.text.to_string(),
            amendments: record.amendments.iter().map(AmendmentView::of).collect(),
            collisions,
        }
    }

    pub(crate) const fn revision(&self) -> Revision {
        Revision(self.line.revision)
    }
}

/// A version in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct VersionLine {
    number: i64,
    person: String,
    organization: String,
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    /// The version that its writer began from.
    base: i64,
    collisions: i64,
}

impl VersionLine {
    pub(crate) fn of(version: &Version) -> Self {
        Self {
            number: version.number,
            person: version.by.person.to_string(),
            organization: version.by.organization.to_string(),
            at: version.by.at.rfc3339(),
            note: version.note.as_ref().map(ToString::to_string),
            base: version.base,
            collisions: version.collisions,
        }
    }
}

/// One version.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = DraftVersionView)]
pub(crate) struct VersionView {
    #[serde(flatten)]
    line: VersionLine,
    /// Markdown.
    text: String,
}

impl VersionView {
    pub(crate) fn of(version: &Version) -> Self {
        Self { line: VersionLine::of(version), text: version.text.to_string() }
    }
}

/// Two versions, line beside line.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Comparison {
    from: i64,
    to: i64,
    rows: Vec<ComparedRow>,
}

/// Two lines beside each other.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ComparedRow {
    changed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<ComparedLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    right: Option<ComparedLine>,
}

/// A line of one of the versions.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ComparedLine {
    number: usize,
    text: String,
}

impl Comparison {
    pub(crate) fn of(from: i64, to: i64, rows: Vec<Row>) -> Self {
        let line = |side: Side| ComparedLine {
            number: side.number,
            text: side.pieces.into_iter().map(|(text, _)| text).collect(),
        };
        let row = |row: Row| ComparedRow {
            changed: row.changed,
            left: row.left.map(line),
            right: row.right.map(line),
        };
        Self { from, to, rows: rows.into_iter().map(row).collect() }
    }
}

/// An amendment.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct AmendmentView {
    id: String,
    draft: String,
    version: i64,
    first: i64,
    last: i64,
    before: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<String>,
    why: String,
    person: String,
    organization: String,
    at: String,
    /// `open`, `accepted`, `declined` or `withdrawn`.
    standing: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered_at: Option<String>,
    /// The version that took it in.
    #[serde(skip_serializing_if = "Option::is_none")]
    taken_in: Option<i64>,
    revision: i64,
}

impl AmendmentView {
    pub(crate) fn of(one: &Amendment) -> Self {
        let answer = one.answer.as_ref();
        Self {
            id: one.id.to_string(),
            draft: one.draft.to_string(),
            version: one.span.version,
            first: one.span.first,
            last: one.span.last,
            before: one.before.clone(),
            after: one.after.as_ref().map(ToString::to_string),
            why: one.why.to_string(),
            person: one.by.person.to_string(),
            organization: one.by.organization.to_string(),
            at: one.by.at.rfc3339(),
            standing: one.standing.to_string(),
            answer: answer.and_then(|it| it.words.as_ref().map(ToString::to_string)),
            answered_by: answer.map(|it| it.by.person.to_string()),
            answered_at: one.answered_at().map(Instant::rfc3339),
            taken_in: answer.and_then(|it| it.version),
            revision: one.revision.0,
        }
    }
}

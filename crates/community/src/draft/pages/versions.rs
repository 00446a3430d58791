//! The versions of a draft: all of them, one as it was, and two beside each other.

use askama::Template;
use store::Cx;
use web::{Failure, Html, Request, Response, Shell};

use super::{path_of, shell, under};
use crate::draft::{
    Version,
    diff::{self, Row, Shown, Side},
    queries::{self, History, Texts},
};

/// All versions.
#[derive(Template)]
#[template(path = "community/draft_versions.html")]
struct VersionsPage {
    shell: Shell,
    base: String,
    rows: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
}

/// One version in the list.
struct Line {
    number: i64,
    href: String,
    compare: Option<String>,
    who: String,
    when: String,
    note: String,
    mark: Option<String>,
}

/// One version as it was.
#[derive(Template)]
#[template(path = "community/draft_version.html")]
struct VersionPage {
    shell: Shell,
    base: String,
    short: String,
    html: Html,
    compare: Option<String>,
}

/// Two versions beside each other.
#[derive(Template)]
#[template(path = "community/draft_compare.html")]
struct ComparePage {
    shell: Shell,
    base: String,
    from: i64,
    to: i64,
    short: String,
    parts: Vec<Part>,
    alike: bool,
}

/// A row of the comparison, or some rows that are alike and left out.
struct Part {
    left: Option<Side>,
    right: Option<Side>,
    changed: bool,
    left_out: Option<String>,
}

web::page!(VersionsPage, VersionPage, ComparePage);

/// `GET /p/{partnership}/drafts/{id}/versions`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut query = request.query();
    let before = query.optional::<i64>("before");
    let history = queries::history(&cx, request.param("id")?, before).await?;
    let shell =
        under(shell(&cx, &history.place, &history.draft), &history.draft, "drafts-verb-versions");
    let base = path_of(&request, history.draft.id);
    let row = |version: &Version| line(&shell, &history, &base, version);
    let rows: Vec<Line> = history.page.items.iter().map(row).collect();
    let last = history.page.items.last().map(|version| version.number);
    let next = history.page.next.as_ref().and(last);
    let page = VersionsPage {
        first: before.map(|_| shell.href(&format!("{base}/versions"))),
        next: next.map(|mark| shell.href(&format!("{base}/versions?before={mark}"))),
        rows,
        base,
        shell,
    };
    web::page(&request, &page)
}

fn line(shell: &Shell, history: &History, base: &str, version: &Version) -> Line {
    let number = version.number;
    let merged = version.base + 1 < number && version.base > 0;
    let mark = match (version.collisions, merged) {
        (0, false) => None,
        (0, true) => Some(shell.t1("drafts-merged", "base", version.base)),
        (count, _) => Some(shell.t1("drafts-met", "count", count)),
    };
    Line {
        number,
        href: shell.href(&format!("{base}/versions/{number}")),
        compare: (number > 1)
            .then(|| shell.href(&format!("{base}/compare?from={}&to={number}", number - 1))),
        who: who(
            history.people.name(version.by.person),
            history.directory.name(version.by.organization),
        ),
        when: shell.ago(version.by.at),
        note: version.note.as_ref().map(ToString::to_string).unwrap_or_default(),
        mark,
    }
}

fn who(person: &str, organization: &str) -> String {
    if organization.is_empty() { person.to_owned() } else { format!("{person}, {organization}") }
}

/// `GET /p/{partnership}/drafts/{id}/versions/{number}`
pub(crate) async fn one(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (id, number) = (request.param("id")?, request.param("number")?);
    let texts = queries::texts(&cx, id, &[number]).await?;
    let Some(version) = texts.versions.first() else {
        return Err(crate::Error::from(crate::draft::DraftError::Missing).into());
    };
    let base = path_of(&request, texts.draft.id);
    let shell = under(shell(&cx, &texts.place, &texts.draft), &texts.draft, "drafts-verb-versions");
    let title = shell.t1("drafts-version-number", "number", number);
    let latest = texts.draft.version;
    let page = VersionPage {
        short: saved(&shell, &texts, version),
        html: web::markdown(version.text.as_str(), &[]),
        compare: (number != latest)
            .then(|| shell.href(&format!("{base}/compare?from={number}&to={latest}"))),
        shell: shell.titled(title),
        base,
    };
    web::page(&request, &page)
}

fn saved(shell: &Shell, texts: &Texts, version: &Version) -> String {
    let by = version.by;
    let args = [
        ("number", version.number.into()),
        ("who", who(texts.people.name(by.person), texts.directory.name(by.organization)).into()),
        ("when", shell.when(by.at).into()),
    ];
    shell.tn("drafts-version-short", &args)
}

/// `GET /p/{partnership}/drafts/{id}/compare?from=&to=`
pub(crate) async fn compare(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut query = request.query();
    let id = request.param("id")?;
    let latest = queries::latest(&cx, id).await?.version;
    let to = query.optional::<i64>("to").unwrap_or(latest);
    let from = query.optional::<i64>("from").unwrap_or(to - 1).max(1);
    let texts = queries::texts(&cx, id, &[from, to]).await?;
    let [left, right] = texts.versions.as_slice() else {
        return Err(crate::Error::from(crate::draft::DraftError::Missing).into());
    };
    let shell = under(shell(&cx, &texts.place, &texts.draft), &texts.draft, "drafts-compare");
    let rows = diff::rows(left.text.as_str(), right.text.as_str());
    let alike = !rows.iter().any(|row| row.changed);
    let page = ComparePage {
        short: format!("{} {}", saved(&shell, &texts, left), saved(&shell, &texts, right)),
        parts: parts(&shell, rows),
        base: path_of(&request, texts.draft.id),
        from,
        to,
        alike,
        shell,
    };
    web::page(&request, &page)
}

/// The rows as a page shows them.
fn parts(shell: &Shell, rows: Vec<Row>) -> Vec<Part> {
    let part = |shown: Shown| match shown {
        Shown::Row(Row { left, right, changed }) => Part { left, right, changed, left_out: None },
        Shown::Alike(count) => {
            let text = shell.t1("drafts-alike", "count", count);
            Part { left: None, right: None, changed: false, left_out: Some(text) }
        }
    };
    diff::shortened(rows).into_iter().map(part).collect()
}

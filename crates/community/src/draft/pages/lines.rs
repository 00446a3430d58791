//! A draft line by line: what is said about each, and where other words can be proposed.

use askama::Template;
use store::Cx;
use web::{Failure, Request, Response, Shell};

use super::{shell, under};
use crate::{
    address,
    draft::{
        diff, lines as split,
        queries::{self, Record},
    },
};

/// The most characters of a line that stand in an address.
const MOST_LETTERS: usize = 200;

/// The lines.
#[derive(Template)]
#[template(path = "community/draft_lines.html")]
struct LinesPage {
    shell: Shell,
    base: String,
    short: String,
    lines: Vec<Line>,
    /// Discussions about lines that are there no more.
    lost: Vec<(String, String)>,
}

/// One line.
struct Line {
    number: usize,
    text: String,
    /// Discussions about it: how many messages, and where.
    threads: Vec<(String, String)>,
    comment: Option<String>,
    amend: Option<String>,
}

web::page!(LinesPage);

/// `GET /p/{partnership}/drafts/{id}/lines`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::draft(&cx, request.param("id")?).await?;
    let shell = under(shell(&cx, &record.place, &record.draft), &record.draft, "drafts-verb-lines");
    web::page(&request, &page_of(shell, &record))
}

fn page_of(shell: Shell, record: &Record) -> LinesPage {
    let draft = &record.draft;
    let base = format!("/p/{}/drafts/{}", record.place.slug, draft.id);
    let text = draft.text.as_str();
    let all = split(text);
    let mut threads: Vec<Vec<(String, String)>> = vec![Vec::new(); all.len() + 1];
    let mut lost = Vec::new();
    for anchor in &record.anchors {
        let found = record.anchored.get(&anchor.version).and_then(|before| {
            let line = usize::try_from(anchor.line).ok()?.checked_sub(1)?;
            diff::places(before, text).get(line).copied().flatten()
        });
        let href = format!("/p/{}/discussions/{}", record.place.slug, anchor.thread);
        let label = shell.t1("drafts-comments", "count", anchor.posts);
        if let Some(here) = found.and_then(|line| threads.get_mut(line)) {
            here.push((label, shell.href(&href)));
        } else {
            let key = shell.t2("talk-line", "line", anchor.line, "version", anchor.version);
            lost.push((key, shell.href(&href)));
        }
    }
    let line = |(at, words): (usize, &&str)| {
        let number = at + 1;
        let blank = words.trim().is_empty();
        let quote: String = words.trim().chars().take(MOST_LETTERS).collect();
        let pairs = [
            ("about", format!("draft:{}", draft.id)),
            ("version", draft.version.to_string()),
            ("line", number.to_string()),
            ("quote", quote),
        ];
        let comment = address::with(&format!("/p/{}/discussions/new", record.place.slug), &pairs);
        let amend = format!("{base}/amend?version={}&first={number}&last={number}", draft.version);
        let may = record.may_propose && !blank;
        Line {
            number,
            text: (*words).to_owned(),
            threads: threads.get(number).cloned().unwrap_or_default(),
            comment: may.then(|| shell.href(&comment)),
            amend: may.then(|| shell.href(&amend)),
        }
    };
    LinesPage {
        lines: all.iter().enumerate().map(line).collect(),
        short: shell.t1("drafts-lines-short", "version", draft.version),
        lost,
        base,
        shell,
    }
}

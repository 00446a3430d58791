//! The page of the search.

use ::store::Cx;
use askama::Template;
use web::{Failure, FormView, Registry, Request, Response, Section, Shell, page};

use crate::{
    queries::{self, Answer, Asked, Hit},
    snippet::{self, Part},
};

type Choice = (String, String);

#[derive(Template)]
#[template(path = "search/search.html")]
struct SearchPage {
    shell: Shell,
    form: FormView,
    kinds: Vec<Choice>,
    partnerships: Vec<Choice>,
    /// Whether something was asked.
    asked: bool,
    total: usize,
    hits: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
}

/// One hit.
struct Line {
    href: String,
    title: Vec<Part>,
    kind: String,
    partnership: String,
    when: Option<String>,
    piece: Vec<Part>,
}

web::page!(SearchPage);

/// What the address asks for.
pub(crate) fn asked(request: &Request) -> Result<(Asked, FormView), Failure> {
    let mut query = request.query();
    let words = query.optional::<base::Line<200>>("q");
    let asked = Asked {
        words: words.map(|words| words.to_string()).unwrap_or_default(),
        kind: query.text("kind").map(str::to_owned),
        partnership: query.text("in").map(str::to_owned),
        organization: query.optional("organization"),
    };
    query.check()?;
    Ok((asked, FormView::filled(query.typed())))
}

/// `GET /search`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (asked, form) = asked(&request)?;
    let answer = queries::search(&cx, &asked, request.query().text("after")).await?;
    let shell = Shell::new(&cx, None, "search-page", Section::MyWork);
    let (first, next) = request.pager(&shell, answer.page.next.as_deref());
    let kind = |kind: &&'static str| ((*kind).to_owned(), said(&shell, kind));
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let Answer { total, page: found, words, partnerships, kinds } = answer;
    let shown = SearchPage {
        kinds: kinds.iter().map(kind).collect(),
        partnerships,
        asked: !asked.words.is_empty(),
        total,
        hits: found.items.iter().map(|hit| line(&shell, &registry, &words, hit)).collect(),
        form,
        first,
        next,
        shell,
    };
    page(&request, &shown)
}

fn line(shell: &Shell, registry: &Registry, words: &[String], hit: &Hit) -> Line {
    let Hit { key, slug, partnership_name, document } = hit;
    let path = registry.subject_path(slug, &key.kind, &key.id).unwrap_or_default();
    Line {
        href: shell.href(&path),
        title: snippet::marked(&document.title, words),
        kind: said(shell, &key.kind),
        partnership: partnership_name.clone(),
        when: document.at.map(|at| shell.ago(at)),
        piece: snippet::piece(&document.texts, words),
    }
}

/// What a kind of record is called.
pub(crate) fn said(shell: &Shell, kind: &str) -> String {
    shell.t(&format!("find-{}", kind.replace('_', "-"))).into_owned()
}

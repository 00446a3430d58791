//! The page of one's notices.

use ::store::Cx;
use askama::Template;
use web::{Catalog, Failure, FormView, Request, Response, Section, Shell, page, redirect};

use super::{
    Entry, Filter, Kind, NoticeId, Shown, commands,
    queries::{self, Mine},
};
use crate::delivery;

type Choice = (String, String);

#[derive(Template)]
#[template(path = "notices/list.html")]
struct ListPage {
    shell: Shell,
    form: FormView,
    waiting: i64,
    kinds: Vec<Choice>,
    partnerships: Vec<Choice>,
    reads: Vec<Choice>,
    lines: Vec<Line>,
    replies: Vec<(String, String)>,
    filtered: bool,
    /// The latest notice on the page: all up to it can be marked at once.
    latest: Option<NoticeId>,
    first: Option<String>,
    next: Option<String>,
}

/// One notice.
struct Line {
    id: NoticeId,
    kind: String,
    icon: &'static str,
    text: String,
    title: Option<String>,
    href: String,
    about: String,
    is_read: bool,
}

web::page!(ListPage);

impl ListPage {
    fn short(&self) -> String {
        self.shell.t1("notices-short", "count", self.waiting)
    }
}

/// What the address asks for.
pub(super) fn filter(request: &Request) -> Result<(Filter, FormView), Failure> {
    let mut query = request.query();
    let filter = Filter {
        kind: query.optional("kind"),
        partnership: query.text("partnership").map(str::to_owned),
        read: query.optional("read"),
    };
    query.check()?;
    Ok((filter, FormView::filled(query.typed())))
}

/// `GET /me/notices`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (filter, form) = filter(&request)?;
    let query = request.query();
    let mine = queries::mine(&cx, &filter, query.text("after")).await?;
    let shell = Shell::new(&cx, None, "notices-page", Section::MyWork);
    let catalog = cx.extension::<Catalog>().unwrap_or_default();
    let (first, next) = request.pager(&shell, mine.page.next.as_deref());
    let Mine { page: entries, waiting, partnerships, replies } = mine;
    let first_page = query.text("after").is_none();
    let reply = |reply: &crate::answer::Reply| {
        let args = ("partnership", reply.partnership_name.as_str(), "when", shell.ago(reply.at));
        let text = shell.t2("notices-reply-kept", args.0, args.1, args.2, args.3);
        (text, format!("/me/notices/replies/{}", reply.link.id))
    };
    let shown = ListPage {
        form,
        waiting,
        kinds: words(&shell, "notices-kind", Kind::ALL),
        partnerships: partnerships.into_iter().map(|(_, slug, name)| (slug, name)).collect(),
        reads: words(&shell, "notices-read", &[Shown::All]),
        lines: entries.items.iter().map(|entry| line(&shell, &catalog, entry)).collect(),
        replies: if first_page { replies.iter().map(reply).collect() } else { Vec::new() },
        filtered: filter != Filter::default(),
        latest: entries.items.first().map(|entry| entry.id).filter(|_| waiting > 0 || first_page),
        first,
        next,
        shell,
    };
    page(&request, &shown)
}

/// `POST /me/notices/read`
pub(crate) async fn mark_all(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let Some(up_to) = input.required("up_to") else { return Err(input.invalid().into()) };
    commands::mark_all(&cx, up_to).await?;
    Ok(redirect(&cx, "/me/notices").notice("notices-all-read-notice"))
}

/// `POST /me/notices/{id}/read`
pub(crate) async fn mark(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: NoticeId = request.param("id")?;
    commands::mark(&cx, id, true).await?;
    let back = redirect(&cx, "/me/notices").notice("notices-read-notice");
    Ok(back.undo(&format!("/me/notices/{id}/read/undo")))
}

/// `POST /me/notices/{id}/read/undo`
pub(crate) async fn unmark(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::mark(&cx, request.param("id")?, false).await?;
    Ok(redirect(&cx, "/me/notices").notice("notices-unread-notice"))
}

fn line(shell: &Shell, catalog: &Catalog, entry: &Entry) -> Line {
    let (partnership, when) = (entry.partnership_name.as_str(), shell.ago(entry.at));
    Line {
        id: entry.id,
        kind: said(shell, "notices-kind", entry.kind.as_str()),
        icon: match entry.kind {
            Kind::NeedsYou => "flag",
            Kind::DueSoon => "schedule",
            Kind::ToKnow => "info",
        },
        text: delivery::subject(catalog, shell.language(), entry),
        title: entry.title.clone(),
        href: shell.href(&entry.link),
        about: shell.t2("notices-about", "partnership", partnership, "when", when),
        is_read: entry.is_read,
    }
}

/// The words of a vocabulary as choices.
pub(crate) fn words<T: Copy + ToString>(shell: &Shell, prefix: &str, all: &[T]) -> Vec<Choice> {
    let word = |one: &T| (one.to_string(), said(shell, prefix, &one.to_string()));
    all.iter().map(word).collect()
}

/// A word of a vocabulary in the language of the page.
pub(crate) fn said(shell: &Shell, prefix: &str, word: &str) -> String {
    shell.t(&format!("{prefix}-{}", word.replace('_', "-"))).into_owned()
}

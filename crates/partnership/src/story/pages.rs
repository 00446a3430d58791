//! The page of a story, and letting everybody read it.

use ::store::Cx;
use base::Role;
use web::{
    Bond, Failure, FormView, Record, Registry, Request, Response, Section, Shell, page, redirect,
};

use super::{Sheet, bound, public, queries};
use crate::{
    activity::{Happening, words::words},
    forms::{self, ConfirmPage, said},
    public::commands,
};

#[derive(askama::Template)]
#[template(path = "partnership/story.html")]
pub(super) struct StoryPage {
    pub(super) shell: Shell,
    pub(super) kicker: String,
    pub(super) stands: String,
    /// The record's own page.
    pub(super) record: Option<String>,
    pub(super) led: Vec<(String, String)>,
    pub(super) came: Vec<(String, String)>,
    pub(super) days: Vec<(String, Vec<Run>)>,
    /// Where everybody reads it, when they may.
    pub(super) public: Option<String>,
    /// Where a coordinator lets everybody read it, or its partners only.
    pub(super) publish: Option<(String, &'static str)>,
    pub(super) first: Option<String>,
    pub(super) next: Option<String>,
}

/// Things of one kind that happened one after the other; of many the first shows, and the others when they
/// are asked for.
pub(super) struct Run {
    kind: String,
    pub(super) shown: Vec<Line>,
    pub(super) more: Vec<Line>,
}

impl Run {
    /// So many of one kind show at once.
    const MOST: usize = 3;

    fn folded(mut self) -> Self {
        if self.shown.len() > Self::MOST {
            self.more = self.shown.split_off(1);
        }
        self
    }
}

/// One thing that happened.
pub(super) struct Line {
    pub(super) text: String,
    /// The page of another record that it happened to; nothing for the story's own.
    pub(super) href: String,
    pub(super) when: String,
}

web::page!(StoryPage);

/// The record that the address names.
pub(super) fn record(request: &Request) -> Record {
    Record::new(request.param_text("kind"), request.param_text("id"))
}

/// `GET /p/{partnership}/stories/{kind}/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = queries::story(&cx, record(&request), request.query().text("after")).await?;
    let shell = shell(&cx, &sheet);
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let slug = &sheet.place.slug;
    let path = format!("/p/{slug}/stories/{}/{}", sheet.record.kind, sheet.record.id);
    let publish = sheet.place.standing.has(Role::Coordinator).then(|| {
        let label = if sheet.is_public { "stories-hide" } else { "stories-publish" };
        (format!("{path}/public"), label)
    });
    let own = registry.subject_path(slug, &sheet.record.kind, &sheet.record.id);
    let to = |kind: &str, id: &str| registry.subject_path(slug, kind, id).unwrap_or_default();
    let (first, next) = request.pager(&shell, sheet.told.page.next.as_deref());
    let shown = StoryPage {
        record: own.map(|path| shell.href(&path)),
        public: sheet.is_public.then(|| shell.href(&public::path(&sheet))),
        publish,
        first,
        next,
        ..told(shell, &sheet, &to)
    };
    page(&request, &shown)
}

/// `GET /p/{partnership}/stories/{kind}/{id}/public`
pub(crate) async fn ask(cx: Cx, request: Request) -> Result<Response, Failure> {
    let place = public::may_publish(&cx).await?;
    let sheet = queries::story(&cx, record(&request), None).await?;
    let shell = Shell::new(&cx, Some(&place), "stories-title", Section::Overview);
    let word = |part: &str| {
        let which = if sheet.is_public { "hide" } else { "publish" };
        shell.t(&format!("stories-{which}-{part}")).into_owned()
    };
    let own = format!("/p/{}/stories/{}/{}", place.slug, sheet.record.kind, sheet.record.id);
    let shown = ConfirmPage {
        what: word("what"),
        who: word("who"),
        back: word("back"),
        form: FormView::new(),
        action: request.path().to_owned(),
        button: if sheet.is_public { "stories-hide" } else { "stories-publish" },
        cancel: own,
        danger: false,
        dated: false,
        shell: shell.titled(sheet.tale.title.clone()),
    };
    page(&request, &shown)
}

/// `POST /p/{partnership}/stories/{kind}/{id}/public`
pub(crate) async fn publish(cx: Cx, request: Request) -> Result<Response, Failure> {
    public::may_publish(&cx).await?;
    let sheet = queries::story(&cx, record(&request), None).await?;
    let title = sheet.tale.title.as_str();
    if sheet.is_public {
        commands::hide_story(&cx, &sheet.record, title).await?;
    } else {
        commands::publish_story(&cx, &sheet.record, title).await?;
    }
    let own = format!("/p/{}/stories/{}/{}", sheet.place.slug, sheet.record.kind, sheet.record.id);
    let done = if sheet.is_public { "stories-hidden-notice" } else { "stories-published-notice" };
    Ok(redirect(&cx, &own).notice(done))
}

fn shell(cx: &Cx, sheet: &Sheet) -> Shell {
    let title = sheet.tale.title.clone();
    let shell = Shell::new(cx, Some(&sheet.place), "stories-title", Section::Overview);
    let crumb = shell.name().to_owned();
    shell.titled(title).crumb(crumb, &forms::base(&sheet.place))
}

/// The story itself, without what stands around it.
pub(super) fn told(shell: Shell, sheet: &Sheet, to: &dyn Fn(&str, &str) -> String) -> StoryPage {
    let names = |bond| {
        let all = bound(&sheet.tale, bond).into_iter();
        all.map(|one| {
            let path = to(&one.record.kind, &one.record.id);
            let path = if path.is_empty() { path } else { shell.href(&path) };
            (one.title.clone(), path)
        })
        .collect()
    };
    let (led, came) = (names(Bond::LedToIt), names(Bond::CameOfIt));
    let mut days: Vec<(base::Date, Vec<Run>)> = Vec::new();
    for happening in &sheet.told.page.items {
        let day = shell.day_of(happening.at);
        if days.last().is_none_or(|(last, _)| *last != day) {
            days.push((day, Vec::new()));
        }
        let Some((_, runs)) = days.last_mut() else { continue };
        let line = line(&shell, sheet, happening, to);
        match runs.last_mut() {
            Some(run) if run.kind == happening.kind => run.shown.push(line),
            _ => {
                let kind = happening.kind.clone();
                runs.push(Run { kind, shown: vec![line], more: Vec::new() });
            }
        }
    }
    let days = days
        .into_iter()
        .map(|(day, runs)| (shell.long_date(day), runs.into_iter().map(Run::folded).collect()));
    let days = days.collect();
    StoryPage {
        kicker: said(&shell, "find", &sheet.record.kind),
        stands: sheet.tale.stands.clone(),
        days,
        led,
        came,
        record: None,
        public: None,
        publish: None,
        first: None,
        next: None,
        shell,
    }
}

fn line(
    shell: &Shell,
    sheet: &Sheet,
    happening: &Happening,
    to: &dyn Fn(&str, &str) -> String,
) -> Line {
    let own = happening.subject_kind == sheet.record.kind && happening.subject == sheet.record.id;
    let path = if own { String::new() } else { to(&happening.subject_kind, &happening.subject) };
    Line {
        text: words(shell, &sheet.told, happening),
        href: if path.is_empty() { path } else { shell.href(&path) },
        when: shell.time(happening.at),
    }
}

//! The pages of one's own post: change it, see how it read before, take it back; and reactions.

use askama::Template;
use base::Role;
use store::Cx;
use web::{Failure, FormView, Html, Request, Response, Section, Shell};

use super::path_of;
use crate::{
    Error,
    talk::{
        PostState, Reaction, TalkError, ThreadId, about, commands, parse,
        queries::{self, History},
        words,
    },
};

/// The form that changes a post.
#[derive(Template)]
#[template(path = "community/post_edit.html")]
struct EditPage {
    shell: Shell,
    form: FormView,
    base: String,
    action: String,
    revision: String,
}

/// How a post read before.
#[derive(Template)]
#[template(path = "community/post_history.html")]
struct HistoryPage {
    shell: Shell,
    base: String,
    short: String,
    /// When it read so, and how; the latest first.
    texts: Vec<(String, Html)>,
}

/// The page on which a post is taken back.
#[derive(Template)]
#[template(path = "community/confirm.html")]
pub(super) struct ConfirmPage {
    pub(super) shell: Shell,
    pub(super) short: String,
    pub(super) action: String,
    pub(super) cancel: String,
    pub(super) what: String,
    pub(super) knows: String,
    pub(super) back: String,
    pub(super) button: &'static str,
    pub(super) quote: Option<Html>,
}

web::page!(EditPage, HistoryPage, ConfirmPage);

/// `GET /p/{partnership}/discussions/{id}/posts/{post}/edit`
pub(crate) async fn edit_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    let history = own(&cx, &request, &[PostState::Shown]).await?;
    if !history.may_write {
        return Err(Error::from(TalkError::GuestsRead).into());
    }
    let body = history.post.body.as_ref().map(ToString::to_string).unwrap_or_default();
    let form = FormView::filled([("body", body)]);
    web::page(
        &request,
        &edit_page(&request, shell(&cx, &history, "talk-edit-title"), form, &history),
    )
}

/// `POST /p/{partnership}/discussions/{id}/posts/{post}/edit`
pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, seen) = (parse::target(&request)?, request.revision()?);
    let mut input = request.input()?;
    let body = input.required("body");
    let done = match body {
        Some(body) => commands::edit(&cx, target, seen, body).await.map_err(Failure::from),
        None => Err(input.invalid().into()),
    };
    match done {
        Ok(post) => {
            let path = format!("{}#p{}", path_of(&request, target.0), post.number);
            Ok(web::redirect(&cx, &path).notice("talk-edited-notice"))
        }
        Err(failure) if failure.is_form() => {
            let history = own(&cx, &request, &[PostState::Shown]).await?;
            let mut shell = shell(&cx, &history, "talk-edit-title");
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = edit_page(&request, shell, form, &history);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// `GET /p/{partnership}/discussions/{id}/posts/{post}/history`
pub(crate) async fn history(cx: Cx, request: Request) -> Result<Response, Failure> {
    let history = queries::history(&cx, parse::target(&request)?).await?;
    let shell = shell(&cx, &history, "talk-history-title");
    let until = |at| shell.t1("talk-until", "when", shell.when(at));
    let mut texts: Vec<(String, Html)> = history
        .texts
        .iter()
        .map(|(at, body)| (until(*at), web::markdown(body.as_str(), &[])))
        .collect();
    if let Some(body) = history.post.readable(history.reader) {
        texts.push((shell.t("talk-now").into_owned(), web::markdown(body.as_str(), &[])));
    }
    texts.reverse();
    let who = history.people.name(history.post.by.person);
    let page = HistoryPage {
        short: shell.t1("talk-history-short", "who", who),
        base: path_of(&request, history.thread.id),
        texts,
        shell,
    };
    web::page(&request, &page)
}

/// `GET /p/{partnership}/discussions/{id}/posts/{post}/take-back`
pub(crate) async fn take_back_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    let history = own(&cx, &request, &[PostState::Shown, PostState::Hidden]).await?;
    let shell = shell(&cx, &history, "talk-take-back-title");
    let base = path_of(&request, history.thread.id);
    let words = |key: &str| shell.t(key).into_owned();
    let body = history.post.readable(history.reader);
    let page = ConfirmPage {
        short: words("talk-take-back-short"),
        action: format!("{base}/posts/{}/take-back", history.post.id),
        what: words("talk-take-back-what"),
        knows: words("talk-take-back-knows"),
        back: words("talk-take-back-back"),
        button: "talk-act-take-back",
        quote: body.map(|body| web::markdown(body.as_str(), &[])),
        cancel: base,
        shell,
    };
    web::page(&request, &page)
}

/// `POST /p/{partnership}/discussions/{id}/posts/{post}/take-back`
pub(crate) async fn take_back(cx: Cx, request: Request) -> Result<Response, Failure> {
    let target = parse::target(&request)?;
    let post = commands::take_back(&cx, target).await?;
    let path = format!("{}#p{}", path_of(&request, target.0), post.number);
    Ok(web::redirect(&cx, &path).notice("talk-taken-back-notice"))
}

/// `POST /p/{partnership}/discussions/{id}/posts/{post}/reactions`
pub(crate) async fn react(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, mut input) = (parse::target(&request)?, request.input()?);
    let reaction = input.required::<Reaction>("reaction");
    let Some(reaction) = reaction else { return Err(input.invalid().into()) };
    let on = input.flag("on");
    commands::react(&cx, target, reaction, on).await?;
    let path = back(&cx, &request, target.0, input.text("on_page").is_some()).await?;
    let key = if on { "talk-reacted-notice" } else { "talk-unreacted-notice" };
    Ok(web::redirect(&cx, &path).notice(key))
}

/// Back to the page that the button stood on.
async fn back(cx: &Cx, request: &Request, id: ThreadId, on_page: bool) -> Result<String, Failure> {
    let thread = path_of(request, id);
    if !on_page {
        return Ok(thread);
    }
    let record = queries::thread(cx, id, 0).await?;
    let (kind, about_id) = (record.thread.about.kind(), record.thread.about.id());
    let path = about(cx, kind, about_id).await?.path(cx, &record.place.slug);
    Ok(path.map_or(thread, |path| format!("{path}#talk")))
}

/// One's own post, in one of these states.
async fn own(cx: &Cx, request: &Request, states: &[PostState]) -> Result<History, Failure> {
    let history = queries::history(cx, parse::target(request)?).await?;
    if history.post.by.person != history.reader.person {
        return Err(Error::from(TalkError::NotYours).into());
    }
    let state = history.post.state;
    if !states.contains(&state) {
        return Err(Error::from(TalkError::NotShown { state }).into());
    }
    Ok(history)
}

pub(super) fn shell(cx: &Cx, history: &History, title: &str) -> Shell {
    let (place, base) = (&history.place, format!("/p/{}/discussions", history.place.slug));
    let shell = Shell::new(cx, Some(place), title, Section::Meetings);
    let list = shell.t("talk-title").into_owned();
    let readable = history.post.number == 1 && history.post.state != PostState::Shown;
    let title = history.thread.title.as_ref().filter(|_| !readable);
    let name =
        title.map_or_else(|| words::named(&shell, &history.thread, None), ToString::to_string);
    shell.crumb(list, &base).crumb(name, &format!("{base}/{}", history.thread.id))
}

fn edit_page(request: &Request, shell: Shell, form: FormView, history: &History) -> EditPage {
    let base = path_of(request, history.thread.id);
    let action = format!("{base}/posts/{}/edit", history.post.id);
    EditPage { action, base, revision: history.post.revision.to_string(), form, shell }
}

/// Whether somebody keeps the partnership going.
pub(super) fn coordinates(history: &History) -> bool {
    history.place.standing.has(Role::Coordinator)
}

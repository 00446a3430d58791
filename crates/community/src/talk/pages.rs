//! The page of one thread: what it is about, what was said, and a place to answer.

pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod part;
pub(crate) mod posts;
pub(crate) mod rulings;
pub(crate) mod settings;

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use self::part::{Around, PostView};
use super::{
    Mode, PostId, PostState, Ruling, ThreadId, access, commands, queries, queries::Record, words,
};

/// One thread.
#[derive(Template)]
#[template(path = "community/thread.html")]
#[expect(clippy::struct_excessive_bools, reason = "what the template asks, one by one")]
struct ThreadPage {
    shell: Shell,
    form: FormView,
    base: String,
    /// The list of all.
    list: String,
    kicker: String,
    /// The record: what it is called, and its page.
    about: (String, Option<String>),
    short: String,
    closed: bool,
    help: bool,
    place: Option<String>,
    quote: Option<String>,
    first: PostView,
    answers: Vec<PostView>,
    /// Where the other pages of answers are.
    start: Option<String>,
    next: Option<String>,
    may_write: bool,
    /// Why the reader cannot write; none when they can.
    why_not: Option<String>,
    organizations: Vec<(String, String)>,
    once: String,
    /// What the reader wants to hear: the mode, its name, and whether it is chosen.
    modes: Vec<(String, String, bool)>,
    settles: bool,
    disagree: Option<String>,
    /// For coordinators: the record, and whether guests may write about it now.
    door: Option<(String, String, bool)>,
}

web::page!(ThreadPage);

/// `GET /p/{partnership}/discussions/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    let after = request.query().optional::<i64>("after").unwrap_or_default();
    let record = queries::thread(&cx, id, after).await?;
    let page = page_of(&cx, shell(&cx, &record), FormView::new(), &record, after).await?;
    web::page(&request, &page)
}

/// `POST /p/{partnership}/discussions/{id}/posts`
pub(crate) async fn answer(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (id, mut input): (ThreadId, Input) = (request.param("id")?, request.input()?);
    match write(&cx, id, &mut input).await {
        Ok(number) => {
            // The page that the new answer stands on.
            let page = i64::try_from(queries::POSTS).unwrap_or(i64::MAX);
            let after = (number - 1) / page * page;
            let query = if after > 0 { format!("?after={after}") } else { String::new() };
            let path = format!("{}{query}#p{number}", path_of(&request, id));
            Ok(web::redirect(&cx, &path).notice("talk-answered-notice"))
        }
        Err(failure) if failure.is_form() => {
            let record = queries::thread(&cx, id, 0).await?;
            let mut shell = shell(&cx, &record);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = page_of(&cx, shell, form, &record, 0).await?;
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn write(cx: &Cx, id: ThreadId, input: &mut Input) -> Result<i64, Failure> {
    let (body, organization) = (input.required("body"), input.optional("organization"));
    input.check()?;
    let body = body.ok_or_else(|| input.invalid())?;
    Ok(commands::answer(cx, id, body, organization).await?.number)
}

/// `POST /p/{partnership}/discussions/{id}/follow`
pub(crate) async fn follow(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (id, mut input): (ThreadId, Input) = (request.param("id")?, request.input()?);
    let mode = input.optional::<Mode>("mode");
    input.check()?;
    commands::follow(&cx, id, mode).await?;
    let key = match mode {
        Some(Mode::Follow) => "talk-follow-notice",
        Some(Mode::Mute) => "talk-mute-notice",
        None => "talk-neither-notice",
    };
    Ok(web::redirect(&cx, &path_of(&request, id)).notice(key))
}

/// `POST /p/{partnership}/discussions/{id}/close`
pub(crate) async fn close(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: ThreadId = request.param("id")?;
    commands::close(&cx, id).await?;
    let back = web::redirect(&cx, &path_of(&request, id)).notice("talk-closed-notice");
    Ok(back)
}

/// `POST /p/{partnership}/discussions/{id}/reopen`
pub(crate) async fn reopen(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: ThreadId = request.param("id")?;
    commands::reopen(&cx, id).await?;
    Ok(web::redirect(&cx, &path_of(&request, id)).notice("talk-reopened-notice"))
}

pub(crate) fn path_of(request: &Request, id: ThreadId) -> String {
    format!("/p/{}/discussions/{id}", request.param_text("partnership"))
}

pub(crate) fn shell(cx: &Cx, record: &Record) -> Shell {
    let (place, base) = (&record.place, format!("/p/{}/discussions", record.place.slug));
    let shell = Shell::new(cx, Some(place), "talk-title", Section::Meetings);
    let (overview, list) =
        (shell.t("shell-section-overview").into_owned(), shell.t("talk-title").into_owned());
    let first = &record.first.post;
    let begins = first.body.as_ref().filter(|_| first.state == PostState::Shown);
    let title = words::named(&shell, &record.thread, begins.map(super::Body::as_str));
    shell
        .titled(title)
        .crumb(overview, &format!("/p/{}", place.slug))
        .crumb(list, &base)
        .live(&format!("/p/{}/live", place.slug))
}

async fn page_of(
    cx: &Cx,
    shell: Shell,
    form: FormView,
    record: &Record,
    after: i64,
) -> Result<ThreadPage, Failure> {
    let Record { place, thread, reader, .. } = record;
    let base = format!("/p/{}/discussions/{}", place.slug, thread.id);
    let who = |ruling: &Ruling| record.people.name(ruling.by.person).to_owned();
    let rulings: Vec<(Ruling, String)> =
        record.rulings.iter().map(|ruling| (ruling.clone(), who(ruling))).collect();
    let open = record.may_write && thread.closed.is_none();
    let around = Around {
        shell: &shell,
        slug: &place.slug,
        thread,
        reader: *reader,
        may_write: record.may_write,
        rulings: &rulings,
    };
    let (first, answers) = (
        part::post(&around, &record.first),
        record.answers.iter().map(|said| part::post(&around, said)).collect(),
    );
    let why_not = match (record.may_write, thread.closed.is_some()) {
        (_, true) => Some(shell.t("talk-is-closed").into_owned()),
        (false, false) => Some(shell.t("talk-guests-read").into_owned()),
        (true, false) => None,
    };
    let about_now = web::topic_name(cx, thread.about.kind(), thread.about.id()).await?;
    let about_name = about_now.unwrap_or_else(|| thread.about.name().to_owned());
    let guest = access::is_guest(&place.standing);
    Ok(ThreadPage {
        kicker: words::kind(&shell, thread.about.kind()),
        about: (about_name, thread.about.path(cx, &place.slug).map(|path| shell.href(&path))),
        short: short(&shell, record),
        closed: thread.closed.is_some(),
        help: thread.help > 0,
        place: words::place(&shell, thread),
        quote: thread.anchor.as_ref().and_then(|at| at.quote.as_ref().map(ToString::to_string)),
        first,
        answers,
        start: (after > 0).then(|| shell.href(&base)),
        next: record.next.map(|mark| shell.href(&format!("{base}?after={mark}"))),
        may_write: open,
        why_not,
        organizations: organizations(cx, record).await?,
        once: cx.new_id::<PostId>().to_string(),
        modes: modes(&shell, record.mode),
        settles: access::settles(&place.standing, thread.opened.person, reader.person),
        disagree: (!guest).then(|| {
            shell.href(&format!("/p/{}/disagreements/new?about=thread:{}", place.slug, thread.id))
        }),
        door: door(cx, record).await?,
        list: format!("/p/{}/discussions", place.slug),
        form,
        base,
        shell,
    })
}

fn short(shell: &Shell, record: &Record) -> String {
    let thread = &record.thread;
    let args = [
        ("who", record.first.person.as_str().into()),
        ("organization", record.first.organization.as_str().into()),
        ("date", shell.date(shell.day_of(thread.opened.at)).into()),
        ("answers", (thread.posts - 1).into()),
    ];
    shell.tn("talk-short", &args)
}

/// For which organizations the reader may speak, when there are several.
async fn organizations(cx: &Cx, record: &Record) -> Result<Vec<(String, String)>, Failure> {
    let own = record.place.standing.organizations();
    if own.len() < 2 {
        return Ok(Vec::new());
    }
    let directory = queries::directory(cx).await?;
    Ok(own.iter().map(|id| (id.to_string(), directory.name(*id).to_owned())).collect())
}

fn modes(shell: &Shell, mine: Option<Mode>) -> Vec<(String, String, bool)> {
    let each = [Some(Mode::Follow), None, Some(Mode::Mute)];
    let view = |mode: Option<Mode>| {
        let name = mode.map_or("neither", Mode::as_str);
        let value = mode.map(|mode| mode.to_string()).unwrap_or_default();
        (value, words::said(shell, "talk-mode", name), mode == mine)
    };
    each.into_iter().map(view).collect()
}

/// Whether guests may write about this record, for those who decide it.
async fn door(cx: &Cx, record: &Record) -> Result<Option<(String, String, bool)>, Failure> {
    if !record.reader.coordinates {
        return Ok(None);
    }
    let about = &record.thread.about;
    let open = queries::is_open_to_guests(cx, about.kind(), about.id()).await?;
    Ok(Some((about.kind().to_owned(), about.id().to_owned(), open)))
}

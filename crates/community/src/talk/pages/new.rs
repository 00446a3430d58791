//! The form that begins a discussion.

use askama::Template;
use base::Title;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::{
    Error,
    talk::{
        About, Opening, TalkError, ThreadId, about, access, commands,
        parse::{self, Key},
        queries, words,
    },
};

/// The form.
#[derive(Template)]
#[template(path = "community/thread_new.html")]
struct NewPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    kicker: String,
    about_key: String,
    about_name: String,
    quote: Option<String>,
    place: Option<String>,
    /// Whether the name of the record does not say what it is about.
    wants_title: bool,
    organizations: Vec<(String, String)>,
    once: String,
}

web::page!(NewPage);

/// `GET /p/{partnership}/discussions/new`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::WRITE).await?;
    let query = request.query();
    let about = about_of(&cx, &query).await?;
    let form = FormView::filled(query.typed());
    let page = page_of(&cx, shell(&cx).await?, form, about).await?;
    web::page(&request, &page)
}

/// `POST /p/{partnership}/discussions/new`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let about = about_of(&cx, &input).await?;
    match begin(&cx, &mut input, about.clone()).await {
        Ok(id) => {
            let slug = request.param_text("partnership");
            let thread = format!("/p/{slug}/discussions/{id}");
            // Whoever wrote on the page of a record goes back there.
            let record = about.path(&cx, slug).map(|path| format!("{path}#talk"));
            let back = record.filter(|_| input.flag("on_page")).unwrap_or(thread);
            Ok(web::redirect(&cx, &back).notice("talk-opened-notice"))
        }
        Err(failure) if failure.is_form() => {
            let mut shell = shell(&cx).await?;
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = page_of(&cx, shell, form, about).await?;
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// What a form or an address says that a thread is about; the partnership itself without a word.
async fn about_of(cx: &Cx, input: &Input) -> Result<About, Failure> {
    let key = if let Some(text) = input.text("about") {
        text.parse::<Key>().map_err(|_wrong| Error::from(TalkError::Missing))?
    } else {
        let id = cx.read(access::READ).await?.place()?.partnership.to_string();
        Key { kind: "partnership".to_owned(), id }
    };
    about(cx, &key.kind, &key.id).await
}

async fn begin(cx: &Cx, input: &mut Input, about: About) -> Result<ThreadId, Failure> {
    let title: Option<Title> =
        if wants_title(&about) { input.required("title") } else { input.optional("title") };
    let (body, anchor) = (input.required("body"), parse::anchor(input));
    let organization = input.optional("organization");
    input.check()?;
    let body = body.ok_or_else(|| input.invalid())?;
    let opening = Opening { about, title, anchor, body, organization };
    Ok(commands::start(cx, opening).await?.0.id)
}

/// A discussion about the partnership, a body or a partner says what it is about.
fn wants_title(about: &About) -> bool {
    matches!(about.kind(), "partnership" | "organization" | "body")
}

async fn shell(cx: &Cx) -> Result<Shell, Failure> {
    let place = cx.read(access::READ).await?.place()?;
    let shell = Shell::new(cx, Some(&place), "talk-new", Section::Meetings);
    let (overview, list) =
        (shell.t("shell-section-overview").into_owned(), shell.t("talk-title").into_owned());
    Ok(shell
        .crumb(overview, &format!("/p/{}", place.slug))
        .crumb(list, &format!("/p/{}/discussions", place.slug)))
}

async fn page_of(cx: &Cx, shell: Shell, form: FormView, about: About) -> Result<NewPage, Failure> {
    let slug = shell.place().map(|place| place.slug.clone()).unwrap_or_default();
    let own = shell.place().map(|place| place.standing.organizations()).unwrap_or_default();
    let organizations = if own.len() < 2 {
        Vec::new()
    } else {
        let directory = queries::directory(cx).await?;
        own.iter().map(|id| (id.to_string(), directory.name(*id).to_owned())).collect()
    };
    let some = |name: &str| Some(form.value(name)).filter(|text| !text.is_empty());
    let place = match (some("line"), some("version")) {
        (Some(line), Some(version)) => {
            Some(shell.t2("talk-line", "line", line, "version", version))
        }
        (None | Some(_), _) => None,
    };
    let list = format!("/p/{slug}/discussions");
    Ok(NewPage {
        action: format!("{list}/new"),
        cancel: about.path(cx, &slug).unwrap_or(list),
        kicker: words::kind(&shell, about.kind()),
        about_key: about.key(),
        about_name: about.name().to_owned(),
        quote: some("quote").map(str::to_owned),
        place,
        wants_title: wants_title(&about),
        organizations,
        once: cx.new_id::<ThreadId>().to_string(),
        form,
        shell,
    })
}

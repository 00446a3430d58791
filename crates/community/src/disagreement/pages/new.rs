//! The form that puts a disagreement on the register.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::path_of;
use crate::{
    Error,
    disagreement::{DisagreementId, Opening, access, commands, queries},
    talk::{About, TalkError, ThreadId, about, parse::Key, queries as threads},
};

/// The form.
#[derive(Template)]
#[template(path = "community/disagreement_new.html")]
struct NewPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    about_key: String,
    about_name: String,
    partners: Vec<(String, String)>,
    once: String,
}

web::page!(NewPage);

/// What a disagreement is about, and the discussion that it came from.
pub(crate) struct Origin {
    pub(crate) about: About,
    pub(crate) thread: Option<ThreadId>,
}

impl Origin {
    /// The record, or the discussion about it, that a key names; the partnership without one.
    pub(crate) async fn of(cx: &Cx, key: Option<Key>) -> Result<Self, Failure> {
        let key = if let Some(key) = key {
            key
        } else {
            let id = cx.read(access::READ).await?.place()?.partnership.to_string();
            Key { kind: "partnership".to_owned(), id }
        };
        if key.kind != "thread" {
            return Ok(Self { about: about(cx, &key.kind, &key.id).await?, thread: None });
        }
        let id = key.id.parse().map_err(|_wrong| Error::from(TalkError::Missing))?;
        let thread = threads::thread(cx, id, 0).await?.thread;
        let about = about(cx, thread.about.kind(), thread.about.id()).await?;
        Ok(Self { about, thread: Some(id) })
    }

    fn key(&self) -> String {
        self.thread.map_or_else(|| self.about.key(), |id| format!("thread:{id}"))
    }
}

/// `GET /p/{partnership}/disagreements/new`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::KEEP).await?;
    let query = request.query();
    let origin = origin(&cx, &query).await?;
    let (place, _) = queries::choices(&cx).await?;
    let odds = plan::at_odds(&cx, origin.about.kind(), origin.about.id()).await?;
    let own = access::acts_for(&place.standing);
    let mut chosen: Vec<String> = odds.iter().map(ToString::to_string).collect();
    chosen.extend(own.first().filter(|of| !odds.contains(of)).map(ToString::to_string));
    let form = FormView::filled(chosen.into_iter().map(|of| ("parties", of)));
    web::page(&request, &page_of(&cx, form, &origin).await?)
}

/// `POST /p/{partnership}/disagreements/new`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let origin = origin(&cx, &input).await?;
    match open(&cx, &mut input, &origin).await {
        Ok(id) => {
            let back = web::redirect(&cx, &path_of(&request, id));
            Ok(back.notice("disagreements-opened-notice"))
        }
        Err(failure) if failure.is_form() => {
            let mut page = page_of(&cx, FormView::new(), &origin).await?;
            page.form = FormView::refused(&mut page.shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn origin(cx: &Cx, input: &Input) -> Result<Origin, Failure> {
    let key = input.text("about").map(str::parse).transpose();
    Origin::of(cx, key.map_err(|_wrong| Error::from(TalkError::Missing))?).await
}

async fn open(cx: &Cx, input: &mut Input, origin: &Origin) -> Result<DisagreementId, Failure> {
    let opening = opening(input, origin)?;
    Ok(commands::open(cx, opening).await?.id)
}

/// What a form or a JSON body puts on the register.
pub(crate) fn opening(input: &mut Input, origin: &Origin) -> Result<Opening, Failure> {
    let (question, background) = (input.required("question"), input.optional("background"));
    let (parties, view) = (input.all("parties"), input.optional("view"));
    let organization = input.optional("organization");
    input.check()?;
    let question = question.ok_or_else(|| input.invalid())?;
    Ok(Opening {
        about: origin.about.clone(),
        thread: origin.thread,
        question,
        background,
        parties,
        view,
        organization,
    })
}

async fn page_of(cx: &Cx, form: FormView, origin: &Origin) -> Result<NewPage, Failure> {
    let (place, directory) = queries::choices(cx).await?;
    let shell = Shell::new(cx, Some(&place), "disagreements-new", Section::Meetings);
    let (overview, all) = (
        shell.t("shell-section-overview").into_owned(),
        shell.t("disagreements-title").into_owned(),
    );
    let list = format!("/p/{}/disagreements", place.slug);
    let current = directory.current();
    Ok(NewPage {
        action: format!("{list}/new"),
        cancel: origin.about.path(cx, &place.slug).unwrap_or_else(|| list.clone()),
        about_key: origin.key(),
        about_name: origin.about.name().to_owned(),
        partners: current.map(|entry| (entry.id.to_string(), entry.name.clone())).collect(),
        once: cx.new_id::<DisagreementId>().to_string(),
        shell: shell.crumb(overview, &format!("/p/{}", place.slug)).crumb(all, &list),
        form,
    })
}

//! The form that writes an idea or a recommendation down, and the one that changes it.

use askama::Template;
use base::OrganizationId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::{
    Error, access,
    idea::{
        Idea, IdeaError, IdeaId, Kind, commands, parse,
        queries::{self, Choices},
    },
    words::{self as plain, Choice},
};

/// The form.
#[derive(Template)]
#[template(path = "plan/idea_form.html")]
struct FormPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    /// Sent with the form of a new one, so that a second send writes none twice.
    once: Option<String>,
    revision: Option<String>,
    /// Whether the form asks where it comes from.
    kinds: Vec<Choice>,
    owners: Vec<Choice>,
}

web::page!(FormPage);

/// `GET /p/{partnership}/ideas/new`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::TRY).await?;
    let choices = queries::choices(&cx).await?;
    let mut start: Vec<(String, String)> = request.query().typed().collect();
    if !start.iter().any(|(name, _)| name == "kind") {
        start.push(("kind".to_owned(), Kind::Idea.to_string()));
    }
    let page = page_of(&cx, shell(&cx, &choices), FormView::filled(start), (&choices, None));
    web::page(&request, &page)
}

/// `POST /p/{partnership}/ideas/new`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let choices = queries::choices(&cx).await?;
    match propose(&cx, &mut input, &choices).await {
        Ok(idea) => Ok(back(&cx, &choices, &idea).notice("ideas-proposed-notice")),
        Err(failure) => again(&cx, &request, &input, (&choices, None), failure),
    }
}

/// `GET /p/{partnership}/ideas/{id}/edit`
pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::TRY).await?;
    let record = queries::record(&cx, request.param("id")?).await?;
    let choices = queries::choices(&cx).await?;
    may(&record.idea, &choices)?;
    let form = FormView::filled(filled(&record.idea));
    let page = page_of(&cx, shell(&cx, &choices), form, (&choices, Some(&record.idea)));
    web::page(&request, &page)
}

/// `POST /p/{partnership}/ideas/{id}/edit`
pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let target = parse::target(&request)?;
    let record = queries::record(&cx, target.id).await?;
    let choices = queries::choices(&cx).await?;
    let account = parse::account(&mut input, Some(record.idea.kind), None);
    let changed: Result<Idea, Failure> = match (input.check(), account) {
        (Ok(()), Some(account)) => {
            commands::change(&cx, target, account).await.map_err(Failure::from)
        }
        (Ok(()) | Err(_), _) => Err(input.invalid().into()),
    };
    match changed {
        Ok(idea) => Ok(back(&cx, &choices, &idea).notice("ideas-changed-notice")),
        Err(failure) if may(&record.idea, &choices).is_err() => Err(failure),
        Err(failure) => again(&cx, &request, &input, (&choices, Some(&record.idea)), failure),
    }
}

async fn propose(cx: &Cx, input: &mut Input, choices: &Choices) -> Result<Idea, Failure> {
    let kind = input.required::<Kind>("kind");
    let own = match access::acting_organizations(&choices.place.standing).as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let account = parse::account(input, kind, own);
    input.check()?;
    let (kind, account) = kind.zip(account).ok_or_else(|| input.invalid())?;
    Ok(commands::propose(cx, kind, account).await?)
}

/// The form once more with what is wrong.
fn again(
    cx: &Cx,
    request: &Request,
    input: &Input,
    around: (&Choices, Option<&Idea>),
    failure: Failure,
) -> Result<Response, Failure> {
    if !failure.is_form() {
        return Err(failure);
    }
    let mut shell = shell(cx, around.0);
    let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
    Ok(web::page(request, &page_of(cx, shell, form, around))?.with_status_of(&failure))
}

fn back(cx: &Cx, choices: &Choices, idea: &Idea) -> Response {
    web::redirect(cx, &format!("/p/{}/ideas/{}", choices.place.slug, idea.id))
}

fn may(idea: &Idea, choices: &Choices) -> Result<(), Error> {
    let standing = &choices.place.standing;
    let acts = |of: &OrganizationId| access::proposes_for(standing, *of).is_some();
    if !commands::hands(idea).iter().any(acts) {
        return Err(IdeaError::NotYours.into());
    }
    Ok(idea.must_be_alive()?)
}

/// The organizations for which the reader may say something here: all for a coordinator, else those
/// that they act for.
pub(super) fn organizations(choices: &Choices) -> Vec<Choice> {
    let standing = &choices.place.standing;
    let all = choices.directory.current().map(|entry| entry.id);
    let name = |of: OrganizationId| (of.to_string(), choices.directory.name(of).to_owned());
    all.filter(|of| access::proposes_for(standing, *of).is_some()).map(name).collect()
}

fn filled(idea: &Idea) -> Vec<(&'static str, String)> {
    let account = &idea.account;
    let text = |text: Option<String>| text.unwrap_or_default();
    vec![
        ("title", account.title.to_string()),
        ("details", text(account.details.as_ref().map(ToString::to_string))),
        ("owner", account.owner.to_string()),
        ("source", text(account.source.as_ref().map(ToString::to_string))),
        ("link", text(account.link.as_ref().map(ToString::to_string))),
    ]
}

fn shell(cx: &Cx, choices: &Choices) -> Shell {
    let place = &choices.place;
    let shell = Shell::new(cx, Some(place), "ideas-new", Section::Plan);
    let ideas = shell.t("ideas-title").into_owned();
    shell.crumb(ideas, &format!("/p/{}/ideas", place.slug))
}

fn page_of(
    cx: &Cx,
    shell: Shell,
    form: FormView,
    (choices, idea): (&Choices, Option<&Idea>),
) -> FormPage {
    let list = format!("/p/{}/ideas", choices.place.slug);
    let base = idea.map(|idea| format!("{list}/{}", idea.id));
    let own = organizations(choices);
    let kinds = plain::choices(&shell, "ideas-kind", Kind::ALL);
    FormPage {
        action: base.as_ref().map_or_else(|| format!("{list}/new"), |base| format!("{base}/edit")),
        once: idea.is_none().then(|| cx.new_id::<IdeaId>().to_string()),
        revision: idea.map(|idea| idea.revision.to_string()),
        kinds: if idea.is_none() { kinds } else { Vec::new() },
        owners: if own.len() > 1 || idea.is_some() { own } else { Vec::new() },
        cancel: base.unwrap_or(list),
        shell: match idea {
            Some(idea) => {
                let title = shell.t("ideas-verb-edit").into_owned();
                let at = format!("/p/{}/ideas/{}", choices.place.slug, idea.id);
                shell.titled(title).crumb(idea.account.title.as_str(), &at)
            }
            None => shell,
        },
        form,
    }
}

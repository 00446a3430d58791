//! The forms that begin a draft and write on it.

use askama::Template;
use base::OrganizationId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{path_of, shell, under};
use crate::{
    Error,
    draft::{
        Beginning, Draft, DraftError, DraftId, Kind, Saving, access, commands,
        queries::{self, Record},
    },
};

/// The form of a new draft.
#[derive(Template)]
#[template(path = "community/draft_new.html")]
struct NewPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    kinds: Vec<(String, String)>,
    holders: Vec<(String, String)>,
    once: String,
}

/// The form that writes on one.
#[derive(Template)]
#[template(path = "community/draft_edit.html")]
struct EditPage {
    shell: Shell,
    form: FormView,
    base: String,
    /// The version that the writer begins from.
    version: String,
    /// Others saved since then.
    newer: Option<String>,
}

web::page!(NewPage, EditPage);

/// `GET /p/{partnership}/drafts/new`
pub(crate) async fn new(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::WRITE).await?;
    web::page(&request, &new_page(&cx, FormView::filled([("kind", "charter")])).await?)
}

/// `POST /p/{partnership}/drafts/new`
pub(crate) async fn begin(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    match make(&cx, &mut input).await {
        Ok(draft) => {
            let back = web::redirect(&cx, &path_of(&request, draft.id));
            Ok(back.notice("drafts-begun-notice"))
        }
        Err(failure) if failure.is_form() => {
            let mut page = new_page(&cx, FormView::new()).await?;
            page.form = FormView::refused(&mut page.shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn make(cx: &Cx, input: &mut Input) -> Result<Draft, Failure> {
    Ok(commands::begin(cx, beginning(input)?).await?)
}

/// What a form or a JSON body begins.
pub(crate) fn beginning(input: &mut Input) -> Result<Beginning, Failure> {
    let (title, kind) = (input.required("title"), input.required("kind"));
    let (purpose, text) = (input.optional("purpose"), input.required("text"));
    let holder = input.optional("holder");
    input.check()?;
    match (title, kind, text) {
        (Some(title), Some(kind), Some(text)) => {
            Ok(Beginning { title, kind, purpose, text, holder })
        }
        (None | Some(_), _, _) => Err(input.invalid().into()),
    }
}

async fn new_page(cx: &Cx, form: FormView) -> Result<NewPage, Failure> {
    let (place, directory) = queries::choices(cx).await?;
    let shell = Shell::new(cx, Some(&place), "drafts-new", Section::Meetings);
    let (overview, all) =
        (shell.t("shell-section-overview").into_owned(), shell.t("drafts-title").into_owned());
    let list = format!("/p/{}/drafts", place.slug);
    let may = |of: &OrganizationId| place.standing.speaks_for(*of);
    let own: Vec<OrganizationId> = place.standing.organizations().into_iter().filter(may).collect();
    let name = |of: &OrganizationId| (of.to_string(), directory.name(*of).to_owned());
    let kind =
        |kind: &Kind| (kind.to_string(), shell.t(&format!("drafts-kind-{kind}")).into_owned());
    Ok(NewPage {
        action: format!("{list}/new"),
        kinds: Kind::ALL.iter().map(kind).collect(),
        holders: if own.len() > 1 { own.iter().map(name).collect() } else { Vec::new() },
        once: cx.new_id::<DraftId>().to_string(),
        shell: shell.crumb(overview, &format!("/p/{}", place.slug)).crumb(all, &list),
        cancel: list,
        form,
    })
}

/// `GET /p/{partnership}/drafts/{id}/edit`
pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = writable(&cx, &request).await?;
    let draft = &record.draft;
    let form = FormView::filled([("title", draft.title.as_str()), ("text", draft.text.as_str())]);
    let version = draft.version.to_string();
    web::page(&request, &edit_page(&cx, &record, form, version, None))
}

/// `POST /p/{partnership}/drafts/{id}/edit`
pub(crate) async fn save(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (id, mut input): (DraftId, Input) = (request.param("id")?, request.input()?);
    let saved = match saving(&mut input) {
        Ok(saving) => commands::save(&cx, id, saving).await.map_err(Failure::from),
        Err(failure) => Err(failure),
    };
    match saved {
        Ok(saved) => {
            let version = saved.version.as_ref();
            let met = version.is_some_and(|version| version.collisions > 0);
            let merged = version.is_some_and(|version| version.base + 1 < version.number);
            let (path, key) = match (met, merged) {
                (true, _) => (format!("{}/edit", path_of(&request, id)), "drafts-met-notice"),
                (false, true) => (path_of(&request, id), "drafts-merged-notice"),
                (false, false) => (path_of(&request, id), "drafts-saved-notice"),
            };
            Ok(web::redirect(&cx, &path).notice(key))
        }
        Err(failure) if failure.is_form() => {
            let record = writable(&cx, &request).await?;
            let version = input.text("version").unwrap_or_default().to_owned();
            let mut page = edit_page(&cx, &record, FormView::new(), version, None);
            page.form = FormView::refused(&mut page.shell, input.typed(), &failure.problems());
            if page.version != record.draft.version.to_string() {
                page.newer = Some(page.shell.t1("drafts-newer", "version", record.draft.version));
            }
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// What a form or a JSON body saves.
pub(crate) fn saving(input: &mut Input) -> Result<Saving, Failure> {
    let (base, text) = (input.required("version"), input.required("text"));
    let (note, title) = (input.optional("note"), input.optional("title"));
    input.check()?;
    match (base, text) {
        (Some(base), Some(text)) => Ok(Saving { base, text, note, title }),
        (None | Some(_), _) => Err(input.invalid().into()),
    }
}

fn edit_page(
    cx: &Cx,
    record: &Record,
    form: FormView,
    version: String,
    newer: Option<String>,
) -> EditPage {
    let draft = &record.draft;
    let base = format!("/p/{}/drafts/{}", record.place.slug, draft.id);
    let shell = under(shell(cx, &record.place, draft), draft, "drafts-verb-edit");
    EditPage { shell, form, base, version, newer }
}

/// A draft on which the reader writes.
async fn writable(cx: &Cx, request: &Request) -> Result<Record, Failure> {
    cx.admits(access::WRITE).await?;
    let record = queries::draft(cx, request.param("id")?).await?;
    record.draft.is_written().map_err(Error::from)?;
    if !record.may_write() {
        return Err(Error::from(DraftError::NotYours).into());
    }
    Ok(record)
}

//! The forms of an announcement: make it, correct it, take it back.

use askama::Template;
use base::OrganizationId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{may_publish, path_of, shell};
use crate::{
    Error,
    announcement::{
        AnnouncementError, AnnouncementId, access, commands, parse,
        queries::{self, Record},
    },
};

/// The form of a new announcement.
#[derive(Template)]
#[template(path = "community/announcement_new.html")]
struct NewPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    partners: Vec<(String, String)>,
    organizations: Vec<(String, String)>,
    once: String,
}

/// The form that corrects one.
#[derive(Template)]
#[template(path = "community/announcement_edit.html")]
struct EditPage {
    shell: Shell,
    form: FormView,
    base: String,
    revision: String,
}

/// The page on which one is taken back.
#[derive(Template)]
#[template(path = "community/announcement_withdraw.html")]
struct WithdrawPage {
    shell: Shell,
    form: FormView,
    base: String,
    title: String,
    revision: String,
}

web::page!(NewPage, EditPage, WithdrawPage);

/// `GET /p/{partnership}/announcements/new`
pub(crate) async fn new(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::PUBLISH).await?;
    web::page(&request, &new_page(&cx, FormView::new()).await?)
}

/// `POST /p/{partnership}/announcements/new`
pub(crate) async fn publish(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    match make(&cx, &mut input).await {
        Ok(id) => {
            Ok(web::redirect(&cx, &path_of(&request, id)).notice("announcements-published-notice"))
        }
        Err(failure) if failure.is_form() => {
            let mut page = new_page(&cx, FormView::new()).await?;
            page.form = FormView::refused(&mut page.shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn make(cx: &Cx, input: &mut Input) -> Result<AnnouncementId, Failure> {
    let (_, directory) = queries::choices(cx).await?;
    let everybody = directory.current().map(|entry| entry.id).collect();
    let (news, organization) = parse::news(input, everybody)?;
    Ok(commands::publish(cx, news, organization).await?.id)
}

async fn new_page(cx: &Cx, form: FormView) -> Result<NewPage, Failure> {
    let (place, directory) = queries::choices(cx).await?;
    let shell = Shell::new(cx, Some(&place), "announcements-new", Section::Meetings);
    let (overview, all) = (
        shell.t("shell-section-overview").into_owned(),
        shell.t("announcements-title").into_owned(),
    );
    let list = format!("/p/{}/announcements", place.slug);
    let own = |of: &OrganizationId| access::announces_for(&place.standing, Some(*of)).is_some();
    let mine: Vec<OrganizationId> =
        place.standing.organizations().into_iter().filter(own).collect();
    let name = |of: &OrganizationId| (of.to_string(), directory.name(*of).to_owned());
    let several = mine.len() > 1;
    Ok(NewPage {
        action: format!("{list}/new"),
        partners: directory
            .current()
            .map(|entry| (entry.id.to_string(), entry.name.clone()))
            .collect(),
        organizations: if several { mine.iter().map(name).collect() } else { Vec::new() },
        once: cx.new_id::<AnnouncementId>().to_string(),
        shell: shell.crumb(overview, &format!("/p/{}", place.slug)).crumb(all, &list),
        cancel: list,
        form,
    })
}

/// `GET /p/{partnership}/announcements/{id}/edit`
pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = changeable(&cx, &request).await?;
    let one = &record.announcement;
    let form = FormView::filled([("title", one.title.to_string()), ("body", one.body.to_string())]);
    web::page(&request, &edit_page(&cx, form, &record))
}

/// `POST /p/{partnership}/announcements/{id}/edit`
pub(crate) async fn correct(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, mut input) = (parse::target(&request)?, request.input()?);
    let done = match parse::text(&mut input) {
        (Some(title), Some(body)) => {
            commands::correct(&cx, target, title, body).await.map_err(Failure::from)
        }
        (None | Some(_), _) => Err(input.invalid().into()),
    };
    match done {
        Ok(one) => {
            let back = web::redirect(&cx, &path_of(&request, one.id));
            Ok(back.notice("announcements-corrected-notice"))
        }
        Err(failure) if failure.is_form() => {
            let record = changeable(&cx, &request).await?;
            let mut page = edit_page(&cx, FormView::new(), &record);
            page.form = FormView::refused(&mut page.shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

fn edit_page(cx: &Cx, form: FormView, record: &Record) -> EditPage {
    let (base, shell) = titled(cx, record, "announcements-edit");
    EditPage { base, revision: record.announcement.revision.to_string(), form, shell }
}

/// `GET /p/{partnership}/announcements/{id}/withdraw`
pub(crate) async fn withdraw_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = changeable(&cx, &request).await?;
    web::page(&request, &withdraw_page(&cx, FormView::new(), &record))
}

/// `POST /p/{partnership}/announcements/{id}/withdraw`
pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, mut input) = (parse::target(&request)?, request.input()?);
    let done = match parse::why(&mut input) {
        Ok(why) => commands::withdraw(&cx, target, why).await.map_err(Failure::from),
        Err(failure) => Err(failure),
    };
    match done {
        Ok(one) => {
            let back = web::redirect(&cx, &path_of(&request, one.id));
            Ok(back.notice("announcements-withdrawn-notice"))
        }
        Err(failure) if failure.is_form() => {
            let record = changeable(&cx, &request).await?;
            let mut page = withdraw_page(&cx, FormView::new(), &record);
            page.form = FormView::refused(&mut page.shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

fn withdraw_page(cx: &Cx, form: FormView, record: &Record) -> WithdrawPage {
    let (base, shell) = titled(cx, record, "announcements-withdraw");
    let one = &record.announcement;
    WithdrawPage {
        base,
        title: one.title.to_string(),
        revision: one.revision.to_string(),
        form,
        shell,
    }
}

fn titled(cx: &Cx, record: &Record, key: &str) -> (String, Shell) {
    let one = &record.announcement;
    let base = format!("/p/{}/announcements/{}", record.place.slug, one.id);
    let shell = shell(cx, record);
    let title = shell.t(key).into_owned();
    (base.clone(), shell.crumb(one.title.to_string(), &base).titled(title))
}

/// An announcement that the reader changes.
async fn changeable(cx: &Cx, request: &Request) -> Result<Record, Failure> {
    let record = queries::announcement(cx, request.param("id")?).await?;
    record.announcement.stands().map_err(Error::from)?;
    if !record.may_change() || !may_publish(&record.place) {
        return Err(Error::from(AnnouncementError::NotYours).into());
    }
    Ok(record)
}

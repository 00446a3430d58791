//! The pages on which a draft is published, taken back, set aside and taken up again.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Request, Response};

use super::{path_of, shell, under};
use crate::{
    Error,
    draft::{
        Audience, DraftError, State, commands, parse,
        queries::{self, Record},
    },
};

/// The page on which a version is published.
#[derive(Template)]
#[template(path = "community/draft_publish.html")]
struct PublishPage {
    shell: web::Shell,
    form: FormView,
    base: String,
    short: String,
    audiences: Vec<(String, String)>,
    revision: String,
}

/// The page on which a draft is set aside.
#[derive(Template)]
#[template(path = "community/draft_withdraw.html")]
struct WithdrawPage {
    shell: web::Shell,
    form: FormView,
    base: String,
    revision: String,
}

web::page!(PublishPage, WithdrawPage);

/// `GET /p/{partnership}/drafts/{id}/publish`
pub(crate) async fn publish_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = publishable(&cx, &request).await?;
    web::page(&request, &publish_page(&cx, &record, FormView::new()))
}

/// `POST /p/{partnership}/drafts/{id}/publish`
pub(crate) async fn publish(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, mut input) = (parse::target(&request)?, request.input()?);
    let done = match input.required::<Audience>("audience") {
        Some(audience) => commands::publish(&cx, target, audience).await.map_err(Failure::from),
        None => Err(input.invalid().into()),
    };
    match done {
        Ok(draft) => {
            let back = web::redirect(&cx, &path_of(&request, draft.id));
            Ok(back.notice("drafts-published-notice"))
        }
        Err(failure) if failure.is_form() => {
            let record = publishable(&cx, &request).await?;
            let mut page = publish_page(&cx, &record, FormView::new());
            page.form = FormView::refused(&mut page.shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// `POST /p/{partnership}/drafts/{id}/unpublish`
pub(crate) async fn unpublish(cx: Cx, request: Request) -> Result<Response, Failure> {
    let draft = commands::unpublish(&cx, parse::target(&request)?).await?;
    Ok(web::redirect(&cx, &path_of(&request, draft.id)).notice("drafts-unpublished-notice"))
}

fn publish_page(cx: &Cx, record: &Record, form: FormView) -> PublishPage {
    let draft = &record.draft;
    let shell = under(shell(cx, &record.place, draft), draft, "drafts-verb-publish");
    let audience =
        |one: &Audience| (one.to_string(), shell.t(&format!("drafts-audience-{one}")).into_owned());
    PublishPage {
        short: shell.t2(
            "drafts-publish-short",
            "version",
            draft.version,
            "open",
            draft.open_amendments,
        ),
        audiences: Audience::ALL.iter().map(audience).collect(),
        base: format!("/p/{}/drafts/{}", record.place.slug, draft.id),
        revision: draft.revision.to_string(),
        form,
        shell,
    }
}

async fn publishable(cx: &Cx, request: &Request) -> Result<Record, Failure> {
    let record = queries::draft(cx, request.param("id")?).await?;
    record.draft.is_written().map_err(Error::from)?;
    if !record.may_publish() {
        return Err(Error::from(DraftError::NotYours).into());
    }
    Ok(record)
}

/// `GET /p/{partnership}/drafts/{id}/withdraw`
pub(crate) async fn withdraw_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = holdable(&cx, &request).await?;
    web::page(&request, &withdraw_page(&cx, &record, FormView::new()))
}

/// `POST /p/{partnership}/drafts/{id}/withdraw`
pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, mut input) = (parse::target(&request)?, request.input()?);
    let done = match input.required("why") {
        Some(why) => commands::withdraw(&cx, target, why).await.map_err(Failure::from),
        None => Err(input.invalid().into()),
    };
    match done {
        Ok(draft) => {
            let back = web::redirect(&cx, &path_of(&request, draft.id));
            Ok(back.notice("drafts-withdrawn-notice"))
        }
        Err(failure) if failure.is_form() => {
            let record = holdable(&cx, &request).await?;
            let mut page = withdraw_page(&cx, &record, FormView::new());
            page.form = FormView::refused(&mut page.shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// `POST /p/{partnership}/drafts/{id}/restore`
pub(crate) async fn restore(cx: Cx, request: Request) -> Result<Response, Failure> {
    let draft = commands::restore(&cx, parse::target(&request)?).await?;
    Ok(web::redirect(&cx, &path_of(&request, draft.id)).notice("drafts-restored-notice"))
}

fn withdraw_page(cx: &Cx, record: &Record, form: FormView) -> WithdrawPage {
    let draft = &record.draft;
    WithdrawPage {
        shell: under(shell(cx, &record.place, draft), draft, "drafts-verb-withdraw"),
        base: format!("/p/{}/drafts/{}", record.place.slug, draft.id),
        revision: draft.revision.to_string(),
        form,
    }
}

async fn holdable(cx: &Cx, request: &Request) -> Result<Record, Failure> {
    let record = queries::draft(cx, request.param("id")?).await?;
    if !record.may_hold() {
        return Err(Error::from(DraftError::NotYours).into());
    }
    match record.draft.state {
        State::Writing => Ok(record),
        State::Published(_) => Err(Error::from(DraftError::StillPublished).into()),
        State::Withdrawn { .. } => Err(Error::from(DraftError::Withdrawn).into()),
    }
}

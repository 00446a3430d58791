//! Taking a wrong number back, and entering it again as it was.

use ::store::Cx;
use askama::Template;
use base::Reason;
use standards::Period;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{back, shell};
use crate::{
    Error,
    measure::queries::history,
    observation::commands::{self, Withdraw},
    words,
};

/// What happens when a number is taken back, and why it is.
#[derive(Template)]
#[template(path = "measures/withdraw.html")]
struct WithdrawPage {
    shell: Shell,
    form: FormView,
    title: String,
    action: String,
    cancel: String,
    revision: i64,
}

web::page!(WithdrawPage);

/// `GET /p/{partnership}/measures/{slug}/numbers/{period}/withdraw`
pub(crate) async fn withdraw_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    let period = request.param::<Period>("period")?;
    web::page(&request, &page_of(&cx, request.param_text("slug"), period, None).await?)
}

/// `POST /p/{partnership}/measures/{slug}/numbers/{period}/withdraw`
pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let (slug, period) = (request.param_text("slug"), request.param::<Period>("period")?);
    let withdrawn: Result<_, Failure> = match input.required::<Reason>("why") {
        Some(why) => {
            let seen = request.revision()?.map(|seen| seen.0);
            let command = Withdraw { slug: slug.to_owned(), period, why, seen };
            commands::withdraw(&cx, command).await.map_err(Failure::from)
        }
        None => Err(input.invalid().into()),
    };
    match withdrawn {
        Ok(_) => {
            let partnership = request.param_text("partnership");
            let own = format!("/p/{partnership}/measures/{slug}/numbers/{period}/withdraw");
            let undo = format!("{own}/undo");
            Ok(back(&cx, &request, slug).notice("measures-withdrawn-notice").undo(&undo))
        }
        Err(failure) if failure.is_form() => {
            let page = page_of(&cx, slug, period, Some((&input, &failure))).await?;
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// `POST /p/{partnership}/measures/{slug}/numbers/{period}/withdraw/undo`
pub(crate) async fn reinstate(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (slug, period) = (request.param_text("slug"), request.param::<Period>("period")?);
    commands::reinstate(&cx, slug, period).await?;
    Ok(back(&cx, &request, slug).notice("measures-reinstated-notice"))
}

async fn page_of(
    cx: &Cx,
    slug: &str,
    period: Period,
    refused: Option<(&Input, &Failure)>,
) -> Result<WithdrawPage, Failure> {
    let found = history(cx, slug, period).await?;
    let measure = &found.measure;
    if !measure.may_be_changed_by(&found.place.standing) {
        return Err(Error::NotYours.into());
    }
    let current = found.revisions.first().filter(|_| found.withdrawal().is_none());
    let Some(current) = current else {
        return Err(Error::NumberMissing { slug: slug.to_owned(), period }.into());
    };
    let base = format!("/p/{}/measures/{}/numbers/{period}", found.place.slug, measure.slug);
    let mut shell = shell(cx, &found.place, measure, "measures-withdraw");
    let form = refused.map_or_else(FormView::new, |(input, failure)| {
        FormView::refused(&mut shell, input.typed(), &failure.problems())
    });
    let amount = words::number_of(&shell, &measure.definition, current);
    let when = words::period(&shell, period);
    Ok(WithdrawPage {
        title: format!("{}: {amount}, {when}", measure.definition.title),
        action: format!("{base}/withdraw"),
        cancel: base,
        revision: current.revision,
        form,
        shell,
    })
}

//! Entering a number, correcting it, and seeing what it was before.

mod withdraw;

use std::sync::Arc;

use ::store::{Cx, Place};
use askama::Template;
use base::Reason;
use partnership::Names;
use standards::{Finality, Period};
use web::{Failure, FormView, Input, Request, Response, Shell};

pub(crate) use withdraw::{reinstate, withdraw, withdraw_form};

use super::{
    Observation,
    commands::{self, Correction},
    parse,
};
use crate::{
    Error, Measure, Withdrawal,
    measure::{
        MeasureId,
        pages::shell_of,
        queries::{find, history},
    },
    words::{self, Choice},
};

/// The form for the next number.
#[derive(Template)]
#[template(path = "measures/enter.html")]
struct EnterPage {
    shell: Shell,
    form: FormView,
    title: String,
    action: String,
    cancel: String,
    once: String,
    hint: String,
    value_label: String,
    finalities: Vec<Choice>,
    ratio: bool,
}

/// A number with its history, and the form that corrects it.
#[derive(Template)]
#[template(path = "measures/number.html")]
struct NumberPage {
    shell: Shell,
    form: FormView,
    title: String,
    action: String,
    cancel: String,
    value_label: String,
    finalities: Vec<Choice>,
    may_correct: bool,
    withdrawn: Option<String>,
    again: String,
    revisions: Vec<RevisionRow>,
    revision: i64,
}

web::page!(EnterPage, NumberPage);

/// What a number was at one time, or that it was taken back.
struct RevisionRow {
    revision: i64,
    value: String,
    when: String,
    who: String,
    finality: String,
    source: String,
    why: String,
    note: String,
}

/// `GET /p/{partnership}/measures/{slug}/numbers/new`
pub(crate) async fn enter_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (place, measure) = keepable(&cx, request.param_text("slug")).await?;
    let asked = request.query().optional::<parse::When>("period").map(|parse::When(period)| period);
    let next = asked.or_else(|| next_period(&measure, &place));
    let start = next.map(|period| ("period", period.to_string()));
    let start = start.into_iter().chain([("finality", Finality::Final.to_string())]);
    let shell = shell(&cx, &place, &measure, "measures-enter");
    web::page(&request, &enter_page(&cx, shell, FormView::filled(start), &place, &measure))
}

/// `POST /p/{partnership}/measures/{slug}/numbers`
pub(crate) async fn enter(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let slug = request.param_text("slug");
    let entered: Result<_, Failure> = match parse::entry(&mut input) {
        Some(entry) => {
            commands::enter(&cx, slug, entry).await.map_err(|error| error.placed().into())
        }
        None => Err(input.invalid().into()),
    };
    match entered {
        Ok(_) => Ok(back(&cx, &request, slug).notice("measures-entered-notice")),
        Err(failure) if failure.is_form() => {
            let (place, measure) = keepable(&cx, slug).await?;
            let mut shell = shell(&cx, &place, &measure, "measures-enter");
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = enter_page(&cx, shell, form, &place, &measure);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// `GET /p/{partnership}/measures/{slug}/numbers/{period}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let period = request.param::<Period>("period")?;
    let page = number_page(&cx, request.param_text("slug"), period, None).await?;
    web::page(&request, &page)
}

/// `POST /p/{partnership}/measures/{slug}/numbers/{period}`
pub(crate) async fn correct(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let (slug, period) = (request.param_text("slug"), request.param::<Period>("period")?);
    let why = input.required::<Reason>("why");
    let entry = parse::entry_for(&mut input, period);
    let corrected: Result<_, Failure> = match (entry, why) {
        (Some(entry), Some(why)) => {
            let seen = request.revision()?.map(|seen| seen.0);
            let correction = Correction { slug: slug.to_owned(), entry, why, seen };
            commands::correct(&cx, correction).await.map_err(|error| error.placed().into())
        }
        _ => Err(input.invalid().into()),
    };
    match corrected {
        Ok(_) => Ok(back(&cx, &request, slug).notice("measures-corrected-notice")),
        Err(failure) if failure.is_form() => {
            let page = number_page(&cx, slug, period, Some((&input, &failure))).await?;
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

fn back(cx: &Cx, request: &Request, slug: &str) -> Response {
    web::redirect(cx, &format!("/p/{}/measures/{slug}", request.param_text("partnership")))
}

fn shell(cx: &Cx, place: &Arc<Place>, measure: &Measure, title: &str) -> Shell {
    let path = format!("/p/{}/measures/{}", place.slug, measure.slug);
    shell_of(cx, place, title).crumb(measure.definition.title.to_string(), &path)
}

/// The measure, when the reader may enter its numbers.
async fn keepable(cx: &Cx, slug: &str) -> Result<(Arc<Place>, Measure), Failure> {
    let found = find(cx, slug).await?;
    if !found.measure.may_be_changed_by(&found.place.standing) {
        return Err(Error::NotYours.into());
    }
    Ok((found.place, found.measure))
}

/// The period that waits for its number: the next one, or the last that is over.
fn next_period(measure: &Measure, place: &Place) -> Option<Period> {
    match measure.summary.latest {
        Some(latest) => latest.period.later(1),
        None => Period::around(measure.definition.frequency, place.today)?.later(-1),
    }
}

fn enter_page(
    cx: &Cx,
    shell: Shell,
    form: FormView,
    place: &Place,
    measure: &Measure,
) -> EnterPage {
    let definition = &measure.definition;
    let base = format!("/p/{}/measures/{}", place.slug, measure.slug);
    EnterPage {
        title: definition.title.to_string(),
        action: format!("{base}/numbers"),
        cancel: base,
        once: cx.new_id::<MeasureId>().to_string(),
        hint: format!("measures-field-period-hint-{}", definition.frequency),
        value_label: words::unit(&shell, definition.unit),
        finalities: words::choices(Finality::ALL, |one| words::finality(&shell, one)),
        ratio: definition.numerator.is_some() || definition.denominator.is_some(),
        form,
        shell,
    }
}

async fn number_page(
    cx: &Cx,
    slug: &str,
    period: Period,
    refused: Option<(&Input, &Failure)>,
) -> Result<NumberPage, Failure> {
    let found = history(cx, slug, period).await?;
    let measure = &found.measure;
    let mut shell = shell(cx, &found.place, measure, "measures-number");
    let may_correct = measure.may_be_changed_by(&found.place.standing);
    let withdrawn = found.withdrawal();
    let current = found.revisions.first().filter(|_| withdrawn.is_none());
    let form = match (refused, current) {
        (Some((input, failure)), _) => {
            FormView::refused(&mut shell, input.typed(), &failure.problems())
        }
        (None, Some(current)) if may_correct => FormView::filled(parse::typed(current)),
        (None, _) => FormView::new(),
    };
    let base = format!("/p/{}/measures/{}", found.place.slug, measure.slug);
    let numbers = found.revisions.iter().map(|one| row(&shell, measure, &found.names, one));
    let taken_back = found.withdrawals.iter().map(|one| withdrawal(&shell, &found.names, one));
    let mut rows: Vec<_> = numbers.chain(taken_back).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.revision));
    let title = words::period(&shell, period);
    Ok(NumberPage {
        title: measure.definition.title.to_string(),
        action: format!("{base}/numbers/{period}"),
        again: format!("{base}/numbers/new?period={period}"),
        cancel: base,
        value_label: words::unit(&shell, measure.definition.unit),
        finalities: words::choices(Finality::ALL, |one| words::finality(&shell, one)),
        may_correct,
        withdrawn: withdrawn.map(|one| words::withdrawn(&shell, one)),
        revisions: rows,
        revision: current.map_or(0, |current| current.revision),
        form,
        shell: shell.titled(title),
    })
}

fn withdrawal(shell: &Shell, names: &Names, one: &Withdrawal) -> RevisionRow {
    RevisionRow {
        revision: one.revision,
        value: shell.t("measures-withdrawn").into_owned(),
        when: shell.when(one.at),
        who: who(shell, names, &one.by),
        finality: String::new(),
        source: String::new(),
        why: one.why.to_string(),
        note: String::new(),
    }
}

fn who(shell: &Shell, names: &Names, by: &str) -> String {
    match by.parse() {
        Ok(person) => names.name(person).to_owned(),
        Err(_) => shell.t("measures-by-system").into_owned(),
    }
}

fn row(shell: &Shell, measure: &Measure, names: &Names, one: &Observation) -> RevisionRow {
    let definition = &measure.definition;
    let text =
        |value: Option<&dyn std::fmt::Display>| value.map(ToString::to_string).unwrap_or_default();
    RevisionRow {
        revision: one.revision,
        value: words::number_of(shell, definition, one),
        when: shell.when(one.at),
        who: who(shell, names, &one.by),
        finality: words::finality(shell, one.finality),
        source: text(one.source.as_ref().map(|source| source as _)),
        why: text(one.why.as_ref().map(|why| why as _)),
        note: text(one.note.as_ref().map(|note| note as _)),
    }
}

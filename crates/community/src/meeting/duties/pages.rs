//! The page of a body's rules for its meetings.

use askama::Template;
use partnership::BodyId;
use plan::decision::count::Quorum;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{Duties, commands, store as rows};
use crate::{
    Error, access,
    meeting::{
        MeetingError,
        words::{self, Choice},
    },
};

/// The rules of a body.
#[derive(Template)]
#[template(path = "community/duties.html")]
struct DutiesPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    body: String,
    quorums: Vec<Choice>,
    may_keep: bool,
    facts: Vec<(String, String)>,
    revision: String,
}

web::page!(DutiesPage);

/// What the page is made of.
struct Sheet {
    place: std::sync::Arc<store::Place>,
    name: String,
    duties: Duties,
    may_keep: bool,
}

/// `GET /p/{partnership}/meetings/rules/{body}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = sheet(&cx, request.param("body")?).await?;
    let shell = shell(&cx, &sheet);
    let form = FormView::filled(filled(&sheet.duties));
    web::page(&request, &page_of(shell, form, &sheet))
}

/// `POST /p/{partnership}/meetings/rules/{body}`
pub(crate) async fn set(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (body, mut input): (BodyId, _) = (request.param("body")?, request.input()?);
    match perform(&cx, &request, &mut input, body).await {
        Ok(_) => {
            let path = format!("/p/{}/meetings/rules/{body}", request.param_text("partnership"));
            Ok(web::redirect(&cx, &path).notice("duties-set-notice"))
        }
        Err(failure) if failure.is_form() => {
            let sheet = sheet(&cx, body).await?;
            let mut shell = shell(&cx, &sheet);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = page_of(shell, form, &sheet);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn perform(
    cx: &Cx,
    request: &Request,
    input: &mut Input,
    body: BodyId,
) -> Result<Duties, Failure> {
    let duties = read(input, body);
    input.check()?;
    Ok(commands::set(cx, duties, request.revision()?).await?)
}

/// The rules as a form or a program sends them.
pub(crate) fn read(input: &mut Input, body: BodyId) -> Duties {
    let mut limited = |name: &str, most: i64| {
        let number = input.optional::<i64>(name);
        if number.is_some_and(|number| !(1..=most).contains(&number)) {
            input.refuse(name, "duties_number", vec![("most", most.to_string())]);
        }
        number
    };
    let (notice_hours, minutes_days) =
        (limited("notice_hours", 2_160), limited("minutes_days", 365));
    Duties {
        quorum: input.optional("quorum").unwrap_or(Quorum::Half),
        comment: input.optional("comment"),
        comment_how: input.optional("comment_how"),
        notice_hours,
        minutes_days,
        ..Duties::none(body)
    }
}

async fn sheet(cx: &Cx, body: BodyId) -> Result<Sheet, Failure> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    let (place, person) = (tx.place()?, cx.person()?);
    let names = partnership::body_names(&tx).await.map_err(Error::from)?;
    let name = names.into_iter().find(|(id, _)| *id == body).map(|(_, name)| name);
    let name = name.ok_or_else(|| Error::from(MeetingError::NoBody))?;
    let seats = partnership::seats_in(&tx, body).await.map_err(Error::from)?;
    let duties = rows::one(&tx, body).await?;
    let may_keep = access::keeps(&place.standing, &seats, person).is_some();
    Ok(Sheet { place, name, duties, may_keep })
}

fn shell(cx: &Cx, sheet: &Sheet) -> Shell {
    let shell = Shell::new(cx, Some(&sheet.place), "duties-title", Section::Meetings);
    let crumb = shell.t("meetings-title").into_owned();
    let title = shell.t1("duties-of", "body", sheet.name.as_str());
    shell.crumb(crumb, &format!("/p/{}/meetings", sheet.place.slug)).titled(title)
}

fn page_of(shell: Shell, form: FormView, sheet: &Sheet) -> DutiesPage {
    let duties = &sheet.duties;
    let label = |key: &str| shell.t(key).into_owned();
    let none = || label("duties-none");
    let facts = vec![
        (label("meetings-quorum"), words::said(&shell, "meetings-quorum", duties.quorum)),
        (
            label("duties-notice"),
            duties
                .notice_hours
                .map_or_else(none, |hours| shell.t1("duties-hours-before", "hours", hours)),
        ),
        (
            label("duties-comment"),
            duties.comment.map_or_else(none, |length| words::length(&shell, length)),
        ),
        (
            label("duties-minutes"),
            duties
                .minutes_days
                .map_or_else(none, |days| shell.t1("duties-days-after", "days", days)),
        ),
    ];
    DutiesPage {
        action: format!("/p/{}/meetings/rules/{}", sheet.place.slug, duties.body),
        cancel: format!("/p/{}/meetings", sheet.place.slug),
        body: sheet.name.clone(),
        quorums: words::choices(&shell, "meetings-quorum", Quorum::ALL),
        may_keep: sheet.may_keep,
        revision: duties.revision.to_string(),
        facts,
        form,
        shell,
    }
}

fn filled(duties: &Duties) -> Vec<(&'static str, String)> {
    let number = |number: Option<i64>| number.map(|n| n.to_string()).unwrap_or_default();
    vec![
        ("quorum", duties.quorum.to_string()),
        ("notice_hours", number(duties.notice_hours)),
        ("comment", number(duties.comment.map(crate::meeting::Length::minutes))),
        ("comment_how", duties.comment_how.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("minutes_days", number(duties.minutes_days)),
    ]
}

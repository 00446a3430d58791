//! The list of guests for the host, with check-in; and the certificate of attendance.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Request, Response, Shell};

use super::{base_of, shell, short};
use crate::{
    Error, address,
    gathering::{
        GatheringError, GatheringId, Record,
        commands::{self, Deed},
        guests::{Registration, Standing},
        queries::{self, GUESTS, Guests},
        words,
    },
    meeting::words::{Status, length},
};

/// The list of guests.
#[derive(Template)]
#[template(path = "community/guests.html")]
struct GuestsPage {
    shell: Shell,
    form: FormView,
    base: String,
    short: String,
    rows: Vec<Row>,
    /// Whether people can be checked in now.
    at_the_door: bool,
    may_add: bool,
    first: Option<String>,
    next: Option<String>,
}

/// One who registered.
struct Row {
    number: i64,
    name: String,
    organization: String,
    mark: Status,
    may_check_in: bool,
    may_uncheck: bool,
    may_withdraw: bool,
    certificate: Option<String>,
}

/// A certificate of attendance, to be printed.
#[derive(Template)]
#[template(path = "community/certificate.html")]
struct CertificatePage {
    shell: Shell,
    base: String,
    name: String,
    organization: String,
    event: String,
    kind: String,
    facts: Vec<(String, String)>,
    signed: String,
}

web::page!(GuestsPage, CertificatePage);

/// `GET /p/{partnership}/events/{id}/guests`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let after = request.query().optional::<i64>("after");
    let guests = queries::guests(&cx, request.param("id")?, after, GUESTS).await?;
    let shell = shell(&cx, &guests.record);
    web::page(&request, &page_of(shell, FormView::new(), &guests, after))
}

/// `POST /p/{partnership}/events/{id}/guests`
pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let id: GatheringId = request.param("id")?;
    let (name, organization) = (input.required("name"), input.optional("organization"));
    let done = match (name, input.check()) {
        (Some(name), Ok(())) => {
            commands::register_guest(&cx, id, name, organization).await.map_err(Failure::from)
        }
        (_, Ok(()) | Err(_)) => Err(input.invalid().into()),
    };
    match done {
        Ok(_) => Ok(web::redirect(&cx, &path(&request)).notice("guests-added-notice")),
        Err(failure) if failure.is_form() => {
            let guests = queries::guests(&cx, id, None, GUESTS).await?;
            let mut shell = shell(&cx, &guests.record);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = page_of(shell, form, &guests, None);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// `POST /p/{partnership}/events/{id}/guests/{number}/{deed}`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let last = request.path().rsplit('/').next().unwrap_or_default().replace('-', "_");
    let deed: Deed =
        last.parse().map_err(|_unknown| Failure::from(Error::from(GatheringError::Missing)))?;
    commands::host_does(&cx, request.param("id")?, request.param("number")?, deed).await?;
    let notice = match deed {
        Deed::CheckIn => "guests-check-in-notice",
        Deed::Uncheck => "guests-uncheck-notice",
        Deed::Withdraw => "guests-withdraw-notice",
    };
    Ok(web::redirect(&cx, &path(&request)).notice(notice))
}

/// `GET /p/{partnership}/events/{id}/certificate/{number}`
pub(crate) async fn certificate(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (record, one, people) =
        queries::registration(&cx, request.param("id")?, request.param("number")?).await?;
    if one.checked_in.is_none() {
        return Err(Error::from(GatheringError::WasNotThere).into());
    }
    let shell = shell(&cx, &record);
    let (title, heading) = (shell.title().to_owned(), shell.t("certificate-title").into_owned());
    let (plan, gathering) = (&record.gathering.plan, &record.gathering);
    let label = |key: &str| shell.t(key).into_owned();
    let mut facts = vec![
        (label("meetings-day"), words::when(&shell, gathering)),
        (label("meetings-length"), length(&shell, plan.when.length)),
        (label("gatherings-host"), record.directory.name(plan.host).to_owned()),
    ];
    let place = words::place(&shell, gathering);
    if !place.is_empty() {
        facts.push((label("meetings-place"), place));
    }
    let page = CertificatePage {
        name: words::name(&shell, &people, &one),
        organization: words::comes_for(&record, &people, &one),
        kind: words::kind(&shell, gathering),
        signed: shell.t2(
            "certificate-signed",
            "partnership",
            record.place.name.as_str(),
            "number",
            format!("{}-{}", gathering.id, one.number),
        ),
        base: base_of(&record),
        shell: shell.crumb(title.clone(), &base_of(&record)).titled(heading),
        event: title,
        facts,
    };
    web::page(&request, &page)
}

fn page_of(shell: Shell, form: FormView, guests: &Guests, after: Option<i64>) -> GuestsPage {
    let record = &guests.record;
    let base = base_of(record);
    let list = format!("{base}/guests");
    let at_the_door = record.gathering.checks_in(record.now).is_ok();
    let row = |one: &Registration| row(&shell, guests, &base, one, at_the_door);
    let next = guests.page.next.as_ref();
    let next = next.map(|mark| shell.href(&address::with(&list, &[("after", mark.clone())])));
    let rows = guests.page.items.iter().map(row).collect();
    let (title, heading) = (shell.title().to_owned(), shell.t("guests-title").into_owned());
    GuestsPage {
        short: short(&shell, record),
        first: after.map(|_| shell.href(&list)),
        may_add: at_the_door || record.gathering.registers(record.now).is_ok(),
        shell: shell.crumb(title, &base).titled(heading),
        at_the_door,
        rows,
        next,
        form,
        base,
    }
}

fn row(shell: &Shell, guests: &Guests, base: &str, one: &Registration, at_the_door: bool) -> Row {
    let record: &Record = &guests.record;
    let (counts, there) = (one.standing != Standing::Withdrawn, one.checked_in.is_some());
    Row {
        number: one.number,
        name: words::name(shell, &guests.people, one),
        organization: words::comes_for(record, &guests.people, one),
        mark: words::standing(shell, record, one),
        may_check_in: counts && !there && at_the_door,
        may_uncheck: there,
        may_withdraw: counts && !there,
        certificate: there.then(|| shell.href(&format!("{base}/certificate/{}", one.number))),
    }
}

fn path(request: &Request) -> String {
    let (slug, id) = (request.param_text("partnership"), request.param_text("id"));
    format!("/p/{slug}/events/{id}/guests")
}

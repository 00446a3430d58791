//! The pages of amendments: propose one, see one beside the text, answer it.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Html, Input, Request, Response, Shell};

use super::{path_of, shell, under};
use crate::{
    Error,
    draft::{
        Amendment, AmendmentId, DraftError, DraftId, access,
        amendment::{Span, Standing, Words},
        commands,
        diff::{self, Row, Side},
        queries::{self, Record},
    },
};

/// The form that proposes other words.
#[derive(Template)]
#[template(path = "community/amendment_new.html")]
struct NewPage {
    shell: Shell,
    form: FormView,
    base: String,
    before: String,
    once: String,
}

/// One amendment.
#[derive(Template)]
#[template(path = "community/amendment.html")]
struct AmendmentPage {
    shell: Shell,
    form: FormView,
    base: String,
    here: String,
    mark: (&'static str, String),
    short: String,
    rows: Vec<Row>,
    why: Html,
    answer: Option<(String, Option<Html>)>,
    may_answer: bool,
    may_withdraw: bool,
}

web::page!(NewPage, AmendmentPage);

/// `GET /p/{partnership}/drafts/{id}/amend?version=&first=&last=`
pub(crate) async fn new(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = amendable(&cx, request.param("id")?).await?;
    let mut query = request.query();
    let span = span(&mut query, record.draft.version);
    let before = lines(&cx, &record, span).await?;
    let form = FormView::filled([
        ("version", span.version.to_string()),
        ("first", span.first.to_string()),
        ("last", span.last.to_string()),
        ("after", before.clone()),
    ]);
    web::page(&request, &new_page(&cx, &record, form, before))
}

/// `POST /p/{partnership}/drafts/{id}/amend`
pub(crate) async fn propose(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (id, mut input): (DraftId, Input) = (request.param("id")?, request.input()?);
    match make(&cx, id, &mut input).await {
        Ok(one) => {
            let path = format!("{}/amendments/{}", path_of(&request, id), one.id);
            Ok(web::redirect(&cx, &path).notice("drafts-proposed-notice"))
        }
        Err(failure) if failure.is_form() => {
            let record = amendable(&cx, id).await?;
            let span = span(&mut input.clone(), record.draft.version);
            let before = lines(&cx, &record, span).await.unwrap_or_default();
            let mut page = new_page(&cx, &record, FormView::new(), before);
            page.form = FormView::refused(&mut page.shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn make(cx: &Cx, id: DraftId, input: &mut Input) -> Result<Amendment, Failure> {
    let (span, after, why) = proposal(input)?;
    Ok(commands::propose(cx, id, span, after, why).await?)
}

/// What a form or a JSON body proposes.
pub(crate) fn proposal(input: &mut Input) -> Result<(Span, Option<Words>, base::Reason), Failure> {
    let (version, first) = (input.required("version"), input.required("first"));
    let (last, why) = (input.required("last"), input.required("why"));
    let after = input.optional("after");
    input.check()?;
    match (version, first, last, why) {
        (Some(version), Some(first), Some(last), Some(why)) => {
            Ok((Span { version, first, last }, after, why))
        }
        (None | Some(_), _, _, _) => Err(input.invalid().into()),
    }
}

/// The lines that an address names; the first one of the latest version without a word.
fn span(input: &mut Input, latest: i64) -> Span {
    let version = input.optional("version").unwrap_or(latest);
    let first = input.optional("first").unwrap_or(1);
    Span { version, first, last: input.optional("last").unwrap_or(first) }
}

async fn lines(cx: &Cx, record: &Record, span: Span) -> Result<String, Failure> {
    let texts = queries::texts(cx, record.draft.id, &[span.version]).await?;
    let version = texts.versions.first().ok_or_else(|| Error::from(DraftError::Missing))?;
    Ok(span.of(version.text.as_str()).map_err(Error::from)?)
}

fn new_page(cx: &Cx, record: &Record, form: FormView, before: String) -> NewPage {
    let draft = &record.draft;
    NewPage {
        base: format!("/p/{}/drafts/{}", record.place.slug, draft.id),
        shell: under(shell(cx, &record.place, draft), draft, "drafts-amend"),
        once: cx.new_id::<AmendmentId>().to_string(),
        before,
        form,
    }
}

async fn amendable(cx: &Cx, id: DraftId) -> Result<Record, Failure> {
    cx.admits(access::PROPOSE).await?;
    let record = queries::draft(cx, id).await?;
    record.draft.is_written().map_err(Error::from)?;
    if !record.may_propose {
        return Err(Error::from(DraftError::GuestsRead).into());
    }
    Ok(record)
}

/// `GET /p/{partnership}/drafts/{id}/amendments/{amendment}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (record, one) = queries::amendment(&cx, target(&request)?).await?;
    web::page(&request, &page_of(&cx, &record, &one, FormView::new()))
}

/// `POST /p/{partnership}/drafts/{id}/amendments/{amendment}`
pub(crate) async fn answer(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, mut input) = (target(&request)?, request.input()?);
    match decide(&cx, target, &mut input).await {
        Ok(key) => {
            let path = format!("{}/amendments/{}", path_of(&request, target.0), target.1);
            Ok(web::redirect(&cx, &path).notice(key))
        }
        Err(failure) if failure.is_form() => {
            let (record, one) = queries::amendment(&cx, target).await?;
            let mut page = page_of(&cx, &record, &one, FormView::new());
            page.form = FormView::refused(&mut page.shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

base::words! {
    /// What is answered to an amendment.
    enum Verdict {
        /// It is taken in.
        Accept = "accept",
        /// It is not.
        Decline = "decline",
    }
}

async fn decide(
    cx: &Cx,
    target: (DraftId, AmendmentId),
    input: &mut Input,
) -> Result<&'static str, Failure> {
    let verdict = input.required::<Verdict>("verdict");
    match verdict {
        Some(Verdict::Accept) => {
            let words = input.optional("answer");
            input.check()?;
            commands::accept(cx, target, words).await?;
            Ok("drafts-accepted-notice")
        }
        Some(Verdict::Decline) => {
            let why = input.required("answer");
            input.check()?;
            commands::decline(cx, target, why.ok_or_else(|| input.invalid())?).await?;
            Ok("drafts-declined-notice")
        }
        None => Err(input.invalid().into()),
    }
}

/// `POST /p/{partnership}/drafts/{id}/amendments/{amendment}/withdraw`
pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let target = target(&request)?;
    commands::withdraw_amendment(&cx, target).await?;
    let path = format!("{}/amendments/{}", path_of(&request, target.0), target.1);
    Ok(web::redirect(&cx, &path).notice("drafts-amendment-withdrawn-notice"))
}

fn page_of(cx: &Cx, record: &Record, one: &Amendment, form: FormView) -> AmendmentPage {
    let draft = &record.draft;
    let shell = under(shell(cx, &record.place, draft), draft, "drafts-amendment");
    let base = format!("/p/{}/drafts/{}", record.place.slug, draft.id);
    let rows = match &one.after {
        Some(after) => diff::rows(&one.before, after.as_str()),
        None => dropped(one),
    };
    let kind = match one.standing {
        Standing::Open => "risk",
        Standing::Accepted => "done",
        Standing::Declined => "off",
        Standing::Withdrawn => "idle",
    };
    let open = one.standing == Standing::Open;
    AmendmentPage {
        mark: (kind, shell.t(&format!("drafts-standing-{}", one.standing)).into_owned()),
        short: proposed(&shell, record, one),
        rows: numbered(rows, one),
        why: web::markdown(one.why.as_str(), &[]),
        answer: answered(&shell, record, one),
        may_answer: open && record.may_hold() && draft.is_written().is_ok(),
        may_withdraw: open && one.by.person == record.me,
        here: format!("{base}/amendments/{}", one.id),
        base,
        form,
        shell,
    }
}

/// Lines that should go.
fn dropped(one: &Amendment) -> Vec<Row> {
    let mut rows = diff::rows(&one.before, "");
    for row in &mut rows {
        row.right = None;
    }
    rows.retain(|row| row.left.is_some());
    rows
}

/// The rows with the numbers that their lines have in the draft.
fn numbered(rows: Vec<Row>, one: &Amendment) -> Vec<Row> {
    let before = usize::try_from(one.span.first - 1).unwrap_or_default();
    let side = |side: Side| Side { number: side.number + before, ..side };
    rows.into_iter()
        .map(|row| Row { left: row.left.map(side), right: row.right.map(side), ..row })
        .collect()
}

/// Who proposes what for which lines.
pub(super) fn proposed(shell: &Shell, record: &Record, one: &Amendment) -> String {
    let (first, last) = (one.span.first, one.span.last);
    let args = [
        ("who", record.people.name(one.by.person).into()),
        ("organization", record.directory.name(one.by.organization).into()),
        ("count", (last - first + 1).into()),
        ("first", first.into()),
        ("last", last.into()),
        ("version", one.span.version.into()),
    ];
    let key = if one.after.is_some() { "drafts-amendment-line" } else { "drafts-amendment-drop" };
    shell.tn(key, &args)
}

fn answered(shell: &Shell, record: &Record, one: &Amendment) -> Option<(String, Option<Html>)> {
    let answer = one.answer.as_ref()?;
    let args = [
        ("who", record.people.name(answer.by.person).into()),
        ("when", shell.ago(answer.by.at).into()),
        ("version", answer.version.unwrap_or_default().into()),
    ];
    let text = shell.tn(&format!("drafts-answer-{}", one.standing), &args);
    Some((text, answer.words.as_ref().map(|words| web::markdown(words.as_str(), &[]))))
}

pub(crate) fn target(request: &Request) -> Result<(DraftId, AmendmentId), Failure> {
    Ok((request.param("id")?, request.param("amendment")?))
}

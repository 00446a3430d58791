//! *Keeping and destroying*: rules by class, and certificates.

use askama::Template;
use base::Line;
use store::{Cx, Kept};
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{Certificate, MOST_COUNTED, Rule, Why, commands, queries};
use crate::access;

/// Rules and certificates.
#[derive(Template)]
#[template(path = "record/retention.html")]
struct RetentionPage {
    shell: Shell,
    form: FormView,
    base: String,
    rows: Vec<Row>,
    classes: Vec<(String, String)>,
    may: bool,
    certificates: Vec<CertificateRow>,
    first: Option<String>,
    next: Option<String>,
}

struct Row {
    class: String,
    name: String,
    what: String,
    rule: Option<(i64, String)>,
    due: String,
}

struct CertificateRow {
    href: String,
    name: String,
    records: String,
    when: String,
    why: String,
}

/// Before a rule holds, or a record goes: what happens.
#[derive(Template)]
#[template(path = "record/retention_confirm.html")]
struct ConfirmPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    what: String,
    fields: Vec<(&'static str, String)>,
    button: String,
}

/// One certificate.
#[derive(Template)]
#[template(path = "record/certificate.html")]
struct CertificatePage {
    shell: Shell,
    facts: Vec<(String, String)>,
    proof: Option<String>,
}

web::page!(RetentionPage, ConfirmPage, CertificatePage);

/// `GET /p/{partnership}/retention`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    listed(&cx, &request, None).await
}

async fn listed(
    cx: &Cx,
    request: &Request,
    refused: Option<(&Input, &Failure)>,
) -> Result<Response, Failure> {
    let after = request.query().text("after").map(str::to_owned);
    let (place, lines, page) = queries::page(cx, after.as_deref()).await?;
    let mut shell = Shell::new(cx, Some(&place), "retention-title", Section::Agreements);
    let form = match refused {
        Some((input, failure)) => FormView::refused(&mut shell, input.typed(), &failure.problems()),
        None => FormView::new(),
    };
    let base = format!("/p/{}/retention", place.slug);
    let row = |line: &super::Line| Row {
        class: line.kept.class.to_owned(),
        name: name(&shell, line.kept.class),
        what: shell.t(&format!("retention-class-{}-text", line.kept.class)).into_owned(),
        rule: line.rule.as_ref().map(|rule| (rule.days, rule.why.to_string())),
        due: counted(&shell, line.due),
    };
    let certificate = |one: &Certificate| CertificateRow {
        href: shell.href(&format!("{base}/certificates/{}", one.id)),
        name: name(&shell, &one.class),
        records: shell.number(one.records),
        when: shell.when(one.at),
        why: one.why.to_string(),
    };
    let shown = RetentionPage {
        form,
        rows: lines.iter().map(row).collect(),
        classes: lines
            .iter()
            .map(|line| (line.kept.class.to_owned(), name(&shell, line.kept.class)))
            .collect(),
        may: cx.admits(access::RETAIN).await.is_ok(),
        certificates: page.items.iter().map(certificate).collect(),
        first: after.map(|_| shell.href(&base)),
        next: page.next.as_ref().map(|mark| shell.href(&format!("{base}?after={mark}"))),
        base,
        shell,
    };
    web::page(request, &shown)
}

/// `POST /p/{partnership}/retention/rules`: asks once more, or sets the rule.
pub(crate) async fn set(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let class = named(&cx, &mut input);
    let days = input.required::<i64>("days");
    let why = input.required::<Why>("why");
    let (Some(kept), Some(days), Some(why)) = (class, days, why) else {
        let failure: Failure = input.invalid().into();
        return Ok(listed(&cx, &request, Some((&input, &failure))).await?.with_status_of(&failure));
    };
    if input.flag("sure") {
        return match commands::set(&cx, Rule { class: kept.class, days, why }).await {
            Ok(()) => Ok(back(&cx, &request).notice("retention-set-notice")),
            Err(error) => refused(&cx, &request, &input, error.into()).await,
        };
    }
    let (place, count) = queries::would_go(&cx, kept, days).await?;
    let shell = shell(&cx, &place, "retention-set-title");
    let what = shell.tn(
        "retention-set-what",
        &[
            ("class", name(&shell, kept.class).into()),
            ("days", days.into()),
            ("due", counted(&shell, count).into()),
        ],
    );
    let fields = vec![
        ("class", kept.class.to_owned()),
        ("days", days.to_string()),
        ("why", why.to_string()),
        ("sure", "yes".to_owned()),
    ];
    confirm(&request, shell, "rules", what, fields, "retention-set-button")
}

/// `POST /p/{partnership}/retention/rules/lift`
pub(crate) async fn lift(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let Some(kept) = named(&cx, &mut input) else { return Err(input.invalid().into()) };
    commands::lift(&cx, kept.class).await?;
    Ok(back(&cx, &request).notice("retention-lifted-notice"))
}

/// `POST /p/{partnership}/retention/destroy`: asks once more, or destroys one record.
pub(crate) async fn destroy(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let class = named(&cx, &mut input);
    let id = input.required::<Line<80>>("id");
    let why = input.required::<Why>("reason");
    let (Some(kept), Some(id), Some(why)) = (class, id, why) else {
        let failure: Failure = input.invalid().into();
        return Ok(listed(&cx, &request, Some((&input, &failure))).await?.with_status_of(&failure));
    };
    if input.flag("sure") {
        return match commands::destroy_one(&cx, kept, id.to_string(), why).await {
            Ok(done) => {
                let slug = request.param_text("partnership");
                let path = format!("/p/{slug}/retention/certificates/{}", done.id);
                Ok(web::redirect(&cx, &path).notice("retention-destroyed-notice"))
            }
            Err(error) => refused(&cx, &request, &input, error.into()).await,
        };
    }
    let place = cx.read(access::READ_RETENTION).await?.place()?;
    let shell = shell(&cx, &place, "retention-destroy-title");
    let class = name(&shell, kept.class);
    let what = shell.t2("retention-destroy-what", "class", class, "id", id.as_str());
    let fields = vec![
        ("class", kept.class.to_owned()),
        ("id", id.to_string()),
        ("reason", why.to_string()),
        ("sure", "yes".to_owned()),
    ];
    confirm(&request, shell, "destroy", what, fields, "retention-destroy-button")
}

fn confirm(
    request: &Request,
    shell: Shell,
    action: &str,
    what: String,
    fields: Vec<(&'static str, String)>,
    button: &str,
) -> Result<Response, Failure> {
    let base = format!("/p/{}/retention", request.param_text("partnership"));
    let page = ConfirmPage {
        form: FormView::new(),
        action: shell.href(&format!("{base}/{action}")),
        cancel: shell.href(&base),
        what,
        fields,
        button: shell.t(button).into_owned(),
        shell,
    };
    web::page(request, &page)
}

/// `GET /p/{partnership}/retention/certificates/{id}`
pub(crate) async fn certificate(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (place, one, event) = queries::certificate(&cx, request.param("id")?).await?;
    let shell = shell(&cx, &place, "retention-certificate");
    let t = |key: &str| shell.t(key).into_owned();
    let by = match (one.days, one.person) {
        (Some(days), _) => shell.t1("retention-by-rule", "days", days),
        (None, Some(_)) => t("retention-by-request"),
        (None, None) => t("retention-by-restore"),
    };
    let facts = vec![
        (t("retention-number"), one.id.to_string()),
        (t("retention-class"), name(&shell, &one.class)),
        (t("retention-records"), shell.number(one.records)),
        (t("log-when"), shell.when(one.at)),
        (t("retention-by"), by),
        (t("retention-why"), one.why.to_string()),
    ];
    let proof = event.map(|event| shell.href(&format!("/p/{}/log/events/{event}", place.slug)));
    web::page(&request, &CertificatePage { shell, facts, proof })
}

async fn refused(
    cx: &Cx,
    request: &Request,
    input: &Input,
    failure: Failure,
) -> Result<Response, Failure> {
    if !failure.is_form() {
        return Err(failure);
    }
    Ok(listed(cx, request, Some((input, &failure))).await?.with_status_of(&failure))
}

fn shell(cx: &Cx, place: &std::sync::Arc<store::Place>, title: &str) -> Shell {
    let shell = Shell::new(cx, Some(place), title, Section::Agreements);
    let up = shell.t("retention-title").into_owned();
    shell.crumb(up, &format!("/p/{}/retention", place.slug))
}

fn named(cx: &Cx, input: &mut Input) -> Option<&'static Kept> {
    let name = input.required::<Line<60>>("class")?;
    let found = queries::class(cx, name.as_str()).ok();
    if found.is_none() {
        input.refuse("class", "choice_unknown", Vec::new());
    }
    found
}

fn back(cx: &Cx, request: &Request) -> Response {
    web::redirect(cx, &format!("/p/{}/retention", request.param_text("partnership")))
}

fn name(shell: &Shell, class: &str) -> String {
    let key = format!("retention-class-{class}");
    if shell.has(&key) { shell.t(&key).into_owned() } else { class.to_owned() }
}

fn counted(shell: &Shell, count: usize) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let key = if count >= MOST_COUNTED { "retention-due-many" } else { "retention-due" };
    shell.t1(key, "count", count)
}

//! The form that writes a risk or an issue down, and the one that changes it.

use askama::Template;
use base::OrganizationId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::{
    access,
    goal::Item,
    risk::{
        Kind, Response as Answer, Risk, RiskError, RiskId, commands, parse,
        queries::{self, Choices},
        words,
    },
    words::{self as plain, Choice},
};

/// The form.
#[derive(Template)]
#[template(path = "plan/risk_form.html")]
struct FormPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    /// Sent with the form of a new one, so that a second send writes none twice.
    once: Option<String>,
    revision: Option<String>,
    /// Whether the form asks for a risk or an issue.
    kinds: Vec<Choice>,
    likelihoods: Vec<Choice>,
    effects: Vec<Choice>,
    responses: Vec<Choice>,
    owners: Vec<Choice>,
    items: Vec<Choice>,
}

web::page!(FormPage);

/// `GET /p/{partnership}/risks/new`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::WATCH).await?;
    let choices = queries::choices(&cx).await?;
    let mut start: Vec<(String, String)> = request.query().typed().collect();
    if !start.iter().any(|(name, _)| name == "kind") {
        start.push(("kind".to_owned(), Kind::Risk.to_string()));
    }
    let page = page_of(&cx, shell(&cx, &choices), FormView::filled(start), (&choices, None));
    web::page(&request, &page)
}

/// `POST /p/{partnership}/risks/new`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let choices = queries::choices(&cx).await?;
    match note(&cx, &mut input, &choices).await {
        Ok(risk) => {
            let path = format!("/p/{}/risks/{}", choices.place.slug, risk.id);
            Ok(web::redirect(&cx, &path).notice("risks-noted-notice"))
        }
        Err(failure) => again(&cx, &request, &input, (&choices, None), failure),
    }
}

/// `GET /p/{partnership}/risks/{id}/edit`
pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::WATCH).await?;
    let record = queries::record(&cx, request.param("id")?).await?;
    let choices = queries::choices(&cx).await?;
    may(&record.risk, &choices)?;
    let form = FormView::filled(filled(&record.risk));
    let page = page_of(&cx, shell(&cx, &choices), form, (&choices, Some(&record.risk)));
    web::page(&request, &page)
}

/// `POST /p/{partnership}/risks/{id}/edit`
pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let target = parse::target(&request)?;
    let record = queries::record(&cx, target.id).await?;
    let choices = queries::choices(&cx).await?;
    let account = parse::account(&mut input, Some(record.risk.kind), None);
    let changed: Result<Risk, Failure> = match (input.check(), account) {
        (Ok(()), Some(account)) => {
            commands::change(&cx, target, account).await.map_err(Failure::from)
        }
        (Ok(()) | Err(_), _) => Err(input.invalid().into()),
    };
    match changed {
        Ok(risk) => {
            let path = format!("/p/{}/risks/{}", choices.place.slug, risk.id);
            Ok(web::redirect(&cx, &path).notice("risks-changed-notice"))
        }
        Err(failure) if may(&record.risk, &choices).is_err() => Err(failure),
        Err(failure) => again(&cx, &request, &input, (&choices, Some(&record.risk)), failure),
    }
}

async fn note(cx: &Cx, input: &mut Input, choices: &Choices) -> Result<Risk, Failure> {
    let kind = input.required::<Kind>("kind");
    let threatens = input.all("threatens");
    let own = match access::acting_organizations(&choices.place.standing).as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let account = parse::account(input, kind, own);
    input.check()?;
    let (kind, account) = kind.zip(account).ok_or_else(|| input.invalid())?;
    Ok(commands::note(cx, kind, account, threatens).await?)
}

/// The form once more with what is wrong.
fn again(
    cx: &Cx,
    request: &Request,
    input: &Input,
    around: (&Choices, Option<&Risk>),
    failure: Failure,
) -> Result<Response, Failure> {
    if !failure.is_form() {
        return Err(failure);
    }
    let mut shell = shell(cx, around.0);
    let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
    Ok(web::page(request, &page_of(cx, shell, form, around))?.with_status_of(&failure))
}

fn may(risk: &Risk, choices: &Choices) -> Result<(), crate::Error> {
    access::proposes_for(&choices.place.standing, risk.account.owner).ok_or(RiskError::NotYours)?;
    Ok(risk.must_be_open()?)
}

/// The organizations that may answer for it as the reader says: all for a coordinator, else those
/// that they act for.
fn owners(choices: &Choices) -> Vec<OrganizationId> {
    let standing = &choices.place.standing;
    let all = choices.directory.current().map(|entry| entry.id);
    all.filter(|of| access::proposes_for(standing, *of).is_some()).collect()
}

fn filled(risk: &Risk) -> Vec<(&'static str, String)> {
    let account = &risk.account;
    let text = |text: Option<String>| text.unwrap_or_default();
    vec![
        ("title", account.title.to_string()),
        ("details", text(account.details.as_ref().map(ToString::to_string))),
        ("likelihood", text(account.weight.likelihood.map(|one| one.number().to_string()))),
        ("effect", account.weight.effect.number().to_string()),
        ("owner", account.owner.to_string()),
        ("response", account.response.to_string()),
        ("plan", text(account.plan.as_ref().map(ToString::to_string))),
        ("review_on", text(account.review_on.map(|day| day.to_string()))),
    ]
}

fn shell(cx: &Cx, choices: &Choices) -> Shell {
    let place = &choices.place;
    let shell = Shell::new(cx, Some(place), "risks-new", Section::Plan);
    let risks = shell.t("risks-title").into_owned();
    shell.crumb(risks, &format!("/p/{}/risks", place.slug))
}

fn page_of(
    cx: &Cx,
    shell: Shell,
    form: FormView,
    (choices, risk): (&Choices, Option<&Risk>),
) -> FormPage {
    let list = format!("/p/{}/risks", choices.place.slug);
    let base = risk.map(|risk| format!("{list}/{}", risk.id));
    let owner = |of: &OrganizationId| (of.to_string(), choices.directory.name(*of).to_owned());
    let item = |item: &Item| {
        let layer = plain::said(&shell, "goals-layer", item.layer);
        (item.id.to_string(), format!("{layer}: {}", item.aim.title))
    };
    let own = owners(choices);
    let asks = risk.is_none_or(|risk| risk.kind == Kind::Risk);
    FormPage {
        action: base.as_ref().map_or_else(|| format!("{list}/new"), |base| format!("{base}/edit")),
        once: risk.is_none().then(|| cx.new_id::<RiskId>().to_string()),
        revision: risk.map(|risk| risk.revision.to_string()),
        kinds: if risk.is_none() {
            plain::choices(&shell, "risks-kind", Kind::ALL)
        } else {
            Vec::new()
        },
        likelihoods: if asks { words::grades(&shell, "risks-likelihood") } else { Vec::new() },
        effects: words::grades(&shell, "risks-effect"),
        responses: plain::choices(&shell, "risks-response", Answer::ALL),
        owners: if own.len() > 1 || risk.is_some() {
            own.iter().map(owner).collect()
        } else {
            Vec::new()
        },
        items: if risk.is_none() { choices.items.iter().map(item).collect() } else { Vec::new() },
        cancel: base.unwrap_or(list),
        shell: match risk {
            Some(risk) => {
                let title = shell.t("risks-verb-edit").into_owned();
                let at = format!("/p/{}/risks/{}", choices.place.slug, risk.id);
                shell.titled(title).crumb(risk.account.title.as_str(), &at)
            }
            None => shell,
        },
        form,
    }
}

//! One receipt, and what was shared with it.

use std::fmt::Write as _;

use askama::Template;
use policy::{Answer, Explained as _};
use store::Cx;
use web::{Failure, Request, Response, Shell};

use super::{consent_facts, shell_of};
use crate::{
    Error,
    agreement::words::{self, Status},
    receipt::{
        Part, ReceiptId, Sight, api, notice,
        opened::{self, Opened},
        queries::{self, Seen},
    },
    request::pages::{answer, classes},
};

/// A receipt.
#[derive(Template)]
#[template(path = "agreements/receipt.html")]
struct ReceiptPage {
    shell: Shell,
    code: String,
    mark: Status,
    short: String,
    decided: String,
    facts: Vec<(String, String)>,
    given: Vec<String>,
    /// Whether the reader is told of all that was withheld.
    whole: bool,
    lines: Vec<Line>,
    owed: Vec<String>,
    details: String,
    hash: Option<String>,
    open: Option<String>,
    json: String,
    request: Option<String>,
    duties: Vec<(String, String, Option<String>)>,
    stewards: Vec<(String, String)>,
    path: Option<String>,
}

struct Line {
    goes: bool,
    class: String,
    said: String,
    source: &'static str,
    clause: Option<(String, String)>,
}

/// What was shared.
#[derive(Template)]
#[template(path = "agreements/opened.html")]
struct OpenedPage {
    shell: Shell,
    code: String,
    short: String,
    notices: Vec<String>,
    statement: Option<&'static str>,
    consent: Option<Vec<(String, String)>>,
    open: Vec<(String, String, Option<String>)>,
    closed: String,
    no_export: bool,
    download: String,
    receipt: String,
}

web::page!(ReceiptPage, OpenedPage);

/// `GET /p/{partnership}/receipts/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let seen = queries::receipt(&cx, request.param("id")?).await?;
    let code = seen.receipt.code();
    let shell = shell_of(&cx, &seen, &code);
    let stewards = stewards(&cx, &seen).await?;
    web::page(&request, &receipt_page(shell, &seen, stewards))
}

/// Who looks at an answer that seems wrong: those who answer for the data of the one who holds it.
async fn stewards(cx: &Cx, seen: &Seen) -> Result<Vec<(String, String)>, Error> {
    use base::Role;
    let tx = cx.read(crate::access::RECEIPTS).await?;
    let holder = seen.receipt.holder;
    let members = partnership::members(&tx, holder).await?;
    let with = |role: Role| -> Vec<(String, String)> {
        let has = |one: &&partnership::PersonEntry| {
            one.works.iter().any(|work| work.organization == holder && work.roles.contains(&role))
        };
        let of = seen.directory.name(holder);
        members
            .iter()
            .filter(has)
            .map(|one| (one.name().to_owned(), of.to_owned()))
            .take(2)
            .collect()
    };
    let stewards = with(Role::Steward);
    Ok(if stewards.is_empty() { with(Role::Lead) } else { stewards })
}

fn receipt_page(shell: Shell, seen: &Seen, stewards: Vec<(String, String)>) -> ReceiptPage {
    let receipt = &seen.receipt;
    let base = format!("/p/{}", seen.place.slug);
    let of = format!("{base}/receipts/{}", receipt.id);
    let said = receipt.answer_for(seen.sight);
    let class = |name: &crate::Name| seen.vocabulary.class(name.as_str(), shell.language());
    let is_recipient = seen.sight == Sight::Recipient;
    let duty = |duty: &crate::duty::Duty| {
        let text = words::said(&shell, "tasks-kind", duty.kind);
        let when = match duty.done {
            Some((at, _)) => shell.t1("tasks-done-at", "when", shell.when(at)),
            None => shell.t1("tasks-due-at", "when", shell.when(duty.due_at)),
        };
        (text, when, Some(shell.href(&format!("{base}/duties/{}", duty.id))))
    };
    let obligations = receipt.obligations.iter();
    ReceiptPage {
        code: receipt.code(),
        mark: answer(&shell, said),
        short: short(&shell, seen, said),
        decided: decided(&shell, seen),
        facts: facts(&shell, seen),
        given: receipt.given.iter().map(class).collect(),
        whole: seen.sight == Sight::Holder,
        lines: seen.parts.iter().map(|part| line(&shell, seen, part)).collect(),
        owed: if receipt.gave() || seen.sight == Sight::Holder {
            obligations.map(|owed| shell.t(&owed.message_key()).into_owned()).collect()
        } else {
            Vec::new()
        },
        details: receipt.details.clone(),
        hash: receipt.under.as_ref().and_then(|under| under.hash.clone()),
        open: (is_recipient && receipt.gave()).then(|| shell.href(&format!("{of}/shared"))),
        json: shell.href(&format!("{of}/receipt.json")),
        request: (seen.sight != Sight::Party)
            .then(|| shell.href(&format!("{base}/requests/{}", receipt.request))),
        duties: seen.duties.iter().map(duty).collect(),
        path: (said != Answer::Permit && is_recipient)
            .then(|| shell.href(&format!("{base}/agreements/can-we-share"))),
        stewards,
        shell,
    }
}

fn short(shell: &Shell, seen: &Seen, said: Answer) -> String {
    let receipt = &seen.receipt;
    let asked = classes(shell, &seen.vocabulary, &receipt.asked);
    let args = [
        ("to", seen.directory.name(receipt.organization).into()),
        ("from", seen.directory.name(receipt.holder).into()),
        ("asked", asked.into()),
        ("given", classes(shell, &seen.vocabulary, &receipt.given).into()),
    ];
    let key = match said {
        Answer::Permit | Answer::PermitPartial if !receipt.gave() => "receipts-one-nothing-held",
        Answer::Permit => "receipts-one-permit",
        Answer::PermitPartial => "receipts-one-part",
        Answer::Deny => "receipts-one-deny",
        Answer::Hold => "receipts-one-hold",
    };
    shell.tn(key, &args)
}

fn decided(shell: &Shell, seen: &Seen) -> String {
    let at = shell.when(seen.receipt.at);
    match seen.receipt.decided_by.filter(|_| seen.sight != Sight::Party) {
        Some(person) => {
            shell.t2("receipts-decided-by", "when", at, "who", seen.people.name(person))
        }
        None => shell.t1("receipts-decided", "when", at),
    }
}

fn facts(shell: &Shell, seen: &Seen) -> Vec<(String, String)> {
    let receipt = &seen.receipt;
    let label = |key: &str| shell.t(key).into_owned();
    let mut asker = seen.directory.name(receipt.organization).to_owned();
    if seen.sight != Sight::Party {
        asker = format!("{asker}, {}", seen.people.name(receipt.asker));
        if let Some(role) = &receipt.role {
            let role = seen.vocabulary.role(role.as_str(), shell.language());
            asker = format!("{asker} ({role})");
        }
    }
    let about = match (&seen.request.file_number, seen.sight) {
        (Some(number), Sight::Holder | Sight::Recipient) => {
            shell.t1("receipts-about-number", "number", number.as_str())
        }
        _ => label("receipts-about-one"),
    };
    let mut facts = vec![
        (label("receipts-asker"), asker),
        (label("agreements-who-holds"), seen.directory.name(receipt.holder).to_owned()),
        (label("receipts-about"), about),
        (
            label("agreements-why"),
            seen.vocabulary.purpose(receipt.purpose.as_str(), shell.language()),
        ),
        (label("receipts-asked"), classes(shell, &seen.vocabulary, &receipt.asked)),
    ];
    if let Some(under) = &receipt.under {
        let title = seen.titles.get(&under.id).map(ToString::to_string).unwrap_or_default();
        let version = [("title", title.into()), ("version", under.version.into())];
        facts.push((label("receipts-agreement"), shell.tn("receipts-version", &version)));
    }
    if let Some(consent) = &seen.consent {
        let until = crate::consent::pages::until(shell, consent);
        facts.push((label("receipts-consent"), shell.t1("receipts-consent-yes", "until", until)));
    }
    if let Some(kind) = receipt.emergency {
        facts.push((label("glass-what-kind"), words::said(shell, "glass-kind", kind)));
    }
    if let Some(words) = receipt.words.as_ref().filter(|_| seen.sight == Sight::Holder) {
        facts.push((label("requests-reason"), words.expose().to_string()));
    }
    facts
}

fn line(shell: &Shell, seen: &Seen, part: &Part) -> Line {
    let clause = part.agreement.and_then(|id| {
        let title = seen.titles.get(&id)?.to_string();
        Some((title, shell.href(&format!("/p/{}/agreements/{id}", seen.place.slug))))
    });
    Line {
        goes: part.goes,
        class: part.class.as_ref().map_or_else(
            || shell.t("agreements-unknown-class").into_owned(),
            |class| seen.vocabulary.class(class.as_str(), shell.language()),
        ),
        said: shell.t(&part.key).into_owned(),
        source: part.rule.article().source,
        clause,
    }
}

/// `GET /p/{partnership}/receipts/{id}/receipt.json`
pub(crate) async fn json(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: ReceiptId = request.param("id")?;
    let view = api::view(&cx, id).await?;
    let bytes = api::bytes(&view)?;
    Ok(web::download(&format!("{}.json", crate::receipt::code(id)), "application/json", bytes))
}

/// `GET /p/{partnership}/receipts/{id}/shared`
pub(crate) async fn open(cx: Cx, request: Request) -> Result<Response, Failure> {
    let opened = opened::open(&cx, request.param("id")?).await?;
    let title = Shell::new(&cx, None, "receipts-shared-title", web::Section::Agreements);
    let shell = shell_of(&cx, &opened.seen, title.title());
    web::page(&request, &opened_page(shell, &opened))
}

fn opened_page(shell: Shell, opened: &Opened) -> OpenedPage {
    let Opened { seen, open, closed } = opened;
    let receipt = &seen.receipt;
    let of = format!("/p/{}/receipts/{}", seen.place.slug, receipt.id);
    let text = |one: &opened::Shared| {
        let class = seen.vocabulary.class(one.class.as_str(), shell.language());
        let until = one.destroy_by.map(|end| shell.t1("receipts-until", "when", shell.when(end)));
        (class, one.content.expose().to_string(), until)
    };
    let consent = seen.consent.as_ref().filter(|_| notice::has_consent(receipt.obligations));
    let names = (&seen.directory, &seen.vocabulary);
    OpenedPage {
        code: receipt.code(),
        short: shell.t2(
            "receipts-shared-short",
            "from",
            seen.directory.name(receipt.holder),
            "why",
            seen.vocabulary.purpose(receipt.purpose.as_str(), shell.language()),
        ),
        notices: notice::binding(receipt.obligations)
            .iter()
            .map(|key| shell.t(key).into_owned())
            .collect(),
        statement: notice::has_part2(receipt.obligations).then_some(notice::PART2),
        consent: consent.map(|consent| consent_facts(&shell, names, consent)),
        open: open.iter().map(text).collect(),
        closed: classes(&shell, &seen.vocabulary, closed),
        no_export: receipt.emergency.is_some(),
        download: shell.href(&format!("{of}/shared.txt")),
        receipt: shell.href(&of),
        shell,
    }
}

/// `GET /p/{partnership}/receipts/{id}/shared.txt`: with everything that must travel with it.
pub(crate) async fn download(cx: Cx, request: Request) -> Result<Response, Failure> {
    let opened = opened::open(&cx, request.param("id")?).await?;
    if opened.seen.receipt.emergency.is_some() {
        // What an emergency opens is read and not taken along.
        return Err(Error::from(crate::request::RequestError::Closed).into());
    }
    let shell = shell_of(&cx, &opened.seen, &opened.seen.receipt.code());
    let page = opened_page(shell, &opened);
    let mut text = format!("{}\n{}\n", page.code, page.short);
    for notice in &page.notices {
        let _infallible = writeln!(text, "* {notice}");
    }
    if let Some(statement) = page.statement {
        let _infallible = writeln!(text, "\n{statement}");
    }
    for (label, value) in page.consent.iter().flatten() {
        let _infallible = write!(text, "\n{label}: {value}");
    }
    for (class, content, until) in &page.open {
        let _infallible = writeln!(text, "\n\n== {class} ==\n{content}");
        text.push_str(until.as_deref().unwrap_or_default());
    }
    text.push('\n');
    let name = format!("{}.txt", page.code);
    Ok(web::download(&name, "text/plain; charset=utf-8", text.into_bytes()))
}

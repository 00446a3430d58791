//! The report of the person, to be printed and given in a safe way.

use askama::Template;
use store::Cx;
use web::{Failure, Request, Response, Section, Shell};

use super::{Refusals, Report, report};
use crate::{
    agreement::words,
    consent::pages::until,
    receipt::Receipt,
    record::pages::number,
    request::pages::{answer, classes},
};

/// The report.
#[derive(Template)]
#[template(path = "agreements/report.html")]
struct ReportPage {
    shell: Shell,
    number: String,
    short: String,
    whole: bool,
    counted: String,
    lines: Vec<Line>,
    refused: Vec<Line>,
    shows_refused: bool,
    toggle: String,
    consents: Vec<(String, String, String)>,
    accounted: Vec<(String, String)>,
    holder: String,
}

struct Line {
    when: String,
    who: String,
    what: String,
    why: String,
    under: String,
    emergency: Option<String>,
    code: String,
    proof: String,
}

web::page!(ReportPage);

/// `GET /p/{partnership}/clients/{id}/report`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let shown = request.query().flag("all");
    let refusals = if shown { Refusals::Shown } else { Refusals::Hidden };
    let report = report(&cx, request.param("id")?, refusals).await?;
    web::page(&request, &page_of(&cx, &report, shown))
}

fn page_of(cx: &Cx, report: &Report, shown: bool) -> ReportPage {
    let place = &report.place;
    let shell = Shell::new(cx, Some(place), "subject-report-title", Section::Agreements);
    let (list, base) =
        (shell.t("clients-title").into_owned(), format!("/p/{}/clients", place.slug));
    let number = number(&shell, &report.client);
    let of = format!("{base}/{}", report.client.id);
    let title = shell.t1("clients-file-of", "number", number.as_str());
    let shell = shell.crumb(list, &base).crumb(title, &of);
    let holder = report.directory.name(report.client.holder).to_owned();
    let consent = |consent: &crate::consent::Consent| {
        let form = words::said(&shell, "consents-form", consent.signed.form);
        let href = shell.href(&format!("/p/{}/consents/{}", place.slug, consent.id));
        (form, until(&shell, consent), href)
    };
    let entry = |entry: &crate::receipt::store::Entry| {
        let law = words::said(&shell, "agreements-law", &entry.law);
        let who = report.directory.name(entry.recipient);
        (law, shell.t2("subject-report-accounted-line", "when", shell.when(entry.at), "who", who))
    };
    ReportPage {
        short: shell.t2(
            "subject-report-short",
            "count",
            report.disclosures.len(),
            "since",
            shell.date(shell.day_of(report.since)),
        ),
        whole: report.is_whole(),
        counted: shell.t2(
            "subject-report-counted",
            "receipts",
            report.counts.0,
            "record",
            report.counts.1,
        ),
        lines: report.disclosures.iter().map(|one| line(&shell, report, one)).collect(),
        refused: report.refused.iter().map(|one| line(&shell, report, one)).collect(),
        shows_refused: shown,
        toggle: shell.href(&if shown {
            format!("{of}/report")
        } else {
            format!("{of}/report?all=yes")
        }),
        consents: report.consents.iter().map(consent).collect(),
        accounted: report.accounted.iter().map(entry).collect(),
        number,
        holder,
        shell,
    }
}

fn line(shell: &Shell, report: &Report, receipt: &Receipt) -> Line {
    let gave = receipt.gave();
    let role = receipt.role.as_ref();
    let role = role.map(|role| report.vocabulary.role(role.as_str(), shell.language()));
    let who = report.directory.name(receipt.organization);
    let under = match (&receipt.under, receipt.consent) {
        _ if !gave => answer(shell, receipt.answer).text,
        (Some(under), consent) => {
            let title = report.titles.get(&under.id).map(ToString::to_string).unwrap_or_default();
            let version = [("title", title.into()), ("version", under.version.into())];
            let paper = shell.tn("receipts-version", &version);
            match consent {
                Some(_) => shell.t1("subject-report-and-consent", "paper", paper),
                None => paper,
            }
        }
        (None, Some(_)) => shell.t("subject-report-consent").into_owned(),
        (None, None) => shell.t("subject-report-law").into_owned(),
    };
    let what = if gave { &receipt.given } else { &receipt.asked };
    Line {
        when: shell.when(receipt.at),
        who: role.map_or_else(|| who.to_owned(), |role| format!("{who} ({role})")),
        what: classes(shell, &report.vocabulary, what),
        why: report.vocabulary.purpose(receipt.purpose.as_str(), shell.language()),
        under,
        emergency: receipt.emergency.map(|kind| words::said(shell, "glass-kind", kind)),
        code: receipt.code(),
        proof: receipt.details.clone(),
    }
}

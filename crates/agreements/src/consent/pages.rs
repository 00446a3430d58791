//! *Consents*: what clients allowed, each with its receipt for paper or phone.

mod forms;

use askama::Template;
use partnership::Directory;
use policy::Form;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

pub(crate) use self::forms::{add, keep, new_form, renew_form, verb_form, verb_of};
use super::{
    Consent, Ending, StateName, parse,
    queries::{self, Consents, Seen, Which},
};
use crate::{
    agreement::words::{self, Choice, Status},
    receipt::pages::consent_facts,
    record::pages::number,
    vocabulary::Vocabulary,
};

/// The list.
#[derive(Template)]
#[template(path = "agreements/consents.html")]
struct ConsentsPage {
    shell: Shell,
    form: FormView,
    base: String,
    clients: String,
    organizations: Vec<Choice>,
    /// The one of them whose list it is.
    organization: String,
    whiches: Vec<Choice>,
    forms: Vec<Choice>,
    rows: Vec<Row>,
    narrowed: bool,
    first: Option<String>,
    next: Option<String>,
}

/// A consent in a list.
pub(crate) struct Row {
    pub(crate) href: String,
    pub(crate) form: String,
    pub(crate) who: String,
    pub(crate) what: String,
    pub(crate) mark: Status,
    pub(crate) until: String,
}

/// A consent.
#[derive(Template)]
#[template(path = "agreements/consent.html")]
struct ConsentPage {
    shell: Shell,
    mark: Status,
    short: String,
    facts: Vec<(String, String)>,
    more: Vec<(String, String)>,
    rights: Vec<String>,
    client: String,
    fhir: String,
    revoke: Option<String>,
    end: Option<String>,
    renew: String,
    other_href: String,
    other_name: &'static str,
    receipts: Vec<(String, String, String)>,
}

web::page!(ConsentsPage, ConsentPage);

/// `GET /p/{partnership}/consents`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let filter = parse::filter(&mut input);
    let consents = queries::consents(&cx, &filter, input.text("after")).await?;
    web::page(&request, &list_page(&cx, &input, &consents))
}

fn list_page(cx: &Cx, input: &Input, consents: &Consents) -> ConsentsPage {
    let place = &consents.place;
    let shell = Shell::new(cx, Some(place), "consents-title", Section::Agreements);
    let base = format!("/p/{}/consents", place.slug);
    let kept: Vec<(&str, String)> = ["organization", "which", "form"]
        .into_iter()
        .filter_map(|name| input.text(name).map(|value| (name, value.to_owned())))
        .collect();
    let to = |pairs: &[(&str, String)]| shell.href(&words::address(&base, pairs));
    let next = consents.page.next.as_ref().map(|mark| {
        let mut pairs = kept.clone();
        pairs.push(("after", mark.clone()));
        to(&pairs)
    });
    let names = (&consents.directory, &consents.vocabulary);
    let rows = consents.page.items.iter();
    let name =
        |id: &base::OrganizationId| (id.to_string(), consents.directory.name(*id).to_owned());
    ConsentsPage {
        form: FormView::filled(input.typed()),
        clients: shell.href(&format!("/p/{}/clients", place.slug)),
        organizations: consents.organizations.iter().map(name).collect(),
        organization: consents.organization.map(|of| of.to_string()).unwrap_or_default(),
        whiches: words::choices(&shell, "consents-which", Which::ALL),
        forms: words::choices(&shell, "consents-form", Form::ALL),
        rows: rows.map(|one| row(&shell, names, (&place.slug, consents.now), one)).collect(),
        narrowed: !kept.is_empty(),
        first: input.text("after").map(|_| to(&kept)),
        next,
        base,
        shell,
    }
}

/// A consent as a row of a list.
pub(crate) fn row(
    shell: &Shell,
    (directory, vocabulary): (&Directory, &Vocabulary),
    (slug, now): (&str, base::Instant),
    consent: &Consent,
) -> Row {
    let signed = &consent.signed;
    let mut gets: Vec<String> =
        signed.gets.iter().map(|id| directory.name(*id).to_owned()).collect();
    gets.extend(signed.gets_kinds.iter().map(|kind| words::said(shell, "agreements-party", kind)));
    Row {
        href: shell.href(&format!("/p/{slug}/consents/{}", consent.id)),
        form: words::said(shell, "consents-form", signed.form),
        who: words::listed(shell, &gets),
        what: words::classes(shell, vocabulary, &signed.classes),
        mark: mark(shell, consent.state(now)),
        until: until(shell, consent),
    }
}

fn mark(shell: &Shell, state: StateName) -> Status {
    let kind = match state {
        StateName::InForce => "ok",
        StateName::RevokedLater => "risk",
        StateName::Ended => "idle",
        StateName::Revoked => "off",
    };
    Status { kind, text: words::said(shell, "consents-state", state) }
}

/// Until when it serves by itself: a day, an event, or no end.
pub(crate) fn until(shell: &Shell, consent: &Consent) -> String {
    match &consent.signed.ending {
        Ending::Never => shell.t("agreements-no-end").into_owned(),
        // The end is outside it: the last day is the one before.
        Ending::At(end) => shell.date(shell.day_of(end.plus_seconds(-1))),
        Ending::With { event, .. } => shell.t1("consents-until-event", "event", event.as_str()),
    }
}

/// `GET /p/{partnership}/consents/{id}`: printed, it is the receipt for the person.
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let seen = queries::consent(&cx, request.param("id")?).await?;
    web::page(&request, &consent_page(shell_of(&cx, &seen), &seen))
}

/// The shell of a page about one consent.
pub(crate) fn shell_of(cx: &Cx, seen: &Seen) -> Shell {
    let place = &seen.place;
    let shell = Shell::new(cx, Some(place), "consents-one", Section::Agreements);
    let (list, clients) =
        (shell.t("consents-title").into_owned(), shell.t("clients-title").into_owned());
    let title = shell.t1("clients-file-of", "number", number(&shell, &seen.client));
    shell
        .crumb(clients, &format!("/p/{}/clients", place.slug))
        .crumb(title, &format!("/p/{}/clients/{}", place.slug, seen.client.id))
        .crumb(list, &format!("/p/{}/consents", place.slug))
}

fn consent_page(shell: Shell, seen: &Seen) -> ConsentPage {
    let (consent, slug) = (&seen.consent, &seen.place.slug);
    let state = consent.state(seen.now);
    let of = format!("/p/{slug}/consents/{}", consent.id);
    let names = (&seen.directory, &seen.vocabulary);
    let receipt = |receipt: &crate::receipt::Receipt| {
        let href = shell.href(&format!("/p/{slug}/receipts/{}", receipt.id));
        let who = seen.directory.name(receipt.organization).to_owned();
        (format!("{who}, {}", shell.when(receipt.at)), receipt.code(), href)
    };
    let has_event = matches!(consent.signed.ending, Ending::With { happened: None, .. });
    ConsentPage {
        mark: mark(&shell, state),
        short: short(&shell, seen, state),
        facts: consent_facts(&shell, names, consent),
        more: more(&shell, consent),
        rights: rights(&shell, consent),
        client: shell.href(&format!("/p/{slug}/clients/{}", seen.client.id)),
        fhir: shell.href(&format!("{of}/fhir.json")),
        revoke: (consent.revoked_at.is_none()).then(|| shell.href(&format!("{of}/revoke"))),
        end: (has_event && state == StateName::InForce).then(|| shell.href(&format!("{of}/end"))),
        renew: shell.href(&format!("{of}/renew")),
        other_href: shell.other_href(),
        other_name: shell.other_name(),
        receipts: seen.receipts.iter().map(receipt).collect(),
        shell,
    }
}

fn short(shell: &Shell, seen: &Seen, state: StateName) -> String {
    let consent = &seen.consent;
    let key = match state {
        StateName::InForce => "consents-short-in-force",
        StateName::Ended => "consents-short-ended",
        StateName::Revoked => "consents-short-revoked",
        StateName::RevokedLater => "consents-short-revoked-later",
    };
    let at = consent.revoked_at.map(|at| shell.when(at)).unwrap_or_default();
    let stops = consent.revoked_at.map(|at| shell.when(consent.stops_at(at))).unwrap_or_default();
    let until = until(shell, consent);
    shell.tn(key, &[("when", at.into()), ("stops", stops.into()), ("until", until.into())])
}

fn more(shell: &Shell, consent: &Consent) -> Vec<(String, String)> {
    let (label, signed) = (|key: &str| shell.t(key).into_owned(), &consent.signed);
    let mut more = vec![(
        label("consents-signer-is"),
        words::said(shell, "consents-capacity", signed.capacity),
    )];
    if let Some(witness) = &signed.witness {
        more.push((label("consents-witness"), witness.to_string()));
    }
    if let Some(until) = signed.irrevocable_until {
        let day = shell.date(shell.day_of(until.plus_seconds(-1)));
        more.push((label("consents-irrevocable"), day));
    }
    if let Some(hash) = &signed.text_hash {
        more.push((label("consents-hash"), hash.to_string()));
    }
    more
}

/// What the person can do, in plain words.
fn rights(shell: &Shell, consent: &Consent) -> Vec<String> {
    let mut keys = vec!["consents-right-no-harm"];
    keys.push(if consent.signed.irrevocable_until.is_some() {
        "consents-right-later"
    } else {
        "consents-right-stop"
    });
    keys.extend(["consents-right-report", "consents-right-forward"]);
    if matches!(
        consent.signed.form,
        Form::Part2Tpo
            | Form::Part2Specific
            | Form::Part2CriminalJustice
            | Form::Part2Notes
            | Form::Part2Proceedings
    ) {
        keys.push("consents-right-part2");
    }
    keys.iter().map(|key| shell.t(key).into_owned()).collect()
}

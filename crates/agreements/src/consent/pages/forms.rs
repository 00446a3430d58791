//! The forms about consents: one that was signed, its renewal, its withdrawal, and the event that ends it.

use askama::Template;
use base::Language;
use policy::{ClientId, ConsentId, Form, OrganizationKind};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{shell_of, until};
use crate::{
    access,
    agreement::{
        parse::given,
        words::{self, Choice},
    },
    consent::{
        Capacity, NewConsent, commands,
        parse::{self, Desk},
        queries::{self, Seen},
    },
    record::{
        pages::shell_of as client_shell,
        parse::references,
        queries::{self as clients, Kept},
    },
};

/// The form of a consent.
#[derive(Template)]
#[template(path = "agreements/consent_form.html")]
struct ConsentForm {
    shell: Shell,
    form: FormView,
    action: String,
    back: String,
    forms: Vec<Choice>,
    capacities: Vec<Choice>,
    partners: Vec<Choice>,
    kinds: Vec<Choice>,
    purposes: Vec<Choice>,
    classes: Vec<Choice>,
    languages: Vec<Choice>,
}

/// One confirm page.
#[derive(Template)]
#[template(path = "agreements/consent_verb.html")]
struct VerbPage {
    shell: Shell,
    action: String,
    home: String,
    what: String,
    undo: String,
    revokes: bool,
    until: String,
}

web::page!(ConsentForm, VerbPage);

/// `GET /p/{partnership}/clients/{id}/consents/new`
pub(crate) async fn new_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::KEEP_CONSENT).await?;
    let kept = clients::client(&cx, request.param("id")?).await?;
    let today = kept.place.today.to_string();
    let fields = [
        ("signed_on", today),
        ("gives", kept.client.holder.to_string()),
        ("is_written", "yes".to_owned()),
    ];
    web::page(&request, &form_page(client_shell(&cx, &kept), FormView::filled(fields), &kept))
}

/// `GET /p/{partnership}/consents/{id}/renew`: a new one that begins as this one was.
pub(crate) async fn renew_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::KEEP_CONSENT).await?;
    let seen = queries::consent(&cx, request.param("id")?).await?;
    let kept = clients::client(&cx, seen.client.id).await?;
    let mut fields = parse::filled(&seen.consent.signed);
    fields.push(("signed_on", kept.place.today.to_string()));
    fields.push(("is_written", "yes".to_owned()));
    web::page(&request, &form_page(client_shell(&cx, &kept), FormView::filled(fields), &kept))
}

fn form_page(shell: Shell, form: FormView, kept: &Kept) -> ConsentForm {
    let base = format!("/p/{}/clients/{}", kept.place.slug, kept.client.id);
    let vocabulary = &kept.vocabulary;
    ConsentForm {
        action: format!("{base}/consents/new"),
        back: base,
        forms: words::choices(&shell, "consents-form", Form::ALL),
        capacities: words::choices(&shell, "consents-capacity", Capacity::ALL),
        partners: words::partners(&kept.directory),
        kinds: words::choices(&shell, "agreements-party", OrganizationKind::ALL),
        purposes: words::named(&shell, vocabulary.purposes()),
        classes: words::named(&shell, vocabulary.classes()),
        languages: words::choices(&shell, "consents-language", Language::ALL),
        form,
        shell,
    }
}

/// `POST /p/{partnership}/clients/{id}/consents/new`
pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::KEEP_CONSENT).await?;
    let id: ClientId = request.param("id")?;
    let kept = clients::client(&cx, id).await?;
    match keep(&cx, &mut input, &kept).await {
        Ok(consent) => {
            let path = format!("/p/{}/consents/{consent}", request.param_text("partnership"));
            Ok(web::redirect(&cx, &path).notice("consents-kept-notice"))
        }
        Err(failure) if failure.is_form() => {
            let mut shell = client_shell(&cx, &kept);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &form_page(shell, form, &kept))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// Keeps what a form or a program sent.
pub(crate) async fn keep(cx: &Cx, input: &mut Input, kept: &Kept) -> Result<ConsentId, Failure> {
    let tx = cx.read(access::CONSENTS).await?;
    let mut signers = references(&tx, kept.client.holder, input, "signer_number").await?;
    drop(tx);
    let signer = input.optional("signer").or_else(|| signers.pop());
    let desk = Desk { now: cx.now(), zone: &kept.place.zone, client: kept.client.id };
    let paper = given(input, |input| parse::signed(input, desk, signer))?;
    Ok(commands::keep(cx, NewConsent { client: kept.client.id, signed: paper }).await?)
}

/// `GET /p/{partnership}/consents/{id}/revoke`, and `/end`
pub(crate) async fn verb_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::KEEP_CONSENT).await?;
    let seen = queries::consent(&cx, request.param("id")?).await?;
    web::page(&request, &verb_page(shell_of(&cx, &seen), &seen, revokes(&request)))
}

fn verb_page(shell: Shell, seen: &Seen, revokes: bool) -> VerbPage {
    let base = format!("/p/{}/consents/{}", seen.place.slug, seen.consent.id);
    let later = seen.consent.stops_at(seen.now) > seen.now;
    let what = match (revokes, later) {
        (true, false) => "consents-revoke-what",
        (true, true) => "consents-revoke-later",
        (false, _) => "consents-end-what",
    };
    VerbPage {
        action: format!("{base}/{}", if revokes { "revoke" } else { "end" }),
        home: base,
        what: shell.t(what).into_owned(),
        undo: shell.t("consents-revoke-back").into_owned(),
        until: until(&shell, &seen.consent),
        revokes,
        shell,
    }
}

fn revokes(request: &Request) -> bool {
    request.path().ends_with("/revoke")
}

/// `POST /p/{partnership}/consents/{id}/revoke`, and `/end`
pub(crate) async fn verb_of(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: ConsentId = request.param("id")?;
    let notice = if revokes(&request) {
        commands::revoke(&cx, id).await?;
        "consents-revoked-notice"
    } else {
        commands::note_event(&cx, id).await?;
        "consents-ended-notice"
    };
    let path = format!("/p/{}/consents/{id}", request.param_text("partnership"));
    Ok(web::redirect(&cx, &path).notice(notice))
}

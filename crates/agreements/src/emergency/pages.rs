//! The form that breaks the glass: what happens, who is told, and what is attested.

use askama::Template;
use policy::EmergencyKind;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{Attested, EmergencyReason, break_glass};
use crate::{
    access,
    agreement::{
        parse::given,
        words::{self, Choice},
    },
    receipt::ReceiptId,
    request::queries::{self, AskGround},
};

/// The form.
#[derive(Template)]
#[template(path = "agreements/emergency.html")]
struct EmergencyPage {
    shell: Shell,
    form: FormView,
    action: String,
    back: String,
    known: bool,
    kinds: Vec<Choice>,
    holders: Vec<Choice>,
    reasons: Vec<Choice>,
}

web::page!(EmergencyPage);

/// `GET /p/{partnership}/emergency`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let ground = queries::ask_ground(&cx).await?;
    web::page(&request, &page_of(shell(&cx, &ground), FormView::new(), &ground))
}

/// `POST /p/{partnership}/emergency`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::BREAK_GLASS).await?;
    match open(&cx, &mut input).await {
        Ok(receipt) => {
            let path = format!("/p/{}/receipts/{receipt}", request.param_text("partnership"));
            Ok(web::redirect(&cx, &path).notice("glass-opened-notice"))
        }
        Err(failure) if failure.is_form() => {
            let ground = queries::ask_ground(&cx).await?;
            let mut shell = shell(&cx, &ground);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page_of(shell, form, &ground))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn open(cx: &Cx, input: &mut Input) -> Result<ReceiptId, Failure> {
    let attested = given(input, attested)?;
    Ok(break_glass(cx, attested).await?.id)
}

/// What was attested: without that, nothing opens.
pub(crate) fn attested(input: &mut Input) -> Option<Attested> {
    let kind = input.required::<EmergencyKind>("kind");
    let (holder, number) = (input.required("holder"), input.required("number"));
    let reason = input.required::<EmergencyReason>("reason");
    let words = input.required("words");
    if !input.flag("attest") {
        input.refuse("attest", "emergency_attest", Vec::new());
    }
    Some(Attested {
        kind: kind?,
        holder: holder?,
        number: number?,
        reason: reason?,
        words: words?,
        is_consent_obtainable: input.flag("could_ask"),
    })
}

fn shell(cx: &Cx, ground: &AskGround) -> Shell {
    let place = &ground.place;
    let shell = Shell::new(cx, Some(place), "glass-title", Section::Agreements);
    let list = shell.t("requests-title").into_owned();
    shell.crumb(list, &format!("/p/{}/requests", place.slug))
}

fn page_of(shell: Shell, form: FormView, ground: &AskGround) -> EmergencyPage {
    let base = format!("/p/{}", ground.place.slug);
    let holders = queries::askable(ground);
    EmergencyPage {
        action: format!("{base}/emergency"),
        back: format!("{base}/requests"),
        known: ground.user.is_some(),
        kinds: words::choices(&shell, "glass-kind", EmergencyKind::ALL),
        holders: holders.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        reasons: words::choices(&shell, "glass-reason", EmergencyReason::ALL),
        form,
        shell,
    }
}

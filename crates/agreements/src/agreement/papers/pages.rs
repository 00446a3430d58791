//! Where a file that was signed outside is taken, and given out.

use askama::Template;
use base::OrganizationId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{NewPaper, bytes, record};
use crate::{
    access,
    agreement::{
        Agreement, PaperSignature,
        pages::{base_of, shell, write::written},
        parse,
        queries::{self, Record},
        words::Choice,
    },
};

/// The form.
#[derive(Template)]
#[template(path = "agreements/paper.html")]
struct PaperPage {
    shell: Shell,
    form: FormView,
    title: String,
    action: String,
    home: String,
    revision: String,
    parties: Vec<Choice>,
}

web::page!(PaperPage);

/// `GET /p/{partnership}/agreements/{id}/paper`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::DRAFT).await?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    written(&record)?;
    web::page(&request, &page(shell(&cx, &record), FormView::new(), &record))
}

/// `POST /p/{partnership}/agreements/{id}/paper`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::DRAFT).await?;
    let found = queries::agreement(&cx, request.param("id")?).await?;
    let taken = async {
        let parties = written(&found)?.parties;
        let (signatures, paper) = parse::given(&mut input, |input| {
            let signatures = signatures(input, &parties);
            let paper = file(input);
            Some((signatures?, paper?))
        })?;
        Ok::<Agreement, Failure>(record(&cx, parse::target(&request)?, signatures, paper).await?)
    };
    match taken.await {
        Ok(_) => Ok(web::redirect(&cx, &base_of(&found)).notice("agreements-paper-notice")),
        Err(failure) if failure.is_form() => {
            let mut shell = shell(&cx, &found);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page(shell, form, &found))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// `GET /p/{partnership}/agreements/{id}/papers/{number}`
pub(crate) async fn download(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (paper, bytes) = bytes(&cx, request.param("id")?, request.param("number")?).await?;
    Ok(web::download(paper.name.as_str(), "application/pdf", bytes))
}

fn file(input: &mut Input) -> Option<NewPaper> {
    let Some(chosen) = input.file("file") else {
        input.refuse("file", "required", Vec::new());
        return None;
    };
    let Ok(name) = chosen.name.parse() else {
        input.refuse("file", "paper_name", Vec::new());
        return None;
    };
    Some(NewPaper { name, bytes: chosen.bytes.clone() })
}

/// Who signed for each party: fields named `signer.org_…` and so on.
pub(super) fn signatures(
    input: &mut Input,
    parties: &[OrganizationId],
) -> Option<Vec<PaperSignature>> {
    let one = |organization: &OrganizationId| {
        let signer = input.required(&format!("signer.{organization}"));
        let title = input.required(&format!("title.{organization}"));
        let authority = input.required(&format!("authority.{organization}"));
        let on = input.required(&format!("on.{organization}"));
        Some(PaperSignature {
            organization: *organization,
            signer: signer?,
            title: title?,
            authority: authority?,
            on: on?,
        })
    };
    // All fields are read, so that everything wrong is told at once.
    let all: Vec<Option<PaperSignature>> = parties.iter().map(one).collect();
    all.into_iter().collect()
}

fn page(shell: Shell, form: FormView, record: &Record) -> PaperPage {
    let base = base_of(record);
    let title = record.agreement.title.to_string();
    let heading = shell.t("agreements-paper").into_owned();
    let parties = record.next().map(|next| next.terms.parties.clone()).unwrap_or_default();
    let name = |id: &OrganizationId| (id.to_string(), record.directory.name(*id).to_owned());
    PaperPage {
        action: shell.href(&format!("{base}/paper")),
        revision: record.agreement.revision.to_string(),
        parties: parties.iter().map(name).collect(),
        shell: shell.crumb(title.clone(), &base).titled(heading),
        home: base,
        form,
        title,
    }
}

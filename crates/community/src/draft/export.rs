//! A draft as a file: its Markdown, or a page of its own that any browser opens and prints.

use askama::Template;
use store::Cx;
use web::{Failure, Html, Request, Response};

use super::{DraftId, queries};

/// A page of its own, without anything from elsewhere.
#[derive(Template)]
#[template(path = "community/document.html")]
struct Document {
    lang: &'static str,
    title: String,
    below: String,
    html: Html,
}

/// `GET /p/{partnership}/drafts/{id}/text.md`
pub(crate) async fn markdown(cx: Cx, request: Request) -> Result<Response, Failure> {
    let draft = queries::latest(&cx, request.param("id")?).await?;
    let name = file_name(draft.id, draft.version, "md");
    let text = format!("# {}\n\n{}\n", draft.title, draft.text);
    Ok(web::download(&name, "text/markdown; charset=utf-8", text))
}

/// `GET /p/{partnership}/drafts/{id}/document.html`
pub(crate) async fn document(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::draft(&cx, request.param("id")?).await?;
    let draft = &record.draft;
    let shell = super::pages::shell(&cx, &record.place, draft);
    let args = [
        ("partnership", record.place.name.as_str().into()),
        ("version", draft.version.into()),
        ("date", shell.date(record.place.today).into()),
    ];
    let document = Document {
        lang: shell.lang(),
        title: draft.title.to_string(),
        below: shell.tn("drafts-document-below", &args),
        html: web::markdown(draft.text.as_str(), &[]),
    };
    let name = file_name(draft.id, draft.version, "html");
    Ok(web::download(&name, "text/html; charset=utf-8", Html::of(&document)?.markup().to_owned()))
}

fn file_name(id: DraftId, version: i64, ending: &str) -> String {
    format!("{id}-{version}.{ending}")
}

//! What anybody reads without an account: the documents that a partnership published for everybody.

pub(crate) mod store;

use ::store::Cx;
use askama::Template;
use web::{Failure, Html, Request, Response, Section, Shell};

use self::store::Published;
use super::{DraftError, DraftId, access};
use crate::Error;

/// All documents of a partnership.
#[derive(Template)]
#[template(path = "community/public_documents.html")]
struct ListPage {
    shell: Shell,
    short: String,
    rows: Vec<(String, String, String)>,
}

/// One document.
#[derive(Template)]
#[template(path = "community/public_document.html")]
struct DocumentPage {
    shell: Shell,
    list: String,
    short: String,
    html: Html,
}

web::page!(ListPage, DocumentPage);

/// `GET /public/{partnership}/documents`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let slug = request.param_text("partnership");
    let tx = cx.read(access::PUBLIC).await?;
    let all = store::all(&tx).await?;
    // A partnership that published nothing is not told from one that is not there.
    let first = all.first().ok_or_else(|| Error::from(DraftError::Missing))?;
    let shell = Shell::new(&cx, None, "documents-title", Section::Nowhere);
    let row = |one: &Published| {
        let href = shell.href(&format!("/public/{slug}/documents/{}", one.draft));
        (one.title.to_string(), href, below(&shell, one))
    };
    let rows = all.iter().map(row).collect();
    let short = shell.t1("documents-short", "partnership", first.place.as_str());
    web::page(&request, &ListPage { shell, short, rows })
}

/// `GET /public/{partnership}/documents/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (slug, id): (&str, DraftId) = (request.param_text("partnership"), request.param("id")?);
    let tx = cx.read(access::PUBLIC).await?;
    let one = store::one(&tx, id).await?;
    let one = one.ok_or_else(|| Error::from(DraftError::Missing))?;
    let shell = Shell::new(&cx, None, "documents-title", Section::Nowhere);
    let (all, list) =
        (shell.t("documents-title").into_owned(), format!("/public/{slug}/documents"));
    let page = DocumentPage {
        short: format!("{}. {}", one.place, below(&shell, &one)),
        html: web::markdown(one.text.as_str(), &[]),
        shell: shell.crumb(all, &list).titled(one.title.to_string()),
        list,
    };
    web::page(&request, &page)
}

fn below(shell: &Shell, one: &Published) -> String {
    let args = [
        ("holder", one.holder.as_str().into()),
        ("version", one.version.into()),
        ("date", shell.date(one.on).into()),
    ];
    shell.tn("documents-below", &args)
}

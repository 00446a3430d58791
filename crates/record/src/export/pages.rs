//! Signed exports: one click beside each download, and the list of what left.

use std::time::Duration;

use askama::Template;
use standards::zip::{self, File};
use store::Cx;
use web::{Failure, Request, Response, Section, Shell};

use super::{Export, commands, queries};
use crate::{Error, access};

/// What left with a signature.
#[derive(Template)]
#[template(path = "record/exports.html")]
struct ExportsPage {
    shell: Shell,
    rows: Vec<Row>,
    first: Option<String>,
    next: Option<String>,
}

struct Row {
    name: String,
    bytes: String,
    who: String,
    when: String,
    sha256: String,
    note: String,
    proof: String,
}

web::page!(ExportsPage);

/// The log takes a moment: so often, and so long in between.
const LOOKS: usize = 8;
const BETWEEN: Duration = Duration::from_millis(200);

/// `GET /p/{partnership}/exports`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let after = request.query().text("after").map(str::to_owned);
    let (place, page, people) = queries::page(&cx, after.as_deref()).await?;
    let shell = Shell::new(&cx, Some(&place), "exports-title", Section::Agreements);
    let base = format!("/p/{}/exports", place.slug);
    let row = |one: &Export| Row {
        name: one.name.clone(),
        bytes: shell.t1("exports-bytes", "count", one.bytes),
        who: one
            .person
            .and_then(|person| people.get(person))
            .map_or_else(|| shell.t("activity-system").into_owned(), |one| one.name().to_owned()),
        when: shell.when(one.at),
        sha256: one.sha256.clone(),
        note: shell.href(&format!("{base}/{}/note", one.id)),
        proof: shell.href(&format!("{base}/{}/proof", one.id)),
    };
    let shown = ExportsPage {
        rows: page.items.iter().map(row).collect(),
        first: after.map(|_| shell.href(&base)),
        next: page.next.as_ref().map(|mark| shell.href(&format!("{base}?after={mark}"))),
        shell,
    };
    web::page(&request, &shown)
}

/// `POST /p/{partnership}/exports`: the download of this address, signed.
pub(crate) async fn sign(cx: Cx, request: Request) -> Result<Response, Failure> {
    let input = request.input()?;
    let slug = request.param_text("partnership");
    let of = input.text("of").unwrap_or_default();
    // Only a download of this partnership: its route makes all checks again.
    let of = of.strip_prefix("/es").filter(|rest| rest.starts_with('/')).unwrap_or(of);
    if !of.starts_with(&format!("/p/{slug}/")) || of.contains("..") {
        return Err(Error::NoExport.into());
    }
    cx.admits(access::SIGN_EXPORT).await?;
    let file = web::own_file(&cx, &request, of).await?;
    let export = commands::sign(&cx, &file.name, &file.bytes).await?;
    let proof = awaited(&cx, &export).await?;
    let note_name = format!("{}.note", export.name);
    let proof_name = format!("{}.tlog-proof", export.name);
    let readme = readme(&export, proof.is_some());
    let mut files = vec![
        File { name: &export.name, bytes: &file.bytes },
        File { name: &note_name, bytes: export.note.as_bytes() },
    ];
    if let Some(proof) = &proof {
        files.push(File { name: &proof_name, bytes: proof.as_bytes() });
    }
    files.push(File { name: "CHECK.txt", bytes: readme.as_bytes() });
    let archive = zip::archive(&files).ok_or(Error::ExportTooLarge)?;
    Ok(web::download(&format!("{}.signed.zip", export.name), "application/zip", archive))
}

/// The proof, if the log has it within a moment; it can be had later, too.
async fn awaited(cx: &Cx, export: &Export) -> Result<Option<String>, Failure> {
    for _ in 0..LOOKS {
        if let Some(proof) = queries::proof(cx, export.id).await? {
            return Ok(Some(proof));
        }
        tokio::time::sleep(BETWEEN).await;
    }
    Ok(None)
}

fn readme(export: &Export, has_proof: bool) -> String {
    let Export { name, sha256, .. } = export;
    let receipt = if has_proof { format!(" --receipt {name}.tlog-proof") } else { String::new() };
    format!(
        "{name} was exported from Concord and signed. Check it with\n\n  \
         concord verify --export {name} --signature {name}.note{receipt} --key KEY\n\n\
         KEY is the partnership's public key (page \"Public log\").\nSHA-256 of the file: {sha256}\n\n\
         {name} se exportó de Concord y está firmado. Compruébelo con la misma orden; KEY es la\n\
         clave pública de la alianza (página \"Registro público\").\n"
    )
}

/// `GET /p/{partnership}/exports/{id}/note`
pub(crate) async fn note(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (_, export) = queries::find(&cx, request.param("id")?).await?;
    let name = format!("{}.note", export.name);
    Ok(web::download(&name, "text/plain; charset=utf-8", export.note))
}

/// `GET /p/{partnership}/exports/{id}/proof`
pub(crate) async fn proof(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (_, export) = queries::find(&cx, request.param("id")?).await?;
    let proof = queries::proof(&cx, export.id).await?.ok_or(Error::Waiting)?;
    let name = format!("{}.tlog-proof", export.name);
    Ok(web::download(&name, "text/plain; charset=utf-8", proof))
}

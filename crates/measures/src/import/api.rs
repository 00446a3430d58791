//! Imports for programs: the same importer as the command line and the page.

use ::store::Cx;
use base::Line;
use web::{Failure, Request, Response};

use super::{
    ImportId, Mode, Source, commands, parse, run,
    views::{ImportBody, ImportView},
};

/// `POST /api/v1/p/{partnership}/measure-imports`: takes a file at once, and answers with its report.
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ImportBody>()?;
    let file = input.required::<Line<200>>("file");
    // Not through the form's reading: a file may begin and end with blanks.
    let content = serde_json::from_slice::<ImportBody>(&request.bytes()).map(|body| body.content);
    let options = parse::options(&mut input);
    let (Some(file), Some(options), Ok(content)) = (file, options, content) else {
        return Err(input.invalid().into());
    };
    let mode = if input.flag("dry_run") { Mode::DryRun } else { Mode::Write };
    let source = Source { name: file.to_string(), bytes: content.into_bytes() };
    web::json(&run(&cx, &source, &options, mode).await?)
}

/// `GET /api/v1/p/{partnership}/measure-imports`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (_, page) = commands::sent(&cx, request.query().text("after")).await?;
    web::listing(&request, &page.map(|import| ImportView::of(&import)))
}

/// `GET /api/v1/p/{partnership}/measure-imports/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let seen = commands::look(&cx, request.param::<ImportId>("id")?, None).await?;
    web::json(&ImportView::of(&seen.import))
}

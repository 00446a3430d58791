//! The front door: what this is, and where to sign in.

use store::Cx;
use web::{Failure, Request, Response, Section, Shell, page, redirect};

#[derive(askama::Template)]
#[template(path = "partnership/front.html")]
struct FrontPage {
    shell: Shell,
}

web::page!(FrontPage);

/// Signed out: what this is. Signed in: on to *My work*.
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    if cx.actor().person().is_some() {
        return Ok(redirect(&cx, "/me"));
    }
    let shell = Shell::new(&cx, None, "front-title", Section::Nowhere);
    page(&request, &FrontPage { shell })
}

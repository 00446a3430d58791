//! The page on which a coordinator shows the open meetings to everybody.

use askama::Template;
use store::Cx;
use web::{Failure, Request, Response, Section, Shell};

use super::commands;
use crate::access;

/// What everybody sees, and the button.
#[derive(Template)]
#[template(path = "community/public_settings.html")]
struct SettingsPage {
    shell: Shell,
    base: String,
    shown: bool,
    may: bool,
    public: String,
}

web::page!(SettingsPage);

/// `GET /p/{partnership}/meetings/public`
pub(crate) async fn page(cx: Cx, request: Request) -> Result<Response, Failure> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    let (place, parts) = (tx.place()?, tx.shown_parts().await?);
    drop(tx);
    let shell = Shell::new(&cx, Some(&place), "public-meetings-settings", Section::Meetings);
    let crumb = shell.t("meetings-title").into_owned();
    let page = SettingsPage {
        shown: parts.iter().any(|part| part == access::PUBLIC_PART),
        may: access::coordinates(&place.standing).is_some(),
        public: format!("/public/{}/meetings", place.slug),
        base: format!("/p/{}/meetings", place.slug),
        shell: shell.crumb(crumb, &format!("/p/{}/meetings", place.slug)),
    };
    web::page(&request, &page)
}

/// `POST /p/{partnership}/meetings/public`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let shown = request.input()?.flag("shown");
    commands::show(&cx, shown).await?;
    let path = format!("/p/{}/meetings/public", request.param_text("partnership"));
    let notice = if shown { "public-shown-notice" } else { "public-hidden-notice" };
    Ok(web::redirect(&cx, &path).notice(notice))
}

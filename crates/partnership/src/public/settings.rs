//! The page on which coordinators decide what everybody may see.

use ::store::Cx;
use web::{Failure, Registry, Request, Response, Section, Shell, page, redirect};

use super::{commands, queries};
use crate::forms;

#[derive(askama::Template)]
#[template(path = "partnership/public_settings.html")]
struct PublicSettingsPage {
    shell: Shell,
    base: String,
    slug: String,
    parts: Vec<Choice>,
}

/// A part with whether it is shown.
struct Choice {
    name: &'static str,
    title: &'static str,
    shown: bool,
}

web::page!(PublicSettingsPage);

impl PublicSettingsPage {
    /// Whether there is a page at all.
    fn is_open(&self) -> bool {
        self.parts.first().is_some_and(|part| part.shown)
    }
}

/// `GET /p/{partnership}/public`
pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (place, parts) = queries::parts(&cx).await?;
    let base = forms::base(&place);
    let shell = Shell::new(&cx, Some(&place), "public-settings", Section::Overview);
    let [overview, settings] =
        ["shell-section-overview", "settings-page"].map(|key| shell.t(key).into_owned());
    let shell = shell.crumb(overview, &base).crumb(settings, &format!("{base}/settings"));
    let choice =
        |(part, shown): (super::Part, bool)| Choice { name: part.name, title: part.title, shown };
    let shown = PublicSettingsPage {
        base,
        slug: place.slug.clone(),
        parts: parts.into_iter().map(choice).collect(),
        shell,
    };
    page(&request, &shown)
}

/// `POST /p/{partnership}/public`
pub(crate) async fn save(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let wanted = forms::texts(&mut input, "parts");
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let parts = super::parts(&registry);
    let known = parts.iter().map(|part| part.name);
    let wanted: Vec<&str> = known.filter(|name| wanted.iter().any(|one| one == name)).collect();
    commands::show_parts(&cx, &wanted).await?;
    let own = format!("/p/{}/public", request.param_text("partnership"));
    Ok(redirect(&cx, &own).notice("public-saved-notice"))
}

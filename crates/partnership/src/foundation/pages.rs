//! The settings of a partnership.

use base::{Language, Line, Zone};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell, page, redirect};

use super::{
    Foundation, MOST_AREAS, areas, commands,
    queries::{self, Settings},
};
use crate::forms::{self, Choice};

#[derive(askama::Template)]
#[template(path = "partnership/settings.html")]
struct SettingsPage {
    shell: Shell,
    form: FormView,
    base: String,
    languages: Vec<Choice>,
}

web::page!(SettingsPage);

pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let settings = queries::settings(&cx).await?;
    let form = filled(&settings);
    page(&request, &shown(&cx, &settings, |_| form))
}

pub(crate) async fn save(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let seen = forms::seen(&request)?;
    let answer = match foundation_from(&mut input) {
        Ok(foundation) => commands::settle(&cx, foundation, seen).await.map_err(Failure::from),
        Err(invalid) => Err(invalid),
    };
    let failure = match forms::shown_again(answer)? {
        Ok(_) => {
            let path = format!("/p/{}", request.param_text("partnership"));
            return Ok(redirect(&cx, &path).notice("settings-saved-notice"));
        }
        Err(failure) => failure,
    };
    let settings = queries::settings(&cx).await?;
    let again = |shell: &mut Shell| forms::again(shell, &input, &failure);
    Ok(page(&request, &shown(&cx, &settings, again))?.with_status_of(&failure))
}

/// What a partnership says of itself, out of a form or a JSON body.
pub(super) fn foundation_from(input: &mut Input) -> Result<Foundation, Failure> {
    let name = input.required::<Line<160>>("name");
    let zone = input.text("zone").and_then(Zone::named);
    if zone.is_none() {
        input.refuse("zone", "zone_unknown", Vec::new());
    }
    let language = input.required::<Language>("language");
    let (purpose, vision) = (input.optional("purpose"), input.optional("vision"));
    let charter = input.optional("charter");
    let codes = forms::texts(input, "areas").join("\n");
    let areas = match areas(&codes) {
        Ok(areas) => areas,
        Err(unknown) => {
            input.refuse("areas", "area_unknown", vec![("code", unknown.code)]);
            Vec::new()
        }
    };
    if areas.len() > MOST_AREAS {
        input.refuse("areas", "too_many_items", vec![("max", MOST_AREAS.to_string())]);
    }
    input.check()?;
    match (name, zone, language) {
        (Some(name), Some(zone), Some(language)) => {
            Ok(Foundation { name, zone, language, purpose, vision, charter, areas })
        }
        _ => Err(input.invalid().into()),
    }
}

fn shown(cx: &Cx, settings: &Settings, form: impl FnOnce(&mut Shell) -> FormView) -> SettingsPage {
    let base = forms::base(&settings.place);
    let mut shell = Shell::new(cx, Some(&settings.place), "settings-page", Section::Overview);
    let form = form(&mut shell);
    let overview = shell.t("shell-section-overview").into_owned();
    let shell = shell.crumb(overview, &base);
    SettingsPage { form, base, languages: forms::languages(), shell }
}

fn filled(settings: &Settings) -> FormView {
    let foundation = &settings.profile.foundation;
    let text = |text: Option<String>| text.unwrap_or_default();
    let areas: Vec<&str> = foundation.areas.iter().map(crate::Area::code).collect();
    FormView::filled([
        ("revision", settings.profile.revision.to_string()),
        ("name", foundation.name.to_string()),
        ("zone", foundation.zone.name().to_owned()),
        ("language", foundation.language.to_string()),
        ("purpose", text(foundation.purpose.as_ref().map(ToString::to_string))),
        ("vision", text(foundation.vision.as_ref().map(ToString::to_string))),
        ("charter", text(foundation.charter.as_ref().map(ToString::to_string))),
        ("areas", areas.join("\n")),
    ])
}

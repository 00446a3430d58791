//! Telling the story behind a curve, and reading what was told before.

use ::store::Cx;
use askama::Template;
use partnership::{Directory, Names};
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{
    Story, Telling,
    commands::{self, Tell},
    points,
    queries::stories,
};
use crate::{Error, measure::pages::shell_of};

/// A story as pages show it.
pub(crate) struct StoryView {
    /// What helps, what slows us down, and what we do next: the heading, the icon and its class,
    /// and the points.
    pub(crate) parts: Vec<PartView>,
    /// Who told it, and when.
    pub(crate) signed: String,
}

/// One part of a story.
pub(crate) struct PartView {
    pub(crate) heading: String,
    pub(crate) icon: &'static str,
    pub(crate) class: &'static str,
    pub(crate) points: Vec<String>,
}

impl StoryView {
    pub(crate) fn of(shell: &Shell, story: &Story, names: &Names, directory: &Directory) -> Self {
        let part = |key: &str, icon, class, part| PartView {
            heading: shell.t(key).into_owned(),
            icon,
            class,
            points: points(part),
        };
        let Telling { helps, slows, next_steps } = &story.telling;
        let parts = [
            part("measures-story-helps", "add_circle", "pw-yes", helps.as_ref()),
            part("measures-story-slows", "remove_circle", "pw-no", slows.as_ref()),
            part("measures-story-next", "arrow_forward", "pw-if", next_steps.as_ref()),
        ];
        let who = story.by.parse().map_or("", |person| names.name(person));
        let organization = story.organization.map_or("", |one| directory.name(one));
        let who: Vec<&str> =
            [who, organization].into_iter().filter(|one| !one.is_empty()).collect();
        let who = if who.is_empty() {
            shell.t("measures-by-system").into_owned()
        } else {
            who.join(", ")
        };
        let when = shell.date(shell.day_of(story.at));
        Self {
            parts: parts.into_iter().filter(|part| !part.points.is_empty()).collect(),
            signed: shell.t2("measures-story-signed", "who", who, "when", when),
        }
    }
}

/// Every telling, and the form for the next one.
#[derive(Template)]
#[template(path = "measures/story.html")]
struct StoryPage {
    shell: Shell,
    form: FormView,
    title: String,
    action: String,
    cancel: String,
    may_tell: bool,
    revision: i64,
    told: Vec<StoryView>,
}

web::page!(StoryPage);

/// `GET /p/{partnership}/measures/{slug}/story`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    web::page(&request, &page_of(&cx, request.param_text("slug"), None).await?)
}

/// `POST /p/{partnership}/measures/{slug}/story`
pub(crate) async fn tell(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let slug = request.param_text("slug");
    let told: Result<_, Failure> = match Telling::of(&mut input) {
        Some(telling) => {
            let tell = Tell { slug: slug.to_owned(), telling, seen: request.revision()? };
            commands::tell(&cx, tell).await.map_err(|error| error.placed().into())
        }
        None => Err(input.invalid().into()),
    };
    match told {
        Ok(_) => {
            let path = format!("/p/{}/measures/{slug}", request.param_text("partnership"));
            Ok(web::redirect(&cx, &path).notice("measures-story-notice"))
        }
        Err(failure) if failure.is_form() => {
            let page = page_of(&cx, slug, Some((&input, &failure))).await?;
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn page_of(
    cx: &Cx,
    slug: &str,
    refused: Option<(&Input, &Failure)>,
) -> Result<StoryPage, Failure> {
    let found = stories(cx, slug).await?;
    let measure = &found.measure;
    let may_tell = measure.may_be_changed_by(&found.place.standing);
    if refused.is_some() && !may_tell {
        return Err(Error::NotYours.into());
    }
    let base = format!("/p/{}/measures/{}", found.place.slug, measure.slug);
    let title = measure.definition.title.to_string();
    let mut shell = shell_of(cx, &found.place, "measures-story").crumb(title.clone(), &base);
    let latest = found.told.first();
    let form = match (refused, latest) {
        (Some((input, failure)), _) => {
            FormView::refused(&mut shell, input.typed(), &failure.problems())
        }
        (None, Some(latest)) if may_tell => FormView::filled(typed(&latest.telling)),
        (None, _) => FormView::new(),
    };
    let view = |story| StoryView::of(&shell, story, &found.names, &found.directory);
    Ok(StoryPage {
        told: found.told.iter().map(view).collect(),
        revision: latest.map_or(0, |latest| latest.revision.0),
        action: format!("{base}/story"),
        cancel: base,
        title,
        may_tell,
        form,
        shell,
    })
}

fn typed(telling: &Telling) -> Vec<(&'static str, String)> {
    let Telling { helps, slows, next_steps } = telling;
    let parts = [("helps", helps), ("slows", slows), ("next_steps", next_steps)];
    parts.into_iter().filter_map(|(name, part)| Some((name, part.as_ref()?.to_string()))).collect()
}

//! The page for everybody. It needs no account.

use ::store::Cx;
use web::{Failure, Item, Request, Response, Section, Shell, page};

use super::queries::{self, Front};

#[derive(askama::Template)]
#[template(path = "partnership/public.html")]
struct PublicPage {
    shell: Shell,
    front: Front,
    stories: Vec<(String, String)>,
}

web::page!(PublicPage);

impl PublicPage {
    fn sections(&self) -> Vec<(&'static str, &[Item])> {
        self.front.panels.iter().map(|(panel, items)| (panel.title, items.as_slice())).collect()
    }
}

/// `GET /public/{partnership}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let front = queries::front(&cx).await?;
    let shell = Shell::new(&cx, Some(&front.place), "public-title", Section::Nowhere);
    let slug = &front.place.slug;
    let story = |(record, title): &(web::Record, String)| {
        let path = format!("/public/{slug}/stories/{}/{}", record.kind, record.id);
        (title.clone(), shell.href(&path))
    };
    let stories = front.stories.iter().map(story).collect();
    page(&request, &PublicPage { shell, front, stories })
}

//! The overview of a partnership.

use askama::Template as _;
use base::Role;
use futures_util::{TryFutureExt as _, future::try_join3};
use store::Cx;
use web::{Failure, Item, Panel, PanelPlace, Request, Response, Section, Shell, page, panel_items};

use super::{Profile, queries};
use crate::{Directory, activity, forms};

#[derive(askama::Template)]
#[template(path = "partnership/overview.html", blocks = ["main", "hero"])]
struct OverviewPage {
    shell: Shell,
    base: String,
    profile: Profile,
    directory: Directory,
    main: Vec<PanelView>,
    side: Vec<PanelView>,
    lately: Vec<Item>,
    can_settle: bool,
}

/// A panel of another context, ready to be drawn.
struct PanelView {
    title: &'static str,
    all: Option<String>,
    items: Vec<Item>,
}

impl web::PageTemplate for OverviewPage {
    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn main(&self) -> askama::Result<String> {
        self.as_main().render()
    }

    fn hero(&self) -> askama::Result<String> {
        self.as_hero().render()
    }
}

impl OverviewPage {
    fn short(&self) -> String {
        let since = self.shell.month(self.profile.founded);
        let args = [
            ("organizations", self.profile.organizations.into()),
            ("people", self.profile.people.into()),
            ("since", since.into()),
        ];
        self.shell.tn("overview-short", &args)
    }

    #[expect(clippy::unused_self, reason = "a template calls methods")]
    fn paragraphs<'a>(&self, text: &'a str) -> Vec<&'a str> {
        text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).collect()
    }
}

pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (overview, main, side) = try_join3(
        queries::overview(&cx).err_into(),
        panel_items(&cx, PanelPlace::OverviewMain),
        panel_items(&cx, PanelPlace::OverviewSide),
    )
    .await?;
    let (place, told) = (&overview.place, &overview.told);
    let base = forms::base(place);
    let shell = Shell::new(&cx, Some(place), "overview-page", Section::Overview)
        .titled(place.name.clone())
        .live(&format!("{base}/live"));
    let view = |(panel, items): (&'static Panel, Vec<Item>)| PanelView {
        title: panel.title,
        all: panel.all.map(|all| all.replace("{partnership}", &place.slug)),
        items,
    };
    let main = main.into_iter().map(view).collect();
    let side = side.into_iter().map(view).collect();
    let lately = told.page.items.iter().map(|it| activity::pages::item(&cx, &shell, told, it));
    let lately = lately.collect();
    let can_settle = place.standing.has(Role::Coordinator);
    let (profile, directory) = (overview.profile, overview.told.directory);
    page(
        &request,
        &OverviewPage { shell, base, profile, directory, main, side, lately, can_settle },
    )
}

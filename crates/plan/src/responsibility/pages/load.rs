//! How much each partner carries.

use askama::Template;
use store::Cx;
use web::{Failure, Request, Response, Section, Shell};

use crate::{
    responsibility::load::{Load, loads},
    words::address,
};

/// The load of each partner.
#[derive(Template)]
#[template(path = "plan/load.html")]
struct LoadPage {
    shell: Shell,
    base: String,
    rows: Vec<Row>,
}

/// One partner.
struct Row {
    name: String,
    href: String,
    promises_href: String,
    /// What it carries, by column: label and number.
    cells: Vec<(&'static str, i64)>,
}

web::page!(LoadPage);

/// `GET /p/{partnership}/responsibilities/load`
pub(crate) async fn load(cx: Cx, request: Request) -> Result<Response, Failure> {
    let loads = loads(&cx).await?;
    let place = &loads.place;
    let base = format!("/p/{}/responsibilities", place.slug);
    let shell = Shell::new(&cx, Some(place), "responsibilities-load", Section::Plan);
    let title = shell.t("responsibilities-title").into_owned();
    let shell = shell.crumb(title, &base);
    let row = |(of, load): &(base::OrganizationId, Load)| Row {
        name: loads.directory.name(*of).to_owned(),
        href: shell.href(&address(&base, &[("partner", of.to_string())])),
        promises_href: shell.href(&address(
            &format!("/p/{}/commitments", place.slug),
            &[("partner", of.to_string())],
        )),
        cells: vec![
            ("responsibilities-load-answers", load.answers),
            ("responsibilities-load-leads", load.leads),
            ("responsibilities-load-supports", load.supports),
            ("responsibilities-load-advice", load.consulted + load.informed),
            ("responsibilities-load-promises", load.promises),
            ("responsibilities-load-waits", load.waits()),
        ],
    };
    let rows = loads.each.iter().map(row).collect();
    web::page(&request, &LoadPage { shell, base, rows })
}

//! The edge: addresses and who may use them, forms and JSON, pages, messages, problems.

mod about;
mod ahead;
mod answer;
mod api_page;
mod app;
mod assets;
mod carried;
mod catalog;
pub mod chart;
mod context;
mod dispatch;
mod escape;
mod failure;
mod find;
mod form_view;
mod import_report;
mod input;
mod live;
mod markdown;
mod metrics;
mod openapi;
mod own;
mod panel;
mod plain;
mod problems;
mod remote;
mod request;
mod response;
mod routes;
mod shell;
mod story;

#[cfg(feature = "testing")]
pub mod testing;

pub use about::{About, Block, Html, Topic, about, beside, topic_name};
pub use answer::{Answer, Asked, AskedField, AskedKind};
pub use app::{App, AppOptions, Observe, Observed, StartError, migrations, routes_of};
pub use assets::asset;
pub use carried::{Carried, Seated};
pub use catalog::{Arg, Argument, Catalog, CatalogError};
pub use context::{Area, Bell, Context, Registry};
pub use escape::Escape;
pub use failure::{Failure, Invalid};
pub use find::{Document, Find, Readers};
pub use form_view::FormView;
pub use import_report::{ImportProblem, ImportReport};
pub use input::{FieldError, Input, Upload};
pub use markdown::markdown;
pub use metrics::{MetricsText, serve_metrics};
pub use openapi::{openapi_clashes, openapi_of};
pub use own::{OwnFile, own_file};
pub use panel::{Action, Item, ItemStatus, Loading, Panel, PanelPlace, panel_items};
pub use plain::{PlainAnswer, PlainHandler, PlainRequest, serve_plain};
pub use remote::{Remote, RemoteError, post};
pub use request::{Authenticate, Authenticated, Credentials, Request};
pub use response::{
    Cached, PageTemplate, Response, created, csv, download, download_stream, json, listing,
    no_content, open_bytes, page, redirect, rendered, text,
};
pub use routes::{RouteEntry, RouteKind, Routes};
pub use shell::{Crumb, Link, NavItem, Notice, Section, Shell, Site, Visit};
pub use store::{Jobs, Migration};
pub use story::{Bond, Record, Related, Story, Tale};

/// Migrations by their file names: `web::migrations!["20261123_2000_commitments"]`.
#[macro_export]
macro_rules! migrations {
    ($($name:literal),* $(,)?) => {
        &[$($crate::Migration {
            name: $name,
            sql: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/", $name, ".sql")),
        }),*]
    };
}

//! `concord demo`: an invented county to click through.

use std::{collections::BTreeMap, sync::Arc};

use super::serve::{Announce, serve};
use crate::{
    arguments::Demo,
    configuration::{Configuration, Sources},
    demo,
    failure::Failure,
    installation, logs,
    out::{self, say},
};

/// Makes the county if it is not there, prints its links, and serves it.
pub(super) async fn run(given: &Demo) -> Result<(), Failure> {
    let configuration = configuration(given)?;
    logs::begin(&configuration)?;
    demo::prepare(&configuration, given.seed, given.fresh).await?;
    let store = installation::open_ready(&configuration).await?;
    let links = demo::links(&configuration, &store).await?;
    if given.json {
        out::json(&links)?;
    } else if given.no_serve {
        say!("{}", demo::welcome(&configuration, &links))?;
    }
    if given.no_serve {
        return Ok(());
    }
    let open = (!given.no_open).then(|| format!("{}/demo", configuration.base_url));
    let text = demo::welcome(&configuration, &links);
    let mail_folder = configuration.data.join("mail");
    store.keep(Arc::new(demo::Visitors { mail_folder, links }));
    serve(&configuration, store, Announce::Demo { text, open }).await
}

/// A demo asks neither file nor environment: a real installation's settings must not reach it.
fn configuration(given: &Demo) -> Result<Configuration, Failure> {
    let data = given.data.display().to_string();
    let port = given.listen.rsplit_once(':').map_or("8080", |(_, port)| port);
    let flags = BTreeMap::from([
        ("listen", given.listen.clone()),
        ("base_url", given.base_url.clone().unwrap_or_else(|| format!("http://localhost:{port}"))),
        ("data", data),
        ("name", "Concord demo".to_owned()),
        ("zone", "America/Chicago".to_owned()),
        ("log_level", "warn".to_owned()),
        // Those who watch the county's log are invented: they don't confirm what comes later today.
        ("ledger_publish_seconds", "86400".to_owned()),
        ("demo", "true".to_owned()),
    ]);
    Configuration::read(&Sources { flags, ..Sources::default() })
}

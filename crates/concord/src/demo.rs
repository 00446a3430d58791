//! The invented Riverbend County: made from a seed, relative to today, by the same commands that
//! people use.

use std::path::Path;

use base::{Actor, Ids, Instant, Zone};
use identity::Use;
use store::{Clock, Cx, Database, Options, SqliteSettings, Store, Synchronous};

use crate::{
    configuration::{Configuration, Mail},
    contexts,
    failure::Failure,
    installation,
    out::tell,
};

mod chance;
mod content;
mod folder;
mod letters;
mod make;
mod story;

pub use content::Content;
pub use letters::CONTEXT;
pub(crate) use letters::Visitors;

use folder::{Folder, Found};
use make::{Maker, progress};
use story::Today;

/// Where dates of the county are counted.
const ZONE: &str = "America/Chicago";
/// A demo's links work as long as people may leave it open.
const LINK_SECONDS: i64 = 30 * 86_400;

/// The kinds of visitors, in the order in which they are offered.
const ROLES: [&str; 6] = [
    "coordinator",
    "agency lead",
    "program manager",
    "front-line worker",
    "data steward",
    "community stakeholder",
];

/// A link that signs a visitor in as one of the county's people.
#[derive(Debug, Clone, serde::Serialize)]
pub struct RoleLink {
    /// The kind of user.
    pub role: String,
    /// Their name.
    pub name: String,
    /// Their title and organization.
    pub title: String,
    /// Their e-mail address.
    pub email: String,
    /// The link.
    pub address: String,
}

/// Makes the county in its folder, unless it is there already.
///
/// # Errors
/// When the folder holds something else, or a command refuses.
pub async fn prepare(configuration: &Configuration, seed: u64, fresh: bool) -> Result<(), Failure> {
    let folder = Folder::at(&configuration.data);
    match folder.look()? {
        Found::Demo if !fresh => return Ok(()),
        Found::Demo | Found::Unfinished | Found::Nothing => {}
    }
    folder.clear()?;
    tell!("Making Riverbend County in {} (seed {seed})", folder.path().display());
    let now = Clock::System.now();
    let zone = Zone::named(ZONE).unwrap_or_else(Zone::utc);
    Box::pin(make_in(configuration, Today { now, zone }, seed)).await?;
    folder.finish(seed)
}

/// Makes the county over an empty folder as of an instant.
async fn make_in(configuration: &Configuration, today: Today, seed: u64) -> Result<(), Failure> {
    let content = Content::read()?;
    // Old mail goes where nobody looks and is removed; the last days' goes where visitors look.
    let attic = configuration.data.join("attic");
    let store = open_for_making(&configuration.data, today.now, seed)?;
    let applied = store.migrate(&contexts::migrations()).await;
    applied.map_err(Failure::because("the demo's tables"))?;
    let past = Configuration { mail: Mail::Folder(attic.clone()), ..configuration.clone() };
    let app = installation::assemble(&past, store.clone(), None)?;

    let mut maker = Maker::new(&store, &content, today.clone(), seed);
    progress(1, "nine organizations, forty people, three partnerships");
    maker.begin().await?;
    progress(2, "two years of promises and measures");
    let recent = Maker::mail_from(&today);
    maker.until(recent).await?;
    maker.work(recent).await?;
    drop(app);

    progress(3, "the last days, with their mail");
    // What was kept first wins: a second store gets the folder that visitors see.
    let lately = open_for_making(&configuration.data, today.now, seed.wrapping_add(1))?;
    let app = installation::assemble(configuration, lately.clone(), None)?;
    installation::keep_ledger(configuration, &lately).await?;
    let mut maker = maker.over(&lately);
    maker.begin_watching(recent).await?;
    maker.show_everybody(recent).await?;
    let mut day = recent;
    while day < today.now {
        let next = day.plus_seconds(86_400).min(today.now);
        maker.until(next).await?;
        maker.work(next).await?;
        // The library's witness has not confirmed the last days.
        maker.seal(next, next.plus_seconds(2 * 86_400) < today.now).await?;
        day = next;
    }
    maker.read_notices(today.now).await?;
    drop(app);
    drop(std::fs::remove_dir_all(attic));
    progress(4, "done");
    tracing::info!(promises = maker.promises(), "the demo was made");
    Ok(())
}

/// Opens the folder so that no change waits for the disk: a demo that is cut off is made again.
fn open_for_making(folder: &Path, now: Instant, seed: u64) -> Result<Store, Failure> {
    let settings =
        SqliteSettings { synchronous: Synchronous::Normal, ..SqliteSettings::folder(folder) };
    Store::open(Options {
        database: Database::Sqlite(settings),
        clock: Clock::at(now),
        ids: Ids::seeded(seed),
    })
    .map_err(Failure::because("the demo's folder can't be opened"))
}

/// New links for the six kinds of visitors.
///
/// # Errors
/// When an account is missing.
pub async fn links(configuration: &Configuration, store: &Store) -> Result<Vec<RoleLink>, Failure> {
    let content = Content::read()?;
    installation::keep_identity(configuration, store)?;
    let cx = Cx::new(store.clone(), Actor::System("demo"), store.clock().now());
    let mut links = Vec::new();
    for role in ROLES {
        let shows = |person: &&content::Person| person.shows.as_deref() == Some(role);
        let Some(person) = content.people.iter().find(shows) else { continue };
        let because = || Failure::because(format!("the link of {}", person.key));
        let email = make::parsed(&person.email())?;
        let found = identity::account_of(&cx, &email).await.map_err(because())?;
        let Some(account) = found else { continue };
        let link = identity::issue_sign_in_link(&cx, account.id, Use::Often, LINK_SECONDS)
            .await
            .map_err(because())?;
        let of = content.organizations.iter().find(|one| one.key == person.org);
        let of = of.map_or("", |organization| organization.name.as_str());
        links.push(RoleLink {
            role: role.to_owned(),
            name: person.name.clone(),
            title: format!("{}, {of}", person.title),
            email: person.email(),
            address: link.address,
        });
    }
    Ok(links)
}

/// What the person at the keyboard reads.
#[must_use]
pub fn welcome(configuration: &Configuration, links: &[RoleLink]) -> String {
    let url = &configuration.base_url;
    let data = configuration.data.display();
    let person = |RoleLink { role, name, title, address, .. }: &RoleLink| {
        format!("  {role}: {name}, {title}\n  {address}\n\n")
    };
    let people = links.iter().map(person).collect::<Vec<_>>().concat();
    format!(
        "\nRiverbend County is open at {url}/demo\n\
         Everybody and everything in it is made up, except the counts marked as HUD's.\n\n\
         Sign in with one click as\n\n{people}\
         Mail that it would have sent: {url}/demo/mail\n\
         The data stays in {data}. Stop with Ctrl-C; start over with `concord demo --fresh`.\n"
    )
}

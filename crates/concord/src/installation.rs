//! Opens the data that the settings name.

use std::sync::Arc;

use base::Ids;
use identity::{Cost, MailConfig, Outlet};
use rand::TryRng;
use store::{
    Clock, Database, Options, Store,
    log::{KeyPlace, LogSettings, RecordPlace},
};
use web::{App, AppOptions, Observe, Site};

use crate::{
    configuration::{Configuration, Mail, Storage},
    contexts,
    failure::Failure,
};

/// What the settings mean for the store.
///
/// # Errors
/// When the system gives no randomness.
pub fn options(configuration: &Configuration) -> Result<Options, Failure> {
    let database = match &configuration.storage {
        Storage::Folder(folder) => Database::folder(folder),
        Storage::Postgres(url) => Database::url(url.expose().clone()),
    };
    Ok(Options { database, clock: Clock::System, ids: ids()? })
}

/// Identifiers that nobody can guess.
pub(crate) fn ids() -> Result<Ids, Failure> {
    let mut entropy = [0; 32];
    rand::rngs::SysRng
        .try_fill_bytes(&mut entropy)
        .map_err(Failure::because("the system gives no randomness"))?;
    Ok(Ids::from_entropy(entropy))
}

/// Opens the data as it is.
///
/// # Errors
/// When it can't be reached.
pub fn open(configuration: &Configuration) -> Result<Store, Failure> {
    if let Storage::Folder(folder) = &configuration.storage {
        make_private(folder)?;
    }
    Store::open(options(configuration)?).map_err(Failure::because(unreachable_data(configuration)))
}

/// Opens data that must be there and up to date, for a command that reads or changes it.
///
/// # Errors
/// When it is not there, or lacks tables of this version.
pub async fn open_ready(configuration: &Configuration) -> Result<Store, Failure> {
    must_exist(configuration)?;
    let store = open(configuration)?;
    let pending = store
        .pending(&contexts::migrations())
        .await
        .map_err(Failure::because(unreachable_data(configuration)))?;
    if pending.is_empty() {
        return Ok(store);
    }
    Err(Failure::Unusable(format!(
        "the database lacks {} changes of this version; `concord migrate` makes them",
        pending.len()
    )))
}

/// Makes a folder that other users of the machine can't look into.
pub(crate) fn make_private(folder: &std::path::Path) -> Result<(), Failure> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let told = format!("the folder `{}` can't be made", folder.display());
    builder.create(folder).map_err(Failure::because(told))
}

/// Opening makes a folder; a slip in `--data` shall not.
pub(crate) fn must_exist(configuration: &Configuration) -> Result<(), Failure> {
    match &configuration.storage {
        Storage::Folder(folder) if !folder.is_dir() => Err(Failure::Unusable(format!(
            "there is no data in `{}`; name the folder with --data, or begin with `concord serve`",
            folder.display()
        ))),
        Storage::Folder(_) | Storage::Postgres(_) => Ok(()),
    }
}

fn unreachable_data(configuration: &Configuration) -> String {
    match &configuration.storage {
        Storage::Folder(folder) => format!("the data in `{}` can't be opened", folder.display()),
        // The address may hold a password.
        Storage::Postgres(_) => "the database at `database_url` can't be reached".to_owned(),
    }
}

/// Puts the program together over open data.
///
/// # Errors
/// When a setting will not do for mail, passkeys or pages.
pub fn assemble(
    configuration: &Configuration,
    store: Store,
    observe: Option<Observe>,
) -> Result<App, Failure> {
    keep_identity(configuration, &store)?;
    let trusted = configuration.clone();
    let options = AppOptions {
        site: Site {
            name: configuration.name.clone(),
            official: configuration.banner.clone(),
            demo: configuration.demo,
            zone: configuration.zone.clone(),
            nav: Vec::new(),
        },
        base_url: configuration.base_url.clone(),
        trusted_proxies: Arc::new(move |proxy| trusted.trusts(proxy)),
        upload_limit: usize::try_from(configuration.upload_limit_bytes).unwrap_or(usize::MAX),
        authenticate: identity::authenticate(),
        observe,
    };
    let contexts = contexts::of(configuration.demo);
    App::new(store, &contexts, options).map_err(Failure::because("the program can't start"))
}

/// Tells the store how logs are kept. Before anything is served or signed.
///
/// # Errors
/// When the second database can't be reached.
pub async fn keep_ledger(configuration: &Configuration, store: &Store) -> Result<(), Failure> {
    let folder = configuration.ledger_folder.clone();
    let folder = folder.unwrap_or_else(|| configuration.data.join("ledger"));
    let keys = match &configuration.ledger_key_secret {
        Some(secret) => KeyPlace::Sealed(secret.clone()),
        None => KeyPlace::Folder(folder.join("keys")),
    };
    let record = match (&configuration.ledger_record, &configuration.storage) {
        (Some(url), _) => {
            let database = Database::Postgres(url.clone(), 4);
            let other = Store::open(Options { database, clock: Clock::System, ids: ids()? });
            let told = "the database at `ledger_record_url` can't be reached";
            let other = other.map_err(Failure::because(told))?;
            RecordPlace::elsewhere(other).await.map_err(Failure::because(told))?
        }
        // Servers that share a folder name it.
        (None, Storage::Postgres(_)) if configuration.ledger_folder.is_none() => {
            RecordPlace::Database
        }
        (None, Storage::Postgres(_) | Storage::Folder(_)) => {
            RecordPlace::Folder(folder.join("record"))
        }
    };
    let host = configuration.base_url.split_once("://").map_or("", |(_, host)| host);
    let seconds = i64::try_from(configuration.ledger_publish_seconds.max(1)).unwrap_or(900);
    let settings = LogSettings::new(host, keys, record);
    store.keep(Arc::new(LogSettings { publish_seconds: seconds, ..settings }));
    Ok(())
}

/// Opens this server's search index and keeps it with the data.
///
/// # Errors
/// When its folder can't be used.
pub fn open_index(
    configuration: &Configuration,
    store: &Store,
) -> Result<Arc<search::Index>, Failure> {
    let home = search::Home::Folder(configuration.data.join("search"));
    let opened = search::Index::open(home);
    let index = Arc::new(opened.map_err(Failure::because("the search index can't be opened"))?);
    store.keep(Arc::clone(&index));
    Ok(index)
}

/// Tells identity about addresses, mail and passwords.
///
/// # Errors
/// When a setting will not do.
pub fn keep_identity(configuration: &Configuration, store: &Store) -> Result<(), Failure> {
    let outlet = match &configuration.mail {
        Mail::Smtp(url) => Outlet::Smtp { url: url.clone() },
        Mail::Folder(folder) => Outlet::Folder(folder.clone()),
    };
    let mail = MailConfig { outlet, from: configuration.mail_from.clone() };
    // A demo's people have no passwords worth guessing, and a laptop should start at once.
    let cost = if configuration.demo { Cost::Least } else { Cost::Owasp };
    let (base_url, name) = (&configuration.base_url, &configuration.name);
    let settings = identity::Settings::new(base_url, name, cost, &mail)
        .map_err(Failure::because("the settings can't be used"))?;
    store.keep(Arc::new(settings));
    Ok(())
}

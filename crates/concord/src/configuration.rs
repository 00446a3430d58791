//! What an installation is told by its file, its environment and its command line.

use std::{
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

use base::{EmailAddress, Private, Zone};

use crate::{
    failure::Failure,
    settings::{SETTINGS, Secret, Setting},
};

mod read;
mod sources;

pub use read::Network;
pub use sources::{Origin, Sources};

/// Where the data lives.
#[derive(Debug, Clone)]
pub enum Storage {
    /// An embedded database in this folder.
    Folder(PathBuf),
    /// A PostgreSQL database, and the folder for what is not in it.
    Postgres(Private<String>),
}

/// Where mail goes.
#[derive(Debug, Clone)]
pub enum Mail {
    /// To a mail server.
    Smtp(Private<String>),
    /// Into a folder, one file each.
    Folder(PathBuf),
}

/// How lines of the log look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Pretty,
    /// One JSON object a line.
    Json,
}

/// Every setting, read and checked.
#[derive(Debug, Clone)]
pub struct Configuration {
    /// Where pages and the API answer.
    pub listen: SocketAddr,
    /// What people type, without a slash at the end.
    pub base_url: String,
    /// What the site calls itself.
    pub name: String,
    /// The time zone outside partnerships.
    pub zone: Zone,
    /// The folder of the installation.
    pub data: PathBuf,
    /// Where the data lives.
    pub storage: Storage,
    /// Where the secrets of the logs are, and the record of what was signed.
    pub ledger_folder: Option<PathBuf>,
    /// What encrypts the secrets of the logs in the database.
    pub ledger_key_secret: Option<Private<[u8; 32]>>,
    /// A second database for the record of what was signed.
    pub ledger_record: Option<Private<String>>,
    /// How often strangers see a new state of the logs.
    pub ledger_publish_seconds: u64,
    /// Where mail goes.
    pub mail: Mail,
    /// Who mail comes from.
    pub mail_from: EmailAddress,
    /// The filter of the log.
    pub log_level: String,
    /// How the log looks.
    pub log_format: LogFormat,
    /// Where Prometheus reads.
    pub metrics_listen: Option<SocketAddr>,
    /// The largest request, in bytes.
    pub upload_limit_bytes: u64,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// The government behind the site.
    pub banner: Option<String>,
    /// How long a shutdown may take.
    pub shutdown_seconds: u64,
    /// Whether this is a demo.
    pub demo: bool,
}

/// One setting as it holds, and who set it.
#[derive(Debug, serde::Serialize)]
pub struct Effective {
    /// The key.
    pub key: &'static str,
    /// The value; dots for a secret, nothing when it is off.
    pub value: Option<String>,
    /// Who set it.
    pub from: String,
}

impl Configuration {
    /// Reads and checks all settings.
    ///
    /// # Errors
    /// When a source can't be read, holds a key that is not one, or a value can't be used.
    pub fn read(sources: &Sources) -> Result<Self, Failure> {
        let given = sources.gather()?;
        let data: PathBuf = given.required("data", read::folder)?;
        let storage = match given.optional("database_url", read::postgres)? {
            Some(url) => Storage::Postgres(Private::new(url)),
            None => Storage::Folder(data.clone()),
        };
        let mail_folder = given.optional("mail_folder", read::folder)?;
        let mail = match given.optional("mail_url", read::smtp)? {
            Some(url) => Mail::Smtp(Private::new(url)),
            None => Mail::Folder(mail_folder.unwrap_or_else(|| data.join("mail"))),
        };
        Ok(Self {
            listen: given.required("listen", read::address)?,
            base_url: given.required("base_url", read::base_url)?,
            name: given.required("name", read::name)?,
            zone: given.required("zone", read::zone)?,
            data,
            storage,
            ledger_folder: given.optional("ledger_folder", read::folder)?,
            ledger_key_secret: given.optional("ledger_key_secret", read::secret)?.map(Private::new),
            ledger_record: given.optional("ledger_record_url", read::postgres)?.map(Private::new),
            ledger_publish_seconds: given.required("ledger_publish_seconds", read::period)?,
            mail,
            mail_from: given.required("mail_from", read::email)?,
            log_level: given.required("log_level", read::log_level)?,
            log_format: given.required("log_format", read::log_format)?,
            metrics_listen: given.optional("metrics_listen", read::address)?,
            upload_limit_bytes: given.required("upload_limit", read::bytes)?,
            trusted_proxies: given.optional("trusted_proxies", read::networks)?.unwrap_or_default(),
            banner: given.optional("banner", read::text)?,
            shutdown_seconds: given.required("shutdown_seconds", read::seconds)?,
            demo: given.required("demo", read::flag)?,
        })
    }

    /// Whether a proxy's word about where a request came from is believed.
    #[must_use]
    pub fn trusts(&self, proxy: IpAddr) -> bool {
        self.trusted_proxies.iter().any(|network| network.holds(proxy))
    }
}

/// Every setting with its value and origin, in the order of the list, without secrets.
///
/// # Errors
/// When a source can't be read or holds a key that is not one.
pub fn effective(sources: &Sources) -> Result<Vec<Effective>, Failure> {
    let given = sources.gather()?;
    let one = |setting: &'static Setting| {
        let (value, from) = match given.value(setting.key) {
            Some((value, origin)) => (Some(value), origin.to_string()),
            None => (setting.default.map(str::to_owned), "default".to_owned()),
        };
        let value = value.map(|value| match setting.secret {
            Secret::Yes => "•••".to_owned(),
            Secret::No => value,
        });
        Effective { key: setting.key, value, from }
    };
    Ok(SETTINGS.iter().map(one).collect())
}

/// The file that is read when nobody names one: only if it is there.
#[must_use]
pub fn usual_file() -> Option<PathBuf> {
    ["concord.toml", "/etc/concord/concord.toml"]
        .iter()
        .map(Path::new)
        .find(|path| path.is_file())
        .map(Path::to_path_buf)
}

#[cfg(test)]
mod tests;

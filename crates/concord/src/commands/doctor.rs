//! `concord doctor`: is everything as it should be, and if not, what to do.

use std::path::Path;

use base::{Date, Zone};
use serde::Serialize;
use store::Store;

use crate::{
    configuration::{Configuration, Mail, Sources, Storage},
    contexts,
    failure::{Failure, told},
    installation,
    out::{self, say},
};

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Grade {
    /// As it should be.
    Well,
    /// It works; something should be looked at.
    Look,
    /// It does not work.
    Failed,
}

/// One check with what it found.
#[derive(Debug, Serialize)]
struct Check {
    name: &'static str,
    grade: Grade,
    found: String,
    /// What to do about it.
    mend: Option<String>,
}

const MEGABYTE: u64 = 1_000_000;
const CLOCK_SECONDS: i64 = 5;

/// Checks everything and tells it.
pub(super) async fn run(sources: &Sources, json: bool) -> Result<(), Failure> {
    let configuration = Configuration::read(sources)?;
    let checks = checks(&configuration).await;
    if json {
        out::json(&checks)?;
    } else {
        for check in &checks {
            let grade = match check.grade {
                Grade::Well => "ok    ",
                Grade::Look => "look  ",
                Grade::Failed => "FAILED",
            };
            say!("{grade}  {:10} {}", check.name, check.found)?;
            if let Some(mend) = &check.mend {
                say!("                    → {mend}")?;
            }
        }
    }
    let failed = checks.iter().any(|check| check.grade == Grade::Failed);
    if failed { Err(Failure::Told) } else { Ok(()) }
}

async fn checks(configuration: &Configuration) -> Vec<Check> {
    let mut checks = vec![folder(configuration), disk(configuration), keys(configuration)];
    let opened =
        installation::must_exist(configuration).and_then(|()| installation::open(configuration));
    match opened {
        Ok(store) => {
            checks.extend(of_data(&store).await);
            checks.push(ledger(configuration, &store).await);
            checks.push(mail(configuration, &store).await);
            checks.push(law(store.clock().now().date_in(&Zone::utc())));
        }
        Err(failure) => {
            let told = failure.story().unwrap_or_default();
            checks.push(failed(
                "database",
                told,
                "set `data` or `database_url`; see `concord config`",
            ));
        }
    }
    checks
}

async fn of_data(store: &Store) -> Vec<Check> {
    if let Err(error) = store.ping().await {
        return vec![failed("database", told(&error), "is the server up, and the address right?")];
    }
    vec![
        well("database", "it answers".to_owned()),
        schema(store).await,
        integrity(store).await,
        clock(store).await,
        jobs(store).await,
    ]
}

async fn schema(store: &Store) -> Check {
    match store.pending(&contexts::migrations()).await {
        Ok(pending) if pending.is_empty() => well(
            "schema",
            format!("{} changes applied, none missing", contexts::migrations().len()),
        ),
        Ok(pending) => failed(
            "schema",
            format!("{} changes are missing: {}", pending.len(), pending.join(", ")),
            "`concord migrate`, or start `concord serve`",
        ),
        Err(error) => failed("schema", told(&error), "restore a backup if this stays"),
    }
}

async fn integrity(store: &Store) -> Check {
    match store.integrity().await {
        Ok(problems) if problems.is_empty() => {
            well("integrity", "the data is whole and the record has no gap".to_owned())
        }
        Ok(problems) => failed(
            "integrity",
            problems.join("; "),
            "stop the servers, keep a copy of the data as it is, and restore the latest backup",
        ),
        Err(error) => failed("integrity", told(&error), "restore a backup if this stays"),
    }
}

async fn clock(store: &Store) -> Check {
    match store.clock_ahead_seconds().await {
        Ok(ahead) if ahead.abs() <= CLOCK_SECONDS => {
            well("clock", format!("{}, the database agrees", store.clock().now().rfc3339()))
        }
        Ok(ahead) => failed(
            "clock",
            format!("the database's clock is {ahead} seconds ahead of this machine's"),
            "let both machines follow a time server (chrony, systemd-timesyncd)",
        ),
        Err(error) => failed("clock", told(&error), "is the database up?"),
    }
}

async fn jobs(store: &Store) -> Check {
    let counts = match store.job_counts().await {
        Ok(counts) => counts,
        Err(error) => return failed("jobs", told(&error), "`concord migrate` makes its table"),
    };
    let of = |state: &str| counts.iter().find(|one| one.state == state).map_or(0, |one| one.count);
    let (waiting, dead) = (of("waiting"), of("dead"));
    let found = format!("{waiting} wait, {dead} failed for good");
    if dead == 0 {
        return well("jobs", found);
    }
    look("jobs", found, "`concord jobs dead` says why, `concord jobs retry --all` tries again")
}

/// Whether the logs go on, and whether what was signed is kept apart from the data.
async fn ledger(configuration: &Configuration, store: &Store) -> Check {
    if let Err(failure) = installation::keep_ledger(configuration, store).await {
        let why = failure.story().unwrap_or_default();
        return failed("ledger", why, "see `ledger_record_url` in `concord config`");
    }
    let logs = match store.logs().await {
        Ok(logs) => logs,
        Err(error) => return failed("ledger", told(&error), "`concord migrate` makes its tables"),
    };
    if let Some((log, halt)) = logs.iter().find_map(|log| Some((log, log.halted?))) {
        return failed("ledger", format!("{} stands still", log.origin), halt.advice());
    }
    let found = format!("{} logs, all go on", logs.len());
    let beside = matches!(configuration.storage, Storage::Postgres(_))
        && configuration.ledger_record.is_none()
        && configuration.ledger_folder.is_none();
    if beside {
        let mend = "set `ledger_record_url` or `ledger_folder`: a copy that the database makes of \
                    itself would bring back what was signed, too";
        return look("ledger", format!("{found}; the record is in the same database"), mend);
    }
    well("ledger", found)
}

/// The rules of law by which decisions are made were read by people, and must be read again in time.
fn law(today: Date) -> Check {
    let overdue: Vec<&str> = policy::overdue(today).map(policy::Rule::as_str).collect();
    if overdue.is_empty() {
        return well("law", format!("each of {} rules was read in time", policy::Rule::ALL.len()));
    }
    look(
        "law",
        format!(
            "{} rules of law should have been read again: {}",
            overdue.len(),
            overdue.join(", ")
        ),
        "let counsel read docs/law.md beside its sources, and install the release that says so",
    )
}

/// Goes as far as sending a letter would: connection, TLS and login, or the folder.
async fn mail(configuration: &Configuration, store: &Store) -> Check {
    if let Err(failure) = installation::keep_identity(configuration, store) {
        let told = failure.story().unwrap_or_default();
        return failed(
            "mail",
            told,
            "see `mail_url`, `mail_from` and `base_url` in `concord config`",
        );
    }
    let tried = match store.extension::<identity::Settings>() {
        Some(settings) => settings.try_mail().await.map_err(|error| told(&error)),
        None => Err("its settings were not kept".to_owned()),
    };
    match (&configuration.mail, tried) {
        (Mail::Smtp(_), Ok(())) => well("mail", "the server takes letters from us".to_owned()),
        (Mail::Smtp(_), Err(why)) => {
            failed("mail", why, "check host, port, name and password in `mail_url`")
        }
        (Mail::Folder(folder), Ok(())) => look(
            "mail",
            format!("nobody gets mail; it is laid down in {}", folder.display()),
            "set `mail_url`, so that invitations and reminders arrive",
        ),
        (Mail::Folder(folder), Err(why)) => failed(
            "mail",
            format!("{}: {why}", folder.display()),
            "let the program write into `mail_folder`",
        ),
    }
}

/// What is in the folder is as secret as the people in it: nobody else on the machine reads it.
fn folder(configuration: &Configuration) -> Check {
    let (name, path) = ("folder", &configuration.data);
    if matches!(configuration.storage, Storage::Postgres(_)) && !path.exists() {
        return well(name, "none is needed with PostgreSQL".to_owned());
    }
    let shown = path.display();
    match open_to_others(path) {
        Err(error) => failed(name, format!("{shown}: {error}"), "name the data folder with `data`"),
        Ok(true) => look(
            name,
            format!("{shown} can be read by other users of this machine"),
            &format!("chmod 700 {shown}"),
        ),
        Ok(false) => well(name, format!("{shown}, closed to other users")),
    }
}

#[cfg(unix)]
fn open_to_others(path: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).map(|found| found.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn open_to_others(path: &Path) -> std::io::Result<bool> {
    std::fs::metadata(path).map(|_found| false)
}

fn disk(configuration: &Configuration) -> Check {
    let path = &configuration.data;
    let free = rustix::fs::statvfs(if path.exists() { path } else { Path::new(".") })
        .map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) / MEGABYTE);
    match free {
        Err(error) => look("disk", format!("free space is not known: {error}"), "see `df`"),
        Ok(free) if free < 100 => {
            failed("disk", format!("{free} MB free"), "make room: changes will soon be refused")
        }
        Ok(free) if free < 1_000 => look("disk", format!("{free} MB free"), "make room soon"),
        Ok(free) => well("disk", format!("{free} MB free")),
    }
}

/// There is no key file: sessions, tokens and links are kept as hashes, and passkeys are bound to
/// the address that people type. So the address is what must not be wrong.
fn keys(configuration: &Configuration) -> Check {
    let url = &configuration.base_url;
    let host = url.split_once("://").map_or("", |(_, host)| host);
    let local = ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| host.starts_with(own));
    if url.starts_with("https://") {
        return well("keys", format!("passkeys are bound to {host}"));
    }
    if local {
        return look(
            "keys",
            format!("{url} works on this machine only"),
            "set `base_url` to the https:// address that people will type",
        );
    }
    failed(
        "keys",
        format!("{url} has no TLS: browsers refuse passkeys and passwords travel in the open"),
        "put a proxy with TLS in front and set `base_url` to its https:// address",
    )
}

fn well(name: &'static str, found: String) -> Check {
    Check { name, grade: Grade::Well, found, mend: None }
}

fn look(name: &'static str, found: String, mend: &str) -> Check {
    Check { name, grade: Grade::Look, found, mend: Some(mend.to_owned()) }
}

fn failed(name: &'static str, found: String, mend: &str) -> Check {
    Check { name, grade: Grade::Failed, found, mend: Some(mend.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_nobody_read_again_are_named() {
        let day = |year| Date::new(year, 1, 1).unwrap();
        let first = law(day(2026));
        assert_eq!(first.grade, Grade::Well, "{}", first.found);
        let late = law(day(2199));
        assert_eq!(late.grade, Grade::Look);
        assert!(late.found.contains(policy::Rule::ALL[0].as_str()), "{}", late.found);
        assert!(late.mend.is_some());
    }
}

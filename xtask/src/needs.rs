//! The programs that tests need besides Rust, and how they are installed.

use std::{
    fs, io,
    io::IsTerminal as _,
    path::{Path, PathBuf},
};

use crate::steps::{Failure, answer, finish, of_file, program, root, say};

/// What the tests are run with.
#[derive(Debug)]
pub struct Needs {
    /// The folder with `initdb` and `postgres`.
    pub postgres: PathBuf,
    /// The browser; `None` when no browser test is wanted.
    pub chromium: Option<PathBuf>,
}

/// Whether the browser tests are to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Yes.
    Wanted,
    /// No.
    Left,
}

/// The oldest PostgreSQL that we support.
const OLDEST: u32 = 14;

/// Finds what the tests need, and installs what is missing.
///
/// # Errors
/// When something is missing and cannot be installed: how to install it by hand.
pub fn prepare(browser: Browser) -> Result<Needs, Failure> {
    let mut missing = Vec::new();
    if postgres().is_none() {
        missing.push("postgresql");
    }
    if browser == Browser::Wanted && chromium().is_none() {
        missing.push("chromium");
    }
    missing.extend(strangers());
    if !missing.is_empty() {
        install(&missing)?;
    }
    let postgres = postgres().ok_or_else(|| {
        Failure(format!(
            "PostgreSQL {OLDEST} or later is not here: install its server and run this again"
        ))
    })?;
    say(&format!("PostgreSQL: {}", postgres.display()));
    if browser == Browser::Left {
        return Ok(Needs { postgres, chromium: None });
    }
    let chromium = chromium().ok_or_else(|| {
        Failure(
            "Chromium is not here: install it, or leave the browser tests out with --no-browser"
                .to_owned(),
        )
    })?;
    say(&format!("Chromium:   {}", chromium.display()));
    node_packages()?;
    Ok(Needs { postgres, chromium: Some(chromium) })
}

/// What is missing of what `verifiers/` runs on.
fn strangers() -> impl Iterator<Item = &'static str> {
    let sumdb = Path::new("/usr/share/gocode/src/golang.org/x/mod/sumdb");
    let there = [
        ("python3", in_path("python3").is_some()),
        ("golang-go", in_path("go").is_some()),
        ("golang-golang-x-mod-dev", sumdb.is_dir()),
    ];
    there.into_iter().filter(|(_, there)| !there).map(|(package, _)| package)
}

/// The folder with PostgreSQL's server programs, the newest first.
#[must_use]
pub fn postgres() -> Option<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = Vec::new();
    for (parent, prefix) in [("/usr/lib/postgresql", ""), ("/usr", "pgsql-")] {
        for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let version = name.strip_prefix(prefix).and_then(|version| version.parse().ok());
            let bin = entry.path().join("bin");
            if let Some(version) = version.filter(|_| bin.join("initdb").is_file()) {
                found.push((version, bin));
            }
        }
    }
    let newest = found.into_iter().filter(|(version, _)| *version >= OLDEST).max();
    newest.map(|(_, bin)| bin).or_else(|| Some(in_path("initdb")?.parent()?.to_owned()))
}

fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        .into_iter()
        .find_map(in_path)
}

fn in_path(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// Installs Debian packages.
fn install(packages: &[&str]) -> Result<(), Failure> {
    let names = packages.join(" ");
    let by_hand = |why: &str| {
        Failure(format!("{names} missing and {why}; install by hand: apt-get install {names}"))
    };
    if in_path("apt-get").is_none() {
        return Err(Failure(format!("{names} missing; install with the packages of your system")));
    }
    let root = answer("id", &["-u"]).is_some_and(|id| id == "0");
    let sudo: &[&str] = if root {
        &[]
    } else if answer("sudo", &["-n", "true"]).is_some() {
        &["sudo", "-n"]
    } else if in_path("sudo").is_some() && io::stdin().is_terminal() {
        &["sudo"]
    } else {
        return Err(by_hand("only root can install packages"));
    };
    say(&format!("installing {names}"));
    let apt = |arguments: &[&str]| {
        let quiet: &[&str] = &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
        let words = [sudo, quiet, arguments].concat();
        let (first, rest) = words.split_first().ok_or_else(|| by_hand("there is no apt-get"))?;
        finish(&mut program(first, rest))
    };
    let arguments = [&["install", "-y", "--no-install-recommends"], packages].concat();
    // The lists of a fresh machine are empty or old: then bring them up and try once more.
    apt(&arguments)
        .or_else(|_| apt(&["update"]).and_then(|()| apt(&arguments)))
        .map_err(|failure| by_hand(&failure.0))
}

/// Installs the browser tests' packages when the lock file is newer than they are.
fn node_packages() -> Result<(), Failure> {
    let folder = root().join("tests/browser");
    if in_path("node").is_none() || in_path("npm").is_none() {
        return Err(Failure(
            "Node and npm are not here: install them, or use --no-browser".to_owned(),
        ));
    }
    let lock = folder.join("package-lock.json");
    let wanted = modified(&lock)?;
    let installed = folder.join("node_modules/.package-lock.json");
    if installed.is_file() && modified(&installed)? >= wanted {
        return Ok(());
    }
    say("installing the packages of tests/browser");
    finish(
        program("npm", &["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder),
    )
}

fn modified(path: &Path) -> Result<std::time::SystemTime, Failure> {
    path.metadata().and_then(|metadata| metadata.modified()).map_err(of_file(path))
}

//! The files that the rules look at, read once.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
    sync::OnceLock,
};

use crate::tidy::rust::Code;

/// The project's files: the text of those that we write, the names of all.
#[derive(Debug, Default)]
pub struct Tree {
    files: BTreeMap<String, File>,
    paths: BTreeSet<String>,
}

/// One text file.
#[derive(Debug)]
pub struct File {
    /// Its place below the root, with `/` between the parts.
    pub path: String,
    /// What it says.
    pub text: String,
    code: OnceLock<Code>,
}

/// What others wrote: there for links, not for our rules.
const FOREIGN: [&str; 3] = ["third_party/", "crates/web/assets/uswds/", "crates/web/assets/htmx/"];

/// Larger files are data.
const MAX_BYTES: u64 = 600_000;

impl Tree {
    /// Reads the folder, except what `.gitignore` names.
    ///
    /// # Errors
    /// When a folder or a file cannot be read.
    pub fn read(root: &Path) -> io::Result<Self> {
        let ignored = Ignored::read(root)?;
        let mut tree = Self::default();
        tree.read_folder(root, "", &ignored)?;
        Ok(tree)
    }

    /// Every text file, by path.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        self.files.values()
    }

    /// The files whose path ends so.
    pub fn ending<'t>(&'t self, end: &'t str) -> impl Iterator<Item = &'t File> {
        self.files().filter(move |file| file.path.ends_with(end))
    }

    /// The program's own Rust files: no tests, benchmarks or test support.
    pub fn sources(&self) -> impl Iterator<Item = &File> {
        self.ending(".rs").filter(|file| file.package().is_some() && !file.is_test())
    }

    /// The file at this path.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    /// Whether there is a file or a folder at this path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        path.is_empty()
            || self.paths.contains(path)
            || self
                .paths
                .range(folder.clone()..)
                .next()
                .is_some_and(|next| next.starts_with(&folder))
    }

    /// The names of the folders in `crates/` that hold a manifest.
    pub fn packages(&self) -> impl Iterator<Item = &str> {
        self.files.keys().filter_map(|path| {
            path.strip_prefix("crates/")?
                .strip_suffix("/Cargo.toml")
                .filter(|name| !name.contains('/'))
        })
    }

    fn read_folder(&mut self, folder: &Path, prefix: &str, ignored: &Ignored) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let path = format!("{prefix}{name}");
            if ignored.holds(&path, &name) {
                continue;
            }
            if entry.file_type()?.is_dir() {
                self.read_folder(&entry.path(), &format!("{path}/"), ignored)?;
                continue;
            }
            let ours = !FOREIGN.iter().any(|foreign| path.starts_with(foreign));
            if ours
                && entry.metadata().is_ok_and(|metadata| metadata.len() <= MAX_BYTES)
                && let Ok(text) = String::from_utf8(fs::read(entry.path())?)
            {
                let file = File { path: path.clone(), text, code: OnceLock::new() };
                self.files.insert(path.clone(), file);
            }
            self.paths.insert(path);
        }
        Ok(())
    }
}

impl File {
    /// The file as Rust.
    pub fn code(&self) -> &Code {
        self.code.get_or_init(|| Code::read(&self.text))
    }

    /// The package of ours that it belongs to.
    #[must_use]
    pub fn package(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split_once('/').map(|(package, _)| package)
    }

    /// The path without its folders.
    #[must_use]
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Whether the name ends in a dot and one of these.
    #[must_use]
    pub fn has_extension(&self, extensions: &[&str]) -> bool {
        self.name().rsplit_once('.').is_some_and(|(_, end)| extensions.contains(&end))
    }

    /// Whether it is `name.rs`, or lies in a folder `name`.
    #[must_use]
    pub fn is_module(&self, name: &str) -> bool {
        self.path.split('/').any(|part| part.strip_suffix(".rs").unwrap_or(part) == name)
    }

    /// Whether it only serves tests, benchmarks and examples.
    #[must_use]
    pub fn is_test(&self) -> bool {
        ["tests", "benches", "examples", "testing"].iter().any(|name| self.is_module(name))
    }

    /// The line, from 1, on which `needle` is first; 1 when it is nowhere.
    #[must_use]
    pub fn line_of(&self, needle: &str) -> usize {
        self.text.lines().position(|line| line.contains(needle)).map_or(1, |line| line + 1)
    }
}

/// The few forms of `.gitignore` lines that this project uses.
struct Ignored(Vec<String>);

impl Ignored {
    fn read(root: &Path) -> io::Result<Self> {
        let text = match fs::read_to_string(root.join(".gitignore")) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error),
        };
        Ok(Self(text.lines().map(|line| line.trim_end_matches('/').to_owned()).collect()))
    }

    fn holds(&self, path: &str, name: &str) -> bool {
        name == ".git"
            || self.0.iter().any(|line| {
                line == name
                    || line.strip_prefix('/') == Some(path)
                    || line
                        .strip_prefix('*')
                        .is_some_and(|end| !end.is_empty() && name.ends_with(end))
            })
    }
}

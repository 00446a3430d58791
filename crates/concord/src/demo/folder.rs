//! The folder that a demo lives in, and the mark that says so: nothing else is ever removed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{failure::Failure, installation::make_private};

/// The file that says that everything in the folder was made up.
const MARK: &str = "made-up-by-concord-demo.txt";
const READY: &str = "ready";

/// What is in the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing: it can be made.
    Nothing,
    /// A whole demo.
    Demo,
    /// A demo whose making was cut off.
    Unfinished,
}

/// A demo's folder.
#[derive(Debug, Clone)]
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// What is there.
    ///
    /// # Errors
    /// When something is there that is no demo.
    pub(super) fn look(&self) -> Result<Found, Failure> {
        if let Ok(mark) = fs::read_to_string(self.0.join(MARK)) {
            let ready = mark.lines().any(|line| line == READY);
            return Ok(if ready { Found::Demo } else { Found::Unfinished });
        }
        let empty = match fs::read_dir(&self.0) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
            Err(error) => {
                let path = self.0.display();
                return Err(Failure::Unusable(format!(
                    "the folder `{path}` can't be read: {error}"
                )));
            }
        };
        if empty {
            return Ok(Found::Nothing);
        }
        Err(Failure::Unusable(format!(
            "the folder `{}` holds something that is no demo; name another one with --data",
            self.0.display()
        )))
    }

    /// Makes it empty and marks it as a demo that is not ready yet.
    pub(super) fn clear(&self) -> Result<(), Failure> {
        // Again, right before: what has no mark stays.
        if self.look()? != Found::Nothing {
            fs::remove_dir_all(&self.0).map_err(Failure::because(self.told("can't be removed")))?;
        }
        make_private(&self.0)?;
        self.mark("Everything in this folder was made up by `concord demo`.\n")
    }

    /// Marks it as whole.
    pub(super) fn finish(&self, seed: u64) -> Result<(), Failure> {
        self.mark(&format!(
            "Everything in this folder was made up by `concord demo --seed {seed}`.\n{READY}\n"
        ))
    }

    fn mark(&self, text: &str) -> Result<(), Failure> {
        fs::write(self.0.join(MARK), text).map_err(Failure::because(self.told("can't be written")))
    }

    fn told(&self, what: &str) -> String {
        format!("the folder `{}` {what}", self.0.display())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("concord-{name}-{}", std::process::id()));
        drop(fs::remove_dir_all(&path));
        path
    }

    #[test]
    fn a_folder_that_is_no_demo_is_neither_used_nor_removed() {
        let path = scratch("not-a-demo");
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join("thesis.txt"), "years of work").unwrap();
        let folder = Folder::at(&path);
        assert!(folder.look().is_err());
        assert!(folder.clear().is_err());
        assert!(path.join("thesis.txt").exists());
        fs::remove_dir_all(path).unwrap();
    }

    #[test]
    fn a_demo_is_whole_only_when_it_was_finished() {
        let folder = Folder::at(&scratch("demo"));
        assert_eq!(folder.look().unwrap(), Found::Nothing);
        folder.clear().unwrap();
        assert_eq!(folder.look().unwrap(), Found::Unfinished);
        folder.finish(7).unwrap();
        assert_eq!(folder.look().unwrap(), Found::Demo);
        folder.clear().unwrap();
        assert_eq!(folder.look().unwrap(), Found::Unfinished);
        fs::remove_dir_all(folder.path()).unwrap();
    }
}

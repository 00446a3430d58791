//! The program that writes and the one that looks.

use std::{
    fmt,
    fs::{File, OpenOptions},
    io::{BufRead as _, BufReader, Write as _},
    mem,
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread::JoinHandle,
};

use super::{Seen, timed};
use crate::steps::{Failure, built, cargo, finish, of_file};

/// How hard a commit waits for the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Level {
    Full,
    Normal,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "full",
            Self::Normal => "normal",
        })
    }
}

/// Where the program lies, and where its acknowledgements are kept.
pub(super) struct Program {
    file: PathBuf,
    acknowledged: PathBuf,
}

impl Program {
    pub(super) fn build(folder: &Path) -> Result<Self, Failure> {
        finish(&mut cargo(&["build", "--quiet", "--package", "store", "--example", "crash"]))?;
        let file = built()?.join("examples/crash");
        Ok(Self { file, acknowledged: folder.join("acknowledged") })
    }

    /// Forgets what was acknowledged, because the data is new.
    pub(super) fn begin_anew(&self) -> Result<(), Failure> {
        File::create(&self.acknowledged).map(drop).map_err(of_file(&self.acknowledged))
    }

    /// Opens the data again and compares it with what was acknowledged.
    pub(super) fn verify(&self, place: &str, level: Level) -> Result<Seen, Failure> {
        let mut child = Command::new(&self.file)
            .args(["verify", place])
            .arg(&self.acknowledged)
            .stdout(Stdio::piped())
            // Losses that must be are not worth a line each.
            .stderr(if level == Level::Full { Stdio::inherit() } else { Stdio::null() })
            .spawn()
            .map_err(of_file(&self.file))?;
        let Some(out) = child.stdout.take() else { return Err(silent()) };
        let mut lines = BufReader::new(out).lines().map_while(Result::ok);
        let (first, ready) = timed(|| lines.next().ok_or_else(silent))?;
        let counts = lines.next().unwrap_or_default();
        let succeeded = child.wait().is_ok_and(|status| status.success());
        if first != "ready" || !succeeded {
            return Err(Failure("the data cannot be opened after a crash".to_owned()));
        }
        let count = |name: &str| -> Result<u64, Failure> {
            let mut pairs = counts.split(' ').filter_map(|pair| pair.split_once('='));
            pairs.find(|(key, _)| *key == name).and_then(|(_, n)| n.parse().ok()).ok_or_else(silent)
        };
        Ok(Seen {
            acknowledged: count("acknowledged")?,
            lost: count("lost")?,
            half: count("half")?,
            unsound: count("unsound")?,
            ready,
        })
    }
}

fn silent() -> Failure {
    Failure("the program that looks for losses said nothing".to_owned())
}

/// A running writer, and what it has acknowledged so far.
pub(super) struct Writer {
    child: Child,
    listener: Option<JoinHandle<()>>,
    changes: Changes,
    kept: Option<Vec<String>>,
    acknowledged: PathBuf,
}

/// What was acknowledged, as it is heard.
type Changes = Arc<Mutex<Vec<String>>>;

impl Writer {
    pub(super) fn start(
        program: &Program,
        place: &str,
        seed: u64,
        level: Level,
    ) -> Result<Self, Failure> {
        let mut command = Command::new(&program.file);
        command.args(["write", place, &seed.to_string()]);
        if level == Level::Normal {
            command.arg("normal");
        }
        // When its disk is gone it complains, and nobody wants to read that.
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(of_file(&program.file))?;
        let Some(out) = child.stdout.take() else { return Err(silent()) };
        let changes = Changes::default();
        let heard = Arc::clone(&changes);
        let listener = Some(std::thread::spawn(move || listen(out, &heard)));
        let acknowledged = program.acknowledged.clone();
        Ok(Self { child, listener, changes, kept: None, acknowledged })
    }

    /// Takes its word for what it has acknowledged until now, and for nothing that comes.
    pub(super) fn hear_no_more(&mut self) {
        let mut changes = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        self.kept.get_or_insert_with(|| mem::take(&mut changes));
    }

    /// Kills it, and keeps all that it acknowledged until its very end, or until it was heard no more.
    pub(super) fn kill(mut self) -> Result<(), Failure> {
        let gone = |error| Failure(format!("the writer cannot be killed: {error}"));
        self.child.kill().map_err(gone)?;
        self.child.wait().map_err(gone)?;
        if self.listener.take().is_none_or(|listener| listener.join().is_err()) {
            return Err(silent());
        }
        self.hear_no_more();
        keep(&self.acknowledged, &self.kept.unwrap_or_default())
    }
}

fn listen(out: ChildStdout, changes: &Changes) {
    for line in BufReader::new(out).lines().map_while(Result::ok) {
        if let Some(change) = line.strip_prefix("done ") {
            changes.lock().unwrap_or_else(PoisonError::into_inner).push(change.to_owned());
        }
    }
}

/// Adds to the acknowledged changes of earlier rounds.
fn keep(file: &Path, changes: &[String]) -> Result<(), Failure> {
    let text: String = changes.iter().flat_map(|change| [change.as_str(), "\n"]).collect();
    OpenOptions::new()
        .append(true)
        .open(file)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(of_file(file))
}

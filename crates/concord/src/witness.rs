//! What a witness remembers, on disk: the last state of each log that it confirmed. It is written
//! down before anybody learns of it, by one request at a time for each log.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use data_encoding::HEXLOWER;
use ledger::{AddCheckpoint, Purpose, Refusal, Seen, SigningKey, VerifierKey};
use sha2::{Digest as _, Sha256};

use crate::{failure::Failure, installation};

/// What was heard of a log that does not fit what was confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It does not continue what was confirmed.
    Forked,
    /// It has fewer entries than were confirmed.
    TakenBack,
}

impl Heard {
    /// What it says to people.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::Forked => "a state that does not continue the confirmed one",
            Self::TakenBack => "a state with fewer entries than were confirmed",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Forked => "forked",
            Self::TakenBack => "taken-back",
        }
    }
}

/// A witness over a folder.
pub struct Witness {
    engine: ledger::Witness,
    verifiers: Vec<VerifierKey>,
    /// One for each log, locked from looking to writing.
    logs: BTreeMap<String, Mutex<Memory>>,
    /// Held as long as the witness lives: two of them would forget what the other one knows.
    _lock: File,
}

/// The last state of one log, and where it is written.
struct Memory {
    file: PathBuf,
    seen: Option<Seen>,
    heard: Option<Heard>,
}

const SEED: usize = 32;

impl Witness {
    /// Opens a witness's folder; makes it, with new keys, when it is not there.
    ///
    /// # Errors
    /// When the folder cannot be used, another witness uses it, or a key is not good.
    pub fn open(folder: &Path, name: &str, logs: Vec<VerifierKey>) -> Result<Self, Failure> {
        installation::make_private(folder)?;
        let told = |path: &Path| Failure::because(format!("`{}` can't be used", path.display()));
        let lock_file = folder.join("lock");
        let lock = File::create(&lock_file).map_err(told(&lock_file))?;
        lock.try_lock().map_err(|_held| {
            Failure::Unusable(format!("another witness uses `{}`", folder.display()))
        })?;
        let seed = seed(&folder.join("seed"))?;
        let key = |purpose, label: &str| {
            let secret: [u8; 32] = Sha256::new_with_prefix(b"concord/witness/v1\n")
                .chain_update(label)
                .chain_update(seed)
                .finalize()
                .into();
            SigningKey::new(name, purpose, &secret)
        };
        let keys =
            [key(Purpose::Cosignature, "ed25519\n"), key(Purpose::MlDsaCosignature, "ml-dsa-44\n")];
        let keys = keys.into_iter().collect::<Result<Vec<_>, _>>();
        let keys = keys.map_err(|error| Failure::Unusable(format!("`{name}`: {error}")))?;
        let verifiers = keys.iter().map(|key| key.verifier().clone()).collect();
        let mut memories = BTreeMap::new();
        for log in &logs {
            let file = folder.join(file_of(log.name()));
            let memory = remembered(&file).map_err(told(&file))?;
            let heard = [Heard::Forked, Heard::TakenBack]
                .into_iter()
                .find(|heard| file.with_extension(heard.name()).exists());
            memories
                .insert(log.name().to_owned(), Mutex::new(Memory { file, seen: memory, heard }));
        }
        Ok(Self {
            engine: ledger::Witness::new(keys, logs),
            verifiers,
            logs: memories,
            _lock: lock,
        })
    }

    /// Its public keys, for those who keep logs.
    #[must_use]
    pub fn verifiers(&self) -> &[VerifierKey] {
        &self.verifiers
    }

    /// The last state of a log that it confirmed.
    #[must_use]
    pub fn remembers(&self, origin: &str) -> Option<Seen> {
        self.logs.get(origin)?.lock().unwrap_or_else(PoisonError::into_inner).seen
    }

    /// Every log with the last state that was confirmed, and what did not fit.
    #[must_use]
    pub fn all(&self) -> Vec<(String, Option<Seen>, Option<Heard>)> {
        let one = |(origin, memory): (&String, &Mutex<Memory>)| {
            let memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
            (origin.clone(), memory.seen, memory.heard)
        };
        self.logs.iter().map(one).collect()
    }

    /// Confirms a state: the lines to answer with, or why not. What is answered is on the disk.
    ///
    /// # Errors
    /// When it cannot be written down; then nothing is confirmed.
    pub fn confirm(
        &self,
        asked: &AddCheckpoint,
        now_seconds: u64,
    ) -> io::Result<Result<String, Refusal>> {
        let origin = &asked.checkpoint.checkpoint().origin;
        let Some(memory) = self.logs.get(origin) else { return Ok(Err(Refusal::UnknownLog)) };
        // Looking, deciding and writing are one step: nobody else can come in between.
        let mut memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = memory.seen.unwrap_or(Seen::NOTHING);
        match self.engine.update(seen, asked, now_seconds) {
            Ok((next, lines)) => {
                if memory.seen != Some(next) {
                    write(&memory.file, format!("{}\n{}\n", next.size, next.root).as_bytes())?;
                    memory.seen = Some(next);
                }
                Ok(Ok(lines.iter().map(ToString::to_string).collect()))
            }
            Err(refusal) => {
                if refusal == Refusal::Inconsistent {
                    memory.keep(&asked.checkpoint.to_string(), Heard::Forked);
                }
                Ok(Err(refusal))
            }
        }
    }

    /// Keeps a state that does not fit what was confirmed: it shows that the log was told in two
    /// ways.
    pub fn heard(&self, origin: &str, note: &[u8], heard: Heard) {
        if let Some(memory) = self.logs.get(origin) {
            let mut memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
            memory.keep(&String::from_utf8_lossy(note), heard);
        }
    }
}

impl Memory {
    fn keep(&mut self, note: &str, heard: Heard) {
        if self.heard.is_none()
            && write(&self.file.with_extension(heard.name()), note.as_bytes()).is_ok()
        {
            self.heard = Some(heard);
        }
    }
}

/// A name of a log is no name of a file.
fn file_of(origin: &str) -> String {
    let hash: [u8; 32] = Sha256::digest(origin.as_bytes()).into();
    format!("{}.seen", HEXLOWER.encode(hash.get(..16).unwrap_or_default()))
}

fn remembered(file: &Path) -> io::Result<Option<Seen>> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let parsed = text.split_once('\n').and_then(|(size, root)| {
        Some(Seen { size: size.parse().ok()?, root: root.trim_end().parse().ok()? })
    });
    parsed
        .map(Some)
        .ok_or_else(|| io::Error::new(ErrorKind::InvalidData, "it is no state of a log"))
}

fn seed(file: &Path) -> Result<[u8; SEED], Failure> {
    let told = || Failure::because(format!("`{}` can't be used", file.display()));
    match fs::read(file) {
        Ok(bytes) => bytes.try_into().map_err(|_length| {
            Failure::Unusable(format!("`{}` is no seed of a witness", file.display()))
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let seed = installation::ids()?.secret();
            write(file, &seed).map_err(told())?;
            Ok(seed)
        }
        Err(error) => Err(told()(error)),
    }
}

/// Writes a file so that it is there whole or not at all, and on the disk.
fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let fresh = file.with_extension("new");
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut to = options.open(&fresh)?;
    to.write_all(bytes)?;
    durable(&to);
    fs::rename(&fresh, file)?;
    durable(&File::open(file.parent().unwrap_or(Path::new(".")))?);
    Ok(())
}

/// When a file does not reach the disk, nobody knows what is there: the process ends.
fn durable(file: &File) {
    if let Err(error) = file.sync_all() {
        tracing::error!(%error, "ending, because what the disk holds is unknown");
        std::process::abort()
    }
}

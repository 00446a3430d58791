//! The secrets of a log: one seed for each partnership, from which its keys follow.

use std::{
    fs,
    io::{ErrorKind, Write as _},
    path::{Path, PathBuf},
};

use aes_gcm::{
    Aes256Gcm, Key, KeyInit as _, Nonce,
    aead::{Aead as _, Payload},
};
use base::Private;
use ledger::{Commitment, Note, Purpose, Salt, SigningKey};
use sha2::{Digest as _, Sha256};

use super::{record::durable, rows};
use crate::{Error, Store, blocking, postgres::Begin, tx::Tx, values};

/// Where the seeds are.
#[derive(Debug, Clone)]
pub enum KeyPlace {
    /// One file each, in a folder that backups of the data leave out.
    Folder(PathBuf),
    /// In the database, encrypted with this secret.
    Sealed(Private<[u8; 32]>),
}

/// The keys of one log.
pub struct Secrets {
    log: [SigningKey; 2],
    exports: SigningKey,
    padding: [u8; 32],
}

const SEED: usize = 32;
const NONCE: usize = 12;

impl Secrets {
    /// The keys that follow from a seed.
    pub(crate) fn of(seed: &[u8; SEED], origin: &str) -> Result<Self, Error> {
        let fault = |error: ledger::Error| Error::Fault(Box::new(error));
        let key = |name: &str, purpose, label| {
            SigningKey::new(name, purpose, &derived(seed, label)).map_err(fault)
        };
        Ok(Self {
            log: [
                key(origin, Purpose::Note, "log/ed25519")?,
                key(origin, Purpose::MlDsaCosignature, "log/ml-dsa-44")?,
            ],
            exports: key(&format!("{origin}/exports"), Purpose::Note, "exports/ed25519")?,
            padding: derived(seed, "padding"),
        })
    }

    /// The public keys, one a line: those of the log, then that of exports.
    #[must_use]
    pub fn verifiers(&self) -> String {
        let keys = self.log.iter().chain([&self.exports]);
        keys.map(|key| key.verifier().to_string() + "\n").collect()
    }

    /// Signs a checkpoint's text with every key of the log.
    pub(crate) fn sign(&self, text: &str, at_seconds: u64) -> Result<Note, ledger::Error> {
        let mut note = Note::new(text)?;
        for key in &self.log {
            note = note.with(key.sign(text, at_seconds)?);
        }
        Ok(note)
    }

    /// Signs a text about an export.
    pub(crate) fn sign_export(&self, text: &str) -> Result<Note, ledger::Error> {
        Ok(Note::new(text)?.with(self.exports.sign(text, 0)?))
    }

    /// The entry that stands for no event at this place. Whoever knows the seed can show it.
    pub(crate) fn padding(&self, place: u64) -> Commitment {
        let hash = Sha256::new_with_prefix(self.padding).chain_update(place.to_be_bytes());
        Commitment::padding(&Salt::new(hash.finalize().into()))
    }
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(…)")
    }
}

/// A secret for one use: the seed is uniform, so that a hash with a label of its own will do.
fn derived(seed: &[u8; SEED], label: &str) -> [u8; 32] {
    Sha256::new_with_prefix(b"concord/log/v1\n")
        .chain_update(label)
        .chain_update(b"\n")
        .chain_update(seed)
        .finalize()
        .into()
}

impl KeyPlace {
    /// The seed of a partnership's log; nothing when there is none here.
    pub(crate) async fn find(
        &self,
        store: &Store,
        partnership: &str,
    ) -> Result<Option<[u8; SEED]>, Error> {
        match self {
            Self::Folder(folder) => {
                let file = file_of(folder, partnership);
                blocking(move || read(&file)).await
            }
            Self::Sealed(secret) => {
                let tx = Tx::unbound(store.session(Begin::Once).await?);
                let row = tx.optional(&rows::KEY, values![partnership]).await?;
                let Some(row) = row else { return Ok(None) };
                let sealed: Vec<u8> = row.get("sealed")?;
                open(secret.expose(), partnership, &sealed).map(Some)
            }
        }
    }

    /// Keeps a new seed, unless another server was first; the one that is kept.
    pub(crate) async fn keep(
        &self,
        store: &Store,
        partnership: &str,
        seed: [u8; SEED],
        nonce: [u8; NONCE],
    ) -> Result<[u8; SEED], Error> {
        match self {
            Self::Folder(folder) => {
                let file = file_of(folder, partnership);
                blocking(move || write(&file, &seed)).await?;
            }
            Self::Sealed(secret) => {
                let sealed = seal(secret.expose(), partnership, nonce, &seed)?;
                let mut tx = Tx::unbound(store.session(Begin::Write).await?);
                tx.execute(&rows::KEEP_KEY, values![partnership, sealed]).await?;
                tx.commit().await?;
            }
        }
        let kept = self.find(store, partnership).await?;
        kept.ok_or_else(|| Error::fault("the key of the log was kept and is not there"))
    }
}

fn file_of(folder: &Path, partnership: &str) -> PathBuf {
    folder.join(format!("{partnership}.key"))
}

fn read(file: &Path) -> Result<Option<[u8; SEED]>, Error> {
    match fs::read(file) {
        Ok(bytes) => {
            let seed = bytes.try_into().ok();
            let told = || Error::fault(format!("{} is no key of a log", file.display()));
            seed.ok_or_else(told).map(Some)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(file, &error)),
    }
}

/// Writes a seed where none is; one that is there stays.
fn write(file: &Path, seed: &[u8]) -> Result<(), Error> {
    let told = |error| unreadable(file, &error);
    let folder = file.parent().unwrap_or(Path::new("."));
    make_private(folder).map_err(told)?;
    let fresh = file.with_extension(format!("new-{}", std::process::id()));
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut to = options.open(&fresh).map_err(told)?;
    to.write_all(seed).map_err(told)?;
    durable(&to, &fresh);
    // Unlike a rename, a link replaces nothing.
    let linked = fs::hard_link(&fresh, file);
    fs::remove_file(&fresh).map_err(told)?;
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(told(error)),
        _ => {}
    }
    let folder_file = fs::File::open(folder).map_err(told)?;
    durable(&folder_file, folder);
    Ok(())
}

/// Makes a folder that other users of the machine can't look into.
pub(crate) fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

pub(crate) fn unreadable(file: &Path, error: &std::io::Error) -> Error {
    Error::Unavailable(format!("{}: {error}", file.display()).into())
}

fn seal(
    secret: &[u8; 32],
    partnership: &str,
    nonce: [u8; NONCE],
    seed: &[u8],
) -> Result<Vec<u8>, Error> {
    let payload = Payload { msg: seed, aad: partnership.as_bytes() };
    let sealed = cipher(secret).encrypt(&Nonce::from(nonce), payload);
    let sealed =
        sealed.map_err(|_opaque| Error::fault("the key of a log could not be encrypted"))?;
    Ok([nonce.as_slice(), &sealed].concat())
}

fn open(secret: &[u8; 32], partnership: &str, sealed: &[u8]) -> Result<[u8; SEED], Error> {
    let parts = sealed.split_first_chunk::<NONCE>();
    let opened = parts.and_then(|(nonce, sealed)| {
        let payload = Payload { msg: sealed, aad: partnership.as_bytes() };
        cipher(secret).decrypt(&Nonce::from(*nonce), payload).ok()
    });
    opened.and_then(|seed| seed.try_into().ok()).ok_or_else(|| {
        Error::fault("the key of a log was encrypted with another secret than `ledger_key_secret`")
    })
}

fn cipher(secret: &[u8; 32]) -> Aes256Gcm {
    Aes256Gcm::new(&Key::<Aes256Gcm>::from(*secret))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_seed_opens_with_its_secret_and_for_its_partnership_only() {
        let sealed = seal(&[1; 32], "par_1", [2; NONCE], &[3; SEED]).unwrap();
        assert_eq!(open(&[1; 32], "par_1", &sealed).unwrap(), [3; SEED]);
        assert!(open(&[9; 32], "par_1", &sealed).is_err());
        assert!(open(&[1; 32], "par_2", &sealed).is_err());
        for at in 0..sealed.len() {
            let mut other = sealed.clone();
            other[at] ^= 1;
            assert!(open(&[1; 32], "par_1", &other).is_err(), "byte {at}");
        }
    }

    #[test]
    fn the_keys_of_a_seed_differ_and_nothing_prints_them() {
        let secrets = Secrets::of(&[1; 32], "log.example/a").unwrap();
        let text = secrets.verifiers();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 3);
        assert!(lines[0] != lines[2] && lines[2].starts_with("log.example/a/exports+"));
        assert_eq!(format!("{secrets:?}"), "Secrets(…)");
        assert_ne!(secrets.padding(1), secrets.padding(2));
    }

    #[test]
    fn a_seed_that_is_there_stays() {
        let folder = std::env::temp_dir().join(format!("concord-keys-{}", std::process::id()));
        let file = file_of(&folder, "par_1");
        assert_eq!(read(&file).unwrap(), None);
        write(&file, &[1; SEED]).unwrap();
        write(&file, &[2; SEED]).unwrap();
        assert_eq!(read(&file).unwrap(), Some([1; SEED]));
        fs::remove_dir_all(folder).unwrap();
    }
}

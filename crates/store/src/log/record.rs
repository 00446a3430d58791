//! The record: the last state that was signed for a log, compared and swapped, and every entry
//! under it. It is in no backup, so that a restored one finds out that it is behind.

use std::{
    fs::{self, File, OpenOptions},
    io::{ErrorKind, Write as _},
    os::unix::fs::FileExt as _,
    path::{Path, PathBuf},
};

use ledger::SignedCheckpoint;

use super::{
    keys::{make_private, unreadable},
    rows,
};
use crate::{Destroyed, Error, Store, blocking, migrate, postgres::Begin, tx::Tx, values};

/// Where the record is.
#[derive(Debug, Clone)]
pub enum RecordPlace {
    /// In a folder: of one server, or shared by those of one installation.
    Folder(PathBuf),
    /// In tables of the database itself that our backups leave out. Copies that the database makes
    /// of itself hold them: then it should be elsewhere.
    Database,
    /// In such tables of another database, for several servers without a folder in common.
    Elsewhere(Store),
}

/// The tables that no backup holds.
pub(crate) const OUTSIDE: &[&str] = &["log_records", "log_record_entries", "log_record_destroyed"];

/// Those tables, as the migration makes them.
const TABLES: [&str; 3] = [
    "CREATE TABLE IF NOT EXISTS log_records (partnership TEXT NOT NULL PRIMARY KEY, \
        checkpoint TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS log_record_entries (partnership TEXT NOT NULL, \
        size BIGINT NOT NULL, entries BLOB NOT NULL, PRIMARY KEY (partnership, size))",
    "CREATE TABLE IF NOT EXISTS log_record_destroyed (partnership TEXT NOT NULL, \
        class TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (partnership, class, id))",
];

/// An entry has so many bytes.
pub(crate) const ENTRY: usize = 32;

/// What became of a swap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Swap {
    Done,
    /// Somebody else signed another state meanwhile.
    Lost,
}

impl RecordPlace {
    /// The record in another database, whose tables are made when they are not there.
    ///
    /// # Errors
    /// When that database cannot be reached.
    pub async fn elsewhere(store: Store) -> Result<Self, Error> {
        let mut tx = Tx::unbound(store.session(Begin::Write).await?);
        for table in TABLES {
            migrate::raw(&mut tx, table).await?;
        }
        tx.commit().await?;
        Ok(Self::Elsewhere(store))
    }

    fn home<'s>(&'s self, store: &'s Store) -> &'s Store {
        match self {
            Self::Elsewhere(other) => other,
            Self::Folder(_) | Self::Database => store,
        }
    }

    /// The last state signed; nothing before the first.
    pub(crate) async fn find(
        &self,
        store: &Store,
        partnership: &str,
    ) -> Result<Option<String>, Error> {
        match self {
            Self::Folder(folder) => {
                let files = Files::of(folder, partnership);
                blocking(move || files.checkpoint()).await
            }
            Self::Database | Self::Elsewhere(_) => {
                let tx = Tx::unbound(self.home(store).session(Begin::Once).await?);
                let row = tx.optional(&rows::RECORD, values![partnership]).await?;
                row.map(|row| row.get("checkpoint")).transpose()
            }
        }
    }

    /// Puts a new state and its entries in place of the old one, if that still stands. Durable when
    /// it returns.
    pub(crate) async fn swap(
        &self,
        store: &Store,
        partnership: &str,
        (old, new): (Option<&str>, &str),
        size: u64,
        entries: Vec<u8>,
    ) -> Result<Swap, Error> {
        match self {
            Self::Folder(folder) => {
                let files = Files::of(folder, partnership);
                let (old, new) = (old.map(str::to_owned), new.to_owned());
                blocking(move || files.swap(old.as_deref(), &new, size, &entries)).await
            }
            Self::Database | Self::Elsewhere(_) => {
                let mut tx = Tx::unbound(self.home(store).session(Begin::Write).await?);
                let changed = match old {
                    None => tx.execute(&rows::FIRST_RECORD, values![partnership, new]).await?,
                    Some(old) => {
                        tx.execute(&rows::SWAP_RECORD, values![partnership, old, new]).await?
                    }
                };
                if changed == 0 {
                    return Ok(Swap::Lost);
                }
                let size = i64::try_from(size).unwrap_or(i64::MAX);
                tx.execute(&rows::RECORD_ENTRIES, values![partnership, size, entries]).await?;
                tx.commit().await?;
                Ok(Swap::Done)
            }
        }
    }

    /// Writes down what is about to be destroyed. Durable when it returns.
    pub(crate) async fn note_destroyed(
        &self,
        store: &Store,
        partnership: &str,
        lines: &[Destroyed],
    ) -> Result<(), Error> {
        match self {
            Self::Folder(folder) => {
                let files = Files::of(folder, partnership);
                let text = lines.iter().map(|Destroyed { class, id }| format!("{class} {id}\n"));
                let text = text.collect::<Vec<_>>().concat();
                blocking(move || files.note_destroyed(&text)).await
            }
            Self::Database | Self::Elsewhere(_) => {
                let mut tx = Tx::unbound(self.home(store).session(Begin::Write).await?);
                let rows = lines.iter().map(|one| values![partnership, one.class, one.id]);
                tx.execute_each(&rows::NOTE_DESTROYED, rows.collect()).await?;
                tx.commit().await
            }
        }
    }

    /// What was ever destroyed.
    pub(crate) async fn destroyed(
        &self,
        store: &Store,
        partnership: &str,
    ) -> Result<Vec<Destroyed>, Error> {
        match self {
            Self::Folder(folder) => {
                let files = Files::of(folder, partnership);
                blocking(move || files.destroyed()).await
            }
            Self::Database | Self::Elsewhere(_) => {
                let tx = Tx::unbound(self.home(store).session(Begin::Once).await?);
                let rows = tx.query(&rows::DESTROYED, values![partnership]).await?;
                rows.iter()
                    .map(|row| Ok(Destroyed { class: row.get("class")?, id: row.get("id")? }))
                    .collect()
            }
        }
    }

    /// The entries from a place up to the state that was signed last.
    pub(crate) async fn entries(
        &self,
        store: &Store,
        partnership: &str,
        from: u64,
    ) -> Result<Vec<u8>, Error> {
        match self {
            Self::Folder(folder) => {
                let files = Files::of(folder, partnership);
                blocking(move || files.entries(from)).await
            }
            Self::Database | Self::Elsewhere(_) => {
                let tx = Tx::unbound(self.home(store).session(Begin::Read).await?);
                let from = i64::try_from(from).unwrap_or(i64::MAX);
                let mut entries = Vec::new();
                for row in tx.query(&rows::ENTRIES_SINCE, values![partnership, from]).await? {
                    let (size, bytes): (i64, Vec<u8>) = (row.get("size")?, row.get("entries")?);
                    let skip = usize::try_from((from - size).max(0)).unwrap_or(0) * ENTRY;
                    entries.extend_from_slice(bytes.get(skip..).unwrap_or_default());
                }
                Ok(entries)
            }
        }
    }
}

/// A record's line of what was destroyed: no class and no identifier has a blank.
fn line(text: &str) -> Option<Destroyed> {
    let (class, id) = text.split_once(' ')?;
    Some(Destroyed { class: class.to_owned(), id: id.to_owned() })
}

/// The files of one log's record. Whoever changes them holds the lock.
struct Files {
    lock: PathBuf,
    checkpoint: PathBuf,
    entries: PathBuf,
    destroyed: PathBuf,
}

impl Files {
    fn of(folder: &Path, partnership: &str) -> Self {
        let file = |ending| folder.join(format!("{partnership}.{ending}"));
        Self {
            lock: file("lock"),
            checkpoint: file("checkpoint"),
            entries: file("entries"),
            destroyed: file("destroyed"),
        }
    }

    fn checkpoint(&self) -> Result<Option<String>, Error> {
        match fs::read_to_string(&self.checkpoint) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(unreadable(&self.checkpoint, &error)),
        }
    }

    fn swap(&self, old: Option<&str>, new: &str, size: u64, entries: &[u8]) -> Result<Swap, Error> {
        let folder = self.lock.parent().unwrap_or(Path::new("."));
        make_private(folder).map_err(|error| unreadable(folder, &error))?;
        let lock = opened(OpenOptions::new().write(true).create(true), &self.lock)?;
        // Let go of when the file is closed, however that comes about.
        lock.lock().map_err(|error| unreadable(&self.lock, &error))?;
        if self.checkpoint()?.as_deref() != old {
            return Ok(Swap::Lost);
        }
        let told = |error| unreadable(&self.entries, &error);
        let file = opened(OpenOptions::new().write(true).create(true), &self.entries)?;
        // What an interrupted swap left behind the last state is written over.
        file.write_all_at(entries, size * ENTRY as u64).map_err(told)?;
        durable(&file, &self.entries);
        let fresh = self.checkpoint.with_extension("new");
        let mut to = opened(OpenOptions::new().write(true).create(true).truncate(true), &fresh)?;
        to.write_all(new.as_bytes()).map_err(|error| unreadable(&fresh, &error))?;
        durable(&to, &fresh);
        fs::rename(&fresh, &self.checkpoint)
            .map_err(|error| unreadable(&self.checkpoint, &error))?;
        durable(&opened(OpenOptions::new().read(true), folder)?, folder);
        Ok(Swap::Done)
    }

    fn note_destroyed(&self, text: &str) -> Result<(), Error> {
        let folder = self.lock.parent().unwrap_or(Path::new("."));
        make_private(folder).map_err(|error| unreadable(folder, &error))?;
        let mut file = opened(OpenOptions::new().append(true).create(true), &self.destroyed)?;
        // One write: what others append stands before or after it.
        file.write_all(text.as_bytes()).map_err(|error| unreadable(&self.destroyed, &error))?;
        durable(&file, &self.destroyed);
        durable(&opened(OpenOptions::new().read(true), folder)?, folder);
        Ok(())
    }

    fn destroyed(&self) -> Result<Vec<Destroyed>, Error> {
        match fs::read_to_string(&self.destroyed) {
            // What a crash cut off was not destroyed either.
            Ok(text) => Ok(text
                .split_inclusive('\n')
                .filter_map(|one| line(one.strip_suffix('\n')?))
                .collect()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(unreadable(&self.destroyed, &error)),
        }
    }

    fn entries(&self, from: u64) -> Result<Vec<u8>, Error> {
        let Some(checkpoint) = self.checkpoint()? else { return Ok(Vec::new()) };
        let signed = SignedCheckpoint::read(checkpoint.as_bytes());
        let signed = signed.map_err(|error| Error::Fault(Box::new(error)))?;
        let count = signed.checkpoint().size.saturating_sub(from);
        let mut bytes = vec![0; usize::try_from(count).unwrap_or(usize::MAX) * ENTRY];
        let file = opened(OpenOptions::new().read(true), &self.entries)?;
        file.read_exact_at(&mut bytes, from * ENTRY as u64)
            .map_err(|error| unreadable(&self.entries, &error))?;
        Ok(bytes)
    }
}

fn opened(options: &OpenOptions, path: &Path) -> Result<File, Error> {
    options.open(path).map_err(|error| unreadable(path, &error))
}

/// Waits until a file is on the disk. When that fails, nobody knows what the disk holds, and asking
/// again would say that all is well: the process ends.
pub(crate) fn durable(file: &File, path: &Path) {
    if let Err(error) = file.sync_all() {
        give_up(&format!("{} did not reach the disk: {error}", path.display()));
    }
}

/// Ends the process at once, without another write.
pub(crate) fn give_up(why: &str) -> ! {
    tracing::error!(why, "ending, because what the disk holds is unknown; start again and look");
    std::process::abort()
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    fn folder(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("concord-record-{name}-{}", std::process::id()))
    }

    fn note(size: u64) -> String {
        let text = format!("log.example/a\n{size}\n{}\n", ledger::Hash::EMPTY);
        let secrets = super::super::Secrets::of(&[1; 32], "log.example/a").unwrap();
        secrets.sign(&text, 1).unwrap().to_string()
    }

    #[test]
    fn only_the_state_that_stands_is_swapped_and_leftovers_are_written_over() {
        let folder = folder("swap");
        let files = Files::of(&folder, "par_1");
        assert_eq!(files.checkpoint().unwrap(), None);
        assert_eq!(files.swap(Some("x"), &note(2), 0, &[1; 64]).unwrap(), Swap::Lost);
        assert_eq!(files.swap(None, &note(2), 0, &[1; 64]).unwrap(), Swap::Done);
        assert_eq!(files.swap(None, &note(3), 0, &[9; 96]).unwrap(), Swap::Lost);
        // As a swap leaves it that was cut off before its checkpoint.
        fs::write(&files.entries, [[1; 64].as_slice(), &[7; 500]].concat()).unwrap();
        assert_eq!(files.swap(Some(&note(2)), &note(4), 2, &[2; 64]).unwrap(), Swap::Done);
        assert_eq!(files.entries(1).unwrap(), [[1; 32].as_slice(), &[2; 64]].concat());
        assert_eq!(files.checkpoint().unwrap(), Some(note(4)));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn of_many_who_swap_at_once_one_wins_each_time() {
        let folder = folder("race");
        let won: usize = thread::scope(|scope| {
            let swap = |_| {
                let folder = &folder;
                scope.spawn(move || {
                    let files = Files::of(folder, "par_1");
                    (0..20_u64)
                        .filter(|n| {
                            let old = n.checked_sub(1).map(|n| note(n + 1));
                            let new = note(n + 1);
                            files.swap(old.as_deref(), &new, *n, &[1; 32]).unwrap() == Swap::Done
                        })
                        .count()
                })
            };
            let all: Vec<_> = (0..4).map(swap).collect();
            all.into_iter().map(|one| one.join().unwrap()).sum()
        });
        let files = Files::of(&folder, "par_1");
        let last = files.checkpoint().unwrap().unwrap();
        let size = SignedCheckpoint::read(last.as_bytes()).unwrap().checkpoint().size;
        assert_eq!(won as u64, size);
        fs::remove_dir_all(folder).unwrap();
    }
}

//! `concord mirror`: a copy of a log of others, checked each time. A log that was taken back or told
//! in two ways is found, and what shows it is kept.

use std::{fs, io::Write as _, path::Path, time::Duration};

use ledger::{Fault, Layer, SignedCheckpoint, TILE_WIDTH, TilePath, Trust, Verified};
use web::Remote;

use super::verify;
use crate::{
    arguments::Mirror,
    failure::Failure,
    out::{say, tell},
};

/// Keeps a copy up to date, once or again and again.
pub(super) async fn run(given: &Mirror) -> Result<(), Failure> {
    let trust = verify::trust_of(given.key.as_deref(), given.policy.as_deref())?;
    loop {
        let done = once(&given.url, &given.folder, &trust).await;
        match (&done, given.every) {
            (Ok(found), _) => {
                let (origin, size) = (&found.latest.origin, found.latest.size);
                say!("ok  `{origin}`: {size} entries, root {}", found.latest.root)?;
            }
            (Err(failure), Some(_)) => tell!("{}", failure.story().unwrap_or_default()),
            (Err(_), None) => {}
        }
        let Some(seconds) = given.every else { return done.map(drop) };
        tokio::time::sleep(Duration::from_secs(seconds.max(1))).await;
    }
}

/// Brings what is new, and checks all of it.
pub(super) async fn once(url: &str, folder: &Path, trust: &Trust) -> Result<Verified, Failure> {
    let mut remote = Remote::at(url).map_err(Failure::because("the log can't be asked"))?;
    let note = fetched(&mut remote, "/checkpoint").await?;
    let told =
        |error: ledger::Error| Failure::Failed(format!("FAULT in {url}/checkpoint: {error}"));
    let signed = SignedCheckpoint::read(&note).map_err(told)?;
    // Nothing is kept that nobody signed.
    trust.check(&signed).map_err(told)?;
    let size = signed.checkpoint().size;
    fs::create_dir_all(folder).map_err(written(folder))?;
    keep_last(folder)?;
    for path in paths(size) {
        let file = folder.join(path.to_string());
        if !file.exists() {
            let bytes = fetched(&mut remote, &format!("/{path}")).await?;
            write(&file, &bytes)?;
        }
    }
    let before = fs::read(folder.join("checkpoint")).ok();
    write(&folder.join("checkpoint"), &note)?;
    verify::folder(folder, trust).map_err(|fault| {
        let kept = shows(folder, size, &note, before.as_deref());
        let Fault { place, error } = fault;
        Failure::Failed(format!("FAULT in {place}: {error}{kept}"))
    })
}

/// Everything that a log of this size is made of.
fn paths(size: u64) -> Vec<TilePath> {
    let mut all = Vec::new();
    for index in 0..size.div_ceil(TILE_WIDTH) {
        all.extend(TilePath::of_tree(Layer::Entries, index, size));
    }
    for level in 0..8 {
        let layer = Layer::Hashes(level);
        all.extend((0..).map_while(|index| TilePath::of_tree(layer, index, size)));
    }
    all
}

/// The state that was kept last must still be continued by the next one.
fn keep_last(folder: &Path) -> Result<(), Failure> {
    let last = folder.join("checkpoint");
    let Ok(bytes) = fs::read(&last) else { return Ok(()) };
    let told = |error| Failure::Failed(format!("`{}`: {error}", last.display()));
    let size = SignedCheckpoint::read(&bytes).map_err(told)?.checkpoint().size;
    let kept = folder.join(format!("checkpoint.{size}"));
    if kept.exists() { Ok(()) } else { write(&kept, &bytes) }
}

/// Keeps the state that does not fit beside the copy, which stays as it was.
fn shows(folder: &Path, size: u64, note: &[u8], before: Option<&[u8]>) -> String {
    let Some(before) = before else { return String::new() };
    let kept = folder.join(format!("split.{size}"));
    let done = write(&kept, note).and_then(|()| write(&folder.join("checkpoint"), before));
    match done {
        Ok(()) => format!("; what shows it is kept as `{}`", kept.display()),
        Err(failure) => format!("; {}", failure.story().unwrap_or_default()),
    }
}

async fn fetched(remote: &mut Remote, path: &str) -> Result<Vec<u8>, Failure> {
    match remote.get(path).await {
        Ok((200, bytes)) => Ok(bytes.to_vec()),
        Ok((404, _)) => Err(Failure::Failed(format!("the log has no `{path}`, or is not open"))),
        Ok((status, _)) => Err(Failure::Failed(format!("`{path}` was answered with {status}"))),
        Err(error) => Err(Failure::because("the log does not answer")(error)),
    }
}

/// Writes a file so that it is there whole or not at all.
fn write(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(written(folder))?;
    let fresh = folder.join(".new");
    let mut to = fs::File::create(&fresh).map_err(written(&fresh))?;
    to.write_all(bytes).and_then(|()| to.sync_all()).map_err(written(&fresh))?;
    fs::rename(&fresh, file).map_err(written(file))
}

fn written(path: &Path) -> impl FnOnce(std::io::Error) -> Failure {
    Failure::because(format!("`{}` can't be written", path.display()))
}

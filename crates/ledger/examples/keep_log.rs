//! Keeps the lines of a text file as a log in a folder, and adds to it when run again:
//! `cargo run -p ledger --example keep_log -- LICENSE a-log`, then
//! `concord verify a-log --key a-log/key`.

use std::{error::Error, fs, io::Write as _, path::Path};

use ledger::{Edge, Note, Purpose, SignedCheckpoint, SigningKey, TilePath};

const ORIGIN: &str = "log.example/lines";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, folder] = arguments.as_slice() else {
        return Err("which file, and which folder?".into());
    };
    let folder = Path::new(folder);
    // Everybody knows this secret: a log that matters has one of its own.
    let key = SigningKey::new(ORIGIN, Purpose::Note, &[1; 32])?;

    let read = |path: &TilePath| Ok(fs::read(folder.join(path.to_string())).ok());
    let edge = match fs::read(folder.join("checkpoint")) {
        Ok(signed) => Edge::resume(SignedCheckpoint::read(&signed)?.checkpoint(), &read)?,
        Err(_) => Edge::empty(),
    };
    let text = fs::read_to_string(file)?;
    let batch = edge.append(text.lines())?;
    for (path, bytes) in batch.files() {
        write(&folder.join(path.to_string()), bytes)?;
    }
    let edge = batch.written();
    let text = edge.checkpoint(ORIGIN).to_string();
    let note = Note::new(text.clone())?.with(key.sign(&text, 0)?);
    write(&folder.join(format!("checkpoint.{}", edge.size())), note.to_string().as_bytes())?;
    write(&folder.join("checkpoint"), note.to_string().as_bytes())?;
    write(&folder.join("key"), format!("{}\n", key.verifier()).as_bytes())?;
    writeln!(std::io::stdout(), "{} entries, root {}", edge.size(), edge.root())?;
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    Ok(fs::write(path, bytes)?)
}

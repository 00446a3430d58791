//! An exported file against its detached signature, and against its event in the log.

use data_encoding::HEXLOWER;
use ledger::{Canonical, Error, Fault, Note};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::Keys;
use crate::{arguments::Verify, failure::Failure, out::say};

/// An export that holds.
pub(super) struct Export {
    origin: String,
    name: String,
    at: String,
    /// Whether its event in the log says the same.
    logged: bool,
}

/// What the first line of the signed text says.
const FIRST: &str = "concord/export/v1";

/// Checks that a file is the one that was signed, and that the receipt's event is of this file.
pub(super) fn check(
    given: &Verify,
    keys: &Keys,
    (file, note): (&[u8], &[u8]),
    event: Option<&Canonical>,
) -> Result<Export, Fault> {
    let place = |path: &Option<std::path::PathBuf>| {
        path.as_ref().map(|path| path.display().to_string()).unwrap_or_default()
    };
    let signature = place(&given.signature);
    let wrong = |error| Fault { place: signature.clone(), error };
    let note = Note::read(note).map_err(wrong)?;
    let lines: Vec<&str> = note.text().lines().collect();
    let field =
        |name: &str| lines.iter().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    let (Some(first), Some(origin), Some(name), Some(hash), Some(at)) =
        (lines.first(), field("log"), field("file"), field("sha256"), field("at"))
    else {
        return Err(wrong(malformed("it lacks a line")));
    };
    if *first != FIRST {
        return Err(wrong(malformed("its first line is another")));
    }
    let by = format!("{origin}/exports");
    let key = keys.exports.iter().find(|key| key.name() == by);
    let key = key.ok_or_else(|| wrong(Error::NotSigned(by.clone())))?;
    key.check(&note).map_err(wrong)?.ok_or_else(|| wrong(Error::NotSigned(by)))?;
    let found = HEXLOWER.encode(&Sha256::digest(file));
    if found != hash {
        let error = malformed("the file has another SHA-256: it was changed after it was signed");
        return Err(Fault { place: place(&given.export), error });
    }
    let logged = event.is_some();
    if let Some(event) = event {
        let value: Option<serde_json::Value> = serde_json::from_str(event.as_str()).ok();
        let said = value.as_ref().and_then(|event| event.pointer("/body/sha256")?.as_str());
        if said != Some(hash) {
            let error = malformed("its event is of another file");
            return Err(Fault { place: place(&given.receipt), error });
        }
    }
    let (origin, name, at) = (origin.to_owned(), name.to_owned(), at.to_owned());
    Ok(Export { origin, name, at, logged })
}

const fn malformed(why: &'static str) -> Error {
    Error::Malformed { what: "signature of this export", why }
}

impl Export {
    pub(super) fn tell(&self) -> Result<(), Failure> {
        let Self { origin, name, at, logged } = self;
        say!("ok  export `{name}`: signed at {at} for `{origin}`, unchanged")?;
        if *logged {
            say!("ok  the log holds that it was made")?;
        }
        Ok(())
    }

    pub(super) fn to_json(&self) -> serde_json::Value {
        json!({ "origin": self.origin, "file": self.name, "at": self.at, "logged": self.logged })
    }
}

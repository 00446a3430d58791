//! Whether a receipt, or a kept state of the log, holds: what can be said from the file alone. No I/O.

use ledger::{Checkpoint, Opening, Proof, SignedCheckpoint, Trust, VerifierKey};

base::words! {
    /// Why a file does not hold.
    pub enum Wrong {
        /// It is neither a receipt nor a state of a log.
        Form = "form",
        /// It belongs to another log.
        OtherLog = "other_log",
        /// The log's keys have not signed it.
        NotSigned = "not_signed",
        /// It has no event, or one that nobody can read.
        NoEvent = "no_event",
        /// The event is not the one that the log holds at that place.
        Altered = "altered",
        /// The log never had this state.
        NotOurs = "not_ours",
    }
}

/// What a file says, as far as it can be checked alone.
#[derive(Debug, Clone)]
pub(crate) enum Paper {
    /// A receipt: an event and its place, under a state.
    Receipt { proof: Box<Proof>, opening: Opening },
    /// A state of the log that somebody kept.
    Kept(SignedCheckpoint),
}

impl Paper {
    /// Reads a file and checks its signatures, and that its event is at its place under its state.
    pub(crate) fn read(file: &[u8], keys: &[VerifierKey]) -> Result<Self, Wrong> {
        let Ok(text) = std::str::from_utf8(file) else { return Err(Wrong::Form) };
        // A form ends lines in its own way, and a pasted text often lacks the end of the last one.
        let text = format!("{}\n", text.replace("\r\n", "\n").trim_end());
        if let Ok(proof) = text.parse::<Proof>() {
            believed(&proof.checkpoint, keys)?;
            let extra = proof.extra.as_deref().ok_or(Wrong::NoEvent)?;
            let opening = Opening::read(extra).map_err(|_unreadable| Wrong::NoEvent)?;
            proof.check(opening.commitment().as_bytes()).map_err(|_elsewhere| Wrong::Altered)?;
            return Ok(Self::Receipt { proof: Box::new(proof), opening });
        }
        let signed = SignedCheckpoint::read(text.as_bytes()).map_err(|_unreadable| Wrong::Form)?;
        believed(&signed, keys)?;
        Ok(Self::Kept(signed))
    }

    /// The state that it stands under.
    pub(crate) fn checkpoint(&self) -> &Checkpoint {
        self.signed().checkpoint()
    }

    pub(crate) fn signed(&self) -> &SignedCheckpoint {
        match self {
            Self::Receipt { proof, .. } => &proof.checkpoint,
            Self::Kept(signed) => signed,
        }
    }
}

fn believed(signed: &SignedCheckpoint, keys: &[VerifierKey]) -> Result<(), Wrong> {
    let origin = &signed.checkpoint().origin;
    if keys.iter().any(|key| key.name() != origin) {
        return Err(Wrong::OtherLog);
    }
    let trust = Trust { keys: keys.to_vec(), policy: None };
    trust.check(signed).map(drop).map_err(|_unsigned| Wrong::NotSigned)
}

#[cfg(test)]
mod tests {
    use ledger::{Canonical, Edge, Note, Purpose, Salt, SigningKey, TilePath, Tree};

    use super::*;

    fn key(secret: u8) -> SigningKey {
        SigningKey::new("log.example/a", Purpose::Note, &[secret; 32]).unwrap()
    }

    fn opening(text: &str) -> Opening {
        Opening { salt: Salt::new([7; 32]), event: Canonical::parse(text).unwrap() }
    }

    fn receipt() -> Proof {
        let entries = [opening("1"), opening("2"), opening(r#"{"kind":"agreement.signed"}"#)];
        let batch = Edge::empty().append(entries.iter().map(Opening::commitment)).unwrap();
        let files: std::collections::BTreeMap<_, _> = batch.files().iter().cloned().collect();
        let read = |path: &TilePath| Ok(files.get(path).cloned());
        let text = batch.written().checkpoint("log.example/a").to_string();
        let note = Note::new(text.clone()).unwrap().with(key(1).sign(&text, 0).unwrap());
        Proof {
            extra: Some(entries[2].to_bytes()),
            index: 2,
            hashes: Tree::new(3, &read).inclusion(2).unwrap(),
            checkpoint: SignedCheckpoint::read(note.to_string().as_bytes()).unwrap(),
        }
    }

    fn wrong(text: &str) -> Option<Wrong> {
        Paper::read(text.as_bytes(), &[key(1).verifier().clone()]).err()
    }

    #[test]
    fn a_receipt_and_the_state_under_it_hold() {
        let text = receipt().to_string();
        assert_eq!(wrong(&text), None);
        assert_eq!(wrong(&text.replace('\n', "\r\n")), None);
        assert_eq!(wrong(receipt().checkpoint.to_string().trim_end()), None);
    }

    #[test]
    fn each_way_to_alter_it_is_told_apart() {
        let proof = receipt();
        let text = proof.to_string();
        assert_eq!(wrong("hello"), Some(Wrong::Form));
        let other = Proof { extra: Some(opening("3").to_bytes()), ..proof.clone() };
        assert_eq!(wrong(&other.to_string()), Some(Wrong::Altered));
        assert_eq!(wrong(&text.replace("index 2", "index 1")), Some(Wrong::Altered));
        let without = Proof { extra: None, ..proof.clone() };
        assert_eq!(wrong(&without.to_string()), Some(Wrong::NoEvent));
        let keys = [key(2).verifier().clone()];
        assert_eq!(Paper::read(text.as_bytes(), &keys).err(), Some(Wrong::NotSigned));
        let elsewhere = SigningKey::new("log.example/b", Purpose::Note, &[1; 32]).unwrap();
        let keys = [elsewhere.verifier().clone()];
        assert_eq!(Paper::read(text.as_bytes(), &keys).err(), Some(Wrong::OtherLog));
        assert_eq!(wrong(&text.replace("\n3\n", "\n4\n")), Some(Wrong::NotSigned));
    }
}

//! Keys that sign notes, and keys that check them (C2SP signed-note, tlog-cosignature).

use std::{fmt, str::FromStr};

use data_encoding::{BASE64, HEXLOWER};
use ed25519_dalek::Signer as _;
use ml_dsa::{EncodedSignature, EncodedVerifyingKey, Keypair as _, MlDsa44};
use sha2::{Digest as _, Sha256};

use crate::{
    Checkpoint, Error, Note,
    note::{self, Signature},
};

/// What a key signs. The number is that of the specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Ed25519 over the text of any note: how a log signs its checkpoints.
    Note = 0x01,
    /// Ed25519 over a checkpoint and the time at which it was seen: how a witness signs.
    Cosignature = 0x04,
    /// ML-DSA-44 over a checkpoint and the time at which it was seen: for both.
    MlDsaCosignature = 0x06,
}

/// Checks the signatures of one key. Written as a line `name+number+base64`, a *vkey*.
#[derive(Debug, Clone, PartialEq)]
pub struct VerifierKey {
    name: String,
    purpose: Purpose,
    public: Public,
}

#[derive(Debug, Clone, PartialEq)]
enum Public {
    Ed25519(ed25519_dalek::VerifyingKey),
    MlDsa(Box<ml_dsa::VerifyingKey<MlDsa44>>),
}

/// A signature that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// When it was made, in seconds since 1970, if such signatures say so.
    pub at_seconds: Option<u64>,
}

impl VerifierKey {
    /// Whose key it is: a log's origin, or a witness's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it signs.
    #[must_use]
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// Checks every signature of this key on a note. Nothing when the key has not signed.
    ///
    /// # Errors
    /// When a signature that names this key is not by it.
    pub fn check(&self, note: &Note) -> Result<Option<Checked>, Error> {
        let number = self.number();
        let ours = |line: &&Signature| line.name == self.name && line.key == number;
        let mut checked = None;
        for line in note.signatures().iter().filter(ours) {
            let found = self.check_line(note.text(), line);
            checked = Some(found.ok_or_else(|| Error::WrongSignature(self.name.clone()))?);
        }
        Ok(checked)
    }

    fn check_line(&self, text: &str, line: &Signature) -> Option<Checked> {
        let (at_seconds, signature) = match self.purpose {
            Purpose::Note => (None, line.bytes.as_slice()),
            Purpose::Cosignature | Purpose::MlDsaCosignature => {
                let (at, signature) = line.bytes.split_first_chunk()?;
                (Some(u64::from_be_bytes(*at)), signature)
            }
        };
        let message = message(self.purpose, &self.name, text, at_seconds.unwrap_or(0))?;
        let holds = match &self.public {
            Public::Ed25519(key) => {
                let signature = ed25519_dalek::Signature::from_slice(signature).ok()?;
                key.verify_strict(&message, &signature).is_ok()
            }
            Public::MlDsa(key) => {
                let signature = EncodedSignature::<MlDsa44>::try_from(signature).ok()?;
                key.verify_with_context(&message, &[], &ml_dsa::Signature::decode(&signature)?)
            }
        };
        holds.then_some(Checked { at_seconds })
    }

    /// The number that signatures name the key by.
    fn number(&self) -> u32 {
        let hash: [u8; 32] = Sha256::new_with_prefix(&self.name)
            .chain_update([b'\n', self.purpose as u8])
            .chain_update(self.public_bytes())
            .finalize()
            .into();
        let [a, b, c, d, ..] = hash;
        u32::from_be_bytes([a, b, c, d])
    }

    /// The public key alone.
    pub(crate) fn public_bytes(&self) -> Vec<u8> {
        match &self.public {
            Public::Ed25519(key) => key.as_bytes().to_vec(),
            Public::MlDsa(key) => key.encode().to_vec(),
        }
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = HEXLOWER.encode(&self.number().to_be_bytes());
        let material = [&[self.purpose as u8], self.public_bytes().as_slice()].concat();
        write!(f, "{}+{number}+{}", self.name, BASE64.encode(&material))
    }
}

impl FromStr for VerifierKey {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let parse = || {
            let (name, rest) = text.split_once('+').filter(|(name, _)| note::is_name(name))?;
            let (_, material) = rest.split_once('+')?;
            let material = BASE64.decode(material.as_bytes()).ok()?;
            let (purpose, public) = match material.split_first()? {
                (0x01, public) => (Purpose::Note, ed25519(public)?),
                (0x04, public) => (Purpose::Cosignature, ed25519(public)?),
                (0x06, public) => (Purpose::MlDsaCosignature, ml_dsa_44(public)?),
                _ => return None,
            };
            let key = Self { name: name.to_owned(), purpose, public };
            // The number follows from the rest, and must be the one that is written.
            (key.to_string() == text).then_some(key)
        };
        parse().ok_or(Error::malformed(
            "key",
            "`name+number+base64` is expected; see c2sp.org/signed-note",
        ))
    }
}

fn ed25519(public: &[u8]) -> Option<Public> {
    let key = ed25519_dalek::VerifyingKey::from_bytes(public.try_into().ok()?).ok()?;
    Some(Public::Ed25519(key))
}

fn ml_dsa_44(public: &[u8]) -> Option<Public> {
    let encoded = EncodedVerifyingKey::<MlDsa44>::try_from(public).ok()?;
    Some(Public::MlDsa(Box::new(ml_dsa::VerifyingKey::decode(&encoded))))
}

/// Signs notes. The same text and time give the same signature: no chance is needed.
pub struct SigningKey {
    verifier: VerifierKey,
    secret: Secret,
}

enum Secret {
    Ed25519(Box<ed25519_dalek::SigningKey>),
    MlDsa(Box<ml_dsa::SigningKey<MlDsa44>>),
}

impl SigningKey {
    /// The key that this secret gives for a name and a purpose. A secret must serve only one of them.
    ///
    /// # Errors
    /// When a key may not be named so.
    pub fn new(
        name: impl Into<String>,
        purpose: Purpose,
        secret: &[u8; 32],
    ) -> Result<Self, Error> {
        let name = name.into();
        if !note::is_name(&name) {
            return Err(Error::malformed("name of a key", "it is empty or has a space or plus"));
        }
        let (secret, public) = match purpose {
            Purpose::Note | Purpose::Cosignature => {
                let secret = ed25519_dalek::SigningKey::from_bytes(secret);
                let public = Public::Ed25519(secret.verifying_key());
                (Secret::Ed25519(Box::new(secret)), public)
            }
            Purpose::MlDsaCosignature => {
                let secret = ml_dsa::SigningKey::from_seed(&(*secret).into());
                let public = Public::MlDsa(Box::new(secret.verifying_key()));
                (Secret::MlDsa(Box::new(secret)), public)
            }
        };
        Ok(Self { verifier: VerifierKey { name, purpose, public }, secret })
    }

    /// The key that checks what this one signs.
    #[must_use]
    pub fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }

    /// Signs a note's text at an instant, in seconds since 1970; a [`Purpose::Note`] key does not
    /// look at the instant.
    ///
    /// # Errors
    /// When the key signs checkpoints only, and the text is none.
    pub fn sign(&self, text: &str, at_seconds: u64) -> Result<Signature, Error> {
        let VerifierKey { name, purpose, .. } = &self.verifier;
        let message = message(*purpose, name, text, at_seconds);
        let message = message.ok_or(Error::malformed("checkpoint", "it cannot be cosigned"))?;
        let made = match &self.secret {
            Secret::Ed25519(key) => key.sign(&message).to_bytes().to_vec(),
            Secret::MlDsa(key) => {
                let made = key.expanded_key().sign_deterministic(&message, &[]);
                let made =
                    made.ok().ok_or(Error::malformed("checkpoint", "ML-DSA gave up on it"))?;
                made.encode().to_vec()
            }
        };
        let bytes = match purpose {
            Purpose::Note => made,
            Purpose::Cosignature | Purpose::MlDsaCosignature => {
                [&at_seconds.to_be_bytes(), made.as_slice()].concat()
            }
        };
        Ok(Signature { name: name.clone(), key: self.verifier.number(), bytes })
    }
}

/// The bytes that a signature is made over; nothing when such a text cannot be signed so.
fn message(purpose: Purpose, name: &str, text: &str, at_seconds: u64) -> Option<Vec<u8>> {
    // "It MUST NOT exceed 2^63 - 1."
    i64::try_from(at_seconds).ok()?;
    match purpose {
        Purpose::Note => Some(text.into()),
        Purpose::Cosignature => {
            text.parse::<Checkpoint>().ok()?;
            Some(format!("cosignature/v1\ntime {at_seconds}\n{text}").into_bytes())
        }
        Purpose::MlDsaCosignature => {
            let Checkpoint { origin, size, root, .. } = text.parse().ok()?;
            let mut message = b"subtree/v1\n\0".to_vec();
            message.push(u8::try_from(name.len()).ok()?);
            message.extend(name.as_bytes());
            message.extend(at_seconds.to_be_bytes());
            message.push(u8::try_from(origin.len()).ok()?);
            message.extend(origin.as_bytes());
            // The whole tree: from entry 0 to the last.
            message.extend(0_u64.to_be_bytes());
            message.extend(size.to_be_bytes());
            message.extend(root.as_bytes());
            Some(message)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of C2SP signed-note.
    const KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    const NOTE: &str = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1Y\
        Eq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    #[test]
    fn the_example_of_the_specification_is_verified() {
        let key: VerifierKey = KEY.parse().unwrap();
        assert_eq!(key.to_string(), KEY);
        let note = Note::read(NOTE.as_bytes()).unwrap();
        assert_eq!(key.check(&note), Ok(Some(Checked { at_seconds: None })));
        let other = NOTE.replace("example message", "example massage");
        let wrong = Err(Error::WrongSignature("example.com/foo".to_owned()));
        assert_eq!(key.check(&Note::read(other.as_bytes()).unwrap()), wrong);
        let stranger = NOTE.replace("/foo Uw2", "/foo Vw2");
        assert_eq!(key.check(&Note::read(stranger.as_bytes()).unwrap()), Ok(None));
    }

    #[test]
    fn a_key_whose_number_is_not_its_own_is_refused() {
        for wrong in [
            KEY.replace("530d903a", "530d903b"),
            KEY.replace("530d903a", "530D903A"),
            KEY.replace("+Aek", "+Bek"),
            KEY.replace("+Aek", "+/ek"),
            KEY.replace("3U2k", "3U2"),
            KEY.replace('+', " "),
            String::new(),
        ] {
            assert!(wrong.parse::<VerifierKey>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn each_kind_of_key_verifies_what_it_signs_and_nothing_else() {
        let text = format!("example.com/log\n7\n{}\n", crate::Hash::leaf(b"x"));
        for purpose in [Purpose::Note, Purpose::Cosignature, Purpose::MlDsaCosignature] {
            let key = SigningKey::new("example.com/log", purpose, &[5; 32]).unwrap();
            let line = key.sign(&text, 1_790_000_000).unwrap();
            let note = Note::new(text.clone()).unwrap().with(line.clone());
            let reread: VerifierKey = key.verifier().to_string().parse().unwrap();
            let at_seconds = (purpose != Purpose::Note).then_some(1_790_000_000);
            assert_eq!(reread.check(&note), Ok(Some(Checked { at_seconds })));
            // Each byte of it counts; ML-DSA has too many to try them all every day.
            for at in (0..line.bytes.len()).step_by(1 + line.bytes.len() / 100) {
                let mut wrong = line.clone();
                wrong.bytes[at] ^= 0x10;
                let note = Note::new(text.clone()).unwrap().with(wrong);
                assert!(reread.check(&note).is_err(), "{purpose:?}, byte {at}");
            }
            let longer = text.replace("\n7\n", "\n8\n");
            assert!(reread.check(&Note::new(longer).unwrap().with(line)).is_err());
            assert!(key.sign("no checkpoint\n", 1).is_err() || purpose == Purpose::Note);
        }
    }
}

//! Whose word makes a checkpoint good (C2SP tlog-policy).

use crate::{Checked, Error, Purpose, SignedCheckpoint, VerifierKey};

/// Which logs are accepted, and which witnesses must have confirmed a checkpoint.
#[derive(Debug, Clone)]
pub struct Policy {
    logs: Vec<VerifierKey>,
    /// Witnesses and groups, each after those that it names.
    members: Vec<Member>,
    quorum: Quorum,
}

#[derive(Debug, Clone)]
struct Member {
    name: Vec<u8>,
    kind: Kind,
    /// Whether a group has it already.
    taken: bool,
}

#[derive(Debug, Clone)]
enum Kind {
    Witness(VerifierKey),
    Group { at_least: usize, of: Vec<usize> },
}

#[derive(Debug, Clone, Copy)]
enum Quorum {
    None,
    Member(usize),
}

/// A witness that confirmed a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnessed {
    /// The name of its key.
    pub by: String,
    /// When, in seconds since 1970.
    pub at_seconds: u64,
}

impl Policy {
    /// Reads a policy file.
    ///
    /// # Errors
    /// The first line that is not of the form that the specification gives.
    pub fn read(file: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::default();
        let whole = file.strip_suffix(b"\n").unwrap_or(file);
        let mut line = 0;
        for text in whole.split(|byte| *byte == b'\n') {
            line += 1;
            reader.line(text).map_err(|why| Error::Line { line, why })?;
        }
        let Reader { logs, members, quorum } = reader;
        let quorum = quorum.ok_or(Error::Line { line, why: "the quorum line is missing" })?;
        Ok(Self { logs, members, quorum })
    }

    /// Whether the policy names the logs that it accepts.
    #[must_use]
    pub fn names_logs(&self) -> bool {
        !self.logs.is_empty()
    }

    /// Checks that a checkpoint is signed by an accepted log, if the policy names any, and confirmed
    /// by a quorum. Tells which of the witnesses confirmed it.
    ///
    /// # Errors
    /// When a signature is missing or wrong, or there is no quorum.
    pub fn check(&self, signed: &SignedCheckpoint) -> Result<Vec<Witnessed>, Error> {
        let origin = &signed.checkpoint().origin;
        let mut logs = Vec::new();
        for log in self.logs.iter().filter(|log| log.name() == origin) {
            logs.extend(log.check(signed.note())?);
        }
        if self.names_logs() && logs.is_empty() {
            return Err(Error::NotSigned(origin.clone()));
        }
        let mut witnessed = Vec::new();
        let mut confirmed: Vec<bool> = Vec::new();
        for Member { kind, .. } in &self.members {
            confirmed.push(match kind {
                Kind::Witness(key) => match key.check(signed.note())? {
                    Some(Checked { at_seconds: Some(at_seconds) }) => {
                        witnessed.push(Witnessed { by: key.name().to_owned(), at_seconds });
                        true
                    }
                    Some(Checked { at_seconds: None }) | None => false,
                },
                Kind::Group { at_least, of } => {
                    of.iter().filter(|at| confirmed.get(**at) == Some(&true)).count() >= *at_least
                }
            });
        }
        match self.quorum {
            Quorum::Member(at) if confirmed.get(at) != Some(&true) => {
                Err(Error::NoQuorum(witnessed.len()))
            }
            Quorum::Member(_) | Quorum::None => Ok(witnessed),
        }
    }
}

#[derive(Default)]
struct Reader {
    logs: Vec<VerifierKey>,
    members: Vec<Member>,
    quorum: Option<Quorum>,
}

/// Why a line cannot be taken.
type Why = &'static str;

impl Reader {
    fn line(&mut self, line: &[u8]) -> Result<(), Why> {
        if line.iter().any(|byte| (*byte < b' ' && *byte != b'\t') || *byte == 0x7f) {
            return Err("it has a control character");
        }
        let words: Vec<&[u8]> =
            line.split(|byte| b" \t".contains(byte)).filter(|word| !word.is_empty()).collect();
        match words.as_slice() {
            [] => Ok(()),
            [first, ..] if first.starts_with(b"#") => Ok(()),
            [b"log", key] | [b"log", key, _] => self.log(key),
            [b"witness", name, key] | [b"witness", name, key, _] => self.witness(name, key),
            [b"group", name, threshold, members @ ..] => self.group(name, threshold, members),
            [b"quorum", _] if self.quorum.is_some() => Err("there is a second quorum line"),
            [b"quorum", b"none"] => {
                self.quorum = Some(Quorum::None);
                Ok(())
            }
            [b"quorum", name] => {
                self.quorum = Some(Quorum::Member(self.place(name)?));
                Ok(())
            }
            _ => Err("a line begins with log, witness, group or quorum, and each has its own form"),
        }
    }

    fn log(&mut self, key: &[u8]) -> Result<(), Why> {
        let key = read_key(key)?;
        match key.purpose() {
            Purpose::Note | Purpose::MlDsaCosignature => {}
            Purpose::Cosignature => return Err("this key is for witnesses"),
        }
        if self.logs.iter().any(|known| known.public_bytes() == key.public_bytes()) {
            return Err("this log's key stands here twice");
        }
        self.logs.push(key);
        Ok(())
    }

    fn witness(&mut self, name: &[u8], key: &[u8]) -> Result<(), Why> {
        let key = read_key(key)?;
        match key.purpose() {
            Purpose::Cosignature | Purpose::MlDsaCosignature => {}
            Purpose::Note => return Err("this key is for logs"),
        }
        let same = |known: &Member| match &known.kind {
            Kind::Witness(known) => known.public_bytes() == key.public_bytes(),
            Kind::Group { .. } => false,
        };
        if self.members.iter().any(same) {
            return Err("this witness's key stands here twice");
        }
        self.add(name, Kind::Witness(key))
    }

    fn group(&mut self, name: &[u8], threshold: &[u8], members: &[&[u8]]) -> Result<(), Why> {
        let at_least = match threshold {
            b"all" => members.len(),
            b"any" => 1,
            number => std::str::from_utf8(number)
                .ok()
                .and_then(crate::hash::decimal)
                .and_then(|number| usize::try_from(number).ok())
                .ok_or("a group needs `all`, `any` or a number")?,
        };
        if at_least == 0 || at_least > members.len() {
            return Err("a group asks for at least one and at most all of its members");
        }
        let mut of = Vec::new();
        for member in members {
            let at = self.place(member)?;
            match self.members.get_mut(at) {
                Some(member) if !member.taken => member.taken = true,
                _ => return Err("a member stands in two groups, or twice in one"),
            }
            of.push(at);
        }
        self.add(name, Kind::Group { at_least, of })
    }

    fn add(&mut self, name: &[u8], kind: Kind) -> Result<(), Why> {
        if name == b"none" || self.place(name).is_ok() {
            return Err("this name is taken");
        }
        self.members.push(Member { name: name.to_vec(), kind, taken: false });
        Ok(())
    }

    fn place(&self, name: &[u8]) -> Result<usize, Why> {
        let place = self.members.iter().position(|member| member.name == name);
        place.ok_or("a name is used before a line defines it")
    }
}

fn read_key(key: &[u8]) -> Result<VerifierKey, Why> {
    let key = std::str::from_utf8(key).ok().and_then(|key| key.parse().ok());
    key.ok_or("this is no key: `name+number+base64` is expected")
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::{Hash, Note, SigningKey};

    const LOG: &str = "log.example/riverbend";

    fn key(name: &str, purpose: Purpose, secret: u8) -> SigningKey {
        SigningKey::new(name, purpose, &[secret; 32]).unwrap()
    }

    fn witness(secret: u8) -> SigningKey {
        let purpose =
            if secret.is_multiple_of(2) { Purpose::Cosignature } else { Purpose::MlDsaCosignature };
        key(&format!("witness.example/{secret}"), purpose, secret)
    }

    /// The specification's example: two of three X, and any of three Y.
    fn example() -> String {
        let mut text =
            format!("# two levels\n\n \tlog {}\n", key(LOG, Purpose::Note, 99).verifier());
        for (at, name) in ["X1", "X2", "X3", "Y1", "Y2", "Y3"].iter().enumerate() {
            let key = witness(u8::try_from(at).unwrap());
            writeln!(text, "witness {name}\t{} https://w.example/", key.verifier()).unwrap();
        }
        text + "group X-witnesses 2 X1 X2 X3\ngroup Y-witnesses any Y1 Y2 Y3\n\
            group X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n"
    }

    fn checkpoint(witnesses: &[u8]) -> SignedCheckpoint {
        let text = format!("{LOG}\n1\n{}\n", Hash::leaf(b"one"));
        let mut note = Note::new(text.clone()).unwrap();
        note = note.with(key(LOG, Purpose::Note, 99).sign(&text, 0).unwrap());
        for secret in witnesses {
            note = note.with(witness(*secret).sign(&text, 5).unwrap());
        }
        SignedCheckpoint::read(note.to_string().as_bytes()).unwrap()
    }

    #[test]
    fn the_quorum_of_the_specifications_example_is_counted() {
        let policy = Policy::read(example().as_bytes()).unwrap();
        for enough in [&[0, 1, 3][..], &[1, 2, 4], &[0, 2, 5], &[0, 1, 2, 3, 4, 5]] {
            assert_eq!(policy.check(&checkpoint(enough)).unwrap().len(), enough.len());
        }
        for few in [&[][..], &[0, 1, 2], &[0, 3, 4, 5], &[7, 8, 9]] {
            assert!(matches!(policy.check(&checkpoint(few)), Err(Error::NoQuorum(_))), "{few:?}");
        }
        let none = example().replace("quorum X-and-Y", "quorum none");
        assert_eq!(Policy::read(none.as_bytes()).unwrap().check(&checkpoint(&[])), Ok(vec![]));
    }

    #[test]
    fn a_log_that_the_policy_does_not_name_is_refused() {
        let other = key(LOG, Purpose::Note, 98).verifier().to_string();
        let text = format!("log {other}\nquorum none\n");
        let policy = Policy::read(text.as_bytes()).unwrap();
        assert_eq!(policy.check(&checkpoint(&[])), Err(Error::NotSigned(LOG.to_owned())));
    }

    #[test]
    fn what_the_specification_forbids_is_refused_with_its_line() {
        let lines = example();
        for (from, to, line) in [
            ("quorum X-and-Y\n", "", 12),
            ("quorum X-and-Y", "quorum Z", 13),
            ("quorum X-and-Y", "quorum none\nquorum none", 14),
            ("X1 X2 X3", "X1 X2 X2", 10),
            ("2 X1 X2 X3", "4 X1 X2 X3", 10),
            ("2 X1 X2 X3", "0 X1 X2 X3", 10),
            ("2 X1 X2 X3", "+2 X1 X2 X3", 10),
            ("2 X1 X2 X3", "2", 10),
            ("any Y1 Y2 Y3", "any Y1 Y2 X3", 11),
            ("any Y1 Y2 Y3", "any Y1 none", 11),
            ("group Y-witnesses", "group X1", 11),
            ("witness X2", "witness none", 5),
            ("witness X2", "witness X1", 5),
            ("two levels", "two\rlevels", 1),
            ("quorum X-and-Y", "quorum X-and-Y now", 13),
            ("log ", "witness L ", 3),
        ] {
            assert!(lines.contains(from));
            match Policy::read(lines.replacen(from, to, 1).as_bytes()) {
                Err(Error::Line { line: found, .. }) => assert_eq!(found, line, "{from} → {to}"),
                other => panic!("{from} → {to}: {other:?}"),
            }
        }
    }
}

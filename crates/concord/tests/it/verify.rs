//! `concord verify` as a partner runs it: on files, with nothing but a key.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use ledger::{
    Canonical, Edge, Note, Opening, Proof, Purpose, Salt, SignedCheckpoint, SigningKey, TilePath,
    Tree,
};

const ORIGIN: &str = "log.example/riverbend";
const SIZES: [u64; 3] = [100, 700, 70_000];
const EVENT: &str = r#"{"kind":"commitment.kept"}"#;

fn key(purpose: Purpose, secret: u8) -> SigningKey {
    SigningKey::new(ORIGIN, purpose, &[secret; 32]).unwrap()
}

/// A log in a folder of its own, removed at the end.
struct Log(PathBuf);

impl Drop for Log {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

impl Log {
    fn new(name: &str) -> Self {
        let log = Self(std::env::temp_dir().join(format!("concord-{name}-{}", std::process::id())));
        let keys = [key(Purpose::Note, 1), key(Purpose::MlDsaCosignature, 2)];
        let vkeys: Vec<String> = keys.iter().map(|key| key.verifier().to_string()).collect();
        log.write("key", (vkeys.join("\n") + "\n").as_bytes());
        let mut edge = Edge::empty();
        for size in SIZES {
            let before = edge.size();
            let batch = edge.append((before..size).map(entry)).unwrap();
            for (path, bytes) in batch.files() {
                log.write(&path.to_string(), bytes);
            }
            edge = batch.written();
            let text = edge.checkpoint(ORIGIN).to_string();
            let sign = |note: Note, key: &SigningKey| note.with(key.sign(&text, 1).unwrap());
            let note = keys.iter().fold(Note::new(text.clone()).unwrap(), sign).to_string();
            log.write(&format!("checkpoint.{size}"), note.as_bytes());
            log.write("checkpoint", note.as_bytes());
        }
        log.receipt();
        log
    }

    fn receipt(&self) {
        let read = |path: &TilePath| Ok(fs::read(self.0.join(path.to_string())).ok());
        let checkpoint = SignedCheckpoint::read(&self.read("checkpoint.700")).unwrap();
        let hashes = Tree::new(700, &read).inclusion(77).unwrap();
        let proof = Proof { extra: Some(opening().to_bytes()), index: 77, hashes, checkpoint };
        self.write("receipt", proof.to_string().as_bytes());
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).unwrap()
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// What the program says, with its exit code; paths are shortened.
    fn verify(&self, arguments: &[&str]) -> String {
        let key = self.path("key");
        self.says(&[arguments, &["--key", &key]].concat())
    }

    fn says(&self, arguments: &[&str]) -> String {
        let told = Command::new(env!("CARGO_BIN_EXE_concord"))
            .arg("verify")
            .args(arguments)
            .output()
            .unwrap();
        let text = [told.stdout, told.stderr].concat();
        let text = String::from_utf8(text).unwrap().replace(&self.path(""), "");
        format!("{}: {text}", told.status.code().unwrap())
    }
}

fn opening() -> Opening {
    Opening { salt: Salt::new([7; 32]), event: Canonical::parse(EVENT).unwrap() }
}

fn entry(number: u64) -> [u8; 32] {
    if number == 77 {
        return *opening().commitment().as_bytes();
    }
    *Opening { salt: Salt::new([1; 32]), event: Canonical::parse(&number.to_string()).unwrap() }
        .commitment()
        .as_bytes()
}

#[test]
fn an_intact_log_and_its_receipt_hold() {
    let log = Log::new("intact");
    let (path, receipt) = (log.path(""), log.path("receipt"));
    let told = log.verify(&[&path, "--receipt", &receipt]);
    assert!(told.starts_with("0: ok  `log.example/riverbend`: 70000 entries"), "{told}");
    assert!(told.contains("checkpoints that agree: 5"), "{told}");
    assert!(told.contains(EVENT), "{told}");
    let alone = log.verify(&["--receipt", &receipt, "--json"]);
    assert!(alone.contains(r#""verdict": "ok""#) && alone.contains(r#""index": 77"#), "{alone}");
}

#[test]
fn a_fault_is_told_with_its_place_and_exit_code_1() {
    let log = Log::new("fault");
    let path = log.path("");
    let broken = |name: &str, at: usize| {
        let intact = log.read(name);
        let mut bytes = intact.clone();
        bytes[at] ^= 1;
        log.write(name, &bytes);
        let told = (log.verify(&[&path]), log.verify(&[&path, "--json"]));
        log.write(name, &intact);
        assert!(told.1.contains(r#""verdict": "fault""#), "{}", told.1);
        told.0
    };
    let wrong = "hash 0 is not the hash of what it stands for\n";
    assert_eq!(broken("tile/0/260", 3), format!("1: concord: FAULT in tile/0/260: {wrong}"));
    assert_eq!(
        broken("tile/2/000.p/1", 3),
        format!("1: concord: FAULT in tile/2/000.p/1: {wrong}")
    );
    assert_eq!(broken("tile/entries/000", 2), format!("1: concord: FAULT in tile/0/000: {wrong}"));
    assert!(broken("checkpoint.100", 25).contains("FAULT in checkpoint.100: "));
    fs::remove_file(log.0.join("tile/0/100")).unwrap();
    let told = log.verify(&[&path]);
    assert_eq!(told, "1: concord: FAULT in tile/0/100: `tile/0/100` is missing\n");
}

#[test]
fn a_log_that_was_rolled_back_is_found_by_whoever_kept_a_checkpoint() {
    let log = Log::new("rolled-back");
    log.write("kept", &log.read("checkpoint"));
    log.write("checkpoint", &log.read("checkpoint.700"));
    fs::remove_file(log.0.join("checkpoint.70000")).unwrap();
    let path = log.path("");
    assert!(log.verify(&[&path]).starts_with("0: "));
    let told = log.verify(&[&path, "--checkpoint", &log.path("kept")]);
    assert!(told.starts_with("1: concord: FAULT in kept: it signs 70000 entries, but"), "{told}");
}

#[test]
fn an_altered_receipt_is_refused() {
    let log = Log::new("receipt");
    let receipt = String::from_utf8(log.read("receipt")).unwrap();
    let other =
        Opening { event: Canonical::parse(r#"{"kind":"commitment.late"}"#).unwrap(), ..opening() };
    let lines = receipt.lines().collect::<Vec<_>>();
    let extra = Proof { extra: Some(other.to_bytes()), ..receipt.parse().unwrap() };
    for altered in [
        extra.to_string(),
        receipt.replace("index 77", "index 76"),
        receipt.replace(lines[3], lines[4]),
        receipt.replace("\n700\n", "\n701\n"),
    ] {
        log.write("altered", altered.as_bytes());
        let told = log.verify(&["--receipt", &log.path("altered")]);
        assert!(told.starts_with("1: concord: FAULT in altered: "), "{told}");
    }
}

#[test]
fn nothing_is_believed_without_a_key_or_with_only_one_of_two_signatures() {
    let log = Log::new("keys");
    let path = log.path("");
    assert!(log.says(&[&path]).starts_with("2: "));
    assert!(log.says(&["--key", &log.path("key")]).starts_with("2: "));
    assert!(log.says(&[&path, "--key", &path]).starts_with("2: "));
    let checkpoint = String::from_utf8(log.read("checkpoint")).unwrap();
    let without: Vec<&str> = checkpoint.lines().filter(|line| line.len() < 1_000).collect();
    log.write("checkpoint", (without.join("\n") + "\n").as_bytes());
    let told = log.verify(&[&path]);
    assert_eq!(
        told,
        "1: concord: FAULT in checkpoint: there is no signature by `log.example/riverbend`\n"
    );
    let policy = format!("log {}\nquorum none\n", key(Purpose::Note, 1).verifier());
    log.write("policy", policy.as_bytes());
    assert!(log.says(&[&path, "--policy", &log.path("policy")]).starts_with("0: "));
}

#[test]
fn a_log_that_others_wrote_holds() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../third_party/tlog"));
    let log = Log::new("others");
    let key = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx\n";
    log.write("their-key", format!("# as its test script has it\n{key}").as_bytes());
    let theirs = folder.join("tessera-log").to_string_lossy().into_owned();
    let told = log.says(&[&theirs, "--key", &log.path("their-key")]);
    assert!(told.starts_with("0: ok  `example.com/log/testdata`: 15 entries"), "{told}");
}

//! The log of a running installation, its witnesses and mirrors, as others meet them: by programs
//! over the network and by files.

use std::{fs, path::Path, sync::Arc};

use ledger::{AddCheckpoint, Edge, Note, Purpose, SignedCheckpoint, SigningKey, TilePath, Tree};

use super::county::{County, Folder, get, ok, run, told, until};

#[test]
fn a_partner_mirrors_confirms_and_checks_a_running_log() {
    let mut county = County::make("mirror");
    county.serve();
    let (log, key) = (county.log(), county.key());
    let copy = county.folder.path("copy");
    let checkpoint = format!("{log}/checkpoint");
    for _ in 0..2 {
        let text = ok(&["mirror", &log, &copy, "--key", &key]);
        assert!(text.starts_with("ok  `localhost:"), "{text}");
        let now = get(&checkpoint);
        until("a new state is published", || get(&checkpoint) != now);
    }
    let text = ok(&["verify", &copy, "--key", &key]);
    assert!(text.contains("checkpoints that agree: 2"), "{text}");
    assert!(ok(&["verify", &log, "--key", &key]).contains("every entry and hash derived anew"));
    let folder = county.folder.path("witness");
    let arguments = ["witness", "--folder", &folder, "--name", "w.example/1", "--log", &key];
    let keys = ok(&[arguments.as_slice(), &["--print-keys"]].concat());
    assert_eq!(keys.lines().count(), 2);
    let follow = [arguments.as_slice(), &["--follow", &log, "--once"]].concat();
    assert!(ok(&follow).contains("entries confirmed"));
    assert_eq!(ok(&[arguments.as_slice(), &["--print-keys"]].concat()), keys);

    // The host is replaced by one that tells another past, signed by the same keys.
    let data = county.folder.path("data");
    county.server = None;
    let checkpoint =
        SignedCheckpoint::read(&fs::read(Path::new(&copy).join("checkpoint")).unwrap());
    let checkpoint = checkpoint.unwrap().checkpoint().clone();
    let origin = checkpoint.origin;
    let seed = fs::read_dir(Path::new(&data).join("ledger/keys")).unwrap();
    let seeds: Vec<[u8; 32]> =
        seed.map(|file| fs::read(file.unwrap().path()).unwrap().try_into().unwrap()).collect();
    let longer = (checkpoint.size / 256 + 1) * 256;
    let lies = forge(&county, &seeds, (&origin, longer), &key);
    let served = serve_files(lies);
    let lie = format!("http://{served}");
    let output = run(&["mirror", &lie, &copy, "--key", &key]);
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("FAULT"), "{}", told(&output));
    assert!(ok(&["verify", &copy, "--key", &key]).contains("ok"), "the copy stays as it was");
    let follow = [arguments.as_slice(), &["--follow", &lie, "--once"]].concat();
    let output = run(&follow);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
}

/// Files of a log that begins otherwise and is longer, signed by the log's own keys.
fn forge(
    county: &County,
    seeds: &[[u8; 32]],
    (origin, size): (&str, u64),
    key: &str,
) -> std::collections::BTreeMap<String, Vec<u8>> {
    let keys = fs::read_to_string(key).unwrap();
    let seed = seeds.iter().find(|seed| {
        let key = SigningKey::new(origin, Purpose::Note, &derived(seed, "log/ed25519")).unwrap();
        keys.contains(&key.verifier().to_string())
    });
    let seed = seed.expect("one of the keys is Riverbend's");
    assert!(county.port > 0);
    let batch = Edge::empty().append((0..size).map(u64::to_be_bytes)).unwrap();
    let mut files: std::collections::BTreeMap<String, Vec<u8>> =
        batch.files().iter().map(|(path, bytes)| (format!("/{path}"), bytes.clone())).collect();
    let text = batch.written().checkpoint(origin).to_string();
    let mut note = Note::new(text.clone()).unwrap();
    for (purpose, label) in
        [(Purpose::Note, "log/ed25519"), (Purpose::MlDsaCosignature, "log/ml-dsa-44")]
    {
        let key = SigningKey::new(origin, purpose, &derived(seed, label)).unwrap();
        note = note.with(key.sign(&text, 1_790_000_000).unwrap());
    }
    files.insert("/checkpoint".to_owned(), note.to_string().into_bytes());
    files
}

fn derived(seed: &[u8; 32], label: &str) -> [u8; 32] {
    use sha2::Digest as _;
    sha2::Sha256::new_with_prefix(b"concord/log/v1\n")
        .chain_update(label)
        .chain_update(b"\n")
        .chain_update(seed)
        .finalize()
        .into()
}

/// A host that serves these files until the test ends.
fn serve_files(files: std::collections::BTreeMap<String, Vec<u8>>) -> std::net::SocketAddr {
    use std::io::{Read as _, Write as _};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut asked = [0; 4096];
            let read = stream.read(&mut asked).unwrap_or(0);
            let line = String::from_utf8_lossy(&asked[..read]).into_owned();
            let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
            let (status, body) = match files.get(&path) {
                Some(bytes) => ("200 OK", bytes.clone()),
                None => ("404 Not Found", Vec::new()),
            };
            let head = format!(
                "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                body.len()
            );
            drop(stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body)));
        }
    });
    address
}

#[test]
fn the_operator_proves_an_event_compares_the_data_and_catches_up_after_a_restore() {
    let mut county = County::make("operator");
    county.serve();
    let key = county.key();
    county.server = None;
    let data = county.folder.path("data");
    let text = ok(&["verify", "--against-database", "--data", &data]);
    assert!(text.contains("ok    localhost:") && !text.contains("FAULT"), "{text}");
    let state = ok(&["ledger", "state", "--data", &data]);
    assert!(state.contains("riverbend:"), "{state}");

    let backup = county.folder.path("older.db");
    ok(&["backup", &backup, "--data", &data]);
    county.serve();
    // A few more states are signed than the backup knows.
    let before = get(&format!("{}/checkpoint", county.log()));
    let size = |note: &[u8]| SignedCheckpoint::read(note).unwrap().checkpoint().size;
    let address = format!("{}/checkpoint", county.log());
    let latest = || get(&address);
    until("it publishes every second", || size(&latest()) > size(&before));
    let after = latest();
    county.server = None;

    let back = county.folder.path("back");
    ok(&["restore", &backup, "--data", &back]);
    fs::rename(county.folder.0.join("data/ledger"), county.folder.0.join("back/ledger")).unwrap();
    fs::rename(county.folder.0.join("data"), county.folder.0.join("old")).unwrap();
    fs::rename(county.folder.0.join("back"), county.folder.0.join("data")).unwrap();
    county.serve();
    let state = || run(&["ledger", "state", "--data", &data]);
    until("it finds out that it is behind", || !state().status.success());
    let stands = get(&format!("{}/checkpoint", county.log()));
    assert!(size(&stands) <= size(&after), "nothing is signed that is not ahead");
    county.server = None;
    let stopped = state();
    assert_eq!(stopped.status.code(), Some(1), "{}", told(&stopped));
    assert!(told(&stopped).contains("concord ledger catch-up"), "{}", told(&stopped));
    for slug in ["riverbend", "northfork", "tristate"] {
        drop(run(&["ledger", "catch-up", "--partnership", slug, "--data", &data]));
    }
    let text = ok(&["verify", "--against-database", "--data", &data]);
    assert!(text.contains("lost with a restore") && !text.contains("FAULT"), "{text}");
    county.serve();
    until("what was signed is caught up with in public", || size(&latest()) >= size(&after));
    let kept = county.folder.path("kept");
    fs::write(&kept, &after).unwrap();
    let copy = county.folder.path("copy");
    ok(&["mirror", &county.log(), &copy, "--key", &key]);
    let text = ok(&["verify", &copy, "--key", &key, "--checkpoint", &kept]);
    assert!(text.contains("ok  `localhost:"), "{text}");
}

/// States of a log, and one that forks from it, with proofs from any size to any other.
struct Log {
    origin: &'static str,
    files: std::collections::BTreeMap<TilePath, Vec<u8>>,
    states: Vec<SignedCheckpoint>,
}

impl Log {
    fn new(states: u64, fork: Option<u64>) -> Self {
        let origin = "log.example/riverbend";
        let key = SigningKey::new(origin, Purpose::Note, &[1; 32]).unwrap();
        let (mut edge, mut files, mut all) =
            (Edge::empty(), std::collections::BTreeMap::new(), Vec::new());
        for size in 1..=states {
            let entry = if fork.is_some_and(|fork| size >= fork) { size + 1_000_000 } else { size };
            let batch = edge.append([entry.to_be_bytes()]).unwrap();
            files.extend(batch.files().iter().cloned());
            edge = batch.written();
            let text = edge.checkpoint(origin).to_string();
            let note = Note::new(text.clone()).unwrap().with(key.sign(&text, 0).unwrap());
            all.push(SignedCheckpoint::read(note.to_string().as_bytes()).unwrap());
        }
        Self { origin, files, states: all }
    }

    fn request(&self, old: u64, new: u64) -> AddCheckpoint {
        let read = |path: &TilePath| Ok(self.files.get(path).cloned());
        let proof = Tree::new(new, &read).consistency(old.min(new)).unwrap();
        let checkpoint = self.states[usize::try_from(new).unwrap() - 1].clone();
        AddCheckpoint { old_size: old, proof, checkpoint }
    }
}

#[test]
fn a_witness_under_thousands_of_requests_at_once_takes_nothing_back_and_confirms_no_fork() {
    // 10,000 requests take minutes in a debug build; every day a tenth of them.
    let turns = if std::env::var_os("CONCORD_LONG_RUNS").is_some() { 625 } else { 63 };
    let folder = Folder::new("witness-load");
    let key = SigningKey::new("log.example/riverbend", Purpose::Note, &[1; 32]).unwrap();
    let open = || {
        let logs = vec![key.verifier().clone()];
        concord::witness::Witness::open(&folder.0, "w.example/1", logs)
    };
    let witness = Arc::new(open().unwrap());
    assert!(open().is_err(), "a second witness over the same folder would forget");
    let (log, fork) = (Arc::new(Log::new(200, None)), Arc::new(Log::new(200, Some(100))));
    let threads: Vec<_> = (0..16_u64)
        .map(|thread| {
            let (witness, log, fork) = (Arc::clone(&witness), Arc::clone(&log), Arc::clone(&fork));
            std::thread::spawn(move || {
                let mut confirmed = Vec::new();
                for turn in 0..turns {
                    let forked = (thread + turn).is_multiple_of(3);
                    let of = if forked { &fork } else { &log };
                    let seen = witness.remembers(of.origin).map_or(0, |seen| seen.size);
                    let new = (seen + (turn + thread) % 5).clamp(1, 200);
                    let asked = of.request(seen.min(new), new);
                    if let Ok(lines) = witness.confirm(&asked, 1_790_000_000 + turn).unwrap() {
                        assert!(!lines.is_empty());
                        confirmed.push((new, forked, asked.checkpoint.checkpoint().root));
                    }
                }
                confirmed
            })
        })
        .collect();
    let all: Vec<_> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
    assert!(all.len() > 50, "only {} were confirmed", all.len());
    // One history: whichever came first at the fork, nothing of the other after it.
    let mut roots = std::collections::BTreeMap::new();
    for (size, _, root) in &all {
        assert_eq!(roots.entry(*size).or_insert(*root), root, "two stories at {size}");
    }
    let of = if all.iter().any(|(size, forked, _)| *forked && *size >= 100) { &fork } else { &log };
    for (size, _, root) in &all {
        let state = of.states[usize::try_from(*size).unwrap() - 1].checkpoint();
        assert_eq!(state.root, *root, "a fork was confirmed at {size}");
    }
    let last = witness.remembers(log.origin).unwrap();
    drop(witness);
    assert_eq!(open().unwrap().remembers(log.origin), Some(last), "it is on the disk");
}

//! Programs that share nothing with us judge our logs as we do (`verifiers/ledger`).

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use rand::RngExt as _;

use crate::{
    support::{Files, chance, count, log_key, project, trust, verdict},
    tampering::World,
};

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("concord-strangers-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn write(&self, name: &str, files: &Files) -> PathBuf {
        let folder = self.0.join(name);
        for (path, bytes) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// The verifier in Go, built.
fn go(folder: &Folder) -> PathBuf {
    let program = folder.0.join("verify-go");
    let built = Command::new("go")
        .args(["build", "-o"])
        .arg(&program)
        .arg(project().join("verifiers/ledger/go/verify.go"))
        .envs([("GO111MODULE", "off"), ("GOPATH", "/usr/share/gocode")])
        .output()
        .expect("Go is missing: apt-get install golang-go golang-golang-x-mod-dev");
    let told = String::from_utf8_lossy(&built.stderr);
    assert!(
        built.status.success(),
        "if golang.org/x/mod is missing: apt-get install golang-golang-x-mod-dev\n{told}"
    );
    program
}

/// One stranger's verdict on each log: whether it is good, and why not.
fn verdicts(mut stranger: Command, logs: &[PathBuf]) -> Vec<(bool, String)> {
    let key = log_key(1).verifier().to_string();
    let output = stranger.arg(key).args(logs).output().expect("it cannot be started");
    let told = String::from_utf8(output.stdout).unwrap();
    let verdicts: Vec<_> =
        told.lines().map(|line| (line.starts_with("ok\t"), line.to_owned())).collect();
    assert_eq!(verdicts.len(), logs.len(), "{}", String::from_utf8_lossy(&output.stderr));
    verdicts
}

fn compare(go: &Path, logs: &[(String, Files, PathBuf)]) {
    let folders: Vec<PathBuf> = logs.iter().map(|(_, _, folder)| folder.clone()).collect();
    let mut python = Command::new("python3");
    python.arg(project().join("verifiers/ledger/python/verify.py"));
    let theirs = [verdicts(python, &folders), verdicts(Command::new(go), &folders)];
    for (at, (what, files, _)) in logs.iter().enumerate() {
        let ours = verdict(files, &trust());
        assert_eq!(ours.is_ok(), what == "intact", "{what}: {ours:?}");
        for theirs in &theirs {
            let (good, why) = &theirs[at];
            assert_eq!(*good, ours.is_ok(), "{what}: {why}, but we say {ours:?}");
        }
    }
}

#[test]
fn strangers_judge_intact_and_tampered_logs_as_we_do() {
    let folder = Folder::new();
    let go = go(&folder);
    let mut random = chance(5);
    let mut left = count(60, 10_000);
    while left > 0 {
        let size = random.random_range(1..1_100);
        let world = World::new(&mut random, size);
        let mut logs = vec![("intact".to_owned(), world.kept(world.log.clone()))];
        for _ in 0..left.min(30) {
            let (edit, files) = world.edited(&mut random);
            logs.push((format!("{edit:?} of {size} entries"), files));
            left -= 1;
        }
        let written: Vec<_> = logs
            .into_iter()
            .enumerate()
            .map(|(at, (what, files))| {
                let place = folder.write(&format!("log-{at}"), &files);
                (what, files, place)
            })
            .collect();
        compare(&go, &written);
        for (_, _, place) in written {
            fs::remove_dir_all(place).unwrap();
        }
    }
}

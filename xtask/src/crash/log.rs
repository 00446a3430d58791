//! The log's writer under faults: each file call that it makes fails in turn. Afterwards the log must
//! verify, hold every state that was told, and go on.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::Folder;
use crate::steps::{Failure, answer, built, cargo, finish, of_file, program, say};

/// What is done to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Eio,
    Enospc,
    Kill,
}

impl Fault {
    const fn inject(self) -> &'static str {
        match self {
            Self::Eio => "error=EIO",
            Self::Enospc => "error=ENOSPC",
            Self::Kill => "signal=SIGKILL",
        }
    }
}

/// Calls by which a program changes files or waits for the disk.
const CALLS: &str = "openat,pwrite64,write,fsync,fdatasync,ftruncate,fallocate,rename,unlink,link,linkat,mkdir,flock";

/// Sizes of the disk that the writer fills, in kilobytes.
const DISKS: std::ops::Range<u32> = 900..1500;

struct Bench {
    program: PathBuf,
    folder: PathBuf,
    heard: PathBuf,
}

/// Runs all faults.
///
/// # Errors
/// When a log does not verify after one.
pub(super) fn run(rounds: u32, every: usize) -> Result<(), Failure> {
    if answer("strace", &["-V"]).is_none() {
        return Err(Failure("`strace` is not here; install it and run this again".to_owned()));
    }
    let folder = Folder::new()?;
    finish(&mut cargo(&["build", "--quiet", "--package", "store", "--example", "crash"]))?;
    let bench = Bench {
        program: built()?.join("examples/crash"),
        folder: folder.0.join("log"),
        heard: folder.0.join("heard"),
    };
    let template = folder.0.join("template");
    let begun = Command::new(&bench.program).args(["log"]).arg(&template).args(["1", "1"]).output();
    begun.map_err(of_file(&bench.program))?;
    let calls = bench.calls(&template, rounds)?;
    say(&format!("{} file calls in {rounds} rounds", calls.len()));
    let (mut runs, mut ended) = (0, 0);
    for fault in [Fault::Eio, Fault::Enospc, Fault::Kill] {
        for (name, number) in calls.iter().step_by(every.max(1)) {
            bench.begin(&template)?;
            let died = bench.write(rounds, Some((name, *number, fault)))?;
            bench.verify(&format!("{fault:?} at call {number} of {name}"))?;
            (runs, ended) = (runs + 1, ended + u32::from(died));
            if runs % 100 == 0 {
                say(&format!("{runs} faults"));
            }
        }
    }
    say(&format!(
        "{runs} faults, {ended} of them ended the writer: every log verifies and goes on"
    ));
    full_disks(&bench, &template, rounds, every)
}

impl Bench {
    /// Every call of the writer, by name and number.
    fn calls(&self, template: &Path, rounds: u32) -> Result<Vec<(String, usize)>, Failure> {
        self.begin(template)?;
        let trace = self.folder.with_extension("trace");
        let mut command = program("strace", &["-f", "-qq", "-e", &format!("trace={CALLS}"), "-o"]);
        command.arg(&trace).arg(&self.program).arg("log").arg(&self.folder);
        command.args(["2", &rounds.to_string()]).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().map_err(of_file(&self.program))?;
        let text = fs::read_to_string(&trace).map_err(of_file(&trace))?;
        let mut counts = std::collections::BTreeMap::<String, usize>::new();
        let mut calls = Vec::new();
        for line in text.lines() {
            let call = line.split_whitespace().nth(1).unwrap_or_default();
            let Some((name, _)) = call.split_once('(') else { continue };
            let count = counts.entry(name.to_owned()).or_default();
            *count += 1;
            // Only those that touch the log's files, or files whose number says nothing.
            if line.contains("/log/") || !line.contains('"') {
                calls.push((name.to_owned(), *count));
            }
        }
        if calls.is_empty() {
            return Err(Failure("strace saw no file call".to_owned()));
        }
        Ok(calls)
    }

    fn begin(&self, template: &Path) -> Result<(), Failure> {
        super::empty(&self.folder)?;
        finish(program("cp", &["-a"]).arg(template).arg(&self.folder))
    }

    /// Lets the writer run into a fault; whether it ended before its time.
    fn write(&self, rounds: u32, fault: Option<(&String, usize, Fault)>) -> Result<bool, Failure> {
        let mut command = match fault {
            Some((name, number, fault)) => {
                let inject = format!("inject={name}:{}:when={number}", fault.inject());
                let trace = format!("trace={name}");
                let mut command = program(
                    "strace",
                    &["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject],
                );
                command.arg(&self.program);
                command
            }
            None => Command::new(&self.program),
        };
        command.arg("log").arg(&self.folder).args(["2", &rounds.to_string()]);
        let output = command.stderr(Stdio::null()).output().map_err(of_file(&self.program))?;
        let text = String::from_utf8_lossy(&output.stdout);
        let states: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix("signed ")).collect();
        fs::write(&self.heard, states.join("\n")).map_err(of_file(&self.heard))?;
        Ok(!output.status.success())
    }

    /// Goes on after the fault, and demands that nothing is wrong.
    fn verify(&self, what: &str) -> Result<(), Failure> {
        let output = Command::new(&self.program)
            .arg("log-verify")
            .arg(&self.folder)
            .arg(&self.heard)
            .output()
            .map_err(of_file(&self.program))?;
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        let sound = told.contains("forks=0 findings=0 halted=0");
        if output.status.success() && sound {
            return Ok(());
        }
        let complaint = String::from_utf8_lossy(&output.stderr);
        Err(Failure(format!("after {what}: {told}{complaint}")))
    }
}

/// A disk that is full in the middle of a write takes a part of it and then nothing.
fn full_disks(bench: &Bench, template: &Path, rounds: u32, every: usize) -> Result<(), Failure> {
    if answer("id", &["-u"]).is_none_or(|id| id != "0") {
        say("full disks are left out: only root can mount one");
        return Ok(());
    }
    let mut count = 0;
    for kilobytes in DISKS.step_by(40 * every.max(1)) {
        super::empty(&bench.folder)?;
        fs::create_dir_all(&bench.folder).map_err(of_file(&bench.folder))?;
        let size = format!("size={kilobytes}k");
        finish(program("mount", &["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&bench.folder))?;
        let done = (|| {
            let from = template.join(".");
            if program("cp", &["-a"])
                .arg(&from)
                .arg(&bench.folder)
                .output()
                .is_ok_and(|cp| !cp.status.success())
            {
                return Ok(());
            }
            bench.write(rounds, None)?;
            let more = "size=64m".to_owned();
            finish(program("mount", &["-o", &format!("remount,{more}")]).arg(&bench.folder))?;
            count += 1;
            bench.verify(&format!("a disk of {kilobytes} KB was full"))
        })();
        finish(program("umount", &[]).arg(&bench.folder))?;
        done?;
    }
    say(&format!("{count} full disks: every log verifies and goes on"));
    Ok(())
}

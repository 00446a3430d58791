//! What the machine says of a process, and waiting.

use std::{
    collections::HashMap,
    ffi::OsString,
    fs,
    time::{Duration, Instant as Moment},
};

use crate::Done;

/// The processor time that each thread of a process has used, in nanoseconds, from which on is counted.
pub(crate) struct Cpu<'a> {
    process: &'a str,
    threads: HashMap<OsString, u64>,
}

impl<'a> Cpu<'a> {
    pub(crate) fn of(process: &'a str) -> Done<Self> {
        let mut threads = HashMap::new();
        for task in fs::read_dir(format!("/proc/{process}/task"))? {
            let task = task?;
            // It may end meanwhile.
            let Ok(text) = fs::read_to_string(task.path().join("schedstat")) else { continue };
            let nanos = text.split(' ').next().unwrap_or_default().parse()?;
            threads.insert(task.file_name(), nanos);
        }
        Ok(Self { process, threads })
    }

    /// What those that are there now have used since. One that has ended takes nothing from the others.
    pub(crate) fn since(&self) -> Done<Duration> {
        let now = Self::of(self.process)?.threads;
        let before = |thread| self.threads.get(thread).copied().unwrap_or_default();
        let used = now.iter().map(|(thread, nanos)| nanos.saturating_sub(before(thread)));
        Ok(Duration::from_nanos(used.sum()))
    }
}

/// The memory that a process holds, in bytes.
pub(crate) fn memory(process: &str) -> Done<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next()).ok_or("no VmRSS")?;
    Ok(kilobytes.parse::<u64>()? * 1024)
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
pub(crate) fn moment() -> Moment {
    Moment::now()
}

#[expect(clippy::disallowed_methods, reason = "another program becomes ready without telling us")]
pub(crate) fn wait(duration: Duration) {
    std::thread::sleep(duration);
}

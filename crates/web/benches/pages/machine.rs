//! What the machine says of a process, and waiting.

use std::{
    fs,
    time::{Duration, Instant as Moment},
};

use crate::Done;

/// The processor time that all threads of a process have used, to the nanosecond.
pub(crate) fn cpu(process: &str) -> Done<Duration> {
    let mut nanos = 0;
    for task in fs::read_dir(format!("/proc/{process}/task"))? {
        let text = fs::read_to_string(task?.path().join("schedstat"))?;
        nanos += text.split(' ').next().unwrap_or_default().parse::<u64>()?;
    }
    Ok(Duration::from_nanos(nanos))
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

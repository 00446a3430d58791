//! What the system says about this process, on Linux.

use std::fs;

use super::text::Page;

/// The process as the system sees it.
#[derive(Debug, Clone, Copy)]
pub struct Process {
    /// Memory in use.
    pub resident_bytes: u64,
    /// Open files and sockets.
    pub open_files: u64,
    /// Processor time used.
    pub cpu_seconds: f64,
}

/// Linux counts processor time in hundredths of a second on every architecture that we run on.
const TICKS_A_SECOND: f64 = 100.0;
const PAGE_BYTES: u64 = 4096;

impl Process {
    /// This process; nothing on systems that have no `/proc`.
    #[must_use]
    pub fn own() -> Option<Self> {
        let memory = fs::read_to_string("/proc/self/statm").ok()?;
        let pages: u64 = memory.split(' ').nth(1)?.parse().ok()?;
        let stat = fs::read_to_string("/proc/self/stat").ok()?;
        // The name in parentheses may hold blanks; the fields are counted after it.
        let (_, fields) = stat.rsplit_once(") ")?;
        let ticks = |at: usize| fields.split(' ').nth(at)?.parse::<u32>().ok();
        let cpu = f64::from(ticks(11)?) + f64::from(ticks(12)?);
        Some(Self {
            resident_bytes: pages * PAGE_BYTES,
            open_files: fs::read_dir("/proc/self/fd").ok()?.count() as u64,
            cpu_seconds: cpu / TICKS_A_SECOND,
        })
    }

    pub(super) fn write(&self, page: &mut Page) {
        page.begin("process_resident_memory_bytes", "gauge", "Memory in use.");
        page.count("process_resident_memory_bytes", &[], self.resident_bytes);
        page.begin("process_open_fds", "gauge", "Open files and sockets.");
        page.count("process_open_fds", &[], self.open_files);
        page.begin("process_cpu_seconds_total", "counter", "Processor time used.");
        page.value("process_cpu_seconds_total", &[], self.cpu_seconds);
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_system_tells_about_this_process() {
        let process = Process::own().unwrap();
        assert!(process.resident_bytes > 1_000_000, "{process:?}");
        assert!(process.open_files >= 3, "{process:?}");
    }
}

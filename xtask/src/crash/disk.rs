//! A disk that loses its power: a file system in a file, on a loop device.

use std::{
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
    process::Stdio,
};

use crate::steps::{Failure, answer, finish, of_file, program, say};

/// As large as ten rounds of writing need.
const BYTES: u64 = 1 << 30;

/// The file system stops at once: nothing that waits in memory reaches the disk any more, not even
/// its journal. `EXT4_IOC_SHUTDOWN` with `EXT4_GOING_FLAGS_NOLOGFLUSH`, which no shell has; at the
/// instant when a line comes in, so that nothing slow lies between that and the stop.
const STOP: &str = "import fcntl, os, struct, sys
disk = os.open(sys.argv[1], os.O_RDONLY)
print('ready', flush=True)
sys.stdin.readline()
fcntl.ioctl(disk, 0x8004587D, struct.pack('I', 2))";

/// The disk, and what it had got when the power went.
pub(super) struct Disk {
    image: PathBuf,
    got: PathBuf,
    folder: PathBuf,
}

impl Disk {
    /// Whether this machine lets us have such a disk; why not.
    pub(super) fn possible() -> Result<(), Failure> {
        let refuse =
            |why: &str| Failure(format!("power cuts cannot be simulated on this machine: {why}"));
        if answer("id", &["-u"]).is_none_or(|id| id != "0") {
            return Err(refuse("only root can mount a disk; run this as root"));
        }
        for tool in ["mkfs.ext4", "mount", "umount", "cp", "python3"] {
            if answer("sh", &["-c", &format!("command -v {tool}")]).is_none() {
                return Err(refuse(&format!("`{tool}` is not here")));
            }
        }
        let folder = std::env::temp_dir().join(format!("concord-disk-{}", std::process::id()));
        fs::create_dir(&folder).map_err(of_file(&folder))?;
        let tried = (|| {
            let disk = Self::new(&folder);
            disk.format()?;
            disk.mount()?.cut_power(|| ())
        })();
        fs::remove_dir_all(&folder).map_err(of_file(&folder))?;
        tried.map_err(|failure| refuse(&failure.0))
    }

    pub(super) fn new(folder: &Path) -> Self {
        Self {
            image: folder.join("image"),
            got: folder.join("got"),
            folder: folder.join("mounted"),
        }
    }

    /// An empty file system on the disk.
    pub(super) fn format(&self) -> Result<(), Failure> {
        File::create(&self.image)
            .and_then(|file| file.set_len(BYTES))
            .map_err(of_file(&self.image))?;
        finish(program("mkfs.ext4", &["-q", "-F"]).arg(&self.image))
    }

    pub(super) fn mount(&self) -> Result<Mounted, Failure> {
        fs::create_dir_all(&self.folder).map_err(of_file(&self.folder))?;
        finish(program("mount", &["-o", "loop,data=ordered"]).arg(&self.image).arg(&self.folder))?;
        Ok(Mounted(self.folder.clone()))
    }

    /// Copies the disk as it is, while it is still mounted and nothing reaches it any more.
    pub(super) fn keep_what_it_got(&self) -> Result<(), Failure> {
        finish(program("cp", &["--sparse=always"]).arg(&self.image).arg(&self.got))
    }

    /// Goes on with the copy.
    pub(super) fn mount_what_it_got(&mut self) -> Result<Mounted, Failure> {
        fs::rename(&self.got, &self.image).map_err(of_file(&self.got))?;
        self.mount()
    }
}

/// A mounted disk; dropping it takes it away.
pub(super) struct Mounted(PathBuf);

impl Mounted {
    pub(super) fn folder(&self) -> &Path {
        &self.0
    }

    /// Cuts the power; `before` runs when nothing is left to do but that.
    pub(super) fn cut_power(&self, before: impl FnOnce()) -> Result<(), Failure> {
        let broken = |error| Failure(format!("the power cannot be cut: {error}"));
        let mut stop = program("python3", &["-c", STOP]);
        stop.arg(&self.0).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut stop = stop.spawn().map_err(broken)?;
        if let Some(out) = &mut stop.stdout {
            out.read_exact(&mut [0; 6]).map_err(broken)?;
        }
        before();
        // With its input it gets the line, or the end of all lines: both let it go on.
        drop(stop.stdin.take());
        let ended = stop.wait().map_err(broken)?;
        if ended.success() { Ok(()) } else { Err(Failure("the power cannot be cut".to_owned())) }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let taken = program("umount", &[]).arg(&self.0).stderr(Stdio::null()).status();
        if !taken.is_ok_and(|status| status.success()) {
            say(&format!("{} could not be unmounted", self.0.display()));
        }
    }
}

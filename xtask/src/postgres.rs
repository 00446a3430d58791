//! A throw-away PostgreSQL on a unix socket.

use std::{
    fmt::Write as _,
    fs, io,
    io::Read as _,
    os::unix::{fs as unix, process::CommandExt as _},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    time::Duration,
};

use crate::{
    needs,
    steps::{Failure, answer, finish, of_file, program, say},
};

/// Names the server for tests, in the environment.
pub const VARIABLE: &str = "CONCORD_TEST_POSTGRES";

/// Whether what was committed must survive a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// As in production.
    Full,
    /// For tests, which take minutes longer with it.
    Off,
}

/// A running server. Dropping it, or the end of this program by whatever signal, stops the server
/// and removes its folder.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    keeper: Child,
    held: Option<ChildStdin>,
}

/// Keeps the server for as long as standard input is open.
const KEEPER: &str = r#"
set -eu
bin=$1; folder=$2; shift 2
"$bin/initdb" -D "$folder/data" -U concord --auth=trust -E UTF8 --locale=C -N >"$folder/log" 2>&1
"$bin/postgres" -D "$folder/data" -k "$folder" "$@" >>"$folder/log" 2>&1 &
server=$!
cat >/dev/null
kill -QUIT "$server" || true
wait "$server" || true
rm -rf "$folder"
"#;

/// `cargo xtask postgres`.
///
/// # Errors
/// When the server does not start.
pub fn run() -> Result<(), Failure> {
    let bin = needs::prepare(needs::Browser::Left)?.postgres;
    let cluster = Cluster::start(&bin, Durability::Off)?;
    say(&format!("export {VARIABLE}='{}'", cluster.url()));
    say("Enter or Ctrl-C stops it");
    io::stdin().read(&mut [0]).map_err(|error| Failure(error.to_string()))?;
    Ok(())
}

impl Cluster {
    /// Makes a server in a folder of its own and waits until it answers.
    ///
    /// # Errors
    /// When it does not: with what it wrote.
    pub fn start(bin: &Path, durability: Durability) -> Result<Self, Failure> {
        let folder = std::env::temp_dir().join(format!("concord-{}", std::process::id()));
        fs::create_dir(&folder).map_err(of_file(&folder))?;
        let mut command = Command::new("sh");
        command.args(["-c", KEEPER, "keeper"]).arg(bin).arg(&folder);
        command.args(settings(durability)).env("LC_ALL", "C").current_dir("/");
        // PostgreSQL refuses to run as root.
        if let Some((user, group)) = unprivileged()? {
            unix::chown(&folder, Some(user), Some(group)).map_err(of_file(&folder))?;
            command.uid(user).gid(group);
        }
        // In a group of its own, Ctrl-C does not reach it before it has removed the folder.
        let mut keeper = command
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Failure(format!("sh cannot be started: {error}")))?;
        let held = keeper.stdin.take();
        let mut cluster = Self { folder, keeper, held };
        cluster.wait(bin)?;
        Ok(cluster)
    }

    /// The address, as tokio-postgres and psql read it.
    #[must_use]
    pub fn url(&self) -> String {
        let mut host = String::new();
        for byte in self.folder.to_string_lossy().bytes() {
            if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
                host.push(char::from(byte));
            } else {
                // Writing to a String cannot fail.
                let _infallible = write!(host, "%{byte:02X}");
            }
        }
        format!("postgres://concord@{host}:5432/concord")
    }

    fn wait(&mut self, bin: &Path) -> Result<(), Failure> {
        let socket = self.folder.to_string_lossy().into_owned();
        let tool = |name: &str| bin.join(name).to_string_lossy().into_owned();
        let (is_ready, createdb) = (tool("pg_isready"), tool("createdb"));
        for _ in 0..600 {
            if answer(&is_ready, &["-q", "-h", &socket, "-U", "concord", "-d", "postgres"])
                .is_some()
            {
                return finish(&mut program(
                    &createdb,
                    &["-h", &socket, "-U", "concord", "concord"],
                ));
            }
            if !matches!(self.keeper.try_wait(), Ok(None)) {
                break;
            }
            pause();
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(Failure(format!("PostgreSQL does not start:\n{log}")))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.held.take());
        let stopped = self.keeper.wait().is_ok();
        if !stopped || (self.folder.exists() && fs::remove_dir_all(&self.folder).is_err()) {
            say(&format!("{} was left behind", self.folder.display()));
        }
    }
}

fn settings(durability: Durability) -> Vec<&'static str> {
    let mut all = vec!["-c", "listen_addresses=", "-c", "max_connections=300"];
    if durability == Durability::Off {
        all.extend([
            "-c",
            "fsync=off",
            "-c",
            "synchronous_commit=off",
            "-c",
            "full_page_writes=off",
        ]);
    }
    all
}

/// The user and group that run the server when we are root.
fn unprivileged() -> Result<Option<(u32, u32)>, Failure> {
    let id = |arguments: &[&str]| answer("id", arguments)?.parse::<u32>().ok();
    if id(&["-u"]) != Some(0) {
        return Ok(None);
    }
    ["postgres", "nobody"]
        .into_iter()
        .find_map(|name| Some((id(&["-u", name])?, id(&["-g", name])?)))
        .map(Some)
        .ok_or_else(|| Failure("no user `postgres` or `nobody` to run PostgreSQL as".to_owned()))
}

#[expect(clippy::disallowed_methods, reason = "another program becomes ready without telling us")]
fn pause() {
    std::thread::sleep(Duration::from_millis(50));
}

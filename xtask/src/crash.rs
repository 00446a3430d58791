//! `cargo xtask crash`: kills the program, and cuts the power, at random instants of mixed writes.
//! What was acknowledged must be there, whole, and the data must answer again at once.

mod disk;
mod log;
mod program;

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use crate::{
    needs::{self, Browser},
    postgres::{Cluster, Durability},
    steps::{Clock, Failure, of_file, say},
};
use disk::Disk;
use program::{Level, Program, Writer};

/// How the writing ends.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    way: Way,
}

#[derive(Debug, clap::Subcommand)]
enum Way {
    /// Kills the program with SIGKILL; what it wrote stays in the system's memory
    Kill {
        /// How often
        #[arg(long, default_value_t = 300)]
        times: u32,
        /// On a throw-away PostgreSQL instead of a data folder
        #[arg(long)]
        postgres: bool,
    },
    /// Cuts the power of a disk on a loop device; what the disk was not told to keep is gone
    Power {
        /// How often
        #[arg(long, default_value_t = 50)]
        times: u32,
        /// `full` must lose nothing, `normal` must lose something; both when it is left out
        #[arg(long)]
        synchronous: Option<Level>,
    },
    /// Lets every file call of the log's writer fail in turn, with strace: EIO, ENOSPC, SIGKILL; and
    /// fills its disk, so that writes fall short
    Log {
        /// How many states the writer signs each time
        #[arg(long, default_value_t = 3)]
        rounds: u32,
        /// Only every n-th call, for a quick look
        #[arg(long, default_value_t = 1)]
        every: usize,
    },
}

/// The data must take changes again within this time.
const READY: Duration = Duration::from_secs(2);
/// So many crashes hit one installation before the next one begins empty.
const CRASHES_EACH: u32 = 10;
/// So many power cuts show that losses would show.
const CANARY: u32 = 5;

/// Runs the crashes.
///
/// # Errors
/// When something was lost or torn, or nothing was where something must be.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    match &arguments.way {
        Way::Kill { times, postgres: false } => kill(*times),
        Way::Kill { times, postgres: true } => kill_beside_postgres(*times),
        Way::Log { rounds, every } => log::run(*rounds, *every),
        Way::Power { times, synchronous } => {
            Disk::possible()?;
            if *synchronous != Some(Level::Normal) {
                power(*times, Level::Full)?;
            }
            match synchronous {
                Some(Level::Full) => Ok(()),
                Some(Level::Normal) => power(*times, Level::Normal),
                None => power(CANARY, Level::Normal),
            }
        }
    }
}

/// Kills the program so many times on SQLite.
///
/// # Errors
/// When something was lost or torn.
pub fn kill(times: u32) -> Result<(), Failure> {
    let folder = Folder::new()?;
    let program = Program::build(&folder.0)?;
    let mut chance = Chance::new();
    let mut tally = Tally::default();
    let data = folder.0.join("data");
    for round in 0..times {
        if round % CRASHES_EACH == 0 {
            program.begin_anew()?;
            empty(&data)?;
        }
        killed(&program, &data.to_string_lossy(), &mut chance, &mut tally)?;
    }
    tally.verdict("kills", Level::Full)
}

fn kill_beside_postgres(times: u32) -> Result<(), Failure> {
    let folder = Folder::new()?;
    let program = Program::build(&folder.0)?;
    let bin = needs::prepare(Browser::Left)?.postgres;
    let cluster = Cluster::start(&bin, Durability::Full)?;
    let mut chance = Chance::new();
    let mut tally = Tally::default();
    program.begin_anew()?;
    for _ in 0..times {
        killed(&program, &cluster.url(), &mut chance, &mut tally)?;
    }
    tally.verdict("kills beside PostgreSQL", Level::Full)
}

fn killed(
    program: &Program,
    place: &str,
    chance: &mut Chance,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let writer = Writer::start(program, place, chance.next(), Level::Full)?;
    wait(chance.between(5, 600));
    writer.kill()?;
    tally.add(&program.verify(place, Level::Full)?);
    Ok(())
}

fn power(times: u32, level: Level) -> Result<(), Failure> {
    let folder = Folder::new()?;
    let program = Program::build(&folder.0)?;
    let mut chance = Chance::new();
    let mut tally = Tally::default();
    let mut disk = Disk::new(&folder.0);
    for round in 0..times {
        if round % CRASHES_EACH == 0 {
            program.begin_anew()?;
            disk.format()?;
        }
        let mounted = disk.mount()?;
        let place = mounted.folder().join("data");
        let mut writer = Writer::start(&program, &place.to_string_lossy(), chance.next(), level)?;
        wait(chance.between(200, 1200));
        // A real cut stops the program with the disk. Here it goes on, and Linux may tell it that a
        // flush succeeded that was on its way when the file system stopped: in 15 of 60 cuts with
        // a bare loop of writes and fdatasyncs. What is said after the cut counts for nothing.
        mounted.cut_power(|| writer.hear_no_more())?;
        disk.keep_what_it_got()?;
        writer.kill()?;
        drop(mounted);
        let mounted = disk.mount_what_it_got()?;
        let place = mounted.folder().join("data");
        tally.add(&program.verify(&place.to_string_lossy(), level)?);
        if level == Level::Normal {
            // What is lost once would be counted again after each later cut.
            program.begin_anew()?;
        }
    }
    tally.verdict("power cuts", level)
}

/// What one look after a crash found.
#[derive(Debug, Default, PartialEq, Eq)]
struct Seen {
    acknowledged: u64,
    lost: u64,
    half: u64,
    unsound: u64,
    ready: Duration,
}

#[derive(Debug, Default)]
struct Tally {
    crashes: u32,
    acknowledged: u64,
    lossy: u32,
    lost: u64,
    half: u64,
    unsound: u64,
    slowest: Duration,
    last: u64,
}

impl Tally {
    fn add(&mut self, seen: &Seen) {
        self.crashes += 1;
        // Acknowledged changes add up until a new installation begins.
        let before = if seen.acknowledged >= self.last { self.last } else { 0 };
        self.acknowledged += seen.acknowledged - before;
        self.last = seen.acknowledged;
        self.lossy += u32::from(seen.lost > 0);
        self.lost += seen.lost;
        self.half += seen.half;
        self.unsound += seen.unsound;
        self.slowest = self.slowest.max(seen.ready);
        if self.crashes.is_multiple_of(CRASHES_EACH) {
            say(&format!("{} crashes, {} changes acknowledged", self.crashes, self.acknowledged));
        }
    }

    fn verdict(&self, what: &str, level: Level) -> Result<(), Failure> {
        say(&format!(
            "{} {what} with synchronous={level}: {} changes acknowledged, {} lost (after {} of them), \
             {} half, {} unsound; ready after {} ms at the latest",
            self.crashes,
            self.acknowledged,
            self.lost,
            self.lossy,
            self.half,
            self.unsound,
            self.slowest.as_millis()
        ));
        let sound = self.half == 0 && self.unsound == 0 && self.slowest <= READY;
        match level {
            Level::Full if sound && self.lost == 0 => Ok(()),
            Level::Full => Err(Failure("a crash did harm".to_owned())),
            Level::Normal if !sound => Err(Failure("a crash did harm beyond losses".to_owned())),
            Level::Normal if self.lost > 0 => Ok(()),
            Level::Normal => Err(Failure(
                "nothing was lost with synchronous=normal: these cuts show nothing".to_owned(),
            )),
        }
    }
}

/// A folder of our own, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self, Failure> {
        let folder = std::env::temp_dir().join(format!("concord-crash-{}", std::process::id()));
        fs::create_dir(&folder).map_err(of_file(&folder))?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if fs::remove_dir_all(&self.0).is_err() {
            say(&format!("{} was left behind", self.0.display()));
        }
    }
}

fn empty(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(of_file(folder)(error)),
        _ => Ok(()),
    }
}

/// Instants that nobody chose.
struct Chance(u64);

impl Chance {
    fn new() -> Self {
        Self(u64::from(std::process::id()))
    }

    fn next(&mut self) -> u64 {
        // Knuth's generator; its high bits are the better ones.
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn between(&mut self, least: u64, most: u64) -> Duration {
        Duration::from_millis(least + self.next() % (most - least))
    }
}

#[expect(clippy::disallowed_methods, reason = "the instant of a crash is a matter of time")]
fn wait(duration: Duration) {
    std::thread::sleep(duration);
}

/// How long something took.
fn timed<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<(T, Duration), Failure> {
    let clock = Clock::start();
    Ok((work()?, clock.elapsed()))
}

//! The pages that are measured.

use std::{
    thread,
    time::{Duration, Instant as Moment},
};

use crate::{
    Done,
    data::{Changes, Place},
    http::Reader,
    machine::{Cpu, moment},
    server::Server,
};

const READERS: usize = 8;
const WARM: Duration = Duration::from_millis(700);
const TURN: Duration = Duration::from_millis(500);
/// So many turns, of which the middle one's slow answers are judged and those of all turns told beside
/// them: a machine that is shared is several times slower for a tenth of a second now and then. The same
/// page of little and of much data takes its turns alternately: such a machine is also a third slower for
/// minutes.
const TURNS: usize = 11;

/// A page, and what it may cost the server in processor time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Page {
    List,
    Deep,
    Record,
    Mine,
    MineAnew,
    Measure,
    Agenda,
}

pub(crate) const PAGES: [Page; 7] =
    [Page::List, Page::Deep, Page::Record, Page::Mine, Page::MineAnew, Page::Measure, Page::Agenda];

impl Page {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::List => "commitments, first page of 50",
            Self::Deep => "commitments, tenth page of 50",
            Self::Record => "one commitment",
            Self::Mine => "My work",
            Self::MineAnew => "My work, one reader, after each change",
            Self::Measure => "a measure",
            Self::Agenda => "the next meeting with what it proposes",
        }
    }

    pub(crate) const fn budget(self) -> Option<Duration> {
        match self {
            Self::List | Self::Deep => Some(Duration::from_micros(500)),
            Self::Record => Some(Duration::from_micros(300)),
            Self::Mine | Self::MineAnew | Self::Measure => None,
            Self::Agenda => Some(Duration::from_millis(50)),
        }
    }

    /// Whether its slow answers have a mark: not where one reader pays for all that is kept, nor for the page
    /// that looks through everything for an agenda.
    pub(crate) const fn is_quick(self) -> bool {
        !matches!(self, Self::MineAnew | Self::Agenda)
    }

    /// Where the page is, found as a reader would: by following links.
    pub(crate) fn path(self, server: &Server) -> Done<String> {
        let list = "/p/riverbend/commitments?view=table";
        match self {
            Self::List => Ok(list.to_owned()),
            Self::Deep => {
                let mut path = list.to_owned();
                for _ in 0..9 {
                    path = link(&server.text(&path)?, "after=")?;
                }
                Ok(path)
            }
            Self::Record => link(&server.text("/p/riverbend/commitments")?, "/commitments/cmt_"),
            Self::Mine | Self::MineAnew => Ok("/me".to_owned()),
            Self::Measure => {
                link(&server.text("/p/riverbend/measures")?, "/p/riverbend/measures/days")
            }
            Self::Agenda => link(&server.text("/p/riverbend/meetings")?, "/meetings/mtg_"),
        }
    }
}

/// The first link of a page that holds a text.
fn link(page: &str, part: &str) -> Done<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let found = links.map(|link| link.replace("&#38;", "&").replace("&amp;", "&"));
    let mut found = found.filter(|link| link.contains(part) && !link.contains(".csv"));
    found.next().ok_or_else(|| format!("no link with {part} on the page").into())
}

/// What one page costs under eight readers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    pub(crate) cpu: Duration,
    pub(crate) median: Duration,
    /// Of the turn in the middle.
    pub(crate) slowest_of_100: Duration,
    /// Of all turns.
    pub(crate) slowest_of_all: Duration,
    pub(crate) rate: f64,
    pub(crate) bytes: usize,
}

/// A page of a running server.
pub(crate) struct Target {
    pub(crate) process: String,
    pub(crate) port: u16,
    pub(crate) cookie: String,
    pub(crate) path: String,
    /// What happens before each look, and then one reader looks; otherwise there are eight.
    pub(crate) changes: Option<Changes>,
}

/// What the turns of a target took.
#[derive(Default)]
struct Turns {
    cpu: Duration,
    waited: Duration,
    /// Of each turn the time of each answer.
    took: Vec<Vec<Duration>>,
    bytes: usize,
}

impl Page {
    /// What it costs on each of the servers, which take turns: in a slow phase of the machine all are slow.
    pub(crate) fn measure(self, servers: &[(&Place, &Server)]) -> Done<Vec<Figures>> {
        let target = |(place, server): &(&Place, &Server)| {
            Ok(Target {
                process: server.process(),
                port: server.port,
                cookie: server.cookie.clone(),
                path: self.path(server)?,
                changes: if self == Self::MineAnew { Some(place.changes()?) } else { None },
            })
        };
        measure(&servers.iter().map(target).collect::<Done<Vec<_>>>()?)
    }
}

/// What each target costs, in turns.
pub(crate) fn measure(targets: &[Target]) -> Done<Vec<Figures>> {
    let mut all: Vec<Turns> = targets.iter().map(|_| Turns::default()).collect();
    for target in targets {
        target.look(WARM)?;
    }
    for _ in 0..TURNS {
        for (target, turns) in targets.iter().zip(&mut all) {
            turns.take(target)?;
        }
    }
    all.into_iter().map(Turns::told).collect()
}

impl Target {
    /// Lets it be read for a while; how long each answer took, and the size of one.
    fn look(&self, time: Duration) -> Done<(Vec<Duration>, usize)> {
        match &self.changes {
            None => readers(self.port, &self.cookie, &self.path, time),
            Some(changes) => {
                let until = moment() + time;
                reader(self.port, &self.cookie, &self.path, until, || changes.happen())
            }
        }
    }
}

impl Turns {
    fn take(&mut self, target: &Target) -> Done<()> {
        let (cpu, begin) = (Cpu::of(&target.process)?, moment());
        let (took, bytes) = target.look(TURN)?;
        self.waited += begin.elapsed();
        self.cpu += cpu.since()?;
        self.took.push(took);
        self.bytes = bytes;
        Ok(())
    }

    fn told(mut self) -> Done<Figures> {
        let at = |took: &[Duration], share: usize| {
            took.get(took.len() * share / 100).copied().unwrap_or_default()
        };
        for took in &mut self.took {
            took.sort_unstable();
        }
        let mut slow: Vec<Duration> = self.took.iter().map(|took| at(took, 99)).collect();
        slow.sort_unstable();
        let mut all = self.took.concat();
        all.sort_unstable();
        let count = u32::try_from(all.len())?.max(1);
        Ok(Figures {
            cpu: self.cpu / count,
            median: at(&all, 50),
            slowest_of_100: at(&slow, 50),
            slowest_of_all: at(&all, 99),
            rate: f64::from(count) / self.waited.as_secs_f64(),
            bytes: self.bytes,
        })
    }
}

/// Lets eight readers read for a while; how long each answer took, and the size of one.
fn readers(port: u16, cookie: &str, path: &str, time: Duration) -> Done<(Vec<Duration>, usize)> {
    let until = moment() + time;
    thread::scope(|scope| {
        let running: Vec<_> = (0..READERS)
            .map(|_| scope.spawn(|| reader(port, cookie, path, until, || Ok(()))))
            .collect();
        let mut all = (Vec::new(), 0);
        for reader in running {
            let (mut took, bytes) = reader.join().map_err(|_panic| "a reader broke")??;
            all.0.append(&mut took);
            all.1 = bytes;
        }
        Ok(all)
    })
}

/// Reads until then, each time after something.
fn reader(
    port: u16,
    cookie: &str,
    path: &str,
    until: Moment,
    before: impl Fn() -> Done<()>,
) -> Done<(Vec<Duration>, usize)> {
    let mut reader = Reader::connect(port, cookie)?;
    let (mut took, mut bytes) = (Vec::new(), 0);
    loop {
        before()?;
        let begin = moment();
        if begin >= until {
            return Ok((took, bytes));
        }
        let answer = reader.read(path)?;
        if answer.status != 200 {
            return Err(format!("{path} was answered with {}", answer.status).into());
        }
        bytes = answer.body.len();
        took.push(begin.elapsed());
    }
}

//! The demo's county, on both databases, and as many commitments as are wanted.

use std::{
    error::Error,
    ops::Range,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use base::{Ids, Private};
use store::{Clock, Database, Options, Store};

use crate::{Done, report::say};

/// Rows that one statement makes.
const BATCH: u64 = 100_000;

/// The demo: an invented county, and a link by which one of its people signs in.
pub(crate) struct Demo {
    folder: PathBuf,
    pub(crate) link: String,
}

/// Where data is.
pub(crate) enum Place {
    Folder(PathBuf),
    /// A server, and where the logs' secrets are.
    Address(String, PathBuf),
}

/// Changes in all partnerships, by another server.
pub(crate) struct Changes {
    runtime: tokio::runtime::Runtime,
    store: Store,
}

impl Changes {
    pub(crate) fn happen(&self) -> Done<()> {
        let change =
            self.store.batch("UPDATE heads SET touched = touched + 1 WHERE partnership <> ''");
        Ok(self.runtime.block_on(change)?)
    }
}

impl Demo {
    pub(crate) fn make(concord: &Path, folder: &Path) -> Done<Self> {
        let folder = folder.join("demo");
        let mut command = quiet(concord);
        command.args(["demo", "--no-serve", "--json", "--data"]).arg(&folder);
        let output = command.stdout(Stdio::piped()).output()?;
        let links: serde_json::Value = serde_json::from_slice(&output.stdout)?;
        let address = links.pointer("/0/address").and_then(|address| address.as_str());
        let path = address.and_then(|address| address.splitn(4, '/').nth(3));
        let link = format!("/{}", path.ok_or("the demo has no sign-in link")?);
        Ok(Self { folder, link })
    }

    /// The folder, and a server that holds the same.
    pub(crate) fn places(&self, concord: &Path, folder: &Path) -> Done<Vec<Place>> {
        let mut places = vec![Place::Folder(self.folder.clone())];
        let Some(address) = std::env::var_os("CONCORD_TEST_POSTGRES") else {
            say("CONCORD_TEST_POSTGRES names no server: PostgreSQL is left out");
            return Ok(places);
        };
        let ledger = folder.join("ledger");
        let server = Place::Address(address.to_string_lossy().into_owned(), ledger.clone());
        // As it is when the backup is made: the demo's own server goes on with it.
        run(Command::new("cp").arg("-r").arg(self.folder.join("ledger")).arg(&ledger))?;
        let backup = folder.join("backup");
        run(quiet(concord).arg("backup").arg(&backup).arg("--data").arg(&self.folder))?;
        let mut restore = quiet(concord);
        restore.arg("restore").arg(&backup);
        server.name_in(&mut restore);
        run(&mut restore)?;
        places.push(server);
        Ok(places)
    }
}

impl Place {
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Folder(_) => "SQLite",
            Self::Address(..) => "PostgreSQL",
        }
    }

    pub(crate) fn name_in(&self, command: &mut Command) {
        command.env_remove("CONCORD_TEST_POSTGRES");
        match self {
            Self::Folder(folder) => command.arg("--data").arg(folder),
            Self::Address(address, ledger) => command
                .arg("--database-url")
                .arg(address)
                .arg("--ledger-folder")
                .arg(ledger)
                .arg("--data")
                .arg(ledger.with_file_name("data")),
        };
    }

    /// The same once more, in a folder and a database of its own. Nobody may be using it.
    pub(crate) fn copy(&self, folder: &Path) -> Done<Self> {
        match self {
            Self::Folder(from) => {
                run(Command::new("cp").arg("-r").arg(from).arg(folder))?;
                Ok(Self::Folder(folder.to_owned()))
            }
            Self::Address(address, from) => {
                std::fs::create_dir(folder)?;
                let ledger = folder.join("ledger");
                // With the index of what can be found: to make that anew is much work, and not what we measure.
                let folders = [from.clone(), from.with_file_name("data")];
                run(Command::new("cp").arg("-r").args(folders).arg(folder))?;
                let (server, name) = address.rsplit_once('/').ok_or("no database is named")?;
                let make = format!("CREATE DATABASE {name}_many TEMPLATE {name}");
                psql(&format!("{server}/postgres"), &[&make])?;
                Ok(Self::Address(format!("{address}_many"), ledger))
            }
        }
    }

    pub(crate) fn changes(&self) -> Done<Changes> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let store = runtime.block_on(async { self.open() })?;
        Ok(Changes { runtime, store })
    }

    pub(crate) fn open(&self) -> Done<Store> {
        let database = match self {
            Self::Folder(folder) => Database::folder(folder),
            Self::Address(address, _) => Database::Postgres(Private::new(address.clone()), 4),
        };
        Ok(Store::open(Options { database, clock: Clock::System, ids: Ids::seeded(1) })?)
    }
}

/// Makes commitments with these numbers, straight into the tables, and counts them anew.
pub(crate) fn fill(place: &Place, numbers: Range<u64>) -> Done<()> {
    say(&format!("{}: making {} commitments", place.name(), numbers.end - numbers.start));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let store = place.open()?;
        let mut from = numbers.start;
        while from < numbers.end {
            let to = numbers.end.min(from + BATCH);
            store.batch(&commitments(from, to)).await?;
            for steps in steps(from, to) {
                store.batch(&steps).await?;
            }
            from = to;
        }
        for count in COUNTS {
            store.batch(count).await?;
        }
        store.batch("ANALYZE").await?;
        Ok::<_, Box<dyn Error + Send + Sync>>(())
    })?;
    match place {
        Place::Folder(_) => Ok(()),
        // What the server does by itself long before it holds so much, and would do while we measure.
        Place::Address(address, _) => psql(address, &["VACUUM", "CHECKPOINT"]),
    }
}

/// Commitments among the county's members, over four years, in the usual mixture of states.
fn commitments(from: u64, to: u64) -> String {
    let last = to - 1;
    format!(
        "WITH RECURSIVE
        numbers (i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM numbers WHERE i < {last}),
        parties AS (SELECT partnership, organization,
            ROW_NUMBER() OVER (ORDER BY organization) - 1 AS place, COUNT(*) OVER () AS many
            FROM memberships WHERE until IS NULL AND partnership = (
                SELECT id FROM partnerships WHERE slug = 'riverbend')),
        hands AS (SELECT person, ROW_NUMBER() OVER (ORDER BY person) - 1 AS place,
            COUNT(*) OVER () AS many FROM people WHERE left_at IS NULL AND partnership = (
                SELECT id FROM partnerships WHERE slug = 'riverbend')),
        made AS (SELECT i, CAST(2024 + i % 4 AS TEXT) || '-' ||
            SUBSTR(CAST(101 + i / 4 % 12 AS TEXT), 2, 2) || '-' ||
            SUBSTR(CAST(101 + i / 48 % 28 AS TEXT), 2, 2) AS due,
            CASE WHEN i % 20 < 11 THEN 'kept' WHEN i % 20 < 16 THEN 'open' WHEN i % 20 < 17
                THEN 'broken' WHEN i % 20 < 18 THEN 'proposed' WHEN i % 20 < 19 THEN 'claimed'
                ELSE 'declined' END AS state FROM numbers)
        INSERT INTO commitments (partnership, id, promiser, receiver, origin, created_at, title,
            details, due, deadline, state, shelf, day, turn_of, in_charge, done_on, moves,
            nudged_through, revision)
        SELECT p.partnership, 'cmt_0000000000000000' || CAST(1000000000 + m.i AS TEXT),
            p.organization, r.organization, 'own_offer', 1750000000000000 + m.i,
            'Send the list of open beds to the partners, number ' || CAST(m.i AS TEXT),
            'By noon, to everybody on the list.', m.due, m.due, m.state,
            CASE m.state WHEN 'open' THEN 'active' WHEN 'proposed' THEN 'offered'
                WHEN 'declined' THEN 'dropped' ELSE m.state END, m.due,
            CASE WHEN m.state IN ('proposed', 'claimed') THEN r.organization END, h.person,
            CASE WHEN m.state IN ('kept', 'claimed') THEN m.due END, 0, '2023-12-01', 1
        FROM made m JOIN parties p ON p.place = m.i % p.many
        JOIN parties r ON r.place = (m.i + 1 + m.i / 64 % 3) % r.many
        JOIN hands h ON h.place = m.i / 8 % h.many"
    )
}

/// What was said and done with each: offered, answered, claimed, confirmed or broken off.
fn steps(from: u64, to: u64) -> [String; 4] {
    let id = |number: u64| format!("cmt_0000000000000000{}", 1_000_000_000 + number);
    let (first, last) = (id(from), id(to - 1));
    let step = |number: u8, act: &str, side: &str, states: &str| {
        format!(
            "WITH hands AS (SELECT partnership, MIN(person) AS one, MAX(person) AS other
                FROM people WHERE partnership = (
                    SELECT id FROM partnerships WHERE slug = 'riverbend') GROUP BY partnership)
            INSERT INTO commitment_steps (partnership, commitment, number, act, at, happened_on,
                person, organization, side, title, details, due, words, in_charge)
            SELECT c.partnership, id, {number}, {act}, created_at + {number} * 1000000, '2023-12-01',
                CASE WHEN '{side}' = 'promiser' THEN in_charge WHEN in_charge = one THEN other
                ELSE one END,
                CASE '{side}' WHEN 'promiser' THEN promiser ELSE receiver END, '{side}',
                CASE {number} WHEN 1 THEN title END, CASE {number} WHEN 1 THEN details END,
                CASE {number} WHEN 1 THEN due END,
                CASE WHEN state IN ('broken', 'declined') THEN 'The beds are gone.' END,
                CASE {number} WHEN 1 THEN in_charge END
            FROM commitments c JOIN hands h ON h.partnership = c.partnership
            WHERE id BETWEEN '{first}' AND '{last}' AND state IN ({states})"
        )
    };
    let answer = "CASE state WHEN 'declined' THEN 'declined' ELSE 'accepted' END";
    let end = "CASE state WHEN 'broken' THEN 'broken' ELSE 'claimed_done' END";
    [
        step(
            1,
            "'offered'",
            "promiser",
            "'proposed', 'declined', 'open', 'claimed', 'kept', 'broken'",
        ),
        step(2, answer, "receiver", "'declined', 'open', 'claimed', 'kept', 'broken'"),
        step(3, end, "promiser", "'claimed', 'kept', 'broken'"),
        step(4, "'confirmed'", "receiver", "'kept'"),
    ]
}

/// The counts that the program keeps with each change, made from the commitments.
const COUNTS: [&str; 4] = [
    "DELETE FROM commitment_months",
    "DELETE FROM commitment_days",
    "INSERT INTO commitment_months (partnership, organization, month, offered, active, claimed,
        on_time, late, broken, moved)
    SELECT c.partnership, o.organization, SUBSTR(c.day, 1, 7),
        SUM(CASE c.shelf WHEN 'offered' THEN 1 ELSE 0 END),
        SUM(CASE c.shelf WHEN 'active' THEN 1 ELSE 0 END),
        SUM(CASE c.shelf WHEN 'claimed' THEN 1 ELSE 0 END),
        SUM(CASE c.shelf WHEN 'kept' THEN 1 ELSE 0 END), 0,
        SUM(CASE c.shelf WHEN 'broken' THEN 1 ELSE 0 END), 0
    FROM commitments c JOIN (SELECT id AS organization FROM organizations UNION SELECT '') o
        ON o.organization = c.promiser OR o.organization = ''
    GROUP BY c.partnership, o.organization, SUBSTR(c.day, 1, 7)",
    "INSERT INTO commitment_days (partnership, organization, day, active, kept)
    SELECT c.partnership, o.organization, c.day,
        SUM(CASE c.shelf WHEN 'active' THEN 1 ELSE 0 END),
        SUM(CASE c.shelf WHEN 'kept' THEN 1 ELSE 0 END)
    FROM commitments c JOIN (SELECT id AS organization FROM organizations UNION SELECT '') o
        ON o.organization = c.promiser OR o.organization = ''
    GROUP BY c.partnership, o.organization, c.day",
];

/// The program, hearing nothing of our own settings and saying nothing.
fn quiet(concord: &Path) -> Command {
    let mut command = Command::new(concord);
    command.env_remove("CONCORD_TEST_POSTGRES").stdin(Stdio::null()).stdout(Stdio::null());
    command
}

fn psql(address: &str, commands: &[&str]) -> Done<()> {
    let mut psql = Command::new("psql");
    psql.args(["--no-psqlrc", "--quiet", address]);
    run(psql.args(commands.iter().flat_map(|command| ["--command", command])))
}

fn run(command: &mut Command) -> Done<()> {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} ended with {status}").into()) }
}

//! The command line: every command, its arguments and the help that teaches it.

use std::{collections::BTreeMap, path::PathBuf};

use clap::{Args, Parser, Subcommand};

mod given;
mod imports;
mod ledger;

pub use ledger::{CatchUp, Ledger, LedgerOf, LedgerProof, LedgerState, Mirror, Witness};

pub use given::{Linked, Place, Server};

pub use imports::{Import, ImportMeasures, ImportRoadmap};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "concord",
    version,
    about = "The shared workspace of an interagency partnership",
    long_about = "Concord is the shared workspace of an interagency partnership: what was agreed, \
                  who owes what by when, and whether it works, in one record that every partner \
                  can trust.",
    after_long_help = "First steps:\n  \
        concord demo                     an invented county to click through\n  \
        concord serve                    the real thing, on http://localhost:8080\n  \
        concord config                   every setting, its value and who set it\n\n\
        Exit codes: 0 done; 1 not all of it, and the output says what; 2 the arguments, a \
        setting or the input can't be used.",
    max_term_width = 100
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Every command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve pages, the API and background work
    #[command(after_long_help = "Examples:\n  concord serve\n  \
        concord serve --listen 0.0.0.0:8080 --base-url https://concord.example.gov\n  \
        CONCORD_DATABASE_URL=postgres://concord@db/concord concord serve\n\n\
        A new installation is made on the first start. SIGTERM or Ctrl-C stops it: no new \
        requests, running ones are finished, jobs are given back.")]
    Serve(Serve),
    /// Make and serve an invented county to try everything on
    #[command(after_long_help = "Everything is made up, from a seed and relative to today. The \
        data stays in the folder, so that what you do is still there tomorrow.\n\n\
        Examples:\n  concord demo\n  concord demo --fresh --seed 7\n  concord demo --no-open")]
    Demo(Demo),
    /// Bring data in from files
    #[command(subcommand)]
    Import(Import),
    /// Set up partnerships
    #[command(subcommand)]
    Partnership(Partnership),
    /// Set up people
    #[command(subcommand)]
    Person(Person),
    /// Copy all data into one file, while the servers run
    #[command(after_long_help = "The copy is complete and consistent as of one instant. It holds \
        personal data: keep it as safe as the database.\n\n\
        Example:\n  concord backup /backups/concord-monday.db")]
    Backup(Backup),
    /// Put a backup into an empty installation
    #[command(after_long_help = "Refuses to write over anything: point --data at a new folder, \
        or --database-url at an empty database.\n\n\
        Example:\n  concord restore /backups/concord-monday.db --data /var/lib/concord-new")]
    Restore(Restore),
    /// Check schema, integrity, clock, disk, mail and keys
    #[command(after_long_help = "Each check says what it found and, if it is not well, what to \
        do. Exit code 1 when one failed.\n\nExample:\n  concord doctor --json")]
    Doctor(Doctor),
    /// Check a log, or a receipt, without trusting who keeps it
    #[command(after_long_help = "Works on files alone. PATH is a copy of a log: its checkpoint, \
        its tile folder, and earlier checkpoints as checkpoint.NAME. Every hash is derived anew \
        from the entries; the first fault is told with its place, and the exit code is 1.\n\n\
        Name whom you believe: with --key, the log's public key as its keeper gave it to you, or \
        with --policy, the keys of the log and its witnesses and how many must have confirmed. \
        With --checkpoint you find out whether the log was rolled back or retold since you last \
        looked.\n\n\
        With --against-database the operator compares the log with the data: every event has its \
        leaf, and every leaf its event, or it is said why not.\n\n\
        Examples:\n  concord verify riverbend-log --key riverbend.key\n  \
        concord verify https://concord.example.gov/public/riverbend/log --key riverbend.key\n  \
        concord verify riverbend-log --policy partners.policy --checkpoint kept-in-june\n  \
        concord verify --receipt decision.tlog-proof --key riverbend.key\n  \
        concord verify --export members.csv --signature members.csv.note --key riverbend.key\n  \
        concord verify --against-database --data /var/lib/concord")]
    Verify(Verify),
    /// Look after the logs of this installation
    #[command(subcommand)]
    Ledger(Ledger),
    /// Confirm, for others, that their logs only ever grow
    #[command(
        after_long_help = "A witness remembers the last state of each log that it follows, and \
        signs a new one only when it continues that. Its keys and what it remembers are in FOLDER: \
        never bring an older copy of it back. Give each log's keeper the lines that it prints; give \
        it the logs' keys, one a line, in a file (`/public/…/log/key`).\n\n\
        Examples:\n  concord witness --folder /var/lib/witness --name witness.example.gov/auditor \\\n    \
        --log riverbend.key --listen 0.0.0.0:8090\n  \
        concord witness --folder w --name w.example/lib --log riverbend.key \\\n    \
        --follow https://concord.example.gov/public/riverbend/log"
    )]
    Witness(Witness),
    /// Keep a copy of a log of others, and check it each time
    #[command(
        after_long_help = "The copy is what `concord verify` reads. Each time, every hash is \
        derived anew, and the log must continue the state that was kept last: a log that was taken \
        back or told in two ways is found, with exit code 1.\n\n\
        Examples:\n  concord mirror https://concord.example.gov/public/riverbend/log riverbend-log \\\n    \
        --key riverbend.key\n  concord mirror URL FOLDER --key FILE --every 900"
    )]
    Mirror(Mirror),
    /// Decide requests for data that stand in a file, and compare with what is expected
    #[command(after_long_help = "The file holds a world of agreements, consents and people, and \
        requests in it (format disclosure-cases/1, YAML). The world is loaded into an installation \
        that lasts as long as the command, and asked as every page asks. Exit code 1 when an answer \
        differs from what the file expects.\n\n\
        Examples:\n  concord decide cases.yaml\n  concord decide cases.yaml --explain --lang es\n  \
        concord decide - --json < cases.yaml")]
    Decide(Decide),
    /// Bring the database's tables up to this version
    #[command(after_long_help = "`serve` does the same when it starts. Several servers may do it \
        at once: one works, the others wait.")]
    Migrate(PlaceOnly),
    /// Make the search index of this machine anew
    #[command(
        after_long_help = "The index is in the folder `search` of the data folder and holds \
        nothing that is not in the database. A server keeps it up to date by itself; make it anew \
        when it was damaged, while the server is stopped.\n\n\
        Example:\n  concord reindex --data /var/lib/concord"
    )]
    Reindex(PlaceOnly),
    /// Look after background work
    #[command(subcommand)]
    Jobs(Jobs),
    /// Print every setting, its value and who set it
    #[command(after_long_help = "Secrets are shown as dots. Settings come from the command line, \
        the environment (CONCORD_…) and concord.toml, in this order.\n\n\
        Example:\n  concord config --config /etc/concord/concord.toml --json")]
    Config(Config),
    /// Print every route with its permissions
    Routes(Json),
    /// Print the description of the JSON API (OpenAPI 3.1)
    Openapi,
    /// Print the version
    Version(Json),
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// The settings.
    #[command(flatten)]
    pub server: Server,
}

/// Arguments of `demo`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Demo {
    /// Start over: remove the demo that is in the folder first
    #[arg(long)]
    pub fresh: bool,
    /// What chance starts from; the same seed on the same day makes the same county
    #[arg(long, default_value_t = 2026)]
    pub seed: u64,
    /// The folder that the demo lives in
    #[arg(long, value_name = "FOLDER", default_value = "concord-demo")]
    pub data: PathBuf,
    /// The address that it answers at
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: String,
    /// What people type, when it is not this machine and the port
    #[arg(long, value_name = "ADDRESS")]
    pub base_url: Option<String>,
    /// Print the sign-in links as JSON
    #[arg(long)]
    pub json: bool,
    /// Open no browser
    #[arg(long)]
    pub no_open: bool,
    /// Make the data, print the links, and stop
    #[arg(long)]
    pub no_serve: bool,
}

/// What can be done with partnerships.
#[derive(Debug, Subcommand)]
pub enum Partnership {
    /// Add a partnership with its first organization and its coordinator
    #[command(after_long_help = "Example:\n  concord partnership add riverbend --name \
        \"Riverbend County Partnership\" --zone America/Chicago \\\n    --organization \
        \"Housing Authority\" --coordinator grace@housing.example.gov --coordinator-name \
        \"Grace Chen\"\n\nThe coordinator gets a mail with a link to sign in.")]
    Add(PartnershipAdd),
}

/// Arguments of `partnership add`.
#[derive(Debug, Args)]
pub struct PartnershipAdd {
    /// The short name in addresses, such as riverbend
    pub slug: String,
    /// The full name
    #[arg(long)]
    pub name: String,
    /// The time zone that its dates are in
    #[arg(long, default_value = "America/New_York")]
    pub zone: String,
    /// The first organization, where the coordinator works
    #[arg(long)]
    pub organization: String,
    /// The coordinator's e-mail address
    #[arg(long, value_name = "EMAIL")]
    pub coordinator: String,
    /// The coordinator's name
    #[arg(long, value_name = "NAME")]
    pub coordinator_name: String,
    /// Where the data is.
    #[command(flatten)]
    pub place: Linked,
}

/// What can be done with people.
#[derive(Debug, Subcommand)]
pub enum Person {
    /// Invite a person into a partnership, for an organization, with a role
    #[command(after_long_help = "Example:\n  concord person add tom@harborhouse.example --name \
        \"Tom Reyes\" --partnership riverbend --organization harbor-house --role member")]
    Add(PersonAdd),
    /// Print a link with which a person signs in once, when mail does not work
    #[command(after_long_help = "Give it to nobody else: whoever opens it first is signed in. It \
        ends after 15 minutes, and the person sees in their account that it was used.")]
    SignInLink(SignInLink),
}

/// Arguments of `person add`.
#[derive(Debug, Args)]
pub struct PersonAdd {
    /// The e-mail address
    pub email: String,
    /// The name
    #[arg(long)]
    pub name: String,
    /// The partnership's short name
    #[arg(long, value_name = "SLUG")]
    pub partnership: String,
    /// The organization's short name
    #[arg(long, value_name = "SLUG")]
    pub organization: String,
    /// coordinator, lead, member, steward or guest
    #[arg(long, default_value = "member")]
    pub role: String,
    /// Where the data is, and what links begin with.
    #[command(flatten)]
    pub place: Linked,
}

/// Arguments of `person sign-in-link`.
#[derive(Debug, Args)]
pub struct SignInLink {
    /// The e-mail address
    pub email: String,
    /// Where the data is, and what the link begins with.
    #[command(flatten)]
    pub place: Linked,
}

/// Arguments of `backup`.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write; it must not exist
    pub file: PathBuf,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

/// Arguments of `restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    pub file: PathBuf,
    /// Where the data shall be.
    #[command(flatten)]
    pub place: Place,
}

/// Arguments of `doctor`.
#[derive(Debug, Args)]
pub struct Doctor {
    /// Print the checks as JSON
    #[arg(long)]
    pub json: bool,
    /// The settings.
    #[command(flatten)]
    pub server: Server,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// The folder with the log, or its address
    #[arg(value_name = "PATH|URL",
        required_unless_present_any = ["receipt", "export", "against_database"])]
    pub path: Option<PathBuf>,
    /// A file with public keys of the log, one a line; each of them must have signed
    #[arg(long, value_name = "FILE", required_unless_present_any = ["policy", "against_database"])]
    pub key: Option<PathBuf>,
    /// A file that says which logs and witnesses to believe (c2sp.org/tlog-policy)
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// A receipt to check, against the log if PATH is given
    #[arg(long, value_name = "FILE")]
    pub receipt: Option<PathBuf>,
    /// A file that was exported, to be checked against its signature, and its receipt if given
    #[arg(long, value_name = "FILE", requires = "signature")]
    pub export: Option<PathBuf>,
    /// The signature of the exported file
    #[arg(long, value_name = "FILE", requires = "export")]
    pub signature: Option<PathBuf>,
    /// Compare the logs of this installation with its data
    #[arg(long, conflicts_with_all = ["path", "receipt", "export"])]
    pub against_database: bool,
    /// A checkpoint that you kept, which the log must still continue; may be given more than once
    #[arg(long, value_name = "FILE", requires = "path")]
    pub checkpoint: Vec<PathBuf>,
    /// Print the result as JSON
    #[arg(long)]
    pub json: bool,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

/// Arguments of `decide`.
#[derive(Debug, Args)]
pub struct Decide {
    /// The file with the cases; `-` for standard input
    #[arg(value_name = "CASES")]
    pub cases: PathBuf,
    /// Say which rule spoke for each class, and where it is written
    #[arg(long)]
    pub explain: bool,
    /// The language of the sentences: en, es or both
    #[arg(long, default_value = "both")]
    pub lang: String,
    /// Print the answers as JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of a command that only needs to know where the data is.
#[derive(Debug, Args)]
pub struct PlaceOnly {
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

/// What can be done with jobs.
#[derive(Debug, Subcommand)]
pub enum Jobs {
    /// List jobs that failed for good, with the last error
    Dead(JobsDead),
    /// Give jobs that failed for good another try
    #[command(after_long_help = "Examples:\n  concord jobs retry job_01j…\n  \
        concord jobs retry --all")]
    Retry(JobsRetry),
}

/// Arguments of `jobs dead`.
#[derive(Debug, Args)]
pub struct JobsDead {
    /// Print them as JSON
    #[arg(long)]
    pub json: bool,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

/// Arguments of `jobs retry`.
#[derive(Debug, Args)]
pub struct JobsRetry {
    /// The jobs
    #[arg(value_name = "JOB", required_unless_present = "all")]
    pub jobs: Vec<String>,
    /// All that failed
    #[arg(long, conflicts_with = "jobs")]
    pub all: bool,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

/// Arguments of `config`.
#[derive(Debug, Args)]
pub struct Config {
    /// Print the settings as JSON
    #[arg(long)]
    pub json: bool,
    /// The settings.
    #[command(flatten)]
    pub server: Server,
}

/// The choice of JSON.
#[derive(Debug, Args)]
pub struct Json {
    /// Print it as JSON
    #[arg(long)]
    pub json: bool,
}

/// Settings that were given as flags, by key, and the file that was named.
#[derive(Debug, Default, Clone)]
pub struct Given {
    /// The configuration file.
    pub file: Option<PathBuf>,
    /// The flags.
    pub flags: BTreeMap<&'static str, String>,
}

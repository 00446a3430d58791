//! The commands that take files in: measures and the roadmap.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Place;

/// What can be imported.
#[derive(Debug, Subcommand)]
#[expect(clippy::large_enum_variant, reason = "there is one, read once")]
pub enum Import {
    /// Measures and their values, from CSV or TSV files
    #[command(after_long_help = "Layouts:\n  \
        hud-pit              HUD's Point-in-Time counts as published: one row a Continuum of \
        Care, one column a count and year\n  \
        county-unemployment  unemployment by county: id and rate\n  \
        county-population    the Census Bureau's estimates by county\n  \
        wide                 one row a place, one column a year, quarter or month\n  \
        long                 one row a number: place, measure, period, value\n\n\
        A file is taken whole or not at all, unless you say --take-the-rest. A second run of the \
        same file changes nothing. A corrected value becomes a revision. What can't be taken is \
        told with file, row, column, value and reason.\n\n\
        Examples:\n  concord import measures hud-pit.csv --partnership riverbend \
        --layout hud-pit --only wa-504\n  concord import measures unemployment.tsv \
        --partnership riverbend \\\n    --layout county-unemployment --only 53061 --period \
        2009-08 --dry-run\n  concord import measures ours.csv --partnership riverbend --layout \
        wide --measure \"Beds\" --unit beds")]
    Measures(ImportMeasures),
    /// Goals, objectives, strategies and milestones with their dates, from CSV files
    #[command(
        after_long_help = "The file is the one that the roadmap's page exports: layer, title, \
        owner, starts, due, serves, waits_for and more. The same layer and title are the same item. \
        A file is taken whole or not at all, and a second run of the same file changes nothing. \
        What can't be taken is told with file, row, column, value and reason.\n\n\
        Examples:\n  concord import roadmap plan.csv --partnership riverbend --dry-run\n  \
        concord import roadmap plan.csv --partnership riverbend --report report.json"
    )]
    Roadmap(ImportRoadmap),
}

/// Arguments of `import roadmap`.
#[derive(Debug, Args)]
pub struct ImportRoadmap {
    /// The files
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The partnership that the plan is of, by its short name
    #[arg(long, value_name = "SLUG")]
    pub partnership: String,
    /// Where the plan comes from, as its history will say; the file's name when left out
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    /// Read and check everything, change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Write the report, as JSON, into this file
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

/// Arguments of `import measures`.
#[derive(Debug, Args)]
pub struct ImportMeasures {
    /// The files
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The partnership that the measures are for, by its short name
    #[arg(long, value_name = "SLUG")]
    pub partnership: String,
    /// Where the numbers come from, as readers will see it
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    /// How the files are laid out; see below
    #[arg(long, value_name = "LAYOUT", default_value = "long")]
    pub layout: String,
    /// Take only this Continuum of Care or county; may be given more than once
    #[arg(long, value_name = "CODE")]
    pub only: Vec<String>,
    /// Which column is what, such as `place=fips`; may be given more than once
    #[arg(long, value_name = "FIELD=COLUMN")]
    pub map: Vec<String>,
    /// What stands before the period in the names of columns
    #[arg(long, value_name = "TEXT")]
    pub prefix: Option<String>,
    /// What a file about one measure counts, where it does not say
    #[arg(long, value_name = "TITLE")]
    pub measure: Option<String>,
    /// What the numbers are: people, households, beds, days, percent, …
    #[arg(long)]
    pub unit: Option<String>,
    /// What new measures tell about: `population`, `how_much`, `how_well` or `better_off`
    #[arg(long)]
    pub kind: Option<String>,
    /// Which way is better for new measures: up, down or neither
    #[arg(long)]
    pub direction: Option<String>,
    /// The period of a file that does not say its own, such as 2009-08
    #[arg(long)]
    pub period: Option<String>,
    /// Take what can be taken of a file that is wrong in part
    #[arg(long)]
    pub take_the_rest: bool,
    /// Read and check everything, change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Write the report, as JSON, into this file
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

//! Taking a file in the background, and how it is to be taken.

use std::collections::BTreeMap;

use base::{OrganizationId, Title};
use serde::{Deserialize, Serialize};
use standards::{About, Direction, Kind, Layout, Mapping, Part, Period, Unit};
use store::Job;

use super::{ImportId, Whole};

/// Takes a file in the background.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct TakeFile {
    /// The file that was sent.
    pub(crate) import: ImportId,
}

impl Job for TakeFile {
    const KIND: &'static str = "measures.take_file";
}

/// How a file is to be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// How it is laid out.
    pub layout: Layout,
    /// Only these places; all of them when empty.
    #[serde(default)]
    pub only: Vec<String>,
    /// Which column is what, where the layout does not know by itself.
    #[serde(default)]
    pub columns: BTreeMap<Part, String>,
    /// What stands before the period in the columns' names.
    #[serde(default)]
    pub prefix: Option<String>,
    /// What the file is about, in layouts that do not say.
    #[serde(default)]
    pub measure: Option<Title>,
    /// What its numbers count.
    #[serde(default)]
    pub unit: Option<Unit>,
    /// What new measures tell about.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// Which way is better for new measures.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// The period of a file that does not say its own.
    #[serde(default)]
    pub period: Option<Period>,
    /// Where the numbers come from, in words: "HUD Point-in-Time count".
    #[serde(default)]
    pub source: Option<Title>,
    /// Who answers for new measures.
    #[serde(default)]
    pub organization: Option<OrganizationId>,
    /// What becomes of a file that is wrong in part.
    pub whole: Whole,
}

impl Options {
    /// A file of this layout, taken whole or not at all.
    #[must_use]
    pub const fn of(layout: Layout) -> Self {
        Self {
            layout,
            only: Vec::new(),
            columns: BTreeMap::new(),
            prefix: None,
            measure: None,
            unit: None,
            kind: None,
            direction: None,
            period: None,
            source: None,
            organization: None,
            whole: Whole::Required,
        }
    }

    /// What the reader of files needs to know.
    #[must_use]
    pub fn reading(&self) -> standards::Options {
        let about = About::default();
        standards::Options {
            only: self.only.clone(),
            mapping: Mapping { columns: self.columns.clone(), prefix: self.prefix.clone() },
            measure: Some(About {
                name: self.measure.as_ref().map(ToString::to_string),
                unit: self.unit,
                kind: self.kind.unwrap_or(about.kind),
                direction: self.direction.unwrap_or(about.direction),
            }),
            period: self.period,
        }
    }

    /// Whether the layout is one that an agency of the United States publishes in: its small counts
    /// are public already.
    #[must_use]
    pub const fn is_published(&self) -> bool {
        match self.layout {
            Layout::HudPit | Layout::CountyUnemployment | Layout::CountyPopulation => true,
            Layout::Wide | Layout::Long => false,
        }
    }
}

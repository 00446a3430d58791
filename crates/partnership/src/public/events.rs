//! What the record says of what everybody may read.

use serde::Serialize;
use store::{Event, Subject};

/// A partnership shows other parts of itself to everybody than before.
#[derive(Debug, Serialize)]
pub(crate) struct PartsShown {
    pub(crate) partnership: base::PartnershipId,
    /// The parts that everybody may see now, and before.
    pub(crate) shown: Vec<String>,
    pub(crate) before: Vec<String>,
    /// How many they are now.
    pub(crate) count: usize,
}

impl Event for PartsShown {
    const KIND: &'static str = "public.parts_shown";

    fn subject(&self) -> Subject {
        Subject::new("partnership", self.partnership)
    }
}

/// Everybody may read the story of a record.
#[derive(Debug, Serialize)]
pub(crate) struct StoryPublished {
    pub(crate) partnership: base::PartnershipId,
    pub(crate) of: String,
    pub(crate) record: String,
    pub(crate) title: String,
}

impl Event for StoryPublished {
    const KIND: &'static str = "public.story_published";

    fn subject(&self) -> Subject {
        Subject::new("partnership", self.partnership)
    }
}

/// Only partners may read the story of a record again.
#[derive(Debug, Serialize)]
pub(crate) struct StoryHidden {
    pub(crate) partnership: base::PartnershipId,
    pub(crate) of: String,
    pub(crate) record: String,
    pub(crate) title: String,
}

impl Event for StoryHidden {
    const KIND: &'static str = "public.story_hidden";

    fn subject(&self) -> Subject {
        Subject::new("partnership", self.partnership)
    }
}

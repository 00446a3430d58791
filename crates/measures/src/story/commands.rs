//! Telling what is behind a trend: the only way for a page, the API, or a command.

use ::store::{Cx, Standing};
use base::{OrganizationId, Revision};

use super::{Story, Telling, events, store};
use crate::{Error, Measure, access, measure::commands::kept, observation::commands::by};

/// What is behind a trend, from now on.
#[derive(Debug, Clone)]
pub struct Tell {
    /// The measure's address.
    pub slug: String,
    /// What it says.
    pub telling: Telling,
    /// The revision of the story that the caller saw.
    pub seen: Option<Revision>,
}

/// Tells what is behind a trend; what was told before stays in the history.
///
/// # Errors
/// When it says nothing, or what is told already; when somebody else told it since the caller saw
/// it; or when the caller may not.
pub async fn tell(cx: &Cx, command: Tell) -> Result<Story, Error> {
    let telling = command.telling.checked()?;
    let mut tx = cx.write(access::DEFINE).await?;
    let measure = kept(&tx, &command.slug, None).await?;
    let (before, _names) = store::latest(&tx, measure.id).await?;
    let last = before.as_ref().map_or(Revision(0), |before| before.revision);
    if command.seen.is_some_and(|seen| seen != last) {
        return Err(Error::Store(::store::Error::Stale));
    }
    if before.is_some_and(|before| before.telling == telling) {
        return Err(Error::StoryUnchanged);
    }
    let story = Story {
        telling,
        revision: last.next(),
        by: by(cx),
        organization: speaks_for(&measure, &tx.place()?.standing),
        at: cx.now(),
    };
    store::insert(&mut tx, measure.id, &story).await?;
    tx.commit(&events::StoryTold::of(&measure, &story)).await?;
    Ok(story)
}

/// The organization that the teller signs for: the one that answers for the measure, or their own.
fn speaks_for(measure: &Measure, standing: &Standing) -> Option<OrganizationId> {
    let keeps = measure.definition.organization.filter(|one| standing.speaks_for(*one));
    keeps.or_else(|| standing.organizations().first().copied())
}

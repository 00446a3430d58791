//! What can be done with ideas and recommendations: one function each, for pages, the API and the
//! demo alike.

use base::{Date, OrganizationId, PersonId, Revision};
use store::{Cx, Tx, WriteTx};

use super::{
    Account, ActName, Idea, IdeaError, IdeaId, Kind, Learned, Pilot, State, Step, Verdict, events,
    store as rows,
};
use crate::{Error, Origin, OriginKind, access};

/// Which idea, and how the caller last saw it.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name.
    pub id: IdeaId,
    /// The revision that the caller saw, when that matters.
    pub seen: Option<Revision>,
}

/// Writes an idea or a recommendation down.
///
/// # Errors
/// When its parts do not fit, or the caller does not act for who answers for it.
pub async fn propose(cx: &Cx, kind: Kind, account: Account) -> Result<Idea, Error> {
    let mut tx = cx.write(access::TRY).await?;
    let voice = Voice::of(cx, &tx, &[account.owner])?;
    partner(&tx, "owner", account.owner).await?;
    let idea = Idea {
        id: cx.new_id(),
        kind,
        account: account.checked(kind)?,
        state: State::Open,
        pilot: None,
        closed_on: None,
        learned: None,
        since: voice.on,
        revision: Revision::FIRST,
    };
    rows::insert(&mut tx, &idea).await?;
    finish(tx, &idea, voice.step(ActName::Proposed, None)).await?;
    Ok(idea)
}

/// Changes what it says of itself.
///
/// # Errors
/// As [`Idea::change`], and when the caller may not.
pub async fn change(cx: &Cx, target: Target, account: Account) -> Result<Idea, Error> {
    let mut edit = Edit::of(cx, target).await?;
    if account.owner != edit.idea.account.owner {
        // Nobody hands it to an organization for which they do not act.
        Voice::of(cx, &edit.tx, &[account.owner])?;
        partner(&edit.tx, "owner", account.owner).await?;
    }
    edit.idea.change(account)?;
    edit.finish(ActName::Changed, None).await
}

/// Begins a pilot.
///
/// # Errors
/// As [`Idea::begin`], and when the caller may not: nobody makes another organization carry a pilot,
/// but for a coordinator.
pub async fn begin(cx: &Cx, target: Target, pilot: Pilot) -> Result<Idea, Error> {
    let mut edit = Edit::of(cx, target).await?;
    Voice::of(cx, &edit.tx, &[pilot.carrier])?;
    partner(&edit.tx, "carrier", pilot.carrier).await?;
    let question = pilot.question.to_string();
    edit.idea.begin(pilot, edit.voice.on)?;
    edit.finish(ActName::Begun, Some(question)).await
}

/// Says what came of it.
///
/// # Errors
/// As [`Idea::conclude`], and when the caller may not.
pub async fn conclude(
    cx: &Cx,
    target: Target,
    verdict: Verdict,
    learned: Learned,
) -> Result<Idea, Error> {
    let mut edit = Edit::of(cx, target).await?;
    let said = learned.to_string();
    edit.idea.conclude(verdict, learned, edit.voice.on)?;
    let act = match verdict {
        Verdict::Keep => ActName::Kept,
        Verdict::Drop => ActName::Dropped,
    };
    edit.finish(act, Some(said)).await
}

/// Opens it again.
///
/// # Errors
/// As [`Idea::reopen`], and when the caller may not.
pub async fn reopen(cx: &Cx, target: Target, why: Learned) -> Result<Idea, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.idea.reopen()?;
    edit.finish(ActName::Reopened, Some(why.to_string())).await
}

/// The origin of a promise that carries it out: for a recommendation that one, by who recommends it.
///
/// # Errors
/// When there is none such, or it was dropped.
pub(crate) async fn origin(tx: &Tx, id: IdeaId, given: Origin) -> Result<Origin, Error> {
    let idea = rows::find(tx, id).await?.ok_or(IdeaError::Missing)?;
    if idea.state == State::Dropped {
        return Err(IdeaError::Ended.into());
    }
    if idea.kind == Kind::Idea {
        return Ok(given);
    }
    let source = idea.account.source.as_ref().and_then(|source| source.as_str().parse().ok());
    Ok(Origin {
        kind: OriginKind::Recommendation,
        reference: given.reference.or(source),
        link: given.link.or(idea.account.link),
    })
}

/// Who speaks, for whom and when.
#[derive(Debug, Clone, Copy)]
struct Voice {
    person: PersonId,
    organization: OrganizationId,
    at: base::Instant,
    on: Date,
}

impl Voice {
    /// The voice of one who acts for one of these, or coordinates.
    fn of(cx: &Cx, tx: &Tx, owners: &[OrganizationId]) -> Result<Self, Error> {
        let place = tx.place()?;
        let organization = owners
            .iter()
            .find_map(|owner| access::proposes_for(&place.standing, *owner))
            .ok_or(IdeaError::NotYours)?;
        Ok(Self { person: cx.person()?, organization, at: cx.now(), on: place.today })
    }

    const fn step(&self, act: ActName, words: Option<String>) -> Step {
        let Self { person, organization, at, on } = *self;
        Step { act, at, on, person, organization, words }
    }
}

/// A change of one idea, between the read and the write.
struct Edit {
    tx: WriteTx,
    voice: Voice,
    idea: Idea,
    before: Idea,
}

impl Edit {
    async fn of(cx: &Cx, target: Target) -> Result<Self, Error> {
        let tx = cx.write(access::TRY).await?;
        let idea = rows::find(&tx, target.id).await?.ok_or(IdeaError::Missing)?;
        let voice = Voice::of(cx, &tx, &hands(&idea))?;
        if target.seen.is_some_and(|seen| seen != idea.revision) {
            return Err(IdeaError::Changed.into());
        }
        Ok(Self { tx, voice, before: idea.clone(), idea })
    }

    /// Writes the change with its step, and says what happened.
    async fn finish(mut self, act: ActName, words: Option<String>) -> Result<Idea, Error> {
        rows::save(&mut self.tx, &self.before, &mut self.idea).await?;
        finish(self.tx, &self.idea, self.voice.step(act, words)).await?;
        Ok(self.idea)
    }
}

/// Whose people may do something with it: who answers for it, and who tries it.
pub(crate) fn hands(idea: &Idea) -> Vec<OrganizationId> {
    let carrier = idea.pilot.as_ref().map(|pilot| pilot.carrier);
    [Some(idea.account.owner), carrier].into_iter().flatten().collect()
}

async fn finish(mut tx: WriteTx, idea: &Idea, step: Step) -> Result<(), Error> {
    rows::add_step(&mut tx, idea.id, &step).await?;
    let event = events::of(idea, &step)?;
    tx.commit_all(vec![event]).await?;
    Ok(())
}

/// Checks that an organization is a partner today.
async fn partner(tx: &Tx, field: &str, organization: OrganizationId) -> Result<(), Error> {
    let directory = partnership::directory(tx).await?;
    if directory.has(organization) {
        return Ok(());
    }
    Err(Error::field(field, "commitment_no_partner"))
}

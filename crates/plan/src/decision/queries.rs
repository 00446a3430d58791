//! The log, and one decision with all that its page shows.

use std::sync::Arc;

use base::{OrganizationId, PersonId};
use partnership::{BodyId, Directory, People, SeatEntry};
use store::{Cx, Page, Place, Tx};

use super::{
    Decision, DecisionError, DecisionId, Electorate, Entry, Filter, Given, RollEntry, Round, State,
    Step, Voter, commands, find::PAGE, store as rows,
};
use crate::{Error, access, goal::Part};

/// A decision with its history, and the names of all who have a part in it.
#[derive(Debug, Clone)]
pub struct Record {
    /// Where it is, and what the reader may be there.
    pub place: Arc<Place>,
    /// The decision.
    pub decision: Decision,
    /// How lists show it.
    pub entry: Entry,
    /// The decision that it reopens.
    pub before: Option<Entry>,
    /// The questions that reopened it, in their order.
    pub after: Vec<Entry>,
    /// What was promised to carry it out.
    pub parts: Vec<Part>,
    /// The partners.
    pub directory: Directory,
    /// The people in its history.
    pub people: People,
    /// The name of the body that decides.
    pub body: Option<String>,
    /// The seats of that body.
    pub seats: Vec<SeatEntry>,
    /// Those on the roll for whom the reader may answer.
    pub mine: Vec<RollEntry>,
    /// Who would be on the roll if the question were put now; of a draft.
    pub would_be: Vec<RollEntry>,
}

impl Record {
    /// Whether the reader may see what was said in the last round.
    #[must_use]
    pub fn shows_positions(&self) -> bool {
        let own: Vec<Voter> = self.mine.iter().map(|entry| entry.voter).collect();
        self.decision.shows_positions(&own, self.may_decide())
    }

    /// What the reader may see of a round: all of an earlier one, and of the last one their own
    /// until the rest is open to them.
    #[must_use]
    pub fn visible<'a>(&self, number: usize, round: &'a Round) -> Vec<&'a Given> {
        let earlier = number + 1 < self.decision.rounds().len();
        let all = earlier || self.shows_positions();
        let own = |given: &&Given| self.mine.iter().any(|entry| entry.voter == given.voter);
        round.given.iter().filter(|given| all || own(given)).collect()
    }

    /// What the reader may see of the history: steps about positions only once those are open.
    pub fn visible_steps(&self) -> impl Iterator<Item = &Step> {
        let all = matches!(self.decision.state(), State::Closed(_));
        let me = self.place.standing.organizations();
        self.decision.steps().iter().filter(move |step| {
            all || !step.act.name().is_sealed()
                || (!self.mine.is_empty() && me.contains(&step.voice.organization))
        })
    }

    /// Whether the reader puts, amends and closes it.
    #[must_use]
    pub fn may_hold(&self) -> bool {
        access::plans_for(&self.place.standing, self.decision.question().owner).is_some()
    }

    /// Whether the reader changes the draft.
    #[must_use]
    pub fn may_write(&self) -> bool {
        access::proposes_for(&self.place.standing, self.decision.question().owner).is_some()
    }

    /// Whether the reader decides, on advice.
    #[must_use]
    pub fn may_decide(&self) -> bool {
        let decider = self.decision.question().way.decider();
        decider.is_some_and(|of| self.place.standing.leads(of))
    }

    /// Whether the reader closes it: whoever holds it, on advice the one who decides.
    #[must_use]
    pub fn may_close(&self) -> bool {
        match self.decision.question().way.decider() {
            Some(_) => self.may_decide(),
            None => self.may_hold(),
        }
    }

    /// The name of a voter, as others read it.
    #[must_use]
    pub fn voter(&self, voter: Voter) -> String {
        match voter {
            Voter::Organization(of) => self.directory.name(of).to_owned(),
            Voter::Seat(id) => match self.seats.iter().find(|seat| seat.id == id) {
                Some(seat) => {
                    format!("{}, {}", seat.title, self.directory.name(seat.organization))
                }
                None => id.to_string(),
            },
        }
    }
}

/// One decision.
///
/// # Errors
/// When the caller may not read it, or there is none.
pub async fn decision(cx: &Cx, id: DecisionId) -> Result<Record, Error> {
    let tx = cx.read(access::READ_DECISIONS).await?;
    let decision = rows::load(&tx, id).await?.decision;
    let entry = rows::one(&tx, id).await?.ok_or(DecisionError::Missing)?;
    let place = tx.place()?;
    let before = match decision.supersedes {
        Some(old) => rows::one(&tx, old).await?,
        None => None,
    };
    let body = decision.question().way.electorate().and_then(Electorate::body);
    let seats = match body {
        Some(body) => partnership::seats_in(&tx, body).await?,
        None => Vec::new(),
    };
    let held = partnership::seats_held(&tx, cx.person()?).await?;
    let mut who: Vec<PersonId> = decision.steps().iter().map(|step| step.voice.person).collect();
    who.extend(seats.iter().filter_map(|seat| seat.holder));
    who.sort_unstable();
    who.dedup();
    let would_be = match decision.state() {
        State::Draft => commands::roll_of(&tx, &decision.question().way).await?,
        State::Open | State::Closed(_) | State::Withdrawn { .. } => Vec::new(),
    };
    Ok(Record {
        mine: access::answers_for(&place.standing, decision.roll(), &held),
        after: rows::successors(&tx, id).await?,
        parts: rows::parts(&tx, id).await?,
        directory: partnership::directory(&tx).await?,
        people: partnership::people(&tx, &who).await?,
        body: name_of(&tx, body).await?,
        place,
        decision,
        entry,
        before,
        seats,
        would_be,
    })
}

async fn name_of(tx: &Tx, body: Option<BodyId>) -> Result<Option<String>, Error> {
    let Some(body) = body else { return Ok(None) };
    let names = partnership::body_names(tx).await?;
    Ok(names.into_iter().find(|(id, _)| *id == body).map(|(_, name)| name))
}

/// The log with what stands around it.
#[derive(Debug, Clone)]
pub(crate) struct Log {
    /// Where, and what the reader may be there.
    pub(crate) place: Arc<Place>,
    /// One page of it, the latest first.
    pub(crate) page: Page<Entry>,
    /// The questions that are open, the first due first.
    pub(crate) open: Vec<Entry>,
    /// The partners.
    pub(crate) directory: Directory,
    /// The bodies, of which some may have ended.
    pub(crate) bodies: Vec<(BodyId, String)>,
}

/// One page of the log.
pub(crate) async fn log(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Log, Error> {
    let tx = cx.read(access::READ_DECISIONS).await?;
    Ok(Log {
        place: tx.place()?,
        page: rows::page(&tx, filter, after, PAGE).await?,
        open: rows::open(&tx, 50).await?,
        directory: partnership::directory(&tx).await?,
        bodies: partnership::body_names(&tx).await?,
    })
}

/// One page of the log and nothing around it.
pub(crate) async fn page(
    cx: &Cx,
    filter: &Filter,
    after: Option<&str>,
) -> Result<(Arc<Place>, Page<Entry>), Error> {
    let tx = cx.read(access::READ_DECISIONS).await?;
    Ok((tx.place()?, rows::page(&tx, filter, after, PAGE).await?))
}

/// What a form of a question offers to choose from.
#[derive(Debug, Clone)]
pub(crate) struct Choices {
    /// Where, and what the reader may be there.
    pub(crate) place: Arc<Place>,
    /// The partners.
    pub(crate) directory: Directory,
    /// The bodies that meet.
    pub(crate) bodies: Vec<(BodyId, String)>,
    /// The organizations for which the reader may write a question down.
    pub(crate) owners: Vec<OrganizationId>,
}

pub(crate) async fn choices(cx: &Cx) -> Result<Choices, Error> {
    let tx = cx.read(access::READ_DECISIONS).await?;
    let place = tx.place()?;
    let directory = partnership::directory(&tx).await?;
    let may = |of: &OrganizationId| access::proposes_for(&place.standing, *of).is_some();
    let owners = directory.current().map(|entry| entry.id).filter(may).collect();
    let bodies = partnership::current_bodies(&tx).await?;
    Ok(Choices { place, directory, bodies, owners })
}

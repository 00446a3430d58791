//! Lets the partners ask, answer and decide, each step on its day and as the person who did it.

use ::plan::{
    Origin, OriginKind, Proposal, Receiver, Terms,
    decision::{self, Decision, Electorate, Question, Said, Target, Verdict, Way, count::Method},
};
use base::{Instant, Title};
use partnership::BodyId;
use store::Cx;

use super::{Happening, Maker, What, parsed};
use crate::{
    demo::content::{Carry, DecisionText as Written, Say},
    failure::Failure,
};

/// The partnership that decides.
const PLACE: &str = "riverbend";
const HOUR: i64 = 3_600;

/// One thing that happens to a question.
#[derive(Debug, Clone, Copy)]
pub(super) enum Turn {
    /// It is written down.
    Ask,
    /// It is put.
    Put,
    /// Somebody says something.
    Say(usize),
    /// Everybody else answers.
    Rest(usize),
    /// The proposal is changed.
    Amend,
    /// It is closed.
    Close,
    /// Something is promised to carry it out.
    Promise(usize),
}

impl Maker<'_> {
    /// When each question was asked, put, answered and closed.
    pub(super) fn decided(&self) -> Vec<Happening> {
        let mut all = Vec::new();
        for (number, written) in self.content.decisions.iter().enumerate() {
            let mut add = |day: i64, hours: i64, turn: Turn| {
                let at = self.hours_of(day, hours);
                all.push(Happening { at, what: What::Decide { decision: number, turn } });
            };
            let asked = if written.put < 0 { written.put - 3 } else { -2 };
            add(asked, 10, Turn::Ask);
            if written.put >= 0 {
                continue;
            }
            add(written.put, 11, Turn::Put);
            for (say, one) in (0_i64..).zip(&written.say) {
                let second = one.round == Some(2);
                let from =
                    if second { written.amended.unwrap_or(written.put) } else { written.put };
                let place = usize::try_from(say).unwrap_or_default();
                add(from + 1, 9 + say, Turn::Say(place));
            }
            if written.rest.is_some() {
                add(written.put + 2, 9, Turn::Rest(1));
                if let Some(day) = written.amended {
                    add(day, 16, Turn::Amend);
                    add(day + 2, 9, Turn::Rest(2));
                }
            }
            if let Some(day) = written.closed {
                add(day, 15, Turn::Close);
                for place in 0..written.promise.len() {
                    add(day + 1, 10, Turn::Promise(place));
                }
            }
        }
        all
    }

    pub(super) async fn decide(
        &mut self,
        number: usize,
        turn: Turn,
        at: Instant,
    ) -> Result<(), Failure> {
        let content = self.content;
        let Some(written) = content.decisions.get(number) else { return Ok(()) };
        let told = || Failure::because(format!("the decision: {}", written.title));
        match turn {
            Turn::Ask => {
                let decision = self.ask(written, at).await?;
                self.asked.insert(written.key.clone(), decision.id);
            }
            Turn::Put => {
                let (cx, target) = self.of_decision(written, &written.by, at)?;
                let due = self.day(written.due);
                drop(decision::put(&cx, target, due).await.map_err(told())?);
            }
            Turn::Say(place) => {
                if let Some(say) = written.say.get(place) {
                    self.say(written, say, at).await?;
                }
            }
            Turn::Rest(round) => self.answer_rest(written, round, at).await?,
            Turn::Amend => {
                let (cx, target) = self.of_decision(written, &written.by, at)?;
                let text = parsed(written.amendment.as_deref().unwrap_or_default())?;
                let why = parsed(written.why.as_deref().unwrap_or_default())?;
                let due = self.day(written.due_again.unwrap_or(written.due));
                drop(decision::amend(&cx, target, text, why, due).await.map_err(told())?);
            }
            Turn::Close => {
                let closer = written.closer.as_ref().unwrap_or(&written.by);
                let (cx, target) = self.of_decision(written, closer, at)?;
                let verdict = Verdict {
                    chosen: written.choice.and_then(|option| option.checked_sub(1)),
                    compromise: written.compromise.as_deref().map(parsed).transpose()?,
                };
                drop(decision::close(&cx, target, verdict).await.map_err(told())?);
            }
            Turn::Promise(place) => {
                if let Some(carry) = written.promise.get(place) {
                    self.carry_out(written, carry, at).await?;
                }
            }
        }
        Ok(())
    }

    async fn ask(&self, written: &Written, at: Instant) -> Result<Decision, Failure> {
        let cx = self.person_in(&written.by, PLACE, at)?;
        let question = Question {
            title: parsed(&written.title)?,
            background: written.background.as_deref().map(parsed).transpose()?,
            way: self.way(written)?,
            owner: self.organization(&written.owner)?,
        };
        let asked = match &written.supersedes {
            Some(old) => decision::supersede(&cx, self.decision(old)?, question).await,
            None => decision::propose(&cx, question).await,
        };
        asked.map_err(Failure::because(format!("the question: {}", written.title)))
    }

    fn way(&self, written: &Written) -> Result<Way, Failure> {
        let method: Method = parsed(&written.method)?;
        let options = || -> Result<Vec<Title>, Failure> {
            written.options.iter().map(|option| parsed(option)).collect()
        };
        let quorum = parsed(written.quorum.as_deref().unwrap_or("half"))?;
        if let Some(threshold) = method.threshold() {
            let text = parsed(written.proposal.as_deref().unwrap_or_default())?;
            return Ok(Way::Proposal { threshold, text, by: self.electorate(written)?, quorum });
        }
        let Some(decider) = &written.decider else {
            return Ok(Way::Ranked { options: options()?, by: self.electorate(written)?, quorum });
        };
        let advisers = written.advisers.iter().map(|adviser| self.organization(adviser));
        Ok(Way::Advice {
            options: options()?,
            decider: self.organization(decider)?,
            advisers: advisers.collect::<Result<_, Failure>>()?,
        })
    }

    fn electorate(&self, written: &Written) -> Result<Electorate, Failure> {
        let franchise = parsed(written.franchise.as_deref().unwrap_or("organization"))?;
        let body = match &written.body {
            Some(name) => Some(self.body(name)?),
            None => None,
        };
        Electorate::of(franchise, body).ok_or_else(|| super::unknown("group", &written.key))
    }

    async fn say(&self, written: &Written, say: &Say, at: Instant) -> Result<(), Failure> {
        let (cx, target) = self.of_decision(written, &say.who, at)?;
        let said = Said {
            stance: say.stance.as_deref().map(parsed).transpose()?,
            ranking: say.ranking.clone(),
            words: say.words.as_deref().map(parsed).transpose()?,
            round: None,
        };
        let given = decision::give(&cx, target, None, said).await;
        let told = format!("what {} says to: {}", say.who, written.title);
        given.map(drop).map_err(Failure::because(told))
    }

    async fn answer_rest(
        &self,
        written: &Written,
        round: usize,
        at: Instant,
    ) -> Result<(), Failure> {
        let spoke = |who: &str| {
            written.say.iter().any(|say| say.who == who && say.round.unwrap_or(1) == round)
        };
        // Who speaks for a partner also holds its seat on the board.
        let leads = self.content.organizations.iter().filter_map(|organization| {
            self.content.people.iter().find(|person| {
                person.org == organization.key && person.role == "lead" && person.is_in(PLACE)
            })
        });
        for lead in leads.filter(|lead| !spoke(&lead.key)) {
            let stance = written.rest.clone();
            // An objection needs words; nobody invents them for those who gave none.
            let words = (stance.as_deref() == Some("object")).then_some("We are not ready for it.");
            let words = words.map(str::to_owned);
            let who = lead.key.clone();
            let say = Say { who, stance, ranking: Vec::new(), words, round: None };
            self.say(written, &say, at).await?;
        }
        Ok(())
    }

    async fn carry_out(
        &self,
        written: &Written,
        carry: &Carry,
        at: Instant,
    ) -> Result<(), Failure> {
        let told = || Failure::because(format!("the promise: {}", carry.title));
        let proposal = Proposal {
            promiser: self.organization(&carry.from)?,
            receiver: Receiver::Organization(self.organization(&carry.to)?),
            terms: Terms { title: parsed(&carry.title)?, details: None, due: self.day(carry.due) },
            origin: Origin { kind: OriginKind::Decision, reference: None, link: None },
            goal: None,
            serves: None,
            decided: Some(self.decision(&written.key)?),
            idea: None,
        };
        let cx = self.person_in(&carry.who, PLACE, at)?;
        let offered = ::plan::offer(&cx, proposal, None).await.map_err(told())?;
        let later = self.person_in(&carry.accepts, PLACE, at.plus_seconds(HOUR))?;
        let target = ::plan::Target { id: offered.id, seen: None };
        ::plan::accept(&later, target, None).await.map(drop).map_err(told())
    }

    fn of_decision(
        &self,
        written: &Written,
        who: &str,
        at: Instant,
    ) -> Result<(Cx, Target), Failure> {
        let target = Target { id: self.decision(&written.key)?, seen: None };
        Ok((self.person_in(who, PLACE, at)?, target))
    }

    fn decision(&self, key: &str) -> Result<decision::DecisionId, Failure> {
        self.asked.get(key).copied().ok_or_else(|| super::unknown("decision", key))
    }

    fn body(&self, name: &str) -> Result<BodyId, Failure> {
        self.bodies.get(name).copied().ok_or_else(|| super::unknown("group", name))
    }

    /// An hour of a day, counted from today.
    fn hours_of(&self, day: i64, hours: i64) -> Instant {
        self.day(day).start_in(&self.today.zone).plus_seconds(hours * HOUR)
    }
}

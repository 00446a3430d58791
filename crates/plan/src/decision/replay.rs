//! Which step may follow which: the one place where a decision changes; and the count.

use base::{Date, FieldProblem, Revision};

use super::{
    Act, Answer, Closing, Current, Decision, DecisionError, Frame, Given, MOST_OPTIONS, Position,
    Question, RollEntry, Round, Said, State, Step, Verdict, Voice, Voter, Way,
    count::{
        self, Outcome, ProposalCount, RankedCount, Ranking, RankingError, Stance, Threshold,
        Turnout,
    },
};
use crate::Error;

/// The figures of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Count {
    /// Of a proposal.
    Proposal(ProposalCount),
    /// Of a ranked choice.
    Ranked(RankedCount),
    /// Of advice that was heard.
    Advice(Turnout),
}

impl Decision {
    /// The decision that a stored history makes.
    ///
    /// # Errors
    /// When no sequence of verbs could have made that history.
    pub(crate) fn replay(
        frame: Frame,
        revision: Revision,
        steps: impl IntoIterator<Item = Step>,
    ) -> Result<Self, Error> {
        let mut steps = steps.into_iter();
        let first = steps.next().ok_or(DecisionError::History)?;
        let mut decision = Self::begin(frame, first)?;
        for step in steps {
            decision.apply(step)?;
        }
        decision.revision = revision;
        Ok(decision)
    }

    pub(super) fn begin(frame: Frame, first: Step) -> Result<Self, Error> {
        let Act::Proposed { question } = &first.act else {
            return Err(DecisionError::History.into());
        };
        let current = Current {
            question: question.clone().checked()?,
            state: State::Draft,
            roll: Vec::new(),
            rounds: Vec::new(),
        };
        let (Frame { id, supersedes }, revision) = (frame, Revision::FIRST);
        Ok(Self { id, supersedes, revision, steps: vec![first], current })
    }

    pub(super) fn take(&mut self, voice: Voice, act: Act) -> Result<(), Error> {
        let number = self.steps.last().map_or(1, |step| step.number.saturating_add(1));
        self.apply(Step { number, voice, act })
    }

    fn apply(&mut self, step: Step) -> Result<(), Error> {
        let voice = &step.voice;
        match &step.act {
            Act::Proposed { .. } => return Err(DecisionError::History.into()),
            Act::Revised { question } => self.revised(question)?,
            Act::Put { roll, due } => self.was_put(voice, roll, *due)?,
            Act::Given { voter, position } => self.given(voice, *voter, position)?,
            Act::TakenBack { voter } => self.taken_back(*voter)?,
            Act::Amended { text, why, due } => {
                let before = self.open_round()?;
                not_past(*due, voice.on)?;
                if before.text.as_ref() == Some(text) {
                    return Err(DecisionError::SameText.into());
                }
                let Way::Proposal { threshold: Threshold::Consent, text: now, .. } =
                    &mut self.current.question.way
                else {
                    return Err(DecisionError::NoAmendment.into());
                };
                *now = text.clone();
                self.begin_round(Some(why.clone()), voice.on, *due);
            }
            Act::Closed { verdict } => self.closed(voice, verdict)?,
            Act::Withdrawn { why } => {
                self.must_not_be_over()?;
                self.current.state = State::Withdrawn { why: why.clone(), on: voice.on };
            }
        }
        self.steps.push(step);
        Ok(())
    }

    fn revised(&mut self, question: &Question) -> Result<(), Error> {
        self.must_be_draft()?;
        let question = question.clone().checked()?;
        if question == self.current.question {
            return Err(DecisionError::SameText.into());
        }
        self.current.question = question;
        Ok(())
    }

    fn was_put(&mut self, voice: &Voice, roll: &[RollEntry], due: Date) -> Result<(), Error> {
        self.must_be_draft()?;
        not_past(due, voice.on)?;
        if roll.is_empty() {
            return Err(DecisionError::EmptyRoll.into());
        }
        self.current.roll = roll.to_vec();
        self.current.state = State::Open;
        self.begin_round(None, voice.on, due);
        Ok(())
    }

    fn begin_round(&mut self, why: Option<base::Reason>, since: Date, due: Date) {
        let text = self.current.question.way.text().cloned();
        self.current.rounds.push(Round { text, why, since, due, given: Vec::new() });
    }

    fn given(&mut self, voice: &Voice, voter: Voter, position: &Position) -> Result<(), Error> {
        self.open_round()?;
        self.must_be_on_roll(voter)?;
        position.fits(&self.current.question.way)?;
        let places: Vec<Voter> = self.current.roll.iter().map(|entry| entry.voter).collect();
        let place = |voter: Voter| places.iter().position(|one| *one == voter);
        let (by, on, position) = (voice.person, voice.on, position.clone());
        if let Some(round) = self.current.rounds.last_mut() {
            round.given.retain(|given| given.voter != voter);
            round.given.push(Given { voter, by, on, position });
            // In the order of the roll, so that nobody reads who was first.
            round.given.sort_by_key(|given| place(given.voter));
        }
        Ok(())
    }

    fn taken_back(&mut self, voter: Voter) -> Result<(), Error> {
        self.open_round()?;
        self.must_be_on_roll(voter)?;
        if self.position_of(voter).is_none() {
            return Err(DecisionError::NoPosition.into());
        }
        if let Some(round) = self.current.rounds.last_mut() {
            round.given.retain(|given| given.voter != voter);
        }
        Ok(())
    }

    fn closed(&mut self, voice: &Voice, verdict: &Verdict) -> Result<(), Error> {
        let due = self.open_round()?.due;
        if !self.may_close(voice.on) {
            return Err(DecisionError::TooEarly { due }.into());
        }
        let way = &self.current.question.way;
        let chosen = verdict.chosen.filter(|_| way.decider().is_some());
        if chosen.is_some_and(|option| option >= way.options().len()) {
            return Err(Error::field("choice", "choice_unknown"));
        }
        let outcome = match (self.count(), chosen) {
            (Some(Count::Proposal(count)), _) => count.outcome,
            (Some(Count::Ranked(count)), _) => count.outcome,
            (Some(Count::Advice(turnout)), chosen) => {
                count::advised(turnout.roll, turnout.took_part, chosen)
            }
            (None, _) => return Err(DecisionError::History.into()),
        };
        self.current.state = State::Closed(Closing {
            on: voice.on,
            by: voice.person,
            organization: voice.organization,
            outcome,
            compromise: verdict.compromise.clone(),
        });
        Ok(())
    }

    /// The figures of the last round; none before the question is put.
    #[must_use]
    pub fn count(&self) -> Option<Count> {
        self.round().map(|round| self.count_of(round))
    }

    /// The figures of one of its rounds.
    #[must_use]
    pub fn count_of(&self, round: &Round) -> Count {
        let (way, roll) = (&self.current.question.way, self.current.roll.len());
        match way {
            Way::Proposal { threshold, quorum, .. } => {
                let stances: Vec<Stance> =
                    round.given.iter().filter_map(|given| given.position.stance()).collect();
                Count::Proposal(count::proposal(*threshold, *quorum, roll, &stances))
            }
            Way::Ranked { options, quorum, .. } => {
                let rankings: Vec<Ranking> = round
                    .given
                    .iter()
                    .filter_map(|given| given.position.ranking().cloned())
                    .collect();
                Count::Ranked(count::ranked(*quorum, roll, options.len(), &rankings))
            }
            Way::Advice { .. } => Count::Advice(Turnout::of(way.quorum(), roll, round.given.len())),
        }
    }

    fn open_round(&self) -> Result<&Round, Error> {
        match (&self.current.state, self.current.rounds.last()) {
            (State::Open, Some(round)) => Ok(round),
            (State::Open | State::Draft | State::Closed(_) | State::Withdrawn { .. }, _) => {
                Err(DecisionError::NotOpen { state: self.current.state.name() }.into())
            }
        }
    }

    fn must_be_draft(&self) -> Result<(), Error> {
        match self.current.state {
            State::Draft => Ok(()),
            State::Open | State::Closed(_) | State::Withdrawn { .. } => {
                Err(DecisionError::NotDraft { state: self.current.state.name() }.into())
            }
        }
    }

    fn must_not_be_over(&self) -> Result<(), Error> {
        match self.current.state {
            State::Draft | State::Open => Ok(()),
            State::Closed(_) | State::Withdrawn { .. } => {
                Err(DecisionError::Over { state: self.current.state.name() }.into())
            }
        }
    }

    fn must_be_on_roll(&self, voter: Voter) -> Result<(), Error> {
        let on = self.current.roll.iter().any(|entry| entry.voter == voter);
        if on { Ok(()) } else { Err(DecisionError::NotOnRoll.into()) }
    }
}

impl Question {
    /// Whether its parts fit its method.
    ///
    /// # Errors
    /// The first part that does not.
    pub fn checked(self) -> Result<Self, Error> {
        if let Way::Ranked { options, .. } | Way::Advice { options, .. } = &self.way {
            let twice = options
                .iter()
                .enumerate()
                .any(|(at, option)| options.iter().take(at).any(|before| before == option));
            match options.len() {
                0 | 1 => return Err(Error::field("options", "decision_two_options")),
                number if number > MOST_OPTIONS => {
                    return Err(Error::field("options", "decision_many_options"));
                }
                _ if twice => return Err(Error::field("options", "decision_option_twice")),
                _ => {}
            }
        }
        if let Way::Advice { decider, advisers, .. } = &self.way {
            if advisers.is_empty() {
                return Err(Error::field("advisers", "required"));
            }
            if advisers.contains(decider) {
                return Err(Error::field("advisers", "decision_adviser_decides"));
            }
        }
        Ok(self)
    }
}

impl Position {
    /// What somebody says to a question that is decided in this way.
    ///
    /// # Errors
    /// When what the way needs is missing, or an option is ranked twice or is none.
    pub fn of(way: &Way, said: Said) -> Result<Self, Error> {
        let Said { stance, ranking, words, round: _ } = said;
        let answer = match way {
            Way::Proposal { .. } => {
                Answer::Stance(stance.ok_or(Error::field("stance", "required"))?)
            }
            Way::Ranked { .. } if ranking.is_empty() && stance != Some(Stance::Abstain) => {
                return Err(Error::field("ranking", "required"));
            }
            Way::Ranked { options, .. } => {
                let unknown = || Error::field("ranking", "choice_unknown");
                let numbers = ranking.into_iter().map(|number| number.checked_sub(1));
                let preferred = numbers.collect::<Option<Vec<_>>>().ok_or_else(unknown)?;
                let ranking = Ranking::of(options.len(), preferred);
                Answer::Ranking(ranking.map_err(|error| match error {
                    RankingError::Unknown(_) => unknown(),
                    RankingError::Twice(_) => Error::field("ranking", "decision_ranked_twice"),
                })?)
            }
            Way::Advice { .. } => Answer::Advice,
        };
        let position = Self { answer, words };
        position.fits(way)?;
        Ok(position)
    }

    /// What it says to a proposal.
    #[must_use]
    pub const fn stance(&self) -> Option<Stance> {
        if let Answer::Stance(stance) = &self.answer { Some(*stance) } else { None }
    }

    /// How it ranks the options.
    #[must_use]
    pub const fn ranking(&self) -> Option<&Ranking> {
        if let Answer::Ranking(ranking) = &self.answer { Some(ranking) } else { None }
    }

    fn fits(&self, way: &Way) -> Result<(), Error> {
        let wants_words = match (&self.answer, way) {
            (Answer::Stance(stance), Way::Proposal { .. }) => *stance == Stance::Object,
            (Answer::Ranking(ranking), Way::Ranked { options, .. }) => {
                // Made for another list, it would name what is not there.
                Ranking::of(options.len(), ranking.preferred().to_vec())
                    .map_err(|_other| Error::field("ranking", "choice_unknown"))?;
                false
            }
            (Answer::Advice, Way::Advice { .. }) => true,
            (Answer::Stance(_) | Answer::Ranking(_) | Answer::Advice, _) => {
                return Err(DecisionError::OtherMethod.into());
            }
        };
        if wants_words && self.words.is_none() {
            return Err(Error::field("words", "required"));
        }
        Ok(())
    }
}

fn not_past(due: Date, today: Date) -> Result<(), Error> {
    if due >= today {
        return Ok(());
    }
    let args = vec![("today", today.to_string())];
    let field = FieldProblem { field: "due".to_owned(), code: "commitment_date_past", args };
    Err(DecisionError::Fields(vec![field]).into())
}

/// Whether an outcome decides something.
pub(super) const fn decides(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Adopted | Outcome::Chosen(_))
}

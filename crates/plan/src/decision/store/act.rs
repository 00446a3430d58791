//! A step as a row: each act in its own columns, so that the history can be read without us.

use std::str::FromStr;

use base::{OrganizationId, Reason, Title, Value};
use store::{Row, values};

use crate::{
    Error,
    decision::{
        Act, ActName, Answer, DecisionError, DecisionId, Electorate, Franchise, Position, Question,
        RollEntry, Step, Verdict, Voice, Way,
        count::{Method, Ranking, Stance, Threshold},
    },
};

/// The columns of a step, in the order of `ADD_STEP`.
pub(super) fn values_of(decision: DecisionId, step: &Step) -> Vec<Value> {
    let question = match &step.act {
        Act::Proposed { question } | Act::Revised { question } => Some(question),
        Act::Put { .. }
        | Act::Given { .. }
        | Act::TakenBack { .. }
        | Act::Amended { .. }
        | Act::Closed { .. }
        | Act::Withdrawn { .. } => None,
    };
    let way = question.map(|question| &question.way);
    let electorate = way.and_then(Way::electorate);
    let mut columns = values![
        decision,
        i64::from(step.number),
        step.act.name(),
        step.voice.at,
        step.voice.on,
        step.voice.person,
        step.voice.organization,
        question.map(|question| question.title.clone()),
        question.and_then(|question| question.background.clone()),
        way.map(Way::method),
    ];
    let amended = if let Act::Amended { text, .. } = &step.act { Some(text) } else { None };
    columns.extend(values![
        amended.or(way.and_then(Way::text)).cloned(),
        way.and_then(|way| lines(way.options())),
        electorate.map(Electorate::franchise),
        electorate.and_then(Electorate::body),
        way.filter(|way| way.decider().is_none()).map(Way::quorum),
        way.and_then(Way::decider),
        way.and_then(|way| lines(way.advisers())),
        question.map(|question| question.owner),
    ]);
    columns.extend(rest_of(&step.act));
    columns
}

/// `roll`, `due`, `words`, `voter`, `stance`, `ranking`, `choice`.
fn rest_of(act: &Act) -> Vec<Value> {
    let nothing: [Option<String>; 7] = [const { None }; 7];
    let [roll, due, words, voter, stance, ranking, _] = nothing;
    let mut choice: Option<i64> = None;
    let (mut roll, mut due, mut words, mut voter) = (roll, due, words, voter);
    let (mut stance, mut ranking) = (stance, ranking);
    match act {
        Act::Proposed { .. } | Act::Revised { .. } => {}
        Act::Put { roll: entries, due: day } => {
            let line = |entry: &RollEntry| format!("{},{}", entry.voter, entry.organization);
            roll = Some(entries.iter().map(line).collect::<Vec<_>>().join("\n"));
            due = Some(day.to_string());
        }
        Act::Given { voter: who, position } => {
            voter = Some(who.to_string());
            words = position.words.as_ref().map(ToString::to_string);
            stance = position.stance().map(|stance| stance.to_string());
            ranking = position.ranking().map(|ranking| {
                let places: Vec<String> =
                    ranking.preferred().iter().map(ToString::to_string).collect();
                places.join(",")
            });
        }
        Act::TakenBack { voter: who } => voter = Some(who.to_string()),
        Act::Amended { why, due: day, .. } => {
            words = Some(why.to_string());
            due = Some(day.to_string());
        }
        Act::Closed { verdict } => {
            words = verdict.compromise.as_ref().map(ToString::to_string);
            choice = verdict.chosen.and_then(|option| i64::try_from(option).ok());
        }
        Act::Withdrawn { why } => words = Some(why.to_string()),
    }
    values![roll, due, words, voter, stance, ranking, choice]
}

/// The step that a row holds.
pub(super) fn step(row: &Row) -> Result<Step, Error> {
    let voice = Voice {
        person: row.get("person")?,
        organization: row.get("organization")?,
        at: row.get("at")?,
        on: row.get("happened_on")?,
    };
    let number = u32::try_from(row.get::<i64>("number")?).map_err(|_negative| broken())?;
    Ok(Step { number, voice, act: act(row)? })
}

fn act(row: &Row) -> Result<Act, Error> {
    let why = || row.get::<Reason>("words");
    Ok(match row.get::<ActName>("act")? {
        ActName::Proposed => Act::Proposed { question: question(row)? },
        ActName::Revised => Act::Revised { question: question(row)? },
        ActName::Put => {
            let roll: String = row.get("roll")?;
            let roll = roll.lines().map(roll_entry).collect::<Result<_, Error>>()?;
            Act::Put { roll, due: row.get("due")? }
        }
        ActName::Given => Act::Given { voter: row.get("voter")?, position: position(row)? },
        ActName::TakenBack => Act::TakenBack { voter: row.get("voter")? },
        ActName::Amended => {
            Act::Amended { text: row.get("proposal")?, why: why()?, due: row.get("due")? }
        }
        ActName::Closed => {
            let chosen: Option<i64> = row.get("choice")?;
            let chosen = chosen.map(usize::try_from).transpose().map_err(|_negative| broken())?;
            Act::Closed { verdict: Verdict { chosen, compromise: row.get("words")? } }
        }
        ActName::Withdrawn => Act::Withdrawn { why: why()? },
    })
}

fn question(row: &Row) -> Result<Question, Error> {
    let electorate = || -> Result<Electorate, Error> {
        let franchise: Franchise = row.get("franchise")?;
        Electorate::of(franchise, row.get("body")?).ok_or_else(broken)
    };
    let options = || parsed::<Title>(row, "options");
    let proposal = |threshold: Threshold| -> Result<Way, Error> {
        let (text, quorum) = (row.get("proposal")?, row.get("quorum")?);
        Ok(Way::Proposal { threshold, text, by: electorate()?, quorum })
    };
    let way = match row.get::<Method>("method")? {
        Method::Consent => proposal(Threshold::Consent)?,
        Method::Majority => proposal(Threshold::Majority)?,
        Method::TwoThirds => proposal(Threshold::TwoThirds)?,
        Method::Ranked => {
            Way::Ranked { options: options()?, by: electorate()?, quorum: row.get("quorum")? }
        }
        Method::Advice => Way::Advice {
            options: options()?,
            decider: row.get("decider")?,
            advisers: parsed::<OrganizationId>(row, "advisers")?,
        },
    };
    let (title, background) = (row.get("title")?, row.get("background")?);
    Ok(Question { title, background, way, owner: row.get("owner")? })
}

fn position(row: &Row) -> Result<Position, Error> {
    let (stance, ranking): (Option<Stance>, Option<String>) =
        (row.get("stance")?, row.get("ranking")?);
    let answer = match (stance, ranking) {
        (Some(stance), _) => Answer::Stance(stance),
        (None, Some(places)) => {
            let places =
                places.split(',').filter(|place| !place.is_empty()).map(str::parse::<usize>);
            let preferred = places.collect::<Result<Vec<_>, _>>().map_err(|_word| broken())?;
            // Whether each is on the list is checked against the question.
            let options = preferred.iter().max().map_or(0, |most| most.saturating_add(1));
            Answer::Ranking(Ranking::of(options, preferred).map_err(|_twice| broken())?)
        }
        (None, None) => Answer::Advice,
    };
    Ok(Position { answer, words: row.get("words")? })
}

fn roll_entry(line: &str) -> Result<RollEntry, Error> {
    let (voter, organization) = line.split_once(',').ok_or_else(broken)?;
    Ok(RollEntry {
        voter: voter.parse().map_err(|_unknown| broken())?,
        organization: organization.parse().map_err(|_unknown| broken())?,
    })
}

/// One value a line; nothing where there is nothing.
fn lines<T: ToString>(values: &[T]) -> Option<String> {
    let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
    if texts.is_empty() { None } else { Some(texts.join("\n")) }
}

fn parsed<T: FromStr>(row: &Row, column: &str) -> Result<Vec<T>, Error> {
    let text: Option<String> = row.get(column)?;
    let lines = text.as_deref().unwrap_or_default().lines();
    lines.map(|line| line.parse().map_err(|_wrong| broken())).collect()
}

fn broken() -> Error {
    DecisionError::History.into()
}

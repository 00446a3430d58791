//! What the page of a decision is made of: positions, rounds, facts, history.

use web::Shell;

use super::super::{
    ActName, Count, Decision, Electorate, Given, Record, RollEntry, State, Step, words,
};
use crate::{
    goal::Part,
    words::{self as plain, Promise},
};

/// What somebody said.
pub(super) struct Spoken {
    pub(super) voter: String,
    pub(super) said: String,
    pub(super) words: Option<String>,
    pub(super) by: String,
}

/// One for whom the reader answers.
pub(super) struct Mine {
    pub(super) voter: String,
    pub(super) name: String,
    pub(super) said: Option<String>,
    pub(super) words: Option<String>,
}

/// A round that an amendment ended.
pub(super) struct Earlier {
    pub(super) title: String,
    pub(super) text: String,
    pub(super) why: String,
    pub(super) said: Vec<Spoken>,
}

/// A line of the history.
pub(super) struct Past {
    pub(super) text: String,
    pub(super) when: String,
}

pub(super) fn said(shell: &Shell, record: &Record, given: &Given) -> Spoken {
    let by = record.people.name(given.by);
    Spoken {
        voter: record.voter(given.voter),
        said: words::said(shell, &record.decision, given),
        words: given.position.words.as_ref().map(ToString::to_string),
        by: shell.t2("decisions-said-by", "who", by, "date", shell.short_date(given.on)),
    }
}

/// What the reader may see of the last round.
pub(super) fn said_last(shell: &Shell, record: &Record) -> Vec<Spoken> {
    let Some(round) = record.decision.round().filter(|_| record.shows_positions()) else {
        return Vec::new();
    };
    round.given.iter().map(|given| said(shell, record, given)).collect()
}

/// Why positions are not shown to the reader.
pub(super) fn hidden(shell: &Shell, record: &Record) -> Option<String> {
    if record.shows_positions() || matches!(record.decision.state(), State::Draft) {
        return None;
    }
    let key = match record.decision.state() {
        State::Withdrawn { .. } => "decisions-hidden-withdrawn",
        _ if record.mine.is_empty() => "decisions-hidden-until-closed",
        State::Draft | State::Open | State::Closed(_) => "decisions-hidden-until-given",
    };
    Some(shell.t(key).into_owned())
}

/// Those for whom the reader answers while it is open.
pub(super) fn mine(shell: &Shell, record: &Record) -> Vec<Mine> {
    if !matches!(record.decision.state(), State::Open) {
        return Vec::new();
    }
    let line = |entry: &RollEntry| {
        let given = record.decision.position_of(entry.voter);
        Mine {
            voter: entry.voter.to_string(),
            name: record.voter(entry.voter),
            said: given.map(|given| words::said(shell, &record.decision, given)),
            words: given.and_then(|given| given.position.words.as_ref().map(ToString::to_string)),
        }
    };
    record.mine.iter().map(line).collect()
}

/// The rounds before the last: they are over, and open to everybody who reads.
pub(super) fn earlier(shell: &Shell, record: &Record) -> Vec<Earlier> {
    let rounds = record.decision.rounds();
    let one = |(at, pair): (usize, &[super::super::Round])| {
        let [round, next] = pair else { return None };
        Some(Earlier {
            title: shell.t1("decisions-round", "round", at + 1),
            text: round.text.as_ref().map(ToString::to_string).unwrap_or_default(),
            why: next.why.as_ref().map(ToString::to_string).unwrap_or_default(),
            said: round.given.iter().map(|given| said(shell, record, given)).collect(),
        })
    };
    rounds.windows(2).enumerate().filter_map(one).collect()
}

/// The rounds of a runoff, where there is one.
pub(super) fn runoff(shell: &Shell, decision: &Decision, count: &Count) -> Option<words::Rounds> {
    match count {
        Count::Ranked(count) => {
            count.runoff.as_ref().map(|runoff| words::rounds(shell, decision, runoff))
        }
        Count::Proposal(_) | Count::Advice(_) => None,
    }
}

pub(super) fn promises(shell: &Shell, record: &Record) -> Vec<Promise> {
    let line = |part: &Part| Promise::of(shell, &record.place, &record.directory, part);
    record.parts.iter().map(line).collect()
}

/// Who may answer, and whether that is fixed.
pub(super) fn roll(shell: &Shell, record: &Record) -> (Vec<String>, String) {
    let (entries, key) = if record.decision.roll().is_empty() {
        (record.would_be.as_slice(), "decisions-roll-would-be")
    } else {
        (record.decision.roll(), "decisions-roll-fixed")
    };
    let mut names: Vec<String> = entries.iter().map(|entry| record.voter(entry.voter)).collect();
    names.sort();
    (names, shell.t(key).into_owned())
}

pub(super) fn facts(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let Record { decision, directory, entry, .. } = record;
    let label = |key: &str| shell.t(key).into_owned();
    let way = &decision.question().way;
    let mut facts = vec![
        (label("decisions-owner"), directory.name(entry.owner).to_owned()),
        (label("decisions-method"), plain::said(shell, "decisions-method", entry.method)),
    ];
    if let Some(by) = way.electorate() {
        facts.push((label("decisions-electorate"), electorate(shell, record, by)));
        facts.push((
            label("decisions-quorum"),
            plain::said(shell, "decisions-quorum", way.quorum()),
        ));
    }
    if let Some(decider) = way.decider() {
        facts.push((label("decisions-decider"), directory.name(decider).to_owned()));
    }
    if let Some(due) = entry.due {
        facts.push((label("decisions-due"), shell.date(due)));
    }
    if let Some(closing) = decision.closing() {
        facts.push((label("decisions-closed-on"), shell.date(closing.on)));
        let by = [
            ("who", record.people.name(closing.by).into()),
            ("organization", directory.name(closing.organization).into()),
        ];
        facts.push((label("decisions-closed-by"), shell.tn("decisions-person-for", &by)));
    }
    facts
}

/// "One voice for each seat of the Partnership board".
pub(super) fn electorate(shell: &Shell, record: &Record, by: Electorate) -> String {
    let body = record.body.as_deref().unwrap_or_default();
    match by {
        Electorate::Partners => shell.t("decisions-of-partners").into_owned(),
        Electorate::Organizations(_) => shell.t1("decisions-of-organizations", "body", body),
        Electorate::Seats(_) => shell.t1("decisions-of-seats", "body", body),
    }
}

/// What was done, but for positions: they stand above with name and day.
pub(super) fn history(shell: &Shell, record: &Record) -> Vec<Past> {
    let steps = record.visible_steps().filter(|step| step.act.name() != ActName::Given);
    steps.map(|step| past(shell, record, step)).collect()
}

fn past(shell: &Shell, record: &Record, step: &Step) -> Past {
    let act: ActName = step.act.name();
    let args = [
        ("who", record.people.name(step.voice.person).into()),
        ("organization", record.directory.name(step.voice.organization).into()),
    ];
    let key = format!("decisions-step-{act}").replace('_', "-");
    Past { text: shell.tn(&key, &args), when: shell.when(step.voice.at) }
}

//! How decisions are spoken of on pages: status, result, figures, positions.

use web::Shell;

use super::{
    Answer, Count, Decision, Entry, Given, ResultName, StateName,
    count::{Outcome, RankedCount, Runoff, Tie, Turnout},
};
use crate::words::{self as plain, Status};

/// How it stands, as icon, word and color.
pub(crate) fn mark(shell: &Shell, entry: &Entry) -> Status {
    let plain = |kind, key: &str| Status { kind, text: shell.t(key).into_owned() };
    if entry.replaced_on.is_some() {
        return plain("idle", "decisions-mark-replaced");
    }
    match (entry.state, entry.result) {
        (StateName::Draft, _) => plain("idle", "decisions-state-draft"),
        (StateName::Withdrawn, _) => plain("idle", "decisions-state-withdrawn"),
        (StateName::Open, _) if entry.due.is_some_and(|due| due < shell.today()) => {
            plain("risk", "decisions-mark-due")
        }
        (StateName::Open, _) => plain("ok", "decisions-state-open"),
        (StateName::Closed, Some(ResultName::Adopted)) => plain("done", "decisions-result-adopted"),
        (StateName::Closed, Some(ResultName::Chosen)) => plain("done", "decisions-result-chosen"),
        (StateName::Closed, Some(ResultName::NotAdopted)) => {
            plain("off", "decisions-result-not-adopted")
        }
        (StateName::Closed, Some(ResultName::Undecided) | None) => {
            plain("idle", "decisions-result-undecided")
        }
    }
}

/// What came of it, in a sentence.
pub(super) fn outcome(shell: &Shell, decision: &Decision, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Adopted => shell.t("decisions-outcome-adopted").into_owned(),
        Outcome::NotAdopted => shell.t("decisions-outcome-not-adopted").into_owned(),
        Outcome::Chosen(option) => {
            let title = decision.question().way.options().get(*option);
            let title = title.map(ToString::to_string).unwrap_or_default();
            shell.t1("decisions-outcome-chosen", "option", title)
        }
        Outcome::Undecided(gap) => plain::said(shell, "decisions-gap", gap),
    }
}

/// The figures in a sentence.
pub(super) fn figures(shell: &Shell, count: &Count) -> String {
    match count {
        Count::Proposal(count) => {
            let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
            let said = shell.tn(
                "decisions-figures",
                &[
                    ("support", number(count.stances.support).into()),
                    ("live", number(count.stances.can_live_with).into()),
                    ("object", number(count.stances.object).into()),
                    ("abstain", number(count.stances.abstain).into()),
                ],
            );
            format!("{said} {}", turnout(shell, &count.turnout))
        }
        Count::Ranked(RankedCount { turnout: who, .. }) | Count::Advice(who) => turnout(shell, who),
    }
}

/// "6 of 9 have answered; 5 must."
pub(super) fn turnout(shell: &Shell, turnout: &Turnout) -> String {
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    shell.tn(
        "decisions-turnout",
        &[
            ("took", number(turnout.took_part).into()),
            ("roll", number(turnout.roll).into()),
            ("needed", number(turnout.needed).into()),
        ],
    )
}

/// What somebody said, in a few words.
pub(super) fn said(shell: &Shell, decision: &Decision, given: &Given) -> String {
    match &given.position.answer {
        Answer::Stance(stance) => plain::said(shell, "decisions-stance", stance),
        Answer::Advice => shell.t("decisions-advised").into_owned(),
        Answer::Ranking(ranking) if ranking.is_empty() => {
            shell.t("decisions-stance-abstain").into_owned()
        }
        Answer::Ranking(ranking) => {
            let options = decision.question().way.options();
            let places = ranking.preferred().iter().enumerate();
            let line = |(place, option): (usize, &usize)| {
                let title = options.get(*option).map(ToString::to_string).unwrap_or_default();
                format!("{}. {title}", place + 1)
            };
            places.map(line).collect::<Vec<_>>().join(" · ")
        }
    }
}

/// A runoff as a table: of each option what it led in each round, and what happened after each.
pub(super) struct Rounds {
    pub(super) rows: Vec<(String, Vec<String>)>,
    pub(super) notes: Vec<String>,
}

pub(super) fn rounds(shell: &Shell, decision: &Decision, runoff: &Runoff) -> Rounds {
    let options = decision.question().way.options();
    let title = |option: usize| options.get(option).map(ToString::to_string).unwrap_or_default();
    let cell = |option: usize, round: &super::count::Round| {
        let led = round.leads.get(option).copied().flatten();
        led.map_or_else(|| "–".to_owned(), |led| shell.number(i64::try_from(led).unwrap_or(0)))
    };
    let row = |option: usize| {
        let cells = runoff.rounds.iter().map(|round| cell(option, round)).collect();
        (title(option), cells)
    };
    let note = |(at, round): (usize, &super::count::Round)| {
        let out = round.out?;
        let key = match out.tie {
            Tie::None => "decisions-out",
            Tie::EarlierRound(_) => "decisions-out-earlier",
            Tie::ListOrder => "decisions-out-list",
        };
        Some(shell.t2(key, "round", at + 1, "option", title(out.option)))
    };
    Rounds {
        rows: (0..options.len()).map(row).collect(),
        notes: runoff.rounds.iter().enumerate().filter_map(note).collect(),
    }
}

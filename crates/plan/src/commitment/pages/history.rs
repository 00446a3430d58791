//! The history of a commitment, newest first: every offer, date, reason and piece of evidence.

use web::{Shell, chart::Svg};

use super::spoken_for;
use crate::{ActName, Record, Step};

/// One line of the history.
pub(super) struct Line {
    pub(super) icon: Svg,
    /// `ok`, `risk` or nothing: how the mark is drawn.
    pub(super) mark: &'static str,
    pub(super) text: String,
    pub(super) when: String,
    pub(super) said: Option<String>,
    /// Whether it was taken back.
    pub(super) undone: bool,
}

pub(super) fn history(shell: &Shell, record: &Record) -> Vec<Line> {
    let steps = record.commitment.steps();
    let undone: Vec<u32> = steps.iter().filter_map(|step| step.act.undone()).collect();
    steps
        .iter()
        .rev()
        .map(|step| line(shell, record, step, undone.contains(&step.number)))
        .collect()
}

fn line(shell: &Shell, record: &Record, step: &Step, undone: bool) -> Line {
    let (icon, mark) = drawn(step.act.name());
    let voice = &step.voice;
    let who = record.names.name(voice.person);
    let organization = spoken_for(shell, record, voice.side, voice.organization);
    let when = shell.t2(
        "commitments-step-when",
        "when",
        shell.when(voice.at),
        "organization",
        organization.as_str(),
    );
    let date = step.act.date().map(|day| shell.date(day)).unwrap_or_default();
    let person =
        step.act.in_charge().map(|carrier| record.names.name(carrier.person)).unwrap_or_default();
    let title = step.act.terms().map(|terms| terms.title.as_str());
    let label = step.act.label().map(base::Line::as_str);
    let args = [
        ("who", who.into()),
        ("date", date.as_str().into()),
        ("person", person.into()),
        ("title", title.or(label).unwrap_or_default().into()),
    ];
    let key = format!("commitments-step-{}", step.act.name().as_str().replace('_', "-"));
    let details = step.act.terms().and_then(|terms| terms.details.as_ref());
    let words = step.act.words().filter(|_| label.is_none());
    let said = words.map(str::to_owned).or_else(|| details.map(ToString::to_string));
    Line { icon: shell.icon(icon), mark, text: shell.tn(&key, &args), when, said, undone }
}

const fn drawn(act: ActName) -> (&'static str, &'static str) {
    match act {
        ActName::Offered => ("send", ""),
        ActName::Asked => ("help", ""),
        ActName::Countered => ("edit", ""),
        ActName::Accepted => ("check_circle", "ok"),
        ActName::Declined => ("highlight_off", "risk"),
        ActName::Withdrawn | ActName::Undone => ("undo", ""),
        ActName::ClaimedDone => ("flag", ""),
        ActName::Confirmed => ("verified", "ok"),
        ActName::NotYet => ("warning", "risk"),
        ActName::Moved => ("event", ""),
        ActName::Broken => ("report", "risk"),
        ActName::HandedOver => ("people", ""),
        ActName::Explained => ("comment", ""),
        ActName::Reminded => ("notifications", ""),
        ActName::EvidenceAdded => ("attach_file", ""),
        ActName::EvidenceRemoved => ("delete", ""),
    }
}

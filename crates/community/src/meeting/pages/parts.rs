//! What the page of a meeting is made of: items, proposals, who was there, corrections, facts.

use web::Shell;

use super::super::{
    Record,
    agenda::{self, Item, ItemId, ItemKind, ItemState, Source},
    attendance::{Attendance, Attendee, Presence},
    minutes::OutcomeKind,
    words::{self, Status},
};

/// An item of the agenda.
#[expect(clippy::struct_excessive_bools, reason = "what the template asks, one by one")]
pub(super) struct ItemRow {
    pub(super) id: ItemId,
    pub(super) number: usize,
    pub(super) begins: Option<String>,
    pub(super) title: String,
    /// Length, who brings it, how it came here.
    pub(super) notes_on: Vec<String>,
    pub(super) why: Option<String>,
    pub(super) about: Option<String>,
    pub(super) mark: Status,
    pub(super) notes: Vec<String>,
    pub(super) collided: bool,
    pub(super) outcomes: Vec<OutcomeRow>,
    /// The meeting whose minutes it is about.
    pub(super) minutes_of: Option<String>,
    pub(super) went_to: Option<String>,
    pub(super) first: bool,
    pub(super) last: bool,
    pub(super) editable: bool,
    pub(super) removable: bool,
}

/// Something that came of an item.
pub(super) struct OutcomeRow {
    pub(super) word: OutcomeKind,
    pub(super) subject: String,
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) href: String,
}

/// What one context proposes.
pub(super) struct Proposals {
    pub(super) title: String,
    pub(super) rows: Vec<ProposalRow>,
}

/// Something that could be talked about.
pub(super) struct ProposalRow {
    pub(super) title: String,
    pub(super) about: String,
    pub(super) href: String,
    pub(super) why: String,
    pub(super) status: Option<Status>,
}

/// One who was there, or was not.
pub(super) struct There {
    pub(super) name: String,
    pub(super) seat: String,
    pub(super) presence: Status,
}

/// What somebody wants changed in the minutes.
pub(super) struct Correction {
    pub(super) number: i64,
    pub(super) words: String,
    pub(super) by: String,
    pub(super) taken_back: bool,
    pub(super) mine: bool,
}

/// The agenda in its order.
pub(super) fn items(shell: &Shell, record: &Record) -> Vec<ItemRow> {
    let times = agenda::timetable(&record.agenda);
    let listed: Vec<&Item> = record.listed().collect();
    let last = listed.len().saturating_sub(1);
    let row = |(at, item): (usize, &&Item)| {
        let after = times.iter().find(|(id, _)| *id == item.id).and_then(|(_, after)| *after);
        let begins = after.and_then(|after| words::clock_after(shell, &record.meeting, after));
        ItemRow { begins, first: at == 0, last: at == last, ..row(shell, record, at + 1, item) }
    };
    listed.iter().enumerate().map(row).collect()
}

/// What was proposed and set aside.
pub(super) fn aside(shell: &Shell, record: &Record) -> Vec<ItemRow> {
    let aside = record.agenda.iter().filter(|item| item.state == ItemState::Aside);
    aside.map(|item| row(shell, record, 0, item)).collect()
}

fn row(shell: &Shell, record: &Record, number: usize, item: &Item) -> ItemRow {
    let link = |path: &str| shell.href(path);
    let slug = &record.place.slug;
    let mut notes_on = Vec::new();
    notes_on.extend(item.topic.length.map(|length| words::length(shell, length)));
    notes_on
        .extend(item.topic.presenter.map(|presenter| record.directory.name(presenter).to_owned()));
    match item.source {
        Source::Member => {}
        Source::Proposed | Source::Returned | Source::Rule => {
            notes_on.push(words::said(shell, "meetings-source", item.source));
        }
    }
    let minutes_of = (item.kind == ItemKind::Minutes).then_some(item.comes_from.as_deref());
    let outcome = |outcome: &super::super::minutes::Outcome| {
        let path = match outcome.kind {
            OutcomeKind::Decision => "decisions",
            OutcomeKind::Commitment => "commitments",
        };
        OutcomeRow {
            word: outcome.kind,
            subject: outcome.subject.clone(),
            kind: words::said(shell, "meetings-outcome", outcome.kind),
            title: outcome.title.clone(),
            href: link(&format!("/p/{slug}/{path}/{}", outcome.subject)),
        }
    };
    ItemRow {
        id: item.id,
        number,
        begins: None,
        title: words::item_title(shell, item),
        notes_on,
        why: item.topic.why.as_ref().map(ToString::to_string),
        about: item.topic.about.as_ref().map(|about| link(about.as_str())),
        mark: words::item_mark(shell, item),
        notes: paragraphs(&item.notes),
        collided: item.collided,
        outcomes: record.outcomes_of(item.id).map(outcome).collect(),
        minutes_of: minutes_of.flatten().map(|id| link(&format!("/p/{slug}/meetings/{id}"))),
        went_to: item.went_to.map(|id| link(&format!("/p/{slug}/meetings/{id}"))),
        first: false,
        last: false,
        editable: item.kind == ItemKind::Topic,
        removable: item.removable().is_ok(),
    }
}

/// The lines of notes that say something.
pub(in super::super) fn paragraphs(notes: &str) -> Vec<String> {
    let lines = notes.lines().map(str::trim_end).filter(|line| !line.trim().is_empty());
    lines.map(str::to_owned).collect()
}

/// "6 items, 1 hour 20 minutes of 1 hour 30 minutes".
pub(super) fn total(shell: &Shell, record: &Record) -> String {
    let planned = agenda::minutes_planned(&record.agenda);
    let args = [
        ("planned", words::minutes(shell, planned).into()),
        ("length", words::length(shell, record.meeting.plan_of().length).into()),
    ];
    let over = planned > record.meeting.plan_of().length.minutes();
    shell.tn(if over { "meetings-total-over" } else { "meetings-total" }, &args)
}

/// What the contexts propose, but for what is on the agenda or was set aside.
pub(super) fn proposals(shell: &Shell, record: &Record, panels: super::Proposed) -> Vec<Proposals> {
    let known = |item: &web::Item| {
        record.agenda.iter().any(|known| {
            known.topic.about.as_ref().is_some_and(|about| about.as_str() == item.href)
        })
    };
    let row = |item: web::Item| ProposalRow {
        href: shell.href(&item.href),
        title: item.title,
        about: item.href,
        why: item.detail,
        status: item.status.map(|status| Status { kind: status.class, text: status.word }),
    };
    let panel = |(panel, items): (&'static web::Panel, Vec<web::Item>)| {
        let rows: Vec<ProposalRow> =
            items.into_iter().filter(|item| !known(item)).map(row).collect();
        (!rows.is_empty()).then(|| Proposals { title: shell.t(panel.title).into_owned(), rows })
    };
    panels.into_iter().filter_map(panel).collect()
}

/// Whether enough seats are there, once somebody was marked.
pub(super) fn quorum(shell: &Shell, record: &Record) -> Option<Status> {
    if record.attendance.is_empty() {
        return None;
    }
    let turnout = record.turnout();
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let args = [
        ("there", number(turnout.took_part).into()),
        ("roll", number(turnout.roll).into()),
        ("needed", number(turnout.needed).into()),
    ];
    Some(if turnout.is_met() {
        Status { kind: "done", text: shell.tn("attendance-quorum", &args) }
    } else {
        Status { kind: "off", text: shell.tn("attendance-no-quorum", &args) }
    })
}

/// Those who were marked: seats in their order, then guests.
pub(super) fn there(shell: &Shell, record: &Record) -> Vec<There> {
    let line = |line: &Attendance| match &line.attendee {
        Attendee::Seat(id, person) => {
            let seat = record.seats.iter().find(|seat| seat.id == *id);
            let holder = person.map(|person| record.names.name(person).to_owned());
            let seat = seat.map(|seat| {
                format!("{}, {}", seat.title, record.directory.name(seat.organization))
            });
            There {
                name: holder.filter(|name| !name.is_empty()).unwrap_or_default(),
                seat: seat.unwrap_or_default(),
                presence: presence(shell, line.presence),
            }
        }
        Attendee::Guest(_, name) => There {
            name: name.to_string(),
            seat: match &line.organization {
                Some(organization) => {
                    shell.t1("attendance-guest-of", "organization", organization.as_str())
                }
                None => shell.t("attendance-guest").into_owned(),
            },
            presence: presence(shell, line.presence),
        },
    };
    record.attendance.iter().map(line).collect()
}

fn presence(shell: &Shell, presence: Presence) -> Status {
    let kind = match presence {
        Presence::Present | Presence::Remote => "done",
        Presence::Excused | Presence::Absent => "idle",
    };
    Status { kind, text: words::said(shell, "attendance", presence) }
}

pub(super) fn corrections(shell: &Shell, record: &Record) -> Vec<Correction> {
    let line = |entry: &super::super::minutes::CorrectionEntry| Correction {
        number: entry.number,
        words: entry.words.to_string(),
        by: shell.t2(
            "minutes-correction-by",
            "who",
            record.names.name(entry.by),
            "date",
            shell.short_date(entry.on),
        ),
        taken_back: entry.taken_back,
        mine: record.reader == Some(entry.by),
    };
    record.corrections.iter().map(line).collect()
}

pub(super) fn facts(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let label = |key: &str| shell.t(key).into_owned();
    let plan = record.meeting.plan_of();
    let mut facts = vec![
        (label("meetings-body"), record.body.clone()),
        (label("meetings-day"), words::when(shell, &record.meeting)),
        (label("meetings-length"), words::length(shell, plan.length)),
    ];
    if let Some(place) = &plan.place {
        facts.push((label("meetings-place"), place.to_string()));
    }
    let open = if plan.open { "meetings-open-yes" } else { "meetings-open-no" };
    facts.push((label("meetings-open"), label(open)));
    facts.push((
        label("meetings-quorum"),
        words::said(shell, "meetings-quorum", record.duties.quorum),
    ));
    if let Some(posted) = record.meeting.posted_at() {
        facts.push((label("meetings-posted"), shell.when(posted)));
    }
    if record.meeting.series.is_some() {
        let key =
            if record.meeting.is_own() { "meetings-series-own" } else { "meetings-series-yes" };
        facts.push((label("meetings-series"), label(key)));
    }
    facts
}

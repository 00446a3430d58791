//! How commitments are spoken of on pages: status, dates, parties, addresses.

use std::fmt::{Display, Write as _};

use base::{Date, OrganizationId};
use partnership::{Directory, SeatEntry};
use store::Place;
use web::Shell;

use crate::{Receiver, StateName, Timing, goal::Part};

/// A choice of a field: the value that is sent and the text that is read.
pub(crate) type Choice = (String, String);

/// A status: the class of its mark and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Status {
    pub(crate) kind: &'static str,
    pub(crate) text: String,
}

/// A promise that carries something out, as a line of a table.
#[derive(Debug, Clone)]
pub(crate) struct Promise {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) who: String,
    pub(crate) due: String,
    pub(crate) status: Status,
}

impl Promise {
    pub(crate) fn of(shell: &Shell, place: &Place, directory: &Directory, part: &Part) -> Self {
        Self {
            href: shell.href(&format!("/p/{}/commitments/{}", place.slug, part.id)),
            title: part.title.to_string(),
            who: directory.name(part.promiser).to_owned(),
            due: due_words(shell, part.due, part.deadline),
            status: status(shell, part.state, part.timing(place.today)),
        }
    }
}

/// How it stands, as icon, word and color.
pub(crate) fn status(shell: &Shell, state: StateName, timing: Timing) -> Status {
    let plain = |kind, key: &str| Status { kind, text: shell.t(key).into_owned() };
    let days = |kind, key: &str, days: i64| Status { kind, text: shell.t1(key, "days", days) };
    match timing {
        Timing::Unanswered => plain("idle", "commitments-status-proposed"),
        Timing::Ahead { days: 0 } => plain("risk", "commitments-status-today"),
        Timing::Ahead { .. } => plain("ok", "commitments-status-on-time"),
        Timing::Late { days: late } => days("off", "commitments-status-late", late),
        Timing::Claimed { .. } => plain("ok", "commitments-status-claimed"),
        Timing::Kept { late_days: 0 } => plain("done", "commitments-status-kept"),
        Timing::Kept { late_days } => days("done", "commitments-status-kept-late", late_days),
        Timing::Broken => plain("off", "commitments-status-broken"),
        Timing::Dropped if state == StateName::Declined => {
            plain("idle", "commitments-status-declined")
        }
        Timing::Dropped => plain("idle", "commitments-status-withdrawn"),
    }
}

/// The partner who waits, or all of them.
pub(crate) fn receiver_name(shell: &Shell, directory: &Directory, receiver: Receiver) -> String {
    match receiver {
        Receiver::Organization(organization) => directory.name(organization).to_owned(),
        Receiver::Partnership => shell.t("commitments-everybody").into_owned(),
    }
}

/// A seat among those who can be in charge.
pub(crate) fn seat(shell: &Shell, seat: &SeatEntry) -> Choice {
    let text =
        shell.t2("commitments-seat", "seat", seat.title.as_str(), "body", seat.body.as_str());
    (seat.id.to_string(), text)
}

/// A partner's name; "(you)" after one's own.
pub(crate) fn partner_name(
    shell: &Shell,
    directory: &Directory,
    organization: OrganizationId,
    own: &[OrganizationId],
) -> String {
    let name = directory.name(organization);
    if own.contains(&organization) {
        shell.t1("commitments-you", "name", name)
    } else {
        name.to_owned()
    }
}

/// The partners of today as choices.
pub(crate) fn partners(directory: &Directory) -> Vec<Choice> {
    directory.current().map(|entry| (entry.id.to_string(), entry.name.clone())).collect()
}

/// The words of a vocabulary as choices; the catalog has `prefix-word` for each.
pub(crate) fn choices<T: ToString>(shell: &Shell, prefix: &str, words: &[T]) -> Vec<Choice> {
    words.iter().map(|word| (word.to_string(), said(shell, prefix, word.to_string()))).collect()
}

/// A word of a vocabulary in the language of the page.
pub(crate) fn said(shell: &Shell, prefix: &str, word: impl Display) -> String {
    shell.t(&format!("{prefix}-{word}").replace('_', "-")).into_owned()
}

/// "Due Fri, May 22", "Due May 8. New date: May 20".
pub(crate) fn due_words(shell: &Shell, due: Date, deadline: Date) -> String {
    if due == deadline {
        return shell.t1("commitments-due", "date", shell.short_date(due));
    }
    shell.t2(
        "commitments-due-moved",
        "date",
        shell.short_date(deadline),
        "new",
        shell.short_date(due),
    )
}

/// An address with a query.
pub(crate) fn address(path: &str, pairs: &[(&str, String)]) -> String {
    let mut address = path.to_owned();
    let mut joint = '?';
    for (name, value) in pairs {
        address.push(joint);
        address.push_str(name);
        address.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                address.push(char::from(byte));
            } else if write!(address, "%{byte:02X}").is_err() {
                break; // Writing to a string does not fail.
            }
        }
        joint = '&';
    }
    address
}

//! What stalls, and who can get it moving.

use askama::Template;
use base::OrganizationId;
use store::Cx;
use web::{Failure, Request, Response, Section, Shell};

use super::{ESCALATE_DAYS, StallKind, Stalled, stalled_commitments};
use crate::{access, list::Entry, words};

#[derive(Template)]
#[template(path = "plan/stalled.html")]
struct StalledPage {
    shell: Shell,
    short: String,
    groups: Vec<Group>,
}

/// One kind of stalling.
struct Group {
    kind: StallKind,
    title: String,
    text: String,
    lines: Vec<Line>,
}

/// One commitment that stalls.
struct Line {
    title: String,
    href: String,
    about: String,
    help: String,
    mine: bool,
}

web::page!(StalledPage);

/// `GET /p/{partnership}/commitments/stalled`
pub(crate) async fn stalled(cx: Cx, request: Request) -> Result<Response, Failure> {
    let stalled = stalled_commitments(&cx).await?;
    let place = &stalled.place;
    let shell = Shell::new(&cx, Some(place), "commitments-stalled", Section::Plan);
    let crumb = shell.t("commitments-title").into_owned();
    let shell = shell.crumb(crumb, &format!("/p/{}/commitments", place.slug));
    let own = access::acting_organizations(&place.standing);
    let groups: Vec<Group> = stalled
        .kinds
        .iter()
        .filter(|(_, entries)| !entries.is_empty())
        .map(|(kind, entries)| Group {
            kind: *kind,
            title: words::said(&shell, "commitments-stalled", kind),
            text: words::said(&shell, "commitments-stall", kind),
            lines: entries.iter().map(|entry| line(&shell, &stalled, *kind, entry, &own)).collect(),
        })
        .collect();
    let count: usize = groups.iter().map(|group| group.lines.len()).sum();
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let page =
        StalledPage { short: shell.t1("commitments-stalled-short", "count", count), groups, shell };
    web::page(&request, &page)
}

fn line(
    shell: &Shell,
    stalled: &Stalled,
    kind: StallKind,
    entry: &Entry,
    own: &[OrganizationId],
) -> Line {
    let (place, directory) = (&stalled.place, &stalled.directory);
    let promiser = directory.name(entry.promiser);
    let to = words::receiver_name(shell, directory, entry.receiver);
    let days = entry.day.days_until(place.today);
    let args = [("who", promiser.into()), ("to", to.as_str().into()), ("days", days.abs().into())];
    let about = format!("commitments-stalled-line-{kind}");
    let mut hands = match kind {
        StallKind::Overdue | StallKind::Quiet => vec![promiser.to_owned(), to.clone()],
        StallKind::Unanswered | StallKind::Unconfirmed => vec![to.clone()],
    };
    hands =
        hands.iter().map(|name| shell.t1("commitments-leads-of", "name", name.as_str())).collect();
    if days >= super::OVERDUE_DAYS + ESCALATE_DAYS {
        hands.push(shell.t("commitments-coordinators").into_owned());
    }
    let parties = [Some(entry.promiser), entry.receiver.organization()];
    Line {
        title: entry.title.to_string(),
        href: shell.href(&format!("/p/{}/commitments/{}", place.slug, entry.id)),
        about: shell.tn(&about, &args),
        help: shell.t1("commitments-can-help", "who", hands.join(", ").as_str()),
        mine: parties.iter().flatten().any(|party| own.contains(party)),
    }
}

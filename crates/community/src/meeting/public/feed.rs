//! The open meetings as a feed for readers and sites of others (RFC 4287).

use askama::Template;
use base::Instant;
use store::Cx;
use web::{Failure, Request, Response, Section, Shell};

use super::queries;
use crate::{
    Error,
    meeting::{Entry, Meeting, Minutes, State, When, words},
};

/// The feed.
#[derive(Template)]
#[template(path = "community/public_meetings.xml")]
struct Feed {
    lang: &'static str,
    title: String,
    address: String,
    own: String,
    author: String,
    updated: String,
    entries: Vec<FeedEntry>,
}

struct FeedEntry {
    id: String,
    title: String,
    address: String,
    updated: String,
    summary: String,
}

/// `GET /public/{partnership}/meetings.atom`
pub(crate) async fn feed(cx: Cx, request: Request) -> Result<Response, Failure> {
    let coming = queries::list(&cx, When::Coming, None).await?;
    let past = queries::list(&cx, When::Past, None).await?;
    let shell = Shell::new(&cx, None, "public-meetings", Section::Meetings);
    let base = format!("/public/{}/meetings", coming.place.slug);
    let full = |path: &str| identity::full_address(&cx, path).map_err(Error::from);
    let mut all: Vec<&Entry> = coming.page.items.iter().chain(&past.page.items).collect();
    all.sort_by_key(|entry| std::cmp::Reverse(news_at(&entry.meeting)));
    let entry = |entry: &&Entry| -> Result<FeedEntry, Failure> {
        let meeting = &entry.meeting;
        let body = coming.bodies.iter().find(|(id, _)| *id == meeting.body);
        let body = body.map(|(_, name)| name.as_str()).unwrap_or_default();
        Ok(FeedEntry {
            id: format!("urn:concord:{}", meeting.id),
            title: format!("{}, {}", meeting.plan_of().title, words::when(&shell, meeting)),
            address: full(&format!("{base}/{}", meeting.id))?,
            updated: news_at(meeting).rfc3339(),
            summary: format!("{body}. {}", words::mark(&shell, meeting).text),
        })
    };
    let latest = all.first().map_or(Instant::from_micros(0), |entry| news_at(&entry.meeting));
    let entries = all.iter().map(entry).collect::<Result<_, Failure>>()?;
    let feed = Feed {
        lang: shell.lang(),
        title: format!("{}: {}", coming.place.name, shell.t("public-meetings")),
        address: full(&base)?,
        own: full(request.path())?,
        author: coming.place.name.clone(),
        updated: latest.rfc3339(),
        entries,
    };
    let text = feed.render().map_err(|_fault| Error::from(crate::meeting::MeetingError::Stored))?;
    Ok(web::download("meetings.atom", "application/atom+xml; charset=utf-8", text))
}

/// When there was last something new to know of it.
fn news_at(meeting: &Meeting) -> Instant {
    let zone = &meeting.plan_of().zone;
    let turned = match meeting.state() {
        State::Cancelled { at, .. } => Some(*at),
        State::Planned | State::UnderWay { .. } | State::Held { .. } => None,
    };
    let approved = match meeting.minutes() {
        Minutes::Approved { on, .. } => Some(on.start_in(zone)),
        Minutes::None | Minutes::Submitted { .. } => None,
    };
    let known = [meeting.posted_at(), meeting.moved_at(), turned, approved];
    known.into_iter().flatten().max().unwrap_or(Instant::from_micros(0))
}

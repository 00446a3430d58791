//! What calendars show: a month of a partnership, and the days behind a secret address.

use std::sync::Arc;

use base::{Actor, Date, Instant, PartnershipId, Zone};
use futures_util::{
    TryFutureExt as _,
    future::{try_join, try_join3},
};
use partnership::BodyId;
use store::{Access, Cx, Place, Scope};
use web::{Failure, PanelPlace, Registry};

use super::{
    AHEAD_SECONDS, BACK_SECONDS, CalendarError, Feed, Shows,
    feed::{Dated, Days, Due, Timed, Window},
    store::{self as rows, MyBody},
};
use crate::{
    Error, access,
    gathering::{self, Gathering},
    meeting::{self, Entry},
};

/// The most meetings and events of a calendar.
const MOST: i64 = 1_000;

/// A month of a partnership.
#[derive(Debug, Clone)]
pub(crate) struct Month {
    pub(crate) place: Arc<Place>,
    pub(crate) meetings: Vec<Entry>,
    pub(crate) gatherings: Vec<Gathering>,
    /// Every body, of which some may have ended.
    pub(crate) bodies: Vec<(BodyId, String)>,
}

/// What happens from a day up to another, in one body or in all.
pub(crate) async fn month(
    cx: &Cx,
    first: impl Fn(&Place) -> (Date, Date),
    body: Option<BodyId>,
) -> Result<Month, Error> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    let place = tx.place()?;
    let (first, next) = first(&place);
    let (from, until) = (first.start_in(&place.zone), next.start_in(&place.zone));
    let (meetings, bodies, gatherings) = try_join3(
        meeting::store::between(&tx, body, from, until, MOST),
        partnership::body_names(&tx).err_into(),
        gathering::store::between(&tx, from, until, MOST),
    )
    .await?;
    // An event is of no body.
    let gatherings = if body.is_some() { Vec::new() } else { gatherings };
    Ok(Month { place, meetings, gatherings, bodies })
}

/// The signed-in person's addresses, and the bodies of which they can have one.
pub(crate) async fn mine(cx: &Cx) -> Result<(Vec<Feed>, Vec<MyBody>), Error> {
    let tx = cx.read(access::CALENDARS).await?;
    try_join(rows::mine(&tx), rows::bodies(&tx)).await
}

/// The address with this secret.
pub(crate) async fn find(cx: &Cx, secret: &str) -> Result<Feed, Error> {
    let secret = identity::Secret::parse(secret).ok_or(CalendarError::Missing)?;
    let tx = cx.glance(access::READ_FEED).await?;
    Ok(rows::find(&tx, &secret.hash()).await?.ok_or(CalendarError::Missing)?)
}

/// Writes down that a program read an address. The reading does not fail because this does.
pub(crate) async fn note_use(cx: &Cx, feed: &Feed) -> Result<(), Error> {
    let upkeep = Cx::new(cx.store().clone(), Actor::System("calendars"), cx.now());
    let mut tx = upkeep.write(access::FEED_UPKEEP).await?;
    rows::used(&mut tx, feed, cx.now()).await?;
    tx.commit_upkeep().await?;
    Ok(())
}

/// What an address shows now: no more than its person may see.
pub(crate) async fn days(cx: &Cx, feed: &Feed) -> Result<(Days, Window), Failure> {
    let now = cx.now();
    let window = Window {
        from: now.plus_seconds(-BACK_SECONDS),
        until: now.plus_seconds(AHEAD_SECONDS),
        now,
    };
    let only = match feed.shows {
        Shows::Mine => None,
        Shows::Body(partnership, _) => Some(partnership),
    };
    let scopes = scopes(cx);
    let actor = identity::on_behalf(cx, feed.person, scopes, only).await.map_err(Error::from)?;
    let actor = actor.ok_or_else(|| Error::from(CalendarError::Missing))?;
    let language = actor.person().and_then(|person| person.language).unwrap_or(cx.language());
    let theirs = Cx::new(cx.store().clone(), actor, now).speaking(language);
    let days = match feed.shows {
        Shows::Mine => mine_days(&theirs, window).await?,
        Shows::Body(partnership, body) => body_days(&theirs, partnership, body, window).await?,
    };
    Ok((days, window))
}

/// What an address may read: looking, in the areas that calendars show.
fn scopes(cx: &Cx) -> Vec<String> {
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let panels = registry.panels_of(PanelPlace::Calendar).map(|panel| panel.permission);
    let own = [access::READ_MEETINGS, access::MY_MEETINGS, access::READ_GATHERINGS];
    let looks = own.into_iter().chain(panels).filter(|permission| {
        permission.access == Access::Read && permission.scope != Scope::Installation
    });
    let mut scopes: Vec<String> = looks.map(|permission| permission.token_scope()).collect();
    scopes.sort();
    scopes.dedup();
    scopes
}

async fn body_days(
    cx: &Cx,
    partnership: PartnershipId,
    body: BodyId,
    window: Window,
) -> Result<Days, Failure> {
    let cx = cx.clone().in_partnership_id(partnership);
    let tx = cx.read(access::READ_MEETINGS).await?;
    let place = tx.place()?;
    let (meetings, series, names) = try_join3(
        meeting::store::between(&tx, Some(body), window.from, window.until, MOST),
        meeting::series::store::going_on(&tx, Some(body)),
        partnership::body_names(&tx).err_into(),
    )
    .await?;
    let names: Vec<(BodyId, String)> = names;
    let name = names.into_iter().find(|(id, _)| *id == body).map(|(_, name)| name);
    let name = format!("{} ({})", name.unwrap_or_default(), place.name);
    let meetings = addressed(&cx, &place.slug, meetings)?;
    Ok(Days { name, meetings, series, ..Days::default() })
}

async fn mine_days(cx: &Cx, window: Window) -> Result<Days, Failure> {
    let tx = cx.read(access::MY_MEETINGS).await?;
    let mut places: Vec<PartnershipId> =
        partnership::my_seats(&tx).await.map_err(Error::from)?.iter().map(|(id, _)| *id).collect();
    let registered = gathering::store::mine_between(&tx, window.from, window.until).await?;
    drop(tx);
    places.dedup();
    let shell = web::Shell::new(cx, None, "calendar-mine", web::Section::MyWork);
    let mut days = Days { name: shell.t("calendar-mine").into_owned(), ..Days::default() };
    for (slug, gathering) in registered {
        let path = format!("/p/{slug}/events/{}", gathering.id);
        let address = identity::full_address(cx, &path).map_err(Error::from)?;
        let what = Timed { uid: gathering.id.to_string(), plan: gathering.plan.when.clone() };
        days.gatherings.push(Dated { what, address });
    }
    for place in places {
        match add_seats(&cx.clone().in_partnership_id(place), &mut days, window).await {
            // A seat outlasts a role for a moment; without a role nothing is shown.
            Err(failure) if failure.is_refusal() => {}
            other => other?,
        }
    }
    days.due = due(cx).await?;
    Ok(days)
}

/// The meetings of the bodies in which the person sits, in one partnership.
async fn add_seats(cx: &Cx, days: &mut Days, window: Window) -> Result<(), Failure> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    let (place, person) = (tx.place()?, cx.person()?);
    let bodies = partnership::bodies_sat_in(&tx, person).await.map_err(Error::from)?;
    let (meetings, series) = try_join(
        meeting::store::between(&tx, None, window.from, window.until, MOST),
        meeting::series::store::going_on(&tx, None),
    )
    .await?;
    let sits = |body: BodyId| bodies.contains(&body);
    let meetings = meetings.into_iter().filter(|entry| sits(entry.meeting.body)).collect();
    days.meetings.extend(addressed(cx, &place.slug, meetings)?);
    days.series.extend(series.into_iter().filter(|series| sits(series.body)));
    Ok(())
}

fn addressed(
    cx: &Cx,
    slug: &str,
    entries: Vec<Entry>,
) -> Result<Vec<Dated<meeting::Meeting>>, Failure> {
    let dated = |entry: Entry| -> Result<Dated<meeting::Meeting>, Failure> {
        let path = format!("/p/{slug}/meetings/{}", entry.meeting.id);
        let address = identity::full_address(cx, &path).map_err(Error::from)?;
        Ok(Dated { what: entry.meeting, address })
    };
    entries.into_iter().map(dated).collect()
}

/// What the contexts say is due from the person, by its days.
async fn due(cx: &Cx) -> Result<Vec<Due>, Failure> {
    let panels = web::panel_items(&cx.together().await?, PanelPlace::Calendar).await?;
    let mut all = Vec::new();
    for item in panels.into_iter().flat_map(|(_, items)| items) {
        let Some(on) = item.due else { continue };
        let address = identity::full_address(cx, &item.href).map_err(Error::from)?;
        all.push(Due { title: item.title, detail: item.detail, on, address });
    }
    Ok(all)
}

/// The first day of the month that a day is in, and that of the next month.
pub(crate) fn month_of(day: Date) -> (Date, Date) {
    let first = day.plus_days(1 - i64::from(day.day()));
    let in_next = first.plus_days(31);
    (first, in_next.plus_days(1 - i64::from(in_next.day())))
}

/// The day of an instant on the walls of a zone, as the page sorts it.
pub(crate) fn day_of(at: Instant, zone: &Zone) -> Date {
    at.date_in(zone)
}

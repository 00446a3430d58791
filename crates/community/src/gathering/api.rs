//! Events for programs.

use partnership::People;
use serde::{Deserialize, Serialize};
use store::{Cx, Page};
use utoipa::ToSchema;
use web::{Failure, Request, Response, Section, Shell};

use super::{
    Gathering, GatheringId, Record, State,
    commands::{self, Deed},
    guests::{Attendee, Registration},
    parse,
    queries::{self, Filter, GUESTS},
    words,
};

/// When, where and what for.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EventPlanBody)]
pub(crate) struct PlanBody {
    /// `networking`, `listening_session` or `cross_training`.
    kind: String,
    /// The organization that holds it.
    host: String,
    title: String,
    about: Option<String>,
    /// The day.
    on: String,
    /// The time of day, such as `14:30`.
    clock: String,
    /// How many minutes.
    length: i64,
    /// The zone of day and time; the partnership's without one.
    zone: Option<String>,
    place: Option<String>,
    link: Option<String>,
    /// Whether the public may come.
    open: Option<bool>,
    /// How many can come; as many as want to without one.
    capacity: Option<i64>,
    /// The last day on which people register.
    register_by: Option<String>,
}

/// Why something is called off.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EventReasonBody)]
pub(crate) struct WhyBody {
    why: String,
}

/// A guest whom the host registers.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EventGuestBody)]
pub(crate) struct GuestBody {
    name: String,
    /// For whom they come, in words.
    organization: Option<String>,
}

/// What the host does with a registration: `check_in`, `uncheck` or `withdraw`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RegistrationStateBody)]
pub(crate) struct StateBody {
    deed: String,
}

/// An event.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct GatheringView {
    id: String,
    kind: String,
    host: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    on: String,
    clock: String,
    zone: String,
    /// The instant that day, time and zone come to.
    starts: String,
    length: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    open: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    capacity: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    register_by: Option<String>,
    /// `planned` or `cancelled`.
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    registered: i64,
    waiting: i64,
    checked_in: i64,
    /// One's own registration; only where one event is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    mine: Option<MineView>,
    revision: i64,
}

/// One's own registration.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = MyRegistrationView)]
pub(crate) struct MineView {
    number: i64,
    /// `registered` or `waiting`.
    state: String,
    /// The place among those who wait, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    place_in_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    checked_in_at: Option<String>,
}

/// One who registered, for the host.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct GuestView {
    number: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<String>,
    name: String,
    organization: String,
    /// `registered`, `waiting` or `withdrawn`.
    state: String,
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    checked_in_at: Option<String>,
}

impl GatheringView {
    fn of(gathering: &Gathering) -> Self {
        let (plan, when) = (&gathering.plan, &gathering.plan.when);
        let why = match gathering.state() {
            State::Cancelled { why, .. } => Some(why.to_string()),
            State::Planned => None,
        };
        Self {
            id: gathering.id.to_string(),
            kind: plan.kind.to_string(),
            host: plan.host.to_string(),
            title: when.title.to_string(),
            about: plan.about.as_ref().map(ToString::to_string),
            on: when.on.to_string(),
            clock: when.clock.to_string(),
            zone: when.zone.name().to_owned(),
            starts: when.starts().rfc3339(),
            length: when.length.minutes(),
            place: when.place.as_ref().map(ToString::to_string),
            link: when.link.as_ref().map(ToString::to_string),
            open: when.open,
            capacity: plan.capacity,
            register_by: plan.register_by.map(|date| date.to_string()),
            state: gathering.state().name().to_string(),
            registered: gathering.counts.registered,
            waiting: gathering.counts.waiting,
            checked_in: gathering.counts.checked_in,
            mine: None,
            revision: gathering.revision.0,
            why,
        }
    }

    fn of_record(record: &Record) -> Self {
        let mine = record.mine().map(|one| MineView {
            number: one.number,
            state: one.standing.to_string(),
            place_in_line: record.guests.place_in_line(one.number),
            checked_in_at: one.checked_in.map(base::Instant::rfc3339),
        });
        Self { mine, ..Self::of(&record.gathering) }
    }
}

impl GuestView {
    fn of(shell: &Shell, record: &Record, people: &People, one: &Registration) -> Self {
        let person = match &one.attendee {
            Attendee::Person(person) => Some(person.to_string()),
            Attendee::Guest(_) => None,
        };
        Self {
            number: one.number,
            name: words::name(shell, people, one),
            organization: words::comes_for(record, people, one),
            state: one.standing.to_string(),
            at: one.at.rfc3339(),
            checked_in_at: one.checked_in.map(base::Instant::rfc3339),
            person,
        }
    }
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    input.check()?;
    let list = queries::list(&cx, &filter, after.as_deref()).await?;
    let page: Page<GatheringView> = list.page.map(|gathering| GatheringView::of(&gathering));
    web::listing(&request, &page)
}

pub(crate) async fn plan(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<PlanBody>()?;
    let (place, _) = queries::choices(&cx).await?;
    let plan = parse::plan(&mut input, &place.zone);
    input.check()?;
    let plan = plan.ok_or_else(|| input.invalid())?;
    let gathering = commands::plan(&cx, plan).await?;
    let view = GatheringView::of_record(&queries::gathering(&cx, gathering.id).await?);
    let path = format!("/p/{}/events/{}", place.slug, gathering.id);
    Ok(web::created(&path, &view)?.etag(gathering.revision))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    answer(&cx, request.param("id")?).await
}

pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<PlanBody>()?;
    let before = queries::gathering(&cx, request.param("id")?).await?;
    let plan = parse::plan(&mut input, &before.gathering.plan.when.zone);
    input.check()?;
    let plan = plan.ok_or_else(|| input.invalid())?;
    let gathering = commands::change(&cx, parse::target(&request)?, plan).await?;
    answer(&cx, gathering.id).await
}

pub(crate) async fn cancel(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<WhyBody>()?;
    let why = input.required("why");
    input.check()?;
    let why = why.ok_or_else(|| input.invalid())?;
    let gathering = commands::cancel(&cx, parse::target(&request)?, why).await?;
    answer(&cx, gathering.id).await
}

pub(crate) async fn restore(cx: Cx, request: Request) -> Result<Response, Failure> {
    let gathering = commands::restore(&cx, parse::target(&request)?).await?;
    answer(&cx, gathering.id).await
}

pub(crate) async fn register(cx: Cx, request: Request) -> Result<Response, Failure> {
    let gathering = commands::register(&cx, request.param("id")?).await?;
    answer(&cx, gathering.id).await
}

pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let gathering = commands::withdraw(&cx, request.param("id")?).await?;
    answer(&cx, gathering.id).await
}

pub(crate) async fn guests(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let after = input.optional::<i64>("after");
    input.check()?;
    let guests = queries::guests(&cx, request.param("id")?, after, GUESTS).await?;
    let (record, people) = (&guests.record, &guests.people);
    let shell = Shell::new(&cx, Some(&record.place), "gatherings-title", Section::Meetings);
    let page = guests.page.clone().map(|one| GuestView::of(&shell, record, people, &one));
    web::listing(&request, &page)
}

pub(crate) async fn add_guest(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<GuestBody>()?;
    let (name, organization) = (input.required("name"), input.optional("organization"));
    input.check()?;
    let name = name.ok_or_else(|| input.invalid())?;
    let id: GatheringId = request.param("id")?;
    commands::register_guest(&cx, id, name, organization).await?;
    answer(&cx, id).await
}

pub(crate) async fn set_state(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<StateBody>()?;
    let deed = input.required::<Deed>("deed");
    input.check()?;
    let deed = deed.ok_or_else(|| input.invalid())?;
    let id: GatheringId = request.param("id")?;
    commands::host_does(&cx, id, request.param("number")?, deed).await?;
    answer(&cx, id).await
}

async fn answer(cx: &Cx, id: GatheringId) -> Result<Response, Failure> {
    let record = queries::gathering(cx, id).await?;
    Ok(web::json(&GatheringView::of_record(&record))?.etag(record.gathering.revision))
}

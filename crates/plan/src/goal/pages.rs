//! The page of one item: how it stands and why, what it comes down to, who promised what, and all
//! that was done with it.

pub(crate) mod forms;
pub(crate) mod list;
pub(crate) mod new;
mod tree;

use askama::Template;
use futures_util::{TryFutureExt as _, future::try_join4};
use store::Cx;
use web::{Block, Failure, Request, Response, Section, Shell};

use self::tree::{Leaf, leaf};
use super::{
    ActName, Item, ItemId, Layer, Part, Reading, Record, Stand, Standing, State, Status as Stands,
    Step, queries, words,
};
use crate::{
    access,
    goal::pages::forms::Verb,
    responsibility::{self, Duty, Responsibility, queries::Names},
    risk::{self, Risk},
    roadmap::{Dependency, Schedule},
    words::{self as plain, Status},
};

/// What a page of an item shows of its commitments.
type Parts = store::Page<(Part, bool)>;

/// One item of the plan.
#[derive(Template)]
#[template(path = "plan/goal.html")]
#[expect(clippy::struct_excessive_bools, reason = "what the reader may do, each on its own")]
struct GoalPage {
    shell: Shell,
    base: String,
    list: String,
    kicker: String,
    mark: Status,
    short: String,
    yardstick: Option<String>,
    details: Option<String>,
    buttons: Vec<(String, String)>,
    judged: Option<Judged>,
    review_due: bool,
    may: bool,
    /// What can be added below: a layer, its name, the address.
    adds: Vec<(String, String)>,
    under: Vec<Leaf>,
    above: Vec<(String, String, String)>,
    /// What threatens it: title, address, mark.
    risks: Vec<(String, String, Status)>,
    /// What it waits for, and what waits for it.
    waits: Vec<Wait>,
    waited: Vec<Wait>,
    /// How much room its dates have.
    room: Option<String>,
    may_wait: bool,
    /// Who carries it: a duty and those who have it.
    roles: Vec<(String, Vec<Carried>)>,
    may_carry: Option<String>,
    measures: Vec<Gauge>,
    measures_href: String,
    parts: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
    /// Whether something more can be attached or linked.
    may_attach: bool,
    named: usize,
    facts: Vec<(String, String)>,
    counts: Vec<(String, String)>,
    history: Vec<Past>,
    revision: String,
    layer: Layer,
    /// What other contexts say about it.
    others: Vec<Block>,
}

/// What a person says against the computed status.
struct Judged {
    text: String,
    why: String,
    computed: String,
}

/// A commitment that carries it.
struct Line {
    id: String,
    href: String,
    title: String,
    who: String,
    due: String,
    status: Status,
    /// Attached to this item itself.
    own: bool,
}

/// Another item in time: one that it waits for, or that waits for it.
struct Wait {
    id: String,
    href: String,
    text: String,
}

/// Somebody who has a part in it.
struct Carried {
    name: String,
    href: String,
    mark: Option<Status>,
}

/// A measure that says how it stands.
struct Gauge {
    id: String,
    href: String,
    title: String,
    /// "Now 84, started at 118, target 60 by December 31, 2027."
    text: String,
    way_percent: Option<i64>,
    status: Status,
}

/// A line of the history.
struct Past {
    text: String,
    when: String,
    said: Option<String>,
}

web::page!(GoalPage);

impl GoalPage {
    fn to(&self, rest: &str) -> String {
        self.shell.href(&format!("{}{rest}", self.base))
    }
}

/// `GET /p/{partnership}/goals/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    let after = request.query().text("after").map(str::to_owned);
    let asked = try_join4(
        queries::item(&cx, id).err_into::<Failure>(),
        queries::parts(&cx, id, after.as_deref()).err_into(),
        responsibility::queries::of_item(&cx, id).err_into(),
        web::about(&cx, "plan_item", id),
    );
    let (record, parts, carried, others) = Box::pin(asked).await?;
    let mut page = page_of(&cx, &record, &parts, others);
    page.roles = roles(&page.shell, &record, &carried);
    let risks = risk::queries::of_item(&cx, id).await?;
    let threat = |one: &Risk| {
        let href = page.shell.href(&format!("/p/{}/risks/{}", record.place.slug, one.id));
        let mark = risk::words::mark(&page.shell, one);
        (one.account.title.to_string(), href, mark)
    };
    page.risks = risks.iter().map(threat).collect();
    let at = |mark: Option<&str>| {
        let pairs: Vec<(&str, String)> =
            mark.map(|mark| ("after", mark.to_owned())).into_iter().collect();
        page.shell.href(&plain::address(&page.base, &pairs)) + "#promises"
    };
    let (first, next) = (after.map(|_| at(None)), parts.next.as_deref().map(|mark| at(Some(mark))));
    (page.first, page.next) = (first, next);
    web::page(&request, &page)
}

fn page_of(cx: &Cx, record: &Record, parts: &Parts, others: Vec<Block>) -> GoalPage {
    let Record { place, outline, item, .. } = record;
    let today = place.today;
    let (shell, base) = (shell(cx, record), base_of(record));
    let standing = outline.standing(item, today);
    let may = access::plans_for(&place.standing, item.aim.owner).is_some();
    let button = |verb: &Verb| {
        (plain::said(&shell, "goals-verb", verb), shell.href(&format!("{base}/{verb}")))
    };
    let list = format!("/p/{}/goals", place.slug);
    GoalPage {
        others,
        kicker: kicker(&shell, record),
        mark: words::mark(&shell, item, &standing),
        short: short(&shell, record, &standing),
        yardstick: item.aim.yardstick.as_ref().map(ToString::to_string),
        details: item.aim.details.as_ref().map(ToString::to_string),
        buttons: if may { Verb::of(item).iter().map(button).collect() } else { Vec::new() },
        judged: judged(&shell, record, &standing),
        review_due: item.wants_review(today),
        adds: if may && item.is_open() { adds(&shell, record, &list) } else { Vec::new() },
        under: outline
            .under(item.id)
            .map(|lower| leaf(&shell, outline, &record.directory, lower, &list, today))
            .collect(),
        above: above(&shell, record, &list),
        risks: Vec::new(),
        waits: waits(&shell, record, &list, Waiting::For),
        waited: waits(&shell, record, &list, Waiting::ForIt),
        room: room(&shell, record),
        may_wait: may && item.is_open() && item.layer != Layer::Goal,
        roles: Vec::new(),
        may_carry: carry(&shell, record, &base),
        measures: measures(&shell, record),
        measures_href: shell.href(&format!("/p/{}/measures", place.slug)),
        parts: lines(&shell, record, parts),
        first: None,
        next: None,
        may_attach: may && item.is_open(),
        named: if may { record.named.len() } else { 0 },
        facts: facts(&shell, record),
        counts: counts(&shell, &standing),
        history: record.steps.iter().map(|step| past(&shell, record, step)).collect(),
        revision: item.revision.to_string(),
        layer: item.layer,
        may,
        list,
        base,
        shell,
    }
}

pub(super) fn base_of(record: &Record) -> String {
    format!("/p/{}/goals/{}", record.place.slug, record.item.id)
}

pub(super) fn shell(cx: &Cx, record: &Record) -> Shell {
    let place = &record.place;
    let shell = Shell::new(cx, Some(place), "goals-title", Section::Plan);
    let (overview, goals) =
        (shell.t("shell-section-overview").into_owned(), shell.t("goals-title").into_owned());
    shell
        .titled(record.item.aim.title.as_str())
        .crumb(overview, &format!("/p/{}", place.slug))
        .crumb(goals, &format!("/p/{}/goals", place.slug))
        .live(&format!("/p/{}/live", place.slug))
}

/// "Goal 1 of 5", "Strategy".
fn kicker(shell: &Shell, record: &Record) -> String {
    let item = &record.item;
    let open: Vec<&Item> = record.outline.of(Layer::Goal).filter(|goal| goal.is_open()).collect();
    match open.iter().position(|goal| goal.id == item.id) {
        Some(at) => shell.t2("goals-goal-of", "number", at + 1, "count", open.len()),
        None => words::layer(shell, item.layer),
    }
}

/// How it stands and what is done, in two or three sentences.
pub(super) fn short(shell: &Shell, record: &Record, standing: &Standing) -> String {
    let item = &record.item;
    let owner = record.directory.name(item.aim.owner);
    let who = shell.t1("goals-short-owner", "who", owner);
    let why = words::why(shell, &standing.why);
    let due = match item.span.due.filter(|_| item.is_open()) {
        Some(due) => shell.t1("goals-short-due", "date", shell.date(due)),
        None => String::new(),
    };
    [who, why, due].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

fn judged(shell: &Shell, record: &Record, standing: &Standing) -> Option<Judged> {
    let judged = standing.judged.as_ref()?;
    let args = [
        ("who", record.people.name(judged.by).into()),
        ("organization", record.directory.name(judged.organization).into()),
        ("status", plain::said(shell, "goals-status", judged.status).into()),
        ("date", shell.date(judged.on).into()),
    ];
    let computed = plain::said(shell, "goals-status", standing.computed);
    let why = words::why(shell, &standing.why);
    Some(Judged {
        text: shell.tn("goals-judged", &args),
        why: judged.why.to_string(),
        computed: shell.t2("goals-computed", "status", computed.as_str(), "why", why.as_str()),
    })
}

/// What can be added below.
fn adds(shell: &Shell, record: &Record, list: &str) -> Vec<(String, String)> {
    let add = |layer: &Layer| {
        let pairs = [("layer", layer.to_string()), ("serves", record.item.id.to_string())];
        let href = shell.href(&plain::address(&format!("{list}/new"), &pairs));
        (plain::said(shell, "goals-add", layer), href)
    };
    record.item.layer.served_by().iter().map(add).collect()
}

/// What it serves: its title, its address, and its name for the form that unlinks.
fn above(shell: &Shell, record: &Record, list: &str) -> Vec<(String, String, String)> {
    let line = |upper: &Item| {
        let href = shell.href(&format!("{list}/{}", upper.id));
        (upper.aim.title.to_string(), href, upper.id.to_string())
    };
    record.outline.above(record.item.id).map(line).collect()
}

/// Which end of a dependency an item is.
#[derive(Clone, Copy)]
enum Waiting {
    /// It waits for the others.
    For,
    /// The others wait for it.
    ForIt,
}

fn waits(shell: &Shell, record: &Record, list: &str, which: Waiting) -> Vec<Wait> {
    let id = record.item.id;
    let other = |one: &Dependency| match which {
        Waiting::For => (one.after == id).then_some((one.before, one.lag_days)),
        Waiting::ForIt => (one.before == id).then_some((one.after, one.lag_days)),
    };
    let line = |(other, lag): (ItemId, i64)| {
        let item = record.outline.get(other)?;
        let day = item.closed_on.or(item.span.due).map(|day| shell.date(day));
        let args = [
            ("title", item.aim.title.as_str().into()),
            ("date", day.unwrap_or_default().into()),
            ("lag", lag.into()),
        ];
        Some(Wait {
            id: other.to_string(),
            href: shell.href(&format!("{list}/{other}")),
            text: shell.tn("goals-wait", &args),
        })
    };
    record.dependencies.iter().filter_map(other).filter_map(line).collect()
}

/// How much room its dates have: that it begins too early, decides the end, or may slip.
fn room(shell: &Shell, record: &Record) -> Option<String> {
    let id = record.item.id;
    let schedule = Schedule::new(record.outline.all(), &record.dependencies);
    if let Some(days) = schedule.too_early(id) {
        return Some(shell.t1("goals-room-early", "days", days));
    }
    if schedule.critical().contains(&id) {
        return Some(shell.t("goals-room-critical").into_owned());
    }
    let slack = schedule.slack_days().get(&id).copied()?;
    Some(shell.t1("goals-room-slack", "days", slack))
}

/// Those who carry it, or were asked to, by duty.
fn roles(
    shell: &Shell,
    record: &Record,
    (roles, names): &(Vec<Responsibility>, Names),
) -> Vec<(String, Vec<Carried>)> {
    let carried = |role: &Responsibility| Carried {
        name: names.of(role),
        href: shell.href(&format!("/p/{}/responsibilities/{}", record.place.slug, role.id)),
        mark: role.turn().map(|_| responsibility::words::mark(shell, role.state().name())),
    };
    let with = |duty: &Duty| {
        let theirs = roles.iter().filter(|role| role.is_open() && role.duty == *duty);
        (responsibility::words::duty(shell, *duty), theirs.map(carried).collect::<Vec<_>>())
    };
    Duty::ALL.iter().map(with).filter(|(_, theirs)| !theirs.is_empty()).collect()
}

/// Where somebody is named for it: by those who keep it, and by who offers to help.
fn carry(shell: &Shell, record: &Record, base: &str) -> Option<String> {
    let standing = &record.place.standing;
    let may = access::plans_for(standing, record.item.aim.owner).is_some()
        || standing.has(base::Role::Lead);
    (may && record.item.is_open()).then(|| shell.href(&format!("{base}/roles/new")))
}

fn measures(shell: &Shell, record: &Record) -> Vec<Gauge> {
    let gauge = |reading: &Reading| Gauge {
        id: reading.measure.clone(),
        href: shell.href(&format!("/p/{}/measures/{}", record.place.slug, reading.measure)),
        title: reading.title.to_string(),
        text: words::reading(shell, reading),
        way_percent: reading.way_percent,
        status: Status {
            kind: match reading.stand {
                _ if reading.retired => "idle",
                Stand::Reached => "done",
                Stand::OnTrack => "ok",
                Stand::AtRisk => "risk",
                Stand::OffTrack => "off",
                Stand::NotStarted | Stand::NoTarget => "idle",
            },
            text: if reading.retired {
                shell.t("goals-measure-retired").into_owned()
            } else {
                plain::said(shell, "goals-measure", reading.stand)
            },
        },
    };
    record.outline.readings(record.item.id).into_iter().map(gauge).collect()
}

fn lines(shell: &Shell, record: &Record, parts: &Parts) -> Vec<Line> {
    let line = |(part, own): &(Part, bool)| Line {
        id: part.id.to_string(),
        href: shell.href(&format!("/p/{}/commitments/{}", record.place.slug, part.id)),
        title: part.title.to_string(),
        who: record.directory.name(part.promiser).to_owned(),
        due: plain::due_words(shell, part.due, part.deadline),
        status: plain::status(shell, part.state, part.timing(record.place.today)),
        own: *own,
    };
    parts.items.iter().map(line).collect()
}

fn facts(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let Record { item, directory, .. } = record;
    let label = |key: &str| shell.t(key).into_owned();
    let mut facts = vec![(label("goals-owner"), directory.name(item.aim.owner).to_owned())];
    if let Some(term) = item.aim.term {
        facts.push((label("goals-term"), plain::said(shell, "goals-term", term)));
    }
    if let Some(starts) = item.span.starts {
        facts.push((label("goals-starts"), shell.date(starts)));
    }
    if let Some(due) = item.span.due {
        facts.push((label("goals-due"), shell.date(due)));
    }
    if let Some(first) = item.first.due.filter(|first| Some(*first) != item.span.due) {
        facts.push((label("goals-first-due"), shell.date(first)));
    }
    if item.layer == Layer::Goal {
        let reviewed = match item.reviewed_on {
            Some(day) => shell.date(day),
            None => label("goals-never-reviewed"),
        };
        facts.push((label("goals-reviewed"), reviewed));
        if let Some(day) = item.review_due() {
            facts.push((label("goals-next-review"), shell.date(day)));
        }
    }
    if let Some(day) = item.closed_on {
        let said = item.closed_words.as_ref().map(ToString::to_string).unwrap_or_default();
        let key = match item.state {
            State::Dropped => "goals-dropped-on",
            State::Open | State::Reached => "goals-reached-on",
        };
        facts.push((label(key), format!("{} {said}", shell.date(day)).trim().to_owned()));
    }
    facts
}

/// What the status is computed from.
fn counts(shell: &Shell, standing: &Standing) -> Vec<(String, String)> {
    let progress = &standing.progress;
    let line = |key: &str, count: u32| (shell.t(key).into_owned(), shell.number(i64::from(count)));
    let all = [
        ("goals-count-reached", progress.reached),
        ("goals-count-ahead", progress.ahead),
        ("goals-count-overdue", progress.overdue),
        ("goals-count-kept", progress.kept),
        ("goals-count-open", progress.open),
        ("goals-count-late", progress.late),
        ("goals-count-broken", progress.broken),
        ("goals-count-proposed", progress.proposed),
        ("goals-count-measures", progress.measures),
        ("goals-count-met", progress.met),
        ("goals-count-behind", progress.behind),
    ];
    let mut lines: Vec<(String, String)> = all
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| line(key, count))
        .collect();
    if let Some(way) = progress.way_percent {
        lines.push((shell.t("goals-way").into_owned(), shell.t1("goals-percent", "way", way)));
    }
    lines
}

fn past(shell: &Shell, record: &Record, step: &Step) -> Past {
    let about = match (step.act, &step.about) {
        (ActName::Judged, Some(status)) => match status.parse::<Stands>() {
            Ok(status) => plain::said(shell, "goals-status", status),
            Err(_unknown) => status.clone(),
        },
        (_, about) => about.clone().unwrap_or_default(),
    };
    let day = |day: Option<base::Date>| {
        day.map_or_else(|| shell.t("goals-no-date").into_owned(), |day| shell.date(day))
    };
    // A file that the operator brought in was brought in by nobody of the partnership.
    let operator = shell.t("goals-by-operator");
    let who = match record.people.name(step.person) {
        "" => operator.as_ref(),
        name => name,
    };
    let args = [
        ("who", who.into()),
        ("organization", record.directory.name(step.organization).into()),
        ("about", about.as_str().into()),
        ("from", day(step.from).into()),
        ("to", day(step.to).into()),
    ];
    let key = format!("goals-step-{}", step.act).replace('_', "-");
    Past { text: shell.tn(&key, &args), when: shell.when(step.at), said: step.words.clone() }
}

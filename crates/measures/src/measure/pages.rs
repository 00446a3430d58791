//! The page of a measure: what the numbers say, drawn, told and as a table.

mod chart;
mod forms;

use ::store::Cx;
use askama::Template;
use base::{Date, Role};
use web::{Block, Failure, Request, Response, Section, Shell, chart::Svg};

pub(crate) use forms::{change, change_form, define, define_form, restore, retire, retire_form};

use super::{
    Measure, State, api,
    queries::{self, Found, find},
};
use crate::{
    Error, Findings, Path, findings,
    serving::pages::{Served, served},
    story::pages::StoryView,
    table,
    words::{self, StatusView},
};

/// The page.
#[derive(Template)]
#[template(path = "measures/measure.html")]
struct MeasurePage {
    shell: Shell,
    base: String,
    kicker: String,
    status: StatusView,
    short: String,
    place: String,
    retired: Option<String>,
    may_edit: bool,
    may_enter: bool,
    stats: Vec<Stat>,
    chart: Option<Svg>,
    legend: Svg,
    chart_title: String,
    chart_below: String,
    notes: Vec<(String, String)>,
    story: Option<StoryView>,
    table: Vec<NumberRow>,
    columns: Columns,
    caption: String,
    about: Vec<(String, String)>,
    keeper: Option<Keeper>,
    pace: Option<PaceView>,
    late: Option<String>,
    /// What other contexts say about it.
    others: Vec<Block>,
    serves: Vec<Served>,
    may_serve: bool,
}

web::page!(MeasurePage);

/// One of the four large numbers.
struct Stat {
    label: String,
    value: String,
    below: String,
}

/// Which columns the table has besides period, number and note.
struct Columns {
    unit: String,
    plan: bool,
    numerator: Option<String>,
    denominator: Option<String>,
}

/// One row of the table.
struct NumberRow {
    period: String,
    value: String,
    plan: String,
    numerator: String,
    denominator: String,
    note: String,
    href: String,
    corrected: Option<String>,
}

/// Who enters the numbers.
struct Keeper {
    letters: String,
    name: String,
    organization: String,
}

/// Where the pace leads.
struct PaceView {
    outlook: String,
    margin: String,
    working: String,
}

/// `GET /p/{partnership}/measures/{slug}`, `….csv` and `….json`.
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let slug = request.param_text("slug");
    if let Some(slug) = slug.strip_suffix(".csv") {
        let found = find(&cx, slug).await?;
        let name = format!("{}.csv", found.measure.slug);
        return Ok(web::csv(&name, sheet(&found)?));
    }
    if let Some(slug) = slug.strip_suffix(".json") {
        return web::json(&api::view(&cx, &find(&cx, slug).await?));
    }
    let others = async {
        let id = queries::id_of(&cx, slug).await?;
        web::about(&cx, "measure", id).await
    };
    let (found, others) = web::beside(find(&cx, slug), others).await?;
    web::page(&request, &page_of(&cx, &found, others))
}

/// The numbers as a table that [`standards::Layout::Long`] reads back without a change.
fn sheet(found: &Found) -> Result<String, Error> {
    let definition = &found.measure.definition;
    let path = Path::of(definition, &found.observations);
    let mut sheet = table::Sheet::new(&[
        "measure",
        "measure_name",
        "place",
        "place_name",
        "period",
        "start",
        "end",
        "value",
        "unit",
        "plan",
        "numerator",
        "denominator",
        "status",
        "note",
        "source",
        "corrections",
        "entered",
    ])?;
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    for one in &found.observations {
        let hidden = definition.hides(one);
        let shown = |value: Option<f64>| number(value.filter(|_| !hidden));
        let place = definition.place.as_ref();
        let planned = path.as_ref().and_then(|path| path.at(one.period));
        sheet.line(&[
            definition.code.to_string(),
            definition.title.to_string(),
            place.map(|place| place.code.to_string()).unwrap_or_default(),
            place.and_then(|p| p.name.as_ref()).map(ToString::to_string).unwrap_or_default(),
            one.period.to_string(),
            one.period.start().to_string(),
            one.period.end().to_string(),
            if hidden { format!("<{}", definition.small_count) } else { number(Some(one.value)) },
            definition.unit.to_string(),
            number(planned.map(|value| (value * 100.0).round() / 100.0)),
            shown(one.numerator),
            shown(one.denominator),
            one.finality.to_string(),
            one.note.as_ref().map(ToString::to_string).unwrap_or_default(),
            one.source.as_ref().map(ToString::to_string).unwrap_or_default(),
            one.revision.to_string(),
            one.at.rfc3339(),
        ])?;
    }
    sheet.finish()
}

/// The shell of a page about a measure: the way back leads over the list.
pub(crate) fn shell_of(cx: &Cx, found: &std::sync::Arc<::store::Place>, title: &str) -> Shell {
    let shell = Shell::new(cx, Some(found), title, Section::Plan);
    let (overview, list) = (shell.t("shell-section-overview"), shell.t("measures-title"));
    let (overview, list) = (overview.into_owned(), list.into_owned());
    let home = format!("/p/{}", found.slug);
    shell.crumb(overview, &home).crumb(list, &format!("{home}/measures"))
}

fn page_of(cx: &Cx, found: &Found, others: Vec<Block>) -> MeasurePage {
    let measure = &found.measure;
    let definition = &measure.definition;
    let home = format!("/p/{}", found.place.slug);
    let base = format!("{home}/measures/{}", measure.slug);
    let shell = shell_of(cx, &found.place, "measures-title")
        .titled(definition.title.to_string())
        .live(&format!("{home}/live"));
    let path = Path::of(definition, &found.observations);
    let said = findings(definition, &found.observations);
    let may_edit = measure.may_be_changed_by(&found.place.standing);
    let place = definition.place.as_ref().map_or_else(String::new, |place| {
        place.name.as_ref().map_or_else(|| place.code.to_string(), ToString::to_string)
    });
    MeasurePage {
        others,
        kicker: words::kind(&shell, definition.kind),
        status: words::status(&shell, measure.summary.status),
        short: words::say_all(&shell, &said.short),
        place,
        retired: retired(&shell, measure),
        may_edit,
        may_enter: may_edit && measure.state == State::Active,
        stats: stats(&shell, found, path.as_ref()),
        chart: chart::draw(&shell, found, path.as_ref(), &said),
        legend: chart::legend(&shell, path.is_some()),
        chart_title: words::say(&shell, &said.title),
        chart_below: below(&shell, measure),
        notes: notes(&shell, found),
        story: found
            .story
            .as_ref()
            .map(|story| StoryView::of(&shell, story, &found.names, &found.directory)),
        table: rows(&shell, found, path.as_ref(), &base),
        columns: columns(&shell, found, path.as_ref()),
        caption: shell.t1("measures-numbers-caption", "title", definition.title.as_str()),
        about: about(&shell, found),
        keeper: keeper(found),
        pace: pace(&shell, &said),
        late: late(&shell, measure, found.place.today),
        serves: served(&shell, &found.place.slug, &found.serves),
        may_serve: measure.state == State::Active
            && (found.place.standing.has(Role::Coordinator)
                || found.place.standing.has(Role::Lead)),
        base,
        shell,
    }
}

impl MeasurePage {
    fn to(&self, rest: &str) -> String {
        self.shell.href(&format!("{}{rest}", self.base))
    }
}

fn retired(shell: &Shell, measure: &Measure) -> Option<String> {
    match &measure.state {
        State::Active => None,
        State::Retired { why, at } => Some(shell.t2(
            "measures-retired",
            "when",
            shell.date(shell.day_of(*at)),
            "why",
            why.as_str(),
        )),
    }
}

fn late(shell: &Shell, measure: &Measure, today: Date) -> Option<String> {
    let due = measure.summary.next_due.filter(|_| measure.state == State::Active)?;
    if due >= today {
        return None;
    }
    Some(shell.t2("measures-next-late", "date", shell.date(due), "due", shell.due(due)))
}

fn below(shell: &Shell, measure: &Measure) -> String {
    let definition = &measure.definition;
    shell.tn(
        "measures-chart-below",
        &[
            ("unit", words::unit(shell, definition.unit).into()),
            ("frequency", words::frequency(shell, definition.frequency).into()),
            ("direction", words::direction(shell, definition.direction).into()),
        ],
    )
}

fn stats(shell: &Shell, found: &Found, path: Option<&Path>) -> Vec<Stat> {
    let definition = &found.measure.definition;
    let amount = |value: f64| words::amount(shell, value, definition.unit);
    let mut stats = Vec::new();
    let mut add = |key: &str, value: String, below: String| {
        stats.push(Stat { label: shell.t(key).into_owned(), value, below });
    };
    let latest = found.measure.summary.latest;
    if let Some(latest) = latest {
        let value = latest.value.map_or_else(|| shell.t("measures-hidden").into_owned(), amount);
        add("measures-now", value, words::period(shell, latest.period));
    }
    if let Some(start) = crate::path::baseline(definition, &found.observations) {
        add("measures-start", amount(start.value), words::period(shell, start.period));
    }
    if let Some(target) = definition.targets.last() {
        let by = shell.t1("measures-by", "by", words::by(shell, target.by));
        add("measures-target", amount(target.value), by);
    }
    if let (Some(path), Some(value)) = (path, latest.and_then(|latest| latest.value)) {
        let (start, (_, goal)) = (path.start().value, path.end());
        let left = (goal - value).abs();
        let all = amount((goal - start).abs());
        let is_there = crate::path::is_as_good(definition.direction, value, goal);
        if is_there {
            add("measures-left", shell.t("measures-left-none").into_owned(), String::new());
        } else {
            let done = ((value - start) * (goal - start).signum()).max(0.0);
            let below =
                shell.t2("measures-done-of", "done", words::number(shell, done), "all", all);
            add("measures-left", amount(left), below);
        }
    }
    stats
}

/// The notes below the chart, by the letters on it.
fn notes(shell: &Shell, found: &Found) -> Vec<(String, String)> {
    chart::noted(found)
        .map(|(number, note)| (words::period(shell, number.period), note.to_string()))
        .collect()
}

fn columns(shell: &Shell, found: &Found, path: Option<&Path>) -> Columns {
    let definition = &found.measure.definition;
    let any = |has: fn(&crate::Observation) -> bool| found.observations.iter().any(has);
    let name = |given: Option<&base::Title>, key: &str| {
        given.map_or_else(|| shell.t(key).into_owned(), ToString::to_string)
    };
    let numerator = || name(definition.numerator.as_ref(), "measures-numerator");
    let denominator = || name(definition.denominator.as_ref(), "measures-denominator");
    Columns {
        unit: words::unit(shell, definition.unit),
        plan: path.is_some(),
        numerator: if any(|one| one.numerator.is_some()) { Some(numerator()) } else { None },
        denominator: if any(|one| one.denominator.is_some()) { Some(denominator()) } else { None },
    }
}

/// The numbers, the newest first.
fn rows(shell: &Shell, found: &Found, path: Option<&Path>, base: &str) -> Vec<NumberRow> {
    let definition = &found.measure.definition;
    let number = |value: Option<f64>| {
        value.map_or_else(|| "–".to_owned(), |value| words::number(shell, value))
    };
    let row = |one: &crate::Observation| {
        let hidden = definition.hides(one);
        let shown = |value: Option<f64>| number(value.filter(|_| !hidden));
        let limit = i64::from(definition.small_count);
        let finality = words::finality(shell, one.finality);
        let note = one.note.as_ref().map_or(finality.clone(), |text| format!("{finality}. {text}"));
        NumberRow {
            period: words::period(shell, one.period),
            value: if hidden {
                shell.t1("measures-under", "limit", limit)
            } else {
                words::number(shell, one.value)
            },
            plan: number(path.and_then(|path| path.at(one.period))),
            numerator: shown(one.numerator),
            denominator: shown(one.denominator),
            note,
            href: shell.href(&format!("{base}/numbers/{}", one.period)),
            corrected: if one.revision > 0 {
                Some(shell.t1("measures-corrected", "count", one.revision))
            } else {
                None
            },
        }
    };
    let taken_back = |one: &crate::Withdrawal| NumberRow {
        period: words::period(shell, one.period),
        value: number(None),
        plan: number(path.and_then(|path| path.at(one.period))),
        numerator: number(None),
        denominator: number(None),
        note: words::withdrawn(shell, one),
        href: shell.href(&format!("{base}/numbers/{}", one.period)),
        corrected: None,
    };
    let numbers = found.observations.iter().map(|one| (one.period, row(one)));
    let withdrawn = found.withdrawn.iter().map(|one| (one.period, taken_back(one)));
    let mut rows: Vec<_> = numbers.chain(withdrawn).collect();
    rows.sort_by_key(|(period, _)| std::cmp::Reverse(*period));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn about(shell: &Shell, found: &Found) -> Vec<(String, String)> {
    let definition = &found.measure.definition;
    let mut facts: Vec<(String, String)> = Vec::new();
    let mut add = |key: &str, value: Option<String>| {
        facts.extend(value.map(|value| (shell.t(key).into_owned(), value)));
    };
    let text = |value: Option<&dyn std::fmt::Display>| value.map(ToString::to_string);
    add("measures-about", text(definition.about.as_ref().map(|one| one as _)));
    let ratio = match (&definition.numerator, &definition.denominator) {
        (Some(numerator), Some(denominator)) => Some(shell.t2(
            "measures-ratio",
            "numerator",
            numerator.as_str(),
            "denominator",
            denominator.as_str(),
        )),
        (Some(one), None) | (None, Some(one)) => Some(one.to_string()),
        (None, None) => None,
    };
    add("measures-counted", ratio);
    add(
        "measures-place",
        definition.place.as_ref().map(|place| match &place.name {
            Some(name) => format!("{name} ({})", place.code),
            None => place.code.to_string(),
        }),
    );
    add("measures-source", text(definition.source.as_ref().map(|one| one as _)));
    let often = words::frequency(shell, definition.frequency);
    add(
        "measures-often",
        Some(match definition.due_days {
            Some(days) => shell.t2("measures-often-due", "often", often, "days", i64::from(days)),
            None => often,
        }),
    );
    add("measures-limits", text(definition.limits.as_ref().map(|one| one as _)));
    let limit = i64::from(definition.small_count);
    let rule = if limit > 0 { Some(shell.t1("measures-rule", "limit", limit)) } else { None };
    add("measures-small-count", rule);
    add("measures-code", text(Some(&definition.code as _)));
    facts
}

fn keeper(found: &Found) -> Option<Keeper> {
    let definition = &found.measure.definition;
    let organization = definition.organization.map(|of| found.directory.name(of).to_owned());
    let person = definition.keeper.map(|keeper| found.names.name(keeper));
    let person = person.filter(|name| !name.is_empty());
    let name = person.map(str::to_owned).or_else(|| organization.clone())?;
    let letters = name.split(' ').filter_map(|word| word.chars().next()).take(2).collect();
    let organization =
        if person.is_some() { organization.unwrap_or_default() } else { String::new() };
    Some(Keeper { letters, name, organization })
}

fn pace(shell: &Shell, said: &Findings) -> Option<PaceView> {
    let pace = said.pace.as_ref()?;
    Some(PaceView {
        outlook: words::say(shell, &pace.outlook),
        margin: words::say(shell, &pace.margin),
        working: words::say_all(shell, &pace.working),
    })
}

//! The pages on which something is done with an item: one topic each.

use askama::Template;
use base::{FieldProblem, Title};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{base_of, shell, short};
use crate::{
    access,
    goal::{
        Direction, Ending, GoalError, Item, Layer, Record, Span, State, Status as Stands, Term,
        commands, measure, parse, queries, words,
    },
    roadmap::{self, Ripple},
    words::{self as plain, Choice},
};

base::words! {
    /// What can be done with an item on a page of its own; also the last part of its address.
    pub(crate) enum Verb {
        /// Say that it was looked at.
        Review = "review",
        /// Say otherwise than what is computed.
        Status = "status",
        /// Move its dates.
        Dates = "dates",
        /// Let it wait for another.
        Waits = "waits",
        /// Let it serve another.
        Link = "link",
        /// Let a commitment carry it.
        Attach = "attach",
        /// Change what it says of itself.
        Edit = "edit",
        /// End it.
        Close = "close",
        /// Work on it again.
        Reopen = "reopen",
    }
}

impl Verb {
    /// What can be done with an item, most likely first.
    pub(super) fn of(item: &Item) -> Vec<Self> {
        Self::ALL.iter().copied().filter(|verb| verb.fits(item)).collect()
    }

    fn fits(self, item: &Item) -> bool {
        match self {
            Self::Reopen => !item.is_open(),
            Self::Review => item.is_open() && item.layer == Layer::Goal,
            Self::Link | Self::Waits => item.is_open() && item.layer != Layer::Goal,
            Self::Status | Self::Dates | Self::Attach | Self::Edit | Self::Close => item.is_open(),
        }
    }
}

/// The page of one verb.
#[derive(Template)]
#[template(path = "plan/goal_verb.html")]
struct VerbPage {
    shell: Shell,
    form: FormView,
    base: String,
    verb: Verb,
    layer: Layer,
    heading: String,
    title: String,
    short: String,
    what: String,
    back: String,
    choices: Vec<Choice>,
    terms: Vec<Choice>,
    revision: String,
    /// What the new dates push; the form asks what becomes of it.
    pushes: Vec<Pushed>,
    ripples: Vec<Choice>,
}

/// Something that waits for the item and would have to move.
struct Pushed {
    title: String,
    who: String,
    from: String,
    to: String,
    /// Whether the reader may move it.
    yours: bool,
}

web::page!(VerbPage);

/// `GET /p/{partnership}/goals/{id}/{verb}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    cx.admits(access::PLAN).await?;
    let record = queries::item(&cx, request.param("id")?).await?;
    may(&record, verb)?;
    let form = FormView::filled(filled(&record.item, verb));
    let page = page_of(&cx, shell(&cx, &record), form, verb, &record).await?;
    web::page(&request, &page)
}

/// `POST /p/{partnership}/goals/{id}/{verb}`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let mut input = request.input()?;
    match perform(&cx, &request, verb, &mut input).await {
        Ok(item) => {
            let back = web::redirect(&cx, &path_of(&request, &item));
            Ok(back.notice(&format!("goals-{verb}-notice")))
        }
        Err(failure) if failure.is_form() => again(&cx, &request, verb, &input, failure).await,
        Err(failure) => Err(failure),
    }
}

/// `POST` of what needs no page: the last part of the address says what.
pub(crate) async fn at_once(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, mut input) = (parse::target(&request)?, request.input()?);
    let (item, notice) = match last(&request) {
        "lift" => (commands::unjudge(&cx, target).await?, "goals-lift-notice"),
        "adopt" => (commands::adopt(&cx, target).await?, "goals-attach-notice"),
        "unlink" => {
            let upper = input.required("upper").ok_or_else(|| input.invalid())?;
            (commands::unlink(&cx, target, upper).await?, "goals-unlink-notice")
        }
        "detach" => {
            let commitment = input.required("commitment").ok_or_else(|| input.invalid())?;
            (commands::detach(&cx, target, commitment).await?, "goals-detach-notice")
        }
        "unmeasure" => {
            let measure: Option<Title> = input.required("measure");
            let measure = measure.ok_or_else(|| input.invalid())?;
            let item = measure::commands::unmeasure(&cx, target, measure.as_str()).await?;
            (item, "goals-unmeasure-notice")
        }
        "waits-not" => {
            let before = input.required("before").ok_or_else(|| input.invalid())?;
            (roadmap::wait_no_longer(&cx, target, before).await?, "goals-waits-not-notice")
        }
        "order" => {
            let direction = input.required::<Direction>("direction");
            let direction = direction.ok_or_else(|| input.invalid())?;
            (commands::order(&cx, target, direction).await?, "goals-order-notice")
        }
        _ => return Err(crate::Error::from(GoalError::Missing).into()),
    };
    Ok(web::redirect(&cx, &path_of(&request, &item)).notice(notice))
}

async fn perform(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &mut Input,
) -> Result<Item, Failure> {
    let target = parse::target(request)?;
    match verb {
        Verb::Review => {
            let words = input.optional("words");
            input.check()?;
            Ok(commands::review(cx, target, words).await?)
        }
        Verb::Status => {
            let judged = parse::judgement(input).ok_or_else(|| input.invalid())?;
            Ok(commands::judge(cx, target, judged.0, judged.1).await?)
        }
        Verb::Dates => {
            let (span, why) = parse::dates(input).ok_or_else(|| input.invalid())?;
            Ok(commands::move_dates(cx, target, span, why).await?)
        }
        Verb::Waits => {
            let (before, lag) = (input.required("before"), input.optional::<i64>("lag_days"));
            input.check()?;
            let before = before.ok_or_else(|| input.invalid())?;
            Ok(roadmap::wait_for(cx, target, before, lag.unwrap_or_default()).await?)
        }
        Verb::Link => {
            let upper = input.required("upper").ok_or_else(|| input.invalid())?;
            Ok(commands::link(cx, target, upper).await?)
        }
        Verb::Attach => {
            let commitment = input.required("commitment").ok_or_else(|| input.invalid())?;
            Ok(commands::attach(cx, target, commitment).await?)
        }
        Verb::Edit => {
            let aim = parse::aim(input, None);
            input.check()?;
            let aim = aim.ok_or_else(|| input.invalid())?;
            Ok(commands::change(cx, target, aim).await?)
        }
        Verb::Close => {
            let ending = parse::ending(input);
            input.check()?;
            let (how, words) = ending.ok_or_else(|| input.invalid())?;
            Ok(commands::close(cx, target, how, words).await?)
        }
        Verb::Reopen => {
            let why = parse::why(input).ok_or_else(|| input.invalid())?;
            Ok(commands::reopen(cx, target, why).await?)
        }
    }
}

/// The form once more with what is wrong.
async fn again(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &Input,
    failure: Failure,
) -> Result<Response, Failure> {
    let record = queries::item(cx, request.param("id")?).await?;
    if may(&record, verb).is_err() {
        return Err(failure);
    }
    let mut shell = shell(cx, &record);
    let problems: Vec<FieldProblem> = failure.problems();
    let form = FormView::refused(&mut shell, input.typed(), &problems);
    let page = page_of(cx, shell, form, verb, &record).await?;
    Ok(web::page(request, &page)?.with_status_of(&failure))
}

fn may(record: &Record, verb: Verb) -> Result<(), crate::Error> {
    let item = &record.item;
    access::plans_for(&record.place.standing, item.aim.owner).ok_or(GoalError::NotYours)?;
    if verb.fits(item) {
        return Ok(());
    }
    item.must_be_open()?;
    Err(match verb {
        Verb::Reopen => GoalError::NotClosed,
        Verb::Link
        | Verb::Waits
        | Verb::Review
        | Verb::Status
        | Verb::Dates
        | Verb::Attach
        | Verb::Edit
        | Verb::Close => GoalError::WrongLayer,
    }
    .into())
}

async fn page_of(
    cx: &Cx,
    shell: Shell,
    form: FormView,
    verb: Verb,
    record: &Record,
) -> Result<VerbPage, Failure> {
    let item = &record.item;
    let title = item.aim.title.to_string();
    let heading = plain::said(&shell, "goals-verb", verb);
    let standing = record.outline.standing(item, record.place.today);
    let pushes = match verb {
        Verb::Dates => pushed(cx, &shell, &form, record).await?,
        Verb::Review
        | Verb::Status
        | Verb::Waits
        | Verb::Link
        | Verb::Attach
        | Verb::Edit
        | Verb::Close
        | Verb::Reopen => Vec::new(),
    };
    Ok(VerbPage {
        pushes,
        ripples: plain::choices(&shell, "goals-ripple", Ripple::ALL),
        what: plain::said(&shell, "goals-what", verb),
        back: plain::said(&shell, "goals-back", verb),
        short: short(&shell, record, &standing),
        choices: choices(cx, &shell, verb, record).await?,
        terms: plain::choices(&shell, "goals-term", Term::ALL),
        base: base_of(record),
        layer: item.layer,
        revision: item.revision.to_string(),
        shell: shell.crumb(title.clone(), &base_of(record)).titled(heading.clone()),
        form,
        verb,
        heading,
        title,
    })
}

/// What the dates in the form would push.
async fn pushed(
    cx: &Cx,
    shell: &Shell,
    form: &FormView,
    record: &Record,
) -> Result<Vec<Pushed>, Failure> {
    let day = |name: &str| form.value(name).parse::<base::Date>().ok();
    let Ok(span) = (Span { starts: day("starts"), due: day("due") }).checked(record.item.layer)
    else {
        return Ok(Vec::new());
    };
    let day = |span: Span| span.due.map(|due| shell.date(due)).unwrap_or_default();
    let pushes = roadmap::queries::pushes(cx, record.item.id, span).await?;
    let line = |(item, push): (Item, roadmap::Push)| Pushed {
        title: item.aim.title.to_string(),
        who: record.directory.name(item.aim.owner).to_owned(),
        from: day(push.from),
        to: day(push.to),
        yours: access::plans_for(&record.place.standing, item.aim.owner).is_some(),
    };
    Ok(pushes.into_iter().map(line).collect())
}

/// What is there to choose from.
async fn choices(
    cx: &Cx,
    shell: &Shell,
    verb: Verb,
    record: &Record,
) -> Result<Vec<Choice>, Failure> {
    let (outline, item) = (&record.outline, &record.item);
    Ok(match verb {
        Verb::Status => plain::choices(shell, "goals-status", Stands::ALL),
        Verb::Close => plain::choices(shell, "goals-ending", Ending::ALL),
        Verb::Waits => {
            let free = roadmap::queries::may_wait_for(outline, &record.dependencies, item);
            let choice = |before: &Item| {
                let layer = words::layer(shell, before.layer);
                let due = before.span.due.map(|due| shell.date(due)).unwrap_or_default();
                (before.id.to_string(), format!("{layer}: {}, {due}", before.aim.title))
            };
            free.into_iter().map(choice).collect()
        }
        Verb::Link => {
            let serves = item.layer.serves();
            let now: Vec<_> = outline.above(item.id).map(|upper| upper.id).collect();
            let fits = |upper: &&Item| {
                upper.is_open() && serves.contains(&upper.layer) && !now.contains(&upper.id)
            };
            let choice = |upper: &Item| {
                let layer = words::layer(shell, upper.layer);
                (upper.id.to_string(), format!("{layer}: {}", upper.aim.title))
            };
            outline.all().filter(fits).map(choice).collect()
        }
        Verb::Attach => {
            let open = queries::attachable(cx).await?;
            let fits = |id: &crate::CommitmentId| !record.own.contains(id);
            let line = |(id, of, title): (crate::CommitmentId, base::OrganizationId, Title)| {
                (id.to_string(), format!("{}: {title}", record.directory.name(of)))
            };
            open.into_iter().filter(|(id, ..)| fits(id)).map(line).collect()
        }
        Verb::Edit => plain::partners(&record.directory),
        Verb::Review | Verb::Dates | Verb::Reopen => Vec::new(),
    })
}

fn filled(item: &Item, verb: Verb) -> Vec<(&'static str, String)> {
    let day = |day: Option<base::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let aim = &item.aim;
    match verb {
        Verb::Dates => vec![("starts", day(item.span.starts)), ("due", day(item.span.due))],
        Verb::Edit => vec![
            ("title", aim.title.to_string()),
            ("details", aim.details.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("term", aim.term.map(|term| term.to_string()).unwrap_or_default()),
            ("yardstick", aim.yardstick.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("owner", aim.owner.to_string()),
        ],
        Verb::Status => {
            let judged = item.judged.as_ref();
            judged.map(|judged| ("status", judged.status.to_string())).into_iter().collect()
        }
        Verb::Close if item.state == State::Open => vec![("how", Ending::Reached.to_string())],
        Verb::Review | Verb::Waits | Verb::Link | Verb::Attach | Verb::Close | Verb::Reopen => {
            Vec::new()
        }
    }
}

fn verb_of(request: &Request) -> Result<Verb, Failure> {
    last(request).parse().map_err(|_unknown| crate::Error::from(GoalError::Missing).into())
}

fn last(request: &Request) -> &str {
    request.path().rsplit('/').next().unwrap_or_default()
}

fn path_of(request: &Request, item: &Item) -> String {
    format!("/p/{}/goals/{}", request.param_text("partnership"), item.id)
}

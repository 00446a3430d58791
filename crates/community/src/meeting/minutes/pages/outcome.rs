//! From an item to what came of it: a promise that goes out to be accepted, or a question that is
//! written down.

use askama::Template;
use base::OrganizationId;
use plan::{
    Origin, OriginKind, Party, Proposal, Receiver, Terms,
    decision::{
        Electorate, Question, Way,
        count::{Method, Quorum},
    },
};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use crate::{
    Error,
    meeting::{
        MeetingError, Record,
        agenda::{Item, ItemId},
        minutes::{Outcome, OutcomeKind, commands},
        pages::{base_of, shell},
        queries,
        words::{self, Choice},
    },
};

/// The form of what came of an item.
#[derive(Template)]
#[template(path = "community/outcome.html")]
struct OutcomePage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    kind: OutcomeKind,
    item: String,
    sides: Vec<Choice>,
    partners: Vec<Choice>,
    own: Vec<Choice>,
    methods: Vec<Choice>,
}

web::page!(OutcomePage);

/// `GET /p/{partnership}/meetings/{id}/items/{item}/{commitment|decision}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let kind = kind_of(&request)?;
    let (record, item) = opened(&cx, &request).await?;
    // Most people speak for one organization; only the others have something to choose.
    let own = match own_of(&record).as_slice() {
        [one] => one.to_string(),
        _ => String::new(),
    };
    let form = FormView::filled([
        ("own", own),
        ("title", item.topic.title.to_string()),
        ("side", Party::Promiser.to_string()),
        ("method", Method::Consent.to_string()),
    ]);
    web::page(&request, &page_of(shell(&cx, &record), form, &record, &item, kind))
}

/// `POST /p/{partnership}/meetings/{id}/items/{item}/{commitment|decision}`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (kind, mut input) = (kind_of(&request)?, request.input()?);
    let (record, item) = opened(&cx, &request).await?;
    match make(&cx, &record, &item, kind, &mut input).await {
        Ok(_) => {
            let path = format!("{}/minutes#{}", base_of(&record), item.id);
            Ok(web::redirect(&cx, &path).notice(match kind {
                OutcomeKind::Decision => "outcome-decision-notice",
                OutcomeKind::Commitment => "outcome-commitment-notice",
            }))
        }
        Err(failure) if failure.is_form() => {
            let mut shell = shell(&cx, &record);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = page_of(shell, form, &record, &item, kind);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn make(
    cx: &Cx,
    record: &Record,
    item: &Item,
    kind: OutcomeKind,
    input: &mut Input,
) -> Result<Outcome, Failure> {
    let meeting = record.meeting.id;
    Ok(match kind {
        OutcomeKind::Commitment => {
            let (proposal, side) = proposal(input, record, item)?;
            commands::promise(cx, meeting, item.id, proposal, side).await?
        }
        OutcomeKind::Decision => {
            let question = question(input, record)?;
            commands::ask(cx, meeting, item.id, question).await?
        }
    })
}

/// A promise whose origin is this item of the minutes.
fn proposal(input: &mut Input, record: &Record, item: &Item) -> Result<(Proposal, Party), Failure> {
    let side = input.required::<Party>("side");
    let (title, details) = (input.required("title"), input.optional("details"));
    let due = input.required("due");
    let own = input.required::<OrganizationId>("own");
    let partner = input.required::<OrganizationId>("partner");
    input.check()?;
    let (Some(side), Some(title), Some(due)) = (side, title, due) else {
        return Err(input.invalid().into());
    };
    let (Some(own), Some(partner)) = (own, partner) else { return Err(input.invalid().into()) };
    let (promiser, receiver) = match side {
        Party::Promiser => (own, partner),
        Party::Receiver => (partner, own),
    };
    let plan = record.meeting.plan_of();
    let reference = format!("{}, {}: {}", plan.title, plan.on, item.topic.title);
    let reference: String = reference.chars().take(300).collect();
    let origin =
        Origin { kind: OriginKind::Minutes, reference: reference.parse().ok(), link: None };
    let receiver = Receiver::Organization(receiver);
    let terms = Terms { title, details, due };
    let (goal, serves, decided, idea) = (None, None, None, None);
    Ok((Proposal { promiser, receiver, terms, origin, goal, serves, decided, idea }, side))
}

/// A question to the seats of this body.
fn question(input: &mut Input, record: &Record) -> Result<Question, Failure> {
    let title = input.required("title");
    let text = input.required("proposal");
    let method = input.required::<Method>("method");
    let owner = input.required::<OrganizationId>("own");
    input.check()?;
    let threshold = method.and_then(Method::threshold);
    let (Some(title), Some(text), Some(threshold), Some(owner)) = (title, text, threshold, owner)
    else {
        return Err(input.invalid().into());
    };
    let plan = record.meeting.plan_of();
    let background = format!("{}, {}", plan.title, plan.on).parse().ok();
    let by = Electorate::Seats(record.meeting.body);
    let quorum: Quorum = record.duties.quorum;
    Ok(Question { title, background, way: Way::Proposal { threshold, text, by, quorum }, owner })
}

/// The item, when the reader may write minutes.
async fn opened(cx: &Cx, request: &Request) -> Result<(Record, Item), Failure> {
    let id: ItemId = request.param("item")?;
    let (record, item) = queries::item(cx, request.param("id")?, id).await?;
    if !record.may_take_part() {
        return Err(Error::from(MeetingError::NotTakingPart).into());
    }
    record.meeting.notes_open()?;
    Ok((record, item))
}

fn page_of(
    shell: Shell,
    form: FormView,
    record: &Record,
    item: &Item,
    kind: OutcomeKind,
) -> OutcomePage {
    let base = base_of(record);
    let heading = words::said(&shell, "outcome-make", kind);
    let title = shell.title().to_owned();
    let name = |id: &OrganizationId| (id.to_string(), record.directory.name(*id).to_owned());
    OutcomePage {
        action: format!("{base}/items/{}/{kind}", item.id),
        cancel: format!("{base}/minutes"),
        item: words::item_title(&shell, item),
        sides: words::choices(&shell, "outcome-side", Party::ALL),
        partners: record.directory.current().map(|entry| name(&entry.id)).collect(),
        own: own_of(record).iter().map(name).collect(),
        methods: words::choices(&shell, "decisions-method", &commands::METHODS),
        shell: shell.crumb(title, &base).titled(heading),
        form,
        kind,
    }
}

/// For which organizations of this partnership the reader speaks.
fn own_of(record: &Record) -> Vec<OrganizationId> {
    let own = record.place.standing.organizations().into_iter();
    own.filter(|id| record.directory.has(*id)).collect()
}

fn kind_of(request: &Request) -> Result<OutcomeKind, Failure> {
    let last = request.path().rsplit('/').next().unwrap_or_default();
    last.parse().map_err(|_unknown| Error::from(MeetingError::NoItem).into())
}

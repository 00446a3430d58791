//! The pages on which something is done with a commitment: one topic each, what happens, who will
//! know, whether it can be taken back.

use askama::Template;
use base::{OrganizationId, Title};
use partnership::PersonEntry;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{base_of, reader, shell, short};
use crate::{
    Carrier, Commitment, Error, Record, Side, State, access, add_evidence,
    commitment::{
        api::proof,
        commands::{self, Claim, Target},
        options::Verb,
        parse, queries,
    },
    remove_evidence,
    words::{self, Choice},
};

/// The page of one verb.
#[derive(Template)]
#[template(path = "plan/verb.html")]
struct VerbPage {
    shell: Shell,
    form: FormView,
    base: String,
    verb: Verb,
    heading: String,
    title: String,
    short: String,
    what: String,
    who: String,
    back: String,
    button: String,
    people: Vec<Choice>,
    revision: String,
}

web::page!(VerbPage);

impl VerbPage {
    fn action(&self) -> String {
        self.shell.href(&format!("{}/{}", self.base, self.verb))
    }

    /// Whether the form carries a file.
    fn is_upload(&self) -> bool {
        matches!(self.verb, Verb::Done | Verb::Evidence)
    }
}

/// `GET /p/{partnership}/commitments/{id}/{verb}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let record = queries::commitment(&cx, request.param("id")?).await?;
    reader(&cx, &record)?.may(&record.commitment, verb)?;
    let form = match verb {
        Verb::Counter => FormView::filled(terms_of(&record.commitment)),
        Verb::Accept | Verb::HandOver => match record.commitment.carrier() {
            Some(Carrier { seat: Some(seat), .. }) => {
                FormView::filled([("in_charge", seat.to_string())])
            }
            Some(carrier) => FormView::filled([("in_charge", carrier.person.to_string())]),
            None => FormView::filled([("in_charge", cx.person()?.to_string())]),
        },
        Verb::Decline
        | Verb::Withdraw
        | Verb::Done
        | Verb::Confirm
        | Verb::NotYet
        | Verb::Date
        | Verb::Reason
        | Verb::Evidence
        | Verb::Broken => FormView::new(),
    };
    let shell = shell(&cx, &record);
    let people = people(&cx, &shell, verb, &record).await?;
    web::page(&request, &page_of(shell, form, verb, &record, people))
}

/// `POST /p/{partnership}/commitments/{id}/{verb}`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let mut input = request.input()?;
    match perform(&cx, &request, verb, &mut input).await {
        Ok(commitment) => Ok(done(&cx, &request, verb, &commitment)),
        Err(failure) if failure.is_form() => again(&cx, &request, verb, &input, failure).await,
        Err(failure) => Err(failure),
    }
}

/// `POST /p/{partnership}/commitments/{id}/undo`
pub(crate) async fn undo(cx: Cx, request: Request) -> Result<Response, Failure> {
    let commitment = commands::undo(&cx, parse::target(&request)?).await?;
    Ok(web::redirect(&cx, &path_of(&request, &commitment)).notice("commitments-undo-notice"))
}

/// `POST /p/{partnership}/commitments/{id}/remind`
pub(crate) async fn remind(cx: Cx, request: Request) -> Result<Response, Failure> {
    let commitment = commands::remind(&cx, parse::target(&request)?).await?;
    Ok(web::redirect(&cx, &path_of(&request, &commitment)).notice("commitments-remind-notice"))
}

/// `POST /p/{partnership}/commitments/{id}/evidence/{evidence}/remove`
pub(crate) async fn unprove(cx: Cx, request: Request) -> Result<Response, Failure> {
    let target = parse::target(&request)?;
    let commitment = remove_evidence(&cx, target, request.param("evidence")?).await?;
    let back = web::redirect(&cx, &path_of(&request, &commitment));
    Ok(back.notice("commitments-evidence-removed-notice"))
}

async fn perform(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &mut Input,
) -> Result<Commitment, Failure> {
    let target = parse::target(request)?;
    match verb {
        Verb::Accept | Verb::HandOver => with_person(cx, verb, target, input).await,
        Verb::Decline | Verb::NotYet | Verb::Broken | Verb::Reason => {
            with_reason(cx, verb, target, input).await
        }
        Verb::Counter => {
            let why = input.optional("why");
            let terms = parse::terms(input);
            input.check()?;
            let terms = terms.ok_or_else(|| input.invalid())?;
            Ok(commands::counter(cx, target, terms, why).await?)
        }
        Verb::Withdraw => {
            let why = input.optional("why");
            input.check()?;
            Ok(commands::withdraw(cx, target, why).await?)
        }
        Verb::Done => {
            let claim = claim(input);
            input.check()?;
            Ok(commands::claim_done(cx, target, claim).await?)
        }
        Verb::Confirm => {
            let thanks = parse::note(input, "note");
            input.check()?;
            Ok(commands::confirm(cx, target, thanks).await?)
        }
        Verb::Date => {
            let (to, why) = (input.required("due"), input.required("why"));
            let (Some(to), Some(why)) = (to, why) else { return Err(input.invalid().into()) };
            Ok(commands::move_date(cx, target, to, why).await?)
        }
        Verb::Evidence => {
            let (label, proof) = (input.required::<Title>("label"), proof(input));
            let (Some(label), Some(proof)) = (label, proof) else {
                return Err(input.invalid().into());
            };
            Ok(add_evidence(cx, target, label, proof).await?.0)
        }
    }
}

async fn with_person(
    cx: &Cx,
    verb: Verb,
    target: Target,
    input: &mut Input,
) -> Result<Commitment, Failure> {
    if verb == Verb::Accept {
        let in_charge = parse::in_charge(input);
        input.check()?;
        return Ok(commands::accept(cx, target, in_charge).await?);
    }
    let to = input.required("in_charge").ok_or_else(|| input.invalid())?;
    Ok(commands::hand_over(cx, target, to).await?)
}

async fn with_reason(
    cx: &Cx,
    verb: Verb,
    target: Target,
    input: &mut Input,
) -> Result<Commitment, Failure> {
    let why = parse::why(input).ok_or_else(|| input.invalid())?;
    Ok(match verb {
        Verb::Decline => commands::decline(cx, target, why).await?,
        Verb::NotYet => commands::not_yet(cx, target, why).await?,
        Verb::Broken => commands::break_off(cx, target, why).await?,
        Verb::Reason => commands::explain(cx, target, why).await?,
        Verb::Accept
        | Verb::Counter
        | Verb::Withdraw
        | Verb::Done
        | Verb::Confirm
        | Verb::Date
        | Verb::HandOver
        | Verb::Evidence => return Err(Error::History.into()),
    })
}

/// A claim, with evidence when there is some. A file without a name is called what its file is.
fn claim(input: &mut Input) -> Claim {
    let note = parse::note(input, "note");
    let label = input.optional::<Title>("label");
    let link = input.optional("link").map(crate::Proof::Link);
    let file = input.file("file");
    let named = file.as_ref().and_then(|file| file.name.parse::<Title>().ok());
    let file = file.map(|file| crate::Proof::File { name: file.name, bytes: file.bytes });
    if link.is_some() && file.is_some() {
        input.refuse("file", "evidence_both", Vec::new());
    }
    let proof = link.or(file).and_then(|proof| {
        let label = label.or(named);
        if label.is_none() {
            input.refuse("label", "required", Vec::new());
        }
        Some((label?, proof))
    });
    Claim { note, proof }
}

fn done(cx: &Cx, request: &Request, verb: Verb, commitment: &Commitment) -> Response {
    let path = path_of(request, commitment);
    let back = web::redirect(cx, &path).notice(&format!("commitments-{verb}-notice"));
    let undoable = cx.person().is_ok_and(|person| commitment.undoable(person, cx.now()).is_some());
    let quiet = matches!(verb, Verb::Reason | Verb::Evidence);
    if undoable && !quiet { back.undo(&format!("{path}/undo")) } else { back }
}

/// The form once more with what is wrong; when the commitment has moved on so that it can't be
/// done any more, that is all there is to say.
async fn again(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &Input,
    failure: Failure,
) -> Result<Response, Failure> {
    let record = queries::commitment(cx, request.param("id")?).await?;
    if reader(cx, &record)?.may(&record.commitment, verb).is_err() {
        return Err(failure);
    }
    let mut shell = shell(cx, &record);
    let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
    let people = people(cx, &shell, verb, &record).await?;
    let page = web::page(request, &page_of(shell, form, verb, &record, people))?;
    Ok(page.with_status_of(&failure))
}

fn page_of(
    shell: Shell,
    form: FormView,
    verb: Verb,
    record: &Record,
    people: Vec<Choice>,
) -> VerbPage {
    let said = |prefix: &str| words::said(&shell, prefix, verb);
    let title = record.commitment.terms().title.to_string();
    let heading = said("commitments-verb");
    VerbPage {
        what: said("commitments-what"),
        who: said("commitments-knows"),
        back: said("commitments-back"),
        button: said("commitments-button"),
        short: short(&shell, record),
        base: base_of(record),
        revision: record.commitment.revision.to_string(),
        shell: shell.crumb(title.clone(), &base_of(record)).titled(heading.clone()),
        form,
        verb,
        heading,
        title,
        people,
    }
}

/// Whom the reader may put in charge: a lead everybody who acts for the promiser, a member only
/// themselves, which needs no choice.
async fn people(
    cx: &Cx,
    shell: &Shell,
    verb: Verb,
    record: &Record,
) -> Result<Vec<Choice>, Failure> {
    let (commitment, standing) = (&record.commitment, &record.place.standing);
    let promiser = commitment.promiser;
    let answers = match commitment.state() {
        State::Proposed { by, .. } => by.other().side() == Side::Promiser,
        State::Declined { .. }
        | State::Withdrawn { .. }
        | State::Open
        | State::Claimed { .. }
        | State::Kept { .. }
        | State::Broken { .. } => false,
    };
    let wanted = verb == Verb::HandOver || (verb == Verb::Accept && answers);
    if !wanted {
        return Ok(Vec::new());
    }
    let members = queries::members(cx, promiser).await?;
    let me = cx.person()?;
    let leads = standing.leads(promiser);
    let may =
        |person: &&PersonEntry| access::works_for(person, promiser) && (leads || person.id == me);
    let seats = queries::seats(cx, promiser).await?;
    let seats = seats.iter().filter(|seat| queries::carries(seat, leads, me));
    let members = members.iter().filter(may).map(choice);
    Ok(members.chain(seats.map(|seat| words::seat(shell, seat))).collect())
}

fn choice(person: &PersonEntry) -> Choice {
    (person.id.to_string(), person.name().to_owned())
}

fn terms_of(commitment: &Commitment) -> Vec<(&'static str, String)> {
    let terms = commitment.terms();
    let details = terms.details.as_ref().map(ToString::to_string).unwrap_or_default();
    vec![("title", terms.title.to_string()), ("details", details), ("due", terms.due.to_string())]
}

fn verb_of(request: &Request) -> Result<Verb, Failure> {
    let last = request.path().rsplit('/').next().unwrap_or_default();
    last.parse().map_err(|_unknown| Error::Missing.into())
}

fn path_of(request: &Request, commitment: &Commitment) -> String {
    format!("/p/{}/commitments/{}", request.param_text("partnership"), commitment.id)
}

/// The organization that the reader speaks for, when there is only one.
pub(super) fn only_one(organizations: &[OrganizationId]) -> Option<OrganizationId> {
    match organizations {
        [one] => Some(*one),
        _ => None,
    }
}

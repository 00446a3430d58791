//! Making an offer, and asking for one.

use askama::Template;
use base::{Date, OrganizationId};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::forms::only_one;
use crate::{
    Commitment, CommitmentId, EVERYBODY, OriginKind, Party, Receiver, access,
    commitment::{
        commands, parse,
        queries::{self, Choices},
    },
    words::{self, Choice},
};

/// The form of a proposal.
#[derive(Template)]
#[template(path = "plan/propose.html")]
struct ProposePage {
    shell: Shell,
    form: FormView,
    /// Sent with the form, so that a second send makes no second promise.
    once: String,
    base: String,
    asks: bool,
    /// The reader's own organizations, when there are several.
    own: Vec<Choice>,
    /// The others.
    others: Vec<Choice>,
    /// Who can be put in charge; nobody to choose from for members.
    people: Vec<Choice>,
    goals: Vec<String>,
    /// What it can carry in the plan.
    items: Vec<Choice>,
    origins: Vec<Choice>,
}

web::page!(ProposePage);

impl ProposePage {
    fn action(&self) -> String {
        let rest = if self.asks { "ask" } else { "new" };
        self.shell.href(&format!("{}/{rest}", self.base))
    }
}

/// `GET /p/{partnership}/commitments/new`
pub(crate) async fn offer_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    show(cx, request, Party::Promiser).await
}

/// `GET /p/{partnership}/commitments/ask`
pub(crate) async fn ask_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    show(cx, request, Party::Receiver).await
}

/// `POST /p/{partnership}/commitments/new`
pub(crate) async fn offer(cx: Cx, request: Request) -> Result<Response, Failure> {
    take(cx, request, Party::Promiser).await
}

/// `POST /p/{partnership}/commitments/ask`
pub(crate) async fn ask(cx: Cx, request: Request) -> Result<Response, Failure> {
    take(cx, request, Party::Receiver).await
}

async fn show(cx: Cx, request: Request, party: Party) -> Result<Response, Failure> {
    let choices = queries::choices(&cx).await?;
    // Another page may lead here with a goal or an origin filled in.
    let form = FormView::filled(request.query().typed());
    let shell = shell(&cx, &choices, party);
    web::page(&request, &page_of(&cx, shell, form, &choices, party))
}

async fn take(cx: Cx, request: Request, party: Party) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let choices = queries::choices(&cx).await?;
    match propose(&cx, &mut input, &choices, party).await {
        Ok(commitment) => {
            let base = format!("/p/{}/commitments", choices.place.slug);
            let key = match party {
                Party::Promiser => "commitments-offered-notice",
                Party::Receiver => "commitments-asked-notice",
            };
            Ok(web::redirect(&cx, &format!("{base}/{}", commitment.id)).notice(key))
        }
        Err(failure) if failure.is_form() => {
            let mut shell = shell(&cx, &choices, party);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = web::page(&request, &page_of(&cx, shell, form, &choices, party))?;
            Ok(page.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn propose(
    cx: &Cx,
    input: &mut Input,
    choices: &Choices,
    party: Party,
) -> Result<Commitment, Failure> {
    let own = only_one(&access::acting_organizations(&choices.place.standing));
    let in_charge = parse::in_charge(input);
    let proposal = parse::proposal(input, party, own);
    let today = choices.place.today;
    // With the other fields, so that nobody hears of it in a second round.
    if input.text("due").and_then(|due| due.parse().ok()).is_some_and(|due: Date| due < today) {
        input.refuse("due", "commitment_date_past", vec![("today", today.to_string())]);
    }
    input.check()?;
    let proposal = proposal.ok_or_else(|| input.invalid())?;
    Ok(match party {
        Party::Promiser => commands::offer(cx, proposal, in_charge).await?,
        Party::Receiver => commands::ask(cx, proposal).await?,
    })
}

fn shell(cx: &Cx, choices: &Choices, party: Party) -> Shell {
    let place = &choices.place;
    let title = match party {
        Party::Promiser => "commitments-make",
        Party::Receiver => "commitments-ask",
    };
    let shell = Shell::new(cx, Some(place), title, Section::Plan);
    let crumb = shell.t("commitments-title").into_owned();
    shell.crumb(crumb, &format!("/p/{}/commitments", place.slug))
}

fn page_of(cx: &Cx, shell: Shell, form: FormView, choices: &Choices, party: Party) -> ProposePage {
    let own = access::acting_organizations(&choices.place.standing);
    let name = |of: &OrganizationId| (of.to_string(), choices.directory.name(*of).to_owned());
    let mut mine: Vec<Choice> = own.iter().map(name).collect();
    let mut others = words::partners(&choices.directory);
    if let Some(one) = only_one(&own) {
        others.retain(|(id, _)| *id != one.to_string());
    }
    let everybody = (EVERYBODY.to_owned(), shell.t("commitments-everybody").into_owned());
    match party {
        Party::Promiser => others.insert(0, everybody),
        Party::Receiver if asks_for_all(choices) => mine.push(everybody),
        Party::Receiver => {}
    }
    let person = |(id, name): &(base::PersonId, String)| (id.to_string(), name.clone());
    let seats = choices.seats.iter().map(|seat| words::seat(&shell, seat)).collect::<Vec<_>>();
    let item = |item: &crate::goal::Item| {
        let layer = words::said(&shell, "goals-layer", item.layer);
        (item.id.to_string(), format!("{layer}: {}", item.aim.title))
    };
    ProposePage {
        once: cx.new_id::<CommitmentId>().to_string(),
        base: format!("/p/{}/commitments", choices.place.slug),
        asks: party == Party::Receiver,
        own: if mine.len() > 1 { mine } else { Vec::new() },
        people: choices.people.iter().map(person).chain(seats).collect(),
        items: choices.items.iter().map(item).collect(),
        goals: choices.goals.iter().map(ToString::to_string).collect(),
        origins: words::choices(&shell, "commitments-origin", OriginKind::ALL),
        form,
        others,
        shell,
    }
}

/// Whether the reader may ask in the name of all partners.
fn asks_for_all(choices: &Choices) -> bool {
    let standing = &choices.place.standing;
    let nobody = base::Id::from_bits(0);
    access::speaks_as(standing, nobody, Receiver::Partnership, Party::Receiver).is_some()
}

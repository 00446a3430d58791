//! Where a change is proposed, and where it is accepted or declined.

use askama::Template;
use base::OrganizationId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{Fate, NewProposal, Part, Proposal, ProposalId, Settling, propose, settle, withdraw};
use crate::{
    Error, access,
    agreement::{
        DraftError,
        pages::{base_of, shell},
        parse,
        queries::{self, Record},
        words::{self, Choice},
    },
};

/// The form of a proposal.
#[derive(Template)]
#[template(path = "agreements/propose.html")]
struct ProposePage {
    shell: Shell,
    form: FormView,
    title: String,
    action: String,
    home: String,
    revision: String,
    parties: Vec<Choice>,
    parts: Vec<Choice>,
}

/// The form of a decision.
#[derive(Template)]
#[template(path = "agreements/proposal.html")]
struct ProposalPage {
    shell: Shell,
    form: FormView,
    title: String,
    facts: Vec<(String, String)>,
    action: String,
    home: String,
    revision: String,
    choices: Vec<Choice>,
}

web::page!(ProposePage, ProposalPage);

/// `GET /p/{partnership}/agreements/{id}/proposals/new`
pub(crate) async fn new_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::PROPOSE).await?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    if mine(&record).is_empty() {
        return Err(Error::NotYours.into());
    }
    web::page(&request, &new_page(shell(&cx, &record), FormView::new(), &record))
}

/// `POST /p/{partnership}/agreements/{id}/proposals/new`
pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::PROPOSE).await?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    let added = async {
        let new = parse::given(&mut input, new_proposal)?;
        Ok::<Proposal, Failure>(propose(&cx, parse::target(&request)?, new).await?)
    };
    match added.await {
        Ok(_) => {
            let back = web::redirect(&cx, &format!("{}#proposals", base_of(&record)));
            Ok(back.notice("agreements-proposed-notice"))
        }
        Err(failure) if failure.is_form() => {
            let mut shell = shell(&cx, &record);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = new_page(shell, form, &record);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// A proposal as a form or a body says it.
pub(crate) fn new_proposal(input: &mut Input) -> Option<NewProposal> {
    let (organization, part) = (input.required("organization"), input.required("part"));
    let (proposed, reason) = (input.required("proposed"), input.required("reason"));
    Some(NewProposal {
        organization: organization?,
        part: part?,
        proposed: proposed?,
        reason: reason?,
    })
}

/// The parties of the version being read for which the reader speaks.
pub(crate) fn mine(record: &Record) -> Vec<OrganizationId> {
    let parties = record.next().map(|next| next.terms.parties.clone()).unwrap_or_default();
    let speaks = |of: &OrganizationId| access::answers_for(&record.place.standing, *of);
    parties.into_iter().filter(speaks).collect()
}

fn new_page(shell: Shell, form: FormView, record: &Record) -> ProposePage {
    let base = base_of(record);
    let title = record.agreement.title.to_string();
    let heading = shell.t("agreements-propose").into_owned();
    let name = |id: &OrganizationId| (id.to_string(), record.directory.name(*id).to_owned());
    ProposePage {
        action: shell.href(&format!("{base}/proposals/new")),
        revision: record.agreement.revision.to_string(),
        parties: mine(record).iter().map(name).collect(),
        parts: words::choices(&shell, "agreements-part", Part::ALL),
        shell: shell.crumb(title.clone(), &base).titled(heading),
        home: base,
        form,
        title,
    }
}

/// `GET /p/{partnership}/agreements/{id}/proposals/{proposal}`
pub(crate) async fn settle_form(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::DRAFT).await?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    let proposal = proposal_of(&record, &request)?;
    let page = settle_page(shell(&cx, &record), FormView::new(), &record, proposal);
    web::page(&request, &page)
}

/// `POST /p/{partnership}/agreements/{id}/proposals/{proposal}`
pub(crate) async fn decide(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::DRAFT).await?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    let proposal = proposal_of(&record, &request)?;
    let settled = async {
        let settling = parse::given(&mut input, |input| {
            let (fate, why) = (input.required::<Fate>("fate"), input.optional("why"));
            Some(Settling { proposal: proposal.id, accepts: fate? == Fate::Accepted, why })
        })?;
        let notice = if settling.accepts { "accepted" } else { "declined" };
        settle(&cx, parse::target(&request)?, settling).await?;
        Ok::<&str, Failure>(notice)
    };
    match settled.await {
        Ok(notice) => {
            let back = web::redirect(&cx, &format!("{}#proposals", base_of(&record)));
            Ok(back.notice(&format!("agreements-{notice}-notice")))
        }
        Err(failure) if failure.is_form() => {
            let mut shell = shell(&cx, &record);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = settle_page(shell, form, &record, proposal);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// `POST /p/{partnership}/agreements/{id}/proposals/{proposal}/withdraw`
pub(crate) async fn take_back(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: ProposalId = request.param("proposal")?;
    withdraw(&cx, parse::target(&request)?, id).await?;
    let of = request.param_text("partnership");
    let path = format!("/p/{of}/agreements/{}#proposals", request.param_text("id"));
    Ok(web::redirect(&cx, &path).notice("agreements-withdrawn-notice"))
}

fn proposal_of<'a>(record: &'a Record, request: &Request) -> Result<&'a Proposal, Failure> {
    let id: ProposalId = request.param("proposal")?;
    let found = record.proposals.iter().find(|one| one.id == id);
    found.ok_or_else(|| Error::from(DraftError::ProposalMissing).into())
}

fn settle_page(shell: Shell, form: FormView, record: &Record, proposal: &Proposal) -> ProposalPage {
    let base = base_of(record);
    let title = record.agreement.title.to_string();
    let heading = shell.t("agreements-proposal").into_owned();
    let fates = [Fate::Accepted, Fate::Declined];
    ProposalPage {
        facts: facts(&shell, record, proposal),
        action: shell.href(&format!("{base}/proposals/{}", proposal.id)),
        revision: record.agreement.revision.to_string(),
        choices: words::choices(&shell, "agreements-settle", &fates),
        shell: shell.crumb(title.clone(), &base).titled(heading),
        home: base,
        form,
        title,
    }
}

/// What is proposed, beside what stands there.
pub(crate) fn facts(shell: &Shell, record: &Record, one: &Proposal) -> Vec<(String, String)> {
    let label = |key: &str| shell.t(key).into_owned();
    let who = one.person.map(|person| record.people.name(person).to_owned());
    let party = record.directory.name(one.organization);
    let who = who.map_or_else(|| party.to_owned(), |who| format!("{who}, {party}"));
    let mut facts = vec![
        (label("agreements-part"), words::said(shell, "agreements-part", one.part)),
        (label("agreements-proposed"), one.proposed.to_string()),
        (label("agreements-why"), one.reason.to_string()),
        (label("agreements-proposed-by"), format!("{who}, {}", shell.when(one.at))),
    ];
    let now = record.version(one.version).and_then(|version| one.part.now(&version.terms));
    if let (Some(now), Fate::Open) = (now, one.fate) {
        facts.insert(1, (label("agreements-now"), now));
    }
    if let Some(decided) = &one.decided {
        let who = decided.person.map(|person| record.people.name(person).to_owned());
        let when = shell.when(decided.at);
        let line = who.map_or_else(|| when.clone(), |who| format!("{who}, {when}"));
        facts.push((label("agreements-decided"), line));
        facts.extend(decided.why.as_ref().map(|why| (label("agreements-reason"), why.to_string())));
    }
    facts
}

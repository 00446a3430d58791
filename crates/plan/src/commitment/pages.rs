//! The page of one commitment: how it stands, what can be done, and all that was said and done.

pub(crate) mod forms;
mod history;
pub(crate) mod propose;

use askama::Template;
use base::OrganizationId;
use store::Cx;
use web::{Block, Failure, Request, Response, Section, Shell};

use self::history::{Line, history};
use super::{
    Party, Receiver, Record, Side, State, Timing,
    options::{Reader, Verb},
    queries,
};
use crate::{
    Content, Error, access,
    stalled::{Hand, StallKind},
    words::{self, Status},
};

/// One commitment.
#[derive(Template)]
#[template(path = "plan/commitment.html")]
struct CommitmentPage {
    shell: Shell,
    base: String,
    status: Status,
    short: String,
    details: Option<String>,
    buttons: Vec<Button>,
    undo: Option<String>,
    stall: Option<StallView>,
    evidence: Vec<Piece>,
    may_prove: bool,
    may_remind: bool,
    history: Vec<Line>,
    who: Vec<(String, String)>,
    dates: Vec<(String, String)>,
    origin: Vec<(String, String)>,
    /// What it carries in the plan: titles and addresses.
    carries: Vec<(String, String)>,
    /// The decisions that it carries out: titles and addresses.
    decided: Vec<(String, String)>,
    /// The ideas and recommendations that it carries out.
    causes: Vec<(String, String)>,
    link: Option<String>,
    revision: String,
    /// What other contexts say about it.
    others: Vec<Block>,
}

/// A button of the page's head.
struct Button {
    label: String,
    href: String,
    main: bool,
}

/// Why it does not move, and who can help.
struct StallView {
    text: String,
    who: String,
    reason: Option<String>,
    ask_href: Option<String>,
}

/// A piece of evidence.
struct Piece {
    label: String,
    href: String,
    about: String,
    outside: bool,
    remove_action: Option<String>,
}

web::page!(CommitmentPage);

impl CommitmentPage {
    fn to(&self, rest: &str) -> String {
        self.shell.href(&format!("{}{rest}", self.base))
    }
}

/// `GET /p/{partnership}/commitments/{id}`
pub(crate) async fn commitment(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    let others = web::about(&cx, "commitment", id);
    let (record, others) = Box::pin(web::beside(queries::commitment(&cx, id), others)).await?;
    web::page(&request, &page_of(&cx, &record, others)?)
}

fn page_of(cx: &Cx, record: &Record, others: Vec<Block>) -> Result<CommitmentPage, Error> {
    let Record { place, commitment, .. } = record;
    let reader = reader(cx, record)?;
    let shell = shell(cx, record);
    let base = base_of(record);
    let verbs = reader.verbs(commitment);
    let undoable = commitment.undoable(reader.person, reader.at).is_some();
    let coordinator = access::coordinates(&place.standing).is_some();
    Ok(CommitmentPage {
        status: words::status(&shell, commitment.state().name(), commitment.timing(place.today)),
        short: short(&shell, record),
        details: commitment.terms().details.as_ref().map(ToString::to_string),
        buttons: buttons(&shell, &base, &verbs),
        undo: undoable.then(|| shell.href(&format!("{base}/undo"))),
        stall: stall(&shell, &base, record, &verbs),
        evidence: pieces(&shell, &base, record, &reader),
        may_prove: verbs.contains(&Verb::Evidence),
        may_remind: coordinator && commitment.turn().is_some(),
        history: history(&shell, record),
        who: who(&shell, record),
        dates: dates(&shell, record),
        origin: origin(&shell, record),
        carries: carries(&shell, record),
        decided: decided(&shell, record),
        causes: causes(&shell, record),
        link: commitment.origin.link.as_ref().map(ToString::to_string),
        revision: commitment.revision.to_string(),
        others,
        base,
        shell,
    })
}

pub(super) fn reader<'a>(cx: &Cx, record: &'a Record) -> Result<Reader<'a>, Error> {
    let place = &record.place;
    let (at, today) = (cx.now(), place.today);
    Ok(Reader { standing: &place.standing, person: cx.person()?, at, today })
}

pub(super) fn base_of(record: &Record) -> String {
    format!("/p/{}/commitments/{}", record.place.slug, record.commitment.id)
}

fn shell(cx: &Cx, record: &Record) -> Shell {
    let place = &record.place;
    let list = format!("/p/{}/commitments", place.slug);
    let shell = Shell::new(cx, Some(place), "commitments-title", Section::Plan);
    let crumbs = [shell.t("shell-section-overview"), shell.t("commitments-title")]
        .map(std::borrow::Cow::into_owned);
    let [overview, commitments] = crumbs;
    shell
        .titled(record.commitment.terms().title.as_str())
        .crumb(overview, &format!("/p/{}", place.slug))
        .crumb(commitments, &list)
        .live(&format!("/p/{}/live", place.slug))
}

fn buttons(shell: &Shell, base: &str, verbs: &[Verb]) -> Vec<Button> {
    let in_head = |verb: &&Verb| !matches!(**verb, Verb::Evidence | Verb::Reason);
    verbs
        .iter()
        .filter(in_head)
        .enumerate()
        .map(|(at, verb)| Button {
            label: words::said(shell, "commitments-verb", verb),
            href: shell.href(&format!("{base}/{verb}")),
            main: at == 0,
        })
        .collect()
}

/// Who promised what to whom and how it stands, in two or three sentences.
pub(super) fn short(shell: &Shell, record: &Record) -> String {
    let commitment = &record.commitment;
    let who = record.directory.name(commitment.promiser);
    let to = words::receiver_name(shell, &record.directory, commitment.receiver);
    let due = shell.date(commitment.terms().due);
    let args = [("who", who.into()), ("to", to.as_str().into()), ("date", due.as_str().into())];
    let promise = match commitment.state() {
        State::Proposed { by: Party::Promiser, .. } => "commitments-in-short-offered",
        State::Proposed { by: Party::Receiver, .. } => "commitments-in-short-asked",
        State::Declined { .. } | State::Withdrawn { .. } => "commitments-in-short-dropped",
        State::Open | State::Claimed { .. } | State::Kept { .. } | State::Broken { .. } => {
            "commitments-in-short-promised"
        }
    };
    let days = |key: &str, days: i64| shell.t1(key, "days", days);
    let now = match commitment.timing(record.place.today) {
        Timing::Unanswered => {
            let next = match commitment.turn() {
                Some(Party::Promiser) => who,
                Some(Party::Receiver) | None => &to,
            };
            shell.t1("commitments-in-short-waits", "who", next)
        }
        Timing::Ahead { days: left } => days("commitments-in-short-ahead", left),
        Timing::Late { days: late } => days("commitments-in-short-late", late),
        Timing::Claimed { .. } => shell.t1("commitments-in-short-claimed", "to", to.as_str()),
        Timing::Kept { late_days } => days("commitments-in-short-kept", late_days),
        Timing::Broken => shell.t("commitments-in-short-broken").into_owned(),
        Timing::Dropped => shell.t("commitments-in-short-over").into_owned(),
    };
    format!("{} {now}", shell.tn(promise, &args))
}

fn stall(shell: &Shell, base: &str, record: &Record, verbs: &[Verb]) -> Option<StallView> {
    let (commitment, today) = (&record.commitment, record.place.today);
    let stall = commitment.stall(today)?;
    let key = match stall.kind {
        StallKind::Overdue => "commitments-stall-overdue",
        StallKind::Quiet => "commitments-stall-quiet",
        StallKind::Unanswered => "commitments-stall-unanswered",
        StallKind::Unconfirmed => "commitments-stall-unconfirmed",
    };
    let hand = |hand: &Hand| match hand {
        Hand::Person(person) => record.names.name(*person).to_owned(),
        Hand::Leads(party) => {
            let name = party_name(shell, record, *party);
            shell.t1("commitments-leads-of", "name", name.as_str())
        }
        Hand::Coordinators => shell.t("commitments-coordinators").into_owned(),
    };
    let who: Vec<String> = commitment.unblockers(&stall, today).iter().map(hand).collect();
    let explained = commitment.explained(&stall).and_then(|step| step.act.words());
    let ask = verbs.contains(&Verb::Reason) && explained.is_none();
    Some(StallView {
        text: shell.t(key).into_owned(),
        who: shell.t1("commitments-can-help", "who", who.join(", ").as_str()),
        reason: explained.map(|text| shell.t1("commitments-in-the-way", "text", text)),
        ask_href: ask.then(|| shell.href(&format!("{base}/{}", Verb::Reason))),
    })
}

fn party_name(shell: &Shell, record: &Record, party: Party) -> String {
    match party {
        Party::Promiser => record.directory.name(record.commitment.promiser).to_owned(),
        Party::Receiver => {
            words::receiver_name(shell, &record.directory, record.commitment.receiver)
        }
    }
}

fn pieces(shell: &Shell, base: &str, record: &Record, reader: &Reader<'_>) -> Vec<Piece> {
    let piece = |evidence: &crate::Evidence| {
        let (href, outside, kind) = match &evidence.content {
            Content::Link(link) => {
                (link.to_string(), true, shell.t("commitments-link").into_owned())
            }
            Content::File { media_type, size_bytes } => {
                let size = (*size_bytes + 1023) / 1024;
                let kind = shell.t2(
                    "commitments-file",
                    "kind",
                    media_type.ending().to_uppercase().as_str(),
                    "size",
                    size,
                );
                (shell.href(&format!("{base}/evidence/{}", evidence.id)), false, kind)
            }
        };
        let mine = evidence.added_by == reader.person;
        let args = [
            ("kind", kind.as_str().into()),
            ("who", record.names.name(evidence.added_by).into()),
            ("when", shell.when(evidence.added_at).into()),
        ];
        Piece {
            label: evidence.label.to_string(),
            href,
            outside,
            about: shell.tn("commitments-evidence-about", &args),
            remove_action: mine
                .then(|| shell.href(&format!("{base}/evidence/{}/remove", evidence.id))),
        }
    };
    record.evidence.iter().map(piece).collect()
}

fn who(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let Record { commitment, directory, names, place, .. } = record;
    let own = access::acting_organizations(&place.standing);
    let label = |key: &str| shell.t(key).into_owned();
    let promiser = words::partner_name(shell, directory, commitment.promiser, &own);
    let to = match commitment.receiver {
        Receiver::Organization(of) => words::partner_name(shell, directory, of, &own),
        Receiver::Partnership => words::receiver_name(shell, directory, commitment.receiver),
    };
    let mut facts = vec![(label("commitments-who-promises"), promiser)];
    if let Some(person) = commitment.in_charge() {
        facts.push((label("commitments-who-in-charge"), names.name(person).to_owned()));
    }
    if let Some(seat) = &record.seat {
        facts.push((label("commitments-who-seat"), words::seat(shell, seat).1));
    }
    facts.push((label("commitments-who-waits"), to));
    facts
}

fn dates(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let commitment = &record.commitment;
    let label = |key: &str| shell.t(key).into_owned();
    let mut facts = vec![(label("commitments-date-due"), shell.date(commitment.terms().due))];
    for change in commitment.moves().iter().rev() {
        let text = shell.t2(
            "commitments-date-moved",
            "date",
            shell.date(change.from),
            "why",
            change.why.as_str(),
        );
        let key = if change.in_time() { "commitments-date-old" } else { "commitments-date-missed" };
        facts.push((label(key), text));
    }
    match commitment.state() {
        State::Kept { on, .. } | State::Claimed { on, .. } => {
            facts.push((label("commitments-date-done"), shell.date(on)));
        }
        State::Proposed { .. }
        | State::Declined { .. }
        | State::Withdrawn { .. }
        | State::Open
        | State::Broken { .. } => {}
    }
    facts
}

/// The decisions that it carries out.
fn decided(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let line = |(id, title): &(crate::decision::DecisionId, base::Title)| {
        let href = shell.href(&format!("/p/{}/decisions/{id}", record.place.slug));
        (title.to_string(), href)
    };
    record.purposes.decided.iter().map(line).collect()
}

/// The ideas and recommendations that it carries out.
fn causes(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let line = |(id, title): &(crate::idea::IdeaId, base::Title)| {
        (title.to_string(), shell.href(&format!("/p/{}/ideas/{id}", record.place.slug)))
    };
    record.purposes.causes.iter().map(line).collect()
}

fn carries(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let goals = format!("/p/{}/goals", record.place.slug);
    let line = |(id, title): &(crate::goal::ItemId, base::Title)| {
        (title.to_string(), shell.href(&format!("{goals}/{id}")))
    };
    record.purposes.carries.iter().map(line).collect()
}

fn origin(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let commitment = &record.commitment;
    let label = |key: &str| shell.t(key).into_owned();
    let kind = words::said(shell, "commitments-origin", commitment.origin.kind);
    let mut facts = vec![(label("commitments-origin"), kind)];
    if let Some(reference) = &commitment.origin.reference {
        facts.push((label("commitments-reference"), reference.to_string()));
    }
    if let Some(goal) = commitment.goal.as_ref().filter(|_| record.purposes.carries.is_empty()) {
        facts.push((label("commitments-goal"), goal.to_string()));
    }
    facts
}

/// The name of the one for whom a step was made.
pub(super) fn spoken_for(shell: &Shell, record: &Record, side: Side, of: OrganizationId) -> String {
    let name = record.directory.name(of);
    match side {
        Side::Promiser | Side::Receiver => name.to_owned(),
        Side::Coordinator => shell.t1("commitments-coordinator-of", "name", name),
    }
}

//! The log for programs of partners. Strangers' programs read C2SP's own addresses under `/public`.

use store::Cx;
use web::{Failure, Request, Response};

use super::{Line, View, Wanted, commands, queries};
use crate::{access, witness::api::WitnessView};

/// How a log stands.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct LogView {
    /// Its name.
    origin: String,
    /// How many entries it has.
    size: u64,
    /// The number of the last event that has its place.
    seq: i64,
    /// How many entries strangers see.
    published: u64,
    /// Its public keys, one a line.
    keys: Vec<String>,
    /// Whether anybody may look.
    open: bool,
    /// How many witnesses must confirm a state.
    quorum: i64,
    /// How many entries the latest state has that so many confirmed.
    confirmed: Option<u64>,
    witnesses: Vec<WitnessView>,
    /// How many states were found that the log's keys signed and that it never had.
    splits: usize,
    /// Why nothing is signed.
    halted: Option<String>,
}

/// An event with its place in the log.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct PlaceView {
    id: String,
    seq: i64,
    #[schema(format = DateTime)]
    at: String,
    kind: String,
    subject_kind: String,
    subject: String,
    /// Its place in the log, from 0; nothing while it waits for one.
    place: Option<i64>,
}

/// The proof of an event.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct ProofView {
    id: String,
    place: Option<u64>,
    /// The proof as a file of C2SP tlog-proof, with the event in its `extra` line.
    proof: Option<String>,
    witnesses: Vec<String>,
}

/// What is changed of a log's settings.
#[derive(Debug, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "the input reads the fields; this says which there are")]
pub(crate) struct LogBody {
    /// Whether anybody may look.
    open: bool,
    /// How many witnesses must confirm a state.
    quorum: i64,
}

impl LogView {
    fn of(view: &View) -> Self {
        let state = &view.state;
        Self {
            origin: state.origin.clone(),
            size: state.size,
            seq: state.seq,
            published: state.published,
            keys: state.verifiers.lines().map(str::to_owned).collect(),
            open: view.facts.open,
            quorum: view.facts.quorum,
            confirmed: view.confirmed.as_ref().map(|confirmed| confirmed.size),
            witnesses: view.witnesses.iter().map(|one| WitnessView::of(&one.witness)).collect(),
            splits: view.splits.len(),
            halted: state.halted.map(|halt| halt.name().to_owned()),
        }
    }
}

impl PlaceView {
    fn of(line: &Line) -> Self {
        Self {
            id: line.id.clone(),
            seq: line.seq,
            at: line.at.rfc3339(),
            kind: line.kind.clone(),
            subject_kind: line.subject_kind.clone(),
            subject: line.subject.clone(),
            place: line.place,
        }
    }
}

pub(crate) async fn show(cx: Cx, _request: Request) -> Result<Response, Failure> {
    let tx = cx.read(access::READ).await?;
    web::json(&LogView::of(&queries::own(&tx, &cx).await?))
}

pub(crate) async fn settle(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<LogBody>()?;
    let (open, quorum) = (input.flag("open"), input.required::<i64>("quorum"));
    let Some(quorum) = quorum else { return Err(input.invalid().into()) };
    commands::set_quorum(&cx, quorum).await?;
    commands::open(&cx, open).await?;
    show(cx, request).await
}

pub(crate) async fn events(cx: Cx, request: Request) -> Result<Response, Failure> {
    let query = request.query();
    let wanted = Wanted { about: query.text("about").map(str::to_owned) };
    let (_, _, page) = queries::events(&cx, &wanted, query.text("after")).await?;
    web::listing(&request, &page.map(|line| PlaceView::of(&line)))
}

pub(crate) async fn proof(cx: Cx, request: Request) -> Result<Response, Failure> {
    let proven = queries::proven(&cx, request.param_text("event")).await?;
    let view = ProofView {
        id: proven.sealed.account.id.clone(),
        place: proven.sealed.place,
        proof: proven.proof.map(|proof| proof.to_string()),
        witnesses: proven.witnesses,
    };
    web::json(&view)
}

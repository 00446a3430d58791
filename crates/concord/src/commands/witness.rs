//! `concord witness`: confirms, for others, that their logs only ever grow (C2SP tlog-witness).

use std::{fmt::Write as _, fs, path::Path, sync::Arc, time::Duration};

use ledger::{AddCheckpoint, Refusal, SignedCheckpoint, TilePath, Tree, VerifierKey};
use store::Clock;
use tokio_util::sync::CancellationToken;
use web::{PlainAnswer, PlainHandler, PlainRequest, Remote};

use crate::{
    arguments::Witness as Given,
    failure::{Failure, told},
    out::{say, tell},
    witness::{Heard, Witness},
};

/// Runs a witness until it is stopped, or looks once.
pub(super) async fn run(given: &Given) -> Result<(), Failure> {
    let mut logs = Vec::new();
    for file in &given.log {
        logs.extend(keys(file)?);
    }
    let opened = Witness::open(&given.folder, &given.name, logs);
    let witness = Arc::new(opened.map_err(Failure::because("the witness can't begin"))?);
    for key in witness.verifiers() {
        say!("{key}")?;
    }
    if given.print_keys {
        return Ok(());
    }
    if given.once {
        return follow(&witness, &given.follow).await;
    }
    let stop = CancellationToken::new();
    let serving = async {
        let Some(address) = given.listen else { return std::future::pending().await };
        let listener = tokio::net::TcpListener::bind(address).await;
        let listener = listener.map_err(|error| {
            Failure::Unusable(format!("the address {address} can't be used: {error}"))
        })?;
        tell!("answering at http://{address}");
        let served = web::serve_plain(listener, stop.clone(), handler(Arc::clone(&witness)));
        served.await.map_err(Failure::because("the witness stopped"))
    };
    let looking = async {
        if given.follow.is_empty() {
            return std::future::pending().await;
        }
        loop {
            if let Err(failure) = follow(&witness, &given.follow).await {
                tell!("{}", failure.story().unwrap_or_default());
            }
            tokio::time::sleep(Duration::from_secs(given.every.max(1))).await;
        }
    };
    tokio::select! {
        served = serving => served,
        looked = looking => looked,
        _interrupted = tokio::signal::ctrl_c() => Ok(()),
    }
}

fn keys(file: &Path) -> Result<Vec<VerifierKey>, Failure> {
    let told =
        |error: &dyn std::fmt::Display| Failure::Unusable(format!("`{}`: {error}", file.display()));
    let text = fs::read_to_string(file).map_err(|error| told(&error))?;
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    // The key of exports signs no states.
    let lines =
        lines.filter(|line| !line.split('+').next().unwrap_or_default().ends_with("/exports"));
    lines.map(|line| line.parse().map_err(|error: ledger::Error| told(&error))).collect()
}

/// What is answered to logs, and to people who look.
fn handler(witness: Arc<Witness>) -> PlainHandler {
    Arc::new(move |request: PlainRequest| {
        let witness = Arc::clone(&witness);
        Box::pin(async move { answer(&witness, &request).await })
    })
}

async fn answer(witness: &Arc<Witness>, request: &PlainRequest) -> PlainAnswer {
    if request.posts && request.path.ends_with("/add-checkpoint") {
        let Ok(asked) = AddCheckpoint::read(&request.body) else {
            return PlainAnswer::text(400, "this is no request of c2sp.org/tlog-witness\n");
        };
        return match confirm(witness, asked).await {
            Ok(Ok(lines)) => PlainAnswer::text(200, lines),
            Ok(Err(refusal)) => refused(&refusal),
            Err(failure) => {
                tell!("{}", failure.story().unwrap_or_default());
                PlainAnswer::text(500, "the witness can't remember it, and so confirms nothing\n")
            }
        };
    }
    match request.path.as_str() {
        "/" if !request.posts => {
            let page = page(witness);
            PlainAnswer { status: 200, media_type: "text/html; charset=utf-8", body: page }
        }
        "/keys" if !request.posts => {
            let keys = witness.verifiers();
            PlainAnswer::text(
                200,
                keys.iter().map(|key| format!("{key}\n")).collect::<Vec<_>>().concat(),
            )
        }
        _ => PlainAnswer::text(404, "a witness answers at /add-checkpoint and /keys\n"),
    }
}

fn refused(refusal: &Refusal) -> PlainAnswer {
    let status = match refusal {
        Refusal::UnknownLog => 404,
        Refusal::NotSigned => 403,
        Refusal::Shrunk => 400,
        Refusal::Stale { size } => {
            // The size as the body, in a type of its own: the specification's words.
            return PlainAnswer {
                status: 409,
                media_type: "text/x.tlog.size",
                body: format!("{size}\n"),
            };
        }
        Refusal::Inconsistent => 422,
        Refusal::CannotSign(_) => 500,
    };
    PlainAnswer::text(status, format!("{refusal}\n"))
}

/// Confirms a state, and writes down that it did before anybody learns of it.
async fn confirm(
    witness: &Arc<Witness>,
    asked: AddCheckpoint,
) -> Result<Result<String, Refusal>, Failure> {
    let (witness, now) = (Arc::clone(witness), Clock::System.now());
    let seconds = u64::try_from(now.micros() / 1_000_000).unwrap_or(0);
    let done = tokio::task::spawn_blocking(move || witness.confirm(&asked, seconds)).await;
    let done = done.map_err(Failure::because("the witness broke off"))?;
    done.map_err(Failure::because("what the witness remembers can't be kept"))
}

/// Goes to the logs that cannot ask, and brings them what it has to say.
async fn follow(witness: &Arc<Witness>, urls: &[String]) -> Result<(), Failure> {
    let mut wrong = false;
    for url in urls {
        match look(witness, url).await {
            Ok(text) => say!("{url}: {text}")?,
            Err(failure) => {
                wrong = true;
                tell!("{url}: {}", failure.story().unwrap_or_default());
            }
        }
    }
    if wrong { Err(Failure::Told) } else { Ok(()) }
}

async fn look(witness: &Arc<Witness>, url: &str) -> Result<String, Failure> {
    let silent = || Failure::because("the log does not answer");
    let mut remote = Remote::at(url).map_err(silent())?;
    let (status, note) = remote.get("/checkpoint").await.map_err(silent())?;
    if status != 200 {
        return Err(Failure::Failed(format!("its state was answered with {status}")));
    }
    let told = |error: ledger::Error| Failure::Failed(told(&error));
    let checkpoint = SignedCheckpoint::read(&note).map_err(told)?;
    let state = checkpoint.checkpoint().clone();
    let seen = witness.remembers(&state.origin);
    if seen.is_some_and(|seen| (seen.size, seen.root) == (state.size, state.root)) {
        return Ok(format!("still {} entries", state.size));
    }
    let old_size = seen.map_or(0, |seen| seen.size);
    if old_size > state.size {
        witness.heard(&state.origin, &note, Heard::TakenBack);
        return Err(Failure::Failed(format!(
            "it was taken back from {old_size} to {}",
            state.size
        )));
    }
    let proof = consistency(&mut remote, old_size, state.size).await?;
    let asked = AddCheckpoint { old_size, proof, checkpoint };
    match confirm(witness, asked).await? {
        Ok(lines) => {
            let brought = remote.post("/cosignatures", "text/plain; charset=utf-8", lines).await;
            brought.map_err(silent())?;
            Ok(format!("{} entries confirmed", state.size))
        }
        Err(refusal) => Err(Failure::Failed(format!("not confirmed: {refusal}"))),
    }
}

/// The proof that a log grew, made from its own tiles.
async fn consistency(
    remote: &mut Remote,
    old: u64,
    size: u64,
) -> Result<Vec<ledger::Hash>, Failure> {
    let mut tiles = std::collections::BTreeMap::<TilePath, Option<Vec<u8>>>::new();
    loop {
        let missed = std::cell::RefCell::new(Vec::new());
        let read = |path: &TilePath| {
            let Some(bytes) = tiles.get(path) else {
                missed.borrow_mut().push(*path);
                return Err("not read yet".to_owned());
            };
            Ok(bytes.clone())
        };
        let made = Tree::new(size, &read).consistency(old);
        let missed = missed.into_inner();
        if missed.is_empty() {
            return made.map_err(Failure::because("the log's tiles give no proof"));
        }
        for path in missed {
            let answer = remote.get(&format!("/{path}")).await;
            let (status, bytes) = answer.map_err(Failure::because("the log does not answer"))?;
            tiles.insert(path, (status == 200).then(|| bytes.to_vec()));
        }
    }
}

/// What people see who look: each log with the last state that was confirmed, and what was refused.
fn page(witness: &Witness) -> String {
    let mut rows = String::new();
    for (origin, seen, heard) in witness.all() {
        let seen =
            seen.map_or_else(|| "–".to_owned(), |seen| format!("{} ({})", seen.size, seen.root));
        let heard = heard.map_or("", Heard::says);
        let (origin, seen) = (escaped(&origin), escaped(&seen));
        // Writing to a String cannot fail.
        let _infallible = writeln!(
            rows,
            "<tr><th scope=\"row\">{origin}</th><td>{seen}</td><td>{heard}</td></tr>"
        );
    }
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Witness</title></head><body>\n\
         <main><h1>Witness</h1>\n<p>It confirms that logs only ever grow. \
         <span lang=\"es\">Confirma que los registros solo crecen.</span></p>\n\
         <table><caption>Logs</caption><thead><tr><th scope=\"col\">Log</th><th scope=\"col\">Last confirmed</th>\
         <th scope=\"col\">Refused since</th></tr></thead><tbody>\n{rows}</tbody></table></main></body></html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

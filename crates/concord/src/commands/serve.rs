//! `concord serve`: pages, the API and background work, until a signal to stop.

use std::{sync::Arc, time::Duration};

use store::Store;
use tokio::net::TcpListener;
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use web::{App, Observed};

use crate::{
    configuration::Configuration,
    contexts,
    failure::Failure,
    installation, logs,
    metrics::{Metrics, Now, Process},
    out::tell,
};

/// Serves as the settings say.
pub(super) async fn run(configuration: &Configuration) -> Result<(), Failure> {
    logs::begin(configuration)?;
    let store = installation::open(configuration)?;
    let applied = store
        .migrate(&contexts::migrations())
        .await
        .map_err(Failure::because("the tables could not be brought up to date"))?;
    for name in applied {
        tracing::info!(name, "a change of the tables was applied");
    }
    serve(configuration, store, Announce::Log).await
}

/// How the operator learns that pages are answered.
pub(crate) enum Announce {
    /// By a line of the log.
    Log,
    /// By text for people, and whether their browser shall open this address.
    Demo {
        /// What to print.
        text: String,
        /// The address to open.
        open: Option<String>,
    },
}

/// Serves open data until a signal comes.
pub(crate) async fn serve(
    configuration: &Configuration,
    store: Store,
    announce: Announce,
) -> Result<(), Failure> {
    installation::keep_ledger(configuration, &store).await?;
    let metrics = Arc::new(Metrics::default());
    let index = installation::open_index(configuration, &store)?;
    let app = installation::assemble(configuration, store, Some(observer(Arc::clone(&metrics))))?;
    let listener = listen(configuration.listen, "listen").await?;
    let (stop, tasks) = (CancellationToken::new(), TaskTracker::new());
    let signal = tasks.spawn(wait_for_signal(stop.clone()));
    if let Some(address) = configuration.metrics_listen {
        let listener = listen(address, "metrics_listen").await?;
        let (app, stop) = (app.clone(), stop.clone());
        tasks.spawn(async move { serve_metrics(listener, app, metrics, stop).await });
    }
    let again = record::destroy_what_came_back(app.store()).await;
    let again = again.map_err(Failure::because("what a restored backup brought back"))?;
    if again > 0 {
        tracing::warn!(
            again,
            "records that were destroyed had come back with a backup and were destroyed again"
        );
    }
    app.start(&tasks, &stop);
    tasks.spawn(search::follow(app.store().clone(), index, stop.clone()));
    announce.out(configuration);
    let limit = Duration::from_secs(configuration.shutdown_seconds);
    let serving = app.serve(listener, stop.clone());
    let ended = end(serving, &stop, limit).await;
    stop.cancel();
    tasks.close();
    if tokio::time::timeout(limit, tasks.wait()).await.is_err() {
        tracing::warn!("background work did not end in time; its claims end by themselves");
    }
    signal.abort();
    tracing::info!("stopped");
    ended
}

/// Waits for the server: as long as it likes before the signal, for the limit after it.
async fn end(
    serving: impl Future<Output = std::io::Result<()>>,
    stop: &CancellationToken,
    limit: Duration,
) -> Result<(), Failure> {
    let too_long = async {
        stop.cancelled().await;
        tokio::time::sleep(limit).await;
    };
    tokio::select! {
        served = serving => served.map_err(Failure::because("the server failed")),
        () = too_long => {
            tracing::warn!("some requests did not end in time");
            Ok(())
        }
    }
}

async fn listen(address: std::net::SocketAddr, key: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        Failure::Unusable(format!(
            "the setting `{key}` can't be `{address}`: {error}; another program may use that port"
        ))
    })
}

fn observer(metrics: Arc<Metrics>) -> web::Observe {
    Arc::new(move |seen: &Observed<'_>| {
        metrics.count(seen.method.as_str(), seen.route, seen.status, seen.seconds);
        // Whole tenths of a millisecond; the log is no place for fifteen digits.
        let took_ms = (seen.seconds * 10_000.0).round() / 10.0;
        let (route, status, reference) = (seen.route, seen.status, seen.reference);
        if status >= 500 {
            tracing::warn!(method = %seen.method, route, status, took_ms, reference, "request failed");
        } else {
            tracing::debug!(method = %seen.method, route, status, took_ms, "request answered");
        }
    })
}

async fn serve_metrics(
    listener: TcpListener,
    app: App,
    metrics: Arc<Metrics>,
    stop: CancellationToken,
) {
    let text: web::MetricsText = Arc::new(move || {
        let (app, metrics) = (app.clone(), Arc::clone(&metrics));
        Box::pin(async move { metrics.text(&now(&app).await) })
    });
    if let Err(error) = web::serve_metrics(listener, stop, text).await {
        tracing::error!(%error, "metrics can't be read any more");
    }
}

async fn now(app: &App) -> Now {
    let store = app.store();
    let jobs = store.job_counts().await;
    if let Err(error) = &jobs {
        tracing::warn!(%error, "the database does not answer the metrics");
    }
    Now {
        database_up: jobs.is_ok(),
        jobs: jobs.unwrap_or_default().into_iter().map(|one| (one.state, one.count)).collect(),
        live_connections: app.sse_connections(),
        database_connections: store.connections(),
        process: Process::own(),
    }
}

/// Ends with the first SIGTERM or SIGINT.
async fn wait_for_signal(stop: CancellationToken) {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::warn!(%error, "SIGTERM can't be heard");
                std::future::pending::<()>().await;
            }
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        heard = interrupted => if heard.is_err() { std::future::pending::<()>().await },
        () = terminated => {}
    }
    tracing::info!("stopping: no new requests, running ones are finished");
    stop.cancel();
}

impl Announce {
    fn out(self, configuration: &Configuration) {
        match self {
            Self::Log => {
                tracing::info!(listen = %configuration.listen, base_url = configuration.base_url, "ready");
            }
            Self::Demo { text, open } => {
                tell!("{text}");
                if let Some(address) = open {
                    open_browser(&address);
                }
            }
        }
    }
}

/// Opens the person's browser, if there is one: nothing depends on it.
fn open_browser(address: &str) {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let quiet = std::process::Stdio::null;
    let started = std::process::Command::new(program)
        .arg(address)
        .stdin(quiet())
        .stdout(quiet())
        .stderr(quiet())
        .spawn();
    if let Err(error) = started {
        tracing::debug!(%error, "no browser was opened");
    }
}

//! The numbers of the program, at an address of their own that is not for the public.

use std::sync::Arc;

use axum::{Router, routing::get};
use futures_util::future::BoxFuture;
use tokio_util::sync::CancellationToken;

/// Gives the numbers as text.
pub type MetricsText = Arc<dyn Fn() -> BoxFuture<'static, String> + Send + Sync>;

/// Answers `GET /metrics` with what `text` gives, in the Prometheus text format, until told to stop.
///
/// # Errors
/// When the network fails.
pub async fn serve_metrics(
    listener: tokio::net::TcpListener,
    stop: CancellationToken,
    text: MetricsText,
) -> std::io::Result<()> {
    let answer = move || {
        let text = Arc::clone(&text);
        async move { ([("content-type", "text/plain; version=0.0.4; charset=utf-8")], text().await) }
    };
    axum::serve(listener, Router::new().route("/metrics", get(answer)))
        .with_graceful_shutdown(async move { stop.cancelled().await })
        .await
}

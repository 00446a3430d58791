//! Small servers of the command line, beside the program itself: a witness. No sessions, no pages
//! with scripts, no database.

use std::sync::Arc;

use axum::{Router, body::Bytes, routing::any};
use futures_util::future::BoxFuture;
use http::{Method, StatusCode, Uri, header};
use tokio_util::sync::CancellationToken;

/// What a small server is asked.
#[derive(Debug, Clone)]
pub struct PlainRequest {
    /// Whether something is sent, not only read.
    pub posts: bool,
    /// The address, without the query.
    pub path: String,
    /// What was sent.
    pub body: Bytes,
}

/// What a small server answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainAnswer {
    /// The number that says how it went.
    pub status: u16,
    /// What the text is.
    pub media_type: &'static str,
    /// The text.
    pub body: String,
}

impl PlainAnswer {
    /// Text.
    #[must_use]
    pub fn text(status: u16, body: impl Into<String>) -> Self {
        Self { status, media_type: "text/plain; charset=utf-8", body: body.into() }
    }
}

/// Answers one question.
pub type PlainHandler = Arc<dyn Fn(PlainRequest) -> BoxFuture<'static, PlainAnswer> + Send + Sync>;

/// Answers until told to stop.
///
/// # Errors
/// When the network fails.
pub async fn serve_plain(
    listener: tokio::net::TcpListener,
    stop: CancellationToken,
    handler: PlainHandler,
) -> std::io::Result<()> {
    let answer = move |method: Method, uri: Uri, body: Bytes| {
        let handler = Arc::clone(&handler);
        async move {
            let posts = method == Method::POST;
            let request = PlainRequest { posts, path: uri.path().to_owned(), body };
            let PlainAnswer { status, media_type, body } = handler(request).await;
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let headers = [
                (header::CONTENT_TYPE, media_type),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
                (header::CONTENT_SECURITY_POLICY, "default-src 'none'"),
            ];
            (status, headers, body)
        }
    };
    axum::serve(listener, Router::new().fallback(any(answer)))
        .with_graceful_shutdown(async move { stop.cancelled().await })
        .await
}

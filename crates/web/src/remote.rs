//! Asking programs of others: a witness, a log that is mirrored. HTTP/1.1, with TLS where the address
//! says `https`; answers are small and come soon, or do not count.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use http::{Method, Request, StatusCode, Uri, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum RemoteError {
    /// The address is none that can be asked.
    #[error("`{0}` is no address that begins with http:// or https://")]
    Address(String),
    /// Nobody answers.
    #[error("`{host}` does not answer")]
    Unreachable {
        /// Who was asked.
        host: String,
        /// What went wrong.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// It takes too long.
    #[error("`{0}` takes too long")]
    Slow(String),
}

/// How long one question may take.
const PATIENCE: Duration = Duration::from_secs(15);
/// The most that an answer may have.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// A server of others. The connection is kept between questions.
pub struct Remote {
    base: Uri,
    host: String,
    open: Option<SendRequest<Full<Bytes>>>,
}

impl std::fmt::Debug for Remote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Remote").field("base", &self.base).finish_non_exhaustive()
    }
}

impl Remote {
    /// The server behind an address, which paths are added to.
    ///
    /// # Errors
    /// When it is no address of HTTP.
    pub fn at(address: &str) -> Result<Self, RemoteError> {
        let wrong = || RemoteError::Address(address.to_owned());
        let base: Uri = address.trim_end_matches('/').parse().ok().ok_or_else(wrong)?;
        let known = base.scheme_str().is_some_and(|scheme| matches!(scheme, "http" | "https"));
        let host = base.host().filter(|_| known).ok_or_else(wrong)?.to_owned();
        Ok(Self { host, base, open: None })
    }

    /// Reads what stands at a path under the address: its status and bytes.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn get(&mut self, path: &str) -> Result<(u16, Bytes), RemoteError> {
        self.send(Method::GET, path, "", Bytes::new()).await
    }

    /// Sends text to a path under the address.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn post(
        &mut self,
        path: &str,
        media_type: &'static str,
        body: String,
    ) -> Result<(u16, Bytes), RemoteError> {
        self.send(Method::POST, path, media_type, body.into()).await
    }

    async fn send(
        &mut self,
        method: Method,
        path: &str,
        media_type: &'static str,
        body: Bytes,
    ) -> Result<(u16, Bytes), RemoteError> {
        let asked = async {
            // A connection that was kept may be gone: then once more with a new one.
            if let Some(answer) = self.on_open(&method, path, media_type, &body).await {
                return Ok(answer);
            }
            self.open = Some(self.connect().await.map_err(|source| self.unreachable(source))?);
            let answer = self.on_open(&method, path, media_type, &body).await;
            answer.ok_or_else(|| self.unreachable("the connection broke off".into()))
        };
        match tokio::time::timeout(PATIENCE, asked).await {
            Ok(answer) => answer,
            Err(_late) => {
                self.open = None;
                Err(RemoteError::Slow(self.host.clone()))
            }
        }
    }

    async fn on_open(
        &mut self,
        method: &Method,
        path: &str,
        media_type: &'static str,
        body: &Bytes,
    ) -> Option<(u16, Bytes)> {
        let mut sender = self.open.take()?;
        let mut request = Request::builder()
            .method(method.clone())
            .uri(format!("{}{path}", self.base.path().trim_end_matches('/')))
            .header(header::HOST, self.base.authority()?.as_str())
            .header(header::USER_AGENT, "concord");
        if !media_type.is_empty() {
            request = request.header(header::CONTENT_TYPE, media_type);
        }
        let request = request.body(Full::new(body.clone())).ok()?;
        sender.ready().await.ok()?;
        let answer = sender.send_request(request).await.ok()?;
        let status: StatusCode = answer.status();
        let bytes = Limited::new(answer.into_body(), MOST_BYTES).collect().await.ok()?.to_bytes();
        self.open = Some(sender);
        Some((status.as_u16(), bytes))
    }

    async fn connect(
        &self,
    ) -> Result<SendRequest<Full<Bytes>>, Box<dyn std::error::Error + Send + Sync>> {
        let secure = self.base.scheme_str() == Some("https");
        let port = self.base.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let host = self.host.trim_matches(['[', ']']);
        let stream = TcpStream::connect((host, port)).await?;
        if secure {
            let name = ServerName::try_from(host.to_owned())?;
            let stream = connector()?.connect(name, stream).await?;
            return begin(TokioIo::new(stream)).await;
        }
        begin(TokioIo::new(stream)).await
    }

    fn unreachable(&self, source: Box<dyn std::error::Error + Send + Sync>) -> RemoteError {
        RemoteError::Unreachable { host: self.host.clone(), source }
    }
}

/// Sends text to an address: the status and the bytes of the answer.
///
/// # Errors
/// When there is no answer.
pub async fn post(
    address: &str,
    media_type: &'static str,
    body: String,
) -> Result<(u16, Bytes), RemoteError> {
    Remote::at(address)?.post("", media_type, body).await
}

#[expect(clippy::disallowed_methods, reason = "it ends with its connection, and holds nothing")]
async fn begin<S>(
    stream: S,
) -> Result<SendRequest<Full<Bytes>>, Box<dyn std::error::Error + Send + Sync>>
where
    S: hyper::rt::Read + hyper::rt::Write + Unpin + Send + 'static,
{
    let (sender, connection) = handshake(stream).await?;
    drop(tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection to another server ended");
        }
    }));
    Ok(sender)
}

/// TLS as browsers trust it: Mozilla's list of authorities.
fn connector() -> Result<TlsConnector, tokio_rustls::rustls::Error> {
    let mut roots = RootCertStore::empty();
    roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

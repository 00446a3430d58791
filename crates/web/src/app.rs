//! The program as the network sees it.

use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
    sync::{Arc, atomic::AtomicUsize},
};

use axum::{Router, body::Body, extract::ConnectInfo, serve::ListenerExt as _};
use base::Language;
use http::{HeaderValue, Method, StatusCode, Uri, header};
use store::{Changes, Jobs, Migration, Store, Worker, log::Sequencer};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use tower::{Layer as _, ServiceExt as _};
use tower_http::{CompressionLevel, compression::CompressionLayer, csrf::CsrfLayer};

use crate::{
    Authenticate, Catalog, CatalogError, Context, Registry, RouteEntry, Routes, Site,
    ahead::Callers,
    api_page, assets, dispatch,
    failure::EdgeError,
    live::{self, Live},
    openapi::Description,
    own::Own,
    problems,
};

/// Is told of requests that were answered.
pub type Observe = Arc<dyn Fn(&Observed<'_>) + Send + Sync>;

/// How the program answers.
#[derive(Clone)]
pub struct AppOptions {
    /// What pages say of the installation; its navigation is filled in from the contexts.
    pub site: Site,
    /// The address that people type, such as `https://concord.example`.
    pub base_url: String,
    /// Proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    pub trusted_proxies: Arc<dyn Fn(IpAddr) -> bool + Send + Sync>,
    /// The most bytes that any route reads, whatever it declares.
    pub upload_limit: usize,
    /// Finds out who sends a request.
    pub authenticate: Authenticate,
    /// Told once of each request that was answered.
    pub observe: Option<Observe>,
}

/// A request that was answered, without anything personal.
#[derive(Debug, Clone, Copy)]
pub struct Observed<'a> {
    /// The method.
    pub method: &'a Method,
    /// The route's address with its parts in braces, or `unmatched`.
    pub route: &'a str,
    /// The status code.
    pub status: u16,
    /// How long it took until the answer began.
    pub seconds: f64,
    /// The reference that an error page shows.
    pub reference: &'a str,
}

/// Why the program cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The catalogs do not fit together.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// The base address is no origin.
    #[error("the base address `{0}` is not of the form https://name")]
    BaseUrl(String),
}

/// The program: routes, pages and background work over one store.
#[derive(Clone)]
pub struct App(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) store: Store,
    pub(crate) options: AppOptions,
    pub(crate) site: Arc<Site>,
    pub(crate) catalog: Arc<Catalog>,
    routes: Vec<RouteEntry>,
    description: Arc<Description>,
    router: Router,
    migrations: Vec<Migration>,
    sse_connections: Arc<AtomicUsize>,
    pub(crate) callers: Callers,
}

impl Inner {
    /// The addresses, without what stands around them.
    pub(crate) fn router(&self) -> Router {
        self.router.clone()
    }
}

impl App {
    /// Puts the program together.
    ///
    /// # Errors
    /// When the catalogs or the base address are not good.
    pub fn new(
        store: Store,
        contexts: &[Context],
        options: AppOptions,
    ) -> Result<Self, StartError> {
        let routes = all_routes(contexts);
        let mut jobs = Jobs::default();
        let mut sources = vec![
            (Language::English, include_str!("../messages/en.ftl")),
            (Language::Spanish, include_str!("../messages/es.ftl")),
        ];
        let mut site = options.site.clone();
        for context in contexts {
            (context.jobs)(&mut jobs);
            let [english, spanish] = context.catalogs;
            sources.push((Language::English, english));
            sources.push((Language::Spanish, spanish));
            site.nav
                .extend(context.nav.iter().map(|item| (*item, routes.permissions(item.address))));
        }
        store.register(jobs);
        store.keep(Arc::new(Registry::of(contexts, &routes.list)));
        let catalog = Arc::new(Catalog::new(&sources)?);
        store.keep(Arc::clone(&catalog));
        let infos = routes.list.iter().map(crate::routes::Route::info).collect();
        let description = Arc::new(Description::of(contexts, &options.base_url));
        store.keep(Arc::clone(&description));
        let csrf = CsrfLayer::new()
            .add_trusted_origin(&options.base_url)
            .map_err(|_wrong| StartError::BaseUrl(options.base_url.clone()))?;
        let csrf = csrf.with_rejection_response(|_cause| {
            let mut response = http::Response::new(Body::empty());
            *response.status_mut() = StatusCode::FORBIDDEN;
            response.extensions_mut().insert(CrossSite);
            response
        });
        let app = Arc::new_cyclic(|own| Inner {
            router: dispatch::router(own, routes).layer(csrf),
            store,
            site: Arc::new(site),
            catalog,
            routes: infos,
            description,
            migrations: migrations(contexts),
            sse_connections: Arc::default(),
            callers: Callers::default(),
            options,
        });
        app.store.keep(Arc::new(Own(Arc::downgrade(&app))));
        Ok(Self(app))
    }

    /// The data under it.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// Every address and method, with the permissions it may use.
    #[must_use]
    pub fn routes(&self) -> &[RouteEntry] {
        &self.0.routes
    }

    /// The description of the API.
    #[must_use]
    pub fn openapi(&self) -> &serde_json::Value {
        self.0.description.value()
    }

    /// The messages.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.0.catalog
    }

    /// How many pages listen for news.
    #[must_use]
    pub fn sse_connections(&self) -> usize {
        self.0.sse_connections.load(std::sync::atomic::Ordering::Relaxed)
    }

    /// Starts what goes on beside the requests: jobs, news and the logs.
    pub fn start(&self, tasks: &TaskTracker, stop: &CancellationToken) {
        let worker = Worker::new(self.0.store.clone());
        tasks.spawn(worker.work(stop.clone()));
        if let Some(sequencer) = Sequencer::new(&self.0.store) {
            tasks.spawn(sequencer.work(stop.clone()));
        }
        self.follow(tasks, stop);
    }

    /// Starts looking for news, without doing jobs.
    pub fn follow(&self, tasks: &TaskTracker, stop: &CancellationToken) {
        let (changes, task) = Changes::follow(self.0.store.clone(), stop.clone());
        self.0.store.keep(Arc::new(Live {
            changes,
            authenticate: Arc::clone(&self.0.options.authenticate),
            connections: Arc::clone(&self.0.sse_connections),
        }));
        tasks.spawn(task);
    }

    /// Answers requests until told to stop; then finishes those it has begun.
    ///
    /// # Errors
    /// When the network fails.
    pub async fn serve(
        &self,
        listener: tokio::net::TcpListener,
        stop: CancellationToken,
    ) -> std::io::Result<()> {
        let app = self.clone();
        let service = tower::service_fn(move |request: http::Request<Body>| {
            let app = app.clone();
            async move { Ok::<_, Infallible>(app.handle(request).await) }
        });
        let compressed = CompressionLayer::new().quality(CompressionLevel::Fastest).layer(service);
        let router = Router::new().fallback_service(compressed);
        // The end of an answer does not wait until its beginning was acknowledged.
        let at_once = listener.tap_io(|connection| drop(connection.set_nodelay(true)));
        axum::serve(at_once, router.into_make_service_with_connect_info::<SocketAddr>())
            .with_graceful_shutdown(async move { stop.cancelled().await })
            .await
    }

    /// Answers one request.
    pub async fn handle(&self, mut request: http::Request<Body>) -> http::Response<Body> {
        if request.uri().path() == "/readyz" {
            return secure(self.ready().await);
        }
        if let Some(answer) = self.beside_the_routes(&request) {
            return secure(answer);
        }
        let language = take_language(&mut request);
        let path = request.uri().path().to_owned();
        request.extensions_mut().insert(language);
        let source = self.source(&request);
        request.extensions_mut().insert(source);
        let query = request.uri().query().unwrap_or_default().to_owned();
        let answer = self.0.router.clone().oneshot(request).await;
        let answer = answer.unwrap_or_else(|never: Infallible| match never {});
        let edge = match answer.extensions().get::<Unanswered>() {
            Some(Unanswered::NoPage) => Some(EdgeError::NoPage),
            Some(Unanswered::NoMethod) => Some(EdgeError::NoMethod),
            None if answer.extensions().get::<CrossSite>().is_some() => Some(EdgeError::CrossSite),
            None => None,
        };
        let answer = match edge {
            Some(error) => {
                let allowed = answer.headers().get(header::ALLOW).cloned();
                let error = error.into();
                let mut answer = problems::failed(&self.0, language, &path, &query, &error);
                answer.headers_mut().extend(allowed.map(|allowed| (header::ALLOW, allowed)));
                answer
            }
            None => answer,
        };
        secure(answer)
    }

    /// Files, health and the description: no session, no database but for readiness.
    fn beside_the_routes(&self, request: &http::Request<Body>) -> Option<http::Response<Body>> {
        if request.method() != Method::GET && request.method() != Method::HEAD {
            return None;
        }
        let text = |name: header::HeaderName| {
            request.headers().get(name).and_then(|value| value.to_str().ok())
        };
        match request.uri().path() {
            "/healthz" => Some(http::Response::new(Body::from("ok\n"))),
            "/api/openapi.json" => {
                let mut answer = http::Response::new(Body::from(self.openapi().to_string()));
                let json = HeaderValue::from_static("application/json");
                answer.headers_mut().insert(header::CONTENT_TYPE, json);
                Some(answer)
            }
            path => {
                let file = path.strip_prefix("/assets/")?;
                let encodings = text(header::ACCEPT_ENCODING);
                let known = text(header::IF_NONE_MATCH);
                let found = assets::response(file, request.uri().query(), encodings, known)?;
                Some(found.map(Body::from))
            }
        }
    }

    async fn ready(&self) -> http::Response<Body> {
        let answer = |status: StatusCode, text: String| {
            let mut answer = http::Response::new(Body::from(text));
            *answer.status_mut() = status;
            answer
        };
        match self.0.store.pending(&self.0.migrations).await {
            Ok(pending) if pending.is_empty() => answer(StatusCode::OK, "ready\n".to_owned()),
            Ok(pending) => {
                let text = format!("migrations are missing: {}\n", pending.join(", "));
                answer(StatusCode::SERVICE_UNAVAILABLE, text)
            }
            Err(error) => answer(StatusCode::SERVICE_UNAVAILABLE, format!("{error}\n")),
        }
    }

    fn source(&self, request: &http::Request<Body>) -> Source {
        let peer = request
            .extensions()
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::from([127, 0, 0, 1]), |info| info.0.ip());
        let secure = self.0.options.base_url.starts_with("https://");
        if !(self.0.options.trusted_proxies)(peer) {
            return Source { address: peer, https: secure };
        }
        let header =
            |name| request.headers().get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        // The last entry that no trusted proxy wrote: what stands before it anybody can send.
        let address = header("x-forwarded-for")
            .into_iter()
            .flat_map(|list| list.rsplit(','))
            .filter_map(|entry| entry.trim().parse::<IpAddr>().ok())
            .find(|address| !(self.0.options.trusted_proxies)(*address))
            .unwrap_or(peer);
        Source {
            address,
            https: header("x-forwarded-proto").map_or(secure, |scheme| scheme == "https"),
        }
    }
}

/// Every address and method of these contexts, without an installation.
#[must_use]
pub fn routes_of(contexts: &[Context]) -> Vec<RouteEntry> {
    all_routes(contexts).list.iter().map(crate::routes::Route::info).collect()
}

pub(crate) fn all_routes(contexts: &[Context]) -> Routes {
    let mut routes = Routes::default();
    live::routes(&mut routes);
    api_page::routes(&mut routes);
    for context in contexts {
        (context.routes)(&mut routes);
    }
    routes
}

/// Every migration that the program needs.
#[must_use]
pub fn migrations(contexts: &[Context]) -> Vec<Migration> {
    let own = contexts.iter().flat_map(|context| context.migrations.iter().copied());
    store::MIGRATIONS.iter().copied().chain(own).collect()
}

/// Where a request came from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source {
    pub(crate) address: IpAddr,
    pub(crate) https: bool,
}

#[derive(Debug, Clone, Copy)]
struct CrossSite;

/// Why no route answered.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Unanswered {
    NoPage,
    NoMethod,
}

/// Takes the language's prefix off the address: `/es/p/riverbend` is `/p/riverbend` in Spanish.
fn take_language(request: &mut http::Request<Body>) -> Language {
    let uri = request.uri();
    let Some(rest) = uri.path().strip_prefix("/es") else { return Language::English };
    if !(rest.is_empty() || rest.starts_with('/')) {
        return Language::English;
    }
    let path = if rest.is_empty() { "/" } else { rest };
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    if let Ok(uri) = format!("{path}{query}").parse::<Uri>() {
        *request.uri_mut() = uri;
    }
    Language::Spanish
}

const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; \
    base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

/// What every answer says to the browser.
fn secure(mut answer: http::Response<Body>) -> http::Response<Body> {
    let headers = answer.headers_mut();
    let fixed = [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let policy = header::CONTENT_SECURITY_POLICY;
    headers.entry(policy).or_insert(HeaderValue::from_static(POLICY));
    answer
}

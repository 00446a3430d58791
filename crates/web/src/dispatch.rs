//! From a route to its handler and back: who asks, what came in, once or again, what to answer.

use std::{
    collections::HashMap,
    panic::AssertUnwindSafe,
    sync::{Arc, Weak},
    time::Duration,
};

use axum::{
    Router,
    body::Body as HttpBody,
    extract::{FromRequestParts as _, RawPathParams, rejection::RawPathParamsRejection},
    routing::{MethodFilter, MethodRouter, any},
};
use base::{Actor, Language, PersonId};
use bytes::Bytes;
use data_encoding::HEXLOWER;
use futures_util::{
    FutureExt as _,
    future::{OptionFuture, join},
};
use http::{Method, StatusCode, header, request::Parts};
use http_body_util::{BodyExt as _, Limited};
use sha2::{Digest as _, Sha256};
use store::{Access, Answer, Cx, Once, Permission, Repeat};

use crate::{
    Authenticated, Failure, Input, Invalid, Observed, Registry, Request, Response, RouteKind,
    Routes, Upload, Visit,
    ahead::Ahead,
    app::{Inner, Source, Unanswered},
    context::Bell,
    failure::EdgeError,
    problems,
    request::{Body, Credentials, pairs},
    response::Unkept,
    routes::Route,
};

pub(crate) fn router(app: &Weak<Inner>, routes: Routes) -> Router {
    let mut methods: HashMap<String, MethodRouter> = HashMap::new();
    let mut order = Vec::new();
    for route in routes.list {
        let route = Arc::new(route);
        let filter = MethodFilter::try_from(route.method.clone()).unwrap_or(MethodFilter::GET);
        let (app, path) = (Weak::clone(app), route.path.clone());
        let handler = move |request: http::Request<HttpBody>| {
            let (app, route) = (Weak::clone(&app), Arc::clone(&route));
            async move {
                match app.upgrade() {
                    Some(app) => answer(app, route, request).await,
                    None => http::Response::new(HttpBody::empty()), // The program has ended.
                }
            }
        };
        let before = methods.remove(&path);
        if before.is_none() {
            order.push(path.clone());
        }
        methods.insert(path, before.unwrap_or_default().on(filter, handler));
    }
    let mut all = Router::new();
    for path in order {
        if let Some(method) = methods.remove(&path) {
            all = all.route(&path, method.fallback(|| unanswered(Unanswered::NoMethod)));
        }
    }
    all.fallback_service(any(|| unanswered(Unanswered::NoPage)))
}

fn unanswered(why: Unanswered) -> std::future::Ready<http::Response<HttpBody>> {
    let mut response = http::Response::new(HttpBody::empty());
    response.extensions_mut().insert(why);
    std::future::ready(response)
}

async fn answer(
    app: Arc<Inner>,
    route: Arc<Route>,
    request: http::Request<HttpBody>,
) -> http::Response<HttpBody> {
    let began = monotonic();
    let method = request.method().clone();
    let language = request.extensions().get().copied().unwrap_or(Language::English);
    let (path, query) =
        (request.uri().path().to_owned(), request.uri().query().unwrap_or_default().to_owned());
    let guarded = AssertUnwindSafe(respond(&app, &route, language, request)).catch_unwind();
    let result = guarded.await.unwrap_or_else(|_panic| Err(EdgeError::Panic.into()));
    let reference = reference(&app);
    let response = match result {
        Ok(Response(response)) => response,
        Err(failure) => {
            failure.log(&route.path, &reference);
            problems::render(&app, language, &path, &query, &failure, &reference)
        }
    };
    if let Some(observe) = &app.options.observe {
        observe(&Observed {
            method: &method,
            route: &route.path,
            status: response.status().as_u16(),
            seconds: began.elapsed().as_secs_f64(),
            reference: &reference,
        });
    }
    response
}

#[expect(clippy::disallowed_methods, reason = "measures how long a request takes, nothing else")]
fn monotonic() -> std::time::Instant {
    std::time::Instant::now()
}

/// A short name that ties an error page to its line in the log.
fn reference(app: &Inner) -> String {
    let now = app.store.clock().now();
    let secret = Cx::new(app.store.clone(), Actor::Nobody, now).secret();
    HEXLOWER.encode(secret.get(..5).unwrap_or_default())
}

async fn respond(
    app: &Arc<Inner>,
    route: &Route,
    language: Language,
    request: http::Request<HttpBody>,
) -> Result<Response, Failure> {
    let (mut parts, body) = request.into_parts();
    let source = parts.extensions.get::<Source>().copied();
    let params = params(&mut parts).await?;
    // Text is UTF-8 and nothing else: what is read in two ways is a way in.
    if pairs(parts.uri.query().unwrap_or_default().as_bytes()).is_err() {
        return Err(EdgeError::NotUtf8.into());
    }
    let now = app.store.clock().now();
    let credentials = Credentials {
        headers: parts.headers.clone(),
        source: source.map_or([127, 0, 0, 1].into(), |source| source.address),
        https: source.is_some_and(|source| source.https),
        now,
    };
    let (mut who, ahead, cx) =
        who(app, route, &parts, params.get("partnership"), &credentials).await?;
    let mut upkeep = who.upkeep.take();
    if let Some(upkeep) = upkeep.take_if(|_| !route.together) {
        upkeep.await;
    }
    let sent = Sent { parts, params, credentials, body };
    let response = admitted(app, route, language, sent, who, ahead, cx).await;
    if let Some(upkeep) = upkeep {
        upkeep.await;
    }
    response
}

/// A request as it was sent.
struct Sent {
    parts: Parts,
    params: HashMap<String, String>,
    credentials: Credentials,
    body: HttpBody,
}

/// Answers somebody of whom it is known who they are.
async fn admitted(
    app: &Arc<Inner>,
    route: &Route,
    language: Language,
    sent: Sent,
    who: Authenticated,
    ahead: Option<Ahead>,
    cx: Cx,
) -> Result<Response, Failure> {
    let Sent { parts, params, credentials, body } = sent;
    // One that looks at the data already does not wait for a body: it has none.
    let bytes = if route.together {
        Bytes::new()
    } else {
        read_body(body, route.body_limit.min(app.options.upload_limit)).await?
    };
    let once = once(&parts, &who.actor, &bytes)?;
    if let Some(answer) = replay(app, once.as_ref()).await? {
        return Ok(answer);
    }
    let bell = bell(app, route, &parts, ahead, &cx, &who.actor).await?;
    let visit = Visit {
        bell,
        site: Arc::clone(&app.site),
        catalog: Arc::clone(&app.catalog),
        language,
        actor: who.actor.clone(),
        now: cx.now(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
    };
    let mut cx =
        cx.acting(who.actor).declaring(route.permissions).speaking(language).with(Arc::new(visit));
    if let Some(once) = &once {
        cx = cx.once(once.clone());
    }
    admit(route, &cx).await?;
    let body = parse_body(&parts, bytes).await?;
    let mut response = run(route, &cx, &parts, &params, &credentials, &body).await?;
    for cookie in who.set_cookies {
        response = response.cookie(&cookie);
    }
    if let Some(once) = &once {
        response = keep(app, once, response).await?;
    }
    Ok(not_modified(&parts, response))
}

/// Who sends a request, with what was asked ahead for whoever sent its cookies before, and the context
/// in which the rest is asked.
async fn who(
    app: &Inner,
    route: &Route,
    parts: &Parts,
    partnership: Option<&String>,
    credentials: &Credentials,
) -> Result<(Authenticated, Option<Ahead>, Cx), Failure> {
    let mut cx = Cx::new(app.store.clone(), Actor::Nobody, credentials.now);
    if let Some(slug) = partnership {
        cx = cx.in_partnership(slug);
    }
    let mut guess = None;
    if route.together {
        cx = cx.together().await?;
        guess = app.callers.guess(&parts.headers);
    }
    let bell = counts(app, route, parts);
    let ahead = guess.map(|person| Ahead::look(cx.clone(), person, route.permissions, bell));
    let found = (app.options.authenticate)(cx.clone(), credentials.clone());
    let (found, ahead) = join(found, OptionFuture::from(ahead)).await;
    let found = found?;
    app.callers.note(&parts.headers, &found.actor);
    Ok((found, ahead, cx))
}

/// What counts the notices for the bell, where somebody will see a whole page.
fn counts(app: &Inner, route: &Route, parts: &Parts) -> Option<Bell> {
    let partial = parts.headers.get("hx-request-type").is_some_and(|kind| kind == "partial");
    let whole = matches!(route.kind, RouteKind::Page | RouteKind::Form) && !partial;
    app.store.extension::<Registry>().and_then(|registry| registry.bell).filter(|_| whole)
}

/// How many notices wait for whoever will see a whole page.
async fn bell(
    app: &Inner,
    route: &Route,
    parts: &Parts,
    ahead: Option<Ahead>,
    cx: &Cx,
    actor: &Actor,
) -> Result<Option<i64>, Failure> {
    let Some(count) = counts(app, route, parts).filter(|_| actor.person().is_some()) else {
        return Ok(None);
    };
    match ahead.and_then(|ahead| ahead.bell_of(actor)) {
        Some(counted) => counted.map(Some),
        None => count(cx.clone().acting(actor.clone())).await.map(Some),
    }
}

/// Refuses those who may change nothing here before their form is read: what is wrong with a form
/// is for those who may send it.
async fn admit(route: &Route, cx: &Cx) -> Result<(), Failure> {
    if route.method == Method::GET {
        return Ok(());
    }
    let writes = |one: &&Permission| one.access == Access::Write;
    let mut refusal = None;
    for permission in route.permissions.iter().filter(writes) {
        match cx.admits(*permission).await {
            Ok(()) => return Ok(()),
            Err(error) => refusal = refusal.or(Some(error)),
        }
    }
    refusal.map_or(Ok(()), |error| Err(error.into()))
}

/// Runs the handler, again when another writer came in between: nothing was committed then.
async fn run(
    route: &Route,
    cx: &Cx,
    parts: &Parts,
    params: &HashMap<String, String>,
    credentials: &Credentials,
    body: &Body,
) -> Result<Response, Failure> {
    let mut tries = 0;
    loop {
        let request = Request {
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            params: params.clone(),
            credentials: credentials.clone(),
            body: body.clone(),
        };
        match (route.handler)(cx.clone(), request).await {
            Err(failure) if failure.is_contended() && tries < 3 => {
                tries += 1;
                tokio::time::sleep(Duration::from_millis(5 << tries)).await;
            }
            done => return done,
        }
    }
}

/// The parts of the address. One that is no text names nothing.
async fn params(parts: &mut Parts) -> Result<HashMap<String, String>, Failure> {
    match RawPathParams::from_request_parts(parts, &()).await {
        Ok(params) if params.iter().any(|(_, value)| value.contains('\0')) => {
            Err(EdgeError::NoPage.into())
        }
        Ok(params) => {
            Ok(params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
        }
        Err(RawPathParamsRejection::InvalidUtf8InPathParam(_)) => Err(EdgeError::NoPage.into()),
        Err(_none) => Ok(HashMap::new()),
    }
}

async fn read_body(body: HttpBody, limit: usize) -> Result<Bytes, Failure> {
    let read = Limited::new(body, limit).collect();
    match tokio::time::timeout(Duration::from_mins(1), read).await {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(error)) if error.is::<http_body_util::LengthLimitError>() => {
            Err(EdgeError::TooLarge { limit }.into())
        }
        Ok(Err(_)) | Err(_) => Err(EdgeError::Body.into()),
    }
}

async fn parse_body(parts: &Parts, bytes: Bytes) -> Result<Body, Failure> {
    // A packed body could unpack to more than is taken.
    let packed = |coding: &http::HeaderValue| !coding.as_bytes().eq_ignore_ascii_case(b"identity");
    if parts.headers.get_all(header::CONTENT_ENCODING).iter().any(packed) {
        return Err(EdgeError::Packed.into());
    }
    let media_type = parts
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        "application/x-www-form-urlencoded" => {
            let pairs = pairs(&bytes).map_err(|_wrong| EdgeError::NotUtf8)?;
            Ok(Body::Form(Input::from_pairs(pairs)))
        }
        "application/json" | "application/merge-patch+json" => Ok(Body::Json(bytes)),
        "multipart/form-data" => multipart(&media_type, bytes).await.map(Body::Form),
        _ if bytes.is_empty() => Ok(Body::Empty),
        _ => Ok(Body::Other(bytes)),
    }
}

async fn multipart(media_type: &str, bytes: Bytes) -> Result<Input, Failure> {
    let unreadable = |_wrong: multer::Error| Failure::from(EdgeError::Body);
    let boundary = multer::parse_boundary(media_type).map_err(unreadable)?;
    let whole = futures_util::stream::once(async { Ok::<_, std::convert::Infallible>(bytes) });
    let mut parts = multer::Multipart::new(whole, boundary);
    let (mut values, mut files) = (Vec::new(), Vec::new());
    while let Some(field) = parts.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(|file| {
            // Old browsers send the whole path.
            file.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
        });
        let media_type = field.content_type().map(ToString::to_string).unwrap_or_default();
        let bytes = field.bytes().await.map_err(unreadable)?;
        if let Some(file) = file {
            files.push((name, Upload { name: file, media_type, bytes: bytes.to_vec() }));
        } else {
            let text = String::from_utf8(bytes.to_vec()).map_err(|_wrong| EdgeError::NotUtf8)?;
            values.push((name, text));
        }
    }
    let mut input = Input::from_pairs(values);
    for (name, file) in files {
        input.attach(name, file);
    }
    Ok(input)
}

/// The name that the caller gave to this request: a header of programs, a field of forms.
fn once(parts: &Parts, actor: &Actor, body: &Bytes) -> Result<Option<Once>, Failure> {
    let Some(person) = actor.person().map(|person| person.person) else { return Ok(None) };
    if parts.method == Method::GET || parts.method == Method::HEAD {
        return Ok(None);
    }
    let key = if let Some(value) = parts.headers.get("idempotency-key") {
        let key = value.to_str().unwrap_or_default();
        if key.is_empty() || key.len() > 200 {
            return Err(Invalid::field("Idempotency-Key", "idempotency_key").into());
        }
        key.to_owned()
    } else {
        let mut names =
            body.get(..body.len().min(65_536)).unwrap_or_default().split(|b| *b == b'&');
        let field = names.find_map(|pair| pair.strip_prefix(b"once="));
        let sign = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        match field.map(str::from_utf8) {
            Some(Ok(key)) if (1..=200).contains(&key.len()) && key.bytes().all(|b| sign(&b)) => {
                key.to_owned()
            }
            Some(_) | None => return Ok(None),
        }
    };
    Ok(Some(Once { person, key, fingerprint: fingerprint(person, parts, body) }))
}

fn fingerprint(person: PersonId, parts: &Parts, body: &Bytes) -> String {
    let mut hash = Sha256::new();
    hash.update(person.to_string());
    hash.update(parts.method.as_str());
    hash.update(parts.uri.path());
    hash.update(body);
    HEXLOWER.encode(&hash.finalize())
}

async fn replay(app: &Inner, once: Option<&Once>) -> Result<Option<Response>, Failure> {
    let Some(once) = once else { return Ok(None) };
    match app.store.repeat(once).await? {
        Repeat::New => Ok(None),
        Repeat::Mismatch => Err(EdgeError::KeyReused.into()),
        Repeat::Lost => Err(EdgeError::AnswerLost.into()),
        Repeat::Answered(answer) => {
            let status = u16::try_from(answer.status).ok();
            let status = status.and_then(|status| StatusCode::from_u16(status).ok());
            let mut response = http::Response::new(HttpBody::from(answer.body));
            *response.status_mut() = status.unwrap_or(StatusCode::OK);
            let mut response = Response(response).header("idempotent-replayed", "true");
            if let Some(location) = &answer.location {
                response = response.header("location", location);
            }
            if let Some(media_type) = &answer.media_type {
                response = response.header("content-type", media_type);
            }
            Ok(Some(response))
        }
    }
}

async fn keep(app: &Inner, once: &Once, response: Response) -> Result<Response, Failure> {
    if response.0.extensions().get::<Unkept>().is_some() {
        return Ok(response);
    }
    let (parts, body) = response.0.into_parts();
    let body = body.collect().await.map_err(|_broken| EdgeError::Body)?.to_bytes();
    let text =
        |name| parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    if parts.status.as_u16() < 400 {
        let answer = Answer {
            status: i64::from(parts.status.as_u16()),
            location: text(header::LOCATION),
            media_type: text(header::CONTENT_TYPE),
            body: body.to_vec(),
        };
        app.store.keep_answer(once, &answer).await?;
    }
    Ok(Response(http::Response::from_parts(parts, HttpBody::from(body))))
}

fn not_modified(parts: &Parts, response: Response) -> Response {
    let known = parts.headers.get(header::IF_NONE_MATCH);
    let etag = response.0.headers().get(header::ETAG);
    let same = match (known, etag) {
        (Some(known), Some(etag)) => {
            let known = known.to_str().unwrap_or_default();
            known.split(',').any(|one| one.trim().as_bytes() == etag.as_bytes())
        }
        _ => false,
    };
    if !same || (parts.method != Method::GET && parts.method != Method::HEAD) {
        return response;
    }
    let (mut head, _) = response.0.into_parts();
    head.status = StatusCode::NOT_MODIFIED;
    Response(http::Response::from_parts(head, HttpBody::empty()))
}

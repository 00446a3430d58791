//! The program in a test: in process, with a clock that stands still and seeded identifiers.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails where it stands")]

use std::{path::PathBuf, sync::Arc};

use axum::body::Body;
use base::{
    Actor, Instant, OrganizationId, PartnershipId, PersonId, Private, Role, SignedIn, Zone,
};
use http::{Method, Request as HttpRequest, header};
use http_body_util::BodyExt as _;
use store::{
    Access, Clock, Cx, Event, Permission, Store, Subject, Worker,
    log::{KeyPlace, LogSettings, RecordPlace, Sequencer},
    testing::{Db, Kind},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

pub use store::both_databases;

use crate::{App, AppOptions, Authenticate, Authenticated, Context, Credentials, Site, migrations};

/// Tuesday, May 12, 2026, 10 in the morning in Riverbend.
pub const NOW: Instant = Instant::from_micros(1_778_598_000_000_000);

/// Where the program of a test puts its mail. Kept with the store.
#[derive(Debug)]
pub struct MailFolder(pub PathBuf);

/// The program of one test.
pub struct TestApp {
    /// Its database.
    pub db: Db,
    /// Its store.
    pub store: Store,
    /// The program.
    pub app: App,
    /// Its clock.
    pub clock: Clock,
    stop: CancellationToken,
    tasks: TaskTracker,
}

/// A partnership of a test.
#[derive(Debug, Clone)]
pub struct TestPartnership {
    /// Its identifier.
    pub id: PartnershipId,
    /// Its short name.
    pub slug: String,
}

/// A person of a test, signed in.
#[derive(Debug, Clone)]
pub struct TestPerson {
    /// The person.
    pub id: PersonId,
    /// Their name.
    pub name: String,
}

/// Somebody who sends requests in a test.
pub trait Visitor {
    /// The headers that say who it is.
    fn headers(&self) -> Vec<(&'static str, String)>;
}

impl Visitor for TestPerson {
    fn headers(&self) -> Vec<(&'static str, String)> {
        vec![("x-test-person", format!("{};{}", self.id, self.name))]
    }
}

/// An answer, read whole.
#[derive(Debug)]
pub struct TestResponse {
    /// The status code.
    pub status: u16,
    /// The headers.
    pub headers: http::HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

#[derive(serde::Serialize)]
struct Prepared;

impl Event for Prepared {
    const KIND: &'static str = "test.prepared";

    fn subject(&self) -> Subject {
        Subject::new("test", "")
    }
}

const PREPARE: Permission = Permission::installation("test.prepare", Access::Write);

impl TestApp {
    /// The program of these contexts; requests say who they are by a header.
    pub async fn start(db: Db, contexts: &[Context]) -> Self {
        Self::start_with(db, contexts, by_header()).await
    }

    /// The program of these contexts with the real way of signing in.
    ///
    /// # Panics
    /// When the database is not to be had.
    pub async fn start_with(db: Db, contexts: &[Context], authenticate: Authenticate) -> Self {
        let clock = Clock::at(NOW);
        let store = db.open(clock.clone(), 20_260_512).await.unwrap();
        store.migrate(&migrations(contexts)).await.unwrap();
        let folder = db.folder().join("mail");
        std::fs::create_dir_all(&folder).unwrap();
        store.keep(Arc::new(MailFolder(folder)));
        let keys = KeyPlace::Folder(db.folder().join("log-keys"));
        let record = RecordPlace::Folder(db.folder().join("log"));
        store.keep(Arc::new(LogSettings::new("localhost", keys, record)));
        let site = Site {
            name: "Concord".to_owned(),
            official: None,
            demo: false,
            zone: zone(),
            nav: Vec::new(),
        };
        let options = AppOptions {
            site,
            base_url: "http://localhost".to_owned(),
            // Requests of tests come through a proxy: `X-Forwarded-For` says from where.
            trusted_proxies: Arc::new(|proxy| proxy.is_loopback()),
            upload_limit: 32 * 1024 * 1024,
            authenticate,
            observe: None,
        };
        let app = App::new(store.clone(), contexts, options).unwrap();
        let (stop, tasks) = (CancellationToken::new(), TaskTracker::new());
        app.follow(&tasks, &stop);
        Self { db, store, app, clock, stop, tasks }
    }

    /// A partnership in Riverbend's time zone.
    ///
    /// # Panics
    /// When the short name is taken.
    pub async fn partnership(&self, slug: &str) -> TestPartnership {
        let cx = self.system();
        let id = cx.new_id();
        let mut tx = cx.write(PREPARE).await.unwrap();
        let name = format!("The {slug} partnership");
        tx.found(id, slug, &name, &zone()).await.unwrap();
        tx.commit(&Prepared).await.unwrap();
        TestPartnership { id, slug: slug.to_owned() }
    }

    /// A new person with a role for an organization.
    ///
    /// # Panics
    /// When the grant cannot be written.
    pub async fn person(
        &self,
        name: &str,
        partnership: &TestPartnership,
        organization: OrganizationId,
        role: Role,
    ) -> TestPerson {
        let person = TestPerson { id: self.system().new_id(), name: name.to_owned() };
        self.grant(&person, partnership, organization, role).await;
        person
    }

    /// A further role of a person.
    ///
    /// # Panics
    /// When the grant cannot be written.
    pub async fn grant(
        &self,
        person: &TestPerson,
        partnership: &TestPartnership,
        organization: OrganizationId,
        role: Role,
    ) {
        let mut tx = self.system().write(PREPARE).await.unwrap();
        tx.enter(partnership.id).await.unwrap();
        tx.grant(person.id, organization, role).await.unwrap();
        tx.commit(&Prepared).await.unwrap();
    }

    /// The context of the system itself, in no partnership.
    #[must_use]
    pub fn system(&self) -> Cx {
        Cx::new(self.store.clone(), Actor::System("test"), self.clock.now())
    }

    /// The context of a person's command in a partnership, without the network.
    #[must_use]
    pub fn cx(&self, person: &TestPerson, partnership: &TestPartnership) -> Cx {
        self.cx_on(&self.store, person, partnership)
    }

    /// The same on another server.
    #[must_use]
    pub fn cx_on(&self, store: &Store, person: &TestPerson, partnership: &TestPartnership) -> Cx {
        let actor = Actor::Person(signed_in(person.id, &person.name, self.clock.now()));
        Cx::new(store.clone(), actor, self.clock.now()).in_partnership(&partnership.slug)
    }

    /// The data as another server has it; the embedded database has one server, and this is it.
    ///
    /// # Panics
    /// When the database is not to be had.
    pub async fn beside(&self) -> Store {
        match self.db.kind {
            Kind::Postgres => self.db.open(self.clock.clone(), 20_260_513).await.unwrap(),
            Kind::Sqlite => self.store.clone(),
        }
    }

    /// Moves the clock to this many days later.
    pub fn advance_days(&self, days: i64) {
        self.clock.set(self.clock.now().plus_seconds(days * 86_400));
    }

    /// Gets a page or a resource.
    pub async fn get(&self, person: &dyn Visitor, path: &str) -> TestResponse {
        self.send(self.request(Method::GET, path, Some(person)).body(Body::empty())).await
    }

    /// Gets as nobody.
    pub async fn visit_as_nobody(&self, path: &str) -> TestResponse {
        self.send(self.request(Method::GET, path, None).body(Body::empty())).await
    }

    /// Posts a form.
    pub async fn post(
        &self,
        person: &dyn Visitor,
        path: &str,
        fields: &[(&str, &str)],
    ) -> TestResponse {
        self.send(self.form(path, Some(person), fields)).await
    }

    /// Posts a form as nobody.
    pub async fn post_as_nobody(&self, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        self.send(self.form(path, None, fields)).await
    }

    /// Posts JSON.
    pub async fn post_json(
        &self,
        person: &dyn Visitor,
        path: &str,
        body: serde_json::Value,
    ) -> TestResponse {
        self.send_json(Method::POST, Some(person), path, &body).await
    }

    /// Sends JSON by any method; as nobody without a person.
    pub async fn send_json(
        &self,
        method: Method,
        person: Option<&dyn Visitor>,
        path: &str,
        body: &serde_json::Value,
    ) -> TestResponse {
        let request = self
            .request(method, path, person)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()));
        self.send(request).await
    }

    /// Posts a form with one file, as browsers do.
    pub async fn post_file(
        &self,
        person: &dyn Visitor,
        path: &str,
        fields: &[(&str, &str)],
        (field, name, bytes): (&str, &str, &[u8]),
    ) -> TestResponse {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        let request = self
            .request(Method::POST, path, Some(person))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .body(Body::from(body));
        self.send(request).await
    }

    /// A request to be finished by the test.
    #[must_use]
    pub fn request(
        &self,
        method: Method,
        path: &str,
        person: Option<&dyn Visitor>,
    ) -> http::request::Builder {
        let request = HttpRequest::builder().method(method).uri(path).header("host", "localhost");
        let headers = person.map(Visitor::headers).unwrap_or_default();
        headers.into_iter().fold(request, |request, (name, value)| request.header(name, value))
    }

    fn form(
        &self,
        path: &str,
        person: Option<&dyn Visitor>,
        fields: &[(&str, &str)],
    ) -> http::Result<HttpRequest<Body>> {
        let pairs: Vec<String> = fields
            .iter()
            .map(|(name, value)| {
                format!("{}={}", crate::response::encode(name), crate::response::encode(value))
            })
            .collect();
        self.request(Method::POST, path, person)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(pairs.join("&")))
    }

    /// Sends a request and reads the answer whole.
    ///
    /// # Panics
    /// When the request is not well formed or the answer breaks off.
    pub async fn send(&self, request: http::Result<HttpRequest<Body>>) -> TestResponse {
        let response = self.app.handle(request.unwrap()).await;
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        TestResponse { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    /// Sends a request and gives the answer as it begins, for streams.
    ///
    /// # Panics
    /// When the request is not well formed.
    pub async fn open(&self, request: http::Result<HttpRequest<Body>>) -> http::Response<Body> {
        self.app.handle(request.unwrap()).await
    }

    /// Does all background work that is due; how many jobs ran.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn run_jobs(&self) -> usize {
        Worker::new(self.store.clone()).drain().await.unwrap()
    }

    /// Gives every event its leaf in the log, and does the work that follows.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn seal(&self) {
        Sequencer::new(&self.store).unwrap().drain().await.unwrap();
        self.run_jobs().await;
    }

    /// The mails that were sent, the oldest first, as they would go out.
    ///
    /// # Panics
    /// When the folder cannot be read.
    #[must_use]
    pub fn mails(&self) -> Vec<String> {
        let folder = self.store.extension::<MailFolder>().unwrap();
        let files = std::fs::read_dir(&folder.0).unwrap();
        let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
    }

    /// Ends the test: no job may be left that is due, and the database goes away.
    ///
    /// # Panics
    /// When jobs are left behind.
    pub async fn close(self) {
        self.stop.cancel();
        self.tasks.close();
        self.tasks.wait().await;
        self.run_jobs().await;
        let dead = self.store.dead_jobs().await.unwrap();
        assert!(dead.is_empty(), "jobs failed: {dead:?}");
        self.db.close().await.unwrap();
    }
}

impl TestResponse {
    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    ///
    /// # Panics
    /// When it is none.
    #[must_use]
    pub fn json<T: serde::de::DeserializeOwned>(&self) -> T {
        match serde_json::from_slice(&self.body) {
            Ok(value) => value,
            Err(error) => panic!("{error} in {}: {}", self.status, self.text()),
        }
    }

    /// A header as text, empty when it is not there.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where the answer points to.
    #[must_use]
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// Asserts the status and gives the answer on; shows the body otherwise.
    ///
    /// # Panics
    /// When the status is another one.
    #[expect(
        clippy::must_use_candidate,
        clippy::return_self_not_must_use,
        reason = "most callers want the assertion alone"
    )]
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{} {}", self.location(), self.text());
        self
    }
}

fn zone() -> Zone {
    Zone::named("America/Chicago").unwrap()
}

fn signed_in(person: PersonId, name: &str, now: Instant) -> SignedIn {
    SignedIn {
        person,
        name: Private::new(name.to_owned()),
        language: None,
        session: None,
        authenticated_at: now,
        strong: true,
        scopes: None,
        partnership: None,
    }
}

/// Believes the header of a test that says who asks.
#[must_use]
pub fn by_header() -> Authenticate {
    Arc::new(|_cx, credentials| Box::pin(std::future::ready(Ok(named(&credentials)))))
}

fn named(credentials: &Credentials) -> Authenticated {
    let header = credentials.header("x-test-person").unwrap_or_default();
    let actor = match header.split_once(';').and_then(|(id, name)| Some((id.parse().ok()?, name))) {
        Some((person, name)) => Actor::Person(signed_in(person, name, credentials.now)),
        None => Actor::Nobody,
    };
    Authenticated { actor, set_cookies: Vec::new(), upkeep: None }
}

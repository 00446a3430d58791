//! The invented county with every free text of every party marked, and people who look at it.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use base::{PartnershipId, PersonId, Role};
use concord::configuration::{Configuration, Sources};
use http_body_util::BodyExt as _;
use store::{
    Clock, Store,
    testing::{Db, Kind},
};
use web::{App, AppOptions, Site};

/// A partnership of the world.
#[derive(Debug, Clone)]
pub(crate) struct Partnership {
    pub(crate) id: PartnershipId,
    pub(crate) slug: String,
}

/// Somebody who looks: nobody, or a person and what they are where.
#[derive(Debug, Clone)]
pub(crate) struct Viewer {
    pub(crate) name: String,
    pub(crate) person: Option<PersonId>,
    pub(crate) roles: BTreeMap<PartnershipId, Vec<Role>>,
    /// Where they work, in which partnership.
    pub(crate) works: BTreeSet<(PartnershipId, String)>,
}

pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) app: App,
    pub(crate) partnerships: Vec<Partnership>,
    pub(crate) people: BTreeMap<PersonId, BTreeMap<PartnershipId, Vec<Role>>>,
    works: BTreeMap<PersonId, BTreeSet<(PartnershipId, String)>>,
    db: Db,
}

pub(crate) fn configuration(folder: &std::path::Path) -> Configuration {
    let data = folder.display().to_string();
    let mail = folder.join("mail").display().to_string();
    let flags = [("data", data), ("demo", "true".to_owned()), ("mail_folder", mail)];
    Configuration::read(&Sources { flags: flags.into(), ..Sources::default() }).unwrap()
}

/// An answer, read whole.
pub(crate) struct Seen {
    pub(crate) status: u16,
    pub(crate) location: String,
    /// Headers and body together: a leak is a leak wherever it is.
    pub(crate) text: String,
    pub(crate) html: bool,
}

impl World {
    /// Makes the county; it is made embedded, and carried over by a backup for the other database.
    pub(crate) async fn make(db: Db) -> Self {
        let home = Db::new(Kind::Sqlite);
        let folder = home.folder().join("data");
        let configuration = configuration(&folder);
        concord::demo::prepare(&configuration, 7, true).await.unwrap();
        let migrations = concord::contexts::migrations();
        let made = concord::installation::open(&configuration).unwrap();
        let backup = home.folder().join("backup.sqlite");
        made.backup(&backup, &migrations).await.unwrap();
        db.make_schema().await.unwrap();
        let options = store::Options {
            database: db.database(),
            clock: Clock::System,
            ids: base::Ids::seeded(5),
        };
        store::restore(&backup, options, &migrations).await.unwrap();
        let store = db.open(Clock::System, 6).await.unwrap();
        concord::installation::keep_identity(&configuration, &store).unwrap();
        let options = AppOptions {
            site: Site {
                name: "Concord".to_owned(),
                official: None,
                demo: false,
                zone: base::Zone::utc(),
                nav: Vec::new(),
            },
            base_url: "http://localhost".to_owned(),
            trusted_proxies: std::sync::Arc::new(|_proxy| false),
            upload_limit: 32 * 1024 * 1024,
            authenticate: web::testing::by_header(),
            observe: None,
        };
        let app = App::new(store.clone(), concord::contexts::ALL, options).unwrap();
        app.follow(
            &tokio_util::task::TaskTracker::new(),
            &tokio_util::sync::CancellationToken::new(),
        );
        store.keep(std::sync::Arc::new(search::Index::open(search::Home::Memory).unwrap()));
        let (people, works) = (BTreeMap::new(), BTreeMap::new());
        let mut world = Self { store, app, partnerships: Vec::new(), people, works, db };
        world.look_around().await;
        world.index().await;
        world
    }

    /// Makes everything findable as it is now.
    pub(crate) async fn index(&self) {
        let index = self.store.extension::<search::Index>().unwrap();
        index.clear().unwrap();
        search::catch_up(&self.store, &index).await.unwrap();
    }

    pub(crate) fn is_postgres(&self) -> bool {
        self.db.kind == Kind::Postgres
    }

    /// Runs text that only a test may run as another program would, so that nothing kept is forgotten.
    pub(crate) async fn beside(&self, sql: &str) {
        self.db.open(Clock::System, 7).await.unwrap().batch(sql).await.unwrap();
    }

    pub(crate) async fn end(self) {
        self.db.close().await.unwrap();
    }

    async fn look_around(&mut self) {
        let rows = self.store.ask("SELECT id, slug FROM partnerships ORDER BY slug", vec![]).await;
        for row in rows.unwrap() {
            let (id, slug) = (row.get("id").unwrap(), row.get("slug").unwrap());
            self.partnerships.push(Partnership { id, slug });
        }
        let grants = "SELECT partnership, person, role, organization FROM grants";
        let rows = self.store.ask(grants, vec![]).await;
        for row in rows.unwrap() {
            let role: Role = row.get("role").unwrap();
            if matches!(role, Role::Lead | Role::Member | Role::Steward) {
                let works = self.works.entry(row.get("person").unwrap()).or_default();
                works.insert((row.get("partnership").unwrap(), row.get("organization").unwrap()));
            }
            let roles = self.people.entry(row.get("person").unwrap()).or_default();
            roles
                .entry(row.get("partnership").unwrap())
                .or_default()
                .push(row.get("role").unwrap());
        }
    }

    /// Nobody, a stranger with an account, somebody of another partnership, and every role here.
    pub(crate) fn viewers(&self, of: &Partnership) -> Vec<Viewer> {
        let stranger: PersonId = "per_0000000000000000000000000z".parse().unwrap();
        let (nothing, nobody) = (BTreeMap::new, BTreeSet::new);
        let works = |person: &PersonId| self.works.get(person).cloned().unwrap_or_default();
        let mut viewers = vec![
            Viewer { name: "nobody".into(), person: None, roles: nothing(), works: nobody() },
            Viewer {
                name: "stranger".into(),
                person: Some(stranger),
                roles: nothing(),
                works: nobody(),
            },
        ];
        let elsewhere = self.people.iter().find(|(_, roles)| !roles.contains_key(&of.id));
        if let Some((person, roles)) = elsewhere {
            let name = "other partnership".to_owned();
            let (roles, works) = (roles.clone(), works(person));
            viewers.push(Viewer { name, person: Some(*person), roles, works });
        }
        for role in Role::ALL {
            let here = |one: &(&PersonId, &BTreeMap<PartnershipId, Vec<Role>>)| {
                one.1.get(&of.id).is_some_and(|held| held.contains(role))
            };
            // Somebody with this role and as few others as may be.
            let one = self.people.iter().filter(here).min_by_key(|one| one.1[&of.id].len());
            if let Some((person, roles)) = one {
                let (name, roles) = (role.to_string(), roles.clone());
                viewers.push(Viewer { name, person: Some(*person), roles, works: works(person) });
            }
        }
        viewers
    }

    pub(crate) async fn get(&self, viewer: &Viewer, path: &str) -> Seen {
        self.send(viewer, "GET", path, None).await
    }

    pub(crate) async fn send(
        &self,
        viewer: &Viewer,
        method: &str,
        path: &str,
        json: Option<&str>,
    ) -> Seen {
        let mut request =
            http::Request::builder().method(method).uri(path).header("host", "localhost");
        if let Some(person) = viewer.person {
            request = request.header("x-test-person", format!("{person};Viewer"));
        }
        let media_type =
            if json.is_some() { "application/json" } else { "application/x-www-form-urlencoded" };
        let body = Body::from(json.unwrap_or_default().to_owned());
        self.ask(request.header("content-type", media_type).body(body).unwrap()).await
    }

    /// Sends any request.
    pub(crate) async fn ask(&self, request: http::Request<Body>) -> Seen {
        let response = self.app.handle(request).await;
        let (parts, mut body) = response.into_parts();
        let header = |name: &str| {
            parts
                .headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
                .to_owned()
        };
        let media_type = header("content-type");
        let mut bytes = Vec::new();
        // A stream of news never ends: its first frame says what it says of all.
        while let Some(frame) = body.frame().await {
            bytes.extend_from_slice(&frame.unwrap().into_data().unwrap_or_default());
            if media_type.starts_with("text/event-stream") {
                break;
            }
        }
        let mut headers = String::new();
        for (name, value) in &parts.headers {
            headers.extend([name.as_str(), ": ", &String::from_utf8_lossy(value.as_bytes()), "\n"]);
        }
        let headers = headers;
        Seen {
            status: parts.status.as_u16(),
            location: header("location"),
            html: media_type.starts_with("text/html"),
            text: format!("{headers}\n{}", String::from_utf8_lossy(&bytes)),
        }
    }
}

//! People of tests who sign in for real: a program with its settings, accounts, and a browser.
#![expect(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test fails where it stands")]

use std::{collections::BTreeMap, sync::Arc};

use base::Language;
use store::testing::Db;
use web::{
    Context,
    testing::{MailFolder, TestApp, TestPerson, TestResponse},
};

use crate::{
    Cost, MailConfig, NewAccount, Outlet, Settings, access,
    account::store as accounts,
    events::{AccountMade, PasswordSet},
    password::Password,
};

/// A password that the rules take.
pub const PASSWORD: &str = "seven herons at the weir";

/// A program in which people sign in for real.
pub async fn start(db: Db, contexts: &[Context]) -> TestApp {
    let app = TestApp::start_with(db, contexts, crate::authenticate()).await;
    prepare(&app);
    app
}

/// Gives a program the settings that mails and passwords need; hashing costs next to nothing.
pub fn prepare(app: &TestApp) {
    let folder = app.store.extension::<MailFolder>().unwrap();
    let mail = MailConfig {
        outlet: Outlet::Folder(folder.0.clone()),
        from: "concord@riverbend.example".parse().unwrap(),
    };
    let settings = Settings::new("http://localhost", "Concord", Cost::Least, &mail).unwrap();
    app.store.keep(Arc::new(settings));
}

/// How often a password was hashed in this program.
#[must_use]
pub fn passwords_hashed(app: &TestApp) -> u64 {
    app.store.extension::<Settings>().unwrap().passwords_hashed()
}

/// A person with an account and [`PASSWORD`].
pub async fn sign_up(app: &TestApp, name: &str, email: &str) -> TestPerson {
    let person = TestPerson { id: app.system().new_id(), name: name.to_owned() };
    give_account(app, &person, email).await;
    let cx = app.system();
    let settings = Settings::of(&cx).unwrap();
    let password = Password::typed(PASSWORD).unwrap();
    let kept = settings.hashing.keep(password, cx.secret()).await.unwrap();
    let mut tx = cx.write(access::OPERATE).await.unwrap();
    accounts::keep_password(&mut tx, person.id, &kept, cx.now()).await.unwrap();
    tx.commit(&PasswordSet { person: person.id }).await.unwrap();
    person
}

/// An account for a person of a test who signs in by the test's header, so that mails reach them.
pub async fn give_account(app: &TestApp, person: &TestPerson, email: &str) {
    let cx = app.system();
    let new = NewAccount {
        email: email.parse().unwrap(),
        name: person.name.parse().unwrap(),
        language: Some(Language::English),
    };
    let mut tx = cx.write(access::OPERATE).await.unwrap();
    assert!(accounts::insert(&mut tx, person.id, &new, cx.now()).await.unwrap());
    tx.commit(&AccountMade { person: person.id }).await.unwrap();
}

/// A browser: it keeps its cookies, calls itself something, and is somewhere.
#[derive(Clone)]
pub struct Browser<'a> {
    app: &'a TestApp,
    cookies: BTreeMap<String, String>,
    /// Where it is.
    pub address: String,
    /// What it calls itself.
    pub user_agent: String,
}

impl<'a> Browser<'a> {
    /// A browser without cookies.
    #[must_use]
    pub fn new(app: &'a TestApp) -> Self {
        Self {
            app,
            cookies: BTreeMap::new(),
            address: "203.0.113.1".to_owned(),
            user_agent: "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"
                .to_owned(),
        }
    }

    /// A browser in which somebody just signed in with [`PASSWORD`].
    pub async fn signed_in(app: &'a TestApp, email: &str) -> Self {
        let mut browser = Self::new(app);
        let _there = browser.sign_in(email, PASSWORD).await.expect(303);
        browser
    }

    /// The same somewhere else.
    #[must_use]
    pub fn at(mut self, address: &str) -> Self {
        address.clone_into(&mut self.address);
        self
    }

    /// Posts the sign-in form.
    pub async fn sign_in(&mut self, email: &str, password: &str) -> TestResponse {
        self.post("/sign-in", &[("email", email), ("password", password)]).await
    }

    /// Gets a page.
    pub async fn get(&mut self, path: &str) -> TestResponse {
        self.send("GET", path, &[], String::new()).await
    }

    /// Posts a form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        let form = ("content-type", "application/x-www-form-urlencoded");
        self.send("POST", path, &[form], pairs.join("&")).await
    }

    /// Sends JSON, or nothing.
    pub async fn json(
        &mut self,
        method: &str,
        path: &str,
        body: Option<serde_json::Value>,
    ) -> TestResponse {
        match body {
            Some(body) => {
                let json = ("content-type", "application/json");
                self.send(method, path, &[json], body.to_string()).await
            }
            None => self.send(method, path, &[], String::new()).await,
        }
    }

    /// A cookie's value.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Forgets a cookie, or sets it.
    pub fn set_cookie(&mut self, name: &str, value: Option<&str>) {
        match value {
            Some(value) => self.cookies.insert(name.to_owned(), value.to_owned()),
            None => self.cookies.remove(name),
        };
    }

    /// Sends a request and keeps the cookies of its answer.
    pub async fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> TestResponse {
        let mut request = self
            .app
            .request(method.parse().unwrap(), path, None)
            .header("x-forwarded-for", &self.address)
            .header("user-agent", &self.user_agent);
        if !self.cookies.is_empty() {
            let pairs: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header("cookie", pairs.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = self.app.send(request.body(body.into())).await;
        for cookie in answer.headers.get_all("set-cookie") {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

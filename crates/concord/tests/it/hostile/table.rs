//! One hostile request and what must come of it; and the stage that plays them.

use axum::body::Body;
use http::{Method, StatusCode};
use http_body_util::BodyExt as _;
use partnership::testing::County;
use serde_json::{Value, json};
use store::testing::Db;
use web::testing::{TestApp, TestPerson, TestResponse, Visitor};

/// What every payload carries that would run in a page: it must never come back as it is.
pub(crate) const MARKUP: &str = "<img src=x onerror=alert(1)>";

/// Who sends the request.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Who {
    Nobody,
    Alicia,
    Coordinator,
    Guest,
    Stranger,
}

/// What becomes of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Record {
    Untouched,
    MayGrow,
}

/// A hostile request, and the answer that it deserves.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) who: Who,
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) headers: Vec<(&'static str, Vec<u8>)>,
    pub(crate) body: Vec<u8>,
    pub(crate) status: u16,
    pub(crate) says: &'static str,
    pub(crate) record: Record,
}

impl Row {
    pub(crate) fn get(name: &'static str, path: impl Into<String>) -> Self {
        Self {
            name,
            who: Who::Coordinator,
            method: "GET",
            path: path.into(),
            headers: Vec::new(),
            body: Vec::new(),
            status: 0,
            says: "",
            record: Record::Untouched,
        }
    }

    /// A form, as the bytes that a browser would send.
    pub(crate) fn form(name: &'static str, path: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { method: "POST", ..Self::get(name, path) }
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body)
    }

    /// JSON, as the bytes that a program would send.
    pub(crate) fn json(name: &'static str, path: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { method: "POST", ..Self::get(name, path) }
            .header("content-type", "application/json")
            .body(body)
    }

    /// A form with a file.
    pub(crate) fn file(name: &'static str, path: &str, file: &str, bytes: &[u8]) -> Self {
        let mut body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{file}\"\r\n\
             Content-Type: text/csv\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        Self { method: "POST", ..Self::get(name, path) }
            .header("content-type", "multipart/form-data; boundary=edge")
            .body(body)
    }

    pub(crate) fn by(self, who: Who) -> Self {
        Self { who, ..self }
    }

    pub(crate) fn method(self, method: &'static str) -> Self {
        Self { method, ..self }
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<Vec<u8>>) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn body(self, body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), ..self }
    }

    /// What must come of it.
    pub(crate) fn answers(self, status: u16, says: &'static str) -> Self {
        Self { status, says, ..self }
    }

    /// The request is odd and yet good.
    pub(crate) fn and_is_taken(self, status: u16, says: &'static str) -> Self {
        Self { record: Record::MayGrow, ..self.answers(status, says) }
    }
}

/// The whole program with a county, a measure and a commitment.
pub(crate) struct Stage {
    app: TestApp,
    county: County,
    /// What stands in braces in addresses and bodies.
    names: Vec<(&'static str, String)>,
}

impl Stage {
    pub(crate) async fn set(db: Db) -> Self {
        let app = TestApp::start(db, concord::contexts::ALL).await;
        let settings = crate::world::configuration(&app.db.folder().join("data"));
        concord::installation::keep_identity(&settings, &app.store).unwrap();
        let county = partnership::testing::county(&app).await;
        let commitments = "/api/v1/p/riverbend/commitments";
        let offer = json!({
            "side": "promiser", "title": "Send the list of open units", "due": "2026-06-30",
            "promiser": county.housing.to_string(), "receiver": county.health.to_string(),
        });
        let made = app.post_json(&county.alicia, commitments, offer).await.expect(201);
        let commitment = made.location().rsplit('/').next().unwrap().to_owned();
        let accepted = format!("{}/acceptances", made.location());
        app.post_json(&county.dana, &accepted, json!({})).await.expect(200);
        let measure = json!({
            "title": "Nights outside", "kind": "how_much", "unit": "number", "direction": "down",
            "frequency": "quarter", "organization": county.housing.to_string(),
        });
        let _made = app.post_json(&county.alicia, "/api/v1/p/riverbend/measures", measure).await;
        let numbers = "/api/v1/p/riverbend/measures/nights-outside/numbers";
        let number = json!({"period": "2026-Q1", "value": 84.0});
        let _made = app.post_json(&county.alicia, numbers, number).await.expect(201);
        app.seal().await;
        app.run_jobs().await;
        let index = std::sync::Arc::new(search::Index::open(search::Home::Memory).unwrap());
        app.store.keep(std::sync::Arc::clone(&index));
        search::catch_up(&app.store, &index).await.unwrap();
        let names = vec![
            ("{p}", "/p/riverbend".to_owned()),
            ("{api}", "/api/v1/p/riverbend".to_owned()),
            ("{commitment}", commitment),
            ("{measure}", "nights-outside".to_owned()),
            ("{housing}", county.housing.to_string()),
            ("{health}", county.health.to_string()),
            ("{person}", county.alicia.id.to_string()),
            ("{partnership}", county.p.id.to_string()),
            ("{stranger}", county.stranger.id.to_string()),
        ];
        Self { app, county, names }
    }

    pub(crate) async fn end(self) {
        self.app.close().await;
    }

    /// Sends the request; what is wrong with its answer.
    pub(crate) async fn play(&self, row: &Row) -> Vec<String> {
        let before = self.events().await;
        let answer = self.send(row).await;
        let mut wrong = Vec::new();
        let text = answer.text();
        let told = told(&answer);
        if answer.status != row.status {
            let short: String = told.chars().take(300).collect();
            wrong.push(format!("answered {}, not {}: {short}", answer.status, row.status));
        }
        if row.says.is_empty() && row.status >= 400 {
            wrong.push(format!("no message is expected, and it says: {told}"));
        }
        if !told.contains(row.says) {
            let short: String = told.chars().take(300).collect();
            wrong.push(format!("does not say `{}`: {short}", row.says));
        }
        if answer.status >= 500 {
            wrong.push("a fault of ours".to_owned());
        }
        let runs = answer.header("content-type").starts_with("text/html");
        if runs && (text.contains("<img src=x") || text.contains("onerror=alert(1)>")) {
            wrong.push("the markup came back as it was".to_owned());
        }
        for header in answer.headers.values() {
            if String::from_utf8_lossy(header.as_bytes()).contains("<img src=x") {
                wrong.push("the markup came back in a header".to_owned());
            }
        }
        if answer.status >= 400 {
            wrong.extend(ill_told(&answer));
        }
        if row.record == Record::Untouched && self.events().await != before {
            wrong.push("the record grew".to_owned());
        }
        wrong
    }

    fn named(&self, text: &str) -> String {
        self.names.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }

    async fn send(&self, row: &Row) -> TestResponse {
        let county = &self.county;
        let who: Option<&TestPerson> = match row.who {
            Who::Nobody => None,
            Who::Alicia => Some(&county.alicia),
            Who::Coordinator => Some(&county.coordinator),
            Who::Guest => Some(&county.guest),
            Who::Stranger => Some(&county.stranger),
        };
        let method = Method::from_bytes(row.method.as_bytes()).unwrap();
        let visitor = who.map(|person| person as &dyn Visitor);
        let mut request = self.app.request(method, &self.named(&row.path), visitor);
        for (name, value) in &row.headers {
            request = request.header(*name, http::HeaderValue::from_bytes(value).unwrap());
        }
        let body = match std::str::from_utf8(&row.body) {
            Ok(text) => self.named(text).into_bytes(),
            Err(_) => row.body.clone(),
        };
        let response = self.app.open(request.body(Body::from(body))).await;
        let (parts, mut body) = response.into_parts();
        let endless = parts.headers.get("content-type").is_some_and(|of| of == "text/event-stream");
        let mut bytes = Vec::new();
        // A stream of news never ends: its greeting and its first news say what it says.
        let mut frames = 0;
        while !endless || frames < 2 {
            let next =
                tokio::time::timeout(std::time::Duration::from_millis(300), body.frame()).await;
            let Ok(Some(frame)) = next else { break };
            bytes.extend_from_slice(&frame.unwrap().into_data().unwrap_or_default());
            frames += 1;
        }
        TestResponse { status: parts.status.as_u16(), headers: parts.headers, body: bytes }
    }

    async fn events(&self) -> i64 {
        let rows = self.app.store.ask("SELECT COUNT(*) AS n FROM events", vec![]).await.unwrap();
        rows[0].get("n").unwrap()
    }
}

/// What the answer tells a person: of problem details the texts, of a page its text.
fn told(answer: &TestResponse) -> String {
    if let Ok(problem) = serde_json::from_slice::<Value>(&answer.body)
        && problem.get("code").is_some()
    {
        let mut told = problem["detail"].as_str().unwrap_or_default().to_owned();
        for error in problem["errors"].as_array().into_iter().flatten() {
            let field = format!(" {}: {}", error["field"], error["message"]);
            told.push_str(&field);
        }
        return told;
    }
    let text = answer.text();
    let main = text.split_once("<main").map_or(text.as_str(), |(_, main)| main);
    let mut plain = String::new();
    let mut inside = false;
    for c in main.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if inside => {}
            other => plain.push(other),
        }
    }
    let named = [
        ("&#34;", "\""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&amp;", "&"),
        ("&#38;", "&"),
    ];
    let plain = named.iter().fold(plain, |text, (from, to)| text.replace(from, to));
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a refusal lacks, whatever it is about.
fn ill_told(answer: &TestResponse) -> Vec<String> {
    let mut wrong = Vec::new();
    let text = answer.text();
    match answer.header("content-type") {
        "application/problem+json" => {
            let problem: Value = answer.json();
            if problem["status"] != answer.status {
                wrong.push(format!("the problem names the status {}", problem["status"]));
            }
            for member in ["type", "title", "detail", "code"] {
                if problem[member].as_str().unwrap_or_default().is_empty() {
                    wrong.push(format!("the problem has no {member}"));
                }
            }
            for error in problem["errors"].as_array().into_iter().flatten() {
                let message = error["message"].as_str().unwrap_or_default();
                if message.is_empty() || message.contains("error-") {
                    wrong.push(format!("a field's problem has no words: {error}"));
                }
            }
        }
        "text/html; charset=utf-8" => {
            if !text.contains("<h1") || !text.contains("<title>") || !text.contains("lang=\"") {
                wrong.push("the page has no heading, title or language".to_owned());
            }
        }
        other => {
            let allowed = StatusCode::from_u16(answer.status).is_ok_and(|status| status == 404);
            if !allowed {
                wrong.push(format!("a refusal as `{other}`"));
            }
        }
    }
    if answer.status == 405 && answer.header("allow").is_empty() {
        wrong.push("does not say which methods the address takes".to_owned());
    }
    for leak in ["panicked", "sqlite", "postgres", "SELECT ", "src/", "RUST"] {
        if text.contains(leak) {
            wrong.push(format!("shows `{leak}` of the inside"));
        }
    }
    wrong
}

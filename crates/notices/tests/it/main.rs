//! Notices through the program, on both databases.
#![cfg(test)]

mod choices;
mod list;
mod plans;
mod refusals;

use std::collections::BTreeSet;

use base::{OrganizationId, Role};
use notices::{Kind, Notice};
use serde_json::Value;
use store::{Access, Cx, Event, Permission, Subject};
use web::testing::{TestApp, TestPartnership, TestPerson};

const CONTEXTS: &[web::Context] = &[identity::CONTEXT, notices::CONTEXT];

/// What the tests of this package may do: tell somebody something.
const TELL: Permission = Permission::partnership("test.tell", Access::Write, &[Role::Coordinator]);

#[derive(serde::Serialize)]
struct Told;

impl Event for Told {
    const KIND: &'static str = "test.told";

    fn subject(&self) -> Subject {
        Subject::new("test", "")
    }
}

/// Two partnerships, a coordinator of both who tells, and somebody who is told.
struct Stage {
    app: TestApp,
    here: TestPartnership,
    there: TestPartnership,
    grace: TestPerson,
    sam: TestPerson,
}

impl Stage {
    async fn set(db: store::testing::Db) -> Self {
        let app = TestApp::start(db, CONTEXTS).await;
        identity::testing::prepare(&app);
        let (here, there) =
            (app.partnership("riverbend").await, app.partnership("northfork").await);
        let organization: OrganizationId = app.system().new_id();
        let grace = app.person("Grace Chen", &here, organization, Role::Coordinator).await;
        let sam = app.person("Sam Okafor", &here, organization, Role::Member).await;
        app.grant(&grace, &there, organization, Role::Coordinator).await;
        app.grant(&sam, &there, organization, Role::Member).await;
        identity::testing::give_account(&app, &sam, "sam@housing.example").await;
        Self { app, here, there, grace, sam }
    }

    /// Tells Sam of something about a record with this title.
    async fn tell(&self, at: &TestPartnership, kind: Kind, title: &str) {
        self.tell_about(at, kind, title, title).await;
    }

    async fn tell_about(&self, at: &TestPartnership, kind: Kind, title: &str, id: &str) {
        let mut tx = self.cx(at).write(TELL).await.unwrap();
        let notice = Notice {
            kind,
            key: "notices-mail-summary",
            args: vec![("count", "7".to_owned())],
            title: Some(title.to_owned()),
            link: format!("/p/{}", at.slug),
            about: Subject::new("thing", id),
            answers: &[],
        };
        notices::tell(&mut tx, &BTreeSet::from([self.sam.id]), &notice).await.unwrap();
        tx.commit(&Told).await.unwrap();
    }

    async fn settle(&self, at: &TestPartnership, id: &str) {
        let mut tx = self.cx(at).write(TELL).await.unwrap();
        notices::settle(&mut tx, &Subject::new("thing", id)).await.unwrap();
        tx.commit(&Told).await.unwrap();
    }

    fn cx(&self, at: &TestPartnership) -> Cx {
        self.app.cx(&self.grace, at)
    }

    /// The titles on Sam's page, as programs read them.
    async fn titles(&self, query: &str) -> Vec<String> {
        let path = format!("/api/v1/me/notices{query}");
        let page: Value = self.app.get(&self.sam, &path).await.expect(200).json();
        let title = |item: &Value| item["title"].as_str().unwrap().to_owned();
        page["items"].as_array().unwrap().iter().map(title).collect()
    }

    /// The subjects of the mails so far.
    fn subjects(&self) -> Vec<String> {
        let subject = |mail: &String| {
            let line = mail.lines().find(|line| line.starts_with("Subject: ")).unwrap();
            line.trim_start_matches("Subject: ").to_owned()
        };
        self.app.mails().iter().map(subject).collect()
    }

    /// Lets it be an hour of the morning, so many days after the first one, and does the work.
    async fn morning(&self, days: i64) {
        let zone = base::Zone::named("America/Chicago").unwrap();
        let day = web::testing::NOW.date_in(&zone).plus_days(days);
        self.app.clock.set(day.start_in(&zone).plus_seconds(8 * 3600));
        self.app.run_jobs().await;
    }
}

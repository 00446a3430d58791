//! The search through the program, on both databases.
#![cfg(test)]

mod finding;
mod following;
mod things;

use std::sync::Arc;

use base::{OrganizationId, Role};
use search::{Home, Index, catch_up};
use serde_json::Value;
use web::testing::{TestApp, TestPartnership, TestPerson};

use things::{Thing, put, take};

/// Two partnerships; a member of the first, a guest of it, and a member of both.
struct Stage {
    app: TestApp,
    index: Arc<Index>,
    here: TestPartnership,
    there: TestPartnership,
    housing: OrganizationId,
    sam: TestPerson,
    ruth: TestPerson,
    vera: TestPerson,
}

impl Stage {
    async fn set(db: store::testing::Db) -> Self {
        let app = TestApp::start(db, &[things::CONTEXT, search::CONTEXT]).await;
        let index = Arc::new(Index::open(Home::Memory).unwrap());
        app.store.keep(Arc::clone(&index));
        let (here, there) =
            (app.partnership("riverbend").await, app.partnership("northfork").await);
        let (housing, outreach) = (app.system().new_id(), app.system().new_id());
        let sam = app.person("Sam Okafor", &here, housing, Role::Member).await;
        let ruth = app.person("Ruth Adeyemi", &here, outreach, Role::Guest).await;
        let vera = app.person("Vera Stone", &here, outreach, Role::Member).await;
        app.grant(&vera, &there, outreach, Role::Member).await;
        Self { app, index, here, there, housing, sam, ruth, vera }
    }

    async fn catch_up(&self) -> usize {
        catch_up(&self.app.store, &self.index).await.unwrap()
    }

    /// The titles that somebody finds, and how many there are said to be.
    async fn found(&self, who: &TestPerson, query: &str) -> Vec<String> {
        let path = format!("/api/v1/search?{query}");
        let page: Value = self.app.get(who, &path).await.expect(200).json();
        let title = |item: &Value| item["title"].as_str().unwrap().to_owned();
        page["items"].as_array().unwrap().iter().map(title).collect()
    }
}

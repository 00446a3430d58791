//! What the tests ask the database directly.

use store::{Access, Permission, values};
use web::testing::{TestApp, TestPartnership};

store::installation_statements! {
    KINDS = "SELECT kind FROM events WHERE partnership = '' ORDER BY seq";
    KINDS_IN = "SELECT kind FROM events WHERE partnership = $1 ORDER BY seq";
    JOBS = "SELECT body FROM jobs";
    REPEATS = "SELECT body FROM repeats";
    FAILURES = "SELECT id FROM sign_in_failures";
}

const LOOK: Permission = Permission::installation("test.look", Access::Read);

/// The kinds of the installation's events, the oldest first.
pub(crate) async fn record(app: &TestApp) -> Vec<String> {
    let tx = app.system().read(LOOK).await.unwrap();
    let rows = tx.query(&KINDS, Vec::new()).await.unwrap();
    rows.iter().map(|row| row.get("kind").unwrap()).collect()
}

/// The kinds of a partnership's events, the oldest first.
pub(crate) async fn partnership_record(app: &TestApp, of: &TestPartnership) -> Vec<String> {
    let tx = app.system().read(LOOK).await.unwrap();
    let rows = tx.query(&KINDS_IN, values![of.id]).await.unwrap();
    rows.iter().map(|row| row.get("kind").unwrap()).collect()
}

/// The bodies of waiting jobs.
pub(crate) async fn jobs(app: &TestApp) -> Vec<String> {
    let tx = app.system().read(LOOK).await.unwrap();
    let rows = tx.query(&JOBS, Vec::new()).await.unwrap();
    rows.iter().map(|row| row.get("body").unwrap()).collect()
}

/// The answers kept for repeated requests.
pub(crate) async fn kept_answers(app: &TestApp) -> Vec<Vec<u8>> {
    let tx = app.system().read(LOOK).await.unwrap();
    let rows = tx.query(&REPEATS, Vec::new()).await.unwrap();
    rows.iter().filter_map(|row| row.get::<Option<Vec<u8>>>("body").unwrap()).collect()
}

/// The names of the counters of failed sign-ins.
pub(crate) async fn counters(app: &TestApp) -> Vec<String> {
    let tx = app.system().read(LOOK).await.unwrap();
    let rows = tx.query(&FAILURES, Vec::new()).await.unwrap();
    rows.iter().map(|row| row.get("id").unwrap()).collect()
}

//! Bad input: hostile requests against the whole program. Each is answered with the right status and
//! a message that says how to mend it; nothing is changed, nothing panics, nothing is echoed raw.

mod addresses;
mod amounts;
mod bodies;
mod encodings;
mod fields;
mod files;
mod headers;
mod ledger;
mod noise;
mod queries;
mod sign_in;
mod table;
mod together;
mod wire;

use table::{Row, Stage};
use web::testing::both_databases;

fn rows() -> Vec<Row> {
    [
        addresses::rows(),
        queries::rows(),
        headers::rows(),
        ledger::rows(),
        bodies::rows(),
        encodings::rows(),
        fields::rows(),
        together::rows(),
        amounts::rows(),
        files::rows(),
        sign_in::rows(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

both_databases! {
    async fn every_hostile_request_is_answered_with_its_status_and_what_to_do(db) {
        let stage = Stage::set(db).await;
        let rows = rows();
        let mut wrong = Vec::new();
        for row in &rows {
            wrong.extend(stage.play(row).await.into_iter().map(|what| format!("{}: {what}", row.name)));
        }
        eprintln!("hostile requests: {} rows, {} answered wrongly", rows.len(), wrong.len());
        assert!(rows.len() >= 150, "only {} rows", rows.len());
        assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
        stage.end().await;
    }
}

#[test]
fn every_row_has_a_name_of_its_own_and_a_message() {
    let mut names = std::collections::BTreeSet::new();
    for row in rows() {
        assert!(names.insert(row.name), "two rows are named `{}`", row.name);
        let tells = !row.says.is_empty() || row.status < 400;
        assert!(tells, "`{}` does not say what the answer tells", row.name);
    }
}

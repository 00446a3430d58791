//! How people choose to be told, and that it is so.

use http::Method;
use serde_json::json;
use web::testing::both_databases;

use super::*;

async fn choose(stage: &Stage, body: Value) -> u16 {
    let path = "/api/v1/me/notice-choices";
    stage.app.send_json(Method::PUT, Some(&stage.sam), path, &body).await.status
}

both_databases! {
    async fn at_once_in_one_mail_a_day_or_on_the_page_only(db) {
        let stage = Stage::set(db).await;
        let body = json!({"everywhere": {"needs_you": "page", "due_soon": "daily", "to_know": "at_once"}});
        assert_eq!(choose(&stage, body).await, 200);
        for kind in [Kind::NeedsYou, Kind::DueSoon, Kind::ToKnow] {
            stage.tell(&stage.here, kind, kind.as_str()).await;
        }
        stage.app.run_jobs().await;
        assert_eq!(stage.subjects(), ["Today: 7 notices"], "only what is to know went out at once");
        stage.morning(1).await;
        assert_eq!(stage.subjects(), ["Today: 7 notices", "Today: 1 notice"]);
        stage.morning(2).await;
        assert_eq!(stage.subjects().len(), 2);
        assert_eq!(stage.titles("").await.len(), 3, "all stand on the page");
        stage.app.close().await;
    }

    async fn one_partnership_may_be_chosen_otherwise(db) {
        let stage = Stage::set(db).await;
        let body = json!({"partnerships": {"northfork": {"needs_you": "page"}}});
        assert_eq!(choose(&stage, body).await, 200);
        let chosen: Value = stage.app.get(&stage.sam, "/api/v1/me/notice-choices").await.json();
        assert_eq!(chosen["everywhere"], json!({"needs_you": "at_once", "due_soon": "at_once", "to_know": "daily"}));
        assert_eq!(chosen["partnerships"], json!({"northfork": {"needs_you": "page"}}));
        stage.tell(&stage.here, Kind::NeedsYou, "Here").await;
        stage.tell(&stage.there, Kind::NeedsYou, "There").await;
        stage.app.run_jobs().await;
        assert_eq!(stage.subjects().len(), 1);
        stage.app.close().await;
    }

    async fn one_summary_a_day_whatever_the_number_of_partnerships(db) {
        let stage = Stage::set(db).await;
        stage.tell(&stage.here, Kind::ToKnow, "Here").await;
        stage.tell(&stage.there, Kind::ToKnow, "There").await;
        stage.app.run_jobs().await;
        stage.morning(1).await;
        stage.app.clock.set(stage.app.clock.now().plus_seconds(3600));
        stage.tell(&stage.here, Kind::ToKnow, "Later").await;
        stage.app.clock.set(stage.app.clock.now().plus_seconds(3600));
        stage.app.run_jobs().await;
        assert_eq!(stage.subjects(), ["Today: 2 notices"]);
        let mail = stage.app.mails().remove(0).replace("=\r\n", "");
        assert!(mail.contains("The riverbend partnership") && mail.contains("The northfork partnership"), "{mail}");
        assert!(!mail.contains("Here") && !mail.contains("There"), "no name of a record: {mail}");
        stage.morning(2).await;
        assert_eq!(stage.subjects(), ["Today: 2 notices", "Today: 1 notice"]);
        stage.app.close().await;
    }

    async fn a_pause_holds_mails_back_and_then_they_come_in_one(db) {
        let stage = Stage::set(db).await;
        assert_eq!(choose(&stage, json!({"paused_until": "2026-05-14"})).await, 200);
        stage.tell(&stage.here, Kind::NeedsYou, "One").await;
        stage.morning(1).await;
        stage.tell(&stage.here, Kind::DueSoon, "Two").await;
        stage.morning(2).await;
        assert!(stage.subjects().is_empty());
        stage.morning(3).await;
        stage.app.run_jobs().await;
        assert_eq!(stage.subjects(), ["Today: 2 notices"]);
        stage.app.close().await;
    }

    async fn the_form_keeps_what_was_chosen_and_says_what_is_wrong(db) {
        let stage = Stage::set(db).await;
        let path = "/me/notices/choices";
        let good = [("everywhere.needs_you", "daily"), ("partnerships.riverbend.to_know", "page"), ("paused_until", "")];
        stage.app.post(&stage.sam, path, &good).await.expect(303);
        let page = stage.app.get(&stage.sam, path).await.expect(200).text();
        assert!(page.contains("<option value=\"daily\" selected>In one email a day"), "{page}");
        let bad = [("everywhere.needs_you", "by pigeon"), ("paused_until", "soon")];
        let again = stage.app.post(&stage.sam, path, &bad).await.expect(422).text();
        assert!(again.contains("Choose one from the list") && again.contains("a date that is in the calendar"), "{again}");
        assert_eq!(choose(&stage, json!({"everywhere": {"needs_you": "by pigeon"}})).await, 422);
        assert_eq!(choose(&stage, json!({"everywhere": {"urgent": "page"}})).await, 422);
        stage.app.close().await;
    }
}

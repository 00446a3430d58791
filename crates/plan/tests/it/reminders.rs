//! Words to those who act next: each once, on the day of the partnership's zone.

use base::Role;
use serde_json::json;
use store::{Access, Permission};
use web::testing::both_databases;

use super::*;

const LOOK: Permission = Permission::partnership("test.look", Access::Read, Role::ALL);

store::statements! {
    NUDGED = "SELECT body FROM events WHERE partnership = $1 AND kind = 'commitment.nudged'
        ORDER BY seq";
}

/// When people were told and why, by the record of the partnership.
async fn nudges(app: &TestApp, county: &County) -> Vec<String> {
    let cx = app.cx(&county.coordinator, &county.p);
    let tx = cx.read(LOOK).await.unwrap();
    let rows = tx.query(&NUDGED, Vec::new()).await.unwrap();
    let word = |row: &store::Row| {
        let body: Value = serde_json::from_str(&row.get::<String>("body").unwrap()).unwrap();
        format!("{} {}", body["on"].as_str().unwrap(), body["nudge"].as_str().unwrap())
    };
    rows.iter().map(word).collect()
}

/// Lets the clock reach 7:30 in the morning of a day, and does the day's work.
async fn morning(app: &TestApp, day: &str) {
    let zone = base::Zone::named("America/Chicago").unwrap();
    let day: base::Date = day.parse().unwrap();
    app.clock.set(day.start_in(&zone).plus_seconds(7 * 3600 + 1800));
    app.run_jobs().await;
}

both_databases! {
    async fn seven_days_and_one_day_before_and_each_once(db) {
        let (app, county) = start(db).await;
        open(&app, &county, "Send the list", "2026-05-29").await;
        for day in 13..=28 {
            morning(&app, &format!("2026-05-{day}")).await;
            app.run_jobs().await;
            app.clock.set(app.clock.now().plus_seconds(7200));
            app.run_jobs().await;
        }
        assert_eq!(
            nudges(&app, &county).await,
            ["2026-05-22 week_before", "2026-05-28 day_before"]
        );
        app.close().await;
    }

    async fn a_reminder_says_where_to_look_and_not_what_was_promised(db) {
        let (app, county) = start(db).await;
        identity::testing::prepare(&app);
        identity::testing::give_account(&app, &county.alicia, "alicia@housing.example").await;
        identity::testing::give_account(&app, &county.jo, "jo@outreach.example").await;
        let path = open(&app, &county, "Send the list", "2026-05-29").await;
        app.run_jobs().await;
        let before = app.mails().len();
        morning(&app, "2026-05-22").await;
        // Beside it goes the summary of what was only to know.
        let mails = app.mails().split_off(before);
        let is_summary = |mail: &&String| mail.contains("Subject: Today:");
        let mails: Vec<&String> = mails.iter().filter(|mail| !is_summary(mail)).collect();
        let [mail] = mails[..] else { panic!("one mail: {mails:?}") };
        let mail = mail.replace("=\r\n", "");
        assert!(mail.contains("To: alicia@housing.example") || mail.contains("<alicia@housing.example>"), "{mail}");
        assert!(mail.contains("Subject: A promise of yours is due in a week"), "{mail}");
        assert!(mail.contains(page_of(&path)), "{mail}");
        assert!(!mail.contains("Send the list"), "{mail}");
        app.close().await;
    }

    async fn what_stalls_goes_to_the_leads_and_then_to_the_coordinators(db) {
        let (app, county) = start(db).await;
        open(&app, &county, "Send the list", "2026-05-14").await;
        offered(&app, &county, "Draft rules", "2026-07-30").await;
        for day in 13..=31 {
            morning(&app, &format!("2026-05-{day}")).await;
        }
        assert_eq!(
            nudges(&app, &county).await,
            [
                "2026-05-13 day_before",
                "2026-05-17 stalled",
                "2026-05-19 stalled",
                "2026-05-24 escalated",
                "2026-05-26 escalated",
            ]
        );
        app.close().await;
    }

    async fn a_moved_date_moves_the_reminders(db) {
        let (app, county) = start(db).await;
        let path = open(&app, &county, "Send the list", "2026-05-29").await;
        act(&app, &county.alicia, &path, "dates", json!({"due": "2026-06-10", "why": "x"})).await;
        for day in ["2026-05-22", "2026-05-28", "2026-06-03", "2026-06-09"] {
            morning(&app, day).await;
        }
        assert_eq!(
            nudges(&app, &county).await,
            ["2026-06-03 week_before", "2026-06-09 day_before"]
        );
        app.close().await;
    }

    async fn nobody_is_written_to_at_night(db) {
        let (app, county) = start(db).await;
        open(&app, &county, "Send the list", "2026-05-29").await;
        let zone = base::Zone::named("America/Chicago").unwrap();
        let day: base::Date = "2026-05-22".parse().unwrap();
        app.clock.set(day.start_in(&zone).plus_seconds(3600));
        app.run_jobs().await;
        assert!(nudges(&app, &county).await.is_empty());
        morning(&app, "2026-05-22").await;
        assert_eq!(nudges(&app, &county).await.len(), 1);
        app.close().await;
    }

    async fn a_coordinator_reminds_once_a_day(db) {
        let (app, county) = start(db).await;
        let path = open(&app, &county, "Send the list", "2026-05-29").await;
        let remind = format!("{}/remind", page_of(&path));
        assert_eq!(app.post(&county.coordinator, &remind, &[]).await.status, 303);
        assert_eq!(app.post(&county.coordinator, &remind, &[]).await.status, 409);
        assert_eq!(app.post(&county.alicia, &remind, &[]).await.status, 403);
        app.advance_days(1);
        assert_eq!(app.post(&county.coordinator, &remind, &[]).await.status, 303);
        app.close().await;
    }
}

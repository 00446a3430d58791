//! The page of notices: what is there, for whom, and until when.

use web::testing::both_databases;

use super::*;

both_databases! {
    async fn a_notice_shows_with_its_title_and_counts_at_the_bell(db) {
        let stage = Stage::set(db).await;
        stage.tell(&stage.here, Kind::NeedsYou, "Zebra crossing").await;
        stage.tell(&stage.there, Kind::ToKnow, "Yak wool").await;
        let page = stage.app.get(&stage.sam, "/me/notices").await.expect(200).text();
        for said in ["Zebra crossing", "Yak wool", "Today: 7 notices", "Notices, 1 waits for you"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        let other = stage.app.get(&stage.grace, "/me/notices").await.expect(200).text();
        assert!(other.contains("No new notices") && !other.contains("Zebra"), "{other}");
        let spanish = stage.app.get(&stage.sam, "/es/me/notices").await.expect(200).text();
        assert!(spanish.contains("Le esperan") && spanish.contains("Hoy: 7 avisos"), "{spanish}");
        assert_eq!(stage.titles("").await, ["Yak wool", "Zebra crossing"]);
        assert_eq!(stage.titles("?kind=needs_you").await, ["Zebra crossing"]);
        assert_eq!(stage.titles("?partnership=northfork").await, ["Yak wool"]);
        assert!(stage.titles("?partnership=elsewhere").await.is_empty());
        stage.app.run_jobs().await;
        stage.app.close().await;
    }

    async fn what_was_read_leaves_the_page_and_can_be_put_back(db) {
        let stage = Stage::set(db).await;
        for title in ["One", "Two", "Three"] {
            stage.tell(&stage.here, Kind::NeedsYou, title).await;
            stage.app.clock.set(stage.app.clock.now().plus_seconds(60));
        }
        let page: Value = stage.app.get(&stage.sam, "/api/v1/me/notices").await.json();
        let id = |at: usize| page["items"][at]["id"].as_str().unwrap().to_owned();
        let two = format!("/me/notices/{}/read", id(1));
        let answer = stage.app.post(&stage.sam, &two, &[]).await.expect(303);
        assert!(answer.location().contains("undo=%2Fme%2Fnotices%2F"), "{}", answer.location());
        assert_eq!(stage.titles("").await, ["Three", "One"]);
        assert_eq!(stage.titles("?read=all").await, ["Three", "Two", "One"]);
        // Another's notice is missing, not forbidden.
        assert_eq!(stage.app.post(&stage.grace, &two, &[]).await.status, 404);
        stage.app.post(&stage.sam, &format!("{two}/undo"), &[]).await.expect(303);
        assert_eq!(stage.titles("").await.len(), 3);
        // All that were seen; what came after stays new.
        let (seen, fields) = (id(0), "up_to");
        stage.tell(&stage.here, Kind::NeedsYou, "Four").await;
        stage.app.post(&stage.sam, "/me/notices/read", &[(fields, &seen)]).await.expect(303);
        assert_eq!(stage.titles("").await, ["Four"]);
        stage.app.run_jobs().await;
        stage.app.close().await;
    }

    async fn what_moved_on_is_asked_no_more_and_not_mailed(db) {
        let stage = Stage::set(db).await;
        stage.tell_about(&stage.here, Kind::NeedsYou, "Answer it", "x").await;
        stage.tell_about(&stage.here, Kind::ToKnow, "It changed", "x").await;
        stage.settle(&stage.here, "x").await;
        stage.app.run_jobs().await;
        assert_eq!(stage.titles("").await, ["It changed"]);
        assert!(stage.subjects().is_empty(), "settled before its mail went out");
        stage.app.close().await;
    }

    async fn who_left_reads_nothing_of_it_any_more(db) {
        let stage = Stage::set(db).await;
        stage.tell(&stage.here, Kind::NeedsYou, "Zebra crossing").await;
        stage.tell(&stage.there, Kind::NeedsYou, "Yak wool").await;
        let leave = format!(
            "DELETE FROM grants WHERE person = '{}' AND partnership = '{}'", stage.sam.id, stage.here.id
        );
        stage.app.store.batch(&leave).await.unwrap();
        assert_eq!(stage.titles("?read=all").await, ["Yak wool"]);
        let page = stage.app.get(&stage.sam, "/me/notices").await.text();
        assert!(page.contains("Notices, 1 waits for you") && !page.contains("Zebra"), "{page}");
        stage.app.run_jobs().await;
        assert_eq!(stage.subjects().len(), 1, "nor is it mailed");
        stage.app.close().await;
    }

    async fn a_long_list_is_read_a_page_at_a_time_and_old_ones_are_forgotten(db) {
        let stage = Stage::set(db).await;
        for n in 0..30 {
            stage.tell(&stage.here, Kind::ToKnow, &format!("Number {n}")).await;
            stage.app.clock.set(stage.app.clock.now().plus_seconds(1));
        }
        let first: Value = stage.app.get(&stage.sam, "/api/v1/me/notices").await.json();
        assert_eq!(first["items"].as_array().unwrap().len(), 25);
        let next = first["next"].as_str().unwrap();
        assert_eq!(stage.titles(&format!("?after={next}")).await.len(), 5);
        let page = stage.app.get(&stage.sam, "/me/notices").await.text();
        assert!(page.contains(&format!("/me/notices?after={next}")), "{page}");
        stage.app.run_jobs().await;
        stage.morning(200).await;
        assert!(stage.titles("?read=all").await.is_empty());
        stage.app.close().await;
    }
}

//! What is found, by whom, and how it is shown.

use web::testing::both_databases;

use super::*;

fn thing<'a>(id: &'a str, title: &'a str, text: &'a str) -> Thing<'a> {
    Thing { id, title, text, ..Thing::default() }
}

both_databases! {
    async fn words_find_titles_first_and_beginnings_of_words_too(db) {
        let stage = Stage::set(db).await;
        for one in [
            thing("a", "List of landlords", "Sent to Núñez"),
            thing("b", "Night shelter", "Two landlords offer rooms"),
            thing("c", "Bus passes", "Nothing of the kind"),
        ] {
            put(&stage.app, &stage.here, one).await;
        }
        stage.catch_up().await;
        assert_eq!(stage.found(&stage.sam, "q=landlords").await, ["List of landlords", "Night shelter"]);
        assert_eq!(stage.found(&stage.sam, "q=landl").await, ["List of landlords", "Night shelter"]);
        assert_eq!(stage.found(&stage.sam, "q=LANDLORDS%20rooms").await, ["Night shelter"]);
        assert_eq!(stage.found(&stage.sam, "q=nunez").await, ["List of landlords"]);
        assert_eq!(stage.found(&stage.sam, "q=N%C3%9A%C3%91EZ").await, ["List of landlords"]);
        assert!(stage.found(&stage.sam, "q=andlords").await.is_empty());
        assert!(stage.found(&stage.sam, "q=").await.is_empty());
        let page = stage.app.get(&stage.sam, "/search?q=landl").await.expect(200).text();
        assert!(page.contains("2 found") && page.contains("<mark>landlords</mark>"), "{page}");
        assert!(page.contains("/p/riverbend/things/a") && page.contains("Thing"), "{page}");
        let spanish = stage.app.get(&stage.sam, "/es/search?q=landl").await.expect(200).text();
        assert!(spanish.contains("Se encontraron 2") && spanish.contains("Cosa"), "{spanish}");
        stage.app.close().await;
    }

    async fn nobody_finds_or_counts_what_they_may_not_see(db) {
        let stage = Stage::set(db).await;
        let sam = Some(stage.sam.id);
        put(&stage.app, &stage.here, thing("open", "Zebra open", "x")).await;
        let own = Thing { organization: Some(stage.housing), ..thing("own", "Zebra of housing", "x") };
        put(&stage.app, &stage.here, own).await;
        put(&stage.app, &stage.here, Thing { person: sam, ..thing("mine", "Zebra of Sam", "x") }).await;
        put(&stage.app, &stage.there, thing("there", "Zebra there", "x")).await;
        stage.catch_up().await;
        let sorted = |mut all: Vec<String>| { all.sort(); all };
        assert_eq!(sorted(stage.found(&stage.sam, "q=zebra").await), ["Zebra of Sam", "Zebra of housing", "Zebra open"]);
        assert_eq!(sorted(stage.found(&stage.vera, "q=zebra").await), ["Zebra open", "Zebra there"]);
        assert!(stage.found(&stage.ruth, "q=zebra").await.is_empty(), "a guest may not read things");
        for (who, count) in [(&stage.sam, "3 found"), (&stage.vera, "2 found"), (&stage.ruth, "Nothing found")] {
            let page = stage.app.get(who, "/search?q=zebra").await.expect(200).text();
            assert!(page.contains(count), "{}: {page}", who.name);
        }
        assert_eq!(stage.found(&stage.vera, "q=zebra&in=northfork").await, ["Zebra there"]);
        assert!(stage.found(&stage.sam, "q=zebra&in=northfork").await.is_empty());
        // A role that is gone finds nothing from the next question on, though the index is as it was.
        let gone = format!("DELETE FROM grants WHERE person = '{}'", stage.sam.id);
        stage.app.store.batch(&gone).await.unwrap();
        assert!(stage.found(&stage.sam, "q=zebra").await.is_empty());
        assert_eq!(stage.app.visit_as_nobody("/search?q=zebra").await.status, 303);
        assert_eq!(stage.app.visit_as_nobody("/api/v1/search?q=zebra").await.status, 401);
        stage.app.close().await;
    }

    async fn what_is_shown_is_looked_at_again(db) {
        let stage = Stage::set(db).await;
        put(&stage.app, &stage.here, thing("a", "Zebra one", "x")).await;
        put(&stage.app, &stage.here, thing("b", "Zebra two", "x")).await;
        stage.catch_up().await;
        // The index has not heard of it yet, and the page does not show it all the same.
        stage.app.store.batch("DELETE FROM things WHERE id = 'a'").await.unwrap();
        stage.app.store.batch("UPDATE things SET title = 'Zebra three' WHERE id = 'b'").await.unwrap();
        assert_eq!(stage.found(&stage.sam, "q=zebra").await, ["Zebra three"]);
        stage.app.close().await;
    }

    async fn a_long_answer_is_read_a_page_at_a_time(db) {
        let stage = Stage::set(db).await;
        for n in 0..45 {
            put(&stage.app, &stage.here, thing(&format!("t{n:02}"), &format!("Zebra {n}"), "x")).await;
        }
        stage.catch_up().await;
        let (mut seen, mut query) = (Vec::new(), "q=zebra".to_owned());
        loop {
            let path = format!("/api/v1/search?{query}");
            let page: Value = stage.app.get(&stage.sam, &path).await.expect(200).json();
            let ids = page["items"].as_array().unwrap().iter().map(|one| one["id"].to_string());
            seen.extend(ids);
            let Some(next) = page["next"].as_str() else { break };
            query = format!("q=zebra&after={next}");
        }
        assert_eq!(seen.len(), 45);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 45, "each once");
        stage.app.close().await;
    }
}

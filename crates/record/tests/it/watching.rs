//! Witnesses: what they confirm counts, what they miss shows, and a second story is told to all.

use ledger::{Edge, Note, Purpose, SignedCheckpoint, SigningKey};
use web::testing::{TestApp, both_databases};

use crate::{API, PUBLIC, open, start};

fn witness(number: u8) -> SigningKey {
    SigningKey::new(format!("w{number}.example/witness"), Purpose::Cosignature, &[number; 32])
        .unwrap()
}

async fn add(app: &TestApp, who: &web::testing::TestPerson, number: u8) {
    let key = witness(number).verifier().to_string();
    let name = format!("Witness {number}");
    let fields = [("name", name.as_str()), ("key", &key), ("address", "")];
    app.post(who, "/p/riverbend/log/witnesses", &fields).await.expect(303);
}

async fn checkpoint(app: &TestApp) -> SignedCheckpoint {
    let note = app.visit_as_nobody(&format!("{PUBLIC}/checkpoint")).await.expect(200).body;
    SignedCheckpoint::read(&note).unwrap()
}

/// A witness brings its line for what strangers see.
async fn confirm(app: &TestApp, number: u8) -> String {
    let text = checkpoint(app).await.note().text().to_owned();
    let line = witness(number).sign(&text, 1_790_000_000).unwrap().to_string();
    bring(app, &line).await
}

async fn bring(app: &TestApp, lines: &str) -> String {
    let request = app
        .request(http::Method::POST, &format!("{PUBLIC}/cosignatures"), None)
        .header("content-type", "text/plain")
        .body(axum::body::Body::from(lines.to_owned()));
    app.send(request).await.expect(200).text()
}

both_databases! {
    async fn a_state_counts_as_confirmed_only_with_the_quorum(db) {
        let (app, county) = start(db).await;
        open(&app, &county).await;
        for number in 1..=3 {
            add(&app, &county.coordinator, number).await;
        }
        let refused = app.post(&county.coordinator, "/p/riverbend/log/quorum", &[("quorum", "4")]).await;
        assert!(refused.expect(409).text().contains("not larger than the number of witnesses"));
        app.post(&county.coordinator, "/p/riverbend/log/quorum", &[("quorum", "2")]).await.expect(303);
        app.clock.set(app.clock.now().plus_seconds(900));
        app.seal().await;
        let page = || async { app.visit_as_nobody(PUBLIC).await.expect(200).text() };
        assert!(page().await.contains("Not confirmed yet; 2 witnesses are needed"));
        assert_eq!(confirm(&app, 1).await, "1\n");
        assert_eq!(confirm(&app, 1).await, "0\n", "once is enough");
        assert!(page().await.contains("Not confirmed yet"));
        assert_eq!(confirm(&app, 2).await, "1\n");
        assert!(page().await.contains("2 of 3 confirmed it; 2 are needed"));
        assert_eq!(checkpoint(&app).await.note().signatures().len(), 4, "two of the log, two witnesses");
        let view: serde_json::Value = app.get(&county.alicia, API).await.expect(200).json();
        assert_eq!(view["confirmed"], view["published"]);
        app.close().await;
    }

    async fn a_line_that_is_wrong_or_of_another_counts_for_nothing(db) {
        let (app, county) = start(db).await;
        open(&app, &county).await;
        add(&app, &county.coordinator, 1).await;
        let text = checkpoint(&app).await.note().text().to_owned();
        let stranger = witness(9).sign(&text, 1).unwrap().to_string();
        assert_eq!(bring(&app, &stranger).await, "0\n");
        let other = text.replace("\n128\n", "\n256\n");
        let line = witness(1).sign(&other, 1).unwrap().to_string();
        assert_eq!(bring(&app, &line).await, "0\n");
        assert_eq!(bring(&app, "nonsense").await, "0\n");
        assert_eq!(confirm(&app, 1).await, "1\n");
        app.close().await;
    }

    async fn a_witness_that_falls_behind_shows(db) {
        let (app, county) = start(db).await;
        open(&app, &county).await;
        add(&app, &county.coordinator, 1).await;
        confirm(&app, 1).await;
        let page = || async { app.visit_as_nobody(PUBLIC).await.expect(200).text() };
        assert!(page().await.contains("pw-status--ok"));
        app.clock.set(app.clock.now().plus_seconds(900));
        app.seal().await;
        assert!(page().await.contains("Not yet") && !page().await.contains("Behind"));
        app.clock.set(app.clock.now().plus_seconds(601));
        assert!(page().await.contains("Behind"));
        let own = app.get(&county.alicia, "/p/riverbend/log").await.expect(200).text();
        assert!(own.contains("Behind"));
        app.close().await;
    }

    async fn a_witness_that_does_not_answer_is_noted_and_nothing_stops(db) {
        let (app, county) = start(db).await;
        open(&app, &county).await;
        let key = witness(1).verifier().to_string();
        // Nobody listens at this port.
        let fields = [("name", "Away"), ("key", &key), ("address", "http://127.0.0.1:9/w")];
        app.post(&county.coordinator, "/p/riverbend/log/witnesses", &fields).await.expect(303);
        app.clock.set(app.clock.now().plus_seconds(900));
        app.seal().await;
        let page = app.visit_as_nobody(PUBLIC).await.expect(200).text();
        assert!(page.contains("It has not answered since"), "{page}");
        app.close().await;
    }

    async fn a_second_story_is_kept_and_told_whoever_brings_it(db) {
        let (app, county) = start(db).await;
        open(&app, &county).await;
        let ours = checkpoint(&app).await;
        // The log's own keys, as somebody has them who keeps the log or stole them.
        let keys = app.db.folder().join("log-keys");
        let file = std::fs::read_dir(keys).unwrap().next().unwrap().unwrap().path();
        let seed: [u8; 32] = std::fs::read(file).unwrap().try_into().unwrap();
        let origin = &ours.checkpoint().origin;
        let forged = Edge::empty().append([b"another past"; 128]).unwrap().written();
        let text = forged.checkpoint(origin).to_string();
        let mut note = Note::new(text.clone()).unwrap();
        for (purpose, label) in
            [(Purpose::Note, "log/ed25519"), (Purpose::MlDsaCosignature, "log/ml-dsa-44")]
        {
            let secret = derived(&seed, label);
            let key = SigningKey::new(origin.clone(), purpose, &secret).unwrap();
            note = note.with(key.sign(&text, 1).unwrap());
        }
        let note = note.to_string();
        let check = format!("{PUBLIC}/check");
        let answer = app.post_as_nobody(&check, &[("text", &note)]).await.expect(200).text();
        assert!(answer.contains("No, and this is serious"), "{answer}");
        app.post_as_nobody(&check, &[("text", &note)]).await.expect(200);
        let page = app.visit_as_nobody(PUBLIC).await.expect(200).text();
        assert!(page.contains("Somebody was shown another past"));
        let activity = app.get(&county.alicia, "/p/riverbend/activity").await.expect(200).text();
        assert_eq!(activity.matches("A seal was found that the log signed").count(), 1);
        app.close().await;
    }
}

fn derived(seed: &[u8; 32], label: &str) -> [u8; 32] {
    use sha2::Digest as _;
    sha2::Sha256::new_with_prefix(b"concord/log/v1\n")
        .chain_update(label)
        .chain_update(b"\n")
        .chain_update(seed)
        .finalize()
        .into()
}

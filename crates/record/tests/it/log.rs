//! Who may look, what a proof proves, and what strangers' programs read.

use std::collections::BTreeMap;

use http::Method;
use ledger::{Opening, Proof, SignedCheckpoint, TilePath, Trust, VerifierKey};
use serde_json::json;
use web::testing::both_databases;

use crate::{API, OWN, PUBLIC, events, open, start};

/// Files of an archive, by name.
fn files(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut rest = archive;
    while rest.len() >= 512 && rest[0] != 0 {
        let text = |from: usize, to: usize| {
            let bytes: Vec<u8> = rest[from..to].iter().copied().take_while(|b| *b != 0).collect();
            String::from_utf8(bytes).unwrap()
        };
        let size = usize::from_str_radix(&text(124, 136), 8).unwrap();
        files.insert(text(0, 100), rest[512..512 + size].to_vec());
        rest = &rest[512 + size.next_multiple_of(512)..];
    }
    assert_eq!(rest.len(), 1024, "two empty blocks end it");
    files
}

both_databases! {
    async fn a_log_that_is_not_open_looks_like_one_that_is_not_there(db) {
        let (app, county) = start(db).await;
        for path in ["", "/check", "/checkpoint", "/key", "/policy", "/whole.tar", "/tile/0/000"] {
            let closed = app.visit_as_nobody(&format!("{PUBLIC}{path}")).await;
            let missing = app.visit_as_nobody(&format!("/public/nowhere/log{path}")).await;
            assert_eq!(closed.status, missing.status, "{path}");
            let closed = app.get(&county.stranger, &format!("{PUBLIC}{path}")).await;
            assert_eq!(closed.status, 404, "{path}");
            let member = app.get(&county.alicia, &format!("{PUBLIC}{path}")).await;
            assert_ne!(member.status, 403, "{path}");
        }
        app.get(&county.alicia, PUBLIC).await.expect(200);
        open(&app, &county).await;
        let page = app.visit_as_nobody(PUBLIC).await.expect(200).text();
        assert!(page.contains("Public log") && !page.contains("Alicia"), "{page}");
        let spanish = app.visit_as_nobody(&format!("/es{PUBLIC}")).await.expect(200).text();
        assert!(spanish.contains("Registro público"));
        app.post(&county.coordinator, "/p/riverbend/log/open", &[]).await.expect(303);
        assert_ne!(app.visit_as_nobody(PUBLIC).await.status, 200);
        app.close().await;
    }

    async fn only_keepers_change_who_may_look(db) {
        let (app, county) = start(db).await;
        for (path, fields) in [
            ("/p/riverbend/log/open", vec![("open", "yes")]),
            ("/p/riverbend/log/quorum", vec![("quorum", "0")]),
            ("/p/riverbend/log/witnesses", vec![("name", "x")]),
            ("/p/riverbend/log/witnesses/wit_00000000000000000000000000/remove", vec![]),
        ] {
            app.post(&county.alicia, path, &fields).await.expect(403);
            app.post(&county.stranger, path, &fields).await.expect(404);
        }
        app.get(&county.alicia, &format!("{OWN}/settings")).await.expect(403);
        let body = json!({ "open": true, "quorum": 0 });
        app.send_json(Method::PUT, Some(&county.alicia), API, &body).await.expect(403);
        let view = app.send_json(Method::PUT, Some(&county.coordinator), API, &body).await.expect(200);
        assert_eq!(view.json::<serde_json::Value>()["open"], true);
        app.close().await;
    }

    async fn a_proof_holds_without_us_and_an_altered_one_is_refused(db) {
        let (app, county) = start(db).await;
        open(&app, &county).await;
        let event = events(&app, &county.alicia).await.remove(0);
        let id = event["id"].as_str().unwrap().to_owned();
        let page = app.get(&county.alicia, &format!("{OWN}/events/{id}")).await.expect(200).text();
        assert!(page.contains("Download the proof") && page.contains("viewBox"), "{page}");
        let file = app.get(&county.alicia, &format!("{OWN}/events/{id}/proof")).await.expect(200);
        let text = file.text();
        let proof: Proof = text.parse().unwrap();
        let keys = app.visit_as_nobody(&format!("{PUBLIC}/key")).await.expect(200).text();
        let keys: Vec<VerifierKey> = keys.lines().take(2).map(|key| key.parse().unwrap()).collect();
        Trust { keys, policy: None }.check(&proof.checkpoint).unwrap();
        let opening = Opening::read(proof.extra.as_deref().unwrap()).unwrap();
        proof.check(opening.commitment().as_bytes()).unwrap();
        assert!(opening.event.as_str().contains(&id));

        let (app_ref, guest) = (&app, &county.stranger);
        let check = |text: String| {
            let app = app_ref;
            async move {
                let file = ("file", "receipt.tlog-proof", text.as_bytes());
                app.post_file(guest, &format!("{PUBLIC}/check"), &[], file)
                    .await
                    .expect(200)
                    .text()
            }
        };
        assert!(check(text.clone()).await.contains("Yes, it is real and unchanged"));
        let pasted = app.post_as_nobody(&format!("{PUBLIC}/check"), &[("text", &text)]).await;
        assert!(pasted.expect(200).text().contains("Yes, it is real"));
        let other = Opening {
            event: ledger::Canonical::parse(r#"{"kind":"other"}"#).unwrap(),
            ..opening
        };
        let altered = Proof { extra: Some(other.to_bytes()), ..proof.clone() };
        assert!(check(altered.to_string()).await.contains("No, it was changed"));
        let index = format!("index {}", proof.index);
        let moved = text.replace(&index, &format!("index {}", proof.index + 1));
        assert!(check(moved).await.contains("No, it was changed"));
        let size = proof.checkpoint.checkpoint().size;
        let grown = text.replace(&format!("\n{size}\n"), &format!("\n{}\n", size + 1));
        assert!(check(grown).await.contains("this log did not sign it"));
        assert!(check("hello".to_owned()).await.contains("This is no receipt"));
        let kept = app.visit_as_nobody(&format!("{PUBLIC}/checkpoint")).await.expect(200).text();
        assert!(check(kept).await.contains("still contains what you kept"));
        app.close().await;
    }

    async fn a_number_is_looked_up_and_its_code_compared(db) {
        let (app, county) = start(db).await;
        open(&app, &county).await;
        let event = events(&app, &county.alicia).await.remove(0);
        let id = event["id"].as_str().unwrap();
        let page = app.get(&county.alicia, &format!("{OWN}/events/{id}")).await.expect(200).text();
        let code = page.split("&#38;code=").nth(1).unwrap().split('"').next().unwrap();
        let check = |query: String| {
            let app = &app;
            async move {
                app.visit_as_nobody(&format!("{PUBLIC}/check?{query}")).await.expect(200).text()
            }
        };
        assert!(check(format!("receipt={id}")).await.contains("Yes, there is such a receipt"));
        assert!(check(format!("receipt={id}&code={code}")).await.contains("Yes, there is such"));
        let wrong = format!("receipt={id}&code={}", code.to_lowercase());
        assert!(check(wrong).await.contains("but the code is wrong"));
        assert!(check("receipt=evt_unknown".to_owned()).await.contains("There is no receipt"));
        let text = check(format!("receipt={id}")).await;
        assert!(!text.contains("log.opened"), "the public page says nothing of the event");
        app.close().await;
    }

    async fn strangers_programs_read_the_log_and_its_copy_verifies(db) {
        let (app, county) = start(db).await;
        open(&app, &county).await;
        for _ in 0..3 {
            app.clock.set(app.clock.now().plus_seconds(900));
            app.seal().await;
        }
        let copy = app.visit_as_nobody(&format!("{PUBLIC}/whole.tar")).await.expect(200);
        let files = files(&copy.body);
        let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
        let keys = text("key").lines().take(2).map(|key| key.parse().unwrap()).collect();
        let trust = Trust { keys, policy: None };
        let checkpoint = SignedCheckpoint::read(&files["checkpoint"]).unwrap();
        let size = checkpoint.checkpoint().size;
        assert_eq!(size, 512);
        let read = |path: &TilePath| Ok(files.get(&path.to_string()).cloned());
        let checkpoints = [("checkpoint".to_owned(), checkpoint)];
        ledger::verify(&checkpoints, &trust, &read).unwrap();
        ledger::Policy::read(&files["policy"]).unwrap();
        for (name, bytes) in &files {
            if name.starts_with("tile/") || name == "checkpoint" {
                let served = app.visit_as_nobody(&format!("{PUBLIC}/{name}")).await.expect(200);
                assert_eq!(served.body, *bytes, "{name}");
            }
        }
        for beyond in ["tile/0/002.p/1", "tile/0/002", "tile/entries/x001/000", "tile/00/000", "tile/0/1"] {
            app.visit_as_nobody(&format!("{PUBLIC}/{beyond}")).await.expect(404);
        }
        let partial = app.visit_as_nobody(&format!("{PUBLIC}/tile/0/000.p/5")).await.expect(200);
        assert_eq!(partial.body, files["tile/0/000"][..5 * 32]);
        app.close().await;
    }

    async fn what_was_not_published_is_nobody_s_yet(db) {
        let (app, county) = start(db).await;
        open(&app, &county).await;
        let before = app.visit_as_nobody(&format!("{PUBLIC}/checkpoint")).await.expect(200).text();
        app.post(&county.coordinator, "/p/riverbend/log/open", &[("open", "yes")]).await.expect(303);
        app.seal().await;
        let after = app.visit_as_nobody(&format!("{PUBLIC}/checkpoint")).await.expect(200).text();
        assert_eq!(before, after, "a new event shows at the next fixed time only");
        let state: serde_json::Value = app.get(&county.alicia, API).await.expect(200).json();
        assert!(state["size"].as_u64() > state["published"].as_u64());
        app.close().await;
    }
}

//! What is not kept for ever is destroyed, with its salts and copies, and no backup brings it back.

use store::log::{Audited, Finding};
use web::testing::{TestApp, both_databases};

use crate::{API, events, start};

const PAGE: &str = "/p/riverbend/retention";

/// Grace invites somebody whose name and address must not stay, and takes it back.
async fn invited(app: &TestApp, county: &partnership::testing::County) -> String {
    let organization = county.housing.to_string();
    let fields = [
        ("email", "zebra@example.org"),
        ("name", "Zelda Zebra"),
        ("organization", organization.as_str()),
        ("role", "member"),
        ("language", "en"),
    ];
    app.post(&county.coordinator, "/p/riverbend/invitations", &fields).await.expect(303);
    let rows = app.store.ask("SELECT id FROM invitations", vec![]).await.unwrap();
    let id: String = rows[0].get("id").unwrap();
    let path = format!("/p/riverbend/invitations/{id}/revoke");
    app.post(&county.coordinator, &path, &[]).await.expect(303);
    app.seal().await;
    id
}

/// Every text in the database that holds a word.
async fn found(app: &TestApp, word: &str) -> usize {
    let mut count = 0;
    for table in ["invitations", "events", "jobs"] {
        let rows = app.store.ask(&format!("SELECT * FROM {table}"), vec![]).await.unwrap();
        count += rows.iter().filter(|row| format!("{row:?}").contains(word)).count();
    }
    count
}

async fn audit(app: &TestApp) -> Audited {
    let logs = app.store.logs().await.unwrap();
    let log = logs.iter().find(|log| log.slug == "riverbend").unwrap();
    app.store.audit_log(log).await.unwrap()
}

both_databases! {
    async fn a_rule_destroys_what_ended_and_leaves_a_certificate(db) {
        let (app, county) = start(db).await;
        let id = invited(&app, &county).await;
        let steward = app.person("Stella", &county.p, county.housing, base::Role::Steward).await;
        let fields = [("class", "invitations"), ("days", "30"), ("why", "Records act, section 4")];
        app.post(&county.alicia, &format!("{PAGE}/rules"), &fields).await.expect(403);
        let asked = app.post(&steward, &format!("{PAGE}/rules"), &fields).await.expect(200).text();
        assert!(asked.contains("Due at once: None"), "{asked}");
        let sure = [fields.as_slice(), &[("sure", "yes")]].concat();
        app.post(&steward, &format!("{PAGE}/rules"), &sure).await.expect(303);
        app.run_jobs().await;
        assert!(found(&app, "Zelda").await > 0, "30 days have not passed");
        app.advance_days(31);
        app.run_jobs().await;
        app.seal().await;
        assert_eq!(found(&app, "Zelda").await + found(&app, "zebra@").await, 0);
        assert_eq!(found(&app, &id).await, 1, "only the certificate names its number");
        let page = app.get(&county.alicia, PAGE).await.expect(200).text();
        assert!(page.contains("Records act, section 4"));
        let certificate = page.split("/retention/certificates/").nth(1).unwrap();
        let certificate = certificate.split('"').next().unwrap();
        let path = format!("{PAGE}/certificates/{certificate}");
        let text = app.get(&county.alicia, &path).await.expect(200).text();
        assert!(text.contains("Certificate of destruction") && text.contains("Proof of an event"));
        let after = audit(&app).await;
        assert!(after.destroyed >= 2, "{after:?}");
        assert_eq!(after.findings, Vec::<Finding>::new());
        app.get(&county.stranger, PAGE).await.expect(404);
        app.get(&county.guest, PAGE).await.expect(403);
        app.close().await;
    }

    async fn one_record_is_destroyed_at_once_by_a_steward_who_is_sure(db) {
        let (app, county) = start(db).await;
        let id = invited(&app, &county).await;
        let steward = app.person("Stella", &county.p, county.housing, base::Role::Steward).await;
        let fields = [("class", "invitations"), ("id", id.as_str()), ("reason", "Court order 12")];
        let path = format!("{PAGE}/destroy");
        app.post(&county.coordinator, &path, &[fields.as_slice(), &[("sure", "yes")]].concat())
            .await
            .expect(403);
        let asked = app.post(&steward, &path, &fields).await.expect(200).text();
        assert!(asked.contains("Not even an older backup"));
        let sure = [fields.as_slice(), &[("sure", "yes")]].concat();
        app.post(&steward, &path, &sure).await.expect(303);
        assert_eq!(found(&app, "Zelda").await, 0);
        app.post(&steward, &path, &sure).await.expect(409);
        app.seal().await;
        app.close().await;
    }

    async fn nothing_of_anybody_is_in_the_public_files(db) {
        let (app, county) = start(db).await;
        invited(&app, &county).await;
        app.post(&county.coordinator, "/p/riverbend/log/open", &[("open", "yes")]).await.expect(303);
        app.clock.set(app.clock.now().plus_seconds(900));
        app.seal().await;
        let copy = app.visit_as_nobody("/public/riverbend/log/whole.tar").await.expect(200).body;
        let rows = app.store.ask("SELECT id, kind, actor, subject FROM events", vec![]).await.unwrap();
        let mut words = vec!["Zelda".to_owned(), "zebra".to_owned(), "Alicia".to_owned()];
        for row in &rows {
            words.extend(["id", "kind", "actor", "subject"].map(|name| row.get(name).unwrap()));
        }
        let held = |word: &str| copy.windows(word.len()).any(|part| part == word.as_bytes());
        for word in words.iter().filter(|word| word.len() > 3 && *word != "riverbend") {
            assert!(!held(word), "{word} is in a public file");
        }
        app.close().await;
    }

    async fn when_the_salts_are_gone_the_whole_record_confirms_no_leaf(db) {
        let (app, county) = start(db).await;
        let id = invited(&app, &county).await;
        let before = app.store.ask("SELECT * FROM events WHERE subject_kind = 'invitation'", vec![]);
        let before = before.await.unwrap();
        assert!(before.len() >= 2);
        let partnership = county.p.id;
        let tx = app.system().in_partnership("riverbend");
        let tx = tx.read(LOOK).await.unwrap();
        let mut texts = Vec::new();
        let mut entries = Vec::new();
        for row in &before {
            let seq: i64 = row.get("seq").unwrap();
            let sealed = store::log::event(&tx, partnership, seq).await.unwrap().unwrap();
            let opening = sealed.opening(partnership).unwrap().unwrap();
            entries.push(*opening.commitment().as_bytes());
            texts.push(opening.event.as_str().to_owned());
        }
        drop(tx);
        let steward = app.person("Stella", &county.p, county.housing, base::Role::Steward).await;
        let fields = [("class", "invitations"), ("id", id.as_str()), ("reason", "x"), ("sure", "yes")];
        app.post(&steward, &format!("{PAGE}/destroy"), &fields).await.expect(303);
        // Whoever kept the plain record knows every text, and every salt that is left.
        let rows = app.store.ask("SELECT salt FROM log_leaves WHERE salt IS NOT NULL", vec![]).await;
        let salts: Vec<[u8; 32]> = rows
            .unwrap()
            .iter()
            .map(|row| row.get::<Vec<u8>>("salt").unwrap().try_into().unwrap())
            .collect();
        for text in &texts {
            let event = ledger::Canonical::parse(text).unwrap();
            for salt in &salts {
                let salt = ledger::Salt::new(*salt);
                let guess = ledger::Opening { salt, event: event.clone() }.commitment();
                assert!(!entries.contains(guess.as_bytes()), "a leaf was confirmed: {text}");
            }
        }
        app.seal().await;
        app.close().await;
    }

    async fn an_older_backup_does_not_bring_back_what_was_destroyed(db) {
        let (app, county) = start(db).await;
        let id = invited(&app, &county).await;
        let copy = app.db.folder().join("older.sqlite");
        let migrations = web::migrations(crate::CONTEXTS);
        app.store.backup(&copy, &migrations).await.unwrap();
        let steward = app.person("Stella", &county.p, county.housing, base::Role::Steward).await;
        let fields = [("class", "invitations"), ("id", id.as_str()), ("reason", "x"), ("sure", "yes")];
        app.post(&steward, &format!("{PAGE}/destroy"), &fields).await.expect(303);
        app.seal().await;

        let fresh = store::testing::Db::new(app.db.kind);
        fresh.make_schema().await.unwrap();
        let options = || store::Options {
            database: fresh.database(),
            clock: app.clock.clone(),
            ids: base::Ids::seeded(5),
        };
        store::restore(&copy, options(), &migrations).await.unwrap();
        let back = store::Store::open(options()).unwrap();
        let record = store::log::RecordPlace::Folder(app.db.folder().join("log"));
        let keys = store::log::KeyPlace::Folder(app.db.folder().join("log-keys"));
        back.keep(std::sync::Arc::new(store::log::LogSettings::new("localhost", keys, record)));
        let mut jobs = store::Jobs::default();
        for context in crate::CONTEXTS {
            (context.jobs)(&mut jobs);
        }
        back.register(jobs);
        let names = || async {
            let rows = back.ask("SELECT name FROM invitations", vec![]).await.unwrap();
            rows.len()
        };
        assert_eq!(names().await, 1, "the backup holds it");
        assert_eq!(record::destroy_what_came_back(&back).await.unwrap(), 1);
        assert_eq!(names().await, 0);
        assert_eq!(record::destroy_what_came_back(&back).await.unwrap(), 0);
        drop(back);
        fresh.close().await.unwrap();
        app.close().await;
    }

    async fn an_export_leaves_with_a_signature_and_a_proof(db) {
        let (app, county) = start(db).await;
        let of = "/p/riverbend/people.csv";
        let plain = app.get(&county.coordinator, of).await.expect(200).body;
        let done = std::sync::atomic::AtomicBool::new(false);
        let sequencing = async {
            while !done.load(std::sync::atomic::Ordering::SeqCst) {
                app.seal().await;
                tokio::task::yield_now().await;
            }
        };
        let fields = [("of", of)];
        let signing = async {
            let answer = app.post(&county.coordinator, "/p/riverbend/exports", &fields).await;
            done.store(true, std::sync::atomic::Ordering::SeqCst);
            answer
        };
        let (answer, ()) = futures_util::future::join(signing, sequencing).await;
        let archive = answer.expect(200).body;
        let holds = |bytes: &[u8]| archive.windows(bytes.len()).any(|part| part == bytes);
        assert!(holds(&plain), "the file is in it as it is");
        for part in ["concord/export/v1", "c2sp.org/tlog-proof@v1", "CHECK.txt"] {
            assert!(holds(part.as_bytes()), "{part}");
        }
        let kind = events(&app, &county.alicia).await.remove(0)["kind"].clone();
        assert_eq!(kind, "export.signed");
        let page = app.get(&county.alicia, "/p/riverbend/exports").await.expect(200).text();
        assert!(page.contains(".csv"));
        for wrong in ["/p/northfork/people.csv", "/p/riverbend/people", "https://x.example/a.csv", ""] {
            let answer = app.post(&county.coordinator, "/p/riverbend/exports", &[("of", wrong)]).await;
            answer.expect(404);
        }
        // Who may not download the file gets no signed copy of it.
        app.post(&county.sam, "/p/riverbend/exports", &fields).await.expect(404);
        app.post(&county.guest, "/p/riverbend/exports", &fields).await.expect(403);
        let view: serde_json::Value = app.get(&county.alicia, API).await.expect(200).json();
        assert!(view["size"].as_u64() > Some(0));
        app.close().await;
    }
}

const LOOK: store::Permission =
    store::Permission::partnership("test.look", store::Access::Read, &[]);

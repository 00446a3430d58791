//! Every event gets its leaf; two servers and restored backups never fork a log; a change of the
//! record behind the log's back shows.

use std::{path::Path, sync::Arc};

use base::{Actor, Ids, Instant, PartnershipId};
use ledger::{Audit, SignedCheckpoint, TilePath, Trust, VerifierKey, check_consistency};
use store::{
    Clock, Cx, MIGRATIONS, Options, Store, both_databases,
    log::{
        self, Audited, Finding, Halt, KeyPlace, LogSettings, LogState, RecordPlace, Sequencer,
        Source,
    },
    testing::{Db, Kind},
    values,
};

use crate::fixture::{Fixture, NOON, NOTE, Noted, READ, fixture, signed_in};

/// A store that keeps its logs in the folder of its test.
fn keeping(store: &Store, folder: &Path) {
    let keys = KeyPlace::Folder(folder.join("keys"));
    let record = RecordPlace::Folder(folder.join("record"));
    store.keep(Arc::new(LogSettings::new("log.example", keys, record)));
}

async fn note(f: &Fixture, count: usize) {
    for _ in 0..count {
        let tx = f.cx(signed_in(f.alicia)).write(NOTE).await.unwrap();
        tx.commit(&Noted { text: "Bring the list of open beds." }).await.unwrap();
    }
}

async fn sequence(store: &Store) -> usize {
    Sequencer::new(store).unwrap().drain().await.unwrap()
}

fn pass(store: &Store, seconds: i64) {
    store.clock().set(store.clock().now().plus_seconds(seconds));
}

async fn the_log(store: &Store) -> LogState {
    store.logs().await.unwrap().remove(0)
}

fn system(store: &Store) -> Cx {
    Cx::new(store.clone(), Actor::System("test"), NOON).in_partnership("riverbend")
}

fn state(note: &str) -> SignedCheckpoint {
    SignedCheckpoint::read(note.as_bytes()).unwrap()
}

fn keys(log: &LogState) -> Vec<VerifierKey> {
    log.verifiers.lines().take(2).map(|line| line.parse().unwrap()).collect()
}

/// Checks a whole log from the outside, against every state that was ever signed for it.
async fn verify(store: &Store, partnership: PartnershipId, notes: &[String]) {
    let log = the_log(store).await;
    let trust = Trust { keys: keys(&log), policy: None };
    let mut named: Vec<(String, SignedCheckpoint)> =
        notes.iter().enumerate().map(|(at, note)| (at.to_string(), state(note))).collect();
    named.push(("latest".to_owned(), state(&log.checkpoint)));
    let audit = Audit::begin(&named, &trust).unwrap();
    let tx = system(store).read(READ).await.unwrap();
    let mut files = std::collections::BTreeMap::new();
    loop {
        let missing = std::cell::RefCell::new(Vec::new());
        let read = |path: &TilePath| {
            let Some(bytes) = files.get(path) else {
                missing.borrow_mut().push(*path);
                return Err("not read".to_owned());
            };
            Ok::<Option<Vec<u8>>, String>(Option::clone(bytes))
        };
        let parts = (0..audit.parts()).map(|part| audit.part(part, &read));
        let parts: Result<Vec<_>, _> = parts.collect();
        let done =
            parts.and_then(|parts| Audit::begin(&named, &trust).unwrap().finish(parts, &read));
        let missing = missing.into_inner();
        if missing.is_empty() {
            assert_eq!(done.unwrap().latest.size, log.size);
            return;
        }
        for path in missing {
            let bytes = log::tile(&tx, partnership, &path, log.size).await.unwrap();
            files.insert(path, bytes);
        }
    }
}

both_databases! {
    async fn every_event_gets_a_leaf_and_its_proof_opens_as_the_event(db) {
        let f = fixture(&db).await;
        keeping(&f.store, db.folder());
        note(&f, 5).await;
        assert_eq!(sequence(&f.store).await, 1);
        let log = the_log(&f.store).await;
        assert_eq!((log.size, log.seq, log.published), (128, 6, 128));
        assert_eq!(log.origin, "log.example/public/riverbend/log");
        assert_eq!(sequence(&f.store).await, 0, "nothing waits");
        note(&f, 2).await;
        assert_eq!(sequence(&f.store).await, 1);
        let log = the_log(&f.store).await;
        assert_eq!((log.size, log.seq, log.published), (132, 8, 128), "filled up to fours");
        let tx = system(&f.store).read(READ).await.unwrap();
        let id = f.partnership;
        for seq in 1..=8 {
            let sealed = log::event(&tx, id, seq).await.unwrap().unwrap();
            let opening = sealed.opening(id).unwrap().unwrap();
            let place = sealed.place.unwrap();
            let proof =
                log::proof(&tx, id, place, &log.checkpoint, Some(opening.to_bytes())).await.unwrap();
            let trust = Trust { keys: keys(&log), policy: None };
            trust.check(&proof.checkpoint).unwrap();
            proof.check(opening.commitment().as_bytes()).unwrap();
            assert!(opening.event.as_str().contains(&format!(r#""seq":{seq},"#)));
        }
        let shown = log::shown(&tx, id, 128).await.unwrap().unwrap();
        let proof = log::consistency(&tx, id, 128, 132).await.unwrap();
        let (old, new) = (state(&shown.note), state(&log.checkpoint));
        let of = |state: &SignedCheckpoint| (state.checkpoint().size, state.checkpoint().root);
        check_consistency(of(&old), of(&new), &proof).unwrap();
        drop(tx);
        let found = f.store.audit_log(&log).await.unwrap();
        assert_eq!(found, Audited { events: 8, padding: 124, ..Audited::default() });
        verify(&f.store, id, &[shown.note]).await;
        db.close().await.unwrap();
    }

    async fn what_strangers_see_grows_at_fixed_times_by_a_fixed_count(db) {
        let f = fixture(&db).await;
        keeping(&f.store, db.folder());
        let mut seen = Vec::new();
        for quarter in 0..4 {
            note(&f, quarter * 9).await;
            sequence(&f.store).await;
            let log = the_log(&f.store).await;
            seen.push((log.published, log.publish_at.micros() % 900_000_000));
            pass(&f.store, 300);
            note(&f, 1).await;
            sequence(&f.store).await;
            assert_eq!(the_log(&f.store).await.published, log.published, "not in between");
            pass(&f.store, 600);
        }
        assert_eq!(seen, [(128, 0), (256, 0), (384, 0), (512, 0)]);
        db.close().await.unwrap();
    }

    async fn two_servers_that_sequence_at_once_never_fork(db) {
        let f = fixture(&db).await;
        let other = db.open(f.store.clock().clone(), 2).await.unwrap();
        for store in [&f.store, &other] {
            keeping(store, db.folder());
        }
        let mut notes = Vec::new();
        for _ in 0..12 {
            let keep = |store: Store| async move {
                let mut signed = 0;
                let mut sequencer = Sequencer::new(&store).unwrap();
                for _ in 0..6 {
                    // Whoever comes too late finds that out, and nothing is lost by it.
                    signed += sequencer.round().await.unwrap_or_default();
                    tokio::task::yield_now().await;
                }
                signed
            };
            let write = note(&f, 5);
            let both = futures_util::future::join3(keep(f.store.clone()), keep(other.clone()), write);
            both.await;
            pass(&f.store, 31);
            let log = the_log(&f.store).await;
            if !log.checkpoint.is_empty() {
                notes.push(log.checkpoint);
            }
        }
        sequence(&f.store).await;
        let log = the_log(&f.store).await;
        assert_eq!((log.halted, log.seq), (None, 61));
        verify(&f.store, f.partnership, &notes).await;
        let found = f.store.audit_log(&log).await.unwrap();
        assert_eq!((found.events, found.waiting, found.findings), (61, 0, vec![]));
        db.close().await.unwrap();
    }

    async fn whatever_is_changed_behind_the_log_shows(db) {
        let f = fixture(&db).await;
        keeping(&f.store, db.folder());
        note(&f, 9).await;
        sequence(&f.store).await;
        let log = the_log(&f.store).await;
        let place = |seq: u64| seq - 1;
        let changes = [
            ("UPDATE events SET body = '{}' WHERE seq = 3 AND partnership <> ''",
                Finding::OtherEvent { seq: 3, place: place(3) }),
            ("UPDATE events SET actor = 'nobody' WHERE seq = 4 AND partnership <> ''",
                Finding::OtherEvent { seq: 4, place: place(4) }),
            ("DELETE FROM events WHERE seq = 5 AND partnership <> ''",
                Finding::NoEvent { seq: 5 }),
            ("DELETE FROM log_leaves WHERE seq = 6", Finding::Unexplained { place: place(6) }),
        ];
        for (sql, _) in &changes {
            f.store.batch(sql).await.unwrap();
        }
        let found = f.store.audit_log(&log).await.unwrap();
        assert_eq!(found.events, 6);
        for (sql, finding) in changes {
            assert!(found.findings.contains(&finding), "{sql}: {:?}", found.findings);
        }
        assert!(found.findings.contains(&Finding::NoLeaf { seq: 6 }));
        db.close().await.unwrap();
    }

    async fn a_damaged_log_is_not_added_to(db) {
        let f = fixture(&db).await;
        keeping(&f.store, db.folder());
        sequence(&f.store).await;
        let before = the_log(&f.store).await.checkpoint;
        // One salt for another: the entry is another one.
        let zeros = "00".repeat(34);
        let blob = match db.kind {
            Kind::Sqlite => format!("X'{zeros}'"),
            Kind::Postgres => format!("decode('{zeros}', 'hex')"),
        };
        f.store.batch(&format!("UPDATE log_tiles SET bytes = {blob}")).await.unwrap();
        note(&f, 1).await;
        sequence(&f.store).await;
        let log = the_log(&f.store).await;
        assert_eq!((log.halted, &log.checkpoint), (Some(Halt::Damaged), &before));
        let found = f.store.audit_log(&log).await.unwrap();
        assert!(matches!(found.findings.first(), Some(Finding::Log(_))), "{:?}", found.findings);
        db.close().await.unwrap();
    }

    async fn a_record_that_is_lost_or_another_stops_the_log_until_the_operator_decides(db) {
        let f = fixture(&db).await;
        keeping(&f.store, db.folder());
        sequence(&f.store).await;
        let record = db.folder().join("record");
        let kept = db.folder().join("kept");
        std::fs::rename(&record, &kept).unwrap();
        note(&f, 1).await;
        sequence(&f.store).await;
        let before = the_log(&f.store).await;
        assert_eq!(before.halted, Some(Halt::RecordLost));
        std::fs::rename(&kept, &record).unwrap();
        pass(&f.store, 31);
        assert_eq!(sequence(&f.store).await, 1);
        assert_eq!(the_log(&f.store).await.halted, None);
        std::fs::remove_dir_all(&record).unwrap();
        assert_eq!(f.store.adopt(f.partnership).await.unwrap(), 132);
        assert!(f.store.adopt(f.partnership).await.is_err(), "there is a record now");
        note(&f, 1).await;
        assert_eq!(sequence(&f.store).await, 1);
        verify(&f.store, f.partnership, &[before.checkpoint]).await;
        db.close().await.unwrap();
    }

    async fn keys_in_the_database_are_encrypted_and_a_server_without_them_signs_nothing(db) {
        let f = fixture(&db).await;
        let settings = |secret| {
            let keys = KeyPlace::Sealed(base::Private::new([secret; 32]));
            Arc::new(LogSettings::new("log.example", keys, RecordPlace::Database))
        };
        f.store.keep(settings(1));
        assert_eq!(sequence(&f.store).await, 1);
        let other = db.open(f.store.clock().clone(), 2).await.unwrap();
        other.keep(settings(2));
        note(&f, 1).await;
        assert!(Sequencer::new(&other).unwrap().drain().await.is_err());
        assert_eq!(sequence(&f.store).await, 1);
        let lacking = db.open(f.store.clock().clone(), 3).await.unwrap();
        let keys = KeyPlace::Folder(db.folder().join("empty"));
        lacking.keep(Arc::new(LogSettings::new("log.example", keys, RecordPlace::Database)));
        note(&f, 1).await;
        assert_eq!(sequence(&lacking).await, 0);
        assert_eq!(the_log(&f.store).await.halted, Some(Halt::NoKey));
        pass(&f.store, 31);
        assert_eq!(sequence(&f.store).await, 1);
        assert_eq!(the_log(&f.store).await.halted, None);
        let rows = f.store.ask("SELECT COUNT(*) AS n FROM log_record_entries", values![]).await;
        assert_eq!(rows.unwrap()[0].get::<i64>("n").unwrap(), 3);
        db.close().await.unwrap();
    }
}

/// A place that is restored into.
async fn restored(copy: &Path, folder: &Path, now: Instant) -> Store {
    let options = || Options {
        database: store::Database::folder(folder),
        clock: Clock::at(now),
        ids: Ids::seeded(u64::try_from(now.micros()).unwrap()),
    };
    store::restore(copy, options(), MIGRATIONS).await.unwrap();
    Store::open(options()).unwrap()
}

/// How many older states are tried: all that the issue asks for take half a minute.
fn states() -> usize {
    if std::env::var_os("CONCORD_LONG_RUNS").is_some() { 200 } else { 25 }
}

#[test]
fn a_restore_of_an_older_state_signs_nothing_until_it_has_caught_up_and_never_forks() {
    store::testing::block_on(async {
        let db = Db::new(Kind::Sqlite);
        let f = fixture(&db).await;
        let home = db.folder().join("log");
        keeping(&f.store, &home);
        let copies = db.folder().join("copies");
        std::fs::create_dir_all(&copies).unwrap();
        let mut notes = Vec::new();
        for number in 0..states() {
            note(&f, number % 3).await;
            pass(&f.store, 200);
            sequence(&f.store).await;
            notes.push(the_log(&f.store).await.checkpoint);
            let copy = copies.join(number.to_string());
            f.store.backup(&copy, MIGRATIONS).await.unwrap();
        }
        let mut now = f.store.clock().now().plus_seconds(1000);
        for number in (0..states()).rev() {
            let folder = db.folder().join(format!("back-{number}"));
            now = now.plus_seconds(1000);
            let store = restored(&copies.join(number.to_string()), &folder, now).await;
            keeping(&store, &home);
            let before = the_log(&store).await;
            let fixture = Fixture { store: store.clone(), ..f };
            note(&fixture, 1).await;
            let latest = notes.last().unwrap().clone();
            if before.checkpoint != latest {
                assert_eq!(sequence(&store).await, 0, "state {number}");
                let log = the_log(&store).await;
                assert_eq!((log.halted, &log.checkpoint), (Some(Halt::Behind), &before.checkpoint));
                let caught_up = store.catch_up(f.partnership, Source::Record).await.unwrap();
                assert_eq!(caught_up.to, state(&latest).checkpoint().size);
                pass(&store, 31);
            }
            assert_eq!(sequence(&store).await, 1, "state {number}");
            let log = the_log(&store).await;
            assert!(log.size > state(&latest).checkpoint().size && log.halted.is_none());
            notes.push(log.checkpoint.clone());
            if number % 24 == 0 {
                verify(&store, f.partnership, &notes).await;
                let found = store.audit_log(&log).await.unwrap();
                assert_eq!(found.findings, [], "state {number}");
                assert!(found.lost > 0 || number + 1 == states());
            }
            drop((store, fixture));
            std::fs::remove_dir_all(folder).unwrap();
        }
    });
}

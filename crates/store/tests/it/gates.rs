use base::{Actor, PartnershipId, PersonId, Role};
use store::{
    Access, Clock, Cx, Error, Jobs, MIGRATIONS, Once, Permission, Repeat, Store, Worker,
    both_databases, testing::Db, values,
};

use crate::fixture::{Fixture, JOIN, MEMBERS, NOON, NOTE, Noted, READ, Tell, fixture, signed_in};

both_databases! {
    async fn nobody_and_strangers_and_the_wrong_role_are_refused(db) {
        let f = fixture(&db).await;
        assert!(matches!(f.cx(Actor::Nobody).read(READ).await, Err(Error::SignIn)));
        let stranger: PersonId = f.cx(Actor::Nobody).new_id();
        let refused = f.cx(signed_in(stranger)).read(READ).await;
        assert!(matches!(refused, Err(Error::Missing { .. })));
        let unknown = Cx::new(f.store.clone(), signed_in(f.alicia), NOON).in_partnership("other");
        assert!(matches!(unknown.read(READ).await, Err(Error::Missing { .. })));
        let other = Permission::partnership("notes.lead", Access::Read, &[Role::Lead]);
        let refused = f.cx(signed_in(f.alicia)).read(other).await;
        assert!(matches!(refused, Err(Error::Forbidden { permission: "notes.lead" })));
        assert!(f.cx(signed_in(f.alicia)).read(READ).await.is_ok());
        db.close().await.unwrap();
    }

    async fn a_token_opens_only_its_scopes_and_its_partnership(db) {
        let f = fixture(&db).await;
        let with = |scopes: &[&str], only: Option<PartnershipId>| {
            let Actor::Person(mut person) = signed_in(f.alicia) else { panic!("a person") };
            person.scopes = Some(scopes.iter().map(|&scope| scope.to_owned()).collect());
            person.partnership = only;
            f.cx(Actor::Person(person))
        };
        assert!(with(&["notes:read"], None).read(READ).await.is_ok());
        assert!(with(&["notes:write"], Some(f.partnership)).read(READ).await.is_ok());
        let refused = with(&["notes:read"], None).write(NOTE).await;
        assert!(matches!(refused, Err(Error::TokenScope { scope }) if scope == "notes:write"));
        let elsewhere: PartnershipId = with(&[], None).new_id();
        let refused = with(&["notes:read"], Some(elsewhere)).read(READ).await;
        assert!(matches!(refused, Err(Error::Missing { .. })));
        db.close().await.unwrap();
    }

    async fn a_sensitive_action_wants_a_fresh_proof(db) {
        let f = fixture(&db).await;
        let later = NOON.plus_seconds(601);
        let cx = Cx::new(f.store.clone(), signed_in(f.alicia), later).in_partnership("riverbend");
        assert!(matches!(cx.write(NOTE.with_step_up()).await, Err(Error::StepUp)));
        assert!(cx.write(NOTE).await.is_ok());
        db.close().await.unwrap();
    }

    async fn text_that_only_one_database_could_keep_is_refused_by_both(db) {
        let f = fixture(&db).await;
        let cx = f.cx(signed_in(f.alicia));
        let mut tx = cx.write(NOTE).await.unwrap();
        let one = tx.execute(&JOIN, values!["a\0b", f.organization]).await;
        assert!(matches!(one, Err(Error::Nul)), "{one:?}");
        let rows = vec![values!["a", f.organization], values!["a\0b", f.organization]];
        let many = tx.execute_many(&JOIN, rows).await;
        assert!(matches!(many, Err(Error::Nul)), "{many:?}");
        drop(tx);
        db.close().await.unwrap();
    }

    async fn a_change_and_its_event_are_there_together_or_not_at_all(db) {
        let f = fixture(&db).await;
        let bob: PersonId = f.cx(Actor::Nobody).new_id();
        let cx = f.cx(signed_in(f.alicia));
        let mut tx = cx.write(NOTE).await.unwrap();
        tx.execute(&JOIN, values![bob, f.organization]).await.unwrap();
        drop(tx);
        assert_eq!(f.kinds().await.len(), 1);
        let mut tx = cx.write(NOTE).await.unwrap();
        tx.execute(&JOIN, values![bob, f.organization]).await.unwrap();
        tx.commit(&Noted { text: "joined" }).await.unwrap();
        assert_eq!(f.kinds().await, [(1, "note.written".to_owned()), (2, "note.written".to_owned())]);
        let tx = cx.read(READ).await.unwrap();
        assert_eq!(tx.query(&MEMBERS, values![]).await.unwrap().len(), 2);
        drop(tx);
        let mut tx = cx.write(NOTE).await.unwrap();
        let again = tx.execute(&JOIN, values![bob, f.organization]).await;
        assert!(matches!(again, Err(Error::Duplicate { .. })));
        drop(tx);
        assert_eq!(f.store.integrity().await.unwrap(), Vec::<String>::new());
        db.close().await.unwrap();
    }

    async fn many_rows_go_in_together_or_the_change_fails_at_the_first_that_does(db) {
        let f = fixture(&db).await;
        let cx = f.cx(signed_in(f.alicia));
        let people: Vec<PersonId> = (0..1200).map(|_| cx.new_id()).collect();
        let rows = || people.iter().map(|person| values![person, f.organization]).collect();
        let mut tx = cx.write(NOTE).await.unwrap();
        assert_eq!(tx.execute_many(&JOIN, Vec::new()).await.unwrap(), 0);
        assert_eq!(tx.execute_many(&JOIN, rows()).await.unwrap(), 1200);
        assert_eq!(tx.query(&MEMBERS, values![]).await.unwrap().len(), 1201);
        tx.commit(&Noted { text: "joined" }).await.unwrap();
        let mut tx = cx.write(NOTE).await.unwrap();
        let again = tx.execute_many(&JOIN, rows()).await;
        assert!(matches!(again, Err(Error::Duplicate { .. })));
        drop(tx);
        let mut tx = cx.write(NOTE).await.unwrap();
        let short = tx.execute_many(&JOIN, vec![values![cx.new_id::<PersonId>()]]).await;
        assert!(matches!(short, Err(Error::Fault(_))));
        drop(tx);
        let tx = cx.read(READ).await.unwrap();
        assert_eq!(tx.query(&MEMBERS, values![]).await.unwrap().len(), 1201);
        drop(tx);
        db.close().await.unwrap();
    }

    async fn a_route_cannot_use_a_permission_it_does_not_declare(db) {
        let f = fixture(&db).await;
        let cx = f.cx(signed_in(f.alicia)).declaring(&[READ]);
        assert!(cx.read(READ).await.is_ok());
        assert!(matches!(cx.write(NOTE).await, Err(Error::Fault(_))));
        db.close().await.unwrap();
    }

    async fn a_repeated_request_is_carried_out_once(db) {
        let f = fixture(&db).await;
        let once = Once { person: f.alicia, key: "k".into(), fingerprint: "f".into() };
        assert_eq!(f.store.repeat(&once).await.unwrap(), Repeat::New);
        let cx = f.cx(signed_in(f.alicia)).once(once.clone());
        cx.write(NOTE).await.unwrap().commit(&Noted { text: "one" }).await.unwrap();
        let again = cx.write(NOTE).await.unwrap().commit(&Noted { text: "two" }).await;
        assert!(matches!(again, Err(Error::Repeated)));
        assert_eq!(f.store.repeat(&once).await.unwrap(), Repeat::Lost);
        assert_eq!(f.kinds().await.len(), 2);
        let other = Once { fingerprint: "g".into(), ..once };
        assert_eq!(f.store.repeat(&other).await.unwrap(), Repeat::Mismatch);
        db.close().await.unwrap();
    }

    async fn a_failing_job_is_tried_later_and_at_last_waits_for_the_operator(db) {
        let f = fixture(&db).await;
        let mut jobs = Jobs::default();
        jobs.on(|_cx: Cx, job: Tell| async move {
            if job.fails { Err(Error::fault("no line")) } else { Ok(()) }
        });
        f.store.register(jobs);
        let cx = f.cx(signed_in(f.alicia));
        let mut tx = cx.write(NOTE).await.unwrap();
        tx.enqueue(&Tell { fails: true }).await.unwrap();
        tx.enqueue(&Tell { fails: false }).await.unwrap();
        tx.commit(&Noted { text: "told" }).await.unwrap();
        let mut worker = Worker::new(f.store.clone());
        assert_eq!(worker.drain().await.unwrap(), 2);
        for _ in 0..7 {
            f.store.clock().set(f.store.clock().now().plus_seconds(7 * 3600));
            assert_eq!(worker.drain().await.unwrap(), 1);
        }
        let dead = f.store.dead_jobs().await.unwrap();
        assert_eq!(dead.len(), 1);
        assert_eq!((dead[0].kind.as_str(), dead[0].attempts), ("notes.tell", 8));
        assert!(dead[0].last_error.as_ref().unwrap().contains("no line"));
        assert!(f.store.retry(dead[0].id).await.unwrap());
        assert_eq!(worker.drain().await.unwrap(), 1);
        db.close().await.unwrap();
    }

    async fn two_workers_never_do_the_same_job_at_once(db) {
        let f = fixture(&db).await;
        let done = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let mut jobs = Jobs::default();
        let count = std::sync::Arc::clone(&done);
        jobs.on(move |_cx: Cx, _job: Tell| {
            count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            async { Ok::<(), Error>(()) }
        });
        f.store.register(jobs);
        let cx = f.cx(signed_in(f.alicia));
        let mut tx = cx.write(NOTE).await.unwrap();
        for _ in 0..40 {
            tx.enqueue(&Tell { fails: false }).await.unwrap();
        }
        tx.commit(&Noted { text: "told" }).await.unwrap();
        let (mut one, mut two) = (Worker::new(f.store.clone()), Worker::new(f.store.clone()));
        let (a, b) = futures_util::future::join(one.drain(), two.drain()).await;
        assert_eq!(a.unwrap() + b.unwrap(), 40);
        assert_eq!(done.load(std::sync::atomic::Ordering::SeqCst), 40);
        db.close().await.unwrap();
    }

    async fn what_follows_an_event_is_enqueued_with_it(db) {
        let f = fixture(&db).await;
        let seen = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
        let mut jobs = Jobs::default();
        let record = std::sync::Arc::clone(&seen);
        jobs.after("note.written", "test.note_written", move |cx: Cx, event: store::Happened| {
            let record = std::sync::Arc::clone(&record);
            async move {
                let place = cx.read(READ).await?.place()?;
                record.lock().unwrap().push((place.slug.clone(), event.body["text"].to_string()));
                Ok::<(), Error>(())
            }
        });
        f.store.register(jobs);
        let cx = f.cx(signed_in(f.alicia));
        cx.write(NOTE).await.unwrap().commit(&Noted { text: "hello" }).await.unwrap();
        Worker::new(f.store.clone()).drain().await.unwrap();
        assert_eq!(*seen.lock().unwrap(), [("riverbend".to_owned(), "\"hello\"".to_owned())]);
        db.close().await.unwrap();
    }

    async fn a_backup_comes_back_whole_and_overwrites_nothing(db) {
        let f = fixture(&db).await;
        let file = db.folder().join("backup.sqlite");
        std::fs::create_dir_all(db.folder()).unwrap();
        f.store.backup(&file, MIGRATIONS).await.unwrap();
        assert!(f.store.backup(&file, MIGRATIONS).await.is_err());
        let occupied = store::Options {
            database: db.database(),
            clock: Clock::at(NOON),
            ids: base::Ids::seeded(3),
        };
        assert!(store::restore(&file, occupied, MIGRATIONS).await.is_err());
        let fresh = Db::new(db.kind);
        fresh.make_schema().await.unwrap();
        let options = || store::Options {
            database: fresh.database(),
            clock: Clock::at(NOON),
            ids: base::Ids::seeded(3),
        };
        store::restore(&file, options(), MIGRATIONS).await.unwrap();
        let back = Fixture { store: Store::open(options()).unwrap(), ..f };
        assert_eq!(back.kinds().await.len(), 1);
        assert_eq!(back.store.integrity().await.unwrap(), Vec::<String>::new());
        assert!(back.cx(signed_in(back.alicia)).read(READ).await.is_ok());
        assert!(store::restore(&file, options(), MIGRATIONS).await.is_err());
        fresh.close().await.unwrap();
        db.close().await.unwrap();
    }

    async fn every_statement_of_the_store_prepares(db) {
        let f = fixture(&db).await;
        for statement in store::STATEMENTS.iter().copied().flatten() {
            let prepared = f.store.prepare(statement.sql).await;
            assert!(prepared.is_ok(), "{}: {prepared:?}", statement.name);
        }
        db.close().await.unwrap();
    }
}

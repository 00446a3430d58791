//! Two servers on one database, and a copy made while others write.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use base::{Actor, PersonId};
use futures_util::future::join;
use store::{
    Changes, Clock, Cx, Error, Jobs, MIGRATIONS, Options, Store, Worker, both_databases,
    testing::Db, values,
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::fixture::{Fixture, JOIN, MEMBERS, NOON, NOTE, Noted, READ, Tell, fixture, signed_in};

/// Another server on the same data.
fn second(db: &Db, f: &Fixture) -> Store {
    let clock = f.store.clock().clone();
    Store::open(Options { database: db.database(), clock, ids: base::Ids::seeded(2) }).unwrap()
}

/// Counts the jobs as they begin; whether they ever end is another matter.
fn jobs(begun: &Arc<AtomicUsize>, ends: bool) -> Jobs {
    let mut jobs = Jobs::default();
    let begun = Arc::clone(begun);
    jobs.on(move |_cx: Cx, _job: Tell| {
        begun.fetch_add(1, Ordering::SeqCst);
        async move {
            if !ends {
                std::future::pending::<()>().await;
            }
            Ok::<(), Error>(())
        }
    });
    jobs
}

both_databases! {
    async fn what_one_server_commits_the_other_shows_within_a_second(db) {
        let f = fixture(&db).await;
        let other = second(&db, &f);
        let stop = CancellationToken::new();
        let (changes, follow) = Changes::follow(other.clone(), stop.clone());
        let tracker = TaskTracker::new();
        let following = tracker.spawn(follow);
        let mut page = changes.clone();
        // The page was made when only the founding had happened.
        let mut seen = HashMap::from([(f.partnership, 1)]);
        for head in 2..5 {
            let cx = f.cx(signed_in(f.alicia));
            cx.write(NOTE).await.unwrap().commit(&Noted { text: "news" }).await.unwrap();
            let news = tokio::time::timeout(Duration::from_secs(1), page.after(&seen)).await;
            assert_eq!(news.expect("the news within a second"), Some(vec![(f.partnership, head)]));
            seen.insert(f.partnership, head);
        }
        stop.cancel();
        following.await.unwrap();
        drop((other, page, changes));
        db.close().await.unwrap();
    }

    async fn a_dead_servers_jobs_are_carried_on_by_another(db) {
        let f = fixture(&db).await;
        let other = second(&db, &f);
        let (hung, done) = (Arc::default(), Arc::default());
        f.store.register(jobs(&hung, false));
        other.register(jobs(&done, true));
        let mut tx = f.cx(signed_in(f.alicia)).write(NOTE).await.unwrap();
        for _ in 0..3 {
            tx.enqueue(&Tell { fails: false }).await.unwrap();
        }
        tx.commit(&Noted { text: "told" }).await.unwrap();
        // The first server claims all three and dies in the middle of them.
        let mut dying = Box::pin(async { Worker::new(f.store.clone()).drain().await });
        let begun = async {
            while hung.load(Ordering::SeqCst) < 3 {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            ended = &mut dying => panic!("it was to hang, but ended: {ended:?}"),
            () = begun => drop(dying),
        }
        let mut worker = Worker::new(other.clone());
        assert_eq!(worker.drain().await.unwrap(), 0, "the claim still stands");
        other.clock().set(NOON.plus_seconds(61));
        assert_eq!(worker.drain().await.unwrap(), 3);
        assert_eq!(done.load(Ordering::SeqCst), 3);
        assert_eq!(other.job_counts().await.unwrap(), []);
        drop((worker, other));
        db.close().await.unwrap();
    }

    async fn a_copy_made_while_others_write_is_of_one_instant(db) {
        let f = fixture(&db).await;
        let stop = AtomicBool::new(false);
        let write = async {
            while !stop.load(Ordering::SeqCst) {
                let cx = f.cx(signed_in(f.alicia));
                let person: PersonId = cx.new_id();
                let mut tx = cx.write(NOTE).await.unwrap();
                tx.execute(&JOIN, values![person, f.organization]).await.unwrap();
                tx.enqueue(&Tell { fails: false }).await.unwrap();
                tx.commit(&Noted { text: "joined" }).await.unwrap();
            }
        };
        let copy = async {
            let mut sizes = Vec::new();
            for number in 0..3 {
                let copied = db.folder().join(format!("copy-{number}"));
                std::fs::create_dir_all(db.folder()).unwrap();
                f.store.backup(&copied, MIGRATIONS).await.unwrap();
                sizes.push(members_and_events(&copied).await);
            }
            stop.store(true, Ordering::SeqCst);
            sizes
        };
        let ((), sizes) = join(write, copy).await;
        for (members, events, jobs) in &sizes {
            assert_eq!((*members, *jobs), (*events, events - 1), "{sizes:?}");
        }
        assert!(sizes.is_sorted() && sizes[0] < sizes[2], "{sizes:?}");
        db.close().await.unwrap();
    }
}

/// Brings a copy back into a folder and counts: people, events, jobs.
async fn members_and_events(copy: &std::path::Path) -> (i64, i64, i64) {
    let back = Db::new(store::testing::Kind::Sqlite);
    let options =
        || Options { database: back.database(), clock: Clock::at(NOON), ids: base::Ids::seeded(9) };
    store::restore(copy, options(), MIGRATIONS).await.unwrap();
    let store = Store::open(options()).unwrap();
    assert_eq!(store.integrity().await.unwrap(), Vec::<String>::new());
    let jobs = store.job_counts().await.unwrap().iter().map(|count| count.count).sum::<i64>();
    let cx = Cx::new(store, Actor::System("test"), NOON).in_partnership("riverbend");
    let tx = cx.read(READ).await.unwrap();
    let members = tx.query(&MEMBERS, values![]).await.unwrap().len();
    (i64::try_from(members).unwrap(), tx.place().unwrap().head, jobs)
}

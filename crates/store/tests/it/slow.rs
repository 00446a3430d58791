use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use base::Actor;
use store::{
    Migration,
    testing::{Db, Kind},
    values,
};
use tokio_util::task::TaskTracker;

use crate::fixture::{READ, fixture};

store::installation_statements! {
    SLOW = "WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers
        WHERE i < 2000000) SELECT COUNT(*) AS many FROM numbers";
    COUNTED = "SELECT idx FROM sqlite_stat1 WHERE tbl = 'grants' ORDER BY idx";
    INDEXES = "SELECT name AS idx FROM sqlite_master WHERE tbl_name = 'grants' AND type = 'index'
        ORDER BY name";
}

/// As many as may look at the data at once: more than there are workers.
const LOOKS: usize = 4;

#[test]
fn slow_looks_at_an_embedded_database_leave_a_worker_for_everybody_else() {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::new(Kind::Sqlite);
        let f = fixture(&db).await;
        let (begun, done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let tasks = TaskTracker::new();
        for _ in 0..LOOKS {
            let (begun, done) = (Arc::clone(&begun), Arc::clone(&done));
            let cx = f.cx(Actor::System("test"));
            tasks.spawn(async move {
                let tx = cx.read(READ).await.unwrap();
                begun.fetch_add(1, Ordering::SeqCst);
                tx.query(&SLOW, values![]).await.unwrap();
                done.fetch_add(1, Ordering::SeqCst);
            });
        }
        let seen = Arc::clone(&done);
        let other = tasks.spawn(async move {
            while begun.load(Ordering::SeqCst) < LOOKS {
                tokio::task::yield_now().await;
            }
            seen.load(Ordering::SeqCst)
        });
        assert_eq!(other.await.unwrap(), 0, "somebody waited for a slow look to end");
        tasks.close();
        tasks.wait().await;
        assert_eq!(done.load(Ordering::SeqCst), LOOKS);
        db.close().await.unwrap();
    });
}

#[test]
fn an_upgrade_leaves_no_index_without_the_figures_that_others_have() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::new(Kind::Sqlite);
        let f = fixture(&db).await;
        f.store.batch("ANALYZE").await.unwrap();
        let sql = "CREATE INDEX grants_by_age ON grants (partnership, since);\n";
        let upgrade = Migration { name: "99991231_2359_upgrade", sql };
        f.store.migrate(&[store::MIGRATIONS, &[upgrade]].concat()).await.unwrap();
        let cx = f.cx(Actor::System("test"));
        let tx = cx.read(READ).await.unwrap();
        let mut names = Vec::new();
        for statement in [&COUNTED, &INDEXES] {
            let rows = tx.query(statement, values![]).await.unwrap();
            let idx = rows.iter().map(|row| row.get::<String>("idx").unwrap());
            names.push(idx.collect::<Vec<_>>());
        }
        assert_eq!(names[0], names[1]);
        assert!(names[0].contains(&"grants_by_age".to_owned()), "{names:?}");
        drop(tx);
        db.close().await.unwrap();
    });
}

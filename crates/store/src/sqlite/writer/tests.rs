use futures_util::future::join_all;

use super::*;

fn writer() -> Writer {
    let connection = Connection::open_in_memory().unwrap();
    connection.execute_batch("CREATE TABLE t (n INTEGER PRIMARY KEY)").unwrap();
    Writer::start(connection, &Settings::folder(std::path::Path::new(""))).unwrap()
}

async fn insert(turn: &mut Turn, n: i64) -> Result<(), Error> {
    turn.run("INSERT INTO t (n) VALUES ($1)", vec![Value::Integer(n)]).await.map(drop)
}

async fn numbers(writer: &Writer) -> Vec<i64> {
    let turn = writer.turn().await.unwrap();
    let rows = turn.run("SELECT n FROM t ORDER BY n", Vec::new()).await.unwrap().rows;
    rows.iter().map(|row| row.get("n").unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_shared_commit_each_keeps_or_takes_back_its_own() {
    let writer = writer();
    let change = |n: i64| {
        let writer = &writer;
        async move {
            let mut turn = writer.turn().await.unwrap();
            insert(&mut turn, n).await.unwrap();
            match n % 3 {
                0 => turn.commit().await.unwrap(),
                1 => drop(turn),
                _ => {
                    assert!(matches!(insert(&mut turn, n).await, Err(Error::Duplicate { .. })));
                    turn.commit().await.unwrap();
                }
            }
        }
    };
    join_all((0..60).map(change)).await;
    let expected: Vec<i64> = (0..60).filter(|n| n % 3 != 1).collect();
    assert_eq!(numbers(&writer).await, expected);
}

#[tokio::test]
async fn who_stops_waiting_is_passed_over() {
    let writer = writer();
    let mut first = writer.turn().await.unwrap();
    insert(&mut first, 1).await.unwrap();
    {
        let mut gone = Box::pin(writer.turn());
        assert!(futures_util::poll!(gone.as_mut()).is_pending());
    }
    let mut late = Box::pin(writer.turn());
    assert!(futures_util::poll!(late.as_mut()).is_pending());
    let (done, second) = futures_util::future::join(first.commit(), async {
        let mut second = late.await.unwrap();
        insert(&mut second, 2).await.unwrap();
        second.commit().await
    })
    .await;
    done.unwrap();
    second.unwrap();
    assert_eq!(numbers(&writer).await, [1, 2]);
}

#[tokio::test]
async fn a_change_that_falls_asleep_is_taken_back_and_the_next_goes_on() {
    let writer = writer();
    let mut asleep = writer.turn().await.unwrap();
    insert(&mut asleep, 1).await.unwrap();
    let seen = writer.0.revoke_unless_moved(None);
    assert!(insert(&mut asleep, 2).await.is_ok(), "one look is not enough");
    let seen = writer.0.revoke_unless_moved(seen);
    writer.0.revoke_unless_moved(seen);
    assert!(matches!(insert(&mut asleep, 3).await, Err(Error::Unavailable(_))));
    let mut next = writer.turn().await.unwrap();
    insert(&mut next, 4).await.unwrap();
    next.commit().await.unwrap();
    assert!(matches!(asleep.commit().await, Err(Error::Unavailable(_))));
    assert_eq!(numbers(&writer).await, [4]);
}

#[tokio::test]
async fn in_a_quiet_moment_the_log_is_carried_over_to_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("t.sqlite");
    let connection = Connection::open(&file).unwrap();
    connection.pragma_update(None, "journal_mode", "wal").unwrap();
    connection.execute_batch("CREATE TABLE t (n INTEGER PRIMARY KEY)").unwrap();
    let writer = Writer::start(connection, &Settings::folder(folder.path())).unwrap();
    let mut turn = writer.turn().await.unwrap();
    insert(&mut turn, 7).await.unwrap();
    turn.commit().await.unwrap();
    // One who believes that nothing changes looks at the file alone.
    let in_file = || {
        let address = format!("file:{}?immutable=1", file.display());
        let flags =
            rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY | rusqlite::OpenFlags::SQLITE_OPEN_URI;
        let alone = Connection::open_with_flags(address, flags).ok()?;
        alone.query_row("SELECT n FROM t", [], |row| row.get::<_, i64>(0)).ok()
    };
    let carried = async {
        while in_file() != Some(7) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), carried).await.unwrap();
    assert_eq!(numbers(&writer).await, [7]);
}

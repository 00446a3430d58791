//! How the index follows the record.

use web::testing::both_databases;

use super::*;

fn thing<'a>(id: &'a str, title: &'a str) -> Thing<'a> {
    Thing { id, title, text: "x", ..Thing::default() }
}

both_databases! {
    async fn what_changes_is_found_as_it_is_now_and_what_goes_is_gone(db) {
        let stage = Stage::set(db).await;
        put(&stage.app, &stage.here, thing("a", "Zebra")).await;
        stage.catch_up().await;
        assert_eq!(stage.found(&stage.sam, "q=zebra").await, ["Zebra"]);
        put(&stage.app, &stage.here, thing("a", "Yak")).await;
        put(&stage.app, &stage.here, thing("b", "Zebra two")).await;
        stage.catch_up().await;
        assert_eq!(stage.found(&stage.sam, "q=zebra").await, ["Zebra two"]);
        assert_eq!(stage.found(&stage.sam, "q=yak").await, ["Yak"]);
        take(&stage.app, &stage.here, "b").await;
        stage.catch_up().await;
        assert!(stage.found(&stage.sam, "q=zebra").await.is_empty());
        assert_eq!(stage.catch_up().await, 0, "nothing happened since");
        stage.app.close().await;
    }

    async fn an_index_made_anew_finds_the_same(db) {
        let stage = Stage::set(db).await;
        for n in 0..120 {
            put(&stage.app, &stage.here, thing(&format!("t{n:03}"), "Zebra")).await;
        }
        stage.catch_up().await;
        let before = stage.found(&stage.sam, "q=zebra").await.len();
        stage.index.clear().unwrap();
        assert!(stage.found(&stage.sam, "q=zebra").await.is_empty());
        assert!(stage.catch_up().await >= 120);
        assert_eq!(stage.found(&stage.sam, "q=zebra").await.len(), before);
        stage.app.close().await;
    }

    async fn an_index_in_a_folder_goes_on_where_it_was(db) {
        let stage = Stage::set(db).await;
        let folder = stage.app.db.folder().join("search");
        let home = || Home::Folder(folder.clone());
        put(&stage.app, &stage.here, thing("a", "Zebra")).await;
        let index = Index::open(home()).unwrap();
        assert!(catch_up(&stage.app.store, &index).await.unwrap() >= 1);
        // Two programs do not write one index.
        let other = Index::open(home()).unwrap();
        put(&stage.app, &stage.here, thing("b", "Zebra")).await;
        let kept = catch_up(&stage.app.store, &other).await;
        assert!(matches!(kept, Err(search::Error::Kept { .. })), "{kept:?}");
        drop((index, other));
        let index = Index::open(home()).unwrap();
        assert_eq!(catch_up(&stage.app.store, &index).await.unwrap(), 1, "only what is new");
        drop(index);
        // A broken one is made anew.
        for file in std::fs::read_dir(&folder).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "json") {
                std::fs::write(path, "no index").unwrap();
            }
        }
        let index = Index::open(home()).unwrap();
        assert!(catch_up(&stage.app.store, &index).await.unwrap() >= 2);
        stage.app.close().await;
    }

    async fn without_an_index_the_page_says_so(db) {
        let app = TestApp::start(db, &[things::CONTEXT, search::CONTEXT]).await;
        let here = app.partnership("riverbend").await;
        let organization = app.system().new_id();
        let sam = app.person("Sam Okafor", &here, organization, Role::Member).await;
        let answer = app.get(&sam, "/search?q=zebra").await;
        assert_eq!(answer.status, 503);
        app.close().await;
    }
}

#[test]
fn servers_that_begin_together_open_one_index() {
    let folder = std::env::temp_dir().join(format!("concord-search-{}", std::process::id()));
    for round in 0..40 {
        let home = || Home::Folder(folder.join(round.to_string()));
        let together = std::sync::Barrier::new(4);
        std::thread::scope(|scope| {
            let server = || {
                together.wait();
                Index::open(home()).unwrap()
            };
            for server in [(); 4].map(|()| scope.spawn(server)) {
                drop(server.join().unwrap());
            }
        });
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

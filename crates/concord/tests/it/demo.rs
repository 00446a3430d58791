//! The invented county holds what a newcomer is to see at work.

use store::testing::{Db, Kind};

use super::world::configuration;

/// How many rows a question finds in Riverbend.
async fn count(store: &store::Store, what: &str) -> i64 {
    let sql = format!(
        "SELECT count(*) AS n FROM {what} AND a.partnership = (SELECT id FROM partnerships WHERE slug = 'riverbend')"
    );
    store.ask(&sql, Vec::new()).await.unwrap().remove(0).get("n").unwrap()
}

#[test]
fn riverbend_has_a_whole_plan_meetings_decisions_and_ideas_that_came_to_a_result() {
    store::testing::block_on(async {
        let db = Db::new(Kind::Sqlite);
        let configuration = configuration(&db.folder().join("data"));
        concord::demo::prepare(&configuration, 7, true).await.unwrap();
        let store = concord::installation::open(&configuration).unwrap();
        for (layer, number) in [("goal", 5), ("objective", 14), ("strategy", 20), ("milestone", 60)]
        {
            let found = count(&store, &format!("plan_items a WHERE a.layer = '{layer}'")).await;
            assert_eq!(found, number, "{layer}");
        }
        assert_eq!(count(&store, "decisions a WHERE 1 = 1").await, 12);
        let methods = "(SELECT DISTINCT partnership, method FROM decisions WHERE state = 'closed') a WHERE 1 = 1";
        assert!(count(&store, methods).await >= 4, "closed by four methods");
        assert_eq!(count(&store, "decisions a WHERE a.supersedes IS NOT NULL").await, 1);
        assert!(
            count(&store, "ideas a WHERE a.kind = 'idea' AND a.state IN ('kept', 'dropped')").await
                >= 3
        );
        // A series with six meetings that were held, and a next one whose agenda proposes itself.
        let held = "(SELECT partnership, series FROM meetings WHERE state = 'held' \
                     GROUP BY partnership, series HAVING count(*) >= 6) a WHERE 1 = 1";
        assert!(count(&store, held).await >= 1, "six past meetings of one series");
        let next = "meeting_items a JOIN meetings m ON m.partnership = a.partnership AND m.id = a.meeting \
                    WHERE m.state = 'planned' AND m.series IS NOT NULL AND a.source IN ('returned', 'rule')";
        assert!(count(&store, next).await >= 1, "the next agenda holds what nobody wrote there");
    });
}

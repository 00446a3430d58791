//! What is kept between two events has one order, however the server finds it.

use store::testing::{Db, Kind, block_on};

use crate::{crawl::crawl, world::World};

/// Every row of every table where the last of its table was, with what the server knows of them: so
/// that rows which an order leaves equal come the other way round, and other plans are chosen.
const TURN: &str = "DO $$ DECLARE name text; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT relname FROM pg_class
        WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
    LOOP
        EXECUTE format('CREATE TEMP TABLE turned AS SELECT * FROM %I ORDER BY ctid DESC', name);
        EXECUTE format('DELETE FROM %I', name);
        EXECUTE format('INSERT INTO %I SELECT * FROM turned', name);
        DROP TABLE turned;
    END LOOP;
END $$";

/// A debug build gives a fault where an answer that is kept and a fresh one differ. The server
/// gathers its knowledge when it likes: without an order of their own rows would come in another
/// one some time later, and people would see a list change in which nothing has happened.
#[test]
fn what_is_kept_comes_in_the_same_order_when_the_server_finds_it_otherwise() {
    block_on(async {
        let world = World::make(Db::new(Kind::Postgres)).await;
        let mut seen = Vec::new();
        for partnership in &world.partnerships {
            for viewer in world.viewers(partnership) {
                if viewer.roles.contains_key(&partnership.id) {
                    let (pages, _) = crawl(&world, &viewer, partnership).await;
                    seen.extend(pages.into_values().flatten().map(|page| (viewer.clone(), page)));
                }
            }
        }
        assert!(seen.len() > 500, "only {} pages were looked at", seen.len());
        world.beside(TURN).await;
        world.beside("ANALYZE").await;
        let mut differ = Vec::new();
        for (viewer, page) in &seen {
            let status = world.get(viewer, page).await.status;
            if status >= 500 {
                differ.push(format!("{status} {page} as {}", viewer.name));
            }
        }
        assert!(differ.is_empty(), "{}", differ.join("\n"));
        world.end().await;
    });
}

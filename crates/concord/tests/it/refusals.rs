use store::testing::{Db, Kind, block_on};

use crate::world::World;

/// The pages of the demo show links that sign visitors in: outside a demo there are none.
#[test]
fn the_pages_of_the_demo_are_not_there_outside_a_demo() {
    block_on(async {
        let world = World::make(Db::new(Kind::Sqlite)).await;
        for viewer in world.viewers(&world.partnerships[0]) {
            for path in ["/demo", "/demo/mail"] {
                let seen = world.get(&viewer, path).await;
                assert_eq!(seen.status, 404, "{path} as {}", viewer.name);
            }
        }
        world.end().await;
    });
}

//! The list's query alone: rows into values, without a page around them.

use std::time::Duration;

use base::Actor;
use store::{Access, Cx, Permission, values};

use crate::{Done, data::Place, machine::Cpu};

const READ: Permission = Permission::partnership("bench.read", Access::Read, &[]);
const TIMES: u32 = 3000;

store::statements! {
    LIST = "SELECT c.id, c.title, c.promiser, c.receiver, c.in_charge, c.due, c.deadline, c.state,
        c.shelf, c.day, c.done_on, c.goal, c.moves, c.moved_from, c.moved_why, c.thanks, c.revision
        FROM commitments c WHERE c.partnership = $1 ORDER BY c.shelf, c.day, c.id LIMIT $2";
}

/// Our processor time for one run of it.
pub(crate) fn cpu_of_list(place: &Place) -> Done<Duration> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let store = place.open()?;
        let now = store.clock().now();
        let cx = Cx::new(store, Actor::System("bench"), now).in_partnership("riverbend");
        let tx = cx.read(READ).await?;
        for _ in 0..300 {
            tx.query(&LIST, values![51_i64]).await?;
        }
        let cpu = Cpu::of("self")?;
        for _ in 0..TIMES {
            tx.query(&LIST, values![51_i64]).await?;
        }
        Ok(cpu.since()? / TIMES)
    })
}

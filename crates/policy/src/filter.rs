//! The same rules for records that are not known yet: what a row must be like to go.

use std::ops::ControlFlow;

use crate::{
    Predicate, RequestPattern, World,
    row::{Clients, Truth as _, Unknown},
    rules::{self, Case, Door},
};

/// The condition under which [`crate::decide`] would let a record go. It belongs into the statement
/// before anything is counted, sorted, ranked or cut into pages.
///
/// It names clients and consents one by one, so the world that it is made from should hold few of them;
/// where there are many, see [`outline`].
#[must_use]
pub fn filter(world: &World, asked: &RequestPattern) -> Predicate {
    read(world, asked, Clients::Named)
}

/// What [`filter`] would be if every client had signed all that can be signed: no record that
/// [`crate::decide`] lets go fails it, whatever the clients of the world are. It narrows a list whose clients
/// are too many to be named; those records that are left are decided one by one.
#[must_use]
pub fn outline(world: &World, asked: &RequestPattern) -> Predicate {
    read(world, asked, Clients::Open)
}

fn read(world: &World, asked: &RequestPattern, clients: Clients) -> Predicate {
    holders(world, asked)
        .into_iter()
        .filter_map(|holder| Case::new(world, asked, holder))
        .map(|case| {
            // First the holder: most lists are of one, and an index begins with it.
            Predicate::held_by(case.holder).and(|| permitted(&case, clients))
        })
        .fold(Predicate::Never, |any, part| any.or(|| part))
}

/// Whose records may be in the list at all.
fn holders(world: &World, asked: &RequestPattern) -> Vec<base::OrganizationId> {
    match (asked.from, asked.to) {
        (Some(holder), _) => vec![holder],
        (None, Some(to)) if rules::door_of(world, asked) == Some(Door::None) => {
            world.givers(to).to_vec()
        }
        (None, _) => world.organizations(),
    }
}

fn permitted(case: &Case<'_>, clients: Clients) -> Predicate {
    let mut permitted = Predicate::Always;
    let row = Unknown { world: case.world, clients };
    let _every_rule = rules::examine(case, &row, &mut |rule, refuses| {
        if case.world.holds(rule) {
            let so_far = std::mem::replace(&mut permitted, Predicate::Never);
            permitted = so_far.and(|| refuses.not());
        }
        if permitted == Predicate::Never {
            ControlFlow::Break(rule)
        } else {
            ControlFlow::Continue(())
        }
    });
    permitted
}

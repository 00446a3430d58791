//! How much each organization carries: what it answers for, its parts, its promises, and what waits
//! for its word. Pure but for the reading of kept counts.

use std::collections::BTreeMap;
use std::sync::Arc;

use base::OrganizationId;
use futures_util::{TryFutureExt as _, future::try_join5};
use partnership::{Directory, SeatEntry};
use store::{Cx, Place};

use super::{Duty, StateName, store as rows};
use crate::{Error, access};

/// What one organization carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    /// Open items of the plan that it answers for.
    pub answers: i64,
    /// What it leads.
    pub leads: i64,
    /// What it supports.
    pub supports: i64,
    /// What it is asked about.
    pub consulted: i64,
    /// What it is told of.
    pub informed: i64,
    /// Parts that were proposed and that nobody has agreed to or declined.
    pub proposed: i64,
    /// Its commitments that bind.
    pub promises: i64,
    /// Positions that are due from it or its seats.
    pub positions: i64,
}

/// What each organization carries.
#[derive(Debug, Clone)]
pub struct Loads {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// Each current partner with its load, the heaviest first.
    pub each: Vec<(OrganizationId, Load)>,
}

impl Load {
    /// The work that it has: what it leads and supports, and what it promised.
    #[must_use]
    pub const fn work(&self) -> i64 {
        self.leads + self.supports + self.promises
    }

    /// What waits for its word.
    #[must_use]
    pub const fn waits(&self) -> i64 {
        self.proposed + self.positions
    }

    const fn add(&mut self, duty: Duty, state: StateName, count: i64) {
        let field = match (state, duty) {
            (StateName::Proposed, _) => &mut self.proposed,
            (_, Duty::Lead) => &mut self.leads,
            (_, Duty::Support) => &mut self.supports,
            (_, Duty::Consulted) => &mut self.consulted,
            (_, Duty::Informed) => &mut self.informed,
        };
        *field += count;
    }
}

/// What each organization of the partnership carries.
///
/// # Errors
/// When the caller may not read it.
pub async fn loads(cx: &Cx) -> Result<Loads, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    let (roles, owned, promised, asked, directory) = try_join5(
        rows::counts(&tx),
        rows::owned(&tx),
        rows::promised(&tx),
        rows::asked(&tx),
        partnership::directory(&tx).err_into(),
    )
    .await?;
    let seats = partnership::all_seats(&tx).await?;
    let mut all: BTreeMap<OrganizationId, Load> =
        directory.current().map(|entry| (entry.id, Load::default())).collect();
    for (organization, duty, state, count) in roles {
        if let Some(load) = all.get_mut(&organization) {
            load.add(duty, state, count);
        }
    }
    for (id, load) in &mut all {
        let of = |counts: &rows::Counts| counts.get(&id.to_string()).copied().unwrap_or_default();
        (load.answers, load.promises, load.positions) = (of(&owned), of(&promised), of(&asked));
        load.positions += seats_asked(&seats, *id, &asked);
    }
    let mut each: Vec<(OrganizationId, Load)> = all.into_iter().collect();
    each.sort_by_key(|(id, load)| {
        (std::cmp::Reverse(load.work()), directory.name(*id).to_owned(), *id)
    });
    Ok(Loads { place: tx.place()?, directory, each })
}

/// Positions that are due from the seats of an organization.
fn seats_asked(seats: &[SeatEntry], of: OrganizationId, asked: &rows::Counts) -> i64 {
    let own = seats.iter().filter(|seat| seat.organization == of);
    own.filter_map(|seat| asked.get(&seat.id.to_string())).sum()
}

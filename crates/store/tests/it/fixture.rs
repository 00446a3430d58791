//! One partnership with one person in it, and what tests change there.

use base::{
    Actor, Instant, OrganizationId, PartnershipId, PersonId, Private, Role, SignedIn, Zone,
};
use store::{
    Access, Clock, Cx, Event, Job, MIGRATIONS, Permission, Store, Subject, testing::Db, values,
};

pub(crate) const NOTE: Permission =
    Permission::partnership("notes.write", Access::Write, &[Role::Member]);
pub(crate) const READ: Permission =
    Permission::partnership("notes.read", Access::Read, &[Role::Member, Role::Guest]);
const FOUND: Permission = Permission::installation("partnerships.found", Access::Write);

mod statements {
    store::statements! {
        MEMBERS = "SELECT person FROM grants WHERE partnership = $1 ORDER BY person";
        JOIN = "INSERT INTO grants (partnership, person, organization, role, since)
            VALUES ($1, $2, $3, 'member', 0)";
    }
    store::clauses! { FEW of MEMBERS = "LIMIT $?"; }
}
mod wide {
    store::installation_statements! {
        EVENTS = "SELECT seq, kind FROM events WHERE partnership = $1 ORDER BY seq";
        JOBS = "SELECT kind, state, attempts FROM jobs ORDER BY kind";
    }
}
pub(crate) use statements::{FEW, JOIN, MEMBERS};

#[derive(serde::Serialize)]
pub(crate) struct Noted {
    pub(crate) text: &'static str,
}

impl Event for Noted {
    const KIND: &'static str = "note.written";

    fn subject(&self) -> Subject {
        Subject::new("note", 1)
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
pub(crate) struct Tell {
    pub(crate) fails: bool,
}

impl Job for Tell {
    const KIND: &'static str = "notes.tell";
}

pub(crate) struct Fixture {
    pub(crate) store: Store,
    pub(crate) partnership: PartnershipId,
    pub(crate) organization: OrganizationId,
    pub(crate) alicia: PersonId,
}

pub(crate) const NOON: Instant = Instant::from_micros(1_778_600_000_000_000);

pub(crate) async fn fixture(db: &Db) -> Fixture {
    let store = db.open(Clock::at(NOON), 1).await.unwrap();
    store.migrate(MIGRATIONS).await.unwrap();
    let cx = Cx::new(store.clone(), Actor::System("test"), NOON);
    let (partnership, organization, alicia) = (cx.new_id(), cx.new_id(), cx.new_id());
    let mut tx = cx.write(FOUND).await.unwrap();
    let zone = Zone::named("America/Chicago").unwrap();
    tx.found(partnership, "riverbend", "Riverbend", &zone).await.unwrap();
    tx.grant(alicia, organization, Role::Member).await.unwrap();
    tx.commit(&Noted { text: "founded" }).await.unwrap();
    Fixture { store, partnership, organization, alicia }
}

pub(crate) fn signed_in(person: PersonId) -> Actor {
    Actor::Person(SignedIn {
        person,
        name: Private::new("Alicia".to_owned()),
        language: None,
        session: None,
        authenticated_at: NOON,
        strong: false,
        scopes: None,
        partnership: None,
    })
}

impl Fixture {
    pub(crate) fn cx(&self, actor: Actor) -> Cx {
        Cx::new(self.store.clone(), actor, NOON).in_partnership("riverbend")
    }

    pub(crate) async fn kinds(&self) -> Vec<(i64, String)> {
        let cx = self.cx(Actor::System("test"));
        let tx = cx.read(READ).await.unwrap();
        let rows = tx.query(&wide::EVENTS, values![self.partnership]).await.unwrap();
        rows.iter().map(|row| (row.get("seq").unwrap(), row.get("kind").unwrap())).collect()
    }
}

//! Partnerships with organizations and people, for the tests of this context and of those above.
#![expect(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test fails where it stands")]

use base::{Language, Line, OrganizationId, PartnershipId, Role, Zone};
use serde::Serialize;
use store::{Access, Event, Permission, Subject, WriteTx};
use web::testing::{TestApp, TestPartnership, TestPerson};

use crate::{
    Entry, Foundation, OrganizationKind, Part, Sector, foundation,
    organization::commands::{AddOrganization, Known, admit},
    person,
};

const PREPARE: Permission = Permission::installation("test.prepare", Access::Write);

#[derive(Serialize)]
struct Prepared;

impl Event for Prepared {
    const KIND: &'static str = "test.prepared";

    fn subject(&self) -> Subject {
        Subject::new("test", "")
    }
}

/// Riverbend: a partnership with three organizations and the people that most tests need.
#[derive(Debug, Clone)]
pub struct County {
    /// The partnership, at `/p/riverbend`.
    pub p: TestPartnership,
    /// Riverbend Housing Authority, which carries the partnership.
    pub housing: OrganizationId,
    /// County Health.
    pub health: OrganizationId,
    /// Crossroads Outreach.
    pub outreach: OrganizationId,
    /// Grace Chen, coordinator for Housing.
    pub coordinator: TestPerson,
    /// Alicia Moreno, lead of Housing.
    pub alicia: TestPerson,
    /// Sam Okafor, member for Housing.
    pub sam: TestPerson,
    /// Dana Whitfield, lead of Health.
    pub dana: TestPerson,
    /// Jo Lindqvist, lead of Outreach.
    pub jo: TestPerson,
    /// Ruth Adeyemi, guest for Outreach.
    pub guest: TestPerson,
    /// Vera Stone: coordinator of another partnership, with no role in this one.
    pub stranger: TestPerson,
    /// That other partnership, at `/p/northfork`.
    pub elsewhere: TestPartnership,
}

/// Makes Riverbend, and another partnership beside it.
pub async fn county(app: &TestApp) -> County {
    let p =
        partnership(app, "riverbend", "Riverbend County Partnership for Housing Stability").await;
    let housing = organization(app, &p, "Riverbend Housing Authority").await;
    let health = organization(app, &p, "County Health").await;
    let outreach = organization(app, &p, "Crossroads Outreach").await;
    let elsewhere = partnership(app, "northfork", "North Fork Partnership").await;
    let manager = organization(app, &elsewhere, "North Fork County Manager").await;
    County {
        coordinator: person(app, &p, "Grace Chen", housing, Role::Coordinator).await,
        alicia: person(app, &p, "Alicia Moreno", housing, Role::Lead).await,
        sam: person(app, &p, "Sam Okafor", housing, Role::Member).await,
        dana: person(app, &p, "Dana Whitfield", health, Role::Lead).await,
        jo: person(app, &p, "Jo Lindqvist", outreach, Role::Lead).await,
        guest: person(app, &p, "Ruth Adeyemi", outreach, Role::Guest).await,
        stranger: person(app, &elsewhere, "Vera Stone", manager, Role::Coordinator).await,
        p,
        housing,
        health,
        outreach,
        elsewhere,
    }
}

/// Founds a partnership without organizations.
pub async fn partnership(app: &TestApp, slug: &str, name: &str) -> TestPartnership {
    let cx = app.system();
    let id: PartnershipId = cx.new_id();
    let zone = Zone::named("America/Chicago").unwrap();
    let foundation = Foundation {
        name: name.parse().unwrap(),
        zone: zone.clone(),
        language: Language::English,
        purpose: None,
        vision: None,
        charter: None,
        areas: Vec::new(),
    };
    let mut tx = cx.write(PREPARE).await.unwrap();
    tx.found(id, slug, name, &zone).await.unwrap();
    let since = cx.now().date_in(&zone);
    foundation::store::insert(&mut tx, &foundation, since).await.unwrap();
    tx.commit(&Prepared).await.unwrap();
    TestPartnership { id, slug: slug.to_owned() }
}

/// Adds an organization: one that another partnership has already is the same one.
pub async fn organization(app: &TestApp, p: &TestPartnership, name: &str) -> OrganizationId {
    let cx = app.system();
    let mut tx = inside(app, p).await;
    let since = tx.place().unwrap().today;
    let entry = entry(name);
    let add = AddOrganization { entry, part: Part::Member, since, known: Known::Join };
    let (id, _) = admit(&cx, &mut tx, p.id, add).await.unwrap();
    tx.commit(&Prepared).await.unwrap();
    id
}

/// An entry with this name and its first letters.
#[must_use]
pub fn entry(name: &str) -> Entry {
    let letters: String = name.split(' ').filter_map(|word| word.chars().next()).collect();
    let short_name: Line<16> = letters.parse().unwrap();
    Entry {
        name: name.parse().unwrap(),
        short_name,
        kind: OrganizationKind::Local,
        sector: Sector::Housing,
        state: None,
        tribe: None,
        website: None,
        about: None,
    }
}

/// A new person with a role for an organization, on the roster.
pub async fn person(
    app: &TestApp,
    p: &TestPartnership,
    name: &str,
    organization: OrganizationId,
    role: Role,
) -> TestPerson {
    let person = TestPerson { id: app.system().new_id(), name: name.to_owned() };
    grant(app, p, &person, organization, role).await;
    person
}

/// A further role of a person, in this or another partnership.
pub async fn grant(
    app: &TestApp,
    p: &TestPartnership,
    who: &TestPerson,
    organization: OrganizationId,
    role: Role,
) {
    let mut tx = inside(app, p).await;
    tx.grant(who.id, organization, role).await.unwrap();
    person::commands::enter(&mut tx, who.id, &who.name, app.clock.now()).await.unwrap();
    tx.commit(&Prepared).await.unwrap();
}

async fn inside(app: &TestApp, p: &TestPartnership) -> WriteTx {
    let mut tx = app.system().write(PREPARE).await.unwrap();
    tx.enter(p.id).await.unwrap();
    tx
}

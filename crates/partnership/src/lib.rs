//! Partnerships, their organizations, people, bodies and seats; the record in words; *My work*.

mod access;
mod activity;
mod area;
mod body;
mod directory;
mod error;
mod finds;
mod fold;
mod forms;
mod foundation;
mod front;
mod invitation;
mod jobs;
mod membership;
mod organization;
mod person;
mod public;
mod role;
mod routes;
mod seat;
mod story;
#[cfg(feature = "testing")]
pub mod testing;
mod topics;
mod work;

pub use area::{Area, UnknownArea, states};
pub use body::{
    Body, BodyId, BodyKind, BodyPlan, SeatEntry,
    commands::{change as change_body, end as end_body, form as form_body},
    queries::{
        all_seats, bodies_sat_in, body_names, current_bodies, my_seats, seats_held, seats_in,
        seats_of,
    },
    seats::{
        close as close_seat, decline as decline_seat, entrust as entrust_seat, offer as offer_seat,
        open as open_seat, take as take_seat, vacate as vacate_seat, withdraw as withdraw_seat,
    },
};
pub use directory::{
    Directory, DirectoryEntry, Names, People, PersonEntry, Work, all_leads, coordinators,
    directory, leads_of, members, my_directory, names, people, people_called,
};
pub use error::Error;
pub use foundation::{
    Foundation,
    commands::{Appoint, Found, Founded, appoint, found, settle},
    vision,
};
pub use invitation::{InvitePerson, invite};
pub use membership::{Membership, Part};
pub use organization::{
    Entry, Organization, OrganizationKind, Sector,
    commands::{AddOrganization, Known as KnownName, add as add_organization, end_membership},
    count_promises,
};
pub use person::{
    About, Affiliation, Knowledge, Known, Profile,
    commands::{DescribeMe, describe_me},
};
pub use public::commands::{hide_story, publish_story, show_parts};
pub use role::{
    Answer, Authority, NewOffer, OfferStanding, RoleOffer, RoleOfferId,
    commands::{
        HeldRole, OfferRole, accept as accept_role, decline as decline_role, leave as leave_role,
        offer as offer_role, remove as remove_role, withdraw as withdraw_role,
    },
};
pub use seat::{Asked, Charge, Holder, Seat, SeatAuthority, SeatId, SeatParts, Taken, TermEnd};

/// What this context brings to the program.
pub const CONTEXT: web::Context = web::Context {
    name: "partnership",
    migrations: web::migrations![
        "20261123_1930_partnership",
        "20261129_0930_public",
        "20261129_0940_charges"
    ],
    statements: &[
        activity::store::ALL,
        body::store::ALL,
        directory::store::ALL,
        finds::store::ALL,
        foundation::store::ALL,
        organization::store::ALL,
        organization::store::ALL_INSTALLATION,
        person::store::ALL,
        person::store::ALL_INSTALLATION,
        role::store::ALL,
        story::store::ALL,
    ],
    clauses: &[
        activity::store::CLAUSES,
        directory::store::CLAUSES,
        organization::store::CLAUSES,
        person::store::CLAUSES,
        story::store::CLAUSES,
    ],
    routes: routes::routes,
    jobs: jobs::register,
    catalogs: [include_str!("../messages/en.ftl"), include_str!("../messages/es.ftl")],
    nav: routes::NAV,
    panels: &[&work::OFFERS, &work::SEATS, &body::gaps::PANEL],
    abouts: &[&story::about::PART],
    stories: &[&story::bodies::BODIES],
    finds: &[&finds::ORGANIZATIONS, &finds::PEOPLE, &finds::BODIES],
    topics: &[&topics::PARTNERSHIP, &topics::ORGANIZATION, &topics::BODY],
    subjects: &[
        ("partnership", "/p/{partnership}"),
        ("organization", "/p/{partnership}/organizations/{id}"),
        ("person", "/p/{partnership}/people/{id}"),
        ("body", "/p/{partnership}/bodies/{id}"),
    ],
    ..web::Context::NOTHING
};

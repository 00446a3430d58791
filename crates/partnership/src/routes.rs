//! The addresses of this context.

use web::{NavItem, Routes, Section};

use crate::{
    access as may, activity, body, foundation, front, invitation, organization, person, public,
    role, story, work,
};

/// Its places in the navigation.
pub(crate) const NAV: &[NavItem] = &[
    NavItem { section: Section::MyWork, label: "me-page", address: "/me" },
    NavItem { section: Section::MyWork, label: "profile-page", address: "/me/profile" },
    NavItem { section: Section::Overview, label: "overview-page", address: "/p/{partnership}" },
    NavItem {
        section: Section::Overview,
        label: "activity-page",
        address: "/p/{partnership}/activity",
    },
    NavItem { section: Section::People, label: "people-page", address: "/p/{partnership}/people" },
    NavItem {
        section: Section::People,
        label: "organizations-page",
        address: "/p/{partnership}/organizations",
    },
    NavItem { section: Section::People, label: "bodies-page", address: "/p/{partnership}/bodies" },
    NavItem { section: Section::People, label: "roles-page", address: "/p/{partnership}/roles" },
];

pub(crate) fn routes(r: &mut Routes) {
    mine(r);
    the_partnership(r);
    stories(r);
    everybody(r);
    organizations(r);
    people(r);
    roles(r);
    invitations(r);
    bodies(r);
    seats(r);
}

fn mine(r: &mut Routes) {
    use foundation::api::MineView;
    use person::api::{ProfileBody, ProfileView, describe_me, my_profile};
    r.page("/", &[may::FRONT], front::show);
    r.page("/me", &[may::MY_WORK], work::show).together();
    r.page("/me/profile", &[may::MY_PROFILE], person::me::edit);
    r.form("/me/profile", &[may::MY_PROFILE, may::MY_PROFILE_CHANGE], person::me::save);
    r.get("/me/work", &[may::MY_WORK], work::api::show).gives::<work::api::WorkView>(
        200,
        "Shows what the caller owes, what waits and what changed",
    );
    r.get("/me/partnerships", &[may::MY_WORK], foundation::api::mine)
        .lists::<MineView>("Lists the partnerships of the caller");
    r.get("/me/profile", &[may::MY_PROFILE], my_profile)
        .gives::<ProfileView>(200, "Shows the caller's profile");
    r.put("/me/profile", &[may::MY_PROFILE, may::MY_PROFILE_CHANGE], describe_me)
        .takes::<ProfileBody>()
        .gives::<ProfileView>(200, "Changes the caller's profile");
}

fn the_partnership(r: &mut Routes) {
    use foundation::{api, overview, pages};
    r.page("/p/{partnership}", &[may::OVERVIEW], overview::show).together();
    r.page("/p/{partnership}/settings", &[may::SETTINGS], pages::edit);
    r.form("/p/{partnership}/settings", &[may::SETTINGS, may::SETTLE], pages::save);
    r.get("/p/{partnership}", &[may::OVERVIEW], api::show)
        .gives::<api::PartnershipView>(200, "Shows a partnership");
    r.put("/p/{partnership}", &[may::SETTLE], api::settle)
        .takes::<api::PartnershipBody>()
        .gives::<api::PartnershipView>(200, "Changes what a partnership says of itself");
    r.page("/p/{partnership}/activity", &[may::ACTIVITY], activity::pages::list);
    r.download("/p/{partnership}/activity.json", &[may::ACTIVITY], activity::api::list);
    r.get("/p/{partnership}/activity", &[may::ACTIVITY], activity::api::list)
        .lists::<activity::api::HappeningView>("Lists what happened, the latest first");
}

fn stories(r: &mut Routes) {
    use story::{api, pages, public};
    let one = "/p/{partnership}/stories/{kind}/{id}";
    let letting_out = "/p/{partnership}/stories/{kind}/{id}/public";
    r.page(one, &[may::ACTIVITY], pages::show);
    r.page(letting_out, &[may::SETTINGS, may::ACTIVITY], pages::ask);
    r.form(letting_out, &[may::SETTLE, may::SETTINGS, may::ACTIVITY], pages::publish);
    r.page("/public/{partnership}/stories/{kind}/{id}", &[may::PUBLIC_STORIES], public::show);
    r.get(one, &[may::ACTIVITY], api::show)
        .gives::<api::StoryView>(200, "Tells the story of a record, a page of what happened");
}

fn everybody(r: &mut Routes) {
    use public::{api, pages, settings};
    r.page("/public/{partnership}", &[may::PUBLIC], pages::show);
    r.page("/p/{partnership}/public", &[may::SETTINGS], settings::edit);
    r.form("/p/{partnership}/public", &[may::SETTLE], settings::save);
    r.get("/public/{partnership}", &[may::PUBLIC], api::show)
        .gives::<api::PublicView>(200, "Shows what a partnership lets everybody see");
}

fn organizations(r: &mut Routes) {
    use organization::{api, pages, sheet};
    let all = "/p/{partnership}/organizations";
    let one = "/p/{partnership}/organizations/{id}";
    r.page(all, &[may::ORGANIZATIONS], pages::list);
    r.page("/p/{partnership}/organizations/new", &[may::ADMIT_FORM], pages::new);
    r.form("/p/{partnership}/organizations/new", &[may::ADMIT_FORM, may::ADMIT], pages::add);
    r.page(one, &[may::ORGANIZATIONS, may::SHARED], sheet::show);
    let edit = "/p/{partnership}/organizations/{id}/edit";
    r.page(edit, &[may::DESCRIBE_FORM], pages::edit);
    r.form(edit, &[may::DESCRIBE_FORM, may::DESCRIBE_ORGANIZATION], pages::describe);
    let membership = "/p/{partnership}/organizations/{id}/membership";
    r.page(membership, &[may::ADMIT_FORM], pages::membership);
    r.form(membership, &[may::ADMIT_FORM, may::ADMIT], pages::change_membership);
    let end = "/p/{partnership}/organizations/{id}/end";
    r.page(end, &[may::ADMIT_FORM], pages::ending);
    r.form(end, &[may::ADMIT_FORM, may::ADMIT], pages::end);

    r.get(all, &[may::ORGANIZATIONS], api::list)
        .lists::<api::OrganizationView>("Lists the organizations, by name");
    r.post(all, &[may::ADMIT, may::ORGANIZATIONS], api::add)
        .takes::<api::AdditionBody>()
        .gives::<api::OrganizationView>(201, "Adds an organization");
    r.get(one, &[may::ORGANIZATIONS], api::show)
        .gives::<api::OrganizationView>(200, "Shows an organization");
    r.put(one, &[may::DESCRIBE_ORGANIZATION, may::ORGANIZATIONS], api::describe)
        .takes::<api::EntryBody>()
        .gives::<api::OrganizationView>(200, "Changes an organization's entry");
    r.put(membership, &[may::ADMIT, may::ORGANIZATIONS], api::change_membership)
        .takes::<api::MembershipBody>()
        .gives::<api::OrganizationView>(200, "Changes a membership");
    let departure = "/p/{partnership}/organizations/{id}/departure";
    r.post(departure, &[may::ADMIT, may::ORGANIZATIONS], api::depart)
        .takes::<api::DepartureBody>()
        .gives::<api::OrganizationView>(200, "Ends a membership");
}

fn people(r: &mut Routes) {
    use person::{api, pages};
    r.page("/p/{partnership}/people", &[may::PEOPLE], pages::list);
    r.download("/p/{partnership}/people.csv", &[may::PEOPLE_EXPORT], api::export);
    r.page("/p/{partnership}/people/{id}", &[may::PEOPLE], pages::show);
    r.get("/p/{partnership}/people", &[may::PEOPLE], api::list)
        .lists::<api::PersonView>("Lists the people, by name");
    r.get("/p/{partnership}/people/{id}", &[may::PEOPLE], api::show)
        .gives::<api::PersonSheetView>(200, "Shows a person");
}

fn roles(r: &mut Routes) {
    use role::{api, pages};
    let all = "/p/{partnership}/roles";
    r.page(all, &[may::ROLES], pages::inbox);
    r.page("/p/{partnership}/roles/new", &[may::OFFER_FORM], pages::new);
    r.form("/p/{partnership}/roles/new", &[may::OFFER_FORM, may::OFFER_ROLE], pages::offer);
    r.form("/p/{partnership}/roles/{id}/accept", &[may::ANSWER_ROLE], pages::accept);
    r.form("/p/{partnership}/roles/{id}/decline", &[may::ANSWER_ROLE], pages::decline);
    r.form("/p/{partnership}/roles/{id}/withdraw", &[may::OFFER_ROLE], pages::withdraw);
    let end = "/p/{partnership}/people/{person}/roles/{organization}/{role}/end";
    r.page(end, &[may::ROLES], pages::ending);
    r.form(end, &[may::ROLES, may::ANSWER_ROLE, may::REMOVE_ROLE], pages::end);

    r.get(all, &[may::ROLES], api::list)
        .lists::<api::RoleOfferView>("Lists the offers of roles that wait");
    r.post(all, &[may::OFFER_ROLE], api::offer)
        .takes::<api::RoleOfferBody>()
        .gives::<api::RoleOfferView>(201, "Offers a role");
    r.post("/p/{partnership}/roles/{id}/acceptance", &[may::ANSWER_ROLE], api::accept)
        .gives::<api::RoleOfferView>(200, "Takes an offered role");
    r.post("/p/{partnership}/roles/{id}/refusal", &[may::ANSWER_ROLE], api::decline)
        .takes::<api::RefusalBody>()
        .gives::<api::RoleOfferView>(200, "Declines an offered role");
    r.delete("/p/{partnership}/roles/{id}", &[may::OFFER_ROLE], api::withdraw)
        .gives::<api::RoleOfferView>(200, "Takes an offer back");
    let held = "/p/{partnership}/people/{person}/roles/{organization}/{role}";
    r.delete(held, &[may::ANSWER_ROLE, may::REMOVE_ROLE], api::end)
        .does(200, "Ends a role: one's own, or one that the caller may take away");
}

fn invitations(r: &mut Routes) {
    use invitation::{api, pages};
    let all = "/p/{partnership}/invitations";
    r.page(all, &[may::INVITATIONS], pages::list);
    r.form(all, &[may::INVITATIONS, may::INVITE], pages::send);
    r.form("/p/{partnership}/invitations/{id}/resend", &[may::INVITE], pages::again);
    r.form("/p/{partnership}/invitations/{id}/revoke", &[may::INVITE], pages::take_back);
    r.get(all, &[may::INVITATIONS], api::list)
        .lists::<api::InvitationView>("Lists the invitations that wait");
    r.post(all, &[may::INVITE], api::send)
        .takes::<api::InvitationBody>()
        .gives::<api::InvitationDone>(201, "Invites somebody by mail");
    r.post("/p/{partnership}/invitations/{id}/sendings", &[may::INVITE], api::again)
        .gives::<api::InvitationDone>(200, "Sends an invitation again");
    r.delete("/p/{partnership}/invitations/{id}", &[may::INVITE], api::take_back)
        .gives::<api::InvitationDone>(200, "Takes an invitation back");
}

fn bodies(r: &mut Routes) {
    use body::{api, pages};
    let all = "/p/{partnership}/bodies";
    let one = "/p/{partnership}/bodies/{id}";
    r.page(all, &[may::BODIES], pages::list);
    r.page("/p/{partnership}/bodies/new", &[may::BODIES_FORM], pages::new);
    r.form("/p/{partnership}/bodies/new", &[may::BODIES_FORM, may::KEEP_BODIES], pages::form);
    r.page(one, &[may::BODIES], pages::show);
    let edit = "/p/{partnership}/bodies/{id}/edit";
    r.page(edit, &[may::BODIES_FORM], pages::edit);
    r.form(edit, &[may::BODIES_FORM, may::KEEP_BODIES], pages::change);
    let end = "/p/{partnership}/bodies/{id}/end";
    r.page(end, &[may::BODIES_FORM], pages::ending);
    r.form(end, &[may::BODIES_FORM, may::KEEP_BODIES], pages::end);

    r.get(all, &[may::BODIES], api::list).lists::<api::BodyView>("Lists the bodies");
    r.post(all, &[may::KEEP_BODIES], api::form)
        .takes::<api::BodyBody>()
        .gives::<api::BodyView>(201, "Forms a body");
    r.get(one, &[may::BODIES], api::show)
        .gives::<api::BodySheetView>(200, "Shows a body with its seats");
    r.put(one, &[may::KEEP_BODIES], api::change)
        .takes::<api::BodyBody>()
        .gives::<api::BodyView>(200, "Changes a body");
    r.delete(one, &[may::KEEP_BODIES], api::end)
        .gives::<api::BodyView>(200, "Ends a body and closes its seats");
}

fn seats(r: &mut Routes) {
    use body::{api, handover, seat_pages as pages};
    let new = "/p/{partnership}/bodies/{id}/seats/new";
    r.page(new, &[may::BODIES_FORM], pages::new);
    r.form(new, &[may::BODIES_FORM, may::KEEP_BODIES], pages::open);
    let offer = "/p/{partnership}/seats/{id}/offer";
    r.page(offer, &[may::SEAT_FORM], pages::asking);
    r.form(offer, &[may::SEAT_FORM, may::OFFER_SEAT], pages::offer);
    r.form("/p/{partnership}/seats/{id}/withdraw", &[may::OFFER_SEAT], pages::withdraw);
    r.form("/p/{partnership}/seats/{id}/accept", &[may::ANSWER_SEAT], pages::accept);
    r.form("/p/{partnership}/seats/{id}/decline", &[may::ANSWER_SEAT], pages::decline);
    let vacate = "/p/{partnership}/seats/{id}/vacate";
    r.page(vacate, &[may::SEAT_FORM], pages::vacating);
    r.form(vacate, &[may::OFFER_SEAT], pages::vacate);
    let close = "/p/{partnership}/seats/{id}/close";
    r.page(close, &[may::SEAT_FORM], pages::closing);
    r.form(close, &[may::KEEP_BODIES], pages::close);

    let charge = "/p/{partnership}/seats/{id}/charge";
    r.page("/p/{partnership}/seats/{id}/handover", &[may::BODIES], handover::show);
    r.page(charge, &[may::BODIES_FORM, may::SEAT_FORM], handover::ask);
    r.form(charge, &[may::KEEP_BODIES], handover::entrust);
    r.get("/p/{partnership}/seats/{id}/handover", &[may::BODIES], api::seat_handover)
        .gives::<api::HandoverView>(200, "Shows what goes with a seat to whoever takes it over");
    r.put(charge, &[may::KEEP_BODIES], api::entrust_seat)
        .takes::<api::ChargeBody>()
        .gives::<api::SeatView>(200, "Says what the holder of a seat is to the body");
    r.post("/p/{partnership}/bodies/{id}/seats", &[may::KEEP_BODIES], api::open_seat)
        .takes::<api::SeatBody>()
        .gives::<api::SeatView>(201, "Opens a seat");
    r.put(offer, &[may::OFFER_SEAT], api::offer_seat)
        .takes::<api::SeatOfferBody>()
        .gives::<api::SeatView>(200, "Asks somebody to take a seat, or to take it over");
    r.delete(offer, &[may::OFFER_SEAT], api::withdraw_seat)
        .gives::<api::SeatView>(200, "Takes the question back");
    r.post("/p/{partnership}/seats/{id}/acceptance", &[may::ANSWER_SEAT], api::take_seat)
        .gives::<api::SeatView>(200, "Takes a seat");
    r.post("/p/{partnership}/seats/{id}/refusal", &[may::ANSWER_SEAT], api::decline_seat)
        .gives::<api::SeatView>(200, "Declines a seat");
    r.delete("/p/{partnership}/seats/{id}/holder", &[may::OFFER_SEAT], api::vacate_seat)
        .gives::<api::SeatView>(200, "Clears a seat");
    r.delete("/p/{partnership}/seats/{id}", &[may::KEEP_BODIES], api::close_seat)
        .gives::<api::SeatView>(200, "Closes a seat");
}

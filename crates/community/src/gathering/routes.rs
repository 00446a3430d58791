//! The addresses of events.

use web::Routes;

use super::{
    api::{self, GatheringView, GuestBody, GuestView, PlanBody, StateBody, WhyBody},
    export,
    pages::{self, forms, guests, list, verbs},
};
use crate::access::{HOST, READ_GATHERINGS, REGISTER};

pub(crate) fn routes(r: &mut Routes) {
    pages_of_events(r);
    guests(r);
    api_events(r);
    api_guests(r);
}

fn pages_of_events(r: &mut Routes) {
    r.page("/p/{partnership}/events", &[READ_GATHERINGS], list::list);
    r.page("/p/{partnership}/events/new", &[HOST, READ_GATHERINGS], forms::show);
    r.form("/p/{partnership}/events/new", &[HOST, READ_GATHERINGS], forms::take);
    r.page("/p/{partnership}/events/{id}", &[READ_GATHERINGS], pages::show);
    r.page("/p/{partnership}/events/{id}/edit", &[READ_GATHERINGS], forms::edit);
    r.form("/p/{partnership}/events/{id}/edit", &[HOST, READ_GATHERINGS], forms::change);
    for path in ["/p/{partnership}/events/{id}/cancel", "/p/{partnership}/events/{id}/restore"] {
        r.page(path, &[READ_GATHERINGS], verbs::show);
        r.form(path, &[HOST, READ_GATHERINGS], verbs::act);
    }
    r.form("/p/{partnership}/events/{id}/register", &[REGISTER], pages::register);
    r.form("/p/{partnership}/events/{id}/withdraw", &[REGISTER], pages::withdraw);
}

fn guests(r: &mut Routes) {
    r.page("/p/{partnership}/events/{id}/guests", &[READ_GATHERINGS], guests::show);
    r.form("/p/{partnership}/events/{id}/guests", &[HOST, READ_GATHERINGS], guests::add);
    r.download("/p/{partnership}/events/{id}/guests.csv", &[READ_GATHERINGS], export::export);
    for path in [
        "/p/{partnership}/events/{id}/guests/{number}/check-in",
        "/p/{partnership}/events/{id}/guests/{number}/uncheck",
        "/p/{partnership}/events/{id}/guests/{number}/withdraw",
    ] {
        r.form(path, &[HOST], guests::act);
    }
    r.page(
        "/p/{partnership}/events/{id}/certificate/{number}",
        &[READ_GATHERINGS],
        guests::certificate,
    );
}

fn api_events(r: &mut Routes) {
    r.get("/p/{partnership}/events", &[READ_GATHERINGS], api::list)
        .lists::<GatheringView>("Lists events that come or that were, a page at a time");
    r.post("/p/{partnership}/events", &[HOST, READ_GATHERINGS], api::plan)
        .takes::<PlanBody>()
        .gives::<GatheringView>(201, "Plans an event");
    r.get("/p/{partnership}/events/{id}", &[READ_GATHERINGS], api::find)
        .gives::<GatheringView>(200, "Shows an event and one's own registration");
    r.put("/p/{partnership}/events/{id}", &[HOST, READ_GATHERINGS], api::change)
        .takes::<PlanBody>()
        .gives::<GatheringView>(200, "Changes when, where and what for");
    r.post("/p/{partnership}/events/{id}/cancellation", &[HOST, READ_GATHERINGS], api::cancel)
        .takes::<WhyBody>()
        .gives::<GatheringView>(200, "Calls an event off");
    r.delete("/p/{partnership}/events/{id}/cancellation", &[HOST, READ_GATHERINGS], api::restore)
        .gives::<GatheringView>(200, "Takes back that an event was called off");
}

fn api_guests(r: &mut Routes) {
    r.post(
        "/p/{partnership}/events/{id}/registration",
        &[REGISTER, READ_GATHERINGS],
        api::register,
    )
    .gives::<GatheringView>(200, "Registers oneself, or joins those who wait");
    r.delete(
        "/p/{partnership}/events/{id}/registration",
        &[REGISTER, READ_GATHERINGS],
        api::withdraw,
    )
    .gives::<GatheringView>(200, "Gives one's place back");
    r.get("/p/{partnership}/events/{id}/guests", &[READ_GATHERINGS], api::guests)
        .lists::<GuestView>("Lists who registered, for the host");
    r.post("/p/{partnership}/events/{id}/guests", &[HOST, READ_GATHERINGS], api::add_guest)
        .takes::<GuestBody>()
        .gives::<GatheringView>(200, "Registers a guest by name");
    r.put(
        "/p/{partnership}/events/{id}/guests/{number}/state",
        &[HOST, READ_GATHERINGS],
        api::set_state,
    )
    .takes::<StateBody>()
    .gives::<GatheringView>(200, "Checks somebody in, takes that back, or gives the place back");
}

//! The addresses of the plan's items.

use web::Routes;

use super::{
    api,
    api::{
        AimBody, CloseBody, CommitmentBody, DatesBody, DependencyBody, ItemBody, ItemLine,
        ItemView, JudgeBody, LinkBody, OrderBody, PartView, PushView, ReviewBody, WhyBody,
    },
    export, pages,
    pages::forms,
};
use crate::access::{PLAN, READ_PLAN};

pub(crate) fn routes(r: &mut Routes) {
    pages(r);
    api_records(r);
    api_verbs(r);
}

fn pages(r: &mut Routes) {
    r.page("/p/{partnership}/goals", &[READ_PLAN], pages::list::list);
    r.download("/p/{partnership}/goals.csv", &[READ_PLAN], export::export);
    r.page("/p/{partnership}/goals/new", &[PLAN, READ_PLAN], pages::new::show);
    r.form("/p/{partnership}/goals/new", &[PLAN, READ_PLAN], pages::new::take);
    r.page("/p/{partnership}/goals/{id}", &[READ_PLAN], pages::show).together();
    for path in [
        "/p/{partnership}/goals/{id}/edit",
        "/p/{partnership}/goals/{id}/dates",
        "/p/{partnership}/goals/{id}/review",
        "/p/{partnership}/goals/{id}/close",
        "/p/{partnership}/goals/{id}/reopen",
        "/p/{partnership}/goals/{id}/status",
        "/p/{partnership}/goals/{id}/waits",
        "/p/{partnership}/goals/{id}/link",
        "/p/{partnership}/goals/{id}/attach",
    ] {
        r.page(path, &[PLAN, READ_PLAN], forms::show);
        r.form(path, &[PLAN, READ_PLAN], forms::act);
    }
    for path in [
        "/p/{partnership}/goals/{id}/lift",
        "/p/{partnership}/goals/{id}/unmeasure",
        "/p/{partnership}/goals/{id}/waits-not",
        "/p/{partnership}/goals/{id}/unlink",
        "/p/{partnership}/goals/{id}/detach",
        "/p/{partnership}/goals/{id}/adopt",
        "/p/{partnership}/goals/{id}/order",
    ] {
        r.form(path, &[PLAN], forms::at_once);
    }
}

fn api_records(r: &mut Routes) {
    r.get("/p/{partnership}/goals", &[READ_PLAN], api::list)
        .lists::<ItemLine>("Lists the items of the plan with how they stand");
    r.post("/p/{partnership}/goals", &[PLAN, READ_PLAN], api::add)
        .takes::<ItemBody>()
        .gives::<ItemView>(201, "Adds a goal, objective, strategy or milestone");
    r.get("/p/{partnership}/goals/{id}", &[READ_PLAN], api::find)
        .gives::<ItemView>(200, "Shows an item of the plan with its history");
    r.put("/p/{partnership}/goals/{id}", &[PLAN, READ_PLAN], api::change)
        .takes::<AimBody>()
        .gives::<ItemView>(200, "Changes what an item says of itself; dates are moved apart");
}

fn api_verbs(r: &mut Routes) {
    r.post("/p/{partnership}/goals/{id}/dates", &[PLAN, READ_PLAN], api::move_dates)
        .takes::<DatesBody>()
        .gives::<ItemView>(200, "Moves the dates of an item, with a reason");
    r.get("/p/{partnership}/goals/{id}/pushes", &[READ_PLAN], api::pushes)
        .lists::<PushView>("Lists what new dates of an item would push");
    r.post("/p/{partnership}/goals/{id}/dependencies", &[PLAN, READ_PLAN], api::wait_for)
        .takes::<DependencyBody>()
        .gives::<ItemView>(200, "Lets an item wait until another one ends");
    r.delete(
        "/p/{partnership}/goals/{id}/dependencies/{before}",
        &[PLAN, READ_PLAN],
        api::wait_no_longer,
    )
    .gives::<ItemView>(200, "Lets an item wait for another one no longer");
    r.post("/p/{partnership}/goals/{id}/reviews", &[PLAN, READ_PLAN], api::review)
        .takes::<ReviewBody>()
        .gives::<ItemView>(200, "Notes that an item was looked at and is still right");
    r.post("/p/{partnership}/goals/{id}/closings", &[PLAN, READ_PLAN], api::close)
        .takes::<CloseBody>()
        .gives::<ItemView>(200, "Says that an item was reached, or is given up");
    r.post("/p/{partnership}/goals/{id}/reopenings", &[PLAN, READ_PLAN], api::reopen)
        .takes::<WhyBody>()
        .gives::<ItemView>(200, "Works on an item again");
    r.put("/p/{partnership}/goals/{id}/judgement", &[PLAN, READ_PLAN], api::judge)
        .takes::<JudgeBody>()
        .gives::<ItemView>(200, "Says, as a person, how an item stands");
    r.delete("/p/{partnership}/goals/{id}/judgement", &[PLAN, READ_PLAN], api::unjudge)
        .gives::<ItemView>(200, "Lets the computed status hold again");
    r.post("/p/{partnership}/goals/{id}/links", &[PLAN, READ_PLAN], api::link)
        .takes::<LinkBody>()
        .gives::<ItemView>(200, "Lets an item serve another");
    r.delete("/p/{partnership}/goals/{id}/links/{upper}", &[PLAN, READ_PLAN], api::unlink)
        .gives::<ItemView>(200, "Lets an item serve another no longer");
    r.get("/p/{partnership}/goals/{id}/commitments", &[READ_PLAN], api::parts)
        .lists::<PartView>("Lists the commitments that carry an item or what serves it");
    r.post("/p/{partnership}/goals/{id}/commitments", &[PLAN, READ_PLAN], api::attach)
        .takes::<CommitmentBody>()
        .gives::<ItemView>(200, "Lets a commitment carry an item; without one, all that name it");
    r.delete(
        "/p/{partnership}/goals/{id}/commitments/{commitment}",
        &[PLAN, READ_PLAN],
        api::detach,
    )
    .gives::<ItemView>(200, "Lets a commitment carry an item no longer");
    r.post("/p/{partnership}/goals/{id}/places", &[PLAN, READ_PLAN], api::order)
        .takes::<OrderBody>()
        .gives::<ItemView>(200, "Lets an item change places with its neighbour");
}

//! The addresses of responsibilities.

use web::Routes;

use super::{
    api,
    api::{
        LoadView, MatrixLineView, OtherDutyBody, ResponsibilityBody, ResponsibilityView,
        RoleNoteBody, RoleWhyBody,
    },
    export, pages,
    pages::{forms, load, matrix, new},
};
use crate::access::{CARRY, READ_PLAN};

pub(crate) fn routes(r: &mut Routes) {
    pages(r);
    api(r);
}

fn pages(r: &mut Routes) {
    r.page("/p/{partnership}/responsibilities", &[READ_PLAN], matrix::matrix);
    r.download("/p/{partnership}/responsibilities.csv", &[READ_PLAN], export::export);
    r.page("/p/{partnership}/responsibilities/load", &[READ_PLAN], load::load);
    r.page("/p/{partnership}/goals/{id}/roles/new", &[READ_PLAN], new::show);
    r.form("/p/{partnership}/goals/{id}/roles/new", &[CARRY, READ_PLAN], new::take);
    r.page("/p/{partnership}/responsibilities/{id}", &[READ_PLAN], pages::show);
    for path in [
        "/p/{partnership}/responsibilities/{id}/accept",
        "/p/{partnership}/responsibilities/{id}/decline",
        "/p/{partnership}/responsibilities/{id}/counter",
        "/p/{partnership}/responsibilities/{id}/withdraw",
        "/p/{partnership}/responsibilities/{id}/end",
    ] {
        r.page(path, &[READ_PLAN], forms::show);
        r.form(path, &[CARRY, READ_PLAN], forms::act);
    }
}

fn api(r: &mut Routes) {
    r.get("/p/{partnership}/responsibilities", &[READ_PLAN], api::list)
        .lists::<MatrixLineView>("Lists who carries what of the plan, filtered, a page at a time");
    r.post("/p/{partnership}/responsibilities", &[CARRY, READ_PLAN], api::propose)
        .takes::<ResponsibilityBody>()
        .gives::<ResponsibilityView>(201, "Names somebody for an item of the plan");
    r.get("/p/{partnership}/responsibilities/{id}", &[READ_PLAN], api::find)
        .gives::<ResponsibilityView>(200, "Shows a responsibility with its history");
    r.post("/p/{partnership}/responsibilities/{id}/acceptances", &[CARRY, READ_PLAN], api::accept)
        .takes::<RoleNoteBody>()
        .gives::<ResponsibilityView>(200, "Agrees, for the side that was asked");
    r.post("/p/{partnership}/responsibilities/{id}/refusals", &[CARRY, READ_PLAN], api::decline)
        .takes::<RoleWhyBody>()
        .gives::<ResponsibilityView>(200, "Says no, for the side that was asked");
    r.post(
        "/p/{partnership}/responsibilities/{id}/counter-offers",
        &[CARRY, READ_PLAN],
        api::counter,
    )
    .takes::<OtherDutyBody>()
    .gives::<ResponsibilityView>(200, "Answers with another duty");
    r.post(
        "/p/{partnership}/responsibilities/{id}/withdrawals",
        &[CARRY, READ_PLAN],
        api::withdraw,
    )
    .takes::<RoleNoteBody>()
    .gives::<ResponsibilityView>(200, "Takes it back before an answer");
    r.post("/p/{partnership}/responsibilities/{id}/endings", &[CARRY, READ_PLAN], api::end)
        .takes::<RoleWhyBody>()
        .gives::<ResponsibilityView>(200, "Lays down what was accepted");
    r.get("/p/{partnership}/loads", &[READ_PLAN], api::load)
        .lists::<LoadView>("Shows how much each partner carries, the heaviest first");
}

//! The addresses of ideas and recommendations.

use web::Routes;

use super::{
    api,
    api::{IdeaAccountBody, IdeaBody, IdeaLine, IdeaResultBody, IdeaView, IdeaWhyBody, PilotBody},
    export, pages,
    pages::{forms, list, new},
};
use crate::access::{READ_PLAN, TRY};

pub(crate) fn routes(r: &mut Routes) {
    r.page("/p/{partnership}/ideas", &[READ_PLAN], list::list);
    r.download("/p/{partnership}/ideas.csv", &[READ_PLAN], export::export);
    r.page("/p/{partnership}/ideas/new", &[TRY, READ_PLAN], new::show);
    r.form("/p/{partnership}/ideas/new", &[TRY, READ_PLAN], new::take);
    r.page("/p/{partnership}/ideas/{id}", &[READ_PLAN], pages::show).together();
    r.page("/p/{partnership}/ideas/{id}/edit", &[TRY, READ_PLAN], new::edit);
    r.form("/p/{partnership}/ideas/{id}/edit", &[TRY, READ_PLAN], new::change);
    for path in [
        "/p/{partnership}/ideas/{id}/pilot",
        "/p/{partnership}/ideas/{id}/result",
        "/p/{partnership}/ideas/{id}/reopen",
    ] {
        r.page(path, &[TRY, READ_PLAN], forms::show);
        r.form(path, &[TRY, READ_PLAN], forms::act);
    }
    api(r);
}

fn api(r: &mut Routes) {
    r.get("/p/{partnership}/ideas", &[READ_PLAN], api::list)
        .lists::<IdeaLine>("Lists ideas and recommendations, filtered, the latest first");
    r.post("/p/{partnership}/ideas", &[TRY, READ_PLAN], api::propose)
        .takes::<IdeaBody>()
        .gives::<IdeaView>(201, "Writes an idea or a recommendation down");
    r.get("/p/{partnership}/ideas/{id}", &[READ_PLAN], api::find)
        .gives::<IdeaView>(200, "Shows an idea or a recommendation with its history");
    r.put("/p/{partnership}/ideas/{id}", &[TRY, READ_PLAN], api::change)
        .takes::<IdeaAccountBody>()
        .gives::<IdeaView>(200, "Changes what an idea or a recommendation says of itself");
    r.post("/p/{partnership}/ideas/{id}/pilots", &[TRY, READ_PLAN], api::begin)
        .takes::<PilotBody>()
        .gives::<IdeaView>(200, "Begins a pilot");
    r.post("/p/{partnership}/ideas/{id}/results", &[TRY, READ_PLAN], api::conclude)
        .takes::<IdeaResultBody>()
        .gives::<IdeaView>(200, "Says what came of it: kept or dropped, and what was learned");
    r.post("/p/{partnership}/ideas/{id}/reopenings", &[TRY, READ_PLAN], api::reopen)
        .takes::<IdeaWhyBody>()
        .gives::<IdeaView>(200, "Opens it again");
}

//! The addresses of risks and issues.

use web::Routes;

use super::{
    api,
    api::{AccountBody, RiskBody, RiskLine, RiskLinkBody, RiskNoteBody, RiskReviewBody, RiskView},
    export, pages,
    pages::{forms, list, new},
};
use crate::access::{READ_PLAN, WATCH};

pub(crate) fn routes(r: &mut Routes) {
    r.page("/p/{partnership}/risks", &[READ_PLAN], list::list);
    r.download("/p/{partnership}/risks.csv", &[READ_PLAN], export::export);
    r.page("/p/{partnership}/risks/new", &[WATCH, READ_PLAN], new::show);
    r.form("/p/{partnership}/risks/new", &[WATCH, READ_PLAN], new::take);
    r.page("/p/{partnership}/risks/{id}", &[READ_PLAN], pages::show).together();
    r.page("/p/{partnership}/risks/{id}/edit", &[WATCH, READ_PLAN], new::edit);
    r.form("/p/{partnership}/risks/{id}/edit", &[WATCH, READ_PLAN], new::change);
    for path in [
        "/p/{partnership}/risks/{id}/review",
        "/p/{partnership}/risks/{id}/happen",
        "/p/{partnership}/risks/{id}/close",
        "/p/{partnership}/risks/{id}/reopen",
        "/p/{partnership}/risks/{id}/link",
    ] {
        r.page(path, &[WATCH, READ_PLAN], forms::show);
        r.form(path, &[WATCH, READ_PLAN], forms::act);
    }
    r.form("/p/{partnership}/risks/{id}/unlink", &[WATCH, READ_PLAN], forms::unlink);
    api(r);
}

fn api(r: &mut Routes) {
    r.get("/p/{partnership}/risks", &[READ_PLAN], api::list)
        .lists::<RiskLine>("Lists risks and issues, filtered, the heaviest first");
    r.post("/p/{partnership}/risks", &[WATCH, READ_PLAN], api::note)
        .takes::<RiskBody>()
        .gives::<RiskView>(201, "Writes a risk or an issue down");
    r.get("/p/{partnership}/risks/{id}", &[READ_PLAN], api::find)
        .gives::<RiskView>(200, "Shows a risk or an issue with its history");
    r.put("/p/{partnership}/risks/{id}", &[WATCH, READ_PLAN], api::change)
        .takes::<AccountBody>()
        .gives::<RiskView>(200, "Changes what a risk or an issue says of itself");
    r.post("/p/{partnership}/risks/{id}/reviews", &[WATCH, READ_PLAN], api::review)
        .takes::<RiskReviewBody>()
        .gives::<RiskView>(200, "Notes that it was looked at, and when it is again");
    r.post("/p/{partnership}/risks/{id}/happenings", &[WATCH, READ_PLAN], api::happen)
        .takes::<RiskNoteBody>()
        .gives::<RiskView>(200, "Says that a risk has happened: it is an issue now");
    r.post("/p/{partnership}/risks/{id}/closings", &[WATCH, READ_PLAN], api::close)
        .takes::<RiskNoteBody>()
        .gives::<RiskView>(200, "Says that it is over, and how");
    r.post("/p/{partnership}/risks/{id}/reopenings", &[WATCH, READ_PLAN], api::reopen)
        .takes::<RiskNoteBody>()
        .gives::<RiskView>(200, "Watches it again");
    r.post("/p/{partnership}/risks/{id}/links", &[WATCH, READ_PLAN], api::link)
        .takes::<RiskLinkBody>()
        .gives::<RiskView>(200, "Says that it threatens an item of the plan");
    r.delete("/p/{partnership}/risks/{id}/links/{item}", &[WATCH, READ_PLAN], api::unlink)
        .gives::<RiskView>(200, "Says that it threatens an item no longer");
}

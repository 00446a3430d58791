//! The addresses of the register of disagreements.

use web::Routes;

use super::{
    access::{KEEP, READ},
    api::{
        self, DisagreementBody, DisagreementLine, DisagreementView, SettlementBody, TurnBody,
        ViewBody,
    },
    pages::{self, forms, list, new},
};
use crate::talk::access::READ as READ_TALK;

pub(crate) fn routes(r: &mut Routes) {
    r.page("/p/{partnership}/disagreements", &[READ], list::list);
    r.download("/p/{partnership}/disagreements.csv", &[READ], list::export);
    r.page("/p/{partnership}/disagreements/new", &[KEEP, READ, READ_TALK], new::show);
    r.form("/p/{partnership}/disagreements/new", &[KEEP, READ, READ_TALK], new::take);
    r.page("/p/{partnership}/disagreements/{id}", &[READ], pages::show).together();
    for path in [
        "/p/{partnership}/disagreements/{id}/view",
        "/p/{partnership}/disagreements/{id}/settle",
        "/p/{partnership}/disagreements/{id}/reopen",
        "/p/{partnership}/disagreements/{id}/withdraw",
    ] {
        r.page(path, &[READ], forms::show);
        r.form(path, &[KEEP, READ], forms::act);
    }
    api(r);
}

fn api(r: &mut Routes) {
    r.get("/p/{partnership}/disagreements", &[READ], api::list)
        .lists::<DisagreementLine>("Lists disagreements, the latest first, a page at a time");
    r.post("/p/{partnership}/disagreements", &[KEEP, READ, READ_TALK], api::open)
        .takes::<DisagreementBody>()
        .gives::<DisagreementView>(201, "Puts a disagreement on the register");
    r.get("/p/{partnership}/disagreements/{id}", &[READ], api::find)
        .gives::<DisagreementView>(200, "Shows a disagreement with all that was said and done");
    r.post("/p/{partnership}/disagreements/{id}/views", &[KEEP, READ], api::say)
        .takes::<ViewBody>()
        .gives::<DisagreementView>(200, "Says how a party sees it");
    r.post("/p/{partnership}/disagreements/{id}/settlements", &[KEEP, READ], api::settle)
        .takes::<SettlementBody>()
        .gives::<DisagreementView>(200, "Says how it was settled");
    r.post("/p/{partnership}/disagreements/{id}/reopenings", &[KEEP, READ], api::reopen)
        .takes::<TurnBody>()
        .gives::<DisagreementView>(200, "Opens it again");
    r.post("/p/{partnership}/disagreements/{id}/withdrawals", &[KEEP, READ], api::withdraw)
        .takes::<TurnBody>()
        .gives::<DisagreementView>(200, "Takes it back");
}

//! The addresses of decisions.

use store::Permission;
use web::Routes;

use super::{
    api,
    api::{
        AmendBody, DecisionLine, DecisionView, PositionBody, PutBody, QuestionBody, RetractionBody,
        VerdictBody,
    },
    export, pages,
    pages::{forms, new},
};
use crate::access::{ANSWER, HOLD, PROPOSE, READ_DECISIONS};

pub(crate) fn routes(r: &mut Routes) {
    pages(r);
    api_records(r);
    api_verbs(r);
}

fn pages(r: &mut Routes) {
    r.page("/p/{partnership}/decisions", &[READ_DECISIONS], pages::list::list);
    r.download("/p/{partnership}/decisions.csv", &[READ_DECISIONS], export::export);
    r.page("/p/{partnership}/decisions/new", &[PROPOSE, READ_DECISIONS], new::show);
    r.form("/p/{partnership}/decisions/new", &[PROPOSE, READ_DECISIONS], new::take);
    r.page("/p/{partnership}/decisions/{id}", &[READ_DECISIONS], pages::show).together();
    r.page("/p/{partnership}/decisions/{id}/edit", &[PROPOSE, READ_DECISIONS], new::edit);
    r.form("/p/{partnership}/decisions/{id}/edit", &[PROPOSE, READ_DECISIONS], new::revise);
    verb(r, "/p/{partnership}/decisions/{id}/position", &[ANSWER, READ_DECISIONS]);
    verb(r, "/p/{partnership}/decisions/{id}/put", &[HOLD, READ_DECISIONS]);
    verb(r, "/p/{partnership}/decisions/{id}/amend", &[HOLD, READ_DECISIONS]);
    verb(r, "/p/{partnership}/decisions/{id}/close", &[HOLD, READ_DECISIONS]);
    verb(r, "/p/{partnership}/decisions/{id}/withdraw", &[PROPOSE, READ_DECISIONS]);
    r.form("/p/{partnership}/decisions/{id}/take-back", &[ANSWER], forms::take_back);
}

/// One page and one form for a verb; the last part of the address is its name.
fn verb(r: &mut Routes, path: &'static str, permissions: &'static [Permission]) {
    r.page(path, &[READ_DECISIONS], forms::show);
    r.form(path, permissions, forms::act);
}

fn api_records(r: &mut Routes) {
    r.get("/p/{partnership}/decisions", &[READ_DECISIONS], api::list)
        .lists::<DecisionLine>("Lists decisions, filtered, the latest first, a page at a time");
    r.post("/p/{partnership}/decisions", &[PROPOSE, READ_DECISIONS], api::propose)
        .takes::<QuestionBody>()
        .gives::<DecisionView>(
            201,
            "Writes a question down; one that reopens a closed decision too",
        );
    r.get("/p/{partnership}/decisions/{id}", &[READ_DECISIONS], api::find)
        .gives::<DecisionView>(200, "Shows a decision with its rounds and its history");
    r.put("/p/{partnership}/decisions/{id}", &[PROPOSE, READ_DECISIONS], api::revise)
        .takes::<QuestionBody>()
        .gives::<DecisionView>(200, "Changes a question that was not put yet");
}

fn api_verbs(r: &mut Routes) {
    r.post("/p/{partnership}/decisions/{id}/openings", &[HOLD, READ_DECISIONS], api::put)
        .takes::<PutBody>()
        .gives::<DecisionView>(200, "Puts a question; who may answer is fixed from then on");
    r.put("/p/{partnership}/decisions/{id}/position", &[ANSWER, READ_DECISIONS], api::give)
        .takes::<PositionBody>()
        .gives::<DecisionView>(200, "Gives a position, or another one instead");
    r.delete("/p/{partnership}/decisions/{id}/position", &[ANSWER, READ_DECISIONS], api::take_back)
        .gives::<DecisionView>(200, "Takes a position back; `voter` says for whom");
    r.post("/p/{partnership}/decisions/{id}/amendments", &[HOLD, READ_DECISIONS], api::amend)
        .takes::<AmendBody>()
        .gives::<DecisionView>(200, "Changes a proposal so that objections are met: a new round");
    r.post("/p/{partnership}/decisions/{id}/closings", &[HOLD, READ_DECISIONS], api::close)
        .takes::<VerdictBody>()
        .gives::<DecisionView>(
            200,
            "Closes a question; what came of it follows from the positions",
        );
    r.post(
        "/p/{partnership}/decisions/{id}/withdrawals",
        &[PROPOSE, READ_DECISIONS],
        api::withdraw,
    )
    .takes::<RetractionBody>()
    .gives::<DecisionView>(200, "Takes a question back that is not over");
}

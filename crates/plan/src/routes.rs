//! The addresses of this context.

use web::{NavItem, Routes, Section};

use crate::{
    access::{ACT, READ, REMIND, REPLY},
    commitment::{
        api::{
            self, CommitmentSummary, CommitmentView, DateBody, LinkBody, MaybeReasonBody, NoteBody,
            PersonBody, ProposalBody, ReasonBody, TermsBody,
        },
        pages::{self, forms, propose},
    },
    decision,
    evidence::{self, MOST_BYTES},
    follow_through::{
        api::{self as figures_api, FollowThroughList, FollowThroughView, ReplyBody, ReplyView},
        pages as figures,
    },
    goal, idea,
    list::{export, pages as lists},
    responsibility, risk, roadmap,
    stalled::pages as stalls,
};

pub(crate) const NAV: &[NavItem] = &[
    NavItem { section: Section::Plan, label: "goals-title", address: "/p/{partnership}/goals" },
    NavItem { section: Section::Plan, label: "roadmap-title", address: "/p/{partnership}/roadmap" },
    NavItem {
        section: Section::Plan,
        label: "responsibilities-title",
        address: "/p/{partnership}/responsibilities",
    },
    NavItem { section: Section::Plan, label: "risks-title", address: "/p/{partnership}/risks" },
    NavItem { section: Section::Plan, label: "ideas-title", address: "/p/{partnership}/ideas" },
    NavItem {
        section: Section::Plan,
        label: "commitments-title",
        address: "/p/{partnership}/commitments",
    },
    NavItem {
        section: Section::Plan,
        label: "decisions-title",
        address: "/p/{partnership}/decisions",
    },
    NavItem {
        section: Section::Plan,
        label: "follow-through-title",
        address: "/p/{partnership}/follow-through",
    },
];

pub(crate) fn routes(r: &mut Routes) {
    lists_and_forms(r);
    verbs(r);
    api_records(r);
    api_verbs(r);
    follow_through(r);
    goal::routes::routes(r);
    responsibility::routes::routes(r);
    roadmap::routes::routes(r);
    risk::routes::routes(r);
    idea::routes::routes(r);
    decision::routes::routes(r);
}

fn lists_and_forms(r: &mut Routes) {
    r.page("/p/{partnership}/commitments", &[READ], lists::list).together();
    r.download("/p/{partnership}/commitments.csv", &[READ], export::export);
    r.page("/p/{partnership}/commitments/stalled", &[READ], stalls::stalled);
    r.page("/p/{partnership}/commitments/new", &[ACT], propose::offer_form);
    r.form("/p/{partnership}/commitments/new", &[ACT], propose::offer);
    r.page("/p/{partnership}/commitments/ask", &[ACT], propose::ask_form);
    r.form("/p/{partnership}/commitments/ask", &[ACT], propose::ask);
    r.page("/p/{partnership}/commitments/{id}", &[READ], pages::commitment).together();
    r.form("/p/{partnership}/commitments/{id}/undo", &[ACT], forms::undo);
    r.form("/p/{partnership}/commitments/{id}/remind", &[REMIND], forms::remind);
    r.download(
        "/p/{partnership}/commitments/{id}/evidence/{evidence}",
        &[READ],
        evidence::download,
    );
    r.form("/p/{partnership}/commitments/{id}/evidence/{evidence}/remove", &[ACT], forms::unprove);
}

/// One page and one form for each verb; the last part of the address is its name.
fn verbs(r: &mut Routes) {
    for path in [
        "/p/{partnership}/commitments/{id}/accept",
        "/p/{partnership}/commitments/{id}/decline",
        "/p/{partnership}/commitments/{id}/counter",
        "/p/{partnership}/commitments/{id}/withdraw",
        "/p/{partnership}/commitments/{id}/confirm",
        "/p/{partnership}/commitments/{id}/not-yet",
        "/p/{partnership}/commitments/{id}/date",
        "/p/{partnership}/commitments/{id}/reason",
        "/p/{partnership}/commitments/{id}/hand-over",
        "/p/{partnership}/commitments/{id}/broken",
    ] {
        r.page(path, &[READ], forms::show);
        r.form(path, &[ACT, READ], forms::act);
    }
    for path in
        ["/p/{partnership}/commitments/{id}/done", "/p/{partnership}/commitments/{id}/evidence"]
    {
        r.page(path, &[READ], forms::show);
        r.form(path, &[ACT, READ], forms::act).upload(MOST_BYTES);
    }
}

fn api_records(r: &mut Routes) {
    r.get("/p/{partnership}/commitments", &[READ], api::list)
        .lists::<CommitmentSummary>("Lists commitments, filtered, a page at a time");
    r.post("/p/{partnership}/commitments", &[ACT, READ], api::propose)
        .takes::<ProposalBody>()
        .gives::<CommitmentView>(201, "Offers a commitment, or asks for one");
    r.get("/p/{partnership}/commitments/{id}", &[READ], api::find)
        .gives::<CommitmentView>(200, "Shows a commitment with its history");
    r.post("/p/{partnership}/commitments/{id}/evidence", &[ACT, READ], api::prove)
        .takes::<LinkBody>()
        .gives::<CommitmentView>(200, "Adds evidence: a link, or a file as multipart/form-data")
        .upload(MOST_BYTES);
    r.delete("/p/{partnership}/commitments/{id}/evidence/{evidence}", &[ACT, READ], api::unprove)
        .gives::<CommitmentView>(200, "Takes evidence away that one added oneself");
    r.get("/p/{partnership}/commitments/{id}/evidence/{evidence}", &[READ], evidence::download)
        .does(200, "Sends a file of evidence");
}

fn api_verbs(r: &mut Routes) {
    r.post("/p/{partnership}/commitments/{id}/acceptances", &[ACT, READ], api::accept)
        .takes::<PersonBody>()
        .gives::<CommitmentView>(200, "Accepts the terms on the table");
    r.post("/p/{partnership}/commitments/{id}/refusals", &[ACT, READ], api::decline)
        .takes::<ReasonBody>()
        .gives::<CommitmentView>(200, "Declines the terms on the table");
    r.post("/p/{partnership}/commitments/{id}/counter-offers", &[ACT, READ], api::counter)
        .takes::<TermsBody>()
        .gives::<CommitmentView>(200, "Answers with other terms");
    r.post("/p/{partnership}/commitments/{id}/withdrawals", &[ACT, READ], api::withdraw)
        .takes::<MaybeReasonBody>()
        .gives::<CommitmentView>(200, "Takes back terms that nobody has answered");
    r.post("/p/{partnership}/commitments/{id}/claims", &[ACT, READ], api::claim_done)
        .takes::<NoteBody>()
        .gives::<CommitmentView>(200, "Says, for the promiser, that it is done");
    r.post("/p/{partnership}/commitments/{id}/confirmations", &[ACT, READ], api::confirm)
        .takes::<NoteBody>()
        .gives::<CommitmentView>(200, "Says, for the one who waits, that it was kept");
    r.post("/p/{partnership}/commitments/{id}/objections", &[ACT, READ], api::not_yet)
        .takes::<ReasonBody>()
        .gives::<CommitmentView>(200, "Says, for the one who waits, what is missing");
    r.post("/p/{partnership}/commitments/{id}/dates", &[ACT, READ], api::move_date)
        .takes::<DateBody>()
        .gives::<CommitmentView>(200, "Moves the date, for the promiser");
    r.post("/p/{partnership}/commitments/{id}/breaks", &[ACT, READ], api::break_off)
        .takes::<ReasonBody>()
        .gives::<CommitmentView>(200, "Says that it will not come");
    r.post("/p/{partnership}/commitments/{id}/hand-overs", &[ACT, READ], api::hand_over)
        .takes::<PersonBody>()
        .gives::<CommitmentView>(200, "Puts another person of the promiser in charge");
    r.post("/p/{partnership}/commitments/{id}/reasons", &[ACT, READ], api::explain)
        .takes::<ReasonBody>()
        .gives::<CommitmentView>(200, "Says, for the promiser, what is in the way");
    r.post("/p/{partnership}/commitments/{id}/undos", &[ACT, READ], api::undo)
        .gives::<CommitmentView>(200, "Takes one's last step back, for ten minutes");
    r.post("/p/{partnership}/commitments/{id}/reminders", &[REMIND, READ], api::remind)
        .gives::<CommitmentView>(200, "Reminds those who act next, once a day");
}

fn follow_through(r: &mut Routes) {
    r.page("/p/{partnership}/follow-through", &[READ], figures::everybody);
    r.page("/p/{partnership}/follow-through/{organization}", &[READ], figures::one);
    r.form("/p/{partnership}/follow-through/{organization}", &[REPLY, READ], figures::reply);
    r.get("/p/{partnership}/follow-through", &[READ], figures_api::everybody)
        .gives::<FollowThroughList>(200, "Shows how often each partner keeps its word");
    r.get("/p/{partnership}/follow-through/{organization}", &[READ], figures_api::one)
        .gives::<FollowThroughView>(200, "Shows how often a partner keeps its word");
    r.post("/p/{partnership}/follow-through/{organization}/replies", &[REPLY], figures_api::reply)
        .takes::<ReplyBody>()
        .gives::<ReplyView>(201, "Replies, for one's organization, to its figures");
}

//! The addresses of what comes before and beside the signatures: questions, proposals, papers, comparisons.

use web::Routes;

use crate::{
    access::{DRAFT, HALT, PROPOSE, READ, REPLY},
    agreement::{
        api::{self, AgreementView, WhyBody},
        compare::{
            self,
            api::{self as compare_api, ComparisonView},
        },
        papers::{
            MOST_BYTES,
            api::{self as papers_api, PaperBody},
            pages as papers_pages,
        },
        proposals::{
            api::{self as proposals_api, ProposalBody, ProposalView, ProposalsView, SettlingBody},
            pages as proposals_pages,
        },
        questions::{
            api::{self as questions_api, RepliesView, ReplyBody},
            pages as question_pages,
        },
        starts::{
            self,
            api::{self as starts_api, StartsView},
        },
    },
};

pub(super) fn routes(r: &mut Routes) {
    pages(r);
    programs(r);
}

fn pages(r: &mut Routes) {
    r.page("/p/{partnership}/agreements/starts", &[READ], starts::list);
    r.page("/p/{partnership}/agreements/{id}/compare", &[READ], compare::show);
    let question = "/p/{partnership}/agreements/{id}/questions/{question}";
    r.page(question, &[REPLY, READ], question_pages::show);
    r.form(question, &[REPLY, READ], question_pages::answer);
    let new = "/p/{partnership}/agreements/{id}/proposals/new";
    r.page(new, &[PROPOSE, READ], proposals_pages::new_form);
    r.form(new, &[PROPOSE, READ], proposals_pages::add);
    let proposal = "/p/{partnership}/agreements/{id}/proposals/{proposal}";
    r.page(proposal, &[DRAFT, READ], proposals_pages::settle_form);
    r.form(proposal, &[DRAFT, READ], proposals_pages::decide);
    r.form(
        "/p/{partnership}/agreements/{id}/proposals/{proposal}/withdraw",
        &[PROPOSE],
        proposals_pages::take_back,
    );
    r.page("/p/{partnership}/agreements/{id}/paper", &[DRAFT, READ], papers_pages::show);
    r.form("/p/{partnership}/agreements/{id}/paper", &[DRAFT, READ], papers_pages::take)
        .upload(MOST_BYTES);
    r.download("/p/{partnership}/agreements/{id}/papers/{number}", &[READ], papers_pages::download);
}

fn programs(r: &mut Routes) {
    r.get("/p/{partnership}/agreements/starts", &[READ], starts_api::all)
        .gives::<StartsView>(200, "Lists texts to begin an agreement with");
    r.get("/p/{partnership}/agreements/{id}/comparison", &[READ], compare_api::find)
        .gives::<ComparisonView>(200, "Lays two versions side by side");
    r.get("/p/{partnership}/agreements/{id}/replies", &[READ], questions_api::list)
        .gives::<RepliesView>(200, "Shows what stands to the four questions");
    r.post("/p/{partnership}/agreements/{id}/replies", &[REPLY, READ], questions_api::answer)
        .takes::<ReplyBody>()
        .gives::<RepliesView>(
            200,
            "Answers one of the four questions, right after a fresh sign-in",
        );
    r.get("/p/{partnership}/agreements/{id}/proposals", &[READ], proposals_api::list)
        .gives::<ProposalsView>(200, "Lists what parties proposed");
    r.post("/p/{partnership}/agreements/{id}/proposals", &[PROPOSE], proposals_api::add)
        .takes::<ProposalBody>()
        .gives::<ProposalView>(201, "Proposes a change for a party");
    r.post(
        "/p/{partnership}/agreements/{id}/proposals/{proposal}/decisions",
        &[DRAFT, READ],
        proposals_api::decide,
    )
    .takes::<SettlingBody>()
    .gives::<ProposalView>(200, "Accepts or declines a proposal");
    r.post(
        "/p/{partnership}/agreements/{id}/proposals/{proposal}/withdrawals",
        &[PROPOSE, READ],
        proposals_api::take_back,
    )
    .gives::<ProposalView>(200, "Takes a proposal back");
    r.post("/p/{partnership}/agreements/{id}/papers", &[DRAFT, READ], papers_api::take)
        .upload(MOST_BYTES * 2)
        .takes::<PaperBody>()
        .gives::<AgreementView>(200, "Takes what was signed outside, with its file");
    r.post("/p/{partnership}/agreements/{id}/reviews", &[HALT, READ], api::review)
        .takes::<WhyBody>()
        .gives::<AgreementView>(200, "Notes that the parties looked at it again");
}

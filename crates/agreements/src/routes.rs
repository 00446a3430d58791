//! The addresses of this context.

use web::{NavItem, Routes, Section};

use crate::{
    access::{DRAFT, HALT, NAME, READ, SIGN, TEST},
    agreement::{
        api::{
            self, AgreementBody, AgreementLine, AgreementView, ClauseBody, GrantBody, NoteBody,
            SignatoriesBody, SignatureBody, TermsBody, WhyBody,
        },
        export, odrl,
        pages::{self, register, verbs, write},
    },
    decision::{
        api::{self as questions, AnswerBody, PathBody},
        pages as tests,
    },
    vocabulary::pages as names,
};

mod sharing;
mod talk;

pub(crate) const NAV: &[NavItem] = &[
    NavItem {
        section: Section::Agreements,
        label: "agreements-title",
        address: "/p/{partnership}/agreements",
    },
    NavItem {
        section: Section::Agreements,
        label: "agreements-path",
        address: "/p/{partnership}/agreements/can-we-share",
    },
    NavItem {
        section: Section::Agreements,
        label: "agreements-names",
        address: "/p/{partnership}/agreements/names",
    },
    NavItem {
        section: Section::Agreements,
        label: "receipts-title",
        address: "/p/{partnership}/receipts",
    },
];

pub(crate) fn routes(r: &mut Routes) {
    questions_pages(r);
    agreements(r);
    verb_pages(r);
    api_records(r);
    api_verbs(r);
    talk::routes(r);
    sharing::routes(r);
}

fn questions_pages(r: &mut Routes) {
    r.page("/p/{partnership}/agreements/test", &[TEST], tests::whole);
    r.page("/p/{partnership}/agreements/{id}/test", &[TEST, READ], tests::one);
    r.page("/p/{partnership}/agreements/can-we-share", &[TEST], tests::path);
    r.get("/p/{partnership}/agreements/test", &[TEST], questions::test)
        .gives::<AnswerBody>(200, "Tests what would be answered; leaves no record about a person");
    r.get("/p/{partnership}/agreements/can-we-share", &[TEST], questions::path)
        .gives::<PathBody>(200, "Says whether a class can be shared, and what it takes");
    r.page("/p/{partnership}/agreements/names", &[READ], names::show);
    r.form("/p/{partnership}/agreements/names", &[NAME, READ], names::add);
    r.form("/p/{partnership}/agreements/names/parties", &[NAME, READ], names::describe);
    r.form("/p/{partnership}/agreements/names/holdings", &[NAME, READ], names::hold);
}

fn agreements(r: &mut Routes) {
    r.page("/p/{partnership}/agreements", &[READ], register::list);
    r.download("/p/{partnership}/agreements.csv", &[READ], export::export);
    r.page("/p/{partnership}/agreements/new", &[DRAFT, READ], write::new_form);
    r.form("/p/{partnership}/agreements/new", &[DRAFT, READ], write::add);
    r.page("/p/{partnership}/agreements/{id}", &[READ], pages::show).together();
    r.download("/p/{partnership}/agreements/{id}/odrl.jsonld", &[READ], odrl::export);
    r.page("/p/{partnership}/agreements/{id}/edit", &[DRAFT, READ], write::edit_form);
    r.form("/p/{partnership}/agreements/{id}/edit", &[DRAFT, READ], write::edit);
    for path in [
        "/p/{partnership}/agreements/{id}/grants/new",
        "/p/{partnership}/agreements/{id}/clauses/new",
    ] {
        r.page(path, &[DRAFT, READ], write::clause_form);
        r.form(path, &[DRAFT, READ], write::add_clause);
    }
    r.form(
        "/p/{partnership}/agreements/{id}/grants/{number}/remove",
        &[DRAFT, READ],
        write::drop_clause,
    );
    r.form(
        "/p/{partnership}/agreements/{id}/clauses/{number}/remove",
        &[DRAFT, READ],
        write::drop_clause,
    );
}

/// One page and one form for each verb; the last part of the address is its name.
fn verb_pages(r: &mut Routes) {
    for path in [
        "/p/{partnership}/agreements/{id}/present",
        "/p/{partnership}/agreements/{id}/send-out",
        "/p/{partnership}/agreements/{id}/recall",
        "/p/{partnership}/agreements/{id}/amend",
    ] {
        r.page(path, &[DRAFT, READ], verbs::show);
        r.form(path, &[DRAFT, READ], verbs::act);
    }
    for path in [
        "/p/{partnership}/agreements/{id}/review",
        "/p/{partnership}/agreements/{id}/suspend",
        "/p/{partnership}/agreements/{id}/resume",
        "/p/{partnership}/agreements/{id}/terminate",
    ] {
        r.page(path, &[HALT, READ], verbs::show);
        r.form(path, &[HALT, READ], verbs::act);
    }
    r.page("/p/{partnership}/agreements/{id}/sign", &[SIGN, READ], verbs::show);
    r.form("/p/{partnership}/agreements/{id}/sign", &[SIGN, READ], verbs::act);
}

fn api_records(r: &mut Routes) {
    r.get("/p/{partnership}/agreements", &[READ], api::list)
        .lists::<AgreementLine>("Lists agreements, filtered, those that end first first");
    r.post("/p/{partnership}/agreements", &[DRAFT, READ], api::draft)
        .takes::<AgreementBody>()
        .gives::<AgreementView>(201, "Begins an agreement");
    r.get("/p/{partnership}/agreements/{id}", &[READ], api::find)
        .gives::<AgreementView>(200, "Shows an agreement with its versions");
    r.patch("/p/{partnership}/agreements/{id}", &[DRAFT, READ], api::revise)
        .takes::<TermsBody>()
        .gives::<AgreementView>(200, "Changes the version that is being written");
    r.post("/p/{partnership}/agreements/{id}/grants", &[DRAFT, READ], api::give)
        .takes::<GrantBody>()
        .gives::<AgreementView>(200, "Adds a clause that lets data go");
    r.delete("/p/{partnership}/agreements/{id}/grants/{number}", &[DRAFT, READ], api::drop_clause)
        .gives::<AgreementView>(200, "Takes out a clause that lets data go");
    r.post("/p/{partnership}/agreements/{id}/clauses", &[DRAFT, READ], api::withhold)
        .takes::<ClauseBody>()
        .gives::<AgreementView>(200, "Adds a clause that is stricter than the law");
    r.delete("/p/{partnership}/agreements/{id}/clauses/{number}", &[DRAFT, READ], api::drop_clause)
        .gives::<AgreementView>(200, "Takes out a clause that is stricter than the law");
}

fn api_verbs(r: &mut Routes) {
    r.post("/p/{partnership}/agreements/{id}/presentations", &[DRAFT, READ], api::present)
        .takes::<NoteBody>()
        .gives::<AgreementView>(200, "Asks the parties to read what was written");
    r.post("/p/{partnership}/agreements/{id}/dispatches", &[DRAFT, READ], api::send_out)
        .takes::<SignatoriesBody>()
        .gives::<AgreementView>(200, "Sends the version out for signature");
    r.post("/p/{partnership}/agreements/{id}/signatures", &[SIGN, READ], api::sign)
        .takes::<SignatureBody>()
        .gives::<AgreementView>(200, "Signs the version that is out, right after a fresh sign-in");
    r.post("/p/{partnership}/agreements/{id}/recalls", &[DRAFT, READ], api::recall)
        .takes::<WhyBody>()
        .gives::<AgreementView>(200, "Takes back a version that is out");
    r.post("/p/{partnership}/agreements/{id}/amendments", &[DRAFT, READ], api::amend)
        .takes::<WhyBody>()
        .gives::<AgreementView>(200, "Begins the next version");
    r.post("/p/{partnership}/agreements/{id}/suspensions", &[HALT, READ], api::suspend)
        .takes::<WhyBody>()
        .gives::<AgreementView>(200, "Lets it rest: nothing goes under it");
    r.post("/p/{partnership}/agreements/{id}/resumptions", &[HALT, READ], api::resume)
        .takes::<WhyBody>()
        .gives::<AgreementView>(200, "Puts it in force again");
    r.post("/p/{partnership}/agreements/{id}/terminations", &[HALT, READ], api::terminate)
        .takes::<WhyBody>()
        .gives::<AgreementView>(200, "Ends it for good");
}

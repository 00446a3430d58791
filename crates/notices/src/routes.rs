//! The addresses of this context.

use web::{NavItem, Routes, Section};

use crate::{
    access::{ANSWER, CHANGE, SEE},
    answer::{self, api::AskedView, api::ReplyView},
    choice::{self, api::ChoicesBody, api::ChoicesView},
    notice::{self, api::NoticeView},
};

/// Its places in the navigation.
pub(crate) const NAV: &[NavItem] =
    &[NavItem { section: Section::MyWork, label: "notices-page", address: "/me/notices" }];

pub(crate) fn routes(r: &mut Routes) {
    pages(r);
    links(r);
    api(r);
}

fn pages(r: &mut Routes) {
    r.page("/me/notices", &[SEE], notice::pages::list);
    r.form("/me/notices/read", &[SEE, CHANGE], notice::pages::mark_all);
    r.form("/me/notices/{id}/read", &[CHANGE], notice::pages::mark);
    r.form("/me/notices/{id}/read/undo", &[CHANGE], notice::pages::unmark);
    r.page("/me/notices/choices", &[SEE], choice::pages::edit);
    r.form("/me/notices/choices", &[SEE, CHANGE], choice::pages::save);
    r.form("/me/notices/links/end", &[CHANGE], choice::pages::end_links);
}

fn links(r: &mut Routes) {
    r.page("/me/notices/replies/{id}", &[SEE], answer::pages::kept);
    r.form("/me/notices/replies/{id}", &[SEE, CHANGE], answer::pages::give_kept);
    r.form("/me/notices/replies/{id}/discard", &[CHANGE], answer::pages::discard);
    r.page("/answers/{secret}", &[ANSWER], answer::pages::show);
    r.form("/answers/{secret}", &[ANSWER], answer::pages::give);
}

fn api(r: &mut Routes) {
    r.get("/me/notices", &[SEE], notice::api::list)
        .lists::<NoticeView>("Lists what the caller was told, the latest first");
    r.post("/me/notices/{id}/read", &[CHANGE], notice::api::mark)
        .does(204, "Marks a notice as read");
    r.delete("/me/notices/{id}/read", &[CHANGE], notice::api::unmark)
        .does(204, "Marks a notice as new again");
    r.get("/me/notice-choices", &[SEE], choice::api::show)
        .gives::<ChoicesView>(200, "Says how the caller is told");
    r.put("/me/notice-choices", &[SEE, CHANGE], choice::api::choose)
        .takes::<ChoicesBody>()
        .gives::<ChoicesView>(200, "Chooses how the caller is told");
    r.delete("/me/notice-links", &[CHANGE], choice::api::end_links)
        .does(204, "Ends all links in the caller's mails");
    r.get("/me/notice-replies", &[SEE], answer::api::replies)
        .lists::<ReplyView>("Lists what the caller wrote by a link and could not be taken");
    r.post("/me/notice-replies/{id}", &[SEE, CHANGE], answer::api::give_kept)
        .does(204, "Does now what a kept reply was for; the fields as members");
    r.delete("/me/notice-replies/{id}", &[CHANGE], answer::api::discard)
        .does(204, "Throws a kept reply away");
    r.get("/answers/{secret}", &[ANSWER], answer::api::show)
        .gives::<AskedView>(200, "Says what a link from a mail is good for");
    r.post("/answers/{secret}", &[ANSWER], answer::api::give)
        .does(204, "Does what a link from a mail is good for; the fields as members");
}

//! The addresses of announcements.

use web::Routes;

use super::{
    access::{CONFIRM, PUBLISH, READ},
    api::{
        self, AnnouncementLine, AnnouncementView, CorrectionBody, NewsBody, ReadBody, TakeBackBody,
    },
    pages::{self, forms, list},
};

pub(crate) fn routes(r: &mut Routes) {
    r.page("/p/{partnership}/announcements", &[READ], list::list);
    r.page("/p/{partnership}/announcements/new", &[PUBLISH, READ], forms::new);
    r.form("/p/{partnership}/announcements/new", &[PUBLISH, READ], forms::publish);
    r.page("/p/{partnership}/announcements/{id}", &[READ], pages::show).together();
    r.page("/p/{partnership}/announcements/{id}/edit", &[READ], forms::edit);
    r.form("/p/{partnership}/announcements/{id}/edit", &[PUBLISH, READ], forms::correct);
    r.page("/p/{partnership}/announcements/{id}/withdraw", &[READ], forms::withdraw_form);
    r.form("/p/{partnership}/announcements/{id}/withdraw", &[PUBLISH, READ], forms::withdraw);
    r.form("/p/{partnership}/announcements/{id}/receipts", &[CONFIRM], pages::confirm);
    r.form("/p/{partnership}/announcements/{id}/reminders", &[PUBLISH], pages::remind);
    r.download("/p/{partnership}/announcements/{id}/receipts.csv", &[READ], pages::receipts);
    api(r);
}

fn api(r: &mut Routes) {
    r.get("/p/{partnership}/announcements", &[READ], api::list)
        .lists::<AnnouncementLine>("Lists announcements, the latest first, a page at a time");
    r.post("/p/{partnership}/announcements", &[PUBLISH, READ], api::publish)
        .takes::<NewsBody>()
        .gives::<AnnouncementView>(201, "Announces something to some partners, or to all");
    r.get("/p/{partnership}/announcements/{id}", &[READ], api::find)
        .gives::<AnnouncementView>(200, "Shows an announcement, and who has read it for whom");
    r.patch("/p/{partnership}/announcements/{id}", &[PUBLISH, READ], api::correct)
        .takes::<CorrectionBody>()
        .gives::<AnnouncementView>(200, "Corrects an announcement; how it read before is kept");
    r.post("/p/{partnership}/announcements/{id}/withdrawals", &[PUBLISH, READ], api::withdraw)
        .takes::<TakeBackBody>()
        .gives::<AnnouncementView>(200, "Takes an announcement back, with a reason");
    r.post("/p/{partnership}/announcements/{id}/receipts", &[CONFIRM, READ], api::confirm)
        .takes::<ReadBody>()
        .gives::<AnnouncementView>(200, "Says that one has read it for one's organization");
    r.post("/p/{partnership}/announcements/{id}/reminders", &[PUBLISH, READ], api::remind)
        .gives::<AnnouncementView>(200, "Reminds those who have not read it, once a day");
}

//! The addresses of drafts, and of what is published for everybody.

use web::Routes;

use super::{
    access::{HOLD, PROPOSE, PUBLIC, PUBLISH, READ, WRITE},
    api::{
        self, AcceptanceBody, AmendmentBody, AmendmentView, BeginningBody, Comparison, DraftLine,
        DraftView, PublicationBody, RefusalBody, SavingBody, SetAsideBody, VersionLine,
        VersionView,
    },
    export,
    pages::{self, amendments, edit, lines, list, publish, versions},
    public,
};

/// A text of 60,000 characters, each of four bytes and each percent-encoded, with room.
const MOST_BYTES: usize = 800_000;

pub(crate) fn routes(r: &mut Routes) {
    pages(r);
    amendments_and_verbs(r);
    api_drafts(r);
    api_verbs(r);
    r.page("/public/{partnership}/documents", &[PUBLIC], public::list);
    r.page("/public/{partnership}/documents/{id}", &[PUBLIC], public::show);
}

fn pages(r: &mut Routes) {
    r.page("/p/{partnership}/drafts", &[READ], list::list);
    r.page("/p/{partnership}/drafts/new", &[WRITE, READ], edit::new);
    r.form("/p/{partnership}/drafts/new", &[WRITE, READ], edit::begin).upload(MOST_BYTES);
    r.page("/p/{partnership}/drafts/{id}", &[READ], pages::show).together();
    r.page("/p/{partnership}/drafts/{id}/edit", &[WRITE, READ], edit::edit);
    r.form("/p/{partnership}/drafts/{id}/edit", &[WRITE, READ], edit::save).upload(MOST_BYTES);
    r.page("/p/{partnership}/drafts/{id}/lines", &[READ], lines::show);
    r.page("/p/{partnership}/drafts/{id}/versions", &[READ], versions::list);
    r.page("/p/{partnership}/drafts/{id}/versions/{number}", &[READ], versions::one);
    r.page("/p/{partnership}/drafts/{id}/compare", &[READ], versions::compare);
    r.download("/p/{partnership}/drafts/{id}/text.md", &[READ], export::markdown);
    r.download("/p/{partnership}/drafts/{id}/document.html", &[READ], export::document);
}

fn amendments_and_verbs(r: &mut Routes) {
    r.page("/p/{partnership}/drafts/{id}/amend", &[PROPOSE, READ], amendments::new);
    r.form("/p/{partnership}/drafts/{id}/amend", &[PROPOSE, READ], amendments::propose);
    r.page("/p/{partnership}/drafts/{id}/amendments/{amendment}", &[READ], amendments::show);
    r.form(
        "/p/{partnership}/drafts/{id}/amendments/{amendment}",
        &[HOLD, READ],
        amendments::answer,
    );
    r.form(
        "/p/{partnership}/drafts/{id}/amendments/{amendment}/withdraw",
        &[PROPOSE],
        amendments::withdraw,
    );
    r.page("/p/{partnership}/drafts/{id}/publish", &[READ], publish::publish_form);
    r.form("/p/{partnership}/drafts/{id}/publish", &[PUBLISH, READ], publish::publish);
    r.form("/p/{partnership}/drafts/{id}/unpublish", &[PUBLISH], publish::unpublish);
    r.page("/p/{partnership}/drafts/{id}/withdraw", &[READ], publish::withdraw_form);
    r.form("/p/{partnership}/drafts/{id}/withdraw", &[HOLD, READ], publish::withdraw);
    r.form("/p/{partnership}/drafts/{id}/restore", &[HOLD], publish::restore);
}

fn api_drafts(r: &mut Routes) {
    r.get("/p/{partnership}/drafts", &[READ], api::list)
        .lists::<DraftLine>("Lists drafts, filtered, the latest first, a page at a time");
    r.post("/p/{partnership}/drafts", &[WRITE, READ], api::begin)
        .takes::<BeginningBody>()
        .gives::<DraftView>(201, "Begins a draft");
    r.get("/p/{partnership}/drafts/{id}", &[READ], api::find)
        .gives::<DraftView>(200, "Shows a draft with its amendments");
    r.post("/p/{partnership}/drafts/{id}/versions", &[WRITE, READ], api::save)
        .takes::<SavingBody>()
        .gives::<DraftView>(200, "Saves a text beside what others saved since its writer began");
    r.get("/p/{partnership}/drafts/{id}/versions", &[READ], api::versions)
        .lists::<VersionLine>("Lists the versions of a draft, the latest first; `before` goes on");
    r.get("/p/{partnership}/drafts/{id}/versions/{number}", &[READ], api::version)
        .gives::<VersionView>(200, "Shows a version as it was");
    r.get("/p/{partnership}/drafts/{id}/comparison", &[READ], api::compare).gives::<Comparison>(
        200,
        "Shows two versions, line beside line; `from` and `to` say which",
    );
}

fn api_verbs(r: &mut Routes) {
    r.post("/p/{partnership}/drafts/{id}/amendments", &[PROPOSE, READ], api::propose)
        .takes::<AmendmentBody>()
        .gives::<AmendmentView>(201, "Proposes other words for some lines");
    r.get("/p/{partnership}/drafts/{id}/amendments/{amendment}", &[READ], api::amendment)
        .gives::<AmendmentView>(200, "Shows an amendment and what was answered");
    r.post(
        "/p/{partnership}/drafts/{id}/amendments/{amendment}/acceptances",
        &[HOLD, READ],
        api::accept,
    )
    .takes::<AcceptanceBody>()
    .gives::<AmendmentView>(200, "Takes an amendment in: a new version");
    r.post(
        "/p/{partnership}/drafts/{id}/amendments/{amendment}/refusals",
        &[HOLD, READ],
        api::decline,
    )
    .takes::<RefusalBody>()
    .gives::<AmendmentView>(200, "Says why an amendment is not taken in");
    r.post(
        "/p/{partnership}/drafts/{id}/amendments/{amendment}/withdrawals",
        &[PROPOSE, READ],
        api::withdraw_amendment,
    )
    .gives::<AmendmentView>(200, "Takes one's own amendment back");
    r.post("/p/{partnership}/drafts/{id}/publications", &[PUBLISH, READ], api::publish)
        .takes::<PublicationBody>()
        .gives::<DraftView>(200, "Publishes the latest version");
    r.delete("/p/{partnership}/drafts/{id}/publications", &[PUBLISH, READ], api::unpublish)
        .gives::<DraftView>(200, "Takes back what is published");
    r.post("/p/{partnership}/drafts/{id}/withdrawals", &[HOLD, READ], api::withdraw)
        .takes::<SetAsideBody>()
        .gives::<DraftView>(200, "Sets a draft aside");
    r.post("/p/{partnership}/drafts/{id}/restorations", &[HOLD, READ], api::restore)
        .gives::<DraftView>(200, "Writes a draft on that was set aside");
}

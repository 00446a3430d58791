//! The addresses of measures, and who may use each.

use web::{ImportReport, NavItem, Routes, Section};

use crate::{
    access::{DEFINE, FORM, IMPORT, IMPORTS, OBSERVE, READ, SERVE},
    import::{
        self, MAX_UPLOAD,
        views::{ImportBody, ImportView},
    },
    list, measure,
    measure::{
        api::{DefinitionBody, RetireBody},
        views::{MeasureLine, MeasureView, NumberView},
    },
    observation,
    observation::api::{CorrectionBody, NumberBody, WithdrawalBody},
    serving,
    serving::api::ServedView,
    story,
    story::api::{StoryBody, StoryView},
};

/// The place of measures in the navigation.
pub(crate) const NAV: &[NavItem] = &[NavItem {
    section: Section::Plan,
    label: "measures-title",
    address: "/p/{partnership}/measures",
}];

pub(crate) fn routes(r: &mut Routes) {
    pages(r);
    imports(r);
    api(r);
    api_of_numbers(r);
    serving(r);
}

fn serving(r: &mut Routes) {
    r.page("/p/{partnership}/measures/{slug}/serves", &[SERVE, READ], serving::pages::show);
    r.form("/p/{partnership}/measures/{slug}/serves", &[SERVE, READ], serving::pages::serve);
    r.form(
        "/p/{partnership}/measures/{slug}/serves/drop",
        &[SERVE, READ],
        serving::pages::serve_no_longer,
    );
    r.get("/p/{partnership}/measures/{slug}/serves", &[READ], serving::api::list)
        .lists::<ServedView>("Lists the items of the plan whose standing a measure tells");
    r.put("/p/{partnership}/measures/{slug}/serves/{item}", &[SERVE, READ], serving::api::serve)
        .lists::<ServedView>("Lets a measure tell how an item of the plan stands");
    r.delete(
        "/p/{partnership}/measures/{slug}/serves/{item}",
        &[SERVE, READ],
        serving::api::serve_no_longer,
    )
    .lists::<ServedView>("Lets a measure tell no longer how an item of the plan stands");
}

fn pages(r: &mut Routes) {
    r.page("/p/{partnership}/measures", &[READ], list::pages::all);
    r.download("/p/{partnership}/measures.csv", &[READ], list::pages::export);
    r.page("/p/{partnership}/measures/new", &[FORM], measure::pages::define_form);
    r.form("/p/{partnership}/measures", &[DEFINE, FORM], measure::pages::define);
    r.page("/p/{partnership}/measures/{slug}", &[READ], measure::pages::show).together();
    r.page("/p/{partnership}/measures/{slug}/edit", &[FORM], measure::pages::change_form);
    r.form("/p/{partnership}/measures/{slug}/edit", &[DEFINE, FORM], measure::pages::change);
    r.page("/p/{partnership}/measures/{slug}/retire", &[FORM], measure::pages::retire_form);
    r.form("/p/{partnership}/measures/{slug}/retire", &[DEFINE, FORM], measure::pages::retire);
    r.form("/p/{partnership}/measures/{slug}/retire/undo", &[DEFINE], measure::pages::restore);
    r.page("/p/{partnership}/measures/{slug}/story", &[READ], story::pages::show);
    r.form("/p/{partnership}/measures/{slug}/story", &[DEFINE, READ], story::pages::tell);
    r.page("/p/{partnership}/measures/{slug}/numbers/new", &[READ], observation::pages::enter_form);
    r.form("/p/{partnership}/measures/{slug}/numbers", &[OBSERVE, READ], observation::pages::enter);
    r.page("/p/{partnership}/measures/{slug}/numbers/{period}", &[READ], observation::pages::show);
    r.form(
        "/p/{partnership}/measures/{slug}/numbers/{period}",
        &[OBSERVE, READ],
        observation::pages::correct,
    );
    r.page(
        "/p/{partnership}/measures/{slug}/numbers/{period}/withdraw",
        &[READ],
        observation::pages::withdraw_form,
    );
    r.form(
        "/p/{partnership}/measures/{slug}/numbers/{period}/withdraw",
        &[OBSERVE, READ],
        observation::pages::withdraw,
    );
    r.form(
        "/p/{partnership}/measures/{slug}/numbers/{period}/withdraw/undo",
        &[OBSERVE, READ],
        observation::pages::reinstate,
    );
}

fn imports(r: &mut Routes) {
    r.page("/p/{partnership}/measures/import", &[IMPORTS], import::pages::send_form);
    r.page("/p/{partnership}/measures/imports", &[IMPORTS], import::pages::list);
    r.form("/p/{partnership}/measures/imports", &[IMPORT, IMPORTS], import::pages::send)
        .upload(MAX_UPLOAD);
    r.page("/p/{partnership}/measures/imports/{id}", &[IMPORTS], import::pages::show);
    r.form(
        "/p/{partnership}/measures/imports/{id}/start",
        &[IMPORT, IMPORTS],
        import::pages::start,
    );
    r.form("/p/{partnership}/measures/imports/{id}/drop", &[IMPORT], import::pages::forget);
    r.download(
        "/p/{partnership}/measures/imports/{id}/report.json",
        &[IMPORTS],
        import::pages::report,
    );
}

fn api(r: &mut Routes) {
    r.get("/p/{partnership}/measures", &[READ], list::api::all)
        .lists::<MeasureLine>("Lists measures");
    r.post("/p/{partnership}/measures", &[DEFINE, READ], measure::api::define)
        .takes::<DefinitionBody>()
        .gives::<MeasureView>(201, "Defines a measure");
    r.get("/p/{partnership}/measures/{slug}", &[READ], measure::api::show)
        .gives::<MeasureView>(200, "Shows a measure with its numbers");
    r.put("/p/{partnership}/measures/{slug}", &[DEFINE, READ], measure::api::change)
        .takes::<DefinitionBody>()
        .gives::<MeasureView>(200, "Changes a measure's definition");
    r.post("/p/{partnership}/measures/{slug}/retirement", &[DEFINE, READ], measure::api::retire)
        .takes::<RetireBody>()
        .gives::<MeasureView>(200, "Takes a measure out of use");
    r.delete("/p/{partnership}/measures/{slug}/retirement", &[DEFINE, READ], measure::api::restore)
        .gives::<MeasureView>(200, "Takes a measure into use again");
    r.get("/p/{partnership}/measures/{slug}/story", &[READ], story::api::list)
        .lists::<StoryView>("Lists every telling of the story behind a measure's trend");
    r.put("/p/{partnership}/measures/{slug}/story", &[DEFINE, READ], story::api::tell)
        .takes::<StoryBody>()
        .gives::<StoryView>(200, "Tells the story behind a measure's trend");
    r.get("/p/{partnership}/measure-imports", &[IMPORTS], import::api::list)
        .lists::<ImportView>("Lists the files that were sent");
    r.post("/p/{partnership}/measure-imports", &[IMPORT, IMPORTS], import::api::take)
        .upload(MAX_UPLOAD)
        .takes::<ImportBody>()
        .gives::<ImportReport>(200, "Takes the numbers of a file, or says what would come of it");
    r.get("/p/{partnership}/measure-imports/{id}", &[IMPORTS], import::api::show)
        .gives::<ImportView>(200, "Shows a file that was sent, and what came of it");
}

fn api_of_numbers(r: &mut Routes) {
    r.get("/p/{partnership}/measures/{slug}/numbers", &[READ], observation::api::list)
        .lists::<NumberView>("Lists the numbers of a measure");
    r.post("/p/{partnership}/measures/{slug}/numbers", &[OBSERVE, READ], observation::api::enter)
        .takes::<NumberBody>()
        .gives::<NumberView>(201, "Enters the number of a period");
    r.get("/p/{partnership}/measures/{slug}/numbers/{period}", &[READ], observation::api::show)
        .lists::<NumberView>("Shows a number and what it was before");
    r.put(
        "/p/{partnership}/measures/{slug}/numbers/{period}",
        &[OBSERVE, READ],
        observation::api::correct,
    )
    .takes::<CorrectionBody>()
    .gives::<NumberView>(200, "Corrects a number");
    r.post(
        "/p/{partnership}/measures/{slug}/numbers/{period}/withdrawal",
        &[OBSERVE, READ],
        observation::api::withdraw,
    )
    .takes::<WithdrawalBody>()
    .gives::<NumberView>(200, "Takes a wrong number back");
    r.delete(
        "/p/{partnership}/measures/{slug}/numbers/{period}/withdrawal",
        &[OBSERVE, READ],
        observation::api::reinstate,
    )
    .gives::<NumberView>(200, "Enters a number that was taken back again, as it was");
}

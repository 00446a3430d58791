//! The addresses of sharing itself: clients and their records, consents, requests, receipts, tasks.

use web::Routes;

use crate::{
    access::{
        ASK, BREAK_GLASS, CLIENTS, CONSENTS, COPIES, DUTIES, KEEP_CLIENTS, KEEP_CONSENT, RECEIPTS,
        RULE, USERS,
    },
    consent::{
        api::{self as consents_api, ConsentBody, ConsentView},
        fhir, pages as consents,
    },
    duty::{
        api::{self as duties_api, DutyView, FulfillmentBody},
        pages as duties,
    },
    emergency::{
        api::{self as emergencies_api, EmergencyBody},
        pages as emergencies,
    },
    receipt::{
        api::{self as receipts_api, CountsView, ReceiptLine, ReceiptView, SharedView},
        pages as receipts,
    },
    record::{
        api::{
            self as clients_api, ClientBody, ClientLine, ClientView, ContentBody, ImportView,
            RecordBody, RecordView,
        },
        import::MOST_BYTES,
        pages as clients,
    },
    report::{
        api::{self as report_api, ReportView},
        pages as report,
    },
    request::{
        api::{self as requests_api, RequestBody, RequestView, RulingBody},
        pages as requests,
    },
    shared::{
        api::{self as shared_api, SharedEntry},
        pages as shared,
    },
    vocabulary::users::{
        api::{self as users_api, UserBody, UserView},
        pages as users,
    },
};

pub(super) fn routes(r: &mut Routes) {
    request_pages(r);
    receipt_pages(r);
    client_pages(r);
    consent_pages(r);
    request_api(r);
    receipt_api(r);
    client_api(r);
    consent_api(r);
}

fn request_pages(r: &mut Routes) {
    r.page("/p/{partnership}/requests", &[CLIENTS], requests::list);
    r.page("/p/{partnership}/requests/new", &[ASK, CLIENTS], requests::new_form);
    r.form("/p/{partnership}/requests/new", &[ASK, CLIENTS], requests::ask);
    r.page("/p/{partnership}/requests/{id}", &[CLIENTS], requests::show);
    r.form("/p/{partnership}/requests/{id}/withdraw", &[ASK], requests::withdraw);
    r.page("/p/{partnership}/requests/{id}/decide", &[RULE, CLIENTS], requests::rule_form);
    r.form("/p/{partnership}/requests/{id}/decide", &[RULE, CLIENTS], requests::decide);
    r.page("/p/{partnership}/emergency", &[CLIENTS], emergencies::show);
    r.form("/p/{partnership}/emergency", &[BREAK_GLASS, CLIENTS], emergencies::act);
    r.page("/p/{partnership}/shared-with-us", &[CLIENTS], shared::list);
    r.page("/p/{partnership}/agreements/people", &[CLIENTS], users::show);
    r.form("/p/{partnership}/agreements/people", &[USERS, CLIENTS], users::add);
    r.form("/p/{partnership}/agreements/people/{id}/remove", &[USERS], users::take_off);
}

fn receipt_pages(r: &mut Routes) {
    r.page("/p/{partnership}/receipts", &[RECEIPTS], receipts::list);
    r.download("/p/{partnership}/receipts.csv", &[RECEIPTS], receipts::export);
    r.page("/p/{partnership}/receipts/{id}", &[RECEIPTS], receipts::show);
    r.download("/p/{partnership}/receipts/{id}/receipt.json", &[RECEIPTS], receipts::json);
    r.page("/p/{partnership}/receipts/{id}/shared", &[RECEIPTS], receipts::open);
    r.download("/p/{partnership}/receipts/{id}/shared.txt", &[RECEIPTS], receipts::download);
    r.page("/p/{partnership}/duties", &[CLIENTS], duties::list);
    r.page("/p/{partnership}/duties/{id}", &[CLIENTS], duties::show);
    r.form("/p/{partnership}/duties/{id}", &[DUTIES, CLIENTS], duties::fulfill);
}

fn client_pages(r: &mut Routes) {
    r.page("/p/{partnership}/clients", &[CLIENTS], clients::list);
    r.page("/p/{partnership}/clients/new", &[KEEP_CLIENTS, CLIENTS], clients::new_form);
    r.form("/p/{partnership}/clients/new", &[KEEP_CLIENTS, CLIENTS], clients::add);
    r.page("/p/{partnership}/clients/import", &[KEEP_CLIENTS, CLIENTS], clients::import_form);
    r.form("/p/{partnership}/clients/import", &[KEEP_CLIENTS, CLIENTS], clients::import)
        .upload(MOST_BYTES);
    r.page("/p/{partnership}/clients/{id}", &[CLIENTS], clients::show);
    r.page("/p/{partnership}/copies", &[COPIES], clients::copies);
    r.page("/p/{partnership}/clients/{id}/report", &[CLIENTS], report::show);
    r.page("/p/{partnership}/clients/{id}/edit", &[KEEP_CLIENTS, CLIENTS], clients::edit_form);
    r.form("/p/{partnership}/clients/{id}/edit", &[KEEP_CLIENTS, CLIENTS], clients::change);
    let records = "/p/{partnership}/clients/{id}/records/new";
    r.page(records, &[KEEP_CLIENTS, CLIENTS], clients::record_form);
    r.form(records, &[KEEP_CLIENTS, CLIENTS], clients::add_record);
    let edit = "/p/{partnership}/records/{id}/edit";
    r.page(edit, &[KEEP_CLIENTS, CLIENTS], clients::correct_form);
    r.form(edit, &[KEEP_CLIENTS, CLIENTS], clients::correct);
    let destroy = "/p/{partnership}/records/{id}/destroy";
    r.page(destroy, &[KEEP_CLIENTS, CLIENTS], clients::correct_form);
    r.form(destroy, &[KEEP_CLIENTS, CLIENTS], clients::destroy);
}

fn consent_pages(r: &mut Routes) {
    r.page("/p/{partnership}/consents", &[CONSENTS], consents::list);
    r.page("/p/{partnership}/consents/{id}", &[CONSENTS], consents::show);
    r.download("/p/{partnership}/consents/{id}/fhir.json", &[CONSENTS], fhir::export);
    let new = "/p/{partnership}/clients/{id}/consents/new";
    r.page(new, &[KEEP_CONSENT, CLIENTS], consents::new_form);
    r.form(new, &[KEEP_CONSENT, CLIENTS, CONSENTS], consents::add).upload(MOST_BYTES);
    r.page(
        "/p/{partnership}/consents/{id}/renew",
        &[KEEP_CONSENT, CONSENTS, CLIENTS],
        consents::renew_form,
    );
    for path in ["/p/{partnership}/consents/{id}/revoke", "/p/{partnership}/consents/{id}/end"] {
        r.page(path, &[KEEP_CONSENT, CONSENTS], consents::verb_form);
        r.form(path, &[KEEP_CONSENT], consents::verb_of);
    }
}

fn request_api(r: &mut Routes) {
    r.get("/p/{partnership}/requests", &[CLIENTS], requests_api::list)
        .lists::<RequestView>("Lists one's own requests, the latest first");
    r.get("/p/{partnership}/requests/held", &[CLIENTS], requests_api::held)
        .lists::<RequestView>("Lists what waits for one's organizations");
    r.post("/p/{partnership}/requests", &[ASK, CLIENTS, RECEIPTS], requests_api::ask)
        .takes::<RequestBody>()
        .gives::<ReceiptView>(201, "Asks for data; the answer is the receipt");
    r.get("/p/{partnership}/requests/{id}", &[CLIENTS], requests_api::find)
        .gives::<RequestView>(200, "Shows a request");
    r.post("/p/{partnership}/requests/{id}/rulings", &[RULE, RECEIPTS], requests_api::decide)
        .takes::<RulingBody>()
        .gives::<ReceiptView>(200, "Decides a request that waits");
    r.post("/p/{partnership}/requests/{id}/withdrawals", &[ASK, CLIENTS], requests_api::withdraw)
        .gives::<RequestView>(200, "Takes back a request that waits");
    r.post("/p/{partnership}/emergencies", &[BREAK_GLASS, RECEIPTS], emergencies_api::open)
        .takes::<EmergencyBody>()
        .gives::<ReceiptView>(201, "Opens what an emergency opens, right after a fresh sign-in");
    r.get("/p/{partnership}/shared-with-us", &[CLIENTS], shared_api::list)
        .lists::<SharedEntry>("Lists what others share for a purpose, the latest first");
    r.get("/p/{partnership}/agreements/people", &[CLIENTS], users_api::list)
        .lists::<UserView>("Lists who works with data");
    r.post("/p/{partnership}/agreements/people", &[USERS, CLIENTS], users_api::enter)
        .takes::<UserBody>()
        .does(204, "Enters a person who works with data, or changes what is known of them");
    r.delete("/p/{partnership}/agreements/people/{id}", &[USERS], users_api::take_off)
        .does(204, "Takes a person off the list of those who work with data");
}

fn receipt_api(r: &mut Routes) {
    r.get("/p/{partnership}/receipts", &[RECEIPTS], receipts_api::list)
        .lists::<ReceiptLine>("Lists receipts, the latest first");
    r.get("/p/{partnership}/receipts/counts", &[RECEIPTS], receipts_api::counts)
        .gives::<CountsView>(200, "Counts the answers of the last 30 days");
    r.get("/p/{partnership}/receipts/{id}", &[RECEIPTS], receipts_api::find)
        .gives::<ReceiptView>(200, "Shows a receipt, as far as one has a part in it");
    r.get("/p/{partnership}/receipts/{id}/shared", &[RECEIPTS], receipts_api::shared)
        .gives::<SharedView>(200, "Opens what was shared, with what must travel with it");
    r.get("/p/{partnership}/duties", &[CLIENTS], duties_api::list)
        .lists::<DutyView>("Lists what receipts want done, what is due first first");
    r.get("/p/{partnership}/duties/{id}", &[CLIENTS], duties_api::find)
        .gives::<DutyView>(200, "Shows a task");
    r.post("/p/{partnership}/duties/{id}/fulfillments", &[DUTIES, CLIENTS], duties_api::fulfill)
        .takes::<FulfillmentBody>()
        .gives::<DutyView>(200, "Notes that a task was done");
}

fn client_api(r: &mut Routes) {
    r.get("/p/{partnership}/clients", &[CLIENTS], clients_api::list)
        .lists::<ClientLine>("Lists the clients of one's organization, the latest first");
    r.post("/p/{partnership}/clients", &[KEEP_CLIENTS, CLIENTS], clients_api::add)
        .takes::<ClientBody>()
        .gives::<ClientView>(201, "Enters a client as a reference");
    r.post("/p/{partnership}/clients/imports", &[KEEP_CLIENTS], clients_api::import)
        .upload(MOST_BYTES)
        .gives::<ImportView>(200, "Takes the records of a file (CSV): all, or none");
    r.get("/p/{partnership}/clients/{id}", &[CLIENTS], clients_api::find)
        .gives::<ClientView>(200, "Shows a client with what is kept about them");
    r.patch("/p/{partnership}/clients/{id}", &[KEEP_CLIENTS, CLIENTS], clients_api::change)
        .takes::<ClientBody>()
        .gives::<ClientView>(200, "Changes what a decision asks of a client");
    r.get("/p/{partnership}/copies", &[COPIES], clients_api::copies)
        .lists::<RecordView>("Lists the copies that one's organization holds, the latest first");
    r.get("/p/{partnership}/clients/{id}/report", &[CLIENTS], report_api::find)
        .gives::<ReportView>(200, "Says who got what about a client");
    r.post("/p/{partnership}/clients/{id}/records", &[KEEP_CLIENTS, CLIENTS], clients_api::keep)
        .takes::<RecordBody>()
        .gives::<RecordView>(200, "Keeps a record, or corrects it");
    r.patch("/p/{partnership}/records/{id}", &[KEEP_CLIENTS, CLIENTS], clients_api::correct)
        .takes::<ContentBody>()
        .gives::<RecordView>(200, "Corrects a record");
    r.delete("/p/{partnership}/records/{id}", &[KEEP_CLIENTS, CLIENTS], clients_api::destroy)
        .gives::<RecordView>(200, "Destroys a record for good");
}

fn consent_api(r: &mut Routes) {
    r.get("/p/{partnership}/consents", &[CONSENTS], consents_api::list)
        .lists::<ConsentView>("Lists what clients allowed, the latest first");
    r.post(
        "/p/{partnership}/clients/{id}/consents",
        &[KEEP_CONSENT, CONSENTS, CLIENTS],
        consents_api::add,
    )
    .takes::<ConsentBody>()
    .gives::<ConsentView>(201, "Keeps a consent as it was signed");
    r.get("/p/{partnership}/consents/{id}", &[CONSENTS], consents_api::find)
        .gives::<ConsentView>(200, "Shows a consent");
    let revoke = "/p/{partnership}/consents/{id}/revocations";
    r.post(revoke, &[KEEP_CONSENT, CONSENTS], consents_api::revoke)
        .gives::<ConsentView>(200, "Takes a consent back, at once");
    let end = "/p/{partnership}/consents/{id}/endings";
    r.post(end, &[KEEP_CONSENT, CONSENTS], consents_api::end)
        .gives::<ConsentView>(200, "Notes the event with which a consent ends");
}

//! The addresses of this context.

use web::{NavItem, Routes, Section};

use crate::{
    access::{
        DESTROY, EXPORTS, LOOK, PROVE, READ, READ_RETENTION, RETAIN, SETTINGS, SETTLE, SIGN_EXPORT,
    },
    export::{
        api::{self as exported, ExportView},
        pages as exports,
    },
    log::{
        api::{self, LogBody, LogView, PlaceView, ProofView},
        pages::{self, check, events, settings},
    },
    retention::{
        api::{self as keeping, CertificateView, DestructionBody, RetentionView, RuleBody},
        pages as kept,
    },
    witness::{
        api::{self as witnesses, WitnessBody, WitnessView},
        pages as brought,
    },
};

pub(crate) const NAV: &[NavItem] = &[
    NavItem {
        section: Section::Agreements,
        label: "log-own-title",
        address: "/p/{partnership}/log",
    },
    NavItem {
        section: Section::Agreements,
        label: "retention-title",
        address: "/p/{partnership}/retention",
    },
    NavItem {
        section: Section::Agreements,
        label: "exports-title",
        address: "/p/{partnership}/exports",
    },
];

pub(crate) fn routes(r: &mut Routes) {
    public(r);
    partners(r);
    programs(r);
    retention(r);
    exports_of(r);
}

/// For anybody, where the partnership opened its log; else for its partners.
fn public(r: &mut Routes) {
    r.page("/public/{partnership}/log", &[LOOK, READ, SETTINGS], pages::show);
    r.page("/public/{partnership}/log/check", &[LOOK, READ, SETTINGS], check::number);
    r.form("/public/{partnership}/log/check", &[LOOK, READ, SETTINGS], check::file)
        .upload(check::MOST_BYTES);
    r.form("/public/{partnership}/log/cosignatures", &[LOOK, READ], brought::bring);
    r.download("/public/{partnership}/log/checkpoint", &[LOOK, READ], pages::checkpoint);
    r.download("/public/{partnership}/log/tile/{*path}", &[LOOK, READ], pages::tile);
    r.download("/public/{partnership}/log/key", &[LOOK, READ], pages::key);
    r.download("/public/{partnership}/log/policy", &[LOOK, READ], pages::policy_file);
    r.download("/public/{partnership}/log/whole.tar", &[LOOK, READ], pages::whole);
}

fn partners(r: &mut Routes) {
    r.page("/p/{partnership}/log", &[READ, PROVE, SETTINGS], events::list);
    r.page("/p/{partnership}/log/events/{event}", &[PROVE], events::show);
    r.download("/p/{partnership}/log/events/{event}/proof", &[PROVE], events::proof);
    r.page("/p/{partnership}/log/settings", &[SETTINGS, SETTLE], settings::show);
    r.form("/p/{partnership}/log/open", &[SETTLE], settings::open);
    r.form("/p/{partnership}/log/quorum", &[SETTLE, SETTINGS], settings::quorum);
    r.form("/p/{partnership}/log/witnesses", &[SETTLE, SETTINGS], settings::add);
    r.form("/p/{partnership}/log/witnesses/{id}/remove", &[SETTLE], settings::remove);
}

fn programs(r: &mut Routes) {
    r.get("/p/{partnership}/log", &[READ], api::show)
        .gives::<LogView>(200, "Shows how the log stands and who confirms it");
    r.put("/p/{partnership}/log", &[SETTLE, READ], api::settle)
        .takes::<LogBody>()
        .gives::<LogView>(200, "Says who may look at the log, and how many must confirm it");
    r.get("/p/{partnership}/log/events", &[READ], api::events)
        .lists::<PlaceView>("Lists events with their places in the log, the latest first");
    r.get("/p/{partnership}/log/events/{event}", &[PROVE], api::proof)
        .gives::<ProofView>(200, "Gives the proof of an event");
    r.post("/p/{partnership}/log/witnesses", &[SETTLE, READ], witnesses::add)
        .takes::<WitnessBody>()
        .gives::<WitnessView>(201, "Names a witness");
    r.delete("/p/{partnership}/log/witnesses/{id}", &[SETTLE, READ], witnesses::remove)
        .does(204, "Asks a witness no more");
}

fn retention(r: &mut Routes) {
    r.page("/p/{partnership}/retention", &[READ_RETENTION, RETAIN], kept::show);
    r.form("/p/{partnership}/retention/rules", &[RETAIN, READ_RETENTION], kept::set);
    r.form("/p/{partnership}/retention/rules/lift", &[RETAIN], kept::lift);
    r.form("/p/{partnership}/retention/destroy", &[DESTROY, READ_RETENTION, RETAIN], kept::destroy);
    r.page("/p/{partnership}/retention/certificates/{id}", &[READ_RETENTION], kept::certificate);
    r.get("/p/{partnership}/retention", &[READ_RETENTION], keeping::show)
        .gives::<RetentionView>(200, "Shows how long each class of records is kept");
    r.put("/p/{partnership}/retention/rules/{class}", &[RETAIN, READ_RETENTION], keeping::set)
        .takes::<RuleBody>()
        .gives::<RetentionView>(200, "Says how long a class is kept after a record ended");
    r.delete("/p/{partnership}/retention/rules/{class}", &[RETAIN], keeping::lift)
        .does(204, "Keeps a class until further notice");
    r.get("/p/{partnership}/retention/certificates", &[READ_RETENTION], keeping::certificates)
        .lists::<CertificateView>("Lists certificates of destruction, the latest first");
    r.post("/p/{partnership}/retention/certificates", &[DESTROY], keeping::destroy)
        .takes::<DestructionBody>()
        .gives::<CertificateView>(201, "Destroys one record, whatever its rule");
    r.get("/p/{partnership}/retention/certificates/{id}", &[READ_RETENTION], keeping::certificate)
        .gives::<CertificateView>(200, "Shows a certificate of destruction");
}

fn exports_of(r: &mut Routes) {
    r.page("/p/{partnership}/exports", &[EXPORTS], exports::list);
    r.form("/p/{partnership}/exports", &[SIGN_EXPORT, EXPORTS, PROVE], exports::sign);
    r.download("/p/{partnership}/exports/{id}/note", &[EXPORTS], exports::note);
    r.download("/p/{partnership}/exports/{id}/proof", &[EXPORTS, PROVE], exports::proof);
    r.get("/p/{partnership}/exports", &[EXPORTS], exported::list)
        .lists::<ExportView>("Lists files that left with a signature, the latest first");
    r.get("/p/{partnership}/exports/{id}", &[EXPORTS], exported::find)
        .gives::<ExportView>(200, "Shows what was signed of an exported file");
}

//! The addresses of this context.

use web::{NavItem, Routes, Section};

use crate::{
    access::{LOOK, PROVE, READ, SETTINGS, SETTLE},
    log::{
        api::{self, LogBody, LogView, PlaceView, ProofView},
        pages::{self, check, events, settings},
    },
    witness::{
        api::{self as witnesses, WitnessBody, WitnessView},
        pages as brought,
    },
};

pub(crate) const NAV: &[NavItem] = &[NavItem {
    section: Section::Agreements,
    label: "log-own-title",
    address: "/p/{partnership}/log",
}];

pub(crate) fn routes(r: &mut Routes) {
    public(r);
    partners(r);
    programs(r);
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

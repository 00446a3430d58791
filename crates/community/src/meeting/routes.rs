//! The addresses of meetings.

use plan::permissions;
use store::Permission;
use web::Routes;

use super::{
    agenda::pages as agenda,
    api::{
        self, ApprovalBody, ChangeBody, CorrectionBody, GuestBody, ItemBody, ItemView, MeetingLine,
        MeetingView, NotedView, NotesBody, NotesView, OutcomeBody, OutcomeView, PlanBody,
        PresenceBody, ProposalView, RulesBody, RulesView, StateBody, VersionView, WayBody, WhyBody,
    },
    attendance::pages as attendance,
    duties::pages as duties,
    export,
    minutes::pages as minutes,
    minutes::pages::outcome,
    pages::{self, forms, list, new},
    public::{feed, pages as public, settings},
    series::{
        api as series_api,
        api::{SeriesBody, SeriesChangeBody, SeriesEndBody, SeriesView},
        pages as series,
    },
};
use crate::access::{KEEP, LOOK_AT_MEETINGS, READ_MEETINGS, SHOW_MEETINGS, TAKE_PART};

/// What making a promise or a question from an item needs.
const OUTCOME: &[Permission] = &[
    TAKE_PART,
    READ_MEETINGS,
    permissions::ACT,
    permissions::PROPOSE,
    permissions::READ,
    permissions::READ_DECISIONS,
];

/// What joining one that is there needs.
const JOIN: &[Permission] = &[TAKE_PART, permissions::READ, permissions::READ_DECISIONS];

pub(crate) fn routes(r: &mut Routes) {
    public_pages(r);
    lists_and_forms(r);
    verbs(r);
    items(r);
    notes(r);
    series_pages(r);
    api_meetings(r);
    api_verbs(r);
    api_items(r);
    api_minutes(r);
    api_series(r);
}

/// For anybody, where the partnership shows its meetings.
fn public_pages(r: &mut Routes) {
    r.page("/public/{partnership}/meetings", &[LOOK_AT_MEETINGS], public::list);
    r.download("/public/{partnership}/meetings.atom", &[LOOK_AT_MEETINGS], feed::feed);
    r.page("/public/{partnership}/meetings/{id}", &[LOOK_AT_MEETINGS], public::show);
    r.page("/p/{partnership}/meetings/public", &[READ_MEETINGS], settings::page);
    r.form("/p/{partnership}/meetings/public", &[SHOW_MEETINGS], settings::act);
}

fn lists_and_forms(r: &mut Routes) {
    r.page("/p/{partnership}/meetings", &[READ_MEETINGS], list::list);
    r.download("/p/{partnership}/meetings.csv", &[READ_MEETINGS], export::export);
    r.page("/p/{partnership}/meetings/new", &[KEEP, READ_MEETINGS], new::show);
    r.form("/p/{partnership}/meetings/new", &[KEEP, READ_MEETINGS], new::take);
    r.page("/p/{partnership}/meetings/rules/{body}", &[READ_MEETINGS], duties::show);
    r.form("/p/{partnership}/meetings/rules/{body}", &[KEEP, READ_MEETINGS], duties::set);
    r.page("/p/{partnership}/meetings/{id}", &[READ_MEETINGS], pages::show).together();
    r.page("/p/{partnership}/meetings/{id}/edit", &[READ_MEETINGS], new::edit);
    r.form("/p/{partnership}/meetings/{id}/edit", &[KEEP, READ_MEETINGS], new::change);
}

/// One page and one form for each verb; the last part of the address is its name.
fn verbs(r: &mut Routes) {
    for path in [
        "/p/{partnership}/meetings/{id}/begin",
        "/p/{partnership}/meetings/{id}/close",
        "/p/{partnership}/meetings/{id}/submit",
        "/p/{partnership}/meetings/{id}/post",
        "/p/{partnership}/meetings/{id}/reopen",
        "/p/{partnership}/meetings/{id}/withdraw",
        "/p/{partnership}/meetings/{id}/restore",
        "/p/{partnership}/meetings/{id}/cancel",
    ] {
        r.page(path, &[READ_MEETINGS], forms::show);
        r.form(path, &[KEEP, READ_MEETINGS], forms::act);
    }
    r.form("/p/{partnership}/meetings/{id}/approve", &[KEEP], forms::approve);
}

fn items(r: &mut Routes) {
    r.page("/p/{partnership}/meetings/{id}/items/new", &[READ_MEETINGS], agenda::show);
    r.form("/p/{partnership}/meetings/{id}/items/new", &[TAKE_PART, READ_MEETINGS], agenda::take);
    r.form("/p/{partnership}/meetings/{id}/items/take", &[TAKE_PART], agenda::take_proposed);
    r.form("/p/{partnership}/meetings/{id}/items/aside", &[TAKE_PART], agenda::set_aside);
    r.page("/p/{partnership}/meetings/{id}/items/{item}/edit", &[READ_MEETINGS], agenda::edit);
    r.form(
        "/p/{partnership}/meetings/{id}/items/{item}/edit",
        &[TAKE_PART, READ_MEETINGS],
        agenda::change,
    );
    r.form("/p/{partnership}/meetings/{id}/items/{item}/up", &[TAKE_PART], agenda::shift);
    r.form("/p/{partnership}/meetings/{id}/items/{item}/down", &[TAKE_PART], agenda::shift);
    r.form("/p/{partnership}/meetings/{id}/items/{item}/remove", &[TAKE_PART], agenda::remove);
    r.form("/p/{partnership}/meetings/{id}/items/{item}/mark", &[TAKE_PART], agenda::mark);
    r.form("/p/{partnership}/meetings/{id}/items/{item}/settle", &[TAKE_PART], agenda::settle);
}

fn notes(r: &mut Routes) {
    r.page("/p/{partnership}/meetings/{id}/minutes", &[READ_MEETINGS], minutes::show);
    r.form("/p/{partnership}/meetings/{id}/items/{item}/notes", &[TAKE_PART], minutes::write);
    r.page(
        "/p/{partnership}/meetings/{id}/items/{item}/history",
        &[READ_MEETINGS],
        minutes::history,
    );
    for path in [
        "/p/{partnership}/meetings/{id}/items/{item}/commitment",
        "/p/{partnership}/meetings/{id}/items/{item}/decision",
    ] {
        r.page(path, &[READ_MEETINGS], outcome::show);
        r.form(path, OUTCOME, outcome::take);
    }
    r.form(
        "/p/{partnership}/meetings/{id}/items/{item}/outcomes/remove",
        &[TAKE_PART],
        minutes::remove_outcome,
    );
    r.form("/p/{partnership}/meetings/{id}/corrections", &[TAKE_PART], minutes::correct);
    r.form(
        "/p/{partnership}/meetings/{id}/corrections/{number}/take-back",
        &[TAKE_PART],
        minutes::take_correction_back,
    );
    r.page("/p/{partnership}/meetings/{id}/attendance", &[READ_MEETINGS], attendance::show);
    r.form(
        "/p/{partnership}/meetings/{id}/attendance",
        &[TAKE_PART, READ_MEETINGS],
        attendance::mark,
    );
    r.form(
        "/p/{partnership}/meetings/{id}/guests",
        &[TAKE_PART, READ_MEETINGS],
        attendance::add_guest,
    );
    r.form(
        "/p/{partnership}/meetings/{id}/guests/{number}/remove",
        &[TAKE_PART],
        attendance::remove_guest,
    );
}

fn series_pages(r: &mut Routes) {
    r.page("/p/{partnership}/meetings/series", &[READ_MEETINGS], series::list);
    r.page("/p/{partnership}/meetings/series/new", &[KEEP, READ_MEETINGS], series::new);
    r.form("/p/{partnership}/meetings/series/new", &[KEEP, READ_MEETINGS], series::take);
    r.page("/p/{partnership}/meetings/series/{id}", &[READ_MEETINGS], series::show);
    r.page("/p/{partnership}/meetings/series/{id}/edit", &[READ_MEETINGS], series::edit);
    r.form("/p/{partnership}/meetings/series/{id}/edit", &[KEEP, READ_MEETINGS], series::change);
    r.page("/p/{partnership}/meetings/series/{id}/end", &[READ_MEETINGS], series::ask_end);
    r.form("/p/{partnership}/meetings/series/{id}/end", &[KEEP, READ_MEETINGS], series::end);
}

fn api_meetings(r: &mut Routes) {
    r.get("/p/{partnership}/meetings", &[READ_MEETINGS], api::list)
        .lists::<MeetingLine>("Lists meetings that come or that were, a page at a time");
    r.post("/p/{partnership}/meetings", &[KEEP, READ_MEETINGS], api::plan)
        .takes::<PlanBody>()
        .gives::<MeetingView>(201, "Plans one meeting of a body");
    r.get("/p/{partnership}/meetings/{id}", &[READ_MEETINGS], api::find)
        .gives::<MeetingView>(200, "Shows a meeting with its agenda and minutes");
    r.put("/p/{partnership}/meetings/{id}", &[KEEP, READ_MEETINGS], api::change)
        .takes::<ChangeBody>()
        .gives::<MeetingView>(200, "Changes when, where or what for, apart from the series");
    r.get("/p/{partnership}/meetings/{id}/proposals", &[READ_MEETINGS], api::proposals)
        .lists::<ProposalView>("Lists what the program would put on the agenda, and why");
    r.get("/p/{partnership}/meetings/rules/{body}", &[READ_MEETINGS], api::rules)
        .gives::<RulesView>(200, "Shows the rules of a body's meetings");
    r.put("/p/{partnership}/meetings/rules/{body}", &[KEEP], api::set_rules)
        .takes::<RulesBody>()
        .gives::<RulesView>(200, "Sets the rules of a body's meetings");
}

fn api_verbs(r: &mut Routes) {
    r.post("/p/{partnership}/meetings/{id}/cancellation", &[KEEP, READ_MEETINGS], api::cancel)
        .takes::<WhyBody>()
        .gives::<MeetingView>(200, "Calls a meeting off");
    r.delete("/p/{partnership}/meetings/{id}/cancellation", &[KEEP, READ_MEETINGS], api::restore)
        .gives::<MeetingView>(200, "Takes back that a meeting was called off");
    r.post("/p/{partnership}/meetings/{id}/postings", &[KEEP, READ_MEETINGS], api::post)
        .gives::<MeetingView>(200, "Posts a meeting with its agenda");
    r.post("/p/{partnership}/meetings/{id}/openings", &[KEEP, READ_MEETINGS], api::begin)
        .gives::<MeetingView>(200, "Opens a meeting; from then on minutes are taken");
    r.post("/p/{partnership}/meetings/{id}/closing", &[KEEP, READ_MEETINGS], api::close)
        .gives::<MeetingView>(200, "Ends a meeting; what is not done comes back at the next");
    r.delete("/p/{partnership}/meetings/{id}/closing", &[KEEP, READ_MEETINGS], api::reopen)
        .gives::<MeetingView>(200, "Takes back that a meeting ended");
    r.post("/p/{partnership}/meetings/{id}/minutes", &[KEEP, READ_MEETINGS], api::submit)
        .gives::<MeetingView>(200, "Gives the minutes to the members, to be approved");
    r.delete("/p/{partnership}/meetings/{id}/minutes", &[KEEP, READ_MEETINGS], api::withdraw)
        .gives::<MeetingView>(200, "Takes the minutes back to be changed");
    r.post("/p/{partnership}/meetings/{id}/approvals", &[KEEP, READ_MEETINGS], api::approve)
        .takes::<ApprovalBody>()
        .gives::<MeetingView>(200, "Approves the minutes at a later meeting");
}

fn api_items(r: &mut Routes) {
    r.post("/p/{partnership}/meetings/{id}/items", &[TAKE_PART], api::add_item)
        .takes::<ItemBody>()
        .gives::<ItemView>(201, "Puts something on the agenda");
    r.put("/p/{partnership}/meetings/{id}/items/{item}", &[TAKE_PART], api::edit_item)
        .takes::<ItemBody>()
        .gives::<ItemView>(200, "Changes what an item is about");
    r.delete("/p/{partnership}/meetings/{id}/items/{item}", &[TAKE_PART], api::remove_item)
        .does(204, "Takes an item off the agenda to which nothing was noted");
    r.put("/p/{partnership}/meetings/{id}/items/{item}/state", &[TAKE_PART], api::mark_item)
        .takes::<StateBody>()
        .gives::<ItemView>(200, "Says that an item is done, not finished, or open");
    r.post("/p/{partnership}/meetings/{id}/items/{item}/moves", &[TAKE_PART], api::shift_item)
        .takes::<WayBody>()
        .gives::<ItemView>(200, "Moves an item one place");
    r.delete(
        "/p/{partnership}/meetings/{id}/items/{item}/collision",
        &[TAKE_PART],
        api::settle_item,
    )
    .gives::<ItemView>(200, "Says that somebody has looked at words that collided");
}

fn api_minutes(r: &mut Routes) {
    r.get("/p/{partnership}/meetings/{id}/notes", &[READ_MEETINGS], api::notes)
        .lists::<NotesView>("Shows the notes of all items as they are now");
    r.put("/p/{partnership}/meetings/{id}/items/{item}/notes", &[TAKE_PART], api::write_notes)
        .takes::<NotesBody>()
        .gives::<NotedView>(200, "Writes notes to an item; what others wrote meanwhile stays");
    r.get("/p/{partnership}/meetings/{id}/items/{item}/notes", &[READ_MEETINGS], api::history)
        .lists::<VersionView>("Lists every text that was sent as notes of an item");
    r.post("/p/{partnership}/meetings/{id}/items/{item}/outcomes", JOIN, api::add_outcome)
        .takes::<OutcomeBody>()
        .gives::<OutcomeView>(201, "Joins a decision or a commitment to the item it came of");
    r.delete(
        "/p/{partnership}/meetings/{id}/items/{item}/outcomes/{subject}",
        &[TAKE_PART],
        api::drop_outcome,
    )
    .does(204, "Takes an outcome off its item; `kind` says what it is");
    r.put(
        "/p/{partnership}/meetings/{id}/attendance/{seat}",
        &[TAKE_PART, READ_MEETINGS],
        api::mark_seat,
    )
    .takes::<PresenceBody>()
    .gives::<MeetingView>(200, "Writes down how a seat took part");
    r.post("/p/{partnership}/meetings/{id}/guests", &[TAKE_PART, READ_MEETINGS], api::add_guest)
        .takes::<GuestBody>()
        .gives::<MeetingView>(200, "Writes a guest down");
    r.delete("/p/{partnership}/meetings/{id}/guests/{number}", &[TAKE_PART], api::remove_guest)
        .does(204, "Takes a guest off the list");
    r.post("/p/{partnership}/meetings/{id}/corrections", &[TAKE_PART, READ_MEETINGS], api::correct)
        .takes::<CorrectionBody>()
        .gives::<MeetingView>(200, "Says what should be changed in minutes that wait");
    r.delete(
        "/p/{partnership}/meetings/{id}/corrections/{number}",
        &[TAKE_PART],
        api::take_correction_back,
    )
    .does(204, "Takes one's own correction back");
}

fn api_series(r: &mut Routes) {
    r.get("/p/{partnership}/meetings/series", &[READ_MEETINGS], series_api::list)
        .lists::<SeriesView>("Lists series of meetings, those that ended too");
    r.post("/p/{partnership}/meetings/series", &[KEEP, READ_MEETINGS], series_api::begin)
        .takes::<SeriesBody>()
        .gives::<SeriesView>(201, "Begins a series and makes its meetings of the next year");
    r.get("/p/{partnership}/meetings/series/{id}", &[READ_MEETINGS], series_api::find)
        .gives::<SeriesView>(200, "Shows a series");
    r.put("/p/{partnership}/meetings/series/{id}", &[KEEP, READ_MEETINGS], series_api::change)
        .takes::<SeriesChangeBody>()
        .gives::<SeriesView>(200, "Changes a series for the meetings that are yet to come");
    r.post("/p/{partnership}/meetings/series/{id}/endings", &[KEEP], series_api::end)
        .takes::<SeriesEndBody>()
        .gives::<SeriesView>(200, "Ends a series; its bare meetings to come are taken away");
}

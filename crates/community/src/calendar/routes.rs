//! The addresses of calendars.

use web::Routes;

use super::{
    api::{self, CalendarBody, CalendarView},
    pages,
};
use crate::access::{CALENDARS, KEEP_CALENDARS, READ_FEED, READ_MEETINGS};

pub(crate) fn routes(r: &mut Routes) {
    r.page("/p/{partnership}/calendar", &[READ_MEETINGS], pages::month);
    r.page("/me/calendars", &[CALENDARS], pages::mine);
    r.form("/me/calendars", &[KEEP_CALENDARS, CALENDARS], pages::make);
    r.form("/me/calendars/{id}/take-back", &[KEEP_CALENDARS], pages::take_back);
    r.download("/feeds/{secret}/calendar.ics", &[READ_FEED], pages::read_feed);
    r.get("/me/calendars", &[CALENDARS], api::list)
        .lists::<CalendarView>("Lists one's own calendar addresses, without their secrets");
    r.post("/me/calendars", &[KEEP_CALENDARS], api::make)
        .takes::<CalendarBody>()
        .gives::<CalendarView>(201, "Makes a secret calendar address, which is told once");
    r.delete("/me/calendars/{id}", &[KEEP_CALENDARS], api::take_back)
        .does(204, "Takes a calendar address back");
}

//! The addresses of the roadmap.

use web::{ImportReport, Routes};

use super::{
    api,
    api::RoadView,
    calendar, export,
    import::{self, MOST_BYTES, api::RoadmapImportBody},
    pages,
};
use crate::access::{IMPORT_PLAN, LOOK_AT_PLANS, READ_PLAN};

pub(crate) fn routes(r: &mut Routes) {
    r.page("/p/{partnership}/roadmap", &[READ_PLAN], pages::show);
    r.download("/p/{partnership}/roadmap.csv", &[READ_PLAN], export::export);
    r.download("/p/{partnership}/roadmap.ics", &[READ_PLAN], calendar::calendar);
    r.page("/p/{partnership}/roadmap/import", &[LOOK_AT_PLANS], import::pages::show);
    r.form("/p/{partnership}/roadmap/import", &[IMPORT_PLAN, LOOK_AT_PLANS], import::pages::take)
        .upload(MOST_BYTES);
    r.get("/p/{partnership}/roadmap", &[READ_PLAN], api::list)
        .lists::<RoadView>("Lists the work of the plan in time, filtered");
    r.post("/p/{partnership}/roadmap-imports", &[IMPORT_PLAN, LOOK_AT_PLANS], import::api::take)
        .upload(MOST_BYTES)
        .takes::<RoadmapImportBody>()
        .gives::<ImportReport>(200, "Takes the plan of a file, or says what would come of it");
}

//! Reads what everybody may see of meetings.

use std::sync::Arc;

use futures_util::{TryFutureExt as _, future::try_join};
use partnership::{BodyId, Directory};
use store::{Cx, Page, Place};

use crate::{
    Error, access,
    meeting::{
        Entry, Meeting, MeetingError, MeetingId, Minutes, When,
        agenda::{self, Item},
        attendance::{self, Attendance},
        duties::{self, Duties},
        store as rows,
    },
};

/// Meetings on a page.
pub(crate) const PAGE: usize = 25;

/// Meetings in public, with the names of the bodies.
#[derive(Debug, Clone)]
pub(crate) struct List {
    pub(crate) place: Arc<Place>,
    pub(crate) page: Page<Entry>,
    pub(crate) bodies: Vec<(BodyId, String)>,
}

/// One page of them.
pub(crate) async fn list(cx: &Cx, when: When, after: Option<&str>) -> Result<List, Error> {
    let tx = cx.read(access::LOOK_AT_MEETINGS).await?;
    let (page, bodies) = try_join(
        rows::public(&tx, when, cx.now(), after, PAGE),
        partnership::body_names(&tx).err_into(),
    )
    .await?;
    Ok(List { place: tx.place()?, page, bodies })
}

/// One meeting in public.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) place: Arc<Place>,
    pub(crate) meeting: Meeting,
    pub(crate) body: String,
    pub(crate) agenda: Vec<Item>,
    /// Who was there; only where the minutes were approved.
    pub(crate) attendance: Vec<Attendance>,
    /// The seats by title and organization, without who holds them.
    pub(crate) seats: Vec<partnership::SeatEntry>,
    pub(crate) duties: Duties,
    pub(crate) directory: Directory,
}

impl Sheet {
    /// Whether the minutes are for everybody.
    pub(crate) fn has_minutes(&self) -> bool {
        matches!(self.meeting.minutes(), Minutes::Approved { .. })
    }
}

/// One meeting that everybody may see.
pub(crate) async fn sheet(cx: &Cx, id: MeetingId) -> Result<Sheet, Error> {
    let tx = cx.read(access::LOOK_AT_MEETINGS).await?;
    let meeting = rows::load(&tx, id).await?.meeting;
    if !meeting.is_public() {
        return Err(MeetingError::Missing.into());
    }
    let body = meeting.body;
    let (agenda, (attendance, seats)) = try_join(
        agenda::store::of_meeting(&tx, id),
        try_join(
            attendance::store::of_meeting(&tx, id),
            partnership::seats_in(&tx, body).err_into(),
        ),
    )
    .await?;
    let (duties, (names, directory)) = try_join(
        duties::store::one(&tx, body),
        try_join(
            partnership::body_names(&tx).err_into::<Error>(),
            partnership::directory(&tx).err_into(),
        ),
    )
    .await?;
    let name = names.into_iter().find(|(known, _)| *known == body).map(|(_, name)| name);
    Ok(Sheet {
        place: tx.place()?,
        body: name.unwrap_or_default(),
        agenda: agenda.into_iter().filter(Item::is_listed).collect(),
        meeting,
        attendance,
        seats,
        duties,
        directory,
    })
}

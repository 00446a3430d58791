//! What meetings add to stories: the meeting at which a promise or a decision came to be, and what was
//! talked about when it did. And the story of a meeting itself.

pub(crate) mod store;

use ::store::Cx;
use web::{Bond, Failure, Record, Related, Section, Shell, Story, Tale};

use self::store::Origin;
use crate::{
    Error, access,
    meeting::{
        self, MeetingError, MeetingId,
        minutes::{self, Outcome},
        words,
    },
};

/// What a story asks about at once.
const AT_ONCE: usize = 50;

/// Meetings.
pub(crate) static MEETINGS: Story = Story {
    kinds: &["meeting"],
    permission: access::READ_MEETINGS,
    load: |cx, record| Box::pin(met(cx, record)),
    beside: |cx, records| Box::pin(beside(cx, records)),
};

async fn met(cx: Cx, record: Record) -> Result<Option<Tale>, Failure> {
    let Ok(id) = record.id.parse::<MeetingId>() else { return Ok(None) };
    let tx = cx.read(access::READ_MEETINGS).await?;
    let meeting = match meeting::store::load(&tx, id).await {
        Ok(entry) => entry.meeting,
        Err(Error::Meeting(MeetingError::Missing)) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let outcomes = minutes::store::outcomes(&tx, id).await?;
    let place = tx.place()?;
    let shell = Shell::new(&cx, Some(&place), "meetings-title", Section::Nowhere);
    let came = |one: Outcome| Related {
        record: Record::new(&one.kind.to_string(), one.subject),
        title: one.title,
        bond: Bond::CameOfIt,
        is_told: true,
    };
    let status = words::mark(&shell, &meeting).text;
    let stands = format!("{}. {status}", words::when(&shell, &meeting));
    let title = meeting.plan_of().title.to_string();
    Ok(Some(Tale { title, stands, related: outcomes.into_iter().map(came).collect() }))
}

async fn beside(cx: Cx, records: Vec<Record>) -> Result<Vec<Related>, Failure> {
    let of_minutes = |one: &&Record| one.kind == "commitment" || one.kind == "decision";
    let ids: Vec<String> = records.iter().filter(of_minutes).map(|one| one.id.clone()).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let tx = cx.read(access::READ_MEETINGS).await?;
    let place = tx.place()?;
    let shell = Shell::new(&cx, Some(&place), "meetings-title", Section::Nowhere);
    let mut related = Vec::new();
    for ids in ids.chunks(AT_ONCE) {
        for Origin { meeting, title, on, item, about } in store::origins(&tx, ids).await? {
            let title = format!("{title}, {}", shell.date(on));
            let record = Record::new("meeting", meeting);
            related.push(Related { record, title, bond: Bond::LedToIt, is_told: false });
            let before = about.as_deref().and_then(|path| promise(path, &place.slug));
            let before = before.filter(|before| !records.contains(before));
            related.extend(before.map(|record| Related {
                record,
                title: item,
                bond: Bond::LedToIt,
                is_told: true,
            }));
        }
    }
    Ok(related)
}

/// The promise on whose page an address of this partnership leads.
fn promise(path: &str, slug: &str) -> Option<Record> {
    let id = path.strip_prefix(&format!("/p/{slug}/commitments/"))?;
    id.parse::<plan::CommitmentId>().ok().map(|id| Record::new("commitment", id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_of_a_promise_of_this_partnership_names_one() {
        let id = "cmt_01j9x8m2c0k4q6r8t0v2x4z6a8";
        let named = |path: &str| promise(path, "riverbend").map(|record| record.id);
        assert_eq!(named(&format!("/p/riverbend/commitments/{id}")).as_deref(), Some(id));
        for other in [
            format!("/p/northfork/commitments/{id}"),
            format!("/p/riverbend/goals/{id}"),
            "/p/riverbend/commitments/stalled".to_owned(),
            format!("/p/riverbend/commitments/{id}/done"),
        ] {
            assert_eq!(named(&other), None, "{other}");
        }
    }
}

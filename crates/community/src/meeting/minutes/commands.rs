//! The only ways to write minutes: notes that several people write at once, what came of an item, and
//! corrections.

use base::{Instant, PersonId};
use plan::decision::{self, Question, count::Method};
use store::{Cx, Tx};

use super::{
    Correction, CorrectionEntry, Noted, Notes, Outcome, OutcomeKind, Version, store as rows,
};
use crate::{
    Error,
    meeting::{
        MeetingError, MeetingId,
        agenda::{Item, ItemId, store as items},
        commands::{Change, Right, Target},
        events::{self},
    },
    merge::merge,
};

/// How often notes are tried again when somebody else wrote at the same moment.
const MOST_TRIES: u32 = 8;

/// Notes that somebody sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// To which meeting.
    pub meeting: MeetingId,
    /// To which item.
    pub item: ItemId,
    /// The text; nothing when all of it was taken away.
    pub text: Option<Notes>,
    /// The number of the text that the sender began from.
    pub base: i64,
}

/// Writes notes to an item. What others wrote since the text that the sender began from stays.
///
/// # Errors
/// When the minutes are out, that text is not known, or the caller takes no part in the body.
pub async fn note(cx: &Cx, sent: Sent) -> Result<Noted, Error> {
    let mut tries = 0;
    loop {
        let done = note_once(cx, &sent).await;
        let raced = matches!(done, Err(Error::Meeting(MeetingError::Raced)));
        if !raced || tries == MOST_TRIES {
            return done;
        }
        tries += 1;
    }
}

async fn note_once(cx: &Cx, sent: &Sent) -> Result<Noted, Error> {
    let target = Target { id: sent.meeting, seen: None };
    let mut change = Change::of(cx, target, Right::TakePart).await?;
    change.meeting.notes_open()?;
    let item = items::one(&change.tx, sent.meeting, sent.item).await?;
    let text = sent.text.as_ref().map_or("", Notes::as_str);
    let noted = brought_together(&change.tx, &item, text, sent.base).await?;
    if noted.number == item.notes_number {
        return Ok(noted);
    }
    let collided = !noted.collisions.is_empty();
    rows::write(&mut change.tx, item.id, item.notes_number, &noted.text, noted.number, collided)
        .await?;
    let (by, at) = (change.voice.person, change.voice.at);
    let mut keep = vec![version(noted.sent, text, by, at, false)];
    if noted.number != noted.sent {
        keep.push(version(noted.number, &noted.text, by, at, true));
    }
    for version in &keep {
        rows::keep(&mut change.tx, item.id, version).await?;
    }
    let event = events::Noted { meeting: sent.meeting, item: item.id, number: noted.number };
    change.tx.commit(&event).await?;
    Ok(noted)
}

/// The text that comes of what was sent and what was written meanwhile, with its numbers.
async fn brought_together(tx: &Tx, item: &Item, text: &str, base: i64) -> Result<Noted, Error> {
    let latest = item.notes_number;
    let same = |number| Noted {
        text: text.to_owned(),
        number,
        sent: number,
        merged: false,
        collisions: Vec::new(),
    };
    if text == item.notes {
        return Ok(same(latest));
    }
    if base == latest {
        return Ok(same(latest + 1));
    }
    let before = rows::text(tx, item.id, base).await?;
    let merged = merge(&before, &item.notes, text);
    if merged.text == item.notes {
        // Nothing new was sent; the sender goes on from what is there.
        let (text, number) = (merged.text, latest);
        return Ok(Noted { text, number, sent: base, merged: true, collisions: Vec::new() });
    }
    if merged.text == text {
        return Ok(same(latest + 1));
    }
    let collisions = merged.collisions;
    let (sent, number) = (latest + 1, latest + 2);
    Ok(Noted { text: merged.text, number, sent, merged: true, collisions })
}

fn version(number: i64, text: &str, by: PersonId, at: Instant, merged: bool) -> Version {
    Version { number, text: text.to_owned(), by, at, merged }
}

/// Joins a decision or a commitment to the item that it came of.
///
/// # Errors
/// When there is none with that name, or the caller takes no part in the body.
pub async fn add_outcome(
    cx: &Cx,
    meeting: MeetingId,
    item: ItemId,
    kind: OutcomeKind,
    subject: &str,
) -> Result<Outcome, Error> {
    let title = title_of(cx, kind, subject).await?;
    let target = Target { id: meeting, seen: None };
    let mut change = Change::of(cx, target, Right::TakePart).await?;
    let of = items::one(&change.tx, meeting, item).await?;
    let outcome = Outcome { item, kind, subject: subject.to_owned(), title };
    rows::add_outcome(&mut change.tx, meeting, &outcome, change.voice.person).await?;
    let about = change.about().with(&of);
    change.tx.commit(&events::CameOf(about)).await?;
    Ok(outcome)
}

/// What it is called, when there is one and the caller may know of it.
async fn title_of(cx: &Cx, kind: OutcomeKind, subject: &str) -> Result<String, Error> {
    let unknown = |_wrong| Error::field("subject", "choice_unknown");
    Ok(match kind {
        OutcomeKind::Decision => {
            let id = subject.parse().map_err(unknown)?;
            decision::decision(cx, id).await?.decision.question().title.to_string()
        }
        OutcomeKind::Commitment => {
            let id = subject.parse().map_err(unknown)?;
            plan::commitment(cx, id).await?.commitment.terms().title.to_string()
        }
    })
}

/// Takes an outcome off its item; the decision or commitment stays.
///
/// # Errors
/// When it is not there, the minutes are out, or the caller takes no part in the body.
pub async fn drop_outcome(
    cx: &Cx,
    meeting: MeetingId,
    item: ItemId,
    kind: OutcomeKind,
    subject: &str,
) -> Result<(), Error> {
    let target = Target { id: meeting, seen: None };
    let mut change = Change::of(cx, target, Right::TakePart).await?;
    change.meeting.notes_open()?;
    let of = items::one(&change.tx, meeting, item).await?;
    if !rows::drop_outcome(&mut change.tx, meeting, item, kind, subject).await? {
        return Err(MeetingError::NoItem.into());
    }
    let about = change.about().with(&of);
    change.tx.commit(&events::CameNot(about)).await?;
    Ok(())
}

/// Makes a promise from the minutes, offered or asked for, and joins it to its item. It goes out to
/// be accepted like any other.
///
/// # Errors
/// As [`plan::offer`] and [`plan::ask`], and when the caller takes no part in the body.
pub async fn promise(
    cx: &Cx,
    meeting: MeetingId,
    item: ItemId,
    proposal: plan::Proposal,
    side: plan::Party,
) -> Result<Outcome, Error> {
    takes_part(cx, meeting, item).await?;
    let commitment = match side {
        plan::Party::Promiser => plan::offer(cx, proposal, None).await?,
        plan::Party::Receiver => plan::ask(cx, proposal).await?,
    };
    let id = commitment.id.to_string();
    add_outcome(cx, meeting, item, OutcomeKind::Commitment, &id).await
}

/// Writes a question of the meeting down and joins it to its item; it can be put at once.
///
/// # Errors
/// As [`decision::propose`], and when the caller takes no part in the body.
pub async fn ask(
    cx: &Cx,
    meeting: MeetingId,
    item: ItemId,
    question: Question,
) -> Result<Outcome, Error> {
    takes_part(cx, meeting, item).await?;
    let decision = decision::propose(cx, question).await?;
    let id = decision.id.to_string();
    add_outcome(cx, meeting, item, OutcomeKind::Decision, &id).await
}

/// The ways in which a meeting puts a question: a proposal, said yes or no to.
pub const METHODS: [Method; 3] = [Method::Consent, Method::Majority, Method::TwoThirds];

/// Checks, before anything is made elsewhere, that the caller may join it here.
async fn takes_part(cx: &Cx, meeting: MeetingId, item: ItemId) -> Result<(), Error> {
    let target = Target { id: meeting, seen: None };
    let change = Change::of(cx, target, Right::TakePart).await?;
    change.meeting.notes_open()?;
    items::one(&change.tx, meeting, item).await.map(drop)
}

/// Says what should be changed in minutes that wait to be approved.
///
/// # Errors
/// When they do not wait, or the caller takes no part in the body.
pub async fn correct(
    cx: &Cx,
    meeting: MeetingId,
    words: Correction,
) -> Result<CorrectionEntry, Error> {
    let target = Target { id: meeting, seen: None };
    let mut change = Change::of(cx, target, Right::TakePart).await?;
    change.meeting.minutes_wait()?;
    let before = rows::corrections(&change.tx, meeting).await?;
    let number = before.last().map_or(0, |last| last.number) + 1;
    let (by, on) = (change.voice.person, change.voice.on);
    let entry = CorrectionEntry { number, words, by, on, taken_back: false };
    rows::correct(&mut change.tx, meeting, &entry).await?;
    let about = change.about();
    change.tx.commit(&events::Corrected(about)).await?;
    Ok(entry)
}

/// Takes one's own correction back.
///
/// # Errors
/// When it is another's, or the minutes do not wait any more.
pub async fn take_correction_back(cx: &Cx, meeting: MeetingId, number: i64) -> Result<(), Error> {
    let target = Target { id: meeting, seen: None };
    let mut change = Change::of(cx, target, Right::TakePart).await?;
    change.meeting.minutes_wait()?;
    if !rows::take_back(&mut change.tx, meeting, number, change.voice.person).await? {
        return Err(MeetingError::NotOwn.into());
    }
    let about = change.about();
    change.tx.commit(&events::Corrected(about)).await?;
    Ok(())
}

//! The only ways to write a draft, for a page, the API or the demo.

use base::{OrganizationId, PersonId, Reason, Revision, Title};
use store::{Cx, Permission, Tx, WriteTx};

use super::{
    Amendment, AmendmentId, Audience, Change, Draft, DraftError, DraftId, Kind, Note, State, Text,
    Version, access,
    amendment::{self, Span, Standing, Words},
    events::{self, Happened},
    notices, store as rows,
};
use crate::{
    Error,
    talk::{self, Voice},
};

/// How often a save is tried again when somebody else saved at the same moment.
const MOST_TRIES: u32 = 8;

/// What begins a draft.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// What it is called.
    pub title: Title,
    /// What it becomes.
    pub kind: Kind,
    /// What it is for.
    pub purpose: Option<Reason>,
    /// The first version.
    pub text: Text,
    /// The organization that holds the pen.
    pub holder: Option<OrganizationId>,
}

/// What somebody saves.
#[derive(Debug, Clone)]
pub struct Saving {
    /// The version that they began from.
    pub base: i64,
    /// How it should read.
    pub text: Text,
    /// What they changed.
    pub note: Option<Note>,
    /// Another title.
    pub title: Option<Title>,
}

/// Which draft a verb is for, and how its caller last saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// Which one.
    pub id: DraftId,
    /// The revision that the caller saw; a change since then is told and nothing is done.
    pub seen: Option<Revision>,
}

/// Begins a draft for one of one's own organizations.
///
/// # Errors
/// When the caller is a guest, or does not work for the organization that should hold the pen.
pub async fn begin(cx: &Cx, beginning: Beginning) -> Result<Draft, Error> {
    let mut tx = cx.write(access::WRITE).await?;
    let place = tx.place()?;
    let holder = match beginning.holder {
        Some(holder) => {
            access::writes_for(&place.standing, Some(holder)).filter(|of| *of == holder)
        }
        None => access::writes_for(&place.standing, None),
    };
    let holder = holder.ok_or_else(|| Error::field("holder", "choice_unknown"))?;
    let draft = Draft {
        id: cx.new_id(),
        title: beginning.title,
        kind: beginning.kind,
        purpose: beginning.purpose,
        holder,
        opened_on: place.today,
        version: 1,
        text: beginning.text.clone(),
        state: State::Writing,
        open_amendments: 0,
        day: place.today,
        revision: Revision(1),
    };
    let by = Voice { person: cx.person()?, organization: holder, at: cx.now() };
    let text = beginning.text;
    let first = Version { number: 1, text, note: None, by, base: 0, collisions: 0 };
    rows::insert(&mut tx, &draft, &first).await?;
    let event = events::of(Happened::Begun, &draft, holder)?;
    tx.commit_all(vec![event]).await?;
    Ok(draft)
}

/// What came of a save.
#[derive(Debug, Clone)]
pub struct Saved {
    /// The draft as it is now.
    pub draft: Draft,
    /// The version that was made; none when the text was the same.
    pub version: Option<Version>,
}

/// Saves a text beside what others saved since its writer began: no word of either is lost.
///
/// # Errors
/// As [`Draft::revise`]; when neither the text nor the title changes; and when the version that the
/// writer began from is none of this draft.
pub async fn save(cx: &Cx, id: DraftId, saving: Saving) -> Result<Saved, Error> {
    let mut tries = 0;
    loop {
        let done = save_once(cx, id, saving.clone()).await;
        let raced = matches!(done, Err(Error::Draft(DraftError::Raced)));
        if !raced || tries == MOST_TRIES {
            return done;
        }
        tries += 1;
    }
}

async fn save_once(cx: &Cx, id: DraftId, saving: Saving) -> Result<Saved, Error> {
    let mut tx = cx.write(access::WRITE).await?;
    let place = tx.place()?;
    let mut draft = rows::load(&tx, id).await?;
    let organization = access::writes_for(&place.standing, Some(draft.holder));
    let organization = organization.ok_or(DraftError::NotYours)?;
    let by = Voice { person: cx.person()?, organization, at: cx.now() };
    let base_text = rows::version(&tx, id, saving.base).await?.text;
    let titled = saving.title.filter(|title| *title != draft.title);
    let sent = saving.text;
    let change = Change { base: saving.base, base_text, sent, note: saving.note };
    let version = draft.revise(by, change, place.today)?;
    match (&version, titled) {
        (None, None) => return Err(DraftError::SameText.into()),
        (_, Some(title)) => draft.title = title,
        (Some(_), None) => {}
    }
    rows::save(&mut tx, &mut draft).await?;
    if let Some(version) = &version {
        rows::add_version(&mut tx, id, version).await?;
    }
    let event = events::of(Happened::Saved, &draft, organization)?;
    tx.commit_all(vec![event]).await?;
    Ok(Saved { draft, version })
}

/// Proposes other words for some lines of a version.
///
/// # Errors
/// When the version has no such lines, the words are the same, nobody writes the draft any more, or
/// the caller is a guest where guests only read.
pub async fn propose(
    cx: &Cx,
    id: DraftId,
    span: Span,
    after: Option<Words>,
    why: Reason,
) -> Result<Amendment, Error> {
    let mut tx = cx.write(access::PROPOSE).await?;
    let place = tx.place()?;
    let mut draft = rows::load(&tx, id).await?;
    draft.is_written()?;
    if !talk::guests_may(&tx, "draft", &id.to_string()).await? {
        return Err(DraftError::GuestsRead.into());
    }
    let organization = talk::access::speaks_for(&place.standing, None);
    let organization = organization.ok_or(DraftError::NotYours)?;
    let by = Voice { person: cx.person()?, organization, at: cx.now() };
    let text = rows::version(&tx, id, span.version).await?.text;
    let before = span.of(text.as_str())?;
    if after.as_ref().map_or("", Words::as_str) == before {
        return Err(DraftError::SameText.into());
    }
    let one = Amendment {
        id: cx.new_id(),
        draft: id,
        span,
        before,
        after,
        why,
        by,
        standing: Standing::Open,
        answer: None,
        revision: Revision(1),
    };
    amendment::store::insert(&mut tx, &one).await?;
    rows::count(&mut tx, id, 1).await?;
    draft.open_amendments += 1;
    notices::tell_of_proposal(&mut tx, &draft, &one).await?;
    let event = events::of(Happened::Amended, &draft, organization)?;
    tx.commit_all(vec![event]).await?;
    Ok(one)
}

/// Takes an amendment in: a new version, beside what was saved since it was proposed.
///
/// # Errors
/// As [`Amendment::taken_into`], and when the caller does not hold the pen.
pub async fn accept(
    cx: &Cx,
    (id, amendment): (DraftId, AmendmentId),
    words: Option<Reason>,
) -> Result<Amendment, Error> {
    let mut answering = Answering::of(cx, id, amendment).await?;
    let Answering { tx, draft, one, by } = &mut answering;
    one.is_open()?;
    let base = rows::version(tx, id, one.span.version).await?.text;
    let sent = one.taken_into(&base, &draft.text)?;
    let today = tx.place()?.today;
    let change = Change { base: draft.version, base_text: draft.text.clone(), sent, note: None };
    let version = draft.revise(*by, change, today)?;
    if let Some(version) = &version {
        rows::add_version(tx, id, version).await?;
    }
    one.accept(*by, words, draft.version)?;
    rows::save(tx, draft).await?;
    answering.finish(Happened::AmendmentAccepted, "drafts-mail-accepted").await
}

/// Says why an amendment is not taken in.
///
/// # Errors
/// When it was answered, or the caller does not hold the pen.
pub async fn decline(
    cx: &Cx,
    (id, amendment): (DraftId, AmendmentId),
    why: Reason,
) -> Result<Amendment, Error> {
    let mut answering = Answering::of(cx, id, amendment).await?;
    answering.one.decline(answering.by, why)?;
    answering.finish(Happened::AmendmentDeclined, "drafts-mail-declined").await
}

/// Takes one's own amendment back.
///
/// # Errors
/// As [`Amendment::withdraw`].
pub async fn withdraw_amendment(
    cx: &Cx,
    (id, amendment): (DraftId, AmendmentId),
) -> Result<Amendment, Error> {
    let mut tx = cx.write(access::PROPOSE).await?;
    let draft = rows::load(&tx, id).await?;
    let mut one = amendment::store::load(&tx, id, amendment).await?;
    let by = Voice { person: cx.person()?, organization: one.by.organization, at: cx.now() };
    one.withdraw(by)?;
    amendment::store::save(&mut tx, &mut one).await?;
    rows::count(&mut tx, id, -1).await?;
    notices::settle(&mut tx, &one).await?;
    let event = events::of(Happened::AmendmentWithdrawn, &draft, by.organization)?;
    tx.commit_all(vec![event]).await?;
    Ok(one)
}

/// Publishes the latest version.
///
/// # Errors
/// As [`Draft::publish`], and when the caller neither leads the holder nor coordinates.
pub async fn publish(cx: &Cx, target: Target, audience: Audience) -> Result<Draft, Error> {
    let (mut tx, mut draft, organization) =
        changing(cx, target, access::PUBLISH, access::publishes_for).await?;
    let (today, me) = (tx.place()?.today, cx.person()?);
    draft.publish(audience, today)?;
    match audience {
        Audience::Public => {
            let directory = partnership::directory(&tx).await?;
            let holder = directory.name(draft.holder).to_owned();
            rows::publish(&mut tx, &draft, &holder, today).await?;
        }
        Audience::Partners => rows::unpublish(&mut tx, draft.id).await?,
    }
    notices::tell_of_publication(&mut tx, &draft, me).await?;
    finish(tx, draft, Happened::Published, organization).await
}

/// Takes back what is published.
///
/// # Errors
/// As [`Draft::unpublish`], and as [`publish`].
pub async fn unpublish(cx: &Cx, target: Target) -> Result<Draft, Error> {
    let (mut tx, mut draft, organization) =
        changing(cx, target, access::PUBLISH, access::publishes_for).await?;
    draft.unpublish(tx.place()?.today)?;
    rows::unpublish(&mut tx, draft.id).await?;
    finish(tx, draft, Happened::Unpublished, organization).await
}

/// Sets a draft aside.
///
/// # Errors
/// As [`Draft::withdraw`], and when the caller does not hold the pen.
pub async fn withdraw(cx: &Cx, target: Target, why: Reason) -> Result<Draft, Error> {
    let (tx, mut draft, organization) =
        changing(cx, target, access::HOLD, access::holds_for).await?;
    draft.withdraw(why, tx.place()?.today)?;
    finish(tx, draft, Happened::Withdrawn, organization).await
}

/// Writes a draft on that was set aside.
///
/// # Errors
/// As [`Draft::restore`], and as [`withdraw`].
pub async fn restore(cx: &Cx, target: Target) -> Result<Draft, Error> {
    let (tx, mut draft, organization) =
        changing(cx, target, access::HOLD, access::holds_for).await?;
    draft.restore(tx.place()?.today)?;
    finish(tx, draft, Happened::Restored, organization).await
}

type Right = fn(&store::Standing, OrganizationId) -> Option<OrganizationId>;

async fn changing(
    cx: &Cx,
    target: Target,
    permission: Permission,
    may: Right,
) -> Result<(WriteTx, Draft, OrganizationId), Error> {
    let tx = cx.write(permission).await?;
    let draft = seen(&tx, target).await?;
    let organization = may(&tx.place()?.standing, draft.holder);
    Ok((tx, draft, organization.ok_or(DraftError::NotYours)?))
}

async fn seen(tx: &Tx, target: Target) -> Result<Draft, Error> {
    let draft = rows::load(tx, target.id).await?;
    if target.seen.is_some_and(|seen| seen != draft.revision) {
        return Err(DraftError::Changed.into());
    }
    Ok(draft)
}

async fn finish(
    mut tx: WriteTx,
    mut draft: Draft,
    happened: Happened,
    organization: OrganizationId,
) -> Result<Draft, Error> {
    rows::save(&mut tx, &mut draft).await?;
    let event = events::of(happened, &draft, organization)?;
    tx.commit_all(vec![event]).await?;
    Ok(draft)
}

/// An answer to an amendment, between the read and the write.
struct Answering {
    tx: WriteTx,
    draft: Draft,
    one: Amendment,
    by: Voice,
}

impl Answering {
    async fn of(cx: &Cx, id: DraftId, amendment: AmendmentId) -> Result<Self, Error> {
        let target = Target { id, seen: None };
        let (tx, draft, organization) =
            changing(cx, target, access::HOLD, access::holds_for).await?;
        draft.is_written()?;
        let one = amendment::store::load(&tx, id, amendment).await?;
        let person: PersonId = cx.person()?;
        Ok(Self { tx, draft, one, by: Voice { person, organization, at: cx.now() } })
    }

    /// Writes the answer, and tells the one who proposed it.
    async fn finish(mut self, happened: Happened, key: &'static str) -> Result<Amendment, Error> {
        amendment::store::save(&mut self.tx, &mut self.one).await?;
        rows::count(&mut self.tx, self.draft.id, -1).await?;
        let told = (key, self.by.person);
        notices::tell_of_answer(&mut self.tx, &self.draft, &self.one, told).await?;
        let event = events::of(happened, &self.draft, self.by.organization)?;
        self.tx.commit_all(vec![event]).await?;
        Ok(self.one)
    }
}

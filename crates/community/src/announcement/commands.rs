//! The only ways to announce something and to change it, for a page, the API or the demo.

use base::{OrganizationId, Reason, Revision, Title};
use store::{Cx, Permission, Tx, WriteTx};

use super::{
    Announcement, AnnouncementError, AnnouncementId, Body, News, access,
    events::{self, Kind},
    notices, store as rows,
};
use crate::{Error, talk::Voice};

/// Which announcement a verb is for, and how its caller last saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// Which one.
    pub id: AnnouncementId,
    /// The revision that the caller saw; a change since then is told and nothing is done.
    pub seen: Option<Revision>,
}

/// Announces something to some partners.
///
/// # Errors
/// As [`News::announce`], and when one of them is no partner today, or the caller neither leads
/// nor coordinates.
pub async fn publish(
    cx: &Cx,
    news: News,
    organization: Option<OrganizationId>,
) -> Result<Announcement, Error> {
    let mut tx = cx.write(access::PUBLISH).await?;
    let place = tx.place()?;
    let organization = access::announces_for(&place.standing, organization);
    let organization = organization.ok_or(AnnouncementError::NotYours)?;
    let directory = partnership::directory(&tx).await?;
    if news.audience.iter().any(|of| !directory.has(*of)) {
        return Err(AnnouncementError::field("audience", "choice_unknown").into());
    }
    let by = Voice { person: cx.person()?, organization, at: cx.now() };
    let (announcement, audience) = news.announce(cx.new_id(), by, place.today)?;
    rows::insert(&mut tx, &announcement, &audience).await?;
    let told = (notices::NEEDS, "announcements-mail-published");
    notices::tell(&mut tx, &announcement, &audience, told).await?;
    let event = events::of(Kind::Published, &announcement, organization)?;
    tx.commit_all(vec![event]).await?;
    Ok(announcement)
}

/// Corrects what was announced; how it read before stays readable.
///
/// # Errors
/// As [`Announcement::correct`], and when the caller may not.
pub async fn correct(
    cx: &Cx,
    target: Target,
    title: Title,
    body: Body,
) -> Result<Announcement, Error> {
    let (mut tx, mut one) = changing(cx, target).await?;
    let (before, text) = one.correct(title, body, cx.now())?;
    rows::keep_text(&mut tx, one.id, cx.now(), (&before, &text)).await?;
    finish(tx, one, Kind::Corrected).await
}

/// Takes it back, with a reason.
///
/// # Errors
/// As [`Announcement::withdraw`], and when the caller may not.
pub async fn withdraw(cx: &Cx, target: Target, why: Reason) -> Result<Announcement, Error> {
    let (mut tx, mut one) = changing(cx, target).await?;
    one.withdraw(why, cx.now())?;
    let audience: Vec<OrganizationId> =
        rows::receipts(&tx, one.id).await?.iter().map(|receipt| receipt.organization).collect();
    notices::settle(&mut tx, one.id, &audience).await?;
    let told = (notices::KNOW, "announcements-mail-withdrawn");
    notices::tell(&mut tx, &one, &audience, told).await?;
    finish(tx, one, Kind::Withdrawn).await
}

/// Reminds those who have not read it, once a day at most.
///
/// # Errors
/// As [`Announcement::remind`], and when the caller may not.
pub async fn remind(cx: &Cx, target: Target) -> Result<Announcement, Error> {
    let (mut tx, mut one) = changing(cx, target).await?;
    one.remind(tx.place()?.today)?;
    let unread = rows::unread(&tx, one.id).await?;
    let told = (notices::NEEDS, "announcements-mail-reminded");
    notices::tell(&mut tx, &one, &unread, told).await?;
    finish(tx, one, Kind::Reminded).await
}

/// Says that one has read it for an organization; the only one of one's own that should, without a
/// choice.
///
/// # Errors
/// When the caller works for none of those who should read it, or it was taken back.
pub async fn confirm(
    cx: &Cx,
    id: AnnouncementId,
    chosen: Option<OrganizationId>,
) -> Result<Announcement, Error> {
    let mut tx = cx.write(access::CONFIRM).await?;
    let one = rows::load(&tx, id).await?;
    one.stands()?;
    let audience: Vec<OrganizationId> =
        rows::receipts(&tx, id).await?.iter().map(|receipt| receipt.organization).collect();
    let own = access::reads_for(&tx.place()?.standing, &audience);
    let organization = match (chosen, own.as_slice()) {
        (Some(chosen), own) if own.contains(&chosen) => chosen,
        (None, [only]) => *only,
        (None, [_, ..]) => return Err(Error::field("organization", "required")),
        (Some(_) | None, _) => return Err(AnnouncementError::NotAwaited.into()),
    };
    let by = Voice { person: cx.person()?, organization, at: cx.now() };
    rows::receive(&mut tx, id, by).await?;
    notices::settle(&mut tx, id, &[organization]).await?;
    let event = events::of(Kind::Read, &one, organization)?;
    tx.commit_all(vec![event]).await?;
    Ok(one)
}

/// Reminds by itself where a reminder is due; whether there may be more to do.
///
/// # Errors
/// When the database fails.
pub(crate) async fn remind_due(cx: &Cx) -> Result<bool, Error> {
    let mut tx = cx.write(access::NUDGE).await?;
    let today = tx.place()?.today;
    let mut happened = Vec::new();
    let due = rows::to_remind(&tx, today).await?;
    for id in &due {
        let mut one = rows::load(&tx, *id).await?;
        if one.remind_by_itself(today) {
            let unread = rows::unread(&tx, one.id).await?;
            let told = (notices::NEEDS, "announcements-mail-reminded");
            notices::tell(&mut tx, &one, &unread, told).await?;
        }
        rows::save(&mut tx, &mut one).await?;
        happened.push(events::of(Kind::Reminded, &one, one.by.organization)?);
    }
    if happened.is_empty() {
        return Ok(false);
    }
    tx.commit_all(happened).await?;
    Ok(true)
}

async fn changing(cx: &Cx, target: Target) -> Result<(WriteTx, Announcement), Error> {
    let permission: Permission = access::PUBLISH;
    let tx = cx.write(permission).await?;
    let one = seen(&tx, target).await?;
    if !access::changes(&tx.place()?.standing, one.by.organization) {
        return Err(AnnouncementError::NotYours.into());
    }
    Ok((tx, one))
}

async fn seen(tx: &Tx, target: Target) -> Result<Announcement, Error> {
    let one = rows::load(tx, target.id).await?;
    if target.seen.is_some_and(|seen| seen != one.revision) {
        return Err(AnnouncementError::Changed.into());
    }
    Ok(one)
}

async fn finish(mut tx: WriteTx, mut one: Announcement, kind: Kind) -> Result<Announcement, Error> {
    rows::save(&mut tx, &mut one).await?;
    let event = events::of(kind, &one, one.by.organization)?;
    tx.commit_all(vec![event]).await?;
    Ok(one)
}

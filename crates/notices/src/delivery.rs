//! Sending: a mail for one notice, or one summary of a day.

use std::sync::Arc;

use ::store::Cx;
use base::{Date, Instant, Language, PartnershipId, PersonId};
use identity::{Mail, MailLine, Mailbox, Secret};
use web::{Arg, Catalog, Registry};

use crate::{
    Delivery, Error, NoticeId, access,
    answer::{self, LINK_DAYS, Link, LinkId},
    choice,
    notice::{
        Entry,
        store::{self as rows, Mailed, Outgoing},
    },
};

/// Where people say which mails they want.
const CHOICES: &str = "/me/notices/choices";

/// How many notices one summary names; the page has the rest.
const IN_SUMMARY: usize = 20;

/// Sends the mail of a notice, or leaves it to the summary, or to the page, as its person chose.
pub(crate) async fn deliver(
    cx: &Cx,
    partnership: PartnershipId,
    today: Date,
    person: PersonId,
    id: NoticeId,
) -> Result<(), Error> {
    let tx = cx.read(access::DELIVER).await?;
    let outgoing = rows::outgoing(&tx, partnership, person, id).await?;
    let choices = choice::store::of(&tx, person).await?;
    drop(tx);
    let Some(outgoing) = outgoing.filter(|outgoing| outgoing.waits) else { return Ok(()) };
    let delivery = choices.delivery(partnership, outgoing.entry.kind, today);
    let mailbox = identity::mailbox(cx, person).await?;
    let mailed = match (delivery, mailbox) {
        (Delivery::None, _) | (_, None) => Mailed::None,
        (Delivery::Summary, Some(_)) => Mailed::Summary,
        (Delivery::Now, Some(mailbox)) => {
            let lines = answer_lines(cx, person, &mailbox, &outgoing).await?;
            let entry = &outgoing.entry;
            let mail = Mail {
                key: &entry.key,
                args: &entry.args,
                link: &entry.link,
                lines: &lines,
                choices: CHOICES,
            };
            identity::post(cx, &mailbox, &mail).await?;
            Mailed::Sent
        }
    };
    let mut tx = cx.write(access::DELIVER).await?;
    rows::mailed(&mut tx, person, &[(partnership, id)], mailed).await?;
    Ok(tx.commit_upkeep().await?)
}

/// A line for each thing that can be done from the mail, with a link that only this mail holds.
async fn answer_lines(
    cx: &Cx,
    person: PersonId,
    mailbox: &Mailbox,
    outgoing: &Outgoing,
) -> Result<Vec<MailLine>, Error> {
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let offered: Vec<_> =
        outgoing.answers.iter().filter_map(|name| registry.answer(name)).collect();
    if offered.is_empty() {
        return Ok(Vec::new());
    }
    let catalog = catalog(cx)?;
    let mut tx = cx.write(access::DELIVER).await?;
    let mut lines = Vec::new();
    for answer in offered {
        let secret = Secret::new(cx.secret());
        let id: LinkId = cx.new_id();
        let link = Link {
            id,
            partnership: outgoing.entry.partnership,
            person,
            answer: answer.name.to_owned(),
            subject: outgoing.subject.clone(),
        };
        let ends_at = cx.now().plus_seconds(LINK_DAYS * 86_400);
        answer::store::insert(&mut tx, &link, &secret.hash(), (cx.now(), ends_at)).await?;
        let text = catalog.t(mailbox.language(), answer.label).into_owned();
        lines.push(MailLine { text, link: format!("/answers/{}", secret.text()) });
    }
    tx.commit_upkeep().await?;
    Ok(lines)
}

/// Sends a person the summary of a day, once: what came before its morning, when something did.
pub(crate) async fn summarize(
    cx: &Cx,
    person: PersonId,
    today: Date,
    morning: Instant,
) -> Result<(), Error> {
    let tx = cx.read(access::DELIVER).await?;
    let choices = choice::store::of(&tx, person).await?;
    let entries = rows::in_summary(&tx, person, morning).await?;
    drop(tx);
    if choices.is_paused(today) || entries.is_empty() {
        return Ok(());
    }
    let Some(mailbox) = identity::mailbox(cx, person).await? else {
        return note(cx, person, &entries, Mailed::None).await;
    };
    let mut tx = cx.write(access::DELIVER).await?;
    let claimed = choice::store::claim_summary(&mut tx, person, today).await?;
    tx.commit_upkeep().await?;
    if !claimed {
        return Ok(());
    }
    let sent = send_summary(cx, &mailbox, &entries).await;
    if sent.is_err() {
        let mut tx = cx.write(access::DELIVER).await?;
        choice::store::release_summary(&mut tx, person, today).await?;
        tx.commit_upkeep().await?;
        return sent;
    }
    note(cx, person, &entries, Mailed::Sent).await
}

async fn send_summary(cx: &Cx, mailbox: &Mailbox, entries: &[Entry]) -> Result<(), Error> {
    let (catalog, language) = (catalog(cx)?, mailbox.language());
    let line = |entry: &Entry| {
        let args = [
            ("what", subject(&catalog, language, entry).into()),
            ("partnership", entry.partnership_name.as_str().into()),
        ];
        MailLine {
            text: catalog.with(language, "notices-summary-line", &args),
            link: entry.link.clone(),
        }
    };
    // The latest stand in the mail when there are more than it names.
    let from = entries.len().saturating_sub(IN_SUMMARY);
    let lines: Vec<MailLine> = entries.iter().skip(from).map(line).collect();
    let mail = Mail {
        key: "notices-mail-summary",
        args: &[("count".to_owned(), entries.len().to_string())],
        link: "/me/notices",
        lines: &lines,
        choices: CHOICES,
    };
    Ok(identity::post(cx, mailbox, &mail).await?)
}

/// What a notice says, in one line, without the record's name.
pub(crate) fn subject(catalog: &Catalog, language: Language, entry: &Entry) -> String {
    let args: Vec<(&str, Arg<'_>)> =
        entry.args.iter().map(|(name, text)| (name.as_str(), text.as_str().into())).collect();
    catalog.with(language, &format!("{}-subject", entry.key), &args)
}

async fn note(cx: &Cx, person: PersonId, entries: &[Entry], mailed: Mailed) -> Result<(), Error> {
    let all: Vec<(PartnershipId, NoticeId)> =
        entries.iter().map(|entry| (entry.partnership, entry.id)).collect();
    let mut tx = cx.write(access::DELIVER).await?;
    rows::mailed(&mut tx, person, &all, mailed).await?;
    Ok(tx.commit_upkeep().await?)
}

fn catalog(cx: &Cx) -> Result<Arc<Catalog>, Error> {
    let kept = cx.extension().ok_or_else(|| ::store::Error::fault("no catalog was kept"))?;
    Ok(kept)
}

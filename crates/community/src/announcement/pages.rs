//! The page of one announcement: what is announced, and who has read it for whom.

pub(crate) mod forms;
pub(crate) mod list;

use askama::Template;
use base::OrganizationId;
use store::Cx;
use web::{Block, Failure, Html, Request, Response, Section, Shell};

use super::{
    AnnouncementId, Receipt, access, commands,
    queries::{self, Record},
};
use crate::table;

/// One announcement.
#[derive(Template)]
#[template(path = "community/announcement.html")]
struct AnnouncementPage {
    shell: Shell,
    base: String,
    list: String,
    short: String,
    withdrawn: Option<String>,
    edited: Option<String>,
    html: Html,
    /// How it read before: when, its title, its text.
    texts: Vec<(String, String, Html)>,
    /// For which organizations the reader can say that they have read it.
    to_confirm: Vec<(String, String)>,
    read: Vec<(String, String)>,
    unread: Vec<String>,
    counts: String,
    may_change: bool,
    may_remind: bool,
    revision: String,
    others: Vec<Block>,
}

web::page!(AnnouncementPage);

/// `GET /p/{partnership}/announcements/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    let others = web::about(&cx, "announcement", id);
    let (record, others) = web::beside(queries::announcement(&cx, id), others).await?;
    web::page(&request, &page_of(&cx, &record, others))
}

/// `POST /p/{partnership}/announcements/{id}/receipts`
pub(crate) async fn confirm(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (id, mut input): (AnnouncementId, web::Input) = (request.param("id")?, request.input()?);
    let organization = input.optional("organization");
    input.check()?;
    commands::confirm(&cx, id, organization).await?;
    Ok(web::redirect(&cx, &path_of(&request, id)).notice("announcements-read-notice"))
}

/// `POST /p/{partnership}/announcements/{id}/reminders`
pub(crate) async fn remind(cx: Cx, request: Request) -> Result<Response, Failure> {
    let target = super::parse::target(&request)?;
    commands::remind(&cx, target).await?;
    Ok(web::redirect(&cx, &path_of(&request, target.id)).notice("announcements-reminded-notice"))
}

/// `GET /p/{partnership}/announcements/{id}/receipts.csv`
pub(crate) async fn receipts(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::announcement(&cx, request.param("id")?).await?;
    let mut sheet = table::Sheet::new(&["organization", "person", "read_at"])?;
    for receipt in &record.receipts {
        let organization = record.directory.name(receipt.organization);
        for (person, at) in &receipt.readers {
            sheet.row(&[organization, record.people.name(*person), &at.rfc3339()])?;
        }
        if receipt.readers.is_empty() {
            sheet.row(&[organization, "", ""])?;
        }
    }
    let name = format!("announcement-{}-read.csv", record.place.slug);
    Ok(web::csv(&name, sheet.text()?))
}

fn path_of(request: &Request, id: AnnouncementId) -> String {
    format!("/p/{}/announcements/{id}", request.param_text("partnership"))
}

fn page_of(cx: &Cx, record: &Record, others: Vec<Block>) -> AnnouncementPage {
    let one = &record.announcement;
    let shell = shell(cx, record);
    let name = |of: OrganizationId| record.directory.name(of).to_owned();
    let (read, unread): (Vec<&Receipt>, Vec<&Receipt>) =
        record.receipts.iter().partition(|receipt| !receipt.readers.is_empty());
    let text = |at| shell.t1("talk-until", "when", shell.when(at));
    let texts = record.texts.iter().rev();
    AnnouncementPage {
        short: short(&shell, record),
        withdrawn: one.withdrawn.as_ref().map(|(at, why)| {
            let when = shell.date(shell.day_of(*at));
            shell.t2("announcements-withdrawn", "when", when, "why", why.as_str())
        }),
        edited: one.edited_at.map(|at| shell.t1("talk-edited", "when", shell.ago(at))),
        html: web::markdown(one.body.as_str(), &[]),
        texts: texts
            .map(|(at, title, body)| {
                (text(*at), title.to_string(), web::markdown(body.as_str(), &[]))
            })
            .collect(),
        to_confirm: record.to_confirm().iter().map(|of| (of.to_string(), name(*of))).collect(),
        read: read.iter().map(|receipt| line(&shell, record, receipt)).collect(),
        unread: unread.iter().map(|receipt| name(receipt.organization)).collect(),
        counts: shell.share(one.read, one.awaited),
        may_change: record.may_change(),
        may_remind: record.may_change()
            && one.read < one.awaited
            && one.reminded_on != Some(record.place.today),
        revision: one.revision.to_string(),
        base: format!("/p/{}/announcements/{}", record.place.slug, one.id),
        list: format!("/p/{}/announcements", record.place.slug),
        others,
        shell,
    }
}

/// An organization and those who have read it for it.
fn line(shell: &Shell, record: &Record, receipt: &Receipt) -> (String, String) {
    let reader = |(person, at): &(base::PersonId, base::Instant)| {
        let when = shell.date(shell.day_of(*at));
        shell.t2("announcements-reader", "who", record.people.name(*person), "when", when)
    };
    let readers: Vec<String> = receipt.readers.iter().map(reader).collect();
    (record.directory.name(receipt.organization).to_owned(), readers.join("; "))
}

fn short(shell: &Shell, record: &Record) -> String {
    let one = &record.announcement;
    let args = [
        ("who", record.people.name(one.by.person).into()),
        ("organization", record.directory.name(one.by.organization).into()),
        ("date", shell.date(shell.day_of(one.by.at)).into()),
    ];
    let made = shell.tn("announcements-short", &args);
    match one.read_by {
        Some(day) => {
            format!("{made} {}", shell.t1("announcements-read-by", "date", shell.long_date(day)))
        }
        None => made,
    }
}

pub(super) fn shell(cx: &Cx, record: &Record) -> Shell {
    let place = &record.place;
    let shell = Shell::new(cx, Some(place), "announcements-title", Section::Meetings);
    let (overview, list) = (
        shell.t("shell-section-overview").into_owned(),
        shell.t("announcements-title").into_owned(),
    );
    shell
        .titled(record.announcement.title.as_str())
        .crumb(overview, &format!("/p/{}", place.slug))
        .crumb(list, &format!("/p/{}/announcements", place.slug))
        .live(&format!("/p/{}/live", place.slug))
}

/// Whether the reader announces something.
pub(super) fn may_publish(place: &store::Place) -> bool {
    access::announces_for(&place.standing, None).is_some()
}

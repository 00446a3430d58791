//! Who keeps their word: all partners, and one with its replies.

use askama::Template;
use base::OrganizationId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{
    One, commands,
    figure::{Figure, figure, finding},
    follow_through, follow_through_of,
};
use crate::{access, words};

/// All partners.
#[derive(Template)]
#[template(path = "plan/follow_through.html")]
struct EverybodyPage {
    shell: Shell,
    short: String,
    figure: Option<Figure>,
    partners: Vec<PartnerLine>,
}

/// A partner with its last reply.
struct PartnerLine {
    name: String,
    href: String,
    finding: String,
    reply: Option<(String, String)>,
}

/// One partner.
#[derive(Template)]
#[template(path = "plan/follow_through_one.html")]
struct OnePage {
    shell: Shell,
    form: FormView,
    action: String,
    short: String,
    facts: Vec<(String, String)>,
    overdue: Vec<(String, String, String)>,
    replies: Vec<(String, String)>,
    may_reply: bool,
    commitments_href: String,
}

web::page!(EverybodyPage, OnePage);

/// `GET /p/{partnership}/follow-through`
pub(crate) async fn everybody(cx: Cx, request: Request) -> Result<Response, Failure> {
    let all = follow_through(&cx).await?;
    let place = &all.place;
    let base = format!("/p/{}/follow-through", place.slug);
    let shell = Shell::new(&cx, Some(place), "follow-through-title", Section::Plan);
    let crumb = shell.t("commitments-title").into_owned();
    let shell = shell.crumb(crumb, &format!("/p/{}/commitments", place.slug));
    let judged = super::Judged { all: all.all, each: all.each.clone() };
    let line = |entry: &partnership::DirectoryEntry| {
        let figures = all.each.get(&entry.id).copied().unwrap_or_default();
        let reply = all.replies.get(&entry.id);
        PartnerLine {
            name: entry.name.clone(),
            href: shell.href(&format!("{base}/{}", entry.id)),
            finding: finding(&shell, &figures),
            reply: reply.map(|reply| (shell.date(reply.on), reply.words.to_string())),
        }
    };
    let page = EverybodyPage {
        short: shell.t1("follow-through-short", "finding", finding(&shell, &all.all).as_str()),
        figure: figure(&shell, &all.directory, &judged),
        partners: all.directory.current().map(line).collect(),
        shell,
    };
    web::page(&request, &page)
}

/// `GET /p/{partnership}/follow-through/{organization}`
pub(crate) async fn one(cx: Cx, request: Request) -> Result<Response, Failure> {
    let one = follow_through_of(&cx, request.param("organization")?).await?;
    let shell = shell(&cx, &one);
    web::page(&request, &page_of(shell, FormView::new(), &one))
}

/// `POST /p/{partnership}/follow-through/{organization}`
pub(crate) async fn reply(cx: Cx, request: Request) -> Result<Response, Failure> {
    let organization: OrganizationId = request.param("organization")?;
    let mut input = request.input()?;
    match take(&cx, organization, &mut input).await {
        Ok(()) => {
            let slug = request.param_text("partnership");
            let path = format!("/p/{slug}/follow-through/{organization}");
            Ok(web::redirect(&cx, &path).notice("follow-through-reply-notice"))
        }
        Err(failure) if failure.is_form() => {
            let one = follow_through_of(&cx, organization).await?;
            let mut shell = shell(&cx, &one);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page_of(shell, form, &one))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn take(cx: &Cx, organization: OrganizationId, input: &mut Input) -> Result<(), Failure> {
    let words = input.required("words").ok_or_else(|| input.invalid())?;
    commands::reply(cx, organization, words).await?;
    Ok(())
}

fn shell(cx: &Cx, one: &One) -> Shell {
    let place = &one.place;
    let name = one.directory.name(one.organization);
    let shell = Shell::new(cx, Some(place), "follow-through-title", Section::Plan);
    let crumbs = [shell.t("commitments-title"), shell.t("follow-through-title")];
    let [commitments, all] = crumbs.map(std::borrow::Cow::into_owned);
    shell
        .titled(name)
        .crumb(commitments, &format!("/p/{}/commitments", place.slug))
        .crumb(all, &format!("/p/{}/follow-through", place.slug))
}

fn page_of(shell: Shell, form: FormView, one: &One) -> OnePage {
    let (place, figures) = (&one.place, &one.figures);
    let base = format!("/p/{}/commitments", place.slug);
    let fact = |key: &str, count: u32| (shell.t(key).into_owned(), shell.number(i64::from(count)));
    let overdue = one.overdue.iter().map(|entry| {
        let status = words::status(&shell, entry.state, entry.timing(place.today));
        (entry.title.to_string(), shell.href(&format!("{base}/{}", entry.id)), status.text)
    });
    let pairs = [("partner", one.organization.to_string()), ("view", "table".to_owned())];
    OnePage {
        short: shell.t1("follow-through-short-one", "finding", finding(&shell, figures).as_str()),
        facts: vec![
            fact("follow-through-on-time", figures.on_time),
            fact("follow-through-late", figures.late),
            fact("follow-through-overdue", figures.overdue),
            fact("follow-through-broken", figures.broken),
            fact("follow-through-moved", figures.renegotiated),
        ],
        overdue: overdue.collect(),
        replies: one.replies.iter().map(|r| (shell.date(r.on), r.words.to_string())).collect(),
        may_reply: access::may_reply(&place.standing, one.organization),
        action: shell.href(&format!("/p/{}/follow-through/{}", place.slug, one.organization)),
        commitments_href: shell.href(&words::address(&base, &pairs)),
        form,
        shell,
    }
}

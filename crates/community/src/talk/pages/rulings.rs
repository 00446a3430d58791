//! The pages of coordinators: hide a post, look at it again, the record of both; and the page on
//! which its writer asks for another look.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Html, Input, Request, Response, Section, Shell};

use super::{path_of, posts};
use crate::{
    Error,
    talk::{
        PostState, TalkError,
        commands::{self, Look},
        parse,
        queries::{self, History},
        ruling::Hidden,
        words,
    },
};

base::words! {
    /// What can be done with a post on a page of its own; also the last part of its address.
    enum Verb {
        /// Hide it from the others.
        Hide = "hide",
        /// Ask, as its writer, for another look.
        Appeal = "appeal",
        /// Look again.
        Review = "review",
    }
}

/// The page of one verb.
#[derive(Template)]
#[template(path = "community/ruling.html")]
struct RulingPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    short: String,
    html: Option<Html>,
    looks: Vec<(String, String)>,
    why: String,
    what: String,
    knows: String,
    back: String,
    button: String,
}

/// The record.
#[derive(Template)]
#[template(path = "community/rulings.html")]
struct ListPage {
    shell: Shell,
    rows: Vec<Row>,
    first: Option<String>,
    next: Option<String>,
}

/// One thing that was done.
struct Row {
    when: String,
    text: String,
    about: String,
    href: String,
    why: String,
    waits: bool,
}

web::page!(RulingPage, ListPage);

impl Verb {
    /// Whether the reader can do this now.
    fn fits(self, history: &History) -> Result<(), TalkError> {
        let (post, coordinates) = (&history.post, posts::coordinates(history));
        let hidden = post.state == PostState::Hidden;
        match self {
            Self::Hide | Self::Review if !coordinates => Err(TalkError::NotYours),
            Self::Hide if post.state != PostState::Shown => {
                Err(TalkError::NotShown { state: post.state })
            }
            Self::Appeal if post.by.person != history.reader.person => Err(TalkError::NotYours),
            Self::Appeal | Self::Review if !hidden => Err(TalkError::NotHidden),
            Self::Appeal if post.appealed => Err(TalkError::Appealed),
            Self::Hide | Self::Appeal | Self::Review => Ok(()),
        }
    }
}

/// `GET /p/{partnership}/discussions/{id}/posts/{post}/{verb}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let history = queries::history(&cx, parse::target(&request)?).await?;
    verb.fits(&history).map_err(Error::from)?;
    let shell = posts::shell(&cx, &history, &format!("talk-{verb}-title"));
    web::page(&request, &page_of(&request, shell, FormView::new(), verb, &history))
}

/// `POST /p/{partnership}/discussions/{id}/posts/{post}/{verb}`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (verb, mut input) = (verb_of(&request)?, request.input()?);
    match perform(&cx, &request, verb, &mut input).await {
        Ok(number) => {
            let path = format!("{}#p{number}", path_of(&request, request.param("id")?));
            Ok(web::redirect(&cx, &path).notice(&format!("talk-{verb}-notice")))
        }
        Err(failure) if failure.is_form() => {
            let history = queries::history(&cx, parse::target(&request)?).await?;
            if verb.fits(&history).is_err() {
                return Err(failure);
            }
            let mut shell = posts::shell(&cx, &history, &format!("talk-{verb}-title"));
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = page_of(&request, shell, form, verb, &history);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn perform(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &mut Input,
) -> Result<i64, Failure> {
    let target = parse::target(request)?;
    let why = input.required("why");
    let look = match verb {
        Verb::Review => input.required::<Look>("look"),
        Verb::Hide | Verb::Appeal => Some(Look::KeepHidden),
    };
    let (Some(why), Some(look)) = (why, look) else { return Err(input.invalid().into()) };
    let post = match verb {
        Verb::Hide => commands::hide(cx, target, why).await?,
        Verb::Appeal => commands::appeal(cx, target, why).await?,
        Verb::Review => commands::review(cx, target, look, why).await?,
    };
    Ok(post.number)
}

fn page_of(
    request: &Request,
    shell: Shell,
    form: FormView,
    verb: Verb,
    history: &History,
) -> RulingPage {
    let base = path_of(request, history.thread.id);
    let said = |part: &str| shell.t(&format!("talk-{verb}-{part}")).into_owned();
    let looks = match verb {
        Verb::Review => Look::ALL
            .iter()
            .map(|look| (look.to_string(), words::said(&shell, "talk-look", look)))
            .collect(),
        Verb::Hide | Verb::Appeal => Vec::new(),
    };
    let body = history.post.readable(history.reader);
    let who = history.people.name(history.post.by.person);
    RulingPage {
        action: format!("{base}/posts/{}/{verb}", history.post.id),
        short: shell.t1(&format!("talk-{verb}-short"), "who", who),
        html: body.map(|body| web::markdown(body.as_str(), &[])),
        looks,
        why: format!("talk-{verb}-why"),
        what: said("what"),
        knows: said("knows"),
        back: said("back"),
        button: words::said(&shell, "talk-act", verb),
        cancel: base,
        form,
        shell,
    }
}

/// `GET /p/{partnership}/discussions/rulings`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let query = request.query();
    let after = query.text("after");
    let list = queries::rulings(&cx, after).await?;
    let base = format!("/p/{}/discussions", list.place.slug);
    let shell = Shell::new(&cx, Some(&list.place), "talk-rulings-title", Section::Meetings);
    let all = shell.t("talk-title").into_owned();
    let shell = shell.crumb(all, &base);
    let row = |one: &Hidden| {
        let ruling = &one.last;
        let key = format!("talk-ruling-{}", ruling.act).replace('_', "-");
        let who = list.people.name(ruling.by.person);
        Row {
            when: shell.ago(ruling.by.at),
            text: shell.t2(&key, "who", who, "writer", one.writer.as_str()),
            about: one.about_name.clone(),
            href: shell.href(&format!("{base}/{}", one.thread)),
            why: ruling.why.to_string(),
            waits: one.appealed && one.state == PostState::Hidden,
        }
    };
    let here = format!("{base}/rulings");
    let page = ListPage {
        rows: list.page.items.iter().map(row).collect(),
        first: after.map(|_| shell.href(&here)),
        next: list.page.next.as_ref().map(|mark| shell.href(&format!("{here}?after={mark}"))),
        shell,
    };
    web::page(&request, &page)
}

fn verb_of(request: &Request) -> Result<Verb, Failure> {
    let last = request.path().rsplit('/').next().unwrap_or_default();
    last.parse().map_err(|_unknown| Error::from(TalkError::Missing).into())
}

//! The page of the record, and the record as JSON.

use base::{Date, OrganizationId, PersonId};
use store::{Cursor, Cx, KeyPart};
use web::{Failure, FormView, Item, Registry, Request, Response, Section, Shell, page};

use super::{
    Happening, Told, Wanted, queries,
    words::{person_name, words},
};
use crate::forms::{self, Choice};

/// How many events stand on a page.
const A_PAGE: i64 = 50;

/// The kinds of records that the filter offers, as far as the catalog names them.
const ABOUT: &[&str] =
    &["commitment", "measure", "organization", "person", "body", "invitation", "partnership"];

#[derive(askama::Template)]
#[template(path = "partnership/activity.html")]
struct ActivityPage {
    shell: Shell,
    base: String,
    form: FormView,
    abouts: Vec<Choice>,
    organizations: Vec<Choice>,
    persons: Vec<Choice>,
    days: Vec<(String, Vec<Line>)>,
    first: Option<String>,
    next: Option<String>,
}

struct Line {
    text: String,
    href: String,
    when: String,
}

web::page!(ActivityPage);

/// What the address asks for.
pub(super) fn wanted(request: &Request) -> Result<(Wanted, FormView), Failure> {
    let mut query = request.query();
    let about = query.text("about").map(str::to_owned);
    let organization = query.optional::<OrganizationId>("organization");
    let person = query.optional::<PersonId>("person");
    let mark =
        query.text("after").map(|mark| Cursor::decode(mark, &[KeyPart::Whole])).transpose()?;
    query.check()?;
    let before = mark.map(|mark| match mark.0.first() {
        Some(base::Value::Integer(seq)) => Ok(*seq),
        _ => Err(store::Error::Cursor),
    });
    let form = FormView::filled(query.typed());
    let before = before.transpose()?;
    Ok((Wanted { about, organization, person, before, news: false, limit: A_PAGE }, form))
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (wanted, form) = wanted(&request)?;
    let (place, told) = queries::page(&cx, &wanted).await?;
    let base = forms::base(&place);
    let mut shell = Shell::new(&cx, Some(&place), "activity-page", Section::Overview);
    if wanted.before.is_none() {
        shell = shell.live(&format!("{base}/live"));
    }
    let mut days: Vec<(Date, Vec<Line>)> = Vec::new();
    for happening in &told.page.items {
        let day = shell.day_of(happening.at);
        let line = Line {
            text: words(&shell, &told, happening),
            href: href(&cx, &place.slug, happening),
            when: shell.time(happening.at),
        };
        match days.last_mut() {
            Some((last, lines)) if *last == day => lines.push(line),
            _ => days.push((day, vec![line])),
        }
    }
    let (first, next) = forms::pages(&request, &shell, told.page.next.as_deref());
    let named = |kind: &&&str| shell.has(&format!("activity-about-{kind}"));
    let about = |kind: &&str| ((*kind).to_owned(), forms::said(&shell, "activity-about", kind));
    let person = wanted.person.map(|id| (id.to_string(), person_name(&shell, &told, id)));
    let shown = ActivityPage {
        form,
        abouts: ABOUT.iter().filter(named).map(about).collect(),
        organizations: forms::organizations(&told.directory),
        persons: person.into_iter().collect(),
        days: days.into_iter().map(|(day, lines)| (shell.long_date(day), lines)).collect(),
        first,
        next,
        base,
        shell,
    };
    page(&request, &shown)
}

/// An event as a line of another page.
pub(crate) fn item(cx: &Cx, shell: &Shell, told: &Told, happening: &Happening) -> Item {
    let slug = shell.place().map(|place| place.slug.clone()).unwrap_or_default();
    Item {
        title: words(shell, told, happening),
        href: href(cx, &slug, happening),
        at: Some(happening.at),
        ..Item::default()
    }
}

/// The page of what an event is about, without the language's prefix; nothing when it has none.
pub(crate) fn href(cx: &Cx, slug: &str, happening: &Happening) -> String {
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let path = registry.subject_path(slug, &happening.subject_kind, &happening.subject);
    path.unwrap_or_default()
}

//! What stands around every page: names, navigation, language, dates, notices.

use std::{borrow::Cow, sync::Arc};

use base::{Actor, Date, FieldProblem, Instant, Language, Zone};
use store::{Cx, Permission, Place};

use crate::{
    assets,
    catalog::{self, Arg, Argument, Catalog},
    chart::Svg,
};

mod dates;
mod navigation;
mod query;

pub use navigation::{Crumb, Link, NavItem, Section};

/// The installation, as its pages show it.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its name, where no partnership's stands.
    pub name: String,
    /// The government that answers for it; only then does the official banner show.
    pub official: Option<String>,
    /// Whether everything in it is made up.
    pub demo: bool,
    /// The time zone of pages that belong to no partnership.
    pub zone: Zone,
    /// What the contexts put into the navigation, in their order, each with the permissions of its route.
    pub nav: Vec<(NavItem, &'static [Permission])>,
}

/// The request that a page answers, as far as the page shows it.
#[derive(Clone)]
pub struct Visit {
    /// The installation.
    pub site: Arc<Site>,
    /// The messages.
    pub catalog: Arc<Catalog>,
    /// The language of the address.
    pub language: Language,
    /// Who asks.
    pub actor: Actor,
    /// When.
    pub now: Instant,
    /// The address, without the language's prefix and the query.
    pub path: String,
    /// The query as it came, without the question mark.
    pub query: String,
    /// How many notices wait for the person who asks; none where nobody asked.
    pub bell: Option<i64>,
}

impl Visit {
    /// A page that no request asked for, such as one rendered by a command.
    #[must_use]
    pub(crate) fn of_command(cx: &Cx) -> Self {
        Self {
            site: cx.extension().unwrap_or_else(|| {
                Arc::new(Site {
                    name: "Concord".to_owned(),
                    official: None,
                    demo: false,
                    zone: Zone::utc(),
                    nav: Vec::new(),
                })
            }),
            catalog: cx.extension().unwrap_or_default(),
            language: cx.language(),
            actor: cx.actor().clone(),
            now: cx.now(),
            path: String::new(),
            query: String::new(),
            bell: None,
        }
    }
}

/// What stands around a page; every page template reads it as `shell`.
#[derive(Clone)]
pub struct Shell {
    visit: Arc<Visit>,
    place: Option<Arc<Place>>,
    today: Date,
    section: Section,
    title: String,
    crumbs: Vec<Crumb>,
    live: Option<String>,
    brings: Vec<&'static str>,
    refused: bool,
}

/// What was just done, on the page that follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What was done, in words.
    pub text: String,
    /// Where the form that takes it back posts to.
    pub undo: Option<String>,
}

impl Shell {
    /// The shell of a page with a title from the catalog.
    #[must_use]
    pub fn of(visit: Arc<Visit>, place: Option<Arc<Place>>, title: &str, section: Section) -> Self {
        let title = visit.catalog.t(visit.language, title).into_owned();
        let zone = place.as_deref().map_or(&visit.site.zone, |place| &place.zone);
        Self {
            today: visit.now.date_in(zone),
            visit,
            place,
            section,
            title,
            crumbs: Vec::new(),
            live: None,
            brings: Vec::new(),
            refused: false,
        }
    }

    /// The same with a title that is not from the catalog, such as a record's name.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// The same with a style sheet or a script of its own, by the name of the asset.
    #[must_use]
    pub fn bringing(mut self, asset: &'static str) -> Self {
        self.brings.push(asset);
        self
    }

    /// The assets that only this page has.
    #[must_use]
    pub fn brings(&self) -> &[&'static str] {
        &self.brings
    }

    /// The same with one more step in the breadcrumbs; the page itself comes last by itself.
    #[must_use]
    pub fn crumb(mut self, label: impl Into<String>, path: &str) -> Self {
        let href = self.href(path);
        self.crumbs.push(Crumb { label: label.into(), href });
        self
    }

    /// The same with news from a stream of server-sent events: all since this page was made, so
    /// that what happens before the browser listens is told too.
    #[must_use]
    pub fn live(mut self, path: &str) -> Self {
        let since =
            self.place.as_ref().map_or_else(String::new, |at| format!("?since={}", at.head));
        self.live = Some(self.href(&format!("{path}{since}")));
        self
    }

    /// Says in the page's title that the form was not taken.
    pub(crate) const fn refuse(&mut self) {
        self.refused = true;
    }

    // Words.

    /// The message of the catalog.
    #[must_use]
    pub fn t(&self, key: &str) -> Cow<'_, str> {
        self.visit.catalog.t(self.visit.language, key)
    }

    /// The message with one argument.
    #[must_use]
    pub fn t1(&self, key: &str, name: &str, value: impl Argument) -> String {
        self.tn(key, &[(name, value.argument())])
    }

    /// The message with two arguments. Flat, because templates cannot build tuples of borrowed values.
    #[must_use]
    pub fn t2(
        &self,
        key: &str,
        name: &str,
        value: impl Argument,
        second_name: &str,
        second: impl Argument,
    ) -> String {
        self.tn(key, &[(name, value.argument()), (second_name, second.argument())])
    }

    /// The message with any number of arguments.
    #[must_use]
    pub fn tn(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.visit.catalog.with(self.visit.language, key, args)
    }

    /// Whether the catalog has the message.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.visit.catalog.has(key)
    }

    /// What is wrong with a field, and how to mend it.
    #[must_use]
    pub fn problem(&self, problem: &FieldProblem) -> String {
        self.error(problem.code, &problem.args)
    }

    /// The message of an error by its code. Arguments that are dates or whole numbers are written
    /// as the language writes them.
    #[must_use]
    pub fn error(&self, code: &str, args: &[(&'static str, String)]) -> String {
        let args: Vec<_> = args.iter().map(|(name, text)| (*name, self.readable(text))).collect();
        self.tn(&format!("error-{}", code.replace('_', "-")), &args)
    }

    fn readable<'a>(&self, text: &'a str) -> Arg<'a> {
        if let Ok(date) = text.parse::<Date>() {
            return Arg::from(self.date(date));
        }
        text.parse::<i64>().map_or_else(|_| Arg::from(text), Arg::from)
    }

    /// A number as it is written, with at most two digits after the point.
    #[must_use]
    pub fn number(&self, number: impl Argument) -> String {
        match number.argument() {
            Arg::Text(text) => text.into_owned(),
            #[expect(clippy::cast_precision_loss, reason = "shown to people, exact to 2^53")]
            Arg::Whole(number) => catalog::number(number as f64, 0),
            Arg::Number(number) => catalog::number(number, 2),
        }
    }

    /// A share between 0 and 1 in percent: "86%".
    #[must_use]
    pub fn percent(&self, share: impl std::borrow::Borrow<f64>) -> String {
        let text = catalog::number(share.borrow() * 100.0, 0);
        self.t1("shell-percent", "number", text)
    }

    /// A part of a whole with its percent: "44 of 51 (86%)"; "0 of 0" has none.
    #[must_use]
    pub fn share(&self, part: impl Argument, whole: impl Argument) -> String {
        let args = [("part", part.argument()), ("whole", whole.argument())];
        match (&args[0].1, &args[1].1) {
            #[expect(clippy::cast_precision_loss, reason = "shown to people in whole percent")]
            (Arg::Whole(part), Arg::Whole(whole)) if *whole > 0 => {
                let percent = self.percent(*part as f64 / *whole as f64);
                let [part, whole] = args;
                self.tn("shell-share-percent", &[part, whole, ("percent", percent.into())])
            }
            _ => self.tn("shell-share", &args),
        }
    }

    // Who and where.

    /// The language of the page: "en" or "es".
    #[must_use]
    pub fn lang(&self) -> &'static str {
        self.visit.language.as_str()
    }

    /// The language of the page.
    #[must_use]
    pub fn language(&self) -> Language {
        self.visit.language
    }

    /// What the page is called, for its heading.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What the browser calls the page.
    #[must_use]
    pub fn page_title(&self) -> String {
        let name = self.name();
        let mut parts = Vec::new();
        if self.title != name {
            parts.push(self.title.as_str());
        }
        parts.push(name);
        let title = parts.join(" | ");
        if self.refused { format!("{} {title}", self.t("shell-error-title")) } else { title }
    }

    /// The name of the partnership, or of the installation.
    #[must_use]
    pub fn name(&self) -> &str {
        self.place.as_deref().map_or(&self.visit.site.name, |place| &place.name)
    }

    /// The installation.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.visit.site
    }

    /// The partnership that the page belongs to.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.place.as_deref()
    }

    /// The name of the person who is signed in.
    #[must_use]
    pub fn person(&self) -> Option<&str> {
        self.visit.actor.person().map(|person| person.name.expose().as_str())
    }

    /// Where the search of the header looks: the short name of the partnership of this page, or
    /// nothing for all; none where there is no search, or on its own page.
    #[must_use]
    pub fn searches(&self) -> Option<&str> {
        const SEARCH: &str = "/search";
        let there = self.visit.site.nav.iter().any(|(item, _)| item.address == SEARCH);
        (there && self.visit.path != SEARCH)
            .then(|| self.place.as_deref().map_or("", |place| place.slug.as_str()))
    }

    /// The bell: what it is called, and the number in it; nothing where none was counted.
    #[must_use]
    pub fn bell(&self) -> Option<(String, String)> {
        let count = self.visit.bell?;
        let number = match count {
            ..=0 => String::new(),
            1..=99 => count.to_string(),
            100.. => "99+".to_owned(),
        };
        Some((self.t1("shell-bell", "count", count), number))
    }

    /// Today's date, where the page belongs.
    #[must_use]
    pub const fn today(&self) -> Date {
        self.today
    }

    fn zone(&self) -> &Zone {
        self.place.as_deref().map_or(&self.visit.site.zone, |place| &place.zone)
    }

    // Addresses.

    /// An own address in the language of the page.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        [self.visit.language.prefix(), path].concat()
    }

    /// The address of a file of `crates/web/assets`.
    #[must_use]
    pub fn asset(&self, path: &str) -> String {
        assets::asset(path)
    }

    /// An icon of the design system by its name, such as `check_circle`; it stands beside a word.
    #[must_use]
    pub fn icon(&self, name: &str) -> Svg {
        Svg::icon(name)
    }

    /// The address of this page.
    #[must_use]
    pub fn here(&self) -> String {
        self.href(&query::address(&self.visit.path, &self.visit.query))
    }

    /// The address of this page in the other language.
    #[must_use]
    pub fn other_href(&self) -> String {
        let other = self.visit.language.other();
        format!("{}{}", other.prefix(), query::address(&self.visit.path, &self.visit.query))
    }

    /// The other language: "en" or "es".
    #[must_use]
    pub fn other_lang(&self) -> &'static str {
        self.visit.language.other().as_str()
    }

    /// What the other language calls itself.
    #[must_use]
    pub fn other_name(&self) -> &'static str {
        match self.visit.language.other() {
            Language::English => "English",
            Language::Spanish => "Español",
        }
    }

    /// Where the sign-in link goes: back to this page afterwards.
    #[must_use]
    pub fn sign_in_href(&self) -> String {
        let here = query::address(&self.visit.path, &self.visit.query);
        format!("{}?next={}", self.href("/sign-in"), query::encode(&here))
    }

    /// The stream of server-sent events that tells of news on this page.
    #[must_use]
    pub fn live_href(&self) -> Option<&str> {
        self.live.as_deref()
    }

    /// What was just done, when a redirect came here to say so.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        let key = query::value(&self.visit.query, "done")?;
        // Only messages that are meant for this: a link made by someone else can say nothing else.
        if !key.ends_with("-notice") || !self.has(&key) {
            return None;
        }
        let undo = query::value(&self.visit.query, "undo").filter(|path| query::undoes(path));
        Some(Notice { text: self.t(&key).into_owned(), undo })
    }
}

#[cfg(test)]
pub(crate) mod tests;

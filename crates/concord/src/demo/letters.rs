//! The demo's own pages: whom a visitor can be, and the mail that was not sent. They exist only
//! where everything is made up; a real installation does not have these addresses.

use std::path::PathBuf;

use base::Instant;
use store::{Access, Cx, Permission};
use web::{Failure, Jobs, Request, Response, Routes, Section, Shell};

use super::RoleLink;

mod eml;

/// Anybody who reaches the demo may look: there is nobody in it.
const LOOK: Permission = Permission::installation("demo.look", Access::Read);

/// What these pages bring to the program.
pub const CONTEXT: web::Context = web::Context {
    name: "demo",
    routes,
    jobs: |_: &mut Jobs| {},
    catalogs: [include_str!("../../messages/en.ftl"), include_str!("../../messages/es.ftl")],
    ..web::Context::NOTHING
};

/// How many mails stand on the page.
const SHOWN: usize = 50;

fn routes(r: &mut Routes) {
    r.page("/demo", &[LOOK], people);
    r.page("/demo/mail", &[LOOK], mail);
}

/// Where mail lies and which links there are; kept with the store.
#[derive(Debug)]
pub(crate) struct Visitors {
    pub(crate) mail_folder: PathBuf,
    pub(crate) links: Vec<RoleLink>,
}

/// A mail as the page shows it.
#[derive(Debug, PartialEq, Eq)]
struct Letter {
    to: String,
    subject: String,
    text: String,
    at: Instant,
}

/// A run of text, or a link.
struct Piece<'a> {
    text: &'a str,
}

impl Piece<'_> {
    fn is_link(&self) -> bool {
        self.text.starts_with("http://") || self.text.starts_with("https://")
    }
}

impl Letter {
    /// The lines of the text, each cut into links and what is between them.
    fn lines(&self) -> Vec<Vec<Piece<'_>>> {
        let lines = self.text.lines().filter(|line| !line.trim().is_empty());
        lines.map(|line| line.split_inclusive(' ').map(|text| Piece { text }).collect()).collect()
    }
}

impl RoleLink {
    /// What the role is called in the reader's language.
    fn role(&self, shell: &Shell) -> String {
        shell.t(&format!("demo-role-{}", self.role.replace(' ', "-"))).into_owned()
    }

    /// What somebody in this role comes for.
    fn does(&self, shell: &Shell) -> String {
        shell.t(&format!("demo-does-{}", self.role.replace(' ', "-"))).into_owned()
    }
}

#[derive(askama::Template)]
#[template(path = "demo/people.html")]
struct PeoplePage {
    shell: Shell,
    links: Vec<RoleLink>,
}

#[derive(askama::Template)]
#[template(path = "demo/mail.html")]
struct MailPage {
    shell: Shell,
    letters: Vec<Letter>,
    count: usize,
    older: usize,
}

web::page!(PeoplePage, MailPage);

async fn people(cx: Cx, request: Request) -> Result<Response, Failure> {
    drop(cx.read(LOOK).await?);
    let links = cx.extension::<Visitors>().map(|visitors| visitors.links.clone());
    let shell = Shell::new(&cx, None, "demo-title", Section::Nowhere);
    web::page(&request, &PeoplePage { shell, links: links.unwrap_or_default() })
}

async fn mail(cx: Cx, request: Request) -> Result<Response, Failure> {
    drop(cx.read(LOOK).await?);
    let folder = cx.extension::<Visitors>().map(|visitors| visitors.mail_folder.clone());
    let names = folder.as_deref().map(newest).unwrap_or_default();
    let count = names.len();
    let mut letters = Vec::new();
    for name in names.into_iter().take(SHOWN) {
        // One that is just being written is on the page next time.
        let Ok(bytes) = tokio::fs::read(&name).await else { continue };
        letters.extend(eml::read(&String::from_utf8_lossy(&bytes), instant_of(&name)));
    }
    let shell = Shell::new(&cx, None, "demo-mail-title", Section::Nowhere);
    web::page(&request, &MailPage { shell, letters, count, older: count.saturating_sub(SHOWN) })
}

/// The mails of the folder, the newest first: their names begin with the instant.
fn newest(folder: &std::path::Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut names: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
        .collect();
    names.sort_unstable_by(|left, right| right.cmp(left));
    names
}

fn instant_of(path: &std::path::Path) -> Instant {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let micros = name.split('-').next().and_then(|digits| digits.parse().ok());
    Instant::from_micros(micros.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_in_a_mail_can_be_followed() {
        let letter = Letter {
            to: "tom@harbor.example".to_owned(),
            subject: "A link".to_owned(),
            text: "Hello Tom,\n\nopen http://localhost:8080/me today.\n".to_owned(),
            at: Instant::from_micros(0),
        };
        let lines = letter.lines();
        assert_eq!(lines.len(), 2);
        let anchors: Vec<&str> =
            lines[1].iter().filter(|piece| piece.is_link()).map(|piece| piece.text).collect();
        assert_eq!(anchors, ["http://localhost:8080/me "]);
    }

    #[test]
    fn the_instant_of_a_mail_is_in_its_name() {
        let path = PathBuf::from("/x/00001778601600000000-0011223344556677.eml");
        assert_eq!(instant_of(&path).rfc3339(), "2026-05-12T16:00:00Z");
    }
}

//! What a mail says, as plain text and as simple HTML.

use askama::Template;
use base::{EmailAddress, Language};
use web::{Arg, Catalog};

use super::MailLine;
use crate::{Error, settings::Settings};

/// A mail, ready to be handed over.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    pub(crate) to: EmailAddress,
    pub(crate) to_name: Option<String>,
    pub(crate) subject: String,
    pub(crate) plain: String,
    pub(crate) html: String,
}

/// The words of a mail, by catalog key.
#[derive(Debug)]
pub(crate) struct Text<'a> {
    /// `<key>-subject` and `<key>-text` are in the catalogs.
    pub(crate) key: &'a str,
    pub(crate) args: &'a [(String, String)],
    /// A path of ours.
    pub(crate) link: &'a str,
    /// Further lines, each with a path of ours.
    pub(crate) lines: &'a [MailLine],
    /// Where the person says which mails they want; none for mails that nobody can turn off.
    pub(crate) choices: Option<&'a str>,
    pub(crate) language: Language,
}

#[derive(Template)]
#[template(path = "identity/mail.html")]
struct Html<'a> {
    lang: &'a str,
    subject: &'a str,
    greeting: &'a str,
    paragraphs: &'a [&'a str],
    address: &'a str,
    open: &'a str,
    lines: &'a [(&'a str, String)],
    choices: Option<(&'a str, &'a str)>,
    footer: &'a str,
}

impl Letter {
    /// Puts a letter together.
    pub(crate) fn write(
        (to, to_name): (EmailAddress, Option<String>),
        text: &Text<'_>,
        catalog: &Catalog,
        settings: &Settings,
    ) -> Result<Self, Error> {
        let say = |key: &str| {
            let args: Vec<(&str, Arg<'_>)> = text
                .args
                .iter()
                .map(|(name, value)| match value.parse::<i64>() {
                    Ok(count) if name == "count" => (name.as_str(), count.into()),
                    _ => (name.as_str(), value.as_str().into()),
                })
                .collect();
            catalog.with(text.language, key, &args)
        };
        let subject = say(&format!("{}-subject", text.key));
        let body = say(&format!("{}-text", text.key));
        let greeting = match &to_name {
            Some(name) => catalog.with(
                text.language,
                "identity-mail-greeting",
                &[("name", name.as_str().into())],
            ),
            None => catalog.t(text.language, "identity-mail-greeting-plain").into_owned(),
        };
        let footer = catalog.t(text.language, "identity-mail-footer");
        let full = |path: &str| settings.address(&format!("{}{path}", text.language.prefix()));
        let address = full(text.link);
        let lines: Vec<(&str, String)> =
            text.lines.iter().map(|line| (line.text.as_str(), full(&line.link))).collect();
        let choose = catalog.t(text.language, "identity-mail-choices");
        let choices = text.choices.map(&full);
        let choices = choices.as_deref().map(|address| (choose.as_ref(), address));
        let plain = Plain { greeting: &greeting, body: &body, address: &address, footer: &footer };
        let plain = plain.text(&lines, choices);
        let paragraphs: Vec<&str> =
            body.split('\n').filter(|line| !line.trim().is_empty()).collect();
        let html = Html {
            lang: text.language.as_str(),
            subject: &subject,
            greeting: &greeting,
            paragraphs: &paragraphs,
            address: &address,
            open: &catalog.t(text.language, "identity-mail-open"),
            lines: &lines,
            choices,
            footer: &footer,
        };
        let html = html.render().map_err(|error| Error::Mail(Box::new(error)))?;
        // A subject is one line, whatever somebody called their partnership.
        let subject = subject.replace(['\r', '\n'], " ");
        Ok(Self { to, to_name, subject, plain, html })
    }
}

/// The parts of a mail as plain text.
struct Plain<'a> {
    greeting: &'a str,
    body: &'a str,
    address: &'a str,
    footer: &'a str,
}

impl Plain<'_> {
    fn text(&self, lines: &[(&str, String)], choices: Option<(&str, &str)>) -> String {
        let Self { greeting, body, address, footer } = self;
        let mut text = format!("{greeting}\n\n{body}\n\n{address}\n\n");
        for (line, address) in lines {
            text.extend([line, ":\n", address.as_str(), "\n\n"]);
        }
        text.extend(["-- \n", footer, "\n"]);
        if let Some((choose, address)) = choices {
            text.extend([choose, ": ", address, "\n"]);
        }
        text
    }
}

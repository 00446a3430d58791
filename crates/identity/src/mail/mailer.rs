//! Hands letters over: to a mail server, or into a folder that somebody looks at.

use std::{
    path::PathBuf,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use base::{EmailAddress, Instant, Private};
use data_encoding::HEXLOWER;
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, MultiPart},
};

use super::Letter;
use crate::Error;

/// How mail leaves.
#[derive(Debug, Clone)]
pub struct MailConfig {
    /// Through what.
    pub outlet: Outlet,
    /// The address that mails come from.
    pub from: EmailAddress,
}

/// Through what mail leaves.
#[derive(Debug, Clone)]
pub enum Outlet {
    /// A mail server, such as `smtps://user:password@mail.example.gov`.
    Smtp {
        /// Its address; `smtp://…?tls=required` begins in the open and goes on encrypted.
        url: Private<String>,
    },
    /// A folder that gets one `.eml` file for each mail.
    Folder(PathBuf),
}

/// What hands letters over.
#[derive(Debug)]
pub(crate) struct Mailer {
    from: Mailbox,
    way: Way,
    /// How many letters went out: files of one instant stay in their order.
    sent: AtomicU64,
}

#[derive(Debug)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

impl Mailer {
    /// A mailer whose letters come from `name`.
    pub(crate) fn new(config: &MailConfig, name: &str) -> Result<Self, String> {
        let from = mailbox(&config.from, Some(name)).map_err(|error| error.to_string())?;
        let way = match &config.outlet {
            Outlet::Smtp { url } => {
                let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose())
                    .map_err(|error| error.to_string())?;
                Way::Smtp(builder.timeout(Some(Duration::from_secs(20))).build())
            }
            Outlet::Folder(folder) => Way::Folder(folder.clone()),
        };
        Ok(Self { from, way, sent: AtomicU64::new(0) })
    }

    /// Hands a letter over; when it returns, somebody else answers for it.
    pub(crate) async fn send(
        &self,
        letter: Letter,
        now: Instant,
        chance: [u8; 32],
    ) -> Result<(), Error> {
        let name = HEXLOWER.encode(&chance);
        let name = name.get(..24).unwrap_or_default();
        let message = self.message(letter, now, name)?;
        match &self.way {
            Way::Smtp(smtp) => smtp.send(message).await.map(drop).map_err(failed),
            Way::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await.map_err(failed)?;
                let number = self.sent.fetch_add(1, Ordering::Relaxed);
                let file = folder.join(format!("{:020}-{number:06}-{name}.eml", now.micros()));
                tokio::fs::write(file, message.formatted()).await.map_err(failed)
            }
        }
    }

    /// Finds out whether a letter could be handed over now.
    pub(crate) async fn test(&self) -> Result<(), Error> {
        match &self.way {
            Way::Smtp(smtp) => {
                let answers = smtp.test_connection().await.map_err(failed)?;
                let silent = || Error::Mail("the mail server does not answer as one".into());
                answers.then_some(()).ok_or_else(silent)
            }
            Way::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await.map_err(failed)?;
                let probe = folder.join(".probe");
                tokio::fs::write(&probe, "").await.map_err(failed)?;
                tokio::fs::remove_file(probe).await.map_err(failed)
            }
        }
    }

    fn message(&self, letter: Letter, now: Instant, name: &str) -> Result<Message, Error> {
        let since_1970 = Duration::from_micros(u64::try_from(now.micros()).unwrap_or_default());
        Message::builder()
            .from(self.from.clone())
            .to(mailbox(&letter.to, letter.to_name.as_deref()).map_err(failed)?)
            .subject(letter.subject)
            .date(std::time::UNIX_EPOCH + since_1970)
            .message_id(Some(format!("<{name}@{}>", self.from.email.domain())))
            // A machine wrote it: an absence note must not answer (RFC 3834).
            .raw_header(automatic())
            .multipart(MultiPart::alternative_plain_html(letter.plain, letter.html))
            .map_err(failed)
    }
}

fn automatic() -> lettre::message::header::HeaderValue {
    use lettre::message::header::{HeaderName, HeaderValue};
    let name = HeaderName::new_from_ascii_str("Auto-Submitted");
    HeaderValue::new(name, "auto-generated".to_owned())
}

fn mailbox(
    email: &EmailAddress,
    name: Option<&str>,
) -> Result<Mailbox, lettre::address::AddressError> {
    Ok(Mailbox::new(name.map(str::to_owned), email.as_str().parse()?))
}

fn failed(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Mail(Box::new(error))
}

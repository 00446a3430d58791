//! What the program is told about its own address, its mail, and how dear passwords are.

use std::sync::Arc;

use store::Cx;
use webauthn_rs::prelude::{Url, Webauthn, WebauthnBuilder, WebauthnError};

use crate::{
    Error,
    mail::{MailConfig, Mailer},
    password::hashing::{Cost, Hashing},
};

/// What identity needs to know of the installation; kept in the store with `store.keep`.
#[derive(Debug)]
pub struct Settings {
    /// The address that people open, without a slash at its end.
    base_url: String,
    /// None where people open the site by a number: a passkey is bound to a name.
    passkeys: Option<Webauthn>,
    pub(crate) hashing: Hashing,
    pub(crate) mailer: Mailer,
}

/// Why the settings will not do.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// Not an address that a browser opens.
    #[error("`{base_url}` is not an address such as https://concord.example.gov")]
    BaseUrl {
        /// What was given.
        base_url: String,
    },
    /// The passkey library refuses the address.
    #[error("passkeys cannot be used at this address")]
    Passkeys(#[source] WebauthnError),
    /// The mail settings will not do.
    #[error("mail cannot be sent with these settings: {0}")]
    Mail(String),
}

impl Settings {
    /// The settings of an installation that people open at `base_url`.
    ///
    /// # Errors
    /// When the address or the mail settings will not do.
    pub fn new(
        base_url: &str,
        name: &str,
        cost: Cost,
        mail: &MailConfig,
    ) -> Result<Self, SettingsError> {
        let wrong = || SettingsError::BaseUrl { base_url: base_url.to_owned() };
        let url = Url::parse(base_url).map_err(|_wrong| wrong())?;
        if !matches!(url.scheme(), "http" | "https") || url.path() != "/" || url.query().is_some() {
            return Err(wrong());
        }
        let passkeys = url.domain().map(|domain| {
            let builder = WebauthnBuilder::new(domain, &url)?;
            builder.rp_name(name).build()
        });
        Ok(Self {
            base_url: url.as_str().trim_end_matches('/').to_owned(),
            passkeys: passkeys.transpose().map_err(SettingsError::Passkeys)?,
            hashing: Hashing::new(cost),
            mailer: Mailer::new(mail, name).map_err(SettingsError::Mail)?,
        })
    }

    /// The settings that the program keeps in its store.
    pub(crate) fn of(cx: &Cx) -> Result<Arc<Self>, Error> {
        cx.extension().ok_or(Error::Unprepared("identity::Settings was not kept in the store"))
    }

    /// How often a password was hashed since the program began.
    #[must_use]
    pub fn passwords_hashed(&self) -> u64 {
        self.hashing.done()
    }

    /// Whether mail can be handed over, without sending one; for `concord doctor`.
    ///
    /// # Errors
    /// [`Error::Mail`] with what keeps it from leaving.
    pub async fn try_mail(&self) -> Result<(), Error> {
        self.mailer.test().await
    }

    /// A page's full address.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// Whether people open the site over TLS.
    pub(crate) fn is_https(&self) -> bool {
        self.base_url.starts_with("https:")
    }

    /// The passkey library.
    pub(crate) fn passkeys(&self) -> Result<&Webauthn, Error> {
        self.passkeys.as_ref().ok_or(Error::PasskeysUnavailable)
    }
}

/// The whole address of a page of this installation, for what is read elsewhere.
///
/// # Errors
/// When the program was started without its own address.
pub fn full_address(cx: &Cx, path: &str) -> Result<String, Error> {
    Ok(Settings::of(cx)?.address(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outlet;

    fn settings(base_url: &str) -> Result<Settings, SettingsError> {
        let from = "concord@riverbend.example".parse().unwrap();
        let mail = MailConfig { outlet: Outlet::Folder("mail".into()), from };
        Settings::new(base_url, "Concord", Cost::Least, &mail)
    }

    #[test]
    fn only_an_address_that_people_open_is_taken() {
        for bad in
            ["", "concord", "ftp://x.example", "https://x.example/sub", "https://x.example?a"]
        {
            assert!(settings(bad).is_err(), "{bad}");
        }
        let settings = settings("https://x.example/").unwrap();
        assert_eq!(settings.address("/me"), "https://x.example/me");
    }

    #[test]
    fn passkeys_need_a_name() {
        assert!(settings("http://localhost:8080").unwrap().passkeys().is_ok());
        assert!(settings("http://127.0.0.1:8080").unwrap().passkeys().is_err());
    }
}

//! The one list of settings: the file's keys, the environment's names and the command line's
//! flags are all made from it, and `docs/configuration.md` is checked against it.

/// One thing that an operator can set.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The key in `concord.toml`; `CONCORD_KEY` in the environment, `--key` on the command line.
    pub key: &'static str,
    /// What holds when nobody sets it; none means "off".
    pub default: Option<&'static str>,
    /// What a value must look like: the end of the sentence "expected …".
    pub expected: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Whether the value is shown to nobody.
    pub secret: Secret,
    /// Where the flag is offered.
    pub offered: Offered,
}

/// Whether a value may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secret {
    /// It may be printed.
    No,
    /// It is printed as dots.
    Yes,
}

/// Which commands take a setting as a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offered {
    /// All that work on data.
    Everywhere,
    /// Those, but only where links are made.
    WithLinks,
    /// `serve`, `config` and `doctor`.
    ToServers,
}

impl Setting {
    /// The name in the environment.
    #[must_use]
    pub fn variable(&self) -> String {
        format!("CONCORD_{}", self.key.to_ascii_uppercase())
    }

    /// The name on the command line, without its dashes in front.
    #[must_use]
    pub fn flag(&self) -> String {
        self.key.replace('_', "-")
    }
}

const fn setting(
    key: &'static str,
    default: Option<&'static str>,
    expected: &'static str,
    about: &'static str,
) -> Setting {
    Setting { key, default, expected, about, secret: Secret::No, offered: Offered::ToServers }
}

const fn everywhere(setting: Setting) -> Setting {
    Setting { offered: Offered::Everywhere, ..setting }
}

const fn secret(setting: Setting) -> Setting {
    Setting { secret: Secret::Yes, ..setting }
}

/// Every setting, in the order in which they are told.
pub const SETTINGS: &[Setting] = &[
    setting(
        "listen",
        Some("127.0.0.1:8080"),
        "an address and a port such as 127.0.0.1:8080",
        "The address that pages and the API answer at. Put a proxy with TLS in front of it.",
    ),
    Setting {
        offered: Offered::WithLinks,
        ..setting(
            "base_url",
            Some("http://localhost:8080"),
            "an address such as https://concord.example.gov, without a path",
            "What people type. Links in mail and passkeys are bound to it, so it should not change.",
        )
    },
    setting(
        "name",
        Some("Concord"),
        "a name of at most 60 characters",
        "What the site calls itself in mail, for passkeys and on pages outside any partnership.",
    ),
    setting(
        "zone",
        Some("America/New_York"),
        "a time zone such as America/Chicago",
        "The time zone of pages outside any partnership; each partnership has its own.",
    ),
    everywhere(setting(
        "data",
        Some("concord-data"),
        "a folder",
        "The folder of an embedded installation: the database, keys and mail that was not sent.",
    )),
    everywhere(secret(setting(
        "database_url",
        None,
        "an address such as postgres://concord@db.example.gov/concord",
        "A PostgreSQL database, 14 or later, in place of the folder. Several servers may share it.",
    ))),
    everywhere(setting(
        "ledger_folder",
        None,
        "a folder",
        "Where the secrets of the logs are, and the record of what was signed for them; `ledger` in \
         the data folder when it is not set. In no backup: keep it apart from the data, and never \
         bring an older copy of it back.",
    )),
    secret(setting(
        "ledger_key_secret",
        None,
        "64 hexadecimal digits, such as `openssl rand -hex 32` prints",
        "When it is set, the secrets of the logs are in the database, encrypted with it. For several \
         servers: the same on all.",
    )),
    secret(setting(
        "ledger_record_url",
        None,
        "an address such as postgres://concord@records.example.gov/records",
        "A second PostgreSQL database for the record of what was signed, when several servers share \
         no folder. Backups of the first one must not hold it.",
    )),
    setting(
        "ledger_publish_seconds",
        Some("900"),
        "a number of seconds, such as 900",
        "How often strangers and witnesses see a new state of the logs, whether anything happened or \
         not.",
    ),
    secret(setting(
        "mail_url",
        None,
        "an address such as smtps://name:password@mail.example.gov:465",
        "The mail server. Without one, mail goes into `mail_folder`.",
    )),
    setting(
        "mail_folder",
        None,
        "a folder",
        "Where mail is laid down as files when there is no `mail_url`; `mail` in the data folder \
         when it is not set.",
    ),
    setting(
        "mail_from",
        Some("concord@localhost.localdomain"),
        "an address such as concord@example.gov",
        "The address that mail comes from.",
    ),
    setting(
        "log_level",
        Some("info"),
        "error, warn, info, debug or trace, or a list such as info,store=debug",
        "How much is logged. No level logs personal data.",
    ),
    setting(
        "log_format",
        Some("pretty"),
        "pretty or json",
        "How it is logged: for people, or one JSON object a line.",
    ),
    setting(
        "metrics_listen",
        None,
        "an address and a port such as 127.0.0.1:9464",
        "Where Prometheus may read `/metrics`. Off when it is not set; keep it off the internet.",
    ),
    setting(
        "upload_limit",
        Some("10 MB"),
        "a size such as 10 MB",
        "The largest request that is read, files included.",
    ),
    setting(
        "trusted_proxies",
        None,
        "addresses or networks, such as 10.0.0.0/8, 127.0.0.1",
        "Proxies whose `X-Forwarded-For` is believed. Limits on sign-in count by the address \
         that is found there.",
    ),
    setting(
        "banner",
        None,
        "the name of a government, such as Riverbend County",
        "When set, each page begins with \"An official website of …\". Only a government may.",
    ),
    setting(
        "shutdown_seconds",
        Some("20"),
        "a number of seconds, such as 20",
        "How long requests and jobs may go on after a signal to stop.",
    ),
    setting(
        "demo",
        Some("false"),
        "true or false",
        "Opens the mail that was not sent to everybody, at /demo/mail. Never on a real \
         installation.",
    ),
];

/// The setting with this key.
#[must_use]
pub fn find(key: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.key == key)
}

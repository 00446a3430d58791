use super::*;

fn environment(pairs: &[(&str, &str)]) -> Sources {
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Sources { environment: pairs.iter().map(own).collect(), ..Sources::default() }
}

fn refusal(sources: &Sources) -> String {
    Configuration::read(sources).unwrap_err().to_string()
}

#[test]
fn nothing_set_is_a_usable_installation() {
    let configuration = Configuration::read(&Sources::default()).unwrap();
    assert_eq!(configuration.listen.to_string(), "127.0.0.1:8080");
    assert!(matches!(configuration.storage, Storage::Folder(_)));
    assert!(
        matches!(configuration.mail, Mail::Folder(path) if path.ends_with("concord-data/mail"))
    );
    assert_eq!(configuration.upload_limit_bytes, 10_000_000);
    assert!(!configuration.demo);
}

#[test]
fn the_command_line_wins_over_the_environment_and_that_over_the_file() {
    let folder = std::env::temp_dir().join(format!("concord-sources-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("concord.toml");
    std::fs::write(
        &file,
        "listen = \"127.0.0.1:1\"\nlog_format = \"json\"\nshutdown_seconds = 5\n",
    )
    .unwrap();
    let mut sources = environment(&[("CONCORD_LISTEN", "127.0.0.1:2"), ("CONCORD_BANNER", "Here")]);
    sources.file = Some(file);
    sources.flags.insert("listen", "127.0.0.1:3".to_owned());

    let configuration = Configuration::read(&sources).unwrap();
    assert_eq!(configuration.listen.port(), 3);
    assert_eq!(configuration.log_format, LogFormat::Json);
    assert_eq!(configuration.shutdown_seconds, 5);

    let told = effective(&sources).unwrap();
    let from = |key| told.iter().find(|one| one.key == key).unwrap().from.clone();
    assert_eq!(from("listen"), "flag --listen");
    assert_eq!(from("banner"), "environment CONCORD_BANNER");
    assert!(from("log_format").starts_with("file "));
    assert_eq!(from("base_url"), "default");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_bad_value_is_told_with_its_key_its_origin_and_how_to_mend_it() {
    assert_eq!(
        refusal(&environment(&[("CONCORD_LISTEN", "here")])),
        "the setting `listen` can't be `here` (from environment CONCORD_LISTEN): \
         expected an address and a port such as 127.0.0.1:8080"
    );
    for (name, value) in [
        ("CONCORD_BASE_URL", "https://concord.example/path"),
        ("CONCORD_BASE_URL", "concord.example"),
        ("CONCORD_UPLOAD_LIMIT", "plenty"),
        ("CONCORD_UPLOAD_LIMIT", "0 MB"),
        ("CONCORD_LOG_FORMAT", "xml"),
        ("CONCORD_DEMO", "perhaps"),
        ("CONCORD_TRUSTED_PROXIES", "10.0.0.0/33"),
        ("CONCORD_MAIL_FROM", "nobody"),
        ("CONCORD_ZONE", "Riverbend/Mill_Hill"),
        ("CONCORD_SHUTDOWN_SECONDS", "-1"),
    ] {
        let told = refusal(&environment(&[(name, value)]));
        assert!(told.contains(name) && told.contains(value) && told.contains("expected"), "{told}");
    }
}

#[test]
fn a_secret_is_shown_neither_in_the_list_nor_in_an_error() {
    let told = refusal(&environment(&[("CONCORD_DATABASE_URL", "mysql://me:hunter2@db")]));
    assert!(!told.contains("hunter2") && told.contains("postgres://"), "{told}");
    let sources = environment(&[("CONCORD_MAIL_URL", "smtp://me:hunter2@mail")]);
    let list = format!("{:?}", effective(&sources).unwrap());
    assert!(!list.contains("hunter2"), "{list}");
    assert!(!format!("{:?}", Configuration::read(&sources).unwrap()).contains("hunter2"));
}

#[test]
fn a_key_that_is_no_setting_is_refused_with_the_nearest_one() {
    let folder = std::env::temp_dir().join(format!("concord-unknown-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("concord.toml");
    std::fs::write(&file, "listn = \"127.0.0.1:1\"\n").unwrap();
    let told = refusal(&Sources { file: Some(file), ..Sources::default() });
    assert!(told.contains("`listn`") && told.contains("did you mean `listen`?"), "{told}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_network_holds_the_addresses_with_its_bits_and_no_other() {
    let held = |network: &str, address: &str| {
        read::network(network).unwrap().holds(address.parse().unwrap())
    };
    assert!(held("10.0.0.0/8", "10.200.3.4"));
    assert!(held("10.0.0.0/8", "::ffff:10.1.1.1"));
    assert!(!held("10.0.0.0/8", "11.0.0.1"));
    assert!(held("0.0.0.0/0", "203.0.113.9"));
    assert!(!held("0.0.0.0/0", "2001:db8::1"));
    assert!(held("::/0", "2001:db8::1"));
    assert!(held("127.0.0.1", "127.0.0.1"));
    assert!(!held("127.0.0.1", "127.0.0.2"));
}

#[test]
fn the_document_lists_every_setting_and_no_other() {
    let document = include_str!("../../../../docs/configuration.md");
    let row = |setting: &Setting| {
        let default = setting.default.map_or_else(|| "off".to_owned(), |text| format!("`{text}`"));
        format!(
            "| `{}` | `{}` | `--{}` | {default} | {} Expected: {}. |",
            setting.key,
            setting.variable(),
            setting.flag(),
            setting.about,
            setting.expected,
        )
    };
    let missing: Vec<String> =
        SETTINGS.iter().map(row).filter(|row| !document.contains(row)).collect();
    assert!(
        missing.is_empty(),
        "put these rows into docs/configuration.md:\n{}",
        missing.join("\n")
    );
    let rows = document.lines().filter(|line| line.contains("| `CONCORD_")).count();
    assert_eq!(rows, SETTINGS.len(), "docs/configuration.md lists a setting that is none");
}

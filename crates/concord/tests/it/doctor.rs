//! `concord doctor` as an operator runs it.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    net::{TcpListener, TcpStream},
    process::Command,
    thread,
};

/// A mail server that knows one password: that of `post`.
fn mail_server() -> u16 {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = server.local_addr().unwrap().port();
    thread::spawn(move || server.incoming().for_each(|client| drop(client.map(serve))));
    port
}

fn serve(mut client: TcpStream) -> std::io::Result<()> {
    let lines = BufReader::new(client.try_clone()?).lines();
    client.write_all(b"220 mail.example\r\n")?;
    for line in lines {
        let line = line?;
        let answer: &[u8] = match line.split(' ').next().unwrap_or_default() {
            "EHLO" => b"250-mail.example\r\n250 AUTH PLAIN\r\n",
            // RFC 4616: nobody else's rights, the name, the password.
            "AUTH" if line.ends_with("AHBvc3QAcmlnaHQ=") => b"235 2.7.0 come in\r\n",
            "AUTH" => b"535 5.7.8 that is not the password\r\n",
            _ => b"250 2.0.0 well\r\n",
        };
        client.write_all(answer)?;
    }
    Ok(())
}

fn doctor(port: u16, password: &str) -> serde_json::Value {
    let data = std::env::temp_dir().join(format!("concord-doctor-{}-{port}", std::process::id()));
    fs::create_dir_all(&data).unwrap();
    let concord = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_concord"))
            .args(arguments)
            .env("CONCORD_DATA", &data)
            .env("CONCORD_MAIL_URL", format!("smtp://post:{password}@127.0.0.1:{port}"))
            .output()
            .unwrap()
    };
    concord(&["migrate"]);
    let told = concord(&["doctor", "--json"]);
    fs::remove_dir_all(&data).unwrap();
    let checks: Vec<serde_json::Value> = serde_json::from_slice(&told.stdout).unwrap();
    checks.into_iter().find(|check| check["name"] == "mail").unwrap()
}

#[test]
fn a_mail_server_that_refuses_the_login_is_told() {
    let mail = doctor(mail_server(), "wrong");
    assert_eq!(mail["grade"], "failed", "{mail}");
    let found = mail["found"].as_str().unwrap();
    assert!(found.contains("that is not the password"), "{found}");
    assert!(!found.contains("wrong"), "the password must not be shown: {found}");
}

#[test]
fn a_mail_server_that_takes_the_login_is_well() {
    assert_eq!(doctor(mail_server(), "right")["grade"], "well");
}

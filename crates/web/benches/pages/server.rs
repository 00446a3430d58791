//! A running server, and the way in.

use std::{
    net::TcpListener,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use crate::{
    Done,
    data::Place,
    hello::Ended,
    http::Reader,
    machine::{self, moment, wait},
};

/// A server with somebody signed in.
pub(crate) struct Server {
    child: Ended,
    pub(crate) port: u16,
    pub(crate) cookie: String,
}

impl Server {
    /// Starts it; how long it took until a page was answered.
    pub(crate) fn start(concord: &Path, place: &Place, link: &str) -> Done<(Self, Duration)> {
        let port = free_port()?;
        let listen = format!("127.0.0.1:{port}");
        let mut command = Command::new(concord);
        command.args(["serve", "--listen", &listen, "--base-url"]);
        command.arg(format!("http://localhost:{port}")).args(["--log-level", "error"]);
        place.name_in(&mut command);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let begin = moment();
        let child = Ended(command.spawn()?);
        wait_for(port, "/sign-in", "")?;
        let took = begin.elapsed();
        let answer = Reader::connect(port, "")?.read(link)?;
        let cookie = answer.cookies.join("; ");
        if cookie.is_empty() {
            return Err(format!("signing in was answered with {}", answer.status).into());
        }
        Ok((Self { child, port, cookie }, took))
    }

    pub(crate) fn process(&self) -> String {
        self.child.0.id().to_string()
    }

    pub(crate) fn memory(&self) -> Done<u64> {
        machine::memory(&self.process())
    }

    /// The text of a page.
    pub(crate) fn text(&self, path: &str) -> Done<String> {
        let answer = Reader::connect(self.port, &self.cookie)?.read(path)?;
        if answer.status != 200 {
            return Err(format!("{path} was answered with {}", answer.status).into());
        }
        Ok(String::from_utf8_lossy(&answer.body).into_owned())
    }
}

/// Waits until a page is answered.
pub(crate) fn wait_for(port: u16, path: &str, cookie: &str) -> Done<()> {
    for _ in 0..10_000 {
        let answer = Reader::connect(port, cookie).and_then(|mut reader| reader.read(path));
        if answer.is_ok_and(|answer| answer.status == 200) {
            return Ok(());
        }
        wait(Duration::from_millis(1));
    }
    Err(format!("nothing answers {path}").into())
}

/// A port that nobody listens on.
pub(crate) fn free_port() -> Done<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

//! The invented county, served by the program itself, and what a test asks of it over the network.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

const CONCORD: &str = env!("CARGO_BIN_EXE_concord");

/// A folder of a test, removed at the end.
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("concord-{name}-{}", std::process::id()));
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(super) fn path(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// A program that runs until it is dropped.
pub(super) struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

pub(super) fn run(arguments: &[&str]) -> Output {
    Command::new(CONCORD).args(arguments).output().unwrap()
}

pub(super) fn told(output: &Output) -> String {
    let text = [output.stdout.as_slice(), &output.stderr].concat();
    format!("{}: {}", output.status.code().unwrap_or(-1), String::from_utf8_lossy(&text))
}

pub(super) fn ok(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", told(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// The county in a folder of its own.
pub(super) struct County {
    pub(super) folder: Folder,
    pub(super) port: u16,
    pub(super) server: Option<Running>,
}

impl County {
    pub(super) fn make(name: &str) -> Self {
        let folder = Folder::new(name);
        let port = free_port();
        let listen = format!("127.0.0.1:{port}");
        ok(&["demo", "--data", &folder.path("data"), "--listen", &listen, "--no-serve"]);
        Self { folder, port, server: None }
    }

    pub(super) fn serve(&mut self) {
        let listen = format!("127.0.0.1:{}", self.port);
        let base = format!("http://localhost:{}", self.port);
        let data = self.folder.path("data");
        let mut child = Command::new(CONCORD)
            .args(["serve", "--data", &data, "--listen", &listen, "--base-url", &base])
            .args(["--ledger-publish-seconds", "1", "--log-format", "json"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let heard = lines.any(|line| {
            line.unwrap_or_default().contains("listening")
                || std::net::TcpStream::connect(&listen).is_ok()
        });
        assert!(heard || std::net::TcpStream::connect(&listen).is_ok(), "it does not answer");
        std::thread::spawn(move || lines.for_each(drop));
        self.server = Some(Running(child));
    }

    pub(super) fn log(&self) -> String {
        format!("http://127.0.0.1:{}/public/riverbend/log", self.port)
    }

    pub(super) fn key(&self) -> String {
        let file = self.folder.path("key");
        if !Path::new(&file).exists() {
            fs::write(&file, get(&format!("{}/key", self.log()))).unwrap();
        }
        file
    }
}

/// Asks until something is so: for as long as a slow machine may take.
pub(super) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    for _ in 0..20_000 {
        if is_so() {
            return;
        }
        std::thread::yield_now();
    }
    panic!("it never was so: {what}");
}

pub(super) fn get(url: &str) -> Vec<u8> {
    store::testing::block_on(async {
        let (base, path) = url.split_at(url.rfind('/').unwrap());
        let mut remote = web::Remote::at(base).unwrap();
        let (status, bytes) = remote.get(path).await.unwrap();
        assert_eq!(status, 200, "{url}");
        bytes.to_vec()
    })
}

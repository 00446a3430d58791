//! Receipt first: the program is killed while it answers requests for data. Whatever left it, even a
//! part of an answer, has its receipt when it runs again.

use std::{
    collections::BTreeSet,
    io::{Read as _, Write as _},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError, mpsc},
};

use serde_json::{Value, json};

use super::county::{County, ok};

const API: &str = "/api/v1/p/riverbend";
/// An outreach worker, who may know when somebody leaves the jail, to find them a home.
const WORKER: &str = "jo.lindqvist@crossroads.riverbend.example";
const HOLDER: &str = "Riverbend County Sheriff's Office";
const NUMBER: &str = "S-5530";
const CLASS: &str = "release_date";
/// What the jail keeps about that client.
const CONTENT: &str = "Next month";
/// How many ask at once.
const WORKERS: usize = 4;

/// How often it is killed: a few times every day, `CONCORD_KILLS` times in a long run.
#[expect(clippy::disallowed_methods, reason = "long runs are asked for by the environment")]
fn kills() -> u32 {
    std::env::var("CONCORD_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(6)
}

/// Stands between those who ask and the program, and keeps every byte that the program let out.
struct Proxy {
    address: SocketAddr,
    heard: Arc<Mutex<Vec<Vec<u8>>>>,
    /// A word for each question that goes to the program.
    begun: mpsc::Receiver<()>,
}

impl Proxy {
    fn before(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let heard = Arc::<Mutex<Vec<Vec<u8>>>>::default();
        let all = Arc::clone(&heard);
        let (begins, begun) = mpsc::channel();
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let (all, begins) = (Arc::clone(&all), begins.clone());
                std::thread::spawn(move || {
                    if begins.send(()).is_err() {
                        return;
                    }
                    relay(client.unwrap(), port, &all);
                });
            }
        });
        Self { address, heard, begun }
    }

    /// Waits for some instant that differs from one kill to the next: a number of questions, and then a
    /// number of turns.
    fn wait(&self, kill: u32) {
        while self.begun.try_recv().is_ok() {}
        for _ in 0..3 + kill * 7 % 29 {
            self.begun.recv().unwrap();
        }
        (0..u64::from(kill) * 7_919 % 4_001).for_each(|_| std::thread::yield_now());
    }

    /// What the program let out since the last look, an answer each.
    fn take(&self) -> Vec<Vec<u8>> {
        std::mem::take(&mut *self.heard.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// One question and its answer, as far as it comes.
fn relay(mut client: TcpStream, port: u16, heard: &Mutex<Vec<Vec<u8>>>) {
    let Ok(mut server) = TcpStream::connect(("127.0.0.1", port)) else { return };
    let (mut asks, mut down) = (client.try_clone().unwrap(), server.try_clone().unwrap());
    let up = std::thread::spawn(move || drop(std::io::copy(&mut asks, &mut server)));
    let mut answer = Vec::new();
    // A connection that breaks ends the answer where it is.
    drop(down.read_to_end(&mut answer));
    // It is kept before anybody else gets it.
    heard.lock().unwrap_or_else(PoisonError::into_inner).push(answer.clone());
    drop(client.write_all(&answer));
    drop(client.shutdown(Shutdown::Both));
    drop(up.join());
}

/// Asks, and reads what comes until the connection ends.
fn exchange(to: SocketAddr, cookie: &str, line: &str, body: Option<&Value>) -> String {
    let Ok(mut stream) = TcpStream::connect(to) else { return String::new() };
    let body = body.map(Value::to_string).unwrap_or_default();
    let request = format!(
        "{line} HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\ncookie: {cookie}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    );
    let mut answer = Vec::new();
    drop(stream.write_all(request.as_bytes()));
    drop(stream.read_to_end(&mut answer));
    String::from_utf8_lossy(&answer).into_owned()
}

fn json_of(answer: &str) -> Option<Value> {
    serde_json::from_str(answer.split_once("\r\n\r\n")?.1).ok()
}

/// The names of receipts in a text.
fn receipts(text: &str) -> BTreeSet<String> {
    let words = text.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_');
    words.filter(|word| word.starts_with("rcp_")).map(str::to_owned).collect()
}

/// Asks again and again, and opens what was let go, until the program is gone.
fn work(to: SocketAddr, cookie: &str, holder: &str) {
    let ask = json!({
        "holder": holder, "number": NUMBER, "purpose": "housing_placement", "classes": [CLASS],
    });
    loop {
        let asked = exchange(to, cookie, &format!("POST {API}/requests"), Some(&ask));
        let Some(view) = json_of(&asked) else { return };
        let Some(receipt) = view["receipt"].as_str() else { panic!("no receipt: {asked}") };
        let shared = format!("GET {API}/receipts/{receipt}/shared");
        if json_of(&exchange(to, cookie, &shared, None)).is_none() {
            return;
        }
    }
}

fn signed_in(to: SocketAddr, data: &str) -> String {
    let told = ok(&["person", "sign-in-link", WORKER, "--data", data]);
    let secret = told.trim().rsplit('/').next().unwrap();
    let entered = exchange(to, "", &format!("POST /api/v1/sign-in/link/{secret}"), None);
    let cookie =
        entered.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a session");
    cookie.split(';').next().unwrap().to_owned()
}

#[test]
fn nothing_leaves_a_program_that_is_killed_without_a_receipt_that_stays() {
    let mut county = County::make("killed");
    county.serve();
    let direct: SocketAddr = ([127, 0, 0, 1], county.port).into();
    let cookie = signed_in(direct, &county.folder.path("data"));
    let partners = exchange(direct, &cookie, &format!("GET {API}/organizations"), None);
    let partners = json_of(&partners).expect("a list");
    let mut partners = partners["items"].as_array().unwrap().iter();
    let jail = partners.find(|one| one["name"] == HOLDER).unwrap();
    let holder = jail["id"].as_str().unwrap().to_owned();
    let proxy = Proxy::before(county.port);
    let (mut answers, mut broken, mut with_content) = (0_u32, 0_u32, 0_u32);
    for kill in 0..kills() {
        let workers: Vec<_> = (0..WORKERS)
            .map(|_| {
                let (to, cookie, holder) = (proxy.address, cookie.clone(), holder.clone());
                std::thread::spawn(move || work(to, &cookie, &holder))
            })
            .collect();
        proxy.wait(kill);
        county.server = None;
        for worker in workers {
            worker.join().unwrap();
        }
        county.serve();
        for answer in proxy.take().into_iter().filter(|answer| !answer.is_empty()) {
            let text = String::from_utf8_lossy(&answer).into_owned();
            answers += 1;
            broken += u32::from(json_of(&text).is_none());
            let names = receipts(&text);
            let has_content = text.contains(CONTENT);
            with_content += u32::from(has_content);
            assert!(!has_content || names.len() == 1, "bytes without a receipt: {text}");
            for name in names {
                let path = format!("GET {API}/receipts/{name}");
                let kept = json_of(&exchange(direct, &cookie, &path, None)).expect("an answer");
                assert_eq!(kept["receipt"], name.as_str(), "the receipt is gone: {kept}");
                assert!(!has_content || kept["given"] == json!([CLASS]), "{kept}");
            }
        }
    }
    eprintln!(
        "{} kills, {answers} answers heard, {broken} of them broken off, {with_content} with content",
        kills()
    );
    assert!(with_content > 0, "nothing was let go, so nothing was tried");
}

//! What no client library would send: requests that HTTP itself refuses, over the network. The
//! connection is answered and closed, and the next one is served.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};
use tokio_util::sync::CancellationToken;
use web::testing::{TestApp, both_databases};

/// A request as bytes, and the statuses that will do.
type WireRow = (&'static str, Vec<u8>, &'static [u16]);

fn rows() -> Vec<WireRow> {
    let get = |rest: &str| format!("GET /healthz HTTP/1.1\r\nhost: a\r\n{rest}\r\n").into_bytes();
    let long = |count: usize| "x".repeat(count);
    vec![
        ("no HTTP at all", b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03".to_vec(), &[400, 0]),
        ("a line without a version", b"GET /healthz\r\n\r\n".to_vec(), &[400]),
        ("a version that is none", b"GET /healthz HTTP/9.9\r\nhost: a\r\n\r\n".to_vec(), &[400]),
        ("an address with a blank", b"GET /a b HTTP/1.1\r\nhost: a\r\n\r\n".to_vec(), &[400]),
        ("an address with NUL", b"GET /a\0b HTTP/1.1\r\nhost: a\r\n\r\n".to_vec(), &[400]),
        ("a query of 100 kB", format!("GET /?q={} HTTP/1.1\r\nhost: a\r\n\r\n", long(100_000)).into_bytes(), &[414]),
        ("a header of 2 MB", get(&format!("x: {}\r\n", long(2_000_000))), &[431, 0]),
        ("a thousand headers", get(&"x: y\r\n".repeat(1_000)), &[431]),
        ("a header with NUL", get("x: a\0b\r\n"), &[400]),
        ("a header without a name", get(": y\r\n"), &[400]),
        ("a header that goes on in the next line", get("x: a\r\n b\r\n"), &[400]),
        ("two lengths", b"POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab".to_vec(), &[400]),
        ("a length below nothing", b"POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n".to_vec(), &[400]),
        ("a length in words", b"POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: many\r\n\r\n".to_vec(), &[400]),
        ("a chunk whose size is none", b"POST /sign-in HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n".to_vec(), &[400]),
        ("a coding that nobody knows", b"POST /sign-in HTTP/1.1\r\nhost: a\r\ntransfer-encoding: magic\r\n\r\n".to_vec(), &[400, 501]),
    ]
}

both_databases! {
    async fn requests_that_are_no_http_end_their_connection_and_nothing_else(db) {
        let app = TestApp::start(db, concord::contexts::ALL).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let stop = CancellationToken::new();
        let (program, stopped) = (app.app.clone(), stop.clone());
        let tasks = tokio_util::task::TaskTracker::new();
        tasks.spawn(async move { program.serve(listener, stopped).await.unwrap() });
        let mut wrong = Vec::new();
        for (name, bytes, expected) in rows() {
            let status = ask(address, &bytes).await;
            if !expected.contains(&status) {
                wrong.push(format!("{name}: {status}, not one of {expected:?}"));
            }
            let after = ask(address, b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n").await;
            assert_eq!(after, 200, "the program does not answer after {name}");
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        stop.cancel();
        tasks.close();
        tasks.wait().await;
        app.close().await;
    }
}

/// Sends the bytes and gives the status; 0 when there is no answer.
async fn ask(address: std::net::SocketAddr, bytes: &[u8]) -> u16 {
    let talk = async {
        let mut stream = TcpStream::connect(address).await.unwrap();
        // A program that has refused may close before all is sent.
        drop(stream.write_all(bytes).await);
        let mut answer = vec![0; 64];
        let read = stream.read(&mut answer).await.unwrap_or(0);
        let line = String::from_utf8_lossy(&answer[..read]).into_owned();
        line.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0)
    };
    tokio::time::timeout(Duration::from_secs(5), talk).await.unwrap_or(0)
}

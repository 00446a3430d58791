//! A server that is reached through TLS. In front of the tests' own, which hears nobody from a network,
//! stands a door that speaks TLS for it.

use std::{path::Path, sync::Arc};

use base::{Ids, Private};
use store::{
    Clock, Database, Error, Options, Store,
    testing::{Db, Kind, block_on},
};
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, copy_bidirectional},
    net::{TcpListener, TcpStream, UnixStream},
};
use tokio_postgres::config::Host;
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _},
    },
};
use tokio_util::task::TaskTracker;

/// An authority of these tests only, whose key is gone, and the certificate that it gave to `localhost`.
const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/tls");

/// Opens a door and gives its port. Without TLS it says that it has none.
async fn door(tls: bool) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let tasks = TaskTracker::new();
    tasks.clone().spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // Who turns away at the door is one of the cases.
            tasks.spawn(async move { drop(let_in(stream, tls).await) });
        }
    });
    port
}

async fn let_in(mut stream: TcpStream, tls: bool) -> std::io::Result<()> {
    // Who wants no TLS begins with a longer message, whose length comes first.
    let mut begin = [0; 8];
    stream.peek(&mut begin).await?;
    if begin[..4] == [0, 0, 0, 8] {
        stream.read_exact(&mut begin).await?;
        stream.write_all(if tls { b"S" } else { b"N" }).await?;
    }
    if tls { carry(acceptor().accept(stream).await?).await } else { carry(stream).await }
}

async fn carry(mut stream: impl AsyncRead + AsyncWrite + Unpin) -> std::io::Result<()> {
    let Database::Postgres(address, _) = Db::new(Kind::Postgres).database() else {
        return Err(std::io::ErrorKind::NotFound.into());
    };
    let config: tokio_postgres::Config = address.expose().parse().unwrap();
    let port = config.get_ports().first().copied().unwrap_or(5432);
    match &config.get_hosts()[0] {
        Host::Unix(folder) => {
            let mut server = UnixStream::connect(folder.join(format!(".s.PGSQL.{port}"))).await?;
            copy_bidirectional(&mut stream, &mut server).await?;
        }
        Host::Tcp(name) => {
            let mut server = TcpStream::connect((name.as_str(), port)).await?;
            copy_bidirectional(&mut stream, &mut server).await?;
        }
    }
    Ok(())
}

fn acceptor() -> TlsAcceptor {
    let file = |name: &str| Path::new(FILES).join(name);
    let chain = CertificateDer::pem_file_iter(file("server.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_file(file("server.key")).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain.map(Result::unwrap).collect(), key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

/// Asks the server behind a door; what it says, or why not, to the last reason.
async fn ask(host: &str, port: u16, how: &str) -> Result<i64, String> {
    let address = format!("postgres://concord@{host}:{port}/concord?{how}");
    let options = Options {
        database: Database::Postgres(Private::new(address), 1),
        clock: Clock::System,
        ids: Ids::seeded(0),
    };
    let asked = async {
        let rows = Store::open(options)?.ask("SELECT CAST(42 AS BIGINT) AS n", vec![]).await?;
        rows[0].get("n")
    };
    asked.await.map_err(|error: Error| {
        let mut told = error.to_string();
        let mut cause = std::error::Error::source(&error);
        while let Some(error) = cause {
            told.extend([": ", &error.to_string()]);
            cause = error.source();
        }
        told
    })
}

#[test]
fn a_server_with_a_certificate_is_spoken_to_and_any_other_is_not() {
    block_on(async {
        let port = door(true).await;
        let ours = format!("sslrootcert={FILES}/authority.pem");
        for mode in ["require", "verify-full", "prefer"] {
            let how = format!("sslmode={mode}&{ours}");
            assert_eq!(ask("localhost", port, &how).await, Ok(42), "{mode}");
        }
        // Mozilla knows nothing of our authority.
        let told = ask("localhost", port, "sslmode=require").await.unwrap_err();
        assert!(told.contains("UnknownIssuer"), "{told}");
        // The certificate is of localhost, and nobody else may show it.
        let told = ask("127.0.0.1", port, &format!("sslmode=require&{ours}")).await.unwrap_err();
        assert!(told.contains("not valid for name"), "{told}");
    });
}

#[test]
fn a_server_without_tls_is_refused_where_it_is_required() {
    block_on(async {
        let port = door(false).await;
        let told = ask("localhost", port, "sslmode=require").await.unwrap_err();
        assert!(told.contains("does not support TLS"), "{told}");
        for how in ["sslmode=prefer", "sslmode=disable", ""] {
            assert_eq!(ask("localhost", port, how).await, Ok(42), "{how}");
        }
    });
}

//! The way to a server: over a network it is encrypted, and then the server's certificate is checked.

use std::{net::IpAddr, str::FromStr as _, sync::Arc};

use percent_encoding::percent_decode_str;
use tokio_postgres::{
    Config,
    config::{Host, SslMode},
};
use tokio_postgres_rustls::MakeRustlsConnect;
use tokio_rustls::rustls::{
    ClientConfig, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, pem::PemObject as _},
};

use super::chain;
use crate::Error;

/// What an address says, in libpq's words, of which two are ours to read: `sslmode` (`disable`,
/// `prefer`, `require`, `verify-full`) and `sslrootcert`, a PEM file of the authorities to believe in
/// place of Mozilla's. What is encrypted is always checked, also the name; so `require` asks no less
/// than `verify-full`. Without `sslmode` a server on this machine is spoken to as it is, and any other
/// with encryption where it offers that.
pub(super) fn read(address: &str) -> Result<(Config, MakeRustlsConnect), Error> {
    let not_understood =
        |why: &str| Error::fault(format!("the database address is not understood: {why}"));
    let after = address.rfind('@').unwrap_or(0);
    let query = address.get(after..).and_then(|rest| rest.find('?')).map(|at| after + at);
    let (server, query) = address.split_at(query.unwrap_or(address.len()));
    let (mut mode, mut authorities, mut others) = (None, None, Vec::new());
    for pair in query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some(("sslmode", value)) => mode = Some(value),
            Some(("sslrootcert", value)) => authorities = Some(value),
            _ => others.push(pair),
        }
    }
    let address = [server, "?", &others.join("&")].concat();
    let mut config = Config::from_str(&address).map_err(|error| not_understood(&chain(&error)))?;
    config.ssl_mode(match mode {
        Some("disable") => SslMode::Disable,
        Some("prefer") => SslMode::Prefer,
        Some("require" | "verify-ca" | "verify-full") => SslMode::Require,
        Some(_) => {
            return Err(not_understood("sslmode is disable, prefer, require or verify-full"));
        }
        None if config.get_hosts().iter().all(is_here) => SslMode::Disable,
        None => SslMode::Prefer,
    });
    let roots = match authorities {
        None => webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect(),
        Some(path) => {
            let path = percent_decode_str(path).decode_utf8_lossy();
            named(&path).map_err(|error| not_understood(&format!("sslrootcert {path}: {error}")))?
        }
    };
    let client = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| not_understood(&error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok((config, MakeRustlsConnect::new(client)))
}

/// Whether the way to it never leaves the machine.
fn is_here(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => {
            name == "localhost" || name.parse().is_ok_and(|address: IpAddr| address.is_loopback())
        }
        Host::Unix(_) => true,
    }
}

/// The authorities that a file names.
fn named(path: &str) -> Result<RootCertStore, Box<dyn std::error::Error>> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(path)? {
        roots.add(certificate?)?;
    }
    if roots.is_empty() { Err("there is no certificate in it".into()) } else { Ok(roots) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(address: &str) -> SslMode {
        read(address).unwrap().0.get_ssl_mode()
    }

    fn refused(address: &str) -> String {
        let error = read(address).err().unwrap();
        std::error::Error::source(&error).unwrap().to_string()
    }

    #[test]
    fn what_leaves_the_machine_is_encrypted_where_it_can_be_or_must_be() {
        for here in ["localhost", "127.0.0.1", "%2Frun%2Fpostgresql"] {
            let address = format!("postgres://concord@{here}:5432/concord");
            assert_eq!(mode(&address), SslMode::Disable, "{here}");
            assert_eq!(mode(&format!("{address}?sslmode=require")), SslMode::Require, "{here}");
        }
        let there = "postgres://concord:pass@db.example.gov,localhost/concord";
        assert_eq!(mode(there), SslMode::Prefer);
        for (word, expected) in [
            ("disable", SslMode::Disable),
            ("prefer", SslMode::Prefer),
            ("require", SslMode::Require),
            ("verify-full", SslMode::Require),
        ] {
            assert_eq!(mode(&format!("{there}?sslmode={word}")), expected);
        }
    }

    #[test]
    fn what_else_an_address_says_is_still_read() {
        let address =
            "postgres://concord:a%3Fb@db/concord?options=-c%20work_mem%3D8MB&sslmode=prefer";
        let config = read(address).unwrap().0;
        assert_eq!(config.get_password(), Some(&b"a?b"[..]));
        assert_eq!(config.get_options(), Some("-c work_mem=8MB"));
        assert!(refused("postgres://db/concord?colour=red").contains("colour"));
    }

    #[test]
    fn a_wrong_word_and_a_file_without_authorities_say_what_is_wrong() {
        let told = refused("postgres://db/concord?sslmode=allow");
        assert!(told.contains("disable, prefer, require or verify-full"), "{told}");
        let told = refused("postgres://db/concord?sslrootcert=%2Fnowhere%2Fca.pem");
        assert!(told.contains("/nowhere/ca.pem"), "{told}");
        let told = refused("postgres://db/concord?sslrootcert=Cargo.toml");
        assert!(told.contains("no certificate"), "{told}");
    }
}

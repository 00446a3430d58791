//! Nothing of one machine, and one of what must be one.

use crate::{bad, good};

#[test]
fn folders_of_one_machine_do_not_occur() {
    let path = concat!("Run ", "/", "root/.cargo/bin/cargo\n");
    bad(
        "machine",
        &[("docs/a.md", path)],
        &[concat!("docs/a.md:1: `", "/", "root/` is a folder of one machine")],
    );
    good("machine", &[("docs/a.md", "Run $HOME/work/x, https://x.org/home/a and crates/root/a\n")]);
}

#[test]
fn packages_come_from_the_public_registries() {
    let lock = |host: &str| {
        format!("[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"{host}\"\n")
    };
    bad(
        "machine",
        &[("Cargo.lock", &lock("registry+https://mirror.example/index"))],
        &["Cargo.lock:4: a package from another registry"],
    );
    good(
        "machine",
        &[("Cargo.lock", &lock("registry+https://github.com/rust-lang/crates.io-index"))],
    );
    bad(
        "machine",
        &[
            (
                "tests/browser/package-lock.json",
                "{\n  \"resolved\": \"https://mirror.example/a.tgz\"\n}\n",
            ),
            (".cargo/config.toml", "[source.crates-io]\nreplace-with = \"mirror\"\n"),
        ],
        &[
            ".cargo/config.toml:2: a registry of one machine",
            "tests/browser/package-lock.json:2: a package from another registry",
        ],
    );
}

#[test]
fn there_is_one_web_stack_and_one_tls_stack() {
    let package = |name: &str, version: &str| {
        format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n\n")
    };
    let two = [package("axum", "0.7.0"), package("axum", "0.8.0"), package("openssl-sys", "0.9.0")]
        .concat();
    bad(
        "lock",
        &[("Cargo.lock", &two)],
        &[
            "Cargo.lock:2: `axum` is there in two versions",
            "Cargo.lock:10: `openssl-sys` brings a second TLS stack",
        ],
    );
    good(
        "lock",
        &[(
            "Cargo.lock",
            &[package("axum", "0.8.0"), package("syn", "1.0.0"), package("syn", "2.0.0")].concat(),
        )],
    );
}

//! From the text of a setting to its type. `None` means that the text will not do; the
//! setting's own list entry says what would.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use base::{EmailAddress, Zone};

use super::LogFormat;

/// An address, or all addresses that begin with the same bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

impl Network {
    /// Whether an address is in it.
    #[must_use]
    pub fn holds(&self, other: IpAddr) -> bool {
        // An IPv4 peer of a dual-stack socket shows up as `::ffff:10.0.0.1`.
        match (self.address, other.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                let shift = 32 - u32::from(self.bits);
                u64::from(u32::from(own)) >> shift == u64::from(u32::from(other)) >> shift
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => match 128 - u32::from(self.bits) {
                128 => true,
                shift => u128::from(own) >> shift == u128::from(other) >> shift,
            },
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }

    /// Its first address and the count of bits that all its addresses share.
    #[must_use]
    pub const fn parts(&self) -> (IpAddr, u8) {
        (self.address, self.bits)
    }
}

pub(super) fn network(text: &str) -> Option<Network> {
    let (address, bits) = text.split_once('/').unwrap_or((text, ""));
    let address = address.parse::<IpAddr>().ok()?;
    let most = if address.is_ipv4() { 32 } else { 128 };
    let bits = if text.contains('/') { bits.parse().ok()? } else { most };
    (bits <= most).then_some(Network { address, bits })
}

pub(super) fn networks(text: &str) -> Option<Vec<Network>> {
    text.split(',').map(|part| network(part.trim())).collect()
}

pub(super) fn address(text: &str) -> Option<SocketAddr> {
    text.strip_prefix("localhost:")
        .map_or_else(|| text.to_owned(), |port| format!("127.0.0.1:{port}"))
        .parse()
        .ok()
}

pub(super) fn base_url(text: &str) -> Option<String> {
    let link: base::WebLink = text.parse().ok()?;
    let text = link.as_str().trim_end_matches('/');
    let (_, host) = text.split_once("://")?;
    (!host.contains(['/', '?', '#'])).then(|| text.to_owned())
}

#[expect(clippy::unnecessary_wraps, reason = "all readers have one shape")]
pub(super) fn folder(text: &str) -> Option<PathBuf> {
    Some(PathBuf::from(text))
}

pub(super) fn postgres(text: &str) -> Option<String> {
    let known = text.starts_with("postgres://") || text.starts_with("postgresql://");
    known.then(|| text.to_owned())
}

pub(super) fn smtp(text: &str) -> Option<String> {
    let rest = text.strip_prefix("smtps://").or_else(|| text.strip_prefix("smtp://"))?;
    (!rest.is_empty() && !rest.contains(char::is_whitespace)).then(|| text.to_owned())
}

pub(super) fn email(text: &str) -> Option<EmailAddress> {
    text.parse().ok()
}

pub(super) fn name(text: &str) -> Option<String> {
    text.parse::<base::Line<60>>().ok().map(|line| line.to_string())
}

pub(super) fn zone(text: &str) -> Option<Zone> {
    Zone::named(text)
}

pub(super) fn log_level(text: &str) -> Option<String> {
    text.parse::<tracing_subscriber::filter::Targets>().ok().map(|_fine| text.to_owned())
}

pub(super) fn log_format(text: &str) -> Option<LogFormat> {
    match text {
        "pretty" => Some(LogFormat::Pretty),
        "json" => Some(LogFormat::Json),
        _ => None,
    }
}

pub(super) fn bytes(text: &str) -> Option<u64> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic()).trim_end();
    let unit = text.strip_prefix(digits)?.trim();
    let factor: u64 = match unit.to_ascii_uppercase().as_str() {
        "" | "B" => 1,
        "KB" => 1_000,
        "MB" => 1_000_000,
        "GB" => 1_000_000_000,
        "KIB" => 1 << 10,
        "MIB" => 1 << 20,
        "GIB" => 1 << 30,
        _ => return None,
    };
    digits.parse::<u64>().ok()?.checked_mul(factor).filter(|bytes| *bytes > 0)
}

pub(super) fn text(text: &str) -> Option<String> {
    text.parse::<base::Line<200>>().ok().map(|line| line.to_string())
}

pub(super) fn seconds(text: &str) -> Option<u64> {
    text.parse().ok().filter(|seconds| *seconds <= 3_600)
}

pub(super) fn period(text: &str) -> Option<u64> {
    text.parse().ok().filter(|seconds| (1..=86_400).contains(seconds))
}

pub(super) fn secret(text: &str) -> Option<[u8; 32]> {
    data_encoding::HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok()?.try_into().ok()
}

pub(super) fn flag(text: &str) -> Option<bool> {
    match text {
        "true" | "yes" | "on" | "1" => Some(true),
        "false" | "no" | "off" | "0" => Some(false),
        _ => None,
    }
}

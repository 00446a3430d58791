//! Addresses with a query.

use std::fmt::Write as _;

/// An address with a query.
#[must_use]
pub(crate) fn with(path: &str, pairs: &[(&str, String)]) -> String {
    let mut address = path.to_owned();
    let mut joint = '?';
    for (name, value) in pairs {
        address.push(joint);
        address.push_str(name);
        address.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                address.push(char::from(byte));
            } else if write!(address, "%{byte:02X}").is_err() {
                break; // Writing to a string does not fail.
            }
        }
        joint = '&';
    }
    address
}

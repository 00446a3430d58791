//! The code on a printed receipt: the address that checks it, as a square to be photographed.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// A picture of dark squares, drawn as one path in a square of `side` units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    pub side: usize,
    pub path: String,
}

/// Free space around the code, which readers need.
const MARGIN: usize = 4;

/// The code of an address; nothing when it is too long for one.
pub(crate) fn of(address: &str) -> Option<Picture> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (at % width + MARGIN, at / width + MARGIN);
            // Writing to a String cannot fail.
            let _infallible = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    Some(Picture { side: width + 2 * MARGIN, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_square_with_space_around_it() {
        let picture =
            of("https://concord.example.gov/public/riverbend/log/check?receipt=evt_1").unwrap();
        assert!(picture.side > 30 && picture.path.starts_with("M4 4h1v1h-1z"));
        assert_eq!(of(&"x".repeat(4000)), None);
    }
}

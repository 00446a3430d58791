//! JSON in one spelling (RFC 8785), so that the same event always has the same hash.

use std::fmt;

use serde_json::{Number, Value};

use crate::Error;

/// A JSON text in canonical form.
#[derive(Clone, PartialEq, Eq)]
pub struct Canonical(String);

/// Beyond this, a reader whose numbers are floating point (RFC 7493) cannot tell neighbours apart.
const MAX_SAFE: u64 = (1 << 53) - 1;

impl Canonical {
    /// The canonical form of a value.
    ///
    /// # Errors
    /// When it has an integer beyond 2^53: what cannot be written exactly must not be committed to.
    pub fn of(value: &Value) -> Result<Self, Error> {
        let mut text = String::new();
        write(value, &mut text)?;
        Ok(Self(text))
    }

    /// Takes a text that is in canonical form already.
    ///
    /// # Errors
    /// When it is no JSON, or has another spelling.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let other = Error::malformed("canonical JSON", "RFC 8785 writes it in another way");
        let value: Value = serde_json::from_str(text).ok().ok_or(other.clone())?;
        Self::of(&value).ok().filter(|canonical| canonical.0 == text).ok_or(other)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Canonical {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Events may be about people: their text is never printed by chance.
impl fmt::Debug for Canonical {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Canonical(…)")
    }
}

fn write(value: &Value, out: &mut String) -> Result<(), Error> {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => out.push_str(&written(number)?),
        Value::String(text) => write_text(text, out),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write(item, out)?;
            }
            out.push(']');
        }
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            // By UTF-16 units, as section 3.2.3 asks: not the order of the UTF-8 bytes.
            fields.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            out.push('{');
            for (at, (name, value)) in fields.into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write_text(name, out);
                out.push(':');
                write(value, out)?;
            }
            out.push('}');
        }
    }
    Ok(())
}

/// Section 3.2.2.2: escapes only where JSON needs them, the short ones where there are any.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            control if control < ' ' => out.push_str(&escaped(control)),
            other => out.push(other),
        }
    }
    out.push('"');
}

fn escaped(control: char) -> String {
    format!("\\u{:04x}", u32::from(control))
}

/// Section 3.2.2.3: the fewest digits that give the number back; where two of them are as near, the
/// even one. Rust's own formatting takes the other one there.
fn shortest(number: f64) -> String {
    ryu_js::Buffer::new().format_finite(number).to_owned()
}

fn written(number: &Number) -> Result<String, Error> {
    let unsafe_number = || Error::Number(number.to_string());
    if let Some(float) = number.as_f64().filter(|float| number.is_f64() && float.is_finite()) {
        return Ok(shortest(float));
    }
    let magnitude = number.as_i64().map(i64::unsigned_abs).or(number.as_u64());
    match magnitude {
        Some(magnitude) if magnitude <= MAX_SAFE => Ok(number.to_string()),
        _ => Err(unsafe_number()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// RFC 8785, appendix B: the bits of a number, and how it is written.
    const NUMBERS: [(u64, &str); 26] = [
        (0x0000_0000_0000_0000, "0"),
        (0x8000_0000_0000_0000, "0"),
        (0x0000_0000_0000_0001, "5e-324"),
        (0x8000_0000_0000_0001, "-5e-324"),
        (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
        (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
        (0x4340_0000_0000_0000, "9007199254740992"),
        (0xc340_0000_0000_0000, "-9007199254740992"),
        (0x4430_0000_0000_0000, "295147905179352830000"),
        (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
        (0x44b5_2d02_c7e1_4af6, "1e+23"),
        (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
        (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
        (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
        (0x444b_1ae4_d6e2_ef50, "1e+21"),
        (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
        (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
        (0x41b3_de43_5555_5553, "333333333.3333332"),
        (0x41b3_de43_5555_5554, "333333333.33333325"),
        (0x41b3_de43_5555_5555, "333333333.3333333"),
        (0x41b3_de43_5555_5556, "333333333.3333334"),
        (0x41b3_de43_5555_5557, "333333333.33333343"),
        (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
        (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        (0x4024_0000_0000_0000, "10"),
        (0x3fe0_0000_0000_0000, "0.5"),
    ];

    #[test]
    fn numbers_are_written_as_the_appendix_shows() {
        for (bits, text) in NUMBERS {
            assert_eq!(shortest(f64::from_bits(bits)), text);
        }
    }

    #[test]
    fn an_integer_that_others_would_round_is_refused() {
        assert_eq!(
            Canonical::of(&json!(-9_007_199_254_740_991_i64)).unwrap().0,
            "-9007199254740991"
        );
        for wrong in [json!(9_007_199_254_740_992_u64), json!(i64::MIN), json!(u64::MAX)] {
            assert!(Canonical::of(&wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_text_that_is_not_canonical_is_refused() {
        assert!(Canonical::parse(r#"{"a":1,"b":[true,null]}"#).is_ok());
        for wrong in [
            r#"{"b":1,"a":1}"#,
            r#"{"a":1,"a":1}"#,
            r#"{"a": 1}"#,
            r#"{"a":1.0}"#,
            r#"{"a":"\u0041"}"#,
            r#"{"a":1}x"#,
            "",
        ] {
            assert!(Canonical::parse(wrong).is_err(), "{wrong}");
        }
    }
}

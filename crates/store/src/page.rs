//! Lists, a page at a time, by key: the next page costs what the first did.

use base::Value;
use data_encoding::BASE64URL_NOPAD;

use crate::Error;

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// The mark of the next page, when there is one.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// The page made of `limit + 1` items that a statement was asked for: the one too many shows
    /// that there is a next page, which begins after the last item kept.
    #[must_use]
    pub fn of(mut items: Vec<T>, limit: usize, key: impl Fn(&T) -> Cursor) -> Self {
        let more = items.len() > limit;
        items.truncate(limit);
        let next = if more { items.last().map(|last| key(last).encode()) } else { None };
        Self { items, next }
    }

    /// The same page with each item turned into something else.
    pub fn map<U>(self, turn: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(turn).collect(), next: self.next }
    }
}

/// What one value of a key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyPart {
    /// A text, such as an identifier or a calendar date.
    Text,
    /// A whole number, such as an instant.
    Whole,
}

/// The key after which a page begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Cursor(pub Vec<Value>);

impl Cursor {
    /// The mark that stands in an address.
    #[must_use]
    pub fn encode(&self) -> String {
        let parts: Vec<serde_json::Value> = self
            .0
            .iter()
            .map(|value| match value {
                Value::Null | Value::Blob(_) => serde_json::Value::Null,
                Value::Integer(n) => (*n).into(),
                Value::Real(n) => (*n).into(),
                Value::Boolean(b) => (*b).into(),
                Value::Text(text) => text.as_str().into(),
            })
            .collect();
        BASE64URL_NOPAD.encode(serde_json::Value::from(parts).to_string().as_bytes())
    }

    /// Reads a mark of such values. A mark says where to go on, never what may be seen.
    ///
    /// # Errors
    /// When it is not a mark of ours.
    pub fn decode(mark: &str, parts: &[KeyPart]) -> Result<Self, Error> {
        let bytes = BASE64URL_NOPAD.decode(mark.as_bytes()).map_err(|_wrong| Error::Cursor)?;
        let values: Vec<serde_json::Value> =
            serde_json::from_slice(&bytes).map_err(|_wrong| Error::Cursor)?;
        if values.len() != parts.len() {
            return Err(Error::Cursor);
        }
        // A value of another type would be the database's to refuse, and not all of them do.
        let value = |(value, part): (serde_json::Value, &KeyPart)| match (value, part) {
            (serde_json::Value::String(text), KeyPart::Text) if !text.contains('\0') => {
                Ok(Value::Text(text))
            }
            (serde_json::Value::Number(n), KeyPart::Whole) => {
                n.as_i64().map(Value::Integer).ok_or(Error::Cursor)
            }
            _ => Err(Error::Cursor),
        };
        values.into_iter().zip(parts).map(value).collect::<Result<_, _>>().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_mark_reads_back() {
        let cursor = Cursor(vec![Value::Text("2026-05-12".into()), Value::Integer(7)]);
        let parts = [KeyPart::Text, KeyPart::Whole];
        assert_eq!(Cursor::decode(&cursor.encode(), &parts).unwrap(), cursor);
        assert!(Cursor::decode(&cursor.encode(), &parts[..1]).is_err());
        assert!(Cursor::decode(&cursor.encode(), &[KeyPart::Whole, KeyPart::Text]).is_err());
        let odd = Cursor(vec![Value::Null, Value::Real(1.5)]);
        assert!(Cursor::decode(&odd.encode(), &parts).is_err());
    }

    #[test]
    fn the_item_too_many_is_not_shown() {
        let page = Page::of(vec![1, 2, 3], 2, |n| Cursor(vec![Value::Integer(*n)]));
        assert_eq!(page.items, [1, 2]);
        assert_eq!(
            Cursor::decode(&page.next.unwrap(), &[KeyPart::Whole]).unwrap().0,
            [Value::Integer(2)]
        );
        assert_eq!(Page::of(vec![1, 2], 2, |n| Cursor(vec![Value::Integer(*n)])).next, None);
    }

    proptest! {
        #[test]
        fn no_mark_makes_decoding_panic(mark in "\\PC*") {
            drop(Cursor::decode(&mark, &[KeyPart::Text, KeyPart::Whole]));
        }
    }
}

//! RFC 8785 against its authors' samples, and against numbers of any kind.

use std::fs;

use ledger::Canonical;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::project;

#[test]
fn the_authors_samples_come_out_byte_for_byte() {
    for name in ["arrays", "french", "structures", "unicode", "values", "weird"] {
        let file = |kind| fs::read(project().join(format!("third_party/jcs/{kind}/{name}.json")));
        let value: Value = serde_json::from_slice(&file("input").unwrap()).unwrap();
        let canonical = Canonical::of(&value).unwrap();
        assert_eq!(canonical.as_str().as_bytes(), file("output").unwrap(), "{name}");
        assert_eq!(Canonical::parse(canonical.as_str()), Ok(canonical), "{name}");
    }
}

proptest! {
    #[test]
    fn a_number_is_read_back_as_it_was(bits: u64) {
        let number = f64::from_bits(bits);
        prop_assume!(number.is_finite());
        let text = Canonical::of(&Value::from(number)).unwrap().to_string();
        let read: f64 = text.parse().unwrap();
        // There is no negative zero in canonical JSON.
        prop_assert_eq!((read + 0.0).to_bits(), (number + 0.0).to_bits());
    }

    #[test]
    fn any_text_is_read_back_as_it_was(text: String) {
        let canonical = Canonical::of(&Value::from(text.clone())).unwrap();
        let read: String = serde_json::from_str(canonical.as_str()).unwrap();
        prop_assert_eq!(read, text);
    }

    #[test]
    fn no_text_is_too_strange_to_be_judged(text: String) {
        drop(Canonical::parse(&text));
    }
}

//! How long things are kept, and how they are destroyed.

use ::store::Kept;
use base::{Instant, PersonId, Prose};

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;

base::id! {
    /// The certificate of a destruction.
    pub CertificateId = "dst";
}

/// Why something is kept so long, or destroyed: the law, the agreement's clause, the request.
pub(crate) type Why = Prose<500>;

/// How long records of a class are kept after they ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rule {
    pub class: &'static str,
    pub days: i64,
    pub why: Why,
}

/// What the partnership says about a class.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub kept: &'static Kept,
    /// Nothing: they are kept until somebody says how long.
    pub rule: Option<Rule>,
    /// How many are due, counted up to [`MOST_COUNTED`].
    pub due: usize,
}

/// That something was destroyed: nothing of what it was.
#[derive(Debug, Clone)]
pub(crate) struct Certificate {
    pub id: CertificateId,
    pub class: String,
    pub at: Instant,
    pub records: i64,
    pub days: Option<i64>,
    pub why: Why,
    pub person: Option<PersonId>,
}

/// So many are counted before somebody decides.
pub(crate) const MOST_COUNTED: i64 = 1000;
/// So many are destroyed in one change.
pub(crate) const AT_ONCE: i64 = 200;
/// The longest that a rule may say: a hundred years.
pub(crate) const MOST_DAYS: i64 = 36_525;

/// The instant before which something must have ended to be due.
pub(crate) const fn before(now: Instant, days: i64) -> Instant {
    now.plus_seconds(-days * 86_400)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ended_before_the_days_of_its_rule_is_due() {
        let now = Instant::from_micros(0).plus_seconds(10 * 86_400);
        assert_eq!(before(now, 3), Instant::from_micros(0).plus_seconds(7 * 86_400));
        assert_eq!(before(now, 0), now);
    }
}

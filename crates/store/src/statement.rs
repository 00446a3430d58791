//! SQL as static, named text. A statement never contains a value.

use std::borrow::Cow;

use base::{ToValue, Value};

use crate::Error;

/// One statement in the dialect that both databases share.
#[derive(Debug)]
pub struct Statement {
    /// Its name, as in the code.
    pub name: &'static str,
    /// Its text.
    pub sql: &'static str,
    /// Whether the transaction binds `$1`.
    pub binding: Binding,
}

/// Who fills `$1` of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binding {
    /// The transaction: the partnership, or the person in the person's own scope.
    Bound,
    /// The caller: the statement reads a table of the whole installation.
    Installation,
}

/// A part that a list may add to a statement; `$?` stands for its own next parameter.
#[derive(Debug)]
pub struct Clause {
    /// Its name, as in the code.
    pub name: &'static str,
    /// Its text.
    pub sql: &'static str,
    /// The statement that it belongs to.
    pub of: &'static Statement,
}

/// A statement with the clauses that one request asked for.
#[derive(Debug, Clone)]
pub struct Query {
    pub(crate) sql: Cow<'static, str>,
    pub(crate) binding: Binding,
    pub(crate) values: Vec<Value>,
}

/// What can be run: a plain statement, or one with clauses.
pub trait Runnable {
    /// The query with its own values before `values`.
    fn query(self, values: Vec<Value>) -> Query;
}

impl Runnable for &'static Statement {
    fn query(self, values: Vec<Value>) -> Query {
        Query { sql: Cow::Borrowed(self.sql), binding: self.binding, values }
    }
}

impl Runnable for Query {
    fn query(mut self, mut values: Vec<Value>) -> Query {
        self.values.append(&mut values);
        self
    }
}

impl Statement {
    /// Starts a query with the statement's own values, for clauses to be added.
    #[must_use]
    pub fn select(&'static self, values: Vec<Value>) -> Query {
        self.query(values)
    }

    /// Starts a query about those rows of which a column, written as in the code, has one of these values.
    #[must_use]
    pub fn of_some(&'static self, column: &'static str, some: &[impl ToValue]) -> Query {
        self.select(Vec::new()).and_one_of(column, some.iter().map(ToValue::to_value).collect())
    }
}

impl Query {
    /// Whether both ask the same. Most texts are the program's own and lie at one place.
    pub(crate) fn asks_as(&self, other: &Self) -> bool {
        let here = self.sql.as_ptr() == other.sql.as_ptr() && self.sql.len() == other.sql.len();
        (here || self.sql == other.sql) && self.values == other.values
    }

    /// Adds a clause and its values.
    #[must_use]
    pub fn and(mut self, clause: &'static Clause, values: Vec<Value>) -> Self {
        let bound = usize::from(self.binding == Binding::Bound);
        let mut next = self.values.len() + bound;
        let mut sql = self.sql.into_owned();
        sql.push(' ');
        let mut parts = clause.sql.split("$?");
        sql.push_str(parts.next().unwrap_or_default());
        for part in parts {
            next += 1;
            sql.push('$');
            sql.push_str(&next.to_string());
            sql.push_str(part);
        }
        self.sql = Cow::Owned(sql);
        self.values.extend(values);
        self
    }

    /// Adds a condition that an engine makes of its rules, such as which records may be in a list at all.
    /// `make` gets the number of its first placeholder, and gives its text with its values: a text of
    /// columns, signs and placeholders, in which no value of anybody's stands.
    #[must_use]
    pub fn and_made(mut self, make: impl FnOnce(usize) -> (String, Vec<Value>)) -> Self {
        let bound = usize::from(self.binding == Binding::Bound);
        let (condition, values) = make(self.values.len() + bound + 1);
        self.sql = Cow::Owned(format!("{} AND ({condition})", self.sql));
        self.values.extend(values);
        self
    }

    /// Adds that a column, written as in the code, has one of these values. The list is filled up to a power
    /// of two with its last value: lists of every length are then few texts, and each stays prepared.
    #[must_use]
    pub fn and_one_of(self, column: &'static str, mut values: Vec<Value>) -> Self {
        let Some(last) = values.last().cloned() else {
            return self.and_made(|_first| ("1 = 0".to_owned(), Vec::new()));
        };
        values.resize(values.len().next_power_of_two(), last);
        self.and_made(|first| {
            let places: Vec<String> =
                (first..).take(values.len()).map(|place| format!("${place}")).collect();
            (format!("{column} IN ({})", places.join(", ")), values)
        })
    }

    /// Adds a clause when there is a value for it.
    #[must_use]
    pub fn and_if(self, clause: &'static Clause, values: Option<Vec<Value>>) -> Self {
        match values {
            Some(values) => self.and(clause, values),
            None => self,
        }
    }
}

/// Refuses what one of the databases cannot keep and the other would.
pub(crate) fn storable(values: &[Value]) -> Result<(), Error> {
    let has_nul = |value: &Value| matches!(value, Value::Text(text) if text.contains('\0'));
    if values.iter().any(has_nul) { Err(Error::Nul) } else { Ok(()) }
}

/// Names the statements of one `store.rs` on partnership tables; the transaction binds `$1`.
///
/// One use for each file: it also makes `ALL`, which the context lists.
#[macro_export]
macro_rules! statements {
    ($($(#[$meta:meta])* $name:ident = $sql:expr;)+) => {
        $($(#[$meta])* pub(crate) static $name: $crate::Statement = $crate::Statement {
            name: concat!(module_path!(), "::", stringify!($name)),
            sql: $sql,
            binding: $crate::Binding::Bound,
        };)+
        /// Every statement of this file, for the test that prepares them on both databases.
        pub(crate) const ALL: &[&$crate::Statement] = &[$(&$name),+];
    };
}

/// Names the statements of one `store.rs` on tables of the whole installation: nothing is bound.
#[macro_export]
macro_rules! installation_statements {
    ($($(#[$meta:meta])* $name:ident = $sql:expr;)+) => {
        $($(#[$meta])* pub(crate) static $name: $crate::Statement = $crate::Statement {
            name: concat!(module_path!(), "::", stringify!($name)),
            sql: $sql,
            binding: $crate::Binding::Installation,
        };)+
        /// Every such statement of this file, for the test that prepares them on both databases.
        pub(crate) const ALL_INSTALLATION: &[&$crate::Statement] = &[$(&$name),+];
    };
}

/// Names the clauses that lists of one `store.rs` may add:
/// `clauses! { BY_PARTY of LIST = "AND party = $?"; }`.
#[macro_export]
macro_rules! clauses {
    ($($(#[$meta:meta])* $name:ident of $statement:ident = $sql:expr;)+) => {
        $($(#[$meta])* pub(crate) static $name: $crate::Clause = $crate::Clause {
            name: concat!(module_path!(), "::", stringify!($name)),
            sql: $sql,
            of: &$statement,
        };)+
        /// Every clause of this file, for the test that prepares them on both databases.
        pub(crate) const CLAUSES: &[&$crate::Clause] = &[$(&$name),+];
    };
}

/// The values of a statement, each by [`base::ToValue`].
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { ::std::vec![$($crate::to_value(&$value)),*] };
}

#[cfg(test)]
mod tests {
    statements! { LIST = "SELECT id FROM grants WHERE partnership = $1 AND role = $2"; }
    clauses! {
        SINCE of LIST = "AND (since, id) > ($?, $?)";
        LIMIT of LIST = "ORDER BY since LIMIT $?";
    }

    #[test]
    fn clauses_number_their_values_after_those_before() {
        let query = LIST
            .select(values!["lead"])
            .and(&SINCE, values![1_i64, "a"])
            .and_if(&LIMIT, None)
            .and_if(&LIMIT, Some(values![51_i64]));
        assert_eq!(
            query.sql,
            "SELECT id FROM grants WHERE partnership = $1 AND role = $2 \
             AND (since, id) > ($3, $4) ORDER BY since LIMIT $5"
        );
        assert_eq!(query.values.len(), 4);
        let made = LIST
            .select(values!["lead"])
            .and_made(|first| (format!("since > ${first}"), values![9_i64]))
            .and(&LIMIT, values![51_i64]);
        assert_eq!(
            made.sql,
            "SELECT id FROM grants WHERE partnership = $1 AND role = $2 AND (since > $3) \
             ORDER BY since LIMIT $4"
        );
        assert_eq!((ALL.len(), CLAUSES.len()), (1, 2));
    }

    #[test]
    fn a_list_of_values_is_filled_up_so_that_few_texts_are_prepared() {
        let query = |ids: &[&str]| {
            let values = ids.iter().map(base::ToValue::to_value).collect();
            LIST.select(values!["lead"]).and_one_of("id", values)
        };
        let three = query(&["a", "b", "c"]);
        assert_eq!(three.sql, query(&["a", "b", "c", "d"]).sql);
        assert!(three.sql.ends_with("AND role = $2 AND (id IN ($3, $4, $5, $6))"));
        assert_eq!(three.values, values!["lead", "a", "b", "c", "c"]);
        assert!(query(&[]).sql.ends_with("AND (1 = 0)"));
    }
}

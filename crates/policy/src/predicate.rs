//! A condition on the label of a record, which the store makes part of a statement.
//!
//! A comparison with a missing value is false, and its negation true: two-valued, where SQL has three. The
//! text says so itself: negations are pushed down to the comparisons, and a negated one names `IS NULL`.

use base::{OrganizationId, ToValue as _, Value};

use crate::{Label, World, row::Truth as _};

/// A column of labels, or of their client joined to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The class's name.
    Class,
    /// The holder's id.
    Holder,
    /// The origin's id.
    Origin,
    /// The client's id.
    Client,
    /// The laws, as bits of [`crate::Set::bits`].
    Regimes,
    /// The place of the form among [`crate::Identifiability::ALL`].
    Identifiability,
    /// The id of the consent that it came under.
    Consent,
    /// The name of the purpose that it is bound to.
    BoundTo,
    /// When it must be destroyed, in microseconds.
    DestroyBy,
    /// Of the client: the laws under which they said no, as bits. Missing when the client is not known.
    OptOuts,
    /// Of the client: the agency that is responsible for them.
    Custody,
    /// Of the client: 1 when where they live is protected, otherwise 0.
    ProtectedAddress,
}

impl Column {
    /// Every column, in the order of the definition.
    pub const ALL: [Self; 12] = [
        Self::Class,
        Self::Holder,
        Self::Origin,
        Self::Client,
        Self::Regimes,
        Self::Identifiability,
        Self::Consent,
        Self::BoundTo,
        Self::DestroyBy,
        Self::OptOuts,
        Self::Custody,
        Self::ProtectedAddress,
    ];

    /// Its name in a statement.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Holder => "holder",
            Self::Origin => "origin",
            Self::Client => "client",
            Self::Regimes => "regimes",
            Self::Identifiability => "identifiability",
            Self::Consent => "consent",
            Self::BoundTo => "bound_to",
            Self::DestroyBy => "destroy_by",
            Self::OptOuts => "opt_outs",
            Self::Custody => "custody",
            Self::ProtectedAddress => "protected_address",
        }
    }

    /// What the column holds for a record.
    #[must_use]
    pub fn of(self, label: &Label, world: &World) -> Value {
        let client = label.client.and_then(|client| world.client(client));
        let whole = |number: i64| Value::Integer(number);
        match self {
            Self::Class => label
                .class
                .and_then(|class| world.names.of_class(class))
                .map(str::to_owned)
                .to_value(),
            Self::Holder => label.holder.to_value(),
            Self::Origin => label.origin.to_value(),
            Self::Client => label.client.to_value(),
            Self::Regimes => label.regimes.map_or(Value::Null, |regimes| whole(regimes.bits())),
            Self::Identifiability => {
                label.identifiability.map_or(Value::Null, |form| whole(form as i64))
            }
            Self::Consent => label.consent.to_value(),
            Self::BoundTo => label
                .bound_to
                .map(|purpose| world.names.of_purpose(purpose).unwrap_or_default().to_owned())
                .to_value(),
            Self::DestroyBy => label.destroy_by.to_value(),
            Self::OptOuts => client.map_or(Value::Null, |client| whole(client.opt_outs.bits())),
            Self::Custody => client.and_then(|client| client.custody).to_value(),
            Self::ProtectedAddress => {
                client.map_or(Value::Null, |client| whole(i64::from(client.has_protected_address)))
            }
        }
    }
}

/// A condition on a row of labels.
#[derive(Debug, Clone, PartialEq)]
pub enum Predicate {
    /// Every row.
    Always,
    /// No row.
    Never,
    /// The column has one of these values.
    In(Column, Vec<Value>),
    /// The column has no value.
    Missing(Column),
    /// The column's number is at least this.
    AtLeast(Column, i64),
    /// The column's bits meet these.
    Meets(Column, i64),
    /// The bits of both columns meet.
    Overlap(Column, Column),
    /// All of these.
    All(Vec<Predicate>),
    /// One of these at least.
    Any(Vec<Predicate>),
    /// Not this.
    Not(Box<Predicate>),
}

impl Predicate {
    /// The rows of one holder.
    pub(crate) fn held_by(holder: OrganizationId) -> Self {
        Self::In(Column::Holder, vec![holder.to_value()])
    }

    /// Whether it holds for a row, given the values of its columns.
    #[must_use]
    pub fn holds(&self, row: &impl Fn(Column) -> Value) -> bool {
        let number = |column: &Column| match row(*column) {
            Value::Integer(number) => Some(number),
            Value::Null | Value::Real(_) | Value::Boolean(_) | Value::Text(_) | Value::Blob(_) => {
                None
            }
        };
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::In(column, values) => {
                let value = row(*column);
                value != Value::Null && values.contains(&value)
            }
            Self::Missing(column) => row(*column) == Value::Null,
            Self::AtLeast(column, least) => number(column).is_some_and(|found| found >= *least),
            Self::Meets(column, bits) => number(column).is_some_and(|found| found & bits != 0),
            Self::Overlap(one, other) => {
                number(one).zip(number(other)).is_some_and(|(one, other)| one & other != 0)
            }
            Self::All(parts) => parts.iter().all(|part| part.holds(row)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(row)),
            Self::Not(part) => !part.holds(row),
        }
    }

    /// What is left of the condition for rows in which some columns are known to have these values.
    #[must_use]
    pub fn given(&self, known: &impl Fn(Column) -> Option<Value>) -> Self {
        let settled = |columns: &[Column]| {
            if columns.iter().all(|column| known(*column).is_some()) {
                Self::of(self.holds(&|column| known(column).unwrap_or(Value::Null)))
            } else {
                self.clone()
            }
        };
        match self {
            Self::Always | Self::Never => self.clone(),
            Self::In(column, _)
            | Self::Missing(column)
            | Self::AtLeast(column, _)
            | Self::Meets(column, _) => settled(&[*column]),
            Self::Overlap(one, other) => settled(&[*one, *other]),
            Self::All(parts) => {
                parts.iter().fold(Self::Always, |all, part| all.and(|| part.given(known)))
            }
            Self::Any(parts) => {
                parts.iter().fold(Self::Never, |any, part| any.or(|| part.given(known)))
            }
            Self::Not(part) => part.given(known).not(),
        }
    }

    /// The condition as text, in the dialect that SQLite and PostgreSQL share, with its values. The first
    /// placeholder is `$first`; a value that occurs twice has one placeholder.
    #[must_use]
    pub fn to_sql(&self, first: usize) -> (String, Vec<Value>) {
        let mut text = Text { sql: String::new(), values: Vec::new(), first };
        text.write(self, Sense::Plain);
        (text.sql, text.values)
    }
}

/// Whether what is written stands under an odd number of negations.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sense {
    Plain,
    Negated,
}

struct Text {
    sql: String,
    values: Vec<Value>,
    first: usize,
}

impl Text {
    fn write(&mut self, predicate: &Predicate, sense: Sense) {
        match (predicate, sense) {
            (Predicate::Always, Sense::Plain) | (Predicate::Never, Sense::Negated) => {
                self.sql.push_str("1 = 1");
            }
            (Predicate::Never, Sense::Plain) | (Predicate::Always, Sense::Negated) => {
                self.sql.push_str("1 = 0");
            }
            (Predicate::Not(part), Sense::Plain) => self.write(part, Sense::Negated),
            (Predicate::Not(part), Sense::Negated) => self.write(part, Sense::Plain),
            (Predicate::All(parts), Sense::Plain) | (Predicate::Any(parts), Sense::Negated) => {
                self.join(parts, sense, " AND ", "1 = 1");
            }
            (Predicate::Any(parts), Sense::Plain) | (Predicate::All(parts), Sense::Negated) => {
                self.join(parts, sense, " OR ", "1 = 0");
            }
            (Predicate::Missing(column), _) => {
                let not = if sense == Sense::Plain { "" } else { " NOT" };
                self.sql.extend([column.name(), " IS", not, " NULL"]);
            }
            (Predicate::In(column, values), _) => self.comparison(&[*column], sense, |text| {
                let places: Vec<String> = values.iter().map(|value| text.place(value)).collect();
                match (places.as_slice(), sense) {
                    ([], Sense::Plain) => "1 = 0".to_owned(),
                    ([], Sense::Negated) => "1 = 1".to_owned(),
                    ([one], Sense::Plain) => format!("{} = {one}", column.name()),
                    ([one], Sense::Negated) => format!("{} <> {one}", column.name()),
                    (_, Sense::Plain) => format!("{} IN ({})", column.name(), places.join(", ")),
                    (_, Sense::Negated) => {
                        format!("{} NOT IN ({})", column.name(), places.join(", "))
                    }
                }
            }),
            (Predicate::AtLeast(column, least), _) => self.comparison(&[*column], sense, |text| {
                let sign = if sense == Sense::Plain { ">=" } else { "<" };
                format!("{} {sign} {}", column.name(), text.place(&Value::Integer(*least)))
            }),
            (Predicate::Meets(column, bits), _) => self.comparison(&[*column], sense, |text| {
                let bits = text.place(&Value::Integer(*bits));
                format!("({} & {bits}) {} 0", column.name(), sense.of_bits())
            }),
            (Predicate::Overlap(one, other), _) => {
                self.comparison(&[*one, *other], sense, |_| {
                    format!("({} & {}) {} 0", one.name(), other.name(), sense.of_bits())
                });
            }
        }
    }

    /// A comparison: plain, what is missing makes it NULL, which selects nothing, as false does. Negated,
    /// what is missing makes it true.
    fn comparison(
        &mut self,
        columns: &[Column],
        sense: Sense,
        text: impl FnOnce(&mut Self) -> String,
    ) {
        let comparison = text(self);
        if sense == Sense::Plain {
            self.sql.push_str(&comparison);
            return;
        }
        self.sql.push('(');
        for column in columns {
            self.sql.extend([column.name(), " IS NULL OR "]);
        }
        self.sql.push_str(&comparison);
        self.sql.push(')');
    }

    fn join(&mut self, parts: &[Predicate], sense: Sense, between: &str, none: &str) {
        if parts.is_empty() {
            self.sql.push_str(none);
            return;
        }
        self.sql.push('(');
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                self.sql.push_str(between);
            }
            self.write(part, sense);
        }
        self.sql.push(')');
    }

    fn place(&mut self, value: &Value) -> String {
        let known = self.values.iter().position(|there| there == value);
        let at = known.unwrap_or_else(|| {
            self.values.push(value.clone());
            self.values.len() - 1
        });
        format!("${}", self.first + at)
    }
}

impl Sense {
    const fn of_bits(self) -> &'static str {
        match self {
            Self::Plain => "<>",
            Self::Negated => "=",
        }
    }
}

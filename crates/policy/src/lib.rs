//! Decides every disclosure: the law on the record, the agreement and the client's consent, with its
//! reasons. No I/O, no clock, no chance: everything it looks at is in a [`World`] and a [`Request`].
//!
//! Two readings of the same rules: [`decide`] answers for records that are known, [`filter`] gives the
//! condition that a record must meet, for the `WHERE` of a list, and [`outline`] the part of it that needs no
//! list of clients. The rules are the table [`Rule`],
//! with sources; `docs/law.md` is made from it by [`law_page`].
//!
//! Invariants: what cannot be evaluated denies; less paper never opens more; every law on a record that
//! goes has a basis of its own. They are tested as P1 to P10 in `tests/it/properties.rs`.
#![forbid(unsafe_code)]

mod codes;
mod decide;
mod filter;
mod law;
mod messages;
mod predicate;
mod request;
mod row;
mod rules;
mod set;
mod totals;
mod words;
mod world;

pub use codes::{Basis, Obligation, Reason};
pub use decide::{Decision, OutsideView, Released, Subject, Withheld, decide};
pub use filter::{filter, outline};
pub use law::{Article, Effect, Rule, Step, overdue, page as law_page};
pub use messages::Explained;
pub use predicate::{Column, Predicate};
pub use request::{Emergency, Label, LegalProcess, Order, Request, RequestPattern};
pub use set::{Set, Word};
pub use totals::{Cell, Table};
pub use words::{
    Action, AgreementKind, Answer, Assurance, ClassKind, EmergencyKind, Form, Identifiability,
    OrderKind, OrganizationKind, PurposeKind, Regime, Status,
};
pub use world::{
    Agreement, AgreementId, Class, Classes, Clause, Client, ClientId, Consent, ConsentId, Expiry,
    Few, Grant, Names, Organization, Paper, Person, Profiles, Purpose, Recipients, Restriction,
    Role, World,
};

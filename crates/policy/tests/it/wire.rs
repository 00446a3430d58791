//! Worlds and requests as JSON: what the second evaluator reads, what a receipt would store, and what
//! the tests of errors break. Only for tests; every field must be there.

use std::collections::BTreeMap;

use base::{Id, Instant};
use policy::{
    Action, AgreementKind, Assurance, ClassKind, EmergencyKind, Form, Identifiability, OrderKind,
    OrganizationKind, PurposeKind, Regime, Status,
};
use serde::{Deserialize, Serialize};

macro_rules! wire {
    ($($(#[$meta:meta])* $name:ident { $($field:ident: $type:ty),+ $(,)? })+) => {
        $($(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct $name { $(pub $field: $type),+ })+
    };
}

/// Nothing, said in a word: a missing field is an error and not "no".
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum No {
    None,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Maybe<T> {
    No(No),
    Some(T),
}

impl<T> Maybe<T> {
    pub(crate) const NONE: Self = Self::No(No::None);

    pub(crate) fn get(&self) -> Option<&T> {
        match self {
            Self::No(_) => None,
            Self::Some(value) => Some(value),
        }
    }
}

impl<T> From<Option<T>> for Maybe<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::NONE, Self::Some)
    }
}

wire! {
    Case { world: World, request: Request }
    World {
        classes: BTreeMap<String, ClassKind>,
        purposes: BTreeMap<String, PurposeKind>,
        organizations: Vec<Organization>,
        agreements: Vec<Agreement>,
        clients: Vec<Client>,
        consents: Vec<Consent>,
        medical_profile: Vec<String>,
        threat_profile: Vec<String>,
    }
    Organization { id: String, kinds: Vec<OrganizationKind> }
    Agreement {
        id: String,
        kind: AgreementKind,
        status: Status,
        effective: i64,
        expires: Maybe<i64>,
        parties: Vec<String>,
        under: Maybe<String>,
        identifiability: Identifiability,
        wants_training: bool,
        assurance: Assurance,
        suppresses_small_cells: bool,
        grants: Vec<Grant>,
        clauses: Vec<Clause>,
    }
    Grant {
        from: String,
        to: String,
        purposes: Vec<String>,
        classes: Vec<String>,
        actions: Vec<Action>,
        roles: Maybe<Vec<String>>,
    }
    Clause { against: Vec<OrganizationKind>, classes: Vec<String>, yields_to_order: bool }
    Client {
        id: String,
        is_adult: bool,
        consents_alone: bool,
        guardians: Vec<String>,
        alleged_abusers: Vec<String>,
        custody: Maybe<String>,
        opt_outs: Vec<Regime>,
        has_protected_address: bool,
        restrictions: Vec<Restriction>,
    }
    Restriction { class: String, to: Maybe<String> }
    Consent {
        id: String,
        client: String,
        form: Form,
        signer: String,
        is_written: bool,
        is_complete: bool,
        from: Vec<String>,
        to: Vec<String>,
        to_kinds: Vec<OrganizationKind>,
        purposes: Vec<String>,
        classes: Vec<String>,
        signed: i64,
        expires: Expiry,
        revoked: Maybe<i64>,
        irrevocable_until: Maybe<i64>,
    }
    Request {
        at: i64,
        action: Action,
        purpose: String,
        person: Person,
        from: Maybe<String>,
        to: Maybe<String>,
        identifiability: Identifiability,
        has_subpoena: bool,
        order: Maybe<Order>,
        emergency: Maybe<Emergency>,
        table: Maybe<Table>,
        labels: Vec<Label>,
    }
    Person {
        id: String,
        organization: Maybe<String>,
        client: Maybe<String>,
        role: Maybe<String>,
        is_medical: bool,
        assurance: Assurance,
        trained_until: Maybe<i64>,
        relatives: Vec<String>,
        is_locked: bool,
    }
    Order { kind: OrderKind, is_checked: bool, scope: Vec<String>, expires: Maybe<i64> }
    Emergency {
        kind: EmergencyKind,
        client: String,
        is_attested: bool,
        is_consent_obtainable: bool,
        started: i64,
    }
    Table { counts: Vec<Vec<u64>>, total_row: Maybe<usize>, total_column: Maybe<usize> }
}

wire! {
    /// As a row of a database: a mark that is missing is null, and is not understood.
    Label {
        class: Option<String>,
        holder: Option<String>,
        origin: Option<String>,
        client: Option<String>,
        regimes: Option<Vec<String>>,
        identifiability: Option<Identifiability>,
        consent: Option<String>,
        bound_to: Maybe<String>,
        destroy_by: Maybe<i64>,
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Expiry {
    Never,
    At(i64),
    Event(Maybe<i64>),
}

/// The same words give the same id, other words another one.
pub(crate) fn id<I: Id>(text: &str) -> I {
    let mut bits = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128;
    for byte in text.bytes() {
        bits = (bits ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    I::from_bits(bits)
}

pub(crate) const fn instant(micros: i64) -> Instant {
    Instant::from_micros(micros)
}

pub(crate) fn all<T: base::Id>(texts: &[String]) -> Vec<T> {
    texts.iter().map(|text| id(text)).collect()
}

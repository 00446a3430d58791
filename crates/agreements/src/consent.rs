//! What clients allowed. A client is a reference that a holder owns: no name, no birth date.
//!
//! Invariant: what was signed is never edited. A withdrawal takes effect at the instant it is written
//! down, for every decision that starts after it, on every server.

pub mod commands;
pub(crate) mod events;
pub(crate) mod retention;
pub(crate) mod store;

use base::{Instant, Language, Line, OrganizationId};
use policy::{ClientId, ConsentId, Form, OrganizationKind, Regime, Set};

pub use self::commands::{NewConsent, enter_client, keep, note_copy, note_event, revoke};
use crate::{terms::Classes, terms::Name};

base::words! {
    /// In what capacity somebody signed.
    pub enum Capacity {
        /// For themselves.
        Own = "own",
        /// As a parent.
        Parent = "parent",
        /// As a guardian.
        Guardian = "guardian",
        /// As a personal representative.
        Representative = "representative",
        /// As somebody else.
        Other = "other",
    }
}

/// A client of a holder, as far as a decision asks.
#[derive(Debug, Clone)]
pub struct ClientReference {
    /// The reference.
    pub id: ClientId,
    /// Whose client it is.
    pub holder: OrganizationId,
    /// Whether they are of age.
    pub is_adult: bool,
    /// Whether state law lets this minor consent alone.
    pub consents_alone: bool,
    /// Who may sign for them.
    pub guardians: Vec<ClientId>,
    /// Who may never sign for them.
    pub alleged_abusers: Vec<ClientId>,
    /// The agency that is legally responsible for them.
    pub custody: Option<OrganizationId>,
    /// The laws under which they said no to sharing.
    pub opt_outs: Set<Regime>,
    /// Whether where they live is protected.
    pub has_protected_address: bool,
}

/// When a consent ends by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// It does not.
    Never,
    /// At this instant.
    At(Instant),
    /// With an event, from when that was written down.
    With {
        /// The event, in words.
        event: Line<200>,
        /// When it was written down.
        happened: Option<Instant>,
    },
}

/// A consent as it was signed, and what became of it.
#[derive(Debug, Clone)]
pub struct Consent {
    /// Its name.
    pub id: ConsentId,
    /// Whose records it is about.
    pub client: ClientId,
    /// Who keeps it.
    pub holder: OrganizationId,
    /// What it is.
    pub signed: Signed,
    /// When it was withdrawn.
    pub revoked_at: Option<Instant>,
}

/// What somebody signed.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Its form.
    pub form: Form,
    /// Who signed.
    pub signer: ClientId,
    /// In what capacity.
    pub capacity: Capacity,
    /// Whether it is in writing.
    pub is_written: bool,
    /// Whether it has every element that its form needs.
    pub is_complete: bool,
    /// Who may disclose.
    pub gives: Vec<OrganizationId>,
    /// To whom, by name.
    pub gets: Vec<OrganizationId>,
    /// To whom, as a class such as my treating providers.
    pub gets_kinds: Set<OrganizationKind>,
    /// For what.
    pub purposes: Vec<Name>,
    /// What.
    pub classes: Classes,
    /// The language of its text.
    pub language: Language,
    /// The SHA-256 of its text, in hex.
    pub text_hash: Option<Line<64>>,
    /// Who saw it signed.
    pub witness: Option<Line<200>>,
    /// When it was signed.
    pub at: Instant,
    /// When it ends by itself.
    pub ending: Ending,
    /// Until when it cannot be withdrawn; only a criminal justice consent has such a time.
    pub irrevocable_until: Option<Instant>,
}

/// A record that travelled, with the marks of its origin.
#[derive(Debug, Clone)]
pub struct Copy {
    /// Who holds it now.
    pub holder: OrganizationId,
    /// Whom it is about.
    pub client: ClientId,
    /// What it is.
    pub class: Name,
    /// Who set its marks.
    pub origin: OrganizationId,
    /// The laws that ride on it.
    pub laws: Vec<Line<64>>,
    /// The consent under which it came.
    pub consent: Option<ConsentId>,
    /// The purpose that it is bound to.
    pub bound_to: Option<Name>,
    /// When it must be destroyed.
    pub destroy_by: Option<Instant>,
}

impl Consent {
    /// The consent as the engine reads it. A name that it does not know allows nothing.
    pub(crate) fn as_policy(&self, names: &policy::Names) -> policy::Consent {
        let signed = &self.signed;
        let purpose = |name: &Name| names.purpose(name.as_str());
        policy::Consent {
            id: self.id,
            client: self.client,
            form: signed.form,
            signer: signed.signer,
            is_written: signed.is_written,
            is_complete: signed.is_complete,
            from: signed.gives.clone(),
            to: policy::Recipients { named: signed.gets.clone(), kinds: signed.gets_kinds },
            purposes: signed.purposes.iter().filter_map(purpose).collect(),
            classes: signed.classes.as_policy(names),
            signed: signed.at,
            expires: match signed.ending {
                Ending::Never => policy::Expiry::Never,
                Ending::At(end) => policy::Expiry::At(end),
                Ending::With { happened, .. } => policy::Expiry::Event(happened),
            },
            revoked: self.revoked_at,
            irrevocable_until: signed.irrevocable_until,
        }
    }
}

impl ClientReference {
    /// The client as the engine reads them.
    pub(crate) fn as_policy(&self) -> policy::Client {
        policy::Client {
            id: self.id,
            is_adult: self.is_adult,
            consents_alone: self.consents_alone,
            guardians: self.guardians.clone(),
            alleged_abusers: self.alleged_abusers.clone(),
            custody: self.custody,
            opt_outs: self.opt_outs,
            has_protected_address: self.has_protected_address,
            restrictions: Vec::new(),
        }
    }
}

//! What clients allowed. A client is a reference that a holder owns: no name, no birth date.
//!
//! Invariant: what was signed is never edited. A withdrawal takes effect at the instant it is written
//! down, for every decision that starts after it, on every server.

pub(crate) mod api;
pub mod commands;
pub(crate) mod events;
pub(crate) mod fhir;
pub(crate) mod pages;
pub(crate) mod parse;
pub mod queries;
pub(crate) mod retention;
pub(crate) mod store;

use base::{Instant, Language, Line, OrganizationId};
use policy::{ClientId, ConsentId, Form, OrganizationKind, Regime, Set};

pub use self::commands::{NewConsent, change_client, enter_client, keep, note_event, revoke};
use crate::{
    Error,
    record::FileNumber,
    terms::{Classes, Name, Problems},
};

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
    /// The number under which the holder keeps them.
    pub file_number: Option<FileNumber>,
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

base::words! {
    /// How a consent stands.
    pub enum StateName {
        /// It serves.
        InForce = "in_force",
        /// Its end has passed, or the event happened with which it ends.
        Ended = "ended",
        /// It was taken back.
        Revoked = "revoked",
        /// It was taken back, and serves until the time before which it cannot be.
        RevokedLater = "revoked_later",
    }
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

impl Signed {
    /// Checks what a form wants, so that the one who writes it down learns it at once; the engine would take
    /// it for deficient.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn check(&self, now: Instant) -> Result<(), Error> {
        let mut problems = Problems::default();
        if self.at > now {
            problems.refuse("signed_on", "consent_signed_later", Vec::new());
        }
        match self.ending {
            Ending::At(end) if end <= self.at => {
                problems.refuse("expires_on", "consent_ends_early", Vec::new());
            }
            Ending::Never | Ending::With { .. } if self.form == Form::VawaRelease => {
                problems.refuse("expires_on", "consent_wants_end", Vec::new());
            }
            Ending::Never | Ending::With { .. } | Ending::At(_) => {}
        }
        if self.irrevocable_until.is_some() && self.form != Form::Part2CriminalJustice {
            problems.refuse("irrevocable_until", "consent_revocable", Vec::new());
        }
        if self.gives.is_empty() {
            problems.refuse("gives", "required", Vec::new());
        }
        if self.gets.is_empty() && self.gets_kinds.is_empty() {
            problems.refuse("gets", "required", Vec::new());
        }
        problems.check()
    }
}

impl Consent {
    /// How it stands at an instant.
    #[must_use]
    pub fn state(&self, now: Instant) -> StateName {
        let is_over = match &self.signed.ending {
            Ending::Never => false,
            Ending::At(end) => *end <= now,
            Ending::With { happened, .. } => happened.is_some_and(|at| at <= now),
        };
        match self.revoked_at.map(|at| self.stops_at(at)) {
            Some(stops) if stops <= now => StateName::Revoked,
            _ if is_over => StateName::Ended,
            Some(_) => StateName::RevokedLater,
            None => StateName::InForce,
        }
    }

    /// When a withdrawal at an instant takes effect.
    #[must_use]
    pub fn stops_at(&self, revoked: Instant) -> Instant {
        match self.signed.irrevocable_until {
            Some(until) if self.signed.form == Form::Part2CriminalJustice => revoked.max(until),
            Some(_) | None => revoked,
        }
    }

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
            from: signed.gives.iter().copied().collect(),
            to: policy::Recipients {
                named: signed.gets.iter().copied().collect(),
                kinds: signed.gets_kinds,
            },
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

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;

    const HOUR: i64 = 3600;

    fn at(hours: i64) -> Instant {
        Instant::from_micros(0).plus_seconds(hours * HOUR)
    }

    fn consent(form: Form, ending: Ending) -> Consent {
        let client = ClientId::from_bits(1);
        Consent {
            id: ConsentId::from_bits(1),
            client,
            holder: OrganizationId::from_bits(1),
            revoked_at: None,
            signed: Signed {
                form,
                signer: client,
                capacity: Capacity::Own,
                is_written: true,
                is_complete: true,
                gives: vec![OrganizationId::from_bits(1)],
                gets: vec![OrganizationId::from_bits(2)],
                gets_kinds: Set::EMPTY,
                purposes: Vec::new(),
                classes: Classes::All,
                language: Language::English,
                text_hash: None,
                witness: None,
                at: at(0),
                ending,
                irrevocable_until: None,
            },
        }
    }

    #[test]
    fn a_withdrawal_stops_at_once_but_where_the_law_has_a_time() {
        let mut consent = consent(Form::Part2CriminalJustice, Ending::Never);
        consent.signed.irrevocable_until = Some(at(10));
        consent.revoked_at = Some(at(2));
        assert_eq!(consent.state(at(3)), StateName::RevokedLater);
        assert_eq!(consent.state(at(10)), StateName::Revoked);
        // Any other form stops at once, whatever was written.
        consent.signed.form = Form::Part2Specific;
        assert_eq!(consent.state(at(3)), StateName::Revoked);
    }

    #[test]
    fn an_end_is_outside_and_an_event_ends_when_it_is_noted() {
        let dated = consent(Form::Part2Specific, Ending::At(at(5)));
        assert_eq!(dated.state(at(4)), StateName::InForce);
        assert_eq!(dated.state(at(5)), StateName::Ended);
        let event = "The case is closed".parse::<Line<200>>().unwrap();
        let with = |happened| Ending::With { event: event.clone(), happened };
        let open = consent(Form::Part2Specific, with(None));
        assert_eq!(open.state(at(900)), StateName::InForce);
        let noted = consent(Form::Part2Specific, with(Some(at(6))));
        assert_eq!(noted.state(at(6)), StateName::Ended);
    }

    #[test]
    fn what_a_form_wants_is_told_beside_the_field() {
        let wrong = |consent: &Consent| match consent.signed.check(at(1)) {
            Err(Error::Fields(fields)) => fields[0].code,
            Err(_) | Ok(()) => "",
        };
        assert_eq!(wrong(&consent(Form::VawaRelease, Ending::Never)), "consent_wants_end");
        assert_eq!(wrong(&consent(Form::VawaRelease, Ending::At(at(9)))), "");
        assert_eq!(wrong(&consent(Form::Ferpa, Ending::At(at(0)))), "consent_ends_early");
        let mut fixed = consent(Form::HmisRelease, Ending::Never);
        fixed.signed.irrevocable_until = Some(at(9));
        assert_eq!(wrong(&fixed), "consent_revocable");
    }
}

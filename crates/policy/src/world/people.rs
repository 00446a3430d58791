//! Who is involved: organizations, the person acting, and the client.

use base::{Instant, OrganizationId, PersonId};

use crate::{
    Assurance, OrganizationKind, Regime, Set,
    world::{Class, Role},
};

base::id! {
    /// Names a client: a reference that a holder owns.
    pub ClientId = "cli";
}

/// A party, as far as the law asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// What it is.
    pub kinds: Set<OrganizationKind>,
}

/// The person who acts, as the session knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// For whom they act; none when they act for themselves.
    pub organization: Option<OrganizationId>,
    /// Who they are as a client, if they are one.
    pub client: Option<ClientId>,
    /// Their role there.
    pub role: Option<Role>,
    /// Whether they treat people.
    pub is_medical: bool,
    /// How sure the session is of them.
    pub assurance: Assurance,
    /// When their yearly training lapses.
    pub trained_until: Option<Instant>,
    /// The clients who are their relatives.
    pub relatives: Vec<ClientId>,
    /// Whether they were locked out.
    pub is_locked: bool,
}

/// A person served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// The reference.
    pub id: ClientId,
    /// Whether they are of age.
    pub is_adult: bool,
    /// Whether state law lets this minor consent alone.
    pub consents_alone: bool,
    /// Who may sign for them: a minor's parents or guardians, an adult's representatives.
    pub guardians: Vec<ClientId>,
    /// Who may never sign for them, nor act on their records.
    pub alleged_abusers: Vec<ClientId>,
    /// The agency that is legally responsible for them.
    pub custody: Option<OrganizationId>,
    /// The laws under which they said no to sharing.
    pub opt_outs: Set<Regime>,
    /// Whether where they live is protected.
    pub has_protected_address: bool,
    /// What a holder agreed not to share.
    pub restrictions: Vec<Restriction>,
}

/// What a holder agreed with a client not to share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restriction {
    /// The class.
    pub class: Class,
    /// With whom; with anybody when there is none.
    pub to: Option<OrganizationId>,
}

impl Client {
    /// Whether this signature counts: an adult's own or their representative's; of a minor who may
    /// consent alone only their own; of another minor a guardian's. Never an abuser's.
    pub(crate) fn is_signed_by(&self, signer: ClientId) -> bool {
        let own = signer == self.id;
        let authorized = if self.is_adult {
            own || self.guardians.contains(&signer)
        } else if self.consents_alone {
            own
        } else {
            !own && self.guardians.contains(&signer)
        };
        authorized && !self.alleged_abusers.contains(&signer)
    }
}

//! Permissions, and what a person's grants allow in one partnership.

use base::{Actor, Date, Instant, OrganizationId, PartnershipId, Role, Zone};

use crate::Error;

/// Whether a permission lets its holder look or change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// Look.
    Read,
    /// Change.
    Write,
}

/// Whose records a permission opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Those of the partnership in the address, for the roles named.
    Partnership,
    /// The signed-in person's own, in every partnership.
    Own,
    /// A part of the partnership in the address that it shows to everybody.
    Public(&'static str),
    /// The installation's, for anybody: signing in, invitations.
    Installation,
}

/// The right to do one thing. What no permission grants is denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Permission {
    /// `area.verb`, such as `commitments.offer`; tokens are limited by area.
    pub name: &'static str,
    /// Look or change.
    pub access: Access,
    /// Whose records.
    pub scope: Scope,
    /// The roles that carry it, in the scope of a partnership.
    pub roles: &'static [Role],
    /// Whether the person must have proved who they are within the last ten minutes.
    pub step_up: bool,
}

/// How long a proof of identity is fresh, in seconds.
pub const FRESH_SECONDS: i64 = 600;

impl Permission {
    /// A permission on a partnership's records.
    #[must_use]
    pub const fn partnership(name: &'static str, access: Access, roles: &'static [Role]) -> Self {
        Self { name, access, scope: Scope::Partnership, roles, step_up: false }
    }

    /// A permission of every signed-in person on their own records.
    #[must_use]
    pub const fn own(name: &'static str, access: Access) -> Self {
        Self { name, access, scope: Scope::Own, roles: &[], step_up: false }
    }

    /// A permission of anybody to look at a part that the partnership shows to everybody.
    #[must_use]
    pub const fn public(name: &'static str, part: &'static str) -> Self {
        Self { name, access: Access::Read, scope: Scope::Public(part), roles: &[], step_up: false }
    }

    /// A permission of anybody.
    #[must_use]
    pub const fn installation(name: &'static str, access: Access) -> Self {
        Self { name, access, scope: Scope::Installation, roles: &[], step_up: false }
    }

    /// The same, for those who proved who they are within the last ten minutes.
    #[must_use]
    pub const fn with_step_up(self) -> Self {
        Self { step_up: true, ..self }
    }

    /// Whether it is one on a partnership's records.
    #[must_use]
    pub fn is_in_a_partnership(&self) -> bool {
        self.scope == Scope::Partnership
    }

    /// Whether it is one on a person's own records.
    #[must_use]
    pub fn is_ones_own(&self) -> bool {
        self.scope == Scope::Own
    }

    /// What the name says before the dot.
    #[must_use]
    pub fn area(&self) -> &'static str {
        self.name.split('.').next().unwrap_or(self.name)
    }

    /// The token scope that covers it, such as `commitments:read`.
    #[must_use]
    pub fn token_scope(&self) -> String {
        let access = match self.access {
            Access::Read => "read",
            Access::Write => "write",
        };
        format!("{}:{access}", self.area())
    }

    /// Decides what needs no look at the data: sign-in, token scope, freshness.
    pub(crate) fn admits(&self, actor: &Actor, now: Instant) -> Result<(), Error> {
        let person = match actor {
            Actor::System(_) => return Ok(()),
            // What everybody may see, whoever asks may see, by whatever token.
            _ if matches!(self.scope, Scope::Public(_)) => return Ok(()),
            Actor::Nobody if self.scope == Scope::Installation => return Ok(()),
            Actor::Nobody => return Err(Error::SignIn),
            Actor::Person(person) => person,
        };
        if let Some(scopes) = &person.scopes {
            let needed = self.token_scope();
            // A token that may change an area may also read it.
            let covers = scopes.iter().any(|scope| {
                *scope == needed
                    || (self.access == Access::Read && *scope == format!("{}:write", self.area()))
            });
            if !covers || self.step_up {
                return Err(Error::TokenScope { scope: needed });
            }
        }
        if self.step_up && now.seconds_since(person.authenticated_at) > FRESH_SECONDS {
            return Err(Error::StepUp);
        }
        Ok(())
    }
}

/// What a person may be in one partnership: roles, each for an organization.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// The grants, in no order.
    pub grants: Vec<(OrganizationId, Role)>,
    /// Whether it is the system itself, which holds every role.
    pub system: bool,
}

impl Standing {
    /// Whether the person holds the role, for whichever organization.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.system || self.grants.iter().any(|grant| grant.1 == role)
    }

    /// Whether one of the roles carries the permission.
    #[must_use]
    pub fn carries(&self, permission: &Permission) -> bool {
        self.system || self.grants.iter().any(|(_, role)| permission.roles.contains(role))
    }

    /// The organizations that the person acts for.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        let mut all: Vec<_> = self.grants.iter().map(|grant| grant.0).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether the person may act in the organization's name; guests may not.
    #[must_use]
    pub fn speaks_for(&self, organization: OrganizationId) -> bool {
        self.system
            || self.grants.iter().any(|&(of, role)| of == organization && role != Role::Guest)
    }

    /// Whether the person answers for the organization.
    #[must_use]
    pub fn leads(&self, organization: OrganizationId) -> bool {
        self.system || self.grants.contains(&(organization, Role::Lead))
    }
}

/// Where a permitted request stands: the partnership, and what the actor is in it.
#[derive(Debug, Clone)]
pub struct Place {
    /// The partnership.
    pub partnership: PartnershipId,
    /// Its short name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its time zone, in which deadlines are dates.
    pub zone: Zone,
    /// What the actor may be here.
    pub standing: Standing,
    /// Today's date here.
    pub today: Date,
    /// The number of the last event that the transaction sees; live updates start after it.
    pub head: i64,
    /// How often something that it shows was changed from another partnership: see [`crate::WriteTx::touch`].
    pub touched: i64,
}

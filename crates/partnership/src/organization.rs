//! Organizations: the parties, entered once for the whole installation.

use base::{Line, OrganizationId, PartnershipId, Prose, Revision, Role, WebLink};

use crate::{Area, Error};

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod sheet;
pub(crate) mod store;

base::words! {
    /// What an organization is.
    pub enum OrganizationKind {
        /// A federal agency.
        Federal = "federal",
        /// A state agency.
        State = "state",
        /// A county, city, district or court.
        Local = "local",
        /// A tribal government.
        Tribal = "tribal",
        /// A non-profit.
        NonProfit = "non_profit",
        /// People of a community, with or without a legal form.
        Community = "community",
        /// A place of worship or an organization of one.
        Faith = "faith",
        /// A school, college or university.
        School = "school",
        /// A hospital, clinic or health plan.
        HealthProvider = "health_provider",
        /// A business.
        Business = "business",
        /// A foundation or other giver.
        Funder = "funder",
        /// Something else.
        Other = "other",
    }
}

base::words! {
    /// The field an organization works in.
    pub enum Sector {
        /// Housing and shelter.
        Housing = "housing",
        /// Health.
        Health = "health",
        /// Mental health and addiction.
        BehavioralHealth = "behavioral_health",
        /// Police, sheriff, jail.
        LawEnforcement = "law_enforcement",
        /// Courts, prosecution, defense.
        Courts = "courts",
        /// Social services and benefits.
        SocialServices = "social_services",
        /// Schools and early childhood.
        Education = "education",
        /// Jobs and training.
        Workforce = "workforce",
        /// Services for veterans.
        Veterans = "veterans",
        /// Help for victims of crime or violence.
        VictimServices = "victim_services",
        /// Food.
        Food = "food",
        /// Getting from here to there.
        Transportation = "transportation",
        /// Older people and people with a disability.
        AgingDisability = "aging_disability",
        /// Children and families.
        ChildrenFamilies = "children_families",
        /// Fire, ambulance, emergency management.
        Emergency = "emergency",
        /// Government as a whole: a county manager, a council.
        GeneralGovernment = "general_government",
        /// People with lived experience, residents, neighborhoods.
        Community = "community",
        /// Something else.
        Other = "other",
    }
}

/// An organization's entry, the same in all its partnerships.
#[derive(Debug, Clone)]
pub struct Organization {
    /// Its identifier.
    pub id: OrganizationId,
    /// What it says about itself.
    pub entry: Entry,
    /// The partnership that entered it. Invariant: only there can the entry change, so that no
    /// partnership rewrites what another one reads.
    pub home: PartnershipId,
    /// How many partnerships it sits in.
    pub partnerships: i64,
    /// How often the entry was changed.
    pub revision: Revision,
}

/// The facts of an organization that every one of its partnerships sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its full name.
    pub name: Line<160>,
    /// A few letters that stand for it.
    pub short_name: Line<16>,
    /// What it is.
    pub kind: OrganizationKind,
    /// The field it works in.
    pub sector: Sector,
    /// The state whose law it works under.
    pub state: Option<Area>,
    /// The tribe, for a tribal government or organization.
    pub tribe: Option<Line<120>>,
    /// Its own page.
    pub website: Option<WebLink>,
    /// What it does, in a few lines.
    pub about: Option<Prose<2000>>,
}

/// Who wants to change an entry, and from where.
#[derive(Debug, Clone, Copy)]
pub struct Editor {
    /// The partnership they act in.
    pub place: PartnershipId,
    /// Their strongest role there that counts for this organization.
    pub role: Option<Role>,
}

impl Organization {
    /// Changes the entry.
    ///
    /// # Errors
    /// When the editor is neither coordinator nor lead, acts elsewhere than in the entry's home,
    /// or saw an older revision.
    pub fn describe(&mut self, entry: Entry, by: Editor, seen: Revision) -> Result<(), Error> {
        self.may_be_described(by)?;
        if seen != self.revision {
            return Err(Error::Stale);
        }
        self.entry = entry;
        Ok(())
    }

    /// Whether this editor may change the entry.
    ///
    /// # Errors
    /// As [`Organization::describe`].
    pub fn may_be_described(&self, by: Editor) -> Result<(), Error> {
        match by.role {
            Some(Role::Coordinator | Role::Lead) if by.place == self.home => Ok(()),
            Some(Role::Coordinator | Role::Lead) => Err(Error::EntryKeptElsewhere { id: self.id }),
            Some(Role::Member | Role::Steward | Role::Guest) | None => Err(Error::NotYours),
        }
    }
}

/// Counts a promise of an organization that opened (1) or closed (-1), in the transaction in which
/// it does: the load that the organization's page shows.
///
/// # Errors
/// When the database fails.
pub async fn count_promises(
    tx: &mut ::store::WriteTx,
    organization: OrganizationId,
    by: i64,
) -> Result<(), Error> {
    store::count_promises(tx, organization, by).await
}

/// Which members of a partnership are asked for.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// Those that left, too.
    pub former: bool,
    /// Only those of this field.
    pub sector: Option<Sector>,
    /// The key after which the page begins.
    pub after: Option<::store::Cursor>,
    /// How many on a page.
    pub limit: i64,
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;

    fn housing() -> Organization {
        Organization {
            id: OrganizationId::from_bits(1),
            entry: Entry {
                name: "Riverbend Housing Authority".parse().unwrap(),
                short_name: "RHA".parse().unwrap(),
                kind: OrganizationKind::Local,
                sector: Sector::Housing,
                state: "55".parse().ok(),
                tribe: None,
                website: None,
                about: None,
            },
            home: PartnershipId::from_bits(1),
            partnerships: 2,
            revision: Revision(3),
        }
    }

    fn editor(place: u128, role: Option<Role>) -> Editor {
        Editor { place: PartnershipId::from_bits(place), role }
    }

    #[test]
    fn an_entry_changes_only_in_its_home() {
        let (mut org, entry) = (housing(), housing().entry);
        let lead = Some(Role::Lead);
        assert!(org.describe(entry.clone(), editor(1, lead), Revision(3)).is_ok());
        let elsewhere = org.describe(entry, editor(2, lead), Revision(3));
        assert!(matches!(elsewhere, Err(Error::EntryKeptElsewhere { .. })));
    }

    #[test]
    fn a_member_does_not_speak_for_the_entry() {
        let (mut org, entry) = (housing(), housing().entry);
        for role in [None, Some(Role::Member), Some(Role::Steward), Some(Role::Guest)] {
            let answer = org.describe(entry.clone(), editor(1, role), Revision(3));
            assert!(matches!(answer, Err(Error::NotYours)), "{role:?}");
        }
    }

    #[test]
    fn an_older_copy_does_not_overwrite_a_newer_one() {
        let (mut org, entry) = (housing(), housing().entry);
        let answer = org.describe(entry, editor(1, Some(Role::Coordinator)), Revision(2));
        assert!(matches!(answer, Err(Error::Stale)));
    }
}

//! An agreement and its life. A version is written, read by others, goes out for signature and comes
//! into force with the last signature; while it is in force the next one can be written.
//!
//! Invariant: the text of a version that went out never changes. What must change is a new version.

pub(crate) mod api;
pub mod commands;
pub(crate) mod compare;
mod edit;
pub(crate) mod events;
pub(crate) mod export;
pub(crate) mod odrl;
pub(crate) mod pages;
pub(crate) mod panels;
pub mod papers;
pub(crate) mod parse;
mod problem;
pub mod proposals;
pub mod queries;
pub mod questions;
pub(crate) mod seal;
pub(crate) mod starts;
mod state;
mod step;
pub(crate) mod store;
pub(crate) mod text;
pub(crate) mod topic;
pub(crate) mod words;

use base::{Date, Instant, Line, OrganizationId, PersonId, Prose, Revision, Title};

pub use self::{
    commands::{
        NewAgreement, PaperSignature, Signing, Target, amend, draft, present, recall, record,
        resume, review, revise, send_out, sign, suspend, terminate,
    },
    papers::{NewPaper, Paper},
    problem::DraftError,
    proposals::{NewProposal, Proposal},
    queries::{Record, agreement},
    questions::{NewReply, Question, Reply},
    seal::{Broken, Seal},
    state::{Shown, Stage, Standing},
    step::{ActName, Step},
};
use crate::{AgreementId, Error, Terms};

/// What is said with a step.
pub type Note = Prose<2000>;

base::words! {
    /// The kind of an agreement, from the one above to the one below.
    pub enum Kind {
        /// Why the partners work together, and how they decide.
        Charter = "charter",
        /// Who does which part of the work.
        Memorandum = "memorandum",
        /// Who lends what to whom: rooms, vehicles, staff.
        ResourceSharing = "resource_sharing",
        /// Who may get what data, why, and until when.
        DataSharing = "data_sharing",
        /// What one project may do with data.
        DataUseLicense = "data_use_license",
        /// A federal matching agreement, 5 USC 552a(o).
        Matching = "matching",
        /// With a service organization or business associate.
        ServiceOrganization = "service_organization",
    }
}

impl Kind {
    /// Whether data goes under it. A charter or memorandum moves none.
    #[must_use]
    pub const fn moves_data(self) -> bool {
        match self {
            Self::Charter | Self::Memorandum | Self::ResourceSharing => false,
            Self::DataSharing
            | Self::DataUseLicense
            | Self::Matching
            | Self::ServiceOrganization => true,
        }
    }

    /// The kinds that may stand above it; none when it stands by itself.
    #[must_use]
    pub const fn below(self) -> &'static [Self] {
        match self {
            Self::Charter | Self::Matching | Self::ServiceOrganization => &[],
            Self::Memorandum => &[Self::Charter],
            Self::ResourceSharing | Self::DataSharing => &[Self::Charter, Self::Memorandum],
            Self::DataUseLicense => &[Self::DataSharing],
        }
    }

    /// Whether nothing of this kind is written without one above it.
    #[must_use]
    pub const fn wants_upper(self) -> bool {
        matches!(self, Self::ResourceSharing | Self::DataSharing | Self::DataUseLicense)
    }

    pub(crate) const fn as_policy(self) -> policy::AgreementKind {
        match self {
            Self::Charter | Self::Memorandum | Self::ResourceSharing => policy::AgreementKind::Emou,
            Self::DataSharing => policy::AgreementKind::Dsa,
            Self::DataUseLicense => policy::AgreementKind::Dul,
            Self::Matching => policy::AgreementKind::Matching,
            Self::ServiceOrganization => policy::AgreementKind::Qsoa,
        }
    }
}

/// What parties promise each other, in one or more versions.
#[derive(Debug, Clone)]
pub struct Agreement {
    /// Its name in addresses.
    pub id: AgreementId,
    /// Its kind.
    pub kind: Kind,
    /// What it is called.
    pub title: Title,
    /// The agreement without which it does not stand.
    pub upper: Option<AgreementId>,
    standing: Standing, // Invariant: changes only through the verbs below.
    /// The version before the one in force, which stands until that one begins.
    pub(crate) earlier: Option<i64>,
    next: Option<(i64, Stage)>,
    /// The day on which it was begun.
    pub since: Date,
    /// How often it was changed.
    pub revision: Revision,
}

/// Who signs for a party, and on whose authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signatory {
    /// For whom.
    pub organization: OrganizationId,
    /// After whom: those with a lower number sign first; the same number signs in any order.
    pub place: i64,
    /// Who.
    pub person: PersonId,
    /// Their office.
    pub title: Line<120>,
    /// What lets them bind the party: a law, a resolution, a delegation.
    pub authority: Line<300>,
    /// The last day on which it does.
    pub authority_until: Option<Date>,
}

base::words! {
    /// How a signature was given.
    pub enum Manner {
        /// In this program, by somebody who had just proved who they are.
        Here = "here",
        /// On paper that is kept elsewhere.
        OnPaper = "on_paper",
    }
}

/// A signature, bound to the exact text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// For whom.
    pub organization: OrganizationId,
    /// Who; nobody of this installation when it was given on paper.
    pub person: Option<PersonId>,
    /// Their name, as it was then.
    pub signer: Line<200>,
    /// Their office.
    pub title: Line<120>,
    /// What let them bind the party.
    pub authority: Line<300>,
    /// How it was given.
    pub manner: Manner,
    /// What they said when they signed.
    pub statement: Prose<2000>,
    /// The SHA-256 of the text that they signed, in hex.
    pub hash: String,
    /// The day.
    pub on: Date,
    /// When it was written down.
    pub at: Instant,
}

/// One version: its terms, and what became of it.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its number, from 1.
    pub number: i64,
    /// What it says.
    pub terms: Terms,
    /// Its exact text with its hash, from when it goes out.
    pub sealed: Option<(String, String)>,
    /// When it went out.
    pub out_at: Option<Instant>,
    /// When it came into force.
    pub in_force_on: Option<Date>,
    /// Who is to sign.
    pub signatories: Vec<Signatory>,
    /// Who has signed.
    pub signatures: Vec<Signature>,
}

impl Version {
    /// The signatories who have not signed, in order.
    pub fn awaited(&self) -> impl Iterator<Item = &Signatory> {
        let has_signed = |one: &&Signatory| {
            !self.signatures.iter().any(|signature| signature.organization == one.organization)
        };
        self.signatories.iter().filter(has_signed)
    }

    /// The signatories whose turn it is.
    pub fn due(&self) -> impl Iterator<Item = &Signatory> {
        let first = self.awaited().map(|one| one.place).min();
        self.awaited().filter(move |one| Some(one.place) == first)
    }

    /// Checks that a person may sign for a party today.
    ///
    /// # Errors
    /// When the party is not awaited, another person signs for it, its turn has not come, or the
    /// signatory's authority has ended.
    pub fn may_sign(
        &self,
        organization: OrganizationId,
        person: PersonId,
        today: Date,
    ) -> Result<&Signatory, Error> {
        let awaited = self.awaited().find(|one| one.organization == organization);
        let signatory = awaited.ok_or(Error::NotAwaited)?;
        if signatory.person != person {
            return Err(Error::NotSignatory);
        }
        if let Some(until) = signatory.authority_until.filter(|until| *until < today) {
            return Err(Error::AuthorityEnded { until });
        }
        if !self.due().any(|one| one.organization == organization) {
            return Err(Error::NotYourTurn);
        }
        Ok(signatory)
    }
}

impl Agreement {
    /// An agreement of which the first version is being written.
    #[must_use]
    pub const fn begin(
        (id, kind): (AgreementId, Kind),
        title: Title,
        upper: Option<AgreementId>,
        since: Date,
    ) -> Self {
        Self {
            id,
            kind,
            title,
            upper,
            standing: Standing::New,
            earlier: None,
            next: Some((1, Stage::Draft)),
            since,
            revision: Revision::FIRST,
        }
    }

    /// Puts together what was stored.
    pub(crate) fn stored(self, standing: Standing, next: Option<(i64, Stage)>) -> Self {
        Self { standing, next, ..self }
    }

    /// Whether it binds, and in which version.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        self.standing
    }

    /// The version that is being written or signed, and how far it is.
    #[must_use]
    pub const fn next(&self) -> Option<(i64, Stage)> {
        self.next
    }

    /// The version to show first: the one in force, else the next.
    #[must_use]
    pub fn main_version(&self) -> i64 {
        self.standing.version().or(self.next.map(|(number, _)| number)).unwrap_or(1)
    }

    /// Checks that the next version can still be written, and gives its number.
    ///
    /// # Errors
    /// When it is out, or there is none.
    pub fn writes(&mut self) -> Result<i64, Error> {
        match self.next {
            Some((number, Stage::Draft | Stage::Review)) => {
                // Who has read it, has read something else.
                self.next = Some((number, Stage::Draft));
                Ok(number)
            }
            Some((_, Stage::Out)) => Err(Error::IsOut),
            None => Err(Error::NoDraft),
        }
    }

    /// Shows the next version to all parties.
    ///
    /// # Errors
    /// When none is being written.
    pub fn present(&mut self) -> Result<i64, Error> {
        match self.next {
            Some((number, Stage::Draft)) => {
                self.next = Some((number, Stage::Review));
                Ok(number)
            }
            Some((_, Stage::Review | Stage::Out)) | None => Err(Error::NoDraft),
        }
    }

    /// Sends the next version out for signature.
    ///
    /// # Errors
    /// When the parties have not had it for review.
    pub fn send_out(&mut self) -> Result<i64, Error> {
        match self.next {
            Some((number, Stage::Review)) => {
                self.next = Some((number, Stage::Out));
                Ok(number)
            }
            Some((_, Stage::Draft)) => Err(Error::NotReviewed),
            Some((_, Stage::Out)) => Err(Error::IsOut),
            None => Err(Error::NoDraft),
        }
    }

    /// Takes back a version that is out; what comes next is another version.
    ///
    /// # Errors
    /// When none is out.
    pub fn recall(&mut self) -> Result<i64, Error> {
        let number = self.out()?;
        self.next = Some((number + 1, Stage::Draft));
        Ok(number)
    }

    /// The version that is out for signature.
    ///
    /// # Errors
    /// When none is.
    pub fn out(&self) -> Result<i64, Error> {
        match self.next {
            Some((number, Stage::Out)) => Ok(number),
            Some((_, Stage::Draft | Stage::Review)) | None => Err(Error::NotOut),
        }
    }

    /// Puts the version that is out into force: everybody has signed.
    ///
    /// # Errors
    /// When none is out.
    pub fn put_in_force(&mut self) -> Result<(), Error> {
        let version = self.out()?;
        self.earlier = self.standing.version();
        self.standing = Standing::InForce { version };
        self.next = None;
        Ok(())
    }

    /// Takes what is being written as signed outside, and puts it into force.
    ///
    /// # Errors
    /// When nothing is being written.
    pub fn sign_on_paper(&mut self) -> Result<i64, Error> {
        let number = self.writes()?;
        self.next = Some((number, Stage::Out));
        self.put_in_force()?;
        Ok(number)
    }

    /// Begins the next version of what is in force.
    ///
    /// # Errors
    /// When nothing is in force, or the next one was begun.
    pub fn amend(&mut self, last: i64) -> Result<i64, Error> {
        if self.next.is_some() {
            return Err(Error::HasDraft);
        }
        self.in_force()?;
        self.next = Some((last + 1, Stage::Draft));
        Ok(last + 1)
    }

    /// Lets it rest: nothing goes under it.
    ///
    /// # Errors
    /// When it is not in force.
    pub fn suspend(&mut self) -> Result<(), Error> {
        let version = self.in_force()?;
        self.standing = Standing::Suspended { version };
        Ok(())
    }

    /// Puts it in force again.
    ///
    /// # Errors
    /// When it does not rest.
    pub fn resume(&mut self) -> Result<(), Error> {
        let Standing::Suspended { version } = self.standing else {
            return Err(Error::NotSuspended);
        };
        self.standing = Standing::InForce { version };
        Ok(())
    }

    /// Ends it for good. What is being written ends too.
    ///
    /// # Errors
    /// When it was ended.
    pub fn terminate(&mut self) -> Result<(), Error> {
        if let Standing::Terminated { .. } = self.standing {
            return Err(Error::Terminated);
        }
        self.standing = Standing::Terminated { version: self.standing.version() };
        self.next = None;
        Ok(())
    }

    fn in_force(&self) -> Result<i64, Error> {
        match self.standing {
            Standing::InForce { version } => Ok(version),
            Standing::New => Err(Error::NotInForce),
            Standing::Suspended { .. } => Err(Error::Suspended),
            Standing::Terminated { .. } => Err(Error::Terminated),
        }
    }
}

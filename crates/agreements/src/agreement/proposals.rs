//! Changes that a party proposes while the parties read a version: accepted or declined, with a reason.

pub(crate) mod api;
pub(crate) mod pages;
pub(crate) mod store;

use std::ops::RangeInclusive;

use ::store::Cx;
use base::{Instant, OrganizationId, PersonId, Prose, Reason};

use super::{ActName, Agreement, DraftError, Stage, Target, commands, edit::Edit, store as rows};
use crate::{AgreementId, Error, Terms, access, terms::When};

base::id! {
    /// Names a proposal.
    pub ProposalId = "ppl";
}

base::words! {
    /// What would be changed.
    pub enum Part {
        /// What it is called.
        Title = "title",
        /// What it is for.
        Summary = "summary",
        /// The condition in words.
        OnlyIf = "only_if",
        /// The law or rule it rests on.
        Basis = "basis",
        /// Further articles.
        Body = "body",
        /// Its first day.
        Effective = "effective",
        /// Its last day.
        Ends = "ends",
        /// For how many days a copy is kept.
        KeepsDays = "keeps_days",
        /// Within how many hours a loss is told.
        BreachHours = "breach_hours",
        /// After how many months it is looked at again.
        ReviewMonths = "review_months",
        /// A clause, or something else: whoever writes it changes it by hand.
        Other = "other",
    }
}

base::words! {
    /// What became of a proposal.
    pub enum Fate {
        /// Nothing yet.
        Open = "open",
        /// It was accepted.
        Accepted = "accepted",
        /// It was declined.
        Declined = "declined",
        /// Who made it took it back.
        Withdrawn = "withdrawn",
    }
}

/// A change that a party proposes.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Its name.
    pub id: ProposalId,
    /// To which version.
    pub version: i64,
    /// Of what.
    pub part: Part,
    /// What would stand there.
    pub proposed: Prose<4000>,
    /// Why.
    pub reason: Reason,
    /// Which party.
    pub organization: OrganizationId,
    /// Who wrote it.
    pub person: Option<PersonId>,
    /// When.
    pub at: Instant,
    /// What became of it.
    pub fate: Fate,
    /// Who decided it, when, with which reason.
    pub decided: Option<Decided>,
}

/// How a proposal was decided.
#[derive(Debug, Clone)]
pub struct Decided {
    /// By whom.
    pub person: Option<PersonId>,
    /// When.
    pub at: Instant,
    /// Why.
    pub why: Option<Reason>,
}

/// A change to be proposed.
#[derive(Debug, Clone)]
pub struct NewProposal {
    /// For which party.
    pub organization: OrganizationId,
    /// Of what.
    pub part: Part,
    /// What would stand there.
    pub proposed: Prose<4000>,
    /// Why.
    pub reason: Reason,
}

impl Part {
    /// What stands there now.
    #[must_use]
    pub fn now(self, terms: &Terms) -> Option<String> {
        match self {
            Self::Title => Some(terms.title.to_string()),
            Self::Summary => Some(terms.summary.to_string()),
            Self::OnlyIf => terms.only_if.as_ref().map(ToString::to_string),
            Self::Basis => terms.basis.as_ref().map(ToString::to_string),
            Self::Body => terms.body.as_ref().map(ToString::to_string),
            Self::Effective => Some(terms.effective.to_string()),
            Self::Ends => terms.ends.map(|ends| ends.to_string()),
            Self::KeepsDays => terms.keeps_days.map(|days| days.to_string()),
            Self::BreachHours => terms.breach_hours.map(|hours| hours.to_string()),
            Self::ReviewMonths => terms.review_months.map(|months| months.to_string()),
            Self::Other => None,
        }
    }

    /// Puts a text where it belongs.
    ///
    /// # Errors
    /// When it cannot stand there.
    pub fn put(self, text: &str, terms: &mut Terms) -> Result<(), Error> {
        let text = text.trim();
        match self {
            Self::Title => terms.title = read(text)?,
            Self::Summary => terms.summary = read(text)?,
            Self::OnlyIf => terms.only_if = Some(read(text)?),
            Self::Basis => terms.basis = Some(read(text)?),
            Self::Body => terms.body = Some(read(text)?),
            Self::Effective => terms.effective = read(text)?,
            Self::Ends => terms.ends = Some(read(text)?),
            Self::KeepsDays => terms.keeps_days = Some(number(text, Terms::KEEPS_DAYS)?),
            Self::BreachHours => terms.breach_hours = Some(number(text, Terms::BREACH_HOURS)?),
            Self::ReviewMonths => terms.review_months = Some(number(text, Terms::REVIEW_MONTHS)?),
            Self::Other => {}
        }
        Ok(())
    }
}

fn read<T: std::str::FromStr>(text: &str) -> Result<T, Error> {
    text.parse().map_err(|_wrong| Error::field("proposed", "proposal_unfit"))
}

fn number(text: &str, bounds: RangeInclusive<i64>) -> Result<i64, Error> {
    let number: i64 = read(text)?;
    if bounds.contains(&number) {
        Ok(number)
    } else {
        Err(Error::field("proposed", "proposal_unfit"))
    }
}

/// Proposes a change to the version that the parties read.
///
/// # Errors
/// When none is read, the change cannot stand there, or the caller speaks for no party.
pub async fn propose(cx: &Cx, target: Target, new: NewProposal) -> Result<Proposal, Error> {
    let mut edit = Edit::of(cx, access::PROPOSE, target).await?;
    let Some((number, Stage::Review)) = edit.agreement.next() else {
        return Err(DraftError::NotInReview.into());
    };
    let version = edit.version(number)?;
    let NewProposal { organization, part, proposed, reason } = new;
    let is_party = version.terms.parties.contains(&organization);
    if !is_party || !access::answers_for(&edit.place.standing, organization) {
        return Err(Error::NotYours);
    }
    let mut terms = version.terms.clone();
    part.put(proposed.as_str(), &mut terms)?;
    commands::must_fit(&edit.tx, edit.agreement.kind, &terms, When::Writing).await?;
    let proposal = Proposal {
        id: cx.new_id(),
        version: number,
        part,
        proposed,
        reason,
        organization,
        person: edit.voice.person,
        at: edit.voice.at,
        fate: Fate::Open,
        decided: None,
    };
    store::add(&mut edit.tx, target.id, &proposal).await?;
    edit.organization = Some(organization);
    let said = format!("{}\n\n{}", proposal.proposed, proposal.reason);
    edit.finish(version, vec![(ActName::Proposed, Some(said))]).await?;
    Ok(proposal)
}

/// What a decision of a proposal is for, and what it says.
#[derive(Debug, Clone)]
pub struct Settling {
    /// The proposal.
    pub proposal: ProposalId,
    /// Whether it is accepted.
    pub accepts: bool,
    /// Why.
    pub why: Option<Reason>,
}

/// Accepts a proposal, which changes what is being written, or declines it, which wants a reason.
///
/// # Errors
/// When it was decided, the version went out, or no reason is given.
pub async fn settle(cx: &Cx, target: Target, settling: Settling) -> Result<Agreement, Error> {
    let mut edit = Edit::of(cx, access::DRAFT, target).await?;
    let proposal = open(&edit, target.id, settling.proposal).await?;
    let why = settling.why;
    if !settling.accepts && why.is_none() {
        return Err(Error::field("why", "required"));
    }
    let decided = Decided { person: edit.voice.person, at: edit.voice.at, why: why.clone() };
    let fate = if settling.accepts { Fate::Accepted } else { Fate::Declined };
    store::settle(&mut edit.tx, proposal.id, fate, &decided).await?;
    let mut version = edit.version(proposal.version)?;
    if settling.accepts {
        edit.agreement.writes()?;
        proposal.part.put(proposal.proposed.as_str(), &mut version.terms)?;
        let kind = edit.agreement.kind;
        commands::must_fit(&edit.tx, kind, &version.terms, When::Writing).await?;
        rows::write_version(&mut edit.tx, target.id, &version, cx.now()).await?;
    }
    let act = if settling.accepts { ActName::Accepted } else { ActName::Declined };
    let said = why.map(|why| why.to_string());
    edit.finish(version, vec![(act, said)]).await
}

/// Takes a proposal back, for the party that made it.
///
/// # Errors
/// When it was decided, or the caller does not speak for that party.
pub async fn withdraw(cx: &Cx, target: Target, id: ProposalId) -> Result<Agreement, Error> {
    let mut edit = Edit::of(cx, access::PROPOSE, target).await?;
    let proposal = open(&edit, target.id, id).await?;
    if !access::answers_for(&edit.place.standing, proposal.organization) {
        return Err(Error::NotYours);
    }
    let decided = Decided { person: edit.voice.person, at: edit.voice.at, why: None };
    store::settle(&mut edit.tx, id, Fate::Withdrawn, &decided).await?;
    edit.organization = Some(proposal.organization);
    let version = edit.version(proposal.version)?;
    edit.finish(version, vec![(ActName::Withdrawn, None)]).await
}

/// An open proposal to the version that is being written.
async fn open(edit: &Edit, agreement: AgreementId, id: ProposalId) -> Result<Proposal, Error> {
    let all = store::of(&edit.tx, agreement).await?;
    let proposal = all.into_iter().find(|one| one.id == id);
    let proposal = proposal.ok_or(DraftError::ProposalMissing)?;
    if proposal.fate != Fate::Open {
        return Err(DraftError::ProposalSettled.into());
    }
    match edit.agreement.next() {
        Some((number, Stage::Draft | Stage::Review)) if number == proposal.version => Ok(proposal),
        _ => Err(Error::IsOut),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Terms {
        Terms {
            title: "Referrals".parse().unwrap(),
            summary: "So that nobody waits.".parse().unwrap(),
            only_if: None,
            basis: None,
            body: None,
            parties: Vec::new(),
            grants: Vec::new(),
            clauses: Vec::new(),
            identifiability: policy::Identifiability::Identified,
            wants_training: false,
            assurance: policy::Assurance::Password,
            suppresses_small_cells: false,
            keeps_days: None,
            breach_hours: None,
            review_months: None,
            effective: "2026-01-01".parse().unwrap(),
            ends: None,
        }
    }

    #[test]
    fn what_was_put_stands_there() {
        for (part, text) in [
            (Part::Title, "Referrals and beds"),
            (Part::Summary, "So that nobody waits for a bed."),
            (Part::OnlyIf, "The person asked for it."),
            (Part::Basis, "ORS 409"),
            (Part::Body, "Nobody is refused."),
            (Part::Effective, "2026-02-01"),
            (Part::Ends, "2026-12-31"),
            (Part::KeepsDays, "30"),
            (Part::BreachHours, "24"),
            (Part::ReviewMonths, "12"),
        ] {
            let mut changed = terms();
            part.put(text, &mut changed).unwrap();
            assert_eq!(part.now(&changed).as_deref(), Some(text), "{part}");
            assert_ne!(changed, terms(), "{part}");
        }
        let mut same = terms();
        Part::Other.put("Take out the second clause.", &mut same).unwrap();
        assert_eq!(same, terms());
    }

    #[test]
    fn what_cannot_stand_there_is_refused() {
        for (part, text) in [
            (Part::Effective, "soon"),
            (Part::Ends, "2026-02-30"),
            (Part::KeepsDays, "0"),
            (Part::BreachHours, "a day"),
            (Part::ReviewMonths, "121"),
            (Part::Title, "one\ntwo"),
        ] {
            assert!(part.put(text, &mut terms()).is_err(), "{part}");
        }
    }
}

//! The register, and one agreement with all that its page shows.

pub(crate) mod store;

use std::sync::Arc;

use ::store::{Cx, Page, Place};
use base::{Date, OrganizationId, PersonId, Title};
use partnership::{Directory, People};

use super::{
    Agreement, Broken, Kind, Shown, Stage, Standing, Step, Version, commands,
    papers::{self, Paper},
    proposals::{self, Proposal},
    questions::{self, Reply},
    store as rows,
};
use crate::{
    AgreementId, Error, Name, access,
    receipt::store as receipts,
    vocabulary::{Vocabulary, store as names},
};

const MONTH_SECONDS: i64 = 30 * 86_400;

/// How many rows a page of the register has.
pub(crate) const PAGE: usize = 50;

/// What the register is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of a kind.
    pub kind: Option<Kind>,
    /// Of a party.
    pub party: Option<OrganizationId>,
    /// That look so today.
    pub state: Option<Shown>,
    /// That end within so many days.
    pub ends_within: Option<i64>,
    /// That give a class.
    pub class: Option<Name>,
    /// With these words in their title.
    pub words: Option<String>,
}

/// An agreement as the register shows it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its name in addresses.
    pub id: AgreementId,
    /// Its kind.
    pub kind: Kind,
    /// What it is called.
    pub title: Title,
    /// What it is for.
    pub summary: String,
    /// Whether it binds.
    pub standing: Standing,
    /// The version that is being written or signed, and how far it is.
    pub next: Option<(i64, Stage)>,
    /// Its first day.
    pub effective: Date,
    /// Its last day.
    pub ends: Option<Date>,
    /// Between whom.
    pub parties: Vec<OrganizationId>,
    /// How many have signed the version that is out or in force.
    pub signed: i64,
}

impl Entry {
    /// How it looks on a day.
    #[must_use]
    pub fn shown(&self, today: Date) -> Shown {
        let stage = self.next.map(|(_, stage)| stage);
        self.standing.shown(stage, (self.effective, self.ends), today)
    }

    /// The days that are left, when it is in force and has an end.
    #[must_use]
    pub fn days_left(&self, today: Date) -> Option<i64> {
        let ends = self.ends.filter(|_| self.shown(today) == Shown::Active)?;
        Some(today.days_until(ends))
    }
}

/// One page of the register.
#[derive(Debug, Clone)]
pub struct Register {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// The page.
    pub page: Page<Entry>,
    /// Those that end soonest, whatever the filter.
    pub ending: Vec<Entry>,
    /// How many there are, and how many are in force.
    pub counts: (i64, i64),
}

/// One page of the register, those that end first first.
///
/// # Errors
/// When the caller may not read it, or the mark is none of ours.
pub async fn register(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Register, Error> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let today = place.today;
    Ok(Register {
        directory: partnership::directory(&tx).await?,
        vocabulary: names::vocabulary(&tx).await?,
        page: store::page(&tx, filter, today, after, PAGE).await?,
        ending: store::ending(&tx, today).await?,
        counts: store::counts(&tx, today).await?,
        place,
    })
}

/// One page of the register alone.
///
/// # Errors
/// As [`register`].
pub async fn list(
    cx: &Cx,
    filter: &Filter,
    after: Option<&str>,
) -> Result<(Arc<Place>, Page<Entry>), Error> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let page = store::page(&tx, filter, place.today, after, PAGE).await?;
    Ok((place, page))
}

/// An agreement with its versions, its history and the names of all who have a part in it.
#[derive(Debug, Clone)]
pub struct Record {
    /// Where it is, and what the reader may be there.
    pub place: Arc<Place>,
    /// The agreement.
    pub agreement: Agreement,
    /// Its versions, the latest first.
    pub versions: Vec<Version>,
    /// What was done with it, the latest first.
    pub steps: Vec<Step>,
    /// The partners.
    pub directory: Directory,
    /// The people in its history and among its signatories.
    pub people: People,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// What stands above it.
    pub upper: Option<Agreement>,
    /// What stands below it.
    pub below: Vec<(AgreementId, Title)>,
    /// The answers of the last 30 days that went under it.
    pub answers: Vec<(policy::Answer, i64)>,
    /// The text of the version that is being written, as it would be signed.
    pub text: Option<String>,
    /// What stands to the four questions.
    pub replies: Vec<Reply>,
    /// What parties proposed, in the order in which it came.
    pub proposals: Vec<Proposal>,
    /// The files that were signed outside.
    pub papers: Vec<Paper>,
    /// The day on which the parties look at it again.
    pub review_on: Option<Date>,
}

impl Record {
    /// A version.
    #[must_use]
    pub fn version(&self, number: i64) -> Option<&Version> {
        self.versions.iter().find(|version| version.number == number)
    }

    /// The version that is shown first.
    #[must_use]
    pub fn main(&self) -> Option<&Version> {
        self.version(self.agreement.main_version())
    }

    /// The version that is being written or signed.
    #[must_use]
    pub fn next(&self) -> Option<&Version> {
        self.agreement.next().and_then(|(number, _)| self.version(number))
    }

    /// What does not fit in a version that was signed.
    #[must_use]
    pub fn broken(&self, version: &Version) -> Option<Broken> {
        version.broken(commands::heading(&self.agreement))
    }

    /// How it looks today.
    #[must_use]
    pub fn shown(&self) -> Shown {
        let dates = self.main().map(|main| (main.terms.effective, main.terms.ends));
        let dates = dates.unwrap_or((self.agreement.since, None));
        let stage = self.agreement.next().map(|(_, stage)| stage);
        self.agreement.standing().shown(stage, dates, self.place.today)
    }
}

/// One agreement.
///
/// # Errors
/// When the caller may not read it, or there is none.
pub async fn agreement(cx: &Cx, id: AgreementId) -> Result<Record, Error> {
    let tx = cx.read(access::READ).await?;
    let agreement = rows::load(&tx, id).await?;
    let versions = rows::versions(&tx, id).await?;
    let steps = rows::steps(&tx, id).await?;
    let upper = match agreement.upper {
        Some(upper) => Some(rows::load(&tx, upper).await?),
        None => None,
    };
    let signatories = versions.iter().flat_map(|version| &version.signatories);
    let mut who: Vec<PersonId> = signatories.map(|one| one.person).collect();
    who.extend(steps.iter().filter_map(|step| step.person));
    let replies = questions::store::latest(&tx, id).await?;
    let proposals = proposals::store::of(&tx, id).await?;
    who.extend(replies.iter().filter_map(|reply| reply.person));
    who.extend(proposals.iter().filter_map(|one| one.person));
    who.extend(proposals.iter().filter_map(|one| one.decided.as_ref()?.person));
    who.sort_unstable();
    who.dedup();
    let unsealed = agreement.next().and_then(|(number, _)| {
        versions.iter().find(|version| version.number == number && version.sealed.is_none())
    });
    let text = match unsealed {
        Some(version) => Some(commands::seal(&tx, &agreement, version).await?.text),
        None => None,
    };
    Ok(Record {
        place: tx.place()?,
        directory: partnership::directory(&tx).await?,
        people: partnership::people(&tx, &who).await?,
        vocabulary: names::vocabulary(&tx).await?,
        below: store::below(&tx, id).await?,
        answers: receipts::counts_under(&tx, id, cx.now().plus_seconds(-MONTH_SECONDS)).await?,
        papers: papers::store::of(&tx, id).await?,
        review_on: rows::review_on(&tx, id).await?,
        agreement,
        versions,
        steps,
        upper,
        text,
        replies,
        proposals,
    })
}

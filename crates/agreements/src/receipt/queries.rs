//! Receipts as each side may see them.

use std::{collections::HashMap, sync::Arc};

use ::store::{Cx, Page, Place, Tx};
use base::{Instant, OrganizationId, PersonId, Title};
use partnership::{Directory, People};
use policy::Answer;

use super::{
    Looker, Part, Receipt, ReceiptId, Sight,
    store::{self, List},
};
use crate::{
    AgreementId, Error, access,
    agreement::queries::store as agreements,
    consent::{Consent, store as consents},
    duty::{self, Duty},
    request::{DataRequest, RequestError, store as requests},
    vocabulary::{Vocabulary, store as names},
};

/// How many rows a page of receipts has.
pub(crate) const PAGE: usize = 50;

base::words! {
    /// Whose receipts a list shows.
    pub enum View {
        /// One's own.
        Asked = "asked",
        /// What one's organization gave or refused.
        Gave = "gave",
        /// What one's organization asked for.
        Got = "got",
        /// What went between others under an agreement of one's organization.
        Agreements = "agreements",
    }
}

/// What a list is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Whose; the first that the reader has when nothing is said.
    pub view: Option<View>,
    /// For which of the reader's organizations.
    pub organization: Option<OrganizationId>,
    /// With this answer.
    pub answer: Option<Answer>,
    /// Under this agreement.
    pub agreement: Option<AgreementId>,
    /// With this partner on one side.
    pub partner: Option<OrganizationId>,
}

/// A list of receipts.
#[derive(Debug, Clone)]
pub struct Receipts {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// What the agreements are called.
    pub titles: HashMap<AgreementId, Title>,
    /// The views that the reader has.
    pub views: Vec<View>,
    /// The one that is shown; none for those who only count.
    pub view: Option<View>,
    /// The organizations that the view can be of.
    pub organizations: Vec<OrganizationId>,
    /// The one that it is of.
    pub organization: Option<OrganizationId>,
    /// The page.
    pub page: Page<Receipt>,
    /// How many answers of each kind the partnership had in the last 30 days.
    pub counts: Vec<(Answer, i64)>,
    /// Of each agency in the last year: how often it got something, and how often an emergency opened it.
    pub emergencies: Vec<(OrganizationId, i64, i64)>,
}

const MONTH_SECONDS: i64 = 30 * 86_400;
const YEAR_SECONDS: i64 = 365 * 86_400;

/// One page of receipts, the latest first. Who has no part in any sees how many there are.
///
/// # Errors
/// When the caller may not read them, or the mark is none of ours.
pub async fn receipts(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Receipts, Error> {
    let tx = cx.read(access::RECEIPTS).await?;
    let place = tx.place()?;
    let views = views(&place.standing);
    let view = filter.view.filter(|view| views.contains(view)).or(views.first().copied());
    let organizations = view.map(|view| of_view(&place.standing, view)).unwrap_or_default();
    let chosen = filter.organization.filter(|of| organizations.contains(of));
    let organization = chosen.or(organizations.first().copied());
    let list = list_of(view, organization, cx);
    let page = match list {
        Some(list) => store::page(&tx, list, filter, after, PAGE).await?,
        None => Page { items: Vec::new(), next: None },
    };
    Ok(Receipts {
        directory: partnership::directory(&tx).await?,
        vocabulary: names::vocabulary(&tx).await?,
        titles: agreements::titles(&tx).await?,
        counts: store::counts(&tx, cx.now().plus_seconds(-MONTH_SECONDS)).await?,
        emergencies: store::emergencies(&tx, cx.now().plus_seconds(-YEAR_SECONDS)).await?,
        views,
        view,
        organizations,
        organization,
        page,
        place,
    })
}

fn list_of(view: Option<View>, of: Option<OrganizationId>, cx: &Cx) -> Option<List> {
    match (view?, of) {
        (View::Asked, _) => cx.actor().person().map(|person| List::Asked(person.person)),
        (View::Gave, of) => of.map(List::Gave),
        (View::Got, of) => of.map(List::Got),
        (View::Agreements, of) => of.map(List::Party),
    }
}

fn views(standing: &::store::Standing) -> Vec<View> {
    let all = View::ALL.iter().copied();
    all.filter(|view| !of_view(standing, *view).is_empty()).collect()
}

fn of_view(standing: &::store::Standing, view: View) -> Vec<OrganizationId> {
    match view {
        View::Asked | View::Gave => access::serving(standing),
        View::Got => access::answering(standing),
        View::Agreements => access::stewarding(standing),
    }
}

/// A receipt with all that its page shows to the reader.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The receipt.
    pub receipt: Receipt,
    /// How much of it the reader sees.
    pub sight: Sight,
    /// What was said of each class; nothing but what went for those who did not give it.
    pub parts: Vec<Part>,
    /// The request.
    pub request: DataRequest,
    /// The consent that it went under.
    pub consent: Option<Consent>,
    /// What is to be done because of it by the reader's own organizations.
    pub duties: Vec<Duty>,
    /// The partners.
    pub directory: Directory,
    /// The people who are named.
    pub people: People,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// What the agreements are called.
    pub titles: HashMap<AgreementId, Title>,
    /// When it is looked at.
    pub now: Instant,
}

/// A receipt, as far as the reader has a part in it.
///
/// # Errors
/// When there is none that the caller may know of.
pub async fn receipt(cx: &Cx, id: ReceiptId) -> Result<Seen, Error> {
    let tx = cx.read(access::RECEIPTS).await?;
    seen(cx, &tx, id).await
}

/// The same in a transaction that goes on.
pub(crate) async fn seen(cx: &Cx, tx: &Tx, id: ReceiptId) -> Result<Seen, Error> {
    let place = tx.place()?;
    let receipt = store::find(tx, id).await?.ok_or(RequestError::ReceiptMissing)?;
    let sight = sight(cx, tx, &receipt).await?.ok_or(RequestError::ReceiptMissing)?;
    let mut parts = store::parts(tx, id).await?;
    if sight != Sight::Holder {
        // What was withheld, and why, is told to staff of the holder only.
        parts.retain(|part| part.goes);
    }
    let consent = match receipt.consent.filter(|_| sight != Sight::Party) {
        Some(consent) => consents::consent(tx, consent).await?,
        None => None,
    };
    let mut duties = duty::store::of_receipt(tx, id).await?;
    duties.retain(|duty| access::serves(&place.standing, duty.organization));
    let request = requests::find(tx, receipt.request).await?;
    let people = people_of(&receipt, &duties);
    Ok(Seen {
        directory: partnership::directory(tx).await?,
        people: partnership::people(tx, &people).await?,
        vocabulary: names::vocabulary(tx).await?,
        titles: agreements::titles(tx).await?,
        now: cx.now(),
        place,
        receipt,
        sight,
        parts,
        request,
        consent,
        duties,
    })
}

/// How much of a receipt the caller sees.
pub(crate) async fn sight(cx: &Cx, tx: &Tx, receipt: &Receipt) -> Result<Option<Sight>, Error> {
    let place = tx.place()?;
    let person = cx.actor().person().map(|person| person.person);
    let looker = Looker { standing: &place.standing, person, is_party: false };
    if let Some(sight) = receipt.sight(looker) {
        return Ok(Some(sight));
    }
    for of in access::stewarding(&place.standing) {
        if store::is_party(tx, of, receipt).await? {
            return Ok(receipt.sight(Looker { is_party: true, ..looker }));
        }
    }
    Ok(None)
}

fn people_of(receipt: &Receipt, duties: &[Duty]) -> Vec<PersonId> {
    let done = duties.iter().filter_map(|duty| duty.done.and_then(|(_, by)| by));
    let mut people: Vec<PersonId> =
        [Some(receipt.asker), receipt.decided_by].into_iter().flatten().chain(done).collect();
    people.sort_unstable();
    people.dedup();
    people
}

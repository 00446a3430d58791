//! Requests: one's own, and those that wait for one's organization.

use std::sync::Arc;

use ::store::{Cx, Page, Place};
use base::{Instant, OrganizationId, PersonId};
use partnership::{Directory, People};

use super::{DataRequest, Outcome, RequestError, RequestId, State, rule, store};
use crate::{
    Error, access,
    consent::{ClientReference, store as clients},
    vocabulary::{DataUser, Vocabulary, store as names},
};

/// How many rows a page of requests has.
pub(crate) const PAGE: usize = 50;

/// One's own requests, and those that wait.
#[derive(Debug, Clone)]
pub struct Requests {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// What waits for the reader's organizations.
    pub held: Vec<DataRequest>,
    /// The page of the reader's own.
    pub page: Page<DataRequest>,
    /// When it is looked at.
    pub now: Instant,
}

/// One page of the reader's own requests, with what waits for them.
///
/// # Errors
/// When the caller may not ask, or the mark is none of ours.
pub async fn requests(
    cx: &Cx,
    state: Option<State>,
    after: Option<&str>,
) -> Result<Requests, Error> {
    let tx = cx.read(access::CLIENTS).await?;
    let place = tx.place()?;
    let mut held = Vec::new();
    for of in access::answering(&place.standing) {
        held.extend(store::held(&tx, of).await?);
    }
    let page = match cx.actor().person() {
        Some(me) => store::of_asker(&tx, me.person, state, after, PAGE).await?,
        None => Page { items: Vec::new(), next: None },
    };
    Ok(Requests {
        directory: partnership::directory(&tx).await?,
        vocabulary: names::vocabulary(&tx).await?,
        held,
        page,
        place,
        now: cx.now(),
    })
}

/// What the form of a request shows.
#[derive(Debug, Clone)]
pub struct AskGround {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// The reader, as one who works with data; nothing when nobody entered them.
    pub user: Option<DataUser>,
}

/// What can be asked for.
///
/// # Errors
/// When the caller may not ask.
pub async fn ask_ground(cx: &Cx) -> Result<AskGround, Error> {
    let tx = cx.read(access::CLIENTS).await?;
    let user = match names::user(&tx, cx.person()?).await {
        Err(Error::UserMissing) => None,
        user => Some(user?),
    };
    Ok(AskGround {
        place: tx.place()?,
        directory: partnership::directory(&tx).await?,
        vocabulary: names::vocabulary(&tx).await?,
        user,
    })
}

/// A request as its page shows it.
#[derive(Debug)]
pub struct Looked {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The request.
    pub request: DataRequest,
    /// Whether the reader works for the one who is asked.
    pub is_holder: bool,
    /// Whether the reader may decide it.
    pub may_rule: bool,
    /// Whether the reader asked.
    pub is_mine: bool,
    /// Whom it is about, for staff of the holder.
    pub client: Option<ClientReference>,
    /// What the rules say of it now, for those who decide.
    pub(crate) outcome: Option<Outcome>,
    /// The partners.
    pub directory: Directory,
    /// The people who are named.
    pub people: People,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// When it is looked at.
    pub now: Instant,
}

/// A request, for who asked and for the staff of the one who is asked.
///
/// # Errors
/// When there is none that the caller may know of.
pub async fn request(cx: &Cx, id: RequestId) -> Result<Looked, Error> {
    let tx = cx.read(access::CLIENTS).await?;
    let place = tx.place()?;
    let request = store::find(&tx, id).await?;
    let me = cx.actor().person().map(|person| person.person);
    let is_mine = me == Some(request.asker) && place.standing.speaks_for(request.organization);
    let is_holder = access::serves(&place.standing, request.holder);
    let answers = access::answers_for(&place.standing, request.organization);
    if !is_mine && !is_holder && !answers {
        return Err(RequestError::Missing.into());
    }
    let is_held = request.state == State::Held;
    let may_rule = is_held && !is_mine && access::answers_for(&place.standing, request.holder);
    let outcome = if may_rule { Some(rule::preview(cx, &tx, &request).await?) } else { None };
    let client = match request.client.filter(|_| is_holder) {
        Some(client) => clients::client(&tx, client).await?,
        None => None,
    };
    let client = client.filter(|client| access::serves(&place.standing, client.holder));
    Ok(Looked {
        directory: partnership::directory(&tx).await?,
        people: partnership::people(&tx, &people_of(&request)).await?,
        vocabulary: names::vocabulary(&tx).await?,
        place,
        request,
        is_holder,
        may_rule,
        is_mine,
        client,
        outcome,
        now: cx.now(),
    })
}

fn people_of(request: &DataRequest) -> Vec<PersonId> {
    let decided = request.decided.as_ref().map(|decided| decided.by);
    let mut people: Vec<PersonId> =
        [Some(request.asker), request.owner, decided].into_iter().flatten().collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// The organizations that can be asked: all but the reader's own.
#[must_use]
pub(crate) fn askable(ground: &AskGround) -> Vec<(OrganizationId, String)> {
    let own = ground.user.as_ref().and_then(|user| user.organization);
    let others = ground.directory.current().filter(|entry| Some(entry.id) != own);
    others.map(|entry| (entry.id, entry.name.clone())).collect()
}

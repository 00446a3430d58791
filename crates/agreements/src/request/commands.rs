//! Asking, and taking back what was asked.

use ::store::{Cx, Tx, Written};
use base::{OrganizationId, PersonId, Role};
use policy::{Answer, ClientId, Identifiability, OrderKind};

use super::{
    DataRequest, HOLD_HOURS, Outcome, Papers, RequestError, RequestId, State, Words, events,
    release, store,
};
use crate::{
    Error, Name, access,
    consent::store as clients,
    decision::{self, Acting},
    notices,
    receipt::Receipt,
    record::FileNumber,
    vocabulary::store as ground,
};

/// About whom something is asked.
#[derive(Debug, Clone)]
pub enum About {
    /// Whom the holder keeps under this number.
    Number(FileNumber),
    /// A reference that one knows.
    Client(ClientId),
}

/// A request to be made.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// Whom one asks.
    pub holder: OrganizationId,
    /// About whom.
    pub about: About,
    /// For what.
    pub purpose: Name,
    /// What.
    pub classes: Vec<Name>,
    /// Why, in words.
    pub words: Option<Words>,
    /// Whether one is a relative of the client.
    pub is_relative: bool,
    /// What a court sent.
    pub papers: Option<(Papers, OrderKind)>,
}

/// What came of asking.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The request.
    pub request: DataRequest,
    /// The receipt of the answer.
    pub receipt: Receipt,
}

/// Asks for data. The engine answers at once; where a rule wants a person, it waits for one of the holder.
///
/// # Errors
/// When nothing is known of the caller as one who works with data, or they ask themselves.
pub async fn ask(cx: &Cx, new: NewRequest) -> Result<Asked, Error> {
    let mut tx = cx.write(access::ASK).await?;
    let me = cx.person()?;
    let user = ground::user(&tx, me).await?;
    decision::acts_for_themselves(cx, &tx, &user)?;
    let Some(organization) = user.organization else { return Err(Error::NotYours) };
    if organization == new.holder {
        return Err(Error::field("holder", "request_own_data"));
    }
    let (client, file_number) = about(&tx, &new).await?;
    let mut request = DataRequest {
        id: cx.new_id(),
        asker: me,
        organization,
        holder: new.holder,
        client,
        file_number,
        purpose: new.purpose,
        classes: new.classes,
        identifiability: Identifiability::Identified,
        words: new.words,
        is_relative: new.is_relative,
        assurance: decision::assurance(cx.actor().person(), cx.now()),
        papers: new.papers,
        emergency: None,
        state: State::Answered,
        is_concealed: false,
        asked_at: cx.now(),
        owner: None,
        due_at: None,
        decided: None,
        receipt: cx.new_id(),
    };
    let acting = Acting { user: &user, assurance: request.assurance };
    let considered = decision::consider(&tx, cx, acting, &request.ask(None)).await?;
    let outcome = Outcome::of(&considered, None);
    hold(&tx, &mut request, &outcome).await?;
    let (receipt, events) =
        release::issue(cx, &mut tx, &request, (&considered, &outcome), None).await?;
    request.receipt = receipt.id;
    store::add(&mut tx, &request).await?;
    if request.state == State::Held {
        notices::held(&mut tx, &request).await?;
    }
    tx.commit_all(events).await?;
    Ok(Asked { request, receipt })
}

/// Has it wait for a person of the holder, where a rule wants one.
pub(crate) async fn hold(
    tx: &Tx,
    request: &mut DataRequest,
    outcome: &Outcome,
) -> Result<(), Error> {
    const HOUR: i64 = 3600;
    if outcome.answer != Answer::Hold {
        return Ok(());
    }
    request.state = State::Held;
    request.is_concealed = outcome.is_concealed();
    request.owner = owner(tx, request.holder, request.asker).await?;
    request.due_at = Some(request.asked_at.plus_seconds(HOLD_HOURS * HOUR));
    Ok(())
}

async fn about(tx: &Tx, new: &NewRequest) -> Result<(Option<ClientId>, Option<FileNumber>), Error> {
    Ok(match &new.about {
        About::Number(number) => {
            let client = clients::by_number(tx, new.holder, number).await?;
            (client.map(|client| client.id), Some(number.clone()))
        }
        About::Client(id) => (clients::client(tx, *id).await?.map(|client| client.id), None),
    })
}

/// The one who decides for a holder: its first steward, or who leads it; never the one who asks.
async fn owner(
    tx: &Tx,
    holder: OrganizationId,
    asker: PersonId,
) -> Result<Option<PersonId>, Error> {
    let members = partnership::members(tx, holder).await?;
    let with = |role: Role| {
        members.iter().filter(|one| one.id != asker).find(|one| {
            one.works.iter().any(|work| work.organization == holder && work.roles.contains(&role))
        })
    };
    Ok(with(Role::Steward).or_else(|| with(Role::Lead)).map(|one| one.id))
}

/// Takes back what one asked and nobody has decided.
///
/// # Errors
/// When it is not the caller's, or does not wait.
pub async fn withdraw(cx: &Cx, id: RequestId) -> Result<(), Error> {
    let mut tx = cx.write(access::ASK).await?;
    let request = store::find(&tx, id).await?;
    if request.asker != cx.person()? {
        return Err(RequestError::Missing.into());
    }
    if request.told() != State::Held
        || !store::decide(&mut tx, id, State::Withdrawn, None, request.receipt).await?
    {
        return Err(RequestError::NotHeld { state: request.told() }.into());
    }
    notices::withdrawn(&mut tx, &request).await?;
    let written = Written::new(&events::Withdrawn::of(&request))?;
    tx.commit_all(vec![written]).await?;
    Ok(())
}

//! Reading for a person who is not at the door: what they let a secret address show.

use base::{Actor, PartnershipId, PersonId, SignedIn};
use store::Cx;

use crate::{Error, access, account};

/// The person as the actor of a reading that they allowed before: limited to scopes as a token is, and
/// never a fresh proof of who they are. Nobody when the account was closed.
///
/// # Errors
/// When the database fails.
pub async fn on_behalf(
    cx: &Cx,
    person: PersonId,
    scopes: Vec<String>,
    partnership: Option<PartnershipId>,
) -> Result<Option<Actor>, Error> {
    let upkeep = Cx::new(cx.store().clone(), Actor::System("on_behalf"), cx.now());
    let tx = upkeep.glance(access::KEEP_UP).await?;
    let account = account::store::by_id(&tx, person).await?;
    let open = account.filter(|account| account.closed_at.is_none());
    Ok(open.map(|account| {
        Actor::Person(SignedIn {
            person,
            name: base::Private::new(account.name.expose().to_string()),
            language: account.language,
            session: None,
            authenticated_at: account.created_at,
            strong: false,
            scopes: Some(scopes),
            partnership,
        })
    }))
}

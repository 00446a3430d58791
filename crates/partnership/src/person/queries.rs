//! Who is here, and what they know.

use std::sync::Arc;

use ::store::{Cursor, Cx, KeyPart, Page, Place, Tx, values};
use base::{OrganizationId, PersonId};

use super::{Wanted, store};
use crate::{
    Directory, Error, Knowledge, PersonEntry, Profile, access, body, body::store::Held, directory,
    foundation,
};

/// A person as the list shows them.
#[derive(Debug)]
pub(crate) struct Card {
    pub entry: PersonEntry,
    pub known: Vec<(Knowledge, String)>,
}

/// One page of people, and the organizations to name theirs.
pub(crate) struct Listed {
    pub place: Arc<Place>,
    pub page: Page<Card>,
    pub directory: Directory,
    /// How many people are here in all.
    pub count: i64,
}

pub(crate) async fn page(cx: &Cx, wanted: &Wanted) -> Result<Listed, Error> {
    let tx = cx.read(access::PEOPLE).await?;
    let place = tx.place()?;
    let directory = directory::directory(&tx).await?;
    let count = foundation::store::load(&tx).await?.people;
    Ok(Listed { place, page: cards(&tx, wanted).await?, directory, count })
}

/// Everybody for a file, in pages of the list.
pub(crate) async fn everybody(cx: &Cx) -> Result<(Vec<Card>, Directory), Error> {
    let tx = cx.read(access::PEOPLE_EXPORT).await?;
    let directory = directory::directory(&tx).await?;
    let (words, organization, role) = (Vec::new(), None, None);
    let mut wanted = Wanted { words, organization, role, after: None, limit: 200 };
    let mut all = Vec::new();
    loop {
        let page = cards(&tx, &wanted).await?;
        all.extend(page.items);
        let Some(next) = page.next else { return Ok((all, directory)) };
        wanted.after = Some(Cursor::decode(&next, &[KeyPart::Text; 2])?);
    }
}

async fn cards(tx: &Tx, wanted: &Wanted) -> Result<Page<Card>, Error> {
    let found = store::list(tx, wanted).await?;
    let limit = usize::try_from(wanted.limit).unwrap_or_default();
    let page = Page::of(found, limit, |(id, key)| Cursor(values![key, *id]));
    let ids: Vec<PersonId> = page.items.iter().map(|(id, _)| *id).collect();
    let people = directory::people(tx, &ids).await?;
    let mut known = store::knowledge_of(tx, &ids).await?;
    let card = |id: PersonId| {
        let known = known.remove(&id).unwrap_or_default();
        people.get(id).map(|entry| Card { entry: entry.clone(), known })
    };
    let items = ids.into_iter().filter_map(card).collect();
    Ok(Page { items, next: page.next })
}

/// One person of this partnership.
pub(crate) struct Sheet {
    pub place: Arc<Place>,
    pub entry: PersonEntry,
    pub profile: Profile,
    pub seats: Vec<Held>,
    pub directory: Directory,
}

pub(crate) async fn sheet(cx: &Cx, id: PersonId) -> Result<Sheet, Error> {
    let tx = cx.read(access::PEOPLE).await?;
    let entry = store::person(&tx, id).await?;
    // One who left is named in the record; what they say about themselves is not shown here.
    let profile = if entry.gone { Profile::blank(id) } else { store::profile(&tx, id).await? };
    let seats = body::store::held_by(&tx, id).await?;
    let directory = directory::directory(&tx).await?;
    Ok(Sheet { place: tx.place()?, entry, profile, seats, directory })
}

/// The signed-in person's own profile, and the organizations that they work for.
pub(crate) async fn mine(cx: &Cx) -> Result<(Profile, Vec<(OrganizationId, String)>), Error> {
    let person = cx.person()?;
    let tx = cx.read(access::MY_PROFILE).await?;
    let profile = store::profile(&tx, person).await?;
    Ok((profile, store::my_organizations(&tx).await?))
}

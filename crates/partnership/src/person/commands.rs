//! What people change about themselves, and how they come onto and off the roster.

use std::collections::BTreeSet;

use ::store::{Cx, WriteTx};
use base::{Instant, OrganizationId, PersonId, Revision};

use super::{
    events::{PersonJoined, ProfileDescribed},
    store,
};
use crate::{
    About, Error, Profile, access,
    person::{FoundIn, found_under},
    role,
};

/// A person's new words about themselves.
#[derive(Debug)]
pub struct DescribeMe {
    /// The words.
    pub about: About,
    /// The revision of the profile that they saw.
    pub seen: Revision,
}

/// Changes the signed-in person's own profile, everywhere at once.
///
/// # Errors
/// When nobody is signed in, the profile changed since it was read, or a title is for an
/// organization that the person does not work for.
pub async fn describe_me(cx: &Cx, command: DescribeMe) -> Result<Profile, Error> {
    let person = cx.person()?;
    let mut tx = cx.write(access::MY_PROFILE_CHANGE).await?;
    let mine = store::my_organizations(&tx).await?;
    for title in &command.about.titles {
        if !mine.iter().any(|(organization, _)| *organization == title.organization) {
            return Err(Error::NotOfOrganization { person, organization: title.organization });
        }
    }
    let mut profile = store::profile(&tx, person).await?;
    profile.describe(command.about, command.seen)?;
    store::save_mine(&mut tx, &profile).await?;
    profile.revision = profile.revision.next();
    index_everywhere(&mut tx, &profile).await?;
    tx.commit(&ProfileDescribed { person }).await?;
    Ok(profile)
}

/// Copies a person's new name to where lists and the search read it.
pub(crate) async fn follow_rename(cx: &Cx, person: PersonId) -> Result<(), Error> {
    let mut tx = cx.write(access::FOLLOW_ACCOUNT).await?;
    let names = identity::names(&tx, &[person]).await?;
    let Some((_, name)) = names.into_iter().next() else { return Ok(()) };
    store::rename(&mut tx, person, name.expose()).await?;
    let profile = store::profile(&tx, person).await?;
    index_everywhere(&mut tx, &profile).await?;
    Ok(tx.commit(&ProfileDescribed { person }).await?)
}

/// Puts a person who took an invited role on the roster.
pub(crate) async fn welcome(cx: &Cx, person: PersonId) -> Result<(), Error> {
    let mut tx = cx.write(access::KEEP_ROSTER).await?;
    let names = identity::names(&tx, &[person]).await?;
    let Some((_, name)) = names.into_iter().next() else { return Ok(()) };
    if store::roles(&tx, person).await?.is_empty() {
        // The role was taken back before this job ran.
        return Ok(());
    }
    enter(&mut tx, person, name.expose(), cx.now()).await?;
    Ok(tx.commit(&PersonJoined { person }).await?)
}

/// Takes back the roles of a person whose account was closed, in every partnership.
pub(crate) async fn follow_end(cx: &Cx, person: PersonId) -> Result<(), Error> {
    let tx = cx.write(access::FOLLOW_ACCOUNT).await?;
    let found = store::everywhere(&tx, person).await?;
    drop(tx);
    for place in found {
        let here = cx.clone().in_partnership_id(place.partnership);
        role::commands::end_all(&here, person).await?;
    }
    Ok(())
}

async fn index_everywhere(tx: &mut WriteTx, profile: &Profile) -> Result<(), Error> {
    let found = store::everywhere(tx, profile.person).await?;
    let words = found.iter().map(|it| (it.partnership, words(it, profile))).collect();
    store::keep_all_words(tx, profile.person, words).await
}

/// Puts a person on the roster, or finds them again under their words of today.
pub(crate) async fn enter(
    tx: &mut WriteTx,
    person: PersonId,
    name: &str,
    now: Instant,
) -> Result<(), Error> {
    store::enter(tx, person, name, now).await?;
    index(tx, person).await
}

/// Brings the words of a person in this partnership up to date.
pub(crate) async fn index(tx: &mut WriteTx, person: PersonId) -> Result<(), Error> {
    let profile = store::profile(tx, person).await?;
    let found = store::where_here(tx, person).await?;
    let words = found.iter().flat_map(|it| words(it, &profile)).collect();
    store::keep_words(tx, person, words).await
}

fn words(found: &FoundIn, profile: &Profile) -> BTreeSet<String> {
    let about = &profile.about;
    let known = about.known().into_iter().flat_map(|(_, items)| items);
    // A title elsewhere says where else the person works: it is not found here.
    let here = about.titles.iter().filter(|it| found.works_for.contains(&it.organization));
    let titles = here.map(|it| it.title.as_str());
    let names = found.names.iter().map(String::as_str);
    found_under(names.chain(titles).chain(known.map(base::Line::as_str)))
}

/// What is left of a person's place here after a role was taken back.
pub(crate) struct Left {
    /// Whether they have no more roles for the organization.
    pub organization: bool,
    /// Whether they have no more roles at all.
    pub partnership: bool,
}

/// Takes a person off the roster when no role is left, and says what is left.
pub(crate) async fn after_role(
    tx: &mut WriteTx,
    person: PersonId,
    organization: OrganizationId,
    now: Instant,
) -> Result<Left, Error> {
    let roles = store::roles(tx, person).await?;
    let left = Left {
        organization: !roles.iter().any(|(of, _)| *of == organization),
        partnership: roles.is_empty(),
    };
    if left.partnership {
        store::leave(tx, person, now).await?;
    } else {
        index(tx, person).await?;
    }
    Ok(left)
}

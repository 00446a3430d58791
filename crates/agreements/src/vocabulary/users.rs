//! Who works with data for an organization: in which role, and how well they were trained. A request of
//! somebody who is not entered is not understood.

pub(crate) mod api;
pub(crate) mod pages;

use std::sync::Arc;

use ::store::{Cx, Place};
use base::{OrganizationId, PersonId};
use partnership::{Directory, PersonEntry};

use super::{DataUser, Vocabulary, events::UserEntered, store};
use crate::{Error, access};

/// Enters a person who works with data, or changes what is known of them.
///
/// # Errors
/// When the caller does not answer for the data of the organization, or the person does not work there.
pub async fn enter(cx: &Cx, user: DataUser) -> Result<(), Error> {
    let mut tx = cx.write(access::USERS).await?;
    let Some(of) = user.organization else { return Err(Error::field("organization", "required")) };
    if !access::answers_for(&tx.place()?.standing, of) {
        return Err(Error::NotYours);
    }
    let members = partnership::members(&tx, of).await?;
    if !members.iter().any(|one| one.id == user.person) {
        return Err(Error::field("person", "choice_unknown"));
    }
    // What is known of them as a client is not this form's.
    let client = match store::user(&tx, user.person).await {
        Err(Error::UserMissing) => None,
        before => before?.client,
    };
    let (person, user) = (user.person, DataUser { client, ..user });
    if let Some(role) = &user.role
        && store::vocabulary(&tx).await?.names.role(role.as_str()).is_none()
    {
        return Err(Error::field("role", "choice_unknown"));
    }
    let ground = super::Ground { users: vec![user], ..super::Ground::default() };
    store::describe(&mut tx, &ground).await?;
    tx.commit(&UserEntered { person, organization: of, works: true }).await?;
    Ok(())
}

/// Takes a person off the list of those who work with data.
///
/// # Errors
/// When the caller does not answer for the data of their organization, or they are not on it.
pub async fn remove(cx: &Cx, person: PersonId) -> Result<(), Error> {
    let mut tx = cx.write(access::USERS).await?;
    let user = store::user(&tx, person).await?;
    let Some(of) = user.organization else { return Err(Error::UserMissing) };
    if !access::answers_for(&tx.place()?.standing, of) {
        return Err(Error::UserMissing);
    }
    store::remove_user(&mut tx, person).await?;
    tx.commit(&UserEntered { person, organization: of, works: false }).await?;
    Ok(())
}

/// The people of the reader's organizations, with those who work with data.
#[derive(Debug, Clone)]
pub struct Users {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// Those who work with data, by organization.
    pub users: Vec<DataUser>,
    /// The people of the organizations.
    pub members: Vec<(OrganizationId, PersonEntry)>,
    /// The organizations for whose data the reader answers.
    pub organizations: Vec<OrganizationId>,
}

/// The people of the organizations for whose clients the reader works.
///
/// # Errors
/// When the caller may not read them.
pub async fn users(cx: &Cx) -> Result<Users, Error> {
    let tx = cx.read(access::CLIENTS).await?;
    let place = tx.place()?;
    let (mut users, mut members) = (Vec::new(), Vec::new());
    for of in access::serving(&place.standing) {
        users.extend(store::users(&tx, of).await?);
        let all = partnership::members(&tx, of).await?;
        members.extend(all.into_iter().map(|one| (of, one)));
    }
    Ok(Users {
        directory: partnership::directory(&tx).await?,
        vocabulary: store::vocabulary(&tx).await?,
        organizations: access::answering(&place.standing),
        users,
        members,
        place,
    })
}

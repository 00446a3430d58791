//! Background work: following what happens in other contexts.

use base::PersonId;
use store::{Cx, Happened};
use web::Jobs;

use crate::{Error, person};

pub(crate) fn register(jobs: &mut Jobs) {
    jobs.after("invitation.accepted", "people.welcome", welcome);
    jobs.after("account.renamed", "people.follow_name", follow_name);
    jobs.after("account.closed", "people.follow_end", follow_end);
}

/// Puts the person who took an invited role on the roster.
async fn welcome(cx: Cx, happened: Happened) -> Result<(), Error> {
    match person_of(&happened) {
        Some(person) => person::commands::welcome(&cx, person).await,
        None => Ok(()),
    }
}

async fn follow_name(cx: Cx, happened: Happened) -> Result<(), Error> {
    match person_of(&happened) {
        Some(person) => person::commands::follow_rename(&cx, person).await,
        None => Ok(()),
    }
}

async fn follow_end(cx: Cx, happened: Happened) -> Result<(), Error> {
    match person_of(&happened) {
        Some(person) => person::commands::follow_end(&cx, person).await,
        None => Ok(()),
    }
}

fn person_of(happened: &Happened) -> Option<PersonId> {
    happened.body.get("person")?.as_str()?.parse().ok()
}

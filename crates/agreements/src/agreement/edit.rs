//! A change of one agreement, between the read and the write: who makes it, and what it leaves behind.

use std::sync::Arc;

use base::{Date, Instant, OrganizationId, PersonId};
use store::{Cx, Permission, Place, Tx, WriteTx, Written};

use super::{ActName, Agreement, Step, Target, Version, events, store as rows};
use crate::{Error, Terms, access};

/// Who changes it, for whom, when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice {
    pub(super) person: Option<PersonId>,
    pub(super) organization: Option<OrganizationId>,
    pub(super) at: Instant,
    pub(super) on: Date,
}

impl Voice {
    pub(super) fn of(cx: &Cx, tx: &Tx) -> Result<Self, Error> {
        let place = tx.place()?;
        Ok(Self {
            person: cx.actor().person().map(|person| person.person),
            organization: access::drafts_for(&place.standing)
                .or_else(|| place.standing.organizations().first().copied()),
            at: cx.now(),
            on: place.today,
        })
    }

    pub(super) fn step(self, act: ActName, version: Option<i64>) -> Step {
        let Self { person, organization, at, on } = self;
        Step { number: 0, act, version, at, on, person, organization, words: None }
    }
}

/// A change of one agreement, between the read and the write. Its row is locked.
pub(super) struct Edit {
    pub(super) tx: WriteTx,
    pub(super) place: Arc<Place>,
    pub(super) voice: Voice,
    pub(super) agreement: Agreement,
    pub(super) versions: Vec<Version>,
    /// For whom the step speaks, when it is not the voice's.
    pub(super) organization: Option<OrganizationId>,
}

impl Edit {
    pub(super) async fn of(cx: &Cx, permission: Permission, target: Target) -> Result<Self, Error> {
        let mut tx = cx.write(permission).await?;
        let agreement = rows::lock(&mut tx, target.id).await?;
        // The lock itself made one revision.
        if target.seen.is_some_and(|seen| seen.next() != agreement.revision) {
            return Err(Error::Changed);
        }
        let versions = rows::versions(&tx, target.id).await?;
        let (place, voice) = (tx.place()?, Voice::of(cx, &tx)?);
        Ok(Self { tx, place, voice, agreement, versions, organization: None })
    }

    pub(super) fn version(&self, number: i64) -> Result<Version, Error> {
        self.versions.iter().find(|version| version.number == number).cloned().ok_or(Error::Stored)
    }

    /// Notes the day on which a version came into force, and the one on which it is looked at again.
    pub(super) async fn enter_force(
        &mut self,
        number: i64,
        terms: &Terms,
        on: Date,
    ) -> Result<(), Error> {
        rows::put_in_force(&mut self.tx, self.agreement.id, number, on).await?;
        rows::look_again(&mut self.tx, self.agreement.id, terms.looked_at_again(on)).await
    }

    /// Writes the change with its steps, and says what happened.
    pub(super) async fn finish(
        mut self,
        version: Version,
        acts: Vec<(ActName, Option<String>)>,
    ) -> Result<Agreement, Error> {
        let main = self.agreement.main_version();
        let shown =
            self.versions.iter().find(|one| one.number == main && one.number != version.number);
        rows::save(&mut self.tx, &self.agreement, &shown.unwrap_or(&version).terms).await?;
        let organization = self.organization.or(self.voice.organization);
        let steps = acts
            .into_iter()
            .map(|(act, words)| {
                let step = self.voice.step(act, Some(version.number));
                Step { organization, words, ..step }
            })
            .collect();
        finish(self.tx, &self.agreement, &version, steps).await?;
        Ok(self.agreement)
    }
}

pub(super) async fn finish(
    mut tx: WriteTx,
    agreement: &Agreement,
    version: &Version,
    steps: Vec<Step>,
) -> Result<(), Error> {
    let hash = version.sealed.as_ref().map(|(_, hash)| hash.as_str());
    let mut happened: Vec<Written> = Vec::new();
    for step in &steps {
        rows::add_step(&mut tx, agreement.id, step).await?;
        happened.push(events::of(agreement, &version.terms, hash, step)?);
    }
    Ok(tx.commit_all(happened).await?)
}

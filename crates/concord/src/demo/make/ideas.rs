//! What the partners tried, and what came of it.

use ::plan::idea::{self, Account, Kind, Pilot, Target, Verdict};
use base::Instant;

use super::{Happening, Maker, What, parsed};
use crate::{demo::content::Idea, failure::Failure};

const PLACE: &str = "riverbend";

/// One turn of an idea.
#[derive(Clone, Copy)]
pub(super) enum Turn {
    Noted,
    Begun,
    Ended,
}

impl Maker<'_> {
    pub(super) fn ideas(&self) -> Vec<Happening> {
        let mut all = Vec::new();
        for (idea, written) in self.content.plan.idea.iter().enumerate() {
            let mut add = |days: i64, turn| {
                all.push(Happening { at: self.days(days), what: What::Idea { idea, turn } });
            };
            add(written.noted, Turn::Noted);
            written.begun.into_iter().for_each(|days| add(days, Turn::Begun));
            written.ended.into_iter().for_each(|days| add(days, Turn::Ended));
        }
        all
    }

    pub(super) async fn idea(
        &mut self,
        number: usize,
        turn: Turn,
        at: Instant,
    ) -> Result<(), Failure> {
        let Some(written) = self.content.plan.idea.get(number) else { return Ok(()) };
        let cx = self.person_in(&written.by, PLACE, at)?;
        let because = || Failure::because(format!("the idea: {}", written.title));
        if matches!(turn, Turn::Noted) {
            let kind = written.kind.as_deref().map_or(Ok(Kind::Idea), parsed)?;
            let idea = idea::propose(&cx, kind, self.thought(written)?).await.map_err(because())?;
            self.ideas.insert(number, idea.id);
            return Ok(());
        }
        let Some(id) = self.ideas.get(&number).copied() else { return Ok(()) };
        let target = Target { id, seen: None };
        let done = match turn {
            Turn::Noted => return Ok(()),
            Turn::Begun => idea::begin(&cx, target, self.pilot(written)?).await,
            Turn::Ended => {
                let verdict = parsed::<Verdict>(written.verdict.as_deref().unwrap_or("drop"))?;
                let learned = parsed(written.learned.as_deref().unwrap_or_default())?;
                idea::conclude(&cx, target, verdict, learned).await
            }
        };
        done.map(drop).map_err(because())
    }

    fn thought(&self, written: &Idea) -> Result<Account, Failure> {
        Ok(Account {
            title: parsed(&written.title)?,
            details: written.about.as_deref().map(parsed).transpose()?,
            owner: self.organization(&written.owner)?,
            source: written.source.as_deref().map(parsed).transpose()?,
            link: None,
        })
    }

    fn pilot(&self, written: &Idea) -> Result<Pilot, Failure> {
        Ok(Pilot {
            question: parsed(written.question.as_deref().unwrap_or_default())?,
            yardstick: parsed(written.yardstick.as_deref().unwrap_or_default())?,
            starts: self.day(written.begun.unwrap_or_default()),
            due: self.day(written.ends.unwrap_or_default()),
            carrier: self.organization(written.carrier.as_deref().unwrap_or(&written.owner))?,
        })
    }
}

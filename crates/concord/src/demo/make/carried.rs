//! Who carries the partners' plan, what waits for what in it, what is measured by what, and what may
//! go wrong.

use ::plan::{
    responsibility::{self, Bearer, Duty, NewRole, Responsibility},
    risk::{self, Account, Grade, Kind, Response, Weight},
    roadmap,
};
use base::Instant;

use super::{Happening, Maker, What, parsed};
use crate::{demo::content::Risk, failure::Failure};

const PLACE: &str = "riverbend";
const KEEPER: &str = "grace";

/// One turn of a risk.
#[derive(Clone, Copy)]
pub(super) enum Turn {
    Noted,
    Happened,
    Closed,
}

impl Maker<'_> {
    /// When parts are taken, waits noted, measures attached and risks written down.
    pub(super) fn carried(&self) -> Vec<Happening> {
        let months = self.content.partnerships.iter().find(|one| one.key == PLACE);
        let founded = self.founding(months.map_or(12, |place| place.months));
        let mut all = vec![
            // On the day after the plan was made, before anything of it is reached.
            Happening { at: founded.plus_seconds(3 * 86_400), what: What::Wait },
            Happening { at: self.days(-70), what: What::Carry },
            Happening { at: self.days(-64), what: What::Gauge },
            Happening { at: self.days(-3), what: What::Ask },
        ];
        for (risk, written) in self.content.plan.risk.iter().enumerate() {
            let mut add = |days: i64, turn| {
                all.push(Happening { at: self.days(days), what: What::Risk { risk, turn } });
            };
            add(written.noted, Turn::Noted);
            written.happened.into_iter().for_each(|days| add(days, Turn::Happened));
            written.closed.into_iter().for_each(|days| add(days, Turn::Closed));
        }
        all
    }

    /// The coordinator asks, and those who are asked agree.
    pub(super) async fn carry(&self, at: Instant) -> Result<(), Failure> {
        for (number, strategy) in self.content.plan.strategy.iter().enumerate() {
            let item = self.item(&format!("strategy {number}"))?;
            let roles = &strategy.roles;
            let with = |duty, keys: &[String]| -> Vec<(Duty, String)> {
                keys.iter().map(|key| (duty, key.clone())).collect()
            };
            let lead: Vec<String> = roles.lead.iter().cloned().collect();
            let all = [
                with(Duty::Lead, &lead),
                with(Duty::Support, &roles.support),
                with(Duty::Consulted, &roles.consulted),
                with(Duty::Informed, &roles.informed),
            ];
            for (duty, key) in all.concat() {
                let role = self.ask_for(item, duty, &key, at).await?;
                let who = self.lead_of(&key)?;
                let cx = self.person_in(&who, PLACE, at.plus_seconds(3_600))?;
                let target = responsibility::Target { id: role.id, seen: None };
                let agreed = responsibility::accept(&cx, target, None).await;
                agreed.map(drop).map_err(Failure::because("a part of the demo"))?;
            }
        }
        Ok(())
    }

    /// Some were asked, and have not answered yet.
    pub(super) async fn ask_more(&self, at: Instant) -> Result<(), Failure> {
        for (number, strategy) in self.content.plan.strategy.iter().enumerate() {
            let item = self.item(&format!("strategy {number}"))?;
            for key in &strategy.roles.asked {
                self.ask_for(item, Duty::Support, key, at).await?;
            }
        }
        Ok(())
    }

    async fn ask_for(
        &self,
        item: ::plan::goal::ItemId,
        duty: Duty,
        key: &str,
        at: Instant,
    ) -> Result<Responsibility, Failure> {
        let cx = self.person_in(KEEPER, PLACE, at)?;
        let bearer = Bearer::Organization(self.organization(key)?);
        let new = NewRole { item, bearer, duty, words: None };
        responsibility::propose(&cx, new).await.map_err(Failure::because("a part of the demo"))
    }

    /// Somebody who leads an organization.
    fn lead_of(&self, organization: &str) -> Result<String, Failure> {
        let leads =
            self.content.people.iter().find(|one| one.role == "lead" && one.org == organization);
        leads.map(|one| one.key.clone()).ok_or_else(|| super::unknown("lead of", organization))
    }

    pub(super) async fn wait(&self, at: Instant) -> Result<(), Failure> {
        let cx = self.person_in(KEEPER, PLACE, at)?;
        for wait in &self.content.plan.wait {
            let target = ::plan::goal::Target { id: self.titled(&wait.after)?, seen: None };
            let done = roadmap::wait_for(&cx, target, self.titled(&wait.before)?, wait.lag).await;
            done.map(drop).map_err(Failure::because(format!("the wait of {}", wait.after)))?;
        }
        Ok(())
    }

    pub(super) async fn gauge(&self, at: Instant) -> Result<(), Failure> {
        let cx = self.person_in(KEEPER, PLACE, at)?;
        for gauge in &self.content.plan.gauge {
            let measure = self.content.measures.iter().position(|one| one.title == gauge.measure);
            let slug = measure.and_then(|at| self.measured.get(&at));
            let slug = slug.ok_or_else(|| super::unknown("measure", &gauge.measure))?;
            let done = measures::serving::serve(&cx, slug, self.item(&gauge.item)?).await;
            done.map(drop).map_err(Failure::because(format!("the measure {}", gauge.measure)))?;
        }
        Ok(())
    }

    pub(super) async fn risk(
        &mut self,
        number: usize,
        turn: Turn,
        at: Instant,
    ) -> Result<(), Failure> {
        let Some(written) = self.content.plan.risk.get(number) else { return Ok(()) };
        let cx = self.person_in(&written.by, PLACE, at)?;
        let because = || Failure::because(format!("the risk: {}", written.title));
        if matches!(turn, Turn::Noted) {
            let account = self.account(written)?;
            let threatens =
                written.threatens.iter().map(|key| self.item(key).or_else(|_| self.titled(key)));
            let threatens = threatens.collect::<Result<Vec<_>, Failure>>()?;
            let risk = risk::note(&cx, Kind::Risk, account, threatens).await.map_err(because())?;
            self.risks.insert(number, risk.id);
            return Ok(());
        }
        let Some(id) = self.risks.get(&number).copied() else { return Ok(()) };
        let target = risk::Target { id, seen: None };
        let done = match turn {
            Turn::Noted => return Ok(()),
            Turn::Happened => {
                risk::happen(&cx, target, None).await.map_err(because())?;
                let weight = Weight { likelihood: None, effect: grade(written.effect)? };
                risk::review(&cx, target, (weight, self.day(written.review)), None).await
            }
            Turn::Closed => {
                let words = written.ended.as_deref().unwrap_or("It is over.");
                risk::close(&cx, target, parsed(words)?).await
            }
        };
        done.map(drop).map_err(because())
    }

    fn account(&self, written: &Risk) -> Result<Account, Failure> {
        Ok(Account {
            title: parsed(&written.title)?,
            details: None,
            weight: Weight {
                likelihood: Some(grade(written.likelihood)?),
                effect: grade(written.effect)?,
            },
            owner: self.organization(&written.owner)?,
            response: parsed::<Response>(&written.response)?,
            plan: written.plan.as_deref().map(parsed).transpose()?,
            review_on: Some(self.day(written.review.max(written.noted + 1))),
        })
    }

    /// The strategy or milestone that is called so.
    fn titled(&self, title: &str) -> Result<::plan::goal::ItemId, Failure> {
        for (number, strategy) in self.content.plan.strategy.iter().enumerate() {
            if strategy.title == title {
                return self.item(&format!("strategy {number}"));
            }
            let step = strategy.milestone.iter().position(|step| step.title == title);
            if let Some(step) = step {
                return self.item(&format!("strategy {number} step {step}"));
            }
        }
        Err(super::unknown("work", title))
    }
}

fn grade(number: i64) -> Result<Grade, Failure> {
    Grade::of(number).ok_or_else(|| super::unknown("grade", &number.to_string()))
}

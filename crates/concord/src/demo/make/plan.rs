//! Writes the partners' plan down, reaches its milestones day by day, and reviews its goals.

use ::plan::goal::{self, Aim, Ending, Item, Layer, NewItem, Span, Status, Target};
use base::{Date, Instant};
use store::Cx;

use super::{Happening, Maker, What, parsed};
use crate::{
    demo::content::{Aim as Written, Milestone},
    failure::Failure,
};

const DAY: i64 = 86_400;
/// The partnership whose plan is written, and who keeps it.
const PLACE: &str = "riverbend";
const KEEPER: &str = "grace";
/// When goals were last looked at; the others are due.
const REVIEWED: [(&str, i64); 4] = [("1", 40), ("2", 75), ("3", 120), ("5", 300)];

impl Maker<'_> {
    /// When the plan was made, each milestone reached, each goal reviewed.
    pub(super) fn planned(&self) -> Vec<Happening> {
        let months = self.content.partnerships.iter().find(|one| one.key == PLACE);
        let begun = self.founding(months.map_or(12, |place| place.months)).plus_seconds(2 * DAY);
        let mut all = vec![Happening { at: begun, what: What::Plan }];
        for (strategy, written) in self.content.plan.strategy.iter().enumerate() {
            for (milestone, step) in written.milestone.iter().enumerate() {
                if step.due < 0 && !step.open {
                    let what = What::Reach { strategy, milestone };
                    all.push(Happening { at: self.days(step.due), what });
                }
            }
        }
        for (goal, ago) in REVIEWED {
            all.push(Happening { at: self.days(-ago), what: What::Review { goal } });
        }
        all.push(Happening { at: self.days(-6), what: What::Judge });
        all.retain(|one| one.at >= begun);
        all
    }

    pub(super) async fn plan(&mut self, at: Instant) -> Result<(), Failure> {
        let cx = self.person_in(KEEPER, PLACE, at)?;
        let plan = &self.content.plan;
        let layers = [
            (Layer::Goal, &plan.goal),
            (Layer::Objective, &plan.objective),
            (Layer::Strategy, &plan.strategy),
        ];
        for (layer, written) in layers {
            for (number, aim) in written.iter().enumerate() {
                let item = self.put(&cx, layer, aim).await?;
                let key = aim.key.clone().unwrap_or_else(|| format!("strategy {number}"));
                self.planned.insert(key, item.id);
                for (step, milestone) in aim.milestone.iter().enumerate() {
                    let id = self.put_step(&cx, &item, aim, milestone).await?;
                    self.planned.insert(format!("strategy {number} step {step}"), id);
                }
            }
        }
        Ok(())
    }

    async fn put(&self, cx: &Cx, layer: Layer, written: &Written) -> Result<Item, Failure> {
        let serves = written.serves.iter().map(|key| self.item(key));
        let new = NewItem {
            layer,
            aim: Aim {
                title: parsed(&written.title)?,
                details: written.about.as_deref().map(parsed).transpose()?,
                term: written.term.as_deref().map(parsed).transpose()?,
                yardstick: written.yardstick.as_deref().map(parsed).transpose()?,
                owner: self.organization(&written.owner)?,
            },
            span: Span {
                starts: written.starts.map(|days| self.day(days)),
                due: Some(self.day(written.due)),
            },
            serves: serves.collect::<Result<_, Failure>>()?,
        };
        goal::add(cx, new).await.map_err(Failure::because(format!("the plan: {}", written.title)))
    }

    async fn put_step(
        &self,
        cx: &Cx,
        strategy: &Item,
        written: &Written,
        step: &Milestone,
    ) -> Result<goal::ItemId, Failure> {
        let new = NewItem {
            layer: Layer::Milestone,
            aim: Aim {
                title: parsed(&step.title)?,
                details: None,
                term: None,
                yardstick: None,
                owner: self.organization(&written.owner)?,
            },
            span: Span { starts: None, due: Some(self.day(step.due)) },
            serves: vec![strategy.id],
        };
        let added = goal::add(cx, new).await;
        Ok(added.map_err(Failure::because(format!("the milestone: {}", step.title)))?.id)
    }

    pub(super) async fn reach(
        &self,
        strategy: usize,
        milestone: usize,
        at: Instant,
    ) -> Result<(), Failure> {
        let cx = self.person_in(KEEPER, PLACE, at)?;
        let id = self.item(&format!("strategy {strategy} step {milestone}"))?;
        let done = goal::close(&cx, Target { id, seen: None }, Ending::Reached, None).await;
        done.map(drop).map_err(Failure::because("a milestone of the demo"))
    }

    pub(super) async fn review(&self, key: &str, at: Instant) -> Result<(), Failure> {
        let cx = self.person_in(KEEPER, PLACE, at)?;
        let words = parsed("The board read it aloud, looked at the numbers and kept it.")?;
        let target = Target { id: self.item(key)?, seen: None };
        let done = goal::review(&cx, target, Some(words)).await;
        done.map(drop).map_err(Failure::because("a review of the demo"))
    }

    /// One lead knows more than the dates say.
    pub(super) async fn judge(&self, at: Instant) -> Result<(), Failure> {
        let cx = self.person_in("margaret", PLACE, at)?;
        let cold = self.content.plan.strategy.iter().position(|one| one.title == "Cold-night plan");
        let id = self.item(&format!("strategy {}", cold.unwrap_or_default()))?;
        let why = parsed("The church hall we counted on is being sold. We look for another site.")?;
        let done = goal::judge(&cx, Target { id, seen: None }, Status::AtRisk, why).await;
        done.map(drop).map_err(Failure::because("a judgement of the demo"))
    }

    /// Lets everybody see how the county is doing, and how its first goal came about.
    pub(in crate::demo) async fn show_everybody(&self, at: Instant) -> Result<(), Failure> {
        const PARTS: [&str; 6] = ["page", "goals", "promises", "decisions", "measures", "stories"];
        let told = || Failure::because("what everybody may see of the demo");
        let cx = self.person_in(KEEPER, PLACE, at)?;
        partnership::show_parts(&cx, &PARTS).await.map_err(told())?;
        let first = self.content.plan.goal.first();
        let title = first.map(|aim| aim.title.as_str()).unwrap_or_default();
        let key = first.and_then(|aim| aim.key.as_deref()).unwrap_or("1");
        let record = web::Record::new("plan_item", self.item(key)?);
        partnership::publish_story(&cx, &record, title).await.map_err(told())
    }

    /// The item that goes by a key.
    pub(super) fn item(&self, key: &str) -> Result<goal::ItemId, Failure> {
        self.planned.get(key).copied().ok_or_else(|| super::unknown("item of the plan", key))
    }

    /// A day, counted from today.
    pub(super) fn day(&self, days: i64) -> Date {
        self.today.date().plus_days(days)
    }

    /// Noon of a day, counted from today.
    pub(super) fn days(&self, days: i64) -> Instant {
        self.day(days).start_in(&self.today.zone).plus_seconds(DAY / 2)
    }
}

//! Who and what the invented county is made of, as written in `demo/*.toml`.

use figment::{
    Figment,
    providers::{Format, Toml},
};
use serde::Deserialize;

pub(super) use self::{
    decisions::{Carry, Decision as DecisionText, Decisions, Say},
    meetings::{Event, Held, Item as MeetingItem, Meetings, Promise as MeetingPromise},
    plan::{Aim, Idea, Milestone, Plan, Risk},
};
use crate::failure::Failure;

mod decisions;
mod meetings;
mod plan;
pub(super) mod talk;

/// Everything that was written by hand.
#[derive(Debug)]
pub struct Content {
    /// The organizations.
    pub organizations: Vec<Organization>,
    /// The partnerships with their bodies.
    pub partnerships: Vec<Partnership>,
    /// The people.
    pub people: Vec<Person>,
    /// What they promise each other.
    pub promises: Vec<Promise>,
    /// What they measure.
    pub measures: Vec<Measure>,
    /// What they want to reach, and the work that carries it.
    pub plan: Plan,
    /// What they decided, and how.
    pub decisions: Vec<DecisionText>,
    /// What they say, announce, disagree on and write together.
    pub talk: talk::Talk,
    /// When they met, and what they hold for each other.
    pub meetings: Meetings,
}

/// An organization.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// What the other files call it.
    pub key: String,
    /// Its name.
    pub name: String,
    /// A few letters.
    pub short: String,
    /// Its name in addresses.
    pub slug: String,
    /// What it is.
    pub kind: String,
    /// The field it works in.
    pub sector: String,
    /// What it does.
    pub about: String,
    /// Its own page.
    pub website: String,
}

/// A partnership.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partnership {
    /// What the other files call it.
    pub key: String,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What it hopes for.
    pub vision: String,
    /// What it does.
    pub purpose: String,
    /// Where.
    pub area: String,
    /// Its time zone.
    pub zone: String,
    /// Who keeps it moving.
    pub coordinator: String,
    /// How old it is.
    pub months: i64,
    /// What it wants to reach.
    pub goals: Vec<String>,
    /// Where its promises come from when nobody offered them freely.
    pub origins: Vec<Origin>,
    /// Who is in it.
    pub members: Vec<Member>,
    /// Its councils, groups and teams.
    pub body: Vec<Body>,
}

/// Where a promise comes from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// What kind of source.
    pub kind: String,
    /// Which one.
    pub reference: String,
}

/// An organization's part in a partnership.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The organization.
    pub org: String,
    /// Its part.
    #[serde(rename = "as")]
    pub part: String,
}

/// A council, group or team.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// What it is for.
    pub about: String,
    /// Its seats.
    pub seats: Vec<Seat>,
}

/// A seat.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// What it is called.
    pub title: String,
    /// For whom.
    pub org: String,
    /// Who holds it; an open seat has nobody.
    pub holder: Option<String>,
}

/// A person.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What the other files call them.
    pub key: String,
    /// Their name.
    pub name: String,
    /// Where they work.
    pub org: String,
    /// What they are there.
    pub title: String,
    /// What they may do.
    pub role: String,
    /// The only partnerships they are in; all of their organization's when it is missing.
    pub only: Option<Vec<String>>,
    /// The kind of user that they show to a visitor.
    pub shows: Option<String>,
    /// What they can do.
    pub skills: Vec<String>,
    /// What they speak.
    pub languages: Vec<String>,
    /// In their own words.
    pub about: String,
}

/// A promise, before anybody made it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// Who promises; stands once, at the top of a file.
    #[serde(skip)]
    pub from: String,
    /// The named result.
    pub title: String,
    /// More about it.
    pub result: String,
    /// Who waits for it: an organization, or `all`.
    pub to: String,
    /// The partnership in which it is made.
    #[serde(rename = "in", default = "riverbend")]
    pub place: String,
    /// The goal, counted from 1; the file's own when it is missing.
    #[serde(default)]
    pub goal: usize,
    /// Who is in charge.
    pub who: Option<String>,
    /// What may come between.
    pub hitch: Option<String>,
    /// What the one who waits says in the end.
    pub thanks: Option<String>,
    /// Days from today, when the story needs this day.
    pub due: Option<i64>,
    /// What it was before it was moved, in days from today.
    pub moved_from: Option<i64>,
    /// Where it stands, when the story needs it.
    pub state: Option<Pinned>,
}

/// Where a promise of the story stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pinned {
    /// It binds.
    Open,
    /// It binds, its day has passed and its maker has said why.
    Stalled,
    /// It was kept.
    Kept,
    /// Its maker says that it is done.
    Claimed,
    /// It waits for an answer.
    Offered,
    /// It was answered with other terms.
    Countered,
}

/// A measure with its numbers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its name.
    pub title: String,
    /// The partnership that keeps it.
    #[serde(rename = "in", default = "riverbend")]
    pub place: String,
    /// Of a population; or how much, how well, is anyone better off.
    pub kind: String,
    /// What is counted.
    pub unit: String,
    /// Which way is better.
    pub direction: String,
    /// How often.
    pub every: String,
    /// How many periods lie between two values.
    #[serde(default = "one")]
    pub step: i32,
    /// The organization that keeps it.
    pub owner: String,
    /// The person who keeps it.
    pub keeper: String,
    /// What is counted, in words.
    pub numerator: String,
    /// Of what.
    pub denominator: Option<String>,
    /// Where it comes from.
    pub source: String,
    /// What it does not see.
    pub limits: Option<String>,
    /// The values, the latest last.
    pub values: Vec<f64>,
    /// How many cases stand behind each value.
    #[serde(default)]
    pub counts: Vec<i64>,
    /// What shall be reached.
    pub targets: Vec<Target>,
    /// What helps.
    #[serde(default)]
    pub helps: Vec<String>,
    /// What slows.
    #[serde(default)]
    pub slows: Vec<String>,
    /// What comes next.
    #[serde(default)]
    pub next: Vec<String>,
    /// What happened along the way.
    #[serde(default)]
    pub notes: Vec<MeasureNote>,
}

/// What shall be reached, and when.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The value.
    pub value: f64,
    /// Quarters after the last value.
    pub quarters: i32,
}

/// What happened in one period.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureNote {
    /// Periods before the last one.
    pub back: usize,
    /// What.
    pub text: String,
}

const fn one() -> i32 {
    1
}

/// A short name that a program knows a title by.
pub(super) fn code(title: &str) -> String {
    let sign = |sign: char| if sign.is_alphanumeric() { sign.to_ascii_lowercase() } else { '_' };
    title.chars().map(sign).collect()
}

fn riverbend() -> String {
    "riverbend".to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Places {
    organization: Vec<Organization>,
    partnership: Vec<Partnership>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    person: Vec<Person>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Promises {
    from: String,
    goal: usize,
    promise: Vec<Promise>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Measures {
    measure: Vec<Measure>,
}

const PROMISES: [&str; 9] = [
    include_str!("../../demo/promises/housing.toml"),
    include_str!("../../demo/promises/health.toml"),
    include_str!("../../demo/promises/behavioral.toml"),
    include_str!("../../demo/promises/sheriff.toml"),
    include_str!("../../demo/promises/social.toml"),
    include_str!("../../demo/promises/workforce.toml"),
    include_str!("../../demo/promises/harbor.toml"),
    include_str!("../../demo/promises/crossroads.toml"),
    include_str!("../../demo/promises/lived.toml"),
];

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Failure> {
    let figment = Figment::from(Toml::string(text));
    figment.extract().map_err(|error| Failure::Failed(format!("the demo's own text: {error}")))
}

impl Content {
    /// Reads what is built into the program.
    ///
    /// # Errors
    /// When that is not well formed, which a test would have found.
    pub fn read() -> Result<Self, Failure> {
        let places: Places = read(include_str!("../../demo/places.toml"))?;
        let people: People = read(include_str!("../../demo/people.toml"))?;
        let measures: Measures = read(include_str!("../../demo/measures.toml"))?;
        let plan: Plan = read(include_str!("../../demo/plan.toml"))?;
        let decisions: Decisions = read(include_str!("../../demo/decisions.toml"))?;
        let talk: talk::Talk = read(include_str!("../../demo/talk.toml"))?;
        let meetings: Meetings = read(include_str!("../../demo/meetings.toml"))?;
        let mut promises = Vec::new();
        for text in PROMISES {
            let file: Promises = read(text)?;
            let named = |promise: Promise| Promise {
                from: file.from.clone(),
                goal: if promise.goal == 0 { file.goal } else { promise.goal },
                ..promise
            };
            promises.extend(file.promise.into_iter().map(named));
        }
        Ok(Self {
            organizations: places.organization,
            partnerships: places.partnership,
            people: people.person,
            promises,
            measures: measures.measure,
            plan,
            decisions: decisions.decision,
            talk,
            meetings,
        })
    }

    /// Who may act for an organization in a partnership.
    #[must_use]
    pub fn staff(&self, organization: &str, place: &str) -> Vec<&Person> {
        self.people
            .iter()
            .filter(|person| person.org == organization && person.is_in(place))
            .filter(|person| person.role != "guest")
            .collect()
    }
}

impl Person {
    /// Whether their organization's place in a partnership is theirs too.
    #[must_use]
    pub fn is_in(&self, place: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.iter().any(|one| one == place))
    }

    /// Where mail for them goes; `.example` never leads anywhere.
    #[must_use]
    pub fn email(&self) -> String {
        let name = self.name.to_lowercase().replace(' ', ".");
        format!("{name}@{}.riverbend.example", self.org)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_county_is_as_large_as_it_should_be() {
        let content = Content::read().unwrap();
        assert_eq!(content.organizations.len(), 9);
        assert_eq!(content.partnerships.len(), 3);
        assert_eq!(content.people.len(), 40);
        assert_eq!(content.people.iter().filter(|person| person.shows.is_some()).count(), 6);
        assert!(content.promises.len() >= 120);
        let riverbend = content.measures.iter().filter(|measure| measure.place == "riverbend");
        assert!(riverbend.count() >= 12);
        let plan = &content.plan;
        assert_eq!((plan.goal.len(), plan.objective.len(), plan.strategy.len()), (5, 14, 20));
        assert_eq!(plan.strategy.iter().map(|one| one.milestone.len()).sum::<usize>(), 60);
        assert_eq!(content.decisions.len(), 12);
        let meetings = &content.meetings;
        assert_eq!((meetings.meeting.len(), meetings.event.len()), (6, 2));
        let titles: BTreeSet<&str> =
            content.promises.iter().map(|promise| promise.title.as_str()).collect();
        assert_eq!(titles.len(), content.promises.len(), "every promise has its own title");
    }

    #[test]
    fn whoever_is_named_is_there() {
        let content = Content::read().unwrap();
        let member = |place: &str, org: &str| {
            let at = content.partnerships.iter().find(|one| one.key == place).unwrap();
            at.members.iter().any(|member| member.org == org)
        };
        for promise in &content.promises {
            let told = &promise.title;
            assert!(member(&promise.place, &promise.from), "{told}: {}", promise.from);
            assert!(promise.to == "all" || member(&promise.place, &promise.to), "{told}");
            assert!(promise.to != promise.from, "{told}");
            assert!(!content.staff(&promise.from, &promise.place).is_empty(), "{told}");
            if let Some(who) = &promise.who {
                let staff = content.staff(&promise.from, &promise.place);
                assert!(staff.iter().any(|person| &person.key == who), "{told}: {who}");
            }
        }
        let plan = &content.plan;
        let all = || plan.goal.iter().chain(&plan.objective).chain(&plan.strategy);
        for aim in all() {
            assert!(member("riverbend", &aim.owner), "{}", aim.title);
            for upper in &aim.serves {
                assert!(all().any(|one| one.key.as_ref() == Some(upper)), "{}: {upper}", aim.title);
            }
        }
        for measure in &content.measures {
            assert!(member(&measure.place, &measure.owner), "{}", measure.title);
            let keeper = content.people.iter().find(|one| one.key == measure.keeper).unwrap();
            assert_eq!(keeper.org, measure.owner, "{}", measure.title);
            assert!(measure.counts.is_empty() || measure.counts.len() == measure.values.len());
        }
    }

    #[test]
    fn nobody_could_be_reached_for_real() {
        for person in Content::read().unwrap().people {
            assert!(person.email().parse::<base::EmailAddress>().is_ok());
            assert!(person.email().ends_with(".example"), "{}", person.email());
        }
    }
}

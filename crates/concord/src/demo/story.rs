//! What happened in the invented county: each promise with the turns it took, before anything is
//! written down. No I/O: a seed and a day make a story.

use base::{Date, Instant, Zone};

use super::{
    chance::Chance,
    content::{Content, Origin, Partnership, Person, Pinned, Promise},
};

mod fate;

use fate::{Decks, Fate};

/// One promise and all that became of it.
#[derive(Debug)]
pub(super) struct Tale {
    /// What is promised, by whom, to whom.
    pub(super) promise: Promise,
    /// Where it comes from; its maker's own offer when there is none.
    pub(super) origin: Option<Origin>,
    /// The goal that it serves.
    pub(super) goal: Option<String>,
    /// What was done, in order.
    pub(super) turns: Vec<Turn>,
}

/// One thing that one person did.
#[derive(Debug)]
pub(super) struct Turn {
    /// When.
    pub(super) at: Instant,
    /// Who, by key.
    pub(super) who: String,
    /// What.
    pub(super) deed: Deed,
}

/// What can be done with a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deed {
    /// The promiser offers it.
    Offer { due: Date },
    /// The one who would receive it asks for it.
    Ask { due: Date },
    /// The other side agrees.
    Accept,
    /// The other side says no.
    Decline { why: String },
    /// The other side answers with another date.
    Counter { due: Date, why: String },
    /// Its maker says that it is done, with a link that shows it.
    ClaimDone { note: Option<String>, proof: Option<String> },
    /// The one who waits agrees that it is done.
    Confirm { thanks: Option<String> },
    /// The one who waits misses something.
    NotYet { why: String },
    /// Its maker moves the date.
    Move { to: Date, why: String },
    /// Its maker says what is in the way.
    Explain { why: String },
    /// It will not come.
    Break { why: String },
    /// It is taken back before an answer.
    Withdraw { why: String },
}

/// When "now" is, and where.
#[derive(Debug, Clone)]
pub(super) struct Today {
    /// The instant at which the demo is made.
    pub(super) now: Instant,
    /// The zone of the county.
    pub(super) zone: Zone,
}

impl Today {
    pub(super) fn date(&self) -> Date {
        self.now.date_in(&self.zone)
    }

    /// A working moment on that day, or on the working day before; never after now.
    fn moment(&self, day: Date, chance: &mut Chance) -> Instant {
        let minutes = chance.between(8 * 60 + 10, 16 * 60 + 50);
        let at = workday(day).start_in(&self.zone).plus_seconds(minutes * 60);
        if at < self.now { at } else { self.now.plus_seconds(-60 * chance.between(12, 90)) }
    }
}

/// The day itself, or the Friday before.
pub(super) fn workday(day: Date) -> Date {
    day.plus_days(-i64::from((day.weekday() - 4).max(0)))
}

/// The tales of all partnerships.
pub(super) fn tales(content: &Content, today: &Today, seed: &Chance) -> Vec<Tale> {
    let mut decks = Decks::shuffled(seed);
    content
        .partnerships
        .iter()
        .flat_map(|place| tales_of(content, place, today, seed, &mut decks))
        .collect()
}

fn tales_of(
    content: &Content,
    place: &Partnership,
    today: &Today,
    seed: &Chance,
    decks: &mut Decks,
) -> Vec<Tale> {
    let mut chance = seed.about(&place.key);
    let mut loose: Vec<&Promise> =
        content.promises.iter().filter(|one| one.place == place.key && one.due.is_none()).collect();
    chance.shuffle(&mut loose);
    let count = i64::try_from(loose.len()).unwrap_or(1).max(1);
    let mut told: Vec<Tale> = Vec::new();
    for (at, promise) in (0_i64..).zip(loose) {
        let day = spread(at, count, (place.months * 30).min(730) - 60) + chance.between(-3, 3);
        let due = workday(today.date().plus_days(day));
        let fate = decks.deal(day, promise.hitch.is_some());
        told.extend(Teller { content, place, today, chance: &mut chance }.tell(promise, due, fate));
    }
    for promise in content.promises.iter().filter(|one| one.place == place.key) {
        if let Some(day) = promise.due {
            let due = workday(today.date().plus_days(day));
            let fate = fate_of(promise, day);
            told.extend(
                Teller { content, place, today, chance: &mut chance }.tell(promise, due, fate),
            );
        }
    }
    told
}

/// The day of one of so many promises: three in four in the past, the others in the next months.
fn spread(at: i64, count: i64, past_days: i64) -> i64 {
    let past = (count * 3 / 4).max(1);
    if at < past {
        past_days * at / past - past_days
    } else {
        110 * (at - past) / (count - past).max(1) + 4
    }
}

fn fate_of(promise: &Promise, day: i64) -> Fate {
    match promise.state.unwrap_or(Pinned::Open) {
        Pinned::Open if promise.moved_from.is_some() => Fate::OpenMoved,
        Pinned::Open if day < 0 => Fate::Overdue,
        Pinned::Open => Fate::Open,
        Pinned::Stalled => Fate::Stalled,
        Pinned::Kept => Fate::Kept,
        Pinned::Claimed => Fate::Unconfirmed,
        Pinned::Offered => Fate::Offered,
        Pinned::Countered => Fate::Countered,
    }
}

/// Tells one promise after the other.
struct Teller<'a> {
    content: &'a Content,
    place: &'a Partnership,
    today: &'a Today,
    chance: &'a mut Chance,
}

/// Who speaks for the two sides.
struct Cast {
    maker: String,
    maker_lead: String,
    waiter: String,
    waiter_lead: String,
}

impl<'a> Teller<'a> {
    fn tell(&mut self, promise: &Promise, due: Date, fate: Fate) -> Option<Tale> {
        let cast = self.cast(promise)?;
        let hitch = promise.hitch.clone().unwrap_or_else(|| "Other work came first.".to_owned());
        let plan = fate::plan(fate, due, self.today.date(), promise.moved_from, self.chance);
        let mut turns: Vec<Turn> = Vec::new();
        for (day, beat) in plan {
            if day > self.today.date() {
                break;
            }
            let (who, deed) = self.deed(beat, promise, &cast, &hitch);
            // One after the other, also when two fall on the same day.
            let at = self.today.moment(day, self.chance);
            let at = turns.last().map_or(at, |last| at.max(last.at.plus_seconds(660)));
            if at >= self.today.now {
                break;
            }
            turns.push(Turn { at, who, deed });
        }
        let first = turns.first()?;
        let asked = matches!(first.deed, Deed::Ask { .. });
        let origin = if asked || self.chance.percent(55) {
            None
        } else {
            self.chance.pick(&self.place.origins).cloned()
        };
        let goals = self.place.goals.len().max(1);
        let goal = self.place.goals.get((promise.goal + goals - 1) % goals).cloned();
        Some(Tale { promise: promise.clone(), origin, goal, turns })
    }

    fn deed(
        &mut self,
        beat: fate::Beat,
        promise: &Promise,
        cast: &Cast,
        hitch: &str,
    ) -> (String, Deed) {
        use fate::Beat;
        let why = hitch.to_owned();
        match beat {
            Beat::Offer(due) => (cast.maker.clone(), Deed::Offer { due }),
            Beat::Ask(due) => (cast.waiter.clone(), Deed::Ask { due }),
            Beat::ReceiverAccepts => (cast.waiter_lead.clone(), Deed::Accept),
            Beat::PromiserAccepts => (cast.maker.clone(), Deed::Accept),
            Beat::ReceiverDeclines => {
                let why = "We have no use for it in this form. Let us talk at the next board.";
                (cast.waiter_lead.clone(), Deed::Decline { why: why.to_owned() })
            }
            Beat::PromiserDeclines => (cast.maker_lead.clone(), Deed::Decline { why }),
            Beat::PromiserCounters(due) => (cast.maker.clone(), Deed::Counter { due, why }),
            Beat::ReceiverCounters(due) => {
                let why = "We need it sooner to plan the season.".to_owned();
                (cast.waiter_lead.clone(), Deed::Counter { due, why })
            }
            Beat::ClaimDone => {
                let note = self.chance.percent(40).then(|| "Done as promised.".to_owned());
                let proof = self.chance.percent(35).then(|| self.proof(promise));
                (cast.maker.clone(), Deed::ClaimDone { note, proof })
            }
            Beat::Confirm => {
                (cast.waiter.clone(), Deed::Confirm { thanks: promise.thanks.clone() })
            }
            Beat::NotYet => {
                let why = "Almost. The last part is still missing.".to_owned();
                (cast.waiter.clone(), Deed::NotYet { why })
            }
            Beat::Move(to) => (cast.maker.clone(), Deed::Move { to, why }),
            Beat::Explain => (cast.maker.clone(), Deed::Explain { why }),
            Beat::Break => (cast.maker_lead.clone(), Deed::Break { why }),
            Beat::Withdraw => (cast.maker.clone(), Deed::Withdraw { why }),
        }
    }

    fn proof(&self, promise: &Promise) -> String {
        let site = self.content.organizations.iter().find(|one| one.key == promise.from);
        let name: String = promise
            .title
            .to_lowercase()
            .chars()
            .map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' })
            .collect();
        let site = site.map_or("https://riverbend.example", |site| site.website.as_str());
        format!("{site}/notes/{name}")
    }

    fn cast(&mut self, promise: &Promise) -> Option<Cast> {
        let makers = self.content.staff(&promise.from, &self.place.key);
        let maker = match &promise.who {
            Some(who) => who.clone(),
            None => self.usual(&makers)?,
        };
        let maker_lead = lead_of(&makers).unwrap_or_else(|| maker.clone());
        let others: Vec<&Person> = if promise.to == "all" {
            self.voices_of_all(&promise.from)
        } else {
            self.content.staff(&promise.to, &self.place.key)
        };
        let waiter = self.usual(&others)?;
        let waiter_lead = lead_of(&others).unwrap_or_else(|| waiter.clone());
        Some(Cast { maker, maker_lead, waiter, waiter_lead })
    }

    /// Who answers for what is promised to all: the one who keeps the partnership moving, or,
    /// because nobody confirms the word of their own house, a lead of another one.
    fn voices_of_all(&self, promiser: &str) -> Vec<&'a Person> {
        let content: &'a Content = self.content;
        let mut voices: Vec<&Person> = content
            .people
            .iter()
            .filter(|one| one.key == self.place.coordinator && one.org != promiser)
            .collect();
        if voices.is_empty() {
            let others = self.place.members.iter().filter(|member| member.org != promiser);
            let staff = others.flat_map(|member| content.staff(&member.org, &self.place.key));
            voices.extend(staff.filter(|one| one.role == "lead"));
        }
        voices
    }

    /// One of them; those whom a visitor can be more often, so that their pages are full.
    fn usual(&mut self, people: &[&Person]) -> Option<String> {
        let weight = |person: &&Person| if person.shows.is_some() { 3 } else { 1 };
        let many: Vec<&Person> =
            people.iter().flat_map(|person| std::iter::repeat_n(*person, weight(person))).collect();
        self.chance.pick(&many).map(|person| person.key.clone())
    }
}

fn lead_of(people: &[&Person]) -> Option<String> {
    let lead = people.iter().find(|person| person.role == "lead");
    lead.or_else(|| people.first()).map(|person| person.key.clone())
}

#[cfg(test)]
mod tests;

//! Lets the partners meet: a series of open meetings with agendas, minutes that several take, and
//! promises that come of them; and the events that they hold for each other.

use ::community::{
    gathering::{self, GatheringId, GatheringPlan, commands::Deed},
    meeting::{
        self, Filter, Length, MeetingId, Plan,
        agenda::{self, ItemId, ItemState, Source, Topic, commands::OnItem},
        attendance::{self, Presence},
        commands::{self, Target},
        duties::{self, Duties},
        minutes,
        series::{self, Repeats, SeriesPlan},
    },
};
use ::plan::{Origin, OriginKind, Party, Proposal, Receiver, Terms};
use base::{Date, Instant};
use standards::recurrence::{Wall, Weekday};
use store::Cx;

use super::{Happening, Maker, What, parsed};
use crate::{
    demo::content::{Event, Held, MeetingItem, MeetingPromise},
    failure::Failure,
};

const PLACE: &str = "riverbend";
const MINUTE: i64 = 60;
const DAY: i64 = 86_400;

/// What happens to meetings and events.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    /// The body gives itself rules and begins its series.
    Begin,
    /// A meeting is posted with its agenda.
    Post(usize),
    /// It is held.
    Hold(usize),
    /// Its minutes are given to the members.
    Submit(usize),
    /// An event is planned.
    Plan(usize),
    /// People register for it.
    Register(usize),
    /// Who came is checked in.
    CheckIn(usize),
}

impl Maker<'_> {
    /// When the partners met, and when events were planned and held.
    pub(super) fn met(&self) -> Result<Vec<Happening>, Failure> {
        let mut all = Vec::new();
        let mut add = |at: Instant, act: Act| {
            if at < self.today.now {
                all.push(Happening { at, what: What::Meet(act) });
            }
        };
        let begun = self.content.meetings.series.begun;
        add(self.days(begun), Act::Begin);
        for (number, slot) in self.past_meetings()?.into_iter().enumerate() {
            let starts = slot.date().at_second(slot.second_of_day(), &self.today.zone);
            add(starts.plus_seconds(-5 * DAY), Act::Post(number));
            add(starts, Act::Hold(number));
            add(starts.plus_seconds(4 * DAY), Act::Submit(number));
        }
        for (number, event) in self.content.meetings.event.iter().enumerate() {
            let planned = event.on.min(0) - 24;
            add(self.days(planned), Act::Plan(number));
            add(self.days(planned + 3), Act::Register(number));
            add(self.days(event.on + 1), Act::CheckIn(number));
        }
        Ok(all)
    }

    pub(super) async fn meet(&mut self, act: Act, at: Instant) -> Result<(), Failure> {
        let content = self.content;
        let (meetings, events) = (&content.meetings.meeting, &content.meetings.event);
        match act {
            Act::Begin => self.begin_series(at).await,
            Act::Post(number) => match meetings.get(number) {
                Some(held) => self.post(number, held, at).await,
                None => Ok(()),
            },
            Act::Hold(number) => match meetings.get(number) {
                Some(held) => Box::pin(self.hold(number, held, at)).await,
                None => Ok(()),
            },
            Act::Submit(number) => match meetings.get(number) {
                Some(held) => self.submit(number, held, at).await,
                None => Ok(()),
            },
            Act::Plan(number) => match events.get(number) {
                Some(event) => self.plan_event(number, event, at).await,
                None => Ok(()),
            },
            Act::Register(number) => match events.get(number) {
                Some(event) => self.register(number, event, at).await,
                None => Ok(()),
            },
            Act::CheckIn(number) => match events.get(number) {
                Some(event) => self.check_in(number, event, at).await,
                None => Ok(()),
            },
        }
    }

    /// When the body meets: every third Thursday.
    fn series_plan(&self) -> Result<SeriesPlan, Failure> {
        let written = &self.content.meetings.series;
        let begun = self.day(written.begun);
        let third =
            |day: &Date| Weekday::of(*day) == Weekday::Thursday && (15..=21).contains(&day.day());
        let first_on = (1..62).map(|days| begun.plus_days(days)).find(third).unwrap_or(begun);
        let rule = Repeats::MonthlyWeekday.rule(first_on, None);
        Ok(SeriesPlan {
            title: parsed(&written.title)?,
            first_on,
            clock: parsed(&written.clock)?,
            length: length(written.length)?,
            zone: self.today.zone.clone(),
            rule: rule.ok_or_else(|| super::unknown("rule", &written.title))?,
            place: Some(parsed(&written.place)?),
            link: None,
            open: true,
        })
    }

    /// The times of the last meetings that are over, as many as are written down.
    fn past_meetings(&self) -> Result<Vec<Wall>, Failure> {
        let plan = self.series_plan()?;
        // Three hours for the meeting itself and what is written after it.
        let over = self.today.now.plus_seconds(-180 * MINUTE);
        let starts = |slot: &Wall| slot.date().at_second(slot.second_of_day(), &plan.zone);
        let slots = plan.slots(plan.first_on.plus_days(-1), self.today.date());
        let past: Vec<Wall> = slots.into_iter().filter(|slot| starts(slot) < over).collect();
        let more = past.len().saturating_sub(self.content.meetings.meeting.len());
        Ok(past.into_iter().skip(more).collect())
    }

    async fn begin_series(&mut self, at: Instant) -> Result<(), Failure> {
        let told = || Failure::because("the board's series");
        let written = &self.content.meetings;
        let body = self.bodies.get(&written.series.body).copied();
        let body = body.ok_or_else(|| super::unknown("group", &written.series.body))?;
        let cx = self.person_in(&written.series.by, PLACE, at)?;
        let rules = Duties {
            quorum: parsed(&written.rules.quorum)?,
            notice_hours: Some(written.rules.notice_hours),
            comment: Some(length(written.rules.comment)?),
            comment_how: Some(parsed(&written.rules.comment_how)?),
            minutes_days: Some(written.rules.minutes_days),
            ..Duties::none(body)
        };
        duties::commands::set(&cx, rules, None).await.map_err(told())?;
        let plan = self.series_plan()?;
        series::commands::begin(&cx, body, plan).await.map(drop).map_err(told())
    }

    /// The meeting at one of the past times.
    async fn meeting_at(&self, number: usize, cx: &Cx) -> Result<MeetingId, Failure> {
        let told = || Failure::because("the board's meetings");
        let slots = self.past_meetings()?;
        let slot =
            slots.get(number).ok_or_else(|| super::unknown("meeting", &number.to_string()))?;
        for when in [meeting::When::Coming, meeting::When::Past] {
            let filter = Filter { when, ..Filter::default() };
            let page = meeting::meetings(cx, &filter, None).await.map_err(told())?;
            let same = |entry: &&meeting::Entry| entry.meeting.slot == Some(*slot);
            if let Some(entry) = page.items.iter().find(same) {
                return Ok(entry.meeting.id);
            }
        }
        Err(super::unknown("meeting", &slot.date().to_string()))
    }

    async fn post(&self, number: usize, held: &Held, at: Instant) -> Result<(), Failure> {
        let told = || Failure::because(format!("the agenda of meeting {number}"));
        let cx = self.person_in(&self.content.meetings.series.by, PLACE, at)?;
        let id = self.meeting_at(number, &cx).await?;
        for item in &held.item {
            let topic = Topic {
                title: parsed(&item.title)?,
                length: Some(length(item.length)?),
                presenter: Some(self.organization(&item.by)?),
                why: None,
                about: None,
            };
            agenda::commands::add(&cx, id, topic, Source::Member).await.map_err(told())?;
        }
        let target = Target { id, seen: None };
        commands::post(&cx, target).await.map(drop).map_err(told())
    }

    async fn hold(&self, number: usize, held: &Held, at: Instant) -> Result<(), Failure> {
        let told = || Failure::because(format!("meeting {number}"));
        let keeper = &self.content.meetings.series.by;
        let cx = self.person_in(keeper, PLACE, at)?;
        let id = self.meeting_at(number, &cx).await?;
        let target = Target { id, seen: None };
        commands::begin(&cx, target).await.map_err(told())?;
        self.mark_seats(held, id, &cx).await?;
        if let Some(before) = number.checked_sub(1) {
            let earlier = self.meeting_at(before, &cx).await?;
            let target = Target { id: earlier, seen: None };
            commands::approve_minutes(&cx, target, id).await.map_err(told())?;
        }
        let record = meeting::meeting(&cx, id).await.map_err(told())?;
        for written in &held.item {
            let same = |item: &&agenda::Item| item.topic.title.as_str() == written.title;
            if let Some(item) = record.agenda.iter().find(same) {
                self.talk_about(written, id, item.id, at).await?;
            }
        }
        self.finish_returned(held, &record, &cx).await?;
        let end = at.plus_seconds(self.content.meetings.series.length * MINUTE);
        let cx = self.person_in(keeper, PLACE, end)?;
        commands::close(&cx, target).await.map(drop).map_err(told())
    }

    /// What came back from the meeting before was short, and is done.
    async fn finish_returned(
        &self,
        held: &Held,
        record: &meeting::Record,
        cx: &Cx,
    ) -> Result<(), Failure> {
        let told = || Failure::because("an item that came back");
        for item in record.listed() {
            let own = held.item.iter().any(|one| one.title == item.topic.title.as_str());
            let open = item.state == ItemState::Open;
            if !own && open {
                let on = OnItem { meeting: record.meeting.id, id: item.id, seen: None };
                agenda::commands::mark(cx, on, ItemState::Done).await.map_err(told())?;
            }
        }
        Ok(())
    }

    async fn mark_seats(&self, held: &Held, id: MeetingId, cx: &Cx) -> Result<(), Failure> {
        let told = || Failure::because("who was there");
        let record = meeting::meeting(cx, id).await.map_err(told())?;
        let is = |key: &String, person: base::PersonId| self.people.get(key) == Some(&person);
        let mark = |seat: &partnership::SeatEntry| {
            let holder = seat.holder.filter(|_| !seat.closed)?;
            let presence = if held.absent.iter().any(|key| is(key, holder)) {
                Presence::Excused
            } else if held.remote.iter().any(|key| is(key, holder)) {
                Presence::Remote
            } else {
                Presence::Present
            };
            Some((seat.id, presence))
        };
        let marks: Vec<_> = record.seats.iter().filter_map(mark).collect();
        attendance::commands::mark(cx, id, &marks).await.map_err(told())?;
        if let Some(guest) = &held.guest {
            let (name, organization) = (parsed(&guest.name)?, parsed(&guest.organization)?);
            let added = attendance::commands::add_guest(cx, id, name, Some(organization)).await;
            added.map_err(told())?;
        }
        Ok(())
    }

    async fn talk_about(
        &self,
        written: &MeetingItem,
        meeting: MeetingId,
        item: ItemId,
        at: Instant,
    ) -> Result<(), Failure> {
        let told = || Failure::because(format!("the item: {}", written.title));
        let (mut text, mut base) = (String::new(), 0);
        for (minutes, said) in (1_i64..).zip(&written.notes) {
            let cx = self.person_in(&said.who, PLACE, at.plus_seconds(5 * minutes * MINUTE))?;
            text = if text.is_empty() {
                said.words.clone()
            } else {
                format!("{text}\n{}", said.words)
            };
            let sent = minutes::commands::Sent { meeting, item, text: Some(parsed(&text)?), base };
            let noted = minutes::commands::note(&cx, sent).await.map_err(told())?;
            (text, base) = (noted.text, noted.number);
        }
        let keeper = &self.content.meetings.series.by;
        let cx = self.person_in(keeper, PLACE, at.plus_seconds(30 * MINUTE))?;
        let state: ItemState = parsed(&written.state)?;
        if state != ItemState::Open {
            let on = OnItem { meeting, id: item, seen: None };
            agenda::commands::mark(&cx, on, state).await.map_err(told())?;
        }
        match &written.promise {
            Some(promise) => self.promise_at(promise, meeting, item, at).await,
            None => Ok(()),
        }
    }

    async fn promise_at(
        &self,
        promise: &MeetingPromise,
        meeting: MeetingId,
        item: ItemId,
        at: Instant,
    ) -> Result<(), Failure> {
        let words = format!("the promise: {}", promise.title);
        let due = at.date_in(&self.today.zone).plus_days(promise.days);
        let reference = format!("{}, minutes", self.content.meetings.series.title);
        let proposal = Proposal {
            promiser: self.organization(&promise.from)?,
            receiver: Receiver::Organization(self.organization(&promise.to)?),
            terms: Terms { title: parsed(&promise.title)?, details: None, due },
            origin: Origin {
                kind: OriginKind::Minutes,
                reference: Some(parsed(&reference)?),
                link: None,
            },
            goal: None,
            serves: None,
            decided: None,
            idea: None,
        };
        let cx = self.person_in(&promise.who, PLACE, at.plus_seconds(40 * MINUTE))?;
        let made = minutes::commands::promise(&cx, meeting, item, proposal, Party::Promiser).await;
        let made = made.map_err(Failure::because(&words))?;
        let later = self.person_in(&promise.accepts, PLACE, at.plus_seconds(50 * MINUTE))?;
        let target = ::plan::Target { id: parsed(&made.subject)?, seen: None };
        ::plan::accept(&later, target, None).await.map(drop).map_err(Failure::because(words))
    }

    async fn submit(&self, number: usize, held: &Held, at: Instant) -> Result<(), Failure> {
        let told = || Failure::because(format!("the minutes of meeting {number}"));
        let cx = self.person_in(&self.content.meetings.series.by, PLACE, at)?;
        let id = self.meeting_at(number, &cx).await?;
        commands::submit_minutes(&cx, Target { id, seen: None }).await.map_err(told())?;
        if let Some(said) = &held.correction {
            let cx = self.person_in(&said.who, PLACE, at.plus_seconds(60 * MINUTE))?;
            let words = parsed(&said.words)?;
            minutes::commands::correct(&cx, id, words).await.map_err(told())?;
        }
        Ok(())
    }

    async fn plan_event(
        &mut self,
        number: usize,
        event: &Event,
        at: Instant,
    ) -> Result<(), Failure> {
        let cx = self.person_in(&event.by, PLACE, at)?;
        let when = Plan {
            title: parsed(&event.title)?,
            on: self.day(event.on),
            clock: parsed(&event.clock)?,
            length: length(event.length)?,
            zone: self.today.zone.clone(),
            place: Some(parsed(&event.place)?),
            link: None,
            open: false,
        };
        let plan = GatheringPlan {
            kind: parsed(&event.kind)?,
            about: Some(parsed(&event.about)?),
            host: self.organization(&event.host)?,
            capacity: Some(event.capacity),
            register_by: None,
            when,
        };
        let planned = gathering::commands::plan(&cx, plan).await;
        let planned = planned.map_err(Failure::because(format!("the event: {}", event.title)))?;
        self.gathered.insert(number, planned.id);
        Ok(())
    }

    async fn register(&self, number: usize, event: &Event, at: Instant) -> Result<(), Failure> {
        let told = || Failure::because(format!("the guests of: {}", event.title));
        let id = self.gathering(number)?;
        for (minutes, who) in (0_i64..).zip(&event.registered) {
            let cx = self.person_in(who, PLACE, at.plus_seconds(minutes * MINUTE))?;
            gathering::commands::register(&cx, id).await.map_err(told())?;
        }
        let cx = self.person_in(&event.by, PLACE, at.plus_seconds(60 * MINUTE))?;
        for guest in &event.guest {
            let name = parsed(guest)?;
            let added = gathering::commands::register_guest(&cx, id, name, None).await;
            added.map_err(told())?;
        }
        Ok(())
    }

    async fn check_in(&self, number: usize, event: &Event, at: Instant) -> Result<(), Failure> {
        let told = || Failure::because(format!("the guests of: {}", event.title));
        let id = self.gathering(number)?;
        let cx = self.person_in(&event.by, PLACE, at)?;
        let record = gathering::gathering(&cx, id).await.map_err(told())?;
        for who in &event.came {
            let person = self.person_id(who)?;
            let Some(number) = record.guests.of_person(person).map(|one| one.number) else {
                continue;
            };
            let done = gathering::commands::host_does(&cx, id, number, Deed::CheckIn).await;
            done.map_err(told())?;
        }
        Ok(())
    }

    fn gathering(&self, number: usize) -> Result<GatheringId, Failure> {
        let known = self.gathered.get(&number).copied();
        known.ok_or_else(|| super::unknown("event", &number.to_string()))
    }
}

fn length(minutes: i64) -> Result<Length, Failure> {
    Length::new(minutes).ok_or_else(|| super::unknown("length", &minutes.to_string()))
}

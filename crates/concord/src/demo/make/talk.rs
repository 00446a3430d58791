//! Lets the partners talk, announce, disagree and write together, each at their own past instant.

use ::community::{
    announcement::{self, News},
    disagreement::{self, Settlement},
    draft::{self, Beginning, DraftId, Saving, amendment::Span},
    talk::{self, About, Anchor, Door, PostId, ThreadId},
};
use base::Instant;
use store::Cx;

use super::{Happening, Maker, What, parsed, unknown};
use crate::{
    demo::content::talk::{Amendment, Disagreement, Draft, Save, Thread},
    failure::Failure,
};

const PLACE: &str = "riverbend";
const HOUR: i64 = 3_600;

/// One thing that happens.
#[derive(Debug, Clone, Copy)]
pub(in crate::demo) enum Turn {
    /// Guests may write somewhere.
    Open(usize),
    /// A discussion is begun.
    Start(usize),
    /// Somebody answers.
    Answer(usize, usize),
    /// Somebody reacts.
    React(usize, usize),
    /// A discussion is settled.
    Settle(usize),
    /// Something is announced.
    Announce(usize),
    /// Somebody has read it.
    Read(usize, usize),
    /// A disagreement is put on the register.
    Disagree(usize),
    /// A party says how it sees it.
    View(usize, usize),
    /// It is settled.
    Agree(usize),
    /// A draft is begun.
    Begin(usize),
    /// Somebody writes on it.
    Save(usize, usize),
    /// Somebody proposes other words.
    Propose(usize, usize),
    /// They are answered.
    Reply(usize, usize),
    /// It is published.
    Publish(usize),
}

/// What was made so far, by its place in the content.
#[derive(Debug, Default)]
pub(in crate::demo) struct Made {
    threads: std::collections::BTreeMap<usize, (ThreadId, Vec<PostId>)>,
    announcements: std::collections::BTreeMap<usize, announcement::AnnouncementId>,
    disagreements: std::collections::BTreeMap<usize, disagreement::DisagreementId>,
    drafts: std::collections::BTreeMap<usize, DraftId>,
    amendments: std::collections::BTreeMap<(usize, usize), draft::AmendmentId>,
}

impl Maker<'_> {
    /// When each thing is said and done.
    pub(super) fn talked(&self) -> Vec<Happening> {
        let mut all: Vec<(i64, i64, Turn)> = Vec::new();
        let talk = &self.content.talk;
        all.extend((0..talk.door.len()).map(|at| (-400, 9, Turn::Open(at))));
        for (at, one) in talk.thread.iter().enumerate() {
            all.push((one.day, 12, Turn::Start(at)));
            for (place, answer) in one.answers.iter().enumerate() {
                all.push((answer.day, 10, Turn::Answer(at, place)));
            }
            for (place, react) in one.reacts.iter().enumerate() {
                let to = react.to.checked_sub(1).and_then(|to| one.answers.get(to));
                let day = to.map_or(one.day, |answer| answer.day);
                all.push((day, 15, Turn::React(at, place)));
            }
            all.extend(one.settled.map(|day| (day, 16, Turn::Settle(at))));
        }
        for (at, one) in talk.announcement.iter().enumerate() {
            all.push((one.day, 9, Turn::Announce(at)));
            let reads = (0_i64..).zip(0..one.readers.len());
            all.extend(reads.map(|(hour, place)| (one.day, 10 + hour % 6, Turn::Read(at, place))));
        }
        for (at, one) in talk.disagreement.iter().enumerate() {
            all.push((one.day, 11, Turn::Disagree(at)));
            for (place, view) in one.views.iter().enumerate().skip(1) {
                all.push((view.day, 14, Turn::View(at, place)));
            }
            all.extend(one.settled.map(|day| (day, 15, Turn::Agree(at))));
        }
        for (at, one) in talk.draft.iter().enumerate() {
            all.push((one.day, 10, Turn::Begin(at)));
            for (place, save) in one.saves.iter().enumerate() {
                all.push((save.day, 11, Turn::Save(at, place)));
            }
            for (place, amendment) in one.amendments.iter().enumerate() {
                all.push((amendment.day, 13, Turn::Propose(at, place)));
                all.extend(amendment.on.map(|day| (day, 14, Turn::Reply(at, place))));
            }
            all.extend(one.publish.as_ref().map(|it| (it.day, 16, Turn::Publish(at))));
        }
        let happening = |(day, hour, turn)| {
            let at = self.day(day).start_in(&self.today.zone).plus_seconds(hour * HOUR);
            Happening { at, what: What::Talk(turn) }
        };
        all.into_iter().map(happening).collect()
    }

    pub(in crate::demo) async fn talk(&mut self, turn: Turn, at: Instant) -> Result<(), Failure> {
        match turn {
            Turn::Open(place) => self.open_to_guests(place, at).await,
            Turn::Start(place) => self.start(place, at).await,
            Turn::Answer(place, answer) => self.answer(place, answer, at).await,
            Turn::React(place, react) => self.react(place, react, at).await,
            Turn::Settle(place) => self.settle_talk(place, at).await,
            Turn::Announce(place) => self.announce(place, at).await,
            Turn::Read(place, reader) => self.read(place, reader, at).await,
            Turn::Disagree(place) => self.disagree(place, at).await,
            Turn::View(place, view) => self.view(place, view, at).await,
            Turn::Agree(place) => self.agree_after_all(place, at).await,
            Turn::Begin(place) => self.begin_draft(place, at).await,
            Turn::Save(place, save) => self.save(place, save, at).await,
            Turn::Propose(place, amendment) => self.propose(place, amendment, at).await,
            Turn::Reply(place, amendment) => self.reply(place, amendment, at).await,
            Turn::Publish(place) => self.publish(place, at).await,
        }
    }

    async fn open_to_guests(&self, place: usize, at: Instant) -> Result<(), Failure> {
        let Some(door) = self.content.talk.door.get(place) else { return Ok(()) };
        let kind = if door.about == "goal" { "plan_item" } else { door.about.as_str() };
        let cx = self.person_in("grace", PLACE, at)?;
        let door = Door { kind: Some(kind.to_owned()), id: None, guests: true };
        talk::open_door(&cx, door).await.map_err(Failure::because("a door of the demo"))
    }

    async fn start(&mut self, place: usize, at: Instant) -> Result<(), Failure> {
        let content = self.content;
        let Some(one) = content.talk.thread.get(place) else { return Ok(()) };
        let cx = self.person_in(&one.who, PLACE, at)?;
        let anchor = self.anchor(&cx, one).await?;
        let opening = talk::Opening {
            about: self.about(&cx, &one.about).await?,
            title: one.title.as_deref().map(parsed).transpose()?,
            anchor,
            body: parsed(&one.text)?,
            organization: None,
        };
        let told = || Failure::because(format!("the discussion `{}`", one.key));
        let (thread, first) = talk::start(&cx, opening).await.map_err(told())?;
        self.talked.threads.insert(place, (thread.id, vec![first.id]));
        Ok(())
    }

    /// The line of a draft that a discussion is about, in the version of that day.
    async fn anchor(&self, cx: &Cx, one: &Thread) -> Result<Option<Anchor>, Failure> {
        let (Some(line), Some(key)) = (&one.line, one.about.strip_prefix("draft ")) else {
            return Ok(None);
        };
        let (version, text) = self.text_of(cx, key).await?;
        let number = line_of(&text, line)?;
        Ok(Some(Anchor { version, line: number, quote: Some(parsed(line)?) }))
    }

    async fn answer(&mut self, place: usize, answer: usize, at: Instant) -> Result<(), Failure> {
        let content = self.content;
        let one = content.talk.thread.get(place).and_then(|one| one.answers.get(answer));
        let Some(one) = one else { return Ok(()) };
        let cx = self.person_in(&one.who, PLACE, at)?;
        let (thread, _) = self.thread(place)?;
        let post = talk::answer(&cx, thread, parsed(&one.text)?, None).await;
        let post = post.map_err(Failure::because(format!("the answer of {}", one.who)))?;
        if let Some((_, posts)) = self.talked.threads.get_mut(&place) {
            posts.push(post.id);
        }
        Ok(())
    }

    async fn react(&self, place: usize, react: usize, at: Instant) -> Result<(), Failure> {
        let one = self.content.talk.thread.get(place).and_then(|one| one.reacts.get(react));
        let Some(one) = one else { return Ok(()) };
        let (thread, posts) = self.thread(place)?;
        let post = posts.get(one.to).copied().ok_or_else(|| unknown("post", &one.who))?;
        let cx = self.person_in(&one.who, PLACE, at)?;
        let done = talk::react(&cx, (thread, post), parsed(&one.what)?, true).await;
        done.map_err(Failure::because(format!("the reaction of {}", one.who)))
    }

    async fn settle_talk(&self, place: usize, at: Instant) -> Result<(), Failure> {
        let Some(one) = self.content.talk.thread.get(place) else { return Ok(()) };
        let cx = self.person_in(&one.who, PLACE, at)?;
        let done = talk::close(&cx, self.thread(place)?.0).await;
        done.map(drop).map_err(Failure::because(format!("the end of `{}`", one.key)))
    }

    async fn announce(&mut self, place: usize, at: Instant) -> Result<(), Failure> {
        let content = self.content;
        let Some(one) = content.talk.announcement.get(place) else { return Ok(()) };
        let named: Vec<&str> = if one.audience.is_empty() {
            let members = content.partnerships.iter().find(|it| it.key == PLACE);
            members.iter().flat_map(|it| &it.members).map(|member| member.org.as_str()).collect()
        } else {
            one.audience.iter().map(String::as_str).collect()
        };
        let audience = named.iter().map(|key| self.organization(key)).collect::<Result<_, _>>()?;
        let news = News {
            title: parsed(&one.title)?,
            body: parsed(&one.text)?,
            read_by: one.read_by.map(|day| self.day(day)),
            audience,
        };
        let cx = self.person_in(&one.who, PLACE, at)?;
        let made = announcement::publish(&cx, news, None).await;
        let made = made.map_err(Failure::because(format!("the announcement: {}", one.title)))?;
        self.talked.announcements.insert(place, made.id);
        Ok(())
    }

    async fn read(&self, place: usize, reader: usize, at: Instant) -> Result<(), Failure> {
        let one = self.content.talk.announcement.get(place);
        let Some(who) = one.and_then(|one| one.readers.get(reader)) else { return Ok(()) };
        let id = self.talked.announcements.get(&place);
        let id = id.copied().ok_or_else(|| unknown("announcement", who))?;
        let cx = self.person_in(who, PLACE, at)?;
        let done = announcement::confirm(&cx, id, None).await;
        done.map(drop).map_err(Failure::because(format!("what {who} has read")))
    }

    async fn disagree(&mut self, place: usize, at: Instant) -> Result<(), Failure> {
        let content = self.content;
        let Some(one) = content.talk.disagreement.get(place) else { return Ok(()) };
        let cx = self.person_in(&one.who, PLACE, at)?;
        let parties = one.parties.iter().map(|key| self.organization(key));
        let opening = disagreement::Opening {
            about: self.about(&cx, &one.about).await?,
            thread: None,
            question: parsed(&one.question)?,
            background: one.background.as_deref().map(parsed).transpose()?,
            parties: parties.collect::<Result<_, _>>()?,
            view: one.views.first().map(|view| parsed(&view.text)).transpose()?,
            organization: None,
        };
        let made = disagreement::open(&cx, opening).await.map_err(at_odds(one))?;
        self.talked.disagreements.insert(place, made.id);
        Ok(())
    }

    async fn view(&self, place: usize, view: usize, at: Instant) -> Result<(), Failure> {
        let Some(one) = self.content.talk.disagreement.get(place) else { return Ok(()) };
        let Some(view) = one.views.get(view) else { return Ok(()) };
        let cx = self.person_in(&view.who, PLACE, at)?;
        let target = self.disagreement(place)?;
        let done = disagreement::say(&cx, target, None, parsed(&view.text)?).await;
        done.map(drop).map_err(at_odds(one))
    }

    async fn agree_after_all(&self, place: usize, at: Instant) -> Result<(), Failure> {
        let Some(one) = self.content.talk.disagreement.get(place) else { return Ok(()) };
        let (Some(way), Some(outcome), Some(by), Some(on)) =
            (&one.way, &one.outcome, &one.settled_by, one.settled)
        else {
            return Ok(());
        };
        let settlement =
            Settlement { way: parsed(way)?, outcome: parsed(outcome)?, on: self.day(on) };
        let cx = self.person_in(by, PLACE, at)?;
        let done = disagreement::settle(&cx, self.disagreement(place)?, settlement).await;
        done.map(drop).map_err(at_odds(one))
    }

    async fn begin_draft(&mut self, place: usize, at: Instant) -> Result<(), Failure> {
        let content = self.content;
        let Some(one) = content.talk.draft.get(place) else { return Ok(()) };
        let beginning = Beginning {
            title: parsed(&one.title)?,
            kind: parsed(&one.kind)?,
            purpose: Some(parsed(&one.purpose)?),
            text: parsed(&one.text)?,
            holder: None,
        };
        let cx = self.person_in(&one.who, PLACE, at)?;
        let made = draft::begin(&cx, beginning).await.map_err(written(one))?;
        self.talked.drafts.insert(place, made.id);
        Ok(())
    }

    async fn save(&self, place: usize, save: usize, at: Instant) -> Result<(), Failure> {
        let Some(one) = self.content.talk.draft.get(place) else { return Ok(()) };
        let Some(Save { who, from, to, note, .. }) = one.saves.get(save) else { return Ok(()) };
        let cx = self.person_in(who, PLACE, at)?;
        let (base, text) = self.text_of(&cx, &one.key).await?;
        let text = parsed(&text.replace(from.as_str(), to))?;
        let saving = Saving { base, text, note: Some(parsed(note)?), title: None };
        let done = draft::save(&cx, self.the_draft(&one.key)?, saving).await;
        done.map(drop).map_err(written(one))
    }

    async fn propose(
        &mut self,
        place: usize,
        amendment: usize,
        at: Instant,
    ) -> Result<(), Failure> {
        let content = self.content;
        let Some(one) = content.talk.draft.get(place) else { return Ok(()) };
        let Some(it) = one.amendments.get(amendment) else { return Ok(()) };
        let Amendment { who, line, after, why, .. } = it;
        let cx = self.person_in(who, PLACE, at)?;
        let (version, text) = self.text_of(&cx, &one.key).await?;
        let line = line_of(&text, line)?;
        let span = Span { version, first: line, last: line };
        let after = after.as_deref().map(parsed).transpose()?;
        let made = draft::propose(&cx, self.the_draft(&one.key)?, span, after, parsed(why)?).await;
        let made = made.map_err(written(one))?;
        self.talked.amendments.insert((place, amendment), made.id);
        Ok(())
    }

    async fn reply(&self, place: usize, amendment: usize, at: Instant) -> Result<(), Failure> {
        let Some(one) = self.content.talk.draft.get(place) else { return Ok(()) };
        let Some(it) = one.amendments.get(amendment) else { return Ok(()) };
        let (Some(answer), Some(by)) = (&it.answer, &it.by) else { return Ok(()) };
        let id = self.talked.amendments.get(&(place, amendment));
        let id = id.copied().ok_or_else(|| unknown("amendment", &it.line))?;
        let cx = self.person_in(by, PLACE, at)?;
        let target = (self.the_draft(&one.key)?, id);
        let words = it.words.as_deref().unwrap_or("We talked about it.");
        let done = if answer == "accept" {
            draft::accept(&cx, target, Some(parsed(words)?)).await
        } else {
            draft::decline(&cx, target, parsed(words)?).await
        };
        done.map(drop).map_err(written(one))
    }

    async fn publish(&self, place: usize, at: Instant) -> Result<(), Failure> {
        let Some(one) = self.content.talk.draft.get(place) else { return Ok(()) };
        let Some(it) = &one.publish else { return Ok(()) };
        let cx = self.person_in(&it.who, PLACE, at)?;
        let target = draft::Target { id: self.the_draft(&one.key)?, seen: None };
        let done = draft::publish(&cx, target, parsed(&it.audience)?).await;
        done.map(drop).map_err(written(one))
    }

    /// The record that something is about.
    async fn about(&self, cx: &Cx, text: &str) -> Result<About, Failure> {
        let (kind, key) = text.split_once(' ').unwrap_or((text, ""));
        let (kind, id) = match kind {
            "goal" => ("plan_item", self.item(key)?.to_string()),
            "decision" => {
                let found = self.asked.get(key).ok_or_else(|| unknown("decision", key))?;
                ("decision", found.to_string())
            }
            "group" => {
                let found = self.bodies.get(key).ok_or_else(|| unknown("group", key))?;
                ("body", found.to_string())
            }
            "draft" => ("draft", self.the_draft(key)?.to_string()),
            _ => ("partnership", self.partnership(PLACE)?.to_string()),
        };
        talk::about(cx, kind, &id).await.map_err(|_missing| unknown("record", text))
    }

    /// How a draft reads now, and which version that is.
    async fn text_of(&self, cx: &Cx, key: &str) -> Result<(i64, String), Failure> {
        let found = draft::latest(cx, self.the_draft(key)?).await;
        let found = found.map_err(Failure::because(format!("the draft `{key}`")))?;
        Ok((found.version, found.text.to_string()))
    }

    fn the_draft(&self, key: &str) -> Result<DraftId, Failure> {
        let place = self.content.talk.draft.iter().position(|one| one.key == key);
        let found = place.and_then(|place| self.talked.drafts.get(&place));
        found.copied().ok_or_else(|| unknown("draft", key))
    }

    fn disagreement(&self, place: usize) -> Result<disagreement::commands::Target, Failure> {
        let found = self.talked.disagreements.get(&place).copied();
        let id = found.ok_or_else(|| unknown("disagreement", &place.to_string()))?;
        Ok(disagreement::commands::Target { id, seen: None })
    }

    fn thread(&self, place: usize) -> Result<(ThreadId, &[PostId]), Failure> {
        let found = self.talked.threads.get(&place);
        let (id, posts) = found.ok_or_else(|| unknown("discussion", &place.to_string()))?;
        Ok((*id, posts))
    }
}

/// The number of a line of a text, from 1.
fn line_of(text: &str, line: &str) -> Result<i64, Failure> {
    let place = text.split('\n').position(|one| one == line);
    let place = place.ok_or_else(|| unknown("line", line))?;
    Ok(i64::try_from(place).unwrap_or_default() + 1)
}

fn at_odds(one: &Disagreement) -> impl FnOnce(::community::Error) -> Failure {
    Failure::because(format!("the disagreement: {}", one.question))
}

fn written(one: &Draft) -> impl FnOnce(::community::Error) -> Failure {
    Failure::because(format!("the draft: {}", one.title))
}

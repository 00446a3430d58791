//! How promises end, and on which days that happens.

use base::Date;

use super::{Chance, workday};

/// What becomes of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Fate {
    /// Offered, accepted, kept in time.
    Kept,
    /// Asked for, accepted, kept in time.
    AskedKept,
    /// Moved before the day, then kept.
    MovedKept,
    /// Kept after the day.
    KeptLate,
    /// Called done, found wanting, then kept.
    Twice,
    /// Asked for, answered with a later day, kept.
    CounteredKept,
    /// It did not come.
    Broken,
    /// Asked for; the answer was no.
    Refused,
    /// Offered; the answer was no.
    Unwanted,
    /// Offered and taken back.
    Withdrawn,
    /// Called done; nobody has said yes to that.
    Unconfirmed,
    /// It binds.
    Open,
    /// It binds, on a later day than the first one.
    OpenMoved,
    /// It binds and its day has passed.
    Overdue,
    /// The same, and its maker has said what is in the way.
    Stalled,
    /// It waits for the receiver's answer.
    Offered,
    /// It waits for the promiser's answer.
    Asked,
    /// It was answered with another day and waits again.
    Countered,
    /// The same, from the promiser's side.
    CounteredByMaker,
}

/// One thing that happens on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beat {
    Offer(Date),
    Ask(Date),
    ReceiverAccepts,
    PromiserAccepts,
    ReceiverDeclines,
    PromiserDeclines,
    ReceiverCounters(Date),
    PromiserCounters(Date),
    ClaimDone,
    Confirm,
    NotYet,
    Move(Date),
    Explain,
    Break,
    Withdraw,
}

/// Fates in their proportions. Cards and not dice: every state is there with every seed.
pub(super) struct Decks {
    past: Deck,
    late: Deck,
    ahead: Deck,
    chance: Chance,
}

struct Deck {
    all: &'static [(Fate, usize)],
    left: Vec<Fate>,
}

const PAST: &[(Fate, usize)] = &[
    (Fate::Kept, 8),
    (Fate::AskedKept, 4),
    (Fate::MovedKept, 3),
    (Fate::KeptLate, 3),
    (Fate::Twice, 1),
    (Fate::CounteredKept, 2),
    (Fate::Broken, 1),
    (Fate::Refused, 1),
    (Fate::Unwanted, 1),
    (Fate::Withdrawn, 1),
];
/// Due in the last weeks: some of it is still under way.
const LATE: &[(Fate, usize)] =
    &[(Fate::Kept, 2), (Fate::MovedKept, 1), (Fate::Unconfirmed, 2), (Fate::Overdue, 1)];
const AHEAD: &[(Fate, usize)] = &[
    (Fate::Open, 6),
    (Fate::OpenMoved, 1),
    (Fate::Offered, 1),
    (Fate::Asked, 1),
    (Fate::Countered, 1),
    (Fate::CounteredByMaker, 1),
    (Fate::Kept, 1),
    (Fate::Refused, 1),
];

impl Deck {
    const fn of(all: &'static [(Fate, usize)]) -> Self {
        Self { all, left: Vec::new() }
    }

    fn draw(&mut self, chance: &mut Chance, fits: fn(Fate) -> bool) -> Fate {
        if !self.left.iter().any(|fate| fits(*fate)) {
            let full = self.all.iter().flat_map(|(fate, count)| std::iter::repeat_n(*fate, *count));
            self.left.extend(full);
            chance.shuffle(&mut self.left);
        }
        let at = self.left.iter().rposition(|fate| fits(*fate));
        at.map_or(Fate::Kept, |at| self.left.remove(at))
    }
}

impl Decks {
    /// Full decks in an order that the seed decides.
    pub(super) fn shuffled(seed: &Chance) -> Self {
        Self {
            past: Deck::of(PAST),
            late: Deck::of(LATE),
            ahead: Deck::of(AHEAD),
            chance: seed.about("fates"),
        }
    }

    /// The fate of a promise that is due so many days from today.
    pub(super) fn deal(&mut self, day: i64, has_hitch: bool) -> Fate {
        let deck = match day {
            ..=-29 => &mut self.past,
            -28..=0 => &mut self.late,
            1.. => &mut self.ahead,
        };
        deck.draw(&mut self.chance, if has_hitch { |_| true } else { Fate::is_smooth })
    }
}

impl Fate {
    /// Whether it needs no reason.
    const fn is_smooth(self) -> bool {
        match self {
            Self::Kept
            | Self::AskedKept
            | Self::Twice
            | Self::Unconfirmed
            | Self::Unwanted
            | Self::Open
            | Self::Offered
            | Self::Asked
            | Self::Countered => true,
            Self::MovedKept
            | Self::KeptLate
            | Self::CounteredKept
            | Self::Broken
            | Self::Refused
            | Self::Withdrawn
            | Self::OpenMoved
            | Self::Overdue
            | Self::Stalled
            | Self::CounteredByMaker => false,
        }
    }
}

/// The days and beats of a fate. `due` is the day that holds in the end.
pub(super) fn plan(
    fate: Fate,
    due: Date,
    today: Date,
    moved_from: Option<i64>,
    chance: &mut Chance,
) -> Vec<(Date, Beat)> {
    let pen = Pen { due, today, chance, beats: Vec::new() };
    let first = moved_from
        .map_or_else(|| due.plus_days(-pen.chance.between(10, 25)), |day| today.plus_days(day));
    let first = workday(first);
    match fate {
        Fate::Kept => pen.agreed(due).kept(0),
        Fate::AskedKept => pen.asked_and_agreed(due).kept(0),
        Fate::MovedKept => pen.agreed(first).moved(first).kept(0),
        Fate::KeptLate => pen.agreed(due).explained().kept_late(),
        Fate::Twice => pen.agreed(due).claimed_too_soon().kept(0),
        Fate::CounteredKept => pen.asked_and_countered(first).kept(0),
        Fate::Broken => pen.agreed(due).at(due, 2, 9, Beat::Break),
        Fate::Refused => pen.asked(due).after(2, 5, Beat::PromiserDeclines),
        Fate::Unwanted => pen.offered(due).after(2, 5, Beat::ReceiverDeclines),
        Fate::Withdrawn => pen.offered(due).after(3, 6, Beat::Withdraw),
        Fate::Unconfirmed => pen.agreed(due).claimed_lately(),
        Fate::Open | Fate::Overdue => pen.agreed(due),
        Fate::OpenMoved => pen.agreed(first).moved(first),
        Fate::Stalled if moved_from.is_some() => pen.agreed(first).moved(first).explained(),
        Fate::Stalled => pen.agreed(due).explained(),
        Fate::Offered => pen.lately(Beat::Offer(due)),
        Fate::Asked => pen.lately(Beat::Ask(due)),
        Fate::Countered => {
            let (sooner, later) = pen.two_days(first);
            pen.lately(Beat::Offer(later)).after(1, 2, Beat::ReceiverCounters(sooner))
        }
        Fate::CounteredByMaker => {
            let (sooner, later) = pen.two_days(first);
            pen.lately(Beat::Ask(sooner)).after(1, 2, Beat::PromiserCounters(later))
        }
    }
    .beats
}

/// Writes beats, each after the one before.
struct Pen<'a> {
    due: Date,
    today: Date,
    chance: &'a mut Chance,
    beats: Vec<(Date, Beat)>,
}

impl Pen<'_> {
    fn last(&self) -> Date {
        self.beats.last().map_or(self.due, |(day, _)| *day)
    }

    fn put(mut self, day: Date, beat: Beat) -> Self {
        let day = workday(day);
        let day = self.beats.last().map_or(day, |(last, _)| day.max(*last));
        self.beats.push((day, beat));
        self
    }

    /// So many days after the last beat.
    fn after(self, low: i64, high: i64, beat: Beat) -> Self {
        let last = self.last();
        self.at(last, low, high, beat)
    }

    /// So many days after a day.
    fn at(self, day: Date, low: i64, high: i64, beat: Beat) -> Self {
        let days = self.chance.between(low, high);
        self.put(day.plus_days(days), beat)
    }

    /// Two days that are still to come, for terms that differ.
    fn two_days(&self, first: Date) -> (Date, Date) {
        if first > self.today { (first, self.due) } else { (self.due, self.due.plus_days(14)) }
    }

    fn offered(self, due: Date) -> Self {
        let start = due.plus_days(-70).min(self.today.plus_days(-21));
        self.at(start, 0, 14, Beat::Offer(due))
    }

    fn asked(self, due: Date) -> Self {
        let start = due.plus_days(-70).min(self.today.plus_days(-21));
        self.at(start, 0, 14, Beat::Ask(due))
    }

    fn agreed(self, due: Date) -> Self {
        self.offered(due).after(1, 5, Beat::ReceiverAccepts)
    }

    fn asked_and_agreed(self, due: Date) -> Self {
        self.asked(due).after(1, 5, Beat::PromiserAccepts)
    }

    /// Asked for an earlier day; the promiser names the one that holds.
    fn asked_and_countered(self, asked: Date) -> Self {
        let due = self.due;
        let pen = self.asked(asked).after(1, 4, Beat::PromiserCounters(due));
        pen.after(1, 4, Beat::ReceiverAccepts)
    }

    /// Within the last days, so that it does not yet count as forgotten.
    fn lately(self, beat: Beat) -> Self {
        let today = self.today;
        self.at(today, -6, -3, beat)
    }

    /// Moved before the first day came.
    fn moved(self, first: Date) -> Self {
        let due = self.due;
        let latest = first.min(self.today);
        self.at(latest, -8, -2, Beat::Move(due))
    }

    fn explained(self) -> Self {
        let due = self.due;
        self.at(due, 1, 3, Beat::Explain)
    }

    fn claimed_too_soon(self) -> Self {
        let due = self.due;
        self.at(due, -9, -7, Beat::ClaimDone).after(1, 1, Beat::NotYet)
    }

    fn kept(self, late_days: i64) -> Self {
        let day = self.due.plus_days(late_days).min(self.today.plus_days(-1));
        let pen = self.at(day, -4, 0, Beat::ClaimDone);
        let (last, today) = (pen.last(), pen.today);
        let confirmed = last.plus_days(pen.chance.between(1, 3)).min(today);
        pen.put(confirmed, Beat::Confirm)
    }

    fn kept_late(self) -> Self {
        let late_days = self.chance.between(6, 19);
        self.kept(late_days)
    }

    fn claimed_lately(self) -> Self {
        let day = self.due.min(self.today.plus_days(-1));
        self.at(day, -1, 0, Beat::ClaimDone)
    }
}

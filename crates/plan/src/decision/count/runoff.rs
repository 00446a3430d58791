//! Instant runoff, with a tie rule that is published before anybody answers.

/// Options in the order in which a partner prefers them; those left out are liked least, and
/// equally little.
///
/// Invariant: each is one of the question's options, and none comes twice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ranking(Vec<usize>);

/// Why a ranking was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RankingError {
    /// There is no such option.
    #[error("option {} is not in the list", .0 + 1)]
    Unknown(usize),
    /// An option comes twice.
    #[error("option {} was ranked twice", .0 + 1)]
    Twice(usize),
}

impl Ranking {
    /// A ranking of some of `options`, the most preferred first, counted from 0.
    ///
    /// # Errors
    /// When one is not among them or comes twice.
    pub fn of(options: usize, preferred: Vec<usize>) -> Result<Self, RankingError> {
        for (place, option) in preferred.iter().enumerate() {
            if *option >= options {
                return Err(RankingError::Unknown(*option));
            }
            if preferred.iter().take(place).any(|before| before == option) {
                return Err(RankingError::Twice(*option));
            }
        }
        Ok(Self(preferred))
    }

    /// The options, the most preferred first.
    #[must_use]
    pub fn preferred(&self) -> &[usize] {
        &self.0
    }

    /// Whether it names no option: its maker abstains.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// How the last of equals was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// It was alone.
    None,
    /// It led fewer ballots in this earlier round, counted from 0.
    EarlierRound(usize),
    /// They were equal in every round; it stands last in the published list.
    ListOrder,
}

/// An option that goes at the end of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Out {
    /// Which, counted from 0.
    pub option: usize,
    /// How it was found when several led equally few.
    pub tie: Tie,
}

/// One round of a runoff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// How many ballots each option leads; none for one that went before.
    pub leads: Vec<Option<usize>>,
    /// Ballots on which every option has gone.
    pub exhausted: usize,
    /// The option that goes; none in the last round.
    pub out: Option<Out>,
}

/// A runoff, round by round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Runoff {
    /// The rounds, first to last.
    pub rounds: Vec<Round>,
    /// The option that won; none when no ballot names one.
    pub winner: Option<usize>,
}

impl Runoff {
    /// Whether only the order of the list could part equals somewhere.
    #[must_use]
    pub fn used_list_order(&self) -> bool {
        let outs = self.rounds.iter().filter_map(|round| round.out);
        outs.into_iter().any(|out| out.tie == Tie::ListOrder)
    }
}

/// Runs the rounds among `options`. A ballot that names no option takes no part in them.
#[must_use]
pub fn runoff(options: usize, ballots: &[Ranking]) -> Runoff {
    let ballots: Vec<&Ranking> = ballots.iter().filter(|ballot| !ballot.is_empty()).collect();
    let mut rounds: Vec<Round> = Vec::new();
    let mut standing: Vec<usize> = (0..options).collect();
    if ballots.is_empty() {
        return Runoff { rounds, winner: None };
    }
    loop {
        let (leads, exhausted) = lead(options, &standing, &ballots);
        let active = ballots.len() - exhausted;
        let led = |option: usize| leads.get(option).copied().flatten().unwrap_or_default();
        let winner = standing.iter().copied().find(|option| led(*option) * 2 > active);
        let out = if winner.is_some() { None } else { last(&rounds, &leads, &standing) };
        rounds.push(Round { leads, exhausted, out });
        // Whoever leads the most stays, so a ballot that leads somewhere is left to the end.
        let Some(out) = out else { return Runoff { rounds, winner } };
        standing.retain(|option| *option != out.option);
    }
}

/// How many ballots each standing option leads, and how many lead none.
fn lead(options: usize, standing: &[usize], ballots: &[&Ranking]) -> (Vec<Option<usize>>, usize) {
    let mut leads: Vec<Option<usize>> =
        (0..options).map(|option| standing.contains(&option).then_some(0)).collect();
    let mut exhausted = 0;
    for ballot in ballots {
        let first = ballot.preferred().iter().find(|option| standing.contains(option));
        match first.and_then(|option| leads.get_mut(*option)).and_then(Option::as_mut) {
            Some(led) => *led += 1,
            None => exhausted += 1,
        }
    }
    (leads, exhausted)
}

/// The option that goes: the fewest now, else the fewest in an earlier round, else last in the
/// list.
fn last(before: &[Round], now: &[Option<usize>], standing: &[usize]) -> Option<Out> {
    let mut equals = fewest(now, standing);
    let mut tie = Tie::None;
    for (number, round) in before.iter().enumerate().rev() {
        if equals.len() == 1 {
            break;
        }
        equals = fewest(&round.leads, &equals);
        tie = Tie::EarlierRound(number);
    }
    if equals.len() > 1 {
        tie = Tie::ListOrder;
    }
    equals.into_iter().max().map(|option| Out { option, tie })
}

/// Those of some options that lead the fewest ballots.
fn fewest(leads: &[Option<usize>], of: &[usize]) -> Vec<usize> {
    let led = |option: &usize| leads.get(*option).copied().flatten().unwrap_or_default();
    let least = of.iter().map(led).min().unwrap_or_default();
    of.iter().copied().filter(|option| led(option) == least).collect()
}

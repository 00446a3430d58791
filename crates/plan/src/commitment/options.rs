//! What a reader can do with a commitment now: found by trying, so that a page never offers what
//! a command would refuse.

use base::{PersonId, Reason, Title};
use store::Standing;

use super::{Commitment, Party, Side, State, Terms, Voice};
use crate::{Error, access};

base::words! {
    /// What can be done with a commitment; also the last part of its page's address.
    pub enum Verb {
        /// Accept the terms.
        Accept = "accept",
        /// Decline them.
        Decline = "decline",
        /// Answer with others.
        Counter = "counter",
        /// Take one's own back.
        Withdraw = "withdraw",
        /// Say that it is done.
        Done = "done",
        /// Say that it was kept.
        Confirm = "confirm",
        /// Say that something is missing.
        NotYet = "not-yet",
        /// Move the date.
        Date = "date",
        /// Say what is in the way.
        Reason = "reason",
        /// Put another in charge.
        HandOver = "hand-over",
        /// Add evidence.
        Evidence = "evidence",
        /// Say that it will not come.
        Broken = "broken",
    }
}

/// Who looks, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub(crate) standing: &'a Standing,
    pub(crate) person: PersonId,
    pub(crate) at: base::Instant,
    pub(crate) today: base::Date,
}

impl Reader<'_> {
    fn voice(&self, side: Side, organization: base::OrganizationId) -> Voice {
        let (person, at, on) = (self.person, self.at, self.today);
        Voice { person, organization, side, at, on }
    }

    fn speak(&self, of: &Commitment, party: Party) -> Result<Voice, Error> {
        access::speaks_as(self.standing, of.promiser, of.receiver, party)
            .map(|organization| self.voice(party.side(), organization))
            .ok_or(Error::NotYours)
    }

    /// What can be done now, most likely first.
    pub(crate) fn verbs(&self, commitment: &Commitment) -> Vec<Verb> {
        Verb::ALL.iter().copied().filter(|verb| self.may(commitment, *verb).is_ok()).collect()
    }

    /// Whether it can be done now, and else why not.
    pub(crate) fn may(&self, commitment: &Commitment, verb: Verb) -> Result<(), Error> {
        let why = || sample::<Reason>();
        // Most readers have no part in it: only what they may say is tried, on a copy.
        let tried = || commitment.clone();
        match verb {
            Verb::Accept => {
                let voice = self.answer(commitment)?;
                // An offer whose date has passed is answered with a counter-offer.
                tried().accept(voice, Some(self.person.into()))
            }
            Verb::Decline => {
                let voice = self.answer(commitment)?;
                tried().decline(voice, why()?)
            }
            Verb::Counter => {
                let voice = self.answer(commitment)?;
                let due = commitment.terms().due.max(self.today).plus_days(1);
                let terms = Terms { due, ..commitment.terms().clone() };
                tried().counter(voice, terms, None)
            }
            Verb::Withdraw => {
                let State::Proposed { by, .. } = commitment.state() else {
                    return Err(Error::NotWaiting { state: commitment.state().name() });
                };
                let voice = self.speak(commitment, *by)?;
                tried().withdraw(voice, None)
            }
            Verb::Done => {
                let voice = self.speak(commitment, Party::Promiser)?;
                tried().claim_done(voice, None)
            }
            Verb::Confirm => {
                let voice = self.speak(commitment, Party::Receiver)?;
                tried().confirm(voice, None)
            }
            Verb::NotYet => {
                let voice = self.speak(commitment, Party::Receiver)?;
                tried().not_yet(voice, why()?)
            }
            Verb::Date => {
                let voice = self.speak(commitment, Party::Promiser)?;
                let to = commitment.terms().due.max(self.today).plus_days(1);
                tried().move_date(voice, to, why()?)
            }
            Verb::Reason => {
                let voice = self.speak(commitment, Party::Promiser)?;
                tried().explain(voice, why()?)?;
                commitment.stall(self.today).map(drop).ok_or(Error::NotStalled)
            }
            Verb::HandOver => self.may_hand_over(commitment),
            Verb::Evidence => {
                let voice = self
                    .speak(commitment, Party::Promiser)
                    .or_else(|_| self.speak(commitment, Party::Receiver))?;
                tried().add_evidence(voice, sample::<Title>()?)
            }
            Verb::Broken => {
                let (side, organization) =
                    access::breaks_as(self.standing, commitment).ok_or(Error::NotYours)?;
                tried().break_off(self.voice(side, organization), why()?)
            }
        }
    }

    /// A lead hands over to anybody; a member takes over themselves.
    fn may_hand_over(&self, commitment: &Commitment) -> Result<(), Error> {
        let voice = self.speak(commitment, Party::Promiser)?;
        let nobody = base::Id::from_bits(0);
        let to = if self.standing.leads(commitment.promiser) { nobody } else { self.person };
        commitment.clone().hand_over(voice, to)
    }

    fn answer(&self, commitment: &Commitment) -> Result<Voice, Error> {
        let State::Proposed { by, .. } = commitment.state() else {
            return Err(Error::NotWaiting { state: commitment.state().name() });
        };
        self.speak(commitment, by.other()).or_else(|_| self.speak(commitment, *by))
    }
}

/// A text with which a verb is tried.
fn sample<T: std::str::FromStr>() -> Result<T, Error> {
    "-".parse().map_err(|_never| Error::History)
}

#[cfg(test)]
mod tests {
    use base::{Id, OrganizationId, Role};

    use super::*;
    use crate::commitment::examples::*;

    fn verbs(grants: &[(u128, Role)], who: u128, commitment: &Commitment, on: &str) -> String {
        let grants = grants.iter().map(|&(n, role)| (OrganizationId::from_bits(n), role)).collect();
        let standing = Standing { grants, system: false };
        let voice = voice(Side::Promiser, who, day(on));
        let reader =
            Reader { standing: &standing, person: person(who), at: voice.at, today: voice.on };
        let words: Vec<&str> = reader.verbs(commitment).into_iter().map(Verb::as_str).collect();
        words.join(" ")
    }

    #[test]
    fn each_side_sees_what_it_can_do() {
        let (maker, waiter) = ([(1, Role::Lead)], [(2, Role::Member)]);
        let mut commitment = offered("2026-05-20");
        assert_eq!(verbs(&maker, 10, &commitment, "2026-05-02"), "withdraw hand-over");
        assert_eq!(verbs(&waiter, 20, &commitment, "2026-05-02"), "accept decline counter");
        commitment.accept(crate::commitment::examples::waiter("2026-05-02"), None).unwrap();
        let open = "done date hand-over evidence broken";
        assert_eq!(verbs(&maker, 10, &commitment, "2026-05-02"), open);
        assert_eq!(verbs(&waiter, 20, &commitment, "2026-05-02"), "evidence broken");
        let stalled = "done date reason hand-over evidence broken";
        assert_eq!(verbs(&maker, 10, &commitment, "2026-05-25"), stalled);
    }

    #[test]
    fn guests_stewards_and_strangers_can_do_nothing() {
        for commitment in [offered("2026-05-20"), open("2026-05-20")] {
            for grants in [[(1, Role::Guest)], [(2, Role::Steward)], [(3, Role::Lead)]] {
                assert_eq!(verbs(&grants, 40, &commitment, "2026-05-02"), "");
            }
        }
    }

    #[test]
    fn a_member_takes_over_and_does_not_hand_to_others() {
        let commitment = open("2026-05-20");
        let member = [(1, Role::Member)];
        assert!(!verbs(&member, 10, &commitment, "2026-05-02").contains("hand-over"));
        assert!(verbs(&member, 11, &commitment, "2026-05-02").contains("hand-over"));
    }
}

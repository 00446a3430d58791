//! The four questions that come before data moves: is this legal, is it ethical, is it a good idea, how do we
//! know. Only the first is a rule of law; each is answered by people who are named, on a day.
//!
//! Invariant: an answer is never changed. A newer one stands above it.

pub(crate) mod api;
pub(crate) mod pages;
pub(crate) mod store;

use ::store::{Cx, Tx};
use base::{Date, Instant, Line, OrganizationId, PersonId, Prose};

use super::{ActName, Agreement, DraftError, Standing, Target, edit::Edit};
use crate::{AgreementId, Error, access};

base::words! {
    /// A question.
    pub enum Question {
        /// Is this legal?
        Legal = "legal",
        /// Is this ethical?
        Ethical = "ethical",
        /// Is this a good idea?
        GoodIdea = "good_idea",
        /// How do we know, and who decides?
        HowWeKnow = "how_we_know",
    }
}

/// An answer to a question.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The question.
    pub question: Question,
    /// What was answered.
    pub reply: Prose<4000>,
    /// Who decided it, by name.
    pub deciders: Line<300>,
    /// Who signed it.
    pub person: Option<PersonId>,
    /// For whom they spoke.
    pub organization: Option<OrganizationId>,
    /// When.
    pub at: Instant,
    /// On which day.
    pub on: Date,
}

/// An answer to be given.
#[derive(Debug, Clone)]
pub struct NewReply {
    /// To which question.
    pub question: Question,
    /// The answer.
    pub reply: Prose<4000>,
    /// Who decided it.
    pub deciders: Line<300>,
}

/// Answers one of the four questions, right after proving who one is: the answer is signed with one's name.
///
/// # Errors
/// When the agreement was ended, or the caller neither coordinates nor acts for one of its parties.
pub async fn reply(cx: &Cx, target: Target, new: NewReply) -> Result<Agreement, Error> {
    let mut edit = Edit::of(cx, access::REPLY, target).await?;
    if let Standing::Terminated { .. } = edit.agreement.standing() {
        return Err(Error::Terminated);
    }
    let version = edit.version(edit.agreement.main_version())?;
    if !access::halts(&edit.place.standing, &version.terms.parties) {
        return Err(Error::NotYours);
    }
    let NewReply { question, reply, deciders } = new;
    let (at, on) = (edit.voice.at, edit.voice.on);
    let (person, organization) = (edit.voice.person, edit.voice.organization);
    let said = format!("{reply}\n\n{deciders}");
    let reply = Reply { question, reply, deciders, person, organization, at, on };
    store::add(&mut edit.tx, target.id, &reply).await?;
    edit.finish(version, vec![(ActName::Answered, Some(said))]).await
}

/// Checks that each of the four was answered.
pub(crate) async fn must_be_answered(tx: &Tx, agreement: AgreementId) -> Result<(), Error> {
    let all = store::latest(tx, agreement).await?;
    let is_answered = |question: &Question| all.iter().any(|reply| reply.question == *question);
    if Question::ALL.iter().all(is_answered) { Ok(()) } else { Err(DraftError::Unanswered.into()) }
}

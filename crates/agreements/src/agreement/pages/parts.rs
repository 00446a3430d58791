//! Parts of an agreement's page: the four questions, what parties proposed, its papers.

use web::Shell;

use super::{base_of, words};
use crate::{
    access,
    agreement::{
        Record, Stage, Version,
        proposals::{Fate, Proposal, pages as proposals},
        questions::{Question, Reply},
        words::Status,
    },
};

/// One of the four questions with the answer that stands.
pub(super) struct QuestionView {
    pub(super) question: String,
    pub(super) reply: Option<String>,
    pub(super) by: Option<String>,
    /// Where it is answered, for those who may.
    pub(super) href: Option<String>,
}

/// What a party proposed.
pub(super) struct ProposalView {
    pub(super) mark: Status,
    pub(super) facts: Vec<(String, String)>,
    /// Where it is decided, for those who may.
    pub(super) settle: Option<String>,
    /// Where it is taken back, for the party that made it.
    pub(super) withdraw: Option<String>,
}

/// A file, or another form of the agreement.
pub(super) struct PaperView {
    pub(super) label: String,
    pub(super) href: String,
    pub(super) about: Option<String>,
}

pub(super) fn questions(shell: &Shell, record: &Record) -> Vec<QuestionView> {
    if !record.agreement.kind.moves_data() {
        return Vec::new();
    }
    let halts = |main: &Version| access::halts(&record.place.standing, &main.terms.parties);
    let may = record.main().is_some_and(halts);
    let view = |question: &Question| {
        let found = record.replies.iter().find(|reply| reply.question == *question);
        let href = format!("{}/questions/{question}", base_of(record));
        QuestionView {
            question: words::said(shell, "agreements-question", question),
            reply: found.map(|reply| reply.reply.to_string()),
            by: found.map(|reply| signed(shell, record, reply)),
            href: may.then(|| shell.href(&href)),
        }
    };
    Question::ALL.iter().map(view).collect()
}

fn signed(shell: &Shell, record: &Record, reply: &Reply) -> String {
    let who = reply.person.map(|person| record.people.name(person).to_owned());
    let args = [
        ("deciders", reply.deciders.as_str().into()),
        ("who", who.unwrap_or_default().into()),
        ("date", shell.date(reply.on).into()),
    ];
    shell.tn("agreements-question-by", &args)
}

pub(super) fn proposed(shell: &Shell, record: &Record) -> Vec<ProposalView> {
    let drafts = access::drafts_for(&record.place.standing).is_some();
    let view = |one: &Proposal| {
        let is_open = one.fate == Fate::Open;
        let kind = match one.fate {
            Fate::Open => "risk",
            Fate::Accepted => "ok",
            Fate::Declined => "off",
            Fate::Withdrawn => "idle",
        };
        let mine = access::answers_for(&record.place.standing, one.organization);
        let href = format!("{}/proposals/{}", base_of(record), one.id);
        ProposalView {
            mark: Status { kind, text: words::said(shell, "agreements-fate", one.fate) },
            facts: proposals::facts(shell, record, one),
            settle: (is_open && drafts).then(|| shell.href(&href)),
            withdraw: (is_open && mine).then(|| shell.href(&format!("{href}/withdraw"))),
        }
    };
    record.proposals.iter().rev().map(view).collect()
}

/// Where a party proposes a change, while it can.
pub(super) fn propose(record: &Record) -> Option<String> {
    let reads = matches!(record.agreement.next(), Some((_, Stage::Review)));
    let may = reads && !proposals::mine(record).is_empty();
    may.then(|| format!("{}/proposals/new", base_of(record)))
}

/// Where a file that was signed outside is taken, while it can be.
pub(super) fn takes_paper(record: &Record) -> Option<String> {
    let written = matches!(record.agreement.next(), Some((_, Stage::Draft | Stage::Review)));
    let may = written && access::drafts_for(&record.place.standing).is_some();
    may.then(|| format!("{}/paper", base_of(record)))
}

pub(super) fn papers(shell: &Shell, record: &Record) -> Vec<PaperView> {
    let base = base_of(record);
    let mut all = Vec::new();
    for paper in &record.papers {
        all.push(PaperView {
            label: shell.t1("agreements-paper-of", "number", paper.version),
            href: shell.href(&format!("{base}/papers/{}", paper.version)),
            about: Some(format!("{}, SHA-256 {}", paper.name, paper.hash)),
        });
    }
    if record.versions.len() > 1 {
        all.push(PaperView {
            label: shell.t("agreements-compare").into_owned(),
            href: shell.href(&format!("{base}/compare")),
            about: None,
        });
    }
    all.push(PaperView {
        label: shell.t("agreements-odrl").into_owned(),
        href: shell.href(&format!("{base}/odrl.jsonld")),
        about: Some(shell.t("agreements-odrl-about").into_owned()),
    });
    all
}

//! What can be done with a commitment from a mail: the same commands, one field or two.

use store::{Cx, Permission};
use web::{Answer, Asked, AskedField, AskedKind, Input, Loading, Section, Shell};

use super::{
    CommitmentId,
    commands::{self, Claim, Target},
    options::{Reader, Verb},
    parse, queries,
};
use crate::{Error, access, words};

/// What these acts may use.
const RIGHTS: &[Permission] = &[access::READ, access::ACT];

const REASON: AskedField = field("why", "commitments-why", AskedKind::Text, false);

/// Accepts the terms on the table.
static ACCEPT: Answer = Answer {
    name: "commitment-accept",
    label: "commitments-verb-accept",
    permissions: RIGHTS,
    ask: |cx, id| ask(cx, id, Verb::Accept, &[]),
    act: |cx, id, input| act(cx, id, Verb::Accept, input),
};

/// Says that it is done.
static DONE: Answer = Answer {
    name: "commitment-done",
    label: "commitments-verb-done",
    permissions: RIGHTS,
    ask: |cx, id| {
        const NOTE: &[AskedField] = &[field("note", "commitments-note", AskedKind::Text, true)];
        ask(cx, id, Verb::Done, NOTE)
    },
    act: |cx, id, input| act(cx, id, Verb::Done, input),
};

/// Moves the date.
static DATE: Answer = Answer {
    name: "commitment-date",
    label: "commitments-verb-date",
    permissions: RIGHTS,
    ask: |cx, id| {
        const DATE: &[AskedField] =
            &[field("due", "commitments-new-date", AskedKind::Date, false), REASON];
        ask(cx, id, Verb::Date, DATE)
    },
    act: |cx, id, input| act(cx, id, Verb::Date, input),
};

/// Says what is in the way.
static IN_THE_WAY: Answer = Answer {
    name: "commitment-reason",
    label: "commitments-verb-reason",
    permissions: RIGHTS,
    ask: |cx, id| {
        const WHY: &[AskedField] = &[field("why", "commitments-obstacle", AskedKind::Text, false)];
        ask(cx, id, Verb::Reason, WHY)
    },
    act: |cx, id, input| act(cx, id, Verb::Reason, input),
};

/// Says that it was kept.
static CONFIRM: Answer = Answer {
    name: "commitment-confirm",
    label: "commitments-verb-confirm",
    permissions: RIGHTS,
    ask: |cx, id| {
        const THANKS: &[AskedField] = &[field("note", "commitments-thanks", AskedKind::Text, true)];
        ask(cx, id, Verb::Confirm, THANKS)
    },
    act: |cx, id, input| act(cx, id, Verb::Confirm, input),
};

const fn field(
    name: &'static str,
    label: &'static str,
    kind: AskedKind,
    optional: bool,
) -> AskedField {
    AskedField { name, label, kind, optional }
}

fn ask(cx: Cx, id: String, verb: Verb, fields: &'static [AskedField]) -> Loading<Asked> {
    Box::pin(async move {
        let id: CommitmentId = id.parse().map_err(|_unreadable| Error::Missing)?;
        let record = queries::commitment(&cx, id).await?;
        let (place, commitment) = (&record.place, &record.commitment);
        let reader = Reader {
            standing: &place.standing,
            person: cx.person()?,
            at: cx.now(),
            today: place.today,
        };
        reader.may(commitment, verb)?;
        let shell = Shell::new(&cx, Some(place), "commitments-title", Section::Nowhere);
        let said = |prefix: &str| words::said(&shell, prefix, verb);
        let to = words::receiver_name(&shell, &record.directory, commitment.receiver);
        let promiser = record.directory.name(commitment.promiser).to_owned();
        let column = |key: &str| shell.t(key).into_owned();
        Ok(Asked {
            title: commitment.terms().title.to_string(),
            facts: vec![
                (column("commitments-column-who"), promiser),
                (column("commitments-column-to"), to),
                (column("commitments-column-due"), shell.long_date(commitment.terms().due)),
            ],
            fields: fields.to_vec(),
            confirm: ["commitments-what", "commitments-knows", "commitments-back"].map(said),
            page: format!("/p/{}/commitments/{id}", place.slug),
        })
    })
}

fn act(cx: Cx, id: String, verb: Verb, mut input: Input) -> Loading<()> {
    Box::pin(async move {
        let id: CommitmentId = id.parse().map_err(|_unreadable| Error::Missing)?;
        let target = Target { id, seen: None };
        let _changed = match verb {
            Verb::Accept => commands::accept(&cx, target, None).await?,
            Verb::Done => {
                let note = parse::note(&mut input, "note");
                input.check()?;
                commands::claim_done(&cx, target, Claim { note, proof: None }).await?
            }
            Verb::Confirm => {
                let thanks = parse::note(&mut input, "note");
                input.check()?;
                commands::confirm(&cx, target, thanks).await?
            }
            Verb::Date => {
                let (to, why) = (input.required("due"), input.required("why"));
                let (Some(to), Some(why)) = (to, why) else { return Err(input.invalid().into()) };
                commands::move_date(&cx, target, to, why).await?
            }
            Verb::Reason => {
                let why = parse::why(&mut input).ok_or_else(|| input.invalid())?;
                commands::explain(&cx, target, why).await?
            }
            Verb::Decline
            | Verb::Counter
            | Verb::Withdraw
            | Verb::NotYet
            | Verb::HandOver
            | Verb::Evidence
            | Verb::Broken => return Err(Error::Missing.into()),
        };
        Ok(())
    })
}

/// Every act of this file.
pub(crate) const ALL: &[&Answer] = &[&ACCEPT, &DONE, &DATE, &IN_THE_WAY, &CONFIRM];

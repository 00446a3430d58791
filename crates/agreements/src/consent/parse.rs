//! From a form or a JSON body to what somebody signed: the same for pages and the API.

use base::{Date, Instant, Language, Line, OrganizationId, Zone};
use data_encoding::HEXLOWER;
use policy::{ClientId, Form, OrganizationKind, Set};
use sha2::{Digest as _, Sha256};
use web::Input;

use super::{Capacity, Ending, Signed, queries::Filter};
use crate::{Classes, Name, request::parse::some};

/// Where and when something is written down.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Desk<'a> {
    pub(crate) now: Instant,
    pub(crate) zone: &'a Zone,
    pub(crate) client: ClientId,
}

/// What a list is narrowed to.
pub(crate) fn filter(input: &mut Input) -> Filter {
    Filter {
        organization: input.optional("organization"),
        which: input.optional("which"),
        form: input.optional("form"),
    }
}

/// What somebody signed. `signer` is a reference; without one it is the client.
pub(crate) fn signed(
    input: &mut Input,
    desk: Desk<'_>,
    signer: Option<ClientId>,
) -> Option<Signed> {
    let form = input.required::<Form>("form");
    let capacity = input.optional("capacity").unwrap_or(Capacity::Own);
    let gives = input.all::<OrganizationId>("gives");
    let gets = input.all::<OrganizationId>("gets");
    let gets_kinds: Set<OrganizationKind> = input.all("gets_kinds").into_iter().collect();
    if gives.is_empty() {
        input.refuse("gives", "required", Vec::new());
    }
    if gets.is_empty() && gets_kinds.is_empty() {
        input.refuse("gets", "required", Vec::new());
    }
    let purposes = some(input, "purposes");
    let classes = some(input, "classes");
    let language = input.optional("language").unwrap_or(Language::English);
    let on = input.required::<Date>("signed_on");
    let ending = ending(input, desk);
    let fixed = input.optional::<Date>("irrevocable_until");
    let text_hash = hash(input);
    let witness = input.optional("witness");
    let own = signer.unwrap_or(desk.client);
    if capacity != Capacity::Own && signer.is_none() {
        input.refuse("signer_number", "required", Vec::new());
    }
    Some(Signed {
        form: form?,
        signer: if capacity == Capacity::Own { desk.client } else { own },
        capacity,
        is_written: input.flag("is_written"),
        is_complete: input.flag("is_complete"),
        gives,
        gets,
        gets_kinds,
        purposes: purposes?,
        classes: Classes::These(classes?),
        language,
        text_hash,
        witness,
        at: signed_at(on?, desk),
        ending: ending?,
        irrevocable_until: fixed.map(|day| day.plus_days(1).start_in(desk.zone)),
    })
}

/// Signed today is signed now; before, it was at the beginning of the day: it serves from then on.
fn signed_at(on: Date, desk: Desk<'_>) -> Instant {
    if on == desk.now.date_in(desk.zone) { desk.now } else { on.start_in(desk.zone) }
}

/// The end of the last day, or the event with which it ends.
fn ending(input: &mut Input, desk: Desk<'_>) -> Option<Ending> {
    let last = input.optional::<Date>("expires_on");
    let event = input.optional::<Line<200>>("ends_with");
    match (last, event) {
        (Some(_), Some(_)) => {
            input.refuse("ends_with", "consent_two_ends", Vec::new());
            None
        }
        (Some(last), None) => Some(Ending::At(last.plus_days(1).start_in(desk.zone))),
        (None, Some(event)) => Some(Ending::With { event, happened: None }),
        (None, None) => Some(Ending::Never),
    }
}

/// The hash of the signed form: of its file, which is not kept, or as a program sends it.
fn hash(input: &mut Input) -> Option<Line<64>> {
    if let Some(file) = input.file("signed_form") {
        return HEXLOWER.encode(&Sha256::digest(&file.bytes)).parse().ok();
    }
    let hash = input.optional::<Line<64>>("text_hash")?;
    let is_hash = hash.as_str().len() == 64
        && hash.as_str().bytes().all(|sign| sign.is_ascii_digit() || (b'a'..=b'f').contains(&sign));
    if !is_hash {
        input.refuse("text_hash", "consent_hash", Vec::new());
    }
    Some(hash)
}

/// What a new consent begins with, when it renews another.
pub(crate) fn filled(signed: &Signed) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("form", signed.form.to_string()),
        ("capacity", signed.capacity.to_string()),
        ("language", signed.language.as_str().to_owned()),
    ];
    let names = |names: &[Name]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    all.extend(signed.gives.iter().map(|id| ("gives", id.to_string())));
    all.extend(signed.gets.iter().map(|id| ("gets", id.to_string())));
    all.extend(signed.gets_kinds.iter().map(|kind| ("gets_kinds", kind.to_string())));
    all.extend(names(&signed.purposes).into_iter().map(|name| ("purposes", name)));
    if let Classes::These(classes) = &signed.classes {
        all.extend(names(classes).into_iter().map(|name| ("classes", name)));
    }
    if let Some(witness) = &signed.witness {
        all.push(("witness", witness.to_string()));
    }
    all
}

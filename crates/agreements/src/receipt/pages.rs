//! Receipts: the list, one, and what was shared with it.

mod list;
mod one;

use policy::Set;
use store::Cx;
use web::Shell;

pub(crate) use self::{
    list::{export, filter, list},
    one::{download, json, open, show},
};
use super::queries::Seen;
use crate::{agreement::words, consent::Consent, vocabulary::Vocabulary};

/// What a consent allows, as facts that travel with a copy: never a name.
pub(crate) fn consent_facts(
    shell: &Shell,
    (directory, vocabulary): (&partnership::Directory, &Vocabulary),
    consent: &Consent,
) -> Vec<(String, String)> {
    let label = |key: &str| shell.t(key).into_owned();
    let signed = &consent.signed;
    let purposes: Vec<String> = signed
        .purposes
        .iter()
        .map(|name| vocabulary.purpose(name.as_str(), shell.language()))
        .collect();
    let mut gets: Vec<String> =
        signed.gets.iter().map(|id| directory.name(*id).to_owned()).collect();
    gets.extend(kinds(shell, signed.gets_kinds));
    vec![
        (label("consents-paper"), words::said(shell, "consents-form", signed.form)),
        (label("agreements-gives"), words::organizations(shell, directory, &signed.gives)),
        (label("agreements-gets"), words::listed(shell, &gets)),
        (label("agreements-what"), words::classes(shell, vocabulary, &signed.classes)),
        (label("agreements-why"), words::listed(shell, &purposes)),
        (label("consents-signed"), shell.when(signed.at)),
        (label("agreements-until"), crate::consent::pages::until(shell, consent)),
    ]
}

fn kinds(shell: &Shell, kinds: Set<policy::OrganizationKind>) -> Vec<String> {
    kinds.iter().map(|kind| words::said(shell, "agreements-party", kind)).collect()
}

/// The shell of a page about one receipt.
fn shell_of(cx: &Cx, seen: &Seen, title: &str) -> Shell {
    let place = &seen.place;
    let shell = Shell::new(cx, Some(place), "receipts-title", web::Section::Agreements);
    let list = shell.t("receipts-title").into_owned();
    shell.crumb(list, &format!("/p/{}/receipts", place.slug)).titled(title)
}

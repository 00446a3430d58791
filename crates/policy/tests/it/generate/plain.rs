//! A request, an agreement, a consent and a client with nothing unusual about them.

use super::*;

pub(super) fn request(
    kind: PurposeKind,
    from: &str,
    to: &str,
    laws: &[&str],
    class: &str,
) -> Request {
    Request {
        at: NOW,
        action: Action::Disclose,
        purpose: kind.to_string(),
        person: Person {
            id: "worker".to_owned(),
            organization: Maybe::Some(to.to_owned()),
            client: Maybe::NONE,
            role: Maybe::Some("worker".to_owned()),
            is_medical: true,
            assurance: Assurance::FreshPhishingResistant,
            trained_until: Maybe::Some(NOW + 100 * DAY),
            relatives: Vec::new(),
            is_locked: false,
        },
        from: Maybe::Some(from.to_owned()),
        to: Maybe::Some(to.to_owned()),
        identifiability: Identifiability::Identified,
        has_subpoena: false,
        order: Maybe::NONE,
        emergency: Maybe::NONE,
        table: Maybe::NONE,
        labels: vec![Label {
            class: Some(class.to_owned()),
            holder: Some(from.to_owned()),
            origin: Some(from.to_owned()),
            client: Some("ana".to_owned()),
            regimes: Some(strings(laws)),
            identifiability: Some(Identifiability::Identified),
            consent: None,
            bound_to: Maybe::NONE,
            destroy_by: Maybe::NONE,
        }],
    }
}

pub(super) fn plain_agreement(from: &str, to: &str, kind: PurposeKind, class: &str) -> Agreement {
    Agreement {
        id: String::new(),
        kind: AgreementKind::Dsa,
        status: Status::Active,
        effective: NOW - 4 * DAY,
        expires: Maybe::Some(NOW + 4 * DAY),
        parties: strings(&[from, to]),
        under: Maybe::NONE,
        identifiability: Identifiability::Identified,
        wants_training: false,
        assurance: Assurance::Password,
        suppresses_small_cells: false,
        grants: vec![Grant {
            from: from.to_owned(),
            to: to.to_owned(),
            purposes: vec![kind.to_string()],
            classes: vec![class.to_owned()],
            actions: vec![Action::Disclose, Action::RecordIntoShared, Action::Link],
            roles: Maybe::NONE,
        }],
        clauses: Vec::new(),
    }
}

pub(super) fn plain_consent(
    form: Form,
    client: &str,
    from: &str,
    to: &str,
    purpose: &str,
    class: &str,
) -> Consent {
    Consent {
        id: String::new(),
        client: client.to_owned(),
        form,
        signer: client.to_owned(),
        is_written: true,
        is_complete: true,
        from: strings(&[from]),
        to: strings(&[to]),
        to_kinds: Vec::new(),
        purposes: strings(&[purpose]),
        classes: strings(&[class]),
        signed: NOW - 3 * DAY,
        expires: Expiry::At(NOW + 3 * DAY),
        revoked: Maybe::NONE,
        irrevocable_until: Maybe::NONE,
    }
}

pub(super) fn plain_client(id: &str) -> Client {
    Client {
        id: id.to_owned(),
        is_adult: true,
        consents_alone: false,
        guardians: Vec::new(),
        alleged_abusers: strings(&["abuser"]),
        custody: Maybe::NONE,
        opt_outs: Vec::new(),
        has_protected_address: false,
        restrictions: Vec::new(),
    }
}

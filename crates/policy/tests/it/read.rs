//! From the wire to the engine's types. What cannot be read is an error, and an error denies.

use base::Instant;
use policy::{
    Class, Classes, Decision, Expiry, Names, Paper, Purpose, Recipients, Regime, Request,
    RequestPattern, Role, Set, Subject,
};

use crate::wire::{self, Maybe, all, id, instant};

pub(crate) type Done<T> = Result<T, String>;

pub(crate) struct Case {
    pub(crate) world: policy::World,
    pub(crate) request: Request,
}

pub(crate) fn case(case: &wire::Case) -> Done<Case> {
    let mut world = paper(&case.world)?;
    let request = request(&case.request, &mut world.names)?;
    Ok(Case { world: policy::World::new(world), request })
}

pub(crate) fn paper(world: &wire::World) -> Done<Paper> {
    let mut names = Names::default();
    for (name, kind) in &world.classes {
        names.name_class(name, *kind).ok_or_else(|| format!("no class can be named `{name}`"))?;
    }
    for (name, kind) in &world.purposes {
        names.name_purpose(name, *kind).ok_or_else(|| format!("no purpose `{name}`"))?;
    }
    let roles = world.agreements.iter().flat_map(|agreement| &agreement.grants);
    for role in roles.filter_map(|grant| grant.roles.get()).flatten() {
        names.name_role(role).ok_or_else(|| format!("no role can be named `{role}`"))?;
    }
    Ok(Paper {
        organizations: world
            .organizations
            .iter()
            .map(|each| policy::Organization { id: id(&each.id), kinds: Set::of(&each.kinds) })
            .collect(),
        agreements: world
            .agreements
            .iter()
            .map(|each| agreement(each, &names))
            .collect::<Done<_>>()?,
        clients: world.clients.iter().map(|each| client(each, &names)).collect::<Done<_>>()?,
        consents: world.consents.iter().map(|each| consent(each, &names)).collect::<Done<_>>()?,
        profiles: policy::Profiles {
            medical: classes(&world.medical_profile, &names)?,
            threat: classes(&world.threat_profile, &names)?,
        },
        names,
    })
}

fn class(name: &str, names: &Names) -> Done<Class> {
    names.class(name).ok_or_else(|| format!("unknown class `{name}`"))
}

fn classes(list: &[String], names: &Names) -> Done<Classes> {
    if list == ["*"] {
        return Ok(Classes::All);
    }
    Ok(Classes::of(list.iter().map(|name| class(name, names)).collect::<Done<Vec<_>>>()?))
}

fn purposes(list: &[String], names: &Names) -> Done<Vec<Purpose>> {
    list.iter()
        .map(|name| names.purpose(name).ok_or_else(|| format!("unknown purpose `{name}`")))
        .collect()
}

fn roles(list: &Maybe<Vec<String>>, names: &Names) -> Done<Option<Vec<Role>>> {
    let role = |name: &String| names.role(name).ok_or_else(|| format!("unknown role `{name}`"));
    list.get().map(|roles| roles.iter().map(role).collect()).transpose()
}

fn at(when: &Maybe<i64>) -> Option<Instant> {
    when.get().copied().map(instant)
}

fn name<I: base::Id>(text: &Maybe<String>) -> Option<I> {
    text.get().map(|text| id(text))
}

fn agreement(each: &wire::Agreement, names: &Names) -> Done<policy::Agreement> {
    let grant = |grant: &wire::Grant| -> Done<policy::Grant> {
        Ok(policy::Grant {
            from: id(&grant.from),
            to: id(&grant.to),
            purposes: purposes(&grant.purposes, names)?,
            classes: classes(&grant.classes, names)?,
            actions: Set::of(&grant.actions),
            roles: roles(&grant.roles, names)?,
        })
    };
    let clause = |clause: &wire::Clause| -> Done<policy::Clause> {
        Ok(policy::Clause {
            against: Set::of(&clause.against),
            classes: classes(&clause.classes, names)?,
            yields_to_order: clause.yields_to_order,
        })
    };
    Ok(policy::Agreement {
        id: id(&each.id),
        kind: each.kind,
        status: each.status,
        effective: instant(each.effective),
        expires: at(&each.expires),
        parties: all(&each.parties),
        under: name(&each.under),
        identifiability: each.identifiability,
        wants_training: each.wants_training,
        assurance: each.assurance,
        suppresses_small_cells: each.suppresses_small_cells,
        grants: each.grants.iter().map(grant).collect::<Done<_>>()?,
        clauses: each.clauses.iter().map(clause).collect::<Done<_>>()?,
    })
}

fn client(each: &wire::Client, names: &Names) -> Done<policy::Client> {
    let restriction = |restriction: &wire::Restriction| {
        let class = class(&restriction.class, names)?;
        Ok(policy::Restriction { class, to: name(&restriction.to) })
    };
    Ok(policy::Client {
        id: id(&each.id),
        is_adult: each.is_adult,
        consents_alone: each.consents_alone,
        guardians: all(&each.guardians),
        alleged_abusers: all(&each.alleged_abusers),
        custody: name(&each.custody),
        opt_outs: Set::of(&each.opt_outs),
        has_protected_address: each.has_protected_address,
        restrictions: each.restrictions.iter().map(restriction).collect::<Done<_>>()?,
    })
}

fn consent(each: &wire::Consent, names: &Names) -> Done<policy::Consent> {
    Ok(policy::Consent {
        id: id(&each.id),
        client: id(&each.client),
        form: each.form,
        signer: id(&each.signer),
        is_written: each.is_written,
        is_complete: each.is_complete,
        from: all(&each.from).into(),
        to: Recipients { named: all(&each.to).into(), kinds: Set::of(&each.to_kinds) },
        purposes: purposes(&each.purposes, names)?.into(),
        classes: classes(&each.classes, names)?,
        signed: instant(each.signed),
        expires: match &each.expires {
            wire::Expiry::Never => Expiry::Never,
            wire::Expiry::At(end) => Expiry::At(instant(*end)),
            wire::Expiry::Event(happened) => Expiry::Event(at(happened)),
        },
        revoked: at(&each.revoked),
        irrevocable_until: at(&each.irrevocable_until),
    })
}

pub(crate) fn request(each: &wire::Request, names: &mut Names) -> Done<Request> {
    let person = &each.person;
    let role = |role: &String| names.name_role(role);
    let role = person.role.get().and_then(role);
    let order = |order: &wire::Order| -> Done<policy::Order> {
        Ok(policy::Order {
            kind: order.kind,
            is_checked: order.is_checked,
            scope: classes(&order.scope, names)?,
            expires: at(&order.expires),
        })
    };
    let pattern = RequestPattern {
        at: instant(each.at),
        action: each.action,
        purpose: names.purpose(&each.purpose),
        person: policy::Person {
            id: id(&person.id),
            organization: name(&person.organization),
            client: name(&person.client),
            role,
            is_medical: person.is_medical,
            assurance: person.assurance,
            trained_until: at(&person.trained_until),
            relatives: all(&person.relatives),
            is_locked: person.is_locked,
        },
        from: name(&each.from),
        to: name(&each.to),
        identifiability: each.identifiability,
        process: policy::LegalProcess {
            has_subpoena: each.has_subpoena,
            order: each.order.get().map(order).transpose()?,
        },
        emergency: each.emergency.get().map(|emergency| policy::Emergency {
            kind: emergency.kind,
            client: id(&emergency.client),
            is_attested: emergency.is_attested,
            is_consent_obtainable: emergency.is_consent_obtainable,
            started: instant(emergency.started),
        }),
        table: each.table.get().map(|table| policy::Table {
            counts: table.counts.clone(),
            total_row: table.total_row.get().copied(),
            total_column: table.total_column.get().copied(),
        }),
    };
    Ok(Request { labels: each.labels.iter().map(|each| label(each, names)).collect(), pattern })
}

/// The bit of a law that has no word.
const UNKNOWN_LAW: i64 = 1 << 40;

pub(crate) fn label(each: &wire::Label, names: &Names) -> policy::Label {
    let law = |word: &String| match word.parse::<Regime>() {
        Ok(law) => Set::of(&[law]),
        Err(_) => Set::from_bits(UNKNOWN_LAW),
    };
    let laws = |words: &Vec<String>| words.iter().map(law).fold(Set::EMPTY, Set::union);
    let bound_to = each.bound_to.get().map(|name| names.purpose(name));
    policy::Label {
        // A purpose that is not known makes the label unreadable, and not unbound.
        class: each
            .class
            .as_ref()
            .filter(|_| bound_to != Some(None))
            .and_then(|name| names.class(name)),
        holder: each.holder.as_ref().map(|holder| id(holder)),
        origin: each.origin.as_ref().map(|origin| id(origin)),
        client: each.client.as_ref().map(|client| id(client)),
        regimes: each.regimes.as_ref().map(laws),
        identifiability: each.identifiability,
        consent: each.consent.as_ref().map(|consent| id(consent)),
        bound_to: bound_to.flatten(),
        destroy_by: at(&each.destroy_by),
    }
}

/// A decision in words.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Said {
    pub(crate) answer: String,
    pub(crate) bases: Vec<String>,
    pub(crate) withheld: Vec<(String, String)>,
    pub(crate) obligations: Vec<String>,
}

pub(crate) fn said(decision: &Decision, names: &Names) -> Said {
    let subject = |subject: &Subject| match subject {
        Subject::Class(class) => {
            class.and_then(|class| names.of_class(class)).unwrap_or("?").to_owned()
        }
        Subject::Cell(cell) => format!("cell:{}:{}", cell.row, cell.column),
    };
    let mut withheld: Vec<(String, String)> = decision
        .withheld
        .iter()
        .map(|withheld| (subject(&withheld.subject), withheld.reason.to_string()))
        .collect();
    withheld.sort();
    withheld.dedup();
    Said {
        answer: decision.answer.to_string(),
        bases: words(decision.bases.iter()),
        withheld,
        obligations: words(decision.obligations.iter()),
    }
}

pub(crate) fn words<T: ToString>(words: impl Iterator<Item = T>) -> Vec<String> {
    let mut words: Vec<String> = words.map(|word| word.to_string()).collect();
    words.sort();
    words
}

//! All that decisions look at, in a number of queries that does not grow with what is signed.

use std::collections::HashMap;

use base::{Instant, OrganizationId};
use policy::{Paper, Status};
use store::{Row, Tx, statements, values};

use super::{Scene, StandingVersion};
use crate::{
    AgreementId, Error,
    agreement::{
        Standing,
        seal::broken,
        store::{Parts, clause, grant, terms},
    },
    terms::Heading,
    vocabulary::store as ground,
};

statements! {
    // The version that stands today: the one in force, or the one before it until its first day.
    STANDING = "SELECT a.id, a.kind, a.upper, a.standing, a.version AS in_force, v.number, v.title,
        v.summary, v.only_if, v.basis, v.body, v.identifiability, v.wants_training, v.assurance,
        v.suppresses_small_cells, v.keeps_days, v.breach_hours, v.review_months, v.effective, v.ends,
        v.text, v.hash
        FROM agreements a JOIN agreement_versions v ON v.partnership = a.partnership
            AND v.agreement = a.id AND v.number = CASE
            WHEN a.earlier IS NOT NULL AND a.effective > $2 THEN a.earlier ELSE a.version END
        WHERE a.partnership = $1 ORDER BY a.id";
    PARTIES = "SELECT p.agreement, p.organization
        FROM agreements a JOIN agreement_parties p ON p.partnership = a.partnership
            AND p.agreement = a.id AND p.version = CASE
            WHEN a.earlier IS NOT NULL AND a.effective > $2 THEN a.earlier ELSE a.version END
        WHERE a.partnership = $1 ORDER BY p.agreement, p.organization";
    GRANTS = "SELECT g.agreement, g.gives, g.gets, g.purposes, g.classes, g.actions, g.roles
        FROM agreements a JOIN agreement_grants g ON g.partnership = a.partnership
            AND g.agreement = a.id AND g.version = CASE
            WHEN a.earlier IS NOT NULL AND a.effective > $2 THEN a.earlier ELSE a.version END
        WHERE a.partnership = $1 ORDER BY g.agreement, g.number";
    CLAUSES = "SELECT c.agreement, c.against, c.classes, c.yields_to_order
        FROM agreements a JOIN agreement_clauses c ON c.partnership = a.partnership
            AND c.agreement = a.id AND c.version = CASE
            WHEN a.earlier IS NOT NULL AND a.effective > $2 THEN a.earlier ELSE a.version END
        WHERE a.partnership = $1 ORDER BY c.agreement, c.number";
    SIGNED = "SELECT s.agreement, s.organization, s.hash
        FROM agreements a JOIN agreement_signatures s ON s.partnership = a.partnership
            AND s.agreement = a.id AND s.version = CASE
            WHEN a.earlier IS NOT NULL AND a.effective > $2 THEN a.earlier ELSE a.version END
        WHERE a.partnership = $1 ORDER BY s.agreement, s.organization";
}

/// Everything but the client: nine queries, however many agreements there are.
pub(crate) async fn scene(tx: &Tx, now: Instant) -> Result<Scene, Error> {
    let zone = tx.place()?.zone.clone();
    let today = now.date_in(&zone);
    let vocabulary = ground::vocabulary(tx).await?;
    let organizations = ground::parties(tx).await?;
    let profiles = ground::profiles(tx, &vocabulary).await?;
    let holdings = ground::holdings(tx).await?;
    let rows = tx.query(&STANDING, values![today]).await?;
    let parts = Parts {
        parties: grouped(tx.query(&PARTIES, values![today]).await?, |row| {
            Ok(row.get::<OrganizationId>("organization")?)
        })?,
        grants: grouped(tx.query(&GRANTS, values![today]).await?, grant)?,
        clauses: grouped(tx.query(&CLAUSES, values![today]).await?, clause)?,
    };
    let mut signed = grouped(tx.query(&SIGNED, values![today]).await?, |row| {
        Ok((row.get::<OrganizationId>("organization")?, row.get::<String>("hash")?))
    })?;
    let (mut agreements, mut faults) = (Vec::with_capacity(rows.len()), Vec::new());
    let (mut titles, mut standing) = (HashMap::new(), HashMap::new());
    for row in &rows {
        let id: AgreementId = row.get("id")?;
        let heading = Heading { kind: row.get("kind")?, upper: row.get("upper")? };
        let terms = terms(row, &parts, &id)?;
        titles.insert(id, terms.title.clone());
        let signatures = signed.remove(&id).unwrap_or_default();
        let (text, hash): (Option<String>, Option<String>) = (row.get("text")?, row.get("hash")?);
        let sealed = text.as_deref().zip(hash.as_deref());
        let hashes = signatures.iter().map(|(_, hash)| hash.as_str());
        let fault = broken(sealed, &terms.canonical(heading), hashes);
        faults.extend(fault.map(|fault| (id, fault)));
        // What is not what was signed gives nothing; its prohibitions stay.
        let status = if fault.is_some() { Status::Suspended } else { status(row)? };
        let by: Vec<OrganizationId> =
            signatures.into_iter().map(|(organization, _)| organization).collect();
        let version = StandingVersion {
            number: row.get("number")?,
            hash,
            parties: by.clone(),
            keeps_days: terms.keeps_days,
        };
        standing.insert(id, version);
        let names = (&vocabulary.names, &zone);
        agreements.push(terms.as_policy(heading, (id, status), by, names));
    }
    let paper = Paper {
        names: vocabulary.names.clone(),
        organizations,
        agreements,
        clients: Vec::new(),
        consents: Vec::new(),
        profiles,
    };
    Ok(Scene { paper, vocabulary, holdings, broken: faults, titles, standing })
}

fn status(row: &Row) -> Result<Status, Error> {
    let word: String = row.get("standing")?;
    Ok(match Standing::read(&word, row.get("in_force")?).ok_or(Error::Stored)? {
        Standing::InForce { .. } => Status::Active,
        Standing::New | Standing::Suspended { .. } => Status::Suspended,
        Standing::Terminated { .. } => Status::Terminated,
    })
}

fn grouped<T>(
    rows: Vec<Row>,
    read: impl Fn(&Row) -> Result<T, Error>,
) -> Result<HashMap<AgreementId, Vec<T>>, Error> {
    let mut groups: HashMap<AgreementId, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(row.get("agreement")?).or_default().push(read(&row)?);
    }
    Ok(groups)
}

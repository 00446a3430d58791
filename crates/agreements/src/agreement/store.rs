//! Agreements in the database: one row each, and below it versions with their parts.

use std::collections::HashMap;

use base::{Date, OrganizationId, Revision, Value};
use store::{Row, Tx, WriteTx, statements, values};

use super::{Agreement, Signatory, Signature, Stage, Standing, Step, Version};
use crate::{
    AgreementId, Error, Terms,
    terms::{Classes, Clause, Grant, names, set, spaced, spaced_set},
};

statements! {
    LOAD = "SELECT id, kind, title, upper, standing, version, earlier, next, stage, since, revision
        FROM agreements WHERE partnership = $1 AND id = $2";
    TITLE = "SELECT title FROM agreements WHERE partnership = $1 AND id = $2";
    // First of all, so that of two who sign at once the second sees what the first did.
    LOCK = "UPDATE agreements SET revision = revision + 1 WHERE partnership = $1 AND id = $2";
    INSERT = "INSERT INTO agreements (partnership, id, kind, title, upper, standing, version,
        earlier, next, stage, summary, effective, ends, since, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    SAVE = "UPDATE agreements SET standing = $3, version = $4, earlier = $5, next = $6, stage = $7,
        summary = $8, effective = $9, ends = $10, title = $11
        WHERE partnership = $1 AND id = $2";
    VERSIONS = "SELECT number, title, summary, only_if, basis, body, identifiability, wants_training,
        assurance, suppresses_small_cells, keeps_days, breach_hours, review_months, effective, ends,
        text, hash, out_at, in_force_on FROM agreement_versions WHERE partnership = $1 AND agreement = $2 ORDER BY number DESC";
    PARTIES = "SELECT version, organization FROM agreement_parties
        WHERE partnership = $1 AND agreement = $2 ORDER BY version, organization";
    GRANTS = "SELECT version, number, gives, gets, purposes, classes, actions, roles
        FROM agreement_grants WHERE partnership = $1 AND agreement = $2 ORDER BY version, number";
    CLAUSES = "SELECT version, number, against, classes, yields_to_order FROM agreement_clauses
        WHERE partnership = $1 AND agreement = $2 ORDER BY version, number";
    SIGNATORIES = "SELECT version, organization, place, person, title, authority, authority_until
        FROM agreement_signatories WHERE partnership = $1 AND agreement = $2
        ORDER BY version, place, organization";
    SIGNATURES = "SELECT version, organization, person, signer, title, authority, manner, statement,
        hash, signed_on, at FROM agreement_signatures WHERE partnership = $1 AND agreement = $2
        ORDER BY version, at, organization";
    STEPS = "SELECT number, act, version, at, happened_on, person, organization, words
        FROM agreement_steps WHERE partnership = $1 AND agreement = $2
        ORDER BY number DESC LIMIT 200";
    ADD_STEP = "INSERT INTO agreement_steps (partnership, agreement, number, act, version, at,
        happened_on, person, organization, words)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9
        FROM agreement_steps WHERE partnership = $1 AND agreement = $2";
    // A version that went out is never written again.
    DROP_VERSION = "DELETE FROM agreement_versions
        WHERE partnership = $1 AND agreement = $2 AND number = $3 AND out_at IS NULL";
    DROP_PARTIES = "DELETE FROM agreement_parties
        WHERE partnership = $1 AND agreement = $2 AND version = $3";
    DROP_GRANTS = "DELETE FROM agreement_grants
        WHERE partnership = $1 AND agreement = $2 AND version = $3";
    DROP_CLAUSES = "DELETE FROM agreement_clauses
        WHERE partnership = $1 AND agreement = $2 AND version = $3";
    ADD_VERSION = "INSERT INTO agreement_versions (partnership, agreement, number, title, summary,
        only_if, basis, body, identifiability, wants_training, assurance, suppresses_small_cells,
        keeps_days, breach_hours, review_months, effective, ends, text, hash, out_at, in_force_on,
        made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
        $17, $18, $19, $20, $21, $22)";
    SEAL = "UPDATE agreement_versions SET text = $4, hash = $5, out_at = $6
        WHERE partnership = $1 AND agreement = $2 AND number = $3 AND out_at IS NULL";
    IN_FORCE = "UPDATE agreement_versions SET in_force_on = $4
        WHERE partnership = $1 AND agreement = $2 AND number = $3 AND in_force_on IS NULL";
    LOOK_AGAIN = "UPDATE agreements SET review_on = $3 WHERE partnership = $1 AND id = $2";
    REVIEW_ON = "SELECT review_on FROM agreements WHERE partnership = $1 AND id = $2";
    ADD_PARTY = "INSERT INTO agreement_parties (partnership, agreement, version, organization)
        VALUES ($1, $2, $3, $4) ON CONFLICT (partnership, agreement, version, organization) DO NOTHING";
    ADD_GRANT = "INSERT INTO agreement_grants (partnership, agreement, version, number, gives, gets,
        purposes, classes, actions, roles) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    ADD_CLAUSE = "INSERT INTO agreement_clauses (partnership, agreement, version, number, against,
        classes, yields_to_order) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ADD_SIGNATORY = "INSERT INTO agreement_signatories (partnership, agreement, version,
        organization, place, person, title, authority, authority_until)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ADD_SIGNATURE = "INSERT INTO agreement_signatures (partnership, agreement, version, organization,
        person, signer, title, authority, manner, statement, hash, signed_on, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
}

/// The last day of what has none, so that lists are in the order of the end.
pub(crate) const NO_END: &str = "9999-12-31";

/// An agreement.
pub(crate) async fn load(tx: &Tx, id: AgreementId) -> Result<Agreement, Error> {
    let row = tx.optional(&LOAD, values![id]).await?.ok_or(Error::Missing)?;
    agreement(&row)
}

/// Holds an agreement for this change, and loads it.
pub(crate) async fn lock(tx: &mut WriteTx, id: AgreementId) -> Result<Agreement, Error> {
    if tx.execute(&LOCK, values![id]).await? == 0 {
        return Err(Error::Missing);
    }
    load(tx, id).await
}

/// Its versions, the latest first. Six queries, however many there are.
pub(crate) async fn versions(tx: &Tx, id: AgreementId) -> Result<Vec<Version>, Error> {
    let rows = tx.query(&VERSIONS, values![id]).await?;
    let parts = Parts {
        parties: grouped(tx.query(&PARTIES, values![id]).await?, |row| {
            Ok(row.get("organization")?)
        })?,
        grants: grouped(tx.query(&GRANTS, values![id]).await?, grant)?,
        clauses: grouped(tx.query(&CLAUSES, values![id]).await?, clause)?,
    };
    let mut signatories = grouped(tx.query(&SIGNATORIES, values![id]).await?, signatory)?;
    let mut signatures = grouped(tx.query(&SIGNATURES, values![id]).await?, signature)?;
    rows.iter()
        .map(|row| {
            let number: i64 = row.get("number")?;
            let (text, hash): (Option<String>, Option<String>) =
                (row.get("text")?, row.get("hash")?);
            Ok(Version {
                number,
                terms: terms(row, &parts, &number)?,
                sealed: text.zip(hash),
                out_at: row.get("out_at")?,
                in_force_on: row.get("in_force_on")?,
                signatories: signatories.remove(&number).unwrap_or_default(),
                signatures: signatures.remove(&number).unwrap_or_default(),
            })
        })
        .collect()
}

/// What was done with it, the latest first.
pub(crate) async fn steps(tx: &Tx, id: AgreementId) -> Result<Vec<Step>, Error> {
    let step = |row: &Row| -> Result<Step, Error> {
        Ok(Step {
            number: row.get("number")?,
            act: row.get("act")?,
            version: row.get("version")?,
            at: row.get("at")?,
            on: row.get("happened_on")?,
            person: row.get("person")?,
            organization: row.get("organization")?,
            words: row.get("words")?,
        })
    };
    tx.query(&STEPS, values![id]).await?.iter().map(step).collect()
}

/// A new agreement; `terms` are those that lists show.
pub(crate) async fn insert(
    tx: &mut WriteTx,
    agreement: &Agreement,
    terms: &Terms,
) -> Result<(), Error> {
    let Agreement { id, kind, title, upper, since, revision, .. } = agreement;
    let [standing, version, earlier, next, stage] = life(agreement);
    let [summary, effective, ends] = shown(terms);
    let values = values![
        *id, *kind, title, *upper, standing, version, earlier, next, stage, summary, effective,
        ends, *since, *revision,
    ];
    tx.execute(&INSERT, values).await?;
    Ok(())
}

/// Writes what a verb changed; the row was locked before.
pub(crate) async fn save(
    tx: &mut WriteTx,
    agreement: &Agreement,
    terms: &Terms,
) -> Result<(), Error> {
    let [standing, version, earlier, next, stage] = life(agreement);
    let [summary, effective, ends] = shown(terms);
    let values = values![
        agreement.id,
        standing,
        version,
        earlier,
        next,
        stage,
        summary,
        effective,
        ends,
        terms.title,
    ];
    tx.execute(&SAVE, values).await?;
    Ok(())
}

/// Writes a version, in place of what was written of it before.
pub(crate) async fn write_version(
    tx: &mut WriteTx,
    id: AgreementId,
    version: &Version,
    at: base::Instant,
) -> Result<(), Error> {
    let number = version.number;
    for statement in [&DROP_VERSION, &DROP_PARTIES, &DROP_GRANTS, &DROP_CLAUSES] {
        tx.execute(statement, values![id, number]).await?;
    }
    let terms = &version.terms;
    let (text, hash) = version.sealed.clone().unzip();
    let values = values![
        id,
        number,
        terms.title,
        terms.summary,
        terms.only_if,
        terms.basis,
        terms.body,
        terms.identifiability,
        terms.wants_training,
        terms.assurance,
        terms.suppresses_small_cells,
        terms.keeps_days,
        terms.breach_hours,
        terms.review_months,
        terms.effective,
        terms.ends,
        text,
        hash,
        version.out_at,
        version.in_force_on,
        at,
    ];
    tx.execute(&ADD_VERSION, values).await?;
    let rows = terms.parties.iter().map(|party| values![id, number, *party]).collect();
    tx.execute_many(&ADD_PARTY, rows).await?;
    let rows: Vec<Vec<Value>> = (1_i64..)
        .zip(&terms.grants)
        .map(|(place, grant)| {
            let roles = grant.roles.as_ref().map(|roles| spaced(roles));
            values![
                id,
                number,
                place,
                grant.gives,
                grant.gets,
                spaced(&grant.purposes),
                grant.classes.spaced(),
                spaced_set(grant.actions),
                roles,
            ]
        })
        .collect();
    tx.execute_many(&ADD_GRANT, rows).await?;
    write_clauses(tx, (id, number), &terms.clauses).await
}

async fn write_clauses(
    tx: &mut WriteTx,
    (id, number): (AgreementId, i64),
    clauses: &[Clause],
) -> Result<(), Error> {
    let rows: Vec<Vec<Value>> = (1_i64..)
        .zip(clauses)
        .map(|(place, clause)| {
            let against = spaced_set(clause.against);
            values![id, number, place, against, clause.classes.spaced(), clause.yields_to_order]
        })
        .collect();
    tx.execute_many(&ADD_CLAUSE, rows).await?;
    Ok(())
}

/// Puts the exact text to a version that goes out, once.
pub(crate) async fn seal(
    tx: &mut WriteTx,
    id: AgreementId,
    number: i64,
    (text, hash): (&str, &str),
    at: base::Instant,
) -> Result<(), Error> {
    if tx.execute(&SEAL, values![id, number, *text, *hash, at]).await? == 0 {
        return Err(Error::IsOut);
    }
    Ok(())
}

pub(crate) async fn put_in_force(
    tx: &mut WriteTx,
    id: AgreementId,
    number: i64,
    on: Date,
) -> Result<(), Error> {
    tx.execute(&IN_FORCE, values![id, number, on]).await?;
    Ok(())
}

/// The day on which the parties look at it again.
pub(crate) async fn look_again(
    tx: &mut WriteTx,
    id: AgreementId,
    on: Option<Date>,
) -> Result<(), Error> {
    tx.execute(&LOOK_AGAIN, values![id, on]).await?;
    Ok(())
}

/// The day on which the parties look at it again, when there is one.
pub(crate) async fn review_on(tx: &Tx, id: AgreementId) -> Result<Option<Date>, Error> {
    let row = tx.optional(&REVIEW_ON, values![id]).await?.ok_or(Error::Missing)?;
    Ok(row.get("review_on")?)
}

pub(crate) async fn add_signatories(
    tx: &mut WriteTx,
    id: AgreementId,
    number: i64,
    signatories: &[Signatory],
) -> Result<(), Error> {
    let row = |one: &Signatory| {
        values![
            id,
            number,
            one.organization,
            one.place,
            one.person,
            one.title,
            one.authority,
            one.authority_until,
        ]
    };
    tx.execute_many(&ADD_SIGNATORY, signatories.iter().map(row).collect()).await?;
    Ok(())
}

pub(crate) async fn add_signatures(
    tx: &mut WriteTx,
    id: AgreementId,
    number: i64,
    signatures: &[Signature],
) -> Result<(), Error> {
    let row = |one: &Signature| {
        values![
            id,
            number,
            one.organization,
            one.person,
            one.signer,
            one.title,
            one.authority,
            one.manner,
            one.statement,
            one.hash,
            one.on,
            one.at,
        ]
    };
    tx.execute_many(&ADD_SIGNATURE, signatures.iter().map(row).collect()).await?;
    Ok(())
}

/// Adds a step to the history; its number is the next one.
pub(crate) async fn add_step(tx: &mut WriteTx, id: AgreementId, step: &Step) -> Result<(), Error> {
    let Step { act, version, at, on, person, organization, words, .. } = step;
    let values = values![id, *act, *version, *at, *on, *person, *organization, words];
    tx.execute(&ADD_STEP, values).await?;
    Ok(())
}

fn life(agreement: &Agreement) -> [Value; 5] {
    let version = agreement.standing.version();
    let (next, stage) = agreement.next.unzip();
    let standing = agreement.standing.word().to_owned();
    let to = |values: Vec<Value>| -> [Value; 5] {
        <[Value; 5]>::try_from(values).unwrap_or([const { Value::Null }; 5])
    };
    to(values![standing, version, agreement.earlier, next, stage])
}

fn shown(terms: &Terms) -> [Value; 3] {
    let ends = terms.ends.map_or_else(|| NO_END.to_owned(), |ends| ends.to_string());
    [store::to_value(&terms.summary), store::to_value(&terms.effective), Value::Text(ends)]
}

pub(crate) fn agreement(row: &Row) -> Result<Agreement, Error> {
    let word: String = row.get("standing")?;
    let standing = Standing::read(&word, row.get("version")?).ok_or(Error::Stored)?;
    let next: Option<i64> = row.get("next")?;
    let stage: Option<Stage> = row.get("stage")?;
    let begun = Agreement::begin(
        (row.get("id")?, row.get("kind")?),
        row.get("title")?,
        row.get("upper")?,
        row.get("since")?,
    );
    let earlier = row.get("earlier")?;
    let revision: Revision = row.get("revision")?;
    Ok(Agreement { earlier, revision, ..begun }.stored(standing, next.zip(stage)))
}

/// The parts of several versions, by their numbers or by the agreements that they belong to.
pub(crate) struct Parts<K> {
    pub(crate) parties: HashMap<K, Vec<OrganizationId>>,
    pub(crate) grants: HashMap<K, Vec<Grant>>,
    pub(crate) clauses: HashMap<K, Vec<Clause>>,
}

fn grouped<T>(
    rows: Vec<Row>,
    read: impl Fn(&Row) -> Result<T, Error>,
) -> Result<HashMap<i64, Vec<T>>, Error> {
    let mut groups: HashMap<i64, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(row.get("version")?).or_default().push(read(&row)?);
    }
    Ok(groups)
}

/// The terms of a version's row with its parts.
pub(crate) fn terms<K: Eq + std::hash::Hash>(
    row: &Row,
    parts: &Parts<K>,
    key: &K,
) -> Result<Terms, Error> {
    Ok(Terms {
        title: row.get("title")?,
        summary: row.get("summary")?,
        only_if: row.get("only_if")?,
        basis: row.get("basis")?,
        body: row.get("body")?,
        parties: parts.parties.get(key).cloned().unwrap_or_default(),
        grants: parts.grants.get(key).cloned().unwrap_or_default(),
        clauses: parts.clauses.get(key).cloned().unwrap_or_default(),
        identifiability: row.get("identifiability")?,
        wants_training: row.get("wants_training")?,
        assurance: row.get("assurance")?,
        suppresses_small_cells: row.get("suppresses_small_cells")?,
        keeps_days: row.get("keeps_days")?,
        breach_hours: row.get("breach_hours")?,
        review_months: row.get("review_months")?,
        effective: row.get("effective")?,
        ends: row.get("ends")?,
    })
}

pub(crate) fn grant(row: &Row) -> Result<Grant, Error> {
    let roles: Option<String> = row.get("roles")?;
    Ok(Grant {
        gives: row.get("gives")?,
        gets: row.get("gets")?,
        purposes: names(&row.get::<String>("purposes")?)?,
        classes: Classes::read(&row.get::<String>("classes")?)?,
        actions: set(&row.get::<String>("actions")?),
        roles: roles.as_deref().map(names).transpose()?,
    })
}

pub(crate) fn clause(row: &Row) -> Result<Clause, Error> {
    Ok(Clause {
        against: set(&row.get::<String>("against")?),
        classes: Classes::read(&row.get::<String>("classes")?)?,
        yields_to_order: row.get("yields_to_order")?,
    })
}

fn signatory(row: &Row) -> Result<Signatory, Error> {
    Ok(Signatory {
        organization: row.get("organization")?,
        place: row.get("place")?,
        person: row.get("person")?,
        title: row.get("title")?,
        authority: row.get("authority")?,
        authority_until: row.get("authority_until")?,
    })
}

fn signature(row: &Row) -> Result<Signature, Error> {
    Ok(Signature {
        organization: row.get("organization")?,
        person: row.get("person")?,
        signer: row.get("signer")?,
        title: row.get("title")?,
        authority: row.get("authority")?,
        manner: row.get("manner")?,
        statement: row.get("statement")?,
        hash: row.get("hash")?,
        on: row.get("signed_on")?,
        at: row.get("at")?,
    })
}

/// What an agreement is called; none when there is none.
pub(crate) async fn title_of(tx: &Tx, id: AgreementId) -> Result<Option<String>, Error> {
    let row = tx.optional(&TITLE, values![id]).await?;
    Ok(row.map(|row| row.get("title")).transpose()?)
}

//! Clients as references, what they allowed, and records that travelled, in the database.

use base::{Instant, Line, OrganizationId, ToValue};
use policy::{ClientId, ConsentId};
use store::{Cursor, KeyPart, Page, Row, Tx, WriteTx, clauses, statements, values};

use super::{
    ClientReference, Consent, Ending, Signed,
    queries::{Filter, Which},
};
use crate::{
    Error,
    record::{FileNumber, store as records},
    terms::{Classes, Name, names, set, spaced, spaced_set},
    vocabulary::store as ground,
};

statements! {
    CLIENT = "SELECT id, holder, file_number, is_adult, consents_alone, guardians, alleged_abusers, custody,
        opt_outs, has_protected_address FROM client_references WHERE partnership = $1 AND id = $2";
    BY_NUMBER = "SELECT id, holder, file_number, is_adult, consents_alone, guardians, alleged_abusers,
        custody, opt_outs, has_protected_address FROM client_references
        WHERE partnership = $1 AND holder = $2 AND file_number = $3";
    // Those of a holder, the latest first.
    CLIENTS = "SELECT id, holder, file_number, is_adult, consents_alone, guardians, alleged_abusers,
        custody, opt_outs, has_protected_address FROM client_references
        WHERE partnership = $1 AND holder = $2";
    ENTER = "INSERT INTO client_references (partnership, id, holder, file_number, is_adult,
        consents_alone, guardians, alleged_abusers, custody, opt_outs, opt_out_bits,
        has_protected_address, since)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    CHANGE = "UPDATE client_references SET file_number = $3, is_adult = $4, consents_alone = $5,
        guardians = $6, alleged_abusers = $7, custody = $8, opt_outs = $9, opt_out_bits = $10,
        has_protected_address = $11 WHERE partnership = $1 AND id = $2";
    OF_CLIENT = "SELECT id, client, holder, form, signer, capacity, is_written, is_complete, gives,
        gets, gets_kinds, purposes, classes, language, text_hash, witness, signed_at, expires_at,
        ends_with, ended_at, irrevocable_until, revoked_at
        FROM consents WHERE partnership = $1 AND client = $2 ORDER BY id";
    ONE = "SELECT id, client, holder, form, signer, capacity, is_written, is_complete, gives,
        gets, gets_kinds, purposes, classes, language, text_hash, witness, signed_at, expires_at,
        ends_with, ended_at, irrevocable_until, revoked_at
        FROM consents WHERE partnership = $1 AND id = $2";
    INSERT = "INSERT INTO consents (partnership, id, client, holder, form, signer, capacity,
        is_written, is_complete, gives, gets, gets_kinds, purposes, classes, language, text_hash,
        witness, signed_at, expires_at, ends_with, ended_at, irrevocable_until, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
        $19, $20, $21, $22, $23)";
    OF_CLIENTS = "SELECT id, client, holder, form, signer, capacity, is_written, is_complete, gives,
        gets, gets_kinds, purposes, classes, language, text_hash, witness, signed_at, expires_at,
        ends_with, ended_at, irrevocable_until, revoked_at FROM consents WHERE partnership = $1";
    AMONG = "SELECT id, holder, file_number, is_adult, consents_alone, guardians, alleged_abusers, custody,
        opt_outs, has_protected_address FROM client_references WHERE partnership = $1";
    OPEN_WAY = "INSERT INTO consent_ways (partnership, consent, giver, recipient, client, until, purposes)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (partnership, consent, giver, recipient) DO NOTHING";
    CLOSE_WAYS = "UPDATE consent_ways SET until = $3
        WHERE partnership = $1 AND consent = $2 AND until > $3";
    // Whose consents let a giver give something for a purpose.
    NAMING = "SELECT w.client FROM consent_ways w
        WHERE w.partnership = $1 AND w.giver = $2 AND w.until > $3
        AND ' ' || w.purposes || ' ' LIKE '% ' || CAST($4 AS TEXT) || ' %'";
    REVOKE = "UPDATE consents SET revoked_at = $3
        WHERE partnership = $1 AND id = $2 AND revoked_at IS NULL";
    RECALLED = "UPDATE consents SET recalled_at = $3
        WHERE partnership = $1 AND id = $2 AND recalled_at IS NULL";
    // What was taken back before the time from which it could be, and that time has come.
    TO_RECALL = "SELECT id FROM consents WHERE partnership = $1 AND revoked_at IS NOT NULL
        AND recalled_at IS NULL AND (irrevocable_until IS NULL OR irrevocable_until <= $2)
        ORDER BY id LIMIT 100";
    // Those of a holder, the latest first.
    OF_HOLDER = "SELECT id, client, holder, form, signer, capacity, is_written, is_complete, gives,
        gets, gets_kinds, purposes, classes, language, text_hash, witness, signed_at, expires_at,
        ends_with, ended_at, irrevocable_until, revoked_at
        FROM consents WHERE partnership = $1 AND holder = $2";
    END = "UPDATE consents SET ended_at = $3 WHERE partnership = $1 AND id = $2
        AND ended_at IS NULL AND ends_with IS NOT NULL";
}

clauses! {
    SO_MANY of NAMING = "LIMIT $?";
    NUMBERED of CLIENTS = "AND file_number LIKE $?";
    BEFORE of CLIENTS = "AND id < $?";
    LATEST of CLIENTS = "ORDER BY id DESC LIMIT $?";
    SERVES of OF_HOLDER = "AND revoked_at IS NULL AND ended_at IS NULL
        AND (expires_at IS NULL OR expires_at > $?)";
    ENDS of OF_HOLDER = "AND revoked_at IS NULL AND ended_at IS NULL AND expires_at > $?
        AND expires_at <= $?";
    OVER of OF_HOLDER = "AND revoked_at IS NULL AND (ended_at IS NOT NULL OR expires_at <= $?)";
    TAKEN_BACK of OF_HOLDER = "AND revoked_at IS NOT NULL";
    OF_FORM of OF_HOLDER = "AND form = $?";
    EARLIER of OF_HOLDER = "AND id < $?";
    NEWEST of OF_HOLDER = "ORDER BY id DESC LIMIT $?";
}

pub(crate) async fn client(tx: &Tx, id: ClientId) -> Result<Option<ClientReference>, Error> {
    tx.optional(&CLIENT, values![id]).await?.as_ref().map(read_client).transpose()
}

/// The client that a holder keeps under a number.
pub(crate) async fn by_number(
    tx: &Tx,
    holder: OrganizationId,
    number: &FileNumber,
) -> Result<Option<ClientReference>, Error> {
    let row = tx.optional(&BY_NUMBER, values![holder, *number]).await?;
    row.as_ref().map(read_client).transpose()
}

/// One page of a holder's clients.
pub(crate) async fn clients(
    tx: &Tx,
    (holder, number): (OrganizationId, Option<&str>),
    after: Option<&str>,
    limit: usize,
) -> Result<Page<ClientReference>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Text])).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    // What `LIKE` would read as something else is taken out.
    let begins = number.map(|number| format!("{}%", number.replace(['%', '_', '\\'], "")));
    let query = CLIENTS
        .select(values![holder])
        .and_if(&NUMBERED, begins.map(|begins| values![begins]))
        .and_if(&BEFORE, after.map(|cursor| cursor.0))
        .and(&LATEST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let clients = rows.iter().map(read_client).collect::<Result<_, Error>>()?;
    Ok(Page::of(clients, limit, |client: &ClientReference| Cursor(values![client.id])))
}

fn read_client(row: &Row) -> Result<ClientReference, Error> {
    Ok(ClientReference {
        id: row.get("id")?,
        holder: row.get("holder")?,
        file_number: row.get("file_number")?,
        is_adult: row.get("is_adult")?,
        consents_alone: row.get("consents_alone")?,
        guardians: names(&row.get::<String>("guardians")?)?,
        alleged_abusers: names(&row.get::<String>("alleged_abusers")?)?,
        custody: row.get("custody")?,
        // One law more that they said no to only takes away.
        opt_outs: ground::laws(row.get::<String>("opt_outs")?.split_whitespace()),
        has_protected_address: row.get("has_protected_address")?,
    })
}

pub(crate) async fn enter(
    tx: &mut WriteTx,
    client: &ClientReference,
    at: Instant,
) -> Result<(), Error> {
    let values = values![
        client.id,
        client.holder,
        client.file_number,
        client.is_adult,
        client.consents_alone,
        spaced(&client.guardians),
        spaced(&client.alleged_abusers),
        client.custody,
        spaced_set(client.opt_outs),
        client.opt_outs.bits(),
        client.has_protected_address,
        at,
    ];
    tx.execute(&ENTER, values).await?;
    Ok(())
}

/// Writes what was changed of a client.
pub(crate) async fn change(tx: &mut WriteTx, client: &ClientReference) -> Result<(), Error> {
    let values = values![
        client.id,
        client.file_number,
        client.is_adult,
        client.consents_alone,
        spaced(&client.guardians),
        spaced(&client.alleged_abusers),
        client.custody,
        spaced_set(client.opt_outs),
        client.opt_outs.bits(),
        client.has_protected_address,
    ];
    tx.execute_fresh(&CHANGE, values).await?;
    records::mark(tx, client).await
}

/// The consents of a client, those without effect too: they give the reason.
pub(crate) async fn of_client(tx: &Tx, client: ClientId) -> Result<Vec<Consent>, Error> {
    tx.query(&OF_CLIENT, values![client]).await?.iter().map(read).collect()
}

pub(crate) async fn consent(tx: &Tx, id: ConsentId) -> Result<Option<Consent>, Error> {
    tx.optional(&ONE, values![id]).await?.as_ref().map(read).transpose()
}

pub(crate) async fn insert(tx: &mut WriteTx, consent: &Consent, at: Instant) -> Result<(), Error> {
    let signed = &consent.signed;
    let (expires_at, ends_with, ended_at) = match &signed.ending {
        Ending::Never => (None, None, None),
        Ending::At(end) => (Some(*end), None, None),
        Ending::With { event, happened } => (None, Some(event.clone()), *happened),
    };
    let values = values![
        consent.id,
        consent.client,
        consent.holder,
        signed.form,
        signed.signer,
        signed.capacity,
        signed.is_written,
        signed.is_complete,
        spaced(&signed.gives),
        spaced(&signed.gets),
        spaced_set(signed.gets_kinds),
        spaced(&signed.purposes),
        signed.classes.spaced(),
        signed.language,
        signed.text_hash,
        signed.witness,
        signed.at,
        expires_at,
        ends_with,
        ended_at,
        signed.irrevocable_until,
        at,
    ];
    tx.execute(&INSERT, values).await?;
    let named = signed.gets.iter().map(ToString::to_string);
    let recipients: Vec<String> =
        named.chain(signed.gets_kinds.iter().map(|kind| kind.to_string())).collect();
    let until = expires_at.or(ended_at).unwrap_or(FOREVER);
    let purposes = spaced(&signed.purposes);
    let ways = signed.gives.iter().flat_map(|giver| {
        let way = |to: &String| values![consent.id, *giver, *to, consent.client, until, purposes];
        recipients.iter().map(way)
    });
    tx.execute_many(&OPEN_WAY, ways.collect()).await?;
    Ok(())
}

/// The end of a consent that has none.
const FOREVER: Instant = Instant::from_micros(i64::MAX);

/// The clients whose consents name one of the recipients and let the giver give them something for the purpose
/// today; so many at most.
pub(crate) async fn naming(
    tx: &Tx,
    (giver, recipients): (OrganizationId, &[String]),
    purpose: &Name,
    (now, most): (Instant, usize),
) -> Result<Vec<ClientId>, Error> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let query = NAMING
        .select(values![giver, now, *purpose])
        .and_one_of("w.recipient", recipients.iter().map(ToValue::to_value).collect())
        .and(&SO_MANY, values![most]);
    let rows = tx.query(query, Vec::new()).await?;
    rows.iter().map(|row| Ok(row.get("client")?)).collect()
}

/// These clients, and all that they signed.
pub(crate) async fn of_clients(
    tx: &Tx,
    ids: &[ClientId],
) -> Result<(Vec<ClientReference>, Vec<Consent>), Error> {
    let clients = tx.query(AMONG.of_some("id", ids), Vec::new()).await?;
    let consents = tx.query(OF_CLIENTS.of_some("client", ids), Vec::new()).await?;
    Ok((
        clients.iter().map(read_client).collect::<Result<_, Error>>()?,
        consents.iter().map(read).collect::<Result<_, Error>>()?,
    ))
}

/// Notes a withdrawal, which takes effect when it says; whether it was the first.
pub(crate) async fn revoke(
    tx: &mut WriteTx,
    id: ConsentId,
    (at, stops_at): (Instant, Instant),
) -> Result<bool, Error> {
    tx.execute(&CLOSE_WAYS, values![id, stops_at]).await?;
    Ok(tx.execute(&REVOKE, values![id, at]).await? > 0)
}

/// Notes that what a withdrawal brings with it was carried out.
pub(crate) async fn recalled(tx: &mut WriteTx, id: ConsentId, at: Instant) -> Result<(), Error> {
    tx.execute(&RECALLED, values![id, at]).await?;
    Ok(())
}

/// Consents whose withdrawal has taken effect since.
pub(crate) async fn to_recall(tx: &Tx, now: Instant) -> Result<Vec<ConsentId>, Error> {
    let rows = tx.query(&TO_RECALL, values![now]).await?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

/// One page of a holder's consents.
pub(crate) async fn of_holder(
    tx: &Tx,
    holder: OrganizationId,
    (filter, now): (&Filter, Instant),
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Consent>, Error> {
    const SOON_SECONDS: i64 = 30 * 86_400;
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Text])).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query =
        OF_HOLDER.select(values![holder]).and_if(&OF_FORM, filter.form.map(|form| values![form]));
    let query = match filter.which {
        None => query,
        Some(Which::InForce) => query.and(&SERVES, values![now]),
        Some(Which::EndsSoon) => query.and(&ENDS, values![now, now.plus_seconds(SOON_SECONDS)]),
        Some(Which::Ended) => query.and(&OVER, values![now]),
        Some(Which::Revoked) => query.and(&TAKEN_BACK, Vec::new()),
    };
    let query =
        query.and_if(&EARLIER, after.map(|cursor| cursor.0)).and(&NEWEST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let consents = rows.iter().map(read).collect::<Result<_, Error>>()?;
    Ok(Page::of(consents, limit, |one: &Consent| Cursor(values![one.id])))
}

/// Notes the event with which it ends; whether it does, and had not.
pub(crate) async fn end(tx: &mut WriteTx, id: ConsentId, at: Instant) -> Result<bool, Error> {
    tx.execute(&CLOSE_WAYS, values![id, at]).await?;
    Ok(tx.execute(&END, values![id, at]).await? > 0)
}

fn read(row: &Row) -> Result<Consent, Error> {
    let (expires_at, ends_with): (Option<Instant>, Option<Line<200>>) =
        (row.get("expires_at")?, row.get("ends_with")?);
    let ending = match (expires_at, ends_with) {
        (Some(end), _) => Ending::At(end),
        (None, Some(event)) => Ending::With { event, happened: row.get("ended_at")? },
        (None, None) => Ending::Never,
    };
    Ok(Consent {
        id: row.get("id")?,
        client: row.get("client")?,
        holder: row.get("holder")?,
        revoked_at: row.get("revoked_at")?,
        signed: Signed {
            form: row.get("form")?,
            signer: row.get("signer")?,
            capacity: row.get("capacity")?,
            is_written: row.get("is_written")?,
            is_complete: row.get("is_complete")?,
            gives: names(&row.get::<String>("gives")?)?,
            gets: names(&row.get::<String>("gets")?)?,
            gets_kinds: set(&row.get::<String>("gets_kinds")?),
            purposes: names(&row.get::<String>("purposes")?)?,
            classes: Classes::read(&row.get::<String>("classes")?)?,
            language: row.get("language")?,
            text_hash: row.get("text_hash")?,
            witness: row.get("witness")?,
            at: row.get("signed_at")?,
            ending,
            irrevocable_until: row.get("irrevocable_until")?,
        },
    })
}

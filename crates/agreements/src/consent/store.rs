//! Clients as references, what they allowed, and records that travelled, in the database.

use base::{Instant, Line, OrganizationId};
use policy::{ClientId, ConsentId, Identifiability, Label};
use store::{Row, Tx, WriteTx, statements, values};

use super::{ClientReference, Consent, Copy, Ending, Signed};
use crate::{
    Error,
    terms::{Classes, names, set, spaced, spaced_set},
    vocabulary::{Vocabulary, store as ground},
};

statements! {
    CLIENT = "SELECT id, holder, is_adult, consents_alone, guardians, alleged_abusers, custody,
        opt_outs, has_protected_address FROM client_references WHERE partnership = $1 AND id = $2";
    ENTER = "INSERT INTO client_references (partnership, id, holder, is_adult, consents_alone,
        guardians, alleged_abusers, custody, opt_outs, has_protected_address, since)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
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
    REVOKE = "UPDATE consents SET revoked_at = $3
        WHERE partnership = $1 AND id = $2 AND revoked_at IS NULL";
    END = "UPDATE consents SET ended_at = $3 WHERE partnership = $1 AND id = $2
        AND ended_at IS NULL AND ends_with IS NOT NULL";
    COPIES = "SELECT class, origin, laws, consent, bound_to, destroy_by FROM received_copies
        WHERE partnership = $1 AND holder = $2 AND client = $3 ORDER BY class";
    NOTE_COPY = "INSERT INTO received_copies (partnership, holder, client, class, origin, laws,
        consent, bound_to, destroy_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
}

pub(crate) async fn client(tx: &Tx, id: ClientId) -> Result<Option<ClientReference>, Error> {
    let read = |row: &Row| -> Result<ClientReference, Error> {
        Ok(ClientReference {
            id: row.get("id")?,
            holder: row.get("holder")?,
            is_adult: row.get("is_adult")?,
            consents_alone: row.get("consents_alone")?,
            guardians: names(&row.get::<String>("guardians")?)?,
            alleged_abusers: names(&row.get::<String>("alleged_abusers")?)?,
            custody: row.get("custody")?,
            // One law more that they said no to only takes away.
            opt_outs: ground::laws(row.get::<String>("opt_outs")?.split_whitespace()),
            has_protected_address: row.get("has_protected_address")?,
        })
    };
    tx.optional(&CLIENT, values![id]).await?.as_ref().map(read).transpose()
}

pub(crate) async fn enter(
    tx: &mut WriteTx,
    client: &ClientReference,
    at: Instant,
) -> Result<(), Error> {
    let values = values![
        client.id,
        client.holder,
        client.is_adult,
        client.consents_alone,
        spaced(&client.guardians),
        spaced(&client.alleged_abusers),
        client.custody,
        spaced_set(client.opt_outs),
        client.has_protected_address,
        at,
    ];
    tx.execute(&ENTER, values).await?;
    Ok(())
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
    Ok(())
}

/// Notes a withdrawal; whether it was the first.
pub(crate) async fn revoke(tx: &mut WriteTx, id: ConsentId, at: Instant) -> Result<bool, Error> {
    Ok(tx.execute(&REVOKE, values![id, at]).await? > 0)
}

/// Notes the event with which it ends; whether it does, and had not.
pub(crate) async fn end(tx: &mut WriteTx, id: ConsentId, at: Instant) -> Result<bool, Error> {
    Ok(tx.execute(&END, values![id, at]).await? > 0)
}

pub(crate) async fn note_copy(tx: &mut WriteTx, copy: &Copy) -> Result<(), Error> {
    let values = values![
        copy.holder,
        copy.client,
        copy.class,
        copy.origin,
        spaced(&copy.laws),
        copy.consent,
        copy.bound_to,
        copy.destroy_by,
    ];
    tx.execute(&NOTE_COPY, values).await?;
    Ok(())
}

/// The labels of the records about a client that came to a holder from elsewhere, by class.
pub(crate) async fn copies(
    tx: &Tx,
    vocabulary: &Vocabulary,
    (holder, client): (OrganizationId, ClientId),
) -> Result<Vec<(String, Label)>, Error> {
    let rows = tx.query(&COPIES, values![holder, client]).await?;
    let label = |row: &Row| -> Result<(String, Label), Error> {
        let (class, laws): (String, String) = (row.get("class")?, row.get("laws")?);
        let bound: Option<Line<64>> = row.get("bound_to")?;
        let purpose = bound.map(|name| vocabulary.names.purpose(name.as_str()));
        let label = Label {
            // A purpose that is not known makes the label unreadable, and not unbound.
            class: vocabulary.names.class(&class).filter(|_| purpose != Some(None)),
            holder: Some(holder),
            origin: Some(row.get("origin")?),
            client: Some(client),
            regimes: Some(ground::laws(laws.split_whitespace())),
            identifiability: Some(Identifiability::Identified),
            consent: row.get("consent")?,
            bound_to: purpose.flatten(),
            destroy_by: row.get("destroy_by")?,
        };
        Ok((class, label))
    };
    rows.iter().map(label).collect()
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

//! Witnesses, what they confirmed, and states that were shown to others.

use base::{Instant, PartnershipId};
use store::{Row, Tx, WriteTx, values};

use super::{Split, Trouble, Witness, WitnessId};
use crate::Error;

store::statements! {
    ADD = "INSERT INTO witnesses (partnership, id, name, verifier, address, added_at, size)
        VALUES ($1, $2, $3, $4, $5, $6, 0)";
    REMOVE = "DELETE FROM witnesses WHERE partnership = $1 AND id = $2";
    KEEP_SPLIT = "INSERT INTO splits (partnership, size, root, note, found_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (partnership, size, root) DO NOTHING";
}

store::installation_statements! {
    // For the public page, which is entered without a right to the partnership.
    ALL_OF_IT = "SELECT id, name, verifier, address, size, confirmed_at, trouble, trouble_since
        FROM witnesses WHERE partnership = $1 ORDER BY added_at, id";
    SPLITS = "SELECT size, root, note, found_at FROM splits WHERE partnership = $1
        ORDER BY found_at DESC LIMIT 20";
    LINES = "SELECT line FROM cosignatures WHERE partnership = $1 AND size = $2 ORDER BY witness";
    CONFIRMED = "SELECT size, COUNT(*) AS n FROM cosignatures WHERE partnership = $1
        GROUP BY size HAVING COUNT(*) >= $2 ORDER BY size DESC LIMIT 1";
    WHO = "SELECT name FROM witnesses WHERE partnership = $1 AND size > $2 ORDER BY added_at, id";
    CONFIRM = "UPDATE witnesses SET size = $3, confirmed_at = $4, trouble = NULL,
        trouble_since = NULL WHERE partnership = $1 AND id = $2 AND size < $3";
    COSIGN = "INSERT INTO cosignatures (partnership, size, witness, line) VALUES ($1, $2, $3, $4)
        ON CONFLICT (partnership, size, witness) DO NOTHING";
    TROUBLE = "UPDATE witnesses SET trouble_since =
            CASE WHEN trouble = $3 THEN trouble_since ELSE $4 END, trouble = $3
        WHERE partnership = $1 AND id = $2";
}

pub(crate) async fn add(tx: &mut WriteTx, witness: &Witness, now: Instant) -> Result<(), Error> {
    let Witness { id, name, verifier, address, .. } = witness;
    let added = tx.execute(&ADD, values![id, name, verifier, address, now]).await;
    match added {
        Err(store::Error::Duplicate { .. }) => Err(Error::WitnessTaken),
        added => Ok(added.map(drop)?),
    }
}

pub(crate) async fn remove(tx: &mut WriteTx, id: WitnessId) -> Result<bool, Error> {
    Ok(tx.execute(&REMOVE, values![id]).await? > 0)
}

/// The witnesses of a log, in the order in which they came.
pub(crate) async fn all(tx: &Tx, partnership: PartnershipId) -> Result<Vec<Witness>, Error> {
    tx.query(&ALL_OF_IT, values![partnership]).await?.iter().map(witness).collect()
}

fn witness(row: &Row) -> Result<Witness, Error> {
    let size: i64 = row.get("size")?;
    Ok(Witness {
        id: row.get("id")?,
        name: row.get("name")?,
        verifier: row.get("verifier")?,
        address: row.get("address")?,
        size: size.unsigned_abs(),
        confirmed_at: row.get("confirmed_at")?,
        trouble: row.get("trouble")?,
        trouble_since: row.get("trouble_since")?,
    })
}

/// The lines with which witnesses confirmed a state.
pub(crate) async fn lines(
    tx: &Tx,
    partnership: PartnershipId,
    size: u64,
) -> Result<Vec<String>, Error> {
    let rows = tx.query(&LINES, values![partnership, whole(size)]).await?;
    Ok(rows.iter().map(|row| row.get("line")).collect::<Result<_, _>>()?)
}

/// The latest state that so many confirmed, and how many did.
pub(crate) async fn confirmed(
    tx: &Tx,
    partnership: PartnershipId,
    quorum: i64,
) -> Result<Option<(u64, usize)>, Error> {
    let Some(row) = tx.optional(&CONFIRMED, values![partnership, quorum]).await? else {
        return Ok(None);
    };
    let (size, by): (i64, i64) = (row.get("size")?, row.get("n")?);
    Ok(Some((size.unsigned_abs(), usize::try_from(by).unwrap_or_default())))
}

/// Who confirmed a state that reaches over a place.
pub(crate) async fn who_confirmed(
    tx: &Tx,
    partnership: PartnershipId,
    place: u64,
) -> Result<Vec<String>, Error> {
    let rows = tx.query(&WHO, values![partnership, whole(place)]).await?;
    Ok(rows.iter().map(|row| row.get("name")).collect::<Result<_, _>>()?)
}

/// Notes that a witness confirmed a state.
pub(crate) async fn confirm(
    tx: &mut WriteTx,
    (partnership, id): (PartnershipId, WitnessId),
    size: u64,
    line: &str,
    now: Instant,
) -> Result<(), Error> {
    tx.execute(&CONFIRM, values![partnership, id, whole(size), now]).await?;
    tx.execute(&COSIGN, values![partnership, whole(size), id, line]).await?;
    Ok(())
}

/// Notes what went wrong with a witness.
pub(crate) async fn trouble(
    tx: &mut WriteTx,
    (partnership, id): (PartnershipId, WitnessId),
    what: Trouble,
    now: Instant,
) -> Result<(), Error> {
    tx.execute(&TROUBLE, values![partnership, id, what, now]).await?;
    Ok(())
}

/// States that were shown to others, the latest first.
pub(crate) async fn splits(tx: &Tx, partnership: PartnershipId) -> Result<Vec<Split>, Error> {
    let split = |row: &Row| {
        let size: i64 = row.get("size")?;
        Ok(Split {
            size: size.unsigned_abs(),
            root: row.get("root")?,
            note: row.get("note")?,
            found_at: row.get("found_at")?,
        })
    };
    tx.query(&SPLITS, values![partnership]).await?.iter().map(split).collect()
}

/// Keeps such a state; whether it is new.
pub(crate) async fn keep_split(
    tx: &mut WriteTx,
    size: u64,
    root: &str,
    note: &str,
    now: Instant,
) -> Result<bool, Error> {
    Ok(tx.execute(&KEEP_SPLIT, values![whole(size), root, note, now]).await? > 0)
}

fn whole(size: u64) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}

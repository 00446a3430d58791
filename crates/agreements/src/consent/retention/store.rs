//! Consents that ended, found and destroyed.

use base::Instant;
use store::{Error, Tx, WriteTx, statements, values};

statements! {
    DUE = "SELECT id FROM consents WHERE partnership = $1
        AND (revoked_at < $2 OR ended_at < $2 OR expires_at < $2) ORDER BY id LIMIT $3";
    DESTROY = "DELETE FROM consents WHERE partnership = $1 AND id = $2";
}

pub(super) async fn due(tx: &Tx, before: Instant, limit: i64) -> Result<Vec<String>, Error> {
    let rows = tx.query(&DUE, values![before, limit]).await?;
    rows.iter().map(|row| row.get("id")).collect()
}

pub(super) async fn destroy(tx: &mut WriteTx, ids: &[String]) -> Result<(), Error> {
    tx.execute_many(&DESTROY, ids.iter().map(|id| values![id]).collect()).await.map(drop)
}

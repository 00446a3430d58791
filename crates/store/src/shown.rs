//! What a partnership shows to everybody, by parts: the one thing that somebody without a role sees.

use crate::{
    Cx, Error, Permission, Place, authorize,
    tx::{Tx, WriteTx},
    values,
};

crate::installation_statements! {
    IS_SHOWN = "SELECT part FROM shown WHERE partnership = $1 AND part = $2";
    PARTS = "SELECT part FROM shown WHERE partnership = $1 ORDER BY part";
    SHOW = "INSERT INTO shown (partnership, part, since) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, part) DO NOTHING";
    HIDE = "DELETE FROM shown WHERE partnership = $1 AND part = $2";
}

/// The place of anybody who looks at a part. What is not shown is missing, as a partnership that is
/// not there is.
pub(crate) async fn place(
    cx: &Cx,
    tx: &Tx,
    permission: Permission,
    part: &'static str,
) -> Result<Place, Error> {
    let place = authorize::outside(cx, tx, permission).await?;
    let shown = tx.optional(&IS_SHOWN, values![place.partnership, part]).await?;
    if shown.is_none() && !cx.store().skips(permission.name) {
        return Err(Error::Missing { what: "the page" });
    }
    Ok(place)
}

impl Tx {
    /// The parts of this partnership that everybody may see.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn shown_parts(&self) -> Result<Vec<String>, Error> {
        let id = self.place()?.partnership;
        let rows = self.query(&PARTS, values![id]).await?;
        rows.iter().map(|row| row.get("part")).collect()
    }
}

impl WriteTx {
    /// Shows a part of this partnership to everybody, or to its own again; whether that is new.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn show(&mut self, part: &str, to_everybody: bool) -> Result<bool, Error> {
        let (id, now) = (self.place()?.partnership, self.now());
        let changed = if to_everybody {
            self.execute(&SHOW, values![id, part, now]).await?
        } else {
            self.execute(&HIDE, values![id, part]).await?
        };
        Ok(changed > 0)
    }
}

//! Whether the data is sound.

use crate::{
    Error, Store,
    postgres::Begin,
    statement::{Binding, Query},
    store::Dialect,
    tx::Tx,
};

impl Store {
    /// Answers when the database does.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<(), Error> {
        let tx = Tx::unbound(self.session(Begin::Once).await?);
        ask(&tx, "SELECT 1 AS one").await.map(drop)
    }

    /// What is wrong with the data, in sentences; empty when it is sound.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn integrity(&self) -> Result<Vec<String>, Error> {
        let tx = Tx::unbound(self.session(Begin::Read).await?);
        let mut problems = Vec::new();
        if tx.dialect() == Dialect::Sqlite {
            for row in ask(&tx, "PRAGMA integrity_check").await? {
                let answer: String = row.get("integrity_check")?;
                if answer != "ok" {
                    problems.push(format!("the database file is damaged: {answer}"));
                }
            }
            for row in ask(&tx, "PRAGMA foreign_key_check").await? {
                let table: String = row.get("table")?;
                problems.push(format!("a row of `{table}` refers to one that is not there"));
            }
        }
        let gaps = "SELECT h.partnership AS stream, h.seq AS head, COUNT(e.seq) AS events,
                COALESCE(MAX(e.seq), 0) AS last
            FROM heads h LEFT JOIN events e ON e.partnership = h.partnership
            GROUP BY h.partnership, h.seq
            HAVING h.seq <> COUNT(e.seq) OR h.seq <> COALESCE(MAX(e.seq), 0)";
        for row in ask(&tx, gaps).await? {
            let (stream, head): (String, i64) = (row.get("stream")?, row.get("head")?);
            let (events, last): (i64, i64) = (row.get("events")?, row.get("last")?);
            problems.push(format!(
                "the record of `{stream}` has {events} events and ends at {last}, but its head says {head}"
            ));
        }
        Ok(problems)
    }

    /// How many seconds the database's clock is ahead of this machine's; 0 when it is the same one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn clock_ahead_seconds(&self) -> Result<i64, Error> {
        let tx = Tx::unbound(self.session(Begin::Read).await?);
        if tx.dialect() == Dialect::Sqlite {
            return Ok(0);
        }
        let sql = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS BIGINT) AS seconds";
        let rows = ask(&tx, sql).await?;
        let theirs: i64 = rows.first().map_or(Ok(0), |row| row.get("seconds"))?;
        Ok(theirs - self.clock().now().micros() / 1_000_000)
    }
}

async fn ask(tx: &Tx, sql: &'static str) -> Result<Vec<crate::Row>, Error> {
    let query = Query { sql: sql.into(), binding: Binding::Installation, values: Vec::new() };
    tx.query(query, Vec::new()).await
}

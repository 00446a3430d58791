//! The rows of words by which records are found, kept in step with what a record says.

use std::collections::BTreeSet;

use base::{ToValue, Value};
use store::{Error, Statement, WriteTx, values};

/// Lets a record be found by other words than before: only those that went and came are written. The two
/// statements drop and add one word, and take the word and the record.
///
/// # Errors
/// When the store fails.
pub async fn index_words(
    tx: &mut WriteTx,
    (drop, add): (&'static Statement, &'static Statement),
    id: impl ToValue,
    (before, after): (&[String], &[String]),
) -> Result<(), Error> {
    let (before, after): (BTreeSet<_>, BTreeSet<_>) =
        (before.iter().collect(), after.iter().collect());
    let rows = |words: &BTreeSet<&String>, others: &BTreeSet<&String>| -> Vec<Vec<Value>> {
        words.difference(others).map(|word| values![word, id]).collect()
    };
    tx.execute_many(drop, rows(&before, &after)).await?;
    tx.execute_many(add, rows(&after, &before)).await?;
    Ok(())
}

//! How a log begins: its keys and its name, by whichever server comes first.

use base::PartnershipId;

use super::{LogSettings, Secrets, read, rows, sequencer::fault};
use crate::{Error, Store, postgres::Begin, tx::Tx, values};

/// The secrets of a log, which begins when it has none. Nothing when it began with others than are
/// here.
pub(crate) async fn begin(
    store: &Store,
    settings: &LogSettings,
    partnership: &str,
    slug: &str,
) -> Result<Option<Secrets>, Error> {
    let look = Tx::unbound(store.session(Begin::Once).await?);
    let state = read::state(&look, partnership).await?;
    drop(look);
    let seed = match (settings.keys.find(store, partnership).await?, &state) {
        (Some(seed), _) => seed,
        (None, Some(_)) => return Ok(None),
        (None, None) => {
            let [seed, chance] = [store.secret(), store.secret()];
            let (nonce, _) = chance.split_first_chunk().ok_or_else(|| Error::fault("no nonce"))?;
            settings.keys.keep(store, partnership, seed, *nonce).await?
        }
    };
    let origin = state.as_ref().map_or_else(|| settings.origin(slug), |log| log.origin.clone());
    let secrets = Secrets::of(&seed, &origin)?;
    if state.is_none() {
        let mut tx = Tx::unbound(store.session(Begin::Write).await?);
        tx.execute(&rows::BEGIN_LOG, values![partnership, origin, secrets.verifiers()]).await?;
        tx.commit().await?;
    }
    let look = Tx::unbound(store.session(Begin::Once).await?);
    let state = read::state(&look, partnership).await?;
    let ours = state.is_some_and(|log| log.verifiers == secrets.verifiers());
    Ok(ours.then_some(secrets))
}

impl Store {
    /// Signs a text about a file that leaves a partnership, with the key that its log keeps for
    /// exports: a signed note.
    ///
    /// # Errors
    /// When this server keeps no logs or lacks the key, or the text is no note.
    pub async fn sign_export(
        &self,
        partnership: PartnershipId,
        slug: &str,
        text: &str,
    ) -> Result<String, Error> {
        let settings = self.log_settings()?;
        let secrets = begin(self, &settings, &partnership.to_string(), slug).await?;
        let secrets = secrets.ok_or_else(|| Error::fault("this server lacks the log's key"))?;
        Ok(secrets.sign_export(text).map_err(fault)?.to_string())
    }
}

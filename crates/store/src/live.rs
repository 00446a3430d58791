//! What changed, for pages that stay open. Each server looks at the heads of all partnerships:
//! one small query a moment, at once after a commit of its own. No message between servers.

use std::{collections::HashMap, sync::Arc, time::Duration};

use base::PartnershipId;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::{Error, Store, postgres::Begin, tx::Tx};

crate::installation_statements! {
    HEADS = "SELECT partnership, seq FROM heads";
}

const EVERY: Duration = Duration::from_millis(250);

/// The number of the last event of each partnership, as this server knows it.
#[derive(Debug, Clone)]
pub struct Changes(watch::Receiver<Arc<HashMap<String, i64>>>);

impl Changes {
    /// Looks for changes until told to stop, for as long as somebody listens.
    pub fn follow(
        store: Store,
        stop: CancellationToken,
    ) -> (Self, impl Future<Output = ()> + Send) {
        let (heads, listening) = watch::channel(Arc::default());
        let task = async move {
            let mut commits = store.commits();
            while !stop.is_cancelled() && !heads.is_closed() {
                // One receiver is the original that hands out the others.
                if heads.receiver_count() > 1 {
                    match read(&store).await {
                        Ok(now) => {
                            heads.send_if_modified(|before| {
                                let differs = **before != now;
                                *before = Arc::new(now);
                                differs
                            });
                        }
                        Err(error) => {
                            tracing::warn!(%error, "live updates cannot reach the database");
                        }
                    }
                }
                tokio::select! {
                    () = tokio::time::sleep(EVERY) => {}
                    _ = commits.changed() => {}
                    () = stop.cancelled() => {}
                }
            }
        };
        (Self(listening), task)
    }

    /// Waits until one of the partnerships has an event after the number seen of it; the new
    /// numbers. `None` when the server stops.
    pub async fn after(
        &mut self,
        seen: &HashMap<PartnershipId, i64>,
    ) -> Option<Vec<(PartnershipId, i64)>> {
        let newer = |heads: &Arc<HashMap<String, i64>>| -> Vec<(PartnershipId, i64)> {
            let head = |(id, seq): (&PartnershipId, &i64)| {
                let head = heads.get(&id.to_string()).copied()?;
                if head > *seq { Some((*id, head)) } else { None }
            };
            seen.iter().filter_map(head).collect()
        };
        let heads = self.0.wait_for(|heads| !newer(heads).is_empty()).await.ok()?;
        Some(newer(&heads))
    }
}

async fn read(store: &Store) -> Result<HashMap<String, i64>, Error> {
    let tx = Tx::unbound(store.session(Begin::Once).await?);
    let rows = tx.query(&HEADS, Vec::new()).await?;
    rows.iter().map(|row| Ok((row.get("partnership")?, row.get("seq")?))).collect()
}

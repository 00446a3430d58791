//! How long the reads of the list take with what the rules ask of their rows, and without: for the benchmark.

use std::time::{Duration, Instant};

use ::store::Cx;
use policy::Predicate;

use super::{
    super::{PAGE, ground, list},
    Whose, store,
};
use crate::{Error, Name, access};

/// How long half of the reads of the rows of one kind take.
#[derive(Debug)]
pub struct Compared {
    /// What is the same for them.
    pub kind: String,
    /// Whether only those are among them whose client signed something.
    pub is_by_consent: bool,
    /// With the condition of the rules.
    pub with: Duration,
    /// Without it.
    pub without: Duration,
    /// Without looking who signed, either.
    pub bare: Duration,
}

/// Times the reads of which the list for a purpose is made.
///
/// # Errors
/// As [`shared`](super::super::shared).
#[expect(clippy::disallowed_methods, reason = "a measurement")]
pub async fn compare(cx: &Cx, purpose: &Name, times: usize) -> Result<Vec<Compared>, Error> {
    let tx = cx.read(access::CLIENTS).await?;
    let user = ground::user(&tx, cx.person()?).await?;
    let Some(list) = list(cx, &tx, (&user, purpose), None).await? else { return Ok(Vec::new()) };
    let ways = list.ways(None).await?;
    let signers = list.signers(&ways).await?;
    let recipients = list.named();
    let mut all = Vec::new();
    for way in &ways {
        let Some(whose) = list.whose(way, &signers, &recipients) else { continue };
        let asked = [
            (&way.condition, whose),
            (&Predicate::Always, whose),
            (&Predicate::Always, Whose::All),
        ];
        let mut spent = asked.map(|_| Vec::with_capacity(times));
        for _ in 0..times {
            for (condition, spent) in asked.iter().zip(&mut spent) {
                let began = Instant::now();
                store::latest(&tx, &way.kind, *condition, (None, PAGE + 1)).await?;
                spent.push(began.elapsed());
            }
        }
        let [with, without, bare] = spent.map(|mut spent: Vec<Duration>| {
            spent.sort_unstable();
            spent.get(spent.len() / 2).copied().unwrap_or_default()
        });
        let (kind, is_by_consent) = (way.kind.text.clone(), way.is_by_consent);
        all.push(Compared { kind, is_by_consent, with, without, bare });
    }
    Ok(all)
}

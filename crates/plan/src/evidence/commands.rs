//! Adding evidence and taking it away again.

use ::store::Cx;
use base::{FieldProblem, Title, WebLink};

use super::{Content, Evidence, EvidenceId, MOST_PIECES, kind_of, store};
use crate::{
    Commitment, Error, Voice,
    commitment::commands::{Change, Target},
};

/// What shows that something was done.
#[derive(Debug, Clone)]
pub enum Proof {
    /// A page elsewhere.
    Link(WebLink),
    /// A file: its name and its bytes.
    File {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
}

/// Adds evidence to a commitment, for either of its parties.
///
/// # Errors
/// When the caller speaks for neither, the commitment never came to bind, or the file is not of
/// a kind that is taken.
pub async fn add_evidence(
    cx: &Cx,
    target: Target,
    label: Title,
    proof: Proof,
) -> Result<(Commitment, EvidenceId), Error> {
    let mut change = Change::of(cx, target).await?;
    let voice = change.either()?;
    let id = keep(cx, &mut change, voice, label, proof).await?;
    Ok((change.finish().await?, id))
}

/// Keeps evidence as a part of a change.
pub(crate) async fn keep(
    cx: &Cx,
    change: &mut Change,
    voice: Voice,
    label: Title,
    proof: Proof,
) -> Result<EvidenceId, Error> {
    let (content, bytes) = match proof {
        Proof::Link(link) => (Content::Link(link), None),
        Proof::File { name, bytes } => {
            let media_type = kind_of(&name, &bytes).map_err(|refusal| refused(refusal.code()))?;
            let size_bytes = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
            (Content::File { media_type, size_bytes }, Some(bytes))
        }
    };
    let of = change.commitment().id;
    if store::count(&change.tx, of).await? >= MOST_PIECES {
        return Err(Error::EvidenceFull);
    }
    change.commitment_mut().add_evidence(voice, label.clone())?;
    let evidence = Evidence {
        id: cx.new_id(),
        label,
        content,
        added_at: voice.at,
        added_by: voice.person,
        organization: voice.organization,
    };
    store::add(&mut change.tx, of, &evidence, bytes).await?;
    Ok(evidence.id)
}

/// Takes evidence away: only the one who added it may. That it was there stays in the history.
///
/// # Errors
/// When there is no such evidence, or another person added it.
pub async fn remove_evidence(cx: &Cx, target: Target, id: EvidenceId) -> Result<Commitment, Error> {
    let mut change = Change::of(cx, target).await?;
    let voice = change.either()?;
    let evidence = store::find(&change.tx, target.id, id).await?;
    if evidence.added_by != voice.person {
        return Err(Error::EvidenceNotYours);
    }
    change.commitment_mut().remove_evidence(voice, evidence.label)?;
    store::remove(&mut change.tx, target.id, id).await?;
    change.finish().await
}

fn refused(code: &'static str) -> Error {
    let args = vec![("megabytes", (super::MOST_BYTES / 1024 / 1024).to_string())];
    Error::Fields(vec![FieldProblem { field: "file".to_owned(), code, args }])
}

//! Reading a file of evidence.

use ::store::Cx;
use web::{Failure, Request, Response};

use super::{Content, EvidenceId, download_name, store};
use crate::{CommitmentId, Error, MediaType, access};

/// A file to be sent as a download.
#[derive(Debug, Clone)]
pub struct Download {
    /// The name that it is saved under.
    pub name: String,
    /// Its kind.
    pub media_type: MediaType,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The file of a piece of evidence.
///
/// # Errors
/// When the caller may not read it, or there is no such file.
pub async fn evidence_file(cx: &Cx, of: CommitmentId, id: EvidenceId) -> Result<Download, Error> {
    let tx = cx.read(access::READ).await?;
    let evidence = store::find(&tx, of, id).await?;
    let Content::File { media_type, .. } = evidence.content else { return Err(Error::Missing) };
    let name = download_name(evidence.label.as_str(), media_type);
    Ok(Download { name, media_type, bytes: store::bytes(&tx, id).await? })
}

/// `GET /p/{partnership}/commitments/{id}/evidence/{evidence}`, for pages and programs: always a
/// download, so that nothing in it can act as a part of this site.
pub(crate) async fn download(cx: Cx, request: Request) -> Result<Response, Failure> {
    let file = evidence_file(&cx, request.param("id")?, request.param("evidence")?).await?;
    let response = web::download(&file.name, file.media_type.as_str(), file.bytes);
    Ok(response.header("x-content-type-options", "nosniff"))
}

//! Agreements that were signed outside: the file as it came, with its terms entered beside it.
//!
//! Invariant: the file is bound to its version by the hash of its bytes, which every signature names and
//! the record keeps. A file that is not the one that was taken is not given out.

pub(crate) mod api;
pub(crate) mod pages;
pub(crate) mod store;

use ::store::Cx;
use base::{Instant, Line};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::{
    ActName, Agreement, DraftError, Note, Target, Version,
    commands::{self, PaperSignature},
    edit::Edit,
    store as rows,
};
use crate::{AgreementId, Error, access, terms::When};

/// The most bytes of a file.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// How a PDF begins, and what stands near its end.
const HEAD: &[u8] = b"%PDF-";
const FOOT: &[u8] = b"%%EOF";
const FOOT_WITHIN: usize = 1_024;

/// A file that was taken, without its bytes.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The version that it is the paper of.
    pub version: i64,
    /// What it was called.
    pub name: Line<200>,
    /// The SHA-256 of its bytes, in hex.
    pub hash: String,
    /// How many bytes it has.
    pub size: i64,
    /// When it was taken.
    pub at: Instant,
}

/// A file to be taken.
#[derive(Debug, Clone)]
pub struct NewPaper {
    /// What it is called.
    pub name: Line<200>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The SHA-256 of bytes, in hex.
pub(crate) fn hash_of(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

impl NewPaper {
    /// Checks that it is a whole PDF file, by what is in it and not by what it is called.
    ///
    /// # Errors
    /// When it is not, or it is too large.
    pub fn check(&self) -> Result<(), Error> {
        if self.bytes.len() > MOST_BYTES {
            return Err(Error::field("file", "paper_too_large"));
        }
        let (_, tail) = self.bytes.split_at(self.bytes.len().saturating_sub(FOOT_WITHIN));
        let ends = tail.windows(FOOT.len()).any(|window| window == FOOT);
        if self.bytes.starts_with(HEAD) && ends {
            Ok(())
        } else {
            Err(Error::field("file", "paper_not_pdf"))
        }
    }
}

/// Takes what is being written as signed outside, with its file: it is in force from here on.
///
/// # Errors
/// When nothing is being written, a party's signature is missing, or the file is no PDF.
pub async fn record(
    cx: &Cx,
    target: Target,
    signatures: Vec<PaperSignature>,
    paper: NewPaper,
) -> Result<Agreement, Error> {
    paper.check()?;
    let mut edit = Edit::of(cx, access::DRAFT, target).await?;
    let number = edit.agreement.sign_on_paper()?;
    let mut version = edit.version(number)?;
    let agreement = &edit.agreement;
    commands::must_fit(&edit.tx, agreement.kind, &version.terms, When::Ready).await?;
    all_signed(&version, &signatures)?;
    let hash = hash_of(&paper.bytes);
    let kept: Note = format!("{}, SHA-256 {hash}", paper.name)
        .parse()
        .map_err(|_wrong| Error::field("file", "paper_name"))?;
    let seal = commands::seal(&edit.tx, agreement, &version).await?;
    let on = edit.voice.on;
    version.signatures = commands::on_paper(signatures, (&seal.hash, &kept), edit.voice.at);
    rows::seal(&mut edit.tx, target.id, number, (&seal.text, &seal.hash), cx.now()).await?;
    rows::add_signatures(&mut edit.tx, target.id, number, &version.signatures).await?;
    version.sealed = Some((seal.text, seal.hash));
    edit.enter_force(number, &version.terms, on).await?;
    store::add(&mut edit.tx, (target.id, number), (&paper, &hash), cx.now()).await?;
    edit.finish(version, vec![(ActName::Recorded, Some(kept.to_string()))]).await
}

/// Checks that each party signed once, and nobody else.
fn all_signed(version: &Version, signatures: &[PaperSignature]) -> Result<(), Error> {
    let parties = &version.terms.parties;
    let of = |party| signatures.iter().filter(|one| one.organization == party).count();
    if parties.len() == signatures.len() && parties.iter().all(|party| of(*party) == 1) {
        Ok(())
    } else {
        Err(Error::field("signatures", "agreement_one_signatory"))
    }
}

/// The bytes of a file, when they are still those that were taken.
///
/// # Errors
/// When none was kept, or it was changed.
pub async fn bytes(cx: &Cx, id: AgreementId, version: i64) -> Result<(Paper, Vec<u8>), Error> {
    let tx = cx.read(access::READ).await?;
    rows::load(&tx, id).await?;
    let found = store::find(&tx, (id, version)).await?;
    let (paper, bytes) = found.ok_or(DraftError::PaperMissing)?;
    if hash_of(&bytes) == paper.hash {
        Ok((paper, bytes))
    } else {
        Err(DraftError::PaperBroken.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(bytes: &[u8]) -> NewPaper {
        NewPaper { name: "signed.pdf".parse().unwrap(), bytes: bytes.to_vec() }
    }

    #[test]
    fn a_file_is_a_pdf_by_what_is_in_it() {
        paper(b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n").check().unwrap();
        let short: &[&[u8]] =
            &[b"", b"%PDF-", b"PK\x03\x04%PDF-%%EOF", b"<script>%%EOF", b"%PDF-1.7\n"];
        for bytes in short {
            assert!(paper(bytes).check().is_err(), "{bytes:?}");
        }
        let mut far = b"%PDF-1.7 %%EOF".to_vec();
        far.extend(vec![b' '; FOOT_WITHIN]);
        assert!(paper(&far).check().is_err());
        assert!(paper(&vec![b'x'; MOST_BYTES + 1]).check().is_err());
    }
}

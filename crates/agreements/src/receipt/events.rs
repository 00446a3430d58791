//! What the record will say of receipts: nothing of the person, and the hash of all the rest.

use base::OrganizationId;
use data_encoding::HEXLOWER;
use policy::Answer;
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use store::{Event, Subject};

use super::{Part, Receipt, ReceiptId};
use crate::{AgreementId, Error};

/// A decision to share or to refuse. Whoever holds the receipt with its salt can show that it is this one.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Issued {
    receipt: ReceiptId,
    code: String,
    /// As whoever asked may know it.
    answer: Answer,
    from: OrganizationId,
    to: OrganizationId,
    purpose: String,
    given: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement: Option<AgreementId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement_hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    emergency: Option<policy::EmergencyKind>,
    /// SHA-256 of the salt and the receipt in its exact form.
    details: String,
}

impl Issued {
    pub(crate) fn of(receipt: &Receipt) -> Self {
        let under = receipt.under.as_ref();
        Self {
            receipt: receipt.id,
            code: receipt.code(),
            answer: receipt.told,
            from: receipt.holder,
            to: receipt.organization,
            purpose: receipt.purpose.to_string(),
            given: receipt.given.iter().map(ToString::to_string).collect(),
            agreement: under.map(|under| under.id),
            version: under.map(|under| under.version),
            agreement_hash: under.and_then(|under| under.hash.clone()),
            emergency: receipt.emergency,
            details: receipt.details.clone(),
        }
    }
}

impl Event for Issued {
    const KIND: &'static str = "receipt.issued";

    fn subject(&self) -> Subject {
        Subject::new("receipt", self.receipt)
    }

    fn parties(&self) -> Vec<OrganizationId> {
        vec![self.from, self.to]
    }
}

/// A receipt in its exact form: RFC 8785, so that it has one hash.
///
/// # Errors
/// Never for what this program writes.
pub(crate) fn exact(receipt: &Receipt, parts: &[Part]) -> Result<String, Error> {
    let part = |part: &Part| {
        json!({
            "class": part.class, "goes": part.goes, "word": part.word, "rule": part.rule.as_str(),
            "agreement": part.agreement.map(|id| id.to_string()),
            "consent": part.consent.map(|id| id.to_string()),
        })
    };
    let under = receipt.under.as_ref();
    let value: Value = json!({
        "receipt": receipt.id.to_string(),
        "request": receipt.request.to_string(),
        "at": receipt.at.rfc3339(),
        "answer": receipt.answer,
        "told": receipt.told,
        "asker": receipt.asker.to_string(),
        "role": receipt.role,
        "to": receipt.organization.to_string(),
        "from": receipt.holder.to_string(),
        "client": receipt.client.map(|id| id.to_string()),
        "purpose": receipt.purpose,
        "asked": receipt.asked,
        "given": receipt.given,
        "agreement": under.map(|under| under.id.to_string()),
        "version": under.map(|under| under.version),
        "agreement_hash": under.and_then(|under| under.hash.clone()),
        "consent": receipt.consent.map(|id| id.to_string()),
        "bases": receipt.bases.iter().map(|basis| basis.to_string()).collect::<Vec<_>>(),
        "obligations":
            receipt.obligations.iter().map(|owed| owed.to_string()).collect::<Vec<_>>(),
        "emergency": receipt.emergency,
        "decided_by": receipt.decided_by.map(|id| id.to_string()),
        "words": receipt.words.as_ref().map(|words| words.expose().to_string()),
        "parts": parts.iter().map(part).collect::<Vec<_>>(),
    });
    let canonical = ledger::Canonical::of(&value).map_err(|_wrong| Error::Stored)?;
    Ok(canonical.as_str().to_owned())
}

/// The hash that the record carries: of the salt, then the exact form.
pub(crate) fn details(salt: &str, exact: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(salt.as_bytes());
    hash.update(exact.as_bytes());
    HEXLOWER.encode(&hash.finalize())
}

//! *Break the glass*: what a law opens in an emergency, for an hour, one client and the classes of the
//! emergency profile; told to the holder at once and reviewed by a second person within a day.
//!
//! Invariant: nobody whose last review is overdue opens anything, but to treat somebody.

pub(crate) mod api;
pub(crate) mod pages;

use ::store::Cx;
use base::OrganizationId;
use policy::{Answer, EmergencyKind, Identifiability, PurposeKind};

use crate::{
    Error, Name, access,
    consent::store as clients,
    decision::{self, Acting},
    duty,
    receipt::Receipt,
    record::FileNumber,
    request::{
        Claim, DataRequest, Outcome, RequestError, State, Words, release, store as requests,
    },
    vocabulary::{Sort, Vocabulary, store as ground},
};

base::words! {
    /// Why the glass is broken; more is said in words.
    pub enum EmergencyReason {
        /// The person cannot speak for themselves.
        Unconscious = "unconscious",
        /// An overdose.
        Overdose = "overdose",
        /// Severe distress.
        Distress = "distress",
        /// The person may hurt themselves.
        HarmToSelf = "harm_to_self",
        /// The person may hurt others.
        HarmToOthers = "harm_to_others",
        /// Something else that is said in words.
        Other = "other",
    }
}

/// An emergency to be attested.
#[derive(Debug, Clone)]
pub struct Attested {
    /// Its kind.
    pub kind: EmergencyKind,
    /// Who holds the records.
    pub holder: OrganizationId,
    /// The number under which the holder keeps the person.
    pub number: FileNumber,
    /// Why.
    pub reason: EmergencyReason,
    /// What happens, in words: the nature of the emergency.
    pub words: Words,
    /// Whether consent could have been had.
    pub is_consent_obtainable: bool,
}

/// Opens what an emergency opens.
///
/// # Errors
/// When the caller's last review is overdue, or nothing is known of them as one who works with data.
pub async fn break_glass(cx: &Cx, attested: Attested) -> Result<Receipt, Error> {
    let mut tx = cx.write(access::BREAK_GLASS).await?;
    let me = cx.person()?;
    let user = ground::user(&tx, me).await?;
    decision::acts_for_themselves(cx, &tx, &user)?;
    let Some(organization) = user.organization else { return Err(Error::NotYours) };
    let is_late = duty::store::is_unreviewed(&tx, me, cx.now()).await?;
    if is_late && attested.kind != EmergencyKind::Medical {
        return Err(RequestError::Paused.into());
    }
    let vocabulary = ground::vocabulary(&tx).await?;
    let purpose = purpose_of(&vocabulary, attested.kind)
        .ok_or_else(|| Error::field("kind", "emergency_no_purpose"))?;
    let classes = ground::opened(&tx, attested.kind).await?;
    if classes.is_empty() {
        return Err(Error::field("kind", "emergency_no_classes"));
    }
    let client = clients::by_number(&tx, attested.holder, &attested.number).await?;
    let said = format!("{}: {}", attested.reason, attested.words);
    let mut request = DataRequest {
        id: cx.new_id(),
        asker: me,
        organization,
        holder: attested.holder,
        client: client.map(|client| client.id),
        file_number: Some(attested.number),
        purpose,
        classes,
        identifiability: Identifiability::Identified,
        words: Some(said.parse().unwrap_or(attested.words)),
        is_relative: false,
        assurance: decision::assurance(cx.actor().person(), cx.now()),
        papers: None,
        emergency: Some(Claim {
            kind: attested.kind,
            is_consent_obtainable: attested.is_consent_obtainable,
        }),
        state: State::Answered,
        is_concealed: false,
        asked_at: cx.now(),
        owner: None,
        due_at: None,
        decided: None,
        receipt: cx.new_id(),
    };
    let acting = Acting { user: &user, assurance: request.assurance };
    let considered = decision::consider(&tx, cx, acting, &request.ask(None)).await?;
    let outcome = Outcome::of(&considered, None);
    if outcome.answer == Answer::Hold {
        crate::request::commands::hold(&tx, &mut request, &outcome).await?;
    }
    let parts = (&considered, &outcome);
    let (receipt, events) = release::issue(cx, &mut tx, &request, parts, None).await?;
    request.receipt = receipt.id;
    requests::add(&mut tx, &request).await?;
    tx.commit_all(events).await?;
    Ok(receipt)
}

/// The partnership's purpose for an emergency of this kind.
fn purpose_of(vocabulary: &Vocabulary, kind: EmergencyKind) -> Option<Name> {
    let wanted = match kind {
        EmergencyKind::Medical => PurposeKind::EmergencyTreatment,
        EmergencyKind::Threat => PurposeKind::SafetyThreat,
    };
    let named = vocabulary.purposes().find(|named| named.sort == Sort::Purpose(wanted));
    named.map(|named| named.name.clone())
}

/// How often each agency broke the glass, for 1,000 times that it got something.
#[must_use]
pub fn per_thousand(opened: i64, total: i64) -> Option<i64> {
    (total > 0).then(|| opened.saturating_mul(1000) / total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_of_a_thousand_and_there_is_none_of_nothing() {
        assert_eq!(per_thousand(3, 1500), Some(2));
        assert_eq!(per_thousand(1, 1), Some(1000));
        assert_eq!(per_thousand(0, 0), None);
    }
}

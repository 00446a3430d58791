//! What travels with a copy: the statements that a law prescribes word by word, and what whoever got it may
//! do with it.

use policy::{Basis, Explained as _, Obligation, Reason, Set};

/// The statement of 42 CFR 2.32(a)(1). It is English whatever the reader's language: the rule gives the words.
pub(crate) const PART2: &str = "This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR \
     part 2). These rules prohibit you from using or disclosing this record, or testimony that describes \
     the information contained in this record, in any civil, criminal, administrative, or legislative \
     proceedings by any Federal, State, or local authority, against the patient, unless authorized by the \
     consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as otherwise authorized by a court \
     in accordance with 42 CFR 2.64 or 2.65. In addition, the Federal rules prohibit you from making any \
     other use or disclosure of this record unless at least one of the following applies: (i) Further use \
     or disclosure is expressly permitted by the written consent of the individual whose information is \
     being disclosed in this record or as otherwise permitted by 42 CFR part 2. (ii) You are a covered \
     entity or business associate and have received the record for treatment, payment, or health care \
     operations, or (iii) You have received the record from a covered entity or business associate as \
     permitted by 45 CFR part 164, subparts A and E. A general authorization for the release of medical or \
     other information is NOT sufficient to meet the required elements of written consent to further use \
     or redisclose the record (see 42 CFR 2.31).";

/// The obligations that bind whoever got a copy: each is told beside it.
const BINDING: [Obligation; 9] = [
    Obligation::PurposeBind,
    Obligation::NoRedisclosure,
    Obligation::RediscloseHipaaExceptProceedings,
    Obligation::RediscloseEducationNeedsOnly,
    Obligation::RediscloseOfficialDutyOnly,
    Obligation::GrantExpires,
    Obligation::DestroyAndCertify,
    Obligation::NoDenialOfService,
    Obligation::SuppressUnder11,
];

/// The keys of the sentences that travel with a copy.
pub(crate) fn binding(owed: Set<Obligation>) -> Vec<String> {
    let all = BINDING.iter().filter(|one| owed.has(**one));
    all.map(Obligation::message_key).collect()
}

/// Whether the statement of 42 CFR 2.32 travels with it.
pub(crate) fn has_part2(owed: Set<Obligation>) -> bool {
    owed.has(Obligation::Part2Notice)
}

/// Whether an account of the consent travels with it.
pub(crate) fn has_consent(owed: Set<Obligation>) -> bool {
    owed.has(Obligation::Part2CopyOfConsent)
}

/// The key of the sentence for a stored word.
pub(crate) fn key_of(word: &str, goes: bool) -> String {
    if !goes {
        return word.parse().map_or_else(|_| UNKNOWN.to_owned(), |word: Reason| word.message_key());
    }
    match word.parse::<Basis>() {
        Ok(basis) => basis.message_key(),
        // A person's word, where a rule asked for one.
        Err(_no_basis) => "receipts-by-word".to_owned(),
    }
}

const UNKNOWN: &str = "policy-reason-unknown-label";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_of_use_is_told_beside_the_copy() {
        let told: Vec<&str> = BINDING.iter().map(|one| one.as_str()).collect();
        for owed in Obligation::ALL.iter().filter(|one| one.as_str().starts_with("REDISCLOSE")) {
            assert!(told.contains(&owed.as_str()), "{owed}");
        }
        assert_eq!(binding(Set::of(&[Obligation::NoRedisclosure])).len(), 1);
    }

    #[test]
    fn a_stored_word_finds_its_sentence() {
        assert_eq!(key_of("PART2_NO_CONSENT", false), "policy-reason-part2-no-consent");
        assert_eq!(key_of("HIPAA_TREATMENT", true), "policy-basis-hipaa-treatment");
        assert_eq!(key_of("LEGAL_REVIEW_REQUIRED", true), "receipts-by-word");
        assert_eq!(key_of("A_WORD_OF_THE_FUTURE", false), UNKNOWN);
    }
}

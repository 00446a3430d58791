//! The table itself. A row: name, word, step, law, effect, what is then owed; the rule in plain words; its source; the
//! day by which it must have been read again. The conditions stand in `src/rules/`, under the same names.

use crate::{
    Basis, Obligation, Reason,
    law::{Article, Effect, Step},
    set::elements,
};

macro_rules! law {
    ($($rule:ident $word:literal $step:ident $law:literal $effect:ident($code:ident) [$($owed:ident)*]
        $says:literal $source:literal ($year:literal $month:literal $day:literal);)+) => {
        base::words! {
            /// A rule of the table.
            pub enum Rule {
                $(#[doc = $says] $rule = $word),+
            }
        }

        impl Rule {
            /// Its row.
            #[must_use]
            pub const fn article(self) -> &'static Article {
                match self {
                    $(Self::$rule => &Article {
                        step: Step::$step,
                        law: $law,
                        effect: law!(@$effect $code),
                        obligations: &[$(Obligation::$owed),*],
                        says: $says,
                        source: $source,
                        review_by: ($year, $month, $day),
                    }),+
                }
            }
        }
    };
    (@allow $code:ident) => { Effect::Allow(Basis::$code) };
    (@withhold $code:ident) => { Effect::Withhold(Reason::$code) };
    (@hold $code:ident) => { Effect::Hold(Reason::$code) };
}

elements!(Rule);

law! {
NotUnderstood "not-understood" Understood "all" withhold(UnknownLabel) []
  "The purpose, the class, a law on the record, its form, its origin, its holder or its client is missing or unknown."
  "what cannot be evaluated denies" (2027 11 23);

StrangerActs "stranger-acts" Session "all" withhold(ActorNotOfParty) []
  "The person acting works neither for the holder nor for the recipient, is locked out, or is named as an abuser of the client; a report that a law demands comes from the holder's own staff."
  "45 CFR 164.514(h); 34 U.S.C. 12291(b)(2)" (2027 11 23);
RelativeActs "relative-acts" Session "all" hold(LegalReviewRequired) []
  "The person acting is a relative of the client."
  "conflict of interest rules of the partnership" (2027 11 23);

ReidentifiedNever "reidentified-never" Never "all" withhold(IdentifiabilityExceedsLicense) []
  "The data is held in a less identifying form than it is asked for; nobody may re-identify it."
  "45 CFR 164.514(c); 34 CFR 99.31(b)" (2027 11 23);
VawaEncoded "vawa-encoded" Never "VAWA" withhold(VawaEncodedIsStillPii) []
  "A survivor's data is asked for in encoded, encrypted or hashed form."
  "34 U.S.C. 12291(b)(2)(B)(i); 28 CFR 94.115(a)(1)" (2027 11 23);
VawaShared "vawa-shared" Never "VAWA" withhold(VawaNoSharedDatabase) []
  "A survivor's data would enter a shared database or identity matching."
  "42 U.S.C. 11363; 24 CFR 578.57(a)(3); 45 CFR 1370.4" (2027 11 23);
CjisStranger "cjis-stranger" Never "CJIS" withhold(CjisRecipientNotAuthorized) []
  "Criminal justice information would go to one who is no authorized recipient."
  "28 CFR 20.21; 28 CFR 20.33; CJIS Security Policy 6.0" (2027 11 23);
NotesWithoutConsent "notes-without-consent" Never "42 CFR Part 2" withhold(Part2NotesNeedOwnConsent) []
  "Counseling notes are asked for without a consent of their own."
  "42 CFR 2.31(b)" (2027 2 16);
ProceedingsWithoutOrder "proceedings-without-order" Never "42 CFR Part 2" withhold(Part2Proceedings) []
  "The record would be used in an investigation or proceedings against the patient, without a legal process and without a consent for proceedings."
  "42 U.S.C. 290dd-2(c); 42 CFR 2.12(d)(1); 42 CFR 2.31(d)" (2027 2 16);

OwnReport "own-report" Door "all" allow(SubjectAccess) [IncludeAllDisclosures]
  "The person asks about their own data."
  "45 CFR 164.524; 45 CFR 164.528; 42 CFR 2.23; 5 U.S.C. 552a(d)" (2027 11 23);
AnothersReport "anothers-report" Door "all" withhold(NotTheSubject) []
  "A person asks about the data of somebody else, or wants their own to go to an organization."
  "45 CFR 164.524(a)" (2027 11 23);
ReportNotAsked "report-not-asked" Door "all" withhold(NoAgreement) []
  "A report is not sent as one, or to an agency that takes no such reports."
  "42 CFR 2.12(c)(6); 45 CFR 164.512(b)(1)(ii)" (2027 2 16);
ReportOriginal "report-original" Door "42 CFR Part 2" withhold(Part2OriginalRecordProtected) []
  "The record behind a report of child abuse is asked for."
  "42 CFR 2.12(c)(6)" (2027 2 16);
ReportBeyond "report-beyond" Door "HIPAA" withhold(MinNecessary) []
  "More than the report that the law demands is asked for."
  "45 CFR 164.502(b); 45 CFR 164.512(b)(1)(ii)" (2027 11 23);
ReportSeveral "report-several" Door "all" hold(LegalReviewRequired) []
  "Laws that have no common door for a report ride on it."
  "the laws on the record" (2027 11 23);
ReportPart2 "report-part2" Door "42 CFR Part 2" allow(Part2ChildAbuseReport) []
  "State law demands the report of child abuse; the report itself may go."
  "42 CFR 2.12(c)(6)" (2027 2 16);
ReportHipaa "report-hipaa" Door "HIPAA" allow(Part2ChildAbuseReport) [HipaaAccounting]
  "A report of child abuse goes to the authority that takes such reports."
  "45 CFR 164.512(b)(1)(ii); 45 CFR 164.528" (2027 11 23);
ReportVawa "report-vawa" Door "VAWA" allow(VawaCompelled) [NotifySubject SafetySteps]
  "A statute demands the report, and the survivor is told and protected."
  "34 U.S.C. 12291(b)(2)(C); 28 CFR 94.115(a)(3)" (2027 11 23);
SubpoenaAlone "subpoena-alone" Door "42 CFR Part 2" withhold(SubpoenaWithoutOrder) [NotifyCustodian]
  "There is a subpoena and no order that authorizes."
  "42 CFR 2.61(b)(1); 42 U.S.C. 290dd-2(c)" (2027 2 16);
SubpoenaReview "subpoena-review" Door "all" hold(LegalReviewRequired) []
  "There is a subpoena without an order, and no rule here that could weigh it."
  "45 CFR 164.512(e)(1)(ii); 34 CFR 99.31(a)(9)" (2027 11 23);
OrderUnchecked "order-unchecked" Door "all" hold(LegalReviewRequired) []
  "Counsel has not checked the order; the program does not read orders itself."
  "45 CFR 164.512(e)(1)(i); 42 CFR 2.61" (2027 11 23);
OrderScope "order-scope" Door "all" withhold(OutsideOrderScope) []
  "The class is beyond what the order says."
  "45 CFR 164.512(e)(1)(i); 42 CFR 2.65(e)" (2027 11 23);
OrderAlone "order-alone" Door "42 CFR Part 2" hold(LegalReviewRequired) []
  "There is an order that authorizes and no subpoena that compels."
  "42 CFR 2.61(a)" (2027 2 16);
OrderSeveral "order-several" Door "all" hold(LegalReviewRequired) []
  "Laws ride on the record that this kind of order does not open together."
  "the laws on the record" (2027 11 23);
OrderPart2 "order-part2" Door "42 CFR Part 2" allow(Part2CourtOrder) [NotifyCustodian]
  "An authorizing order checked by counsel, with a subpoena; only what it says."
  "42 CFR 2.61 to 2.67" (2027 2 16);
OrderHipaa "order-hipaa" Door "HIPAA" allow(Part2CourtOrder) [HipaaAccounting NotifyCustodian]
  "The order expressly authorizes the disclosure."
  "45 CFR 164.512(e)(1)(i); 45 CFR 164.528" (2027 11 23);
OrderVawa "order-vawa" Door "VAWA" allow(VawaCompelled) [NotifyCustodian NotifySubject SafetySteps]
  "A court or statute compels, counsel has checked it, and the survivor is told and protected."
  "34 U.S.C. 12291(b)(2)(C); 28 CFR 94.115(a)(3)" (2027 11 23);
OrderHmis "order-hmis" Door "HMIS" allow(HmisNotice) [NotifyCustodian]
  "The privacy notice names disclosure under a court's order."
  "69 FR 45888 (uses and disclosures for law enforcement)" (2027 11 23);
EmergencyStaff "emergency-staff" Door "42 CFR Part 2" withhold(EmergencyNotMedicalPersonnel) []
  "The emergency door is for medical personnel of a health provider."
  "42 CFR 2.51(a)" (2027 2 16);
EmergencyShown "emergency-shown" Door "42 CFR Part 2" withhold(EmergencyNotShown) []
  "No emergency of this client was attested within the hour, consent could have been had, the sign-in is not fresh, or more than a disclosure is asked for."
  "42 CFR 2.51(a)(1)" (2027 2 16);
EmergencyProfile "emergency-profile" Door "HIPAA" withhold(MinNecessary) []
  "The class is not in the emergency profile."
  "45 CFR 164.502(b); 42 CFR 2.13(a)" (2027 11 23);
EmergencyVawa "emergency-vawa" Door "VAWA" withhold(VawaNoRelease) []
  "A survivor's data is never opened by an emergency."
  "34 U.S.C. 12291(b)(2)(B)" (2027 11 23);
EmergencySeveral "emergency-several" Door "all" hold(LegalReviewRequired) []
  "A law without an emergency door of this kind rides on the record."
  "the laws on the record" (2027 11 23);
EmergencyPart2 "emergency-part2" Door "42 CFR Part 2" allow(Part2MedicalEmergency) [DocumentEmergency Review24h NotifyCustodian GrantExpires]
  "Medical personnel, a real emergency, and consent cannot be had."
  "42 CFR 2.51(a)(1); 42 CFR 2.51(c)" (2027 2 16);
EmergencyHipaa "emergency-hipaa" Door "HIPAA" allow(HipaaTreatment) [Review24h NotifyCustodian GrantExpires]
  "A provider treats the patient in an emergency."
  "45 CFR 164.506(c)(2)" (2027 11 23);
ThreatShown "threat-shown" Door "FERPA" withhold(EmergencyNotShown) []
  "No threat about this person was attested within the hour, the sign-in is not fresh, or more than a disclosure is asked for."
  "34 CFR 99.36(c)" (2027 11 23);
ThreatProfile "threat-profile" Door "FERPA" withhold(MinNecessary) []
  "The class is not in the safety profile."
  "34 CFR 99.36(a)" (2027 11 23);
ThreatPart2 "threat-part2" Door "42 CFR Part 2" withhold(Part2NoConsent) []
  "A threat opens no record of a substance use disorder program."
  "42 CFR 2.13(a)" (2027 2 16);
ThreatVawa "threat-vawa" Door "VAWA" withhold(VawaNoRelease) []
  "A threat opens no data of a survivor."
  "34 U.S.C. 12291(b)(2)(B)" (2027 11 23);
ThreatSeveral "threat-several" Door "all" hold(LegalReviewRequired) []
  "A law rides on the record for which a human must weigh the threat."
  "45 CFR 164.512(j); 69 FR 45888" (2027 11 23);
ThreatFerpa "threat-ferpa" Door "FERPA" allow(FerpaSafetyEmergency) [DocumentThreatBasis FerpaRecordDisclosure Review24h NotifyCustodian GrantExpires]
  "An articulable and significant threat to health or safety."
  "34 CFR 99.36; 34 CFR 99.32(a)(5)" (2027 11 23);
TotalsUncontrolled "totals-uncontrolled" Door "all" withhold(SmallCell) []
  "Totals are asked for without the table that disclosure control would look at, or every cell of it is small."
  "small-count rule of the partnership" (2027 11 23);
TotalsVawa "totals-vawa" Door "VAWA" allow(VawaAggregate) [SuppressUnder11]
  "Totals that identify nobody may be shared to report and evaluate."
  "34 U.S.C. 12291(b)(2)(D)" (2027 11 23);
TotalsOpen "totals-open" Door "all" allow(AggregateRelease) [SuppressUnder11]
  "Totals after disclosure control."
  "45 CFR 164.514(a); 34 CFR 99.31(b); 42 CFR 2.16" (2027 11 23);

StricterClause "stricter-clause" Agreement "agreement" withhold(AgreementStricter) []
  "A clause of the holder's agreements gives this class to such recipients only under a court's order, or not at all."
  "the clause" (2027 11 23);
CopyBound "copy-bound" Agreement "agreement" withhold(PurposeNotInAgreement) []
  "The copy came bound to another purpose."
  "45 CFR 164.504(e); 34 CFR 99.33; 69 FR 45888" (2027 11 23);
CopyOverdue "copy-overdue" Agreement "agreement" withhold(AgreementExpired) [DestroyAndCertify]
  "The copy should have been destroyed."
  "the destruction clause" (2027 11 23);
CharterMoves "charter-moves" Agreement "agreement" withhold(NoAgreement) []
  "An umbrella agreement moves no data."
  "the three tiers" (2027 11 23);
NotSigned "not-signed" Agreement "agreement" withhold(NoAgreement) []
  "The holder or the recipient has not signed this version."
  "contract law" (2027 11 23);
NotBegun "not-begun" Agreement "agreement" withhold(NoAgreement) []
  "The agreement, or the one above it, has not begun."
  "the term clause" (2027 11 23);
NoAgreement "no-agreement" Agreement "agreement" withhold(NoAgreement) []
  "No agreement moves data from this holder to this recipient."
  "the three tiers" (2027 11 23);
OtherPurpose "other-purpose" Agreement "agreement" withhold(PurposeNotInAgreement) []
  "The parties are covered, the purpose is not."
  "45 CFR 164.502(a); 69 FR 45888 (purpose and use limitation)" (2027 11 23);
BeyondPurpose "beyond-purpose" Agreement "agreement" withhold(MinNecessary) []
  "The purpose is covered, this class is more than it needs."
  "45 CFR 164.502(b); 7 CFR 272.1(c)" (2027 11 23);
AgreementEnded "agreement-ended" Agreement "agreement" withhold(AgreementExpired) []
  "The agreement that would cover it has ended or is suspended, or the one above it."
  "the term clause" (2027 11 23);
LicenseEnded "license-ended" Agreement "agreement" withhold(AgreementExpired) [DestroyAndCertify]
  "The license that would cover it has ended or is suspended; what was got under it is destroyed."
  "the term and destruction clauses" (2027 11 23);
MatchEnded "match-ended" Agreement "Privacy Act" withhold(MatchingAgreementExpired) []
  "The matching agreement that would cover it has ended."
  "5 U.S.C. 552a(o)(2)" (2027 11 23);
FormExceeds "form-exceeds" Agreement "agreement" withhold(IdentifiabilityExceedsLicense) []
  "It is asked for in a more identifying form than is licensed."
  "the license; 45 CFR 164.514" (2027 11 23);
GrantNarrower "grant-narrower" Agreement "agreement" withhold(AgreementStricter) []
  "The grant leaves out this action or this role, or wants a surer sign-in."
  "the grant" (2027 11 23);
TrainingLapsed "training-lapsed" Agreement "agreement" withhold(TrainingExpired) []
  "The agreement asks for current training and the person acting has none."
  "the training clause; 69 FR 45888 (accountability)" (2027 11 23);

OptedOut "opted-out" Client "client" withhold(SubjectOptOut) [NoDenialOfService]
  "The person said no to sharing under a law that rides on the record."
  "69 FR 45888; HUD FAQ 2688" (2027 11 23);
Restricted "restricted" Client "client" withhold(SubjectOptOut) [NoDenialOfService]
  "The holder agreed with the person not to share this class with this recipient."
  "45 CFR 164.522(a)" (2027 11 23);
AddressProtected "address-protected" Client "client" withhold(SubjectOptOut) [NoDenialOfService]
  "The person's address is protected."
  "address confidentiality programs" (2027 11 23);

LicensedForm "licensed-form" Law "all" allow(LicensedDeidentified) [SuppressUnder11]
  "De-identified data goes under a license in force."
  "45 CFR 164.514(a); 34 CFR 99.31(b); 42 CFR 2.16; 69 FR 45888" (2027 11 23);
HipaaTreatment "hipaa-treatment" Law "HIPAA" allow(HipaaTreatment) []
  "A provider gives to a provider to treat the patient; minimum necessary does not apply."
  "45 CFR 164.506(c)(2); 45 CFR 164.502(b)(2)(i)" (2027 11 23);
HipaaCoordination "hipaa-coordination" Law "HIPAA" allow(HipaaCareCoordination) []
  "A provider coordinates care with a service agency; the agreement fixes the minimum."
  "45 CFR 164.501; 45 CFR 164.506(c)(1); 45 CFR 164.502(b)" (2027 11 23);
HipaaUnopened "hipaa-unopened" Law "HIPAA" hold(LegalReviewRequired) []
  "None of the doors of HIPAA that are in this table opens."
  "45 CFR 164.502(a)" (2027 11 23);
Part2Passed "part2-passed" Law "42 CFR Part 2" allow(Part2RedisclosureHipaa) [Part2Notice Part2CopyOfConsent RediscloseHipaaExceptProceedings]
  "A covered entity passes on, as HIPAA allows, what it got under a consent for treatment, payment and operations that is still in force."
  "42 CFR 2.33(b)(1)" (2027 2 16);
Part2Tpo "part2-tpo" Law "42 CFR Part 2" allow(Part2ConsentTpo) [Part2Notice Part2CopyOfConsent RediscloseHipaaExceptProceedings]
  "One written consent for treatment, payment and operations names this covered entity."
  "42 CFR 2.31(a); 42 CFR 2.33(a)(2); 42 CFR 2.32" (2027 2 16);
Part2TpoOther "part2-tpo-other" Law "42 CFR Part 2" allow(Part2ConsentTpo) [Part2Notice Part2CopyOfConsent NoRedisclosure]
  "The same consent names a recipient that is no covered entity."
  "42 CFR 2.31(a); 42 CFR 2.33(a)(2); 42 CFR 2.12(d)" (2027 2 16);
Part2Specific "part2-specific" Law "42 CFR Part 2" allow(Part2ConsentSpecific) [Part2Notice Part2CopyOfConsent NoRedisclosure]
  "A written consent names this recipient, purpose and class."
  "42 CFR 2.31(a); 42 CFR 2.33(a)(1); 42 CFR 2.32; 45 CFR 164.508(c)" (2027 2 16);
Part2Justice "part2-justice" Law "42 CFR Part 2" allow(Part2CriminalJusticeConsent) [Part2Notice Part2CopyOfConsent RediscloseOfficialDutyOnly]
  "A consent tied to a criminal case names this agency; it may not be revocable before a stated time."
  "42 CFR 2.35; 45 CFR 164.508(c)" (2027 2 16);
Part2Unopened "part2-unopened" Law "42 CFR Part 2" withhold(Part2NoConsent) []
  "No consent is on file. The answer does not say whether the person is a patient."
  "42 CFR 2.13(a); 42 CFR 2.13(c); 42 CFR 2.31" (2027 2 16);
ConsentPurpose "consent-purpose" Law "consent" withhold(ConsentPurposeMismatch) []
  "The consent is for another purpose, or of a form that cannot serve this one."
  "42 CFR 2.31(a)(5); 34 U.S.C. 12291(b)(2)(B)(ii)" (2027 2 16);
ConsentRecipient "consent-recipient" Law "consent" withhold(ConsentRecipientMismatch) []
  "The consent names somebody else."
  "42 CFR 2.31(a)(4)" (2027 2 16);
ConsentSigner "consent-signer" Law "consent" withhold(ConsentSignerNotAuthorized) []
  "It was signed by somebody who may not; never by the abuser of the client."
  "34 U.S.C. 12291(b)(2)(B)(ii); 28 CFR 94.115(a)(2); 42 CFR 2.14; 42 CFR 2.15" (2027 2 16);
ConsentElements "consent-elements" Law "consent" withhold(ConsentDeficient) []
  "It is not written, lacks an element, or is a survivor's release without an end."
  "42 CFR 2.31(a); 42 CFR 2.31(c)(2); 34 U.S.C. 12291(b)(2)(B)(ii)" (2027 2 16);
ConsentRevocation "consent-revocation" Law "consent" withhold(ConsentRevoked) [StopQueued NotifyRecipientRevocation]
  "It was withdrawn, and a criminal justice consent is past the time until which it could not be."
  "42 CFR 2.31(a)(6); 42 CFR 2.31(c)(3); 42 CFR 2.35(c)" (2027 2 16);
ConsentExpiry "consent-expiry" Law "consent" withhold(ConsentExpired) []
  "It has run out."
  "42 CFR 2.31(c)(1); 34 U.S.C. 12291(b)(2)(B)(ii)" (2027 2 16);
ConsentClass "consent-class" Law "consent" withhold(ConsentClassNotCovered) []
  "It leaves this class out."
  "42 CFR 2.31(a)(3)" (2027 2 16);
VawaReleased "vawa-released" Law "VAWA" allow(VawaRelease) [NoRedisclosure GrantExpires]
  "The survivor's informed, written, time-limited release names this recipient, purpose and class."
  "34 U.S.C. 12291(b)(2)(B)(ii)" (2027 11 23);
VawaUnopened "vawa-unopened" Law "VAWA" withhold(VawaNoRelease) []
  "No release is on file."
  "34 U.S.C. 12291(b)(2)(B)" (2027 11 23);
FerpaCustody "ferpa-custody" Law "FERPA" allow(FerpaChildWelfare) [FerpaRecordDisclosure RediscloseEducationNeedsOnly]
  "The child welfare agency is legally responsible for the student."
  "20 U.S.C. 1232g(b)(1)(L); 34 CFR 99.32; 34 CFR 99.33" (2027 11 23);
FerpaConsented "ferpa-consented" Law "FERPA" hold(LegalReviewRequired) []
  "A consent is on file that would serve; a human confirms it, since the vocabulary has no basis for it yet."
  "34 CFR 99.30" (2027 11 23);
FerpaUnopened "ferpa-unopened" Law "FERPA" withhold(FerpaNoException) []
  "Neither consent nor an exception; an agreement between agencies is none."
  "34 CFR 99.30; 34 CFR 99.31" (2027 11 23);
HmisNoticed "hmis-noticed" Law "HMIS" allow(HmisNotice) []
  "The privacy notice and the agreement name the sharing, and the client did not object."
  "69 FR 45888" (2027 11 23);
HmisUnopened "hmis-unopened" Law "HMIS" hold(LegalReviewRequired) []
  "The notice is not known to name such a purpose."
  "69 FR 45888" (2027 11 23);
SnapMeals "snap-meals" Law "SNAP" allow(SnapDirectCertification) [NoRedisclosure]
  "The benefit status goes to a school, for free meals."
  "7 CFR 272.1(c)(1); 7 CFR 245.6(b)" (2027 11 23);
SnapUnopened "snap-unopened" Law "SNAP" hold(LegalReviewRequired) []
  "None of the doors of the program's rules that are in this table opens."
  "7 CFR 272.1(c)" (2027 11 23);
PrivacyActMatch "privacy-act-match" Law "Privacy Act" allow(MatchingAgreement) [PrivacyActAccounting]
  "A federal matching agreement is in force."
  "5 U.S.C. 552a(o); 5 U.S.C. 552a(c)" (2027 11 23);
PrivacyActUnopened "privacy-act-unopened" Law "Privacy Act" withhold(MatchingAgreementExpired) []
  "A federal record would go without a matching agreement in force."
  "5 U.S.C. 552a(b); 5 U.S.C. 552a(o)" (2027 11 23);
CjisListed "cjis-listed" Law "CJIS" allow(AgreementOnly) []
  "The recipient may hold criminal justice information; the agreement suffices."
  "28 CFR 20.33" (2027 11 23);
NoLaw "no-law" Law "agreement" allow(AgreementOnly) []
  "No special law rides on the data; the agreement suffices."
  "the agreement" (2027 11 23);
}

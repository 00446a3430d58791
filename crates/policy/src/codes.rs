//! Why something may go, why something is withheld, and what whoever gives it then owes. The words and their
//! meanings are those of the `vocabulary` block of `tests/disclosure-cases.yaml`.

use crate::set::elements;

base::words! {
    /// What in the law allows a disclosure.
    pub enum Basis {
        /// Disclosure between providers to treat the patient.
        HipaaTreatment = "HIPAA_TREATMENT",
        /// A provider coordinates care with a service agency, minimum necessary.
        HipaaCareCoordination = "HIPAA_CARE_COORDINATION",
        /// One written consent for all treatment, payment and operations.
        Part2ConsentTpo = "PART2_CONSENT_TPO",
        /// A written consent for a named recipient, purpose and classes.
        Part2ConsentSpecific = "PART2_CONSENT_SPECIFIC",
        /// A consent tied to the disposition of a criminal case.
        Part2CriminalJusticeConsent = "PART2_CRIMINAL_JUSTICE_CONSENT",
        /// A covered entity passes on what it got under a treatment consent.
        Part2RedisclosureHipaa = "PART2_REDISCLOSURE_HIPAA",
        /// Medical personnel, a real emergency, consent cannot be had.
        Part2MedicalEmergency = "PART2_MEDICAL_EMERGENCY",
        /// An authorizing order checked by counsel, with a subpoena.
        Part2CourtOrder = "PART2_COURT_ORDER",
        /// The report itself that state law requires.
        Part2ChildAbuseReport = "PART2_CHILD_ABUSE_REPORT",
        /// The survivor's informed, written, time-limited release.
        VawaRelease = "VAWA_RELEASE",
        /// Totals that identify nobody.
        VawaAggregate = "VAWA_AGGREGATE",
        /// A court or statute compels, checked by counsel.
        VawaCompelled = "VAWA_COMPELLED",
        /// The agency is legally responsible for the student.
        FerpaChildWelfare = "FERPA_CHILD_WELFARE",
        /// An articulable and significant threat.
        FerpaSafetyEmergency = "FERPA_SAFETY_EMERGENCY",
        /// Sharing named in the privacy notice and the agreement, client did not object.
        HmisNotice = "HMIS_NOTICE",
        /// Benefit status for school meals.
        SnapDirectCertification = "SNAP_DIRECT_CERTIFICATION",
        /// A federal matching agreement in force.
        MatchingAgreement = "MATCHING_AGREEMENT",
        /// De-identified data under a license in force.
        LicensedDeidentified = "LICENSED_DEIDENTIFIED",
        /// Open data after disclosure control.
        AggregateRelease = "AGGREGATE_RELEASE",
        /// No special law rides on the data, the agreement suffices.
        AgreementOnly = "AGREEMENT_ONLY",
        /// The person asks about her own data.
        SubjectAccess = "SUBJECT_ACCESS",
    }
}

base::words! {
    /// Why data is withheld, or waits for a human.
    pub enum Reason {
        /// The data carries a mark the engine has no rule for.
        UnknownLabel = "UNKNOWN_LABEL",
        /// The person acting works for neither side.
        ActorNotOfParty = "ACTOR_NOT_OF_PARTY",
        /// The agreement requires current training.
        TrainingExpired = "TRAINING_EXPIRED",
        /// No agreement moves data from this holder to this recipient.
        NoAgreement = "NO_AGREEMENT",
        /// The agreement that would cover it has ended or is suspended.
        AgreementExpired = "AGREEMENT_EXPIRED",
        /// The parties are covered, the purpose is not.
        PurposeNotInAgreement = "PURPOSE_NOT_IN_AGREEMENT",
        /// The purpose is covered, this class is more than it needs.
        MinNecessary = "MIN_NECESSARY",
        /// The law would allow it, the partnership's own rule does not.
        AgreementStricter = "AGREEMENT_STRICTER",
        /// Asked in a more identifying form than licensed.
        IdentifiabilityExceedsLicense = "IDENTIFIABILITY_EXCEEDS_LICENSE",
        /// A federal match without an agreement in force.
        MatchingAgreementExpired = "MATCHING_AGREEMENT_EXPIRED",
        /// The person said no.
        SubjectOptOut = "SUBJECT_OPT_OUT",
        /// Asks for the report of somebody else.
        NotTheSubject = "NOT_THE_SUBJECT",
        /// No consent on file.
        Part2NoConsent = "PART2_NO_CONSENT",
        /// The consent ran out.
        ConsentExpired = "CONSENT_EXPIRED",
        /// The consent was withdrawn.
        ConsentRevoked = "CONSENT_REVOKED",
        /// The consent lacks an element it needs on its face.
        ConsentDeficient = "CONSENT_DEFICIENT",
        /// Signed by somebody who may not.
        ConsentSignerNotAuthorized = "CONSENT_SIGNER_NOT_AUTHORIZED",
        /// The consent names somebody else.
        ConsentRecipientMismatch = "CONSENT_RECIPIENT_MISMATCH",
        /// The consent is for another purpose.
        ConsentPurposeMismatch = "CONSENT_PURPOSE_MISMATCH",
        /// The consent leaves this class out.
        ConsentClassNotCovered = "CONSENT_CLASS_NOT_COVERED",
        /// Counseling notes kept apart.
        Part2NotesNeedOwnConsent = "PART2_NOTES_NEED_OWN_CONSENT",
        /// Use in proceedings against the patient.
        Part2Proceedings = "PART2_PROCEEDINGS",
        /// The report may go, the record behind it may not.
        Part2OriginalRecordProtected = "PART2_ORIGINAL_RECORD_PROTECTED",
        /// Compelled but not authorized.
        SubpoenaWithoutOrder = "SUBPOENA_WITHOUT_ORDER",
        /// Beyond what the order says.
        OutsideOrderScope = "OUTSIDE_ORDER_SCOPE",
        /// A person must look first.
        LegalReviewRequired = "LEGAL_REVIEW_REQUIRED",
        /// The emergency door is for medical personnel.
        EmergencyNotMedicalPersonnel = "EMERGENCY_NOT_MEDICAL_PERSONNEL",
        /// No emergency was attested, or consent could have been had.
        EmergencyNotShown = "EMERGENCY_NOT_SHOWN",
        /// Client-level survivor data in a shared database.
        VawaNoSharedDatabase = "VAWA_NO_SHARED_DATABASE",
        /// Hashing does not change what it is.
        VawaEncodedIsStillPii = "VAWA_ENCODED_IS_STILL_PII",
        /// No release on file.
        VawaNoRelease = "VAWA_NO_RELEASE",
        /// Neither consent nor an exception.
        FerpaNoException = "FERPA_NO_EXCEPTION",
        /// The recipient may not hold criminal justice information.
        CjisRecipientNotAuthorized = "CJIS_RECIPIENT_NOT_AUTHORIZED",
        /// A count from 1 to 10, or one that would give it away.
        SmallCell = "SMALL_CELL",
    }
}

base::words! {
    /// What goes with an answer.
    pub enum Obligation {
        /// The decision is durable in the log before a byte leaves (every permit).
        LogBeforeRelease = "LOG_BEFORE_RELEASE",
        /// The copy stays marked with purpose, source laws and agreement (every permit).
        PurposeBind = "PURPOSE_BIND",
        /// The disclosure appears in the person's own report (every permit of identified data).
        ClientReport = "CLIENT_REPORT",
        /// The statement of 42 CFR 2.32 travels with it.
        Part2Notice = "PART2_NOTICE",
        /// The consent, or a clear account of its scope, travels with it.
        Part2CopyOfConsent = "PART2_COPY_OF_CONSENT",
        /// The recipient may not pass it on.
        NoRedisclosure = "NO_REDISCLOSURE",
        /// As HIPAA allows, never for proceedings against the patient.
        RediscloseHipaaExceptProceedings = "REDISCLOSE_HIPAA_EXCEPT_PROCEEDINGS",
        /// Only to those who address the student's education.
        RediscloseEducationNeedsOnly = "REDISCLOSE_EDUCATION_NEEDS_ONLY",
        /// Only for the official duty it was given for.
        RediscloseOfficialDutyOnly = "REDISCLOSE_OFFICIAL_DUTY_ONLY",
        /// Counts in the HIPAA accounting of disclosures.
        HipaaAccounting = "HIPAA_ACCOUNTING",
        /// Counts in the Privacy Act accounting.
        PrivacyActAccounting = "PRIVACY_ACT_ACCOUNTING",
        /// Kept with the student's record of disclosures.
        FerpaRecordDisclosure = "FERPA_RECORD_DISCLOSURE",
        /// Who, where, by whom, when, what kind of emergency.
        DocumentEmergency = "DOCUMENT_EMERGENCY",
        /// What the threat was and who was told.
        DocumentThreatBasis = "DOCUMENT_THREAT_BASIS",
        /// A second person reviews it within 24 hours.
        Review24h = "REVIEW_24H",
        /// The holding agency's privacy officer is told.
        NotifyCustodian = "NOTIFY_CUSTODIAN",
        /// The person is told, by a safe channel.
        NotifySubject = "NOTIFY_SUBJECT",
        /// Steps to protect the person are recorded.
        SafetySteps = "SAFETY_STEPS",
        /// Access ends by itself.
        GrantExpires = "GRANT_EXPIRES",
        /// Destroy what is held and certify it.
        DestroyAndCertify = "DESTROY_AND_CERTIFY",
        /// The person may not be turned away for this.
        NoDenialOfService = "NO_DENIAL_OF_SERVICE",
        /// Work already queued stops.
        StopQueued = "STOP_QUEUED",
        /// Earlier recipients are told of the revocation.
        NotifyRecipientRevocation = "NOTIFY_RECIPIENT_REVOCATION",
        /// Disclosure control for small counts.
        SuppressUnder11 = "SUPPRESS_UNDER_11",
        /// Nothing is left out of the report.
        IncludeAllDisclosures = "INCLUDE_ALL_DISCLOSURES",
    }
}

elements!(Basis, Reason, Obligation);

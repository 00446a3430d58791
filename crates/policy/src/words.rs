//! The words of the model. Actions, laws, bases, reasons and obligations are those of the
//! `vocabulary` block of `tests/disclosure-cases.yaml`; a test holds both lists equal.

use crate::set::elements;

base::words! {
    /// What somebody wants to do with a record.
    pub enum Action {
        /// Give it to the recipient.
        Disclose = "disclose",
        /// Take many out at once.
        Export = "export",
        /// Compare people across agencies.
        Link = "link",
        /// Enter it into a database that agencies share.
        RecordIntoShared = "record_into_shared",
        /// Report as a law demands.
        Report = "report",
        /// Show it to everybody.
        Publish = "publish",
        /// See what others learned about oneself.
        AccessOwn = "access_own",
    }
}

base::words! {
    /// How closely the data points at a person; from the least to the most.
    pub enum Identifiability {
        /// Counts.
        Aggregate = "aggregate",
        /// Nobody can be told from it.
        Deidentified = "deidentified",
        /// Hashed or encrypted, which counts as identified.
        Encoded = "encoded",
        /// With the person's identity.
        Identified = "identified",
    }
}

impl Identifiability {
    /// Whether it points at a person.
    #[must_use]
    pub const fn is_personal(self) -> bool {
        matches!(self, Self::Encoded | Self::Identified)
    }
}

base::words! {
    /// A law that rides on a record. The bits of a column of laws follow this order: only ever add at the end.
    pub enum Regime {
        /// 45 CFR 164.
        Hipaa = "HIPAA",
        /// 42 CFR Part 2.
        Part2 = "PART2",
        /// Counseling notes kept apart, 42 CFR 2.31(b).
        Part2Notes = "PART2_NOTES",
        /// 34 CFR 99.
        Ferpa = "FERPA",
        /// 34 USC 12291(b)(2) and its sisters in FVPSA and VOCA.
        Vawa = "VAWA",
        /// 69 FR 45888.
        Hmis = "HMIS",
        /// 28 CFR 20.
        Cjis = "CJIS",
        /// 7 CFR 272.1(c).
        Snap = "SNAP",
        /// 5 USC 552a.
        PrivacyAct = "PRIVACY_ACT",
        /// The mark of data on which no special law rides.
        None = "NONE",
    }
}

base::words! {
    /// What an organization is, as far as the law asks.
    pub enum OrganizationKind {
        /// A covered entity under HIPAA.
        HipaaCoveredEntity = "hipaa_covered_entity",
        /// A business associate of one.
        BusinessAssociate = "business_associate",
        /// Treats people.
        HealthProvider = "health_provider",
        /// A program for substance use disorders under 42 CFR Part 2.
        Part2Program = "part2_program",
        /// A victim service provider.
        VictimServiceProvider = "victim_service_provider",
        /// Runs a homeless information system.
        HmisLead = "hmis_lead",
        /// Takes part in one.
        HmisParticipant = "hmis_participant",
        /// Arranges housing and other services.
        SocialServices = "social_services",
        /// Administers needs-based benefits.
        BenefitsAgency = "benefits_agency",
        /// Responsible for children in care.
        ChildWelfareAgency = "child_welfare_agency",
        /// A school or district.
        EducationAgency = "education_agency",
        /// Police.
        LawEnforcement = "law_enforcement",
        /// A prosecutor.
        Prosecutor = "prosecutor",
        /// Another criminal justice agency, such as probation.
        CriminalJustice = "criminal_justice",
        /// May hold criminal justice information.
        CjisAuthorized = "cjis_authorized",
        /// Studies.
        Researcher = "researcher",
        /// A federal agency.
        FederalAgency = "federal_agency",
        /// A county.
        County = "county",
        /// A non-profit.
        Nonprofit = "nonprofit",
    }
}

base::words! {
    /// What a purpose is to the law; the partnership's own purposes are each of one kind.
    pub enum PurposeKind {
        /// Treating the patient.
        Treatment = "treatment",
        /// Being paid for it.
        Payment = "payment",
        /// Running a covered entity.
        Operations = "operations",
        /// Providing or arranging a service such as housing.
        Service = "service",
        /// Treating somebody in an emergency.
        EmergencyTreatment = "emergency_treatment",
        /// Averting a serious threat.
        SafetyThreat = "safety_threat",
        /// Investigations and proceedings against the person.
        Proceedings = "proceedings",
        /// Supervision by a court.
        CourtSupervision = "court_supervision",
        /// A child welfare case.
        ChildWelfare = "child_welfare",
        /// A report that a law demands.
        MandatedReport = "mandated_report",
        /// Who may have free school meals.
        SchoolMeals = "school_meals",
        /// Who may have another benefit.
        Benefits = "benefits",
        /// Research and evaluation.
        Research = "research",
        /// Reports on what was done.
        Reporting = "reporting",
        /// Matching of identities.
        Matching = "matching",
        /// Something else.
        Other = "other",
    }
}

base::words! {
    /// What a class of data is to the rules.
    pub enum ClassKind {
        /// Part of a record.
        Record = "record",
        /// Where the person can be found.
        Address = "address",
        /// A report that a law demands, without the record behind it.
        Report = "report",
    }
}

base::words! {
    /// The tier of an agreement.
    pub enum AgreementKind {
        /// The umbrella, which moves no data.
        Emou = "emou",
        /// A data sharing agreement.
        Dsa = "dsa",
        /// A data use license.
        Dul = "dul",
        /// A federal matching agreement, 5 USC 552a(o).
        Matching = "matching_agreement",
        /// With a service organization or business associate.
        Qsoa = "qsoa",
    }
}

base::words! {
    /// Whether an agreement stands.
    pub enum Status {
        /// It does, within its dates.
        Active = "active",
        /// It rests.
        Suspended = "suspended",
        /// It was ended.
        Terminated = "terminated",
    }
}

base::words! {
    /// The form of a consent.
    pub enum Form {
        /// For all treatment, payment and operations, 42 CFR 2.31(a).
        Part2Tpo = "part2_tpo",
        /// For what it names, 42 CFR 2.31(a).
        Part2Specific = "part2_specific",
        /// Tied to a criminal case, 42 CFR 2.35.
        Part2CriminalJustice = "part2_criminal_justice",
        /// For counseling notes, 42 CFR 2.31(b).
        Part2Notes = "part2_notes",
        /// For proceedings against the patient, 42 CFR 2.31(d).
        Part2Proceedings = "part2_proceedings",
        /// A survivor's release, 34 USC 12291(b)(2)(B)(ii).
        VawaRelease = "vawa_release",
        /// An authorization, 45 CFR 164.508.
        HipaaAuthorization = "hipaa_authorization",
        /// A parent's or adult student's consent, 34 CFR 99.30.
        Ferpa = "ferpa",
        /// A release for a homeless information system.
        HmisRelease = "hmis_release",
    }
}

base::words! {
    /// How sure the session is of who acts; from the least to the most.
    pub enum Assurance {
        /// A password alone.
        Password = "password",
        /// A second factor.
        SecondFactor = "second_factor",
        /// A phishing-resistant sign-in.
        PhishingResistant = "phishing_resistant",
        /// The same, made just now.
        FreshPhishingResistant = "fresh_phishing_resistant",
    }
}

base::words! {
    /// The kind of a court's order.
    pub enum OrderKind {
        /// It authorizes under 42 CFR 2.61 to 2.67.
        Part2Order = "part2_order",
        /// Any other order of a court.
        CourtOrder = "court_order",
        /// A statute that compels.
        Statute = "statute",
    }
}

base::words! {
    /// The kind of an emergency.
    pub enum EmergencyKind {
        /// Somebody must be treated at once.
        Medical = "medical",
        /// A serious and articulable threat.
        Threat = "threat",
    }
}

base::words! {
    /// The answer to a request.
    pub enum Answer {
        /// All of it may go.
        Permit = "permit",
        /// A part may go.
        PermitPartial = "permit_partial",
        /// Nothing may go.
        Deny = "deny",
        /// Nothing goes before a named human has looked.
        Hold = "hold",
    }
}
elements!(Action, Regime, OrganizationKind, Form);

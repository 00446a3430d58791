//! Purposes that most partnerships have, with what each is to the law. A partnership names others itself.

use policy::PurposeKind;

use super::{Named, Sort};
use crate::Error;

/// A purpose: its name, its kind, what it is called in English and in Spanish.
type Usual = (&'static str, PurposeKind, &'static str, &'static str);

const PURPOSES: &[Usual] = &[
    ("treatment", PurposeKind::Treatment, "treating the patient", "tratar al paciente"),
    ("payment", PurposeKind::Payment, "being paid for care", "cobrar la atención"),
    ("operations", PurposeKind::Operations, "running the care", "administrar la atención"),
    ("housing_placement", PurposeKind::Service, "finding a home", "encontrar vivienda"),
    ("housing_referral", PurposeKind::Service, "a housing offer", "una oferta de vivienda"),
    ("medical_respite", PurposeKind::Service, "a bed to get well in", "una cama para recuperarse"),
    (
        "service_coordination",
        PurposeKind::Service,
        "working together on services",
        "coordinar servicios",
    ),
    (
        "emergency_treatment",
        PurposeKind::EmergencyTreatment,
        "treatment in an emergency",
        "tratamiento en una emergencia",
    ),
    ("safety_threat", PurposeKind::SafetyThreat, "stopping a threat", "evitar una amenaza"),
    (
        "criminal_investigation",
        PurposeKind::Proceedings,
        "a criminal investigation",
        "una investigación penal",
    ),
    ("criminal_prosecution", PurposeKind::Proceedings, "a criminal case", "un proceso penal"),
    (
        "fraud_investigation",
        PurposeKind::Proceedings,
        "a fraud investigation",
        "una investigación de fraude",
    ),
    (
        "court_supervision",
        PurposeKind::CourtSupervision,
        "supervision by a court",
        "supervisión de un tribunal",
    ),
    (
        "child_welfare_case",
        PurposeKind::ChildWelfare,
        "the care of a child",
        "el cuidado de un niño",
    ),
    (
        "child_abuse_report",
        PurposeKind::MandatedReport,
        "a report of child abuse",
        "un reporte de maltrato infantil",
    ),
    (
        "school_meal_eligibility",
        PurposeKind::SchoolMeals,
        "free school meals",
        "comidas escolares gratis",
    ),
    ("benefit_eligibility", PurposeKind::Benefits, "a benefit", "un beneficio"),
    (
        "research_housing_outcomes",
        PurposeKind::Research,
        "a study of housing",
        "un estudio de vivienda",
    ),
    (
        "research_shelter_stays",
        PurposeKind::Research,
        "a study of shelter stays",
        "un estudio de estadías en refugios",
    ),
    (
        "grant_reporting",
        PurposeKind::Reporting,
        "a report to a funder",
        "un informe a un financiador",
    ),
    (
        "identity_matching",
        PurposeKind::Matching,
        "finding the same person in two files",
        "hallar a la misma persona en dos archivos",
    ),
    ("own_data", PurposeKind::Other, "one's own data", "los datos propios"),
];

/// The usual purposes, to be named.
///
/// # Errors
/// Never: the table is well formed, which a test holds.
pub fn usual_purposes() -> Result<Vec<Named>, Error> {
    let named = |(name, kind, english, spanish): &Usual| {
        let text = |text: &str| text.parse().map_err(|_wrong: base::TextError| Error::Stored);
        Ok(Named {
            name: name.parse().map_err(|_wrong: base::TextError| Error::Stored)?,
            sort: Sort::Purpose(*kind),
            english: Some(text(english)?),
            spanish: Some(text(spanish)?),
        })
    };
    PURPOSES.iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Vocabulary;

    #[test]
    fn every_usual_purpose_can_be_named() {
        let vocabulary = Vocabulary::of(usual_purposes().unwrap());
        assert_eq!(vocabulary.purposes().count(), PURPOSES.len());
    }
}

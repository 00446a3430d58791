//! A consent for programs of others: a FHIR Consent (R4), for the staff of the one who keeps it.

use ::store::Cx;
use policy::{ClientId, Form, OrganizationKind, PurposeKind};
use standards::fhir::{self, Identifier, Reason};
use web::{Failure, Request, Response};

use super::{
    Ending, StateName,
    queries::{self, Seen},
};
use crate::{
    Error,
    agreement::odrl::URN,
    terms::{Classes, Name},
    vocabulary::Sort,
};

/// `GET /p/{partnership}/consents/{id}/fhir.json`
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let seen = queries::consent(&cx, request.param("id")?).await?;
    let bytes =
        serde_json::to_vec_pretty(&resource(&seen).resource()).map_err(|_broken| Error::Stored)?;
    let name = format!("consent-{}.fhir.json", seen.consent.id);
    Ok(web::download(&name, "application/fhir+json", bytes))
}

fn resource(seen: &Seen) -> fhir::Consent {
    let (consent, signed) = (&seen.consent, &seen.consent.signed);
    let party = |id: &base::OrganizationId| fhir::Party {
        identifier: Identifier { system: URN.to_owned(), value: id.to_string() },
        display: seen.directory.name(*id).to_owned(),
    };
    let kind = |kind: OrganizationKind| fhir::Party {
        identifier: named(seen, "kind", &kind.to_string()),
        display: kind.to_string().replace('_', " "),
    };
    let state = consent.state(seen.now);
    let classes = match &signed.classes {
        Classes::All => Vec::new(),
        Classes::These(these) => {
            these.iter().map(|name| named(seen, "class", name.as_str())).collect()
        }
    };
    fhir::Consent {
        id: consent.id.to_string(),
        is_active: matches!(state, StateName::InForce | StateName::RevokedLater),
        client: person(consent.client),
        signer: person(signed.signer),
        keeper: party(&consent.holder),
        signed: signed.at,
        ends: consent.revoked_at.map(|at| consent.stops_at(at)).or(match signed.ending {
            Ending::At(end) => Some(end),
            Ending::With { happened, .. } => happened,
            Ending::Never => None,
        }),
        law: law(signed.form).to_owned(),
        language: signed.language.to_string(),
        text_hash: signed.text_hash.as_ref().map(ToString::to_string),
        gives: signed.gives.iter().map(party).collect(),
        gets: signed.gets.iter().map(party).chain(signed.gets_kinds.iter().map(kind)).collect(),
        purposes: signed.purposes.iter().map(|name| purpose(seen, name)).collect(),
        classes,
    }
}

fn person(id: ClientId) -> Identifier {
    Identifier { system: URN.to_owned(), value: id.to_string() }
}

fn named(seen: &Seen, sort: &str, name: &str) -> Identifier {
    Identifier {
        system: format!("{URN}:{}:{sort}", seen.place.partnership),
        value: name.to_owned(),
    }
}

fn purpose(seen: &Seen, name: &Name) -> fhir::Purpose {
    let kind = seen.vocabulary.purposes().find(|one| one.name == *name).map(|one| one.sort);
    let reason = match kind {
        Some(Sort::Purpose(kind)) => reason(kind),
        Some(Sort::Class(_) | Sort::Role) | None => None,
    };
    fhir::Purpose { own: named(seen, "purpose", name.as_str()), reason }
}

/// What the purpose is to HL7.
const fn reason(kind: PurposeKind) -> Option<Reason> {
    match kind {
        PurposeKind::Treatment => Some(Reason::Treat),
        PurposeKind::EmergencyTreatment => Some(Reason::EmergencyTreat),
        PurposeKind::Payment => Some(Reason::Payment),
        PurposeKind::Operations => Some(Reason::Operations),
        PurposeKind::Service => Some(Reason::Coordination),
        PurposeKind::SafetyThreat => Some(Reason::Threat),
        PurposeKind::Proceedings | PurposeKind::CourtSupervision | PurposeKind::MandatedReport => {
            Some(Reason::Legal)
        }
        PurposeKind::Research => Some(Reason::Research),
        PurposeKind::ChildWelfare
        | PurposeKind::SchoolMeals
        | PurposeKind::Benefits
        | PurposeKind::Reporting
        | PurposeKind::Matching
        | PurposeKind::Other => None,
    }
}

/// Where the law says what the form must hold.
const fn law(form: Form) -> &'static str {
    match form {
        Form::Part2Tpo | Form::Part2Specific | Form::Part2Notes | Form::Part2Proceedings => {
            "https://www.ecfr.gov/current/title-42/section-2.31"
        }
        Form::Part2CriminalJustice => "https://www.ecfr.gov/current/title-42/section-2.35",
        Form::VawaRelease => "https://www.govinfo.gov/link/uscode/34/12291",
        Form::HipaaAuthorization => "https://www.ecfr.gov/current/title-45/section-164.508",
        Form::Ferpa => "https://www.ecfr.gov/current/title-34/section-99.30",
        Form::HmisRelease => "https://www.govinfo.gov/link/fr/69/45888",
    }
}

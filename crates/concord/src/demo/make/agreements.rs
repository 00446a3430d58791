//! Lets the partners name their data and sign agreements: older ones on paper, newer ones here, one of
//! which is being changed, one ends soon, and one is still a draft.

use ::agreements::{
    AgreementId, Classes, Clause, Grant, Kind, Terms,
    agreement::{
        self, NewAgreement, NewReply, PaperSignature, Question, Signatory, Signing, Target,
    },
    usual_actions,
    vocabulary::{self, Ground, Holding, Named, Party, Sort},
};
use base::{Instant, OrganizationId};
use policy::{Assurance, ClassKind, Identifiability, Set};
use store::Cx;

use super::{Happening, Maker, What, parsed};
use crate::failure::Failure;

const PLACE: &str = "riverbend";
/// Who keeps the paper.
const KEEPER: &str = "grace";

/// What happens to agreements, and how many days before today.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    /// Data, purposes and parties are named.
    Name,
    /// What was signed on paper is entered.
    Enter,
    /// An agreement is written, read and sent out.
    Write(usize),
    /// Somebody signs one.
    Sign(usize, &'static str, &'static str),
    /// A change is begun, read and sent out.
    Change,
    /// One is begun and no more.
    Begin,
}

/// A class of data: its word, whether it says where somebody is, what it is called in both languages.
const CLASSES: &[(&str, bool, &str, &str)] = &[
    ("release_date", false, "Expected release date", "Fecha prevista de salida"),
    ("needs_a_place", false, "Needs a place to stay", "Necesita dónde quedarse"),
    ("charges", false, "Charges", "Cargos"),
    ("diagnoses", false, "Diagnoses", "Diagnósticos"),
    ("care_needs", false, "What care the person needs", "Qué atención necesita la persona"),
    ("treatment_status", false, "In treatment for substance use", "En tratamiento por adicción"),
    ("contact", true, "Phone and address", "Teléfono y dirección"),
    ("shelter_stays", false, "Shelter stays", "Estadías en refugios"),
    ("benefit_status", false, "Gets food benefits", "Recibe beneficios de comida"),
];

/// Who keeps what under which laws.
const HELD: &[(&str, &str, &[&str])] = &[
    ("sheriff", "release_date", &["NONE"]),
    ("sheriff", "needs_a_place", &["NONE"]),
    ("sheriff", "charges", &["CJIS"]),
    ("health", "diagnoses", &["HIPAA"]),
    ("health", "care_needs", &["HIPAA"]),
    ("health", "contact", &["HIPAA"]),
    ("behavioral", "diagnoses", &["HIPAA"]),
    ("behavioral", "treatment_status", &["HIPAA", "PART2"]),
    ("harbor", "shelter_stays", &["HMIS"]),
    ("harbor", "contact", &["HMIS"]),
    ("crossroads", "contact", &["HMIS"]),
    ("housing", "contact", &["NONE"]),
    ("social", "benefit_status", &["SNAP"]),
];

/// What each is to the law.
const KINDS: &[(&str, &[&str])] = &[
    ("housing", &["social_services", "hmis_participant", "county"]),
    ("health", &["hipaa_covered_entity", "health_provider", "county"]),
    ("behavioral", &["hipaa_covered_entity", "health_provider", "part2_program", "county"]),
    ("sheriff", &["law_enforcement", "cjis_authorized", "county"]),
    ("social", &["benefits_agency", "social_services", "county"]),
    ("workforce", &["social_services", "county"]),
    ("harbor", &["hmis_lead", "hmis_participant", "social_services", "nonprofit"]),
    ("crossroads", &["hmis_participant", "social_services", "nonprofit"]),
    ("lived", &["nonprofit"]),
];

/// A clause: who gives, who gets, what, for what.
type Gives = (&'static str, &'static str, &'static [&'static str], &'static str);

/// An agreement of the county.
struct Written {
    kind: Kind,
    title: &'static str,
    summary: &'static str,
    basis: &'static str,
    parties: &'static [&'static str],
    gives: &'static [Gives],
    /// Days from today to its last day.
    ends: i64,
}

/// What was signed on paper before; each stands under the first.
const PAPER: &[Written] = &[
    Written {
        kind: Kind::Charter,
        title: "Partnership charter",
        summary: "Our vision, our roles, and how we decide",
        basis: "County Code 14.1",
        parties: &[
            "housing",
            "social",
            "health",
            "behavioral",
            "sheriff",
            "workforce",
            "harbor",
            "crossroads",
            "lived",
        ],
        gives: &[],
        ends: 420,
    },
    Written {
        kind: Kind::Memorandum,
        title: "One front door",
        summary: "One intake form and one rule for referrals",
        basis: "Charter, article 4",
        parties: &["housing", "social", "harbor", "crossroads"],
        gives: &[],
        ends: 200,
    },
    Written {
        kind: Kind::ResourceSharing,
        title: "Shared beds",
        summary: "How partners hold and release beds",
        basis: "Charter, article 6",
        parties: &["harbor", "housing", "social"],
        gives: &[],
        ends: 78,
    },
];

/// What is signed here.
const SHARING: &[Written] = &[
    Written {
        kind: Kind::DataSharing,
        title: "Jail release dates",
        summary: "The Sheriff’s Office tells two partners when a person leaves jail, so a bed is ready",
        basis: "County Code 14.2",
        parties: &["sheriff", "social", "crossroads"],
        gives: &[
            ("sheriff", "social", &["release_date", "needs_a_place"], "housing_placement"),
            ("sheriff", "crossroads", &["release_date", "needs_a_place"], "housing_placement"),
        ],
        ends: 322,
    },
    Written {
        kind: Kind::DataSharing,
        title: "Health and housing records",
        summary: "Match patients who have no home with a place where they can get well",
        basis: "45 CFR 164.506(c)",
        parties: &["health", "housing", "social"],
        gives: &[
            ("health", "housing", &["care_needs", "contact"], "housing_placement"),
            ("health", "social", &["care_needs"], "service_coordination"),
        ],
        ends: 24,
    },
];

/// What is still being written.
const DRAFT: Written = Written {
    kind: Kind::DataSharing,
    title: "Shelter stays",
    summary: "Partners see who is in which shelter tonight, so nobody is asked twice",
    basis: "69 FR 45888 and the posted privacy notice",
    parties: &["harbor", "crossroads", "housing", "social"],
    gives: &[("harbor", "crossroads", &["shelter_stays", "contact"], "service_coordination")],
    ends: 700,
};

/// What was answered to the four questions, and who decided it.
const ANSWERS: &[(Question, &str, &str)] = &[
    (
        Question::Legal,
        "Yes. County counsel read each clause beside the law that it names. Nothing goes where that law \
         wants the person's own consent.",
        "Dana Whitfield, county counsel",
    ),
    (
        Question::Ethical,
        "Yes, with care. A wrong hand could do harm, so each clause names who gets what, and the person \
         can see who did.",
        "The ethics panel: Dr. Amir Haddad, Rev. Joan Ellis, Keisha Long",
    ),
    (
        Question::GoodIdea,
        "Yes. People wait for a home while a bed stands free, because the one does not know of the other.",
        "The steering group, meeting of the first Tuesday",
    ),
    (
        Question::HowWeKnow,
        "We asked 14 people who had been through it, twice. We look at the numbers each quarter. The lived \
         experience council can ask for a stop.",
        "Lived experience council; Grace Okafor keeps the minutes",
    ),
];

impl Maker<'_> {
    /// When what happens to agreements.
    pub(super) fn agreed(&self) -> Vec<Happening> {
        let acts = [
            (420, Act::Name),
            (419, Act::Enter),
            (401, Act::Write(0)),
            (399, Act::Sign(0, "sheriff", "renee")),
            (396, Act::Sign(0, "social", "olivia")),
            (394, Act::Sign(0, "crossroads", "andre")),
            (345, Act::Write(1)),
            (343, Act::Sign(1, "health", "helen")),
            (341, Act::Sign(1, "housing", "alicia")),
            (340, Act::Sign(1, "social", "olivia")),
            (10, Act::Change),
            (8, Act::Sign(0, "sheriff", "renee")),
            (6, Act::Sign(0, "social", "olivia")),
            (3, Act::Begin),
        ];
        acts.into_iter()
            .map(|(ago, act)| Happening { at: self.days(-ago), what: What::Agree(act) })
            .collect()
    }

    pub(super) async fn agree(&mut self, act: Act, at: Instant) -> Result<(), Failure> {
        let cx = self.person_in(KEEPER, PLACE, at)?;
        match act {
            Act::Name => self.name(&cx).await,
            Act::Enter => self.enter(&cx).await,
            Act::Write(number) => {
                let Some(written) = SHARING.get(number) else { return Ok(()) };
                let id = self.draft(&cx, written, at).await?;
                self.send_out(&cx, id, written.parties).await?;
                self.signed.push(id);
                Ok(())
            }
            Act::Sign(number, organization, person) => {
                let Some(id) = self.signed.get(number).copied() else { return Ok(()) };
                self.sign(id, organization, person, at).await
            }
            Act::Change => self.change(&cx).await,
            Act::Begin => self.draft(&cx, &DRAFT, at).await.map(drop),
        }
    }

    async fn name(&self, cx: &Cx) -> Result<(), Failure> {
        let mut ground = Ground {
            names: vocabulary::usual_purposes().map_err(because("the usual purposes"))?,
            ..Ground::default()
        };
        for (name, is_address, english, spanish) in CLASSES {
            let kind = if *is_address { ClassKind::Address } else { ClassKind::Record };
            ground.names.push(Named {
                name: parsed(name)?,
                sort: Sort::Class(kind),
                english: Some(parsed(english)?),
                spanish: Some(parsed(spanish)?),
            });
        }
        for (organization, kinds) in KINDS {
            let kinds = kinds.iter().map(|kind| parsed(kind)).collect::<Result<Set<_>, _>>()?;
            ground.parties.push(Party { organization: self.organization(organization)?, kinds });
        }
        for (holder, class, laws) in HELD {
            ground.holdings.push(Holding {
                holder: self.organization(holder)?,
                class: parsed(class)?,
                laws: laws.iter().map(|law| parsed(law)).collect::<Result<_, _>>()?,
            });
        }
        vocabulary::lay(cx, ground).await.map_err(because("the names of data"))
    }

    async fn enter(&mut self, cx: &Cx) -> Result<(), Failure> {
        for written in PAPER {
            let terms = self.terms(written, cx.now())?;
            let day = cx.now().date_in(&self.today.zone).plus_days(-12);
            let signature = |organization: &OrganizationId| {
                Ok(PaperSignature {
                    organization: *organization,
                    signer: parsed("The director of that year")?,
                    title: parsed("Director")?,
                    authority: parsed("The law under which it works")?,
                    on: day,
                })
            };
            let signatures =
                terms.parties.iter().map(signature).collect::<Result<Vec<_>, Failure>>()?;
            let new = NewAgreement { kind: written.kind, upper: self.charter, terms };
            let kept = parsed("The signed paper is in the clerk’s safe.")?;
            let entered = agreement::record(cx, new, signatures, kept).await;
            let entered = entered.map_err(because(written.title))?;
            self.charter.get_or_insert(entered.id);
        }
        Ok(())
    }

    async fn draft(&self, cx: &Cx, written: &Written, at: Instant) -> Result<AgreementId, Failure> {
        let terms = self.terms(written, at)?;
        let new = NewAgreement { kind: written.kind, upper: self.charter, terms };
        Ok(agreement::draft(cx, new).await.map_err(because(written.title))?.id)
    }

    async fn send_out(
        &self,
        cx: &Cx,
        id: AgreementId,
        parties: &[&'static str],
    ) -> Result<(), Failure> {
        let target = Target { id, seen: None };
        self.reply_to_questions(cx, id).await?;
        agreement::present(cx, target, None).await.map_err(because("the parties' reading"))?;
        let signatory = |(place, key): (i64, &&'static str)| {
            Ok(Signatory {
                organization: self.organization(key)?,
                place,
                person: self.person_id(lead(key))?,
                title: parsed("Director")?,
                authority: parsed("Delegation of the county board, resolution 14")?,
                authority_until: None,
            })
        };
        let all = (1..).zip(parties).map(signatory).collect::<Result<Vec<_>, Failure>>()?;
        agreement::send_out(cx, target, all).await.map(drop).map_err(because("the sending out"))
    }

    /// The four questions, which come before any data moves.
    async fn reply_to_questions(&self, cx: &Cx, id: AgreementId) -> Result<(), Failure> {
        for (question, reply, deciders) in ANSWERS {
            let new = NewReply {
                question: *question,
                reply: parsed(reply)?,
                deciders: parsed(deciders)?,
            };
            let replied = agreement::questions::reply(cx, Target { id, seen: None }, new).await;
            replied.map_err(because("an answer to a question"))?;
        }
        Ok(())
    }

    async fn sign(
        &self,
        id: AgreementId,
        organization: &str,
        person: &str,
        at: Instant,
    ) -> Result<(), Failure> {
        let cx = self.person_in(person, PLACE, at)?;
        let record = agreement::agreement(&cx, id).await.map_err(because("an agreement"))?;
        let sealed = record.next().and_then(|next| next.sealed.clone());
        let signing = Signing {
            organization: self.organization(organization)?,
            hash: sealed.map(|(_, hash)| hash).unwrap_or_default(),
            statement: parsed(
                "I have read this version and sign it. I agree to sign electronically.",
            )?,
        };
        let signed = agreement::sign(&cx, Target { id, seen: None }, signing).await;
        signed.map(drop).map_err(because("a signature"))
    }

    /// Housing is to learn release dates too: it waits for Alicia.
    async fn change(&self, cx: &Cx) -> Result<(), Failure> {
        let Some(id) = self.signed.first().copied() else { return Ok(()) };
        let target = Target { id, seen: None };
        let why = parsed("Two case managers of the Housing Authority hold beds too.")?;
        agreement::amend(cx, target, why).await.map_err(because("the change"))?;
        let record = agreement::agreement(cx, id).await.map_err(because("the change"))?;
        let Some(mut terms) = record.next().map(|next| next.terms.clone()) else { return Ok(()) };
        let (sheriff, housing) = (self.organization("sheriff")?, self.organization("housing")?);
        terms.parties.push(housing);
        terms.grants.push(grant(sheriff, housing, &["release_date"], "housing_placement")?);
        agreement::revise(cx, target, terms).await.map_err(because("the change"))?;
        self.send_out(cx, id, &["sheriff", "social", "housing", "crossroads"]).await
    }

    fn terms(&self, written: &Written, at: Instant) -> Result<Terms, Failure> {
        let parties = written.parties.iter().map(|key| self.organization(key));
        let grants = written.gives.iter().map(|(from, to, classes, purpose)| {
            grant(self.organization(from)?, self.organization(to)?, classes, purpose)
        });
        let never = Clause {
            against: Set::of(&[policy::OrganizationKind::LawEnforcement]),
            classes: Classes::These(vec![parsed("care_needs")?, parsed("contact")?]),
            yields_to_order: true,
        };
        let is_health = written.parties.first() == Some(&"health");
        Ok(Terms {
            title: parsed(written.title)?,
            summary: parsed(written.summary)?,
            only_if: None,
            basis: Some(parsed(written.basis)?),
            body: None,
            parties: parties.collect::<Result<_, _>>()?,
            grants: grants.collect::<Result<_, Failure>>()?,
            clauses: is_health.then_some(never).into_iter().collect(),
            identifiability: Identifiability::Identified,
            wants_training: written.kind.moves_data(),
            assurance: Assurance::Password,
            suppresses_small_cells: false,
            keeps_days: is_health.then_some(180),
            breach_hours: written.kind.moves_data().then_some(24),
            review_months: Some(12),
            effective: at.date_in(&self.today.zone),
            ends: Some(self.today.date().plus_days(written.ends)),
        })
    }
}

fn grant(
    gives: OrganizationId,
    gets: OrganizationId,
    classes: &[&str],
    purpose: &str,
) -> Result<Grant, Failure> {
    let classes = classes.iter().map(|class| parsed(class)).collect::<Result<_, _>>()?;
    Ok(Grant {
        gives,
        gets,
        purposes: vec![parsed(purpose)?],
        classes: Classes::These(classes),
        actions: usual_actions(Kind::DataSharing),
        roles: None,
    })
}

/// Who leads an organization and signs for it.
fn lead(organization: &str) -> &'static str {
    match organization {
        "sheriff" => "renee",
        "social" => "olivia",
        "health" => "helen",
        "crossroads" => "andre",
        _ => "alicia",
    }
}

pub(super) fn because<E>(what: &'static str) -> impl FnOnce(E) -> Failure
where
    E: std::error::Error + Send + Sync + 'static,
{
    Failure::because(format!("the demo: {what}"))
}

//! Lets the partners share under what they signed: clients with what is kept about them, what a client allowed
//! and took back, requests that were answered, refused, and one that waits for a person.

use std::collections::BTreeMap;

use ::agreements::{
    consent::{self, Capacity, ClientReference, Ending, NewConsent, Signed},
    record::{self, NewRecord},
    request::{self, About, NewRequest, Papers},
    vocabulary::{self, DataUser, Ground, Opened},
};
use base::{Instant, Language, Private};
use policy::{ClientId, ConsentId, EmergencyKind, Form, OrderKind, Set};

use super::{Happening, Maker, What, agreements::because, parsed};
use crate::failure::Failure;

const PLACE: &str = "riverbend";

/// What happens, and how many days before today.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    /// Those who work with data are named, with their training.
    People,
    /// Clients are entered, with what is kept about them.
    Clients,
    /// A client allows something.
    Consent,
    /// Somebody asks.
    Ask(usize),
    /// The client takes back what they allowed.
    Revoke,
}

/// Clients with the consents that were kept.
#[derive(Debug, Default)]
pub(super) struct Kept {
    clients: BTreeMap<&'static str, ClientId>,
    consent: Option<ConsentId>,
}

/// Who works with data: for whom, and whether they treat people.
const USERS: &[(&str, &str, bool)] = &[
    ("helen", "health", true),
    ("ben", "health", true),
    ("rosa", "health", false),
    ("irene", "behavioral", true),
    ("theo", "behavioral", true),
    ("alicia", "housing", false),
    ("mai", "housing", false),
    ("olivia", "social", false),
    ("hector", "social", false),
    ("renee", "sheriff", false),
    ("luis", "sheriff", false),
    ("jo", "crossroads", false),
    ("margaret", "harbor", false),
    ("tom", "harbor", false),
    ("sam", "social", false),
    ("priya", "social", false),
];

/// A client: whose, under which number, entered by whom, and what is kept.
type Client = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

const CLIENTS: &[Client] = &[
    (
        "health",
        "H-2041",
        "ben",
        &[
            ("care_needs", "A room on the ground floor; a nurse visits on Tuesdays"),
            ("contact", "By way of the clinic on Mill Street, phone 555-0142"),
            ("diagnoses", "Heart failure; diabetes"),
        ],
    ),
    (
        "health",
        "H-2077",
        "ben",
        &[("care_needs", "A quiet room; help with stairs"), ("diagnoses", "A broken hip, healing")],
    ),
    (
        "health",
        "H-2112",
        "rosa",
        &[
            ("care_needs", "A refrigerator for medicine"),
            ("contact", "Shelter on Oak Street, bed 14"),
        ],
    ),
    (
        "behavioral",
        "B-310",
        "theo",
        &[("treatment_status", "In treatment since the spring"), ("diagnoses", "Not to be shared")],
    ),
    (
        "sheriff",
        "S-5521",
        "luis",
        &[("release_date", "In three weeks"), ("needs_a_place", "Yes, with a ramp")],
    ),
    ("sheriff", "S-5530", "luis", &[("release_date", "Next month"), ("needs_a_place", "No")]),
    (
        "social",
        "D-8814",
        "hector",
        &[("benefit_status", "Since March; to be looked at in the fall")],
    ),
    (
        "harbor",
        "N-311",
        "tom",
        &[
            ("shelter_stays", "Eleven nights since the first frost"),
            ("contact", "By way of the front desk, mornings"),
        ],
    ),
];

/// A question: by whom, to whom, about which number, for what, what, in which words.
struct Question {
    ago: i64,
    by: &'static str,
    holder: &'static str,
    number: &'static str,
    purpose: &'static str,
    classes: &'static [&'static str],
    words: &'static str,
    has_order: bool,
}

const QUESTIONS: &[Question] = &[
    Question {
        ago: 96,
        by: "mai",
        holder: "health",
        number: "H-2041",
        purpose: "housing_placement",
        classes: &["care_needs", "contact"],
        words: "A ground floor apartment is free on the first.",
        has_order: false,
    },
    Question {
        ago: 61,
        by: "mai",
        holder: "health",
        number: "H-2077",
        purpose: "housing_placement",
        classes: &["care_needs", "diagnoses"],
        words: "The landlord asks what the tenant needs.",
        has_order: false,
    },
    Question {
        ago: 33,
        by: "hector",
        holder: "sheriff",
        number: "S-5521",
        purpose: "housing_placement",
        classes: &["release_date", "needs_a_place"],
        words: "To hold a bed for the day of release.",
        has_order: false,
    },
    Question {
        ago: 19,
        by: "mai",
        holder: "behavioral",
        number: "B-310",
        purpose: "housing_placement",
        classes: &["treatment_status"],
        words: "The program wants to know whether somebody is in treatment.",
        has_order: false,
    },
    Question {
        ago: 12,
        by: "hector",
        holder: "health",
        number: "H-2112",
        purpose: "service_coordination",
        classes: &["care_needs", "contact"],
        words: "To plan the first week after the hospital.",
        has_order: false,
    },
    Question {
        ago: 7,
        by: "jo",
        holder: "sheriff",
        number: "S-5530",
        purpose: "housing_placement",
        classes: &["release_date"],
        words: "Outreach meets people on the day of release.",
        has_order: false,
    },
    Question {
        ago: 2,
        by: "luis",
        holder: "social",
        number: "D-8814",
        purpose: "criminal_investigation",
        classes: &["benefit_status"],
        words: "The judge wants to know whether the person gets benefits.",
        has_order: true,
    },
    Question {
        ago: 1,
        by: "luis",
        holder: "health",
        number: "H-2077",
        purpose: "criminal_investigation",
        classes: &["care_needs"],
        words: "The court's order came today.",
        has_order: true,
    },
];

impl Maker<'_> {
    /// When what is shared.
    pub(super) fn shared(&self) -> Vec<Happening> {
        let mut acts =
            vec![(338, Act::People), (330, Act::Clients), (40, Act::Consent), (4, Act::Revoke)];
        acts.extend(QUESTIONS.iter().enumerate().map(|(number, one)| (one.ago, Act::Ask(number))));
        acts.into_iter()
            .map(|(ago, act)| Happening { at: self.days(-ago), what: What::Share(act) })
            .collect()
    }

    pub(super) async fn share(&mut self, act: Act, at: Instant) -> Result<(), Failure> {
        match act {
            Act::People => self.work_with_data(at).await,
            Act::Clients => self.enter_clients(at).await,
            Act::Consent => {
                self.allow(at).await?;
                self.allow_outreach(at).await
            }
            Act::Ask(number) => match QUESTIONS.get(number) {
                Some(question) => self.request(question, at).await,
                None => Ok(()),
            },
            Act::Revoke => {
                let Some(consent) = self.kept.consent else { return Ok(()) };
                let cx = self.person_in("rosa", PLACE, at)?;
                consent::revoke(&cx, consent).await.map_err(because("a consent taken back"))
            }
        }
    }

    async fn work_with_data(&self, at: Instant) -> Result<(), Failure> {
        let cx = self.person_in("grace", PLACE, at)?;
        let mut ground = Ground::default();
        for (person, organization, is_medical) in USERS {
            ground.users.push(DataUser {
                person: self.person_id(person)?,
                organization: Some(self.organization(organization)?),
                role: None,
                is_medical: *is_medical,
                trained_until: Some(self.days(120)),
                client: None,
            });
        }
        for class in ["care_needs", "diagnoses"] {
            ground.opened.push(Opened { kind: EmergencyKind::Medical, class: parsed(class)? });
        }
        vocabulary::lay(&cx, ground).await.map_err(because("those who work with data"))
    }

    async fn enter_clients(&mut self, at: Instant) -> Result<(), Failure> {
        for (holder, number, by, records) in CLIENTS {
            let cx = self.person_in(by, PLACE, at)?;
            let client = ClientReference {
                id: cx.new_id(),
                holder: self.organization(holder)?,
                file_number: Some(parsed(number)?),
                is_adult: true,
                consents_alone: false,
                guardians: Vec::new(),
                alleged_abusers: Vec::new(),
                custody: None,
                opt_outs: Set::default(),
                has_protected_address: false,
            };
            let id = consent::enter_client(&cx, client).await.map_err(because(number))?;
            for (class, content) in *records {
                let content = Private::new(parsed(content)?);
                let new = NewRecord { client: id, class: parsed(class)?, content };
                record::keep(&cx, new).await.map_err(because(class))?;
            }
            self.kept.clients.insert(number, id);
        }
        Ok(())
    }

    /// One person allows the health department to tell two partners what they need.
    async fn allow(&mut self, at: Instant) -> Result<(), Failure> {
        let Some(client) = self.kept.clients.get("H-2112").copied() else { return Ok(()) };
        let cx = self.person_in("rosa", PLACE, at)?;
        let signed = Signed {
            form: Form::HipaaAuthorization,
            signer: client,
            capacity: Capacity::Own,
            is_written: true,
            is_complete: true,
            gives: vec![self.organization("health")?],
            gets: vec![self.organization("housing")?, self.organization("social")?],
            gets_kinds: Set::default(),
            purposes: vec![parsed("housing_placement")?, parsed("service_coordination")?],
            classes: ::agreements::Classes::These(vec![parsed("care_needs")?, parsed("contact")?]),
            language: Language::Spanish,
            text_hash: None,
            witness: Some(parsed("Nina Okafor")?),
            at,
            ending: Ending::At(at.plus_seconds(365 * 86_400)),
            irrevocable_until: None,
        };
        let kept = consent::keep(&cx, NewConsent { client, signed }).await;
        self.kept.consent = Some(kept.map_err(because("a consent"))?);
        Ok(())
    }

    /// Another allows the shelter to tell the outreach workers where they sleep.
    async fn allow_outreach(&self, at: Instant) -> Result<(), Failure> {
        let Some(client) = self.kept.clients.get("N-311").copied() else { return Ok(()) };
        let cx = self.person_in("tom", PLACE, at)?;
        let signed = Signed {
            form: Form::HmisRelease,
            signer: client,
            capacity: Capacity::Own,
            is_written: true,
            is_complete: true,
            gives: vec![self.organization("harbor")?],
            gets: vec![self.organization("crossroads")?],
            gets_kinds: Set::default(),
            purposes: vec![parsed("service_coordination")?],
            classes: ::agreements::Classes::These(vec![parsed("shelter_stays")?]),
            language: Language::English,
            text_hash: None,
            witness: None,
            at,
            ending: Ending::At(at.plus_seconds(180 * 86_400)),
            irrevocable_until: None,
        };
        let kept = consent::keep(&cx, NewConsent { client, signed }).await;
        kept.map(drop).map_err(because("a release"))
    }

    async fn request(&self, question: &Question, at: Instant) -> Result<(), Failure> {
        let cx = self.person_in(question.by, PLACE, at)?;
        let classes = question.classes.iter().map(|class| parsed(class));
        let new = NewRequest {
            holder: self.organization(question.holder)?,
            about: About::Number(parsed(question.number)?),
            purpose: parsed(question.purpose)?,
            classes: classes.collect::<Result<_, _>>()?,
            words: Some(parsed(question.words)?),
            is_relative: false,
            papers: question.has_order.then_some((Papers::Order, OrderKind::CourtOrder)),
        };
        request::ask(&cx, new).await.map(drop).map_err(because("a request"))
    }
}

//! The legal text, made from the terms. It is English whatever the reader's language: this is what is
//! signed. The page in plain words stands beside it.

use std::fmt::Write as _;

use base::{Date, OrganizationId};
use policy::{Assurance, Identifiability};

use super::{Kind, seal::Seal};
use crate::{
    Terms,
    terms::{Classes, Clause, Grant, Heading},
    vocabulary::Vocabulary,
};

/// The names that a text uses.
pub(crate) struct Named<'a> {
    pub(crate) organization: &'a dyn Fn(OrganizationId) -> String,
    pub(crate) words: &'a Vocabulary,
    pub(crate) upper: Option<String>,
}

/// The whole text with its hash.
pub(crate) fn sealed(heading: Heading, number: i64, terms: &Terms, called: &Named<'_>) -> Seal {
    Seal::of(whole(heading, number, terms, called))
}

/// The whole text: articles for people, and at its end the terms in exact form.
pub(crate) fn whole(heading: Heading, number: i64, terms: &Terms, called: &Named<'_>) -> String {
    let mut text = Text::default();
    text.line(&format!("{}: {}", name_of(heading.kind), terms.title));
    text.line(&format!("Version {number}"));
    text.article("Parties", &parties(terms, called));
    text.article("Purpose", terms.summary.as_str());
    if let Some(upper) = &called.upper {
        text.article(
            "Standing",
            &format!(
                "This agreement stands under \"{upper}\". It ends, or rests, when that one does."
            ),
        );
    }
    if !heading.kind.moves_data() {
        text.article("Data", "No data about any person moves under this agreement.");
    }
    for grant in &terms.grants {
        text.article("Disclosure", &disclosure(grant, called));
    }
    for clause in &terms.clauses {
        text.article("Stricter than the law", &stricter(clause, called));
    }
    if heading.kind.moves_data() {
        text.article("Form of the data", form(terms.identifiability));
        text.article("Who may act", &conditions(terms));
        if let Some(days) = terms.keeps_days {
            text.article("Copies", &copies(days));
        }
        if let Some(hours) = terms.breach_hours {
            text.article("Breach", &breach(hours));
        }
        text.article(
            "Law",
            "This agreement is no legal basis by itself. Each law on a record stands above it and needs \
             its own basis. What is not named here is not permitted.",
        );
    }
    if let Some(only_if) = &terms.only_if {
        text.article("Condition", only_if.as_str());
    }
    if let Some(basis) = &terms.basis {
        text.article("Authority", basis.as_str());
    }
    text.article("Term", &term(terms.effective, terms.ends));
    if let Some(months) = terms.review_months {
        text.article("Review", &review(months));
    }
    if let Some(body) = &terms.body {
        text.article("Further articles", body.as_str());
    }
    text.article(
        "Electronic signatures",
        "The parties agree to sign electronically (15 U.S.C. 7001 and following; Uniform Electronic \
         Transactions Act). Each signature is bound to the SHA-256 of this exact text and kept with it.",
    );
    text.line("");
    text.line("TERMS IN EXACT FORM");
    format!("{}\n{}", text.0, terms.canonical(heading))
}

#[derive(Default)]
struct Text(String, u32);

impl Text {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn article(&mut self, heading: &str, words: &str) {
        self.1 += 1;
        // Writing to a string does not fail.
        let _infallible = write!(self.0, "\n{}. {heading}. {words}\n", self.1);
    }
}

fn parties(terms: &Terms, called: &Named<'_>) -> String {
    let names: Vec<String> = terms.parties.iter().map(|id| (called.organization)(*id)).collect();
    format!("This agreement is between {}.", listed(&names))
}

fn disclosure(grant: &Grant, called: &Named<'_>) -> String {
    let purposes: Vec<String> =
        grant.purposes.iter().map(|name| called.words.purpose_in_english(name)).collect();
    let actions: Vec<String> =
        grant.actions.iter().map(|action| action.as_str().replace('_', " ")).collect();
    let roles = grant.roles.as_ref().map_or_else(String::new, |roles| {
        let roles: Vec<String> =
            roles.iter().map(|name| called.words.role_in_english(name)).collect();
        format!(" Only these roles may act: {}.", listed(&roles))
    });
    format!(
        "{} may disclose to {}: {}. For {}, and for nothing else. Permitted acts: {}.{roles}",
        (called.organization)(grant.gives),
        (called.organization)(grant.gets),
        classes(&grant.classes, called),
        listed(&purposes),
        listed(&actions),
    )
}

fn stricter(clause: &Clause, called: &Named<'_>) -> String {
    let kinds: Vec<String> =
        clause.against.iter().map(|kind| kind.as_str().replace('_', " ")).collect();
    let order = if clause.yields_to_order {
        " A court's order that counsel has checked is followed nevertheless."
    } else {
        ""
    };
    format!(
        "Even where the law would permit it, no party gives {} to any organization that is: {}.{order}",
        classes(&clause.classes, called),
        listed(&kinds),
    )
}

fn classes(classes: &Classes, called: &Named<'_>) -> String {
    match classes {
        Classes::All => "every class of data that it holds".to_owned(),
        Classes::These(names) => {
            let names: Vec<String> =
                names.iter().map(|name| called.words.class_in_english(name)).collect();
            listed(&names)
        }
    }
}

const fn form(identifiability: Identifiability) -> &'static str {
    match identifiability {
        Identifiability::Identified => "Data may be given with the person's identity.",
        Identifiability::Encoded => {
            "Data is given with the identity encoded, which counts as identified."
        }
        Identifiability::Deidentified => {
            "Data is given without identities. No party re-identifies anybody."
        }
        Identifiability::Aggregate => "Only counts are given.",
    }
}

fn conditions(terms: &Terms) -> String {
    let training = if terms.wants_training {
        "Only persons whose privacy training is current act under this agreement. "
    } else {
        ""
    };
    let sign_in = match terms.assurance {
        Assurance::Password => "They have signed in.",
        Assurance::SecondFactor => "They have signed in with a second factor.",
        Assurance::PhishingResistant => "They have signed in with a passkey.",
        Assurance::FreshPhishingResistant => "They have signed in with a passkey just before.",
    };
    let small = if terms.suppresses_small_cells {
        " Counts from 1 to 10 are suppressed in whatever comes of the data."
    } else {
        ""
    };
    format!("{training}{sign_in}{small}")
}

fn copies(days: i64) -> String {
    format!(
        "Whoever gets data destroys its copies {days} days after it got them, and certifies in writing \
         that it did."
    )
}

fn breach(hours: i64) -> String {
    format!(
        "Whoever learns that data was lost or seen by others tells the party that gave it within {hours} \
         hours."
    )
}

fn review(months: i64) -> String {
    format!("The parties look at this agreement together every {months} months.")
}

fn term(effective: Date, ends: Option<Date>) -> String {
    match ends {
        Some(ends) => format!("From {effective} to {ends}, both days included."),
        None => format!("From {effective} until it is ended."),
    }
}

fn listed(words: &[String]) -> String {
    match words {
        [] => "nothing".to_owned(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

const fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Charter => "Charter",
        Kind::Memorandum => "Memorandum of understanding",
        Kind::ResourceSharing => "Resource sharing agreement",
        Kind::DataSharing => "Data sharing agreement",
        Kind::DataUseLicense => "Data use license",
        Kind::Matching => "Matching agreement",
        Kind::ServiceOrganization => "Service organization agreement",
    }
}

//! Texts to begin an agreement with. They are English, as all that is signed; nothing of them binds before
//! people have made them their own.

pub(crate) mod api;

use askama::Template;
use store::Cx;
use web::{Failure, Request, Response, Section, Shell};

use super::{Kind, words};
use crate::access;

base::words! {
    /// A text to begin with.
    pub(crate) enum Start {
        /// How partners govern what they do together.
        Charter = "charter",
        /// Between all partners, above every other: it moves no data.
        Memorandum = "memorandum",
        /// People who use services of several partners.
        Coordination = "coordination",
        /// What a homeless information system may hold and show.
        Hmis = "hmis",
        /// One project, with its end.
        Project = "project",
        /// Rooms, staff and money.
        Resources = "resources",
        /// A service organization of a program for substance use.
        ServiceOrganization = "service_organization",
    }
}

/// What a start fills in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Filled {
    pub(crate) kind: Kind,
    title: &'static str,
    summary: &'static str,
    only_if: &'static str,
    basis: &'static str,
    body: &'static str,
    numbers: [&'static str; 3],
    has_training: bool,
}

const GOVERNANCE: &str = "The partners meet at least four times a year. Each partner has one voice. What \
they decide is written down here and can be read by every partner.\n\nA partner leaves with 60 days of \
notice. What it shared until then stays bound by the agreement under which it was shared.";

const COORDINATION: &str = "Nobody is refused a service because they do not want their data shared.\n\n\
Each partner names one person who answers for this agreement.\n\nNotes in free words are not shared unless \
a clause says so.";

const HMIS: &str = "The privacy notice is posted where people are asked for their data, in English and \
Spanish.\n\nNobody is refused a service because they do not want their data shared.\n\nData are disposed \
of, or nobody can be told from them, seven years after their last use.";

const PROJECT: &str = "No one tries to find out who a person is. No cell under 11 is published. What is \
published is shown to the partners 30 days before.\n\nAt its end the data are destroyed, and whoever had \
them certifies it here.";

const RESOURCES: &str = "What is lent stays the property of the one who lends it. Each partner is insured \
for its own staff.";

const SERVICE: &str = "The service organization is fully bound by 42 CFR Part 2 in what it receives, \
stores, works on or otherwise deals with. It resists in court, if need be, any attempt to obtain records \
beyond what the law allows.";

const NOTHING: Filled = Filled {
    kind: Kind::Charter,
    title: "",
    summary: "",
    only_if: "",
    basis: "",
    body: "",
    numbers: ["", "", ""],
    has_training: false,
};

const CHARTER_START: Filled = Filled {
    title: "Charter of the partnership",
    summary: "How the partners decide together, and what they hold each other to.",
    body: GOVERNANCE,
    numbers: ["", "", "24"],
    ..NOTHING
};

const MEMORANDUM_START: Filled = Filled {
    kind: Kind::Memorandum,
    title: "Memorandum of understanding on data",
    summary: "Why the partners share data, who may, and who watches over it.",
    body: GOVERNANCE,
    numbers: ["", "", "12"],
    ..NOTHING
};

const COORDINATION_START: Filled = Filled {
    kind: Kind::DataSharing,
    title: "Working together on services",
    summary: "So that people tell their story once, and each partner knows what the next step is.",
    only_if: "The person asked for the service, and the law of each record lets it go.",
    basis: "45 CFR 164.506(c); where 42 CFR Part 2 applies, the person's written consent",
    body: COORDINATION,
    numbers: ["365", "24", "12"],
    has_training: true,
};

const HMIS_START: Filled = Filled {
    kind: Kind::DataSharing,
    title: "Sharing in the homeless information system",
    summary: "So that people without a home are helped by whoever can, without asking everything again.",
    only_if: "The posted privacy notice covers it, and the person did not say no.",
    basis: "HUD's HMIS Data and Technical Standards, 69 FR 45888",
    body: HMIS,
    numbers: ["2555", "24", "12"],
    has_training: true,
};

const PROJECT_START: Filled = Filled {
    kind: Kind::DataUseLicense,
    title: "License for one project",
    summary: "To answer one question with these data, and nothing else.",
    only_if: "The four questions were answered, and the project has not ended.",
    basis: "The data sharing agreement above",
    body: PROJECT,
    numbers: ["365", "24", "6"],
    has_training: true,
};

const RESOURCES_START: Filled = Filled {
    kind: Kind::ResourceSharing,
    title: "Sharing rooms and staff",
    summary: "Who lends what to whom, when it comes back, and who pays for it.",
    body: RESOURCES,
    numbers: ["", "", "12"],
    ..NOTHING
};

const SERVICE_ORGANIZATION_START: Filled = Filled {
    kind: Kind::ServiceOrganization,
    title: "Qualified service organization agreement",
    summary: "So that a service organization can work for a program without passing anything on.",
    basis: "42 CFR 2.11 and 2.12(c)(4)",
    body: SERVICE,
    numbers: ["365", "24", "12"],
    has_training: true,
    ..NOTHING
};

impl Start {
    /// What it fills in.
    pub(crate) const fn filled(self) -> Filled {
        match self {
            Self::Charter => CHARTER_START,
            Self::Memorandum => MEMORANDUM_START,
            Self::Coordination => COORDINATION_START,
            Self::Hmis => HMIS_START,
            Self::Project => PROJECT_START,
            Self::Resources => RESOURCES_START,
            Self::ServiceOrganization => SERVICE_ORGANIZATION_START,
        }
    }
}

impl Filled {
    /// The fields of the form of a new agreement.
    pub(crate) fn fields(self) -> Vec<(&'static str, String)> {
        let [keeps, breach, review] = self.numbers;
        let mut all = vec![
            ("kind", self.kind.to_string()),
            ("title", self.title.to_owned()),
            ("summary", self.summary.to_owned()),
            ("only_if", self.only_if.to_owned()),
            ("basis", self.basis.to_owned()),
            ("body", self.body.to_owned()),
            ("keeps_days", keeps.to_owned()),
            ("breach_hours", breach.to_owned()),
            ("review_months", review.to_owned()),
        ];
        if self.has_training {
            all.push(("wants_training", "yes".to_owned()));
        }
        all.retain(|(_, text)| !text.is_empty());
        all
    }
}

/// The texts to begin with.
#[derive(Template)]
#[template(path = "agreements/starts.html")]
struct StartsPage {
    shell: Shell,
    starts: Vec<StartView>,
    blank: String,
}

/// A text to begin with, as a card.
struct StartView {
    title: String,
    kind: String,
    about: String,
    href: String,
}

web::page!(StartsPage);

/// `GET /p/{partnership}/agreements/starts`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let shell = Shell::new(&cx, Some(&place), "agreements-starts", Section::Agreements);
    let base = format!("/p/{}/agreements", place.slug);
    let view = |start: &Start| StartView {
        title: words::said(&shell, "agreements-start", start),
        kind: words::said(&shell, "agreements-kind", start.filled().kind),
        about: words::said(&shell, "agreements-start-about", start),
        href: shell.href(&format!("{base}/new?start={start}")),
    };
    let list = shell.t("agreements-title").into_owned();
    let page = StartsPage {
        starts: Start::ALL.iter().map(view).collect(),
        blank: shell.href(&format!("{base}/new")),
        shell: shell.crumb(list, &base),
    };
    web::page(&request, &page)
}

#[cfg(test)]
mod tests {
    use base::{Line, Prose, Title};

    use super::*;

    #[test]
    fn every_start_fits_the_form_that_it_fills() {
        for start in Start::ALL {
            let filled = start.filled();
            filled.title.parse::<Title>().unwrap();
            filled.summary.parse::<Line<300>>().unwrap();
            filled.body.parse::<Prose<20000>>().unwrap();
            if !filled.basis.is_empty() {
                filled.basis.parse::<Line<300>>().unwrap();
            }
            assert_eq!(
                filled.only_if.is_empty(),
                filled.basis.is_empty()
                    || !filled.kind.moves_data()
                    || *start == Start::ServiceOrganization,
                "{start}"
            );
        }
    }
}

//! What an agreement says, in parts that the program enforces. Each part is one of `policy`'s, so that
//! what people sign is what decides.

use std::{collections::BTreeSet, fmt::Write as _, ops::RangeInclusive, str::FromStr};

use base::{Date, FieldProblem, Line, OrganizationId, Prose, Title, Zone};
use policy::{Action, Assurance, Identifiability, Names, OrganizationKind, Set, Status, Word};

use crate::{AgreementId, Error, Kind};

/// What the partnership calls a class of data, a purpose or a role: small letters, digits, underscores.
pub type Name = Line<64>;

/// The terms of one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// What it is called.
    pub title: Title,
    /// What it is for, in one sentence that everybody understands.
    pub summary: Line<300>,
    /// The condition under which data goes, in words.
    pub only_if: Option<Prose<2000>>,
    /// The law or rule that it rests on.
    pub basis: Option<Line<300>>,
    /// Further articles.
    pub body: Option<Prose<20000>>,
    /// Who signs it.
    pub parties: Vec<OrganizationId>,
    /// What it gives.
    pub grants: Vec<Grant>,
    /// Where it is stricter than the law.
    pub clauses: Vec<Clause>,
    /// The most identifying form that it gives.
    pub identifiability: Identifiability,
    /// Whether the person acting needs current training.
    pub wants_training: bool,
    /// How sure the session must be of them.
    pub assurance: Assurance,
    /// Whether small counts are suppressed in what comes of it.
    pub suppresses_small_cells: bool,
    /// For how many days a copy is kept before it is destroyed.
    pub keeps_days: Option<i64>,
    /// Within how many hours whoever loses data tells the one who gave it.
    pub breach_hours: Option<i64>,
    /// After how many months the parties look at it again.
    pub review_months: Option<i64>,
    /// Its first day.
    pub effective: Date,
    /// Its last day, when it has one.
    pub ends: Option<Date>,
}

/// A clause that lets data go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Who gives.
    pub gives: OrganizationId,
    /// Who gets.
    pub gets: OrganizationId,
    /// For what.
    pub purposes: Vec<Name>,
    /// What: the minimum for these purposes.
    pub classes: Classes,
    /// How.
    pub actions: Set<Action>,
    /// In which roles; in any when there is none.
    pub roles: Option<Vec<Name>>,
}

/// A clause by which the parties withhold what the law would let go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// From whom: an organization of any of these kinds.
    pub against: Set<OrganizationKind>,
    /// What.
    pub classes: Classes,
    /// Whether a court's order that counsel has checked opens it nevertheless.
    pub yields_to_order: bool,
}

/// When terms are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// While they are being written: clauses may still be missing.
    Writing,
    /// Before others read or sign them.
    Ready,
}

/// Which classes: all, or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Classes {
    /// Every one.
    All,
    /// These.
    These(Vec<Name>),
}

/// What stands above the terms of a version.
#[derive(Debug, Clone, Copy)]
pub struct Heading {
    /// Its kind.
    pub kind: Kind,
    /// The agreement above it.
    pub upper: Option<AgreementId>,
}

impl Classes {
    /// The names, as they are stored.
    #[must_use]
    pub fn spaced(&self) -> String {
        match self {
            Self::All => "*".to_owned(),
            Self::These(names) => spaced(names),
        }
    }

    /// Reads what was stored.
    ///
    /// # Errors
    /// When a name cannot be one.
    pub fn read(text: &str) -> Result<Self, Error> {
        if text == "*" { Ok(Self::All) } else { Ok(Self::These(names(text)?)) }
    }

    /// The classes as the engine knows them. A name that it does not know gives nothing.
    pub(crate) fn as_policy(&self, names: &Names) -> policy::Classes {
        match self {
            Self::All => policy::Classes::All,
            Self::These(these) => {
                policy::Classes::of(these.iter().filter_map(|name| names.class(name.as_str())))
            }
        }
    }
}

/// What may be done with what an agreement gives, when it does not say: all but taking many out at
/// once, which is a license's.
#[must_use]
pub fn usual_actions(kind: Kind) -> Set<Action> {
    let export = kind == Kind::DataUseLicense;
    Action::ALL.iter().copied().filter(|action| export || *action != Action::Export).collect()
}

/// Names with blanks between.
pub(crate) fn spaced<T: ToString>(words: &[T]) -> String {
    words.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Names that were stored with blanks between.
pub(crate) fn names<T: FromStr>(text: &str) -> Result<Vec<T>, Error> {
    let read = |word: &str| word.parse().map_err(|_wrong: T::Err| Error::Stored);
    text.split_whitespace().map(read).collect()
}

/// The words of a set, with blanks between.
pub(crate) fn spaced_set<T: Word>(set: Set<T>) -> String {
    spaced(&set.iter().collect::<Vec<T>>())
}

/// A set that was stored; a word that is not known any more is left out.
pub(crate) fn set<T: Word + FromStr>(text: &str) -> Set<T> {
    text.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}

/// What is wrong with terms, field by field.
#[derive(Default)]
pub(crate) struct Problems(Vec<FieldProblem>);

impl Problems {
    pub(crate) fn refuse(
        &mut self,
        field: &str,
        code: &'static str,
        args: Vec<(&'static str, String)>,
    ) {
        self.0.push(FieldProblem { field: field.to_owned(), code, args });
    }

    /// All that is wrong, when something is.
    pub(crate) fn check(self) -> Result<(), Error> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Fields(self.0)) }
    }
}

impl Terms {
    /// For how many days a copy can be kept.
    pub const KEEPS_DAYS: RangeInclusive<i64> = 1..=36_500;
    /// Within how many hours a loss can be told.
    pub const BREACH_HOURS: RangeInclusive<i64> = 1..=8_760;
    /// After how many months it can be looked at again.
    pub const REVIEW_MONTHS: RangeInclusive<i64> = 1..=120;

    /// The day on which the parties look at it again, after they did on a day.
    #[must_use]
    pub fn looked_at_again(&self, after: Date) -> Option<Date> {
        self.review_months.map(|months| after.plus_months(months))
    }

    /// Checks what only paper signed elsewhere may leave open: every grant is between parties, every
    /// name is known, and a kind that moves no data gives none.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn check(&self, kind: Kind, known: &Names, when: When) -> Result<(), Error> {
        let mut problems = Problems::default();
        let distinct: BTreeSet<OrganizationId> = self.parties.iter().copied().collect();
        if distinct.len() < 2 || distinct.len() != self.parties.len() {
            problems.refuse("parties", "agreement_two_parties", Vec::new());
        }
        if self.ends.is_some_and(|ends| ends < self.effective) {
            let effective = self.effective.to_string();
            problems.refuse("ends", "agreement_ends_early", vec![("effective", effective)]);
        }
        match (kind.moves_data(), self.grants.is_empty(), when) {
            (true, true, When::Ready) => {
                problems.refuse("grants", "agreement_gives_nothing", Vec::new());
            }
            (false, false, _) => {
                problems.refuse("grants", "agreement_moves_none", Vec::new());
            }
            (true, false, _) | (false, true, _) | (true, true, When::Writing) => {}
        }
        for grant in &self.grants {
            let both = [grant.gives, grant.gets];
            if grant.gives == grant.gets || !both.iter().all(|party| distinct.contains(party)) {
                problems.refuse("grants", "agreement_grant_parties", Vec::new());
            }
            if grant.purposes.is_empty() {
                problems.refuse("purposes", "required", Vec::new());
            }
        }
        for name in self.unknown(known) {
            problems.refuse("grants", "agreement_name_unknown", vec![("name", name.to_string())]);
        }
        problems.check()
    }

    /// The names that the partnership has not named.
    pub(crate) fn unknown<'a>(&'a self, known: &'a Names) -> impl Iterator<Item = &'a Name> {
        let classes = self
            .grants
            .iter()
            .map(|grant| &grant.classes)
            .chain(self.clauses.iter().map(|clause| &clause.classes))
            .filter_map(|classes| match classes {
                Classes::All => None,
                Classes::These(names) => Some(names),
            })
            .flatten()
            .filter(|name| known.class(name.as_str()).is_none());
        let purposes = self.grants.iter().flat_map(|grant| &grant.purposes);
        let roles = self.grants.iter().filter_map(|grant| grant.roles.as_ref()).flatten();
        classes
            .chain(purposes.filter(|name| known.purpose(name.as_str()).is_none()))
            .chain(roles.filter(|name| known.role(name.as_str()).is_none()))
    }

    /// The terms in exact form: what stands at the end of the text that is signed. Two versions say the
    /// same to the program if and only if these lines are the same.
    #[must_use]
    pub fn canonical(&self, heading: Heading) -> String {
        let mut lines = String::new();
        // Sorted: a set of parties has no order, and the database gives it in its own.
        let parties: Vec<OrganizationId> =
            self.parties.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        let mut line = |name: &str, value: &str| {
            // Writing to a string does not fail.
            let _infallible = writeln!(lines, "{name}: {value}");
        };
        let upper = heading.upper.map_or_else(|| "none".to_owned(), |upper| upper.to_string());
        let ends = self.ends.map_or_else(|| "none".to_owned(), |ends| ends.to_string());
        line("kind", heading.kind.as_str());
        line("title", self.title.as_str());
        line("under", &upper);
        line("effective", &self.effective.to_string());
        line("ends", &ends);
        line("parties", &spaced(&parties));
        line("form", self.identifiability.as_str());
        line("training", if self.wants_training { "required" } else { "not required" });
        line("sign-in", self.assurance.as_str());
        let small = if self.suppresses_small_cells { "suppressed" } else { "as the law says" };
        line("small counts", small);
        // Only what is said has a line: texts that were signed before these terms existed stay what they are.
        if let Some(days) = self.keeps_days {
            line("copies", &format!("destroyed after {days} days"));
        }
        if let Some(hours) = self.breach_hours {
            line("breach", &format!("told within {hours} hours"));
        }
        if let Some(months) = self.review_months {
            line("review", &format!("every {months} months"));
        }
        for grant in &self.grants {
            let roles =
                grant.roles.as_ref().map_or_else(|| "any".to_owned(), |names| spaced(names));
            let parts = [
                format!("from {} to {}", grant.gives, grant.gets),
                format!("for {}", spaced(&grant.purposes)),
                format!("what {}", grant.classes.spaced()),
                format!("how {}", spaced_set(grant.actions)),
                format!("roles {roles}"),
            ];
            line("gives", &parts.join("; "));
        }
        for clause in &self.clauses {
            let order = if clause.yields_to_order { "; but to a court's order" } else { "" };
            let against = spaced_set(clause.against);
            line("never", &format!("{} to {against}{order}", clause.classes.spaced()));
        }
        lines
    }

    /// The agreement as the engine reads it.
    pub(crate) fn as_policy(
        &self,
        heading: Heading,
        (id, status): (AgreementId, Status),
        signed: Vec<OrganizationId>,
        (names, zone): (&Names, &Zone),
    ) -> policy::Agreement {
        let grant = |grant: &Grant| policy::Grant {
            from: grant.gives,
            to: grant.gets,
            purposes: grant
                .purposes
                .iter()
                .filter_map(|name| names.purpose(name.as_str()))
                .collect(),
            classes: grant.classes.as_policy(names),
            actions: grant.actions,
            roles: grant
                .roles
                .as_ref()
                .map(|roles| roles.iter().filter_map(|name| names.role(name.as_str())).collect()),
        };
        let clause = |clause: &Clause| policy::Clause {
            against: clause.against,
            classes: clause.classes.as_policy(names),
            yields_to_order: clause.yields_to_order,
        };
        policy::Agreement {
            id,
            kind: heading.kind.as_policy(),
            status,
            effective: self.effective.start_in(zone),
            // The end of the last day, where the partnership is.
            expires: self.ends.map(|ends| ends.plus_days(1).start_in(zone)),
            parties: signed,
            under: heading.upper,
            identifiability: self.identifiability,
            wants_training: self.wants_training,
            assurance: self.assurance,
            suppresses_small_cells: self.suppresses_small_cells,
            grants: self.grants.iter().map(grant).collect(),
            clauses: self.clauses.iter().map(clause).collect(),
        }
    }
}

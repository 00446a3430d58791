//! `concord decide`: requests for data from a file, decided by the same engine, tables and law as every
//! page. Exit code 1 when an answer is not the expected one.

mod book;
mod read;
mod world;

use std::{collections::BTreeMap, io::Read as _};

use agreements::decision::{Decided, Line, What, said};
use base::Language;
use policy::{Answer, Explained as _, Obligation};
use serde_json::{Value, json};
use web::Catalog;

use self::{
    book::{Asked, Book},
    world::World,
};
use crate::{
    arguments::Decide,
    failure::Failure,
    out::{self, say},
};

/// Decides every request of the file.
pub(super) async fn run(given: &Decide) -> Result<(), Failure> {
    let languages = languages(&given.lang)?;
    let name = given.cases.display().to_string();
    let book = Book::read(&name, &text(given)?)?;
    let asked = book.requests()?;
    let catalog = catalog()?;
    let world = World::load(&book).await?;
    let mut told = Vec::with_capacity(asked.len());
    for asked in &asked {
        told.push(Told::of(asked, &world.ask(&asked.request).await?));
    }
    drop(world);
    let differ = told.iter().filter(|told| !told.differences.is_empty()).count();
    if given.json {
        let cases: Vec<Value> =
            told.iter().map(|told| told.json(&catalog, &languages, given.explain)).collect();
        let agree = told.len() - differ;
        out::json(&json!({ "decisions": told.len(), "agree": agree, "cases": cases }))?;
    } else {
        for told in &told {
            told.print(&catalog, &languages, given.explain)?;
        }
        say!("{} of {} as expected", told.len() - differ, told.len())?;
    }
    if differ == 0 { Ok(()) } else { Err(Failure::Told) }
}

fn text(given: &Decide) -> Result<String, Failure> {
    let mut text = String::new();
    let read = if given.cases.as_os_str() == "-" {
        std::io::stdin().read_to_string(&mut text).map(drop)
    } else {
        std::fs::read_to_string(&given.cases).map(|read| text = read)
    };
    read.map_err(|error| {
        Failure::Unusable(format!("`{}` can't be read: {error}", given.cases.display()))
    })?;
    Ok(text)
}

fn languages(given: &str) -> Result<Vec<Language>, Failure> {
    match given {
        "both" => Ok(Language::ALL.to_vec()),
        one => match one.parse() {
            Ok(language) => Ok(vec![language]),
            Err(_unknown) => {
                Err(Failure::Unusable(format!("--lang can't be `{one}`: expected en, es or both")))
            }
        },
    }
}

fn catalog() -> Result<Catalog, Failure> {
    let [english, spanish] = agreements::CONTEXT.catalogs;
    Catalog::new(&[(Language::English, english), (Language::Spanish, spanish)])
        .map_err(Failure::because("the messages can't be read"))
}

/// A decision as the command tells it.
struct Told {
    name: String,
    title: String,
    answer: Answer,
    bases: Vec<String>,
    withheld: BTreeMap<String, String>,
    obligations: Vec<String>,
    owed: Vec<Obligation>,
    lines: Vec<(String, Line)>,
    /// What was expected and is not said.
    differences: Vec<String>,
}

impl Told {
    fn of(asked: &Asked, decided: &Decided) -> Self {
        let decision = &decided.decision;
        let lines: Vec<(String, Line)> = said(decision, &decided.vocabulary)
            .into_iter()
            .map(|line| (subject(asked, &line.what), line))
            .collect();
        let withheld = lines.iter().filter(|(_, line)| !line.may_go);
        let mut told = Self {
            name: asked.name.clone(),
            title: asked.title.clone(),
            answer: decision.answer,
            bases: decision.bases.iter().map(|basis| basis.to_string()).collect(),
            withheld: withheld.map(|(what, line)| (what.clone(), line.word.clone())).collect(),
            obligations: decision.obligations.iter().map(|owed| owed.to_string()).collect(),
            owed: decision.obligations.iter().collect(),
            lines,
            differences: Vec::new(),
        };
        told.differences = told.compare(asked);
        told
    }

    fn compare(&self, asked: &Asked) -> Vec<String> {
        let expect = &asked.expect;
        let mut found = Vec::new();
        if self.answer.as_str() != expect.decision {
            found.push(format!("expected {}", expect.decision));
        }
        if let Some(reason) = &expect.reason {
            let gives = matches!(self.answer, Answer::Permit | Answer::PermitPartial);
            let is_said = if gives {
                self.bases.contains(reason)
            } else {
                self.withheld.values().any(|word| word == reason)
            };
            if !is_said {
                found.push(format!("expected the reason {reason}"));
            }
        }
        if let Some(withheld) = expect.withheld.as_ref().filter(|all| **all != self.withheld) {
            found.push(format!("expected to withhold {withheld:?}"));
        }
        // Three ride on every permit, the last where the data points at a person.
        let mut owed = expect.obligations.clone();
        if matches!(self.answer, Answer::Permit | Answer::PermitPartial) {
            owed.extend(["LOG_BEFORE_RELEASE", "PURPOSE_BIND"].map(str::to_owned));
            let form = asked.request.identifiability.as_deref().unwrap_or("identified");
            if matches!(form, "identified" | "encoded") {
                owed.push("CLIENT_REPORT".to_owned());
            }
        }
        let missing = owed.into_iter().filter(|owed| !self.obligations.contains(owed));
        found.extend(missing.map(|owed| format!("expected the obligation {owed}")));
        found
    }

    /// What a sixth-grader would say: the answer, and each reason once.
    fn sentence(&self, catalog: &Catalog, language: Language) -> String {
        let mut keys = vec![self.answer.message_key()];
        for (_, line) in &self.lines {
            if !keys.contains(&line.key) {
                keys.push(line.key.clone());
            }
        }
        let said: Vec<String> =
            keys.iter().map(|key| catalog.t(language, key).into_owned()).collect();
        said.join(" ")
    }

    fn print(
        &self,
        catalog: &Catalog,
        languages: &[Language],
        explain: bool,
    ) -> Result<(), Failure> {
        let verdict = if self.differences.is_empty() { "as expected" } else { "DIFFERS" };
        say!("{}: {} ({verdict}) · {}", self.name, self.answer, self.title)?;
        for language in languages {
            say!("  {}", self.sentence(catalog, *language))?;
        }
        for (what, word) in &self.withheld {
            say!("  not {what}: {word}")?;
        }
        if explain {
            for (what, line) in &self.lines {
                let sign = if line.may_go { "yes" } else { "no" };
                say!("    {sign}  {what}: {} [{}; {}]", line.word, line.rule, line.source())?;
            }
            for owed in &self.owed {
                let language = languages.first().copied().unwrap_or(Language::English);
                say!("    owed {owed}: {}", catalog.t(language, &owed.message_key()))?;
            }
        }
        for difference in &self.differences {
            say!("  DIFFERS: {difference}")?;
        }
        Ok(())
    }

    fn json(&self, catalog: &Catalog, languages: &[Language], explain: bool) -> Value {
        let sentences: BTreeMap<&str, String> = languages
            .iter()
            .map(|language| (language.as_str(), self.sentence(catalog, *language)))
            .collect();
        let mut value = json!({
            "case": self.name,
            "title": self.title,
            "answer": self.answer.as_str(),
            "bases": self.bases,
            "withheld": self.withheld,
            "obligations": self.obligations,
            "sentences": sentences,
            "agrees": self.differences.is_empty(),
            "differences": self.differences,
        });
        if let (true, Some(members)) = (explain, value.as_object_mut()) {
            let line = |(what, line): &(String, Line)| {
                json!({
                    "what": what, "may_go": line.may_go, "word": line.word,
                    "rule": line.rule.as_str(), "law": line.law(), "source": line.source(),
                })
            };
            members.insert("rules".to_owned(), self.lines.iter().map(line).collect());
        }
        value
    }
}

/// A class by its name, a cell by the names of its row and column.
fn subject(asked: &Asked, what: &What) -> String {
    match what {
        What::Class(Some(class)) => class.clone(),
        // The record does not say what it is: the only class that was asked for, if it was one.
        What::Class(None) => match asked.request.classes.as_slice() {
            [one] => one.clone(),
            _ => "?".to_owned(),
        },
        What::Cell(cell) => {
            let table = asked.request.context.table.as_ref();
            let row = table.and_then(|table| table.rows.get(cell.row));
            let column = table.and_then(|table| table.cols.get(cell.column));
            let named = |name: Option<&String>| name.cloned().unwrap_or_default();
            format!("cell:{}:{}", named(row), named(column))
        }
    }
}

//! From a form or a JSON body to the input of a command: the same for pages and the API.

use std::str::FromStr;

use base::{OrganizationId, TextError, Title};
use partnership::BodyId;
use web::{Failure, FieldError, Input, Request};

use super::{
    Electorate, Franchise, Question, Said, Target, Verdict, Voter, Way,
    count::{Method, Quorum, Stance, Threshold},
};
use crate::Error;

/// Options as a form sends them: one a line.
struct Lines(Vec<Title>);

/// What is wrong with an option.
struct WrongLine(TextError);

impl FromStr for Lines {
    type Err = WrongLine;

    fn from_str(text: &str) -> Result<Self, WrongLine> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| line.parse().map_err(WrongLine)).collect::<Result<_, _>>().map(Self)
    }
}

impl FieldError for WrongLine {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        self.0.problem()
    }
}

/// Which decision a request is for, and how its caller last saw it.
pub(crate) fn target(request: &Request) -> Result<Target, Failure> {
    Ok(Target { id: request.param("id")?, seen: request.revision()? })
}

/// A question. `own` is the only organization for which the caller writes one, when there is one.
pub(crate) fn question(input: &mut Input, own: Option<OrganizationId>) -> Option<Question> {
    let title = input.required("title");
    let background = input.optional("background");
    let method = input.required::<Method>("method");
    let owner = match own {
        Some(own) if input.text("owner").is_none() => Some(own),
        _ => input.required("owner"),
    };
    let way = method.and_then(|method| way(input, method));
    let question = Question { title: title?, background, way: way?, owner: owner? };
    if let Err(error) = question.clone().checked() {
        note(input, &error);
    }
    input.is_fine().then_some(question)
}

fn way(input: &mut Input, method: Method) -> Option<Way> {
    match (method, method.threshold()) {
        (Method::Advice, _) => {
            let options = options(input);
            let decider = input.required("decider");
            let advisers = input.all("advisers");
            Some(Way::Advice { options, decider: decider?, advisers })
        }
        (_, Some(threshold)) => proposal(input, threshold),
        (_, None) => {
            let (options, by) = (options(input), electorate(input));
            Some(Way::Ranked { options, by: by?, quorum: quorum(input) })
        }
    }
}

fn proposal(input: &mut Input, threshold: Threshold) -> Option<Way> {
    let (text, by) = (input.required("proposal"), electorate(input));
    Some(Way::Proposal { threshold, text: text?, by: by?, quorum: quorum(input) })
}

fn options(input: &mut Input) -> Vec<Title> {
    input.all::<Lines>("options").into_iter().flat_map(|lines| lines.0).collect()
}

fn quorum(input: &mut Input) -> Quorum {
    input.optional("quorum").unwrap_or(Quorum::Half)
}

fn electorate(input: &mut Input) -> Option<Electorate> {
    let franchise = input.optional::<Franchise>("franchise").unwrap_or(Franchise::Organization);
    let body = input.optional::<BodyId>("body");
    let electorate = Electorate::of(franchise, body);
    if electorate.is_none() {
        input.refuse("body", "decision_seats_of_body", Vec::new());
    }
    electorate
}

/// What somebody says, before it is known how the question is decided.
pub(crate) fn said(input: &mut Input) -> (Option<Voter>, Said) {
    let voter = input.optional("voter");
    let said = Said {
        stance: input.optional::<Stance>("stance"),
        ranking: input.all::<usize>("ranking"),
        words: input.optional("words"),
        round: input.optional("round"),
    };
    (voter, said)
}

/// What the one who closes a question says with it; the options count from 1.
pub(crate) fn verdict(input: &mut Input) -> Verdict {
    let choice = input.optional::<usize>("choice");
    let chosen = match choice {
        Some(0) => {
            input.refuse("choice", "choice_unknown", Vec::new());
            None
        }
        other => other.map(|number| number - 1),
    };
    Verdict { chosen, compromise: input.optional("compromise") }
}

/// Notes, with the other fields, what the rules refuse.
fn note(input: &mut Input, error: &Error) {
    for field in base::Problem::fields(error) {
        input.refuse(&field.field, field.code, field.args.clone());
    }
}

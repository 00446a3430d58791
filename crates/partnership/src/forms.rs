//! What the pages of this context share: choices of words, and forms that are shown again.

use base::{Language, Revision, Role};
use store::Place;
use web::{Failure, FieldError, FormView, Input, Request, Shell};

use crate::{Directory, UnknownArea, person::listed};

/// A choice: the value that is sent and the text that is read.
pub(crate) type Choice = (String, String);

/// The words of a vocabulary as choices; the catalog has `prefix-word` for each.
pub(crate) fn choices<T: Copy + ToString>(shell: &Shell, prefix: &str, words: &[T]) -> Vec<Choice> {
    words.iter().map(|word| (word.to_string(), said(shell, prefix, *word))).collect()
}

/// A word of a vocabulary in the language of the page.
#[expect(clippy::needless_pass_by_value, reason = "words are small and copied")]
pub(crate) fn said(shell: &Shell, prefix: &str, word: impl ToString) -> String {
    shell.t(&format!("{prefix}-{}", word.to_string().replace('_', "-"))).into_owned()
}

/// The languages as choices, each in itself.
pub(crate) fn languages() -> Vec<Choice> {
    let name = |language: &Language| match language {
        Language::English => "English",
        Language::Spanish => "Español",
    };
    Language::ALL.iter().map(|it| (it.to_string(), name(it).to_owned())).collect()
}

/// The roles that somebody with this authority may give, as choices.
pub(crate) fn roles(shell: &Shell, coordinates: bool) -> Vec<Choice> {
    let given = Role::ALL.iter().copied().filter(|role| coordinates || *role != Role::Coordinator);
    choices(shell, "word-role", &given.collect::<Vec<_>>())
}

/// The form as it was sent, with what is wrong.
pub(crate) fn again(shell: &mut Shell, input: &Input, failure: &Failure) -> FormView {
    FormView::refused(shell, input.typed(), &failure.problems())
}

/// Goes on when the form may be shown again, and fails otherwise.
pub(crate) fn shown_again<T>(answer: Result<T, Failure>) -> Result<Result<T, Failure>, Failure> {
    match answer {
        Err(failure) if !failure.is_form() => Err(failure),
        other => Ok(other),
    }
}

/// A typed list of things, each checked; a JSON body sends an array.
pub(crate) fn list<T>(input: &mut Input, name: &str, most: usize) -> Vec<T>
where
    T: std::str::FromStr,
    T::Err: FieldError,
{
    let joined = texts(input, name).join("\n");
    let mut items = Vec::new();
    for item in listed(&joined) {
        match item.parse() {
            Ok(item) => items.push(item),
            Err(error) => {
                let (code, args) = T::Err::problem(&error);
                input.refuse(name, code, args);
                return Vec::new();
            }
        }
    }
    if items.len() > most {
        input.refuse(name, "too_many_items", vec![("max", most.to_string())]);
    }
    items
}

/// The texts of a field as they came: one of a form, or those of an array.
pub(crate) fn texts(input: &mut Input, name: &str) -> Vec<String> {
    input.all::<Text>(name).into_iter().map(|text| text.0).collect()
}

/// A text as it came, to be cut into items.
struct Text(String);

impl std::str::FromStr for Text {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

impl FieldError for UnknownArea {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("area_unknown", vec![("code", self.code.clone())])
    }
}

/// A page that asks before something that cannot be taken back with one press.
#[derive(askama::Template)]
#[template(path = "partnership/confirm.html")]
pub(crate) struct ConfirmPage {
    pub shell: Shell,
    pub form: FormView,
    pub what: String,
    pub who: String,
    pub back: String,
    pub action: String,
    pub button: &'static str,
    pub cancel: String,
    pub danger: bool,
    pub dated: bool,
}

web::page!(ConfirmPage);

/// Where the pages of a partnership begin.
pub(crate) fn base(place: &Place) -> String {
    format!("/p/{}", place.slug)
}

/// The revision that the sender of a change saw.
pub(crate) fn seen(request: &Request) -> Result<Revision, Failure> {
    let seen = request.revision()?;
    seen.ok_or_else(|| web::Invalid::field("revision", "revision_needed").into())
}

/// The addresses of the first page and of the next one, with the filters of this one.
pub(crate) fn pages(
    request: &Request,
    shell: &Shell,
    next: Option<&str>,
) -> (Option<String>, Option<String>) {
    request.pager(shell, next)
}

/// Roles in words, with commas.
pub(crate) fn role_words(shell: &Shell, roles: &[Role]) -> String {
    let words: Vec<String> = roles.iter().map(|role| said(shell, "word-role", *role)).collect();
    words.join(", ")
}

/// The organizations of today as choices.
pub(crate) fn organizations(directory: &Directory) -> Vec<Choice> {
    directory.current().map(|entry| (entry.id.to_string(), entry.name.clone())).collect()
}

/// A text as a cell of a table that a spreadsheet opens: one that begins like a formula is told
/// apart by an apostrophe, so that it cannot run there.
pub(crate) fn cell(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{text}"),
        Some(_) | None => text.to_owned(),
    }
}

//! Fields that several forms share, read the same way from a form and from JSON.

use base::{EmailAddress, Language};
use web::{Input, Request};

use crate::{Error, LocalPath, PersonName, Secret, password::Password};

/// An e-mail address that must be there.
pub(crate) fn email(input: &mut Input) -> Option<EmailAddress> {
    input.required("email")
}

/// A password that must be there; whether it is good enough is another question.
pub(crate) fn password(input: &mut Input) -> Option<Password> {
    let Some(text) = input.text("password") else {
        input.refuse("password", "required", Vec::new());
        return None;
    };
    let typed = Password::typed(text);
    if typed.is_none() {
        let most = crate::password::LONGEST.to_string();
        input.refuse("password", "password_long", vec![("most", most)]);
    }
    typed
}

/// A person's name that must be there.
pub(crate) fn name(input: &mut Input) -> Option<PersonName> {
    input.required("name")
}

/// A language, when one was chosen.
pub(crate) fn language(input: &mut Input) -> Option<Language> {
    input.optional("language")
}

/// Where to go on, from the form or the query.
pub(crate) fn next(input: &Input) -> LocalPath {
    LocalPath::or_home(input.text("next"))
}

/// The secret of a link, from its address.
pub(crate) fn secret(request: &Request) -> Result<Secret, Error> {
    Secret::parse(request.param_text("secret")).ok_or(Error::LinkEnded)
}

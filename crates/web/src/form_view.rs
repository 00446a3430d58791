//! A form as its page shows it: what was typed, and what is wrong beside each field.

use std::collections::BTreeMap;

use base::FieldProblem;

use crate::shell::Shell;

/// The values and problems of a form, by field name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormView {
    values: BTreeMap<String, Vec<String>>,
    problems: Vec<(String, String)>,
}

impl FormView {
    /// A form that nobody has touched.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A form that shows what is there now. A name may come more than once.
    #[must_use]
    pub fn filled<N: Into<String>, V: Into<String>>(
        values: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let mut form = Self::default();
        for (name, value) in values {
            form.values.entry(name.into()).or_default().push(value.into());
        }
        form
    }

    /// A form that was not taken: everything typed, and what is wrong, in the page's language.
    /// The page's title says so too.
    #[must_use]
    pub fn refused<N: Into<String>, V: Into<String>>(
        shell: &mut Shell,
        values: impl IntoIterator<Item = (N, V)>,
        problems: &[FieldProblem],
    ) -> Self {
        shell.refuse();
        let problems = problems
            .iter()
            .map(|problem| (problem.field.clone(), shell.problem(problem)))
            .collect();
        Self { problems, ..Self::filled(values) }
    }

    /// What was typed, or nothing.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.values(name).first().map_or("", String::as_str)
    }

    /// Everything chosen in a field that takes several.
    #[must_use]
    pub fn values(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether this value is chosen.
    #[must_use]
    pub fn checked(&self, name: &str, value: &str) -> bool {
        self.values(name).iter().any(|chosen| chosen == value)
    }

    /// Whether something is wrong with the field.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.problems.iter().any(|(field, _)| field == name)
    }

    /// What is wrong with the field, in words; several problems in one text.
    #[must_use]
    pub fn error(&self, name: &str) -> String {
        let texts = self.problems.iter().filter(|(field, _)| field == name);
        texts.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Every problem: the field and the text, in the order of the form.
    #[must_use]
    pub fn problems(&self) -> &[(String, String)] {
        &self.problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::tests::shell;
    use base::Language;

    #[test]
    fn a_refused_form_keeps_what_was_typed_and_says_what_is_wrong() {
        let mut shell = shell(Language::English);
        let problem = FieldProblem {
            field: "due".into(),
            code: "date_past",
            args: vec![("today", "2026-05-12".into())],
        };
        let typed = [("title", "Night \"outreach\""), ("tag", "a"), ("tag", "b")];
        let form = FormView::refused(&mut shell, typed, &[problem]);
        assert_eq!(form.value("title"), "Night \"outreach\"");
        assert!(form.checked("tag", "a") && form.checked("tag", "b") && !form.checked("tag", "c"));
        assert!(form.has("due") && !form.has("title"));
        assert_eq!(form.error("due"), "Enter a date after May 12, 2026");
        assert_eq!(form.error("title"), "");
        assert!(shell.page_title().starts_with("Error: "));
    }

    #[test]
    fn an_untouched_form_is_empty() {
        let form = FormView::new();
        assert_eq!(form.value("title"), "");
        assert!(form.values("tag").is_empty() && form.problems().is_empty());
    }
}
